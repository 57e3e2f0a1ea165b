"""The tags of single candidates' files: a screen reader reads in each what it reads in the clean paper, in the same order.

One file of each version and edition is read in full. The others are its twins: the objects that hold the pages' own content, the fonts and the
structure are the same bytes in the same places, else they are read in full too (as encrypted files are, in which no two bytes agree).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from packbuilder.app.accessibility.faults import plain_clauses
from packbuilder.app.aside import cores
from packbuilder.app.reading import shown
from packbuilder.app.verifying.scans import Key, Readable, on_all_cores
from packbuilder.typeset.reading.readback import BROKEN, Element, ReadBack, UnreadablePdfError, read_back
from packbuilder.typeset.reading.seals import sealed_elements
from packbuilder.typeset.reading.twins import Located, differing, located, own_objects
from packbuilder.values import dataclass

_FEW = 120
"""Files that are not worth a process of their own: reading one in full takes as long as comparing so many."""

_FEW_LOCKED = 2
"""Encrypted files that are not: each is read in full."""

_LEAD = "candidate"
"""The element before all else in which a copy says whose it is."""


@dataclass(frozen=True, slots=True)
class _Share:
    """Files of one version and edition; `expected` is the hash of what its clean paper has to be read."""

    files: tuple[Readable, ...]
    expected: str


@dataclass(frozen=True, slots=True)
class _Proved:
    """A file that was read in full and is sound."""

    where: Located
    own: frozenset[int]


def tag_faults(files: Iterable[tuple[Key, Readable]], papers: Mapping[Key, ReadBack]) -> Iterator[str]:
    """Yield what is wrong with the tags of single files, one sentence each with the file's name; `papers` are the clean ones."""
    groups: dict[Key, list[Readable]] = defaultdict(list)
    for key, file in files:
        groups[key].append(file)
    expected = {key: heard(papers[key].tree) for key in groups if key in papers}
    shares = [
        _Share(tuple(group[start::parts]), expected[key])
        for key, group in groups.items()
        if key in expected
        for parts in (min(cores(), -(-len(group) // _few(group))),)
        for start in range(parts)
    ]
    worth = sum(len(group) / _few(group) for group in groups.values()) > 1
    for found in on_all_cores(_read_share, shares, worth=worth):
        yield from found


def _few(group: Iterable[Readable]) -> int:
    return _FEW_LOCKED if any(file.password for file in group) else _FEW


def _read_share(share: _Share) -> tuple[str, ...]:
    proved: list[_Proved] = []
    return tuple(f"{shown(file.path)}: {fault}" for file in share.files for fault in _faults(file, share.expected, proved))


def _faults(file: Readable, expected: str, proved: list[_Proved]) -> Iterator[str]:
    """Yield a file's faults; the first that is sound, and can serve, is added to `proved`."""
    data = file.path.read_bytes()
    try:
        where = None if file.password else located(data)
        if where and _ends_plainly(data, where) and any(differing(each.where, where) <= each.own for each in proved):
            return
        read = read_back(_plain(data, file.password))
    except (*BROKEN, UnreadablePdfError) as failure:
        yield f"it cannot be read as a PDF: {failure}"
        return
    faults = (
        *plain_clauses(read.faults),
        *read.additions,
        *(("it is protected so that screen readers are refused its words",) if file.password and _refuses(data) else ()),
    )
    if not _led(read.tree) or heard(read.tree) != expected:
        faults = (*faults, "its tags, or what a screen reader reads in it, are not those of the clean paper of its version")
    yield from faults
    if where and not faults and not proved:
        proved.append(_Proved(where, own_objects(data)))


def _ends_plainly(data: bytes, where: Located) -> bool:
    """Whether a file ends where its own table says that it does, and begins as every file: what stands round it no object tells."""
    return data.startswith(b"%PDF-1.7\n") and data.endswith(b"startxref\n%d\n%%%%EOF\n" % where.table)


def _refuses(data: bytes) -> bool:
    from packbuilder.press.encryption import refuses_screen_readers

    return refuses_screen_readers(data)


def _plain(data: bytes, password: str) -> bytes:
    from packbuilder.press.encryption import decrypted

    return (decrypted(data, password=password) or data) if password else data


def _led(tree: Element | None) -> bool:
    """Whether one element, before all else, says whose copy it is, and nothing but what is printed there."""
    leads = [each for each in tree.children if each.name == _LEAD] if tree else []
    if tree is None or leads != list(tree.children[:1]):
        return False
    lead = leads[0]
    return not (lead.alt or lead.actual or lead.described or lead.children) and lead.role == "P"


def heard(tree: Element | None) -> str:
    """Return a hash of what is to be read: each element with its depth, all that its dictionary says, and its own text."""
    digest = sha256()
    if tree is not None:
        kids = tree.children
        own = [each for each in kids if each.name != _LEAD]
        texts = [element.own for kid in own for element in kid.walk()]
        # Where it stands in the file is another matter.
        sealed = [each.texts._replace(order="") for kid in own for each in sealed_elements(kid)]
        digest.update(repr((tree.role, tree.language, sealed, texts)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
