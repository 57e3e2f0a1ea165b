"""Labels to cut out: desks' and packets', on a grid that fills the page, one side printed."""

from __future__ import annotations

from packbuilder.document import LabelSheet
from packbuilder.layout import POINTS_PER_MM
from packbuilder.text import emboldened
from packbuilder.typeset.blocks.cutting import cut_marks, edges, guides
from packbuilder.typeset.blocks.fitted import Fitter, Sizes
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node, Slab

_INSET = 3.5 * POINTS_PER_MM
_LARGEST = 20.0
_SHARE = 0.075
"""Text is at most so much of a label's height, and never more than 20 points; its first line is twice as large."""

_LEAST = 6.0


def set_labels(sheet: LabelSheet, context: Context) -> Fragment:
    """Lay out a sheet as a list of labels, row by row."""
    width, height = context.width / sheet.columns, context.layout.page.text_height / sheet.rows
    upright, level = edges(sheet.columns, sheet.rows, width, height)
    sizes = Sizes(largest=max(_LEAST, min(_LARGEST, _SHARE * height)), least=_LEAST, head=2.0)
    builder = Builder(Node(role="L", name="labels"))
    fitter = Fitter(builder, width=width - 2 * _INSET, sizes=sizes, context=context)
    leaves = [Leaf(ARTIFACT, guides(upright, level, context.layout.rule)), Leaf(ARTIFACT, cut_marks(upright, level))]
    for index, (first, *rest) in enumerate(sheet.labels):
        row, column = divmod(index, sheet.columns)
        body = builder.node(Node(role="LBody", parent=builder.node(Node(role="LI", parent=0))))
        x, y = upright[column] + _INSET, level[row] - _INSET
        leaves += fitter.set((emboldened(first), *rest), parent=body, x=x, y=y, height=height - 2 * _INSET)
    builder.slab(Slab(context.layout.page.text_height, tuple(leaves)))
    return builder.fragment()
