"""What a knowledge organiser shall hold."""

from __future__ import annotations

from packbuilder.values import dataclass

PANELS = ("terms", "facts", "tips", "mistakes", "credit")
"""The panels of an organiser, in their order; each can be left out."""

PAPERS = ("A4", "A3", "letter")
"""Papers that the program has a layout for: `organiser-a4` and so on."""

MOST_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserWishes:
    """How many sides a topic may take, which panels are left out, whether all topics stand on one organiser, and its layout."""

    layout: str = "organiser-a4"
    sides: int = 1
    leave_out: frozenset[str] = frozenset()
    together: bool = False


ONE_SIDE = OrganiserWishes()
"""An organiser of which nobody wished anything: each topic on one side of A4."""
