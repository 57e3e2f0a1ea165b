"""One drawing of any kind, composed for a layout and a width."""

from __future__ import annotations

from packbuilder.document import Drawing
from packbuilder.drawings import Chart, Diagram, Graph, NumberLine, Pie
from packbuilder.layout import LARGE_PRINT, Layout
from packbuilder.typeset.drawn.chart import compose_chart
from packbuilder.typeset.drawn.diagram import compose_diagram, is_wide
from packbuilder.typeset.drawn.graph import compose_graph
from packbuilder.typeset.drawn.look import Look, look_of
from packbuilder.typeset.drawn.number_line import compose_number_line
from packbuilder.typeset.drawn.pie import compose_pie
from packbuilder.typeset.drawn.scene import Drawn, Scene

_SHARES = {NumberLine: 0.9, Graph: 0.62, Chart: 0.85, Pie: 0.75, Diagram: 0.9}
"""The part of the column that each kind takes where nothing is said."""

_LEAST = 28.0
"""Where nothing is said, a drawing is at least so many ems wide, if its column is."""

_PARTS = (1.0, 0.85, 0.7, 0.55, 0.4)
"""Of the size of words, what is tried in turn until a page holds the drawing."""

_TALLEST = 0.42
"""The area of a graph or chart takes at most this part of the page's height, so that its question fits beside it."""

_TALLEST_LARGE = 0.55
"""In large print it may take more: a question fills pages there anyway."""


_READABLE = 0.7
"""Words are not made smaller than this part of their size only because they crowd each other."""


def composed(drawing: Drawing, layout: Layout, width: float, language: str = "") -> Drawn:
    """Return a drawing, its words in a language (a BCP 47 tag), composed for a column of `width` points. Larger text makes it wider, up to the whole column.

    One that no page would hold, since its words are too many for their size, has smaller words: nothing of it may be cut. So has a diagram
    whose words crowd each other, unless its labels find room above and below; in large print no words are made smaller for that.
    """
    fitting: list[Drawn] = []
    for part in _PARTS:
        for across in _arrangements(drawing):
            drawn = _composed(drawing, layout, width, look_of(layout, part=part, language=language), across=across)
            if drawn.height <= layout.page.text_height and drawn.width <= width + _HAIR:
                fitting.append(drawn)
                if not drawn.crowded:
                    return drawn
        if fitting and (part <= _READABLE or layout.scale > 1.0):
            break
    return fitting[0] if fitting else drawn


_HAIR = 0.05
"""Points that lines at its edges may stand out."""


def _arrangements(drawing: Drawing) -> tuple[bool, ...]:
    """Return how a drawing may be arranged, the best way first: of diagrams, with labels at the sides, or above and below."""
    if not isinstance(drawing.sketch, Diagram) or not drawing.sketch.labels:
        return (False,)
    return (True, False) if is_wide(drawing.sketch) else (False, True)


def _composed(drawing: Drawing, layout: Layout, width: float, look: Look, *, across: bool) -> Drawn:
    sketch = drawing.sketch
    scene = Scene(look)
    share = (drawing.share or _SHARES[type(sketch)]) * layout.scale
    wide = min(width, max(width * share, 0.0 if drawing.share else _LEAST * scene.look.size))
    tallest = (_TALLEST if layout.scale < LARGE_PRINT else _TALLEST_LARGE) * layout.page.text_height
    match sketch:
        case NumberLine():
            compose_number_line(scene, sketch, wide)
        case Graph():
            compose_graph(scene, sketch, wide, drawing.height, tallest)
        case Chart():
            compose_chart(scene, sketch, wide, drawing.height, tallest)
        case Pie():
            compose_pie(scene, sketch, wide, tallest)
        case Diagram():
            compose_diagram(scene, sketch, wide, tallest, across=across)
            scene.crowded |= scene.overlapping()
    return scene.drawn()
