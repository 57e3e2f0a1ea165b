"""Copies of one document in one file: how their objects are numbered and written, so that a further copy costs a few bytes.

Every copy has a structure tree of its own, which differs from that of the copy before in the numbers of its objects alone. Each copy's objects
have a block of numbers: a number of the next copy is greater by the same round stride, so that the same figures change in all of them. In object streams a copy is a row, and all rows are as long; PNG's predictor "up" (ISO 32000-1, 7.4.4.4) leaves of a row
what changed, which is the same from row to row.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from packbuilder.patterns import regex
from packbuilder.values import dataclass

HIGHEST: Final = 8_388_607
"""The highest number of an object that readers are asked to take (ISO 32000-1, annex C)."""

_A_ROW: Final = 512
"""The most objects of a copy in one object stream: what the first copy says is deflated as one text."""

_A_STREAM: Final = 0xFFFF
"""The most objects of an object stream: an index has two bytes in the cross-reference stream."""

_SLOT: Final = 16
"""An object's place in a row is a multiple of that, as is a number's in the header: what changes stands where it stood in the object before."""


_FEW: Final = 10_000
"""Numbers of objects that nearly every file has bytes enough for: up to so many, powers of ten are tried."""

_WHOLE_NUMBER: Final = regex(rb"\((?:\\.|[^\\()])*\)|<[0-9A-F]+>|(?<![\w.#-])\d+(?![\w.])")
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
    """An object stream in rows of one width, one a copy: objects' numbers in their order, the data, and how much of it is the header."""

    width: int
    numbers: tuple[int, ...]
    header: int
    data: bytes

    def predicted(self) -> list[bytes]:
        """Return the rows as they are deflated. The header's first and the objects' first are like nothing above them."""
        return predicted(self.data, self.width, plain=(0, self.header // self.width))


def rows_of_twins(blocks: Blocks, bodies: Mapping[int, bytes]) -> Iterator[Rows]:
    """Yield the object streams of what all copies of a document have."""
    digits = len(str(blocks.end))
    if len(str(blocks.first)) < digits:
        bodies = {number: _widened(body, digits) if number >= blocks.first else body for number, body in bodies.items()}
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
        yield _rows(twins[at : at + many], copies, bodies)


def _widened(body: bytes, digits: int) -> bytes:
    """Return an object with spaces before its whole numbers, so that they have as many characters; strings stay as they are."""
    return _WHOLE_NUMBER.sub(lambda found: found[0] if found[0][0] in b"(<" else found[0].rjust(digits), body)


def _rows(twins: Sequence[Sequence[int]], copies: int, bodies: Mapping[int, bytes]) -> Rows:
    """Return objects, given with their twins, in rows; a document of which there are fewer copies leaves its places in the last rows empty."""
    lengths = [_slotted(max(len(bodies[number]) for number in each) + 1) for each in twins]
    places = list(accumulate(lengths, initial=0))
    pair = _slotted(len(b"%d %d " % (HIGHEST, copies * _rounded(places[-1]))))
    width = _rounded(max(places[-1], pair * len(twins)))
    digits = len(str(2 * copies * width))
    wide = len(str(max(each[-1] for each in twins)))
    numbers: list[int] = []
    header, objects = bytearray(), bytearray()
    for row in range(copies):
        there = [(each[row] if row < len(each) else 0, length, place) for each, length, place in zip(twins, lengths, places, strict=False)]
        numbers += [number for number, _, _ in there if number]
        pairs = [(b"%*d %*d " % (wide, number, digits, row * width + place)).ljust(pair) for number, _, place in there if number]
        header += b"".join(pairs).ljust(width)
        objects += b"".join([bodies.get(number, b"").ljust(length) for number, length, _ in there]).ljust(width)
    return Rows(width=width, numbers=tuple(numbers), header=len(header), data=bytes(header + objects))


def predicted(data: bytes, width: int, plain: Container[int] = ()) -> list[bytes]:
    """Return data as rows of a width, each as what it differs by from the row above (PNG's predictor "up"); rows in `plain` as they are."""
    # All bytes are subtracted at once, as one number: each is lent a bit that it has not, so that it borrows from no other.
    size = len(data)
    high = int.from_bytes(b"\x80" * size, "big")
    new, old = int.from_bytes(data, "big"), int.from_bytes((bytes(width) + data)[:size], "big")
    less = (((new | high) - (old & ~high)) ^ ((new ^ ~old) & high)).to_bytes(size, "big")
    starts = enumerate(range(0, size, width))
    return [(b"\x00" + data[at : at + width]) if row in plain else (b"\x02" + less[at : at + width]) for row, at in starts]


def strides(size: int, copies: int) -> tuple[int, ...]:
    """Return strides for copies of so many objects, from the roundest, which gives the fewest bytes, to the closest, which wastes no numbers."""
    tens = 10 ** max(0, len(str(size)) - 2)
    roundest = 10 ** len(str(size - 1))
    found = (roundest,) if roundest * copies <= _FEW else ()
    return tuple(dict.fromkeys((*found, _rounded(size), _up(size, 5 * tens), _up(size, tens))))


def _slotted(length: int) -> int:
    return _up(length, _SLOT)


def _up(number: int, step: int) -> int:
    return -(-number // step) * step


def _rounded(number: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50 ... that is at least a number: its multiples change few figures."""
    power = 1
    while 5 * power < number:
        power *= 10
    return next(each * power for each in (1, 2, 5) if each * power >= number)
