"""Building: a whole project, pack by pack, written to the output folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from packbuilder.app.aside import at_once
from packbuilder.app.cards import card_products
from packbuilder.app.editions import paper_editions, with_sheet
from packbuilder.app.finishing import Built, Progress, finish, sound
from packbuilder.app.form_records import form_record
from packbuilder.app.making import Made, PaperWishes, make_papers
from packbuilder.app.organising import make_organiser
from packbuilder.app.packs import left_out_of, make_pack_editions, make_packs
from packbuilder.app.planning import Plan, plan_of
from packbuilder.app.printing import Printer
from packbuilder.app.project import NoProjectError, Workplace, layout, library_of
from packbuilder.app.worksheets import Drawn as DrawnSheets
from packbuilder.app.worksheets import drawn_worksheets, make_worksheets, on_one_page
from packbuilder.app.writing import inside
from packbuilder.editions import edition_named
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.model.project import PackSpec
from packbuilder.values import dataclass

_AT_ONCE = 4
"""Packs a core that are printed before the first of them is written: some take longer than others."""


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
    """A pack with all that is drawn for it, before anything is printed.

    `practice` is the bank without the questions of papers whose answers students may not have; `inputs` is the hash over what the pack is
    made of.
    """

    pack: PackSpec
    bank: ItemBank
    practice: ItemBank
    title: str
    forms: tuple[Form, ...]
    worksheets: DrawnSheets
    inputs: str


def build_project(
    workplace: Workplace, packs: tuple[PackSpec, ...], *, output: Path, progress: Progress, printer: Printer, skip_bad: bool = False
) -> Iterator[Built]:
    """Build packs, some at a time. All is read, and every pack drawn, before the first file is written."""
    library, _ = sound(library_of((), workplace), skip_bad=skip_bad)
    plan = plan_of(library, workplace, printer)
    yield from build_packs(plan, packs, output=output, progress=progress, printer=printer, skip_bad=skip_bad)


def build_packs(
    plan: Plan, packs: tuple[PackSpec, ...], *, output: Path, progress: Progress, printer: Printer, skip_bad: bool = False
) -> Iterator[Built]:
    """Build some of a plan's packs."""
    forms_of = plan.forms(packs)
    drawn = tuple(_drawn(pack, plan, forms_of, printer) for pack in packs)
    for start in range(0, len(drawn), _AT_ONCE * printer.workers):
        batch = drawn[start : start + _AT_ONCE * printer.workers]
        # A pack alone has all cores to itself.
        own = printer.alone() if len(batch) > 1 else printer
        works = [partial(_printed, each, plan.workplace, own, skip_bad=skip_bad) for each in batch]
        for each, made in zip(batch, at_once(works, workers=printer.workers), strict=True):
            folder = inside(output, each.pack.name)
            built = finish(
                folder,
                each.pack.name,
                each.title,
                plan.library,
                each.bank,
                map(form_record, each.forms),
                made,
                progress,
                inputs=each.inputs,
            )
            lacking = left_out_of(each.practice, each.pack.handout) if "revision_pack" in each.pack.products else ()
            yield replace(built, left_out=(*lacking, *each.worksheets.left_out))


def _drawn(pack: PackSpec, plan: Plan, forms_of: Mapping[str, tuple[Form, ...]], printer: Printer) -> _Drawn:
    bank = plan.bank(pack)
    title = plan.title(pack)
    practice = plan.practice(pack, forms_of)
    worksheets, spec = DrawnSheets(), pack.worksheets
    if spec is not None:
        fits = on_one_page(spec, layout(spec.layout, plan.workplace), printer)
        worksheets = drawn_worksheets(practice, spec, title=title, whole=bank, fits=fits)
    return _Drawn(
        pack=pack,
        bank=bank,
        practice=practice,
        title=title,
        forms=forms_of[pack.name],
        worksheets=worksheets,
        inputs=plan.inputs(pack),
    )


def _printed(drawn: _Drawn, workplace: Workplace, printer: Printer, *, skip_bad: bool) -> tuple[Made, ...]:
    return tuple(_files(drawn, workplace, printer, skip_bad=skip_bad))


def _files(drawn: _Drawn, workplace: Workplace, printer: Printer, *, skip_bad: bool) -> Iterator[Made]:
    """Yield the files of a pack: handouts and papers, their editions, organiser, cards and worksheets."""
    pack, bank, title, forms = drawn.pack, drawn.bank, drawn.title, drawn.forms
    paper, handout = layout(pack.paper_layout, workplace), layout(pack.handout_layout, workplace)
    made: list[Made] = []
    adapted: list[Made] = []
    if "revision_pack" in pack.products:
        wishes, habits = pack.handout, pack.handout_print
        made.extend(make_packs(drawn.practice, title=title, layout=handout, printer=printer, wishes=wishes, habits=habits))
        editions = tuple(map(edition_named, pack.handout_editions))
        adapted.extend(
            make_pack_editions(drawn.practice, editions, title=title, layout=handout, printer=printer, wishes=wishes, habits=habits)
        )
    pages = made[0].anchors if made else {}
    papers = make_papers(
        forms,
        PaperWishes(
            paper=paper,
            scheme=handout,
            products=pack.products,
            topics=bank.topics,
            pages=pages,
            habits=pack.paper_print,
            fold_schemes=pack.handout_print.imposition == "a3-fold",
        ),
        printer,
    )
    made.extend(papers)
    editions = tuple(map(edition_named, pack.editions))
    adapted.extend(paper_editions(forms, editions, layout=paper, printer=printer, papers=made, habits=pack.paper_print))
    yield from made
    yield from with_sheet(adapted, title=title, language=bank.language, layout=handout, printer=printer)
    if "knowledge_organiser" in pack.products:
        look = layout(pack.organiser.layout, workplace)
        yield make_organiser(bank, title=title, layout=look, printer=printer, wishes=pack.organiser, pack=pack)
    yield from card_products(bank, pack.products, title=title, layout=handout, printer=printer, skip_bad=skip_bad)
    if pack.worksheets is not None:
        yield from make_worksheets(
            drawn.worksheets.worksheets, pack.worksheets, look=layout(pack.worksheets.layout, workplace), printer=printer
        )
