"""What a question is worth that a statement answers: as many marks as the statement says things."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.derive.definitions import worth_of
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.derive.marking_points.tariff import TARIFF, Tariff
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept
from packbuilder.patterns import regex

_MORE = regex(r",(?! which\b)|;|\b(?:and|so|then|which|causing|making|leading|allowing|but)\b")
"""What joins a second thing to the first."""
_LEAST = 2
"""Marks of an explanation or a description: for what happens, and for what it does."""


def within_answer(tariff: Tariff, asked: Asked, normal: Normal, span: Span, joints: tuple[str, ...] = ()) -> Tariff:
    """Return a tariff that the answer in a statement can earn: a meaning as a definition's, a reason or a description by its steps.

    `joints` are words for "and" in another language.
    """
    if asked.command == "Define":
        return replace(TARIFF["Define"], marks=worth_of(KeyConcept(term="", definition=" ".join(normal.tail), span=span)))
    if len(normal.tail) != 1 or tariff.rank > TARIFF["Explain"].rank or tariff.marks < _LEAST:
        return tariff
    steps = 1 + len(_MORE.findall(normal.tail[0])) + sum(word in joints for word in normal.tail[0].split())
    return replace(tariff, marks=min(tariff.marks, max(_LEAST, steps)))
