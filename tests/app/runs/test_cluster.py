"""A print run on a real Dask cluster: the same bytes as anywhere else, also when workers are killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from packbuilder.app.runs.executors import NoClusterError
from packbuilder.app.runs.jobs import FailedJobError
from packbuilder.app.runs.journal import JOURNAL
from tests.app.runs.test_run import COUNT, tree, undisturbed
from tests.press.printing import banked, printed
from tests.press.runs import run_of

distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install packbuilder[dask]")

SILENT = {"silence_logs": 50, "dashboard_address": None}


@contextmanager
def cluster_of(workers: int, **options: object) -> Iterator[tuple[Any, str]]:
    with distributed.LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, **SILENT, **options) as cluster:
        yield cluster, f"dask://{cluster.scheduler_address.removeprefix('tcp://')}"


def begun(folder: Path) -> bool:
    return any(folder.glob("packets/*.pdf")) or any(folder.glob("candidates/*/*.pdf"))


@contextmanager
def once_begun(folder: Path, act: Callable[[], None]) -> Iterator[None]:
    """Act in a thread once the first file is there. The act has been done when this is left."""

    def wait() -> None:
        while not begun(folder):
            time.sleep(0.01)
        act()

    acting = threading.Thread(target=wait, daemon=True)
    acting.start()
    yield
    acting.join(timeout=30)
    assert not acting.is_alive()


def whole(folder: Path) -> dict[str, str]:
    return {name: digest for name, digest in tree(folder).items() if not name.endswith(".part")}


def processes(cluster: Any) -> dict[str, int]:
    return {worker.worker_address: worker.process.pid for worker in cluster.workers.values()}


@pytest.mark.parametrize("killed", [1, 2])
def test_a_cluster_of_which_workers_are_killed_prints_the_same_bytes(tmp_path: Path, killed: int) -> None:
    """Of two workers one is killed, or both: nobody who held the bank is left then."""
    with cluster_of(2) as (cluster, address):
        victims = list(processes(cluster).values())[:killed]
        with once_begun(tmp_path, lambda: [os.kill(victim, signal.SIGKILL) for victim in victims] and None):
            printed(run_of(COUNT, rooms=3), tmp_path, each=True, executor=address)
    assert whole(tmp_path) == undisturbed()


def test_a_worker_that_comes_later_has_the_bank_too(tmp_path: Path) -> None:
    with cluster_of(1) as (cluster, address):
        (first,) = processes(cluster)

        def exchange() -> None:
            cluster.scale(2)
            cluster.sync(cluster.scheduler.retire_workers, workers=[first], remove=True)

        with once_begun(tmp_path, exchange):
            printed(run_of(COUNT, rooms=3), tmp_path, each=True, executor=address)
    assert whole(tmp_path) == undisturbed()


def test_the_bank_leaves_the_workers_after_the_run(tmp_path: Path) -> None:
    with cluster_of(1) as (cluster, address), distributed.Client(cluster) as client:
        before = client.run(plugins)
        printed(run_of(2), tmp_path, executor=address)
        assert client.run(plugins) == before


def plugins(dask_worker: Any) -> list[str]:
    return sorted(dask_worker.plugins)


def test_a_cluster_that_loses_its_scheduler_is_told_and_the_run_goes_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("packbuilder.app.runs.executors.PATIENCE", 0.5)
    lost = pytest.raises(NoClusterError, match="cannot be used")
    with scheduler(tmp_path.parent) as (process, address), once_begun(tmp_path, process.kill), lost:
        printed(run_of(COUNT, rooms=3), tmp_path, each=True, executor=address)
    assert begun(tmp_path)
    printed(run_of(COUNT, rooms=3), tmp_path, each=True)
    assert whole(tmp_path) == undisturbed()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler with a worker, each a process of its own, as a centre starts them."""
    told = folder / "scheduler.json"
    with dask("scheduler", "--port=0", told) as process, dask("worker", "--nthreads=1", told):
        while not told.is_file():
            time.sleep(0.05)
        yield process, json.loads(told.read_text())["address"].replace("tcp://", "dask://")


@contextmanager
def dask(role: str, option: str, told: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = (sys.executable, "-m", "dask", role, option, "--no-dashboard", "--scheduler-file", str(told))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


def test_a_worker_with_another_packbuilder_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("packbuilder.app.runs.cluster.own_files", lambda: "another")
    with cluster_of(1) as (_, address), pytest.raises(FailedJobError, match="has another packbuilder"):
        printed(run_of(2), tmp_path, executor=address)
    assert not begun(tmp_path)


def test_a_worker_that_does_not_see_the_folder_says_so(tmp_path: Path) -> None:
    worker = SimpleNamespace(address="tcp://w:1")
    from packbuilder.app.runs.cluster import Bank

    bank = Bank(banked(run_of(2)).masters, str(tmp_path))
    bank.setup(worker)
    assert bank.unfit == f"the worker tcp://w:1 does not see the run's folder {tmp_path}"
    (tmp_path / JOURNAL).touch()
    seen = Bank(bank.masters, str(tmp_path))
    seen.setup(worker)
    assert not seen.unfit


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("packbuilder.app.runs.executors.PATIENCE", 0.3)
    with pytest.raises(NoClusterError, match="dask://127"):
        printed(run_of(2), tmp_path, executor="dask://127.0.0.1:9")
