"""Identity: values that are told apart by which object they are, so that what is remembered of one is found without looking through it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import is_
from types import MethodType
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Same(Protocol[T_co]):
    """A key that is equal to another of the same object, and to no other.

    To hash an item or a question takes longer than most of what is made of it, since all that it holds is hashed. Whoever keeps a key
    keeps its value alive, so that no other value can take its place in memory. Two values that are equal have two keys: that costs
    time, never a wrong answer.
    """

    @property
    def __self__(self) -> T_co:
        """The object."""

    def __hash__(self) -> int: ...


def same_as(value: T) -> Same[T]:
    """Return the key of an object.

    It is a bound method of it, since two of those are equal where they are bound to one object, and both that and their hash are found
    without running any Python: the keys of a paper are compared tens of thousands of times.
    """
    return MethodType(_told_apart, value)  # type: ignore[return-value]  # its `__self__` is the value


def _told_apart(value: Any) -> None:
    """Stand for what keys have in common; never called."""


_ALIKE = 8
"""Tuples with the same first object that are remembered."""


class OfAll(Generic[T]):
    """Remembers what is made of tuples of objects, found by their first object: one look, where a key of each object would be made and hashed.

    `most` first objects are remembered, those asked for last.
    """

    __slots__ = ("_known", "_make")

    def __init__(self, make: Callable[[tuple[Any, ...]], T], most: int) -> None:
        self._make = make
        self._known = lru_cache(maxsize=most)(_nothing_yet)

    def __call__(self, values: tuple[Any, ...]) -> T:
        """Return what is made of values; an empty tuple of them is not remembered."""
        known: list[tuple[tuple[Any, ...], T]] = self._known(same_as(values[0])) if values else []
        for others, made in known:
            if len(others) == len(values) and all(map(is_, others, values)):
                return made
        new = self._make(values)
        known.append((values, new))
        del known[:-_ALIKE]
        return new


def _nothing_yet(_first: Same[Any]) -> list[Any]:
    return []
