"""Which of a document's pages stands where in a file whose pages are sides of sheets with several on each."""

from __future__ import annotations

from packbuilder.layout import Layout
from packbuilder.typeset.labels import OF_COPY, labelled_pages
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.typeset.reading.tree import Target
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class SmallPages:
    """The document's pages by the file's labels: a side is divided into cells of the layout's page size, row by row from the top."""

    read: ReadBack
    layout: Layout

    def count(self, copy: int = 1) -> int:
        """Return how many pages a copy has by the labels; without labels those of the file."""
        return sum(len(labelled_pages(label)) for label in self.read.labels if _copy(label) in ("", str(copy)))

    def printed(self, page: int, x: float, y: float) -> int:
        """Return the printed number of what stands at a point of the file's page `page`, from 1; 0 where there is none."""
        if not 0 < page <= len(self.read.labels):
            return 0
        numbers = labelled_pages(self.read.labels[page - 1])
        left, _, right, top = self.read.trims[page - 1]
        columns = max(1, round((right - left) / self.layout.page.width))
        cell = min(columns - 1, max(0, int((x - left) // self.layout.page.width)))
        cell += columns * max(0, int((top - y) // self.layout.page.height))
        number = numbers[cell] if len(numbers) > 1 and cell < len(numbers) else numbers[0]
        return int(number) if number.isdecimal() else 0

    def reached(self, target: Target) -> int:
        """Return the printed number of the page that a link leads to: a place at a page's edge belongs to the page right of it."""
        return self.printed(target.page, target.x + self.layout.page.outer / 2, target.y)


def pages_in(read: ReadBack) -> int:
    """Return how many pages a file has on its sides, by their labels."""
    return sum(len(labelled_pages(label)) for label in read.labels)


def printed_page(read: ReadBack, page: int, x: float) -> int:
    """Return the printed number of what stands at `x` on the file's page `page`, from 1; 0 where there is none.

    For readers that know no layout: pages that share a side stand in one row and are equally wide, in booklets and two up alike.
    """
    if not 0 < page <= len(read.labels):
        return 0
    numbers = labelled_pages(read.labels[page - 1])
    left, _, right, _ = read.trims[page - 1]
    # A file that somebody else changed may say that a page has no width.
    cell = int((x - left) / max(right - left, 1.0) * len(numbers))
    number = numbers[min(len(numbers) - 1, max(0, cell))]
    return int(number) if number.isdecimal() else 0


def _copy(label: str) -> str:
    return label.rpartition(OF_COPY)[0]
