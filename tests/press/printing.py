"""A print run as a program of its own, to be killed: `python -m tests.press.printing FOLDER COUNT FILES [EXECUTOR]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from packbuilder.app.printing import Printer
from packbuilder.app.runs.masters import Bank
from packbuilder.app.runs.plan import room_documents
from packbuilder.app.runs.run import Ran, RunContent, RunOptions, print_run
from packbuilder.document import Document
from packbuilder.model.print_run import PrintRun
from packbuilder.products.print_room.pick_list import Counts
from tests.press.runs import bank, forms, fronts_of, look, marked, run_of


def content(versions: int = 2, marks: int = 20) -> RunContent:
    return RunContent(forms=forms(versions, marks), paper=look(), handout=look("handout-a4"), documents=_documents)


def _documents(run: PrintRun, counts: Counts) -> Iterator[tuple[str, Callable[[], Document]]]:
    return ((f"room/{name}", compose) for name, compose in room_documents(run, counts))


# Tests print one plan many times over: it is laid out once.
@lru_cache(maxsize=16)
def banked(run: PrintRun, versions: int = 2, marks: int = 20) -> Bank:
    """Return the bank that a run, with its digest, is printed from: with the covers of its packets."""
    return bank(run, versions=versions, marks=marks, fronts=fronts_of(run))


_printer = lru_cache(maxsize=1)(Printer)


def printed(run: PrintRun, folder: Path, *, versions: int = 2, marks: int = 20, **options: object) -> Ran:
    run = marked(run, versions, marks)
    with patch("packbuilder.app.runs.run.make_bank", lambda *_, **__: banked(run, versions, marks)):
        return print_run(run, content(versions, marks), folder=folder, options=RunOptions(**options), printer=_printer())  # type: ignore[arg-type]  # options are named by tests


if __name__ == "__main__":
    folder, count, files, *executor = sys.argv[1:]
    chosen = {"packets": files in ("packets", "both"), "each": files in ("each", "both")}
    ran = printed(run_of(int(count), rooms=3), Path(folder), executor=executor[0] if executor else "in-process", workers=2, **chosen)
    sys.stdout.write(f"{len(ran.files)} {ran.kept}\n")
