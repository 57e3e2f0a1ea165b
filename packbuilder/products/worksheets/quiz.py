"""Multiple-choice quiz: four options each, and a grid for the letters, so that it is marked in a minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.document import AnswerBox, Block, Cell, Column, Group, ItemList, Paragraph, Table
from packbuilder.markup import flat, rich
from packbuilder.model.item import Item
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import cell, clued, holes, numbered, picked, which_term
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.passages import stem_between
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 2, 10, 20
_OPTIONS = 4
_SHORT = 18
"""Options of up to so many characters stand side by side."""

_A_ROW = 10
"""Columns of the grid for letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    stem: RichText
    choice: MultipleChoice
    key: str


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask questions of the banks, and which term has a meaning; right options are spread evenly over the letters."""
    wanted = min(_MOST, wish.count or _USUAL)
    enough = len(clued(material.notions, _OPTIONS)) >= wanted
    drawn, terms = _drawn(material, seed, wording, wanted, meanings=not enough)
    if len(drawn) < _FEWEST:
        # Of few terms one question has the meanings of all for its options: each can still be asked for by its own.
        drawn, terms = _drawn(material, seed, wording, wanted, meanings=False)
    if len(drawn) < _FEWEST:
        what = "questions with options, or four terms with meanings"
        raise LackingError(kind="quiz", needed=_FEWEST, what=what, found=len(drawn), where=f"{TERMS}, or a bank")
    dealt = _dealt(seed.child("order").shuffled(drawn, lambda each: each.key), seed)
    tasks = numbered(_asked(each, wording) for each in dealt)
    keys = [_key(each, wording) for each in dealt]
    key = numbered((Paragraph(text=joined(plain(f"{name} ", bold=True), text)),) for name, text in keys)
    return Sheet(tasks=(_grid(len(dealt), wording), *holes(terms, wording), tasks), answers=(key,), count=len(dealt))


def _drawn(
    material: Material, seed: Seed, wording: Catalogue, wanted: int, *, meanings: bool
) -> tuple[list[_Question], tuple[Notion, ...]]:
    """Return so many questions at most, the bank's first, and the terms that the others ask for; `meanings` as `_from_items` has it."""
    drawn = list(_from_items(material, seed, meanings=meanings))[:wanted]
    said_already = " ".join(each.key for each in drawn)
    free = clued((n for n in material.notions if n.term.casefold() not in said_already), _OPTIONS)
    terms = picked(free, seed, wanted - len(drawn)) if len(free) >= _OPTIONS else ()
    return [*drawn, *(_which_term(n, material, seed, wording) for n in terms)], terms


def _from_items(material: Material, seed: Seed, *, meanings: bool) -> Iterator[_Question]:
    """Yield the bank's questions with one right option, none of which gives another away.

    With `meanings` those are among them that print four terms' meanings as options: beside questions for terms they tell which is whose.
    """
    taken: list[Item] = []
    for item in seed.child("items").shuffled(material.items, lambda item: item.id):
        choice = item.interaction
        fit = (
            isinstance(choice, MultipleChoice)
            and not choice.several
            and item.stimulus is None
            and item.variants is None
            and (meanings or item.rule != "choice")
        )
        if fit and isinstance(choice, MultipleChoice) and not any(item.clashes(other) for other in taken):
            taken.append(item)
            words = " ".join(flat(text) for text in (item.stem, *(option.text for option in choice.options)))
            yield _Question(stem=item.stem, choice=choice.arranged(seed.child("options", item.id)), key=f"{item.id} {words}".casefold())


def _which_term(notion: Notion, material: Material, seed: Seed, wording: Catalogue) -> _Question:
    """Ask for the term of a meaning among terms of the same topic, as far as there are so many."""
    others = [other for other in material.notions if other.term != notion.term and other.term.casefold() not in notion.meaning.casefold()]
    own = seed.child("others", notion.term)
    ordered = sorted(own.shuffled(others, lambda other: other.term), key=lambda other: other.topic != notion.topic)
    options = [Choice(text=rich(notion.term), correct=True)]
    options += [Choice(text=rich(other.term), correct=False) for other in ordered[: _OPTIONS - 1]]
    stem = which_term(notion, wording)
    choice = MultipleChoice(options=tuple(options)).arranged(seed.child("options", notion.term))
    return _Question(stem=stem, choice=choice, key=f"{notion.topic}:{notion.term}".casefold())


def _dealt(questions: Sequence[_Question], seed: Seed) -> list[_Question]:
    """Deal the places of the right options: each letter as often as any other, or once more; which ones once more is left to chance."""
    movable = [index for index, each in enumerate(questions) if each.choice.key_places > 1]
    first = seed.child("first letters").shuffled(range(_OPTIONS), str)
    places = [first[turn % _OPTIONS] for turn in range(len(movable))]
    shuffled = seed.child("letters").shuffled(range(len(places)), lambda index: f"{index}")
    dealt = list(questions)
    for index, turn in zip(movable, shuffled, strict=True):
        moved = dealt[index].choice.with_key_at(places[turn] % dealt[index].choice.key_places)
        dealt[index] = replace(dealt[index], choice=moved)
    return dealt


def _asked(question: _Question, wording: Catalogue) -> tuple[Block, ...]:
    options = _options(question, wording)
    return (Group(blocks=(*stem_between((), question.stem, ()), options), together=True),)


def _options(question: _Question, wording: Catalogue) -> Block:
    """Return the options with their letters, side by side where all are short."""
    texts = [option.text for option in question.choice.options]
    if max(len(flat(text)) for text in texts) > _SHORT:
        return ItemList(entries=tuple((Paragraph(text=text),) for text in texts), style="letter")
    cells = tuple(cell(joined(plain(f"{wording.option(index)} ", bold=True), text)) for index, text in enumerate(texts))
    return Table(columns=tuple(Column(share=1) for _ in cells), rows=(cells,), role="plain")


def _key(question: _Question, wording: Catalogue) -> tuple[str, RichText]:
    index = next(index for index, option in enumerate(question.choice.options) if option.correct)
    return wording.option(index), question.choice.options[index].text


def _grid(count: int, wording: Catalogue) -> Group:
    """Return the grid for letters: numbers above, boxes below, a table for each row of them, so that every number heads its box."""
    across = min(_A_ROW, count)
    return Group(blocks=tuple(_letters(start, across, count, wording) for start in range(0, count, across)), together=True)


def _letters(start: int, across: int, count: int, wording: Catalogue) -> Table:
    """Return so many boxes for letters, of which those beyond `count` have no number."""
    numbers = [f"{number}" if number <= count else "" for number in range(start + 1, start + across + 1)]
    return Table(
        columns=tuple(Column(share=1, align="centre") for _ in numbers),
        header=(tuple(cell(plain(number, bold=True), header=True) if number else Cell() for number in numbers),),
        rows=(tuple(cell(AnswerBox(label=number)) if number else Cell() for number in numbers),),
        role="grid",
        caption=() if start else said(wording, "worksheet.quiz.grid"),
    )
