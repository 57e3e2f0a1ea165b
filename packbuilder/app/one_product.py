"""One product at a time, without a project file: topics that were read to files in the output folder.

What makes a product is imported by the function that is about it: a run makes one, and need not wait for the others.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from packbuilder.app.finishing import Built, Progress, Read, finish, sound
from packbuilder.app.form_records import form_record
from packbuilder.app.making import FEW, Made, PaperWishes, drawing_of, make_many, make_papers
from packbuilder.app.printing import Printer
from packbuilder.app.project import BadContentError, Workplace, layout
from packbuilder.app.titles import default_title
from packbuilder.app.typed_words import typed
from packbuilder.app.vetting import vet
from packbuilder.diagnostics import by_place
from packbuilder.document import CardTurn
from packbuilder.editions import edition_named
from packbuilder.errors import PackbuilderError
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.organiser import OrganiserWishes
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.project import WorksheetSpec


class EmptyPackError(PackbuilderError):
    """Sources without a topic or a question that a pack prints: it would have nothing but its directions."""

    def __init__(self, *, sources: tuple[str, ...], lacking: tuple[str, ...] = ()) -> None:
        why = f"there is no topic and no question in {'it' if len(sources) == 1 else 'them'}"
        if lacking:
            why = f"there would not be {lacking[0]}"
        super().__init__(
            f"no revision pack can be made from {', '.join(sources[:3])}: {why}",
            hints=("Name notes, or write questions under `items:` of the bank.",),
        )


def build_paper(
    read: Read, workplace: Workplace, blueprint: Blueprint, *, seed: int, layout_name: str, output: Path,
    title: str, progress: Progress, printer: Printer, skip_bad: bool = False, self_marking: bool = False, editions: tuple[str, ...] = (),
    habits: PrintHabits = AS_IT_IS,
) -> Built:  # fmt: skip
    """Draw and print the versions of one paper, each with its scheme, into `output`.

    On demand with a self-marking edition, and with modified editions and the sheet that lists what they adjust.
    """
    adapting = tuple(map(edition_named, dict.fromkeys(editions)))
    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    vet(blueprint, bank, library)
    title = typed(title) or default_title(bank)
    drawing = drawing_of(bank, blueprint, seed=seed, title=title)
    paper = layout(layout_name, workplace)
    scheme = layout(paper.scheme, workplace) if paper.scheme else paper
    products = ("practice_paper", "mark_scheme", *(("self_marking",) if self_marking else ()))
    wishes = PaperWishes(paper=paper, scheme=scheme, products=products, topics=bank.topics, habits=habits)
    if len(drawing.codes) > FEW and not adapting and not habits.class_set:
        records, made = make_many(drawing, wishes, printer)
        return finish(output, output.name, title, library, bank, records, made, progress)
    forms = drawing.forms()
    made = tuple(make_papers(forms, wishes, printer))
    if adapting:
        from packbuilder.app.editions import paper_editions, with_sheet

        editions_made = paper_editions(forms, adapting, layout=paper, printer=printer, papers=made, habits=habits)
        made += with_sheet(editions_made, title=title, language=forms[0].language, layout=scheme, printer=printer)
    return finish(output, output.name, title, library, bank, map(form_record, forms), made, progress)


def build_pack(
    read: Read, workplace: Workplace, *, layout_name: str, output: Path, title: str, progress: Progress, printer: Printer,
    skip_bad: bool = False, editions: tuple[str, ...] = (), wishes: PackWishes = FULL_PACK, habits: PrintHabits = AS_IT_IS,
) -> Built:  # fmt: skip
    """Print one revision pack into `output`; on demand with modified editions and the sheet that lists what they adjust."""
    from packbuilder.app.editions import with_sheet
    from packbuilder.app.packs import left_out_of, make_pack_editions, make_packs, printed_of

    adapting = tuple(map(edition_named, dict.fromkeys(editions)))
    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    lacking = tuple(left_out_of(bank, wishes))
    printed = printed_of(bank, wishes)
    if not (printed.topics or printed.items):
        raise EmptyPackError(sources=tuple(path for path, _ in library.digests), lacking=lacking)
    title = typed(title) or default_title(printed)
    look = layout(layout_name, workplace)
    made = tuple(make_packs(bank, title=title, layout=look, printer=printer, wishes=wishes, habits=habits))
    adapted = make_pack_editions(bank, adapting, title=title, layout=look, printer=printer, wishes=wishes, habits=habits)
    made += with_sheet(adapted, title=title, language=bank.language, layout=look, printer=printer)
    built = finish(output, output.name, title, library, bank, (), made, progress)
    return replace(built, left_out=lacking)


def build_organiser(
    read: Read, workplace: Workplace, *, wishes: OrganiserWishes, output: Path, title: str, progress: Progress,
    printer: Printer, skip_bad: bool = False,
) -> Built:  # fmt: skip
    """Print the knowledge organisers of topics into `output`."""
    from packbuilder.app.organising import make_organiser

    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = typed(title) or default_title(bank)
    made = make_organiser(bank, title=title, layout=layout(wishes.layout, workplace), printer=printer, wishes=wishes)
    return finish(output, output.name, title, library, bank, (), (made,), progress)


def build_worksheets(
    read: Read, workplace: Workplace, spec: WorksheetSpec, *, output: Path, title: str, progress: Progress, printer: Printer,
    on: str = "", skip_bad: bool = False,
) -> Built:  # fmt: skip
    """Draw and print worksheets into `output`. All are drawn before the first is written."""
    from packbuilder.app.worksheets import drawn_worksheets, make_worksheets, on_one_page

    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = typed(title) or default_title(bank)
    look = layout(spec.layout, workplace)
    drawn = drawn_worksheets(bank, spec, title=title, on=on, fits=on_one_page(spec, look, printer))
    made = tuple(make_worksheets(drawn.worksheets, spec, look=look, printer=printer))
    built = finish(output, output.name, title, library, bank, (), made, progress)
    return replace(built, left_out=drawn.left_out)


def build_cards(
    read: Read, workplace: Workplace, *, layout_name: str, output: Path, title: str, progress: Progress, printer: Printer,
    per_page: int = 8, turn: CardTurn = "long", deck: bool = True, skip_bad: bool = False,
) -> Built:  # fmt: skip
    """Print flashcards into `output`, with an Anki deck of the same cards where `deck`.

    A card that is too long for its place is a mistake in the notes; with `skip_bad` it is left out of the sheets, and
    stays in the deck, where there is room for it.
    """
    from packbuilder.app.cards import cards_of_bank, fitting, make_cards, make_deck, too_long

    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = typed(title) or default_title(bank)
    look = layout(layout_name, workplace)
    cards = cards_of_bank(bank)
    found = too_long(cards, layout=look, per_page=per_page)
    if found and not skip_bad:
        raise BadContentError(found, skippable=True)
    printable = fitting(cards, found)
    made: list[Made] = []
    if printable:
        made.append(make_cards(printable, title=title, layout=look, printer=printer, per_page=per_page, turn=turn))
    if deck:
        made.append(make_deck(cards, title=title))
    built = finish(output, output.name, title, library, bank, (), tuple(made), progress)
    return replace(built, diagnostics=by_place((*built.diagnostics, *found)))
