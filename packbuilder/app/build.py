"""Building: a whole project, pack by pack, or one product at a time, written to the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from packbuilder.app.blueprints import wanted
from packbuilder.app.editions import pack_editions, paper_editions, sheet_of
from packbuilder.app.library import Library
from packbuilder.app.making import PAPERS, Made, default_title, draw, make_answers, make_pack, make_papers, pack_answers, pack_document
from packbuilder.app.manifest import MANIFEST, manifest
from packbuilder.app.organising import make_organiser
from packbuilder.app.printing import Printer
from packbuilder.app.project import BadContentError, NoProjectError, Workplace, layout, library_of, matching
from packbuilder.app.writing import inside, write_whole
from packbuilder.diagnostics import Diagnostics, Severity, worst
from packbuilder.document import Document
from packbuilder.editions import Edition, edition_named
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.organiser import OrganiserWishes
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.project import PackSpec

Progress = Callable[[str], None]
"""Told what has just been made, for a progress bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One finished pack: its folder, its files, its forms and what the sources lost on the way."""

    name: str
    folder: Path
    made: tuple[Made, ...]
    forms: tuple[Form, ...]
    diagnostics: Diagnostics
    bank: ItemBank


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


def sound(read: tuple[Library, tuple[str, ...]], *, skip_bad: bool) -> tuple[Library, tuple[str, ...]]:
    """Pass a library on if nothing in it is an error. Raises `BadContentError` with every mistake, unless `skip_bad`."""
    if not skip_bad and worst(read[0].diagnostics) is Severity.ERROR:
        raise BadContentError(read[0].diagnostics, skippable=True)
    return read


def build_project(
    workplace: Workplace, packs: tuple[PackSpec, ...], *, output: Path, progress: Progress, printer: Printer, skip_bad: bool = False
) -> Iterator[Built]:
    """Build packs one after the other. All is read, and every pack drawn, before the first file is written."""
    library, _ = sound(library_of((), workplace), skip_bad=skip_bad)
    banks = {pack.name: _bank_of(pack, library, workplace) for pack in _with_avoided(packs, workplace)}
    forms_of: dict[str, tuple[Form, ...]] = {}
    for pack in _with_avoided(packs, workplace):
        had = frozenset(id_ for name in pack.avoid for form in forms_of[name] for id_ in _ids(form))
        forms_of[pack.name] = _forms(pack, banks[pack.name], workplace, had)
    drawn = [(pack, banks[pack.name], _title(pack, banks[pack.name]), forms_of[pack.name]) for pack in packs]
    for pack, bank, title, forms in drawn:
        paper, handout = layout(pack.paper_layout, workplace), layout(pack.handout_layout, workplace)
        made: list[Made] = []
        adapted: list[Made] = []
        if "revision_pack" in pack.products:
            made.extend(_pack(bank, title=title, layout=handout, printer=printer, wishes=pack.handout))
            editions = tuple(map(edition_named, pack.handout_editions))
            adapted.extend(_adapted(bank, editions, title=title, layout=handout, printer=printer, wishes=pack.handout))
        pages = made[0].anchors if made else {}
        if "knowledge_organiser" in pack.products:
            look = layout(pack.organiser.layout, workplace)
            made.append(make_organiser(bank, title=title, layout=look, printer=printer, wishes=pack.organiser))
        made.extend(
            make_papers(forms, paper=paper, scheme=handout, printer=printer, products=pack.products, topics=bank.topics, pages=pages)
        )
        adapted.extend(paper_editions(forms, tuple(map(edition_named, pack.editions)), layout=paper, printer=printer, papers=made))
        language = bank.topics[0].language if bank.topics else "en-GB"
        made.extend(_with_sheet(adapted, title=title, language=language, layout=handout, printer=printer))
        folder = inside(output, pack.name)
        yield _written(folder, pack.name, title, library, bank, forms, tuple(made), progress)


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


def _forms(pack: PackSpec, bank: ItemBank, workplace: Workplace, used: frozenset[str]) -> tuple[Form, ...]:
    """Draw a pack's forms; none where it has no paper."""
    if not PAPERS & set(pack.products):
        return ()
    blueprint = wanted(pack.blueprint, workplace, marks=pack.marks, versions=pack.versions, minutes=pack.minutes, quotas=pack.quotas)
    blueprint = replace(blueprint, overlap=pack.overlap, used=used, repeat=pack.repeat)
    return draw(bank, blueprint, seed=pack.seed, title=_title(pack, bank))


def _ids(form: Form) -> Iterator[str]:
    return (part.item.id for question in form.questions for part in question.parts)


def build_paper(
    arguments: tuple[str, ...], workplace: Workplace, blueprint: Blueprint, *, seed: int, layout_name: str, output: Path,
    title: str, progress: Progress, printer: Printer, skip_bad: bool = False, self_marking: bool = False, editions: tuple[str, ...] = (),
) -> Built:  # fmt: skip
    """Draw and print the versions of one paper, each with its scheme, into `output`.

    On demand with a self-marking edition, and with modified editions and the sheet that lists what they adjust.
    """
    adapting = tuple(map(edition_named, dict.fromkeys(editions)))
    library, ids = sound(library_of(arguments, workplace), skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = title or default_title(bank)
    forms = draw(bank, blueprint, seed=seed, title=title)
    paper = layout(layout_name, workplace)
    scheme = layout(paper.scheme, workplace) if paper.scheme else paper
    products = ("practice_paper", "mark_scheme", *(("self_marking",) if self_marking else ()))
    made = tuple(make_papers(forms, paper=paper, scheme=scheme, printer=printer, products=products, topics=bank.topics))
    editions_made = paper_editions(forms, adapting, layout=paper, printer=printer, papers=made)
    made += _with_sheet(editions_made, title=title, language=forms[0].language, layout=scheme, printer=printer)
    return _written(output, output.name, title, library, bank, forms, made, progress)


def _with_sheet(made: Iterable[Made], *, title: str, language: str, layout: Layout, printer: Printer) -> tuple[Made, ...]:
    """Return modified editions and the sheet that lists what they adjust; nothing where there are none."""
    editions = tuple(made)
    return (*editions, sheet_of(editions, title=title, language=language, layout=layout, printer=printer)) if editions else ()


def build_pack(
    arguments: tuple[str, ...],
    workplace: Workplace,
    *,
    layout_name: str,
    output: Path,
    title: str,
    progress: Progress,
    printer: Printer,
    skip_bad: bool = False,
    editions: tuple[str, ...] = (),
    wishes: PackWishes = FULL_PACK,
) -> Built:
    """Print one revision pack into `output`; on demand with modified editions and the sheet that lists what they adjust."""
    adapting = tuple(map(edition_named, dict.fromkeys(editions)))
    library, ids = sound(library_of(arguments, workplace), skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = title or default_title(bank)
    look = layout(layout_name, workplace)
    made = tuple(_pack(bank, title=title, layout=look, printer=printer, wishes=wishes))
    adapted = _adapted(bank, adapting, title=title, layout=look, printer=printer, wishes=wishes)
    language = bank.topics[0].language if bank.topics else "en-GB"
    made += _with_sheet(adapted, title=title, language=language, layout=look, printer=printer)
    return _written(output, output.name, title, library, bank, (), made, progress)


def _pack(bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes) -> Iterator[Made]:
    """Yield a revision pack and, where it is wished, the sheet of answers to its questions."""
    pack = make_pack(bank, title=title, layout=layout, printer=printer, wishes=wishes)
    yield pack
    yield from make_answers(bank, pack, title=title, layout=layout, printer=printer, wishes=wishes)


def _adapted(
    bank: ItemBank, editions: tuple[Edition, ...], *, title: str, layout: Layout, printer: Printer, wishes: PackWishes
) -> Iterator[Made]:
    """Yield the editions of a revision pack."""
    document = pack_document(bank, title=title, wishes=wishes)

    def answers(pages: Mapping[str, str]) -> Document | None:
        return pack_answers(bank, title=title, wishes=wishes, pages=pages)

    return pack_editions(document, editions, layout=layout, printer=printer, answers=answers)


def build_organiser(
    arguments: tuple[str, ...],
    workplace: Workplace,
    *,
    wishes: OrganiserWishes,
    output: Path,
    title: str,
    progress: Progress,
    printer: Printer,
    skip_bad: bool = False,
) -> Built:
    """Print the knowledge organisers of topics into `output`."""
    library, ids = sound(library_of(arguments, workplace), skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = title or default_title(bank)
    made = make_organiser(bank, title=title, layout=layout(wishes.layout, workplace), printer=printer, wishes=wishes)
    return _written(output, output.name, title, library, bank, (), (made,), progress)


def _written(
    folder: Path, name: str, title: str, library: Library, bank: ItemBank, forms: tuple[Form, ...], made: tuple[Made, ...],
    progress: Progress,
) -> Built:  # fmt: skip
    for each in made:
        write_whole(folder / each.name, each.data)
        progress(str(folder / each.name))
    topics = tuple(topic.id for topic in bank.topics)
    write_whole(folder / MANIFEST, manifest(name=name, title=title, library=library, topics=topics, forms=forms, made=made))
    paths = {topic.span.path for topic in bank.topics} | {item.span.path for item in bank.items}
    diagnostics = tuple(d for d in library.diagnostics if d.span.path in paths)
    return Built(name=name, folder=folder, made=made, forms=forms, diagnostics=diagnostics, bank=bank)
