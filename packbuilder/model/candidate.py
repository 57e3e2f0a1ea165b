"""A candidate: one row of a centre's list, checked."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.values import dataclass

LONGEST_NUMBER = 16
"""Characters of a candidate's number: the code with it still fits beside a name on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Who sits a paper, and where.

    `number` is the candidate's own (`0421`), unique in a run; `name` as it is printed; `span` is where it stands. `centre` is the centre's number. `room` and
    `seat` (`B3`: row B, third desk; or a plain number) are empty where the list has none. `version` and `edition` are empty where the run decides.
    `extra_time` is percent (25), 0 for none. `neighbours` are the seats beside this one, where the list names them: for rooms whose desks
    stand in no rows. `arrangements` are other access arrangements, in the list's words: a reader, rest breaks.
    """

    number: str
    name: str
    span: Span
    centre: str = ""
    room: str = ""
    seat: str = ""
    version: str = ""
    edition: str = ""
    extra_time: int = 0
    neighbours: tuple[str, ...] = ()
    arrangements: tuple[str, ...] = ()
