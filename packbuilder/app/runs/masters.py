"""Making the bank of a print run: each version in each edition that a candidate has, laid out once; and the run's digest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from packbuilder import __version__
from packbuilder.app.printing import named_pictures, source_date
from packbuilder.app.project import BadContentError
from packbuilder.app.strip_sizes import strip_size
from packbuilder.diagnostics import Diagnostic, by_place, error
from packbuilder.document import Document, Picture
from packbuilder.editions import edition_named
from packbuilder.editions.documents import adapted
from packbuilder.editions.layouts import modified
from packbuilder.editions.print_layouts import for_habits, possible
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout, paper_name
from packbuilder.model.form import Form
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.print_run import Copy, Extent, Key, PrintRun
from packbuilder.model.sitting import Sitting
from packbuilder.model.versions import code_order
from packbuilder.products.practice_paper import practice_paper
from packbuilder.values import dataclass, replace

if TYPE_CHECKING:
    from packbuilder.press.master import Master, Masters, MasterSide, Shared
    from packbuilder.typeset.fragments import Laid
    from packbuilder.typeset.setter import Setter

Fronts: TypeAlias = Callable[[Mapping[Key, Extent]], Mapping[str, Document]]
"""The sheets on top of the packets, by packet's name, composed when it is known what a copy takes."""

_DIGITS = 16
"""Hexadecimal digits of a run's digest."""


class DigitalEditionError(PackbuilderError):
    """An edition for the screen, which no packet can hold."""

    def __init__(self, *, edition: str, place: str) -> None:
        super().__init__(
            f"{place}: the edition {edition!r} is for a screen and cannot be printed",
            hints=("Make it with `packbuilder paper --edition`, and leave the cell empty here or name a printed edition.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPaper:
    """A version in an edition as it was set for all its copies, in the layout that it was set in, the strip's place left empty.

    `sheets` are its pages as packets have them; `bare` are they without the watermark.
    """

    form: Form
    edition: str
    document: Document
    look: Layout
    laid: Laid
    bare: Laid
    sheets: Laid
    habits: PrintHabits


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """All that a run is printed from: masters for its copies, and the papers that they were made of."""

    masters: Masters
    papers: tuple[SetPaper, ...]


def make_bank(
    run: PrintRun,
    forms: Iterable[Form],
    layout: Layout,
    *,
    fronts: Fronts,
    handout: Layout,
    archival: bool = False,
) -> Bank:
    """Set what a run prints. `fronts` are set in the layout `handout`; `archival`: files for candidates are for the archive.

    Raises `UncodableNumberError`, `DigitalEditionError` and, with every name that does not fit, `BadContentError` for candidates that cannot
    be printed, before anything is.
    """
    from packbuilder.press.master import Masters

    by_code = {form.code: form for form in forms}
    wanted = sorted({(copy.version, copy.edition) for copy in run.copies}, key=lambda each: (code_order(each[0]), each[1]))
    for _, edition in wanted:
        _check_printed(edition, run)
    setters: dict[Layout, Setter] = {}
    sets = [_set(by_code[version], edition, layout, run, setters) for version, edition in wanted]
    strips = _strip_glyphs(run, sets)
    masters = {(each.form.code, each.edition): _master(each, strips, archival=archival) for each in sets}
    front_sides, front_glyphs = _fronts(fronts({key: master.extent for key, master in masters.items()}), handout, setters)
    editions = sorted({each.edition for each in sets})
    made = Masters(
        run="",
        title=run.title,
        language=sets[0].document.language if sets else "en-GB",
        created=source_date(),
        producer=f"packbuilder {__version__}",
        masters=masters,
        shared={edition: _shared([each for each in sets if each.edition == edition], strips | front_glyphs) for edition in editions},
        fronts=front_sides,
        embargo=run.embargo,
        archival=archival,
    )
    return Bank(masters=replace(made, run=_digest(run, made)), papers=tuple(sets))


def flat_extents(papers: Iterable[SetPaper]) -> dict[Key, Extent]:
    """Return what a copy's own file takes where that is what is printed: its pages one by one, on both sides of paper of their size."""
    extents: dict[Key, Extent] = {}
    for paper in papers:
        pages, bound = paper.laid.pages, paper.habits.imposition
        extents[paper.form.code, paper.edition] = Extent(
            pages=len(pages),
            sides=len(pages),
            sheets=-(-len(pages) // 2),
            paper=paper_name(pages[0].width, pages[0].height),
            imposition=bound if bound in ("duplex", "duplex-short") else "",
            turned=paper.laid.duplex,
        )
    return extents


def _check_printed(edition: str, run: PrintRun) -> None:
    """Raise `DigitalEditionError` for an edition that is for a screen."""
    if edition and edition_named(edition).digital:
        holders = [copy.candidate for copy in run.copies if copy.edition == edition and copy.candidate]
        raise DigitalEditionError(edition=edition, place=str(holders[0].span) if holders else "--edition")


def _set(form: Form, edition: str, layout: Layout, run: PrintRun, setters: dict[Layout, Setter]) -> SetPaper:
    """Set a version in an edition, with room for the strip above everything else, on whole sheets."""
    from packbuilder.press.room import watermarked
    from packbuilder.typeset.imposition import imposed

    document = _document(form, edition, run.sitting)
    look, habits = look_of(layout, edition, run.habits)
    look, laid = _with_strips(document, look, setters, edition)
    marked = watermarked(laid, run.watermark, look)
    sheets = imposed(marked, habits)
    sheets = replace(sheets, duplex=sheets.duplex or "long")
    single = replace(marked, duplex="short" if habits.imposition == "duplex-short" else "long")
    return SetPaper(form=form, edition=edition, document=document, look=look, laid=single, bare=laid, sheets=sheets, habits=habits)


def _document(form: Form, edition: str, sitting: Sitting) -> Document:
    paper = practice_paper(form, sitting=sitting)
    return adapted(paper, edition_named(edition)) if edition else paper


def look_of(layout: Layout, edition: str, wanted: PrintHabits) -> tuple[Layout, PrintHabits]:
    """Return the layout of a run's copies in an edition, before there is room for strips, and how they are printed.

    Modified papers are never set smaller, nor without their tint.
    """
    if edition:
        layout, wanted = modified(layout, edition_named(edition)), replace(wanted.full_size, ink_saving=False)
    # As in a class set, every copy begins on a fresh sheet.
    habits = replace(possible(layout, wanted), class_set=1)
    return for_habits(layout, habits), habits


def pages_of(form: Form, edition: str, layout: Layout, habits: PrintHabits, setters: dict[Layout, Setter], *, sitting: Sitting) -> int:
    """Return how many pages the copies of a version in an edition have."""
    return len(_with_strips(_document(form, edition, sitting), look_of(layout, edition, habits)[0], setters, edition)[1].pages)


def _with_strips(document: Document, look: Layout, setters: dict[Layout, Setter], edition: str) -> tuple[Layout, Laid]:
    """Return a document laid out with room for the strip above everything else, and the layout that has it."""
    from packbuilder.press.room import with_room

    laid = _laid(document, look, setters)
    roomy = with_room(look, laid, size=strip_size(edition))
    return (look, laid) if roomy == look else (roomy, _laid(document, roomy, setters))


def _laid(document: Document, look: Layout, setters: dict[Layout, Setter]) -> Laid:
    from packbuilder.typeset.engine import lay_out
    from packbuilder.typeset.setter import Setter

    if look not in setters:
        setters[look] = Setter(look)
    return lay_out(document, setters[look])


def _strip_glyphs(run: PrintRun, sets: Iterable[SetPaper]) -> frozenset[tuple[str, str]]:
    """Return the characters of all strips of a run, so that every file has the same fonts, which are made once.

    Raises what a candidate's strip would raise in the middle of the run; of those that do not fit, all at once.
    """
    from packbuilder.press.page_code import PageCode, holder, length_of, paper_of
    from packbuilder.press.strip import NoRoomForNameError, code_glyphs, paint_words, words_of
    from packbuilder.wording import catalogue

    by_key = {(each.form.code, each.edition): each for each in sets}
    letters: dict[str, set[str]] = {}
    for face, char in set().union(*(code_glyphs(each.look.family) for each in by_key.values())):
        letters.setdefault(face, set()).add(char)
    unfit: list[Diagnostic] = []
    for copy in run.copies:
        each = by_key[copy.version, copy.edition]
        code = length_of(PageCode(paper_of(each.form.fingerprint), copy.version, holder(copy), len(each.laid.pages)))
        words = words_of(copy, catalogue(each.document.language))
        try:
            painted = paint_words(words, width=each.look.page.text_width, family=each.look.family, code=code, size=strip_size(each.edition))
            for face, characters in painted.characters:
                letters.setdefault(face, set()).update(characters)
        except NoRoomForNameError as failure:
            if copy.candidate is None:
                raise
            unfit.append(error("C114", failure.fault, copy.candidate.span, *failure.hints))
    if unfit:
        raise BadContentError(by_place(unfit))
    return frozenset((face, char) for face, characters in letters.items() for char in characters)


def _master(each: SetPaper, strips: frozenset[tuple[str, str]], *, archival: bool) -> Master:
    from packbuilder.press.master import CODE_FONT, Master, master_sides, strip_spots
    from packbuilder.press.page_code import paper_of
    from packbuilder.press.template import template_of
    from packbuilder.typeset.metadata import Metadata
    from packbuilder.typeset.writer import compose_with_overlays

    document, spots = each.document, strip_spots(each.laid, each.look)
    metadata = Metadata(title=document.title, language=document.language, archival=archival)
    composed = compose_with_overlays(
        each.laid, metadata=metadata, pictures=_pictures([each]), glyphs=strips | each.laid.glyphs, fonts=CODE_FONT
    )
    return Master(
        version=each.form.code,
        edition=each.edition,
        paper=paper_of(each.form.fingerprint),
        title=document.title,
        language=document.language,
        family=each.look.family,
        width=each.look.page.text_width,
        size=strip_size(each.edition),
        pages=spots,
        sides=master_sides(each.sheets, spots),
        duplex=each.sheets.duplex,
        imposition=each.habits.imposition,
        record=tuple(document.record.items()),
        template=template_of(composed),
    )


def _shared(sets: list[SetPaper], strips: frozenset[tuple[str, str]]) -> Shared:
    from packbuilder.press.master import shared_by

    return shared_by([each.laid for each in sets], _pictures(sets), strips)


def _pictures(sets: Iterable[SetPaper]) -> Mapping[str, Picture]:
    return named_pictures([each.document for each in sets])


def _fronts(
    fronts: Mapping[str, Document], handout: Layout, setters: dict[Layout, Setter]
) -> tuple[dict[str, tuple[MasterSide, ...]], frozenset[tuple[str, str]]]:
    from packbuilder.press.master import master_sides

    sides: dict[str, tuple[MasterSide, ...]] = {}
    glyphs: frozenset[tuple[str, str]] = frozenset()
    for name, document in fronts.items():
        laid = _laid(document, handout, setters)
        sides[name] = master_sides(laid)
        glyphs |= laid.glyphs
    return sides, glyphs


def _digest(run: PrintRun, bank: Masters) -> str:
    """Return a hash over all that decides a byte of the run: the plan, and every master as it was set."""
    digest = sha256()
    plan = {
        "plan": run.digest,
        "facts": [run.title, run.order, run.date, run.session, run.centre, run.embargo, run.watermark, bank.created, bank.producer],
        "habits": asdict(run.habits),
        "packets": [[packet.name, packet.room, packet.edition, [_row(copy) for copy in packet.copies]] for packet in run.packets],
    }
    digest.update(json.dumps(plan).encode())
    for key, master in sorted(bank.masters.items()):
        digest.update(repr((key, master.paper, master.template.digest if master.template else "")).encode())
        for side in master.sides:
            digest.update(side.content.data)
    for _, sides in sorted(bank.fronts.items()):
        for side in sides:
            digest.update(side.content.data)
    return digest.hexdigest()[:_DIGITS]


def _row(copy: Copy) -> list[object]:
    """Return a copy as the digest reads it: where in the list a candidate stands decides nothing."""
    who = copy.candidate
    row: list[object] = [copy.serial, copy.version, copy.edition]
    return row if who is None else [*row, who.number, who.name, who.centre, who.room, who.seat]
