"""The library: every note and bank that a run may use, read, merged, derived and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.screening import screened
from packbuilder.app.writing import inside
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, by_place, warning
from packbuilder.errors import OutsideProjectError, PackbuilderError, UnknownNameError
from packbuilder.model.bank import ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.readers.bank_yaml import Bank, read_bank
from packbuilder.readers.merging import merge_topics
from packbuilder.readers.notes import read_notes

NOTE_ENDINGS = (".txt", ".md")
BANK_ENDINGS = (".bank.yaml", ".bank.yml")

_NOT_NOTES = frozenset({"readme.md", "licence.md", "license.md", "licence.txt", "license.txt", "changelog.md"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What was read: the bank, what was wrong with it, and the SHA-256 of each source by its shown path."""

    bank: ItemBank
    diagnostics: Diagnostics
    digests: tuple[tuple[str, str], ...]


class NothingToReadError(PackbuilderError):
    """A folder or project without a single note or bank."""

    def __init__(self, *, place: str) -> None:
        super().__init__(
            f"there are no notes or banks in {place}",
            hints=("Notes are .txt or .md files, banks .bank.yaml files. `packbuilder init` makes a project with examples.",),
        )


def source_files(path: Path) -> tuple[Path, ...]:
    """Return the notes and banks at a path: the file itself, or all below a folder, in order of name."""
    if path.is_file():
        return (path,)
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
    from packbuilder.derive import derive
    from packbuilder.question_types.bank import build_bank

    topics: list[Topic] = []
    banks: list[tuple[Path, Bank]] = []
    diagnostics: list[Diagnostic] = []
    digests: list[tuple[str, str]] = []
    for path in dict.fromkeys(files):
        data = read_bytes(path)
        name = shown(path)
        digests.append((name, sha256(data).hexdigest()))
        data, found = screened(data, name)
        diagnostics.extend(found)
        if path.name.lower().endswith(BANK_ENDINGS):
            bank, found = read_bank(data, name)
            banks.append((path, bank))
        else:
            topic, found = read_notes(data, name)
            if topic is not None:
                topics.append(topic)
        diagnostics.extend(found)
    merged, found = merge_topics(tuple(topics))
    diagnostics.extend(found)
    items: list[Item] = []
    for path, bank in banks:
        pictures = dict(_pictures(bank, path, root))
        made, found = build_bank(bank.items, bank.stimuli, pictures)
        items.extend(made)
        diagnostics.extend(found)
    omissions: list[Omission] = []
    for topic in merged:
        derived = derive(topic)
        items.extend(derived.items)
        omissions.extend(derived.omissions)
        diagnostics.extend(derived.diagnostics)
    known = {topic.id for topic in merged}
    diagnostics.extend(_orphans(items, known))
    bank_value = ItemBank(topics=merged, items=tuple(items), omissions=tuple(omissions))
    return Library(bank=bank_value, diagnostics=by_place(diagnostics), digests=tuple(sorted(digests)))


def _pictures(bank: Bank, path: Path, root: Path) -> Iterator[tuple[str, bytes | None]]:
    """Yield each picture that a bank's stimuli name, with its bytes; None where it is not in the project."""
    for stimulus in bank.stimuli:
        image = stimulus.values.get("image")
        file = getattr(image, "values", {}).get("file") if image is not None else None
        name = str(getattr(file, "value", "") or "")
        if not name:
            continue
        try:
            whole = inside(root, str(path.resolve().parent.relative_to(root.resolve()) / name))
            yield name, whole.read_bytes() if whole.is_file() else None
        except (OutsideProjectError, OSError, ValueError):
            yield name, None


def _orphans(items: Iterable[Item], known: set[str]) -> Iterator[Diagnostic]:
    """Warn of banks for topics without notes: their questions cannot be chosen by topic name."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        if item.topic not in known and (item.topic, item.span.path) not in seen:
            seen.add((item.topic, item.span.path))
            span = Span(path=item.span.path, line=item.span.line, column=item.span.column)
            hint = "Its questions are used all the same, under that topic; check the spelling if notes exist."
            yield warning("B190", f"there are no notes for the topic {item.topic!r}", span, hint)
