"""Pie charts: sectors clockwise from the top, each with its name beside it."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from reportlab.graphics.shapes import Wedge
from reportlab.lib.colors import Color

from packbuilder.drawings import Pie
from packbuilder.layout import BLACK
from packbuilder.typeset.drawn.scene import Place, Scene, Words

_RADIUS = 0.24
"""The radius against the whole width, which the names at both sides take the rest of."""

_LEAST_RADIUS = 0.13
"""No circle is smaller than this for the sake of its names."""

_ROUNDING = 0.1
"""Points of room that a name has beyond its longest word."""

_BLANK_RADIUS = 0.32


def compose_pie(scene: Scene, pie: Pie, width: float, tallest: float) -> None:
    """Compose a pie chart `width` points wide, its centre at the origin's height."""
    look = scene.look
    radius = min((_BLANK_RADIUS if pie.blank else _RADIUS) * width, 0.45 * tallest)
    # A name's longest word is whole: sooner is the circle smaller.
    longest = max((scene.widest_word(sector.label) for sector in pie.sectors), default=0.0) + _ROUNDING
    radius = max(min(radius, width / 2 - 2 * look.size - longest), min(radius, _LEAST_RADIUS * width))
    centre = (width / 2, 0.0)
    if pie.blank:
        scene.circle(centre, radius, width=look.axis)
        scene.line(centre, (centre[0], radius), width=look.axis)
        scene.circle(centre, 0.4 * look.mark, fill=BLACK)
        return
    names: dict[int, list[tuple[Place, Words]]] = {-1: [], 1: []}
    for start, end, words in _angles(scene, pie, width / 2 - radius - 2 * look.size):
        if end - start < 360:
            scene.add(Wedge(*centre, radius, 90 - end, 90 - start, fillColor=None, strokeColor=Color(*BLACK), strokeWidth=look.axis))
        else:
            scene.circle(centre, radius, width=look.axis)
        middle = radians(90 - (start + end) / 2)
        rim = (centre[0] + radius * cos(middle), radius * sin(middle))
        names[1 if cos(middle) >= 0 else -1].append((rim, words))
    for side, held in names.items():
        _names(scene, held, side, centre[0] + side * (radius + 1.4 * look.size))


def _angles(scene: Scene, pie: Pie, room: float) -> Iterator[tuple[float, float, Words]]:
    """Yield where each sector begins and ends, in degrees clockwise from the top, and its name."""
    total, start = sum(each.value for each in pie.sectors), 0.0
    for each in pie.sectors:
        end = start + 360 * each.value / total
        yield start, end, scene.words(each.label, room)
        start = end


def _names(scene: Scene, held: list[tuple[Place, Words]], side: int, x: float) -> None:
    """Write the names of one side from top to bottom, moved apart where sectors are narrow, each with a line to its rim."""
    look = scene.look
    held = sorted(held, key=lambda each: -each[0][1])
    middles = spread([rim[1] for rim, _ in held], [words.height for _, words in held])
    for (rim, words), middle in zip(held, middles, strict=True):
        scene.line(rim, (x - side * look.gap, middle), width=look.fine)
        scene.write(words, (x, middle), (side, 0), align=-1 if side > 0 else 1)


def spread(wanted: list[float], heights: list[float]) -> list[float]:
    """Return the middles of boxes that stand one below the other: as near as may be to where they are wanted, none over another.

    `wanted` falls. Boxes that would touch are joined into a pile round the mean of what its boxes want.
    """
    piles: list[tuple[float, list[int]]] = []
    for index, middle in enumerate(wanted):
        piles.append((middle, [index]))
        while len(piles) > 1:
            (upper, above), (lower, below) = piles[-2], piles[-1]
            tall, small = (sum(heights[i] for i in pile) for pile in (above, below))
            if upper - tall / 2 >= lower + small / 2:
                break
            joined = [*above, *below]
            piles[-2:] = [((upper * len(above) + lower * len(below)) / len(joined), joined)]
    middles = []
    for middle, pile in piles:
        top = middle + sum(heights[i] for i in pile) / 2
        for index in pile:
            middles.append(top - heights[index] / 2)
            top -= heights[index]
    return middles
