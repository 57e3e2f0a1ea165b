"""Work aside: the result comes back, what the work loads and holds does not; what it raises is raised here."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from packbuilder.app import aside as module
from packbuilder.app.aside import aside
from packbuilder.errors import PackbuilderError


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests have threads of their own, of which the program knows nothing."""
    monkeypatch.setattr(module, "active_count", lambda: 1)


def process() -> int:
    return os.getpid()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs copies of processes")
def test_work_is_done_in_a_process_of_its_own() -> None:
    held: list[int] = []

    def work() -> tuple[int, int]:
        held.append(1)
        return os.getpid(), len(held)

    other, there = aside(work)
    assert other != os.getpid()
    assert (there, held) == (1, [])


def test_without_copies_of_processes_or_with_several_threads_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "active_count", lambda: threading.active_count() + 1)
    assert aside(process) == os.getpid()
    monkeypatch.setattr(module, "active_count", lambda: 1)
    monkeypatch.delattr(os, "fork", raising=False)
    assert aside(process) == os.getpid()


def test_what_it_raises_is_raised_here_with_all_that_it_says() -> None:
    def work() -> None:
        raise PackbuilderError("no paper", hints=("Draw one.",))

    with pytest.raises(PackbuilderError, match="no paper") as failure:
        aside(work)
    assert failure.value.hints == ("Draw one.",)


def test_a_copy_that_is_ended_costs_only_time() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            sys.exit(3)
        return 7

    assert aside(work) == 7
