"""One drawing of any kind, composed for a layout and a width."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.document import Drawing
from packbuilder.drawings import Chart, Diagram, Graph, NumberLine, Pie
from packbuilder.layout import Layout
from packbuilder.typeset.drawn.chart import compose_chart
from packbuilder.typeset.drawn.diagram import compose_diagram
from packbuilder.typeset.drawn.graph import compose_graph
from packbuilder.typeset.drawn.look import Look, look_of
from packbuilder.typeset.drawn.number_line import compose_number_line
from packbuilder.typeset.drawn.pie import compose_pie
from packbuilder.typeset.drawn.scene import Drawn, Scene

_SHARES = {NumberLine: 0.9, Graph: 0.62, Chart: 0.85, Pie: 0.75, Diagram: 0.9}
"""The part of the column that each kind takes where nothing is said."""

_LEAST = 28.0
"""Where nothing is said, a drawing is at least so many ems wide, if its column is."""

_TALLEST = 0.42
"""The area of a graph or chart takes at most this part of the page's height, so that its question fits beside it."""

_TALLEST_LARGE, _LARGE = 0.55, 1.4
"""In large print, from so many times the size on, it may take more: a question fills pages there anyway."""


_FULL = 0.9
"""A drawing of more than this part of the page's height leaves its caption none."""

_SMALLER = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How much smaller words are set, one after the other, where the whole column does not hold them either."""


def composed(drawing: Drawing, layout: Layout, width: float) -> Drawn:
    """Return a drawing composed for a column of `width` points. Larger text makes it wider, up to the whole column.

    Where its words would be stacked higher than a page, it takes the whole column, whatever share was asked for; where that is not enough,
    they are set smaller, since no reader is helped by words that stand beside the paper.
    """
    look = look_of(layout)
    share = (drawing.share or _SHARES[type(drawing.sketch)]) * layout.scale
    drawn = _composed(drawing, layout, look, min(width, max(width * share, 0.0 if drawing.share else _LEAST * look.size)))
    smaller = iter(_SMALLER)
    while drawn.height > _FULL * layout.page.text_height and (part := next(smaller, 0.0)):
        style = replace(look.style, size=part * look.size, leading=part * look.leading)
        drawn = _composed(drawing, layout, replace(look, style=style), width)
    return drawn


def _composed(drawing: Drawing, layout: Layout, look: Look, wide: float) -> Drawn:
    sketch = drawing.sketch
    scene = Scene(look)
    tallest = (_TALLEST if layout.scale < _LARGE else _TALLEST_LARGE) * layout.page.text_height
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
            compose_diagram(scene, sketch, wide, tallest)
    return scene.drawn()
