"""Locks: the second who holds a file is told that it is busy, on every system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from packbuilder.app.locking import hold
from packbuilder.errors import PackbuilderError


class BusyError(PackbuilderError):
    """Somebody else holds it."""


@pytest.mark.skipif(sys.platform == "win32", reason="record locks are POSIX's")
def test_another_process_finds_it_busy(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    other = f"""
from tests.app.test_locking import BusyError, hold
try:
    hold(open({str(path)!r}, "ab").fileno(), BusyError("held"))
except BusyError:
    print("busy")
"""
    with path.open("ab") as held:
        hold(held.fileno(), BusyError("held"))
        told = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == "busy\n"


@pytest.mark.parametrize("busy", [False, True])
def test_windows_locks_a_byte_behind_all_that_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, busy: bool) -> None:
    asked: list[tuple[int, int, int]] = []

    def locking(handle: int, how: int, count: int) -> None:
        asked.append((os.lseek(handle, 0, os.SEEK_CUR), how, count))
        if busy:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with (tmp_path / "journal").open("a+b") as held:
        held.write(b"one line\n")
        held.flush()
        if busy:
            with pytest.raises(BusyError):
                hold(held.fileno(), BusyError("held"))
        else:
            hold(held.fileno(), BusyError("held"))
        assert held.tell() == 9
        held.seek(0)
        assert held.read() == b"one line\n"
    assert [(how, count) for _, how, count in asked] == [(2, 1)]
    assert asked[0][0] > 1_000_000
