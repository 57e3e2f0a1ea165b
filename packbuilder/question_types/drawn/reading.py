"""A drawing of a bank to a block: its kind, its words for those who do not see it, its caption and its size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from packbuilder.diagnostics import Diagnostic, Severity, worst
from packbuilder.document import Drawing
from packbuilder.drawings import Sketch
from packbuilder.errors import nearest_hints
from packbuilder.markup import in_characters
from packbuilder.model.raw_item import MappingValue
from packbuilder.question_types.common import text_of
from packbuilder.question_types.drawn.charts import read_chart, read_pie
from packbuilder.question_types.drawn.diagrams import read_diagram
from packbuilder.question_types.drawn.graphs import read_graph
from packbuilder.question_types.drawn.number_lines import read_number_line
from packbuilder.question_types.drawn.parts import CODE, Part

KINDS: Mapping[str, Callable[[Part], Sketch | None]] = {
    "number_line": read_number_line,
    "axes": read_graph,
    "bar_chart": lambda part: read_chart(part, "bars"),
    "line_chart": lambda part: read_chart(part, "line"),
    "pie_chart": read_pie,
    "diagram": read_diagram,
}

_WITH_HEIGHT = ("axes", "bar_chart", "line_chart")


def read_drawing(mapping: MappingValue, problems: list[Diagnostic]) -> Drawing | None:
    """Read a drawing; None where anything is wrong with it, and then its mistakes are added."""
    found: list[Diagnostic] = []
    part = Part(mapping, "a drawing", found)
    kind = part.fields.text("kind", required=True)
    if kind not in KINDS:
        if kind:
            hints = nearest_hints(kind, tuple(KINDS)) or (f"There are {', '.join(KINDS)}.",)
            part.fail(3, f"there is no kind of drawing called {kind!r}", "kind", *hints)
        problems.extend(each for each in part.fields.finish() if each.code != f"{CODE}04")
        return None
    alt = in_characters(part.fields.text("alt"))
    if kind == "diagram" and not alt:
        part.fields.fail(
            5, "a diagram needs `alt`: what it shows, in words", mapping.span, "Say what a candidate who cannot see it must know."
        )
    caption = text_of(part.fields, "caption", found)
    share = part.fields.number("width", 0.0, low=0.2, high=1.0)
    height = part.fields.number("height", 0.0, low=0.2, high=1.5) if kind in _WITH_HEIGHT else 0.0
    sketch = KINDS[kind](part)
    part.done()
    problems.extend(found)
    if sketch is None or worst(tuple(found)) is Severity.ERROR:
        return None
    return Drawing(sketch=sketch, alt=alt, caption=caption, share=share, height=height)
