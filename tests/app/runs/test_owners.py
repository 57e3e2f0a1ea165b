"""Whose files lie in a run's folder: others' are never replaced, and a run that has lost its manifest goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from packbuilder.app.leftovers import OthersFileError
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.runs.folder import LeftFilesError
from packbuilder.app.runs.journal import JOURNAL
from packbuilder.app.runs.owners import OtherOrdersError
from packbuilder.app.verifying.verify import verify
from packbuilder.app.writing import CannotWriteError
from tests.app.runs.test_folder import RUN, copied
from tests.app.runs.test_run import tree
from tests.press.printing import printed
from tests.press.runs import run_of


@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
@pytest.mark.parametrize("data", [b'{"my": "app"}', b"not json", b"\xff\xfe\x00", b"[1, 2]"])
@pytest.mark.parametrize("replace", [True, False])
def test_what_another_program_keeps_under_a_runs_names_is_not_replaced(tmp_path: Path, name: str, data: bytes, *, replace: bool) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(OthersFileError, match="packbuilder has not made it"):
        printed(RUN, tmp_path, replace=replace)

    assert (tmp_path / name).read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_manifest_of_other_files_of_packbuilders_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"program": "packbuilder 1.0", "product": "practice_paper", "files": {}}')

    with pytest.raises(OtherOrdersError, match="holds other files of packbuilder's"):
        printed(RUN, tmp_path, replace=True)


@pytest.mark.parametrize("data", [b"", b"\n", b'\n{"run', b'\n{"run": "12'])
def test_a_journal_whose_first_line_was_cut_off_is_a_runs(tmp_path: Path, data: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(data)

    printed(RUN, tmp_path)

    assert not (tmp_path / JOURNAL).exists()


@pytest.mark.parametrize("left", [None, 0, 3000])
def test_a_run_whose_manifest_is_lost_or_broken_goes_on_as_verify_advises(tmp_path: Path, left: int | None) -> None:
    before = copied(tmp_path)
    data = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).unlink()
    if left is not None:
        (tmp_path / MANIFEST).write_bytes(data[:left])
    assert any("Run the same command again, and it goes on from there" in each for each in verify((tmp_path,)).failures)

    printed(RUN, tmp_path)

    assert tree(tmp_path) == before


def test_files_of_another_run_whose_manifest_is_lost_are_not_replaced(tmp_path: Path) -> None:
    before = copied(tmp_path)
    (tmp_path / MANIFEST).unlink()

    with pytest.raises(LeftFilesError, match=r"packets/hall-a\.pdf"):
        printed(run_of(5), tmp_path)

    assert tree(tmp_path).items() < before.items()


def test_a_file_that_is_not_the_runs_is_told_beside_those_of_a_run_whose_manifest_is_lost(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / MANIFEST).unlink()
    shutil.copy(tmp_path / "packets" / "hall-a.pdf", tmp_path / "packets" / "gym.pdf")

    with pytest.raises(LeftFilesError, match=r"its own: packets/gym\.pdf; nothing is written"):
        printed(RUN, tmp_path)


def test_what_lies_beside_a_runs_folders_is_told_and_left(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "essay.txt").write_text("mine")
    (tmp_path / ".DS_Store").write_text("")

    assert printed(RUN, tmp_path).beside == ("essay.txt",)
    assert (tmp_path / "essay.txt").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")

    with pytest.raises(CannotWriteError, match="there is a file of that name, and a print run is a folder"):
        printed(RUN, tmp_path / "run")
