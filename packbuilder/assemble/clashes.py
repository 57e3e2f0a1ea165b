"""Clashes: which units may not stand on one form, as groups of which a form holds one unit at most.

What clashes for one reason clashes in a body: all questions on one marking point are one group, not a pair for every two of
them, so that banks where hundreds ask the same give the solver one row instead of tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from packbuilder.assemble.exposure import exposures, names_given, readings, same_content
from packbuilder.assemble.units import Unit
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class Clashes:
    """Groups of units' indexes, below `count`; a form holds one unit of a group at most. `of` are the groups that each unit is in."""

    count: int
    groups: tuple[tuple[int, ...], ...]
    of: tuple[tuple[int, ...], ...]

    def held(self, chosen: Iterable[int]) -> set[int]:
        """Return the groups that chosen units have taken: what is in one of these may not stand beside them."""
        return {group for index in chosen for group in self.of[index]}

    def pair(self, chosen: Iterable[int]) -> tuple[int, int] | None:
        """Return the first two of the chosen units that clash; None where none do."""
        holder: dict[int, int] = {}
        for index in sorted(chosen):
            for group in self.of[index]:
                if group in holder:
                    return holder[group], index
                holder[group] = index
        return None


def grouped_clashes(count: int, groups: Iterable[Iterable[int]]) -> Clashes:
    """Return the clashes of so many units; groups of one unit say nothing, and equal ones are kept once."""
    kept = tuple(dict.fromkeys(each for each in (tuple(sorted(set(group))) for group in groups) if len(each) > 1))
    of: list[list[int]] = [[] for _ in range(count)]
    for number, group in enumerate(kept):
        for index in group:
            of[index].append(number)
    return Clashes(count, kept, tuple(map(tuple, of)))


def clashes_of(units: Sequence[Unit], *, enemies: bool = True) -> Clashes:
    """Return all that keeps units apart: what they test and expose, the words they print, and (with `enemies`) what is declared."""
    declared = enemy_pairs(units) if enemies else ()
    read = readings(units)
    return grouped_clashes(len(units), (*_by_keys(units), *declared, *exposures(read), *names_given(read), *same_content(read)))


def enemy_pairs(units: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of units that banks declare enemies, each once."""
    by_id = {item.id: index for index, unit in enumerate(units) for item in unit.items}
    pairs = (
        (min(index, by_id[enemy]), max(index, by_id[enemy]))
        for index, unit in enumerate(units)
        for item in unit.items
        for enemy in sorted(item.enemies)
        if enemy in by_id and by_id[enemy] != index
    )
    return tuple(dict.fromkeys(pairs))


def copied(clashes: Clashes, copies: Sequence[Sequence[int]], count: int) -> Clashes:
    """Return the clashes of copies of units, of which one copy stands on a form at most."""
    spread = ((copy for index in group for copy in copies[index]) for group in clashes.groups)
    return grouped_clashes(count, (*spread, *copies))


def _by_keys(units: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Yield all units that test one thing as a group, and with them, one at a time, those that give it away."""
    testers: dict[str, dict[int, None]] = {}
    exposers: dict[str, dict[int, None]] = {}
    for index, unit in enumerate(units):
        for item in unit.items:
            _enter(testers, item.tests, index)
            _enter(exposers, item.exposes, index)
    for key, group in testers.items():
        yield tuple(group)
        for exposer in exposers.get(key, ()):
            # One that asks for what it gives away is in the group already.
            if exposer not in group:
                yield (*group, exposer)


def _enter(table: dict[str, dict[int, None]], keys: Iterable[str], index: int) -> None:
    for key in sorted(keys):
        table.setdefault(key, {})[index] = None


def shifted(clashes: Clashes, starts: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield the groups as they are for forms side by side, whose units begin at the starts."""
    for start in starts:
        for group in clashes.groups:
            yield tuple(start + index for index in group)
