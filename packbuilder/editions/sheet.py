"""The sheet for the centre: every adjustment that an edition makes, in words, and that nothing else differs."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Document, Group, Heading, ItemList, Paragraph, product_document
from packbuilder.editions import Edition
from packbuilder.layout import BLACK, LARGE_PRINT, POINTS_PER_MM, Layout, contrast
from packbuilder.text import plain, said
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue, catalogue

_LABELS = {"practice_paper": "paper.label", "revision_pack": "pack.label"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """An edition as it was made: its file's name, its product and version, its pages (0: none), and what was adjusted."""

    name: str
    product: str
    version: str
    edition: str
    pages: int
    adjustments: tuple[str, ...]


def adjustments(standard: Layout, layout: Layout, edition: Edition, wording: Catalogue, *, asks: bool = True) -> Iterator[str]:
    """Yield what an edition's layout changes, one sentence each, compared with the standard layout.

    `asks`: it has questions, with marks and space to answer in.
    """
    old, new = standard.style("body"), layout.style("body")
    if new.size != old.size or new.bold != old.bold:
        key = "edition.size.bold" if new.bold else "edition.size"
        yield wording.say(key, size=wording.figures(f"{new.size:g}"), old=wording.figures(f"{old.size:g}"))
    if new.leading / new.size != old.leading / old.size:
        yield wording.say("edition.leading", leading=wording.figures(f"{new.leading / new.size:.2g}"))
    if new.tracking:
        yield wording.say("edition.tracking", percent=wording.figures(f"{100 * new.tracking:g}"))
    if (layout.page.width, layout.page.height) != (standard.page.width, standard.page.height):
        width, height = (round(side / POINTS_PER_MM) for side in (layout.page.width, layout.page.height))
        yield wording.say("edition.page", width=width, height=height)
    if layout.background is not None:
        yield wording.say("edition.tint", ratio=f"{contrast(BLACK, layout.background):.0f}")
    if edition.clear:
        yield from wording.lines("edition.clear")
    if new.stress != 1.0:
        yield wording.say("edition.stress")
    if asks and layout.answer.pitch != standard.answer.pitch:
        pitches = {
            "new": wording.figures(f"{layout.answer.pitch / POINTS_PER_MM:.1f}"),
            "old": wording.figures(f"{standard.answer.pitch / POINTS_PER_MM:.1f}"),
        }
        yield wording.say("edition.space", **pitches)
        if layout.marks_below:
            yield wording.say("edition.space.gives")
    if asks and layout.marks_below and not standard.marks_below:
        yield wording.say("edition.marks")
        yield wording.say("edition.options")
    if layout.scale >= LARGE_PRINT > standard.scale:
        yield wording.say("edition.drawings")
    if standard.frame and not layout.frame:
        yield wording.say("edition.frame")


def rearranged(found: tuple[tuple[str, str], ...], wording: Catalogue, *, asks: bool = True) -> Iterator[str]:
    """Yield a sentence for each table that was set anew: where (a question's number; else the cover, or the notes) and how."""
    elsewhere = wording.say("edition.cover" if asks else "edition.notes")
    for question, how in dict.fromkeys(found):
        where = wording.say("edition.question", number=question) if question else elsewhere
        yield wording.say(f"edition.{how}", where=where)


def changed_spaces(standard: tuple[tuple[str, int], ...], edition: tuple[tuple[str, int], ...], wording: Catalogue) -> Iterator[str]:
    """Yield a sentence for each answer space that has other lines than in the standard paper: long ones may give up some."""
    for (question, old), (_, new) in zip(standard, edition, strict=True):
        if old != new:
            where = wording.say("edition.question", number=question)
            yield wording.say("edition.lines", where=where, new=new, old=old)


def edition_sheet(files: tuple[EditionFile, ...], *, title: str, language: str) -> Document:
    """Compose the sheet over the editions of a paper's versions."""
    wording = catalogue(language)
    blocks: list[Block] = [
        Paragraph(text=said(wording, "edition.sheet.label"), role="label"),
        Heading(text=plain(title), level=1, role="title", listed=False),
        ItemList(entries=tuple((Paragraph(text=plain(line)),) for line in _notes(files, wording))),
    ]
    products = tuple(dict.fromkeys(file.product for file in files))
    for product in products:
        of_product = tuple(file for file in files if file.product == product)
        if len(products) > 1:
            blocks.append(Heading(text=said(wording, _LABELS[product]), level=2, anchor=product))
        for edition in dict.fromkeys(file.edition for file in of_product):
            own = tuple(file for file in of_product if file.edition == edition)
            name = said(wording, f"edition.name.{edition}")
            blocks.append(Heading(text=name, level=1 + len(products[:2]), anchor=f"{product}-{edition}"))
            blocks.append(Group(blocks=tuple(_edition(own, wording)), together=True))
    product = wording.say("edition.sheet.label")
    made = product_document(
        title,
        product,
        language=language,
        blocks=tuple(blocks),
        sheet="scheme",
        record={"product": "edition-sheet"},
    )
    return replace(made, snug=True)


def _notes(files: tuple[EditionFile, ...], wording: Catalogue) -> Iterator[str]:
    """Yield what holds for all editions of each product, and then for all of them."""
    for product in dict.fromkeys(file.product for file in files):
        yield wording.say(f"edition.sheet.note.{product}")
    yield from wording.lines("edition.sheet.note")


def _edition(files: tuple[EditionFile, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield the files of one edition of one product, what was adjusted in all of them, and what in one version only."""
    for file in files:
        pages = wording.count("edition.sheet.pages", file.pages) if file.pages else wording.say("edition.sheet.digital")
        yield Paragraph(text=plain(f"{file.name} – {pages}"), role="small", keep=True)
    versions = frozenset(file.version for file in files)
    lines = dict.fromkeys(line for file in files for line in file.adjustments)
    having = {line: frozenset(file.version for file in files if line in file.adjustments) for line in lines}
    shared = [line for line in lines if having[line] == versions]
    own = [
        wording.say("edition.sheet.only", code=file.version, adjustment=line)
        for file in files
        for line in file.adjustments
        if line not in shared
    ]
    yield ItemList(entries=tuple((Paragraph(text=plain(line)),) for line in (*shared, *own)))
