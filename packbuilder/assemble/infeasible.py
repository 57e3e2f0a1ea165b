"""When no paper meets the wish: what the bank can give, and what to do."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostics, counted
from packbuilder.errors import PackbuilderError


class InfeasibleBlueprintError(PackbuilderError):
    """The bank cannot give the marks that were asked for without asking the same thing twice.

    `possible` is the most that it can give, `items` the number of questions that were considered; `kinds` are the kinds
    that the blueprint is limited to and `unlimited` what could be given with all of them (0: no more).
    """

    def __init__(
        self, *, asked: int, possible: int, items: int, topics: tuple[str, ...], kinds: tuple[str, ...] = (), unlimited: int = 0
    ) -> None:
        where = topics[0] if len(topics) == 1 else f"these {len(topics)} topics" if topics else "the bank"
        only = f" in {_listed(kinds)} questions alone" if kinds else ""
        hints = [f"Name more topics, or write more questions in a bank ({items} {'was' if items == 1 else 'were'} considered)."]
        if possible:
            hints.insert(0, f"Ask for --marks {possible} or fewer.")
        if unlimited > possible:
            hints.append(f"With all kinds of questions there are {counted(unlimited, 'mark')}.")
        hints.append("`packbuilder questions --explain` shows which marking points give no question, and what would mend that.")
        message = f"{where} can give {counted(possible, 'mark')} at most{only} without asking the same thing twice; {asked} were asked for"
        if kinds and not items:
            message = f"{where} can give no {_listed(kinds, 'or')} question; {counted(asked, 'mark')} were asked for"
        super().__init__(message, hints=tuple(hints))
        self.asked = asked
        self.possible = possible


_HINTS = 5
"""Of many wishes that clash, so many are told what could be given instead: those that need least change."""


class ConflictError(PackbuilderError):
    """Wishes that no paper meets together: the smallest set, each with what the bank could give while the others are met.

    Those that need least change come first; nothing is said of those of which no amount would help. `further` are conflicts that stay
    where this one is mended. `diagnostics` name the places where wishes are written, once those are known.
    """

    def __init__(self, *, wishes: tuple[tuple[str, str], ...], further: tuple[tuple[str, ...], ...] = ()) -> None:
        if len(wishes) == 1:
            message = f"no paper can have “{wishes[0][0]}”: the bank can give {wishes[0][1] or 'nothing like it'}"
        else:
            message = f"no paper can meet these {len(wishes)} wishes together: {'; '.join(words for words, _ in wishes)}"
        told = [(words, instead) for words, instead in wishes if instead and len(wishes) > 1]
        hints = [f"Change “{words}”: with the others the bank can give {instead}." for words, instead in told[:_HINTS]]
        hints += [f"That is not all: no paper can have {_together(words)}." for words in further]
        rest = "" if further else " All other wishes can stay as they are."
        hints.append(f"Or name more topics, or write more such questions in a bank.{rest}")
        hints.append("`packbuilder blueprint check` shows what the bank can give of each wish.")
        super().__init__(message, hints=tuple(hints))
        self.wishes = wishes
        self.further = further
        self.diagnostics: Diagnostics = ()


def _together(words: tuple[str, ...]) -> str:
    return f"“{words[0]}” either" if len(words) == 1 else f"these together: {'; '.join(words)}"


class UnreachableMarksError(PackbuilderError):
    """The bank has marks enough, but no choice of whole questions sums to the wish."""

    def __init__(self, *, asked: int, nearest: int) -> None:
        add = f"add a question of {counted(asked - nearest, 'mark')} to a bank"
        if nearest:
            below, hint = f"the nearest below is {nearest}", f"Ask for --marks {nearest}, or {add}."
        else:
            below, hint = "each has more", f"Ask for more, or {add}."
        super().__init__(f"no choice of questions gives exactly {counted(asked, 'mark')}; {below}", hints=(hint,))
        self.asked = asked
        self.nearest = nearest


class ExhaustedError(PackbuilderError):
    """Only questions that earlier papers held could meet the wish: told before anything is repeated.

    `used` is how many questions earlier papers held, `left` how many others there are.
    """

    def __init__(self, *, used: int, left: int, marks: int) -> None:
        super().__init__(
            f"the {left} questions that were not used before cannot make a paper of {marks} marks as asked ({used} were used)",
            hints=(
                "`--repeat` draws used questions again, as few as will do, and names them.",
                "`packbuilder coverage --unused` lists what was never used; or name more topics, or write more questions in a bank.",
            ),
        )
        self.left = left


class InclusionError(PackbuilderError):
    """Questions that a paper must hold, and cannot hold together."""

    def __init__(self, *, asked: int, marks: int, clash: tuple[str, str] | None, whole: tuple[str, str] | None = None) -> None:
        if whole:
            message = f"{whole[0]} must be on the paper and {whole[1]} may not, but they belong to one set, which is kept whole"
        elif clash:
            message = f"{clash[0]} and {clash[1]} must both be on the paper, but ask the same thing or give each other away"
        else:
            message = f"the questions that must be on the paper have {marks} marks; it has {asked}"
        super().__init__(message, hints=("Leave out one of them.",))


def _listed(kinds: tuple[str, ...], joined: str = "and") -> str:
    return f" {joined} ".join(kind.replace("_", " ") for kind in kinds)
