"""Making the modified editions of papers and packs, and the sheet that tells a centre what was adjusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from packbuilder.app.making import Made
from packbuilder.app.printing import Printed, Printer, Wanted
from packbuilder.document import Document
from packbuilder.editions import Edition
from packbuilder.editions.documents import adapted
from packbuilder.editions.layouts import modified
from packbuilder.editions.sheet import EditionFile, adjustments, changed_spaces, edition_sheet, rearranged
from packbuilder.layout import Layout
from packbuilder.model.form import Form
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.products.practice_paper import practice_paper
from packbuilder.values import replace
from packbuilder.wording import catalogue


def paper_editions(
    forms: Iterable[Form],
    editions: tuple[Edition, ...],
    *,
    layout: Layout,
    printer: Printer,
    papers: Iterable[Made] = (),
    habits: PrintHabits = AS_IT_IS,
) -> Iterator[Made]:
    """Make every edition of every form's paper: the same document, set for the edition.

    `papers` are the standard papers as they were made, to tell where an edition has other answer spaces.
    """
    spaces = {made.version: made.spaces for made in papers if made.product == "practice_paper"}
    looks = {edition: modified(layout, edition) for edition in editions if not edition.digital}
    works = [(form, practice_paper(form), edition) for form in forms for edition in editions]
    # All at once: each edition has a layout of its own, and shares nothing with the others.
    printed = iter(printer.print_all([_wanted(document, each, looks[each], habits) for _, document, each in works if each in looks]))
    for form, document, edition in works:
        if edition.digital:
            files = reader_files(document, edition, layout=layout, name=f"paper-{form.code}", product="practice_paper")
            yield from (replace(each, version=form.code) for each in files)
            continue
        made = _made(
            document, edition, next(printed), layout=layout, look=looks[edition], name=f"paper-{form.code}", product="practice_paper"
        )
        other = changed_spaces(spaces.get(form.code, made.spaces), made.spaces, catalogue(form.language))
        yield replace(made, version=form.code, adjustments=(*made.adjustments, *other))


def pack_editions(
    document: Document,
    editions: tuple[Edition, ...],
    *,
    layout: Layout,
    printer: Printer,
    answers: Callable[[Mapping[str, str]], Document | None] = lambda _: None,
    habits: PrintHabits = AS_IT_IS,
) -> Iterator[Made]:
    """Make every edition of a revision pack, and of the sheet that `answers` composes for its page numbers by anchor."""
    name, product = "revision-pack", "revision_pack"
    for edition in editions:
        if edition.digital:
            yield from reader_files(document, edition, layout=layout, name=name, product=product)
            pages: Mapping[str, str] = {}
        else:
            made = edition_of(document, edition, layout=layout, printer=printer, name=name, product=product, habits=habits)
            yield made
            pages = made.anchors
        sheet = answers(pages)
        if sheet is not None and edition.digital:
            yield from reader_files(sheet, edition, layout=layout, name=f"{name}-answers", product="pack_answers")
        elif sheet is not None:
            yield edition_of(sheet, edition, layout=layout, printer=printer, name=f"{name}-answers", product="pack_answers")


def edition_of(
    document: Document, edition: Edition, *, layout: Layout, printer: Printer, name: str, product: str, habits: PrintHabits = AS_IT_IS
) -> Made:
    """Set a document for one edition. Of print habits it follows only how paper is turned: its sizes and its tint are what it is for."""
    look = modified(layout, edition)
    printed = printer.print(*_wanted(document, edition, look, habits))
    return _made(document, edition, printed, layout=layout, look=look, name=name, product=product)


def _wanted(document: Document, edition: Edition, look: Layout, habits: PrintHabits) -> Wanted:
    return Wanted(adapted(document, edition), look, replace(habits.full_size, ink_saving=False))


def _made(document: Document, edition: Edition, printed: Printed, *, layout: Layout, look: Layout, name: str, product: str) -> Made:
    wording = catalogue(document.language)
    asks = product == "practice_paper"
    changes = (
        *adjustments(layout, look, edition, wording, asks=asks),
        *rearranged(printed.rearranged, wording, asks=asks),
    )
    return Made(
        name=f"{name}-{edition.name}.pdf",
        data=printed.data,
        seal=printed.seal,
        pages=printed.pages,
        sides=printed.sides,
        product=product,
        edition=edition.name,
        adjustments=changes,
        anchors=printed.anchors,
        spaces=printed.spaces,
    )


def reader_files(document: Document, edition: Edition, *, layout: Layout, name: str, product: str) -> Iterator[Made]:
    """Make a document's files for a screen reader, a keyboard and, as far as liblouis is installed, a braille display."""
    from packbuilder.app.reader_seals import reader_seal
    from packbuilder.reader.braille import can_translate, to_brf
    from packbuilder.reader.docx import to_docx
    from packbuilder.reader.html import to_html
    from packbuilder.reader.plain import to_marked_text
    from packbuilder.reader.tongues import unmarked
    from packbuilder.typeset.drawn.png import png
    from packbuilder.typeset.drawn.svg import svg

    wording = catalogue(document.language)
    adapted_document = adapted(document, edition)
    text = to_marked_text(adapted_document, layout.answer)
    files = {
        "html": to_html(adapted_document, layout.answer, partial(svg, layout=layout, language=document.language)),
        "docx": to_docx(adapted_document, layout.answer, partial(png, layout=layout, language=document.language)),
        "txt": unmarked(text).encode(),
    }
    if can_translate(document.language):
        files["brf"] = to_brf(text, language=document.language)
    for kind, data in files.items():
        yield Made(
            name=f"{name}-{edition.name}.{kind}",
            data=data,
            seal=reader_seal(f".{kind}", data),
            pages=0,
            product=product,
            edition=edition.name,
            adjustments=(
                wording.say(f"edition.reader.{kind}"),
                *((wording.say("edition.reader.no_braille"),) if kind == "txt" and "brf" not in files else ()),
                wording.say("edition.reader.instructions"),
                wording.lines("edition.clear")[0],
            ),
        )


def sheet_of(made: Iterable[Made], *, title: str, language: str, layout: Layout, printer: Printer) -> Made:
    """Make the sheet over finished editions; what holds for a pack holds for the sheet of its answers."""
    files = tuple(
        EditionFile(
            name=each.name,
            product=each.product,
            version=each.version,
            edition=each.edition,
            pages=each.pages,
            adjustments=each.adjustments,
        )
        for each in made
        if each.product != "pack_answers"
    )
    printed = printer.print(edition_sheet(files, title=title, language=language), layout)
    return Made(name="editions.pdf", data=printed.data, seal=printed.seal, pages=printed.pages, product="edition_sheet")


def with_sheet(made: Iterable[Made], *, title: str, language: str, layout: Layout, printer: Printer) -> tuple[Made, ...]:
    """Return modified editions and the sheet that lists what they adjust; nothing where there are none."""
    editions = tuple(made)
    return (*editions, sheet_of(editions, title=title, language=language, layout=layout, printer=printer)) if editions else ()
