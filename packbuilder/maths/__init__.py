"""Formulas: read once into a tree that knows meaning, written as LaTeX, plain text, speech, MathML or Office MathML.

A part is imported when it is first asked for: most notes have no formula.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packbuilder.maths.breaking import breaks, fine_breaks, rejoined
    from packbuilder.maths.latex import to_latex
    from packbuilder.maths.mathml import to_mathml
    from packbuilder.maths.nodes import Node
    from packbuilder.maths.omml import to_omml
    from packbuilder.maths.opening import Opened, opened
    from packbuilder.maths.parser import parse
    from packbuilder.maths.plain import to_plain
    from packbuilder.maths.problem import Parsed, Problem
    from packbuilder.maths.speech import to_speech

_PLACES = {
    "Node": "nodes",
    "Opened": "opening",
    "Parsed": "problem",
    "Problem": "problem",
    "breaks": "breaking",
    "fine_breaks": "breaking",
    "opened": "opening",
    "parse": "parser",
    "rejoined": "breaking",
    "to_latex": "latex",
    "to_mathml": "mathml",
    "to_omml": "omml",
    "to_plain": "plain",
    "to_speech": "speech",
}

__all__ = [
    "Node",
    "Opened",
    "Parsed",
    "Problem",
    "breaks",
    "fine_breaks",
    "opened",
    "parse",
    "rejoined",
    "to_latex",
    "to_mathml",
    "to_omml",
    "to_plain",
    "to_speech",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
