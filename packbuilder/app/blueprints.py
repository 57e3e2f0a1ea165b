"""Blueprints by name or file: the project's own, or those that come with the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from packbuilder.app.project import PACKAGE, BadContentError, Workplace, named_file, names_in
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.screening import screened
from packbuilder.cache import kept
from packbuilder.diagnostics import Diagnostics, Severity, Span, worst
from packbuilder.errors import PackbuilderError
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import Quota

if TYPE_CHECKING:
    from packbuilder.readers.quotas import BadQuotaError


class UnreadableQuotaError(PackbuilderError):
    """A quota on the command line that cannot be read."""

    exit_code = 2

    def __init__(self, problem: BadQuotaError) -> None:
        super().__init__(str(problem), hints=problem.hints)


class FixedMarksError(PackbuilderError):
    """Another total for a blueprint whose sections have their own."""

    def __init__(self, *, name: str, marks: int) -> None:
        super().__init__(
            f"the sections of the blueprint {name!r} have {marks} marks, so that the paper cannot have another total",
            hints=("Leave out --marks (`marks:`), or change the sections in the blueprint's file.",),
        )


def blueprint_names(workplace: Workplace) -> tuple[str, ...]:
    """Return the names of all blueprints that can be used, in order."""
    return names_in(_folders(workplace))


def blueprint_named(name: str, workplace: Workplace) -> Blueprint:
    """Return a blueprint by its name or its file's path. Raises `UnknownNameError`, or `BadContentError` with every mistake in it."""
    file = named_file(name, _folders(workplace), what="blueprint")
    data, unprintable = screened(read_bytes(file), shown(file))
    found, diagnostics = _read(data, shown(file))
    if found is None or worst((*unprintable, *diagnostics)) is Severity.ERROR:
        raise BadContentError((*unprintable, *diagnostics))
    return found


def _read(data: bytes, path: str) -> tuple[Blueprint | None, Diagnostics]:
    def read() -> tuple[Blueprint | None, Diagnostics]:
        # Imported here: where it is in the cache, nothing reads YAML.
        from packbuilder.readers.blueprints import read_blueprint

        return read_blueprint(data, path)

    return kept("blueprint", (data, path), read)


def wanted(
    name: str, workplace: Workplace, *, marks: int = 0, versions: int = 0, minutes: int = 0, quotas: tuple[Quota, ...] = ()
) -> Blueprint:
    """Return the blueprint of that name (none: 40 marks of anything) with what is given otherwise (0: not), and further quotas."""
    base = blueprint_named(name, workplace) if name else Blueprint(marks=40)
    if base.sections and marks not in (0, base.marks):
        raise FixedMarksError(name=name, marks=base.marks)
    # Another total takes another time, unless that is given too.
    time = minutes or (base.minutes if marks in (0, base.marks) else 0)
    return replace(base, marks=marks or base.marks, versions=versions or base.versions, minutes=time, quotas=(*base.quotas, *quotas))


def limited(
    blueprint: Blueprint,
    *,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    tolerance: float | None = None,
) -> Blueprint:
    """Return a blueprint with what a command line says besides: further questions in and out, other kinds, another tolerance."""
    options = (
        *((f"include {name}", Span(path="--include")) for name in include),
        *((f"exclude {name}", Span(path="--exclude")) for name in exclude),
    )
    return replace(
        blueprint,
        include=blueprint.include | set(include),
        exclude=blueprint.exclude | set(exclude),
        kinds=kinds or blueprint.kinds,
        tolerance=blueprint.tolerance if tolerance is None else tolerance,
        places=(*blueprint.places, *options),
    )


def quotas_from(texts: tuple[str, ...]) -> tuple[Quota, ...]:
    """Read quotas from a command line. Raises `UnreadableQuotaError` for a text that is none."""
    if not texts:
        return ()
    from packbuilder.readers.quotas import BadQuotaError, quota_of

    try:
        return tuple(quota_of(text, Span(path="--quota")) for text in texts)
    except BadQuotaError as problem:
        raise UnreadableQuotaError(problem) from problem


def _folders(workplace: Workplace) -> tuple[Path, ...]:
    return (workplace.root / "blueprints", PACKAGE / "blueprints")
