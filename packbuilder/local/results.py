"""Results: what was made, kept in memory with its pictures, so that what is downloaded is what was shown."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Event, Lock

from packbuilder.app.finishing import Built
from packbuilder.app.making import Made
from packbuilder.app.orders import Order, fulfil
from packbuilder.app.standing import Standing
from packbuilder.archives import packed
from packbuilder.local.bench import StoppablePrinter, checked
from packbuilder.values import dataclass

SMALL, LARGE = 440, 1240
"""Widths of a page's pictures in pixels: in a row of pages, and by itself."""

_KEPT = 240
"""Pictures kept: the pages of a few packs, some 10 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a result, and the width and height of each page where it has pages that can be shown."""

    made: Made
    pages: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an order gave. `key` is a hash over names and bytes: it names this result and no other, in addresses too."""

    key: str
    order: Order
    built: Built
    files: tuple[File, ...]

    def file(self, number: str) -> File | None:
        """Return a file by its place, counted from 1; None where there is none."""
        return self.files[int(number) - 1] if number.isascii() and number.isdecimal() and 0 < int(number[:6]) <= len(self.files) else None

    def archive(self) -> bytes:
        """Return all files as one archive, in a folder of the result's name; the same files give the same bytes."""
        return packed((f"{self.built.name}/{file.made.name}", file.made.data) for file in self.files)


class Painter:
    """Draws pages, one at a time, since PDFium can do no more; keeps the latest pictures."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def sizes(self, made: Made) -> tuple[tuple[float, float], ...]:
        """Return the sizes of a PDF's pages; nothing for what is no PDF."""
        from packbuilder.typeset.page_pictures import page_sizes

        if not made.name.endswith(".pdf"):
            return ()
        with self._lock:
            return page_sizes(made.data, name=made.name)

    def picture(self, made: Made, page: int, width: int) -> bytes:
        """Return the picture of a page, counted from 1."""
        from packbuilder.typeset.page_pictures import page_picture

        key = (sha256(made.data).hexdigest(), page, width)
        with self._lock:
            found = self._pictures.pop(key, None)
            found = found if found is not None else page_picture(made.data, page, width=width, name=made.name)
            self._pictures[key] = found
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
            return found


def result_of(order: Order, standing: Standing, painter: Painter, stop: Event) -> Result:
    """Make what is ordered. Raises a `PackbuilderError` that says why it cannot be, or `SupersededError`."""
    checked(stop)
    built = fulfil(order, standing, printer=StoppablePrinter(stop), progress=lambda _: None)
    digest = sha256()
    for made in built.made:
        digest.update(f"{made.name}:{len(made.data)}:".encode() + made.data)
    files = tuple(File(made=made, pages=painter.sizes(made)) for made in built.made)
    return Result(key=digest.hexdigest()[:32], order=order, built=built, files=files)
