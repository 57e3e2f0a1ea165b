"""Formulas among key concepts: which meanings are formulas, and what the question that asks for one calls it ("the quadratic formula")."""

from __future__ import annotations

import re

from packbuilder.derive.terms import bare_definition, first_sentence
from packbuilder.model.topic import KeyConcept
from packbuilder.patterns import regex

_SYMBOLS = regex(r"\$[^$]+\$\.?|\\\(.+\\\)\.?|(?=[^=]*=)(?!.*(?<![A-Za-z\\])[a-z]{4,}).+")
"""A meaning that is a formula and says nothing in words: "TR = P × Q"."""
_NUMBER = r"[-−–]?\d[\d.,]*(?:\s?[×x]\s?10\S+)?"
_VALUE = regex(rf"(?:[^\W\d_]\S{{0,8}}\s?=\s?)?{_NUMBER}(?:\s?(?:[%°µΩ]|[^\W\d_])\S*){{0,3}}\.?|[\W\d]+")
"""A number, with or without its letter and unit, or a sum of numbers alone: "g = 9.8 N/kg", "1 + 1 = 10"."""
_ROW = regex(r"[^\w\s;]?\s?\d[^;]{0,20}(?:;\s*[^\w\s;]?\s?\d[^;]{0,20})+|(?:[^\w\s]\s?)?\d[\d\s.,–—-]*")
"""Amounts alone, as the row of a table without heads is read: "5000–10 000; 75"."""
_SIGN = regex(r"\s*(?:[=→⇌+×÷*/]|[-=]>|\s[−–x-]\s)\s*")
_WORDS_OF_SENTENCES = regex(r"\b(?:an?|that|which|is|are|was|when|where|if|to|by|with|e\.g)\b", re.IGNORECASE)
_PIECE = 5
"""Words: a quantity in a formula has hardly more ("% change in quantity demanded")."""
_EXPRESSION = regex(r"(?=.*[\d²³π])(?=.*[^\W\d_])(?!.*[^\W\d_]{4,})(?!.*\d\s(?!to\b)[a-z]{2,}\b)(?!\d[\d.,]*\s?[^\W\d_]+$)\S(?:.{0,30}\S)?")
"""An expression that is set equal to nothing: "πr²", "(n - 2) × 180°"; not "10 cm"."""
_CHEMICAL = regex(r"(?=\S*[A-Z\d])\S+")

_KIND = r"(?:(?:word|symbol|ionic|balanced|chemical|general|simple|half|overall) )*(?:formula|equation|expression)"
_CALLED_FOR = regex(rf"(?:the )?(?P<kind>{_KIND}) (?P<link>for|of) .+", re.IGNORECASE)
"""`Equation for density`, `Word equation for photosynthesis`."""
_CALLED = regex(r"(?:the )?.*\w[’']? (?:formula|equation)", re.IGNORECASE)
"""`Quadratic formula`, `Euler's formula`."""
_OF_NOTHING = regex(
    r"(?:the )?(?:empirical|molecular|structural|displayed|skeletal|condensed|chemical|general|unit|word|symbol|ionic|net ionic|half|half-?|balanced|nuclear|"
    r"linear|quadratic|cubic|simultaneous|differential|parametric|polar|exponential|logarithmic|trigonometric|cartesian|vector) (?:formula|equation)s?|(?:formula|equation)s?",
    re.IGNORECASE,
)
"""Kinds of formulas, each of which is one of something that the term does not name: but for "the quadratic formula"."""
_THE_QUADRATIC = regex(r"(?:the )?quadratic formula", re.IGNORECASE)
_RULE = regex(r"(?:the )?.*\w[’']? (?:rule|law|theorem|principle|identity|relation|relationship|inequality)", re.IGNORECASE)
_OWNER = regex(r"[^\W\d_][\w’'-]*(?:[’']s|s[’']) (?!.*(?:law|rule|theorem|principle) (?:formula|equation)$)", re.IGNORECASE)
"""Whose formula it is, but for "the Ohm's law equation", which is the law's."""
_THING = regex(
    r"(?!.*\b(?:of|in|for)\b)(?:.* )?(?:functions?|variables?|constants?|assignments?|numbers?|sequences?|series|graphs?|vectors?|matri(?:x|ces)|reactions?|expressions?|terms?|sets?|points?|loops?|arrays?|strings?|comments?|statements?|"
    r"conditions?|examples?|units?|ions?|isotopes?|compounds?|elements?|molecules?|(?<!standard )forms?|notation|quadratics?|cubics?|polynomials?|asymptotes?|factors?|roots?|inequalit(?:y|ies)|equations|formulae|formulas)",
    re.IGNORECASE,
)
"""What a formula beside it is one of, or a way to write it: `Variable: x = 5`, `Linear function: y = 2x + 1`."""
_CURVE = regex(r"(?:(?:an?|the) )?(?P<what>(?:straight )?line|circle|parabola|ellipse|hyperbola|plane)", re.IGNORECASE)
_SHAPE = r"(?:circle|triangle|trapezium|trapezoid|parallelogram|rectangle|square|rhombus|kite|polygon|hexagon|sector|ellipse|sphere|hemisphere|cone|cylinder|prism|cuboid|cube|pyramid|straight line|line segment)"
_OF_SHAPE = regex(
    rf"(?P<head>.+ of (?:an? |the )?)(?P<shape>(?:(?:right-angled|equilateral|regular|square-based|triangular|semi) )?{_SHAPE})",
    re.IGNORECASE,
)
_MEASURE = regex(r"(?P<one>[\w-]*[^\Ws](?: [\w-]*[^\Ws])?) of .+|[a-z](?:th|-th) term.*", re.IGNORECASE)
"""`Area of a circle`, `Rate of reaction`, but not `moles of gas`."""
_ONLY_ONE = frozenset(
    ("gradient", "midpoint", "discriminant", "mean", "circumference", "determinant", "scalar product", "dot product", "standard deviation")
)
"""What there is one of, so that it stands with "the"."""


def is_formula(concept: KeyConcept) -> bool:
    """Whether a concept's meaning is a formula alone: to be stated as one; among meanings in words it would be known by its looks."""
    meaning, term = first_sentence(bare_definition(concept)).strip(), concept.term.strip()
    if is_value(concept) or _THING.fullmatch(term) or (_OF_NOTHING.fullmatch(term) and not _THE_QUADRATIC.fullmatch(term)):
        return False
    if _SYMBOLS.fullmatch(meaning):
        return True
    said = meaning.rstrip(".")
    if _CALLED_FOR.fullmatch(term):
        return _in_words(said) or bool(_CHEMICAL.fullmatch(said))
    if _OF_SHAPE.fullmatch(term):
        return _in_words(said) or bool(_EXPRESSION.fullmatch(said))
    return bool(_CALLED.fullmatch(term)) and _in_words(said)


def is_value(concept: KeyConcept) -> bool:
    """Whether a concept's meaning is the value of what it names, or a sum of numbers, in symbols ("g = 9.8 N/kg")."""
    meaning = first_sentence(bare_definition(concept)).strip()
    return "=" in meaning and bool(_VALUE.fullmatch(meaning))


def is_amounts(concept: KeyConcept) -> bool:
    """Whether a concept's meaning is amounts of which nobody says what they are, and so no meaning."""
    return bool(_ROW.fullmatch(first_sentence(bare_definition(concept)).strip().rstrip(".")))


def _in_words(meaning: str) -> bool:
    """Whether a meaning is quantities or substances with signs between them, and no sentence ("speed = distance ÷ time")."""
    pieces = _SIGN.split(meaning)
    return len(pieces) > 1 and not _WORDS_OF_SENTENCES.search(meaning) and all(len(piece.split()) <= _PIECE for piece in pieces)


def formula_called(term: str) -> str:
    """Return what an English question calls a formula, with its article: "the quadratic formula", "Euler's formula", "the formula for momentum"."""
    bare = re.sub(r"^the ", "", term, flags=re.IGNORECASE)
    if _CALLED_FOR.fullmatch(bare):
        return f"the {_with_article(bare)}"
    if _CALLED.fullmatch(bare) or _RULE.fullmatch(bare):
        return bare if _OWNER.match(bare) else f"the {bare}"
    if found := _CURVE.fullmatch(term):
        return f"the equation of {_a(found['what'])}"
    named = _with_article(bare)
    the = _MEASURE.fullmatch(named) or bare.casefold() in _ONLY_ONE or bare != term
    return f"the formula for {'the ' if the else ''}{named}"


def _with_article(named: str) -> str:
    """Return a name with the article that its shape is without ("area of trapezium")."""
    found = _OF_SHAPE.fullmatch(named)
    if not found or found["head"].endswith((" a ", " an ", " the ")):
        return named
    return f"{found['head']}{_a(found['shape'])}"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].casefold() in 'aeiou' else 'a'} {noun}"
