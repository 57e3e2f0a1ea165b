"""Verifying: finished PDFs, read back with code that did not write them, must match and must not leak.

HANDBOOK section 8, points 1, 2 and 7: a paper and its scheme carry one version and fingerprint, on every page; every
question has its entry with the same marks, and the other way round; marks add up; nothing creditworthy stands
anywhere in a candidate's file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from packbuilder.app import verifying_company as company
from packbuilder.app.accessibility_faults import plain_clauses
from packbuilder.app.paper_reading import normal, spaced
from packbuilder.app.print_jobs import Lock
from packbuilder.app.printing import CLASS_SET
from packbuilder.app.reading import read_any, shown
from packbuilder.app.verifying_copies import is_named, plain_copies
from packbuilder.app.verifying_copies import told as copies_told
from packbuilder.app.verifying_editions import differences
from packbuilder.app.verifying_files import (
    File,
    by_question,
    counted,
    declared_marks,
    digests,
    flat,
    marks_difference,
    number_of,
    question_marks,
    record_faults,
)
from packbuilder.app.verifying_manifest import listing, listing_faults, strangers
from packbuilder.app.verifying_names import name_fault
from packbuilder.app.verifying_packs import answer_differences, content_differences
from packbuilder.app.verifying_pairs import alone as lone
from packbuilder.app.verifying_pairs import made_together, pair_faults, pairs, standard_of
from packbuilder.app.verifying_places import lies_in, manifest_folders, pdfs, unreadable, whole
from packbuilder.app.verifying_readers import reader_files, unlisted
from packbuilder.app.verifying_runs import belongs_to, cut_off, run_folders, unfinished, unlocked, verify_run
from packbuilder.app.verifying_seals import is_sealed, manifest_seals, own_seals, unaccompanied
from packbuilder.app.verifying_self_marking import self_marking_differences
from packbuilder.app.verifying_sets import set_differences
from packbuilder.app.verifying_site import site_folders, verify_site
from packbuilder.app.verifying_worksheets import worksheet_differences, worksheet_faults
from packbuilder.errors import PackbuilderError
from packbuilder.model.versions import code_order
from packbuilder.proof.small_pages import pages_in
from packbuilder.values import dataclass

_SHORTEST_LEAK = 3
"""Creditworthy texts of fewer words are not looked for: single terms rightly stand in stems too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was checked and found right, what failed, and what could not be told, each in one sentence."""

    checked: tuple[str, ...]
    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Lists:
    """A report in the making."""

    checked: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def finished(self) -> Report:
        """Return the report; what is told twice, once."""
        return Report(checked=tuple(self.checked), failures=tuple(dict.fromkeys(self.failures)), notes=tuple(dict.fromkeys(self.notes)))


class NothingToVerifyError(PackbuilderError):
    """No PDF in the places given."""

    def __init__(self, *, places: tuple[Path, ...]) -> None:
        super().__init__(f"there is no PDF of packbuilder's in {', '.join(map(str, places))}")


def verify(places: tuple[Path, ...], *, passwords: Mapping[str, Lock] = MappingProxyType({})) -> Report:
    """Check folders (with all below them) and single PDFs; `passwords` open those of print runs.

    A manifest, or what else is no PDF beside one, stands for its folder: `folder/*` is `folder`.
    Raises `NothingToVerifyError` where there is nothing.
    """
    places = whole(places)
    report = _Lists()
    checked, failures, notes = report.checked, report.failures, report.notes
    files: list[File] = []
    runs, sites = run_folders(places), site_folders(places)
    cut = cut_off(places, runs)
    listed = tuple(manifest_folders(places))
    for path in pdfs(places):
        if any(belongs_to(folder, path) for folder in runs) or lies_in(path, (*sites, *cut)):
            continue
        if why := unreadable(path, places, listed, runs):
            failures.append(why)
            continue
        data = _unlocked(path, runs, passwords, failures)
        if data is None:
            continue
        if (back := company.read(path, data, failures)) is not None:
            files.append(File(path=path, read=back, digest=sha256(data).hexdigest()))
    by_path = {file.path: file for file in files}
    manifests = {folder: listing(folder, checked, failures, notes, by_path) for folder in listed}
    known = [file for file in files if file.product]
    entries = {folder: found.files for folder, found in manifests.items()}
    for folder in runs:
        verify_run(folder, checked, failures, passwords=passwords, read_files={path: file.read for path, file in by_path.items()})
    for folder in sites:
        verify_site(folder, checked, failures)
    failures.extend(unfinished(places, runs, cut, {file.path: file.product for file in known}))
    if not known and not runs and not sites and not failures:
        raise NothingToVerifyError(places=places)
    company.unrecorded(files, places, listed, failures, notes)
    copies = plain_copies(files, entries)
    notes.extend(copies_told(copies))
    single = [file for file in known if file.path not in copies]
    notes.extend(company.partnerless(single, listed, (*runs, *sites)))
    papers = [file for file in single if file.product == "practice-paper" and not file.edition]
    editions = [file for file in single if file.product == "practice-paper" and file.edition]
    schemes = [file for file in single if file.product == "mark-scheme"]
    read = {file.path: file.read for file in known}
    own_seals(read, failures)
    alone = {path: each for path, each in read.items() if not is_sealed(path, entries)}
    unaccompanied(alone, checked, failures, told=lambda path: not lies_in(path, runs))
    for file in known:
        failures.extend(f"{shown(file.path)}: {addition}" for addition in file.read.additions)
        failures.extend(f"{shown(file.path)}: {fault}" for fault in record_faults(file.read.record))
        if not lies_in(file.path, runs):
            failures.extend(f"{shown(file.path)} {fault}" for fault in (name_fault(file.path.name, file.read.record),) if fault)
        if not file.product.startswith("worksheet"):
            _alone(file, checked, failures)
    paired = pairs(papers, schemes)
    for paper, scheme in paired:
        _pair(paper, scheme, checked, failures)
    lone((file for file in (*papers, *schemes) if not lies_in(file.path, (*runs, *sites))), paired, entries, failures, notes)
    lack = partial(_lack, entries, failures, notes)
    _worksheets(single, checked, failures, lack)
    packs = [file for file in single if file.product == "revision-pack"]
    for pack in packs:
        _pack_answers(pack, single, checked, failures)
    for edition in (pack for pack in packs if pack.edition):
        _pack_edition(edition, packs, checked, failures, lack)
    for edition in editions:
        _edition(edition, papers, checked, failures, lack)
    for each in (file for file in single if file.product == CLASS_SET):
        _class_set(each, single, checked, failures, lack)
    for own in (file for file in single if file.product == "self-marking"):
        _self_marking(own, papers, checked, failures)
    for folder, found in manifests.items():
        manifest_seals(folder, found.files, read, checked, failures, always=found.sealed and not found.of_run)
        failures.extend(fault for fault in listing_faults(folder, found, known) if fault not in failures)
        if not found.of_run:
            strangers(folder, found, failures, notes, copies)
        reader_files(folder, found, papers, packs, checked, failures, notes)
    unlisted(places, manifests.keys() | set(sites), papers, packs, failures, notes)
    for paper in (*papers, *editions):
        _leaks(paper, schemes, checked, failures)
    return report.finished()


_Lack = Callable[[File, str], None]
"""Tells what a file was not compared with."""


def _lack(named: Mapping[Path, Mapping[str, object]], failures: list[str], notes: list[str], file: File, words: str) -> None:
    """Tell what a file was not compared with: a failure where a manifest names the file, and so what should be beside it; else what could not be told."""
    (failures if is_named(file.path, named) else notes).append(f"{shown(file.path)}: {words}")


def _unlocked(path: Path, runs: tuple[Path, ...], passwords: Mapping[str, Lock], failures: list[str]) -> bytes | None:
    """Return a file's bytes, without the encryption of the run that it lies in; None where no password opens it."""
    data = read_any(path)
    folder = next((each for each in runs if each in path.parents), None)
    if folder is None or b"/Encrypt" not in data:
        return data
    from packbuilder.press.encryption import refuses_screen_readers

    opened = unlocked(data, folder, passwords)
    if opened is None:
        failures.append(f"{shown(path)} cannot be opened: its password is not known (--password-file)")
    elif refuses_screen_readers(data):
        failures.append(f"{shown(path)} is protected so that screen readers are refused its words")
    return opened


def _alone(file: File, checked: list[str], failures: list[str]) -> None:
    """What must hold inside one file: identity on every page, page numbers, marks that add up."""
    name, record = shown(file.path), file.read.record
    before = len(failures)
    failures.extend(f"{name}: {fault}" for fault in plain_clauses(file.read.faults))
    if file.product == "self-marking":
        _carries(file, failures)
    if file.product in ("practice-paper", "mark-scheme"):
        _carries(file, failures)
        marks = question_marks(file)
        if not marks:
            failures.append(f"{name}: no question can be read back from it")
        elif str(total := counted(by_question(marks), record)) != record.get("marks"):
            failures.append(f"{name}: the questions' marks sum to {total}, but the paper says {record.get('marks')}")
        declared = declared_marks(record)
        if marks and by_question(marks) != declared:
            failures.append(f"{name}: {marks_difference(by_question(marks), declared, 'its pages', 'its record')}")
    if len(failures) == before:
        checked.append(
            f"{name}: {number_of(pages_in(file.read), 'page')}, {number_of(record.get('marks', 'no'), 'mark')}, consistent in itself"
        )


def _carries(file: File, failures: list[str]) -> None:
    """A file of a form carries its fingerprint on every page, and every question's digest somewhere."""
    name, record = shown(file.path), file.read.record
    fingerprint = record.get("fingerprint", "")
    for number, text in enumerate(file.read.pages, 1):
        if fingerprint not in text or (f"Seed {record.get('seed')}" not in _spaced(text) and "Seed" in text):
            failures.append(f"{name}: page {number} does not carry the fingerprint {fingerprint}")
    if file.edition:
        # Modified editions print no small digests: they are compared with the standard paper itself.
        return
    missing = [label for label, digest in digests(file).items() if not any(digest in text for text in file.read.pages)]
    if missing:
        failures.append(f"{name}: the digest of question {', '.join(missing)} is not printed in it")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _pair(paper: File, scheme: File, checked: list[str], failures: list[str]) -> None:
    names = f"{shown(paper.path)} and {shown(scheme.path)}"
    found = tuple(pair_faults(paper, scheme))
    failures.extend(f"{names}: {fault}" for fault in found)
    if not found:
        count = number_of(len(question_marks(paper)), "question")
        checked.append(f"{names}: one version, {count} each with its entry and the same marks")


def _worksheets(files: list[File], checked: list[str], failures: list[str], lack: _Lack) -> None:
    """Every sheet is sound in itself, and so are its answers, which stand beside it under its kind and version."""
    sheets = [file for file in files if file.product == "worksheet"]
    keys = {file.sheet: file for file in files if file.product == "worksheet-answers"}
    for sheet in sheets:
        answers = keys.pop(sheet.sheet, None)
        found = [
            f"{shown(each.path)}: {fault}"
            for each in (sheet, answers)
            if each
            for fault in (*plain_clauses(each.read.faults), *worksheet_faults(each.read))
        ]
        names = shown(sheet.path) + (f" and {shown(answers.path)}" if answers else "")
        found += [f"{names}: {difference}" for difference in (worksheet_differences(sheet.read, answers.read) if answers else ())]
        failures.extend(found)
        if not found:
            beside = ", each with its answer" if answers else ""
            checked.append(f"{names}: one fingerprint, {number_of(sheet.read.record.get('tasks'), 'task')}{beside}")
    for answers in keys.values():
        if any(_same_kind(sheet, answers) for sheet in sheets):
            # They lie with another version's sheet, as if they were its answers.
            failures.append(f"{shown(answers.path)}: there is no sheet for it")
        else:
            lack(answers, "there is no sheet for it")


def _same_kind(sheet: File, answers: File) -> bool:
    return sheet.sheet[:2] == answers.sheet[:2]


def _edition(edition: File, papers: list[File], checked: list[str], failures: list[str], lack: _Lack) -> None:
    """A modified edition asks what the standard paper of its version asks; without that paper nothing can be proved."""
    name = shown(edition.path)
    standard = standard_of(edition, papers)
    if standard is None:
        lack(edition, f"the standard paper of version {edition.version} is not beside it, so it cannot be compared")
        return
    found = differences(standard.read, edition.read)
    failures.extend(f"{name}: {difference}" for difference in found)
    if not found:
        count = number_of(len(question_marks(edition)), "question")
        checked.append(f"{name}: edition {edition.edition} has the {count} of {shown(standard.path)}, word for word, with the same marks")


def _class_set(copies: File, known: list[File], checked: list[str], failures: list[str], lack: _Lack) -> None:
    """A class set holds what the single files beside it hold, version after version."""
    name, of = shown(copies.path), copies.read.record.get("of", "")
    kind = copies.read.record.get("kind", "")
    same = [file for file in known if file.product == of and file.read.record.get("kind", "") == kind]
    near = [file for file in same if not file.edition and file.path.parent == copies.path.parent]
    if not near:
        lack(copies, "the file that it has copies of is not beside it, so it cannot be compared")
        return
    near.sort(key=lambda file: code_order(file.version))
    found = tuple(set_differences(copies.read, [file.read for file in near]))
    failures.extend(f"{name}: {difference}" for difference in found)
    if not found:
        checked.append(
            f"{name}: {copies.read.record.get('copies')} copies of {', '.join(shown(file.path) for file in near)}, word for word"
        )


def _pack_answers(pack: File, files: list[File], checked: list[str], failures: list[str]) -> None:
    """Every practice question of a pack has its answer, at the back or on the sheet beside it, which names its page."""
    near = (file for file in files if file.product == "pack-answers" and file.path.parent == pack.path.parent)
    sheet = next((file for file in near if file.edition == pack.edition), None)
    found = answer_differences(pack.read, sheet.read if sheet else None)
    failures.extend(f"{shown(pack.path)}: {difference}" for difference in found)
    if not found and pack.read.tree and pack.read.tree.find(name="question"):
        checked.append(f"{shown(pack.path)}: practice questions and answers match")


def _pack_edition(edition: File, packs: list[File], checked: list[str], failures: list[str], lack: _Lack) -> None:
    """A modified edition of a pack holds what the standard pack beside it holds."""
    name = shown(edition.path)
    near = [pack for pack in packs if not pack.edition and pack.path.parent == edition.path.parent]
    if not near:
        lack(edition, "the standard pack is not beside it, so it cannot be compared")
        return
    found = content_differences(near[0].read, edition.read)
    failures.extend(f"{name}: {difference}" for difference in found)
    if not found:
        checked.append(f"{name}: edition {edition.edition} has the sections of {shown(near[0].path)}, word for word")


def _self_marking(file: File, papers: list[File], checked: list[str], failures: list[str]) -> None:
    """A self-marking edition is of the questions of the paper beside it, each under its number, with the same marks."""
    name = shown(file.path)
    standard = standard_of(file, papers)
    if standard is None:
        return
    found = tuple(self_marking_differences(standard, file))
    failures.extend(f"{name}: {difference}" for difference in found)
    if not found:
        checked.append(f"{name}: goes with {shown(standard.path)}, question by question, with the same marks")


def _leaks(paper: File, schemes: list[File], checked: list[str], failures: list[str]) -> None:
    """No text, bookmark, attachment, note or metadata of the paper holds what its scheme credits."""
    # What another version's scheme credits may well be what this one asks.
    wanted = {words for scheme in schemes if made_together(paper, scheme) for words in _credits(scheme)}
    # What a source shows may well be what is to be read from it: that is no leak.
    sources = " | ".join(spaced(each) for each in paper.read.tree.find(name="stimulus")) if paper.read.tree else ""
    shown_by_source = f" {normal(sources)} "
    wanted = {words for words in wanted if f" {words} " not in shown_by_source}
    before = len(failures)
    read = paper.read
    for name in read.attachments:
        failures.append(f"{shown(paper.path)}: it has an attachment, {name!r}; a candidate's file may have none")
    places = [(f"page {number}", text) for number, text in enumerate(read.pages, 1)]
    places += [
        ("the bookmarks", " | ".join(mark.words for mark in read.outline)),
        ("the metadata", " | ".join(read.info.values()) + read.xmp),
    ]
    places += [("a note or link", text) for _, text in read.annotations]
    if read.tree is not None:
        hidden = " | ".join(f"{each.alt} {each.actual}" for each in read.tree.walk())
        places += [("an alternative text", hidden), ("the tagged text", spaced(read.tree))]
    drawn = _drawn(paper)
    for place, text in places:
        flat = normal(text)
        failures.extend(
            f"{shown(paper.path)}: {place} gives away what the scheme credits: “{words}”"
            for words in sorted(wanted)
            if _times(words, flat) > (0 if re.search(r"[^\W\d_]", words) else _times(words, *drawn))
        )
    if len(failures) == before and wanted:
        checked.append(f"{shown(paper.path)}: none of {len(wanted)} creditworthy texts stands in it")


def _drawn(paper: File) -> tuple[str, ...]:
    """Return the words in each of the paper's drawings. Numbers in a row there are an axis's: they say nothing of an answer of numbers."""
    return tuple(normal(each.text) for each in paper.read.tree.walk() if each.role == "Figure") if paper.read.tree else ()


def _times(words: str, *texts: str) -> int:
    """Return how often words stand in texts."""
    # Every space is one before a word and one behind it.
    return sum(f" {text} ".replace(" ", "  ").count(f" {words} ".replace(" ", "  ")) for text in texts)


def _credits(scheme: File) -> Iterator[str]:
    if scheme.read.tree is None:
        return
    for element in scheme.read.tree.walk():
        if element.name == "credit":
            words = normal(re.sub(r"\s*\([MAB]?\d+\)\s*$", "", flat(element)))
            if len(words.split()) >= _SHORTEST_LEAK:
                yield words
