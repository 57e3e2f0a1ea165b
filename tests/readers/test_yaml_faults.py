"""What is wrong with YAML is told where its writer must look, and what to do."""

from __future__ import annotations

import pytest

from packbuilder.model.raw_item import Scalar
from packbuilder.readers.located_yaml import read_yaml


def _found(source: str) -> tuple[str, ...]:
    _, found = read_yaml(source.encode(), "x.yaml")
    return tuple(f"{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (r"a: "  r'"3 $\times$ 4"', "1:8"),
        (r'a: "$\theta$"', "1:6"),
        (r'a: "$x \neq 4$"', "1:8"),
        (r'a: "x \neq 4"', "1:7"),
        (r'a: "$x \n y$"', "1:8"),
        (r'a: "$\frac{1}{2}$"', "1:6"),
        (r'a: "$\beta$"', "1:6"),
        (r'a: "$\rho$"', "1:6"),
        (r'a: "$\alpha$"', "1:6"),
        (r'a: "$\vec{a}$"', "1:6"),
        (r'a: "$\Lambda$"', "1:6"),
        ('a: "one\n  two \\times"', "2:7"),
        (r'a: "bell \u0007"', "1:10"),
        (r'a: "\u202eabc"', "1:5"),
    ],
)  # fmt: skip
def test_backslashes_that_yaml_takes_are_errors_at_their_place(written: str, place: str) -> None:
    (found,) = _found(written + "\n")
    assert found.startswith(f"{place} Y108")


@pytest.mark.parametrize(
    "written",
    [
        r'"$3 \\times 4$"',
        r"'$3 \times 4$'",
        r'"red\nblue"',
        r'"Choose:\ni) one\nii) two"',
        r'"say \"no\""',
        r'"caf\u00e9"',
        r'"a\/b"',
        r'"costs $5\nor $6"',
        r'"\tindented"',
        '"folded \\\n  here"',
    ],
)
def test_what_double_quotes_are_for_is_read(written: str) -> None:
    assert _found(f"a: {written}\n") == ()


def test_a_text_whose_backslashes_are_gone_is_marked() -> None:
    value, _ = read_yaml(rb'a: "3 \times 4"', "x.yaml")
    assert value is not None
    scalar = value.values["a"]
    assert isinstance(scalar, Scalar)
    assert scalar.garbled


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a: 'never closed\nb: 2\n", "1:4 Y102 the quotation mark that stands here is not closed"),
        ("a: @home\n", "1:4 Y102 a text that begins with `@` must stand in quotes"),
        ("a: *Explain* why\n", "1:4 Y102 a text that begins with `*` or `&` must stand in quotes"),
        ("a: one: two\n", "1:7 Y102 the text has a colon with a space behind it, which makes a key of what stands before it"),
        ("a:\n\tb: 1\n", "2:1 Y102 a tab stands where spaces must"),
        ("a: 1\n---\nb: 2\n", "2:1 Y102 `---` begins a second document, and only one is read"),
        ('a: "\\sqrt"\n', "1:5 Y102 a backslash in double quotes begins a sign of YAML's, and there is none of this name"),
        ("a: x\x00y\n", "1:5 Y102 the control character U+0000 stands here"),
        ("a: &x [*x]\n", "1:4 Y104 an alias (`*name`) stands within what it is the name of"),
        ("b: &b {c: 1}\na: {<<: *b}\n", "2:5 Y109 merge keys (`<<:`) are not read"),
    ],
)
def test_mistakes_are_told_in_plain_words(source: str, found: str) -> None:
    assert _found(source) == (found,)


def test_bytes_that_are_no_utf8_are_told_with_their_line() -> None:
    _, (found,) = read_yaml(b"a: 1\nb: caf\xe9\n", "x.yaml")
    assert str(found.span) == "x.yaml:2:7"


@pytest.mark.parametrize("written", ["010", "0x10", "1_000", "12:30", ".nan"])
def test_numbers_of_programs_are_texts(written: str) -> None:
    value, _ = read_yaml(f"a: {written}\n".encode(), "x.yaml")
    assert value is not None
    scalar = value.values["a"]
    assert isinstance(scalar, Scalar)
    assert scalar.value == written
