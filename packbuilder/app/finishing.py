"""Where every product begins and ends: sources without a mistake, and files written whole beside the manifest that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from packbuilder.app.form_records import FormRecord
from packbuilder.app.leftovers import Cleared, Former, clear, former_orders, refuse_others, without_clash
from packbuilder.app.library import Library
from packbuilder.app.making import Made
from packbuilder.app.manifest import MANIFEST, manifest
from packbuilder.app.project import BadContentError
from packbuilder.app.shelves import sources_of
from packbuilder.app.writing import write_all_or_none
from packbuilder.diagnostics import Diagnostics, Severity, worst
from packbuilder.model.bank import ItemBank
from packbuilder.values import dataclass

_APART = "give each order a folder of its own with --output"

Progress = Callable[[str], None]
"""Told what has just been made, for a progress bar."""

Read: TypeAlias = tuple[Library, tuple[str, ...]]
"""A library, and the ids of those of its topics that are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One finished pack: its folder, its files, its forms, what the sources lost on the way, and why what else was asked for was not made.

    `removed` are files of earlier orders that were removed, `told` what else is to be known of such files, a sentence each.
    """

    name: str
    folder: Path
    made: tuple[Made, ...]
    forms: tuple[FormRecord, ...]
    diagnostics: Diagnostics
    bank: ItemBank
    left_out: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def sound(read: Read, *, skip_bad: bool) -> Read:
    """Pass a library on if nothing in it is an error. Raises `BadContentError` with every mistake, unless `skip_bad` and something is left."""
    library, ids = read
    if not (skip_bad and ids) and worst(library.diagnostics) is Severity.ERROR:
        raise BadContentError(library.diagnostics, skippable=bool(ids))
    return read


def finish(
    folder: Path, name: str, title: str, library: Library, bank: ItemBank, forms: Iterable[FormRecord], made: tuple[Made, ...],
    progress: Progress, *, inputs: str = "",
) -> Built:  # fmt: skip
    """Write files and the manifest that names them; return what was made, with what the sources lost that they are made of.

    `inputs` is the hash over what they are made of, by which a later run knows that nothing has changed.
    """
    topics = dict.fromkeys((*(topic.id for topic in bank.topics), *(item.topic for item in bank.items)))
    forms = tuple(forms)
    made = without_clash(folder, made, topics, whole=bool(inputs))
    former = former_orders(folder, made, topics, whole=bool(inputs))
    refuse_others(folder, made, former)
    sources = sources_of(bank, library)
    listed = manifest(
        name=name,
        title=title,
        sources=sources,
        topics=topics,
        forms=forms,
        made=made,
        inputs=inputs,
        earlier=former.records,
    )
    manifest_file = folder / MANIFEST
    files = [*((folder / each.name, each.data) for each in made), (manifest_file, listed)]
    write_all_or_none(files, lambda path: progress(str(path)) if path != manifest_file else None)
    cleared = clear(folder, former.going)
    diagnostics = tuple(d for d in library.diagnostics if d.span.path in sources)
    return Built(
        name=name,
        folder=folder,
        made=made,
        forms=forms,
        diagnostics=diagnostics,
        bank=bank,
        removed=cleared.removed,
        told=tuple(_told(former, cleared, whole=bool(inputs))),
    )


def _told(former: Former, cleared: Cleared, *, whole: bool) -> Iterator[str]:
    """Yield what is to be known of files that earlier orders left in the folder; `whole`: no other order has a place in it."""
    if former.replaced:
        yield f"{', '.join(former.replaced)} of another order {_was(former.replaced)} replaced: {_APART} to keep both"
    if cleared.removed and not whole:
        yield f"what an earlier order made and this one does not was removed: {_APART} to keep both"
    if cleared.strange:
        one = len(cleared.strange) == 1
        yield (
            f"{', '.join(cleared.strange)} {'stays' if one else 'stay'} in the folder, though {'it is' if one else 'they are'} of an earlier order: "
            f"{'it was' if one else 'they were'} changed since, or {'is' if one else 'are'} open elsewhere"
        )
    if cleared.beside:
        yield f"{', '.join(cleared.beside)} of an earlier order {_was(cleared.beside)} kept with {'it' if len(cleared.strange) == 1 else 'them'}"
    if former.unknown:
        yield f"the {MANIFEST} that was there could not be trusted, so that what lies there of earlier orders is not known"


def _was(names: tuple[str, ...]) -> str:
    return "was" if len(names) == 1 else "were"
