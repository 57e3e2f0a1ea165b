"""Where every product begins and ends: sources without a mistake, and files written whole beside the manifest that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from packbuilder.app.leftovers import Cleared, Former, clear, former_orders
from packbuilder.app.library import Library
from packbuilder.app.making import Made
from packbuilder.app.manifest import MANIFEST, manifest
from packbuilder.app.project import BadContentError
from packbuilder.app.shelves import sources_of
from packbuilder.app.writing import write_all_or_none
from packbuilder.diagnostics import Diagnostics, Severity, worst
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.values import dataclass

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
    forms: tuple[Form, ...]
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
    folder: Path, name: str, title: str, library: Library, bank: ItemBank, forms: tuple[Form, ...], made: tuple[Made, ...],
    progress: Progress, *, inputs: str = "",
) -> Built:  # fmt: skip
    """Write files and the manifest that names them; return what was made, with what the sources lost that they are made of.

    `inputs` is the hash over what they are made of, by which a later run knows that nothing has changed.
    """
    former = former_orders(folder, made, whole=bool(inputs))
    topics = dict.fromkeys((*(topic.id for topic in bank.topics), *(item.topic for item in bank.items)))
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
        told=tuple(_told(former, cleared)),
    )


def _told(former: Former, cleared: Cleared) -> Iterator[str]:
    """Yield what is to be known of files that earlier orders left in the folder."""
    if former.replaced:
        yield f"{', '.join(former.replaced)} of an earlier order was replaced: give each order a folder of its own with --output to keep both"
    if cleared.strange:
        yield f"{', '.join(cleared.strange)} stays in the folder, though it is of an earlier order: it was changed since, or is open elsewhere"
    if former.unknown:
        yield f"the {MANIFEST} that was there could not be trusted, so that what lies there of earlier orders is not known"
