"""Formulas: read once into a tree that knows meaning, written as LaTeX, plain text, speech or MathML."""

from __future__ import annotations

from packbuilder.maths.nodes import Node
from packbuilder.maths.parser import parse
from packbuilder.maths.plain import to_plain
from packbuilder.maths.problem import Parsed, Problem

__all__ = ["Node", "Parsed", "Problem", "parse", "to_plain"]
