"""A paper and its scheme made in a folder, as the command makes them, for tests that spoil or compare finished files."""

from __future__ import annotations

from pathlib import Path

from packbuilder.app.one_product import build_paper
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, library_of
from packbuilder.model.blueprint import Blueprint

NOTES = Path(__file__).parent.parent / "cases" / "notes" / "clean.txt"


def paper_in(folder: Path, *, versions: int = 1, editions: tuple[str, ...] = ()) -> Path:
    """Make a paper of 20 marks in a folder, and return that."""
    workplace = Workplace(root=folder, project=None)
    build_paper(
        library_of((str(NOTES),), workplace),
        workplace,
        Blueprint(marks=20, versions=versions),
        seed=7,
        layout_name="exam-a4",
        output=folder,
        title="",
        progress=lambda _: None,
        printer=Printer(),
        editions=editions,
    )
    return folder
