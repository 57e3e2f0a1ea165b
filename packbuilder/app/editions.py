"""Making the modified editions of papers and packs, and the sheet that tells a centre what was adjusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from packbuilder.app.making import Made
from packbuilder.app.printing import Printer
from packbuilder.document import Document
from packbuilder.editions import Edition
from packbuilder.editions.documents import adapted
from packbuilder.editions.layouts import modified
from packbuilder.editions.sheet import EditionFile, adjustments, edition_sheet, rearranged
from packbuilder.layout import Layout
from packbuilder.model.form import Form
from packbuilder.products.practice_paper import practice_paper
from packbuilder.wording import catalogue

Compose = Callable[[Form], Document]


def paper_editions(forms: Iterable[Form], editions: tuple[Edition, ...], *, layout: Layout, printer: Printer) -> Iterator[Made]:
    """Make every edition of every form's paper: the same document, set for the edition."""
    for form in forms:
        document = practice_paper(form)
        for edition in editions:
            made = edition_of(document, edition, layout=layout, printer=printer, name=f"paper-{form.code}", product="practice_paper")
            yield replace(made, version=form.code)


def edition_of(document: Document, edition: Edition, *, layout: Layout, printer: Printer, name: str, product: str) -> Made:
    """Set a document for one edition."""
    look = modified(layout, edition)
    printed = printer.print(adapted(document, edition), look)
    wording = catalogue(document.language)
    changes = (*adjustments(layout, look, edition, wording), *rearranged(printed.rearranged, wording))
    return Made(
        name=f"{name}-{edition.name}.pdf",
        data=printed.data,
        pages=printed.pages,
        product=product,
        edition=edition.name,
        adjustments=changes,
    )


def sheet_of(made: Iterable[Made], *, title: str, language: str, layout: Layout, printer: Printer) -> Made:
    """Make the sheet over finished editions."""
    files = tuple(
        EditionFile(name=each.name, version=each.version, edition=each.edition, pages=each.pages, adjustments=each.adjustments)
        for each in made
    )
    printed = printer.print(edition_sheet(files, title=title, language=language), layout)
    return Made(name="editions.pdf", data=printed.data, pages=printed.pages, product="edition_sheet")
