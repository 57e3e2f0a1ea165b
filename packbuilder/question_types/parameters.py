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
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, Span, error, warning, worst
from packbuilder.fields import Fields
from packbuilder.markup import flat, rich
from packbuilder.model.item import Item, Stimulus, Trial
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence
from packbuilder.model.raw_item import Value as Field
from packbuilder.question_types.arithmetic import Value
from packbuilder.question_types.expressions import ExpressionError, evaluated, shown
from packbuilder.question_types.filling import SLOT, filled
from packbuilder.question_types.option_numbers import equal_numbers
from packbuilder.question_types.parameter_values import read_computed, read_values
from packbuilder.seeding import Seed
from packbuilder.values import dataclass

Build = Callable[[RawItem, Stimulus | None], tuple[Item | None, Diagnostics]]

_OWN = ("parameters", "computed", "where")
_TRIES = 1000


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
        return self.tried(seed).item

    def tried(self, seed: Seed) -> Trial:
        """Try the seed's numbers one after the other, until some meet the conditions and give a question."""
        unmet, refused, reasons = 0, 0, Counter[str]()
        problems: Diagnostics = ()
        for attempt in range(_TRIES):
            own = seed.child("try", attempt)
            names: dict[str, Value] = {name: values[own.below(name, len(values))] for name, values in self.values}
            item, met, problems = self._built(names)
            if item is not None:
                return Trial(item=replace(item, variants=self), problems=problems, unmet=unmet, refused=refused, reasons=reasons)
            unmet, refused = unmet + (not met), refused + met
            reasons.update({problem.message for problem in problems if problem.severity is Severity.ERROR})
        return Trial(item=None, problems=problems, unmet=unmet, refused=refused, reasons=reasons)

    def _built(self, names: dict[str, Value]) -> tuple[Item | None, bool, Diagnostics]:
        """Return the item with these numbers, or None; whether they meet the conditions; and what is wrong with what they give."""
        try:
            if not self._meets(names):
                return None, False, ()
            fields = filled(self.raw.fields, names, self.raw.language)
        except ExpressionError as failure:
            return None, True, (error("B273", str(failure), failure.span or self.raw.span),)
        item, problems = self.build(replace(self.raw, fields=fields), self.stimulus)
        problems = (*problems, *_alike(self.raw.fields, fields))
        return (None if worst(problems) is Severity.ERROR else item), True, problems

    def _meets(self, names: dict[str, Value]) -> bool:
        """Add the computed values to the drawn ones, and tell whether all conditions hold."""
        for name, expression, _ in self.computed:
            names[name] = evaluated(expression, names)
        return all(evaluated(condition, names) for condition, _ in self.where)


def parameterised(raw: RawItem) -> bool:
    """Whether an item has parameters."""
    return "parameters" in raw.fields.values


def build_parameterised(raw: RawItem, stimulus: Stimulus | None, build: Build) -> tuple[Item | None, Diagnostics]:
    """Build an item from its first draw, ready to be drawn again. Mistakes in its parameters have their places."""
    fields = Fields(_only(raw.fields, _OWN), what="the item", code="B2")
    problems: list[Diagnostic] = []
    values = tuple(read_values(fields, problems))
    computed = tuple(read_computed(fields, problems))
    where = fields.texts("where")
    bare = replace(raw, fields=_without(raw.fields, _OWN))
    found = Parameters(raw=bare, stimulus=stimulus, build=build, values=values, computed=computed, where=where)
    problems.extend(fields.finish())
    if not problems:
        problems.extend(_uncomputable(found))
    if problems:
        return None, tuple(problems)
    unused = tuple(_unused(found, fields))
    trial = found.tried(Seed(0))
    if trial.item is None and not trial.refused:
        place = fields.place("where")
        return None, (error("B272", f"no values meet the conditions in {_TRIES} tries", place, "Loosen `where`, or widen the parameters."),)
    if trial.item is None and worst(trial.problems) is not Severity.ERROR:
        often, times = max(trial.reasons.items(), key=lambda each: each[1])
        return None, (error("B272", f"no values give a question in {_TRIES} tries; {times} times: {often}", raw.span),)
    return trial.item, (*trial.problems, *unused)


def _unused(parameters: Parameters, fields: Fields) -> Iterator[Diagnostic]:
    """Yield a warning for each parameter that nothing is made of: no text, no computed value, no condition."""
    slots = (slot["expression"] for scalar in scalars_of(parameters.raw.fields) for slot in SLOT.finditer(scalar.text))
    used = set[str]().union(*map(_names, (*slots, *(each for _, each, _ in parameters.computed), *(each for each, _ in parameters.where))))
    drawn = fields.mapping("parameters")
    for name, _ in parameters.values:
        if name not in used and drawn is not None:
            yield warning(
                "B277", f"the value {name!r} is drawn and stands nowhere", drawn.keys[name], f"Put it in, `{{@ {name} @}}`, or take it out."
            )


def _alike(written: MappingValue, filled: MappingValue) -> Iterator[Diagnostic]:
    """Yield an error for each option that is the same number as another: `2.0` beside `2.00`.

    Options of one expression in two styles are meant so: how many figures there are is then what is asked.
    """
    before: list[tuple[str, str]] = []
    for template, scalar in zip(_option_texts(written), _option_texts(filled), strict=True):
        expression = SLOT.sub(lambda slot: slot["expression"], template.text)
        for other, text in before:
            if other != expression and text != scalar.text and equal_numbers(flat(rich(text)), flat(rich(scalar.text))):
                yield error("B233", f"the options {text!r} and {scalar.text!r} are the same number", scalar.span)
        before.append((expression, scalar.text))


def _option_texts(fields: MappingValue) -> tuple[Scalar, ...]:
    options = fields.values.get("options")
    entries = options.values if isinstance(options, Sequence) else ()
    texts = (entry.values.get("text") for entry in entries if isinstance(entry, MappingValue))
    return tuple(text for text in texts if isinstance(text, Scalar))


def _uncomputable(parameters: Parameters) -> Iterator[Diagnostic]:
    """Yield an error for each expression that has no value for any of some draws: a slip, and not an unlucky number.

    What is computed from a slip is not told as well.
    """
    draws = [{name: values[Seed(number).below(name, len(values))] for name, values in parameters.values} for number in range(_SAMPLES)]
    slips: set[str] = set()
    for name, expression, span in parameters.computed:
        problem = _slip(expression, span, draws, slips, name)
        slips.update({name} if problem or slips & _names(expression) else ())
        yield from problem
    for condition, span in parameters.where:
        yield from _slip(condition, span, draws, slips)
    for scalar in scalars_of(parameters.raw.fields):
        for slot in SLOT.finditer(scalar.text):
            yield from _slip(slot["expression"], scalar.span, draws, slips, style=slot["style"] or "", put_in=True)
        if "{@" in SLOT.sub("", scalar.text):
            yield error("B274", "a `{@` has no `@}` after it", scalar.span)


_SAMPLES = 20
_HINT = "Use the item's parameters and computed values, + - * / ** and functions such as sqrt and round."


def _names(expression: str) -> set[str]:
    return set(re.findall(r"[a-z][a-z0-9_]*", expression))


def _slip(
    expression: str, span: Span, draws: list[dict[str, Value]], slips: set[str], name: str = "", *, style: str = "", put_in: bool = False
) -> tuple[Diagnostic, ...]:
    """Return the error of an expression that no draw can compute, or print; give the draws its values under `name`."""
    if slips & _names(expression):
        return ()
    failures: list[ExpressionError] = []
    for draw in draws:
        try:
            value = evaluated(expression, draw)
            if put_in:
                shown(value, style)
        except ExpressionError as problem:
            failures.append(problem)
            continue
        if name:
            draw[name] = value
    return (error("B273", str(failures[-1]), span, _HINT),) if len(failures) == len(draws) else ()


def scalars_of(value: Field) -> Iterator[Scalar]:
    """Yield the values below a field that are neither lists nor mappings."""
    if isinstance(value, Scalar):
        yield value
        return
    for each in value.values.values() if isinstance(value, MappingValue) else value.values:
        yield from scalars_of(each)


def _only(mapping: MappingValue, names: tuple[str, ...]) -> MappingValue:
    return replace(mapping, values={name: value for name, value in mapping.values.items() if name in names})


def _without(mapping: MappingValue, names: tuple[str, ...]) -> MappingValue:
    return replace(mapping, values={name: value for name, value in mapping.values.items() if name not in names})
