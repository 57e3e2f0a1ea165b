"""Drafting: derived items written out as a bank that a person reads, edits and approves.

The file is only ever added to: what somebody has written in it stays as it is, comments and all.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from packbuilder.app.draft_entries import entry_of
from packbuilder.app.library import Library
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.reviewing import is_stale, points_of, reviews_of, source_texts
from packbuilder.app.sources import REVIEWED_ENDING
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError
from packbuilder.model.topic import Topic
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
    """What a draft run did for a topic: its file, how many entries it added, how many were there before, and of how many of these the notes
    have changed the words.
    """

    topic: str
    path: str
    added: int
    kept: int
    stale: int = 0


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
    points = points_of(reviews, texts)
    # A point whose words were corrected has its entry already: another one would take what was approved out of use.
    taken = known | {id_.rpartition(".")[2] for id_ in points.values()}
    stale = sum(is_stale(review, points, texts) for review in reviews)
    made = (entry_of(item, texts) for item in library.derived if item.topic == topic.id)
    entries = [entry for entry in made if entry and entry["id"] not in taken]
    if not entries:
        return Drafted(topic=topic.id, path=shown(target), added=0, kept=len(known), stale=stale)
    data = (before.rstrip("\n") + "\n" + "".join(_block(entry) for entry in entries)).encode()
    read, _ = read_bank(data, shown(target))
    if len(read.items) != len(known) + len(entries):
        raise CannotDraftError(path=shown(target))
    write_whole(target, data)
    return Drafted(topic=topic.id, path=shown(target), added=len(entries), kept=len(known), stale=stale)


def _head(topic: Topic) -> str:
    return _HEAD.format(notes=Path(topic.span.path).name, topic=topic.id, title=topic.title.replace('"', "'").replace("\\", ""))


def _block(entry: dict[str, object]) -> str:
    """Return one entry as YAML, as an item of the list `items:`."""
    text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)
    first, *rest = text.rstrip("\n").split("\n")
    return "\n".join(("", f"  - {first}", *(f"    {line}" if line else "" for line in rest))) + "\n"
