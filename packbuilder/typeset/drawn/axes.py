"""Axes: number axes with their grids and ticks by reportlab's axes, and the numbers beside them in our own faces."""

from __future__ import annotations

from typing import Any, Literal

from reportlab.graphics.charts.axes import XValueAxis, YValueAxis
from reportlab.graphics.shapes import Group
from reportlab.lib.colors import Color

from packbuilder.drawings import Axis, Scale
from packbuilder.layout import BLACK, Colour
from packbuilder.typeset.drawn.scene import Box, Place, Scene, Words
from packbuilder.values import dataclass

_EVERY = (1, 2, 5, 10, 20, 25, 50, 100)
"""Where not every tick has room for its number, every so-manieth has one."""

Direction = Literal["across", "up"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The area of a graph in points, and the scales along its sides."""

    left: float
    bottom: float
    width: float
    height: float
    x: Scale
    y: Scale

    @property
    def box(self) -> Box:
        """Its edges."""
        return self.left, self.bottom, self.left + self.width, self.bottom + self.height

    def at(self, x: float, y: float) -> Place:
        """Return where a pair of values stands."""
        return self.left + self.x.part(x) * self.width, self.bottom + self.y.part(y) * self.height


def add_grid(scene: Scene, frame: Frame) -> None:
    """Add the fine grid lines of both scales, then the numbered ones over them."""
    look = scene.look
    for fine in (True, False):
        colour, width = (look.faint, look.fine) if fine else (look.light, look.grid)
        for direction in ("across", "up"):
            scale = frame.x if direction == "across" else frame.y
            if fine and scale.minor == 1:
                continue
            add_grid_lines(scene, frame, direction, scale.fine_ticks() if fine else scale.ticks(), colour, width)


def add_grid_lines(scene: Scene, frame: Frame, direction: Direction, values: tuple[float, ...], colour: Colour, width: float) -> None:
    """Add the grid lines of one scale at values of it."""
    axis = _axis(frame, direction, values)
    axis.visibleGrid = 1
    start, length = (frame.bottom, frame.height) if direction == "across" else (frame.left, frame.width)
    axis.gridStart, axis.gridEnd = start, start + length
    axis.gridStrokeColor, axis.gridStrokeWidth = Color(*colour), width
    lines = Group()
    axis.makeGrid(lines)
    scene.add(lines)


def add_ticks(
    scene: Scene, frame: Frame, direction: Direction, values: tuple[float, ...], *, at: float, length: float, both: bool = False
) -> None:
    """Add a bold axis through `at` points with ticks of `length` points below or left of it; `both`: on both sides of it."""
    axis = _axis(frame, direction, values, at=at)
    colour = Color(*BLACK)
    axis.strokeColor, axis.strokeWidth = colour, scene.look.axis
    if direction == "across":
        axis.tickDown, axis.tickUp = length, length * both
    else:
        axis.tickLeft, axis.tickRight = length, length * both
    scene.add(axis.draw())


def _axis(frame: Frame, direction: Direction, values: tuple[float, ...], *, at: float | None = None) -> Any:
    scale = frame.x if direction == "across" else frame.y
    axis = XValueAxis() if direction == "across" else YValueAxis()
    if direction == "across":
        axis.setPosition(frame.left, frame.bottom if at is None else at, frame.width)
    else:
        axis.setPosition(frame.left if at is None else at, frame.bottom, frame.height)
    axis.valueMin, axis.valueMax, axis.valueSteps = scale.low, scale.high, list(values)
    axis.visibleLabels = 0
    axis.configure([[(scale.low, scale.low), (scale.high, scale.high)]])
    return axis


def numbers(scene: Scene, axis: Axis, length: float, direction: Direction, *, origin: bool = True) -> tuple[tuple[float, Words], ...]:
    """Return the numbers of an axis of `length` points that have room, set; without 0 where not `origin`.

    Where some have none, every second, fifth or tenth is kept, 0 among them if the scale holds it.
    """
    if not axis.numbers:
        return ()
    look = scene.look
    every = tuple((value, scene.words(look.number(value))) for value in axis.scale.ticks())
    apart = length / axis.scale.steps
    needed = max(words.width + 0.9 * look.size if direction == "across" else 1.1 * words.height for _, words in every)
    step = next((each for each in _EVERY if each * apart >= needed), axis.scale.steps)
    zero = next((index for index, (value, _) in enumerate(every) if value == 0), 0)
    kept = (pair for index, pair in enumerate(every) if (index - zero) % step == 0)
    return tuple((value, words) for value, words in kept if origin or value != 0)


def widest(numbered: tuple[tuple[float, Words], ...]) -> float:
    """Return the width of the widest number in points."""
    return max((words.width for _, words in numbered), default=0.0)
