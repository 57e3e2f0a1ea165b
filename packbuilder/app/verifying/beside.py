"""Files that are held against those beside them: papers and schemes, worksheets and answers, editions, packs, class sets, self-marking papers."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.app.accessibility.faults import plain_clauses
from packbuilder.app.printing import CLASS_SET
from packbuilder.app.reading import is_regular, read_any, shown
from packbuilder.app.verifying.copies import is_named
from packbuilder.app.verifying.editions import differences
from packbuilder.app.verifying.files import File, number_of, question_marks
from packbuilder.app.verifying.leaks import credited, leaks, leaks_read_out
from packbuilder.app.verifying.packs import answer_differences, content_differences
from packbuilder.app.verifying.pairs import alone, pair_faults, pairs, standard_of
from packbuilder.app.verifying.places import lies_in
from packbuilder.app.verifying.report import Finding, settled, untold, wrong
from packbuilder.app.verifying.seen import Seen
from packbuilder.app.verifying.self_marking import self_marking_differences
from packbuilder.app.verifying.sets import set_differences
from packbuilder.app.verifying.worksheets import worksheet_differences, worksheet_faults
from packbuilder.model.versions import code_order


def _lack(seen: Seen, file: File, words: str) -> Finding:
    """Return what a file was not compared with: a failure where a manifest names the file, and so what should be beside it; else what is untold."""
    return (wrong if is_named(file.path, seen.entries) else untold)(f"{shown(file.path)}: {words}")


def papers_and_schemes(seen: Seen) -> Iterator[Finding]:
    """Every paper and its scheme carry one version, and each question has its entry with the same marks; what has no partner is told."""
    papers, schemes = seen.papers, seen.of("mark-scheme")
    paired = pairs(papers, schemes)
    for paper, scheme in paired:
        names = f"{shown(paper.path)} and {shown(scheme.path)}"
        count = number_of(len(question_marks(paper)), "question")
        yield from settled(
            (f"{names}: {fault}" for fault in pair_faults(paper, scheme)),
            otherwise=f"{names}: one version, {count} each with its entry and the same marks",
        )
    elsewhere = (*seen.runs, *seen.sites)
    yield from alone((file for file in (*papers, *schemes) if not lies_in(file.path, elsewhere)), paired, seen.entries)


def worksheets_and_answers(seen: Seen) -> Iterator[Finding]:
    """Every sheet is sound in itself, and so are its answers, which stand beside it under its kind and version."""
    sheets = seen.of("worksheet")
    keys = {file.sheet: file for file in seen.of("worksheet-answers")}
    for sheet in sheets:
        answers = keys.pop(sheet.sheet, None)
        names = shown(sheet.path) + (f" and {shown(answers.path)}" if answers else "")
        beside = ", each with its answer" if answers else ""
        yield from settled(
            _sheet_faults(sheet, answers, names),
            otherwise=f"{names}: one fingerprint, {number_of(sheet.read.record.get('tasks'), 'task')}{beside}",
        )
    for answers in keys.values():
        words = "there is no sheet for it"
        if any(sheet.sheet[:2] == answers.sheet[:2] for sheet in sheets):
            # They lie with another version's sheet, as if they were its answers.
            yield wrong(f"{shown(answers.path)}: {words}")
        else:
            yield _lack(seen, answers, words)


def _sheet_faults(sheet: File, answers: File | None, names: str) -> Iterator[str]:
    for each in (sheet, answers) if answers else (sheet,):
        yield from (f"{shown(each.path)}: {fault}" for fault in (*plain_clauses(each.read.faults), *worksheet_faults(each.read)))
    if answers:
        yield from (f"{names}: {difference}" for difference in worksheet_differences(sheet.read, answers.read))


def packs_and_answers(seen: Seen) -> Iterator[Finding]:
    """Every practice question of a pack has its answer, at the back or on the sheet beside it, which names its page."""
    answers = seen.of("pack-answers")
    for pack in seen.of("revision-pack"):
        near = (file for file in answers if file.path.parent == pack.path.parent)
        sheet = next((file for file in near if file.edition == pack.edition), None)
        name = shown(pack.path)
        asks = pack.read.tree is not None and bool(pack.read.tree.find(name="question"))
        yield from settled(
            (f"{name}: {difference}" for difference in answer_differences(pack.read, sheet.read if sheet else None)),
            otherwise=f"{name}: practice questions and answers match" if asks else "",
        )


def pack_editions(seen: Seen) -> Iterator[Finding]:
    """A modified edition of a pack holds what the standard pack beside it holds."""
    packs = seen.of("revision-pack")
    for edition in (pack for pack in packs if pack.edition):
        standard = next((pack for pack in packs if not pack.edition and pack.path.parent == edition.path.parent), None)
        if standard is None:
            yield _lack(seen, edition, "the standard pack is not beside it, so it cannot be compared")
            continue
        name = shown(edition.path)
        yield from settled(
            (f"{name}: {difference}" for difference in content_differences(standard.read, edition.read)),
            otherwise=f"{name}: edition {edition.edition} has the sections of {shown(standard.path)}, word for word",
        )


def paper_editions(seen: Seen) -> Iterator[Finding]:
    """A modified edition asks what the standard paper of its version asks; without that paper nothing can be proved."""
    papers = seen.papers
    for edition in (file for file in seen.of("practice-paper") if file.edition):
        standard = standard_of(edition, papers)
        if standard is None:
            yield _lack(seen, edition, f"the standard paper of version {edition.version} is not beside it, so it cannot be compared")
            continue
        name = shown(edition.path)
        count = number_of(len(question_marks(edition)), "question")
        yield from settled(
            (f"{name}: {difference}" for difference in differences(standard.read, edition.read)),
            otherwise=f"{name}: edition {edition.edition} has the {count} of {shown(standard.path)}, word for word, with the same marks",
        )


def class_sets(seen: Seen) -> Iterator[Finding]:
    """A class set holds what the single files beside it hold, version after version."""
    for copies in seen.of(CLASS_SET):
        record = copies.read.record
        near = [
            file
            for file in seen.of(record.get("of", ""))
            if not file.edition and file.path.parent == copies.path.parent and file.read.record.get("kind", "") == record.get("kind", "")
        ]
        if not near:
            yield _lack(seen, copies, "the file that it has copies of is not beside it, so it cannot be compared")
            continue
        near.sort(key=lambda file: code_order(file.version))
        name = shown(copies.path)
        yield from settled(
            (f"{name}: {difference}" for difference in set_differences(copies.read, [file.read for file in near])),
            otherwise=f"{name}: {record.get('copies')} copies of {', '.join(shown(file.path) for file in near)}, word for word",
        )


def self_marking(seen: Seen) -> Iterator[Finding]:
    """A self-marking edition is of the questions of the paper beside it, each under its number, with the same marks."""
    papers = seen.papers
    for own in seen.of("self-marking"):
        if standard := standard_of(own, papers):
            name = shown(own.path)
            yield from settled(
                (f"{name}: {difference}" for difference in self_marking_differences(standard, own)),
                otherwise=f"{name}: goes with {shown(standard.path)}, question by question, with the same marks",
            )


def secrets_kept(seen: Seen) -> Iterator[Finding]:
    """No paper, in whatever edition, says what its scheme credits."""
    schemes = seen.of("mark-scheme")
    for paper in seen.of("practice-paper"):
        wanted = credited(paper, schemes)
        name = shown(paper.path)
        yield from settled(
            (f"{name}: {leak}" for leak in leaks(paper, wanted)),
            otherwise=f"{name}: none of {len(wanted)} creditworthy texts stands in it" if wanted else "",
        )
        for path in sorted(paper.path.parent.glob(f"paper-{paper.version}-reader.*")) if wanted and not paper.edition else ():
            read_out = leaks_read_out(path.name, read_any(path), wanted) if is_regular(path) else ()
            yield from settled(f"{shown(path)}: {leak}" for leak in read_out)
