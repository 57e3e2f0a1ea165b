"""What parts two runs is told by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from packbuilder.app.runs.differences import candidate_differences, parted_from
from packbuilder.app.runs.journal import OtherRunError
from packbuilder.model.print_run import PrintRun
from tests.press.printing import printed
from tests.press.runs import candidate, run_of

ADA = candidate(5, name="Ada Lee")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(ADA, name="Ida Lee"), "candidate 0005: the name is 'Ida Lee', and was 'Ada Lee'"),
        (replace(ADA, room="Gym", seat=""), "candidate 0005: the room is 'Gym', and was 'Hall A', the seat is none, and was 'F1'"),
        (replace(ADA, extra_time=25), "candidate 0005: the extra time is 25%, and was 0%"),
        (replace(ADA, arrangements=("Scribe",)), "candidate 0005: the arrangements are 'Scribe', and were none"),
        (replace(ADA, edition="large-18"), "candidate 0005: the edition is 'large-18', and was none"),
    ],
)
def test_what_a_list_says_otherwise_of_a_candidate_is_told(now: object, said: str) -> None:
    assert list(candidate_differences((ADA,), (now,))) == [said]  # type: ignore[arg-type]  # candidates


def test_whom_only_one_list_has_is_told() -> None:
    other = candidate(6, name="Bo Ray")

    assert list(candidate_differences((ADA,), (other,))) == [
        "candidate 0006 (Bo Ray) was not in it",
        "candidate 0005 (Ada Lee) is no longer in the list",
    ]


def test_a_room_in_other_letters_is_the_same() -> None:
    assert not list(candidate_differences((ADA,), (replace(ADA, room="hall  a"),)))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(run_of(4), date="14 May 2027"), "the date is '14 May 2027', and was none"),
        (run_of(4, spares=2), "the spares are 2, and were 1"),
        (run_of(3), "candidate 0004 (Siân Łukasiewicz-Montgomery-Featherstonehaugh) is no longer in the list"),
        (run_of(9), "and 2 more candidates"),
    ],
)
def test_another_run_in_the_folder_is_refused_with_what_parts_the_two(tmp_path: Path, now: PrintRun, said: str) -> None:
    printed(run_of(4), tmp_path)

    with pytest.raises(OtherRunError) as raised:
        printed(now, tmp_path)

    assert said in raised.value.message


def test_another_paper_is_told_by_its_version(tmp_path: Path) -> None:
    printed(run_of(4), tmp_path)

    with pytest.raises(OtherRunError, match="the paper of version A, B is another"):
        printed(run_of(4), tmp_path, marks=15)


def test_a_manifest_that_says_nothing_of_its_run_parts_it_from_none() -> None:
    assert not parted_from({"setting": {}, "copies": [], "facts": {}}, run_of(1), {})
