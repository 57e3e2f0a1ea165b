"""The package is cheap to import: nothing of the drawing library, and nothing that stands above it."""

from __future__ import annotations

import subprocess
import sys


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, packbuilder.maths; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert not loaded & {"ziamath", "latex2mathml", "reportlab", "xml", "click", "yaml"}
