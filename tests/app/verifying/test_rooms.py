"""What goes with a run's copies, read back and compared with the manifest; and folders of runs that nobody finished."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.printing import Printer
from packbuilder.app.runs.journal import JOURNAL
from packbuilder.app.runs.manifest import run_manifest
from packbuilder.app.runs.plan import list_of, plan_of
from packbuilder.app.verifying.rooms import room_faults
from packbuilder.app.verifying.verify import verify
from packbuilder.model.print_run import PrintRun
from packbuilder.typeset.reading.readback import ReadBack, read_back
from tests.app.runs.test_plan import documents_of, look, pages_of, planned
from tests.press.printing import printed
from tests.press.runs import run_of

FOLDER = Path("run")
Manifest = dict[str, Any]


@lru_cache(maxsize=2)
def made(*, rows: int = 24, language: str = "en-GB", order: str = "seat") -> tuple[PrintRun, dict[Path, ReadBack]]:
    run = planned(rows, language=language, order=order, spares=10)
    printer = Printer()
    return run, {FOLDER / "room" / name: read_back(printer.print(document, look("A4")).data) for name, document in documents_of(run)}


def manifest_of(run: PrintRun) -> Manifest:
    nothing: dict[str, Any] = {"sources": {}, "topics": (), "forms": (), "done": {}, "jobs": (), "setting": {}}
    extents = pages_of(run).copies
    value: Manifest = json.loads(run_manifest(run, digest="0", lock="", extents=extents, **nothing))
    return value


@pytest.mark.parametrize("language", ["en-GB", "cy"])
@pytest.mark.parametrize("order", ["seat", "number"])
def test_documents_of_a_run_say_what_its_manifest_says(language: str, order: str) -> None:
    run, read = made(language=language, order=order)
    assert list(room_faults(FOLDER, manifest_of(run), read)) == []


def renamed(manifest: Manifest) -> None:
    manifest["copies"][0]["name"] = "Somebody Else"


def more_time(manifest: Manifest) -> None:
    manifest["copies"][0]["extra_time"] = 50


def other_version(manifest: Manifest) -> None:
    manifest["copies"][0]["version"] = "B" if manifest["copies"][0]["version"] == "A" else "A"


def other_seat(manifest: Manifest) -> None:
    manifest["copies"][0]["seat"] = "Z9"


def swapped(manifest: Manifest) -> None:
    copies = manifest["copies"]
    copies[0], copies[1] = copies[1], copies[0]


def one_more(manifest: Manifest) -> None:
    manifest["copies"].insert(1, manifest["copies"][0] | {"candidate": "9999", "name": "Late Entry", "seat": "Q1"})
    for what in ("candidates", "copies"):
        manifest["counts"][what] += 1
    for what in ("pages", "sides", "sheets"):
        manifest["counts"][what] += manifest["copies"][0].get(what, 7)


def miscounted(manifest: Manifest) -> None:
    manifest["counts"]["sheets"] += 1


def of_another_run(manifest: Manifest) -> None:
    manifest["plan"] = "0" * 64


EVERYWHERE = ("attendance-register", "seating-plan", "desk-labels")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (renamed, EVERYWHERE),
        (more_time, ("attendance-register", "seating-plan")),
        (other_version, ("attendance-register", "seating-plan", "packet-covers")),
        (other_seat, EVERYWHERE),
        (swapped, ("packet-covers",)),
        (one_more, (*EVERYWHERE, "packet-covers", "packet-labels", "pick-list")),
        (miscounted, ("the manifest counts",)),
        (of_another_run, (*EVERYWHERE, "packet-covers", "packet-labels", "pick-list", "invigilators", "separators")),
    ],
)
def test_what_a_document_says_otherwise_is_told_with_its_name(change: Callable[[Manifest], None], told: tuple[str, ...]) -> None:
    run, read = made()
    manifest = manifest_of(run)
    change(manifest)
    faults = list(room_faults(FOLDER, manifest, read))
    assert {
        name
        for name in (*EVERYWHERE, "packet-covers", "packet-labels", "pick-list", "invigilators", "separators", "the manifest counts")
        if any(name in fault for fault in faults)
    } == set(told)


def test_packets_whose_names_differ_by_a_hyphen_are_two() -> None:
    candidates, _ = list_of(b"name,number,room\nAnn,1,R L\nBob,2,RL\n", "list.csv", versions=("A",))
    run, _ = plan_of(candidates, title="Chemistry", versions={"A": "1"})
    read = {FOLDER / "room" / name: read_back(Printer().print(document, look("A4")).data) for name, document in documents_of(run)}
    assert [packet.name for packet in run.packets] == ["r-l", "rl"]
    assert list(room_faults(FOLDER, manifest_of(run), read)) == []


def test_one_document_in_the_place_of_another_is_told() -> None:
    run, read = made()
    read = read | {FOLDER / "room" / "seating-plan.pdf": read[FOLDER / "room" / "attendance-register.pdf"]}
    assert any("seating-plan.pdf is there twice" in fault for fault in room_faults(FOLDER, manifest_of(run), read))


def test_a_run_that_was_cut_off_is_not_verified(tmp_path: Path) -> None:
    printed(run_of(4, rooms=2), tmp_path / "run")
    assert verify((tmp_path,)).failures == ()
    (tmp_path / "run" / MANIFEST).unlink()
    (told,) = verify((tmp_path,)).failures
    assert "lost, or the run was never finished" in told
    (tmp_path / "run" / JOURNAL).write_text("")
    # Its files may be locked, and are not read.
    (tmp_path / "run" / "marking" / "paper-A.pdf").write_bytes(b"%PDF-1.7 ...")
    (told,) = verify((tmp_path / "run",)).failures
    assert "not finished" in told


def test_files_of_others_are_found_in_every_folder_of_a_run(tmp_path: Path) -> None:
    printed(run_of(4), tmp_path)
    for name in ("Thumbs.db", ".DS_Store"):
        (tmp_path / "packets" / name).write_text("")
    assert verify((tmp_path,)).failures == ()
    (tmp_path / "to do.txt").write_text("Ring the caretaker.")
    (tmp_path / "marking" / "yesterday.txt").write_text("")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "paper.pdf").write_bytes((tmp_path / "marking" / "paper-A.pdf").read_bytes())
    told = [failure for failure in verify((tmp_path,)).failures if "is not a file of this run" in failure]
    names = [each.partition(" is not a file")[0].rpartition("/")[2] for each in told]
    assert sorted(names) == ["paper.pdf", "to do.txt", "yesterday.txt"]
    assert any(each.endswith("but a copy of marking/paper-A.pdf") for each in told)


def test_answers_among_papers_and_packets_that_are_there_twice_are_told_as_that(tmp_path: Path) -> None:
    printed(run_of(4), tmp_path)
    for name, source in (("answers", "marking/mark-scheme-A.pdf"), ("again", "packets/hall-a.pdf")):
        (tmp_path / "packets" / f"{name}.pdf").write_bytes((tmp_path / source).read_bytes())
    scheme = (tmp_path / "marking" / "mark-scheme-B.pdf").read_bytes()
    (tmp_path / "packets" / "other.pdf").write_bytes(scheme + b"\n")
    told = "\n".join(verify((tmp_path,)).failures)
    assert "answers.pdf is not a file of this run, but a copy of marking/mark-scheme-A.pdf: candidates would have the answers" in told
    assert "other.pdf is not a file of this run, but a mark scheme: candidates would have the answers" in told
    assert "again.pdf is not a file of this run, but a copy of packets/hall-a.pdf: what lies among the packets is printed" in told


def test_whose_label_is_missing_is_told_by_the_number() -> None:
    run, read_files = made()
    manifest = manifest_of(run)
    manifest["copies"][0]["name"] = "Eve Hart"
    number = manifest["copies"][0]["candidate"]
    told = list(room_faults(FOLDER, manifest, read_files))
    assert any(f"candidate {number} has no label with what the manifest says" in each for each in told)
