"""A file is whole or absent, and nothing leads out of its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from packbuilder.app.writing import CannotWriteError, inside, write_whole
from packbuilder.errors import OutsideProjectError


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.pdf"
    assert write_whole(path, b"one")
    assert path.read_bytes() == b"one"
    assert os.listdir(path.parent) == ["c.pdf"]


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.pdf"
    write_whole(path, b"one")
    before = path.stat().st_mtime_ns
    assert not write_whole(path, b"one")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_run_that_dies_midway_leaves_what_stood_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = tmp_path / "c.pdf"
    write_whole(path, b"old")

    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", die)
    else:
        monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(CannotWriteError, match="No space left"):
        write_whole(path, b"new and longer")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["c.pdf"]


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError, match="cannot write"):
        write_whole(tmp_path / "file" / "c.pdf", b"x")


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../../x"])
def test_paths_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutsideProjectError):
        inside(tmp_path, name)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path)
    with pytest.raises(OutsideProjectError):
        inside(tmp_path / "in", "link/x")
    assert inside(tmp_path / "in", "y/z.png") == (tmp_path / "in" / "y" / "z.png").resolve()
