"""Units: what is the same amount of the same thing, whatever it is written like."""

from __future__ import annotations

import pytest

from packbuilder.question_types.units import unit_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m s^{-1}", "m/s"),
        ("m s⁻¹", "metres per second"),
        ("kg m^-3", "kg/m^3"),
        ("m m", "m^2"),
        ("m m^2", "m³"),
        ("N m/m", "N"),
        ("m/s/s", "m s^-2"),
        ("J/(kg °C)", "J kg^-1 °C^-1"),
        ("Seconds", "s"),
        ("Litres", "L"),
        ("μm", "µm"),
        ("st", "th"),
        ("nd", "rd"),
        ("Joules", "J"),
    ],
)
def test_one_unit_in_two_forms(one: str, other: str) -> None:
    assert unit_of(one) is not None
    assert unit_of(one) == unit_of(other)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("km", "m", 1000),
        ("cm^2", "mm^2", 100),
        ("m^3", "l", 1000),
        ("km/h", "m/s", 1 / 3.6),
        ("£", "p", 100),
        ("MW", "kW", 1000),
        ("day", "min", 1440),
    ],
)
def test_one_unit_is_so_many_of_another(one: str, other: str, times: float) -> None:
    large, small = unit_of(one), unit_of(other)
    assert large is not None and small is not None
    assert large[1] == small[1]
    assert large[0] / small[0] == pytest.approx(times)


@pytest.mark.parametrize(
    ("one", "other"), [("m", "s"), ("m^2", "m"), ("m s", "m/s"), ("th", "m"), ("apples", "pears"), ("", "m"), ("Hz", "s")]
)
def test_other_things_are_others(one: str, other: str) -> None:
    first, second = unit_of(one), unit_of(other)
    assert first is not None and second is not None
    assert first[1] != second[1]


def test_powers_of_one_name_add_up() -> None:
    assert unit_of("m m^2 s s^-1") == (1.0, (("m", 3),))
    assert unit_of("th") == (1.0, (("th", 1),))
    assert unit_of("l") == (1e-3, (("m", 3),))


@pytest.mark.parametrize("text", ["a very long way off", "m//s", "m/", "3", "m-s", "x+y"])
def test_what_is_no_unit_is_none(text: str) -> None:
    assert unit_of(text) is None


def test_nothing_is_a_unit() -> None:
    assert unit_of("") == (1.0, ())
