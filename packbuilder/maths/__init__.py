"""Formulas: read once into a tree that knows meaning, written as LaTeX, plain text, speech, MathML or Office MathML."""

from __future__ import annotations

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
