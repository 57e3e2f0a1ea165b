"""A print run on a real Dask cluster: the same bytes as anywhere else, also when a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from packbuilder.app.runs.executors import NoClusterError
from tests.app.runs.test_run import COUNT, tree, undisturbed
from tests.press.printing import printed
from tests.press.runs import run_of

distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install packbuilder[dask]")


def test_a_cluster_of_which_a_worker_is_killed_prints_the_same_bytes(tmp_path: Path) -> None:
    silent = {"silence_logs": 50, "dashboard_address": None}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, **silent) as cluster:
        victims = [worker.process.pid for worker in cluster.workers.values()]

        def kill() -> None:
            while not list(tmp_path.glob("packets/*.pdf")) and not list(tmp_path.glob("candidates/*/*.pdf")):
                time.sleep(0.01)
            os.kill(victims[0], signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        address = cluster.scheduler_address.removeprefix("tcp://")
        printed(run_of(COUNT, rooms=3), tmp_path, each=True, executor=f"dask://{address}")
        killer.join(timeout=5)
        assert not killer.is_alive()
    left = {name: digest for name, digest in tree(tmp_path).items() if not name.endswith(".part")}
    assert left == undisturbed()


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("packbuilder.app.runs.executors.PATIENCE", 0.3)
    with pytest.raises(NoClusterError, match="dask://127"):
        printed(run_of(2), tmp_path, executor="dask://127.0.0.1:9")
