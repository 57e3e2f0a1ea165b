"""Room at the head of the page: what the strip needs, and a watermark behind the text."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from packbuilder.layout import WHITE, Layout
from packbuilder.press.strip import EDGE, height_of
from packbuilder.typeset.faces import face_for
from packbuilder.typeset.fragments import ARTIFACT, Laid, Leaf, Page, Placement, Slab, number
from packbuilder.values import replace

_FRAME = 7.0
"""A frame stands so far outside the text."""

_SHADE = 0.9
"""A watermark's colour against the paper's: black on it keeps a contrast of 16:1."""

_DIAGONAL = 0.62
_TALLEST = 150.0
"""A watermark takes so much of the page's diagonal, and its letters are no larger in points."""


def with_room(layout: Layout, laid: Laid, *, size: float = 0.0) -> Layout:
    """Return the layout with a top margin in which a strip, with letters of `size` on large print, fits above everything that a document set in it has there."""
    page = layout.page
    limit = page.height - EDGE - height_of(size)
    highest = page.height - page.top + (_FRAME if layout.frame else 0.0)
    for each in laid.pages:
        highest = max([highest, *(placed.y for placed in each.furniture if placed.slab.height and placed.y > page.height / 2)])
    lack = highest - limit
    return layout if lack <= 0 else replace(layout, page=replace(page, top=page.top + lack), name=f"{layout.name}+strip")


def watermarked(laid: Laid, text: str, layout: Layout) -> Laid:
    """Return the document with light words across each page, behind all else but the page's tint."""
    if not text:
        return laid
    glyphs = frozenset((face_for(char, layout.family, True, False, False).name, char) for char in text)
    behind = 1 if layout.background is not None else 0
    pages = []
    for page in laid.pages:
        mark = Placement(ARTIFACT, Slab(0.0, (Leaf(ARTIFACT, _mark(text, page, layout)),)), 0.0, 0.0)
        pages.append(replace(page, furniture=(*page.furniture[:behind], mark, *page.furniture[behind:])))
    return replace(laid, pages=tuple(pages), glyphs=laid.glyphs | glyphs)


def _mark(text: str, page: Page, layout: Layout) -> bytes:
    pieces = [(face_for(char, layout.family, True, False, False), char) for char in text]
    ems = sum(face.widths[ord(char)] for face, char in pieces) / 1000
    size = min(_TALLEST, _DIAGONAL * hypot(page.width, page.height) / ems)
    angle = atan2(page.height, page.width)
    c, s = cos(angle), sin(angle)
    back, down = ems * size / 2, size / 3
    start = (page.width / 2 - back * c + down * s, page.height / 2 - back * s - down * c)
    shade = b" ".join(number(part * _SHADE) for part in layout.background or WHITE)
    shows = b"".join(b"/%s %s Tf%s Tj " % (face.resource.encode(), number(size), face.shown(char)) for face, char in pieces)
    matrix = b" ".join(map(number, (c, s, -s, c, *start)))
    return b"%s rg BT %s Tm %sET\n" % (shade, matrix, shows)
