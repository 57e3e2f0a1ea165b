"""How an item is marked: by points, by levels of response, or by its own key."""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.diagnostics import Span
from packbuilder.text import RichText
from packbuilder.values import dataclass

MarkType: TypeAlias = Literal["", "M", "A", "B"]
"""Method, accuracy and independent marks of mathematics schemes (HANDBOOK section 4)."""


CONVENTIONS = ("recall", "define", "describe", "explain", "apply", "compare", "method", "claim", "calculation", "pairs", "whole", "drawing")
"""How the marks of an open scheme are earned; the catalogue has the words (`scheme.convention.<name>`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPoint:
    """One creditworthy point, worth `marks` marks, with what is accepted, rejected and ignored in its place.

    `essential` are words without which the point earns nothing.
    """

    text: RichText
    marks: int = 1
    accept: tuple[RichText, ...] = ()
    reject: tuple[RichText, ...] = ()
    ignore: tuple[RichText, ...] = ()
    essential: tuple[RichText, ...] = ()
    mark_type: MarkType = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsScheme:
    """Marking by points.

    `stated` is the marking point itself, as the examiner would read it: it restates what was asked, so it may stand in
    the candidate's stem. `points` and `indicative` are creditworthy answers: they must never reach a candidate's
    file. `any_of`: credit any so many of the points;
    `at_most`: credit all, up to so many marks ("max 3"). `open_ended`: the points are not all there is ("accept any other
    valid response"). `do_not_credit`: misconceptions that bear on the question. `convention`:
    the name of the marking convention that says how the marks are earned ("explain": one for a point, one for its reason).
    """

    stated: RichText = ()
    points: tuple[CreditPoint, ...] = ()
    indicative: tuple[RichText, ...] = ()
    any_of: int | None = None
    at_most: int | None = None
    open_ended: bool = False
    do_not_credit: tuple[RichText, ...] = ()
    guidance: tuple[RichText, ...] = ()
    convention: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One band of a levels scheme: from `low` to `high` marks, and what an answer in it is like."""

    number: int
    low: int
    high: int
    descriptor: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsScheme:
    """Marking by levels of response, best first; level 0 (nothing worthy of credit) is always understood.

    `stated` and `indicative` as in `PointsScheme`. The levels cover 1 to the item's marks with no gap or overlap.
    """

    levels: tuple[Level, ...]
    stated: RichText = ()
    indicative: tuple[RichText, ...] = ()
    do_not_credit: tuple[RichText, ...] = ()
    guidance: tuple[RichText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyScheme:
    """Marking by the interaction's own key (options, pairs, order, value); `guidance` explains distractors."""

    guidance: tuple[RichText, ...] = ()


Scheme: TypeAlias = PointsScheme | LevelsScheme | KeyScheme


def has_content(scheme: Scheme) -> bool:
    """Whether a scheme gives a marker more than the marking point itself."""
    match scheme:
        case PointsScheme():
            return bool(scheme.points or scheme.indicative)
        case LevelsScheme():
            return bool(scheme.indicative)
    return True
