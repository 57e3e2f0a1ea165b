"""Predicates: a finite verb behind the noun phrase that a command asks about ("the causes of heat loss | include ...").

What is asked of a noun phrase has no such verb, unless it stands in a clause of its own: behind "how", "that", "if" and the like, or behind
a noun that takes one without them ("the effect smoking has on health", "the process plants use").
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.inflection import base_of_third, is_known, is_past
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_BE = r"is|are|was|were"
_MODAL = r"can|cannot|could|will|would|must|should|may|might"
_HELPING = r"has|have|had|do|does|did"
_ALWAYS = (
    r"(?:focuses|relies|concentrates|centres|draws)(?= on\b)|derives(?= from\b)|stems(?= from\b)|differs(?= from\b)|belongs(?= to\b)|becomes?|became|includes?|contains?|consists?|depends|occurs?|happens?|turns(?= (?:\w+ )?(?:from|into|red|blue|green|yellow|orange|purple|pink|black|"
    r"white|brown|cloudy|milky|colourless)\b)|supports(?= \w)(?! for\b| (?:in|of|and|or|on|to|by|at|from)\b)|means(?= (?:that|it|the|there|they|we|you|a|an)\b)|"
    r"ranges? from(?= [\w£$]+(?: \([^()]*\))? to\b)|owes?(?= (?:a|an|the|rent|money|tax|duties|duty)\b)|attach(?:es)?(?= \w)|runs(?= (?:at|for|from) (?:about |around )?\d)|turns(?= (?:at|over)\b)|trips(?= (?:when|if)\b)|"
    r"covers(?= (?:the|a|an|all|children|people|parts|damage)\b)|record(?:ed|s)(?= (?:who|how|what|that)\b)|\w{2,}(?:al|el|er|im|or|ur|ol|il|ar|in|on)i[sz]es(?= (?:at|in|on|the|a|when|if|into)\b)|"
    r"makes?(?= (?:them|it|him|her|us|a|an|the|sure)\b)|scores?(?= in (?:the )?(?:level|band|top)\b)|gains?(?= (?:up to|\d|one|two|full|marks?|credit)\b)|"
    r"leads? to|led to|allows?(?= \S+ to\b| (?:the|a|an|for) )|(?:suggest|impl(?:y|ie)|indicate|prove|demonstrate|reveal|argue|claim|believe|conclude)s?(?= that\b)|helps?(?= (?:to|them|it|us|him|her|you|people)\b)|shows?(?= that\b)|turn(?= into\b)|(?<!al )(?<!ic )matters(?= (?:for|because|when|in|to)\b)|falls(?= (?:when|if|as|because)\b)|rises(?= (?:when|if|as|because)\b)|"
    r"increases(?= (?:when|if|as|because|the)\b)|decreases(?= (?:when|if|as|because|the)\b)|uses(?= (?:the|a|an)\b)|(?:stores|holds)(?= (?:about|up to|around|between|\d|the|an?|data|information|instructions|values?|energy|urine|bile|glucose|charge|food|fat|water)\b)|causes?(?! of\b| and\b| or\b| for\b| in\b| to\b)(?= \w)|"
    r"(?:reduces|raises|lowers|produces|creates|provides|requires|prevents|gives|absorbs|releases|transfers|carries|attracts|repels|improves|affects|protects)(?= \w)(?! (?:of|in|for|from|to|by|with|and|or|on|at)\b)"
)
_VERB = regex(rf"(?<=\s)(?:(?P<sure>{_BE}|{_HELPING})|(?P<modal>{_MODAL})|(?P<said>{_ALWAYS}))(?=\s|$)")
_OPENS = regex(
    r"\b(?:how|why|what|whatever|which|who|whom|whose|when|where|whether|if|that|as|because|while|whilst|until|unless|although|though|since|so|than|but|whereas|"
    r"before|after|once)\b|[:;?‘“\"(\[]|(?<!\w)'|\s[–—-]\s",
    re.IGNORECASE,
)
"""What opens a clause with a verb of its own, or a text that is set apart."""
_SPEAKER = regex(r"(?:to|not|you|they|we|it|he|she|I|people|everyone|one|there|who|and)", re.IGNORECASE)
"""Before a verb: the infinitive's "to", and pronouns, which open a clause without "that" ("an advert you have seen")."""
_NO_VERB = regex(
    r"(?:the|an?|one|two|three|four|main|root|likely|probable|possible|common|underlying|each|another|first|second|major|key|of|in|for|on|by|with|free|good|this|its|their|his|her|your|some|any|no|all|between)$",
    re.IGNORECASE,
)
"""Before a noun that looks like a verb ("one cause", "free will")."""
_A_GOOD = regex(r"\b(?:an?|the|of|each|that|public|private|merit|normal|inferior) good$", re.IGNORECASE)
"""What is bought and sold, behind which a verb stands ("the price of a good can rise")."""
_TAKES_CLAUSE = regex(
    r"\b(?:ways?|reasons?|impacts?|effects?|roles?|parts?|process(?:es)?|methods?|things?|problems?|influence|factors?|benefits?|advantages?|damage|steps?|measures?|"
    r"challenges?|risks?|changes?|difference|contribution|extent|time|day|year|moment|place|first|last|only|best|most|features?|skills?|conditions?|products?|"
    r"substances?|adaptations?|actions?|precautions?|words?|techniques?|rights?|duties|responsibilities|evidence|points?|options?|choices?) "
    r"(?!(?:of|in|on|at|to|for|by|with|from|about|between|within|during|under|over|against|into|through|and|or|used|made|needed|given|taken|found|linked|caused|including|like|due)\b)(?:\S+ ){1,6}$",
    re.IGNORECASE,
)
"""A noun, and behind it without a preposition the subject of a clause of its own ("the way the modern table | is organised")."""
_DETERMINER = r"(?:an?|the|its|their|his|her|your)"
_HEAD = r"(?P<opens>(?:the|an?|one|two|three|four|five|six|any|some|\d) )?(?P<head>(?:[\w’'-]+ ){0,4}?[\w’'-]+)(?: (?:of|in|for|on) (?:an?|the|its|their) [\w’'-]+)?"
_CONTACT = regex(rf"{_HEAD} {_DETERMINER} (?:[\w’'-]+ ){{1,5}}$")
"""A noun, and behind it a second one with its article: the subject of a clause of its own ("the minimum depth a service pipe | must be buried")."""
_NO_HEAD = regex(
    r"\b(?:of|in|on|at|to|for|by|with|from|about|between|within|during|under|over|against|into|through|and|or|all|both|not|than|more|less|while|each|every)\b|\w+ing\b|\w+ly\b"
    r"|\b(?:fact|idea|belief|view|claim|argument|conclusion|hypothesis|assumption|statement|opinion|suggestion|theory|notion|principle)$"
    r"|^\w+er$|\b(?:next|following|previous|same) (?:day|night|week|month|year|morning)$",
    re.IGNORECASE,
)
"""What is no noun that such a clause belongs to: "during a fire the lift must ...", "the longer a spring is ...", "giving the patient a drink can ...", "the fact the earth is round"."""
_BARE_CONTACT = regex(
    r"(?P<opens>(?:the|an?|one|two|three|four|five|six|any|some|\d) )?(?P<head>(?:[\w’'-]+ ){0,3}?[\w’'-]+) (?P<subject>[a-z][\w’'-]+) $"
)
"""The same without an article ("the documents patients | must sign before surgery")."""
_WORN = regex(r"(?:PPE|equipment|clothing|information|evidence|training|uniform|age)$")
"""Of which there is no plural, and with which no noun is compounded."""
_WITHOUT_OBJECT = regex(
    r"\s+(?:not )?(?:be )?(?!be\b)[a-z]+(?: (?:out|up|on|for|with|to|in|at|about|down|off))?(?=\s*$|\s+(?:to|in|on|at|for|from|by|with|before|after|when|if|during|while|as|each|every|without)\b)"
)
"""A modal verb's verb, whose object is the noun before the clause."""
_LEFT_LAST = regex(
    r"(?:Name|State|Identify|Give|Recall) (?:the|an?) (?:[\w’'-]+ ){1,3}?(?:(?:an?|the|its) )?[\w’'-]+ (?P<verb>[a-z]+s) (?:of|to|in|on|for|with|by|from|at|into|through|upon)$"
)
_ASIDE = regex(r"(?<=\w)\s\((?![^()]*\b(?:and|or)\b)[^()]{1,40}\)(?=\s[a-z])")
"""A year or the like in brackets ("In Vertigo (Hitchcock, 1958) colour is ..."): the sentence goes on behind it."""
_AFTER_MODAL = regex(r"\s+(?!(?:and|or|of|in|on|for|to|with|from|by|at|the|an?|power|theorem|testament)\b)[a-z]+")
"""What follows a modal verb; "free will and determinism" has none."""
_HELPED = regex(rf"\b(?:{_BE}|{_HELPING}|{_MODAL}|be|been|being)\b|n['’]t\b|\w{{2,}}ed\b|[=<>≤≥$‘“\uA000-\uA48C]|\w\s?→", re.IGNORECASE)
_HEADED = regex(
    r"(?:the|an?|its|their|his|her|this|these|those|it|they|we|you|people|some|many|most|all|each|every|no|there)\b", re.IGNORECASE
)
_ITSELF = regex(r"\b(?:him|her|it)self\b|\bthemselves\b")
"""What only a verb has behind it ("Portia disguises herself")."""
_COMMAND = regex(r"[A-Z][a-z]+(?:(?:, | and )[a-z]+)?\s+")


def predicate_in(sentence: str) -> re.Match[str] | None:
    """Return the finite verb that a sentence in the imperative holds behind the noun phrase it asks for; None where there is none."""
    command = _COMMAND.match(sentence)
    if not command or sentence.endswith("?"):
        return None
    return verb_behind(sentence, command.end())


def verb_behind(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the first verb of a statement in a text of nouns, searched from a place to where a clause opens; None where there is none."""
    text = text[:start] + _ASIDE.sub("", text[start:])
    opened = _OPENS.search(text, start)
    text = text[: opened.end()] if opened else text  # what opens the clause tells "suggests that" from "suggests"
    for found in _VERB.finditer(text, start):
        before = text[start : found.start()].rstrip()
        if not before or _SPEAKER.fullmatch(before.split()[-1]):
            continue
        if _NO_VERB.fullmatch(before.split()[-1]) and not (found["modal"] and _A_GOOD.search(before)):
            continue
        if found["modal"] and not _AFTER_MODAL.match(text, found.end()):
            continue
        if _TAKES_CLAUSE.search(f"{before} ") or _is_contact(f"{before} ", text, found):
            continue
        return found
    return None


def has_its_verb(clause: str) -> bool:
    """Whether a clause may have a verb: one of its words is known to be one, or might be ("a glacier retreats"); two nouns are none ("coarse crystals")."""
    words = clause.split()
    if _HELPED.search(clause) or _HEADED.match(clause) or _ITSELF.search(clause):
        return True
    if is_plural(words[0].casefold()) and len(words) > 1 and (len(words) > len(("coarse", "crystals")) or not is_plural(words[1])):
        return True  # "florists condition flowers", "firms merge": many do, whatever their verb looks like
    return any(is_known(word) or is_past(word) or base_of_third(word) for word in re.findall(r"[\w’'-]+", clause)[1:])


def takes_clause(before: str) -> bool:
    """Whether what stands before a verb is a noun and the subject of that noun's own clause ("the way plants")."""
    return bool(_TAKES_CLAUSE.search(f"{before} "))


def holds_contact(sentence: str) -> bool:
    """Whether what a command asks about is a noun with a clause of its own and no "that" ("the temperature the fridge should be kept at")."""
    command = _COMMAND.match(sentence)
    found = command and _VERB.search(sentence, command.end())
    return bool(command and found and _is_contact(sentence[command.end() : found.start()].rstrip() + " ", sentence, found))


def leaves_preposition(asked: str) -> bool:
    """Whether what is asked for is a noun with a clause that ends in a preposition ("the substance an enzyme acts on"): nothing belongs behind it."""
    found = _LEFT_LAST.match(asked.strip())
    if not found or found["verb"] in NOUNISH:
        return False
    return bool(base_of_third(found["verb"]))


def _is_contact(before: str, text: str, verb: re.Match[str]) -> bool:
    """Whether a verb belongs to a clause of the noun that stands before it, which no "that" opens."""
    clause = _CONTACT.fullmatch(before)
    if clause:
        return not _NO_HEAD.search(clause["head"]) and (bool(clause["opens"]) or _stands_alone(clause["head"]))
    clause = _BARE_CONTACT.fullmatch(before)
    return bool(
        clause
        and verb["modal"]
        and not _NO_HEAD.search(clause["head"])
        and _stands_alone(clause["head"])
        and is_plural(clause["subject"])
        and _WITHOUT_OBJECT.match(text, verb.end())
    )


def _stands_alone(head: str) -> bool:
    """Whether a noun needs no article: a plural ("checks"), or what has none ("PPE")."""
    noun = head.split()[-1]
    return is_plural(noun) or bool(_WORN.search(noun))
