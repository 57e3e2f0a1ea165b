"""What a plain run imports: starting takes longer than setting a paper, so that nothing is imported that is not used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import packbuilder
from packbuilder.cache import VARIABLE

NOTES = """\
# Tides

## Synopsis
Why the sea rises and falls.

## Key Concepts
- Spring tide: A tide of the greatest range, when sun and moon pull in one line.
- Neap tide: A tide of the least range, when sun and moon pull at right angles.
- Ebb: The flow of water away from the shore after high water.

## Examiner Marking Points
- Explain how the moon causes tides.
- Describe two effects of spring tides and neap tides on harbours.
- State why tides are highest in narrow bays, and what an ebb is.
"""
"""The terms stand small in the points too: where notes never write one within a sentence, a dictionary is asked whether it is a name."""

HEAVY = frozenset(
    (
        "highspy",
        "numpy",
        "pypdfium2",
        "pypdf",
        "fontTools",
        "reportlab",
        "PIL",
        "ziamath",
        "zxingcpp",
        "jinja2",
        "docx",
        "genanki",
        "pyphen",
    )
)
"""Packages of which each takes 20 ms and more to import."""

SLOW = frozenset(("tempfile", "logging", "email", "http", "ssl", "importlib.metadata", "concurrent.futures", "xml"))
"""Modules of the standard library of which each takes 2 ms and more, with what they import."""


def imported(folder: Path, *arguments: str, kept: str = "off") -> frozenset[str]:
    """Return the modules and packages that a command has imported when it is done."""
    code = (
        f"import atexit, sys; sys.argv = {['packbuilder', *arguments]!r}\n"
        "atexit.register(lambda: print('imported', *sys.modules, file=sys.stderr))\n"
        "from packbuilder.__main__ import main\n"
        "main()"
    )
    # These very sources, wherever the package is installed from.
    environment = {**os.environ, "PYTHONPATH": str(Path(packbuilder.__file__).parents[1]), VARIABLE: kept}
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    modules = run.stderr.rpartition("imported ")[2].split()
    return frozenset(modules) | {module.partition(".")[0] for module in modules}


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "notes.md").write_text(NOTES)
    return imported(folder, "paper", "notes.md", "--marks", "6", "-q")


def test_a_paper_of_notes_imports_no_heavy_package(modules: frozenset[str]) -> None:
    assert not modules & HEAVY


def test_nor_what_is_slow_of_the_standard_library(modules: frozenset[str]) -> None:
    assert not modules & SLOW


def test_nor_what_other_products_need(modules: frozenset[str]) -> None:
    others = (
        "products.worksheets",
        "products.revision_pack",
        "products.organiser",
        "typeset.blocks.cards",
        "maths.parser",
        "readers.project",
        "local",
        "proof",
    )
    assert not modules & {f"packbuilder.{name}" for name in others}


def test_what_the_cache_has_is_not_imported_either(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    command = ("paper", "notes.md", "--marks", "6", "-q")
    imported(tmp_path, *command, kept=str(tmp_path / "cache"))
    again = imported(tmp_path, *command, kept=str(tmp_path / "cache"))
    assert not {
        module
        for module in again
        if module.startswith(
            ("packbuilder.typeset", "packbuilder.readers.notes", "packbuilder.derive.topics", "packbuilder.derive.marking_points", "yaml")
        )
    }
    other = imported(tmp_path, *command, "--seed", "2", kept=str(tmp_path / "cache"))
    assert not {
        module
        for module in other
        if module.startswith(("packbuilder.readers.notes", "packbuilder.derive.topics", "packbuilder.derive.marking_points", "yaml"))
    }


def test_help_imports_no_stage() -> None:
    code = "import sys; from packbuilder.cli.main import group; group.main(['--help'], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {module for module in run.stderr.split() if module.startswith(("packbuilder.app", "packbuilder.typeset", "yaml"))}


def test_the_end_waits_for_a_thread_that_still_works(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    code = (
        "import sys, threading, time; sys.argv = ['packbuilder', 'questions', 'notes.md']\n"
        "from packbuilder.cli import main as program\n"
        "ended, leave = threading.Event(), program._leave\n"
        "program._leave = lambda *given: (ended.set(), leave(*given))\n"
        "threading.Thread(target=lambda: (ended.wait(), time.sleep(1), print('done'))).start()\n"
        "program.main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, VARIABLE: "off"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "done"


def test_all_that_was_said_reaches_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    command = [sys.executable, "-m", "packbuilder", "questions", "notes.md", "--json"]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ, VARIABLE: "off"}, capture_output=True, text=True, check=True)
    assert isinstance(json.loads(run.stdout), list | dict)
