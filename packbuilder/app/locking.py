"""Files that one process holds at a time: folders in which two would remove each other's work."""

from __future__ import annotations

from packbuilder.errors import PackbuilderError


def hold(handle: int, busy: PackbuilderError) -> None:
    """Lock an open file until it is closed or the process dies. Raises `busy` where another process holds it.

    A record lock, not `flock`: worker processes, which may outlive the one that started them for a moment, do not inherit it.
    Without POSIX locks nothing is locked.
    """
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise busy from None
