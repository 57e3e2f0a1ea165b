"""Branches: elements that are written from patterns are those that are written one by one."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from packbuilder.typeset import structure
from packbuilder.typeset.branch_kinds import kind_of
from packbuilder.typeset.fragments import Fragment, Laid, Leaf, Node, Page, Slab, adopted
from packbuilder.typeset.writer import write
from tests.typeset.building import METADATA, bullets, glyphs, linked, paragraph, place, words

ROWS = (
    (Node(role="TR"), Node(role="TH", parent=0, scope="Row"), Node(role="TD", parent=0, name="credit")),
    (Node(role="TR"), Node(role="TD", parent=0), Node(role="P", parent=1), Node(role="TD", parent=0, columns=2)),
    (Node(role="TR", name="50 %d"),),
)


def table(*kinds: int) -> Fragment:
    """Return a table of rows, each a segment and a slab, painted in the elements that hold no others."""
    nodes, slabs = [Node(role="Table")], []
    for kind in kinds:
        at, row = len(nodes), ROWS[kind]
        nodes += adopted(row, offset=at, parent=0)
        bearing = [index for index, _ in enumerate(row) if index and all(node.parent != index for node in row)]
        slabs.append(Slab(14.0, tuple(Leaf(at + index, words("x", 20 * index)) for index in bearing)))
    return Fragment(slabs=tuple(slabs), nodes=tuple(nodes), segments=tuple(ROWS[kind] for kind in kinds), glyphs=glyphs("x"))


def paged(fragments: tuple[Fragment, ...], breaks: set[int]) -> Laid:
    """Return fragments on pages, a new one before each slab whose number is in `breaks`."""
    pages: list[list[tuple[int, Slab]]] = [[]]
    for number, each in enumerate((index, slab) for index, fragment in enumerate(fragments) for slab in fragment.slabs):
        if number in breaks:
            pages.append([])
        pages[-1].append(each)
    placed = [tuple(place(index, slab, 800.0 - 14 * at) for at, (index, slab) in enumerate(page)) for page in pages]
    used = frozenset().union(*(fragment.glyphs for fragment in fragments))
    return Laid(fragments=fragments, pages=tuple(Page(width=595.0, height=842.0, placements=each) for each in placed), glyphs=used)


FRAGMENTS = st.one_of(
    st.lists(st.integers(0, 2), min_size=1, max_size=5).map(lambda kinds: table(*kinds)),
    st.lists(st.sampled_from(("one", "two")), min_size=1, max_size=4).map(lambda entries: bullets(*entries)),
    st.lists(st.sampled_from(("a line", "another")), min_size=1, max_size=3).map(lambda lines: paragraph(*lines)),
)


@given(st.lists(FRAGMENTS, min_size=1, max_size=4), st.sets(st.integers(1, 12), max_size=4))
def test_patterns_give_the_bytes_and_the_seal_that_elements_give(fragments: list[Fragment], breaks: set[int]) -> None:
    document = paged(tuple(fragments), breaks)
    by_patterns = write((document,), metadata=METADATA, pictures={})
    with patch.object(structure, "kind_of", lambda _: None):
        one_by_one = write((document,), metadata=METADATA, pictures={})
    assert by_patterns == one_by_one


def test_elements_among_words_and_those_that_say_more_than_their_nodes_are_no_branch() -> None:
    among = Fragment(slabs=(Slab(14.0, (Leaf(0, words("a")), Leaf(1, words("b")))),), nodes=(Node(role="P"), Node(role="Span", parent=0)))
    assert kind_of(among) is None
    assert kind_of(linked("see ", "this", " there", "https://example.org")) is None
    assert kind_of(Fragment(slabs=(), nodes=(Node(role="Table"), Node(role="TR", parent=0)), segments=((Node(role="Note"),),))) is None
    assert kind_of(bullets("one")) is not None
    assert kind_of(table(0, 1)) is not None
