"""Being stopped from outside: by whoever ends processes, or because the terminal was closed. All is as with Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

import packbuilder
from packbuilder.cache import VARIABLE
from packbuilder.stops import ENDING
from tests.app.runs.test_run import tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0
"""Seconds that a busy machine is given."""

Process = subprocess.Popen[str]


def heard() -> None:
    """Let a process hear signals that tests themselves may have been told to ignore, as in the background."""
    for each in ENDING:
        signal.signal(each, signal.SIG_DFL)


def begun(folder: Path, *arguments: str, before: tuple[str, ...] = ()) -> Process:
    """Start a command of packbuilder's in a session of its own, with another program `before` it."""
    environment = {**os.environ, "PYTHONPATH": str(Path(packbuilder.__file__).parents[1]), VARIABLE: str(folder / "cache")}
    return subprocess.Popen(
        [*before, sys.executable, "-m", "packbuilder", *arguments], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heard,
    )  # fmt: skip


def started(folder: Path, *, executor: str = "in-process", ignored: bool = False) -> Process:
    """Start a print run for 300 candidates; `ignored`: as `nohup` would."""
    rows = [f"Candidate {number},{number:04},Hall {number // 100 + 1}" for number in range(1, 301)]
    (folder / "candidates.csv").write_text("\n".join(["name,number,room", *rows]))
    arguments = ["print-run", str(ROOT / "sources" / "chemistry"), "--candidates", "candidates.csv", "--marks", "20", "--seed", "3"]
    options = ["--files", "both", "--executor", executor, "--output", "out", "--quiet"]
    return begun(folder, *arguments, *options, before=("nohup",) if ignored else ())


def at_work(process: Process, folder: Path) -> None:
    """Wait until files for candidates are there, of which most are still to come."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and not list((folder / "out").rglob("candidates/**/*.pdf")) and time.monotonic() < until:
        time.sleep(0.002)


def gone(group: int) -> bool:
    """Whether no process of a group is left, for which it has a moment."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("undisturbed")
    assert started(folder).wait(PATIENCE) == 0
    return tree(folder / "out")


@pytest.mark.parametrize("executor", ["in-process", "processes"])
@pytest.mark.parametrize("together", [False, True], ids=["one process", "all its processes"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_says_so_and_goes_on_later(
    tmp_path: Path, wanted: dict[str, str], number: signal.Signals, code: int, executor: str, *, together: bool
) -> None:
    process = started(tmp_path, executor=executor)
    at_work(process, tmp_path)
    (os.killpg if together else os.kill)(process.pid, number)
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors.split()) == (
        code,
        "Interrupted: files that were finished are whole, nothing is half written.".split(),
    )
    assert gone(process.pid)
    found = tree(tmp_path / "out")
    assert not [name for name in found if name.endswith(".part")]
    assert {name: digest for name, digest in found.items() if not Path(name).name.startswith(".")}.items() < wanted.items()
    again = started(tmp_path, executor=executor)
    assert again.communicate(timeout=PATIENCE) == ("", "")
    assert tree(tmp_path / "out") == wanted


def test_a_signal_that_the_caller_ignores_stops_nothing(tmp_path: Path, wanted: dict[str, str]) -> None:
    process = started(tmp_path, ignored=True)
    at_work(process, tmp_path)
    os.killpg(process.pid, signal.SIGHUP)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert tree(tmp_path / "out") == wanted


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_local_page_stops_without_a_word_of_what_was_cut_off(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "notes.txt").write_text("Tides\n\nKey Concepts\n- Ebb: the flow of water away from the shore\n")
    process = begun(tmp_path, "serve", ".", "--port", "0", "--no-open")
    assert process.stdout is not None
    address = process.stdout.readline().split()[3]
    answers(address)
    process.send_signal(number)
    assert process.communicate(timeout=PATIENCE) == ("Stopped.\n", "")
    assert process.returncode == 0


def answers(address: str) -> None:
    """Wait until a page is served."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except OSError:
            time.sleep(0.02)
