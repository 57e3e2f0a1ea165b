"""Findings and the report of them."""

from __future__ import annotations

from packbuilder.app.verifying.report import Report, reported, right, settled, untold, wrong


def test_a_report_has_each_kind_by_itself_in_the_order_of_the_checks() -> None:
    found = reported([wrong("b"), right("c"), untold("d"), wrong("a")])

    assert found == Report(checked=("c",), failures=("b", "a"), notes=("d",))


def test_what_two_checks_tell_is_told_once() -> None:
    assert reported([wrong("torn"), untold("torn"), wrong("torn")]) == Report(checked=(), failures=("torn",), notes=("torn",))


def test_what_has_no_fault_is_right() -> None:
    assert list(settled([], otherwise="all there")) == [right("all there")]


def test_what_has_faults_is_never_called_right_too() -> None:
    assert list(settled(iter(["one", "two"]), otherwise="all there")) == [wrong("one"), wrong("two")]


def test_where_nothing_is_to_be_said_nothing_is() -> None:
    assert not list(settled([]))
