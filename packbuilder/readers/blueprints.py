"""A blueprint file to a `Blueprint`, with every mistake at its line and column."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.fields import Fields
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import Quota
from packbuilder.model.raw_item import MappingValue, Scalar
from packbuilder.readers.located_yaml import read_yaml
from packbuilder.readers.quotas import BadQuotaError, read_quota


def read_blueprint(data: bytes, path: str) -> tuple[Blueprint | None, Diagnostics]:
    """Read a blueprint; None where the file is no YAML mapping at all."""
    mapping, found = read_yaml(data, path)
    if mapping is None:
        return None, found
    fields = Fields(mapping, what="the blueprint", code="F1")
    fields.text("about")
    quotas, problems = quotas_of(fields.mapping("quotas"))
    blueprint = Blueprint(
        marks=fields.integer("marks", 40, low=1, high=300, required=True),
        minutes=fields.integer("minutes", 0, low=1, high=600),
        versions=fields.integer("versions", 1, low=1, high=26),
        kinds=tuple(name for name, _ in fields.texts("kinds")),
        include=frozenset(name for name, _ in fields.texts("include")),
        exclude=frozenset(name for name, _ in fields.texts("exclude")),
        quotas=quotas,
    )
    for name, span in fields.texts("include"):
        if name in blueprint.exclude:
            fields.fail(10, f"{name!r} is to be on the paper and not to be on it", span, "Take it out of `include` or of `exclude`.")
    return blueprint, (*found, *fields.finish(), *problems)


def quotas_of(mapping: MappingValue | None) -> tuple[tuple[Quota, ...], Diagnostics]:
    """Read a mapping of quotas: what each is over, and how much of it."""
    quotas: list[Quota] = []
    problems: list[Diagnostic] = []
    for name, value in mapping.values.items() if mapping else ():
        place = mapping.keys[name] if mapping else value.span
        if not isinstance(value, Scalar) or value.value is None:
            problems.append(error("F120", f"the quota {name!r} has no amount", place, "Write it like `objective AO1: 30-50%`."))
            continue
        try:
            quotas.append(read_quota(name, value.text, place))
        except BadQuotaError as problem:
            problems.append(error("F121", f"{problem}", value.span if problem.amount else place, *problem.hints))
    return tuple(quotas), tuple(problems)
