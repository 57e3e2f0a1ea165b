"""Work aside: the result comes back, what the work loads and holds does not; what it raises is raised here."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from packbuilder.app import aside as module
from packbuilder.app.aside import aside, at_once, each_apart
from packbuilder.errors import PackbuilderError


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests have threads of their own, of which the program knows nothing."""
    monkeypatch.setattr(module, "active_count", lambda: 1)


def process() -> int:
    return os.getpid()


copies = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")


@copies
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
    monkeypatch.setattr(sys, "platform", "win32")
    assert aside(process) == os.getpid()


def test_while_another_thread_runs_no_process_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "active_count", threading.active_count)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert set(at_once([process] * 8, workers=2)) == {os.getpid()}
    finally:
        over.set()
        thread.join()


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


def waited() -> int:
    time.sleep(0.05)
    return os.getpid()


@copies
def test_several_works_are_done_at_the_same_time_and_come_back_in_order() -> None:
    found = at_once([lambda at=at: (at, waited()) for at in range(8)], workers=3)  # type: ignore[misc]  # mypy knows no defaults of lambdas
    assert [at for at, _ in found] == list(range(8))
    assert os.getpid() in {there for _, there in found}
    assert len({there for _, there in found}) > 1


@pytest.mark.parametrize(("works", "workers"), [(0, 2), (1, 4), (5, 1)])
def test_one_work_or_one_core_needs_no_copy(works: int, workers: int) -> None:
    assert at_once([process] * works, workers=workers) == [os.getpid()] * works


@copies
def test_what_a_copy_could_not_finish_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        time.sleep(0.02)
        if os.getpid() != here:
            sys.exit(3)
        return 7

    assert at_once([work] * 6, workers=3) == [7] * 6


def test_without_room_for_another_process_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", full, raising=False)
    assert aside(process) == os.getpid()
    assert at_once([process] * 5, workers=3) == [os.getpid()] * 5


@copies
def test_each_process_keeps_to_works_of_its_own_kind() -> None:
    found = at_once([waited] * 12, workers=2, kinds=("paper", "scheme") * 6)
    assert len(set(found[::2])) == len(set(found[1::2])) == 1
    assert found[0] != found[1]


@copies
def test_where_much_is_left_of_another_kind_a_process_takes_it_up() -> None:
    found = at_once([waited] * 31, workers=2, kinds=("paper", *["scheme"] * 30))
    assert len(set(found[1:])) == 2


@copies
@pytest.mark.parametrize("workers", [2, 3, 5])
def test_kinds_that_no_process_begins_with_are_done_too(workers: int) -> None:
    works = [lambda at=at: at for at in range(30)]  # type: ignore[misc]  # mypy knows no defaults of lambdas
    assert at_once(works, workers=workers, kinds=("paper", "scheme", "self-marking") * 10) == list(range(30))
    assert at_once(works[:3], workers=workers, kinds=("paper", "scheme", "self-marking")) == [0, 1, 2]


@copies
def test_an_answer_larger_than_a_pipe_comes_back_whole() -> None:
    assert aside(lambda: b"answer" * 2_000_000) == b"answer" * 2_000_000


@copies
def test_more_works_than_a_pipe_holds_are_shared_out() -> None:
    assert at_once([lambda at=at: at for at in range(40_000)], workers=2) == list(range(40_000))  # type: ignore[misc]  # mypy knows no defaults of lambdas


@copies
def test_a_mistake_in_one_of_several_works_is_raised_here_and_no_copy_outlives_it(tmp_path: Path) -> None:
    here, begun = os.getpid(), tmp_path / "begun"

    def fails() -> int:
        raise PackbuilderError("no scheme")

    def long() -> int:
        if os.getpid() == here:
            while not begun.exists():
                time.sleep(0.01)
            return fails()
        begun.write_text(str(os.getpid()))
        time.sleep(60)
        return 0

    with pytest.raises(PackbuilderError, match="no scheme"):
        at_once([long, long], workers=2)
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@copies
def test_each_work_has_a_process_of_its_own_where_much_is_remembered() -> None:
    found = dict(each_apart([process] * 5, workers=2))
    assert sorted(found) == [0, 1, 2, 3, 4]
    assert len({*found.values(), os.getpid()}) == 6


@copies
def test_what_fails_apart_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(1)
        return here

    assert dict(each_apart([work, process, work], workers=2)).keys() == {0, 1, 2}
    assert dict(each_apart([work], workers=1)) == {0: here}


def test_without_copies_of_processes_each_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert dict(each_apart([process] * 3, workers=2)) == dict.fromkeys(range(3), os.getpid())
