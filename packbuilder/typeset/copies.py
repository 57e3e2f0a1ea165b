"""Copies of one document in one file: how their objects are numbered and written, so that a further copy costs a few bytes.

Every copy has a structure tree of its own, which differs from that of the copy before in the numbers of its objects alone. Each copy's objects
have a block of numbers: a number of the next copy is greater by the same round stride, so that the same figures change in all of them. In object streams
a copy is a row, and all rows are as long: `deflating` makes the same bytes of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from packbuilder.patterns import regex
from packbuilder.typeset.deflating import FARTHEST
from packbuilder.values import dataclass

HIGHEST: Final = 8_388_607
"""The highest number of an object that readers are asked to take (ISO 32000-1, annex C)."""

_A_ROW: Final = 512
"""The most objects of a copy in one object stream: what the first copy says is deflated as one text."""

_A_STREAM: Final = 0xFFFF
"""The most objects of an object stream: an index has two bytes in the cross-reference stream."""

_SLOT: Final = 10
"""An object takes a multiple of that in a row: the places of the next ones, which an object stream begins with, then end in one and the same figure."""

_FEW: Final = 10_000
"""Numbers of objects that nearly every file has bytes enough for: up to so many, powers of ten are tried."""

_WHOLE_NUMBER: Final = regex(rb"(\((?:\\.|[^\\()])*\)|<[0-9A-F]+>|(?<![\w.#-])\d+(?![\w.]))")
"""A whole number, and what may hold one that is none: strings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The numbers of copies' objects: the first block begins at `first`, each of the others `stride` after the one before.

    `kinds` tell for each copy which document it is of.
    """

    first: int
    stride: int
    kinds: tuple[int, ...]

    @classmethod
    def above(cls, used: int, *, stride: int, kinds: Sequence[int]) -> Blocks | None:
        """Return blocks of `stride` numbers above those in use; None where no two copies are alike, or numbers do not suffice."""
        if len(set(kinds)) == len(kinds) or used + stride * (len(kinds) + 2) > HIGHEST:
            return None
        return cls(first=used + 1, stride=stride, kinds=tuple(kinds))

    @property
    def begins(self) -> tuple[int, ...]:
        """The first number of each copy's block: copies that are alike follow one another, wherever they stand in the file."""
        ranks = {at: rank for rank, at in enumerate(sorted(range(len(self.kinds)), key=self.kinds.__getitem__))}
        return tuple(self.first + ranks[at] * self.stride for at in range(len(self.kinds)))

    @property
    def end(self) -> int:
        """The first number after all blocks."""
        return self.first + len(self.kinds) * self.stride


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """An object stream in rows, one a copy: objects' numbers in their order, the rows of its header, and those of the objects.

    Rows are in groups: those in which all documents have a copy, and those in which some have none.
    """

    numbers: tuple[int, ...]
    header: tuple[tuple[bytes, ...], ...]
    objects: tuple[tuple[bytes, ...], ...]

    @property
    def first(self) -> int:
        """Bytes of the header."""
        return sum(len(row) for rows in self.header for row in rows)


def rows_of_twins(blocks: Blocks, bodies: Mapping[int, bytes]) -> Iterator[Rows]:
    """Yield the object streams of what all copies of a document have."""
    alike: dict[int, list[int]] = {}
    for begin, kind in zip(blocks.begins, blocks.kinds, strict=True):
        alike.setdefault(kind, []).append(begin)
    sets = [begins for begins in alike.values() if len(begins) > 1]
    twins = [
        [begin + offset for begin in begins]
        for begins in sets
        for offset in range(blocks.stride)
        if all(begin + offset in bodies for begin in begins)
    ]
    copies = max(map(len, sets))
    # A power of two: then the index of an object in its stream changes from copy to copy as that of all others does.
    many = _A_ROW
    while many > 1 and many * copies > _A_STREAM:
        many //= 2
    for at in range(0, len(twins), many):
        numbers = twins[at : at + many]
        yield from _rows(numbers, [_aligned([bodies[each] for each in copied]) for copied in numbers], copies)


def _aligned(bodies: Sequence[bytes]) -> list[bytes]:
    """Return twins with spaces before the whole numbers that have fewer figures than another's, so that all have as many characters."""
    if len(set(map(len, bodies))) == 1:
        return list(bodies)
    split = [_WHOLE_NUMBER.split(body) for body in bodies]
    if len(set(map(len, split))) > 1:
        return list(bodies)
    widths = [max(map(len, parts)) if all(map(bytes.isdigit, parts)) else 0 for parts in zip(*split, strict=True)]
    return [b"".join(map(bytes.rjust, parts, widths)) for parts in split]


def _rows(twins: Sequence[Sequence[int]], bodies: Sequence[Sequence[bytes]], copies: int) -> Iterator[Rows]:
    """Yield objects, given with their twins, in rows, in two streams or more where a row would be too long.

    A document of which there are fewer copies leaves its places in the last rows empty.
    """
    lengths = [_up(max(map(len, each)) + 1, _SLOT) for each in bodies]
    places = list(accumulate(lengths, initial=0))
    width = _rounded(places[-1])
    if width > FARTHEST and len(twins) > 1:
        half = 1 << (len(twins) - 1).bit_length() - 1
        yield from _rows(twins[:half], bodies[:half], copies)
        yield from _rows(twins[half:], bodies[half:], copies)
        return
    digits = len(str(copies * width))
    wide = len(str(max(each[-1] for each in twins)))
    numbers: list[int] = []
    header, objects = [], []
    for row in range(copies):
        there = [(each[row], place) for each, place in zip(twins, places, strict=False) if row < len(each)]
        numbers += [number for number, _ in there]
        pairs = [b"%*d  %*d  " % (wide, number, digits, row * width + place) for number, place in there]
        header.append(b"".join(pairs).ljust(len(twins) * (wide + digits + 4)))
        said = [(each[row] if row < len(each) else b"").ljust(length) for each, length in zip(bodies, lengths, strict=True)]
        objects.append(b"".join(said).ljust(width))
    full = min(map(len, twins))
    yield Rows(numbers=tuple(numbers), header=_grouped(header, full), objects=_grouped(objects, full))


def _grouped(rows: Sequence[bytes], full: int) -> tuple[tuple[bytes, ...], ...]:
    return (tuple(rows[:full]), tuple(rows[full:]))


def predicted(data: bytes, width: int) -> bytes:
    """Return data as rows of a width, each as what it differs by from the row above (PNG's predictor "up"); `data` is whole rows.

    Of the objects of one object stream each row is then the same, as are those of copies: nothing that takes room.
    """
    # All bytes are subtracted at once, as one number: each is lent a bit that it has not, so that it borrows from no other.
    size = len(data)
    high = int.from_bytes(b"\x80" * size, "big")
    new, old = int.from_bytes(data, "big"), int.from_bytes((bytes(width) + data)[:size], "big")
    less = (((new | high) - (old & ~high)) ^ ((new ^ ~old) & high)).to_bytes(size, "big")
    rows = size // width
    if rows < width:
        return b"".join([b"\x02" + less[at : at + width] for at in range(0, size, width)])
    # Of many short rows a column at a time.
    table = bytearray(b"\x02" * (rows * (width + 1)))
    for at in range(width):
        table[at + 1 :: width + 1] = less[at::width]
    return bytes(table)


def strides(size: int, copies: int) -> tuple[int, ...]:
    """Return strides for copies of so many objects, from the roundest, which gives the fewest bytes, to the closest, which wastes no numbers."""
    tens = 10 ** max(0, len(str(size)) - 2)
    roundest = 10 ** len(str(size - 1))
    found = (roundest,) if roundest * copies <= _FEW else ()
    return tuple(dict.fromkeys((*found, _rounded(size), *(_up(size, each * tens) for each in (10, 5, 1)))))


def _up(number: int, step: int) -> int:
    return -(-number // step) * step


def _rounded(number: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50 ... that is at least a number: its multiples change few figures."""
    power = 1
    while 5 * power < number:
        power *= 10
    return next(each * power for each in (1, 2, 5) if each * power >= number)
