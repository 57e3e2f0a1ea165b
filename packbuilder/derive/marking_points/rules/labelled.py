"""R9l: a label with its answer behind a colon ("Units of momentum: kg m/s", "Newton's first law: an object remains ...") asks for what it names.

Only labels that say by their head what is asked, and of what: "Mesh: ..." does not, and "Homework: ..." is none.
"""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.marking_points.counts import MOST_NAMES
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.derive.marking_points.pieces import pieces
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.single import together
from packbuilder.derive.marking_points.words import lower
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_OF = r"(?P<of> (?:of|for|with|in|between|at|from|to) (?P<what>[^:;.?!=]{2,80}))"
_RECALLED = (
    r"(?:(?:SI )?units?|symbols?|formulae?|(?:Boolean |algebraic )?expression|(?:word |ionic |half[- ]|balanced |symbol )?equation|colours?|colour change|catalyst|reagent|indicator|capital|bond angle|angle|nth term|"
    r"prime factors|HCF|LCM|area|volume|perimeter|gradient|electron(?:ic)? (?:configuration|structure)|oxidation (?:state|number)|(?:relative )?charge|relative mass|shape|value|products?|reactants|optimum (?:pH|temperature)|boiling point|melting point|"
    r"currency|author|composer|setting|key signature|time signature|tempo|location|site|(?:law|principle)(?= of\b))"
)
_STATED = regex(rf"(?:the )?(?P<head>(?:(?!(?:and|or|a|an|the|if|when|only|max)\b)[\w’'-]+ )?{_RECALLED}){_OF}", re.IGNORECASE)
_LAW = regex(
    r"(?P<named>[A-Z][\w’'-]*(?:['’]s|s['’])(?: [A-Z][\w’'-]+)?(?: (?:first|second|third|zeroth))? (?:law|principle|rule|theorem)(?: of [\w ]+)?)"
)
_CONSTANT = regex(r"(?:the )?(?P<named>[A-Z][\w’'-]+ (?:constant|number))")
_NAME_OF = regex(r"Names? of (?P<what>(?:the|an?) [^:;.?!=]{4,80})")
_EXAMPLE = regex(r"(?:(?:an|one|a named) )?example of (?P<what>[^:;.?!=]{3,80})", re.IGNORECASE)
_DESCRIBED = regex(rf"(?:the )?(?P<head>(?:chemical |simple |food )?tests?|(?:signs?|symptoms?)(?: and symptoms)?){_OF}", re.IGNORECASE)
_DOES = regex(rf"(?:the )?(?P<head>(?:main )?(?:functions?|roles?|purposes?|job)){_OF}", re.IGNORECASE)
_OF_THING = regex(rf"\w{_OF}$")
_ONE_OF = regex(
    rf"(?:the |an? )?(?:main )?(?:drawback|advantage|disadvantage|benefit|limitation|strength|weakness|use|cause|effect|symptom|sign|feature){_OF}",
    re.IGNORECASE,
)
_UNNAMED = regex(
    r"(?:the|this|that) (?:solution|house|song|graph|site|gas|substance|piece|metal|sample|product|mixture|line|curve|circle|triangle|function|sequence|extract|reaction|compound|element|object|wave|"
    r"business|company|firm|liquid|solid|salt|play|poem|text|novel|film|room|building|country|city|river)",
    re.IGNORECASE,
)
"""What is one of many, and nobody says which."""
_OF_MARKING = regex(r"\b(?:marks?|answers?|questions?|homework|lessons?|pages?|papers?|examples?|points?|exam)\b", re.IGNORECASE)
_PLURAL = regex(
    r"(?:the )?(?:[\w’'-]+ ){0,2}?(?!units?\b|symbols?\b)(?P<head>[A-Za-z]+)(?: and symptoms)? (?:of|for|with|in|between|at|from|to) ",
    re.IGNORECASE,
)
"""What there are several of; several units or symbols are one in other words ("kg m/s, N s")."""
_ON = regex(
    r"(?:not|never|without|where|which|who|whom|whose|when|while|whilst|so|because|since|if|unless|but|then|thus|thereby|hence|therefore|rather|instead|until|after|before|as)\b",
    re.IGNORECASE,
)
"""What goes on behind a comma with the clause before it."""
_FORM = regex(r"(?P<form>to)\b|[a-z]+(?P<other>ing) (?:the|an?|its|their|it|them|his|her|by|in|on|up|down|off|out|to|from|into)\b")
"""How a clause goes on without a word that joins it; "housing" and "Fleming" are things."""
_CHOICE = regex(r"\bany (?:one|two|three|four|\d)\b", re.IGNORECASE)
_SHORT = 9
"""Words: so short an answer is stated, and explains nothing."""

_NAME = 5
"""Words: of so many a name has fewer."""


def labelled(point: Normal) -> Asked | None:
    """Ask for what a label names, and credit what stands behind its colon."""
    label, sign, rest = point.full.partition(": ")
    label, rest = label.strip(), rest.strip(" .")
    if (
        not sign
        or not re.search(r"\w", rest)
        or "?" in point.full
        or _OF_MARKING.search(label)
        or _CHOICE.search(point.raw)
        or verb_behind(label)
    ):
        return None
    given = pieces(rest) if ";" in rest or _several(label, rest) else (rest,)
    if not given or not (asked := _asked(label, rest, point.count)):
        return None
    if asked.startswith("Describe the ") and is_plural(asked.split()[2]) and point.count in (0, len(given)) and _are_names(given):
        asked = f"State {NUMBER_WORDS[min(len(given), MOST_NAMES)]} {asked.removeprefix('Describe the ')}"
    command = asked.split()[0]
    return Asked(rule="R9", command=command, sentence=asked, confidence=0.7, given=given)


def _are_names(given: tuple[str, ...]) -> bool:
    """Whether what stands behind a label are several names and no more, which describe nothing."""
    return len(given) > 1 and all(len(each.split()) < _NAME and not is_statement(each) for each in given)


def _listed(rest: str) -> bool:
    """Whether an answer is a list of several things, and no clause whose commas are its own ("speeds it up, without being used up")."""
    first, *others = (each.strip() for each in rest.split(","))
    if not others or together(rest) or not re.search(r"[a-z]{2}", rest):
        return False
    form = _form(first)
    return not any(_ON.match(each) or (_form(each) and _form(each) != form) for each in others)


def _form(piece: str) -> str:
    """Return how a piece begins where that is a verb's form: "to" or "ing"."""
    found = _FORM.match(piece)
    return (found["form"] or found["other"]) if found else ""


def _several(label: str, rest: str) -> bool:
    """Whether a label names several things, and a list of them follows."""
    found = _PLURAL.match(label)
    return bool(found and is_plural(found["head"]) and _listed(rest))


def _asked(label: str, rest: str, worth: int) -> str:
    """Return what a label asks for, or an empty text."""
    if law := _LAW.fullmatch(label):
        return f"State {law['named']}"
    if constant := _CONSTANT.fullmatch(label):
        return f"State the value of the {constant['named']}"
    if name := _NAME_OF.fullmatch(label):
        return f"Name {name['what']}"
    if (example := _EXAMPLE.fullmatch(label)) and ";" not in rest:
        return f"Give one example of {example['what']}"
    bare = re.sub(r"^(?:the|an?) ", "", label if label.startswith("Boolean") else lower(label), flags=re.IGNORECASE)
    if (of := _OF_THING.search(label)) and _UNNAMED.fullmatch(of["what"]):
        return ""
    if _ONE_OF.fullmatch(label) and not re.search(r"[;,/]", rest):
        return f"Explain the {bare}" if worth > 1 else f"State one {bare.removeprefix('main ')}"
    if _DESCRIBED.fullmatch(label):
        return f"Describe the {bare}"
    if _DOES.fullmatch(label):
        if worth != 1 and _listed(rest):
            return ""  # several points: they are explained, and credited one by one
        told = worth == 1 or (not worth and len(rest.split()) < _SHORT and ";" not in rest)
        return f"{'State' if told else 'Explain'} the {bare}"
    return f"State the {bare}" if _STATED.fullmatch(label) else ""
