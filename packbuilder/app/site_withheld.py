"""What students must not read on the site: the wording that withheld mark schemes credit, unless the notes themselves say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from packbuilder.app.site_words import squashed
from packbuilder.document import Options
from packbuilder.markup import flat, rich
from packbuilder.model.form import Form
from packbuilder.model.topic import Topic
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.walks import paragraphs_of, texts_of
from packbuilder.wording import catalogue

_FEWEST_WORDS, _FEWEST_SIGNS = 3, 12
"""Shorter wording is told by everything: "carbon dioxide" is no leak."""

_FEWEST_ASKED = 9
"""Words of a question: shorter ones are everybody's ("Complete the sentences. Use words from the box.")."""

_MARKS = re.compile(r"^[MAB]\d+\s+|\s*\([MAB]?\d+\)\s*$")
"""What stands before or after a creditworthy answer in a scheme: M1, (2)."""


def credited(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return the creditworthy wording of the schemes of forms, each once, as it reads."""
    return tuple(dict.fromkeys(words for form in forms for words in _credits(form)))


def _credits(form: Form) -> Iterator[str]:
    for paragraph in paragraphs_of(mark_scheme(form).blocks):
        if paragraph.role == "credit":
            words = _MARKS.sub("", flat(paragraph.text)).strip()
            if _tells(words):
                yield words


def _tells(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and len(squashed(words)) >= _FEWEST_SIGNS


def asked_by(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return what the papers of forms ask in the words of banks, each once: secret until the papers are out. Derived questions ask what
    notes say, and anyone with the notes can derive them.
    """
    parts = (part for form in forms for question in form.questions for part in question.parts if part.item.rule == "bank")
    return tuple(dict.fromkeys(words for part in parts if len((words := flat(part.item.stem)).split()) >= _FEWEST_ASKED))


def shown_by(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return what the papers of forms show to be read or chosen from: sources, and options. That the key is among them is no leak."""
    found: list[str] = []
    for form in forms:
        for question in form.questions:
            found.extend(map(flat, texts_of(question.stimulus.blocks)) if question.stimulus else ())
            for part in question.parts:
                space = part.item.interaction.answer_space(part.item.marks, catalogue(part.item.language))
                found.extend(flat(option.text) for block in space if isinstance(block, Options) for option in block.options)
    return tuple(dict.fromkeys(found))


def withheld_wording(wordings: Iterable[str], topics: Iterable[Topic], shown: Iterable[str]) -> dict[str, str]:
    """Return wording that must not stand on the site, squashed, and how it reads: what neither notes nor papers say in so many words."""
    public = " ".join(squashed(text) for text in (*_notes(topics), *shown))
    found = {squashed(words): words for words in wordings}
    return {wording: words for wording, words in found.items() if wording not in public}


def _notes(topics: Iterable[Topic]) -> Iterator[str]:
    """Yield what notes say to students; they are what packs are made of."""
    for topic in topics:
        yield flat(rich(topic.synopsis))
        yield from (flat(rich(f"{concept.term}: {concept.definition}")) for concept in topic.concepts)
        yield from (flat(rich(tip.text)) for tip in topic.exam_tips)
        yield from (flat(rich(f"{each.claim} {each.correction}")) for each in topic.misconceptions)
        yield from (flat(rich(point.text)) for point in topic.marking_points)
