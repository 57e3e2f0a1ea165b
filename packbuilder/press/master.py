"""Masters: a version of a paper in one edition, ready to be printed for anybody; and all that the copies of a run share.

Values of bytes and numbers: they are made once and go to every worker as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from packbuilder.document import Picture
from packbuilder.layout import Layout
from packbuilder.press.barcode_font import RESOURCE, code_font
from packbuilder.press.code128 import STOP
from packbuilder.press.strip import EDGE, Glyphs
from packbuilder.press.template import Template
from packbuilder.typeset.fragments import Laid
from packbuilder.typeset.furniture import left_margin
from packbuilder.typeset.objects import Objects, PdfObject, Stream
from packbuilder.typeset.painting import paint_bare
from packbuilder.typeset.writer import FurtherFonts, resources

CODE_FONT: FurtherFonts = ((RESOURCE, STOP + 3, code_font),)
"""The font of codes, as a writer takes it: the font, its map to text, and a glyph a symbol."""

FIRST_SHARED = 4
"""Objects that packets share are numbered from here; before them stand catalog, information and the resources' dictionary."""


@dataclass(frozen=True, slots=True)
class MasterPage:
    """A page of a master: its size in points, the strip's top left corner, and its content, deflated."""

    width: float
    height: float
    left: float
    top: float
    content: Stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A version in an edition. `paper` is the form's fingerprint as codes have it; `width` the strip's in points.

    `template` is the tagged file that is completed for a single candidate; None where only packets are made.
    """

    version: str
    edition: str
    paper: str
    title: str
    language: str
    family: str
    width: float
    pages: tuple[MasterPage, ...]
    record: tuple[tuple[str, str], ...] = ()
    template: Template | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all pages of an edition's packets use: the dictionary of resources, and its objects, numbered from `FIRST_SHARED`."""

    dictionary: bytes
    objects: tuple[PdfObject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masters:
    """The shared, immutable bank of a run: its digest, masters by version and edition, what each edition's packets share.

    `fronts` are the sheets that lie on top of a packet, by its name. `created` is seconds since 1970, `producer` the program.
    """

    run: str
    title: str
    language: str
    created: int
    producer: str
    masters: Mapping[tuple[str, str], Master]
    shared: Mapping[str, Shared]
    fronts: Mapping[str, tuple[MasterPage, ...]]
    embargo: str = ""


def master_pages(laid: Laid, layout: Layout) -> tuple[MasterPage, ...]:
    """Return the pages of a document without its tags."""
    return tuple(
        MasterPage(page.width, page.height, left_margin(layout, at), page.height - EDGE, Stream.deflated(b"", paint_bare(page)))
        for at, page in enumerate(laid.pages, 1)
    )


def shared_by(laids: Sequence[Laid], pictures: Mapping[str, Picture], strips: Glyphs) -> Shared:
    """Return what packets of these documents share; `strips` are the characters of all strips of the run."""
    objects = Objects()
    objects.reserve(FIRST_SHARED - 1)
    dictionary = resources(objects, laids, pictures, strips, CODE_FONT)
    return Shared(dictionary=dictionary, objects=tuple(_in_order(objects)))


def _in_order(objects: Objects) -> Iterable[PdfObject]:
    return (objects.bodies[number] for number in range(FIRST_SHARED, objects.count + 1))
