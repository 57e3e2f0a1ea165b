"""A run that another build has printed is held against what that build wrote: what this one would set otherwise is no fault, and is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.verifying.verify import verify
from packbuilder.values import replace
from tests.app.verifying.test_documents import Manifest, fewer, found
from tests.press.printing import printed
from tests.press.runs import candidate, run_of

REGISTER = "room/attendance-register.pdf"


def told(folder: Path, change: Callable[[Path, Manifest], object]) -> tuple[list[str], list[str]]:
    """Return the faults of a run of another build that was changed and sealed anew, and the notes on it."""

    def changed(folder: Path, manifest: Manifest) -> None:
        change(folder, manifest)
        manifest["build"] = "another"

    return found(folder, changed), [note for note in verify((folder,)).notes if "another build" in note]


def otherwise(_: Path, manifest: Manifest) -> None:
    """Let sheets be set in another layout than they were."""
    manifest["setting"]["handout"] = 5


def otherwise_and(change: Callable[[Path, Manifest], object]) -> Callable[[Path, Manifest], object]:
    def both(folder: Path, manifest: Manifest) -> None:
        otherwise(folder, manifest)
        change(folder, manifest)

    return both


def test_of_another_build_that_sets_all_alike_nothing_is_said(tmp_path: Path) -> None:
    assert told(tmp_path, lambda *_: None) == ([], [])


def test_what_this_build_sets_otherwise_is_no_fault_of_another_one_and_is_told_once(tmp_path: Path) -> None:
    faults, (note,) = told(tmp_path, otherwise)
    assert faults == []
    assert "was printed by another build of packbuilder" in note
    assert "not set anew" in note


def another_name(_: Path, manifest: Manifest) -> None:
    manifest["copies"][0]["name"] = "Eve Hart"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f, _: fewer(f, REGISTER), "attendance-register.pdf"),
        (another_name, "attendance-register.pdf: it does not name 'Eve Hart' anywhere"),
        (another_name, "page 3 does not say 'Eve Hart'"),
    ],
    ids=["a register of one room", "another name", "another name on copies"],
)
def test_faults_of_a_run_of_another_build_are_faults(tmp_path: Path, change: Callable[[Path, Manifest], object], words: str) -> None:
    faults, notes = told(tmp_path, otherwise_and(change))
    assert any(words in fault for fault in faults), faults
    assert not notes


def test_a_manifest_of_another_build_that_says_other_things_is_told_as_that(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, lambda _, manifest: manifest.pop("setting"))[0]
    assert "was written by another build of packbuilder" in fault
    assert "verify the run with that one" in fault
    assert any("is not a manifest of a print run" in each for each in found(tmp_path, lambda _, manifest: manifest.pop("order")))


def test_a_changed_file_of_another_build_is_known_by_its_digest(tmp_path: Path) -> None:
    assert told(tmp_path, otherwise)[0] == []
    with (tmp_path / REGISTER).open("ab") as file:
        file.write(b"\n")
    assert [fault for fault in verify((tmp_path,)).failures if f"{REGISTER} is not the file that the manifest names" in fault]


def test_a_finished_run_that_another_build_prints_again_is_of_that_build(tmp_path: Path) -> None:
    run = run_of(4)
    printed(run, tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_bytes())
    (tmp_path / MANIFEST).write_text(json.dumps(manifest | {"build": "another"}))
    ran = printed(run, tmp_path)
    assert (ran.kept, json.loads((tmp_path / MANIFEST).read_bytes())) == (0, manifest)


def test_a_large_name_that_is_read_around_its_code_is_said(tmp_path: Path) -> None:
    run = run_of(1, edition="a3-36", spares=0)
    (packet,) = run.packets
    one = replace(packet.copies[0], candidate=candidate(1, name="Abd al-Raḥmān ibn ʿAwf"))
    printed(replace(run, packets=(replace(packet, copies=(one,)),)), tmp_path)
    assert verify((tmp_path,)).failures == ()
