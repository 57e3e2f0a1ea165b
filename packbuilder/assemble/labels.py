"""Figures, tables and sources are numbered through a paper, whatever number each has in its bank, and questions refer to them so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import islice
from typing import TypeAlias, TypeVar

from packbuilder.document import Drawing, Figure, Table
from packbuilder.figure_words import DRAWN, STIMULI, is_apart, is_handed_out
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat
from packbuilder.model.form import Question
from packbuilder.model.item import Item, Stimulus
from packbuilder.patterns import regex
from packbuilder.text import Inline, RichText, Run
from packbuilder.values import dataclass, replace
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


_Key: TypeAlias = tuple[str, str]
"""A stimulus, or an item's own drawing: the path of its bank, and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What stands on the paper: what it is called, and whether it is a stimulus that words of others can mean."""

    labels: tuple[Label, ...]
    shared: bool


_Paper: TypeAlias = dict[_Key, _Shown]

_DRAWING = "/drawing"
"""Behind the id of an item, the id of its own drawing."""


def numbered_through(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions with figures, tables and sources numbered 1, 2, 3 (A, B, C) in their order, each kind for itself.

    What a question's words mean is its own stimulus, or its own drawing that they name. What they name and the paper does not show
    (a figure in a separate insert) keeps its number, which nothing else gets.
    """
    found = tuple(questions)
    shown: _Paper = {}
    for question in found:
        for key, thing in _things(question):
            shown.setdefault(key, thing)
    if not shown:
        return found
    names = _names(shown, frozenset(label for question in found for label in _kept(question, shown)))
    return tuple(_renamed(question, shown, names) for question in found)


def _things(question: Question) -> Iterator[tuple[_Key, _Shown]]:
    """Yield what a question shows under a name: its stimulus, and the drawings of its parts."""
    stimulus = question.stimulus
    labels = _labels(same_as(stimulus)) if stimulus else ()
    if stimulus and labels:
        yield _key(stimulus), _Shown(labels=labels, shared=True)
    elif stimulus and stimulus.id.endswith(_DRAWING) and (named := _by_stem(same_as(question.parts[0].item))):
        yield _key(stimulus), _Shown(labels=named, shared=False)
    for part in question.parts:
        own = tuple(label for label in _drawn(same_as(part.item)) if label not in labels)
        if len(own) == 1:
            yield _drawing_key(part.item), _Shown(labels=own, shared=False)


def _key(stimulus: Stimulus) -> _Key:
    return stimulus.span.path, stimulus.id


def _drawing_key(item: Item) -> _Key:
    return item.span.path, item.id + _DRAWING


@lru_cache(maxsize=1024)
def _labels(same: Same[Stimulus]) -> tuple[Label, ...]:
    """Return what a stimulus is called: by its title, its captions, or where it has none of these in its own words."""
    stimulus = same.__self__
    shows = [block for block in blocks_in(stimulus.blocks) if isinstance(block, Figure | Drawing | Table)]
    named = dict.fromkeys([*_heads(stimulus.title), *(label for block in shows for label in _heads(flat(block.caption)))])
    words = [flat(text) for text in texts_of(stimulus.blocks)]
    if len(named) < max(1, len(shows)):
        # "Table 1 gives the same numbers." stands for a table that has no caption.
        begun = (label for text in words for sentence in _SENTENCE.split(text) for label in _heads(sentence))
        named |= dict.fromkeys(islice((label for label in begun if label not in named), max(1, len(shows)) - len(named)))
    return tuple(named or dict.fromkeys(_references(words)))


_SENTENCE = regex(r"(?<=[.!?:])\s+|\n+")


@lru_cache(maxsize=1024)
def _drawn(same: Same[Item]) -> tuple[Label, ...]:
    """Return what the drawing is called that an item is answered on: by its caption, or else in the stem."""
    if same.__self__.kind != "drawing":
        return ()
    # Imported here: few papers have a drawing.
    from packbuilder.question_types.drawing import DrawnAnswer

    interaction = same.__self__.interaction
    # Of an empty space to draw in nothing is called anything.
    return tuple(_heads(flat(interaction.given.caption))) or _by_stem(same) if isinstance(interaction, DrawnAnswer) else ()


@lru_cache(maxsize=1024)
def _by_stem(same: Same[Item]) -> tuple[Label, ...]:
    """Return what an item's stem calls its own drawing: the only figure that it names, or the only one that a sentence begins with."""
    words = _words(same.__self__.stem)
    named = dict.fromkeys(label for match in _found(words) if match["word"][0].isupper() for label in _told(match) if _is_drawn(label))
    if len(named) < 2:
        return tuple(named)
    begun = dict.fromkeys(label for sentence in _SENTENCE.split(words) for label in _heads(sentence) if label in named)
    return tuple(begun) if len(begun) == 1 else ()


def _is_drawn(label: Label) -> bool:
    """Whether a drawing can be called so; "Graph B" is one of those to choose from."""
    return label[0] in DRAWN and label[1].isdecimal()


def _heads(text: str) -> Iterator[Label]:
    """Yield the labels that a title begins with: "Figure 1: A cell", "Figure 1 and Table 2"."""
    at = 0
    while (match := _REFERENCE.match(text, at)) is not None:
        if is_apart(text, match.start(), match.end()):
            return
        yield from _told(match)
        joint = re.compile(_AND).match(text, match.end())
        if joint is None:
            return
        at = joint.end()


def _references(texts: Iterable[str]) -> Iterator[Label]:
    """Yield the labels that texts name, without those of what is said to be elsewhere."""
    return (label for text in texts for match in _found(text) for label in _told(match))


def _found(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _REFERENCE.finditer(text) if not is_apart(text, match.start(), match.end()))


def _told(match: re.Match[str]) -> Iterator[Label]:
    word = _FIRST_FORMS[match["word"].lower()]
    for mark in re.findall(_MARK, match["marks"] or match["mark"]):
        yield word, mark


@lru_cache(maxsize=4096)
def _speaks_of(same: Same[Item]) -> tuple[frozenset[Label], frozenset[Label]]:
    """Return what an item's stem names, and what is in an insert beside the paper; a figure in some book takes no number."""
    words = _words(same.__self__.stem)
    found = _REFERENCE.finditer(words) if is_handed_out(words) else ()
    apart = (match for match in found if is_apart(words, match.start(), match.end()))
    return frozenset(_references((words,))), frozenset(label for match in apart for label in _told(match))


@lru_cache(maxsize=1024)
def _says(same: Same[Stimulus]) -> frozenset[Label]:
    return frozenset(_references(map(flat, texts_of(same.__self__.blocks))))


def _words(text: RichText) -> str:
    """Return the running text of a stem, a sign for each formula and each piece of code."""
    return "".join(each.text if isinstance(each, Run) and not each.code else _OTHER for each in text)


_OTHER = "\ufffc"


def _meant(question: Question, shown: _Paper) -> dict[Label, _Key]:
    """Return what the words of a stimulus and of its parts mean by each label: itself, drawings of its parts, or another stimulus of its bank.

    What another is called is meant only where one alone is called so, and where the question has no stimulus nothing is.
    """
    if not question.stimulus:
        return {}
    own = _key(question.stimulus)
    others = {key: thing for key, thing in shown.items() if key != own and key[0] == own[0] and thing.shared}
    counted = Counter(label for thing in others.values() for label in thing.labels)
    meant = {label: key for key, thing in others.items() for label in thing.labels if counted[label] == 1}
    for part in question.parts:
        meant |= _meant_by(part.item, shown)
    return meant | (dict.fromkeys(shown[own].labels, own) if own in shown else {})


def _meant_by(item: Item, shown: _Paper) -> dict[Label, _Key]:
    """Return what an item calls its own drawing."""
    key = _drawing_key(item)
    return dict.fromkeys(shown[key].labels, key) if key in shown else {}


def _kept(question: Question, shown: _Paper) -> Iterator[Label]:
    """Yield the labels that a question names and nothing on the paper has for it."""
    meant = _meant(question, shown)
    if question.stimulus:
        yield from _says(same_as(question.stimulus)) - meant.keys()
    for part in question.parts:
        named, apart = _speaks_of(same_as(part.item))
        yield from named - (meant | _meant_by(part.item, shown)).keys()
        yield from apart


def _names(shown: _Paper, kept: frozenset[Label]) -> dict[_Key, dict[Label, str]]:
    """Return the new numbers of the labels of each thing: in order, without those that are kept."""
    counted: Counter[tuple[str, bool]] = Counter()
    names: dict[_Key, dict[Label, str]] = {}
    for key, thing in shown.items():
        names[key] = {}
        # Within one stimulus the order is the author's, wherever its title begins.
        for word, mark in sorted(thing.labels, key=lambda label: (label[0], label[1].zfill(2))):
            numbers = (_numeral(n, mark) for n in range(counted[word, mark.isdecimal()] + 1, 1000))
            new = next(number for number in numbers if (word, number) not in kept)
            counted[word, mark.isdecimal()] = int(new) if new.isdecimal() else ord(new) - ord("A") + 1
            names[key][word, mark] = new
    return names


def _numeral(number: int, like: str) -> str:
    """Return a number as figures or as a letter, like another; behind Z letters end, and figures go on."""
    return str(number) if like.isdecimal() or number > ord("Z") - ord("A") + 1 else chr(ord("A") + number - 1)


def _renamed(question: Question, shown: _Paper, names: dict[_Key, dict[Label, str]]) -> Question:
    meant = _meant(question, shown)
    told = _changed(meant, names)
    parts = tuple(
        replace(part, item=_item(same_as(part.item), own, told)) if own or told else part
        for part in question.parts
        for own in (_changed(meant | _meant_by(part.item, shown), names),)
    )
    if all(one is other for one, other in zip(parts, question.parts, strict=True)):
        return question
    return replace(question, parts=parts, stimulus=question.stimulus and _stimulus(same_as(question.stimulus), told))


def _changed(meant: dict[Label, _Key], names: dict[_Key, dict[Label, str]]) -> Names:
    return tuple(sorted((label, names[key][label]) for label, key in meant.items() if names[key][label] != label[1]))


@lru_cache(maxsize=4096)
def _item(same: Same[Item], names: Names, shared: Names) -> Item:
    # Remembered, as is a stimulus: what versions share is known by its identity.
    item = same.__self__
    told = _retold(replace(item, stimulus=None), dict(names))
    return replace(told, stimulus=item.stimulus and _stimulus(same_as(item.stimulus), shared))


@lru_cache(maxsize=1024)
def _stimulus(same: Same[Stimulus], names: Names) -> Stimulus:
    known = dict(names)
    told = _retold(same.__self__, known)
    return replace(told, title=_reworded(told.title, known))


def _retold(value: T, names: dict[Label, str]) -> T:
    """Return a value with the labels in all its running text, and in what pictures say in words, by their new numbers; code stays as it is."""
    if isinstance(value, tuple):
        told = _in_runs(value, names) if any(isinstance(each, Run) for each in value) else (_retold(each, names) for each in value)
        return tuple(told)  # type: ignore[return-value]  # as many of the same classes
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new = {each.name: _retold(getattr(value, each.name), names) for each in fields(value) if each.compare}
    if isinstance(value, Figure | Drawing):
        new["alt"] = _reworded(value.alt, names)
    return replace(value, **{name: field for name, field in new.items() if field != getattr(value, name)})


def _in_runs(text: RichText, names: dict[Label, str]) -> Iterator[Inline]:
    """Yield the inlines of a text in new words; whether a figure is elsewhere may stand in the next run: "**Figure 1** in the insert"."""
    whole, at = _words(text), 0
    for each in text:
        if isinstance(each, Run) and not each.code:
            yield replace(each, text=_reworded(each.text, names, whole, at))
            at += len(each.text)
        else:
            yield each
            at += len(_OTHER)


def _reworded(text: str, names: dict[Label, str], whole: str = "", at: int = 0) -> str:
    """Return words with the new numbers; they begin at a place in a whole, or are one."""

    def put(match: re.Match[str]) -> str:
        if is_apart(whole or text, at + match.start(), at + match.end()):
            return match[0]
        word, start = _FIRST_FORMS[match["word"].lower()], match.start("marks" if match["marks"] else "mark") - match.start()
        marks = re.sub(_MARK, lambda mark: names.get((word, mark[0]), mark[0]), match[0][start:])
        return match[0][:start] + marks

    return _REFERENCE.sub(put, text)
