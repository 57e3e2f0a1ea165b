"""What lies in a run's folder before it begins is never overwritten, unlocked, mixed with or half removed without a word."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.runs.folder import LeftFilesError, LeftPasswordsError, LockedOtherwiseError
from packbuilder.app.runs.jobs import Lock
from packbuilder.app.runs.journal import JOURNAL, OtherRunError
from packbuilder.app.runs.passwords import PASSWORDS
from packbuilder.app.verifying.verify import verify
from packbuilder.app.writing import CannotRemoveError
from packbuilder.model.print_habits import PrintHabits
from packbuilder.values import replace
from tests.app.runs.test_run import tree
from tests.press.printing import printed
from tests.press.runs import run_of

LOCKS = {"*": Lock(password="long enough", owner="owner")}
RUN = run_of(4)


@lru_cache(maxsize=2)
def _made(*, locked: bool = False) -> Path:
    folder = Path(mkdtemp())
    printed(RUN, folder, new_locks=locked)
    return folder


def copied(folder: Path, *, locked: bool = False) -> dict[str, str]:
    shutil.copytree(_made(locked=locked), folder, dirs_exist_ok=True)
    return tree(folder)


@pytest.mark.parametrize("given", [{}, LOCKS])
@pytest.mark.parametrize("kept", [True, False])
def test_a_locked_run_is_not_printed_again_open_or_with_other_passwords(tmp_path: Path, given: dict[str, Lock], *, kept: bool) -> None:
    copied(tmp_path, locked=True)
    if not kept:
        (tmp_path / PASSWORDS).unlink()
    before = tree(tmp_path)
    with pytest.raises(LockedOtherwiseError, match="holds another print run: this one, locked"):
        printed(RUN, tmp_path, locks=given)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("locked", [True, False])
def test_new_passwords_are_not_left_beside_a_run_that_they_do_not_open(tmp_path: Path, *, locked: bool) -> None:
    copied(tmp_path, locked=locked)
    (tmp_path / PASSWORDS).unlink(missing_ok=True)
    before = tree(tmp_path)
    told = "locked with other passwords" if locked else "not locked"
    with pytest.raises(LockedOtherwiseError, match=told) as raised:
        printed(RUN, tmp_path, new_locks=True)
    assert ("--password-file" in raised.value.hints[0]) == locked
    assert tree(tmp_path) == before


def test_a_locked_run_whose_manifest_is_lost_is_not_printed_open(tmp_path: Path) -> None:
    copied(tmp_path, locked=True)
    for name in (MANIFEST, PASSWORDS):
        (tmp_path / name).unlink()
    with pytest.raises(LockedOtherwiseError):
        printed(RUN, tmp_path)


def test_passwords_of_no_run_that_is_there_are_not_left_beside_one(tmp_path: Path) -> None:
    (tmp_path / PASSWORDS).write_text("hall-z,long enough\n")
    with pytest.raises(LeftPasswordsError):
        printed(RUN, tmp_path)
    printed(RUN, tmp_path, replace=True)
    assert not (tmp_path / PASSWORDS).exists()
    (tmp_path / PASSWORDS).write_text("hall-z,long enough\n")
    assert any("does not hold the passwords of this run, which has none" in each for each in verify((tmp_path,)).failures)


def test_what_cannot_be_removed_is_told_and_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = copied(tmp_path), Path.rename

    def held(path: Path, target: Path) -> Path:
        if path.name == "packet-labels.pdf":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(CannotRemoveError, match=r"packet-labels\.pdf: Permission denied; nothing was removed"):
        printed(run_of(2), tmp_path, replace=True)
    assert tree(tmp_path) == before


def test_a_manifest_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "run", tmp_path / "precious.pdf"
    copied(folder)
    elsewhere.write_bytes(b"%PDF-1.7")
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["files"]["packets/../../precious.pdf"] = manifest["files"]["packets/hall-a.pdf"]
    (folder / MANIFEST).write_text(json.dumps(manifest))
    printed(run_of(2), folder, replace=True)
    assert elsewhere.exists()


@pytest.mark.parametrize("data", [b"mine", b"%PDF-1.7 mine"])
def test_a_file_at_one_of_the_runs_names_that_no_run_has_noted_is_not_overwritten(tmp_path: Path, data: bytes) -> None:
    mine = tmp_path / "packets" / "hall-a.pdf"
    mine.parent.mkdir()
    mine.write_bytes(data)
    with pytest.raises(LeftFilesError, match=r"hall-a\.pdf"):
        printed(RUN, tmp_path)
    assert tree(tmp_path).keys() == {"packets/hall-a.pdf"}
    if data == b"mine":
        with pytest.raises(LeftFilesError, match=r"hall-a\.pdf"):
            printed(RUN, tmp_path, replace=True)
    else:
        printed(RUN, tmp_path, replace=True)
    assert (mine.read_bytes() == data) == (data == b"mine")


def without_manifest(folder: Path) -> None:
    (folder / MANIFEST).unlink()


def noted_late(folder: Path) -> None:
    """The run was killed when a file stood on disk and not yet in its journal."""
    run = json.loads((folder / MANIFEST).read_bytes())["run"]
    (folder / MANIFEST).unlink()
    (folder / JOURNAL).write_text(json.dumps({"run": f"{run}:"}))


@pytest.mark.parametrize("state", [without_manifest, noted_late])
def test_files_of_a_run_that_is_not_known_are_not_mixed_with_anothers(tmp_path: Path, state: Callable[[Path], None]) -> None:
    copied(tmp_path)
    (tmp_path / "packets" / "gym.pdf").write_bytes((tmp_path / "packets" / "hall-a.pdf").read_bytes())
    state(tmp_path)
    with pytest.raises((LeftFilesError, OtherRunError)):
        printed(run_of(2), tmp_path)
    printed(run_of(2), tmp_path, replace=True)
    assert verify((tmp_path,)).failures == ()
    (tmp_path / "candidates").mkdir(exist_ok=True)
    (tmp_path / "candidates" / "notes.txt").write_text("")
    with pytest.raises(LeftFilesError, match=r"notes\.txt"):
        printed(run_of(2), tmp_path, replace=True)


def test_what_was_begun_is_finished_whatever_is_asked_for_then(tmp_path: Path) -> None:
    """A run with a file for each copy was cut off, and is run again with packets only."""
    printed(RUN, tmp_path, each=True)
    whole = tree(tmp_path)
    noted_late(tmp_path)
    for name in ("0002", "0003"):
        (tmp_path / "candidates" / "hall-a" / f"{name}.pdf").unlink()
    printed(RUN, tmp_path)
    assert tree(tmp_path) == whole


@pytest.mark.parametrize("cut", [True, False])
def test_packets_added_to_files_for_each_make_what_both_at_once_do(tmp_path: Path, *, cut: bool) -> None:
    run = replace(RUN, habits=PrintHabits(imposition="booklet", crop_marks=True))
    printed(run, tmp_path / "both", each=True)
    printed(run, tmp_path / "after", packets=False, each=True)
    flat = json.loads((tmp_path / "after" / MANIFEST).read_bytes())
    assert {(copy["paper"], copy["imposition"]) for copy in flat["copies"]} == {("A5", "")}
    assert len(list((tmp_path / "after" / "candidates").rglob("*.pdf"))) == flat["counts"]["copies"] == 5
    assert flat["counts"]["sides"] == flat["counts"]["pages"] == 2 * flat["counts"]["sheets"]
    assert verify((tmp_path / "after",)).failures == ()
    if cut:
        data = flat["files"].items()
        lines = [{"run": f"{flat['run']}:"}, {"flat": True}, *({"name": name, **about, "starts": {}} for name, about in data)]
        (tmp_path / "after" / JOURNAL).write_text("\n".join(map(json.dumps, lines)))
        (tmp_path / "after" / MANIFEST).unlink()
    printed(run, tmp_path / "after")
    assert tree(tmp_path / "after") == tree(tmp_path / "both")
