"""Processes that are split off: what they make is what is made here, in the same order, and what fails in them is told here."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from packbuilder.app import splitting
from packbuilder.app.making import Made, make_papers
from packbuilder.app.printing import Printer, UnprovedError
from packbuilder.app.project import layout
from packbuilder.app.splitting import made_on_all_cores
from packbuilder.model.form import Form
from tests.press.runs import forms
from tests.products.test_products import PLACE

HERE = os.getpid()


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run beside threads of their runner's, which hold no lock of ours."""
    monkeypatch.setattr(splitting, "can_split", lambda: True)


def test_results_come_in_order_and_the_first_is_made_here(split: None) -> None:
    found = list(made_on_all_cores(lambda each: (each, os.getpid()), range(30), workers=2))
    assert [each for each, _ in found] == list(range(30))
    assert found[0][1] == HERE
    assert HERE not in {process for _, process in found[1:]}


@pytest.mark.parametrize(("count", "workers"), [(0, 2), (1, 2), (5, 2), (30, 1)])
def test_few_things_or_one_core_start_no_process(split: None, count: int, workers: int) -> None:
    assert list(made_on_all_cores(lambda each: os.getpid(), range(count), workers=workers)) == [HERE] * count


def test_while_other_threads_run_no_process_is_split_off() -> None:
    from threading import Event, Thread

    over = Event()
    thread = Thread(target=over.wait)
    thread.start()
    try:
        assert set(made_on_all_cores(lambda each: os.getpid(), range(30), workers=2)) == {HERE}
    finally:
        over.set()
        thread.join()


def test_what_an_ended_process_left_undone_is_done_here(split: None) -> None:
    def work(each: int) -> int:
        if each == 17 and os.getpid() != HERE:
            os._exit(9)
        return each

    assert list(made_on_all_cores(work, range(40), workers=2)) == list(range(40))


def test_a_mistake_is_raised_here_as_it_is(split: None) -> None:
    def work(each: int) -> int:
        if each == 12:
            raise UnprovedError(title="Soils", faults=("a word is missing",))
        return each

    with pytest.raises(UnprovedError, match="a word is missing") as told:
        list(made_on_all_cores(work, range(20), workers=2))
    assert told.value.faults == ("a word is missing",)


def test_many_versions_have_the_same_bytes_whoever_prints_them(split: None) -> None:
    many = forms(9, 30)
    exam, handout = layout("exam-a4", PLACE), layout("handout-a5", PLACE)

    def made(workers: int) -> Callable[[tuple[Form, ...]], list[Made]]:
        return lambda given: list(make_papers(given, paper=exam, scheme=handout, printer=Printer(workers=workers)))

    assert made(2)(many) == made(1)(many)
