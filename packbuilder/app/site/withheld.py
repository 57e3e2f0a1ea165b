"""What students must not read on the site: the wording that withheld mark schemes credit, unless the notes themselves say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from packbuilder.app.own_words import credits_of, items_of
from packbuilder.app.site.words import squashed
from packbuilder.document import Options
from packbuilder.markup import flat, rich
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue

_FEWEST_WORDS, _FEWEST_SIGNS = 3, 12
"""Shorter wording is told by everything: "carbon dioxide" is no leak."""

_FEWEST_ASKED = 9
"""Words of a question: shorter ones are everybody's ("Complete the sentences. Use words from the box.")."""

_MARKS = regex(r"^[MAB]\d+\s+|\s*\([MAB]?\d+\)\s*$")
"""What stands before or after a creditworthy answer in a scheme: M1, (2)."""


def credited(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return the creditworthy wording of the schemes of forms, each once, as it reads, and the line by which each scheme names itself."""
    drawn = tuple(forms)
    named = (catalogue(form.language).say("scheme.for", code=form.code, fingerprint=form.fingerprint) for form in drawn)
    return tuple(dict.fromkeys((*(words for item in items_of(drawn) for words in _credits(item)), *named)))


def derivable(items: Iterable[Item]) -> Iterator[str]:
    """Yield what the schemes of derived questions credit, squashed: the notes give it, though not always in so many words (“Volume: how much
    space matter takes up”, where they say “Volume: Volume is how much …”), and what else is made of them says it too.
    """
    return (squashed(words) for item in items for words in _credits(item))


def _credits(item: Item) -> Iterator[str]:
    for text in credits_of(item):
        words = _MARKS.sub("", text).strip()
        if _tells(words):
            yield words


def _tells(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and len(squashed(words)) >= _FEWEST_SIGNS


def asked_by(forms: Iterable[Form], own: Callable[[Item], bool]) -> tuple[str, ...]:
    """Return what the papers of forms ask in somebody's own words, each once: secret until the papers are out."""
    stems = (flat(item.stem) for item in items_of(forms) if own(item))
    return tuple(dict.fromkeys(words for words in stems if len(words.split()) >= _FEWEST_ASKED))


def shown_by(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return what the papers of forms say to candidates: sources, stems, options. That the key is among these is no leak."""
    found: list[str] = []
    for form in forms:
        for question in form.questions:
            found.extend(map(flat, texts_of(question.stimulus.blocks)) if question.stimulus else ())
            for part in question.parts:
                found.append(flat(part.item.stem))
                space = part.item.interaction.answer_space(part.item.marks, catalogue(part.item.language))
                found.extend(flat(option.text) for block in space if isinstance(block, Options) for option in block.options)
    return tuple(dict.fromkeys(found))


def withheld_wording(wordings: Iterable[str], topics: Iterable[Topic], derived: Iterable[Item], shown: Iterable[str]) -> dict[str, str]:
    """Return wording that must not stand on the site, squashed, and how it reads: what neither notes nor papers say, nor what `derived`
    questions of the topics credit.
    """
    public = " ".join(squashed(text) for text in (*_notes(topics), *shown))
    found = {squashed(words): words for words in wordings}
    left = {wording: words for wording, words in found.items() if wording not in public}
    given = set(derivable(derived)) if left else set()
    return {wording: words for wording, words in left.items() if wording not in given}


def _notes(topics: Iterable[Topic]) -> Iterator[str]:
    """Yield what notes say to students; they are what packs are made of."""
    for topic in topics:
        yield flat(rich(topic.synopsis))
        yield from (flat(rich(f"{concept.term}: {concept.definition}")) for concept in topic.concepts)
        yield from (flat(rich(tip.text)) for tip in topic.exam_tips)
        yield from (flat(rich(f"{each.claim} {each.correction}")) for each in topic.misconceptions)
        yield from (flat(rich(point.text)) for point in topic.marking_points)
