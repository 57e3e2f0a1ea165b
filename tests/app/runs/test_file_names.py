"""What the files of candidates are called: as any system may have it, and none like a spare's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.app.runs.jobs import jobs_of
from packbuilder.model.print_run import Packet, PrintRun
from tests.press.runs import candidate, run_of


def _with_numbers(*numbers: str) -> PrintRun:
    (packet,) = run_of(len(numbers)).packets
    copies = [
        replace(copy, candidate=replace(candidate(at), number=numbers[at])) if copy.candidate else copy
        for at, copy in enumerate(packet.copies)
    ]
    return replace(run_of(1), packets=(Packet(name="hall", room="Hall", edition="", copies=tuple(copies)),))


@pytest.mark.parametrize(
    ("number", "called"),
    [
        ("0421", "0421"),
        ("NUL", "candidate-NUL"),
        ("con", "candidate-con"),
        ("COM1.x", "candidate-COM1.x"),
        ("spare-5", "candidate-spare-5"),
        ("SPARE-2", "candidate-SPARE-2"),
        ("CON1", "CON1"),
        ("a/b", "a_b-1"),
    ],
)
def test_a_candidates_file_is_called_by_the_number_as_far_as_a_file_may_be(number: str, called: str) -> None:
    names = [name for job in jobs_of(_with_numbers(number), packets=False, each=True, locks={}) for name in job.names]

    assert names == [f"candidates/hall/{called}.pdf", "candidates/hall/spare-2.pdf"]


def test_names_that_come_out_alike_stay_apart() -> None:
    numbers = ("nul", "candidate-nul")
    names = [name for job in jobs_of(_with_numbers(*numbers), packets=False, each=True, locks={}) for name in job.names]

    assert len(set(map(str.casefold, names))) == 3
