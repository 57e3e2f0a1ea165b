"""Exposure: which units print, in a stem or an option, the very words that another unit's scheme credits.

Derived items know what they give away by their keys (`Item.exposes`). Items of banks are written by hand, and what
stands in one may be the answer to another: only the words themselves can tell. `verify` looks for the same in finished
files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.assemble.units import Unit
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme, PointsScheme
from packbuilder.patterns import regex
from packbuilder.text import UPPER, RichText
from packbuilder.values import dataclass
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue

_WORD = regex(r"[^\W_]+")
_NAME = regex(rf"(?:(?<=[\w,;:)’'] )|(?<=[\w,;:)’'] [‘“«„(]))[{UPPER}]\w+")
"""A word with a capital that no sentence begins with."""
_RECALLS = frozenset({"State", "Name", "Give", "Identify", "List", "Write"})

_SHORTEST = 3
"""Credited texts of fewer words are not looked for: single terms rightly stand in stems too."""

_FEW_ANSWERS = 2
"""Of so many answers at most each is looked for as a name, however short it is."""

_TELLING = 6
"""Schemes that credit the same points ask the same where the points have so many words in all."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An item as it is read: the place of its unit, the words its scheme credits, those of its stem, and of whatever else it prints.

    `answers` are short answers that may be names, and `named` the words of the stem that have a capital within a sentence.
    """

    unit: int
    item: Item
    credited: frozenset[Words]
    stem: Words
    options: tuple[Words, ...]
    stimulus: tuple[Words, ...]
    answers: frozenset[Words]
    named: frozenset[str]


def readings(units: Sequence[Unit]) -> tuple[Reading, ...]:
    """Return all items of the units in their words, which are taken out of each once."""
    return tuple(_reading(index, item) for index, unit in enumerate(units) for item in unit.items)


def _reading(unit: int, item: Item) -> Reading:
    blocks = item.interaction.answer_space(item.marks, catalogue(item.language))
    return Reading(
        unit=unit,
        item=item,
        credited=frozenset(_credited(item)),
        stem=_words(item.stem),
        options=tuple(map(_words, texts_of(blocks))),
        stimulus=tuple(map(_words, texts_of(item.stimulus.blocks))) if item.stimulus else (),
        answers=frozenset(_answers(item)),
        named=frozenset(found[0].casefold() for found in _NAME.finditer(flat(item.stem))),
    )


def _answers(item: Item) -> Iterator[Words]:
    """Yield answers of a word or two that begin with a capital: where a stem has them with one too, they are names."""
    scheme = item.scheme
    points = scheme.points if isinstance(scheme, PointsScheme) and item.command in _RECALLS else ()
    for point in points if len(points) <= _FEW_ANSWERS else ():
        words = _words(point.text)
        if len(words) < _SHORTEST and flat(point.text)[:1].isupper():
            yield words


def exposures(items: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Yield pairs of units' indexes: the first prints what the second's scheme credits. Each pair once or more."""
    credited: dict[Words, list[tuple[Words, int]]] = {}
    for each in items:
        for words in sorted(each.credited):
            credited.setdefault(words[:_SHORTEST], []).append((words, each.unit))
    if not credited:
        return
    for each in items:
        for words in (each.stem, *each.options, *each.stimulus):
            for start in range(len(words) - _SHORTEST + 1):
                for whole, other in credited.get(words[start : start + _SHORTEST], ()):
                    if other != each.unit and words[start : start + len(whole)] == whole:
                        yield each.unit, other


def names_given(items: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Yield pairs of units' indexes: a stem of the first names what the second asks for ("Explain how the Dawes Plan ...", "Name the plan of 1924")."""
    asked: dict[str, list[tuple[Words, int]]] = {}
    for each in items:
        for words in sorted(each.answers):
            asked.setdefault(words[0], []).append((words, each.unit))
    for each in items:
        for name in sorted(each.named & asked.keys()):
            for words, other in asked[name]:
                if other != each.unit and any(each.stem[start : start + len(words)] == words for start in range(len(each.stem))):
                    yield each.unit, other


def same_content(items: Sequence[Reading]) -> Iterator[tuple[int, ...]]:
    """Yield groups of units' indexes that ask the same in the same words, or whose schemes credit the same points.

    Items of banks bear no keys of what they test; two files may hold one question twice.
    """
    alike: dict[object, dict[int, None]] = {}
    for each in items:
        if sum(map(len, each.credited)) >= _TELLING:
            alike.setdefault(each.credited, {})[each.unit] = None
        about = each.item.stimulus and (each.item.span.path, each.item.stimulus.id)
        alike.setdefault((each.item.kind, each.stem, frozenset(each.options), each.credited, about), {})[each.unit] = None
    yield from (tuple(group) for group in alike.values() if len(group) > 1)


def _credited(item: Item) -> Iterator[Words]:
    scheme = item.scheme
    texts: tuple[RichText, ...] = ()
    if isinstance(scheme, PointsScheme):
        texts = (*(point.text for point in scheme.points), *scheme.indicative)
    elif isinstance(scheme, LevelsScheme):
        texts = scheme.indicative
    for text in texts:
        said = flat(text)
        # A definition is credited with its term ("Osmosis: the movement of ..."), and printed without.
        for part in (said, *said.split(": ", 1)[1:]):
            words = _split(part)
            if len(words) >= _SHORTEST:
                yield words


def _words(text: RichText) -> Words:
    return _split(flat(text))


def _split(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))
