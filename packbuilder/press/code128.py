"""Code 128 (ISO/IEC 15417), code set B: printable ASCII as symbols of three bars and three spaces.

One set only: digits in pairs (set C) would save a tenth of the length of our codes, which mix letters and digits.
"""

from __future__ import annotations

from itertools import count
from operator import mul

from packbuilder.errors import PackbuilderError

PATTERNS = tuple(
    """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122
    123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323
    131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131
    213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122
    141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112
    124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141
    411131 211412 211214 211232 2331112
    """.split()
)
"""Widths of bar, space, bar ... of each symbol by its value, in modules; the last is the stop, with its closing bar."""

START_B = 104
STOP = 106
MODULES_A_SYMBOL = 11
_FIRST = 32
_MODULUS = 103

QUIET = 10
"""Modules of white that must stand on either side."""


class NotCode128Error(PackbuilderError):
    """A text with characters that code set B does not have: the caller's mistake."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} cannot be written in Code 128, set B")


def symbols(text: str) -> tuple[int, ...]:
    """Return the values of a text's symbols, from start to stop. Raises `NotCode128Error`."""
    data = characters(text)
    return (START_B, *(byte - _FIRST for byte in data), check_of(weighed(data)), STOP)


def characters(text: str) -> bytes:
    """Return a text's characters, each of which is a symbol. Raises `NotCode128Error`."""
    if not (text.isascii() and text.isprintable()):
        raise NotCode128Error(text)
    return text.encode("ascii")


def weighed(data: bytes, before: int = 0) -> int:
    """Return what characters add to the sum that is checked, where so many stand before them: of texts that begin alike, that is added once."""
    first, size = before + 1, len(data)
    # Values are characters from the space on: the weights' own sum is taken off at once.
    total: int = sum(map(mul, data, count(first)))
    return total - _FIRST * size * (2 * first + size - 1) // 2


def check_of(weight: int) -> int:
    """Return the value of the check symbol of a text that weighs so much."""
    return (START_B + weight) % _MODULUS


def modules(length: int) -> int:
    """Return the width in modules of the code of `length` characters, without the quiet zones."""
    return MODULES_A_SYMBOL * (length + 3) + 2
