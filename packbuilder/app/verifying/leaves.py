"""The leaves on top of packets, which reach the room unlike all that is for marking: each looks like the packet's cover set anew, its blank back like nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying.documents import Front
from packbuilder.app.verifying.scans import Readable, on_all_cores
from packbuilder.press.details import Details
from packbuilder.press.reading import Leaf, leaves

_MANY = 1000
"""Pages in packets that are worth processes of their own."""


def leaf_faults(
    files: Iterable[Readable], fronts: Mapping[str, Front], starts: Mapping[Path, Mapping[int, int]], said: Mapping[Path, Details]
) -> Iterator[str]:
    """Yield what is wrong with packets besides their copies; `fronts` are by packet's name, `starts` the first pages of copies in each file, `said` is what
    files hold besides.
    """
    packets = [
        (file, fronts[file.path.stem], min(starts[file.path].values()) - 1, said[file.path].extras)
        for file in files
        if file.path.stem in fronts
    ]
    for found in on_all_cores(_read, packets, worth=sum(file.pages for file, *_ in packets) > _MANY):
        yield from found


def _read(packet: tuple[Readable, Front, int, Sequence[str]]) -> tuple[str, ...]:
    file, front, before, extras = packet
    faults = (*_faults(file.path.read_bytes(), file.password, front, before), *extras)
    return tuple(f"{shown(file.path)}: {fault}" for fault in faults)


def _faults(data: bytes, password: str, front: Front, before: int) -> Iterator[str]:
    if before != len(front.sides):
        yield f"{before} pages come before its first copy, though its cover takes {len(front.sides)}"
    if not before:
        return
    found = leaves(data, before, password=password)
    right = leaves(front.data, len(front.sides))
    for at, (leaf, page) in enumerate(zip(found, front.sides, strict=False)):
        if page is None:
            if not leaf.blank:
                yield f"page {at + 1}, the back of its cover, is not blank"
        else:
            yield from _cover(at, leaf, right[page])


def _cover(at: int, leaf: Leaf, right: Leaf) -> Iterator[str]:
    if leaf.picture != right.picture:
        yield f"page {at + 1} does not look like the packet's cover"
    elif leaf.letters != right.letters:
        yield f"page {at + 1} says something that cannot be seen, which the packet's cover does not"
