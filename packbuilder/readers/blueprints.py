"""A blueprint file to a `Blueprint`, with every mistake at its line and column."""

from __future__ import annotations

import re

from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.fields import Fields
from packbuilder.markup import in_characters
from packbuilder.model.blueprint import Blueprint, SectionSpec
from packbuilder.model.quota import Quota
from packbuilder.model.raw_item import MappingValue, Scalar
from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.question_types.registry import kinds
from packbuilder.readers.located_yaml import read_yaml
from packbuilder.readers.quotas import BadQuotaError, read_quota

_MOST_SECTIONS = 26
_MOST_CHOICE = 20


def read_blueprint(data: bytes, path: str) -> tuple[Blueprint | None, Diagnostics]:
    """Read a blueprint; None where the file is no YAML mapping at all."""
    mapping, found = read_yaml(data, path)
    if mapping is None:
        return None, found
    fields = Fields(mapping, what="the blueprint", code="F1")
    fields.text("about")
    quotas, problems = quotas_of(fields.mapping("quotas"))
    sections, more = _sections(fields)
    total = sum(section.marks for section in sections)
    marks = fields.integer("marks", total or 40, low=1, high=300, required=not sections)
    if sections and marks != total:
        fields.fail(
            11,
            f"the sections have {total} marks, the paper {marks}",
            fields.place("marks"),
            f"Write `marks: {total}`, or change a section.",
        )
    blueprint = Blueprint(
        marks=marks,
        minutes=fields.integer("minutes", 0, low=1, high=600),
        versions=fields.integer("versions", 1, low=1, high=MOST_VERSIONS),
        kinds=_kinds(fields),
        include=frozenset(name for name, _ in fields.texts("include")),
        exclude=frozenset(name for name, _ in fields.texts("exclude")),
        quotas=quotas,
        tolerance=fields.number("tolerance", low=0, high=4) if fields.has("tolerance") else None,
        sections=sections,
        places=tuple((f"{what} {name}", span) for what in ("include", "exclude") for name, span in fields.texts(what)),
    )
    for name, span in fields.texts("include"):
        if name in blueprint.exclude:
            fields.fail(10, f"{name!r} is to be on the paper and not to be on it", span, "Take it out of `include` or of `exclude`.")
    return blueprint, (*found, *fields.finish(), *problems, *more)


def _sections(fields: Fields) -> tuple[tuple[SectionSpec, ...], Diagnostics]:
    sections: list[SectionSpec] = []
    found: list[Diagnostic] = []
    for entry in fields.mappings("sections"):
        own = Fields(entry, what="a section", code="F2")
        quotas, problems = quotas_of(own.mapping("quotas"))
        marks = own.integer("marks", 1, low=1, high=300, required=True)
        choose, of = _choice(own, marks)
        sections.append(
            SectionSpec(
                marks=marks,
                choose=choose,
                of=of,
                title=in_characters(own.text("title")),
                instruction=own.text("instruction"),
                kinds=_kinds(own),
                quotas=quotas,
            )
        )
        found.extend((*own.finish(), *problems))
    if len(sections) > _MOST_SECTIONS:
        fields.fail(12, f"there are {len(sections)} sections; a paper has {_MOST_SECTIONS} at most", fields.place("sections"))
    return tuple(sections[:_MOST_SECTIONS]), tuple(found)


def _choice(fields: Fields, marks: int) -> tuple[int, int]:
    """Return how many of how many questions are to be answered, from `choose: 2 of 4`; (0, 0) where all are."""
    text = fields.text("choose")
    found = re.fullmatch(r"(\d+) of (\d+)", text)
    if not text:
        return 0, 0
    if found is None or not 0 < int(found[1]) < int(found[2]) <= _MOST_CHOICE:
        fields.fail(14, f"`choose` is {text!r}: it must say how many of how many", fields.place("choose"), "Write it like `2 of 4`.")
        return 0, 0
    choose, of = int(found[1]), int(found[2])
    if marks % choose:
        hint = f"Write a number of marks that {choose} questions can share."
        fields.fail(15, f"{choose} questions worth the same cannot have {marks} marks", fields.place("marks"), hint)
        return 0, 0
    return choose, of


def _every_kind() -> tuple[str, ...]:
    # Imported here: few blueprints name kinds, and all that makes questions is behind them.

    return tuple(kinds())


def _kinds(fields: Fields) -> tuple[str, ...]:
    known = _every_kind() if fields.has("kinds") else ()
    return fields.names("kinds", known, code=13, absent="there is no kind of question")


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
