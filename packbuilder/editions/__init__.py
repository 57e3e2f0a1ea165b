"""Modified editions: the same questions, order, numbering and marks, set for candidates who read otherwise.

An edition is a value. `packbuilder.editions.layouts` turns a layout into the edition's, `packbuilder.editions.documents`
a document; nothing is ever scaled, so that lines and pages break anew. Sizes are those of HANDBOOK section 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from packbuilder.errors import UnknownNameError
from packbuilder.layout import Colour
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What an edition asks of a layout.

    `size` is the body text's in points (0: the layout's own) and `leading` its multiple from line to line (0: the
    layout's own). `page` is a name of `PAGE_SIZES_MM` (empty: the layout's). `tracking` is space between letters, in ems.
    `clear`: black text, left aligned, no italics, no blocks of capitals, nothing smaller than the body. `digital`: for a
    screen, a braille display or a keyboard; not a PDF, and nothing in it speaks of pen and paper.
    """

    name: str
    size: float = 0.0
    leading: float = 0.0
    bold: bool = False
    page: str = ""
    background: Colour | None = None
    tracking: float = 0.0
    clear: bool = False
    digital: bool = False


CREAM: Colour = (1.0, 0.965, 0.863)

_TINTS: Mapping[str, Colour] = {
    "tinted": CREAM,
    "tinted-yellow": (1.0, 0.953, 0.69),
    "tinted-blue": (0.867, 0.922, 0.969),
    "tinted-green": (0.89, 0.945, 0.863),
    "tinted-pink": (0.984, 0.89, 0.918),
}
"""Pastels: black stands on each at a contrast of at least 15:1, and a printer's raster stays light."""

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        edition.name: edition
        for edition in (
            Edition(name="large-18", size=18, leading=1.35, bold=True, clear=True),
            Edition(name="large-24", size=24, leading=1.3, clear=True),
            Edition(name="a3-36", size=36, leading=1.25, page="A3", clear=True),
            *(Edition(name=name, background=colour) for name, colour in _TINTS.items()),
            Edition(name="dyslexia", size=12, leading=1.5, background=CREAM, tracking=0.05, clear=True),
            Edition(name="reader", digital=True, clear=True),
        )
    }
)
"""Every edition by its name."""


def edition_named(name: str) -> Edition:
    """Return the edition of a name. Raises `UnknownNameError`."""
    if name not in EDITIONS:
        raise UnknownNameError(what="edition", name=name, known=tuple(EDITIONS))
    return EDITIONS[name]
