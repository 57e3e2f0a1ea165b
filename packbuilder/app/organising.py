"""Making knowledge organisers, and saying what to drop where a topic does not fit."""

from __future__ import annotations

from packbuilder.app.making import Made
from packbuilder.app.printing import Printer
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.organiser import MOST_SIDES, PANELS, OrganiserWishes
from packbuilder.products.organiser import knowledge_organiser, merged
from packbuilder.wording import catalogue


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
    """A topic that does not fit on its sides, even in the smallest text of its layout."""

    def __init__(self, *, message: str, longest: str, lines: int, panel: str, sides: int) -> None:
        wider = (f"Let it go on over a second side: --sides {MOST_SIDES}.",) if sides < MOST_SIDES else ()
        super().__init__(
            message,
            hints=(
                f"Its longest panel is {longest!r}, {lines} lines: --leave-out {panel} drops it.",
                *wider,
                "Or take larger paper: --paper A3.",
            ),
        )
        self.longest, self.lines = longest, lines


def make_organiser(bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: OrganiserWishes) -> Made:
    """Make the knowledge organisers of a bank's topics, a page each, or all on one. Raises an error that says what would do."""
    # Imported here: reportlab is needed only when something is typeset.
    from packbuilder.typeset.blocks.columns import ColumnsOverflowError

    topics = (merged(bank.topics, title),) if wishes.together and bank.topics else bank.topics
    language = topics[0].language if topics else "en-GB"
    document = knowledge_organiser(topics, title=title, language=language, sides=wishes.sides, leave_out=wishes.leave_out)
    if not document.blocks:
        raise NothingToOrganiseError(topics=tuple(topic.id for topic in bank.topics))
    try:
        printed = printer.print(document, layout)
    except ColumnsOverflowError as overflow:
        wording = catalogue(language)
        panel = next((name for name in PANELS if wording.say(f"organiser.{name}") == overflow.longest), PANELS[0])
        raise OrganiserOverflowError(
            message=overflow.message, longest=overflow.longest, lines=overflow.lines, panel=panel, sides=overflow.sides
        ) from overflow
    return Made(
        name="knowledge-organiser.pdf", data=printed.data, pages=printed.pages, product="knowledge_organiser", anchors=printed.anchors
    )
