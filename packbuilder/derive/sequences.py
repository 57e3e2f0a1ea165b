"""Sequences: steps whose order the notes themselves state, without the words that state it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from packbuilder.amounts import NUMBER_WORDS, number_said, number_words
from packbuilder.model.material import Steps
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_FEWEST, _MOST = 3, 10
"""Two steps are a guess; ten are what a student can hold."""

_LONGEST_SUBJECT = 6
_FEWEST_WORDS = 2

_OPENING = regex(
    r"(?:(?P<first>(?:at )?first(?:ly| of all)?(?!-|\s+(?:aid|impressions?|order|line|class|world|degree|person)\b)|to begin with|to start with|initially)\b"
    r"|(?P<later>and then|then|next|after that|after this|afterwards|finally|lastly|last of all|in the end)\b"
    r"|(?P<once>once|after|as soon as)\s+[^,.;]+,"
    rf"|(?:(?:stage|step|phase)\s+(?P<named>\d+|{number_words(1, 10)})\b|\(?(?P<plain>\d+)[.)](?=\s))\s*(?:is\s+|[:–—-])?)"
    r"[,:]?\s*",
    re.IGNORECASE,
)
"""Words that open a step and say its place."""

_INSIDE = regex(r"^(?P<before>(?:[^\s,;:]+\s+){1,4})(?P<word>then|finally)\s+(?P<after>\w)", re.IGNORECASE)
"""A word of order behind the subject: `The mixture is then filtered`."""

_JOINT = regex(
    r";\s+(?=(?:\w+\s+){1,3}then\b)|(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?=(?:then|next|after that|afterwards|finally|lastly)\b)", re.IGNORECASE
)
"""Where one sentence goes on to the next step."""

_SUBJECT = regex(
    r"^(?P<subject>(?:[^\s,;:]+\s+)*?[^\s,;:]+)(?<!\bthe)(?<!\ba)(?<!\bat)(?<!\bits)(?<!\btheir)(?<!\byour)\s+first\s+(?!and\b)(?P<rest>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""`A student first chooses …`: the subject belongs to every step, and would tell which is the first."""

_SHARED = regex(
    r"^(?P<subject>(?:[^\s,;:]+\s+){0,3}?(?!(?:the|an?|each|every|this)\s)[^\s,;:]+)\s+(?P<rest>[a-z]*[a-rt-z]s\s.+)$",
    re.DOTALL | re.IGNORECASE,
)
_VERB_FIRST = regex(r"[a-z]*[a-rt-z]s\s")
"""`Water evaporates from …, then condenses into …`: verbs of one form behind one subject."""

_ANNOUNCED = regex(
    r"^(?P<lead>[^:.]{3,90}(?=:)|(?:To|In|For)\s[^:.,]{3,60}(?=,))[:,]\s+"
    r"(?=(?:first(?:ly)?|to begin with|(?:step|stage|phase) (?:1|one)|\(?1[.)])\W)",
    re.IGNORECASE,
)
_COMMAND = regex(
    r"^(?:award|credit|give|allow|accept|explain|describe|state|outline|identify|recall|name|list|understand|know)\b", re.IGNORECASE
)

_OF_NOTES = regex(
    r"\b(?:(?:this|the) (?:topic|unit|pack|section|chapter|module|lesson)|these notes|covers?|reviews?|explores?|introduces?|looks? at|we|(?:students?|learners?|pupils?) (?:will|should|learn|study))\b",
    re.IGNORECASE,
)
"""What the notes do in turn is no process."""

_TELLTALE = regex(r"\b(?:firstly|then|finally|lastly|afterwards|after that|next,)(?:\b|(?<=,))", re.IGNORECASE)
"""Words that, left inside a step, would tell its place."""

_COUNTED = regex(
    r"\b(?:reasons?|causes?|factors?|advantages?|disadvantages?|benefits?|drawbacks?|arguments?|points|ways|kinds|types|examples|features|strengths|limits|limitations)\b",
    re.IGNORECASE,
)
"""What is only counted (`There are three reasons. First …`): any order is as good."""

_SENTENCE_END = regex(r"(?<=[.!?;])(?<!\b\d\.)\s+(?=[A-Z(*\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A step, and what its words say of its place: `first`, `later`, `once` something is done, the number that is written, or nothing."""

    text: str
    place: str

    def follows(self, run: tuple[_Step, ...]) -> bool:
        """Whether the words put this step directly behind those."""
        if self.place.isdigit():
            return run[-1].place == str(int(self.place) - 1)
        # `After heavy rain, rivers rise` goes on from nothing; where steps have been begun, `After heating, filter` does.
        return self.place == "later" or (self.place == "once" and run[0].place == "first")


def sequences_of(topic: Topic) -> Iterator[Steps]:
    """Yield what a topic's synopsis, key facts and marking points put in order, each once."""
    seen: set[tuple[str, ...]] = set()
    for about, units in _sources(topic):
        for lead, steps in _sequences(units):
            key = tuple(step.casefold() for step in steps)
            if key not in seen:
                yield Steps(about=_named(lead, about), steps=steps, topic=topic.id)
            seen.add(key)


def _sources(topic: Topic) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield texts in pieces that may be steps, and what each is about: running text in sentences, lists in bullets."""
    points = tuple(point.text for point in topic.marking_points if not point.cut)
    yield topic.title, _sentences(topic.synopsis)
    for concept in topic.concepts:
        yield concept.term or topic.title, _sentences(concept.definition)
    for point in points:
        yield topic.title, _sentences(point)
    yield topic.title, tuple(f"{concept.term}: {concept.definition}" if concept.term else concept.definition for concept in topic.concepts)
    yield topic.title, points


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCE_END.split(text.strip()))


def _named(lead: str, about: str) -> str:
    """Return what the steps are of: the words before them, unless these only tell an examiner what to do."""
    how = re.search(r"\bhow\b.*", lead, re.DOTALL)
    if how:
        return f"H{how[0][1:]}"
    return about if not lead or _COMMAND.match(lead) else lead


def _sequences(units: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words before each sequence, and its steps."""
    lead, run, before = "", tuple[_Step, ...](), ""
    for unit in units:
        said, steps = _read(unit)
        # What has a lead of its own starts anew, as what does not go on from the step before does.
        if said or not run or not steps[0].follows(run):
            yield from _finished(lead, run)
            lead, run = said, ()
        counted = steps[0].place == "first" and _COUNTED.search(f"{before} {said}")
        run, before = (() if counted else (*run, *steps)), unit
    yield from _finished(lead, run)


def _finished(lead: str, run: tuple[_Step, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a run where it is one: steps enough, no two alike, none that gives its place away."""
    texts = tuple(_cleaned(step.text) for step in run)
    stated = bool(run) and run[0].place in ("first", "1", "") and all(one.place for one in run[1:])
    whole = all(len(text.split()) >= _FEWEST_WORDS and not _TELLTALE.search(text) for text in texts)
    apart = len({text.casefold() for text in texts}) == len(texts)
    if _FEWEST <= len(texts) <= _MOST and stated and whole and apart and not _OF_NOTES.search(" ".join((lead, *texts))):
        yield lead, texts


def _read(unit: str) -> tuple[str, tuple[_Step, ...]]:
    """Return the words before the first step of a sentence, and its steps; several where it goes on (`…, then …`)."""
    announced = _ANNOUNCED.match(unit)
    clauses = _JOINT.split(unit[announced.end() :] if announced else unit)
    subject = _SUBJECT.match(clauses[0])
    if announced:
        return announced["lead"], tuple(map(_step, clauses))
    if subject and len(clauses) >= _FEWEST and len(subject["subject"].split()) <= _LONGEST_SUBJECT:
        return f"{subject['subject']} …", (_Step(text=subject["rest"], place="first"), *map(_step, clauses[1:]))
    shared, later = _SHARED.match(clauses[0]), tuple(map(_step, clauses[1:]))
    if shared and not _OPENING.match(unit) and len(clauses) >= _FEWEST and all(_VERB_FIRST.match(step.text) for step in later):
        return f"{shared['subject']} …", (_Step(text=shared["rest"], place="first"), *later)
    if len(clauses) > 1 and not _OPENING.match(clauses[0]):
        # `Blood flows through arteries, then capillaries`: its beginning would give the order away.
        return "", (_Step(text=unit, place=""),)
    return "", tuple(map(_step, clauses))


def _step(clause: str) -> _Step:
    opening, inside = _OPENING.match(clause), _INSIDE.match(clause)
    if opening:
        number = (opening["named"] or opening["plain"] or "").casefold()
        place = str(number_said(number)) if number in NUMBER_WORDS else number
        kinds = (kind for kind in ("first", "later", "once") if opening[kind])
        return _Step(text=clause[opening.end() :], place=place or next(kinds))
    if inside and not re.match(r"(?:if|when)\b", clause, re.IGNORECASE):
        return _Step(text=inside["before"] + clause[inside.start("after") :], place="later")
    return _Step(text=clause, place="")


def _cleaned(text: str) -> str:
    """Return a step with a capital and without a stop: either would tell the first or the last."""
    bare = text.strip(" .;,")
    return bare[:1].upper() + bare[1:] if bare[1:2].islower() or bare[1:2] == " " else bare
