"""Being stopped from outside: by Ctrl-C, by whoever ends processes, or because the terminal was closed. All come to the same."""

from __future__ import annotations

import signal
from types import FrameType

from packbuilder.stops import ENDING

_BY_SIGNAL = 128
"""What shells add to a signal's number for the exit code of what it has ended."""


class Stopping:
    """Lets the signals that end a process interrupt it as Ctrl-C does, so that what is half written is removed; `exit_code` tells which came.

    A signal that the caller has chosen to ignore (`nohup`) stays ignored. After the first, further ones are: there is little left to do.
    """

    def __init__(self) -> None:
        self._came = int(signal.SIGINT)
        # Python itself hears Ctrl-C.
        self._heard = tuple(each for each in ENDING if signal.getsignal(each) is signal.SIG_DFL)
        for each in self._heard:
            signal.signal(each, self._stop)

    @property
    def exit_code(self) -> int:
        """The exit code of a process that was interrupted: 130 by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP."""
        return _BY_SIGNAL + self._came

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self._came = number
        for each in self._heard:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt
