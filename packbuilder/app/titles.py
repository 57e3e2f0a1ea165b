"""Titles that nobody gave: what a paper or a pack over some topics is called."""

from __future__ import annotations

from packbuilder.languages import ENGLISH, primary
from packbuilder.model.bank import ItemBank
from packbuilder.patterns import regex
from packbuilder.wording import catalogue

_SEVERAL = 2
_NAMED = regex(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]")
"""A word that begins with a capital, as names and the titles of works do; not one in capitals."""


def default_title(bank: ItemBank) -> str:
    """Return a title for topics that nobody named, in their language: the topic's own, or the subject's, or the first and how many more.

    Topics without notes count as those with notes do: their questions are drawn as well.
    """
    notes = {topic.id: topic for topic in bank.topics}
    ids = (*notes, *bank.without_notes)
    languages = (*(topic.language for topic in bank.topics), *(item.language for item in bank.items if item.topic not in notes))
    spoken = set(map(primary, languages))
    # Who reads topics in several languages reads the product's own words in that of the first.
    wording = catalogue(next(iter(spoken)) if len(spoken) == 1 else primary(bank.language))
    titles = tuple(map(bank.title_of, ids))
    subjects = {notes[id_].subject if id_ in notes else "" for id_ in ids}
    if len(titles) <= 1:
        return titles[0] if titles else wording.say("title.none")
    if len(subjects) == 1 and (subject := subjects.pop()):
        return subject
    if len(titles) > _SEVERAL:
        return wording.say("title.mixed", n=len(titles))
    one, other = titles
    if len(spoken) > 1:
        # A word between them would be of one language only.
        return f"{one} · {other}"
    return wording.say("title.both", one=one, other=_within(other) if spoken == {ENGLISH} else other)


def _within(title: str) -> str:
    """Begin an English title with a small letter within another; in doubt not: "DNA", "Hitler's rise", "Macbeth: ambition", "An Inspector Calls"."""
    from packbuilder.derive.marking_points.words import opens_with_name
    from packbuilder.derive.terms import is_ordinary

    first, _, rest = title.partition(" ")
    first = first.rstrip(":,;")
    if _NAMED.search(rest) or opens_with_name(f"{first} {rest}", thorough=True) or not is_ordinary(first):
        return title
    return title[:1].lower() + title[1:]
