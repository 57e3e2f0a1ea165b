"""What is installed: any file of the program, and any package's version, makes another program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from packbuilder import installed
from packbuilder.installed import packages, program


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a program of three files; what is said of it is forgotten afterwards."""
    for name in ("rules.py", "reader/signs.utb", "marks/tick.svg"):
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).write_text("one")
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(installed, "_OWN", str(tmp_path / "own"))
    monkeypatch.setattr("sys.path", [str(tmp_path / "site")])
    program.cache_clear()
    yield tmp_path / "own"
    program.cache_clear()


def again(*, by_content: bool) -> str:
    program.cache_clear()
    return program(by_content=by_content)


@pytest.mark.parametrize("by_content", [False, True])
@pytest.mark.parametrize("name", ["rules.py", "reader/signs.utb", "marks/tick.svg"])
def test_a_changed_file_of_any_kind_is_another_program(own: Path, name: str, by_content: bool) -> None:
    before = again(by_content=by_content)
    (own / name).write_text("another")
    assert again(by_content=by_content) != before


@pytest.mark.parametrize("by_content", [False, True])
def test_a_package_of_another_version_is_another_program(own: Path, by_content: bool) -> None:
    site = own.parent / "site"
    (site / "ziamath-0.12.dist-info").mkdir()
    before = again(by_content=by_content)
    (site / "ziamath-0.12.dist-info").rename(site / "ziamath-0.13.dist-info")
    assert packages() == ("ziamath-0.13.dist-info",)
    assert again(by_content=by_content) != before


def test_the_same_program_installed_again_is_the_same_by_its_content(own: Path) -> None:
    before, dated = again(by_content=True), again(by_content=False)
    os.utime(own / "rules.py", (1, 1))
    (own / "__pycache__").mkdir()
    (own / "__pycache__" / "rules.pyc").write_bytes(b"code")
    assert again(by_content=True) == before
    assert again(by_content=False) != dated


def test_a_folder_that_is_not_there_has_no_packages(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [str(own / "none")])
    assert packages() == ()
