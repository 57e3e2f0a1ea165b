"""A registry: names to things, in written order, with entry points of other packages after the built-ins.

A new question type is one new file and one line in its registry, or an entry point of another package. Readers are told by the ending of a
file, derivations and worksheets stand in tuples of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from packbuilder.errors import DuplicateNameError, UnknownNameError
from packbuilder.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry(Generic[T]):
    """The things of one kind that the program knows, by name."""

    what: str
    things: Mapping[str, T]

    def __iter__(self) -> Iterator[str]:
        return iter(self.things)

    def __contains__(self, name: object) -> bool:
        return name in self.things

    def __getitem__(self, name: str) -> T:
        """Return the thing of that name; raises `UnknownNameError` with the nearest names."""
        try:
            return self.things[name]
        except KeyError:
            raise UnknownNameError(what=self.what, name=name, known=tuple(self.things)) from None

    def extended(self, group: str) -> Registry[T]:
        """Return the registry with the entry points of `group` added; raises `DuplicateNameError` on a clash."""
        # Imported here: it takes 8 ms, and most runs ask for no more than what is built in.
        from importlib.metadata import entry_points

        things = dict(self.things)
        for point in entry_points(group=group):
            if point.name in things:
                raise DuplicateNameError(what=self.what, name=point.name, places=("built in", point.value))
            things[point.name] = point.load()
        return Registry(what=self.what, things=things)
