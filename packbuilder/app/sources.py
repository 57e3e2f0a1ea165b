"""Sources one at a time: notes, what is derived from them, and banks. What has not changed is found in the cache, and what reads and derives is imported only for what has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from packbuilder.app.illustrating import file_beside
from packbuilder.cache import kept
from packbuilder.diagnostics import Diagnostics
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.app.reviewing import Review
    from packbuilder.readers.bank_yaml import Bank

REVIEWED_ENDING = ".reviewed.bank.yaml"
"""Banks of derived questions that a person has looked through; `packbuilder draft` writes them."""

WORD_ENDINGS = (".docx", ".docm")
"""Documents of Word's, also those with macros, which are not run; templates are read where they are named themselves."""

_PACKED = b"PK\x03\x04"
"""How archives begin, as Word files are."""

Derived: TypeAlias = tuple[tuple[Item, ...], tuple[Omission, ...], Diagnostics]
"""What a topic gives: items, what could not be asked and why, and what is wrong with the notes."""


def text_in(data: bytes, name: str) -> tuple[bytes | None, Diagnostics]:
    """Return the text of a source, which for nearly all is what it is; None, with an error, for a Word file that cannot be read."""
    if not data.startswith(_PACKED):
        return data, ()

    def read() -> tuple[bytes | None, Diagnostics]:
        from packbuilder.readers.word_files import text_of_word

        return text_of_word(data, name)

    return kept("word", (data, name), read)


def notes_in(data: bytes, name: str) -> tuple[Topic | None, Diagnostics]:
    """Read notes."""

    def read() -> tuple[Topic | None, Diagnostics]:
        from packbuilder.readers.notes import read_notes

        return read_notes(data, name)

    return kept("notes", (data, name), read)


def derived_from(topic: Topic) -> Derived:
    """Derive all items of a topic."""

    def made() -> Derived:
        from packbuilder.derive import derive

        found = derive(topic)
        return found.items, found.omissions, found.diagnostics

    return kept("derived", (topic,), made)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFile:
    """The items of one bank; of a review file also its reviews, and the items bear the ids of what they review.

    `pictures` are those that it names and that are there, each with its SHA-256. `topic` is what its items are about that name none
    themselves, and `title` what it calls that.
    """

    items: tuple[Item, ...]
    reviews: tuple[Review, ...]
    diagnostics: Diagnostics
    pictures: tuple[tuple[str, str], ...] = ()
    topic: str = ""
    title: str = ""


def bank_in(data: bytes, path: Path, name: str, root: Path, languages: Mapping[str, str]) -> BankFile:
    """Read a bank and build its items; `root` bounds the pictures that it may name, `languages` are those of notes in other languages."""

    @cache
    def read() -> tuple[Bank, Diagnostics]:
        from packbuilder.readers.bank_yaml import read_bank

        return read_bank(data, name, languages)

    named, own = kept("named", (data, name), lambda: (tuple(_named(read()[0])), _own(read()[0])))
    pictures = {each: file_beside(each, path, root) for each in named}
    digests = tuple((each, sha256(found).hexdigest()) for each, found in sorted(pictures.items()) if found is not None)
    reviewed = path.name.lower().endswith(REVIEWED_ENDING)

    def made() -> BankFile:
        return _built(*read(), pictures, reviewed=reviewed)

    return replace(
        kept("bank", (data, name, reviewed, digests, tuple(sorted(languages.items()))), made) if own else made(), pictures=digests
    )


def _built(bank: Bank, mistakes: Diagnostics, pictures: dict[str, bytes | None], *, reviewed: bool) -> BankFile:
    from packbuilder.app.reviewing import reviews_of
    from packbuilder.question_types.bank import build_bank

    items, found = build_bank(bank.items, bank.stimuli, pictures)
    if not reviewed:
        return BankFile(items=items, reviews=(), diagnostics=(*mistakes, *found), topic=bank.topic, title=bank.title)
    reviews, more = reviews_of(bank.items)
    named = tuple(replace(item, id=f"{item.topic}.{item.id.partition('.')[2]}", enemies=frozenset()) for item in items)
    return BankFile(items=named, reviews=reviews, diagnostics=(*mistakes, *found, *more))


def _own(bank: Bank) -> bool:
    """Whether all of a bank's kinds are the program's own: what another package makes of a question may change unnoticed."""
    from packbuilder.question_types.registry import BUILT_IN

    return all(raw.kind in BUILT_IN for raw in bank.items)


def _named(bank: Bank) -> Iterator[str]:
    """Yield the name of each picture that a bank's stimuli name."""
    for stimulus in bank.stimuli:
        image = stimulus.values.get("image")
        file = getattr(image, "values", {}).get("file") if image is not None else None
        if name := str(getattr(file, "value", "") or ""):
            yield name
