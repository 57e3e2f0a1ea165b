"""The synopsis: which of its sentences say something of the subject, and not what the notes are about."""

from __future__ import annotations

import re

from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.text import NO_END, UPPER

_ABOUT_NOTES = regex(
    r"\b(?:this (?:topic|unit|pack|section|area|chapter|module|lesson)|these notes|topic|unit|students?|learners?|pupils?|candidates?|you|we|exams?|"
    r"covers?|covering|reviews?|explores?|examines?|focus\w*|looks? at|introduces?|considers?|investigates?)\b"
    r"|^(?:It|They|This|These|There|Finally|Emphasis|Then|Also|Includes?|Students?)\b",
    re.IGNORECASE,
)


def subject_sentences(topic: Topic) -> tuple[str, ...]:
    """Return the synopsis's sentences that speak of the subject itself; only they can be asked or credited."""
    sentences = re.split(rf"{NO_END}(?<=[.!?])\s+(?=[{UPPER}¿¡«„])", topic.synopsis.strip())
    return tuple(each for each in sentences if each and not _ABOUT_NOTES.search(each) and not each.endswith("?"))
