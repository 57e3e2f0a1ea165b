"""Tongue: in which language marking points are, and whether the notes say so.

The words themselves decide; where they tell nothing, the language that the notes name. A word of the English grammar that another language has too
("Describe las causas", "Analyse des Gedichts") would otherwise become a stem half in one language, half in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from packbuilder.derive.marking_points.verbs import base_form, imperative, third_person
from packbuilder.languages import ENGLISH, primary
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex

_ENGLISH = frozenset(
    """the of and to in is are was were for with how why what that this by from as on at or an be can which between their its it not has have
    award credit mark marks for your candidates learners students use using such including if when where who they it""".split()
)
_FOREIGN = {
    "French": "le la les l d de des du une est sont dans avec que qui aux où leur leurs cette ces être comment pourquoi entre deux par et en au ou ce se ne pas il elle nous vous dont",
    "German": "der das und ist sind nicht ein eine einer eines einem einen mit für von zu auf im den dem wie warum oder werden wird durch bei zur zum über sich auch als nach aus erklären beschreiben",
    "Spanish": "el la los las del una es por para con que y en como qué cómo entre más su sus al lo se un de e o",
    "Welsh": "y yr yn ar am mae sydd wedi gan bod neu sut pam beth rhwng drwy eu ei ac gyda hyn oedd o i gan trwy ym ddisgrifio esboniwch disgrifiwch nodwch",
    "Italian": "il la gli della delle del dei degli di che con per una sono come perché tra nel nella e un le",
    "Portuguese": "os da dos das em um uma não para com que são por de e o ao como",
    "Polish": "w z na się jest oraz jak nie są przez dla o i od po co",
    "Dutch": "de het een van en op met voor zijn niet hoe waarom bij uit",
    "Irish": "agus na ar le go faoi atá bhí conas cén idir",
    "Latin": "et est cum ad non quod sunt ex ab",
}
_OF = {language: frozenset(word for word in words.split() if len(word) > 1) for language, words in _FOREIGN.items()}
_TAGS = {
    "French": "fr", "German": "de", "Spanish": "es", "Welsh": "cy", "Italian": "it", "Portuguese": "pt", "Polish": "pl", "Dutch": "nl",
    "Irish": "ga", "Latin": "la",
}  # fmt: skip
_ALSO = {"de": frozenset(("in", "an", "was")), "fr": frozenset(("on",)), "pl": frozenset(("to", "on"))}
"""Words of English that another language has too, by its tag."""
_ANY = frozenset().union(*_OF.values())
_WORD = regex(r"[^\W\d_]+")
_CITED = regex(r"`[^`]*`|\$[^$]*\$|\\\(.*?\\\)|[‘“\"][^’”\"]*[’”\"]|\*[^*]+\*|\[[^\]]*\]\{lang=[^}]*\}|\b[^\W\d_]{1,3}\.\s?[^\W\d_]{1,3}\.")
"""What is quoted, slanted or marked as of another language is what a point is about, and not what it says; Polish "m.in." is no English "in"."""

_FEWEST = 3
_ENOUGH = 15


class Tongue(NamedTuple):
    """A language: its English name, empty for English; its tag, where the program knows it; and the tag that the notes give, empty where they say English."""

    name: str = ""
    tag: str = ""
    said: str = ""


IN_ENGLISH = Tongue()
_UNKNOWN = "another language"


def tongue_of(topic: Topic) -> Tongue:
    """Return the language of a topic's marking points."""
    texts = [point.text for point in topic.marking_points]
    english, language, foreign = _weighed(texts)
    if primary(topic.language) != ENGLISH and not english - _shared(texts, primary(topic.language)) > foreign:
        return Tongue(name=_UNKNOWN, said=topic.language)
    if foreign >= _FEWEST and foreign > 2 * english:
        return _named(language)
    return Tongue(name=_UNKNOWN) if not english and not foreign and _unknown(texts) else IN_ENGLISH


def _shared(texts: Iterable[str], language: str) -> int:
    """Return how many words of texts count as English that the language of the notes has too: "in Frankfurt"."""
    own = _ALSO.get(language, frozenset())
    return sum(word.casefold() in own for text in texts for word in _WORD.findall(_CITED.sub(" ", text)))


def tongue_of_point(text: str) -> Tongue:
    """Return the language of one point by itself; English where it is too short to tell."""
    english, language, foreign = _weighed((text,))
    told = (foreign >= _FEWEST and foreign > 2 * english) or (foreign > 1 and not english)
    return _named(language) if told else IN_ENGLISH


def _named(language: str) -> Tongue:
    return Tongue(name=language, tag=_TAGS[language])


def _weighed(texts: Iterable[str]) -> tuple[int, str, int]:
    """Return how many words of texts are of English only, the other language that most others could be of, and how many."""
    english, others = 0, Counter[str]()
    for text in texts:
        # What is wholly in capitals is a symbol or an acronym in any language.
        words = [word.casefold() for word in _WORD.findall(_CITED.sub(" ", text)) if len(word) > 1 and not word.isupper()]
        english += bool(words) and bool(
            base_form(words[0]) or third_person(words[0]) or (words[0].endswith("ing") and imperative(words[0]))
        )
        for word in words:
            english += word in _ENGLISH
            if word in _ANY:
                others.update(language for language, own in _OF.items() if word in own)
    language, foreign = max(others.items(), key=lambda each: each[1], default=("", 0))
    return english, language, foreign


def _unknown(texts: list[str]) -> bool:
    """Whether the words of texts, enough of them, are hardly any of English."""
    words = [word for text in texts for word in re.findall(r"[^\W\d_]{4,}", _CITED.sub(" ", text))]
    if len(words) < _ENOUGH:
        return False
    # Imported here: the lemmatiser takes 0.3 s to import, and is asked only about points without one English function word.
    from simplemma import is_known

    return sum(is_known(word, lang="en") for word in words) * 3 < len(words)
