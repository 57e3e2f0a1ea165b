"""Drafting: derived items written out as a bank that a person reads, edits and approves.

The file is only ever added to: what somebody has written in it stays as it is, comments and all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from packbuilder.app.library import Library
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.reviewing import reviews_of, source_texts
from packbuilder.app.sources import REVIEWED_ENDING
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError
from packbuilder.markup import flat, written
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme, PointsScheme
from packbuilder.model.topic import Topic
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written
from packbuilder.readers.bank_yaml import read_bank
from packbuilder.values import dataclass

_HEAD = """\
# Questions derived from {notes}, for you to read and edit. The program adds to this file and never changes what is in it.
# status: draft     the derived question is used as the notes give it
#         approved  this entry is used, as it stands here
#         dropped   the question is not used at all
# Leave `id` and `from` as they are: they tell which words of the notes a question came from.
bank:
  topic: {topic}
  title: "Reviewed questions: {title}"
items:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a draft run did for a topic: its file, how many entries it added, and how many were there before."""

    topic: str
    path: str
    added: int
    kept: int


class CannotDraftError(PackbuilderError):
    """A review file that cannot be added to."""

    def __init__(self, *, path: str) -> None:
        super().__init__(
            f"new questions cannot be added to {path}: `items:` must be its last part",
            hints=("Move `items:` to the end of the file, or move the file away to begin anew.",),
        )


def draft(library: Library, topic: Topic) -> Drafted:
    """Write or extend the review file beside a topic's notes. Raises `CannotDraftError` or an error of reading or writing."""
    path = Path(topic.span.path)
    target = path.with_name(path.name.split(".")[0] + REVIEWED_ENDING)
    before = read_bytes(target).decode("utf-8-sig") if target.is_file() else _head(topic)
    reviews, _ = reviews_of(read_bank(before.encode(), shown(target))[0].items) if target.is_file() else ((), ())
    known = {review.id.rpartition(".")[2] for review in reviews}
    texts = source_texts(topic)
    entries = [entry for item in library.derived if item.topic == topic.id and (entry := _entry(item, texts)) and entry["id"] not in known]
    if not entries:
        return Drafted(topic=topic.id, path=shown(target), added=0, kept=len(known))
    data = (before.rstrip("\n") + "\n" + "".join(_block(entry) for entry in entries)).encode()
    read, _ = read_bank(data, shown(target))
    if len(read.items) != len(known) + len(entries):
        raise CannotDraftError(path=shown(target))
    write_whole(target, data)
    return Drafted(topic=topic.id, path=shown(target), added=len(entries), kept=len(known))


def _head(topic: Topic) -> str:
    return _HEAD.format(notes=Path(topic.span.path).name, topic=topic.id, title=topic.title.replace('"', "'").replace("\\", ""))


def _block(entry: dict[str, object]) -> str:
    """Return one entry as YAML, as an item of the list `items:`."""
    text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)
    first, *rest = text.rstrip("\n").split("\n")
    return "\n".join(("", f"  - {first}", *(f"    {line}" if line else "" for line in rest))) + "\n"


def _entry(item: Item, texts: dict[str, str]) -> dict[str, object] | None:
    """Return an item's fields as a bank has them; None for one that is not made from a piece of the notes."""
    if item.id not in texts:
        return None
    fields: dict[str, object] = {"id": item.id.rpartition(".")[2], "status": "draft", "from": texts[item.id], "kind": item.kind}
    if not isinstance(item.interaction, TrueFalse):
        fields["stem"] = written(item.stem)
    fields["marks"] = item.marks
    if isinstance(item.interaction, Written) and item.interaction.lines:
        fields["lines"] = item.interaction.lines
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
