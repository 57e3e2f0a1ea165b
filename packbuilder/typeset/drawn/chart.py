"""Charts: bars and lines over categories, told apart by hatching, dashes and markers, never by shade alone."""

from __future__ import annotations

from math import cos, pi, sin

from packbuilder.drawings import Chart, Scale, Series
from packbuilder.drawings.sketches import Stroke
from packbuilder.typeset.drawn.axes import Frame, add_grid_lines, add_ticks, numbers, widest
from packbuilder.typeset.drawn.graph import above_axis, below_axis
from packbuilder.typeset.drawn.scene import Box, Place, Scene, Words, meet

_RATIO = 0.6
_BAR = 0.72
"""How much of its category's room a group of bars takes."""

_LONGEST = 0.55
"""Of the height that a chart's area may take, what turned names of categories may: both together leave a page room for the titles."""

_DASHES: tuple[Stroke, ...] = ("solid", "dashed", "dotted")


def compose_chart(scene: Scene, chart: Chart, width: float, height: float, tallest: float) -> None:
    """Compose a chart `width` points wide; its area is `height` times as high as wide (0: what suits charts)."""
    look = scene.look
    up = min(width * (height or _RATIO), tallest)
    sides = [widest(numbers(scene, axis, up, "up")) + 2 * look.gap if axis else look.axis for axis in (chart.left, chart.right)]
    frame = Frame(left=sides[0], bottom=0.0, width=max(width - sum(sides), 2 * look.size), height=up, x=_COUNTED, y=chart.left.scale)
    if chart.grid:
        add_grid_lines(scene, frame, "up", frame.y.fine_ticks(), look.faint, look.fine)
        add_grid_lines(scene, frame, "up", frame.y.ticks(), look.light, look.grid)
    slots = [(frame.left + frame.width * (i + 0.5) / len(chart.categories)) for i in range(len(chart.categories))]
    _bars(scene, chart, frame, slots)
    _lines(scene, chart, frame, slots)
    _axes(scene, chart, frame)
    _categories(scene, chart, frame, slots, width, tallest)
    lowest = min([0.0, *(each.box[1] for each in scene.written)])
    below_axis(scene, chart.title, frame.left + frame.width / 2, lowest, width)
    share = width / 2 - look.size if chart.right else width
    above_axis(scene, chart.left, up + look.gap, 0.0, share)
    if chart.right:
        above_axis(scene, chart.right, up + look.gap, width - share, share, to_right=True)
    if len(chart.series) > 1:
        _legend(scene, chart, width)


_COUNTED = Scale(low=0, high=1, step=1)


def _axes(scene: Scene, chart: Chart, frame: Frame) -> None:
    look = scene.look
    base = frame.at(0, _foot(frame.y))[1]
    scene.line((frame.left, base), (frame.box[2], base), width=look.axis)
    for axis, x, side in ((chart.left, frame.left, -1), (chart.right, frame.box[2], 1)):
        if axis is None:
            continue
        scaled = Frame(left=frame.left, bottom=0.0, width=frame.width, height=frame.height, x=_COUNTED, y=axis.scale)
        add_ticks(scene, scaled, "up", (), at=x, length=0.0)
        for value in axis.scale.ticks():
            y = scaled.at(0, value)[1]
            scene.line((x, y), (x + side * look.gap, y), width=look.axis)
        for value, words in numbers(scene, axis, frame.height, "up"):
            scene.write_if_free(words, (x + side * (look.gap + 1), scaled.at(0, value)[1]), (side, 0))


def _foot(scale: Scale) -> float:
    """Return the value that bars stand on."""
    return min(max(0.0, scale.low), scale.high)


def _categories(scene: Scene, chart: Chart, frame: Frame, slots: list[float], width: float, tallest: float) -> None:
    """Write the categories below their places: side by side, else turned and in lines where they are long, else, and in large print, in steps."""
    look = scene.look
    room = frame.width / len(slots)
    longest = max(scene.widest_word(text) for text in chart.categories)
    turned = [scene.words(name, max(_LONGEST * tallest, longest)) for name in chart.categories]
    foot = -look.gap
    if longest <= room - look.gap:
        for x, name in zip(slots, chart.categories, strict=True):
            scene.write(scene.words(name, room - look.gap), (x, foot), (0, -1))
    elif not look.upright and max(words.height for words in turned) <= room and max(words.width for words in turned) <= tallest:
        for x, words in zip(slots, turned, strict=True):
            scene.write_turned(words, x, foot)
    else:
        _stepped(scene, [(x, scene.words(name, 0.9 * width)) for x, name in zip(slots, chart.categories, strict=True)], foot, width)


def _stepped(scene: Scene, names: list[tuple[float, Words]], foot: float, width: float) -> None:
    """Write names below their places, as many steps down as it takes that none meets another; a line leads to each, behind the others."""
    look = scene.look
    places: list[Place] = []
    taken: list[Box] = []
    for x, words in names:
        middle, at = min(max(x, words.width / 2), width - words.width / 2), foot
        while True:
            left, bottom, right, top = box = scene.boxed(words, (middle, at), (0, -1))
            beside = (left - look.gap, bottom, right + look.gap, top)
            if scene.free(box) and not any(meet(beside, other) for other in taken):
                break
            at -= 0.5 * look.leading
        taken.append(box)
        places.append((middle, at))
    for (x, _), (_, at) in zip(names, places, strict=True):
        scene.line((x, 0.0), (x, at), width=look.fine)
    for (_, words), place in zip(names, places, strict=True):
        scene.write(words, place, (0, -1), backed=True)


def _bars(scene: Scene, chart: Chart, frame: Frame, slots: list[float]) -> None:
    """Add the bars of all series, side by side at each category."""
    series = [(index, each) for index, each in enumerate(chart.series) if each.drawn == "bars"]
    room = _BAR * frame.width / len(slots)
    for place, (index, each) in enumerate(series):
        scale = _scale(chart, each)
        for x, value in zip(slots, each.values, strict=True):
            if value is not None and value != _foot(scale):
                left = x - room / 2 + room * place / len(series)
                ends = sorted(frame.bottom + frame.height * scale.part(v) for v in (_foot(scale), value))
                _filled(scene, (left, ends[0], left + room / len(series), ends[1]), index)


def _scale(chart: Chart, series: Series) -> Scale:
    return chart.right.scale if series.right and chart.right else chart.left.scale


def _filled(scene: Scene, box: Box, index: int) -> None:
    """Add a bar in the filling of its series: grey, hatched, white, hatched the other way, dark."""
    look, kind = scene.look, index % 5
    scene.rectangle(box, fill=look.mixed({0: 0.72, 4: 0.35}.get(kind, 1.0)))
    if kind in (1, 3):
        for start, end in _hatching(box, 0.45 * look.size, rising=kind == 1):
            scene.line(start, end, width=look.grid)
    scene.rectangle(box, width=look.axis)


def _hatching(box: Box, apart: float, *, rising: bool) -> list[tuple[Place, Place]]:
    """Return the lines that hatch a box at 45 degrees."""
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    lines = []
    for index in range(1, int((wide + high) / apart) + 1):
        along = index * apart
        x0, y0 = (left, bottom + along) if along <= high else (left + along - high, top)
        x1, y1 = (left + along, bottom) if along <= wide else (right, bottom + along - wide)
        if rising:
            # Mirrored: falling lines of one box are rising lines of its mirror image.
            x0, x1 = left + right - x0, left + right - x1
        lines.append(((x0, y0), (x1, y1)))
    return lines


def _lines(scene: Scene, chart: Chart, frame: Frame, slots: list[float]) -> None:
    """Add the lines, each with its dashes and markers; a missing value interrupts its line."""
    for index, each in enumerate(chart.series):
        if each.drawn != "line":
            continue
        scale = _scale(chart, each)
        run: list[Place] = []
        for x, value in (*zip(slots, each.values, strict=True), (0.0, None)):
            if value is not None:
                run.append((x, frame.bottom + frame.height * scale.part(value)))
                continue
            if len(run) > 1:
                scene.path(run, width=scene.look.curve, stroke=_DASHES[index % 3])
            for place in run:
                _marker(scene, place, index)
            run = []


def _marker(scene: Scene, at: Place, index: int) -> None:
    """Add a series' marker: a disc, a square or a triangle, full for the first three, then empty."""
    look, r = scene.look, 0.85 * scene.look.mark
    fill = look.mixed(0.0) if index % 6 < 3 else look.paper
    corners = (0, 4, 3)[index % 3]
    if corners:
        turned = pi / 2 + (pi / 4) * (corners == 4)
        points = [
            (at[0] + 1.25 * r * cos(turned + 2 * pi * i / corners), at[1] + 1.25 * r * sin(turned + 2 * pi * i / corners))
            for i in range(corners)
        ]
        scene.polygon(points, fill=fill, width=look.axis)
    else:
        scene.circle(at, r, fill=fill, width=look.axis)


def _legend(scene: Scene, chart: Chart, width: float) -> None:
    """Write which series looks how, below everything, in as many rows as needed."""
    look = scene.look
    swatch = 2.2 * look.size
    start = x = look.curve
    top = min(each.box[1] for each in scene.written) - look.gap
    row = 0.0
    for index, each in enumerate(chart.series):
        words: Words = scene.words(each.name, width - start - swatch - look.gap)
        wide = swatch + look.gap + words.width
        if x > start and x + wide > width:
            x, top, row = start, top - row - look.gap, 0.0
        middle = top - min(words.height, look.leading) / 2
        if each.drawn == "bars":
            _filled(scene, (x, middle - 0.36 * look.size, x + swatch * 0.7, middle + 0.36 * look.size), index)
        else:
            scene.path([(x, middle), (x + swatch, middle)], width=look.curve, stroke=_DASHES[index % 3])
            _marker(scene, (x + swatch / 2, middle), index)
        scene.write(words, (x + swatch + look.gap, top), (1, -1), align=-1)
        x, row = x + wide + 1.5 * look.size, max(row, words.height)
