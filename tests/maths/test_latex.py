"""The LaTeX for the drawing library: drawn without errors, without a command printed as letters, and read back as itself."""

from __future__ import annotations

import html
import re

import pytest
import ziamath
from hypothesis import given, settings
from hypothesis import strategies as st
from ziamath.tex import tex2mml

from packbuilder import maths
from packbuilder.maths.commands import COMMANDS, FUNCTIONS, TYPED
from packbuilder.maths.nodes import Function

from .cases import CASES

_TOKEN = re.compile(r"<(mi|mo|mn|mtext)[^>]*>([^<]*)</")
_ARGUMENTS = {"accent": "{x}", "variant": "{A}", "text": "{two words}"}
_SIMPLE = [c for c in COMMANDS.values() if c.kind not in ("structure", "ignored", "space")]
_NOT_READ_BACK = (
    r"\ce",
    r"\binom",
    r"\choose",
    "1,250",
    "1{,}000",
    r"50\% of",
)  # written another way: see maths/latex.py


def drawn_words(latex: str) -> set[str]:
    """Draw the formula; the tokens of several letters in it that are neither words of a text nor known functions."""
    assert "<svg" in ziamath.Latex(latex).svg()
    tokens = _TOKEN.findall(tex2mml(latex))
    assert not any("\\" in html.unescape(text) and len(html.unescape(text)) > 1 for _, text in tokens)
    return {html.unescape(text) for name, text in tokens if name in ("mi", "mo") and len(html.unescape(text)) > 1}


@pytest.mark.parametrize("command", _SIMPLE, ids=[c.name for c in _SIMPLE])
def test_every_command_is_drawn_as_a_sign(command: object) -> None:
    name, kind = getattr(command, "name", ""), getattr(command, "kind", "")
    parsed = maths.parse("\\" + name + _ARGUMENTS.get(kind, ""))
    assert not parsed.problems
    assert drawn_words(maths.to_latex(parsed.tree)) <= set(FUNCTIONS)


@pytest.mark.parametrize("char", sorted(set(TYPED) - set("_")))
def test_every_typed_character_is_drawn_and_read_back(char: str) -> None:
    tree = maths.parse(char).tree
    latex = maths.to_latex(tree)
    assert drawn_words(latex) == set()
    assert maths.parse(latex).tree == tree


@pytest.mark.parametrize("source", [case.source for case in CASES])
def test_cases_are_drawn_without_command_text(source: str) -> None:
    tree = maths.parse(source).tree
    assert drawn_words(maths.to_latex(tree)) <= set(FUNCTIONS) | {"Var"}
    for piece in maths.breaks(tree):
        assert "<svg" in ziamath.Latex(maths.to_latex(piece), inline=True).svg()


@pytest.mark.parametrize("source", [case.source for case in CASES if not any(mark in case.source for mark in _NOT_READ_BACK)])
def test_what_is_written_reads_back_as_the_same_formula(source: str) -> None:
    tree = maths.parse(source).tree
    again = maths.parse(maths.to_latex(tree))
    assert not again.problems
    assert again.tree == tree


@pytest.mark.parametrize("words", ["50% & more", r"a \{b\} c", "x < y > z", "#1 _ $ ~ ^", "£5 – “so”", "a | b || c"])
def test_awkward_words_are_drawn_as_they_are(words: str) -> None:
    escaped = re.sub(r"(?<!\\)([%&#_$])", r"\\\1", words)
    parsed = maths.parse(rf"\text{{{escaped}}}")
    assert not parsed.problems
    assert drawn_words(maths.to_latex(parsed.tree)) == set()


@pytest.mark.parametrize(
    ("source", "latex"),
    [
        ("x^2", "x^{2}"),
        (r"a \leq b", r"a \le b"),
        ("|x||y|", "| x | | y |"),
        (r"\ce{H2O}", r"\mathrm {H}_{2} \mathrm {O}"),
        (r"\ce{C=C}", r"\mathrm {C} \text{=} \mathrm {C}"),
        (r"\ce{A ->[heat] B}", r"\mathrm {A} \xrightarrow{\text{heat}} \mathrm {B}"),
        (r"\binom{n}{k}", r"\begin{pmatrix} n \\ k \end{pmatrix}"),
        ("1,250", r"1\text{,}250"),
        ("½", r"\frac{1}{2}"),
        (r"\operatorname{sgn} x", r"\operatorname{sgn} x"),
    ],
)
def test_normalised_latex(source: str, latex: str) -> None:
    assert maths.to_latex(maths.parse(source).tree) == latex


def test_an_empty_formula_can_be_drawn() -> None:
    assert drawn_words(maths.to_latex(maths.parse("").tree)) == set()


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return (
        st.tuples(inner, inner).map(r"\frac{{{0[0]}}}{{{0[1]}}}".format)
        | st.tuples(inner, inner).map("{0[0]} + {0[1]}".format)
        | st.tuples(inner, inner).map("{{{0[0]}}}^{{{0[1]}}}".format)
        | inner.map(r"\sqrt{{{}}}".format)
        | inner.map(r"\left( {} \right)".format)
        | inner.map(r"\bar{{{}}}".format)
        | st.tuples(inner, inner).map(r"\begin{{cases}} {0[0]} & x > 0 \\ {0[1]} & x < 0 \end{{cases}}".format)
    )


_ATOMS = st.sampled_from(["x", "y_1", "2", "3.5", r"\alpha", r"\sin x", r"\text{so}", r"\ce{H2O}", "n!", "a = b", "-c", "|x|"])
_FORMULAS = st.recursive(_ATOMS, _wrapped, max_leaves=6)


@given(source=_FORMULAS)
@settings(deadline=None, max_examples=60)
def test_sound_formulas_are_always_drawn(source: str) -> None:
    parsed = maths.parse(source)
    assert not parsed.problems
    assert drawn_words(maths.to_latex(parsed.tree)) <= {Function(name=name).name for name in FUNCTIONS}
