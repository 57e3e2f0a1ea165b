"""Print runs on disk: killed at any moment they go on, and end with the bytes of a run that nobody disturbed."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest

from packbuilder.app import aside
from packbuilder.app.runs import executors as print_executors
from packbuilder.app.runs import jobs as print_jobs
from packbuilder.app.runs import run as runs
from packbuilder.app.runs.executors import UnknownExecutorError
from packbuilder.app.runs.jobs import FailedJobError, Lock
from packbuilder.app.runs.journal import JOURNAL, BusyError, Journal, LostFilesError, OtherRunError, see_that_all_are_there
from packbuilder.app.verifying.verify import verify
from packbuilder.app.writing import CannotWriteError, write_whole
from packbuilder.model.print_run import PrintRun
from packbuilder.press import packet as packets
from packbuilder.seeding import Seed
from tests.press.printing import banked, printed
from tests.press.runs import candidate, marked, run_of

COUNT = 60


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@lru_cache(maxsize=1)
def undisturbed() -> dict[str, str]:
    folder = Path(mkdtemp())
    printed(run_of(COUNT, rooms=3), folder, each=True)
    found = tree(folder)
    shutil.rmtree(folder)
    return found


def test_every_copy_is_accounted_for(tmp_path: Path) -> None:
    ran = printed(run_of(10, rooms=2), tmp_path, each=True)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["counts"] == {"candidates": 10, "spares": 2, "copies": 12, "packets": 2, "pages": 48, "sides": 48, "sheets": 24}
    assert [copy["serial"] for copy in manifest["copies"]] == list(range(1, 13))
    assert {copy.get("candidate", "") for copy in manifest["copies"]} == {"", *(f"{n:04}" for n in range(1, 11))}
    assert set(manifest["files"]) == set(tree(tmp_path)) - {"manifest.json"}
    assert len(ran.files) == len(manifest["files"])
    assert not list(tmp_path.glob("candidates/**/*scheme*"))


@pytest.mark.parametrize("executor", ["in-process", "processes"])
def test_killed_at_random_moments_it_ends_with_the_same_bytes(tmp_path: Path, executor: str) -> None:
    run, chance = run_of(COUNT, rooms=3), Seed(int(os.environ.get("KILL_SEED", "7"))).child(executor)
    fork = multiprocessing.get_context("fork")
    wanted = undisturbed()
    for kill in range(int(os.environ.get("KILLS", "2"))):
        child = fork.Process(target=printed, args=(run, tmp_path), kwargs={"each": True, "executor": executor, "workers": 2})
        child.start()
        time.sleep(0.05 + chance.below(str(kill), 1000) / 4000)
        child.kill()
        child.join()
        whole = {name: digest for name, digest in tree(tmp_path).items() if not name.split("/")[-1].startswith(".")}
        assert whole.items() <= wanted.items()
    printed(run, tmp_path, each=True, executor=executor, workers=2)
    # A worker of the killed run may still end what it was at; a busy machine lets it linger.
    until = time.monotonic() + 60
    while tree(tmp_path) != wanted and time.monotonic() < until:
        time.sleep(0.1)
    assert tree(tmp_path) == wanted


def test_a_run_so_large_that_its_parts_are_made_apart_has_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_of(6, rooms=3)
    printed(run, tmp_path / "small", each=True)
    monkeypatch.setattr(runs, "_MANY", 0)
    monkeypatch.setattr(aside, "active_count", lambda: 1)  # tests have threads of their own
    printed(run, tmp_path / "large", each=True, workers=2)
    assert tree(tmp_path / "large") == tree(tmp_path / "small")
    # Nothing but a sheet for rooms is left to be made.
    (tmp_path / "large" / "room" / "seating-plan.pdf").unlink()
    printed(run, tmp_path / "large", each=True, workers=2)
    assert tree(tmp_path / "large") == tree(tmp_path / "small")


def test_what_is_finished_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_of(6, rooms=2)
    printed(run, tmp_path)
    monkeypatch.setattr(packets, "write_packet", None)
    ran = printed(run, tmp_path)
    assert ran.kept == len(ran.files)
    monkeypatch.undo()
    (tmp_path / "packets" / "hall-b.pdf").write_bytes(b"changed")
    again = printed(run, tmp_path)
    assert again.kept == len(again.files) - 1
    assert b"changed" not in (tmp_path / "packets" / "hall-b.pdf").read_bytes()


def test_files_can_be_added_to_a_run(tmp_path: Path) -> None:
    run = run_of(COUNT, rooms=3)
    printed(run, tmp_path)
    printed(run, tmp_path, packets=False, each=True)
    assert tree(tmp_path) == undisturbed()


def test_a_torn_journal_line_and_half_files_are_nothing(tmp_path: Path) -> None:
    run = run_of(COUNT, rooms=3)
    printed(run, tmp_path, each=True)
    files = tree(tmp_path)
    (tmp_path / "manifest.json").unlink()
    (tmp_path / JOURNAL).write_bytes(b'\n{"run": "' + _key(run) + b'"}\n{"name": "packets/hall-a.pdf", "sha2')
    (tmp_path / "packets" / ".hall-a.pdf.x1.part").write_bytes(b"half")
    (tmp_path / "packets" / "hall-a.pdf").unlink()
    printed(run, tmp_path, each=True)
    assert tree(tmp_path) == files


def test_what_another_build_has_finished_is_made_again(tmp_path: Path) -> None:
    run = run_of(COUNT, rooms=3)
    printed(run, tmp_path, each=True)
    files = tree(tmp_path)
    (tmp_path / "manifest.json").unlink()
    stale = tmp_path / "room" / "attendance-register.pdf"
    stale.write_bytes(b"%PDF-1.7 of another build")
    done = {"name": "room/attendance-register.pdf", "sha256": sha256(stale.read_bytes()).hexdigest(), "bytes": 25, "pages": 1, "starts": {}}
    lines = [{"run": _key(run).decode()}, {"build": "another"}, done | {"locked": False}]
    (tmp_path / JOURNAL).write_text("\n".join(map(json.dumps, lines)))
    assert printed(run, tmp_path, each=True).kept == 0
    assert tree(tmp_path) == files


def _key(run: PrintRun) -> bytes:
    return f"{banked(marked(run)).masters.run}:".encode()


def test_another_run_in_the_folder_is_refused_and_can_be_replaced(tmp_path: Path) -> None:
    printed(run_of(4), tmp_path)
    before = tree(tmp_path)
    with pytest.raises(OtherRunError):
        printed(run_of(5), tmp_path)
    assert tree(tmp_path) == before
    printed(run_of(5, rooms=2), tmp_path, replace=True)
    assert sorted(path.name for path in (tmp_path / "packets").iterdir()) == ["hall-a.pdf", "hall-b.pdf"]


def test_two_runs_do_not_print_into_one_folder(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    told = fork.Queue()

    def other() -> None:
        try:
            Journal(tmp_path, "run:")
        except BusyError as busy:
            told.put(busy.message)

    with Journal(tmp_path, "run:"):
        child = fork.Process(target=other)
        child.start()
        assert "another run" in told.get(timeout=60)
        child.join()


def test_a_full_disk_is_one_clear_error_and_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = write_whole, iter(range(100))

    def full(path: Path, data: bytes) -> bool:
        if next(count) > 3:
            raise CannotWriteError(path=path, reason="No space left on device")
        return real(path, data)

    monkeypatch.setattr("packbuilder.app.writing.write_whole", full)
    run = run_of(COUNT, rooms=3)
    with pytest.raises(FailedJobError, match="No space left") as raised:
        printed(run, tmp_path, each=True)
    assert "run the same command again" in " ".join(raised.value.hints)
    monkeypatch.undo()
    printed(run, tmp_path, each=True)
    assert tree(tmp_path) == undisturbed()


def test_a_run_that_fails_leaves_nothing_half_written_not_even_of_what_others_were_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> bytes:
        (tmp_path / "packets" / ".hall-b.pdf.0123456789ab.part").write_bytes(b"%PDF-")  # as a copy of the process that is ended leaves it
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "run_manifest", stopped)
    with pytest.raises(KeyboardInterrupt):
        printed(run_of(COUNT, rooms=3), tmp_path)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("lost", ["packets/hall-a.pdf", "room/pick-list.pdf", "packets"])
def test_what_is_moved_while_a_run_is_printed_is_told_and_made_again(lost: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(folder: Path, done: Iterable[print_jobs.Done]) -> None:
        (folder / lost).rename(tmp_path / "elsewhere")
        see_that_all_are_there(folder, done)

    run, folder = run_of(COUNT, rooms=3), tmp_path / "run"
    monkeypatch.setattr(runs, "see_that_all_are_there", moved)
    with pytest.raises(LostFilesError, match=rf"were moved, removed or changed while it was printed: .*{lost}"):
        printed(run, folder, each=True)
    assert not (folder / "manifest.json").exists()
    monkeypatch.undo()
    printed(run, folder, each=True)
    assert tree(folder) == undisturbed()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    with pytest.raises(CannotWriteError):
        printed(run_of(2), tmp_path / "run")


def test_an_unknown_executor_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownExecutorError, match="cloud"):
        printed(run_of(2), tmp_path, executor="cloud")


def _dies_once(job: print_jobs.Job, folder: str) -> object:
    mark = Path(folder) / ".died"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), 9)
    return print_jobs.run_job(job, print_executors._bank[0], folder)


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_executors, "_in_worker", _dies_once)
    printed(run_of(COUNT, rooms=3), tmp_path, each=True, executor="processes", workers=2)
    (tmp_path / ".died").unlink()
    assert tree(tmp_path) == undisturbed()


def test_verify_reads_a_run_back_and_counts_it(tmp_path: Path) -> None:
    printed(run_of(6, rooms=2), tmp_path, each=True)
    report = verify((tmp_path,))
    assert report.failures == ()
    assert any("8 copies (6 candidates, 2 spares)" in line for line in report.checked)


def test_verify_finds_what_is_missing_swapped_or_strange(tmp_path: Path) -> None:
    printed(run_of(6, rooms=2), tmp_path, each=True)
    own = tmp_path / "candidates" / "hall-a"
    shutil.copy(own / "0001.pdf", own / "0003.pdf")
    (own / "0005.pdf").unlink()
    shutil.copy(tmp_path / "marking" / "mark-scheme-A.pdf", own / "help.pdf")
    shutil.copy(tmp_path / "packets" / "hall-a.pdf", tmp_path / "packets" / "hall-b.pdf")
    told = "\n".join(verify((tmp_path,)).failures)
    assert "should be page 1 of 0003" in told
    assert "(0005) is missing in candidates" in told
    assert "help.pdf is not a file of this run" in told
    assert "is page 1 of 0001, version A; it should be page 1 of 0002" in told


def test_an_encrypted_run_opens_with_its_passwords_and_is_kept_as_it_is(tmp_path: Path) -> None:
    run, locks = run_of(4, rooms=2), {"*": Lock(password="for the others", owner="o"), "schemes": Lock(password="for schemes", owner="o")}
    printed(run, tmp_path, locks=locks)
    before = tree(tmp_path)
    # The rooms' sheets name candidates, and rooms need them open.
    assert all((b"/Encrypt" in path.read_bytes()) == (path.parent.name != "room") for path in tmp_path.rglob("*.pdf"))
    assert printed(run, tmp_path, locks=locks).kept == len(before) - 1
    assert tree(tmp_path) == before
    assert any("password" in failure for failure in verify((tmp_path,)).failures)
    assert verify((tmp_path,), passwords=locks).failures == ()
    with pytest.raises(OtherRunError):
        printed(run, tmp_path, locks={"*": replace(locks["*"], password="another one")})


def test_new_passwords_are_kept_beside_the_run_for_its_owner_only(tmp_path: Path) -> None:
    run = run_of(2)
    printed(run, tmp_path, new_locks=True)
    file = tmp_path / "passwords.csv"
    assert os.name != "posix" or file.stat().st_mode & 0o077 == 0
    rows = file.read_text().splitlines()
    assert [row.split(",")[0] for row in rows] == ["file", "hall-a", "schemes"]
    assert rows[1].split(",")[1] not in (tmp_path / "manifest.json").read_text()
    assert printed(run, tmp_path, new_locks=True).kept > 0


def test_a_name_that_is_divided_over_two_lines_is_read_back(tmp_path: Path) -> None:
    run = run_of(1, spares=0)
    packet = run.packets[0]
    long = candidate(1, name="Mary-Anne Featherstonehaugh-Cholmondeley-Majoribanks-Woolfardisworthy of Bartholomew-Magdalen-on-the-Wold")
    printed(replace(run, packets=(replace(packet, copies=(replace(packet.copies[0], candidate=long),)),)), tmp_path)
    assert verify((tmp_path,)).failures == ()


def test_names_in_other_letters_are_read_back(tmp_path: Path) -> None:
    names = ("Sia\u0302n W\u0302yn", "Nguyễn Thị Ánh", "Ἀριστοτέλης Παπαδόπουλος", "Дмитрий Щукин", "Jean‑Luc D’Arcy – Müller", "ﬁona ﬂett")
    run = run_of(len(names), spares=0)
    packet = run.packets[0]
    copies = tuple(
        replace(copy, candidate=candidate(at, name=name)) for at, (copy, name) in enumerate(zip(packet.copies, names, strict=True), 1)
    )
    printed(replace(run, packets=(replace(packet, copies=copies),)), tmp_path)
    assert verify((tmp_path,)).failures == ()
