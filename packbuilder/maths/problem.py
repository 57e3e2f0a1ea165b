"""What is wrong with a formula, as values: reading one never raises."""

from __future__ import annotations

from packbuilder.maths.nodes import Node
from packbuilder.values import dataclass

MAX_PROBLEMS = 20  # a formula with more mistakes than this is not a formula; the rest would bury the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake: `offset` counts characters from the start of the source given to `parse`."""

    offset: int
    message: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A formula as read: the tree is the best effort where there are problems."""

    tree: Node
    problems: tuple[Problem, ...] = ()
