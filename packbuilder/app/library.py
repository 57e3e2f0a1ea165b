"""The library: every note and bank that a run may use, read, merged, derived and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from packbuilder.app.illustrating import file_beside, illustrated
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.screening import screened
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, by_place, warning
from packbuilder.errors import PackbuilderError, UnknownNameError
from packbuilder.model.bank import ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.readers.merging import merge_topics
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.app.reviewing import Review
    from packbuilder.readers.bank_yaml import Bank

NOTE_ENDINGS = (".txt", ".md")
BANK_ENDINGS = (".bank.yaml", ".bank.yml")
REVIEWED_ENDING = ".reviewed.bank.yaml"
"""Banks of derived questions that a person has looked through; `packbuilder draft` writes them."""

_NOT_NOTES = frozenset({"readme.md", "licence.md", "license.md", "licence.txt", "license.txt", "changelog.md"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What was read: the bank, the items as they are derived before any review, what was wrong, and each source's SHA-256.

    `pictures` are those that banks show: the bank's path, the picture's name in it, and its SHA-256.
    """

    bank: ItemBank
    derived: tuple[Item, ...] = ()
    diagnostics: Diagnostics
    digests: tuple[tuple[str, str], ...]
    pictures: tuple[tuple[str, str, str], ...] = ()


class NothingToReadError(PackbuilderError):
    """A folder or project without a single note or bank."""

    def __init__(self, *, place: str) -> None:
        super().__init__(
            f"there are no notes or banks in {place}",
            hints=("Notes are .txt or .md files, banks .bank.yaml files. `packbuilder init` makes a project with examples.",),
        )


def source_files(path: Path) -> tuple[Path, ...]:
    """Return the notes and banks at a path: the file itself (with its review beside it), or all below a folder, by name."""
    if path.is_file():
        beside = path.with_name(path.name.split(".")[0] + REVIEWED_ENDING)
        return (path, beside) if beside.is_file() and path.name.lower().endswith(NOTE_ENDINGS) else (path,)
    if not path.is_dir():
        raise UnknownNameError(what="file, folder or topic", name=str(path), known=())
    found = (each for each in path.rglob("*") if each.is_file() and _is_source(each))
    return tuple(sorted(found, key=lambda each: each.as_posix()))


def _is_source(path: Path) -> bool:
    name = path.name.lower()
    if name.startswith(".") or name in _NOT_NOTES:
        return False
    return name.endswith(BANK_ENDINGS) or name.endswith(NOTE_ENDINGS)


def load(files: Iterable[Path], *, root: Path) -> Library:
    """Read, merge and derive. Bad content becomes diagnostics; `root` bounds the pictures that banks may name."""
    # Imported here: what only lists or reads topics need not pay for the grammar.
    from packbuilder.app.reviewing import reviewed
    from packbuilder.derive import derive, exercised

    read = _read(files, root)
    topics, found = merge_topics(read.topics)
    diagnostics = [*read.diagnostics, *found]
    shown_in = [(path, bank, dict(_pictures(bank, path, root))) for path, bank in read.banks]
    built = [_built(bank, path, pictures) for path, bank, pictures in shown_in]
    diagnostics.extend(d for each in built for d in each.diagnostics)
    derived: list[Item] = []
    omissions: list[Omission] = []
    for topic in topics:
        made = derive(topic)
        derived.extend(made.items)
        omissions.extend(made.omissions)
        diagnostics.extend(made.diagnostics)
    own = tuple(item for each in built for item in each.items if not each.reviews)
    replaced = {item.replaces for item in own if item.replaces}
    diagnostics.extend(_unknown_replacements(own, {item.id for item in derived}))
    reviews = tuple(review for each in built for review in each.reviews)
    approved = tuple(item for each in built for item in each.items if each.reviews)
    kept, found = reviewed(tuple(item for item in derived if item.id not in replaced), reviews, approved, topics)
    diagnostics.extend(found)
    items = (*own, *kept)
    diagnostics.extend(_orphans(own, {topic.id for topic in topics}))
    bank_value = ItemBank(topics=topics, items=items, omissions=exercised(tuple(omissions), own))
    pictures = [
        (shown(path), name, sha256(data).hexdigest())
        for path, _, pictures in shown_in
        for name, data in sorted(pictures.items())
        if data is not None
    ]
    return Library(
        bank=bank_value,
        derived=tuple(derived),
        diagnostics=by_place(diagnostics),
        digests=tuple(sorted(read.digests)),
        pictures=tuple(pictures),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    topics: tuple[Topic, ...]
    banks: tuple[tuple[Path, Bank], ...]
    digests: tuple[tuple[str, str], ...]
    diagnostics: Diagnostics


def _read(files: Iterable[Path], root: Path) -> _Read:
    """Read each file once, screened for what cannot be printed."""
    topics: list[Topic] = []
    banks: list[tuple[Path, Bank]] = []
    digests: list[tuple[str, str]] = []
    diagnostics: list[Diagnostic] = []
    for path in dict.fromkeys(files):
        data, name = read_bytes(path), shown(path)
        digests.append((name, sha256(data).hexdigest()))
        data, found = screened(data, name)
        diagnostics.extend(found)
        if path.name.lower().endswith(BANK_ENDINGS):
            from packbuilder.readers.bank_yaml import read_bank

            bank, found = read_bank(data, name)
            banks.append((path, bank))
        else:
            from packbuilder.readers.notes import read_notes

            topic, found = read_notes(data, name)
            topics.extend((illustrated(topic, path, root, diagnostics),) if topic is not None else ())
        diagnostics.extend(found)
    return _Read(topics=tuple(topics), banks=tuple(banks), digests=tuple(digests), diagnostics=tuple(diagnostics))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """The items of one bank; of a review file also its reviews, and the items bear the ids of what they review."""

    items: tuple[Item, ...]
    reviews: tuple[Review, ...]
    diagnostics: Diagnostics


def _built(bank: Bank, path: Path, pictures: Mapping[str, bytes | None]) -> _Built:
    from packbuilder.app.reviewing import reviews_of
    from packbuilder.question_types.bank import build_bank

    items, found = build_bank(bank.items, bank.stimuli, pictures)
    if not path.name.lower().endswith(REVIEWED_ENDING):
        return _Built(items=items, reviews=(), diagnostics=found)
    reviews, more = reviews_of(bank.items)
    named = tuple(replace(item, id=f"{item.topic}.{item.id.partition('.')[2]}", enemies=frozenset()) for item in items)
    return _Built(items=named, reviews=reviews, diagnostics=(*found, *more))


def _unknown_replacements(items: Iterable[Item], derived: set[str]) -> Iterator[Diagnostic]:
    for item in items:
        if item.replaces and item.replaces not in derived:
            hint = "`packbuilder questions TOPIC` lists the ids. The item is used all the same."
            yield warning("B191", f"no question {item.replaces!r} is derived that this one could replace", item.span, hint)


def _pictures(bank: Bank, path: Path, root: Path) -> Iterator[tuple[str, bytes | None]]:
    """Yield each picture that a bank's stimuli name, with its bytes; None where it is not in the project."""
    for stimulus in bank.stimuli:
        image = stimulus.values.get("image")
        file = getattr(image, "values", {}).get("file") if image is not None else None
        name = str(getattr(file, "value", "") or "")
        if not name:
            continue
        yield name, file_beside(name, path, root)


def _orphans(items: Iterable[Item], known: set[str]) -> Iterator[Diagnostic]:
    """Warn of banks for topics without notes: their questions cannot be chosen by topic name."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        if item.topic not in known and (item.topic, item.span.path) not in seen:
            seen.add((item.topic, item.span.path))
            span = Span(path=item.span.path, line=item.span.line, column=item.span.column)
            hint = "Its questions are used all the same, under that topic; check the spelling if notes exist."
            yield warning("B190", f"there are no notes for the topic {item.topic!r}", span, hint)
