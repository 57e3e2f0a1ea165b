"""No clock in the core: values of `datetime` are used there, and the time of day is asked for nowhere but at its edges."""

from __future__ import annotations

import ast
from pathlib import Path

import packbuilder

PACKAGE = Path(packbuilder.__file__).parent

EDGES = frozenset(("app", "cli", "local"))
"""The packages that may know what time it is."""

ASKS = frozenset(("now", "today", "utcnow", "localtime", "gmtime", "time_ns", "monotonic"))


def asked(source: str) -> list[int]:
    """Return the lines that ask for the time."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return sorted(call.lineno for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in ASKS)


def test_only_the_edges_ask_for_the_time() -> None:
    files = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in EDGES]
    assert len(files) > 300
    assert [f"{path.relative_to(PACKAGE)}:{line}" for path in files for line in asked(path.read_text())] == []


def test_what_asks_is_found() -> None:
    assert asked("from datetime import datetime\nx = datetime.now().date()\ny = datetime.fromisoformat('')\nz = date.today()") == [2, 4]
