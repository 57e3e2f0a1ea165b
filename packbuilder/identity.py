"""Identity: values that are told apart by which object they are, so that what is remembered of one is found without looking through it."""

from __future__ import annotations

from types import MethodType
from typing import Any, Protocol, TypeVar

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
