"""What a run says of its times: an embargo ends before the exam begins, and days are those of a calendar."""

from __future__ import annotations

import pytest

from packbuilder.app.runs.dates import NoSuchDayError, day_of, doubtful_times, embargo_of, refuse_no_day


@pytest.mark.parametrize(
    ("date", "start", "embargo", "told"),
    [
        ("15 May 2199", "09:00", "2199-05-16T09:00", ["ends after the exam has begun"]),
        ("15 May 2199", "09:00", "2199-05-15T09:01", ["ends after the exam has begun"]),
        ("15 May 2199", "09:00", "2199-05-15T09:00", []),
        ("15 May 2199", "", "2199-05-15T13:00", []),
        ("15/05/2199", "", "2199-05-16", ["ends after the exam has begun"]),
        ("Friday 15th May 2199", "9.00", "2199-05-14", []),
        ("summer", "09:00", "2199-05-14", []),
        ("31 February 2199", "", "", ["no calendar has the day"]),
        ("", "", "2020-01-01", ["the embargo is over"]),
        ("", "", "", []),
    ],
)
def test_times_that_contradict_one_another_are_told(date: str, start: str, embargo: str, told: list[str]) -> None:
    found = list(doubtful_times(date=date, start=start, embargo=embargo))
    assert [each.severity.word for each in found] == ["warning"] * len(told)
    assert all(part in each.message for part, each in zip(told, found, strict=True))


def test_midnight_is_not_said_where_no_time_is_given() -> None:
    assert embargo_of("2027-05-14") == "2027-05-14"
    assert embargo_of("2027-05-14T09:00") == "2027-05-14T09:00"
    assert embargo_of("2027-05-14 09:00") == "2027-05-14T09:00"


def test_a_day_is_read_as_people_write_it() -> None:
    assert str(day_of("3 Sept 2027")) == str(day_of("2027-09-03")) == str(day_of("03/09/2027")) == "2027-09-03"


@pytest.mark.parametrize(("start", "minutes", "told"), [("23:30", 45, True), ("23:15", 45, False), ("09:00", 180, False), ("", 90, False)])
def test_a_paper_that_ends_after_midnight_is_told(start: str, minutes: int, *, told: bool) -> None:
    found = list(doubtful_times(date="", start=start, embargo="", minutes=minutes))
    assert ["after midnight" in each.message for each in found] == [True] * told


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("2027-02-31", True),
        ("2027-13-01", True),
        ("2027-2-3", True),
        ("2027-02-28", False),
        ("2028-02-29", False),
        ("31 February 2027", False),
        ("14 May 2027", False),
        ("", False),
        ("May 2027", False),
    ],
)
def test_what_looks_like_an_iso_date_and_is_none_is_refused(words: str, *, refused: bool) -> None:
    if refused:
        with pytest.raises(NoSuchDayError):
            refuse_no_day(words)
    else:
        refuse_no_day(words)
