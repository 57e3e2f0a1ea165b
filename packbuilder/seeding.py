"""Seeds: named, independent streams of chance that are the same on every machine.

There is no global generator. Order comes from a keyed hash of the stream's name and the thing's own id, so adding an
item leaves the others in the order they had (rendezvous hashing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from packbuilder.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seed:
    """A stream of chance: the user's number and the names of the choices made below it."""

    number: int
    path: tuple[str, ...] = ()

    def child(self, *names: object) -> Seed:
        """Return the independent stream of that name: `seed.child("form", "B")`."""
        return Seed(self.number, (*self.path, *(str(name) for name in names)))

    def among(self, names: Iterable[str]) -> Seed:
        """Return the independent stream of many names in their order, as short to carry as one name's."""
        return self.child("among", self.integer("\x1f".join(names)))

    def integer(self, key: str, *, bits: int = 64) -> int:
        """Return the stream's number for `key`: 0 to 2**bits - 1, near-uniform over keys and seeds."""
        return self.integers((key,), bits=bits)[0]

    def integers(self, keys: Iterable[str], *, bits: int = 64) -> list[int]:
        """Return the stream's number for each key, as `integer` does."""
        stream, less = _stream(self.number, self.path), 128 - bits
        numbers: list[int] = []
        for key in keys:
            hashed = stream.copy()
            hashed.update(f"{len(key)}:{key}".encode())
            numbers.append(int.from_bytes(hashed.digest(), "big") >> less)
        return numbers

    def fraction(self, key: str) -> float:
        """Return the stream's number for `key` from 0 (included) to 1 (excluded)."""
        return self.integer(key, bits=53) / (1 << 53)

    def below(self, key: str, bound: int) -> int:
        """Return the stream's whole number for `key` from 0 to `bound` - 1; `bound` is at least 1."""
        return self.integer(key, bits=128) % bound

    def shuffled(self, things: Iterable[T], key: Callable[[T], str] = str) -> tuple[T, ...]:
        """Return the things in the stream's order; each is placed by the hash of its own key."""
        there = tuple(things)
        own = [key(thing) for thing in there]
        placed = sorted(zip(self.integers(own, bits=128), own, range(len(there)), strict=True))
        return tuple([there[at] for _, _, at in placed])


@lru_cache(maxsize=512)
def _stream(number: int, path: tuple[str, ...]) -> blake2b:
    """Return what a stream's keys are hashed after."""
    # The unit separator cannot occur in a number; lengths keep ("ab", "c") apart from ("a", "bc").
    return blake2b("".join([f"{len(part)}:{part}\x1f" for part in (str(number), *path)]).encode(), digest_size=16)
