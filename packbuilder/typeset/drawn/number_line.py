"""Number lines: a bold line with arrowheads, numbered ticks below it, marks on it, inequalities and jumps above it."""

from __future__ import annotations

from math import cos, pi, sin

from packbuilder.drawings import Axis, Interval, Jump, NumberLine
from packbuilder.typeset.drawn.axes import Frame, add_ticks, numbers
from packbuilder.typeset.drawn.scene import Place, Scene, Words

_ROW = 1.15
"""How far above the line, and above each other, inequalities stand, in ems."""

_ARC = 0.35
"""The greatest height of a jump against its width."""


def compose_number_line(scene: Scene, line: NumberLine, width: float) -> None:
    """Compose a number line `width` points wide; 0 is the height of its line."""
    look = scene.look
    axis = Axis(title=(), scale=line.scale, numbers=line.numbers != "none")
    edge = max(1.6 * look.size, *(words.width / 2 for _, words in numbers(scene, axis, width, "across")), 0.0)
    frame = Frame(left=edge, bottom=0.0, width=width - 2 * edge, height=1.0, x=line.scale, y=line.scale)
    long, short = 0.38 * look.size, 0.24 * look.size
    if line.scale.minor > 1:
        add_ticks(scene, frame, "across", line.scale.fine_ticks(), at=0.0, length=short, both=True)
    add_ticks(scene, frame, "across", line.scale.ticks(), at=0.0, length=long, both=True)
    beyond = 1.3 * look.size
    scene.line((edge - beyond / 2, 0.0), (width - edge + beyond / 2, 0.0), width=look.axis)
    scene.arrowhead((edge - beyond, 0.0), towards=pi)
    scene.arrowhead((width - edge + beyond, 0.0), towards=0.0)
    kept = numbers(scene, axis, frame.width, "across")
    if line.numbers == "ends":
        kept = tuple((value, scene.words(look.number(value))) for value in (line.scale.low, line.scale.high))
    for value, words in kept:
        scene.write_if_free(words, (_x(frame, value), -long - 1), (0, -1))
    top = _jumps(scene, line, frame, width)
    for mark in line.marks:
        scene.marked((_x(frame, mark.at), 0.0), mark.shape)
    top = _labels(scene, [((_x(frame, m.at), look.mark), scene.words(m.label, 0.4 * width)) for m in line.marks if m.label], top, width)
    for interval in line.intervals:
        _interval(scene, interval, frame, top + _ROW * look.size / 2, beyond)
        top += _ROW * look.size


def _x(frame: Frame, value: float) -> float:
    return frame.left + frame.x.part(value) * frame.width


def _interval(scene: Scene, interval: Interval, frame: Frame, y: float, beyond: float) -> None:
    """Add an inequality's line at its height, with circles or arrowheads at its ends."""
    look = scene.look
    low = frame.left - beyond if interval.low is None else _x(frame, interval.low)
    high = frame.left + frame.width + beyond if interval.high is None else _x(frame, interval.high)
    cut = beyond / 3
    start, end = low + cut * (interval.low is None), high - cut * (interval.high is None)
    scene.line((start, y), (end, y), width=look.curve)
    for value, x, is_open, towards in ((interval.low, low, interval.low_open, pi), (interval.high, high, interval.high_open, 0.0)):
        if value is None:
            scene.arrowhead((x, y), towards=towards)
        else:
            scene.marked((x, y), "open" if is_open else "filled")


def _jumps(scene: Scene, line: NumberLine, frame: Frame, width: float) -> float:
    """Add the jumps, each an arc with an arrowhead, and their labels above them; return the height that is free above all."""
    look = scene.look
    top = 0.55 * look.size
    labels: list[tuple[Place, Words]] = []
    for jump in line.jumps:
        peak = _arc(scene, jump, frame)
        top = max(top, peak[1] + look.gap)
        if jump.label:
            labels.append((peak, scene.words(jump.label, 0.4 * width)))
    return _labels(scene, labels, top, width, touching=True)


def _arc(scene: Scene, jump: Jump, frame: Frame) -> Place:
    """Add one jump and return its highest point."""
    look = scene.look
    start, end = _x(frame, jump.start), _x(frame, jump.end)
    rise, base = min(_ARC * abs(end - start) + 0.6 * look.size, 3.0 * look.size), 0.4 * look.size
    steps = 24
    arc = []
    for index in range(steps + 1):
        turn = pi * index / steps
        arc.append(((start + end) / 2 - (end - start) / 2 * cos(turn), base + rise * sin(turn)))
    scene.path(arc, width=look.axis, smooth=True)
    scene.arrowhead((end, 0.18 * look.size), towards=-pi / 2)
    return (start + end) / 2, base + rise


def _labels(scene: Scene, labels: list[tuple[Place, Words]], top: float, width: float, *, touching: bool = False) -> float:
    """Write labels above their points, in as many rows as they need; return the height that is free above them."""
    look = scene.look
    highest = top
    for (x, y), words in sorted(labels, key=lambda each: each[0]):
        middle = min(max(x, words.width / 2), width - words.width / 2)
        base = y + 0.5 * look.gap if touching else top
        at = base
        while not scene.free(scene.boxed(words, (middle, at), (0, 1)), marks=touching):
            at += 0.25 * look.leading
        if not touching and at > look.size:
            scene.line((x, y), (x, at), width=look.fine)
        box = scene.write(words, (middle, at), (0, 1))
        highest = max(highest, box[3])
    return highest
