"""Options that mean the same wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource

from packbuilder.cli.numbers import Whole
from packbuilder.editions import EDITIONS
from packbuilder.model.print_habits import IMPOSITIONS, MOST_COPIES, Imposition, PrintHabits

_PLAIN = "plain"
"""The imposition of packets that is none."""

F = TypeVar("F", bound=Callable[..., Any])
G = TypeVar("G")


def _named(context: click.Context, parameter: click.Parameter, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty name, such as that of a variable that is not set: it would be the working folder."""
    if not all(topic.strip() for topic in topics):
        raise click.BadParameter("a name is empty: a variable that is not set, perhaps? Leave it out for all topics.")
    return topics


topics_argument = click.argument("topics", nargs=-1, metavar="[TOPIC]...", callback=_named)
"""A topic's id, a notes file, or a folder of them; none means all of the project's."""


def given(name: str, value: G) -> G | None:
    """Return an option's value if the command line has it; None where it is the default."""
    return value if click.get_current_context().get_parameter_source(name) is not ParameterSource.DEFAULT else None


class Folder(click.Path):
    """A folder to write to. An empty name, such as that of a variable that is not set, would be the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the folder's name is empty; write . for this folder", param, ctx)
        if any("\udc80" <= char <= "\udcff" for char in str(value)):
            self.fail("the folder's name is not text in UTF-8", param, ctx)
        return super().convert(value, param, ctx)


def as_value(name: str, make: Callable[..., object], **options: Callable[[Any], Any]) -> Callable[[F], F]:
    """Return a decorator that adds options, by their parameters' names, and gives the command one value for all of them: `name`, which `make` returns."""

    def decorate(function: F) -> F:
        @wraps(function)
        def gathered(**others: object) -> object:
            return function(**{name: make(**{each: others.pop(each) for each in options})}, **others)

        decorated: Any = gathered
        for option in reversed(options.values()):
            decorated = option(decorated)
        return cast("F", decorated)

    return decorate


def seed_option(function: F) -> F:
    """`--seed N`: which of all possible papers."""
    option = click.option("--seed", type=Whole(0, 2**63 - 1), default=1, show_default=True, help="The same seed gives the same paper.")
    return option(function)


def layout_option(default: str) -> Callable[[F], F]:
    """`--layout NAME`: how it looks."""
    return click.option("--layout", default=default, show_default=True, help="A layout's name, or a layout file.")


def edition_option(function: F) -> F:
    """`--edition NAME`, repeatable: modified editions besides the standard one."""
    option = click.option(
        "--edition",
        "editions",
        multiple=True,
        metavar="NAME",
        help=f"Also make a modified edition; may be repeated. One of: {', '.join(EDITIONS)}.",
    )
    return option(function)


_IMPOSED = (
    "booklet: half-size pages to fold and staple; 2up: half-size pages side by side; a3-fold: pages of full size on sheets of twice "
    "theirs (A4 on A3), to fold and staple; duplex: both sides, hole margin mirrored; duplex-short: both sides, bound at the head."
)
_INK = "No tints, thin grey rules, black text."
_CROP = "Add crop and fold marks, on sheets 20 mm larger each way."


def _habits(*, imposition: str | None, ink_saving: bool, class_set: int | None, crop_marks: bool) -> PrintHabits:
    chosen = cast("Imposition", imposition or "")
    return PrintHabits(imposition=chosen, ink_saving=ink_saving, class_set=class_set or 0, crop_marks=crop_marks)


def _overruled(*, imposition: str | None, ink_saving: bool | None, crop_marks: bool | None) -> Callable[[PrintHabits], PrintHabits]:
    def habits(usual: PrintHabits) -> PrintHabits:
        chosen = usual.imposition if imposition is None else cast("Imposition", imposition.replace(_PLAIN, ""))
        saving = usual.ink_saving if ink_saving is None else ink_saving
        return PrintHabits(imposition=chosen, ink_saving=saving, crop_marks=usual.crop_marks if crop_marks is None else crop_marks)

    return habits


def _imposition_option(*choices: str, about: str) -> Callable[[Any], Any]:
    return click.option("--print", "imposition", type=click.Choice(choices), default=None, help=about)


_HABITS = {
    "imposition": _imposition_option(*IMPOSITIONS, about=_IMPOSED),
    "ink_saving": click.option("--ink-saving", is_flag=True, help=_INK),
    "class_set": click.option(
        "--class-set",
        type=Whole(1, MOST_COPIES),
        default=None,
        metavar="N",
        help="Also make one file of N copies, each on fresh sheets; versions in turn.",
    ),
    "crop_marks": click.option("--crop-marks", is_flag=True, help=_CROP),
}
_SHEETS = {
    "imposition": _imposition_option(_PLAIN, *IMPOSITIONS, about=f"{_PLAIN}: a page a side, both sides (default); {_IMPOSED}"),
    "ink_saving": click.option("--ink-saving/--no-ink-saving", default=None, help=_INK),
    "crop_marks": click.option("--crop-marks/--no-crop-marks", default=None, help=_CROP),
}


def habit_options(function: F) -> F:
    """`--print`, `--ink-saving`, `--class-set` and `--crop-marks`: how paper is used. The command gets them as `habits`."""
    return as_value("habits", _habits, **_HABITS)(function)


def sheet_options(function: F) -> F:
    """`--print`, `--ink-saving` and `--crop-marks` of packets: how sheets are used. The command gets them as `habits`, a function of those
    that hold where the command line says nothing.
    """
    return as_value("habits", _overruled, **_SHEETS)(function)


json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
