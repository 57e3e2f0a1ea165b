"""Pages in two layers: what copies share, and the strips of one copy, which is painted over it.

Where one layer surely leaves the other as it is, a page looks like both of them, one over the other: what thousands of copies share needs to be drawn
once, and of each copy only its strips. A page of which that is not sure is in no layers, and is drawn as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from hashlib import sha256

from packbuilder.patterns import regex
from packbuilder.press.painted import leaves_all_as_it_was, only_writes_in_black
from packbuilder.press.plain_file import End, PlainFile, plain_file, with_others
from packbuilder.values import dataclass

_PAGE = regex(
    rb"(<</Type/Page/Parent (\d{1,8}) 0 R)((?:/Resources (\d{1,8}) 0 R)?)((?:/StructParents \d{1,8})?)"
    rb"(/MediaBox\[[-\d. ]+\](?:/TrimBox\[[-\d. ]+\]/BleedBox\[[-\d. ]+\])?)/Contents\[((?:\d{1,8} 0 R ?)+)\](/Tabs/S)?>>"
)
_NODE = regex(rb"<</Type/Pages(?:/Resources (\d{1,8}) 0 R)?(?:/Parent (\d{1,8}) 0 R)?/Count (\d{1,8})/Kids\[((?:\d{1,8} 0 R ?)*)\]>>")
_CATALOG = regex(rb"<</Type/Catalog/Pages (\d{1,8}) 0 R")
_REFERENCE = regex(rb"(?<![\d.])(\d{1,8}) 0 R")
_MOST = 20_000
"""Objects that a page's fonts and pictures take at most, and nodes that may stand over pages."""


@dataclass(frozen=True, slots=True)
class Layered:
    """A page in layers: its object's number, what its object is with its strips alone, and what tells its lower layer (`key`)."""

    number: int
    strips: bytes
    key: str


@dataclass(frozen=True, slots=True)
class Lower:
    """A page's lower layer in a file: the index of a page that has it, and the number and content of that page's object with this layer alone."""

    index: int
    number: int
    page: bytes


@dataclass(frozen=True, slots=True)
class Layers:
    """The pages of a file, in order, each in layers or None; and the lower layers in it. Two with the same key look alike, in whatever files. `end` is what
    the file ends with.
    """

    pages: tuple[Layered | None, ...] = ()
    lower: Mapping[str, Lower] = field(default_factory=dict)
    end: End = field(default_factory=lambda: End(0, 0, 0))


def layers_of(data: bytes) -> Layers:
    """Return the layers of a file's pages: of a file in which they are not sure, no pages at all."""
    file = plain_file(data)
    if file is None:
        return Layers()
    pages = _pages(file)
    reading, own = _Reading(file), {page for page, _, _ in pages}
    lower: dict[str, Lower] = {}
    found: list[Layered | None] = []
    for index, (number, parent, inherited) in enumerate(pages):
        each = reading.layered(number, parent, inherited, own)
        found.append(each[0] if each else None)
        if each and each[0].key not in lower:
            lower[each[0].key] = Lower(index, number, each[1])
    return Layers(tuple(found), lower, file.end)


def only_strips(data: bytes, end: End, pages: Iterable[Layered]) -> bytes:
    """Return a file in which some pages have nothing but their strips."""
    return with_others(data, end, {page.number: page.strips for page in pages})


def only_lower(data: bytes, end: End, pages: Iterable[Lower]) -> bytes:
    """Return a file in which some pages have nothing but their lower layer."""
    return with_others(data, end, {page.number: page.page for page in pages})


_Place = tuple[int, int, int]
"""A page's number, its parent's, and that of the resources that it inherits (0: none)."""


def _pages(file: PlainFile) -> tuple[_Place, ...]:
    """Return a file's pages in order; none where the nodes above them do not say what there is."""
    catalog = _CATALOG.match(file.objects.get(file.end.root, b""))
    try:
        return tuple(_below(file, int(catalog[1]), 0, 0, set())) if catalog else ()
    except ValueError:
        return ()


def _below(file: PlainFile, number: int, parent: int, inherited: int, seen: set[int]) -> list[_Place]:
    """Return the pages below a node, or the page that it is. Raises `ValueError`."""
    node = _NODE.fullmatch(file.objects.get(number, b""))
    if node is None:
        return [(number, parent, inherited)]
    if number in seen or len(seen) > _MOST or int(node[2] or 0) != parent:
        raise ValueError(number)
    seen.add(number)
    found = [place for kid in _numbers(node[4]) for place in _below(file, kid, number, int(node[1] or inherited), seen)]
    if len(found) != int(node[3]):
        raise ValueError(number)
    return found


def _numbers(references: bytes) -> list[int]:
    return [int(each) for each in _REFERENCE.findall(references)]


@dataclass(slots=True)
class _Reading:
    """A file while its pages are taken apart: what is known of its contents and resources by number."""

    file: PlainFile
    closed: dict[int, bool] = field(default_factory=dict)
    parts: dict[int, bytes | None] = field(default_factory=dict)
    digests: dict[int, bytes | None] = field(default_factory=dict)

    def layered(self, number: int, parent: int, inherited: int, pages: set[int]) -> tuple[Layered, bytes] | None:
        """Return a page in layers, and its object with its lower layer alone; None where it is in no layers."""
        page = _PAGE.fullmatch(self.file.objects.get(number, b""))
        if page is None or int(page[2]) != parent:
            return None
        body, *over = _numbers(page[7])
        resources = self._digest(int(page[4] or inherited), pages)
        if not over or body in over or resources is None or not self._closed(body) or not self._in_black(over):
            return None
        head, tail = page[1] + page[3] + page[6], page[8] or b""
        key = sha256(b"%s %s %s" % (page[6], resources, self.file.streams[body].data)).hexdigest()
        strips = b"%s/Contents[%s]%s>>" % (head, b" ".join(b"%d 0 R" % each for each in over), tail)
        return Layered(number, strips, key), b"%s/Contents[%d 0 R]%s>>" % (head, body, tail)

    def _content(self, number: int) -> bytes | None:
        stream = self.file.streams.get(number)
        return stream.content if stream else None

    def _closed(self, number: int) -> bool:
        if number not in self.closed:
            content = self._content(number)
            self.closed[number] = content is not None and leaves_all_as_it_was(content)
        return self.closed[number]

    def _in_black(self, numbers: Sequence[int]) -> bool:
        """Whether contents, one after the other, only write in black."""
        for each in numbers:
            if each not in self.parts:
                self.parts[each] = self._content(each)
        contents = [self.parts[each] for each in numbers]
        return only_writes_in_black(b"\n".join(each for each in contents if each is not None)) and None not in contents

    def _digest(self, number: int, pages: set[int]) -> bytes | None:
        """Return a hash of all that resources are made of; None where it cannot be told, or where pages are among it."""
        if number not in self.digests:
            self.digests[number] = self._hashed(number, pages)
        return self.digests[number]

    def _hashed(self, number: int, pages: set[int]) -> bytes | None:
        digest, seen, waiting = sha256(), {number}, [number]
        while waiting:
            at = waiting.pop()
            stream, held = self.file.streams.get(at), self.file.objects.get(at)
            said = stream.head if stream else held
            if said is None or at in pages or len(seen) > _MOST:
                return None
            digest.update(b"%d %s\n%s\n" % (at, said, stream.data if stream else b""))
            new = [each for each in _numbers(said) if each not in seen]
            seen.update(new)
            waiting += new
        return digest.digest()
