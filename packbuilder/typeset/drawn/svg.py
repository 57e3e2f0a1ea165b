"""Drawings as SVG, for pages on a screen: the same composition as in print, its words as text."""

from __future__ import annotations

from html import escape

from packbuilder.document import Drawing
from packbuilder.layout import Colour, Layout
from packbuilder.typeset.drawn.composing import composed
from packbuilder.typeset.drawn.outlines import Outline, Segment
from packbuilder.typeset.drawn.pieces import formula_segments, pieces
from packbuilder.typeset.words import TextPiece

COLUMN = 440.0
"""The width in points that a drawing's column has on a screen or in a word processor."""

_COMMANDS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def svg(drawing: Drawing, layout: Layout, language: str = "") -> bytes:
    """Return a drawing as SVG; letters are text, held to their width should the reader's program have another face."""
    drawn = composed(drawing, layout, COLUMN, language)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.width:.1f}pt" height="{drawn.height:.1f}pt" '
        f'viewBox="0 0 {drawn.width:.2f} {drawn.height:.2f}"><g transform="matrix(1 0 0 -1 0 {drawn.height:.2f})" '
        'stroke-linejoin="round">'
    ]
    parts += map(_svg_path, drawn.outlines)
    for written in drawn.written:
        left, bottom, _, top = written.box
        turn = f"matrix(0 1 -1 0 {left:.2f} {bottom:.2f})" if written.turned else f"matrix(1 0 0 1 {left:.2f} {top:.2f})"
        parts.append(f'<g transform="{turn}">')
        for piece, x, y in pieces(written):
            if isinstance(piece, TextPiece):
                parts.append(_svg_text(piece, x, y + piece.rise))
            else:
                parts.append(_svg_segments(formula_segments(piece.outline, piece.size, x, y), fill="black"))
        parts.append("</g>")
    return "".join([*parts, "</g></svg>"]).encode()


def _svg_path(outline: Outline) -> str:
    fill = _hex(outline.fill) if outline.fill is not None else "none"
    stroke = ""
    if outline.stroke is not None:
        dash = f' stroke-dasharray="{" ".join(f"{part:.2f}" for part in outline.dash)}"' if outline.dash else ""
        stroke = f' stroke="{_hex(outline.stroke)}" stroke-width="{outline.width:.2f}"{dash}'
    return _svg_segments(outline.segments, fill=fill, stroke=stroke)


def _svg_segments(segments: tuple[Segment, ...], *, fill: str, stroke: str = "") -> str:
    path = "".join(_COMMANDS[kind] + " ".join(f"{value:.2f}" for value in values) for kind, values in segments)
    return f'<path d="{path}" fill="{fill}"{stroke}/>'


def _svg_text(piece: TextPiece, x: float, y: float) -> str:
    if not piece.text.strip():
        return ""
    weight = ' font-weight="bold"' if "Bold" in piece.face.name else ""
    return (
        f'<text transform="matrix(1 0 0 -1 {x:.2f} {y:.2f})" font-family="Atkinson Hyperlegible, Verdana, Arial, sans-serif" '
        f'font-size="{piece.size:.2f}"{weight} textLength="{piece.width:.2f}" lengthAdjust="spacingAndGlyphs">{escape(piece.text)}</text>'
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)
