"""Levels of response for derived items: bands that cover every mark, descriptors fitted to the command word."""

from __future__ import annotations

from packbuilder.model.scheme import Level
from packbuilder.text import said_lines
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
    "Analyse": "analyse",
    "Examine": "analyse",
    **dict.fromkeys(
        ("Explain", "Describe", "Outline", "Summarise", "Suggest", "Predict", "Apply", "Use", "Interpret", "Classify"), "explain"
    ),
}


def levels_for(command: str, marks: int, language: str) -> tuple[Level, ...]:
    """Return levels that cover 1 to `marks` with no gap and no overlap, lowest first; their descriptors in a language (a BCP 47 tag)."""
    tops = _BANDS.get(marks) or tuple(-(-marks * part // _MOST_LEVELS) for part in range(1, _MOST_LEVELS + 1))
    words = said_lines(catalogue(language), f"levels.{_SHAPE_OF.get(command, 'discuss')}")[: len(tops)]
    lows = (1, *(top + 1 for top in tops[:-1]))
    return tuple(
        Level(number=i, low=low, high=high, descriptor=text) for i, (low, high, text) in enumerate(zip(lows, tops, words, strict=True), 1)
    )
