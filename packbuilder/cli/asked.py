"""Options on what a paper must hold, on its versions, and on what earlier papers held: the same wherever papers are drawn or checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from packbuilder.app.blueprints import limited, quotas_from, wanted
from packbuilder.app.project import Workplace
from packbuilder.cli.numbers import Number, Whole
from packbuilder.cli.options import as_value
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.values import dataclass, replace

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command line asks of a paper, as it stands there; None where it says nothing."""

    blueprint: str
    quotas: tuple[str, ...]
    marks: int | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    kinds: tuple[str, ...]
    tolerance: float | None
    avoid: tuple[Path, ...]
    repeat: bool
    overlap: int | None
    versions: int | None

    def wish(self, workplace: Workplace, *, minutes: int = 0) -> Blueprint:
        """Return the blueprint that is named with all that is asked besides. Raises what `app.blueprints` and `app.coverage` raise."""
        quotas = quotas_from(self.quotas)
        base = wanted(self.blueprint, workplace, marks=self.marks or 0, versions=self.versions or 0, minutes=minutes, quotas=quotas)
        base = limited(base, include=self.include, exclude=self.exclude, kinds=self.kinds, tolerance=self.tolerance)
        return replace(base, used=self._used(), repeat=self.repeat, overlap=base.overlap if self.overlap is None else self.overlap)

    def _used(self) -> frozenset[str]:
        """Return the questions that the papers to be avoided hold."""
        if not self.avoid:
            return frozenset()
        # Imported here: what coverage needs takes 10 ms to import.
        from packbuilder.app.coverage import used_items

        return used_items(self.avoid)


class _Overlap(click.ParamType[int]):
    """`none`, `same`, or a number."""

    name = "overlap"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        words = {"none": 0, "same": SAME}
        text = str(value)
        if text not in words and not text.isdecimal():
            self.fail(f"{text!r} is neither none nor same nor a number", param, ctx)
        return words[text] if text in words else int(text)


VERSIONS = click.option(
    "--versions", type=Whole(1, MOST_VERSIONS), default=None, help="How many versions: A, B, C … (default: the blueprint's, or 1)."
)

MINUTES = click.option("--minutes", type=Whole(1, 600), default=None, help="Time allowed (default: 1.2 minutes a mark).")

BLUEPRINT = {
    "blueprint": click.option("--blueprint", default="", metavar="NAME", help="What the paper must hold: a blueprint's name, or its file."),
    "quotas": click.option(
        "--quota", "quotas", multiple=True, metavar="TEXT", help='A further wish, such as "objective AO1: 30-50%"; may be repeated.'
    ),
    "marks": click.option("--marks", type=Whole(1, 300), default=None, help="Total marks, met exactly (default: the blueprint's, or 40)."),
}
"""Options by the names of their parameters, for `as_value`: what a paper must hold."""

_LIMITS = {
    "include": click.option("--include", multiple=True, metavar="ID", help="A question that must be on the paper; may be repeated."),
    "exclude": click.option("--exclude", multiple=True, metavar="ID", help="A question that must not be on the paper; may be repeated."),
    "kinds": click.option(
        "--kind", "kinds", multiple=True, metavar="KIND", help="Draw questions of this kind only, such as multiple_choice; may be repeated."
    ),
    "tolerance": click.option(
        "--tolerance",
        type=Number(0, 4),
        default=None,
        metavar="X",
        help="How far a version's mean difficulty (1 to 5) may lie from the first's.",
    ),
}

_VERSIONS = {
    "avoid": click.option(
        "--avoid",
        multiple=True,
        metavar="DIR",
        type=click.Path(exists=True, path_type=Path),
        help="Draw no question that the papers in this folder (or manifest) hold; may be repeated.",
    ),
    "repeat": click.option(
        "--repeat", is_flag=True, help="Draw avoided questions after all, as few as will do, where nothing else is left."
    ),
    "overlap": click.option(
        "--overlap", type=_Overlap(), default=None, metavar="N", help="Questions that two versions share at most: none, a number, or same."
    ),
    "versions": VERSIONS,
}


def asked_options(function: F) -> F:
    """Options on what a paper must hold, which questions it may have, and its versions. The command gets them as `asked`."""
    return as_value("asked", Asked, **BLUEPRINT, **_LIMITS, **_VERSIONS)(function)
