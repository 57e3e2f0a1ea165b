"""Making knowledge organisers, and saying what to drop where a topic does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.app.making import Made
from packbuilder.app.printing import Printer
from packbuilder.derive.vocabulary import told_as_terms
from packbuilder.diagnostics import counted
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout, paper_name
from packbuilder.model.bank import ItemBank
from packbuilder.model.organiser import MOST_SIDES, PANELS, OrganiserWishes
from packbuilder.model.project import PackSpec
from packbuilder.products.organiser import knowledge_organiser, merged
from packbuilder.wording import catalogue

_LARGEST = "A3"
"""The largest paper that there is a layout for."""

_TERMS = "terms"
"""The panel in which meanings stand that marking points tell; without it they stay with what examiners credit."""


class NothingToOrganiseError(PackbuilderError):
    """Topics without anything that a knowledge organiser holds."""

    def __init__(self, *, topics: tuple[str, ...]) -> None:
        super().__init__(
            f"there is nothing to put on a knowledge organiser in {', '.join(topics) or 'no topics'}",
            hints=(
                "It is made of synopsis, key concepts, exam tips, misconceptions and marking points: `packbuilder check` says what is read.",
            ),
        )


class OrganiserOverflowError(PackbuilderError):
    """Topics that do not fit on their sides, even in the smallest text of their layout.

    `message` is about the first of them, `longest` its longest panel, of the name `panel`, with its `lines`; `others` are the titles
    of the rest. `pack` is the project's that asks for it: what helps is then said as packbuilder.yaml says it.
    """

    def __init__(
        self,
        *,
        message: str,
        longest: str,
        lines: int,
        panel: str,
        sides: int,
        others: tuple[str, ...],
        largest: bool = False,
        pack: PackSpec | None = None,
    ) -> None:
        drop, more, larger = (
            (f"`organiser: {{leave_out: [{panel}]}}`", f"`organiser: {{sides: {MOST_SIDES}}}`", "`organiser: {paper: A3}`")
            if pack
            else (f"--leave-out {panel}", f"--sides {MOST_SIDES}", "--paper A3")
        )
        hints = [f"Its longest panel is {longest!r}, {counted(lines, 'line')}: {drop} drops it."]
        if sides < MOST_SIDES:
            hints.append(f"Let it go on over a second side: {more}.")
        if not largest:
            hints.append(f"Or take larger paper: {larger}.")
        if others:
            hints.append(f"Neither do these fit: {', '.join(others)}.")
        super().__init__(f"{pack.span}: in the pack {pack.name!r}, {message}" if pack else message, hints=tuple(hints))
        self.longest, self.lines, self.others = longest, lines, others


def make_organiser(
    bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: OrganiserWishes, pack: PackSpec | None = None
) -> Made:
    """Make the knowledge organisers of a bank's topics, a page each, or all on one. Raises an error that says what would do.

    `pack` is the project's that asks for them, if one does.
    """
    # Imported here: reportlab is needed only when something is typeset.
    from packbuilder.typeset.blocks.columns import ColumnsOverflowError

    topics = (merged(bank.topics, title),) if wishes.together and bank.topics else bank.topics
    if _TERMS not in wishes.leave_out:
        topics = tuple(map(told_as_terms, topics))
    language = topics[0].language if topics else "en-GB"
    document = knowledge_organiser(topics, title=title, language=language, sides=wishes.sides, leave_out=wishes.leave_out)
    if not document.blocks:
        raise NothingToOrganiseError(topics=tuple(topic.id for topic in bank.topics))
    try:
        printed = printer.print(document, layout)
    except ColumnsOverflowError as overflow:
        wording = catalogue(language)
        others = tuple(title for title in _too_long(document, layout, printer) if title != overflow.title)
        panel = next((name for name in PANELS if wording.say(f"organiser.{name}") == overflow.longest), PANELS[0])
        raise OrganiserOverflowError(
            message=overflow.message,
            longest=overflow.longest,
            lines=overflow.lines,
            panel=panel,
            sides=overflow.sides,
            others=others,
            largest=paper_name(layout.page.width, layout.page.height) == _LARGEST,
            pack=pack,
        ) from overflow
    return Made(
        name="knowledge-organiser.pdf",
        data=printed.data,
        seal=printed.seal,
        pages=printed.pages,
        product="knowledge_organiser",
        anchors=printed.anchors,
    )


def _too_long(document: Document, layout: Layout, printer: Printer) -> Iterator[str]:
    """Yield the titles of a document's organisers that do not fit, each tried by itself."""
    from packbuilder.typeset.blocks.columns import ColumnsOverflowError

    for block in document.blocks:
        try:
            printer.print(replace(document, blocks=(block,)), layout)
        except ColumnsOverflowError as overflow:
            yield overflow.title
