"""Versions for a room, so that neighbours have different ones.

The rule. Desks in rows: version `(stride * row + column) mod V`, with a stride of 1 for two and three versions and of 2 for four and more. With
two it is a checkerboard; with three, desks behind one another, side by side and along one diagonal differ; with four and
more, all eight desks around a desk have other versions than it. No rule does more: four desks in a square are all neighbours of each other, so
that fewer than four versions meet at some corner. What the list fixes stands, and the others give way: the desk with the fewest
versions left to it chooses first (Brélaz, 1979), its version by the rule if it can; then chains of two versions are swapped where that
parts neighbours (Kempe), with four versions those at corners too. A pair side by side counts as much as a hundred at corners. The same holds for rooms whose list names neighbours. Candidates without a desk follow one another in the order of
their numbers. No chance is in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from heapq import heapify, heappop, heappush

from packbuilder.model.candidate import Candidate
from packbuilder.model.seating import Seating, along, desk_of, natural, stride
from packbuilder.values import dataclass

_SIDE = 100
"""What two neighbours with one version cost, beside one another or behind; corner to corner they cost 1."""

_ALL_AROUND = 4
"""With so many versions all eight desks around a desk can have others than it: four desks in a square are all neighbours of each other."""

_PASSES = 4
_SWAPPED = 400
"""Chains are swapped in so many passes, for so many desks in each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """A version for each candidate, in their order, and the pairs of neighbours (their places in it) that share one: beside one another or behind, and at
    `corners` where there are versions enough for these to differ.
    """

    versions: tuple[str, ...]
    clashes: tuple[tuple[int, int], ...] = ()
    corners: tuple[tuple[int, int], ...] = ()


def deal(candidates: Sequence[Candidate], versions: Sequence[str], seating: Seating) -> Dealt:
    """Return the versions of a room's candidates."""
    wanted = _pattern(candidates, len(versions), seating)
    known = {code: at for at, code in enumerate(versions)}
    fixed = {at: known[each.version] for at, each in enumerate(candidates) if each.version in known}
    room = _Room(count=len(candidates), colours=len(versions), fixed=fixed)
    for one, other, cost in _edges(candidates, seating):
        room.join(one, other, cost)
    best = min(range(len(versions)), key=lambda shift: sum((wanted[at] + shift) % len(versions) != colour for at, colour in fixed.items()))
    wanted = [(colour + best) % len(versions) for colour in wanted]
    colours = [fixed.get(at, colour) for at, colour in enumerate(wanted)]
    if len(versions) > 1 and any(room.clashing(colours, corners=room.parts_corners)):
        # Versions by the rule, with what is fixed, are a beginning as good as any: where only corners meet, often the better one.
        ways = [colours, room.coloured(wanted)]
        for way in ways:
            room.repair(way)
        colours = min(ways, key=room.total)
    clashes = tuple(room.clashing(colours))
    beside = frozenset(clashes)
    around = room.clashing(colours, corners=True) if room.parts_corners else ()
    corners = tuple(pair for pair in around if pair not in beside)
    return Dealt(versions=tuple(versions[colour] for colour in colours), clashes=clashes, corners=corners)


def _pattern(candidates: Sequence[Candidate], versions: int, seating: Seating) -> list[int]:
    """Return each candidate's version by the rule, from 0."""
    step, loose, wanted = stride(versions), 0, []
    for each in candidates:
        place = seating.places.get(each.seat)
        if place is None:
            wanted.append(loose % versions)
            loose += 1
        else:
            wanted.append((step * place[0] + place[1]) % versions)
    return wanted


def _edges(candidates: Sequence[Candidate], seating: Seating) -> Iterator[tuple[int, int, int]]:
    """Yield who is a neighbour of whom, and what it costs if they share a version."""
    named = {at for at, each in enumerate(candidates) if each.neighbours}
    seats = {desk_of(each.seat, each.room): at for at, each in enumerate(candidates) if each.seat}
    pairs = {
        tuple(sorted((at, other)))
        for at in named
        for seat in candidates[at].neighbours
        if (other := seats.get(desk_of(seat, candidates[at].room), at)) != at
    }
    yield from ((one, other, _SIDE) for one, other in sorted(pairs))
    # Whoever names neighbours, or is named, has those and no others.
    graph = named | {at for pair in pairs for at in pair}
    desks = {seating.places[each.seat]: at for at, each in enumerate(candidates) if each.seat in seating.places and at not in graph}
    for (row, column), at in sorted(desks.items()):
        for down, right, cost in ((0, 1, _SIDE), (1, 0, _SIDE), (1, 1, 1), (1, -1, 1)):
            if (row + down, column + right) in desks:
                yield at, desks[row + down, column + right], cost
    loose = [at for at, each in enumerate(candidates) if each.seat not in seating.places and at not in graph]
    yield from ((one, other, _SIDE) for one, other in zip(loose, loose[1:], strict=False))


@dataclass(slots=True, kw_only=True)
class _Room:
    """A graph to be coloured: `near` are each desk's neighbours with their costs; `fixed` colours stay."""

    count: int
    colours: int
    fixed: Mapping[int, int]
    near: dict[int, dict[int, int]] = field(default_factory=dict)

    def join(self, one: int, other: int, cost: int) -> None:
        """Make two desks neighbours."""
        self.near.setdefault(one, {})[other] = cost
        self.near.setdefault(other, {})[one] = cost

    @property
    def parts_corners(self) -> bool:
        """Whether there are versions enough for desks at the corners to differ too."""
        return self.colours >= _ALL_AROUND

    def clashing(self, colours: Sequence[int], *, corners: bool = False) -> Iterator[tuple[int, int]]:
        """Yield the neighbours that share a colour; those at the corners where they count."""
        for one, others in sorted(self.near.items()):
            for other, cost in sorted(others.items()):
                if one < other and (corners or cost == _SIDE) and colours[one] == colours[other]:
                    yield one, other

    def total(self, colours: Sequence[int]) -> int:
        """Return what all neighbours that share a colour cost."""
        return sum(self.near[one][other] for one, other in self.clashing(colours, corners=True))

    def cost(self, at: int, colour: int, colours: Sequence[int]) -> int:
        """Return what a colour costs a desk; neighbours without a colour (-1) cost nothing."""
        return sum(cost for other, cost in self.near.get(at, {}).items() if colours[other] == colour)

    def coloured(self, wanted: Sequence[int]) -> list[int]:
        """Return colours: the desk with the most colours around it first, the one that is wanted where it costs no more than others."""
        colours = [self.fixed.get(at, -1) for at in range(self.count)]
        around: list[set[int]] = [set() for _ in range(self.count)]
        for at, colour in self.fixed.items():
            for other, cost in self.near.get(at, {}).items():
                around[other] |= {colour} if cost == _SIDE else set()
        heap = [(-len(around[at]), -len(self.near.get(at, {})), at) for at in range(self.count) if at not in self.fixed]
        heapify(heap)
        while heap:
            seen, _, at = heappop(heap)
            if colours[at] >= 0 or -seen != len(around[at]):
                continue
            colours[at] = min(range(self.colours), key=lambda colour: (self.cost(at, colour, colours), colour != wanted[at], colour))
            for other, cost in self.near.get(at, {}).items():
                if cost == _SIDE and colours[other] < 0 and colours[at] not in around[other]:
                    around[other].add(colours[at])
                    heappush(heap, (-len(around[other]), -len(self.near[other]), other))
        return colours

    def repair(self, colours: list[int]) -> None:
        """Part neighbours that share a colour by swapping two colours along a chain, where that costs less in all."""
        for _ in range(_PASSES):
            pairs = sorted(self.clashing(colours, corners=self.parts_corners), key=lambda pair: -self.near[pair[0]][pair[1]])
            clashing = dict.fromkeys(at for pair in pairs for at in pair if at not in self.fixed)
            swaps = [self._swapped(at, colours) for at in list(clashing)[:_SWAPPED]]
            if not any(swaps):
                return

    def _swapped(self, start: int, colours: list[int]) -> bool:
        for colour in range(self.colours):
            pair = (colours[start], colour)
            chain = self._chain(start, pair, colours)
            if pair[0] == pair[1] or chain & self.fixed.keys():
                continue
            before = sum(self.cost(at, colours[at], colours) for at in chain)
            swapped = list(colours)
            for at in chain:
                swapped[at] = pair[1] if colours[at] == pair[0] else pair[0]
            if sum(self.cost(at, swapped[at], swapped) for at in chain) < before:
                colours[:] = swapped
                return True
        return False

    def _chain(self, start: int, pair: tuple[int, int], colours: Sequence[int]) -> set[int]:
        """Return the desks of two colours that hang together with one; two that share a colour do not hang together."""
        chain, waiting = {start}, [start]
        while waiting:
            at = waiting.pop()
            for other, cost in self.near.get(at, {}).items():
                joined = cost == _SIDE or self.parts_corners
                if joined and other not in chain and colours[other] in pair and colours[other] != colours[at]:
                    chain.add(other)
                    waiting.append(other)
        return chain


def in_order(candidates: Sequence[Candidate], seating: Seating, *, by_seat: bool) -> tuple[Candidate, ...]:
    """Return a room's candidates along the desks, row by row from the front, or by their numbers; who has no seat comes last."""
    numbered = sorted(candidates, key=lambda each: (natural(each.number), each.number))
    return tuple(sorted(numbered, key=lambda each: along(each.seat, seating))) if by_seat else tuple(numbered)
