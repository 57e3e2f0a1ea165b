"""Which scheme goes with which paper, and whether they match: by what the files say of themselves first, whatever they are called, then by their names.

A paper is never held against another version's scheme because that happens to lie there; but a scheme that is called as the paper's own, and is of
another paper, was swapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying.copies import is_named
from packbuilder.app.verifying.files import File, digests, marks_difference, question_marks
from packbuilder.app.verifying.report import Finding, untold, wrong

_NAMES = {"practice-paper": "paper", "mark-scheme": "mark-scheme"}
_PARTNER = {"practice-paper": ("mark-scheme", "mark scheme"), "mark-scheme": ("practice-paper", "paper")}


def pairs(papers: Sequence[File], schemes: Sequence[File]) -> tuple[tuple[File, File], ...]:
    """Return papers with their schemes; which of them do not match is told by `pair_faults`."""
    found = [(paper, scheme) for paper in papers for scheme in _partners(paper, papers, schemes)]
    found += [(paper, scheme) for scheme in schemes for paper in _partners(scheme, schemes, papers)]
    if not found and len(papers) == 1 and len(schemes) == 1:
        # Whoever has one of each means them as a pair.
        found.append((papers[0], schemes[0]))
    return tuple({(paper.path, scheme.path): (paper, scheme) for paper, scheme in found}.values())


def _partners(file: File, kin: Sequence[File], others: Sequence[File]) -> list[File]:
    """Return what a file is to be compared with: beside it what was made with it, or is called or numbered so; else what was made with it, elsewhere.

    `kin` are the files of its own product, itself among them.
    """
    near = [other for other in others if other.path.parent == file.path.parent]
    own = [other for other in near if made_together(file, other)]
    called = [other for other in near if other.path.name == _partner_name(file) and other not in own]
    if own or called:
        return [*own, *called]
    beside = [each for each in kin if each.path.parent == file.path.parent]
    free = [other for other in near if not any(made_together(other, each) for each in beside)]
    return [other for other in free if other.version == file.version] or [other for other in others if made_together(file, other)]


def _partner_name(file: File) -> str:
    """Return how the partner of a file is called where both have the names that packbuilder gives: `mark-scheme-A.pdf` of `paper-A.pdf`."""
    own, other = _NAMES[file.product], _NAMES[_PARTNER[file.product][0]]
    return f"{other}-{file.path.name.removeprefix(f'{own}-')}" if file.path.name.startswith(f"{own}-") else ""


def made_together(one: File, other: File) -> bool:
    """Whether two files say that they are of the same form."""
    keys = ("fingerprint", "version", "seed")
    return bool(one.read.record.get("fingerprint")) and all(one.read.record.get(key) == other.read.record.get(key) for key in keys)


def alone(
    files: Iterable[File], paired: Iterable[tuple[File, File]], named: Mapping[Path, Mapping[str, Mapping[str, object]]]
) -> Iterator[Finding]:
    """Yield which papers have no scheme and which schemes no paper: a failure where the manifest names one, else what could not be told.

    `named` is what manifests name in their folders.
    """
    matched = {file.path for pair in paired for file in pair}
    for file in files:
        product, called = _PARTNER[file.product]
        if file.path in matched:
            continue
        if not is_named(file.path, named):
            yield untold(f"{shown(file.path)}: no {called} is there with it, so that nobody can tell from here whether they match")
        elif any(
            about.get("product") == product.replace("-", "_") and about.get("version") == file.version and not about.get("edition")
            for about in named[file.path.parent].values()
        ):
            yield wrong(f"{shown(file.path)}: there is no {called} for it")


def pair_faults(paper: File, scheme: File) -> Iterator[str]:
    """Yield how a paper and a scheme do not match; of those that are of different forms, that alone."""
    wrong = False
    for key, what in (("version", "version"), ("seed", "seed"), ("fingerprint", "fingerprint"), ("marks", "total")):
        ours, theirs = paper.read.record.get(key, "none"), scheme.read.record.get(key, "none")
        if ours != theirs:
            wrong = wrong or key != "marks"
            yield f"the paper's {what} is {ours}, the scheme's {theirs}"
    if wrong:
        return
    ours_all, theirs_all = digests(paper), digests(scheme)
    if apart := [label for label in ours_all if ours_all[label] != theirs_all.get(label, ours_all[label])]:
        yield f"question {', '.join(apart)} and its scheme are not made from the same item"
    if (asked := question_marks(paper)) != (answered := question_marks(scheme)):
        yield marks_difference(asked, answered, "the paper", "the scheme")


def standard_of(edition: File, papers: Iterable[File]) -> File | None:
    """Return the standard paper beside an edition, or beside a self-marking one: that of its form, or else of its version."""
    near = [paper for paper in papers if paper.path.parent == edition.path.parent]
    own = [paper for paper in near if made_together(paper, edition)]
    return next(iter(own or [paper for paper in near if paper.version == edition.version]), None)
