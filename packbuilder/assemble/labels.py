"""Figures, tables and sources are numbered through a paper, whatever number each has in its bank, and questions refer to them so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TypeAlias, TypeVar

from packbuilder.document import Drawing, Figure, Table
from packbuilder.figure_words import STIMULI
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat
from packbuilder.model.form import Question
from packbuilder.model.item import Item, Stimulus
from packbuilder.patterns import regex
from packbuilder.text import Run
from packbuilder.values import replace
from packbuilder.walks import blocks_in, texts_of

Label: TypeAlias = tuple[str, str]
"""The first form of a word, and a number or letter: ("figure", "2")."""

Names: TypeAlias = tuple[tuple[Label, str], ...]
"""The new number of each label, in order, so that it can be a key."""

T = TypeVar("T")

_FIRST_FORMS = {form: forms[0] for forms in STIMULI for form in forms}

_WORDS = "|".join(sorted(map(re.escape, _FIRST_FORMS), key=len, reverse=True))
_MARK = r"(?:\d{1,2}(?![\d/]|[.,:]\d)|[A-H](?![\w’']))"
_AND = r"(?:,? (?:and|or|und|oder|et|ou|y|o|a|ac|i|και|to|bis|à) |, | ?[–&-] ?)"
_REFERENCE = regex(
    rf"\b(?P<word>(?i:{_WORDS}))(?:(?:s|en|n|x|ien|lau)[ \u00a0]+(?P<marks>{_MARK}(?:{_AND}{_MARK})*)|[ \u00a0]+(?P<mark>{_MARK}))"
)
"""What refers to something on the paper: "Figure 1", "Fig. 2", "Tables 1 and 2", "Source B"."""


def numbered_through(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions with figures, tables and sources numbered 1, 2, 3 (A, B, C) in their order, each kind for itself.

    What a question names and no stimulus of the paper is (a figure in a separate insert) keeps its number, which nothing else gets.
    """
    found = tuple(questions)
    if not any(question.stimulus for question in found):
        return found
    shown = {_key(each): labels for question in found if (each := question.stimulus) and (labels := _labels(same_as(each)))}
    if not shown:
        return found
    names = _names(shown, frozenset(_named_elsewhere(found, shown)))
    return tuple(_renamed(question, names) for question in found)


_Key: TypeAlias = tuple[str, str]
"""A stimulus: the path of its bank, and its id."""


def _key(stimulus: Stimulus) -> _Key:
    return stimulus.span.path, stimulus.id


@lru_cache(maxsize=1024)
def _labels(same: Same[Stimulus]) -> tuple[Label, ...]:
    """Return what a stimulus is called: by its title, its captions, or where it has none of these in its own words."""
    stimulus = same.__self__
    captions = (flat(block.caption) for block in blocks_in(stimulus.blocks) if isinstance(block, Figure | Drawing | Table))
    named = [*_heads(stimulus.title), *(label for caption in captions for label in _heads(caption))]
    return tuple(dict.fromkeys(named or _references(map(flat, texts_of(stimulus.blocks)))))


def _heads(text: str) -> Iterator[Label]:
    """Yield the labels that a title begins with: "Figure 1: A cell", "Figure 1 and Table 2"."""
    at = 0
    while (match := _REFERENCE.match(text, at)) is not None:
        yield from _told(match)
        joint = re.compile(_AND).match(text, match.end())
        if joint is None:
            return
        at = joint.end()


def _references(texts: Iterable[str]) -> Iterator[Label]:
    for text in texts:
        for match in _REFERENCE.finditer(text):
            yield from _told(match)


def _told(match: re.Match[str]) -> Iterator[Label]:
    word = _FIRST_FORMS[match["word"].lower()]
    for mark in re.findall(_MARK, match["marks"] or match["mark"]):
        yield word, mark


@lru_cache(maxsize=4096)
def _speaks_of(same: Same[Item]) -> frozenset[Label]:
    return frozenset(_references(run.text for run in _runs(same.__self__.stem) if not run.code))


def _runs(value: object) -> Iterator[Run]:
    return (each for each in value if isinstance(each, Run)) if isinstance(value, tuple) else iter(())


def _named_elsewhere(questions: tuple[Question, ...], shown: dict[_Key, tuple[Label, ...]]) -> Iterator[Label]:
    """Yield the labels that questions name and that nothing of their bank on this paper has."""
    for question in questions:
        for part in question.parts:
            here = {label for key, labels in shown.items() if key[0] == part.item.span.path for label in labels}
            yield from _speaks_of(same_as(part.item)) - here


def _names(shown: dict[_Key, tuple[Label, ...]], kept: frozenset[Label]) -> dict[_Key, dict[Label, str]]:
    """Return the new numbers of each stimulus's labels: in order, without those that are kept."""
    counted: Counter[tuple[str, bool]] = Counter()
    names: dict[_Key, dict[Label, str]] = {}
    for key, labels in shown.items():
        names[key] = {}
        # Within one stimulus the order is the author's, wherever its title begins.
        for word, mark in sorted(labels, key=lambda label: (label[0], label[1].zfill(2))):
            numbers = (_numeral(n, mark) for n in range(counted[word, mark.isdecimal()] + 1, 1000))
            new = next(number for number in numbers if (word, number) not in kept)
            counted[word, mark.isdecimal()] = int(new) if new.isdecimal() else ord(new) - ord("A") + 1
            names[key][word, mark] = new
    return names


def _numeral(number: int, like: str) -> str:
    """Return a number as figures or as a letter, like another; behind Z letters end, and figures go on."""
    return str(number) if like.isdecimal() or number > ord("Z") - ord("A") + 1 else chr(ord("A") + number - 1)


def _renamed(question: Question, names: dict[_Key, dict[Label, str]]) -> Question:
    path = question.parts[0].item.span.path
    own = names.get(_key(question.stimulus), {}) if question.stimulus else {}
    others = [each for key, each in names.items() if key[0] == path and each is not own]
    counted = Counter(label for each in others for label in each)
    # What another stimulus of the bank is called is meant where only one is called so.
    known = {label: new for each in others for label, new in each.items() if counted[label] == 1} | own
    changed = tuple(sorted((label, new) for label, new in known.items() if label[1] != new))
    if not changed:
        return question
    parts = tuple(replace(part, item=_item(same_as(part.item), changed)) for part in question.parts)
    return replace(question, parts=parts, stimulus=question.stimulus and _stimulus(same_as(question.stimulus), changed))


@lru_cache(maxsize=4096)
def _item(same: Same[Item], names: Names) -> Item:
    # Remembered, as is a stimulus: what versions share is known by its identity.
    item = same.__self__
    told = _retold(replace(item, stimulus=None), dict(names))
    return replace(told, stimulus=item.stimulus and _stimulus(same_as(item.stimulus), names))


@lru_cache(maxsize=1024)
def _stimulus(same: Same[Stimulus], names: Names) -> Stimulus:
    known = dict(names)
    told = _retold(same.__self__, known)
    return replace(told, title=_reworded(told.title, known))


def _retold(value: T, names: dict[Label, str]) -> T:
    """Return a value with the labels in all its running text, and in what pictures say in words, by their new numbers; code stays as it is."""
    if isinstance(value, tuple):
        return tuple(_retold(each, names) for each in value)  # type: ignore[return-value]  # as many of the same classes
    if isinstance(value, Run):
        return value if value.code else replace(value, text=_reworded(value.text, names))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new = {each.name: _retold(getattr(value, each.name), names) for each in fields(value) if each.compare}
    if isinstance(value, Figure | Drawing):
        new["alt"] = _reworded(value.alt, names)
    return replace(value, **{name: field for name, field in new.items() if field != getattr(value, name)})


def _reworded(text: str, names: dict[Label, str]) -> str:
    def put(match: re.Match[str]) -> str:
        word, start = _FIRST_FORMS[match["word"].lower()], match.start("marks" if match["marks"] else "mark") - match.start()
        marks = re.sub(_MARK, lambda mark: names.get((word, mark[0]), mark[0]), match[0][start:])
        return match[0][:start] + marks

    return _REFERENCE.sub(put, text)
