"""An entry of a review file: what a bank says of one derived question, and whether somebody has edited it since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.markup import flat, written
from packbuilder.model.item import Item
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence, Value
from packbuilder.model.scheme import LevelsScheme, PointsScheme
from packbuilder.question_types.free_drawing import FreeDrawing
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written

_OF_THE_FILE = frozenset(("id", "status", "from"))
"""What an entry says of itself, and not of its question."""


def entry_of(item: Item, texts: dict[str, str]) -> dict[str, object] | None:
    """Return an item's fields as a bank has them; None for one that is not made from a piece of the notes."""
    if item.id not in texts:
        return None
    fields: dict[str, object] = {"id": item.id.rpartition(".")[2], "status": "draft", "from": texts[item.id], "kind": item.kind}
    if not isinstance(item.interaction, TrueFalse):
        fields["stem"] = written(item.stem)
    fields["marks"] = item.marks
    if isinstance(item.interaction, Written) and item.interaction.lines:
        fields["lines"] = item.interaction.lines
    if isinstance(item.interaction, FreeDrawing):
        fields["space"] = item.interaction.ruling
    fields.update(_answer(item))
    objectives = list(item.objectives)
    fields.update(command=item.command, objective=objectives[0] if len(objectives) == 1 else objectives, difficulty=item.difficulty)
    return fields


def _answer(item: Item) -> Iterator[tuple[str, object]]:
    scheme = item.scheme
    match item.interaction:
        case TrueFalse(answer=answer):
            yield "statement", _statement(item)
            yield "answer", answer
            if isinstance(scheme, PointsScheme) and scheme.points:
                yield "why", written(scheme.points[0].text)
        case MultipleChoice(options=options):
            yield (
                "options",
                [
                    {"text": written(option.text)}
                    | ({"correct": True} if option.correct else {})
                    | ({"why": written(option.why)} if option.why else {})
                    for option in options
                ],
            )
        case _ if isinstance(scheme, PointsScheme):
            yield from _points(scheme)
        case _ if isinstance(scheme, LevelsScheme):
            yield from _levels(scheme)


def _statement(item: Item) -> str:
    return written(item.stem).partition("“")[2].rpartition("”")[0]


def _points(scheme: PointsScheme) -> Iterator[tuple[str, object]]:
    if scheme.stated:
        yield "marking_point", written(scheme.stated)
    if scheme.points:
        yield "points", [{"text": written(point.text), "marks": point.marks} for point in scheme.points]
    if scheme.any_of:
        yield "any", scheme.any_of
    yield from _lists(scheme, "may_include")
    if scheme.convention:
        yield "convention", scheme.convention
    if scheme.open_ended:
        yield "other_valid", True


def _levels(scheme: LevelsScheme) -> Iterator[tuple[str, object]]:
    if scheme.stated:
        yield "marking_point", written(scheme.stated)
    bands = ((f"{level.low}-{level.high}" if level.low != level.high else str(level.low), level.descriptor) for level in scheme.levels)
    yield "levels", [{"marks": band, "descriptor": flat(text)} for band, text in bands]
    yield from _lists(scheme, "indicative")


def _lists(scheme: PointsScheme | LevelsScheme, name: str) -> Iterator[tuple[str, object]]:
    if scheme.indicative:
        yield name, [written(text) for text in scheme.indicative]
    if scheme.do_not_credit:
        yield "do_not_credit", [written(text) for text in scheme.do_not_credit]
    if scheme.guidance:
        yield "guidance", [written(text) for text in scheme.guidance]


def is_edited(raw: RawItem, entry: Mapping[str, object]) -> bool:
    """Whether what stands in a file is other than what would be written there of the question that the notes give."""
    own = {name: value for name, value in raw.fields.values.items() if name not in _OF_THE_FILE}
    return own.keys() != entry.keys() - _OF_THE_FILE or any(not _same(value, entry[name]) for name, value in own.items())


def _same(value: Value, wanted: object) -> bool:
    """Whether a value of a file says the same as one that was to be written; how its lines are broken says nothing."""
    match value, wanted:
        case Scalar(text=text), str():
            return text.split() == wanted.split()
        case Scalar(value=own), _:
            return own == wanted
        case Sequence(values=values), list() | tuple():
            return len(values) == len(wanted) and all(map(_same, values, wanted))
        case MappingValue(values=fields), dict():
            return fields.keys() == wanted.keys() and all(_same(each, wanted[name]) for name, each in fields.items())
    return False
