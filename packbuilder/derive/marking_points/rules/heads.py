"""R9h: a noun phrase whose head says what is asked of it: causes are explained, stages described, examples given."""

from __future__ import annotations

import re

from packbuilder.abbreviations import WITHIN
from packbuilder.amounts import NUMBER_WORDS, number_said
from packbuilder.derive.marking_points.counts import names_asked
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import ANSWERED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.rules.nominal import NOMINALS
from packbuilder.derive.marking_points.said import NEEDS_VALUES
from packbuilder.derive.marking_points.words import lower
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import PEOPLES, capital
from packbuilder.values import replace

_EXPLAIN = "importance significance purpose role function need reasons reason cause causes effect effects impact impacts consequences consequence influence relationship relationships link links connection connections factors difference differences benefit benefits advantage advantages disadvantage disadvantages implications mechanism mechanisms principle principles concept rationale contribution challenges problems risks use uses value meaning".split()
_DESCRIBE = "process processes stages steps structure structures features feature characteristics symptoms types type methods method techniques ways range pattern patterns distribution formation development nature location properties property changes change trends events key arrangement sequence composition life limitation limitations barrier barriers obstacles hazard hazards signs strength strengths weakness weaknesses criticism criticisms drawback drawbacks roles responsibilities similarities sources strategies measures skills qualities duties merits demerits objectives rights evidence conditions history growth aim aims components elements contra-indications contraindications".split()
_QUALITY = regex(r"^(?:(?:clear|strong|appropriate|relevant|explicit|accurate|valid|detailed|sound|logical|thoughtful)\s+)+", re.IGNORECASE)
"""How good an answer is, before the head of what it is about ("clear links between ...")."""
_SENTENCES = regex(rf"(?<=[a-z]{{3}}){WITHIN}\.\s+(?=[A-Z][a-z]+\s)")
"""Where a sentence ends and another begins: such a text is no noun phrase."""
_ASSESS = frozenset("extent success effectiveness usefulness validity reliability".split())
KNOWN = frozenset((*_EXPLAIN, *_DESCRIBE, *_ASSESS))
"""Heads that say what is asked of what follows them."""
_HEAD = regex(
    r"^(?:(?P<article>the|an?)\s+)?(?P<adjectives>(?:(?:two|three|four|five|main|key|major|different|various|possible|potential|positive|negative|social|economic|environmental|political|physical|human|short-term|long-term|likely|wider|underlying|important|common|general|basic|relative|cultural|legal|ethical|chemical|biological|structural)(?:,\s*|\s+and\s+|\s+))*)"
    r"(?P<head>[A-Za-z]+(?:-[a-z]+)?)(?:\s+and\s+(?:(?:one|two|three|the)\s+)?(?P<also>[A-Za-z]+))?\s+(?P<of>of|in|between|for|on|from|that|which|to)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)


_INCLUDING = regex(
    r"^(?P<asked>(?:the\s+)?(?!(?:correct\s+)?(?:definition|meaning))[A-Za-z][^,:;.?]{6,80}?)\s+(?:(?:(?:can|may|might|could|would|should)\s+)?include(?:s|d)?|are\s*(?=:)|(?<=ples of )are)\s*:?\s+(?P<list>[^:?]{3,})$"
    r"|^(?P<things>(?:the\s+)?[A-Za-z](?:(?!\s[–—-]\s)[^:;.?])+?)\s+[–—-]\s+(?P<set>[^:;?–—]+;[^:?–—]+)$"
    r"|^(?P<examples>(?:some\s+)?examples\s+of\s+[^,:;.?]{3,60}?)\s+(?:are|were)\s+(?P<named>[^:?]{3,})$",
    re.IGNORECASE,
)
"""What a sentence says that something includes ("Causes of heat loss include draughts and single glazing"), or lists behind a dash."""
_DONE = regex(
    r"\s+(?:(?:being|to be) )?(?:clearly |fully |correctly )?(?:explained|described|stated|discussed|outlined|identified|(?<!\bthe )(?<!\ba )given)$"
)
"""What is to be done with a thing, behind it ("Role of particles in conduction explained")."""
_SAID_OF_IT = regex(r"^(?!.*\b(?:following|these|both)\b)[^:]+: (?-i:[a-z])", re.IGNORECASE)
"""What a colon sets behind a noun, which answers it ("the structure of a news story: inverted pyramid")."""
_NAMED = frozenset(
    """reasons causes effects impacts consequences factors benefits advantages disadvantages implications challenges problems risks uses features characteristics types methods techniques
    ways properties responsibilities sources strategies measures conditions components elements aims symptoms signs hazards barriers obstacles limitations strengths weaknesses criticisms drawbacks stages phases functions roles principles skills qualities duties merits demerits objectives rights contra-indications contraindications""".split()
)
"""Of which some are named, where a point has no more of them than their names."""
_TOLD_IN_ONE = frozenset(
    "role function purpose cause effect impact consequence aim source location use need reason benefit advantage disadvantage risk feature property limitation strength weakness criticism drawback".split()
)
"""What a few words tell whole."""
_ONE_OF_MANY = frozenset(
    "use reason benefit advantage disadvantage risk feature property limitation strength weakness criticism drawback".split()
)
"""Of which the one that is told is hardly all."""
_OF_DOING = frozenset("role function purpose job".split())
_THINGS = regex(
    r"(?:the )?(?P<head>[A-Za-z][a-z]+s) (?:of|in|for|on|affecting|influencing|controlling|determining) [^,:;]{2,50}", re.IGNORECASE
)
_NO_THINGS = regex(
    r"(?:notes|points|marks|answers|quotes|quotations|dates|words|terms|lines|levels|bands|grades|lessons|pages|slides|skills|topics|tips|links|details|results|calculations|steps|thoughts|views|opinions|questions|ideas|events)\b",
    re.IGNORECASE,
)
"""What notes are divided by, and what is told rather than named."""
_AMOUNT = regex(r"(?:about |around |approximately |roughly )?[±~≈£$€]?\s?\d.*")
_MEASURE = regex(r"(?:the )?[A-Za-z][a-z-]+(?: [a-z-]+)? of [^,:;]{3,50}", re.IGNORECASE)
_SIGN = regex(r"\s[–—-]\s|:|^[^,:;]{4,};|\binclude(?:s|d)?\b|\b(?:are|were)\b")
"""What sets answers behind a head; what stands in brackets or behind "such as" is only an example of them."""
_REASONED = regex(
    r"\b(?:because|so(?! called)|as (?:it|they|this|these|there|he|she)|since|which|that|if|when|by \w+ing|due to|leads?|(?<=\s)leading|(?<=\s)causing|causes|(?<=\s)making|makes)\b"
)
_SOME = 2
"""Names of which some are credited, at least one more."""
_BEHIND_SIGN = regex(r"^[^:;]*?(?:[:;]|\s[–—-])\s+")
_COUNTED = regex(r"(?:two|three|four|five)\b", re.IGNORECASE)
_FEW = 6
_IN_ONE = 6
"""Words of each of several answers, and of one that stands alone."""
_OWN = regex(r"[A-Z][\w-]+(?:['’]s|s['’]) (?P<n>two|three|four|five|six|seven|eight) [a-z][^,:;]{2,60}")
"""What somebody has counted ("Murdock's four functions of the family")."""
_NAME = 2
"""Words of a name that can only be stated."""
_LIST = 3
"""Names of what no rule knows, at least: two may be what is asked about."""
_ENDING = regex(r"\s+(?:(?:can|may|might|could)\s+)?(?:include|are|were)$")
"""What led to a list that has been set apart ("Uses of alkanes are: fuels, plastics")."""
_TOLD = regex(r",\s+(?:which|who|where|so)\b")
"""What is told of an entry is no entry."""
_FACTORS = regex(r"^(?:the\s+)?(?:\w+\s+)?factors\s+(?:affecting|influencing|controlling|determining)\s+\S+", re.IGNORECASE)

_AND_TOLD = regex(r",? and (?:an? |the )?(?P<noun>explanation|description|evaluation|discussion) of ", re.IGNORECASE)
"""What else is asked beside a meaning ("a definition of debugging and an explanation of one technique")."""
_AND_CLAUSE = regex(r",? and (?=(?:why|how)\b)")
"""What else is asked of examples ("examples of positive action and why it is lawful")."""


_BOTH_SIDES = regex(r"(?:(?:the|clear|balanced|developed|reasoned) )*arguments (?:both )?for and against (?P<what>[^;:]+)", re.IGNORECASE)
"""Two sides, of what may be a view in a sentence of its own ("the view that X should ...")."""


_NAMES_OF = regex(r"(?:the )?names? of (?P<what>(?:two|three|four|five|six) .+)", re.IGNORECASE)
"""So many things, by name."""


def head_noun(point: Normal) -> Outcome:
    """Read `Causes of soil erosion`, `The stages of a sale`, `Two examples of renewable energy`, `Definition of a force`; with what they include."""
    if sides := _BOTH_SIDES.fullmatch(point.body):
        return Asked(rule="R9", command="Discuss", sentence=f"Discuss the arguments for and against {sides['what']}", confidence=0.8)
    if (found := _INCLUDING.match(point.body)) and not _SENTENCES.search(point.body):
        asked, given = found["asked"] or found["things"] or found["examples"], (found["list"] or found["set"] or found["named"]).strip(" .")
        outcome = _head_noun(replace(point, body=asked))
        if outcome is None and _FACTORS.match(asked):
            outcome = Asked(
                rule="R9", command="Explain", sentence=f"Explain {asked if asked[:4].casefold() == 'the ' else f'the {lower(asked)}'}"
            )
        if isinstance(outcome, Asked):
            # A statement, of which the first half is asked and the second credited.
            answers = (given,) if _TOLD.search(given) else cut(given)
            return replace(_recalled(outcome, point, answers), confidence=0.65, given=answers)
    outcome = _head_noun(replace(point, body=_ENDING.sub("", point.body)) if point.tail else point)
    if outcome is None:
        return _named_things(point)
    return _recalled(outcome, point, point.tail) if isinstance(outcome, Asked) else outcome


def _named_things(point: Normal) -> Asked | None:
    """Read `Allotropes of carbon: diamond, graphite`, `Capacity of short-term memory: 7 ± 2 items`; None for what is neither."""
    if point.count not in (0, len(point.tail)) or not _SIGN.search(point.raw) or verb_behind(point.body):
        return None
    whole = _BEHIND_SIGN.sub("", point.raw).strip(" .")
    if _AMOUNT.fullmatch(whole) and len(whole.split()) <= _IN_ONE and _MEASURE.fullmatch(point.body):
        sentence = f"State the {lower(re.sub('^[Tt]he ', '', point.body))}"
        return Asked(rule="R9", command="State", sentence=sentence, confidence=0.65, several=1, given=(whole,))
    own = _OWN.fullmatch(point.body)
    if own and number_said(own["n"]) == len(point.tail) and not any(map(_says_more, point.tail)):
        return Asked(rule="R9", command="State", sentence=f"State {point.body}", confidence=0.65, several=len(point.tail))
    found = _THINGS.fullmatch(point.body)
    if (
        not found
        or len(point.tail) < _LIST
        or not is_plural(found["head"])
        or _NO_THINGS.match(found["head"])
        or found["head"].casefold() in PEOPLES
    ):
        return None
    if any(len(each.split()) > _FEW or _says_more(each) for each in point.tail):
        return None
    asked = lower(re.sub("^[Tt]he ", "", point.body), thorough=True)
    count = NUMBER_WORDS[names_asked(asked, len(point.tail))]
    return Asked(rule="R9", command="State", sentence=f"State {count} {asked}", confidence=0.65)


def _recalled(outcome: Asked, point: Normal, answers: tuple[str, ...]) -> Asked:
    """Return what is named rather than explained, where the point has nothing but names for it: a mark each ("Role of bile: emulsifies fats").

    Marks that the point states are for more than that.
    """
    head = _HEAD.match(outcome.sentence.partition(" ")[2])
    if not head or head["also"] or outcome.command not in ("Explain", "Describe") or not _SIGN.search(point.raw):
        return outcome
    noun, asked = head["head"].casefold(), f"{head['adjectives']}{head['head']} {head['of']} {head['rest']}"
    if noun in _OF_DOING and (whole := _one_deed(point, answers)):
        return replace(outcome, command="State", sentence=f"State the {lower(asked)}", several=1, given=(whole,))
    bare = all(len(each.split()) <= (_FEW if len(answers) > 1 else _IN_ONE) and not _says_more(each) for each in answers)
    any_of = point.count if len(answers) > _SOME and noun in _NAMED and 1 < point.count < len(answers) else 0
    names = len(answers) > 2 and all(len(each.split()) <= _NAME and not _says_more(each) for each in answers)
    if (
        names
        and not point.count
        and (outcome.command == "Describe" or noun in _NAMED)
        and (number := _COUNTED.match(asked))
        and number_said(number[0]) <= len(answers)
    ):
        return replace(outcome, command="State", sentence=f"State {asked[:1].lower()}{asked[1:]}")
    if not answers or not bare or point.count not in (0, any_of, len(answers)) or _COUNTED.match(asked):
        return outcome
    if len(answers) > 1:
        count = NUMBER_WORDS[any_of or names_asked(asked, len(answers))]
        return replace(outcome, command="State", sentence=f"State {count} {lower(asked)}") if noun in _NAMED else outcome
    which = "one" if noun in _ONE_OF_MANY else "the"
    return replace(outcome, command="State", sentence=f"State {which} {lower(asked)}", several=1) if noun in _TOLD_IN_ONE else outcome


def _one_deed(point: Normal, answers: tuple[str, ...]) -> str:
    """Return what something does, whole, where that is one thing with commas in it ("absorbs light energy, mostly red and blue"); empty where it is several."""
    first, *others = answers or ("",)
    whole = _BEHIND_SIGN.sub("", point.raw).strip(" .")
    one = base_of_third(first.split(" ")[0]) and others and not any(base_of_third(each.split()[0]) or is_statement(each) for each in others)
    return whole if one and not point.count and not _REASONED.search(whole) and first.casefold() in whole.casefold() else ""


def _says_more(answer: str) -> bool:
    """Whether an answer says something, or gives a reason, which is more than a name."""
    return bool(is_statement(answer) or _REASONED.search(answer))


def _head_noun(point: Normal) -> Outcome:
    body = point.body
    body = _DONE.sub("", body)
    if verb_behind(body):
        return None  # "Properties of metals make them good conductors"
    found = re.match(
        r"^(?:(?:the|an?)\s+)?(?:correct\s+)?(?:definition|meaning)s?\s+of\s+(?:the terms?\s+)?(?P<what>.+)$", body, re.IGNORECASE
    )
    if found:
        what = _AND_TOLD.sub(lambda also: f" and {NOMINALS[also['noun'].casefold()]} ", found["what"])
        return Asked(rule="R9", command="Define", sentence=f"State what is meant by {what}", confidence=0.8)
    found = re.match(
        r"^(?:(?P<n>an?|one|two|three|four|some)\s+)?(?:named\s+|suitable\s+|relevant\s+)?examples?\s+of\s+(?P<what>.+)$",
        body,
        re.IGNORECASE,
    )
    if found:
        count = (found["n"] or "two").casefold()
        count = {"a": "one", "an": "one", "some": "two"}.get(count, count)
        thing = "example" if count == "one" else "examples"
        what = _AND_CLAUSE.sub(" and explain ", found["what"])
        return Asked(rule="R9", command="Give", sentence=f"Give {count} {thing} of {what}", confidence=0.75)
    if named := _NAMES_OF.fullmatch(body):
        return Asked(rule="R9", command="Name", sentence=f"Name {named['what']}", confidence=0.75)
    bare = capital(_QUALITY.sub("", body))
    found = _HEAD.match(bare)
    if found and found["head"].casefold() in KNOWN:
        body = bare
    else:
        found = _HEAD.match(body)
    if not found or re.search(
        r"\b(?:is|are|was|were|has|have|will|must|should|(?<!to )(?:get|become))\b", found["rest"].split(" that ")[0].split(" which ")[0]
    ):
        return None
    if _SENTENCES.search(body):
        return None
    head = found["head"].casefold()
    if head in ("use", "uses") and re.match(r"[^\W\d_]{1,2}\s?=", found["rest"]):
        # "Use of F = ma; substitution ...": how a sum is marked, whose question is not there.
        return LeftOut(rule="R6", reason=NEEDS_VALUES, remedy="Write the sum as an item with values in a bank.")
    if head in KNOWN and not point.tail and _SAID_OF_IT.search(body):
        return ANSWERED
    if head in _EXPLAIN:
        return Asked(rule="R9", command="Explain", sentence=f"Explain {_with_article(body, found)}", confidence=0.7)
    if head in _ASSESS:
        return Asked(rule="R9", command="Assess", sentence=f"Assess {_with_article(body, found)}", confidence=0.65)
    if head in _DESCRIBE:
        return Asked(rule="R9", command="Describe", sentence=f"Describe {_with_article(body, found)}", confidence=0.7)
    return None


def _with_article(body: str, found: re.Match[str]) -> str:
    if (
        re.match(r"(?:two|three|four|five)\b", body, re.IGNORECASE)
        or found["article"]
        or found["of"] not in ("of", "between", "for", "in", "on", "to")
    ):
        return lower(body)
    return f"the {lower(body)}"
