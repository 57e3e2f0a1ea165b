"""Packages whose docstrings are maps name every module, so that whoever looks for a thing finds it there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

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
