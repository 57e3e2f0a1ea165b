"""Packages whose docstrings are maps name every module, and the map of the architecture names files that there are: whoever looks for a thing finds it there."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAPS = (
    "packbuilder.app.accessibility",
    "packbuilder.app.runs",
    "packbuilder.app.site",
    "packbuilder.app.verifying",
    "packbuilder.derive.marking_points",
    "packbuilder.derive.marking_points.statements",
    "packbuilder.readers.candidates",
    "packbuilder.typeset.reading",
)


@pytest.mark.parametrize("name", MAPS)
def test_a_map_names_every_module_of_its_package(name: str) -> None:
    package = import_module(name)
    modules = {path.stem for path in Path(str(package.__file__)).parent.glob("*.py")} - {"__init__"}
    assert modules
    assert {module for module in modules if f"`{module}`" not in str(package.__doc__)} == set()


def test_the_map_of_the_architecture_names_files_that_there_are() -> None:
    told = (ROOT / "packbuilder" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    _, _, chapter = told.partition("## Where to change what\n")
    chapter, _, _ = chapter.partition("\n## ")
    named = set(re.findall(r"`([\w./-]+\.(?:py|txt|list|md|utb))`", chapter))
    assert len(named) > 150
    there = [f"/{path.relative_to(ROOT).as_posix()}" for folder in ("packbuilder", "tests") for path in (ROOT / folder).rglob("*.*")]
    assert {name for name in named if not any(path.endswith(f"/{name}") for path in there)} == set()
