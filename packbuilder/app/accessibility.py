"""What a PDF offers to somebody who cannot see it, or not well: a report in words, from the file alone.

It answers what an exams officer is asked about a paper. It does not replace a validator (veraPDF), nor trying the file
with a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from packbuilder.app.reading import read_bytes, shown
from packbuilder.typeset.readback import Element, ReadBack, read_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence, and whether it tells of something good or of a fault."""

    good: bool
    text: str


def accessibility(path: Path) -> tuple[Finding, ...]:
    """Return what can be said of a PDF. Raises `UnreadablePdfError`, or an error where the file cannot be read."""
    return tuple(findings(read_back(read_bytes(path), name=shown(path))))


def findings(read: ReadBack) -> Iterator[Finding]:
    """Yield the findings of a file that was read back."""
    title, language = read.info.get("Title", "").strip(), read.language.strip()
    yield _said(bool(title), f"The title is “{title}”.", "The file has no title: a screen reader announces its file name.")
    yield _said(
        bool(language),
        f"The language is {language}: it is read with the right voice.",
        "No language is set: it is read with whatever voice is on.",
    )
    yield _said(
        "pdfuaid:part" in read.xmp,
        "The file says that it is made to PDF/UA-1, the standard for accessible PDF.",
        "The file does not say that it is made to PDF/UA.",
    )
    if read.tree is None:
        yield Finding(good=False, text="The file is not tagged: a screen reader must guess what is a heading, a table or a question.")
        return
    for fault in read.faults:
        yield Finding(good=False, text=f"Pages and tags contradict each other: {fault}.")
    yield from _headings(read.tree)
    yield from _pictures(read.tree)
    yield from _tables(read.tree)
    yield from _links(read.tree)
    yield from _questions(read)


def _said(good: bool, yes: str, no: str) -> Finding:
    return Finding(good=good, text=yes if good else no)


def _counted(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _headings(tree: Element) -> Iterator[Finding]:
    levels = [int(each.role[1]) for each in tree.walk() if len(each.role) == 2 and each.role[0] == "H" and each.role[1].isdigit()]
    if not levels:
        yield Finding(good=False, text="There is no heading to jump to.")
        return
    skipped = levels[0] != 1 or any(after > before + 1 for before, after in pairwise(levels))
    count = _counted(len(levels), "heading")
    yield _said(not skipped, f"{count}, no level skipped.", f"{count}, but a level is skipped: a reader looks for what is not there.")


def _pictures(tree: Element) -> Iterator[Finding]:
    figures, formulas = tree.find(role="Figure"), tree.find(role="Formula")
    for what, found in (("picture", figures), ("formula", formulas)):
        silent = [each for each in found if not each.alt.strip()]
        for each in silent:
            yield Finding(good=False, text=f"Page {each.page}: a {what} has no alternative text.")
        if found and not silent:
            yield Finding(good=True, text=f"{_counted(len(found), what)}, each with words in its place.")


def _tables(tree: Element) -> Iterator[Finding]:
    tables = [table for table in tree.find(role="Table") if len(table.find(role="TR")) > 1]
    bare = [table for table in tables if not table.find(role="TH")]
    unscoped = [cell for table in tables for cell in table.find(role="TH") if not cell.scope]
    for table in bare:
        yield Finding(good=False, text=f"Page {table.page}: a table has no header cell: its numbers are read without what they mean.")
    for cell in unscoped:
        yield Finding(good=False, text=f"Page {cell.page}: a header cell does not say whether it heads a row or a column.")
    if tables and not bare and not unscoped:
        yield Finding(good=True, text=f"{_counted(len(tables), 'table')}, each with headers for its rows or columns.")


def _links(tree: Element) -> Iterator[Finding]:
    links = tree.find(role="Link")
    lost = [link for link in links if not any(target.page or target.address for target in link.targets)]
    for link in lost:
        yield Finding(good=False, text=f"Page {link.page}: the link “{link.text.strip()}” leads nowhere.")
    if links and not lost:
        yield Finding(good=True, text=f"{_counted(len(links), 'link')}, each of which leads somewhere.")


def _questions(read: ReadBack) -> Iterator[Finding]:
    """Yield what there is to say of an exam paper: its questions are marked as such and carry their marks."""
    if read.tree is None or read.record.get("product") != "practice-paper":
        return
    questions = [*read.tree.find(name="question"), *read.tree.find(name="part")]
    numbered = [each for each in questions if any(child.name == "number" and child.text.strip() for child in each.children)]
    yield _said(
        bool(questions) and len(numbered) == len(questions),
        f"Questions and their parts: {len(questions)}, each of which begins with its number.",
        "There are questions whose number is not read with them.",
    )
    spaces = read.tree.find(role="Form")
    silent = [each for each in spaces if not each.alt.strip()]
    for each in silent:
        yield Finding(good=False, text=f"Page {each.page}: there is something to fill in, and nothing says so.")
    if spaces and not silent:
        yield Finding(
            good=True, text=f"{_counted(len(spaces), 'space')} to write in or to mark, each announced in words, such as “{spaces[-1].alt}”."
        )
    edition = read.record.get("edition", "")
    if edition:
        yield Finding(good=True, text=f"This is the modified edition {edition}.")
