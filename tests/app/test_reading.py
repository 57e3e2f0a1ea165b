"""What is read of a path: a file to a limit, whatever says nothing of its size, and nothing of a folder."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from packbuilder.app import reading
from packbuilder.app.reading import CannotReadError, read_bytes


def test_a_file_is_read_to_the_limit_and_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST", 10)
    file = tmp_path / "list.csv"
    file.write_bytes(b"0123456789")
    assert read_bytes(file) == b"0123456789"
    file.write_bytes(b"0123456789x")
    with pytest.raises(CannotReadError, match="larger than"):
        read_bytes(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
@pytest.mark.parametrize("held", [b"0123456789", b"0123456789x"])
def test_a_pipe_is_held_to_the_limit_though_it_says_no_size(held: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST", 10)
    pipe = tmp_path / "list.csv"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as writer:
        writer.submit(pipe.write_bytes, held)
        if len(held) > 10:
            with pytest.raises(CannotReadError, match="larger than"):
                read_bytes(pipe)
        else:
            assert read_bytes(pipe) == held


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match="it is a folder"):
        read_bytes(tmp_path)
