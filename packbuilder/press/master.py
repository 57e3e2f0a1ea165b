"""Masters: a version of a paper in one edition, ready to be printed for anybody; and all that the copies of a run share.

Values of bytes and numbers: they are made once and go to every worker as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from packbuilder.document import Picture
from packbuilder.layout import Layout, paper_name
from packbuilder.model.print_habits import Imposition
from packbuilder.model.print_run import Extent
from packbuilder.press.barcode_font import RESOURCE, code_font
from packbuilder.press.code128 import STOP
from packbuilder.press.strip import EDGE, Glyphs
from packbuilder.press.template import Template
from packbuilder.typeset.fragments import Laid, Page
from packbuilder.typeset.furniture import left_margin
from packbuilder.typeset.imposition import sides_of
from packbuilder.typeset.objects import Objects, PdfObject, Stream
from packbuilder.typeset.painting import moved, paint_bare
from packbuilder.typeset.sides import Duplex, Side, point
from packbuilder.typeset.writer import FurtherFonts, boxes_of, resources
from packbuilder.values import dataclass

CODE_FONT: FurtherFonts = ((RESOURCE, STOP + 3, code_font),)
"""The font of codes, as a writer takes it: the font, its map to text, and a glyph a symbol."""

FIRST_SHARED = 4
"""Objects that packets share are numbered from here; before them stand catalog, information and the resources' dictionary."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page's strip begins: the page's index in its document, and the strip's top left corner in points."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterSide:
    """A side of a master's sheets: its size in points, the strips of the pages on it, and its content, deflated.

    `boxes` are the page's entries for paper that is to be cut; `label` tells which pages stand on the side.
    """

    width: float
    height: float
    strips: tuple[Spot, ...]
    content: Stream
    label: str = ""
    boxes: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A version in an edition. `paper` is the form's fingerprint as codes have it; `width` the strip's in points, and `size` that of its letters on large print
    (else 0).

    `pages` are the places of the strips on pages that stand alone; `sides` what goes through the printer, of `imposition`, the paper
    turned over the edge `duplex`. `template` is the tagged file that is completed for a single candidate; None where only packets are made.
    """

    version: str
    edition: str
    paper: str
    title: str
    language: str
    family: str
    width: float
    pages: tuple[Spot, ...]
    sides: tuple[MasterSide, ...]
    duplex: Duplex
    imposition: Imposition = ""
    record: tuple[tuple[str, str], ...] = ()
    template: Template | None = None
    size: float = 0.0

    @property
    def imposed(self) -> bool:
        """Whether several pages share a side."""
        return len(self.sides) != len(self.pages)

    @property
    def extent(self) -> Extent:
        """What one copy takes."""
        side = self.sides[0]
        count = len(self.sides)
        return Extent(
            pages=len(self.pages),
            sides=count,
            sheets=count // 2,
            paper=paper_name(side.width, side.height),
            imposition=self.imposition,
            turned=self.duplex,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all pages of an edition's packets use: the dictionary of resources, and its objects, numbered from `FIRST_SHARED`."""

    dictionary: bytes
    objects: tuple[PdfObject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masters:
    """The shared, immutable bank of a run: its digest, masters by version and edition, what each edition's packets share.

    `fronts` are the sheets that lie on top of a packet, by its name. `created` is seconds since 1970, `producer` the program.
    `archival`: files for candidates are PDF/A-2a besides PDF/UA-1; packets, which are not tagged, never are.
    """

    run: str
    title: str
    language: str
    created: int
    producer: str
    masters: Mapping[tuple[str, str], Master]
    shared: Mapping[str, Shared]
    fronts: Mapping[str, tuple[MasterSide, ...]]
    embargo: str = ""
    archival: bool = False


def strip_spots(laid: Laid, layout: Layout) -> tuple[Spot, ...]:
    """Return where the strips of a document's pages begin."""
    return tuple(Spot(at, left_margin(layout, at + 1), page.height - EDGE) for at, page in enumerate(laid.pages))


def master_sides(laid: Laid, spots: Sequence[Spot] = ()) -> tuple[MasterSide, ...]:
    """Return the sides of a document without its tags; `spots` are the strips of its pages, none where it has none."""
    return tuple(_side(side, laid.pages, spots) for side in sides_of(laid))


def _side(side: Side, pages: Sequence[Page], spots: Sequence[Spot]) -> MasterSide:
    painted = [b"q\n%sQ\n" % side.marks] if side.marks else []
    painted += [moved(each.matrix, paint_bare(pages[each.page])) for each in side.pages]
    strips = [Spot(each.page, *point(each.matrix, spots[each.page].left, spots[each.page].top)) for each in side.pages if spots]
    return MasterSide(
        width=side.width,
        height=side.height,
        strips=tuple(strips),
        content=Stream.deflated(b"", b"".join(painted)),
        label=side.label,
        boxes=boxes_of(side),
    )


def shared_by(laids: Sequence[Laid], pictures: Mapping[str, Picture], strips: Glyphs) -> Shared:
    """Return what packets of these documents share; `strips` are the characters of all strips of the run."""
    objects = Objects()
    objects.reserve(FIRST_SHARED - 1)
    dictionary = resources(objects, laids, pictures, strips, CODE_FONT)
    return Shared(dictionary=dictionary, objects=tuple(_in_order(objects)))


def _in_order(objects: Objects) -> Iterable[PdfObject]:
    return (objects.streams.get(number) or objects.texts[number] for number in range(FIRST_SHARED, objects.count + 1))
