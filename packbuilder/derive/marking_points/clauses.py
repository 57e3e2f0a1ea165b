"""Clauses: a verbal point cut into what it asks for, one thing after the other ("explain X and calculate Y")."""

from __future__ import annotations

import re
from dataclasses import replace

from packbuilder.derive.marking_points.lexicon import ACTIONS, DETERMINERS, KNOWS, LINKS, MAKES, NOUNISH, PREPOSITIONS, SYNONYMS, VALUES
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.marking_points.verbs import base_form, imperative, third_person
from packbuilder.patterns import regex
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb in its base form, a second verb that shares its object, and all that follows; `joint` stood before it."""

    verb: str
    rest: str
    second: str = ""
    adverb: str = ""
    joint: str = ""


_WORD = r"[A-Za-z]+(?:-[a-z]+)?"
_OPENING = regex(
    rf"^(?P<adverb>critically\s+)?(?P<one>{_WORD})(?P<more>(?:,\s+(?P<mid>{_WORD}))?,?\s+(?:and|or|and/or|and then|then)\s+(?:to\s+)?(?P<adverb2>critically\s+)?(?P<two>{_WORD}))?(?P<rest>,?\s+.+)$",
    re.IGNORECASE,
)
_TWO_NOUNS = regex(r"[A-Z][a-z]+s (?:and|&) [a-z]+s")
"""Two plurals, and no verb that lacks its object ("Checks and balances")."""
_NOUN_FIRST = regex(r"(?:aims?|meanings?|signs) (?:of|that)\b", re.IGNORECASE)
"""Nouns that look like verbs ("Aim of the New Deal")."""
_BOUNDARY = regex(
    r"(?P<joint>\s*[,;]\s*(?:and then\s+|and\s+|then\s+|also\s+|as well as\s+)?|\s+(?:and then|and also|and|then|as well as|before|whilst also)\s+)"
    r"(?:(?:also|then|hence|accurately|correctly|appropriately|clearly)\s+)*(?P<adverb>critically\s+)?(?P<verb>[a-z]+)\b(?=\s)",
)
_ASIDE = regex(r"^,\s(?:in|with|from|for|by|giving|using)\b[^,]*,")
"""What stands between commas after a verb ("List, in order, the stages")."""
_HOW = regex(r"\b(?:how|why|what|which|that|when|where|whether|if|who)\b")
_SURE_IN_HOW = frozenset(
    "calculate draw sketch plot interpret convert solve write explain describe evaluate assess analyse discuss".split()
)
_NEVER_NOUNS = frozenset(
    "carry conduct perform investigate collect undertake prepare choose ensure create produce construct apply select".split()
)
_POINTS_BACK = regex(r"\s(?:it|them|this|these|those|each|both|how|why)\b")
"""What follows a verb that says more of what was named before it ("the principles of safeguarding and linking each to practice")."""
_GOVERNED = regex(r"\b(?:of|for|by|when|before|after|without) \w+ing\b[^,;]*$")
_BARE = "base"
_GOES_ON = frozenset("explain describe evaluate justify discuss compare suggest understand".split())
"""Verbs that open a clause of their own after a performance or after `use X to ...`; others belong to its steps."""


def form_and_base(word: str) -> tuple[str, str]:
    """Return the form of a verb (`base`, `gerund` or `third`) and its base; empty texts where it is none."""
    if base := base_form(word):
        return _BARE, base
    if word.casefold().endswith("ing") and (base := imperative(word)):
        return "gerund", base
    if (base := third_person(word)) and word.casefold() != "critics":
        return "third", base
    return "", ""


def kind_of(verb: str) -> str:
    """Return what can be done with a verb on paper: `command`, `use`, `know`, `link`, `values`, `action`, `make`, or nothing."""
    if verb in ("use", "apply", "utilise", "employ"):
        return "use"
    if verb in KNOWS:
        return "know"
    if verb == "write":
        return "values"
    if verb in LINKS:
        return "link"
    if verb.capitalize() in TARIFF or verb in SYNONYMS:
        return "command"
    for name, verbs in (("values", VALUES), ("action", ACTIONS), ("make", MAKES)):
        if verb in verbs:
            return name
    return ""


def parse(body: str) -> tuple[str, tuple[Clause, ...]]:
    """Return the form of the opening verb and the clauses; no clauses where the body does not open with a verb."""
    found = _OPENING.match(body)
    if not found or _NOUN_FIRST.match(body) or _TWO_NOUNS.fullmatch(body):
        return "", ()
    form, one = form_and_base(found["one"])
    if not one or (
        found["one"].casefold() in NOUNISH and form != "gerund" and not _object_follows((found["more"] or "") + found["rest"], one)
    ):
        return "", ()
    opening = _opened(found, form, one)
    return form, _split(opening, form)


def _object_follows(text: str, verb: str) -> bool:
    """Whether a text goes on as an object does: with a determiner, or a plain adjective or noun, not `of`, `for` or another verb's."""
    text = _ASIDE.sub("", text)
    words = text.replace(",", " ").split()
    if not words:
        return False
    first = words[0].casefold()
    if first in DETERMINERS or first[:1].isdigit() or words[0][:1].isupper() or first.endswith(("'s", "’s", "s’", "s'")):
        return True
    if first in ("and", "or") and verb == "use" and len(words) > 2 and not kind_of(base_form(words[1])):
        return words[2][:1].isupper() or words[2].casefold() in DETERMINERS
    if first in ("and", "or") and len(words) > 2:
        return bool(kind_of(base_form(words[1]))) and (words[2].casefold() in DETERMINERS or words[1].casefold() not in NOUNISH)
    if first in PREPOSITIONS.get(verb, ()):
        return True
    if verb in ("use", "outline", "list", "name", "review", "estimate"):
        return first not in ("of", "in", "by", "for", "as", "is", "are", "on", "within")
    if first in (
        "of",
        "for",
        "in",
        "on",
        "at",
        "to",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "can",
        "will",
        "by",
        "from",
        "between",
        "with",
        "within",
    ):
        return False
    # An adjective or noun and then a plain noun: "use standard form", "plan effective sessions"; but not "design features".
    return (
        first.endswith(("al", "ive", "ic", "ful", "able", "ible", "ant", "ent", "ous", "ed", "ical", "ate", "ing")) or first in _ADJECTIVES
    )


_ADJECTIVES = frozenset(
    "simple basic standard good clear own other more common safe effective correct new large small short long full".split()
)


def _opened(found: re.Match[str], form: str, one: str) -> Clause:
    adverb = (found["adverb"] or found["adverb2"] or "").strip().casefold()
    if found["two"]:
        other, two = form_and_base(found["two"])
        middle = found["mid"]
        mid_ok = not middle or bool(form_and_base(middle)[1])
        object_follows = found["rest"].lstrip()[:1] != "," and (
            found["two"].casefold() not in NOUNISH or _object_follows(found["rest"], two) or other == "gerund"
        )
        if two and mid_ok and kind_of(two) and object_follows and (other == form or form != _BARE):
            return Clause(verb=one, second=two, adverb=adverb, rest=found["rest"].strip())
    adverb = (found["adverb"] or "").strip().casefold()
    start = found.end("one")
    return Clause(verb=one, adverb=adverb, rest=found.string[start:].strip())


def _split(opening: Clause, form: str) -> tuple[Clause, ...]:
    """Cut the opening clause's rest at coordinated verbs."""
    clauses = [opening]
    text, start = opening.rest, 0
    for found in _BOUNDARY.finditer(text):
        verb = _coordinated(found, text[start : found.start()], text[found.end() :], form)
        if not verb or found.start() <= start:
            continue
        if kind_of(clauses[-1].verb) in ("action", "use") and verb not in _GOES_ON and not (verb == "use" and form == "gerund"):
            continue
        clauses[-1] = replace(clauses[-1], rest=text[start : found.start()].strip())
        adverb = (found["adverb"] or "").strip()
        clauses.append(Clause(verb=verb, adverb=adverb, joint=found["joint"], rest=text[found.end() :].strip()))
        start = found.end()
    return tuple(clauses)


def _coordinated(found: re.Match[str], before: str, after: str, form: str) -> str:
    """Return the base of a verb that opens another clause of the same point, or an empty text."""
    word = found["verb"]
    other, base = form_and_base(word)
    kind = kind_of(base) if base else ""
    if not kind or not before.strip():
        return ""
    if other == "gerund" and re.search(r"ing\s*$", before) and not _POINTS_BACK.match(after):
        return ""  # "of creating and maintaining": the two share what governs them
    if other == "gerund" and kind in ("action", "make", "values") and _GOVERNED.search(before):
        return ""  # "the order of putting on and taking off gloves"
    if other == "gerund" and "as well as" not in found["joint"] and (form != "gerund" or not re.search(r"and|then|;", found["joint"])):
        return ""
    pointing = re.match(r"\s+(?:it|them|this|these|the|how|why)\b", after)
    if other == "third" and (word in NOUNISH or (form != "third" and not pointing)):
        return ""
    follows = after.split()[0].casefold().strip(",")
    if word in NOUNISH and not (_object_follows(after, base) if base == "use" else follows in DETERMINERS):
        return ""
    if kind in ("action", "make") and other == _BARE and base not in _NEVER_NOUNS and follows not in DETERMINERS:
        return ""
    if re.search(r"\bto\s+(?:\w+ly\s+)?\w+\s*$", before) or re.search(
        r"\b(?:can|could|may|might|will|would|should|must|to|not)\s*$", before
    ):
        return ""  # "to identify and describe": the verb goes on an infinitive, not the point
    reckons = base == "use" and re.match(r"\s+[\w ,-]{1,60} to (?:calculate|find|work out|determine)\b", after)
    apart = re.search(r";|as well as", found["joint"]) or ("," in found["joint"] and "and" in found["joint"] and kind == "command")
    if _HOW.search(before) and not apart and other != "gerund" and base_form(before.split()[-1]):
        return ""  # "how scientists predict and explain the weather"
    if other == form == "gerund" and kind == "command" and "and" in found["joint"]:
        return base  # "recommending ways in which X could improve and justifying one": no clause within goes on with a gerund
    if _HOW.search(before) and not apart and not reckons:
        if base not in _SURE_IN_HOW or (kind == "values" and base == "write"):
            return ""
        if (
            other == _BARE
            and "," not in found["joint"]
            and re.search(r"\b(?:\w+s|people|they|we|you)\s*$", before)
            and not re.match(r"\s+(?:how|why|what|the|its|their|some|two|calculate)\b", after)
        ):
            return ""
    return base


_EACH_ALONE = r"\beach(?= (?:does|is|has|one|of (?:them|these|the (?:parts|labels|stages|structures)))\b|$)"
"""Each of what was named before ("what each does", "the function of each")."""


def find_reference(text: str) -> bool:
    """Whether a clause points back to an earlier one, so that it cannot stand alone."""
    head = " ".join(text.split()[:5])
    head = re.sub(
        r"\b(?:why|how|when|whether|that) it (?:is|was|can be|may be|must be) (?:important|necessary|useful|essential|difficult|possible|vital)\b",
        "",
        head,
    )
    return bool(re.search(rf"\b(?:it|them|they|these|those|this|their|its|such)\b|{_EACH_ALONE}", head))
