"""Rows of text that differ in a few figures, deflated so that each row comes to the same bytes, and once more, so that those cost next to nothing.

zlib finds the nearest and longest repetitions, which are other ones in every row: what it makes of two rows that are nearly the same has little in
common. Here repetitions are chosen by columns (RFC 1951, fixed codes): what is the same in all rows comes from the row above, what changes from a
place of the same row where the same change was before. Any inflater reads it, and no predictor is asked for, which lopdf and pdf-lib do not undo
in object streams.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from typing import Final, TypeAlias
from zlib import DEFLATED, MAX_WBITS, Z_FULL_FLUSH, adler32, compress, compressobj

FARTHEST: Final = 32_768
"""Bytes that a repetition reaches back at most (RFC 1951, 2): rows are no longer than that."""

_SHORTEST: Final = 3
_LONGEST: Final = 258
"""Bytes of one repetition (RFC 1951, 3.2.5)."""

_ZLIB, _LAST = b"\x78\xda", b"\x03\0"
"""What a stream of zlib's begins with, and its last block where that holds nothing (RFC 1950, RFC 1951)."""

_ALIGNED: Final = b"\0\0\xff\xff"
"""The lengths of a stored block that holds nothing: what follows it begins with a byte."""

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
        parts += _coded(above, rows)
        above = rows[-1] if rows else above
    checksum = adler32(b"".join([row for group in groups for row in group])).to_bytes(4, "big")
    return compress(b"".join([*parts, _LAST, checksum]), 9)


def _alone(row: bytes) -> bytes:
    deflating = compressobj(9, DEFLATED, -MAX_WBITS)
    return deflating.compress(row) + deflating.flush(Z_FULL_FLUSH)


def _coded(above: bytes, rows: Sequence[bytes]) -> Iterator[bytes]:
    """Yield rows as blocks of their own, each ending with a byte; but for literals that change, all are the same."""
    if not rows:
        return
    pieces = list(_joined(repetitions(_columns(above, rows), len(above))))
    for row in rows:
        bits, length = 0b010, 3  # Not the last block; fixed codes.
        for piece in pieces:
            code, size = piece if isinstance(piece, tuple) else _literal(row[piece])
            bits |= code << length
            length += size
        length += 7 + 3  # The end of the block, and the stored one after it: zeros.
        yield bits.to_bytes(-(-length // 8), "little") + _ALIGNED


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
            yield length, back
            at = start + length
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
        length = min(_LONGEST, end - start)
        yield length, row
        start += length
    yield from range(start, end)


def _joined(parts: Iterator[Repetition | int]) -> Iterator[Code | int]:
    """Yield repetitions in a row as one code, and the columns between them."""
    bits = length = 0
    for part in parts:
        if isinstance(part, int):
            yield bits, length
            yield part
            bits = length = 0
            continue
        for code, size in (_length(part[0]), _distance(part[1])):
            bits |= code << length
            length += size
    yield bits, length


def _code(value: int, size: int, extra: int = 0, extra_size: int = 0) -> Code:
    """Return a Huffman code, whose first bit is its highest, and the bits after it, of which the first is the lowest (RFC 1951, 3.1.1)."""
    return int(f"{value:0{size}b}"[::-1], 2) | extra << size, size + extra_size


@cache
def _literal(byte: int) -> Code:
    """Return the fixed code of a byte (RFC 1951, 3.2.6)."""
    return _code(0b00110000 + byte, 8) if byte < 144 else _code(0b110010000 + byte - 144, 9)


@cache
def _length(length: int) -> Code:
    """Return the fixed code of a repetition's length (RFC 1951, 3.2.5 and 3.2.6)."""
    if length == _LONGEST:
        symbol, extra, size = 285, 0, 0
    else:
        step, extra, size = _stepped(length - _SHORTEST, 4)
        symbol = 257 + step
    return _code(symbol - 256, 7, extra, size) if symbol < 280 else _code(0b11000000 + symbol - 280, 8, extra, size)


@cache
def _distance(distance: int) -> Code:
    """Return the fixed code of how far back a repetition stood (RFC 1951, 3.2.5 and 3.2.6)."""
    step, extra, size = _stepped(distance - 1, 2)
    return _code(step, 5, extra, size)


def _stepped(value: int, steps: int) -> tuple[int, int, int]:
    """Return the step that a value falls in, its place in the step, and the bits that the place takes: each `steps` steps are twice as long."""
    size = max(0, value.bit_length() - steps.bit_length())
    return size * steps + (value >> size), value & ((1 << size) - 1), size
