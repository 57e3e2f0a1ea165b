"""Rows of text that differ in a few figures, deflated so that each row comes to the same bytes, and once more, so that those cost next to nothing.

zlib finds the nearest and longest repetitions, which are other ones in every row: what it makes of two rows that are nearly the same has little in
common. Here repetitions are chosen by columns (RFC 1951): what is the same in all rows comes from the row above, what changes from a place of the
same row where the same change was before. Any inflater reads it, and no predictor is asked for, which lopdf and pdf-lib do not undo in object streams.

Codes are such that a byte that is said, a length and a distance are whole bytes: zlib repeats bytes, and so what two objects of a row are made of
is also found to be the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import repeat
from typing import Final, TypeAlias
from zlib import DEFLATED, MAX_WBITS, Z_FULL_FLUSH, adler32, compress, compressobj

FARTHEST: Final = 32_768
"""Bytes that a repetition reaches back at most (RFC 1951, 2): rows are no longer than that."""

_SHORTEST: Final = 3
_LONGEST: Final = 258
"""Bytes of one repetition (RFC 1951, 3.2.5)."""

_MIDDLING: Final = 130
"""Bytes of a repetition that is not the longest: no codes are left for those between."""

_ZLIB, _LAST = b"\x78\xda", b"\x03\0"
"""What a stream of zlib's begins with, and its last block where that holds nothing (RFC 1950, RFC 1951)."""

_END, _LONGEST_STEP = 256, 285
"""The symbols that end a block, and of the longest repetition (RFC 1951, 3.2.5)."""

_SAID: Final = (
    *(*repeat(14, 4), *repeat(8, 124), *repeat(14, 120), *repeat(15, 8)),  # Bytes: those of ASCII; of others rows have hardly any.
    8,
    *(8 - extra for extra in range(5) for _ in range(4 if extra else 8)),  # Lengths up to `_MIDDLING`, with the bits after the code.
    *(*repeat(0, 4), 8),
)
"""Bits of the codes of bytes, the end and lengths."""

_BACK: Final = (
    *(7, 9, 8, 8),  # The nearest two are hardly ever asked for: they take what is left, since codes must be complete.
    *(8 - extra for extra in range(1, 6) for _ in range(2)),  # Up to 128 one byte, with the bits after the code.
    *(16 - extra for extra in range(6, 14) for _ in range(2)),  # Above it two.
)
"""Bits of the codes of distances."""

_SIZES: Final = (5, 0, 0, 5, 5, 5, 6, 6, 1, 6, 6, 0, 0, 0, 2, 4)
"""Bits of the codes in which `_SAID` and `_BACK` are told, such that what comes after them begins with a byte."""

_ORDER: Final = (0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
"""The order of `_SIZES` in a block, after three more for repetitions, which there are none of (RFC 1951, 3.2.7)."""

Repetition: TypeAlias = tuple[int, int]
"""How many bytes, and how far back they stood."""

Code: TypeAlias = tuple[int, int]
"""Bits as a number, the first one lowest, and how many there are."""


def deflated_twice(groups: Sequence[Sequence[bytes]]) -> bytes:
    """Return groups of rows, one after the other, as zlib's stream of zlib's stream. All rows of a group change in the same places.

    The first row of a group is written by itself where the last row of the group before is of another length; such rows have `FARTHEST` bytes at most.
    """
    parts, above = [_ZLIB], b""
    for group in groups:
        rows = list(group)
        if rows and len(above) != len(rows[0]):
            above = rows.pop(0)
            parts.append(_alone(above))
        parts.append(_coded(above, rows))
        above = rows[-1] if rows else above
    checksum = adler32(b"".join([row for group in groups for row in group])).to_bytes(4, "big")
    return compress(b"".join([*parts, _LAST, checksum]), 9)


def _alone(row: bytes) -> bytes:
    deflating = compressobj(9, DEFLATED, -MAX_WBITS)
    return deflating.compress(row) + deflating.flush(Z_FULL_FLUSH)


def _coded(above: bytes, rows: Sequence[bytes]) -> bytes:
    """Return rows as a block that ends with a byte; but for literals that change, all rows are the same."""
    if not rows:
        return b""
    pieces = list(_joined(repetitions(_columns(above, rows), len(above))))
    coded = [_packed([piece if isinstance(piece, tuple) else _said(row[piece]) for piece in pieces]) for row in rows]
    # The stored block after it holds nothing.
    bits, length = _packed([_codes_told(), *coded, _said(_END), (0, 3)])
    return bits.to_bytes(-(-length // 8), "little") + b"\0\0\xff\xff"


def _packed(codes: Iterable[Code]) -> Code:
    """Return codes in a row as one."""
    bits = length = 0
    for code, size in codes:
        bits |= code << length
        length += size
    return bits, length


@cache
def _codes_told() -> Code:
    """Return the beginning of a block, not the last, that tells the codes of what follows (RFC 1951, 3.2.7)."""
    counts = _packed([(0b100, 3), (len(_SAID) - 257, 5), (len(_BACK) - 1, 5), (len(_ORDER) + 3 - 4, 4)])
    sizes = [(size, 3) for size in (0, 0, 0, *(_SIZES[each] for each in _ORDER))]
    told = _codes(_SIZES)
    return _packed([counts, *sizes, *(told[size] for size in (*_SAID, *_BACK))])


def _columns(above: bytes, rows: Sequence[bytes]) -> tuple[int, ...]:
    """Return what stands in each column: the byte that is in all rows, or a number above for each way to change."""
    row = len(above)
    data = b"".join(rows)
    numbers = [int.from_bytes(each, "big") for each in (above, *rows)]
    changed = reduce(int.__or__, (numbers[0] ^ each for each in numbers)).to_bytes(row, "big")
    kinds: dict[bytes, int] = {}
    return tuple(kinds.setdefault(data[at::row], 256 + len(kinds)) if changed[at] else above[at] for at in range(row))


def repetitions(columns: Sequence[int], row: int) -> Iterator[Repetition | int]:
    """Yield what a row is made of, in order: repetitions that hold in every row, and columns of which the byte itself is said."""
    changing = [at for at, kind in enumerate(columns) if kind > 0xFF]
    seen: dict[tuple[int, ...], int] = {}
    at = noted = 0
    while (following := bisect_left(changing, at)) < len(changing):
        change = changing[following]
        found = _found_before(columns, seen, at, change)
        start, length, back = found or (change, 0, 0)
        yield from _from_above(at, start, row)
        if found:
            at = start + length
            while length:
                yield (part := _sayable(length)), back
                length -= part
        else:
            yield change
            at = change + 1
        for each in range(max(noted, change - _SHORTEST + 1), at - _SHORTEST + 1):
            seen[tuple(columns[each : each + _SHORTEST])] = each
        noted = max(noted, at - _SHORTEST + 1)
    yield from _from_above(at, len(columns), row)


def _found_before(columns: Sequence[int], seen: dict[tuple[int, ...], int], at: int, change: int) -> tuple[int, int, int] | None:
    """Return where a repetition begins that has a column in it, its length and how far back it stood: of those that reach farthest, the shortest."""
    best: tuple[int, int, int] | None = None
    for start in range(max(at, change - _SHORTEST + 1), change + 1):
        before = seen.get(tuple(columns[start : start + _SHORTEST]))
        if before is None:
            continue
        length = _SHORTEST
        while length < _LONGEST and start + length < len(columns) and columns[before + length] == columns[start + length]:
            length += 1
        if best is None or start + length >= best[0] + best[1]:
            best = start, length, start - before
    return best


def _from_above(start: int, end: int, row: int) -> Iterator[Repetition | int]:
    """Yield what is the same in all rows from the row above; a byte or two are said."""
    while end - start >= _SHORTEST:
        length = _sayable(end - start)
        yield length, row
        start += length
    yield from range(start, end)


def _sayable(length: int) -> int:
    """Return how much of a length, at least `_SHORTEST`, one repetition takes, so that what is left is none or another."""
    if length <= _MIDDLING or length == _LONGEST:
        return length
    return _LONGEST if length >= _LONGEST + _SHORTEST else min(_MIDDLING, length - _SHORTEST)


def _joined(parts: Iterator[Repetition | int]) -> Iterator[Code | int]:
    """Yield repetitions in a row as one code, and the columns between them."""
    codes: list[Code] = []
    for part in parts:
        if isinstance(part, int):
            yield _packed(codes)
            yield part
            codes = []
        else:
            codes += (_length(part[0]), _distance(part[1]))
    yield _packed(codes)


def _codes(sizes: Sequence[int]) -> Mapping[int, Code]:
    """Return the code of each symbol, by the bits that each has; first bits are lowest (RFC 1951, 3.2.2)."""
    found: dict[int, Code] = {}
    code = last = 0
    for size, symbol in sorted((size, symbol) for symbol, size in enumerate(sizes) if size):
        code <<= size - last
        found[symbol] = (int(f"{code:0{size}b}"[::-1], 2), size)
        code, last = code + 1, size
    return found


@cache
def _all_said() -> Mapping[int, Code]:
    return _codes(_SAID)


def _said(symbol: int) -> Code:
    """Return the code of a byte, of the end, or of a step of lengths."""
    return _all_said()[symbol]


@cache
def _length(length: int) -> Code:
    """Return the code of a repetition's length, with the bits after it (RFC 1951, 3.2.5)."""
    if length == _LONGEST:
        return _said(_LONGEST_STEP)
    step, *extra = _stepped(length - _SHORTEST, 4)
    return _packed([_said(_END + 1 + step), (extra[0], extra[1])])


@cache
def _distance(distance: int) -> Code:
    """Return the code of how far back a repetition stood, with the bits after it (RFC 1951, 3.2.5)."""
    step, *extra = _stepped(distance - 1, 2)
    return _packed([_codes(_BACK)[step], (extra[0], extra[1])])


def _stepped(value: int, steps: int) -> tuple[int, int, int]:
    """Return the step that a value falls in, its place in the step, and the bits that the place takes: each `steps` steps are twice as long."""
    size = max(0, value.bit_length() - steps.bit_length())
    return size * steps + (value >> size), value & ((1 << size) - 1), size
