"""Programs besides Python that some tests need: absent, they stop a gate and are named elsewhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def require(program: str) -> Path:
    """Return where a program lies. Absent: the test fails where `CI=true`, and is skipped by the program's name elsewhere."""
    found = shutil.which(program)
    if found is not None:
        return Path(found)
    if os.environ.get("CI") == "true":
        pytest.fail(f"the program {program!r} is not installed, and CI must not pass without it")
    pytest.skip(f"needs the program {program!r}")
