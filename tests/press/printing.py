"""A print run as a program of its own, to be killed: `python -m tests.press.printing FOLDER COUNT FILES [EXECUTOR]`."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from packbuilder.app.print_run import Ran, RunContent, RunOptions, print_run
from packbuilder.app.printing import Printer
from packbuilder.model.print_run import PrintRun
from tests.press.runs import bank, forms, look, run_of


def content(versions: int = 2, marks: int = 20) -> RunContent:
    return RunContent(forms=forms(versions, marks), paper=look(), handout=look("handout-a4"))


# Tests print one plan many times over: it is laid out once.
_bank = lru_cache(maxsize=16)(bank)
_printer = lru_cache(maxsize=1)(Printer)


def printed(run: PrintRun, folder: Path, *, versions: int = 2, marks: int = 20, **options: object) -> Ran:
    with patch("packbuilder.app.print_run.make_bank", lambda *_, **__: _bank(run, versions=versions, marks=marks)):
        return print_run(run, content(versions, marks), folder=folder, options=RunOptions(**options), printer=_printer())  # type: ignore[arg-type]  # options are named by tests


if __name__ == "__main__":
    folder, count, files, *executor = sys.argv[1:]
    chosen = {"packets": files in ("packets", "both"), "each": files in ("each", "both")}
    ran = printed(run_of(int(count), rooms=3), Path(folder), executor=executor[0] if executor else "in-process", workers=2, **chosen)
    sys.stdout.write(f"{len(ran.files)} {ran.kept}\n")
