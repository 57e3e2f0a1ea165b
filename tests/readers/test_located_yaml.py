"""YAML with places: safe, bounded, and exact about lines and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from packbuilder.model.raw_item import Scalar
from packbuilder.readers.located_yaml import read_yaml


def test_values_know_their_line_and_column() -> None:
    value, found = read_yaml(b"a: 1\nb:\n  c: yes please\n", "x.yaml")
    assert found == ()
    assert value is not None
    inner = value.values["b"]
    assert (inner.span.line, inner.span.column) == (3, 3)
    assert isinstance(value.values["a"], Scalar)
    assert value.values["a"].value == 1


def test_aliases_that_multiply_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    value, found = read_yaml("\n".join(lines).encode(), "x.yaml")
    assert value is None
    assert [diagnostic.code for diagnostic in found] == ["Y104"]


def test_nothing_is_constructed_from_tags() -> None:
    value, _ = read_yaml(b"a: !!python/object/apply:os.system [echo hacked]\n", "x.yaml")
    assert value is not None
    assert not isinstance(value.values["a"], Scalar)


@given(st.binary(max_size=300))
def test_reading_never_raises(data: bytes) -> None:
    value, found = read_yaml(data, "x.yaml")
    assert value is not None or found


def test_a_bank_of_thousands_of_items_is_read() -> None:
    source = "items:\n" + "".join(f"  - {{id: q{n}, kind: short_answer, stem: s, marks: 1, points: [a]}}\n" for n in range(5000))
    value, found = read_yaml(source.encode(), "big.yaml")
    assert found == ()
    assert value is not None
