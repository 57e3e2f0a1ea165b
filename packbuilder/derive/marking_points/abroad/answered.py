"""What is made of a statement in another language than English."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """The question that a statement answers, its answers, how many things it asks for (0: one answer, whole), and the command whose tariff it has (empty: its opener tells)."""

    asked: str
    given: tuple[str, ...]
    several: int = 0
    command: str = ""
