"""Identity: values that are told apart by which object they are, so that what is remembered of one is found without looking through it."""

from __future__ import annotations

from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Same(Generic[T_co]):
    """A key that is equal to another of the same object, and to no other.

    To hash an item or a question takes longer than most of what is made of it, since all that it holds is hashed. Whoever keeps a key
    keeps its value alive, so that no other value can take its place in memory. Two values that are equal have two keys: that costs
    time, never a wrong answer.
    """

    __slots__ = ("value",)

    def __init__(self, value: T_co) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
