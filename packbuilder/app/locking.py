"""Files that one process holds at a time: folders in which two would remove each other's work."""

from __future__ import annotations

import os
import sys

from packbuilder.errors import PackbuilderError

_BEYOND = 1 << 30
"""Windows locks bytes, and nobody else reads or writes those: one that lies behind everything a file ever holds."""


def hold(handle: int, busy: PackbuilderError) -> None:
    """Lock an open file until it is closed or the process dies. Raises `busy` where another process holds it.

    A record lock, not `flock`: worker processes, which may outlive the one that started them for a moment, do not inherit it.
    """
    try:
        _lock(handle)
    except OSError:
        raise busy from None


def _lock(handle: int) -> None:
    """Lock a file in the system's own way. Raises `OSError` where another process has."""
    if sys.platform == "win32":
        import msvcrt

        before = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, before, os.SEEK_SET)
    else:
        import fcntl

        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
