"""Values written down and read again: equal, and nothing of it is ever run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.app.library import load, source_files
from packbuilder.app.project import find_workplace, layout, layout_names
from packbuilder.diagnostics import Severity, Span, error
from packbuilder.document import Picture
from packbuilder.stored import UnstorableError, decoded, encoded

ROOT = Path(__file__).parents[1]

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(), inner, max_size=3) | st.frozensets(st.text(), max_size=3)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    back = decoded(encoded(value))
    assert back == value
    assert repr(back) == repr(value) or isinstance(value, frozenset | tuple | dict)


def test_whole_libraries_and_layouts_come_back_as_they_were() -> None:
    library = load(source_files(ROOT / "sources"), root=ROOT / "sources")
    parts = (
        library.bank.topics,
        library.bank.omissions,
        library.diagnostics,
        tuple(item for item in library.bank.items if not item.variants),
    )
    assert decoded(encoded(parts)) == parts
    for name in layout_names(find_workplace(ROOT)):
        look = layout(name, find_workplace(ROOT))
        assert repr(decoded(encoded(look))) == repr(look)


def test_what_equality_does_not_see_is_kept_too() -> None:
    picture = Picture(digest="d", data=bytes(range(256)))
    back = decoded(encoded(picture))
    assert isinstance(back, Picture)
    assert back.data == picture.data


def test_enumerations_keep_their_kind() -> None:
    mistake = error("N101", "wrong", Span(path="a.txt", line=3))
    assert decoded(encoded(mistake)) == mistake
    assert decoded(encoded(Severity.ERROR)) is Severity.ERROR


@pytest.mark.parametrize("value", [print, object(), [1], {1, 2}, Path("x"), 1j])
def test_other_things_are_refused(value: object) -> None:
    with pytest.raises(UnstorableError):
        encoded((value,))


@pytest.mark.parametrize(
    "tree",
    [
        {"os:system": ["true"]},
        {"app.library:load": [[]]},
        {"app.library:Path": ["x"]},
        {"diagnostics:Span": ["a", 1]},
        {"diagnostics:Severity": 9},
        {"nowhere:Thing": []},
        {"bytes": 1},
        {},
    ],
)
def test_a_tag_can_only_name_a_value_of_the_program(tree: object) -> None:
    with pytest.raises(UnstorableError):
        decoded(json.dumps(tree).encode())


@given(st.binary())
def test_damaged_data_are_refused(data: bytes) -> None:
    try:
        decoded(data)
    except UnstorableError:
        return
    assert json.loads(data) is not Ellipsis
