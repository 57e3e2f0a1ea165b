"""Times of day as centres write them, and when a paper that begins then ends."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_TIME = regex(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)
A_DAY = 24 * 60
"""Minutes of a day."""


def minutes_of(time: str) -> int | None:
    """Return the minutes since midnight of `09:00`, `9.30`, `1:30 pm`; None for what is no time of day."""
    match = _TIME.fullmatch(time.strip())
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].casefold().startswith("p") else 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None


def clock(minutes: int) -> str:
    """Return a time of day in 24 hours: `14:05`."""
    hour, minute = divmod(minutes % A_DAY, 60)
    return f"{hour:02d}:{minute:02d}"
