"""`packbuilder serve` as its own process, over a folder."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """The page's address, the folder, and the program."""

    url: str
    folder: Path
    process: subprocess.Popen[str]

    def stop(self) -> int:
        """Stop the program as Ctrl-C does, and return its exit code. Raises `TimeoutExpired` where it takes more than 10 seconds."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """Run `packbuilder serve` on a free port."""
    command = [sys.executable, "-u", "-m", "packbuilder", "serve", "--no-open", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line + process.stdout.read()
        yield Served(url=found[0], folder=folder, process=process)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
