"""When students may have a paper, and when its answers."""

from __future__ import annotations

from packbuilder.values import dataclass

AT_ONCE = "now"
NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The days from which a pack's papers, and what carries answers to them, may be published: `now`, `never`, or an ISO date.

    Answers are mark schemes, self-marking editions, and the answers to worksheets and packs where they are files of their own.
    """

    papers: str = AT_ONCE
    schemes: str = NEVER


WITHHELD = Release()
"""What holds where nobody has said anything: papers are for students, their mark schemes are not."""


def reached(day: str, today: str) -> bool:
    """Whether what is released on `day` (`now`, `never` or an ISO date) is out on `today` (an ISO date)."""
    return day == AT_ONCE or (day != NEVER and day <= today)
