"""Freshness: what makes a finished pack stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app import freshness
from packbuilder.app.freshness import common_inputs
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace


def test_another_program_makes_every_pack_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, printer = Workplace(root=tmp_path, project=None), Printer()
    before = common_inputs(place, printer)
    assert common_inputs(place, printer) == before
    monkeypatch.setattr(freshness, "program", lambda *, by_content: f"another {by_content}")
    assert common_inputs(place, printer) != before
