"""Building: a whole project, pack by pack, written to the output folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from packbuilder.app.blueprints import wanted
from packbuilder.app.cards import card_products
from packbuilder.app.editions import paper_editions, with_sheet
from packbuilder.app.finishing import Built, Progress, finish, sound
from packbuilder.app.library import Library
from packbuilder.app.making import PAPERS, Made, default_title, draw, make_papers
from packbuilder.app.organising import make_organiser
from packbuilder.app.packs import make_pack_editions, make_packs
from packbuilder.app.printing import Printer
from packbuilder.app.project import NoProjectError, Workplace, layout, library_of, matching
from packbuilder.app.vetting import vet
from packbuilder.app.worksheets import drawn_worksheets, make_worksheets
from packbuilder.app.writing import inside
from packbuilder.editions import edition_named
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.model.project import PackSpec
from packbuilder.products.worksheets.documents import Worksheet


class UnknownPackError(PackbuilderError):
    """A pack that the project file does not have."""

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"the project has no pack called {name!r}", hints=(f"It has: {', '.join(known)}.",))


def packs_of(workplace: Workplace, names: tuple[str, ...]) -> tuple[PackSpec, ...]:
    """Return the project's packs, or those of the given names. Raises `NoProjectError` or `UnknownPackError`."""
    if workplace.project is None:
        raise NoProjectError(place=str(workplace.root))
    packs = workplace.project.packs
    known = tuple(pack.name for pack in packs)
    for name in names:
        if name not in known:
            raise UnknownPackError(name=name, known=known)
    return tuple(pack for pack in packs if not names or pack.name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A pack with all that is drawn for it, before anything is printed."""

    pack: PackSpec
    bank: ItemBank
    title: str
    forms: tuple[Form, ...]
    worksheets: tuple[Worksheet, ...]


def build_project(
    workplace: Workplace, packs: tuple[PackSpec, ...], *, output: Path, progress: Progress, printer: Printer, skip_bad: bool = False
) -> Iterator[Built]:
    """Build packs one after the other. All is read, and every pack drawn, before the first file is written."""
    library, _ = sound(library_of((), workplace), skip_bad=skip_bad)
    banks = {pack.name: _bank_of(pack, library, workplace) for pack in _with_avoided(packs, workplace)}
    forms_of: dict[str, tuple[Form, ...]] = {}
    for pack in _with_avoided(packs, workplace):
        had = frozenset(id_ for name in pack.avoid for form in forms_of[name] for id_ in _ids(form))
        forms_of[pack.name] = _forms(pack, banks[pack.name], library, workplace, had)
    drawn = [
        _Drawn(pack=pack, bank=bank, title=_title(pack, bank), forms=forms_of[pack.name], worksheets=_worksheets(pack, bank))
        for pack in packs
        for bank in (banks[pack.name],)
    ]
    for each in drawn:
        made = tuple(_printed(each, workplace, printer, skip_bad=skip_bad))
        folder = inside(output, each.pack.name)
        yield finish(folder, each.pack.name, each.title, library, each.bank, each.forms, made, progress)


def _printed(drawn: _Drawn, workplace: Workplace, printer: Printer, *, skip_bad: bool) -> Iterator[Made]:
    """Yield the files of a pack: handouts and papers, their editions, organiser, cards and worksheets."""
    pack, bank, title, forms = drawn.pack, drawn.bank, drawn.title, drawn.forms
    paper, handout = layout(pack.paper_layout, workplace), layout(pack.handout_layout, workplace)
    made: list[Made] = []
    adapted: list[Made] = []
    if "revision_pack" in pack.products:
        wishes, habits = pack.handout, pack.handout_print
        made.extend(make_packs(bank, title=title, layout=handout, printer=printer, wishes=wishes, habits=habits))
        editions = tuple(map(edition_named, pack.handout_editions))
        adapted.extend(make_pack_editions(bank, editions, title=title, layout=handout, printer=printer, wishes=wishes, habits=habits))
    pages = made[0].anchors if made else {}
    papers = make_papers(
        forms,
        paper=paper,
        scheme=handout,
        printer=printer,
        products=pack.products,
        topics=bank.topics,
        pages=pages,
        habits=pack.paper_print,
    )
    made.extend(papers)
    editions = tuple(map(edition_named, pack.editions))
    adapted.extend(paper_editions(forms, editions, layout=paper, printer=printer, papers=made, habits=pack.paper_print))
    yield from made
    language = bank.topics[0].language if bank.topics else "en-GB"
    yield from with_sheet(adapted, title=title, language=language, layout=handout, printer=printer)
    if "knowledge_organiser" in pack.products:
        look = layout(pack.organiser.layout, workplace)
        yield make_organiser(bank, title=title, layout=look, printer=printer, wishes=pack.organiser)
    yield from card_products(bank, pack.products, title=title, layout=handout, printer=printer, skip_bad=skip_bad)
    if pack.worksheets is not None:
        yield from make_worksheets(drawn.worksheets, pack.worksheets, look=layout(pack.worksheets.layout, workplace), printer=printer)


def _with_avoided(packs: tuple[PackSpec, ...], workplace: Workplace) -> tuple[PackSpec, ...]:
    """Return packs with those whose questions they avoid, and so on, in the project's order."""
    every = workplace.project.packs if workplace.project else packs
    needed = {pack.name for pack in packs}
    for pack in reversed(every):
        needed |= set(pack.avoid) if pack.name in needed else set()
    return tuple(pack for pack in every if pack.name in needed)


def _bank_of(pack: PackSpec, library: Library, workplace: Workplace) -> ItemBank:
    ids = tuple(dict.fromkeys(id_ for pattern in pack.topics for id_ in matching(pattern, library, workplace)))
    return library.bank.of_topics(ids)


def _title(pack: PackSpec, bank: ItemBank) -> str:
    return pack.title or default_title(bank)


def _worksheets(pack: PackSpec, bank: ItemBank) -> tuple[Worksheet, ...]:
    return drawn_worksheets(bank, pack.worksheets, title=_title(pack, bank)).worksheets if pack.worksheets is not None else ()


def _forms(pack: PackSpec, bank: ItemBank, library: Library, workplace: Workplace, used: frozenset[str]) -> tuple[Form, ...]:
    """Draw a pack's forms; none where it has no paper."""
    if not PAPERS & set(pack.products):
        return ()
    blueprint = wanted(pack.blueprint, workplace, marks=pack.marks, versions=pack.versions, minutes=pack.minutes, quotas=pack.quotas)
    blueprint = replace(blueprint, overlap=pack.overlap, used=used, repeat=pack.repeat)
    vet(blueprint, bank, library)
    return draw(bank, blueprint, seed=pack.seed, title=_title(pack, bank))


def _ids(form: Form) -> Iterator[str]:
    return (part.item.id for question in form.questions for part in question.parts)
