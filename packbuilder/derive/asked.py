"""What derived questions ask, in the language of the notes; where the program has no words in it, in English that is marked as such."""

from __future__ import annotations

from packbuilder.languages import primary
from packbuilder.markup import rich, worded
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.text import RichText
from packbuilder.wording import catalogue


def asked(topic: Topic, key: str, /, **texts: str) -> RichText:
    """Return the program's message with the notes' own words in it: quotations within them have the marks of quotations within quotations."""
    found = _WITHIN.get(primary(topic.language))
    if found:
        marks, inner = found
        texts = {name: marks.sub(inner, text) for name, text in texts.items()}
    return rich(worded(catalogue(topic.language), key, **texts))


_LOW, _ANGLES = regex(r"„([^„“”]*)[“”]"), regex(r"«\s?([^«»]*?)\s?»")
_WITHIN = {"de": (_LOW, r"‚\1‘"), "pl": (_LOW, r"«\1»"), "el": (_ANGLES, r"“\1”"), "es": (_ANGLES, r"“\1”"), "fr": (_ANGLES, r"“\1”")}
"""By language: quotation marks of the first degree, and what stands within them for the second."""
