"""The synopsis: which of its sentences say something of the subject, and not what the notes are about."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.languages import ENGLISH, primary
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.text import NO_END, UPPER

_ABOUT_NOTES = regex(
    r"\b(?:this (?:topic|unit|pack|section|area|chapter|module|lesson)|these notes|topic|unit|students?|learners?|pupils?|candidates?|you|we|exams?|"
    r"covers?|covering|reviews?|explores?|examines?|focus\w*|looks? at|introduces?|considers?|investigates?)\b"
    r"|^(?:It|They|This|These|There|Finally|Emphasis|Then|Also|Includes?|Students?)\b",
    re.IGNORECASE,
)
_COVERED = regex(r"^(?:how|why|what|which|who|whether)\b", re.IGNORECASE)
"""Opens what is covered: a sentence that begins so says that it is told, not what is told."""

_LISTED = regex(r"[;:=]|(?:,[^,]*){2}|^(?:the |an? )?[\w’' -]{2,60} (?:of|in|between|about|for|on|behind|and)\b", re.IGNORECASE)
_FINITE = regex(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|cannot|could|will|would|must|should|may|might|does|do|did|means?|mean|becomes?|became|comes?|came|goes|go|went|gets?|got|"
    r"gives?|gave|makes?|made|takes?|took|began|fell|grew|rose|wrote|spoke|broke|chose|drew|drove|fought|thought|brought|bought|caught|taught|sent|spent|built|held|kept|left|felt|found|"
    r"said|told|stood|understood|sought|knew|threw|flew|saw|won|lost|led|ran|met|paid|put|cut|let|set|hit|shut|spread|shot|sold|struck|sank|\w{2,}ed|\w+n['’]t)\b",
    re.IGNORECASE,
)
_LINK = r"(?:of|and|or|plus|including|such|that|which|who|as|e\.g)"
_PLACE = r"(?:in|on|to|for|with|between|from|by|at|about|into|through|over|under|against|across|within|during|since|until|up|after|before)"
_THING = r"(?:ions|ments|ties|ies|ers|ors|logies|ences|ances|isms|ists|ness|ss|us|is|ings|ures|cts|les)"
_DOES = regex(
    # "sugars move", "power decides whose": a word in -s right before another one does something, or the other does. "Relations with": it is a thing.
    rf"\b\w{{2,}}[^\W_]s\s+(?!(?:{_LINK}|{_PLACE})\b)[^\W_]|\b(?!\w*{_THING}\b)\w{{3,}}s\s+{_PLACE}\b|\b(?:people|children|men|women|police)\s+(?!(?:{_LINK}|{_PLACE})\b)[a-z]|"
    r"\band \w+ [a-z]{3,} (?:the|an?|their|its|as|each|all|most|more|less)\b|\b\w{3,}(?:ates?|ises?|izes?|ifies|ify)\b",
    re.IGNORECASE,
)


def subject_sentences(topic: Topic) -> tuple[str, ...]:
    """Return the synopsis's sentences that speak of the subject itself; only they can be asked or credited."""
    sentences = re.split(rf"{NO_END}(?<=[.!?])\s+(?=[{UPPER}¿¡«„])", topic.synopsis.strip())
    english = primary(topic.language) == ENGLISH
    return tuple(
        each for each in sentences if each and not _ABOUT_NOTES.search(each) and not each.endswith("?") and not (english and _names(each))
    )


def _names(sentence: str) -> bool:
    """Whether a sentence only names what is covered: it opens like a question, or lists things and has no word that could be its verb."""
    if _COVERED.match(sentence):
        return True
    words = re.findall(r"[\w’'-]+|[^\w\s]", sentence)
    # "supply and demand determine price": a verb stands before what it is done to.
    acts = any(
        is_verb(word) and after.isalpha() and after not in ("and", "or", "of", "in")
        for word, after in zip(words[1:], words[2:], strict=False)
    )
    return bool(_LISTED.search(sentence)) and not (acts or _FINITE.search(sentence) or _DOES.search(sentence))
