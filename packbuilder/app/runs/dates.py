"""Whether what a run says of its times agrees: an embargo that is over, or ends when the exam has begun; a day that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from packbuilder.diagnostics import Diagnostic, Span, warning
from packbuilder.errors import PackbuilderError
from packbuilder.patterns import regex
from packbuilder.products.print_room.clock import A_DAY, minutes_of

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_ISO = regex(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_LIKE_ISO = regex(r"\d{4}-\d{1,2}-\d{1,2}")
_FIGURES = regex(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
_WORDS = regex(r"(?:[^\W\d_]+,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[^\W\d_]{3,9})\.?,? (?P<year>\d{4})")
_LAST_MINUTE = time(23, 59)


class NoSuchDayError(PackbuilderError):
    """A date as ISO 8601 writes them, of which no calendar has the day: whoever writes so means a day, and no words."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"no calendar has the day {value}", hints=("Write --date like 2027-05-14, or in words, as it is to be printed.",))


def refuse_no_day(words: str) -> None:
    """Raise `NoSuchDayError` for what looks like an ISO date and is none: 2027-02-31, 2027-13-01."""
    if _LIKE_ISO.fullmatch(words.strip()):
        try:
            date.fromisoformat(words.strip())
        except ValueError:
            raise NoSuchDayError(value=words.strip()) from None


def embargo_of(value: str) -> str:
    """Return an embargo as ISO 8601 has it, to the minute where a time is said. Raises `ValueError`."""
    moment = datetime.fromisoformat(value)
    return moment.isoformat(timespec="minutes") if "T" in value.upper() or ":" in value else moment.date().isoformat()


def doubtful_times(*, date: str, start: str, embargo: str, minutes: int = 0) -> Iterator[Diagnostic]:
    """Yield a warning for each thing that cannot be meant so. The date is anybody's words: what is not read as one says nothing here.

    `minutes` are those of the paper, without extra time.
    """
    begun = minutes_of(start) if start else None
    if begun is not None and begun + minutes > A_DAY:
        words = f"the paper of {minutes} minutes that starts at {start} ends after midnight"
        yield warning("C135", words, Span(path="--start"), "Is it the afternoon that is meant? It is printed all the same.")
    if embargo and datetime.fromisoformat(embargo).astimezone() < datetime.now().astimezone():
        yield warning("C135", f"the embargo is over: {embargo}", Span(path="--embargo"), "Is the year right? It is printed all the same.")
    try:
        day = day_of(date)
    except ValueError:
        yield warning("C135", f"no calendar has the day {date!r}", Span(path="--date"), "It is printed all the same.")
        return
    if not embargo or day is None:
        return
    begins = datetime.combine(day, _LAST_MINUTE if begun is None else time(*divmod(begun, 60)))
    ends = datetime.fromisoformat(embargo)
    if ends.replace(tzinfo=None) > begins:
        at = f"{date}, {start}" if start else date
        yield warning(
            "C135",
            f"the embargo {embargo} ends after the exam has begun ({at}): packets may not be opened in time",
            Span(path="--embargo"),
            "Is the day right? It is printed all the same.",
        )


def day_of(words: str) -> date | None:
    """Return the day that an ISO date, `15/05/2027` or `15 May 2027` says; None for other words. Raises `ValueError` for a day that there is not."""
    match = _ISO.fullmatch(words.strip()) or _FIGURES.fullmatch(words.strip()) or _WORDS.fullmatch(words.strip())
    if match is None:
        return None
    said = match["month"].casefold()
    month = int(said) if said.isdecimal() else next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(said)), 0)
    if said[:4] == "sept":
        month = 9
    return date(int(match["year"]), month, int(match["day"])) if month else None
