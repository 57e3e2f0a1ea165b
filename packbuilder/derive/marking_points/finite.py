"""Finite verbs: whether a text is a statement, told by a verb that stands where a noun phrase has none.

What is no command and no question is either a thing that can be described ("Ways of reducing waste") or a statement, which is the answer
itself. Only the words up to a subordinate clause tell: what stands in that has a verb of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.marking_points.inflection import base_of_third, is_known, is_past, is_past_only
from packbuilder.derive.marking_points.lexicon import NOUNISH, THINGS_TOO
from packbuilder.derive.marking_points.predicates import takes_clause
from packbuilder.finite_verbs import SURE_VERB
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_WITHIN = frozenset("that which who whom whose how why what when where whether if because while whereas".split())
"""What opens a clause with a verb of its own."""
_BEFORE_NOUNS = frozenset(
    """a an the this these those its their his her our your my some any no each every all both either of in on at to for by with from about into
    between during after before under over and or as than against within without through across towards via per using not more most less least two
    three four five six many several few other new old large small good bad high low""".split()
)
"""After one of these stands a noun, or an adjective that looks like a verb ("the processed food", "of links")."""
_ARTICLES = frozenset("the a an its their his her our every".split())
_AFTER_NOUNS = frozenset(
    """of in on at to for by with from about into between during after before under over and or as than against within without through across
    towards via per until since near around up out down off among along like versus vs that which who when where""".split()
)
"""What may follow a noun as well as a verb; anything else that follows one is its object."""
_HEADED = regex(
    r"(?:ing|ed|ly|management|analysis|rates?|systems?|levels?|data|industry|sector|team|union|act|bill|law|theory|model|cycle|chain)$"
)
"""What follows a noun that stands before another, or takes a participle after itself ("sales data", "changes made")."""
_ALONE = frozenset(
    "mattered suffered profited prospered benefited struggled relied depended died fled landed arrived existed happened occurred emerged collapsed rebelled escaped belonged disappeared appeared resigned worked lived voted revolted changed lasted persisted remained stayed marched sailed retreated prevailed erupted exploded surrendered abdicated coincided culminated resulted competed participated intervened interacted collided conspired defected emigrated immigrated ensued faded vanished flourished thrived migrated travelled protested campaigned stemmed originated rallied stagnated".split()
)
"""Pasts of verbs without an object: they are no participles ("troops landed at")."""
_PRONOUNS = frozenset("it they we you he she".split())
"""Subjects of a clause within a noun phrase ("the number of moles it contains"); of themselves they say nothing."""
_TWO = regex(r"[\w’'-]+ and [\w’'-]+")
"""Two, of whom a verb says something in its base form."""
_OF_ONE = regex(r"(?:an?|each|every)", re.IGNORECASE)
"""Behind one of these stands one thing, so that what ends in "s" is its verb ("An object stays at rest")."""
_PLAIN = regex(r"[A-Za-z]+(?:['’]s)?$")


def is_statement(text: str) -> bool:
    """Whether a text of three words or more has a finite verb after its first word."""
    words = text.split()
    return len(words) > 2 and (bool(SURE_VERB.search(" ".join(words[1:]))) or says(text))


def says(text: str) -> bool:
    """Whether a verb of a statement stands in a text by its form and its neighbours ("Owen wrote", "Dams alter the flow")."""
    return verb_of(text.split()) > 0


def verb_of(words: Sequence[str]) -> int:
    """Return the place of the first verb of a statement, told by its form and its neighbours; 0 where there is none."""
    for index in range(1, len(words)):
        word = words[index].casefold()
        if word.strip(",;:") in _WITHIN or words[index - 1].endswith((":", ";")):
            return 0
        if _is_only_done(words, index) or _is_done_by_one(words, index) or _is_done_by_name(words, index):
            return index
        if _PLAIN.match(words[index]) and _governs(words[index - 1], words[index], words[index + 1] if index + 1 < len(words) else ""):
            return index
    return 0


def _is_only_done(words: Sequence[str], index: int) -> bool:
    """Whether a word is a verb and can be no noun, behind its subject ("Colour symbolises guilt", "Ignorance and Want appear in Stave Three")."""
    word, before = words[index].strip(",;:."), words[index - 1]
    subject = " ".join(words[:index])
    if (
        not word.islower()
        or before.casefold() in _BEFORE_NOUNS | _PRONOUNS
        or before.endswith((",", "’s", "'s", "s’", "s'"))
        or takes_clause(subject)
    ):
        return False
    if base := base_of_third(word):
        return base not in THINGS_TOO and not is_plural(before)
    return is_known(word) and word not in THINGS_TOO and (is_plural(before) or bool(_TWO.fullmatch(subject)))


def _is_done_by_one(words: Sequence[str], index: int) -> bool:
    """Whether a word is the verb of one thing: the first that may end its noun phrase, and its form is no singular's."""
    if index < len(("an", "object")) or index + 1 == len(words) or not _OF_ONE.fullmatch(words[0]):
        return False
    subject, after = words[1:index], words[index + 1].casefold().strip(",;:")
    if any(each.casefold().strip(",") in _BEFORE_NOUNS | _AFTER_NOUNS for each in subject) or after not in _AFTER_NOUNS:
        return False
    return is_plural(words[index]) and not is_plural(subject[-1]) and bool(base_of_third(words[index]))


def _is_done_by_name(words: Sequence[str], index: int) -> bool:
    """Whether a word is what somebody with two names does ("Lady Macbeth calls on spirits")."""
    if index < len(("first", "second")) or not all(each[:1].isupper() and each[1:].islower() for each in words[:index]):
        return False
    after = words[index + 1].casefold() if index + 1 < len(words) else ""
    base = base_of_third(words[index])
    return bool(base) and words[index].islower() and words[index] not in NOUNISH and after in _AFTER_NOUNS


def _governs(before: str, word: str, after: str) -> bool:
    """Whether a word is a verb between what stands before and after it."""
    before, after = before.casefold(), after.casefold().strip(",;:")
    if before.strip(",") in _BEFORE_NOUNS or before.endswith((",", "’s", "'s", "s’", "s'")) or word[:1].isupper():
        return False
    if is_past_only(word) or (word in _ALONE and after != "by"):
        return True
    if after in _ARTICLES:
        return is_past(word) or (word.endswith("s") and word not in _AFTER_NOUNS and bool(base_of_third(word, any_word=True)))
    if not after or after in _AFTER_NOUNS or _HEADED.search(after):
        return False
    if is_past(word):
        return not before.endswith(("ly", "ing"))  # "writing balanced equations"
    return bool(base_of_third(word)) and (word not in NOUNISH or not after.endswith("s") or after.endswith(("’s", "'s")))
