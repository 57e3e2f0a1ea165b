"""Texts that one line holds are set without being cut into words: the same operators, heights and characters as otherwise."""

from __future__ import annotations

import re
from itertools import zip_longest
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.layout import TextStyle
from packbuilder.text import RichText, Run
from packbuilder.typeset.blocks import fitted, paragraphs
from packbuilder.typeset.blocks.fitted import Fitter, Sizes
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.fragments import Leaf, Node
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.words import as_a_whole
from tests.press.runs import look

NUMBER = re.compile(rb"-?[0-9.]+")
ALPHABET = "ab eéŴŁ5 cm°·‘’“”–—-/ \u00a0\u00adαΩ☐😀.,;:()%"
texts = st.lists(st.builds(Run, text=st.text(ALPHABET, max_size=12), bold=st.booleans()), min_size=1, max_size=3).map(tuple)


def near(one: bytes, other: bytes) -> bool:
    """Whether operators are the same but for the last decimal of a number: widths are summed in another order."""
    pairs = list(zip_longest(one.split(), other.split(), fillvalue=b""))
    return all(a == b or (NUMBER.fullmatch(a) and NUMBER.fullmatch(b) and abs(float(a) - float(b)) < 0.0015) for a, b in pairs)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(["left", "centre", "right"]), st.sampled_from([0.0, 0.05]), st.sampled_from([30.0, 90.0, 400.0]))
def test_a_whole_line_is_what_its_words_give(text: RichText, align: str, tracking: float, width: float) -> None:
    style = TextStyle(size=9.5, leading=12.0, align=align, tracking=tracking, before=3.0, after=2.0)  # type: ignore[arg-type]  # sampled
    context = Setter(look()).context("en-GB").within(width)
    node = Node(role="P")
    quick = set_text(text, style, context, node=node)
    with patch.object(paragraphs, "as_a_whole", lambda *_: None):
        slow = set_text(text, style, context, node=node)
    assert len(quick.slabs) == len(slow.slabs)
    assert near(*(b"".join(leaf.operators for slab in each.slabs for leaf in slab.leaves) for each in (quick, slow)))
    assert (quick.glyphs, quick.nodes, quick.before) == (slow.glyphs, slow.nodes, slow.before)
    assert [(slab.space, slab.after) for slab in quick.slabs] == [(slab.space, slab.after) for slab in slow.slabs]
    assert [slab.height for slab in quick.slabs] == pytest.approx([slab.height for slab in slow.slabs])


@pytest.mark.parametrize("text", ["", " a", "a ", "a  b", "a\tb", "a\nb", "5 cm", "a😀"])
def test_what_is_not_painted_as_it_is_written_is_no_whole(text: str) -> None:
    assert as_a_whole((Run(text=text),), TextStyle(), "atkinson") is None


@settings(max_examples=150, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from([25.0, 60.0, 150.0]), st.sampled_from([20.0, 40.0, 80.0]))
def test_sizes_that_are_passed_over_would_not_have_fitted(lines: list[RichText], width: float, height: float) -> None:
    def placed() -> tuple[Leaf, ...]:
        builder = Builder(Node(role="Div"))
        fitter = Fitter(builder, width=width, sizes=Sizes(largest=14.0, least=4.0, head=1.5), context=Setter(look()).context("en-GB"))
        return fitter.set(lines, parent=0, x=0.0, y=0.0, height=height)

    quick = placed()
    with patch.object(fitted.Fitter, "_surely_too_high", lambda *_: False):
        slow = placed()
    assert near(*(b"".join(leaf.operators for leaf in each) for each in (quick, slow)))
