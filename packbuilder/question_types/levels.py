"""Levels of response as banks write them: bands of marks with their descriptors."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic, Span, counted
from packbuilder.fields import Fields
from packbuilder.model.scheme import Level
from packbuilder.patterns import regex
from packbuilder.question_types.common import text_of
from packbuilder.text import RichText

_BAND = regex(r"(\d+)(?:\s*(?:[-–]|to)\s*(\d+))?")


def read_levels(fields: Fields, marks: int, problems: list[Diagnostic]) -> tuple[Level, ...]:
    """Read `levels`, lowest first in the result; reports bands that leave out or repeat any of 1 to `marks`."""
    bands: list[tuple[int, int, RichText, Span]] = []
    entries = fields.mappings("levels", required=True)
    for entry in entries:
        own = Fields(entry, what="a level", code="B2")
        written = own.text("marks", required=True)
        match = _BAND.fullmatch(written)
        text = text_of(own, "descriptor", problems, required=True)
        if match and int(match[1]) <= int(match[2] or match[1]):
            bands.append((int(match[1]), int(match[2] or match[1]), text, own.place("marks")))
        elif written:
            message = f"`marks` of a level is {written!r}: it must be a range from low to high"
            own.fail(37, message, own.place("marks"), 'Write it as in `marks: "3-4"`.')
        problems.extend(own.finish())
    bands.sort(key=lambda band: band[:2])
    if len(bands) == len(entries):
        _check_cover([(low, high, span) for low, high, _, span in bands], marks, fields)
    return tuple(Level(number=i, low=low, high=high, descriptor=text) for i, (low, high, text, _) in enumerate(bands, 1))


def _check_cover(bands: list[tuple[int, int, Span]], marks: int, fields: Fields) -> None:
    """Report the first band that does not begin where the one below it ends, and a last one that ends elsewhere."""
    if not bands:
        return
    hint = f"The levels must cover 1 to {marks}, each mark once; level 0 is added by the program."
    expected = 1
    for low, high, span in bands:
        if low != expected:
            what = f"no level has {_marks(expected, low - 1)}" if low > expected else f"two levels have {_marks(low, low)}"
            fields.fail(38, what, span, hint)
            return
        expected = high + 1
    if expected != marks + 1:
        fields.fail(38, f"the levels end at {counted(expected - 1, 'mark')}, the item has {marks}", bands[-1][2], hint)


def _marks(low: int, high: int) -> str:
    return counted(low, "mark") if low >= high else f"{low} to {high} marks"
