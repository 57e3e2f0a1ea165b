"""Options of every command that makes files: where they go, how they are made, and how they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

import click

from packbuilder.app.finishing import Built, Progress
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace
from packbuilder.cli.options import Folder, as_value, json_option, quiet_option
from packbuilder.cli.results import progress, tell
from packbuilder.values import dataclass

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a command hands over what it makes.

    `output` is None where nothing is said of the folder; `skip_bad` leaves out what has mistakes; `as_json` and `quiet` are how results are told.
    """

    output: Path | None
    pdfa: bool
    prove: bool
    as_json: bool
    skip_bad: bool
    quiet: bool

    @property
    def silent(self) -> bool:
        """Whether people are told nothing but errors."""
        return self.quiet or self.as_json

    def folder(self, workplace: Workplace, within: str = "") -> Path:
        """Return where files go: the folder that is named, else one of that name in the project's output."""
        return self.output or workplace.output / within

    def printer(self, *, keep: bool = False, workers: int = 1) -> Printer:
        """Return a printer that makes files as they are wanted; `keep` and `workers` as `Printer` has them."""
        return Printer(archival=self.pdfa, prove=self.prove, keep=keep, workers=workers)

    def progress(self, count: int) -> AbstractContextManager[Progress]:
        """Show a bar over so many files, unless people are told nothing."""
        return progress(count, quiet=self.silent)

    def tell(self, built: Iterable[Built]) -> None:
        """Tell what was made."""
        tell(built, quiet=self.quiet, as_json=self.as_json)


_OPTIONS = {
    "output": click.option(
        "--output", "-o", type=Folder(file_okay=False, path_type=Path), default=None, help="Folder for the files (default: output/)."
    ),
    "pdfa": click.option("--pdfa", is_flag=True, help="Make the PDFs for the archive: PDF/A-2a, besides PDF/UA-1."),
    "prove": click.option(
        "--prove", is_flag=True, help="Read each PDF back and compare it with what was to be printed, before it is written."
    ),
    "as_json": json_option,
    "skip_bad": click.option("--skip-bad", is_flag=True, help="Leave out what has mistakes, and go on."),
    "quiet": quiet_option,
}


def delivery_options(function: F) -> F:
    """`--output`, `--pdfa`, `--prove`, `--json`, `--skip-bad` and `--quiet`. The command gets them as `delivery`."""
    return as_value("delivery", Delivery, **_OPTIONS)(function)
