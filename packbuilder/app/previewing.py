"""Previews: finished PDFs as PNG contact sheets, for those who would rather look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from packbuilder.app.reading import read_any, shown
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError
from packbuilder.patterns import regex

_RANGE = regex(r"(\d+)(?:-(\d+)?)?", re.ASCII)


class BadPagesError(PackbuilderError):
    """Pages that cannot be read as such, or that a file does not have."""

    def __init__(self, *, text: str, reason: str) -> None:
        super().__init__(f"--pages {text!r}: {reason}", hints=("Write pages as 3, 1-8, 5- (to the end), or several with commas: 1,4-6.",))


def previews(paths: tuple[Path, ...], *, output: Path | None, columns: int, pages: str) -> tuple[Path, ...]:
    """Write the contact sheets of PDFs, beside each or to `output`, and return where they are.

    All are drawn before the first is written. Raises `UnreadablePdfError`, `BadPagesError` or an error of the file system.
    """
    from packbuilder.typeset.contact_sheets import ContactSheet, contact_sheets, page_count

    look = ContactSheet(columns=columns)
    drawn: list[tuple[Path, bytes]] = []
    for path, stem in zip(paths, _stems(paths), strict=True):
        data, name = read_any(path), shown(path)
        wanted = chosen_pages(pages, page_count(data, name=name))
        sheets = contact_sheets(data, wanted, look, name=name)
        folder = output or path.parent
        for number, sheet in enumerate(sheets, 1):
            ending = f"-pages-{number}.png" if len(sheets) > 1 else "-pages.png"
            drawn.append((folder / f"{stem}{ending}", sheet))
    for path, data in drawn:
        write_whole(path, data)
    return tuple(path for path, _ in drawn)


def _stems(paths: tuple[Path, ...]) -> Iterator[str]:
    """Yield a name for each file's pictures: its own, with its folder's before it where two files share one."""
    counts = Counter(path.stem for path in paths)
    for path in paths:
        folder = path.resolve().parent.name
        yield f"{folder}-{path.stem}" if counts[path.stem] > 1 and folder else path.stem


def chosen_pages(text: str, count: int) -> tuple[int, ...]:
    """Return the pages that a text such as `1-8`, `5-` or `1,4-6` names, of `count`; an empty one names all. Raises `BadPagesError`."""
    if not text.strip():
        return tuple(range(1, count + 1))
    found: list[int] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            raise BadPagesError(text=text, reason=f"{part.strip()!r} is no page and no range of pages")
        first = int(match[1])
        last = min(int(match[2]), count) if match[2] else count if "-" in part else first
        if not 1 <= first <= count:
            raise BadPagesError(text=text, reason=f"there is no page {first}: the file has {count}")
        if match[2] and int(match[2]) < first:
            raise BadPagesError(text=text, reason=f"{part.strip()!r} runs backwards")
        found.extend(range(first, last + 1))
    return tuple(dict.fromkeys(found))
