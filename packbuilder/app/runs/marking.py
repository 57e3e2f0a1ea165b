"""What of a print run is for those who mark: clean papers, page for page as the copies are, and schemes, under the embargo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from packbuilder.app.printing import Printed, Printer
from packbuilder.app.runs.jobs import MARKING
from packbuilder.app.runs.masters import SetPaper
from packbuilder.document import Document, Paragraph
from packbuilder.editions import EDITIONS
from packbuilder.layout import Layout
from packbuilder.model.form import Form
from packbuilder.model.print_run import Key
from packbuilder.model.sitting import Sitting
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.text import said
from packbuilder.values import replace
from packbuilder.wording import catalogue

CLEAN_SHEETS = "clean-sheets"
"""What the record of a clean paper on sheets calls its product: pages for a printer, not another paper."""


def clean_paper(version: str, edition: str) -> str:
    """Return the name of the file, in the run's folder, of a version in an edition as all its copies are, without a strip."""
    return _named("paper", version, edition)


def clean_sheets(version: str, edition: str) -> str:
    """Return the name of the file with the same pages on the sides of sheets, as packets have them: what `verify` compares packets with."""
    return _named("sheets", version, edition)


def scheme_file(version: str) -> str:
    """Return the name of the file of a version's mark scheme."""
    return _named("mark-scheme", version)


def marking_names(versions: Iterable[str], keys: Iterable[Key], on_sheets: Iterable[Key]) -> Iterator[str]:
    """Yield the names of all files for marking: of the versions that are dealt out, the versions and editions that have copies, and those on sheets."""
    for version in versions:
        yield from (clean_paper(version, ""), scheme_file(version))
    yield from (clean_paper(*key) for key in keys if key[1])
    yield from (clean_sheets(*key) for key in on_sheets)


def tinted_papers(keys: Iterable[Key]) -> frozenset[str]:
    """Return the clean papers, of versions and editions, whose pages are printed on a tint, as the copies' are."""
    return frozenset(clean_paper(*key) for key in keys if (edition := EDITIONS.get(key[1])) and edition.background)


def _named(*parts: str) -> str:
    return f"{MARKING}/{'-'.join(part for part in parts if part)}.pdf"


def for_marking(
    forms: Iterable[Form],
    papers: Iterable[SetPaper],
    paper: Layout,
    handout: Layout,
    printer: Printer,
    *,
    embargo: str,
    sheets: bool,
    sitting: Sitting,
) -> Iterator[tuple[str, Callable[[], Printed]]]:
    """Yield what prints each clean paper, set as copies are, and each scheme, with its file's name; a version of which there are only modified
    copies has its standard paper too, since an edition is compared with that. `sheets`: those that are imposed on the sides of sheets as well.
    """
    copied = {(each.form.code, each.edition): each for each in papers}
    for key, each in copied.items():
        yield clean_paper(*key), partial(printer.print_laid, each.document, each.look, each.laid, proved=each.bare)
        if sheets and each.sheets.sides:
            imposed = replace(each.document, record={**each.document.record, "product": CLEAN_SHEETS})
            yield clean_sheets(*key), partial(printer.print_laid, imposed, each.look, each.sheets, proved=each.bare)
    for form in forms:
        if (form.code, "") not in copied:
            yield clean_paper(form.code, ""), partial(printer.print, practice_paper(form, sitting=sitting), paper)
        yield scheme_file(form.code), partial(printer.print, _under_embargo(mark_scheme(form), embargo), handout)


def _under_embargo(document: Document, when: str) -> Document:
    """Return a document that says on its first page until when it stays closed; as it is without an embargo."""
    if not when:
        return document
    wording = catalogue(document.language)
    notice = Paragraph(text=said(wording, "run.embargo", when=wording.moment(when), bold=True))
    return replace(document, blocks=(notice, *document.blocks), record={**document.record, "embargo": when})
