"""Differences: two things of which one sentence says what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.marking_points.finite import verb_of
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.shared_nouns import is_said_of
from packbuilder.derive.marking_points.statements.answered import SUBJECT, Stated
from packbuilder.derive.marking_points.words import lower
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_DIFFER = regex(r"(?P<one>[^:;]{6,110}?),? (?:whereas|while|whilst) (?P<other>[^:;]{6,110})")
_NAMED = regex(
    r"(?:The |One |A |Main )?[Dd]ifference between (?P<two>[^:;]{3,60}? and [^:;]{2,40}?)(?: is(?: that)?|:| [–—-]) (?P<given>\S.*)"
)
_SET_APART = regex(
    r"(?:[\w ]{1,20} (?:vs?\.?|versus|and|or) [\w ]{1,20}: )?(?P<one>(?!.*\bno \w+ but\b)[^,:;]{6,110}?)(?P<sign>,? but |; ?|, (?!(?:and|or|which|who|where|so|then)\b))(?P<other>[^,:;]{6,110})"
)
"""Two halves that no word opposes, of which both must say the same kind of thing; before them may stand which two are meant ("MAR vs MDR:")."""
_THAN = regex(r"\b(?:than|unlike|compared (?:to|with))\b")
_NO_SUBJECT = regex(
    r"(?:to|that|by|it|they|he|she|this|these|those|not|of|if|when|as|in|on|at|for|with|both|some|there|other|others)\b", re.IGNORECASE
)
_ADVERB = regex(
    r"already|now|then|still|only|usually|never|always|often|rarely|sometimes|mainly|mostly|also|generally|normally|just|still|\w+ly"
)
_ADJECTIVE = regex(r"\w+(?:ed|ble|al|ive|ary|ory|ous|ic|ect|ern)")
"""Before a plural that looks like a verb ("Fixed costs stay the same")."""
_OBJECT = regex(r"the|an?|it|them|its|their")
_NO_NOUN = regex(r"the|an?|its|their|of|in|on|to|and|or|for|with|by|from", re.IGNORECASE)
_WORKS = regex(
    r"\b(?:opens|closes|raises|lowers|increases|decreases|reduces|warms|cools|speeds|slows|strengthens|weakens|relaxes|tightens|loosens|widens|narrows|stimulates|inhibits|softens|hardens) (?:the|an?|it|them|its|their)\b"
)
"""What one thing does to another: a difference of the two is one of their effects."""
_STATE = regex(r"is|are|has|have|was|were|can|could|may|might|must|should|will|would|does|do|did|had")
_SAID = regex(r"(?:is|are|has|have) (?!been\b)(?!(?:\w+ly )?(?:\w+ed|then|now|being)\b)\S")
"""How a thing is, and not what is done with it: two of those are steps ("the water is heated; steam is collected")."""
_FEWEST = 2
"""Words from a verb on: by itself it says no difference ("price rises, demand rises")."""
_NEAR = 5
"""Words of a half within which its verb stands."""


def differ(said: str) -> Stated | None:
    """`RAM is volatile, whereas ROM is non-volatile`, `Arteries carry blood away, veins carry it back`: one difference between two things."""
    if named := _NAMED.fullmatch(said):
        return Stated(asked=f"State one difference between {named['two']}", answer=named["given"], whole=True)
    opposed = _DIFFER.fullmatch(said)
    if (
        opposed
        and "," in opposed["other"]
        and not re.search(r", (?:and|or|which|who|where|so|but)\b", opposed["other"])
        and " whereas " not in said
    ):
        return None  # "A variable can change while the program runs, a constant cannot": "while" says when
    found = opposed or _SET_APART.fullmatch(said)
    if not found:
        return None
    if not opposed and _THAN.search(found["one"]):
        return None  # "Retreat is cheaper than a wall but land is lost": what it is set against stands in the first half
    subjects = (_subject(found["one"]), _subject(found["other"], within=True)) if opposed else ("", "")
    one, other = found["one"].split(), found["other"].split()
    if not all(subjects):
        # Behind a comma alone stand steps, and things in a row: there only deeds set two things apart.
        subjects = _of_one_verb(one, other, stated=bool(opposed) or found["sign"] != ", ")
    if opposed and not all(subjects):
        subjects = _of_two_verbs(one, other)
        if all(subjects) and _WORKS.search(found["one"]) and _WORKS.search(found["other"]):
            return Stated(asked=f"State one difference between the effects of {subjects[0]} and {subjects[1]}", answer=said, whole=True)
    subjects = _with_noun(subjects, found["one"], found["other"])
    single = all(" " not in re.sub(r" \([^()]*\)", "", each) and not each.isupper() for each in subjects)
    if single and all(subjects) and subjects[0][0].islower() != subjects[1][0].islower():
        return None  # a theory and a person: what sets two thinkers apart is not said of them both
    if (
        not all(subjects)
        or subjects[0].casefold() == subjects[1].casefold()
        or any(map(is_said_of, subjects))
        or re.search(r"\s[–—-]", "".join(subjects))
    ):
        return None  # "Symmetric uses one key; asymmetric uses two": of what, no word says
    return Stated(asked=f"State one difference between {subjects[0]} and {subjects[1]}", answer=said, whole=True)


def _of_one_verb(one: list[str], other: list[str], *, stated: bool) -> tuple[str, str]:
    """Return what two halves are about that have one verb, at one place or nearly so; empty texts where they have none.

    `stated`: how things are counts as well as what they do.
    """
    places = [
        (here, other.index(word))
        for here, word in enumerate(one[:_NEAR])
        if here and word in other[1:_NEAR] and _are_verbs(one[here:], other[other.index(word) :], stated=stated)
    ]
    if not places:
        return "", ""
    here, there = places[0]
    if (here + 1, there + 1) in places:
        here, there = here + 1, there + 1  # "Transverse waves oscillate ..., longitudinal waves oscillate ...": the noun looks like a verb
    return _named(one, _past_noun(one, here)), _named(other, _past_noun(other, there))


def _with_noun(subjects: tuple[str, str], one: str, other: str) -> tuple[str, str]:
    """Return two subjects with the plural behind them that both halves have before one and the same verb ("special damages cover ..., general damages cover ...")."""
    behind = tuple(half[len(subject) :].split()[:2] for subject, half in zip(subjects, (one, other), strict=True))
    same = all(subjects) and behind[0] == behind[1] and len(behind[0]) > 1 and not _NO_NOUN.fullmatch(behind[0][1])
    if same and is_plural(behind[0][0]) and (is_known(behind[0][1]) or base_of_third(behind[0][0]) == behind[0][0][:-1]):
        return f"{subjects[0]} {behind[0][0]}", f"{subjects[1]} {behind[0][0]}"
    return subjects


def _of_two_verbs(one: list[str], other: list[str]) -> tuple[str, str]:
    """Return what two opposed halves are about that each have the third person of a verb ("Hot water opens ... whereas cool water closes ..."); empty texts where they have none."""
    first, second = _third_in(one), _third_in(other)
    return (_named(one, first), _named(other, second, within=True)) if first and second else ("", "")


def _third_in(words: list[str]) -> int:
    """Return the place of a third person behind a noun in the singular; 0 where there is none nearby."""
    return next(
        (
            at
            for at in range(1, min(len(words) - 1, _NEAR))
            if words[at].islower()
            and base_of_third(words[at], any_word=bool(_OBJECT.fullmatch(words[at + 1])))
            and not is_plural(words[at - 1])
            and not _NO_NOUN.fullmatch(words[at - 1])
        ),
        0,
    )


def _past_noun(words: Sequence[str], at: int) -> int:
    """Return the place of a verb, where the word found may be a noun that looks like one ("Primary research is collected first hand")."""
    following = words[at + 1] if at + 1 < len(words) else ""
    of_several = is_known(following) and bool(at and _ADJECTIVE.fullmatch(words[at - 1].casefold()))
    return at + 1 if _STATE.fullmatch(following) or base_of_third(following) or of_several else at


def _are_verbs(one: list[str], other: list[str], *, stated: bool) -> bool:
    """Whether both halves go on with a verb: what is done with two things in the same way is no step ("is connected in series; ... is connected in parallel")."""
    same = stated and one[0] in ("is", "are") and one[:2] == other[:2] and len(one) > len(one[:2])
    return same or (_is_verb(one, stated=stated) and _is_verb(other, stated=stated))


def _is_verb(words: list[str], *, stated: bool) -> bool:
    """Whether words begin with a verb that something follows."""
    verb = words[0]
    if len(words) < _FEWEST or not verb.islower():
        return False
    if _STATE.fullmatch(verb):
        return stated and bool(_SAID.match(" ".join(words)))
    return bool(base_of_third(verb)) or is_known(verb)


def _subject(clause: str, *, within: bool = False) -> str:
    """Return what a clause is about, where that is a few words and no pronoun."""
    if verb := verb_behind(clause):
        return _named(clause.split(), len(clause[: verb.start()].split()), within=within)
    words = clause.split()
    at = verb_of(words)
    return _named(words, _past_noun(words, at), within=within) if at else ""


def _named(clause: Sequence[str], end: int, *, within: bool = False) -> str:
    """Return the subject of a clause, which ends at a place, as a question has it; an empty text where it is a pronoun, or no subject at all.

    `within`: it stands within a sentence, so that its capital is its own.
    """
    words = clause[:end]
    while words and _ADVERB.fullmatch(words[-1]):
        words = words[:-1]  # "a fixture only holds ..."
    subject = " ".join(words)
    if len(words) > 1 and (words[-1].endswith("ed") or (is_plural(words[0].casefold()) and is_known(words[1]) and words[1] not in NOUNISH)):
        return ""  # "The treaty promised | help", "Catholics believe the bread | becomes"
    if not 0 < len(words) <= SUBJECT or _NO_SUBJECT.match(subject) or "," in subject or any(map(_STATE.fullmatch, words)):
        return ""
    return (subject if within else lower(" ".join(clause), thorough=True))[: len(subject)]  # what it does may tell that it is a name
