"""The words that a page may show and nobody is read: running heads and feet, repeated headers of tables, and little else.

Whatever is an artifact is skipped by a screen reader, so that words of one are either said elsewhere in the file, or the document's
furniture. Any other could tell sighted readers something that nobody else is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from packbuilder.document import Block, CardSheet, Columns, Document, Group, Heading, ItemList, NumberedQuestion, PageBreak, Table
from packbuilder.layout import Layout
from packbuilder.patterns import regex
from packbuilder.proof.texts import normal, text_words
from packbuilder.text import decapitalised
from packbuilder.typeset.labels import labelled_pages
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue

_FACT = regex(r"\{(\w+)\}")


def furniture_faults(documents: Sequence[tuple[Document, int]], layout: Layout, read: ReadBack) -> Iterator[str]:
    """Yield the words of artifacts that no furniture has of the documents, each with its number of pages; one sentence each."""
    distinct = tuple({id(document): (document, pages) for document, pages in documents}.values())
    said = [normal(words) for document, _ in distinct for words in _everywhere(document)]
    for index, content in enumerate(read.contents):
        if -1 in content.pictures:
            yield f"page {index + 1}: a picture is an artifact"
        numbers = labelled_pages(read.labels[index])
        here = [normal(each) for document, pages in distinct for each in _on_page(document, layout, numbers, pages)]
        count = Counter(words for artifact in content.artifacts for words in (normal(artifact),))
        for words, times in count.items():
            if any(words in each for each in said):
                continue
            if not any(words in each for each in here):
                yield f"page {index + 1}: an artifact says “{words[:60]}”, which no furniture of the document does"
            elif times > sum(each.count(words) for each in here):
                yield f"page {index + 1}: an artifact says “{words[:60]}” more often than the furniture of the document does"


def _on_page(document: Document, layout: Layout, numbers: Iterable[str], pages: int) -> Iterator[str]:
    """Yield the running heads and feet of pages."""
    wording = catalogue(document.language)
    for number in numbers:
        page = int(number) if number.isdecimal() else 0
        facts = {"page_of": wording.say("page.of", page=page, pages=pages), "outside_box": wording.say("page.outside_box")}
        facts |= {**document.facts, "page": number, "pages": str(pages)}
        for template in (*layout.furniture.head, *layout.furniture.foot):
            yield _FACT.sub(lambda match, facts=facts: facts.get(match[1], ""), template)  # type: ignore[misc]  # bound on purpose


def _everywhere(document: Document) -> Iterator[str]:
    """Yield what may stand on any page."""
    wording = catalogue(document.language)
    yield from (document.facts.get("turn_over", ""), wording.say("print.notes"))
    yield from (wording.say("page.blank"), decapitalised(wording.say("page.blank")))
    for block in _blocks(document.blocks):
        match block:
            case NumberedQuestion(number=number, digest=digest):
                yield digest
                yield wording.say("question.continues", number=number[0])
            case Table(header=header):
                yield from (text_words(text) for row in header for cell in row for text in texts_of(cell.blocks))
            case Columns(blocks=panels):
                titles = (panel.blocks[0] for panel in panels if isinstance(panel, Group) and panel.blocks)
                said = (text_words(title.text) for title in titles if isinstance(title, Heading))
                yield from (wording.say("organiser.continued", panel=words) for words in said)
            case ItemList(style="rag", language=language):
                # The boxes beside an entry that readers rate themselves on; its own sentence says what they are for.
                yield " ".join(wording.of(language).lines("rating.letters"))
            case PageBreak(running=running):
                yield running
            case CardSheet(cards=cards):
                yield from (words for card in cards for words in (str(card.number), text_words(card.label)))
            case _:
                continue


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and all in them: a list of its own, on purpose, so that no kind that `walks` forgets is forgotten here too."""
    for block in blocks:
        yield block
        match block:
            case Group() | Columns():
                yield from _blocks(block.blocks)
            case NumberedQuestion():
                yield from _blocks((*block.stem, *block.space))
            case ItemList():
                yield from (inner for entry in block.entries for inner in _blocks(entry))
            case Table():
                yield from (inner for row in (*block.header, *block.rows) for cell in row for inner in _blocks(cell.blocks))
            case _:
                continue
