"""The cache on disk: whatever state it is in, the answers are those of a run without one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

import packbuilder
from packbuilder import cache
from packbuilder.cache import VARIABLE, cache_folder, kept

ROOT = Path(packbuilder.__file__).parents[1]
NOTES = ROOT / "packbuilder" / "examples" / "quadratic-equations.txt"
BANK = ROOT / "packbuilder" / "examples" / "quadratic-equations.bank.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def counted(results: list[object]) -> Callable[[], object]:
    """Return what gives the results in turn."""
    return lambda: results.pop(0)


def test_a_result_is_worked_out_once(folder: Path) -> None:
    results: list[object] = ["first", "second", "third"]
    assert [kept("thing", ("a",), counted(results)) for _ in range(3)] == ["first"] * 3
    assert kept("thing", ("b",), counted(results)) == "second"
    assert kept("other", ("a",), counted(results)) == "third"
    assert len(list(folder.iterdir())) == 3


def test_another_program_works_it_out_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results: list[object] = ["before", "after"]
    assert kept("thing", ("a",), counted(results)) == "before"
    monkeypatch.setattr(cache, "program", lambda: "another")
    assert kept("thing", ("a",), counted(results)) == "after"


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"", lambda data: data.replace(b"first", b"wrong"), lambda data: os.urandom(50)]
)
def test_a_damaged_entry_is_worked_out_anew_and_mended(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    results: list[object] = ["first", "first"]
    kept("thing", ("a",), counted(results))
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert kept("thing", ("a",), counted(results)) == "first"
    assert entry.read_bytes() == whole


def test_what_cannot_be_kept_is_worked_out_each_time(folder: Path) -> None:
    results: list[object] = [print, len]
    assert kept("thing", ("a",), counted(results)) is print
    assert kept("thing", ("a",), counted(results)) is len
    assert kept("thing", (print,), lambda: "made") == "made"
    assert not folder.exists() or not list(folder.iterdir())


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert kept("thing", ("a",), lambda: "made") == "made"
    monkeypatch.setenv(VARIABLE, "/dev/full/cache")
    assert kept("thing", ("a",), lambda: "made") == "made"


def test_a_folder_that_may_only_be_read_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()

    def refused(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refused)
    assert kept("thing", ("a",), lambda: "made") == "made"
    assert not list(folder.iterdir())


def test_it_lies_where_the_system_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "packbuilder"
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "packbuilder"
    monkeypatch.setenv("HOME", "nowhere")
    assert cache_folder() is None
    monkeypatch.setenv(VARIABLE, "off")
    assert cache_folder() is None


def test_only_its_owner_may_look_into_it(folder: Path) -> None:
    kept("thing", ("a",), lambda: "made")
    assert folder.stat().st_mode & 0o077 == 0


def test_it_does_not_grow_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 40_000)
    for number in range(1000):
        kept("thing", (number,), lambda: "x" * 1000)
    # It is cut down at one entry in sixteen, by hashes that differ from machine to machine: 250 entries without one hardly ever come.
    assert sum(entry.stat().st_size for entry in folder.iterdir()) < 300_000


def test_many_at_once_get_whole_entries(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: kept("thing", (number % 3,), lambda: "x" * 100_000), range(60)))
    assert set(found) == {"x" * 100_000}
    assert len(list(folder.iterdir())) == 3


def paper(place: Path, seed: int, where: str, *more: str) -> dict[str, str]:
    """Return the hashes of what `paper` writes, run as a process with that cache."""
    environment = {**os.environ, VARIABLE: where, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "packbuilder", "paper", str(NOTES), str(BANK), "--marks", "20", "--seed", str(seed), "-q", *more]
    # The manifest says what the folder is called.
    subprocess.run([*command, "--output", str(place / "out")], env=environment, cwd=ROOT, check=True, capture_output=True)
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted((place / "out").iterdir())}


def test_files_are_the_same_with_the_cache_absent_cold_warm_and_damaged(tmp_path: Path) -> None:
    where = tmp_path / "cache"
    plain = paper(tmp_path / "off", 1, "off")
    assert paper(tmp_path / "cold", 1, str(where)) == plain
    assert paper(tmp_path / "warm", 1, str(where)) == plain
    assert paper(tmp_path / "other", 2, str(where)) == paper(tmp_path / "other-off", 2, "off")
    for entry in where.iterdir():
        entry.write_bytes(entry.read_bytes()[:-7] + b"damaged")
    assert paper(tmp_path / "damaged", 1, str(where)) == plain
    assert paper(tmp_path / "proved", 1, str(where), "--prove") == plain


def test_two_processes_at_once_make_the_same_files(tmp_path: Path) -> None:
    where = str(tmp_path / "cache")
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda number: paper(tmp_path / str(number), 1, where), range(3)))
    assert made[0] == made[1] == made[2]


def test_nothing_of_a_candidate_is_ever_in_it(tmp_path: Path) -> None:
    where = tmp_path / "cache"
    (tmp_path / "list.csv").write_text("Name,Number,Room\nZebulon Quux,8642097,Hall\nOther Person,8642098,Hall\n")
    environment = {**os.environ, VARIABLE: str(where), "PYTHONPATH": str(ROOT)}
    command = [
        sys.executable,
        "-m",
        "packbuilder",
        "print-run",
        str(NOTES),
        "--candidates",
        str(tmp_path / "list.csv"),
        "--marks",
        "10",
        "-q",
    ]
    subprocess.run([*command, "--output", str(tmp_path / "run")], env=environment, cwd=ROOT, check=True, capture_output=True)
    entries = b"".join(entry.read_bytes() for entry in where.iterdir())
    assert entries
    assert not any(word in entries for word in (b"Zebulon", b"Quux", b"8642097", b"Other Person"))
