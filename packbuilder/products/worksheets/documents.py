"""A sheet and its answers as documents: name, class and date on top, one identity at the foot of both."""

from __future__ import annotations

from hashlib import blake2b

from packbuilder.document import Block, CutLine, Document, Field, Fields, Group, Heading, LetterGrid, PageBreak, Paragraph
from packbuilder.products.facts import sheet_facts
from packbuilder.products.worksheets.sheet import Sheet
from packbuilder.text import plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue, catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A drawn sheet with all that identifies it: its kind's name, the topics' title, version, seed and language.

    `brief`: its head is the names and a line, so that what stands several times on a page has room.
    """

    kind: str
    title: str
    version: str
    seed: int
    language: str
    sheet: Sheet
    brief: bool = False

    @property
    def fingerprint(self) -> str:
        """8 hexadecimal digits, like `3f2a-91bc`, over all that stands on the sheet and among its answers."""
        content = f"{self.kind}\n{self.title}\n{self.version}\n{self.sheet!r}"
        digest = blake2b(content.encode(), digest_size=4).hexdigest()
        return f"{digest[:4]}-{digest[4:]}"


def sheet_document(worksheet: Worksheet, *, answered: bool = False) -> Document:
    """Compose the sheet; `answered`: its answers follow on a page of their own."""
    wording = catalogue(worksheet.language)
    sheet = worksheet.sheet
    once = (*_head(worksheet, wording), *sheet.tasks)
    copies = (*once, *(block for _ in range(1, sheet.copies) for block in (CutLine(), *once)))
    blocks: list[Block] = [*_seen_at_once(copies, whole=sheet.whole)]
    if answered:
        title = Heading(text=said(wording, "worksheet.answers"), level=1, anchor="answers", listed=True)
        blocks += [PageBreak(), *_seen_at_once((title, *sheet.answers), whole=_has_grid(sheet))]
    return _document(worksheet, wording, "worksheet", wording.say(f"worksheet.{worksheet.kind}.title"), tuple(blocks))


def answers_document(worksheet: Worksheet) -> Document:
    """Compose the answers, numbered as the sheet is."""
    wording = catalogue(worksheet.language)
    name = wording.say(f"worksheet.{worksheet.kind}.title")
    sheet = worksheet.sheet
    head = (
        Paragraph(text=said(wording, "worksheet.answers.for", kind=name), role="label"),
        Heading(text=plain(worksheet.title), level=1, listed=False),
    )
    blocks = _seen_at_once((*head, *sheet.answers), whole=_has_grid(sheet))
    product = wording.say("worksheet.answers.for", kind=name)
    return _document(worksheet, wording, "worksheet-answers", product, blocks)


def _seen_at_once(blocks: tuple[Block, ...], *, whole: bool) -> tuple[Block, ...]:
    return (Group(blocks=blocks, together=True),) if whole else blocks


def _has_grid(sheet: Sheet) -> bool:
    """Whether the answers are a grid that is filled in, with what is said of its words."""
    return any(isinstance(block, LetterGrid) for block in sheet.answers)


def _head(worksheet: Worksheet, wording: Catalogue) -> tuple[Block, ...]:
    def field(name: str, *, short: bool = False) -> Field:
        key = f"worksheet.{name}"
        return Field(label=wording.say(key), short=short, language=wording.spoken(key))

    name = said(wording, f"worksheet.{worksheet.kind}.title")
    fields = Fields(fields=(field("name"), field("class", short=True), field("date", short=True)), row=True)
    if worksheet.brief:
        called: tuple[Block, ...] = (Paragraph(text=(*name, *plain(f": {worksheet.title}")), role="label", keep=True),)
    else:
        called = (
            Paragraph(text=name, role="label"),
            Heading(text=plain(worksheet.title), level=1, listed=False),
            Paragraph(text=said(wording, worksheet.sheet.instruction or f"worksheet.{worksheet.kind}.instruction"), keep=True),
        )
    return (Group(blocks=(fields, *called), together=True),)


def _document(worksheet: Worksheet, wording: Catalogue, product: str, name: str, blocks: tuple[Block, ...]) -> Document:
    version = wording.say("version", code=worksheet.version)
    return Document(
        title=f"{worksheet.title} – {name}, {version}",
        language=worksheet.language,
        blocks=blocks,
        sheet="handout",
        facts=sheet_facts(
            product=name,
            title=worksheet.title,
            version=worksheet.version,
            seed=worksheet.seed,
            fingerprint=worksheet.fingerprint,
            wording=wording,
        ),
        record={
            "product": product,
            "kind": worksheet.kind,
            "version": worksheet.version,
            "seed": str(worksheet.seed),
            "fingerprint": worksheet.fingerprint,
            "tasks": str(worksheet.sheet.count),
        },
        subject=name,
    )
