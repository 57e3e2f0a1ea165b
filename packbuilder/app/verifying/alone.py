"""What must hold within one file: its own record can be read, and stands on every page; its marks add up; nothing is in it that packbuilder never writes."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.app.accessibility.faults import plain_clauses
from packbuilder.app.reading import shown
from packbuilder.app.verifying.files import (
    File,
    by_question,
    counted,
    declared_marks,
    digests,
    marks_difference,
    number_of,
    question_marks,
    record_faults,
)
from packbuilder.app.verifying.names import name_fault
from packbuilder.app.verifying.report import Finding, settled, wrong
from packbuilder.proof.small_pages import pages_in
from packbuilder.proof.spaces import space_faults

_OF_A_FORM = ("practice-paper", "mark-scheme")


def odd(file: File, *, in_run: bool) -> Iterator[Finding]:
    """Yield what is in any file that packbuilder never writes, and what of its record cannot be read; also a wrong name, but for files of print runs."""
    name = shown(file.path)
    yield from settled(f"{name}: {fault}" for fault in (*file.read.additions, *record_faults(file.read.record)))
    if not in_run and (fault := name_fault(file.path.name, file.read.record)):
        yield wrong(f"{name} {fault}")


def consistent(file: File) -> Iterator[Finding]:
    """Check a file that is no worksheet: identity on every page, page numbers, marks that add up."""
    name, record = shown(file.path), file.read.record
    yield from settled(
        (f"{name}: {fault}" for fault in _faults(file)),
        otherwise=f"{name}: {number_of(pages_in(file.read), 'page')}, {number_of(record.get('marks', 'no'), 'mark')}, consistent in itself",
    )


def _faults(file: File) -> Iterator[str]:
    yield from plain_clauses(file.read.faults)
    if file.read.tree is not None:
        yield from space_faults(file.read.tree, file.read.language)
    if file.product in (*_OF_A_FORM, "self-marking"):
        yield from _identity_faults(file)
    if file.product in _OF_A_FORM:
        yield from _marks_faults(file)


def _marks_faults(file: File) -> Iterator[str]:
    record = file.read.record
    marks = by_question(question_marks(file))
    if not marks:
        yield "no question can be read back from it"
        return
    if str(total := counted(marks, record)) != record.get("marks"):
        yield f"the questions' marks sum to {total}, but the paper says {record.get('marks')}"
    if marks != (declared := declared_marks(record)):
        yield marks_difference(marks, declared, "its pages", "its record")


def _identity_faults(file: File) -> Iterator[str]:
    """Yield where a file of a form lacks its fingerprint, which every page carries, or a question's digest."""
    record, pages = file.read.record, file.read.pages
    fingerprint = record.get("fingerprint", "")
    for number, text in enumerate(pages, 1):
        if fingerprint not in text or (f"Seed {record.get('seed')}" not in " ".join(text.split()) and "Seed" in text):
            yield f"page {number} does not carry the fingerprint {fingerprint}"
    if file.edition:
        # Modified editions print no small digests: they are compared with the standard paper itself.
        return
    missing = [label for label, digest in digests(file).items() if not any(digest in text for text in pages)]
    if missing:
        yield f"the digest of question {', '.join(missing)} is not printed in it"
