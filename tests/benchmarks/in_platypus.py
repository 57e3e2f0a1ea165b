"""Papers and their schemes in reportlab's platypus, as somebody writes them who knows where its time goes.

A question is a flowable of its own, so that it stays whole and its paragraphs are wrapped once, where `KeepTogether` and tables wrap them again
(`in_plain_platypus`). All else is in `platypus_document`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from tests.benchmarks.peer_papers import Asked, Paper, Section
from tests.benchmarks.platypus_document import (
    BOLD,
    GREY,
    MARK,
    NUMBER,
    OPTION,
    PITCH,
    PLAIN,
    STEM,
    headed,
    write,
)


class _Question(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A question: number and code, stem, mark, and options or lines."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.stem = Paragraph(escape(asked["stem"]), STEM)
        self.options = [Paragraph(escape(option), OPTION) for option in asked["options"]]
        self.spaceBefore, self.spaceAfter = 2, 6 if asked["lines"] else 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.stem.wrap(width - NUMBER - MARK, height)
        self.height: float = self.stem.height + 4
        for option in self.options:
            option.wrap(width - NUMBER - 15 * mm, height)
            self.height += option.height + 1.46
        lines = self.asked["lines"]
        self.height += 3.5 + lines * PITCH if lines else 0
        return width, self.height

    def draw(self) -> None:
        asked, canvas = self.asked, self.canv
        canvas.setFont(BOLD, 11)
        canvas.drawString(0, self.height - 11.5, asked["number"])
        y = self.height - self.stem.height
        canvas.drawRightString(self.width, y + 4, f"[{asked['marks']}]")
        self.stem.drawOn(canvas, NUMBER, y)
        y -= 4
        canvas.setLineWidth(0.7)
        for letter, option in zip("ABCDEFGH", self.options, strict=False):
            y -= option.height
            top = y + option.height
            canvas.rect(NUMBER + 0.4, top - 13, 10.4, 10.4)
            canvas.setFont(BOLD, 11)
            canvas.drawString(NUMBER + 8 * mm, top - 11.5, letter)
            option.drawOn(canvas, NUMBER + 15 * mm, y)
            y -= 1.46
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.5)
        if asked["lines"]:
            ys = [y - 1 - at * PITCH for at in range(1, asked["lines"] + 1)]
            canvas.lines([(NUMBER, at, self.width, at) for at in ys])
        canvas.setFont(PLAIN, 5.5)
        canvas.setFillColor(GREY)
        canvas.drawString(0, self.height - 21, asked["code"])


def platypus(papers: Sequence[Paper], target: Path) -> None:
    """Write `all.pdf`."""
    write(papers, target, _asked)


def _asked(section: Section) -> Iterator[Flowable]:
    yield from headed(section)
    yield from map(_Question, section["asked"])
