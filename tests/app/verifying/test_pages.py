"""Files of a run are read in shares, at the same time: what is found does not depend on where shares begin, and what is read aside is what is read here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfWriter

from packbuilder.app.verifying import pages, scans, seen
from tests.app.verifying.test_bodies import Change, altered, another_body, exchange, paint, swapped_versions
from tests.press.printing import printed
from tests.press.runs import run_of


def gone(writer: PdfWriter) -> None:
    writer.remove_page(len(writer.pages) - 1)


def codes_exchanged(writer: PdfWriter) -> None:
    """The code of a page of the first copy stands on one of the second, in another share."""
    exchange(writer, 1, 6, 1)


@pytest.mark.parametrize(
    "change",
    [swapped_versions, another_body, codes_exchanged, gone, partial(paint, page=11, operators=b"q 1 g 0 0 300 300 re f Q")],
    ids=["versions", "body", "codes", "gone", "patch"],
)
def test_a_fault_is_told_in_the_same_words_wherever_shares_begin(change: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = altered(tmp_path / "whole", "packets/hall-a.pdf", change)
    monkeypatch.setattr(pages, "_A_SHARE", 3)
    monkeypatch.setattr(scans, "cores", lambda: 2)
    shared = altered(tmp_path / "shares", "packets/hall-a.pdf", change)
    assert found
    assert [each.replace("/shares/", "/whole/") for each in shared] == found


def test_what_is_read_aside_is_what_is_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed(run_of(4), tmp_path)
    here, _ = seen.looked_at((tmp_path,), {})
    monkeypatch.setattr(seen, "_MUCH", 0)
    monkeypatch.setattr(scans, "cores", lambda: 2)
    aside, _ = seen.looked_at((tmp_path,), {})
    assert len(here.files) > 1
    assert aside == here


def test_of_documents_for_rooms_only_words_and_seal_are_kept(tmp_path: Path) -> None:
    printed(run_of(4), tmp_path)
    found, _ = seen.looked_at((tmp_path,), {})
    sheets = found.of("print-room")
    assert sheets
    for each in sheets:
        assert each.read.seal
        assert each.read.tree is not None
        assert not each.read.contents
        assert not any(element.contents for element in each.read.tree.walk())
