"""Regular expressions that are compiled on first use."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import packbuilder
from packbuilder.patterns import _Late, regex


def test_they_do_what_compiled_ones_do() -> None:
    word = regex(r"(?P<first>\w)\w*", re.ASCII)
    assert word.pattern == r"(?P<first>\w)\w*"
    assert word.findall("to be") == ["t", "b"]
    assert word.sub(r"<\1>", "to be") == "<t> <b>"
    assert word.flags == re.compile(word.pattern, re.ASCII).flags
    assert regex(rb"\d+").search(b"a12")[0] == b"12"  # type: ignore[index]


def test_nothing_is_compiled_before() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("a")


def test_every_expression_of_the_program_can_be_compiled() -> None:
    found = 0
    for module in pkgutil.walk_packages(packbuilder.__path__, "packbuilder."):
        if module.name != "packbuilder.__main__":
            for value in vars(import_module(module.name)).values():
                for each in _late(value):
                    re.compile(each.pattern, each._flags)
                    found += 1
    assert found > 900


def _late(value: object) -> list[_Late]:
    """Return the expressions in a module's value, tables of them included."""
    if isinstance(value, _Late):
        return [value]
    if isinstance(value, dict):
        return [each for inner in (*value, *value.values()) for each in _late(inner)]
    if isinstance(value, tuple | list):
        return [each for inner in value for each in _late(inner)]
    return []
