"""What derived questions ask, in the language of the notes; where the program has no words in it, in English that is marked as such."""

from __future__ import annotations

from packbuilder.markup import rich, worded
from packbuilder.model.topic import Topic
from packbuilder.text import RichText
from packbuilder.wording import catalogue


def asked(topic: Topic, key: str, /, **texts: str) -> RichText:
    """Return the program's message with the notes' own words in it."""
    return rich(worded(catalogue(topic.language), key, **texts))
