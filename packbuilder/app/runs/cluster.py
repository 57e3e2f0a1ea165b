"""The workers of a Dask cluster: each holds the bank, also one that begins in the middle of a run, and does the jobs that it is given."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import distributed

from packbuilder.app.runs.executors import NoClusterError
from packbuilder.app.runs.jobs import Done, Failed, Job, run_job
from packbuilder.app.runs.journal import JOURNAL
from packbuilder.installed import own_files
from packbuilder.press.master import Masters

_RETRIES = 3
"""How often Dask gives a job to another worker after one that was lost with it."""

_HINT = "Every worker needs the same packbuilder, and the output folder under the same path."


class Bank(distributed.WorkerPlugin):
    """The bank in a worker of the cluster.

    A value sent to the workers would be lost with the one that holds it: the cluster keeps one copy of what is alike. A plugin is set up in each
    worker before it is given its first job, in one that takes the place of a lost one too.
    """

    def __init__(self, masters: Masters, folder: str) -> None:
        self.masters = masters
        self.unfit = ""
        self._folder = folder
        self._files = own_files()

    def setup(self, worker: Any) -> None:  # of no types
        """See whether this worker can do the jobs: what is missing is told by each that it is given."""
        if own_files() != self._files:
            self.unfit = f"the worker {worker.address} has another packbuilder"
        elif not (Path(self._folder) / JOURNAL).is_file():
            self.unfit = f"the worker {worker.address} does not see the run's folder {self._folder}"


@contextmanager
def submitting(address: str, masters: Masters, folder: str, *, patience: float) -> Iterator[tuple[Callable[[Job], Future[Any]], int]]:
    """Yield what gives a job to the cluster at `address`, `HOST:PORT`, and how many threads its workers have. `patience`: seconds for its scheduler to answer.

    Raises `NoClusterError` where it does not, or where its workers have no packbuilder; `BrokenExecutor` for a cluster that loses its scheduler, or
    a job that ends worker after worker.
    """
    name = f"packbuilder-{sha256(folder.encode()).hexdigest()}"
    connect: Any = distributed.Client  # of no types
    try:
        client = connect(f"tcp://{address}", timeout=patience)
    except (OSError, TimeoutError) as failure:
        raise NoClusterError(address=address, reason=str(failure) or type(failure).__name__) from failure
    with client, _quiet_when_stopped():
        try:
            client.register_plugin(Bank(masters, folder), name=name)
        except (ImportError, AttributeError) as failure:
            raise NoClusterError(address=address, reason=f"its workers have no packbuilder of this version ({failure})") from failure
        pool = client.get_executor(retries=_RETRIES, pure=False)
        try:
            yield (lambda job: pool.submit(_on_worker, job, name, folder)), sum(client.nthreads().values()) or 1
        except (CancelledError, distributed.KilledWorker) as lost:
            raise BrokenExecutor from lost
        finally:
            if client.status == "running":
                client.unregister_worker_plugin(name)


@contextmanager
def _quiet_when_stopped() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        # What is cut off now is cut off on purpose: no traceback of it.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        raise


def _on_worker(job: Job, name: str, folder: str) -> tuple[Done, ...] | Failed:
    bank: Any = distributed.get_worker().plugins[name]
    return Failed(bank.unfit, (_HINT,)) if bank.unfit else run_job(job, bank.masters, folder)
