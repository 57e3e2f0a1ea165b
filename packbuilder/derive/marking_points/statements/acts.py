"""Acts: what a part, a substance or a symbol holds, makes or stands for, by the verbs of which the object alone is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.amounts import NUMBER_WORDS, number_words
from packbuilder.derive.marking_points.finite import verb_of
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.statements.answered import POINTING, SUBJECT, Stated, listed, says_besides, small
from packbuilder.derive.marking_points.words import content_words
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_ACT = (
    r"(?:hold|store|contain|produce|release|secrete|detect|measure|transport|absorb|digest|catalyse|filter|remove|destroy|symbolise|symbolize|represent|foreshadow|check|inspect|enforce|oversee|prevent|neutralise|inhibit|stimulate|regulate|"
    r"lubricate)s?|carry|carries|emulsify|emulsifies|breaks? down|stands? for"
)
_ACTS = regex(rf"(?P<what>[A-Z][^,:;=–—]{{2,50}}?)(?::| [–—-])? (?P<verb>{_ACT}) (?P<given>\S.*)")
_FURTHER = regex(
    r"\be\.g|\b(?:such as|including|like|for example|from|to(?! be \w+ed\b)|into|away|back|together|apart|open|steady|still|in place|through|across|around|along|by|with|for|when|if|because|so|which|who|that|where|while|as|than|until|up|out|over|after|before|during|more|less|fewer|few|little|"
    r"many|much|no|not|it|in the (?:play|novel|poem|text|film|story|book|extract)|them|him|her|this|these|but|is|are|can|will)\b"
)
"""What takes an object further, or says how, why or how much of it: then the object is not all of what is said."""
_NO_OBJECT = regex(r"(?:of|in|at|on|under|between|near|within|during|against)\b")
_HAS = regex(
    rf"(?P<what>[A-Z][^,:;]{{2,50}}?) (?P<verb>has|have|contains?) (?P<count>(?:about |around |exactly )?(?:{number_words(2, 12)}|\d[\d,.]*)) (?P<things>[a-z][^,:;]{{3,40}}?)(?: \([^()]{{1,30}}\))?"
)
_OBJECT = 7
"""Words at most."""
_AMOUNT = regex(r"(?:a lot|lots|plenty|enough|most|some|all|two|three|four|five|six|several|both|one|about|around|\d)\b")
"""How much there is of an object, and not what it is."""
_OPEN = regex(
    r"\b(?:properties|features|advantages|disadvantages|effects|causes|uses|benefits|drawbacks|problems|reasons|aims|options|choices|ways|things|meanings|million|billion|thousand|hundred)\b"
)
"""What notes count that others would count otherwise."""
_ADJECTIVE = regex(r"[a-z]+(?:ed|ous|ive|ic|al|ern|ful)")
_LISTED = 3
"""Words of each of several things."""


def acts(said: str) -> Stated | None:
    """`The program counter holds the address of the next instruction`, `Amylase breaks down starch`, `Blood imagery symbolises guilt`."""
    found = _ACTS.fullmatch(said)
    if not found or POINTING.match(said) or _FURTHER.search(found["given"]) or not _is_subject(found["what"], found["verb"]):
        return None
    if ":" in found["given"] or _NO_OBJECT.match(found["given"]):
        return None  # "Ferrous metals contain iron: mild steel, cast iron", "Energy stores in a moving car"
    asked, given = small(f"{found['what']} {found['verb']}"), found["given"]
    if _AMOUNT.match(given) or says_besides(given) or set(content_words(given)) & set(content_words(asked)):
        return None
    things = listed(given, _LISTED)
    several = 1 if _share_noun(things) else len(things)
    if several > 1:
        return Stated(asked=f"State {NUMBER_WORDS[several]} things that {asked}", answer=given) if several < len(NUMBER_WORDS) else None
    fits = len(given.split()) <= _OBJECT and ("," not in given or bool(things))
    return Stated(asked=f"State what {asked}", answer=given, whole=True) if fits else None


def has(said: str) -> Stated | None:
    """`Insects have six legs`: how many there are of what something has."""
    found = _HAS.fullmatch(said)
    if not found or POINTING.match(said) or _FURTHER.search(found["things"]) or not _is_subject(found["what"], found["verb"]):
        return None
    if _OPEN.search(found["things"]) or not is_plural(found["things"].split(" of ")[0].split()[-1]):
        return None
    return Stated(
        asked=f"State how many {found['things']} {small(found['what'])} {found['verb']}", answer=said[found.start("count") :], whole=True
    )


def _share_noun(things: Sequence[str]) -> bool:
    """Whether what is listed are adjectives of one noun ("dead, diseased and damaged wood")."""
    *before, last = things or ("",)
    described = len(last.split()) > 1 and _ADJECTIVE.fullmatch(last.split()[0])
    return bool(before and described and all(" " not in each and not is_plural(each) for each in before))


def _is_subject(what: str, verb: str) -> bool:
    """Whether words are the subject of a verb: a few, and several things where its form says so, which a command has not ("Safely produce ...")."""
    words = what.split()
    one = verb.split()[0].endswith("s")
    several = is_plural(words[-1].casefold()) or words[-1].isupper() or " and " in what
    return len(words) <= SUBJECT and (one or several) and not words[0].endswith("ly") and not verb_behind(what) and not verb_of(words)
