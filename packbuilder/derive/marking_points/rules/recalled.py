"""R9r: a fact that has one answer ("unit of power - W", "Formula for density"), and a term with its meaning behind a dash."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, Outcome
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_FACT = regex(
    r"^(?P<what>(?P<article>the )?(?:(?:SI|base|chemical|molecular|empirical|general|word|correct|standard|exact|birth) )*(?:(?:unit|formula|equation|date|year|author|composer|inventor) (?:of|for)|symbol for|(?<=chemical )symbol of) (?!birth$|success\b|(?:competence|analysis|study|learning|measurement)\b|(?:the |an? |this |your )?(?:next )?(?:exam|test|mock|assessment|deadline|submission|hand-in|lesson)s?\b)"
    r"(?:(?!\s[–—-]\s)[^\[\]():;=→>])+?)(?:\s+[–—-]\s+(?P<dashed>[^–—]+?)|:\s+(?P<told>[^:]+)|\s*[\[(](?P<bracketed>[^\[\]()\d][^\[\]()]*)[\])])?$",
    re.IGNORECASE,
)
_GENUS = r"(?:time|amount|rate|process|ability|distance|energy|force|study|speed|measure|quantity|substance|chemical|molecule|reaction|type|kind|form|method|way|loss|gain|spread|removal|splitting|breakdown)"
_MEANING = regex(
    rf"^(?P<term>(?P<first>[A-Za-z][\w’'-]*)(?:[ -][a-z][\w’'-]*){{0,3}})\s+[–—-]\s+(?P<meaning>(?:the|an?)\s(?:\w+\s)?{_GENUS}\s(?!and\b)[^–—:;]+\s[^–—:;]+)$"
)
"""A term in small letters, and a meaning that says first what kind of thing it is."""


def recalled(point: Normal) -> Outcome:
    """Ask for the one fact that a point names, or for what its term means; what stands behind the dash is credited."""
    body = point.body
    found = _FACT.match(body)
    if found:
        answer = (found["dashed"] or found["told"] or found["bracketed"] or "").strip(" .")
        article = "" if found["article"] else "the "
        sentence = f"State {article}{lower(found['what'])}"
        return Asked(rule="R9", command="State", sentence=sentence, confidence=0.7, given=(answer,) if answer else ())
    found = _MEANING.match(body)
    if found and not form_and_base(found["first"])[1]:
        sentence = f"State what is meant by {lower(found['term'])}"
        return Asked(rule="R9", command="Define", sentence=sentence, confidence=0.65, given=(found["meaning"].strip(" ."),))
    return None
