"""Diagrams: shapes on a grid of units, and labels in columns at their sides with a line to what each names."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, hypot

from packbuilder.drawings import Diagram, Label, Shape, letter
from packbuilder.drawings.sketches import Pair
from packbuilder.layout import BLACK
from packbuilder.text import plain
from packbuilder.typeset.drawn.look import Look
from packbuilder.typeset.drawn.pie import spread
from packbuilder.typeset.drawn.scene import Place, Scene, Words
from packbuilder.wording.lettering import counted_by

_COLUMN = 0.25
"""The part of the width that labels at one side take."""

_WIDEST_COLUMN = 0.34
"""The part of the width that they take at most, where a word is long: as much is left for the shapes."""

_ROUNDING = 0.1
"""Points by which a column is wider than its longest word."""

_RULE = 6.0
"""The length of the rule of a blank label in ems, less where its column is narrower: the same for all of a diagram."""

_LEAST = 7.0
"""Columns narrower than so many ems hold no rules to write on."""


def compose_diagram(scene: Scene, diagram: Diagram, width: float, tallest: float, *, across: bool = False) -> None:
    """Compose a diagram `width` points wide; its shapes take what its labels leave. `across`: labels stand above and below it, and leave all.

    Rules to write on stand below it where they would leave too little: beside it are then their letters alone.
    """
    look = scene.look
    if across:
        _compose_across(scene, diagram, width, tallest)
        return
    below = diagram.blank and _COLUMN * width < _LEAST * look.size
    column = 1.2 * look.size if below else _COLUMN * width
    columns = {side: _column(scene, diagram, side, column, width) for side in ("left", "right")}
    # The outermost lines are half outside the units.
    room = width - look.axis - sum(columns.values()) - 2 * look.size * sum(map(bool, columns.values()))
    unit = min(room / diagram.width, tallest / diagram.height)
    left = look.axis / 2 + columns["left"] + 2 * look.size * bool(columns["left"]) + (room - unit * diagram.width) / 2

    def at(pair: Pair) -> Place:
        return left + unit * pair[0], unit * pair[1]

    _shapes(scene, diagram, at, width)
    for side, edge in (("left", columns["left"]), ("right", width - columns["right"])):
        labels = [(_letter(index, look), label) for index, label in enumerate(diagram.labels) if label.side == side]
        _labels(scene, labels, edge, columns[side], at, blank=diagram.blank, ruled=not below)
    if below:
        _rules(scene, len(diagram.labels), width)


def _letter(index: int, look: Look) -> str:
    return counted_by(letter(index), look.language)


def is_wide(diagram: Diagram) -> bool:
    """Whether columns of labels at both sides would leave a low and wide diagram too little."""
    return diagram.width > _WIDE * diagram.height and len({label.side for label in diagram.labels}) > 1


_WIDE = 2.5


def _compose_across(scene: Scene, diagram: Diagram, width: float, tallest: float) -> None:
    """Compose a diagram as wide as may be, and its labels above and below, each led to what it names."""
    look = scene.look
    unit = min((width - look.axis) / diagram.width, tallest / diagram.height)
    left = (width - unit * diagram.width) / 2

    def at(pair: Pair) -> Place:
        return left + unit * pair[0], unit * pair[1]

    _shapes(scene, diagram, at, width)
    labels = [(_letter(index, look), label) for index, label in enumerate(diagram.labels)]
    for up in (True, False):
        row = sorted((each for each in labels if (each[1].to[1] > diagram.height / 2) == up), key=lambda each: each[1].to[0])
        edge = unit * diagram.height + _LEAD * look.leading if up else -_LEAD * look.leading
        _row(scene, row, edge, width, at, blank=diagram.blank)


_LEAD = 0.9
"""How far above or below a diagram its labels stand, in lines."""


def _row(scene: Scene, row: list[tuple[str, Label]], edge: float, width: float, at: Callable[[Pair], Place], *, blank: bool) -> None:
    """Write labels, from left to right, side by side on the line `edge`, as near to what each names as there is room."""
    look = scene.look
    if not row:
        return
    up, room = edge > 0, width / len(row) - look.size
    rule = min(_RULE * look.size, room - 2.2 * look.size) if blank else 0.0
    words = [scene.words(plain(name, bold=True)) if blank else scene.words(label.text, room) for name, label in row]
    wide = [each.width + (look.gap + rule if blank else 0.0) for each in words]
    scene.crowded |= rule < 0.0 or any(each > room for each in wide)
    places = _side_by_side([at(label.to)[0] for _, label in row], wide, width, look.size)
    for (_, label), each, middle, whole in zip(row, words, places, wide, strict=True):
        target = at(label.to)
        scene.line((middle, edge), target, width=look.grid)
        scene.circle(target, 0.3 * look.mark, fill=BLACK)
        box = scene.write(each, (middle - whole / 2, edge), (1, 1 if up else -1))
        if blank:
            y = box[1] + 0.15 * look.leading
            scene.line((box[2] + look.gap, y), (middle + whole / 2, y), width=look.grid)


def _side_by_side(wanted: list[float], wide: list[float], width: float, apart: float) -> list[float]:
    """Return the middles of boxes in a row: as near as may be to where they are wanted, none over another or beyond the edges."""
    middles = [-each for each in spread([-each for each in wanted], [each + apart for each in wide])]
    for index, each in enumerate(wide):
        least = middles[index - 1] + wide[index - 1] / 2 + apart if index else 0.0
        middles[index] = max(middles[index], least + each / 2)
    for index in reversed(range(len(wide))):
        most = middles[index + 1] - wide[index + 1] / 2 - apart if index + 1 < len(wide) else width
        middles[index] = min(middles[index], most - wide[index] / 2)
    return middles


def _shapes(scene: Scene, diagram: Diagram, at: Callable[[Pair], Place], width: float) -> None:
    for shape in diagram.shapes:
        _shape(scene, shape, [at(pair) for pair in shape.points])
    for shape in diagram.shapes:
        if shape.text:
            _text(scene, shape, [at(pair) for pair in shape.points], width)


def _column(scene: Scene, diagram: Diagram, side: str, usual: float, width: float) -> float:
    """Return the width of the labels' column at one side: where its longest word needs more than the usual, that, as far as there is room."""
    labels = [label for label in diagram.labels if label.side == side]
    if not labels or diagram.blank:
        return usual * bool(labels)
    longest = max(scene.widest_word(label.text) for label in labels) + scene.look.gap + _ROUNDING
    return max(usual, min(longest, _WIDEST_COLUMN * width))


def _shape(scene: Scene, shape: Shape, points: list[Place]) -> None:
    look = scene.look
    fill = look.mixed(0.85) if shape.shaded else None
    match shape.kind:
        case "box":
            scene.rectangle((*points[0], *points[1]), fill=fill, width=look.axis, stroke=shape.stroke)
        case "circle":
            radius = hypot(points[1][0] - points[0][0], points[1][1] - points[0][1])
            scene.circle(points[0], radius, fill=fill, width=look.axis, stroke=shape.stroke)
        case "polygon":
            scene.polygon(points, fill=fill, width=look.axis, stroke=shape.stroke)
        case "line":
            scene.path(points, width=look.axis, stroke=shape.stroke)
            ends = {"none": (), "end": ((-2, -1),), "both": ((-2, -1), (1, 0))}[shape.arrows]
            for before, tip in ends:
                (x0, y0), (x1, y1) = points[before], points[tip]
                scene.arrowhead((x1, y1), towards=atan2(y1 - y0, x1 - x0))
        case "text":
            return


def _text(scene: Scene, shape: Shape, points: list[Place], whole: float) -> None:
    """Write a shape's text in its middle, in lines that fit its width; that of a line is backed, so that it reads on it.

    What stands free has the room to the nearer edge of the drawing, which is `whole` points wide.
    """
    xs, ys = zip(*points, strict=True)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    width = max(xs) - min(xs) - 2 * scene.look.gap
    if shape.kind == "circle":
        middle, width = points[0], 1.7 * hypot(points[1][0] - points[0][0], points[1][1] - points[0][1])
    elif shape.kind == "text":
        middle, width = points[0], 2 * min(points[0][0], whole - points[0][0])
    elif shape.kind == "line":
        half = len(points) // 2
        (x0, y0), (x1, y1) = points[half - 1], points[half]
        middle, width = ((x0 + x1) / 2, (y0 + y1) / 2), 1e6
    # No word is cut: one that is wider than its shape stands across its edges.
    longest = scene.widest_word(shape.text)
    scene.crowded |= longest > width and shape.kind in ("box", "circle")
    scene.write(scene.words(shape.text, max(width, longest)), middle, (0, 0), backed=shape.kind == "line" or longest > width)


def _labels(
    scene: Scene, labels: list[tuple[str, Label]], edge: float, column: float, at: Callable[[Pair], Place], *, blank: bool, ruled: bool
) -> None:
    """Write the labels of one side in a column whose inner edge is at `edge`, and lead each to what it names."""
    look = scene.look
    side = 1 if labels and labels[0][1].side == "right" else -1
    held: list[tuple[Place, Words, str]] = []
    for name, label in labels:
        words = scene.words(plain(name, bold=True)) if blank else scene.words(label.text, column - look.gap)
        held.append((at(label.to), words, name))
    held.sort(key=lambda each: -each[0][1])
    rule = min(_RULE * look.size, column - 2.2 * look.size)
    heights = [1.9 * look.leading if blank and ruled else words.height + look.gap for _, words, _ in held]
    for (target, words, _), middle in zip(held, spread([each[0][1] for each in held], heights), strict=True):
        start = (edge - side * 0.8 * look.size, middle)
        scene.line(start, target, width=look.grid)
        scene.circle(target, 0.3 * look.mark, fill=BLACK)
        if blank and ruled:
            whole = words.width + look.gap + rule
            left = edge if side > 0 else edge - whole
            scene.write(words, (left, middle), (1, 0))
            y = middle - 0.4 * look.size
            scene.line((left + words.width + look.gap, y), (left + whole, y), width=look.grid)
        else:
            scene.write(words, (edge, middle), (side, 0), align=-1 if side > 0 else 1)


def _rules(scene: Scene, count: int, width: float) -> None:
    """Write the letters with their rules below everything, one below the other."""
    look = scene.look
    top = scene.lowest() - look.leading
    for index in range(count):
        words = scene.words(plain(_letter(index, look), bold=True))
        box = scene.write(words, (0.0, top), (1, -1))
        y = box[1] + 0.15 * look.leading
        scene.line((box[2] + look.gap, y), (min(width, box[2] + 2 * _RULE * look.size), y), width=look.grid)
        top = box[1] - 0.8 * look.leading
