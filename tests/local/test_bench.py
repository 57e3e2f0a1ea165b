"""The bench: one at a time, in turn, and nothing that nobody wants any more."""

from __future__ import annotations

import asyncio
import threading
import time
from queue import Queue
from threading import Event

import pytest

from packbuilder.local.bench import Bench, SupersededError, checked
from packbuilder.local.threads import BrokenError, in_thread


def quick(name: str, done: list[str]) -> object:
    def work(stop: Event) -> str:
        done.append(name)
        return name

    return work


def slow(name: str, done: list[str]) -> object:
    """Work that looks up every few milliseconds whether it is still wanted."""

    def work(stop: Event) -> str:
        for _ in range(4000):
            checked(stop)
            time.sleep(0.005)
        done.append(name)
        return name

    return work


def test_pages_come_in_turn_and_only_one_works() -> None:
    done: list[str] = []
    at_once: list[int] = []
    running = 0

    def counted(name: str) -> object:
        def work(stop: Event) -> str:
            nonlocal running
            running += 1
            at_once.append(running)
            time.sleep(0.01)
            running -= 1
            done.append(name)
            return name

        return work

    async def all_of_them() -> list[str]:
        bench: Bench[str] = Bench()
        return await asyncio.gather(*(bench.run(name, counted(name)) for name in "abcd"))  # type: ignore[arg-type]

    assert asyncio.run(all_of_them()) == list("abcd")
    assert done == list("abcd") and set(at_once) == {1}


def test_a_newer_order_of_a_page_supersedes_what_runs_and_what_waits() -> None:
    done: list[str] = []

    async def ordered() -> list[object]:
        bench: Bench[str] = Bench()
        first = asyncio.create_task(bench.run("a", slow("a1", done)))  # type: ignore[arg-type]
        await asyncio.sleep(0.05)
        second = asyncio.create_task(bench.run("a", quick("a2", done)))  # type: ignore[arg-type]
        other = asyncio.create_task(bench.run("b", quick("b", done)))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        third = asyncio.create_task(bench.run("a", quick("a3", done)))  # type: ignore[arg-type]
        return await asyncio.gather(first, second, other, third, return_exceptions=True)

    start = time.monotonic()
    outcomes = asyncio.run(ordered())
    assert time.monotonic() - start < 10
    assert isinstance(outcomes[0], SupersededError) and isinstance(outcomes[1], SupersededError)
    assert outcomes[2:] == ["b", "a3"]
    assert done == ["a3", "b"]


def test_stopping_lets_go_of_everything() -> None:
    async def stopped() -> list[object]:
        bench: Bench[str] = Bench()
        tasks = [asyncio.create_task(bench.run(name, slow(name, []))) for name in "ab"]  # type: ignore[arg-type]
        await asyncio.sleep(0.05)
        bench.stop()
        return await asyncio.gather(*tasks, return_exceptions=True)

    start = time.monotonic()
    assert all(isinstance(outcome, SupersededError) for outcome in asyncio.run(stopped()))
    assert time.monotonic() - start < 10


def test_a_bug_is_told_as_one_and_the_loop_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: Queue[object] = Queue()
    monkeypatch.setattr(threading, "excepthook", shown.put)

    async def broken() -> str:
        with pytest.raises(BrokenError, match="not your mistake"):
            await in_thread(lambda: str(1 // 0))
        return await in_thread(lambda: "on")

    assert asyncio.run(broken()) == "on"
    # The thread shows it while the loop goes on.
    assert shown.get(timeout=30)
    assert shown.empty()


def test_the_loop_runs_while_work_does() -> None:
    async def beats() -> int:
        work = asyncio.create_task(in_thread(lambda: time.sleep(0.3)))
        count = 0
        while not work.done():
            await asyncio.sleep(0.005)
            count += 1
        return count

    assert asyncio.run(beats()) > 10
