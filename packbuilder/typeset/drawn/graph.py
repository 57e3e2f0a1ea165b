"""Graphs: a grid with two bold axes, numbers along them, titles at their ends, and what is plotted."""

from __future__ import annotations

from math import pi

from packbuilder.drawings import Axis, Curve, Graph
from packbuilder.text import RichText
from packbuilder.typeset.drawn.axes import Frame, add_grid, add_ticks, numbers, widest
from packbuilder.typeset.drawn.scene import Scene, Words

_SHORT = 2.2
"""A title of up to so many ems (x, y) stands at the tip of its axis, which then has an arrowhead."""

_TIP = 0.6
"""How far an arrowhead reaches beyond the area, in ems."""

_NUDGE = 0.35
"""How much higher the lowest number may stand where it has no room, in ems."""

_NARROWEST = 14.0
"""No graph is narrower than so many ems for the sake of square cells."""

_LEAST, _MOST = 0.5, 1.2
"""The height of a graph against its width where nothing is said: as its cells are square, between these."""


def compose_graph(scene: Scene, graph: Graph, width: float, height: float, tallest: float) -> None:
    """Compose a graph `width` points wide; its area is `height` times as high as wide (0: as its cells are square)."""
    look = scene.look
    inside = (graph.x.scale.holds(0) and graph.x.scale.low < 0, graph.y.scale.holds(0) and graph.y.scale.low < 0)
    tips = [scene.words(title) for title in (graph.x.title, graph.y.title)]
    x_tip, y_tip = (words.width <= _SHORT * look.size and len(words.lines) == 1 for words in tips)
    # How much the numbers need beside the area depends on how large it is: twice is enough to settle.
    right = look.size
    left, ratio = 0.0, height or _ratio(graph)
    for _ in range(3):
        # Less wide rather than less high than its cells ask for, so that they stay square.
        across = max(min(width - left - right, max(tallest / ratio, _NARROWEST * look.size)), 2 * look.size)
        up = min(across * ratio, tallest)
        marks = numbers(scene, graph.y, up, "up", origin=not all(inside))
        at = graph.x.scale.part(0) * across if inside[0] else 0.0
        first = max((words.width / 2 for _, words in numbers(scene, graph.x, across, "across")), default=0.0)
        # The upward axis' short title stands across its tip.
        left = max(widest(marks) + 2 * look.gap - at, first, look.gap, tips[1].width / 2 - at if y_tip else 0.0)
        beyond = max(first, _TIP * look.size) + look.gap
        right = beyond + tips[0].width + look.axis if x_tip else max(right, first + look.axis)
    frame = Frame(left=left, bottom=0.0, width=across, height=up, x=graph.x.scale, y=graph.y.scale)
    if graph.grid:
        add_grid(scene, frame)
    _axes(scene, graph, frame, inside, (x_tip, y_tip))
    _titles(scene, graph, frame, inside, (x_tip, y_tip), tips, width, beyond)
    _plot(scene, graph, frame, width)


def _ratio(graph: Graph) -> float:
    return min(_MOST, max(_LEAST, graph.y.scale.steps / graph.x.scale.steps))


def _axes(scene: Scene, graph: Graph, frame: Frame, inside: tuple[bool, bool], tips: tuple[bool, bool]) -> None:
    """Add the axes, through 0 where the scales hold it, and their numbers."""
    look = scene.look
    x, y = frame.at(0 if inside[0] else frame.x.low, 0 if inside[1] else frame.y.low)
    tick = look.gap
    add_ticks(scene, frame, "across", frame.x.ticks() if graph.x.numbers else (), at=y, length=tick)
    add_ticks(scene, frame, "up", frame.y.ticks() if graph.y.numbers else (), at=x, length=tick)
    beyond = _TIP * look.size
    if tips[0]:
        scene.line((frame.box[2], y), (frame.box[2] + beyond / 2, y), width=look.axis)
        scene.arrowhead((frame.box[2] + beyond, y), towards=0.0)
    if tips[1]:
        scene.line((x, frame.box[3]), (x, frame.box[3] + beyond / 2), width=look.axis)
        scene.arrowhead((x, frame.box[3] + beyond), towards=pi / 2)
    both = all(inside)
    if both and graph.x.numbers and graph.y.numbers:
        scene.write(scene.words("0"), (x - tick, y - tick), (-1, -1), backed=True)
    for value, words in numbers(scene, graph.x, frame.width, "across", origin=not both):
        scene.write_if_free(words, (frame.at(value, 0)[0], y - tick), (0, -1), backed=inside[1])
    for value, words in numbers(scene, graph.y, frame.height, "up", origin=not both):
        height = frame.at(0, value)[1]
        # The lowest may meet the first number below the other axis: then it stands a little higher.
        written = scene.write_if_free(words, (x - tick - 1, height), (-1, 0), backed=inside[0])
        if not written and value == frame.y.low:
            scene.write_if_free(words, (x - tick - 1, height + _NUDGE * look.size), (-1, 0))


def _titles(
    scene: Scene,
    graph: Graph,
    frame: Frame,
    inside: tuple[bool, bool],
    tips: tuple[bool, bool],
    words: list[Words],
    width: float,
    beyond: float,
) -> None:
    look = scene.look
    x, y = frame.at(0 if inside[0] else frame.x.low, 0 if inside[1] else frame.y.low)
    lowest = min([frame.bottom, *(each.box[1] for each in scene.written)])
    if tips[0]:
        scene.write(words[0], (frame.box[2] + beyond, y), (1, 0))
    else:
        below_axis(scene, graph.x.title, (frame.box[0] + frame.box[2]) / 2, lowest, width)
    top = frame.box[3] + look.gap
    if tips[1]:
        scene.write(words[1], (x, top + 0.5 * look.size), (0, 1))
    else:
        above_axis(scene, graph.y, top, 0.0, width)


def below_axis(scene: Scene, title: RichText, middle: float, lowest: float, width: float) -> None:
    """Write an axis' title below its numbers, round `middle`, inside 0 to `width` points."""
    words = scene.words(title, width)
    if words.width:
        middle = min(max(middle, words.width / 2), width - words.width / 2)
        scene.write(words, (middle, lowest - 0.5 * scene.look.gap), (0, -1))


def above_axis(scene: Scene, axis: Axis, top: float, left: float, width: float, *, to_right: bool = False) -> None:
    """Write an upward axis' title above it, in lines as they are read: words that stand on end are hard to read."""
    words = scene.words(axis.title, width)
    if words.width:
        x = left + width if to_right else left
        clear = max([top, *(each.box[3] for each in scene.written if each.box[0] < left + width and each.box[2] > left)])
        scene.write(words, (x, clear + 0.5 * scene.look.gap), (-1 if to_right else 1, 1), align=1 if to_right else -1)


def _plot(scene: Scene, graph: Graph, frame: Frame, width: float) -> None:
    look = scene.look
    for each in graph.bins:
        scene.rectangle(
            (*frame.at(each.low, max(0.0, frame.y.low)), *frame.at(each.high, each.height)), fill=look.mixed(0.8), width=look.axis
        )
    for curve in graph.curves:
        scene.path(_places(curve, frame), width=look.curve, smooth=curve.smooth, stroke=curve.stroke)
    for point in graph.points:
        scene.marked(frame.at(point.x, point.y), point.shape)
    within = (0.0, frame.bottom, width, frame.box[3])
    for point in graph.points:
        if point.label:
            scene.write_near(scene.words(point.label, 0.5 * width), frame.at(point.x, point.y), within)
    for curve in graph.curves:
        if curve.label:
            # A curve's end is where it is farthest from others.
            scene.write_near(scene.words(curve.label, 0.5 * width), _places(curve, frame)[-1], within)


def _places(curve: Curve, frame: Frame) -> list[tuple[float, float]]:
    return [frame.at(x, y) for x, y in curve.points]
