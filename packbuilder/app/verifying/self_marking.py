"""Self-marking editions read back: each question is the paper's, under its number, with its marks."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.app.paper_reading import questions
from packbuilder.app.verifying.files import File, digests, flat
from packbuilder.patterns import regex
from packbuilder.wording.lettering import as_english

_SHARED = ("seed", "fingerprint", "marks", "questions", "choices")
_HEAD = regex(r"(\d+(?:\([^\W\d_]{1,3}\))?) .*\[(\d+) [^\]]+\]")
"""What a question begins and ends with: `3(a)  Name the gas. [1 mark]`."""


def self_marking_differences(paper: File, own: File) -> Iterator[str]:
    """Yield how a self-marking edition differs from the paper that it is for, one sentence each."""
    for key in _SHARED:
        ours, theirs = own.read.record.get(key, "none"), paper.read.record.get(key, "none")
        if ours != theirs:
            yield f"its {key} is {ours}; the paper's {theirs}"
    if own.read.tree is None or paper.read.tree is None:
        yield "one of the files is not tagged, so that they cannot be compared"
        return
    apart = [label for label, digest in digests(paper).items() if digests(own).get(label) != digest]
    if apart:
        yield f"question {', '.join(apart)} is not the paper's"
    heads = [match for each in own.read.tree.find(name="stem") if (match := _HEAD.fullmatch(flat(each)))]
    found = {as_english(match[1]): int(match[2]) for match in heads}
    asked = {label: each.marks for label, each in questions(paper.read.tree).items() if each.marks}
    if found != asked:
        yield f"its questions are {_listed(found)}; the paper's {_listed(asked)}"


def _listed(marks: dict[str, int]) -> str:
    return ", ".join(f"{label} [{value}]" for label, value in marks.items()) or "none"
