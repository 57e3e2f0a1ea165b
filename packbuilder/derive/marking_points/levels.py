"""Levels of response for derived items: bands that cover every mark, descriptors fitted to the command word."""

from __future__ import annotations

from packbuilder.model.scheme import Level
from packbuilder.text import plain

_BANDS = {6: (2, 4, 6), 8: (2, 4, 6, 8), 9: (3, 6, 9), 10: (3, 6, 8, 10), 12: (3, 6, 9, 12)}
"""The highest mark of each band by total (HANDBOOK section 4: 6 marks are 1-2, 3-4, 5-6)."""

_SHAPES: dict[str, tuple[str, str, str, str]] = {
    "judge": (
        "Simple, limited comments. Assertion rather than judgement; little that bears on the question.",
        "Some relevant points with an attempt to weigh them. Any judgement is stated, hardly supported.",
        "A clear argument that weighs different sides with relevant support and reaches a supported judgement.",
        "A perceptive, well-balanced argument. Detailed support throughout leads to a convincing, justified judgement.",
    ),
    "analyse": (
        "Simple, limited statements. Parts are named, but hardly linked.",
        "Some relevant parts are examined, with attempts to show how they are linked.",
        "Clear analysis: relevant parts are taken apart and the links between them are explained.",
        "Perceptive, detailed analysis with well-developed chains of reasoning throughout.",
    ),
    "discuss": (
        "Simple, limited points, largely from one side.",
        "Some relevant points on more than one aspect, with attempts to develop them.",
        "Clear, relevant discussion of different aspects or views, each developed.",
        "Perceptive, detailed and balanced discussion in which aspects are linked and weighed.",
    ),
}

_SHAPE_OF = {"Evaluate": "judge", "Assess": "judge", "Justify": "judge", "Recommend": "judge", "Analyse": "analyse", "Examine": "analyse"}


def levels_for(command: str, marks: int) -> tuple[Level, ...]:
    """Return levels that cover 1 to `marks` with no gap and no overlap, lowest first."""
    tops = _BANDS.get(marks) or (marks // 3, 2 * marks // 3, marks)
    shape = _SHAPES[_SHAPE_OF.get(command, "discuss")]
    words: tuple[str, ...] = shape
    if len(tops) == 3:
        words = shape[:3]
    lows = (1, *(top + 1 for top in tops[:-1]))
    return tuple(
        Level(number=i, low=low, high=high, descriptor=plain(text))
        for i, (low, high, text) in enumerate(zip(lows, tops, words, strict=True), 1)
    )
