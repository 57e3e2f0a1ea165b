"""Versions: the units of every form of a paper, each to the blueprint, as different from each other as was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf

from packbuilder.assemble.drawing import Had, draw, specified
from packbuilder.assemble.infeasible import ConflictError, ExhaustedError, InclusionError, InfeasibleBlueprintError, UnreachableMarksError
from packbuilder.assemble.pool import Pool, pool_of
from packbuilder.assemble.rules import Row, Rule
from packbuilder.assemble.together import clash_of_versions, hardness, most_versions, together
from packbuilder.assemble.units import Unit
from packbuilder.assemble.wishes import Wish
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.seeding import Seed
from packbuilder.values import replace

Drawn = tuple[Unit, ...]

_NEAR = 0.25
"""Versions lie so near to the first in mean difficulty (of 1 to 5), wherever that is possible."""

_CANNOT = (ConflictError, InfeasibleBlueprintError, UnreachableMarksError, InclusionError)


def draw_all(bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> tuple[Drawn, ...]:
    """Draw the units of a form for each seed.

    Raises what `draw` raises; `ExhaustedError` where only questions that were used before could meet the blueprint.
    """
    try:
        return _drawn(bank, blueprint, seeds)
    except _CANNOT:
        again = replace(blueprint, repeat=True)
        if blueprint.used and not blueprint.repeat and _possible(bank, again, seeds):
            left = sum(_unused(bank, blueprint).values())
            raise ExhaustedError(used=len(blueprint.used), left=left, marks=blueprint.marks) from None
        raise


def _unused(bank: ItemBank, blueprint: Blueprint) -> dict[str, int]:
    """Return how many questions each unit has that earlier papers did not hold, by its key; one for several sections is one."""
    return {unit.key: len(unit.items) for unit in pool_of(bank, replace(blueprint, include=frozenset())).units}


def _possible(bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> bool:
    try:
        return bool(_drawn(bank, blueprint, seeds))
    except _CANNOT:
        return False


def _drawn(bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> tuple[Drawn, ...]:
    """Draw the forms one after the other, where they do not go so all at once, and where versions may share questions, as few as will do."""
    pool = pool_of(bank, blueprint)
    first = draw(pool, bank, blueprint, seeds[0], Had(papers=blueprint.used))
    if len(seeds) == 1 or blueprint.overlap == SAME:
        return (first,) * len(seeds)
    strict = replace(blueprint, overlap=0 if blueprint.overlap is None else blueprint.overlap)
    forms = _in_turn(pool, bank, strict, seeds, first)
    if len(forms) == len(seeds):
        return forms
    jointly = together(pool, strict, seeds)
    if jointly is not None:
        return jointly
    if blueprint.overlap is None:
        forms = _in_turn(pool, bank, blueprint, seeds, first)
        if len(forms) == len(seeds):
            return forms
    clash = clash_of_versions(pool, blueprint, _how_many(pool, blueprint, seeds, len(forms)))
    raise ConflictError(wishes=clash.wishes)


def _how_many(pool: Pool, blueprint: Blueprint, seeds: Sequence[Seed], drawn: int) -> int:
    """Return how many versions there are at most, of which `drawn` were found one after the other."""
    bound = most_versions(pool, blueprint) if blueprint.overlap == 0 else len(seeds) - 1
    return next((count for count in range(min(bound, len(seeds) - 1), drawn, -1) if together(pool, blueprint, seeds[:count])), drawn)


def _in_turn(pool: Pool, bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed], first: Drawn) -> tuple[Drawn, ...]:
    """Return the first form and one after the other, as far as there are any; what earlier forms and papers hold is taken last."""
    forms, times = [first], Counter(unit.key for unit in first)
    for seed in seeds[1:]:
        apart = tuple(_apart(pool, forms, blueprint))
        following = _following(pool, bank, blueprint, seed, Had(papers=blueprint.used, forms=times), apart, first)
        if following is None:
            break
        forms.append(following)
        times.update(unit.key for unit in following)
    return tuple(forms)


def _following(
    pool: Pool, bank: ItemBank, blueprint: Blueprint, seed: Seed, had: Had, apart: tuple[Wish, ...], first: Drawn
) -> Drawn | None:
    """Return a further form, as hard as the first within the tolerance (where none is stated: if there is one); None: there is none."""
    wishes = (*apart, _near(pool, first, blueprint))
    if not blueprint.specified:
        # The quick search finds most; what is not near is drawn anew, with all topics that it had.
        plain = _plain(pool, bank, blueprint, seed, had)
        if plain is not None and all(_holds(wish.row, plain, pool) for wish in wishes):
            return plain
        near = specified(pool, blueprint, seed, had, (*wishes, *_speaking(pool, plain or ())))
        if near is not None:
            return near
        if blueprint.tolerance is None and plain is not None and all(_holds(wish.row, plain, pool) for wish in apart):
            return plain
    found = specified(pool, blueprint, seed, had, wishes)
    return specified(pool, blueprint, seed, had, apart) if found is None and blueprint.tolerance is None else found


def _speaking(pool: Pool, form: Drawn) -> Iterator[Wish]:
    """Yield the wish for a question of each topic that a form has."""
    for topic in dict.fromkeys(unit.topic for unit in form):
        amounts = {index: len(unit.items) for index, unit in enumerate(pool.units) if unit.topic == topic}
        yield Wish(words=f"topic {topic}", row=Row(low=1, high=inf, amounts=amounts), unit="questions")


def _plain(pool: Pool, bank: ItemBank, blueprint: Blueprint, seed: Seed, had: Had) -> Drawn | None:
    try:
        return draw(pool, bank, blueprint, seed, had)
    except _CANNOT:
        return None


def _holds(rule: Rule, form: Drawn, pool: Pool) -> bool:
    """Whether a form meets a row over the pool's units."""
    keys = {unit.key for unit in form}
    total = sum(amount for index, amount in rule.amounts.items() if pool.units[index].key in keys) if isinstance(rule, Row) else 0
    return isinstance(rule, Row) and rule.low <= total <= rule.high


def _apart(pool: Pool, drawn: Sequence[Drawn], blueprint: Blueprint) -> Iterator[Wish]:
    """Yield the wish to share no more questions with each earlier form than the blueprint allows."""
    if blueprint.overlap is None or blueprint.overlap == SAME:
        return
    for number, form in enumerate(drawn, 1):
        taken = {unit.key for unit in form}
        shared = {index: len(unit.items) for index, unit in enumerate(pool.units) if unit.key in taken}
        words = f"at most {blueprint.overlap} questions in common with version {number}"
        yield Wish(words=words, row=Row(low=0, high=blueprint.overlap, amounts=shared), unit="questions")


def _near(pool: Pool, first: Drawn, blueprint: Blueprint) -> Wish:
    """Return the wish for a mean difficulty near that of the first form."""
    mean = sum(item.difficulty * item.marks for unit in first for item in unit.items)
    near = _NEAR if blueprint.tolerance is None else blueprint.tolerance
    slack = near * blueprint.printed
    words = f"mean difficulty within {near:g} of version A"
    row = Row(low=mean - slack, high=mean + slack, amounts=hardness(pool.units))
    return Wish(words=words, row=row, unit="", divisor=blueprint.printed)
