"""A small bank about a topic without notes, as a library."""

from __future__ import annotations

from pathlib import Path

from packbuilder.app.library import Library, load

RIVERS = "bank: {topic: rivers}\nitems:\n" + "".join(
    f"  - {{id: q{n}, kind: short_answer, stem: Name feature {n} of a river., marks: 1, points: [{{text: feature {n} is there}}]}}\n"
    f"  - {{id: m{n}, kind: multiple_choice, stem: Which is landform {n}?, options: [{{text: a{n}, correct: true}}, {{text: b{n}}}]}}\n"
    for n in range(4)
)


def library(folder: Path, text: str = RIVERS, name: str = "rivers.bank.yaml") -> Library:
    """Write a bank into a folder and read it."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return load((file,), root=folder)
