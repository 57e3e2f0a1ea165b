"""What becomes of a marking point: a question, or the reason why there is none."""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.values import dataclass

STATEMENT = "R12"
"""The rule of questions that a statement answers (`statements`)."""


Space: TypeAlias = Literal["", "plain", "squared", "lines"]
"""What an answer needs that is no sentence: room to draw in, empty or squared, or lines for code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A stem: the rule that made it, its one or two command words, its sentence without a stop, and how sure it is.

    `left` are clauses of the point that cannot be asked on paper, each with the reason. `several` is how many things are asked for, where that
    was read already (0: it is read from the sentence). `ended`: the sentence has its stop, as a question of another language has.
    `options` are those of multiple choice, the right one at `key`. `given` is what answers the question, where only the rule could tell.
    `space` is what is drawn in, or the lines that code is written on; then `given` is all that is credited.
    """

    rule: str
    command: str
    sentence: str
    second: str = ""
    confidence: float = 0.9
    left: tuple[tuple[str, str], ...] = ()
    several: int = 0
    ended: bool = False
    options: tuple[str, ...] = ()
    key: int = 0
    given: tuple[str, ...] = ()
    space: Space = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A point that gives no stem: by which rule, why, and what would mend it.

    `worksheet`: a sentence that may be asked on a worksheet all the same, where nothing is examined.
    """

    rule: str
    reason: str
    remedy: str
    worksheet: str = ""


BEGIN = "Begin it with a command word (Explain, Describe …)."
"""The remedy of points whose opening says nothing of what is asked."""
STATED = LeftOut(
    rule="R9",
    reason="a statement: it gives the answer, and no question can safely be made of it",
    remedy="Write what is asked (Explain, Describe …), and this after a colon.",
)

ANSWERED = LeftOut(rule="R9", reason="its answer stands in what is asked", remedy="Say what is asked first, and the answer after a colon.")

TORN = LeftOut(
    rule="R9",
    reason="marks stand within what would be asked, and what they are given for behind them",
    remedy="Write what is asked first, and the answers, each with its marks, after a colon.",
)

HALF = LeftOut(rule="N", reason="the sentence is not whole", remedy="Complete the point in the notes.")

Outcome: TypeAlias = Asked | LeftOut | None
"""None: the rule does not read this point; the next one is tried."""
