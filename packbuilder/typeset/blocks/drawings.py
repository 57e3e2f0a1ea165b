"""Drawings: what was composed, centred, one figure with alternative text; its words are text in the document's faces."""

from __future__ import annotations

from packbuilder.document import Drawing
from packbuilder.drawings.speech import described
from packbuilder.layout import BLACK
from packbuilder.typeset.blocks.answers import NOTHING, answer_space
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import FORBIDDEN, Fragment, Leaf, Node, Slab, number
from packbuilder.typeset.lines import paint

_APART = 8.0
"""White space above and below a drawing in points."""


def set_drawing(drawing: Drawing, context: Context) -> Fragment:
    """Lay out a drawing with its caption."""
    # Imported here: reportlab's shapes take 0.08 s to import, and most documents have no drawing.
    from packbuilder.typeset.drawn import composed
    from packbuilder.typeset.drawn.outlines import pdf_operators

    drawn = composed(drawing, context.layout, context.width, context.wording.language)
    x = (context.width - drawn.width) / 2
    operators = [b"q 1 0 0 1 %s %s cm\n" % (number(x), number(-drawn.height)), pdf_operators(drawn.outlines)]
    glyphs: set[tuple[str, str]] = set()
    for written in drawn.written:
        left, bottom, right, top = written.box
        # What is turned is set on a line that rises at the left edge of its box.
        turn = (0, 1, -1, 0, left, bottom) if written.turned else (1, 0, 0, 1, left, top)
        operators.append(b"q " + b" ".join(map(number, turn)) + b" cm\n")
        wide = top - bottom if written.turned else right - left
        y = 0.0
        for line in written.words.lines:
            painted = paint(line, x=(wide - line.width) * (1 + written.align) / 2, colour=BLACK, node=0)
            glyphs |= painted.glyphs
            operators.append(b"q 1 0 0 1 0 %s cm\n" % number(y))
            operators.extend(leaf.operators for _, leaf in painted.leaves)
            operators.append(b"Q\n")
            y -= line.height
        operators.append(b"Q\n")
    operators.append(b"Q\n")
    alt = described(drawing.sketch, context.wording, alt=drawing.alt)
    builder = Builder(Node(role="Figure", name="drawing", alt=alt))
    leaf = Leaf(0, b"".join(operators), (x, -drawn.height, x + drawn.width, 0.0))
    builder.slab(Slab(drawn.height, (leaf,), FORBIDDEN if drawing.caption else 0.0, 4.0), glyphs=frozenset(glyphs))
    if drawing.caption:
        builder.add(set_text(drawing.caption, context.layout.style("caption"), context, node=Node(role="Caption")))
    if drawing.answered:
        # What is drawn on is a figure, which does not say that anything is to be added.
        space = builder.node(answer_space(context.wording.say("space.drawing")))
        builder.overlay((Leaf(space, NOTHING),), index=-1)
    builder.space(_APART)
    return builder.fragment(before=_APART)
