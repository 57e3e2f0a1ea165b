"""What derived questions ask, in the language of the notes; where the program has no words in it, in English that is marked as such."""

from __future__ import annotations

from string import Formatter

from packbuilder.markup import rich
from packbuilder.model.topic import Topic
from packbuilder.text import RichText, Run, joined
from packbuilder.wording import catalogue


def asked(topic: Topic, key: str, /, **texts: str) -> RichText:
    """Return the program's message with the notes' own words in it."""
    wording = catalogue(topic.language)
    language = wording.spoken(key)
    if language is None:
        return rich(wording.say(key, **texts))
    return joined(*(part for words, name, _, _ in Formatter().parse(wording.say(key)) for part in _parts(words, language, texts, name)))


def _parts(words: str, language: str, texts: dict[str, str], name: str | None) -> tuple[RichText, RichText]:
    return (Run(text=words, language=language),) if words else (), rich(texts[name]) if name else ()
