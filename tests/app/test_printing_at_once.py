"""Several documents printed at once: the same files as one after the other, and what was printed before is not printed again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from packbuilder.app import aside
from packbuilder.app.form_records import form_entry, form_record
from packbuilder.app.library import load
from packbuilder.app.making import Made, PaperWishes, drawing_of, make_many, make_papers
from packbuilder.app.manifest_json import sealed_manifest
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.model.blueprint import SAME, Blueprint
from tests.press.runs import forms
from tests.products.test_products import FILES, PLACE, ROOT


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests have threads of their own, of which the program knows nothing."""
    monkeypatch.setattr(aside, "active_count", lambda: 1)


def papers(printer: Printer) -> list[tuple[str, bytes]]:
    look = layout("exam-a4", PLACE)
    return [(made.name, made.data) for made in make_papers(forms(versions=2), PaperWishes(paper=look, scheme=look), printer)]


def test_papers_and_schemes_are_the_same_on_all_cores() -> None:
    alone = papers(Printer())
    assert [name for name, _ in alone] == ["paper-A.pdf", "mark-scheme-A.pdf", "paper-B.pdf", "mark-scheme-B.pdf"]
    assert papers(Printer(workers=3)) == alone


def test_many_versions_have_the_same_bytes_whoever_prints_them() -> None:
    many = forms(9, 30)
    exam, handout = layout("exam-a4", PLACE), layout("handout-a5", PLACE)

    def made(workers: int) -> list[Made]:
        return list(make_papers(many, PaperWishes(paper=exam, scheme=handout), Printer(workers=workers)))

    assert made(2) == made(1)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_what_copies_printed_is_in_the_cache_and_starts_none_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKBUILDER_CACHE", str(tmp_path))
    first = papers(Printer(keep=True, workers=2))

    def fork() -> int:
        raise AssertionError("a process was copied for nothing")

    monkeypatch.setattr(os, "fork", fork)
    assert papers(Printer(keep=True, workers=2)) == first


@pytest.mark.parametrize("workers", [1, 2])
def test_versions_that_are_arranged_where_they_are_printed_are_those_arranged_before(workers: int) -> None:
    """Of so few questions nine orders are hardly found: most versions come out like one before them at first."""
    wish = Blueprint(marks=6, versions=9, overlap=SAME, kinds=("short_answer",))
    drawing = drawing_of(load(FILES, root=ROOT).bank, wish, seed=5, title="Science")
    assert len({drawing.arranged(number).content for number in range(9)}) < 9
    look = layout("exam-a4", PLACE)
    wishes = PaperWishes(paper=look, scheme=look)
    records, made = make_many(drawing, wishes, Printer(workers=workers))
    assert records == tuple(map(form_record, drawing.forms()))
    assert made == tuple(make_papers(drawing.forms(), wishes, Printer()))


def test_a_form_s_entry_is_the_same_in_whichever_process_it_is_written() -> None:
    (form,) = forms(1, 30)
    manifest = {"forms": [form_entry(form)], "pack": "science"}
    assert sealed_manifest({**manifest, "forms": [form_record(form).entry]}) == sealed_manifest(manifest)
