"""Options on versions, and on what earlier papers held: the same wherever papers are drawn or checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from packbuilder.cli.numbers import Whole
from packbuilder.model.blueprint import SAME
from packbuilder.model.versions import MOST_VERSIONS

F = TypeVar("F", bound=Callable[..., Any])


class Overlap(click.ParamType[int]):
    """`none`, `same`, or a number."""

    name = "overlap"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        words = {"none": 0, "same": SAME}
        text = str(value)
        if text not in words and not text.isdecimal():
            self.fail(f"{text!r} is neither none nor same nor a number", param, ctx)
        return words[text] if text in words else int(text)


def version_options(function: F) -> F:
    """`--versions N`, `--overlap N`, `--avoid DIR` and `--repeat`."""
    avoid = click.option(
        "--avoid",
        multiple=True,
        metavar="DIR",
        type=click.Path(exists=True, path_type=Path),
        help="Draw no question that the papers in this folder (or manifest) hold; may be repeated.",
    )
    repeat = click.option("--repeat", is_flag=True, help="Draw avoided questions after all, as few as will do, where nothing else is left.")
    overlap = click.option(
        "--overlap", type=Overlap(), default=None, metavar="N", help="Questions that two versions share at most: none, a number, or same."
    )
    versions = click.option(
        "--versions",
        type=Whole(1, MOST_VERSIONS),
        default=None,
        help="How many versions: A, B, C … (default: the blueprint's, or 1).",
    )
    return avoid(repeat(overlap(versions(function))))
