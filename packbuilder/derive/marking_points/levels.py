"""Levels of response for derived items: bands that cover every mark, descriptors fitted to the command word."""

from __future__ import annotations

from packbuilder.bands import Band, fault_of
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.derive.marking_points.tariff import LEVELS_FROM
from packbuilder.markup import rich
from packbuilder.model.scheme import Level
from packbuilder.text import RichText, capital, said_lines
from packbuilder.wording import catalogue

_BANDS = {6: (2, 4, 6), 8: (2, 4, 6, 8), 9: (3, 6, 9), 10: (3, 6, 8, 10), 12: (3, 6, 9, 12)}
"""The highest mark of each band by total (HANDBOOK section 4: 6 marks are 1-2, 3-4, 5-6)."""

_MOST_LEVELS = 4
"""Levels of any other total, of nearly equal width."""

_SHAPE_OF = {
    "Evaluate": "judge",
    "Assess": "judge",
    "Justify": "judge",
    "Recommend": "judge",
    "Advise": "judge",
    "Analyse": "analyse",
    "Examine": "analyse",
    **dict.fromkeys(
        ("Explain", "Describe", "Outline", "Summarise", "Suggest", "Predict", "Apply", "Use", "Interpret", "Classify"), "explain"
    ),
}


def levels_for(command: str, marks: int, language: str) -> tuple[Level, ...]:
    """Return levels that cover 1 to `marks` with no gap and no overlap, lowest first; their descriptors in a language (a BCP 47 tag)."""
    tops = _BANDS.get(marks) or tuple(-(-marks * part // _MOST_LEVELS) for part in range(1, _MOST_LEVELS + 1))
    words = _words(command, language)[: len(tops)]
    lows = (1, *(top + 1 for top in tops[:-1]))
    return tuple(
        Level(number=i, low=low, high=high, descriptor=text) for i, (low, high, text) in enumerate(zip(lows, tops, words, strict=True), 1)
    )


def levels_noted(bands: tuple[Band, ...], command: str, language: str) -> tuple[Level, ...]:
    """Return the levels that notes have, in their words; those of the program where they say only marks."""
    words = _words(command, language)
    return tuple(
        Level(number=i, low=band.low, high=band.high, descriptor=_described(band.descriptor) or words[i - 1])
        for i, band in enumerate(bands, 1)
    )


def left_by_levels(bands: tuple[Band, ...], marks: int, asked: Asked) -> LeftOut | None:
    """Return why a point cannot be asked with the levels that it has; None where it can. `marks` are those that it says it is worth, or 0."""
    if fault := fault_of(bands, marks):
        return LeftOut(
            rule="N", reason=fault, remedy="Let its levels cover 1 to its marks, each once (“Level 1 (1–3): ...”), or leave them out."
        )
    if bands[-1].high < LEVELS_FROM:
        reason = f"it is marked by levels, and worth {bands[-1].high} marks: levels begin at {LEVELS_FROM}"
        return LeftOut(rule="N", reason=reason, remedy="List what is credited instead of the levels.")
    if len(bands) > _MOST_LEVELS and not all(band.descriptor for band in bands):
        return LeftOut(
            rule="N", reason="its levels say only their marks", remedy="Say what an answer in each is like, or leave the levels out."
        )
    if asked.left:
        reason = "only a part of it can be asked, and its levels are those of the whole"
        return LeftOut(rule="N", reason=reason, remedy="Write the question in a bank.")
    return None


def _described(descriptor: str) -> RichText:
    return rich(f"{capital(descriptor)}{'' if descriptor.endswith(('.', '!', '?')) else '.'}") if descriptor else ()


def _words(command: str, language: str) -> tuple[RichText, ...]:
    return said_lines(catalogue(language), f"levels.{_SHAPE_OF.get(command, 'discuss')}")
