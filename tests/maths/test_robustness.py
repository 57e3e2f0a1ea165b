r"""Whatever stands between dollar signs: reading and writing never raise, and what is written stays well-formed."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder import maths
from packbuilder.maths.commands import COMMANDS, ENVIRONMENTS, TYPED
from packbuilder.maths.problem import MAX_PROBLEMS

_PIECES = st.sampled_from(
    [
        *("\\" + name for name in COMMANDS),
        *(f"\\begin{{{name}}}" for name in ENVIRONMENTS),
        *(f"\\end{{{name}}}" for name in ENVIRONMENTS),
        *TYPED,
        *"{}[]()^_&$'~ .,0123xyABeN²₃½",
        r"\\",
        r"\limits",
        r"\right",
        r"\ce{",
        "->",
        "<=>",
        "->[",
        "^{",
        "_{",
        r"\text{",
    ]
)
_SOURCES = st.lists(_PIECES, max_size=25).map("".join) | st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=60)


@given(source=_SOURCES)
@settings(deadline=None, max_examples=400)
def test_any_source_is_read_and_written(source: str) -> None:
    parsed = maths.parse(source)
    assert len(parsed.problems) <= MAX_PROBLEMS
    assert all(0 <= problem.offset <= len(source) and problem.message for problem in parsed.problems)
    assert isinstance(maths.to_plain(parsed.tree), str)
    assert maths.to_latex(parsed.tree)
    assert maths.breaks(parsed.tree)
    assert "\\" not in maths.to_speech(parsed.tree).words


@given(source=st.text(alphabet=r"\ce{}[]()^_+-=<>.*v$ 012HOaqsNel#", max_size=40).map(r"\ce{{{}}}".format))
@settings(deadline=None, max_examples=300)
def test_any_chemistry_is_read_and_written(source: str) -> None:
    tree = maths.parse(source).tree
    assert isinstance(maths.to_plain(tree), str)
    assert "\\" not in maths.to_speech(tree).words


@given(source=_SOURCES)
@settings(deadline=None, max_examples=200)
def test_mathml_is_well_formed(source: str) -> None:
    printable = "".join(char for char in source if char.isprintable() or char == " ")
    element = ElementTree.fromstring(maths.to_mathml(maths.parse(printable).tree))
    assert element.tag.endswith("math")


@pytest.mark.parametrize(
    "source",
    [
        "{" * 5000,
        "x^{" * 3000 + "}" * 3000,
        r"\frac{" * 2000,
        r"\sqrt[" * 2000,
        r"\ce{->[" * 2000,
        r"\left(" * 2000,
    ],
    ids=["braces", "powers", "fractions", "roots", "chemistry", "brackets"],
)
def test_nesting_has_a_limit(source: str) -> None:
    parsed = maths.parse(source)
    assert parsed.problems
    assert isinstance(maths.to_plain(parsed.tree) + maths.to_speech(parsed.tree).words + maths.to_latex(parsed.tree), str)


def test_equal_sources_give_equal_trees() -> None:
    assert maths.parse(r"x^2+\frac12") == maths.parse(r"x^2+\frac12")
