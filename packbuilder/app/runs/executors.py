"""Where the jobs of a run are done: here, in processes of this machine, or on a cluster. All are `concurrent.futures` executors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from packbuilder.app.runs.jobs import Done, Failed, FailedJobError, Job, run_job
from packbuilder.app.writing import without_parts
from packbuilder.errors import PackbuilderError
from packbuilder.press.master import Masters
from packbuilder.stops import end_at_once, undisturbed

P = ParamSpec("P")
T = TypeVar("T")

IN_PROCESS, PROCESSES, DASK = "in-process", "processes", "dask://"
_AHEAD = 2
"""Jobs that wait for each worker: none idles, and memory holds no more results than that."""

PATIENCE = 20.0
"""Seconds to wait for a scheduler."""

_ATTEMPTS = 3
"""How often lost workers are replaced before the run gives up."""


class UnknownExecutorError(PackbuilderError):
    """An executor that there is not."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"there is no executor {name!r}", hints=(f"There is {IN_PROCESS}, {PROCESSES} and {DASK}HOST:PORT.",))


class NoClusterError(PackbuilderError):
    """Dask is not installed, or its scheduler does not answer."""

    def __init__(self, *, address: str, reason: str) -> None:
        super().__init__(
            f"the cluster at {DASK}{address} cannot be used: {reason}",
            hints=("`pip install packbuilder[dask]` installs Dask; `dask scheduler` and `dask worker HOST:PORT` start a cluster.",),
        )


class LostWorkersError(PackbuilderError):
    """Worker processes that died again and again."""

    def __init__(self) -> None:
        super().__init__(
            "processes that print were ended from outside, several times",
            hints=("Is memory short? `--executor in-process` needs least.", "What is finished is whole: run the same command again."),
        )


class InProcess(Executor):
    """Does each job when it is submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the job and return its result as a future; what it raises is raised here."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


Submit = Callable[[Job], "Future[tuple[Done, ...] | Failed]"]


def finished(jobs: Iterable[Job], masters: Masters, folder: str, *, executor: str, workers: int) -> Iterator[tuple[Done, ...]]:
    """Yield what each job made, as it is finished. Raises `FailedJobError`; lost processes are replaced, their jobs done again."""
    waiting = tuple(jobs)
    for _ in range(_ATTEMPTS):
        left = dict(enumerate(waiting))
        try:
            with _opened(executor, masters, folder, min(workers, max(1, len(waiting)))) as (submit, ahead):
                for index, done in _results(left, submit, ahead):
                    del left[index]
                    yield done
            return
        except BrokenExecutor:
            waiting = tuple(left.values())
            if executor == PROCESSES:
                # All processes of a pool end with the one that was lost, whatever they were writing.
                without_parts(Path(folder))
    raise LostWorkersError


def done_job(job: Job, masters: Masters, folder: str) -> tuple[Done, ...]:
    """Do a job here and return what it made. Raises `FailedJobError`."""
    result = run_job(job, masters, folder)
    if isinstance(result, Failed):
        raise FailedJobError(result)
    return result


def _results(jobs: dict[int, Job], submit: Submit, ahead: int) -> Iterator[tuple[int, tuple[Done, ...]]]:
    todo = iter(list(jobs.items()))
    running: dict[Any, int] = {}
    while True:
        for index, job in islice(todo, ahead - len(running)):
            running[submit(job)] = index
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            result = future.result()
            index = running.pop(future)
            if isinstance(result, Failed):
                for other in running:
                    other.cancel()
                raise FailedJobError(result)
            yield index, result


def _opened(executor: str, masters: Masters, folder: str, workers: int) -> AbstractContextManager[tuple[Submit, int]]:
    if executor == IN_PROCESS or (executor == PROCESSES and workers < 2):
        return _here(masters, folder)
    if executor == PROCESSES:
        return _processes(masters, folder, workers)
    if executor.startswith(DASK):
        return _cluster(executor, masters, folder)
    raise UnknownExecutorError(name=executor)


@contextmanager
def _here(masters: Masters, folder: str) -> Iterator[tuple[Submit, int]]:
    with InProcess() as pool:
        yield (lambda job: pool.submit(run_job, job, masters, folder)), 1


_bank: list[Masters] = []
"""The bank of a worker process: it is sent once, not with each job."""


def _begin(masters: Masters) -> None:
    _bank[:] = [masters]
    _ends_with_parent()
    end_at_once()


def _ends_with_parent() -> None:
    """Let this worker end when the process that started it is gone, however it went: a worker alone would wait for jobs for ever."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_worker(job: Job, folder: str) -> tuple[Done, ...] | Failed:
    return run_job(job, _bank[0], folder)


@contextmanager
def _processes(masters: Masters, folder: str, workers: int) -> Iterator[tuple[Submit, int]]:
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(masters,)) as pool:

        def submit(job: Job) -> Future[tuple[Done, ...] | Failed]:
            # A job may start a process, which asks others (`os.register_at_fork`), in whose answers an interruption would be lost.
            with undisturbed():
                return pool.submit(_in_worker, job, folder)

        try:
            yield submit, _AHEAD * workers
        except KeyboardInterrupt:
            # Also one that was just being started, of which the pool does not know: it would be waited for, and it for work.
            for each in active_children():
                each.kill()
            raise


@contextmanager
def _cluster(executor: str, masters: Masters, folder: str) -> Iterator[tuple[Submit, int]]:
    address = executor.removeprefix(DASK)
    try:
        from packbuilder.app.runs.cluster import submitting
    except ImportError:
        raise NoClusterError(address=address, reason="Dask is not installed") from None
    with submitting(address, masters, folder, patience=PATIENCE) as (submit, threads):
        yield submit, _AHEAD * threads
