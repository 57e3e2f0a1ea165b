"""Formulas: read once into a tree that knows meaning, written as LaTeX, plain text, speech, MathML or Office MathML.

A part is imported when it is first asked for: most notes have no formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from packbuilder.late import late

if TYPE_CHECKING:
    from packbuilder.maths.breaking import breaks, fine_breaks, rejoined
    from packbuilder.maths.commands import is_command
    from packbuilder.maths.latex import to_latex
    from packbuilder.maths.mathml import to_mathml
    from packbuilder.maths.nodes import Node
    from packbuilder.maths.omml import to_omml
    from packbuilder.maths.opening import Opened, opened
    from packbuilder.maths.parser import parse
    from packbuilder.maths.plain import to_plain
    from packbuilder.maths.problem import Parsed, Problem
    from packbuilder.maths.setting import as_set
    from packbuilder.maths.speech import Speech, to_speech
    from packbuilder.maths.voice import spoken_languages

__all__ = [
    "Node",
    "Opened",
    "Parsed",
    "Problem",
    "Speech",
    "as_set",
    "breaks",
    "fine_breaks",
    "is_command",
    "opened",
    "parse",
    "rejoined",
    "spoken_languages",
    "to_latex",
    "to_mathml",
    "to_omml",
    "to_plain",
    "to_speech",
]

__getattr__ = late(
    __name__,
    {
        "Node": "nodes",
        "Opened": "opening",
        "Parsed": "problem",
        "Problem": "problem",
        "Speech": "speech",
        "as_set": "setting",
        "breaks": "breaking",
        "fine_breaks": "breaking",
        "is_command": "commands",
        "opened": "opening",
        "parse": "parser",
        "rejoined": "breaking",
        "spoken_languages": "voice",
        "to_latex": "latex",
        "to_mathml": "mathml",
        "to_omml": "omml",
        "to_plain": "plain",
        "to_speech": "speech",
    },
)
