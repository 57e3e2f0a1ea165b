"""Parameterised items: values drawn by the seed from declared ranges, put into the item's texts wherever `{@ ... @}` stands.

    parameters: {volume: 20 to 90 step 5, time: "10, 20, 30"}
    computed: {rate: volume / time}
    where: [volume > time, sf(rate) <= 2]
    stem: "A reaction gives {@ volume @} cm³ of gas in {@ time @} s. Calculate the mean rate."
    answer: "{@ rate|2sf @}"

The item is built anew from its own fields for every draw, so that answer, working and distractors are those of its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, Span, error, worst
from packbuilder.fields import Fields
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence
from packbuilder.model.raw_item import Value as Field
from packbuilder.question_types.expressions import ExpressionError, Value, evaluated, shown
from packbuilder.seeding import Seed

Build = Callable[[RawItem, Stimulus | None], tuple[Item | None, Diagnostics]]

_OWN = ("parameters", "computed", "where")
_SLOT = re.compile(r"\{@\s*(?P<expression>[^@|]+?)\s*(?:\|\s*(?P<style>\w+)\s*)?@\}")
_NUMBER = r"[-−]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s+to\s+({_NUMBER})(?:\s+step\s+(\d+(?:\.\d+)?))?")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TRIES = 1000
_MOST_VALUES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """An item's parameters: the values that each may have, what is computed from them, and what must hold."""

    raw: RawItem
    stimulus: Stimulus | None
    build: Build
    values: tuple[tuple[str, tuple[Value, ...]], ...]
    computed: tuple[tuple[str, str, Span], ...] = ()
    where: tuple[tuple[str, Span], ...] = ()

    @property
    def combinations(self) -> int:
        """How many choices of values there are, those that the conditions exclude among them."""
        count = 1
        for _, values in self.values:
            count *= len(values)
        return count

    def drawn(self, seed: Seed) -> Item | None:
        """Return the item with the seed's numbers; None where 1,000 tries give none that meet the conditions."""
        item, _ = self.tried(seed)
        return item

    def tried(self, seed: Seed) -> tuple[Item | None, Diagnostics]:
        """Return the item with the seed's numbers, or None with what was wrong with the last try."""
        problems: Diagnostics = ()
        for attempt in range(_TRIES):
            own = seed.child("try", attempt)
            names: dict[str, Value] = {name: values[own.below(name, len(values))] for name, values in self.values}
            try:
                if not self._meets(names):
                    continue
                fields = _filled(self.raw.fields, names)
            except ExpressionError as failure:
                problems = (error("B273", str(failure), self.raw.span),)
                continue
            item, problems = self.build(replace(self.raw, fields=fields), self.stimulus)
            if item is not None and worst(problems) is not Severity.ERROR:
                return replace(item, variants=self), problems
        return None, problems

    def _meets(self, names: dict[str, Value]) -> bool:
        """Add the computed values to the drawn ones, and tell whether all conditions hold."""
        for name, expression, _ in self.computed:
            names[name] = evaluated(expression, names)
        return all(evaluated(condition, names) for condition, _ in self.where)


def parameterised(raw: RawItem) -> bool:
    """Tell whether an item has parameters."""
    return "parameters" in raw.fields.values


def build_parameterised(raw: RawItem, stimulus: Stimulus | None, build: Build) -> tuple[Item | None, Diagnostics]:
    """Build an item from its first draw, ready to be drawn again. Mistakes in its parameters have their places."""
    fields = Fields(_only(raw.fields, _OWN), what="the item", code="B2")
    problems: list[Diagnostic] = []
    values = tuple(_values(fields, problems))
    computed = tuple(_computed(fields, problems))
    where = fields.texts("where")
    bare = replace(raw, fields=_without(raw.fields, _OWN))
    found = Parameters(raw=bare, stimulus=stimulus, build=build, values=values, computed=computed, where=where)
    problems.extend(fields.finish())
    if not problems:
        problems.extend(_uncomputable(found))
    if problems:
        return None, tuple(problems)
    item, more = found.tried(Seed(0))
    if item is None and not any(d.severity is Severity.ERROR for d in more):
        place = fields.place("where")
        return None, (error("B272", f"no values meet the conditions in {_TRIES} tries", place, "Loosen `where`, or widen the parameters."),)
    return item, more


def _values(fields: Fields, problems: list[Diagnostic]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    mapping = fields.mapping("parameters")
    for name, value in mapping.values.items() if mapping else ():
        place = mapping.keys[name] if mapping else value.span
        if not _NAME.fullmatch(name):
            problems.append(error("B270", f"{name!r} cannot name a value: use small letters, figures and underscores", place))
            continue
        listed = _listed(value)
        if not listed:
            hint = "Write it like `20 to 90 step 5`, or list the values: `2, 3, 5`."
            problems.append(error("B271", f"the values of {name!r} cannot be read", value.span, hint))
            continue
        yield name, listed


def _listed(value: Field) -> tuple[Value, ...]:
    """Return the values of a range (`20 to 90 step 5`) or a list; none of what is neither."""
    if isinstance(value, Sequence):
        return tuple(_scalar(each.text) for each in value.values if isinstance(each, Scalar))
    if not isinstance(value, Scalar):
        return ()
    found = _RANGE.fullmatch(value.text.strip())
    if found is None:
        return tuple(_scalar(part.strip()) for part in value.text.split(",") if part.strip())
    low, high = (Decimal(text.replace("−", "-")) for text in found.groups()[:2])
    step = Decimal(found[3] or 1)
    if step <= 0 or high < low or (high - low) / step > _MOST_VALUES:
        return ()
    count = int((high - low) / step) + 1
    return tuple(_scalar(str(low + number * step)) for number in range(count))


def _scalar(text: str) -> Value:
    plain = text.replace("−", "-")
    if re.fullmatch(r"-?\d+", plain):
        return int(plain)
    return float(plain) if re.fullmatch(r"-?\d+\.\d+", plain) else text


def _computed(fields: Fields, problems: list[Diagnostic]) -> Iterator[tuple[str, str, Span]]:
    mapping = fields.mapping("computed")
    for name, value in mapping.values.items() if mapping else ():
        if isinstance(value, Scalar) and _NAME.fullmatch(name):
            yield name, value.text, value.span
        else:
            problems.append(error("B270", f"{name!r} cannot be computed: it needs a small name and one expression", value.span))


def _uncomputable(parameters: Parameters) -> Iterator[Diagnostic]:
    """Yield an error for each expression that has no value for any of some draws: a slip, and not an unlucky number."""
    draws = [{name: values[Seed(number).below(name, len(values))] for name, values in parameters.values} for number in range(_SAMPLES)]
    for name, expression, span in parameters.computed:
        yield from _computable(expression, span, draws, name)
    for condition, span in parameters.where:
        yield from _computable(condition, span, draws)
    for scalar in _scalars(parameters.raw.fields):
        for slot in _SLOT.finditer(scalar.text):
            yield from _computable(slot["expression"], scalar.span, draws)
        if "{@" in _SLOT.sub("", scalar.text):
            yield error("B274", "a `{@` has no `@}` after it", scalar.span)


_SAMPLES = 20


def _computable(expression: str, span: Span, draws: list[dict[str, Value]], name: str = "") -> Iterator[Diagnostic]:
    failure: ExpressionError | None = None
    some = False
    for draw in draws:
        try:
            value = evaluated(expression, draw)
        except ExpressionError as problem:
            failure = problem
            continue
        some = True
        if name:
            draw[name] = value
    if not some and failure is not None:
        yield error(
            "B273", str(failure), span, "Use the item's parameters and computed values, + - * / ** and functions such as sqrt and round."
        )


def _filled(value: MappingValue, names: Mapping[str, Value]) -> MappingValue:
    return replace(value, values={name: _with_values(each, names) for name, each in value.values.items()})


def _with_values(value: Field, names: Mapping[str, Value]) -> Field:
    """Return a field with the values in their slots; a field that is one slot and nothing else keeps its number as a number."""
    if isinstance(value, MappingValue):
        return _filled(value, names)
    if isinstance(value, Sequence):
        return replace(value, values=tuple(_with_values(each, names) for each in value.values))
    if not isinstance(value.value, str) or "{@" not in value.text:
        return value
    text = _SLOT.sub(lambda slot: shown(_slot(slot["expression"], tuple(names.items())), slot["style"] or ""), value.text)
    whole = _SLOT.fullmatch(value.text.strip()) is not None
    return Scalar(value=_scalar(text) if whole else text, text=text, span=value.span)


@lru_cache(maxsize=4096)
def _slot(expression: str, names: tuple[tuple[str, Value], ...]) -> Value:
    return evaluated(expression, dict(names))


def _scalars(value: Field) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
        return
    for each in value.values.values() if isinstance(value, MappingValue) else value.values:
        yield from _scalars(each)


def _only(mapping: MappingValue, names: tuple[str, ...]) -> MappingValue:
    return replace(mapping, values={name: value for name, value in mapping.values.items() if name in names})


def _without(mapping: MappingValue, names: tuple[str, ...]) -> MappingValue:
    return replace(mapping, values={name: value for name, value in mapping.values.items() if name not in names})
