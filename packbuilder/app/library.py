"""The library: every note and bank that a run may use, read, merged, derived and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from packbuilder.app.illustrating import illustrated
from packbuilder.app.reading import read_bytes, readable_name, shown
from packbuilder.app.reviewing import reviewed
from packbuilder.app.screening import screened
from packbuilder.app.sources import REVIEWED_ENDING, WORD_ENDINGS, BankFile, bank_in, derived_from, notes_in, text_in
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, by_place, warning
from packbuilder.errors import PackbuilderError, UnknownNameError
from packbuilder.model.bank import ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.readers.merging import merge_topics
from packbuilder.values import dataclass

NOTE_ENDINGS = (".txt", ".md", *WORD_ENDINGS)
PAGE_ENDINGS = (".html", ".htm")
"""Web pages are read where they are named themselves."""
BANK_ENDINGS = (".bank.yaml", ".bank.yml")
_NOT_NOTES = frozenset({"readme.md", "licence.md", "license.md", "licence.txt", "license.txt", "changelog.md"})
_MADE = ("-reader.txt", "-reader.docx")
"""What the names of reader editions end in that are of the formats of notes."""
_OPEN = "~$"
"""How the names of files begin that Word keeps beside a document while it is open."""


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
    """A folder or project without a single note or bank; `others` are files there that may be some in another format."""

    def __init__(self, *, place: str, others: Diagnostics = (), hints: tuple[str, ...] = ()) -> None:
        super().__init__(
            f"there are no notes or banks in {place}",
            hints=(
                *hints,
                *(f"{each.message}. {hint}" for each in others for hint in each.hints),
                "Notes are .txt, .md or .docx files, banks .bank.yaml files. `packbuilder init` makes a project with examples.",
            ),
        )
        self.place, self.others = place, others


def source_files(path: Path) -> tuple[Path, ...]:
    """Return the notes and banks at a path: the file itself (with its review and its bank beside it), or all below a folder, by name."""
    if path.is_file():
        if not path.name.lower().endswith(NOTE_ENDINGS):
            return (path,)
        named = (path.with_name(path.name.split(".")[0] + ending) for ending in (REVIEWED_ENDING, *BANK_ENDINGS))
        return (path, *(each for each in named if each.is_file()))
    if not path.is_dir():
        raise UnknownNameError(what="file, folder or topic", name=str(path), known=())
    found = (each for each in path.rglob("*") if each.is_file() and _is_source(each))
    return tuple(sorted(found, key=lambda each: each.as_posix()))


def is_made(path: Path) -> bool:
    """Whether a file is a reader edition's, which has its page beside it: made here, and no notes, though it may lie below them."""
    return path.name.lower().endswith(_MADE) and path.with_suffix(".html").is_file()


def is_beside_text(path: Path) -> bool:
    """Whether a Word file has been saved as text beside itself: in a folder that is read, and not the same notes twice."""
    return path.name.lower().endswith(WORD_ENDINGS) and any(
        path.with_suffix(ending).is_file() for ending in NOTE_ENDINGS if ending not in WORD_ENDINGS
    )


def _is_source(path: Path) -> bool:
    name = path.name.lower()
    if name.startswith((".", _OPEN)) or name in _NOT_NOTES or is_made(path) or is_beside_text(path):
        return False
    return name.endswith(BANK_ENDINGS) or name.endswith(NOTE_ENDINGS)


def load(files: Iterable[Path], *, root: Path) -> Library:
    """Read, merge and derive. Bad content becomes diagnostics; `root` bounds the pictures that banks may name."""
    read = _read(files, root)
    topics, found = merge_topics(read.topics)
    diagnostics = [*read.diagnostics, *found]
    built = [bank for _, bank in read.banks]
    derived: list[Item] = []
    omissions: list[Omission] = []
    for topic in topics:
        made, left_out, found = derived_from(topic)
        derived.extend(made)
        omissions.extend(left_out)
        diagnostics.extend(found)
    own = tuple(item for each in built for item in each.items if not each.reviews)
    replaced = {item.replaces for item in own if item.replaces}
    diagnostics.extend(_unknown_replacements(own, {item.id for item in derived}))
    reviews = tuple(review for each in built for review in each.reviews)
    approved = tuple(item for each in built for item in each.items if each.reviews)
    asked, found = reviewed(tuple(item for item in derived if item.id not in replaced), reviews, approved, topics)
    diagnostics.extend(found)
    items = (*own, *asked)
    diagnostics.extend(_orphans(own, {topic.id for topic in topics}))
    titles = {bank.topic: bank.title for bank in reversed(built) if bank.topic and bank.title}
    bank_value = ItemBank(topics=topics, items=items, omissions=_exercised(tuple(omissions), own), titles=tuple(titles.items()))
    return Library(
        bank=bank_value,
        derived=tuple(derived),
        diagnostics=by_place(diagnostics),
        digests=tuple(sorted(read.digests)),
        pictures=tuple((shown(path), name, digest) for path, bank in read.banks for name, digest in bank.pictures),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    topics: tuple[Topic, ...]
    banks: tuple[tuple[Path, BankFile], ...]
    digests: tuple[tuple[str, str], ...]
    diagnostics: Diagnostics


def _read(files: Iterable[Path], root: Path) -> _Read:
    """Read each file once, screened for what cannot be printed."""
    topics: list[Topic] = []
    banks: list[tuple[Path, bytes, str]] = []
    digests: list[tuple[str, str]] = []
    diagnostics: list[Diagnostic] = []
    for path in dict.fromkeys(files):
        data, name = read_bytes(path), readable_name(path)
        digests.append((name, sha256(data).hexdigest()))
        text, found = text_in(data, name)
        diagnostics.extend(found)
        if text is None:
            continue
        data, found = screened(text, name)
        diagnostics.extend(found)
        if path.name.lower().endswith(BANK_ENDINGS):
            banks.append((path, data, name))
        else:
            topic, found = notes_in(data, name)
            topics.extend((illustrated(topic, path, root, diagnostics),) if topic is not None else ())
            diagnostics.extend(found)
    # Banks come after all notes, since they are in the language of their topic; nearly all of them are in English, which needs no telling.
    languages = {topic.id: topic.language for topic in topics if topic.language != "en-GB"}
    built = tuple((path, bank_in(data, path, name, root, languages)) for path, data, name in banks)
    diagnostics.extend(problem for _, bank in built for problem in bank.diagnostics)
    return _Read(topics=tuple(topics), banks=built, digests=tuple(digests), diagnostics=tuple(diagnostics))


def _exercised(omissions: tuple[Omission, ...], own: tuple[Item, ...]) -> tuple[Omission, ...]:
    if not (omissions and own):
        return omissions
    from packbuilder.derive import exercised

    return exercised(omissions, own)


def _unknown_replacements(items: Iterable[Item], derived: set[str]) -> Iterator[Diagnostic]:
    for item in items:
        if item.replaces and item.replaces not in derived:
            hint = "`packbuilder questions TOPIC` lists the ids. The item is used all the same."
            yield warning("B191", f"no question {item.replaces!r} is derived that this one could replace", item.span, hint)


def _orphans(items: Iterable[Item], known: set[str]) -> Iterator[Diagnostic]:
    """Warn of banks for topics without notes: their questions cannot be chosen by topic name."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        if item.topic not in known and (item.topic, item.span.path) not in seen:
            seen.add((item.topic, item.span.path))
            span = Span(path=item.span.path, line=item.span.line, column=item.span.column)
            hint = "Its questions are used all the same, under that topic; check the spelling if notes exist."
            yield warning("B190", f"there are no notes for the topic {item.topic!r}", span, hint)
