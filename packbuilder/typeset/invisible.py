"""Invisible text under outlines, so that a formula can be copied, searched and extracted as text."""

from __future__ import annotations

from packbuilder.typeset.context import Context
from packbuilder.typeset.faces import MissingGlyphError, face_for
from packbuilder.typeset.fragments import number
from packbuilder.typeset.words import face_width


def hidden_text(text: str, *, x: float, y: float, width: float, size: float, context: Context) -> tuple[bytes, frozenset[tuple[str, str]]]:
    """Return operators that set `text` invisibly (render mode 3) over `width` points from (x, y), and the characters used.

    A character that no face has is left out: the formula's alternative text still says it.
    """
    runs: list[tuple[str, str, float, bytes]] = []
    glyphs: set[tuple[str, str]] = set()
    for char in text:
        try:
            face = face_for(char, context.layout.family, False, False, False)
        except MissingGlyphError:
            continue
        glyphs.add((face.name, char))
        runs.append((face.resource, char, face_width(face, char), face.shown(char)))
    natural = sum(run[2] for run in runs) * size / 1000
    if not natural:
        return b"", frozenset()
    operators = [b"BT 3 Tr %s Tz 1 0 0 1 %s %s Tm\n" % (number(100 * width / natural), number(x), number(y))]
    resource = ""
    for name, _, _, shown in runs:
        if name != resource:
            operators.append(b"/%s %s Tf\n" % (name.encode(), number(size)))
            resource = name
        operators.append(shown + b" Tj\n")
    operators.append(b"ET\n")
    return b"".join(operators), frozenset(glyphs)
