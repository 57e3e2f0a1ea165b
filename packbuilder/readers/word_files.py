"""Word files (.docx): their paragraphs as the lines of plain text that the readers of notes take.

A paragraph is a line, and so is what stands behind a line break, and a row of a table: messages count these. Headings become Markdown's, paragraphs that are bold,
underlined or in larger letters bold lines, lists bullets and numbers as far in as they stand, tables rows between pipes. Of tracked changes what was deleted is not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.word_lists import Line, Lists, begins_at, depths_of
from packbuilder.readers.word_parts import Parts, Unreadable, child, given, local, number, parts_of, twentieths
from packbuilder.readers.word_runs import GONE, Piece, Said, lines_of, said, written
from packbuilder.readers.word_styles import Styles, is_on
from packbuilder.values import replace

_THROUGH = frozenset(("customXml", "smartTag", "ins", "moveTo"))
_LARGER = 1.15
"""By how much the letters of a heading are larger than most."""
_LONGEST = 70
"""Characters of a paragraph in bold or larger letters that is a heading."""
_INSET = " " * 4
_FAR = 280
"""Twentieths of a point from the edge (half a centimetre) from which on a paragraph below a list is set in."""
_DEEPEST_HEADING = 6
_WIDEST = 40
"""Columns over which a cell goes."""
_MANY = 3
"""Paragraphs in the cell of a table of one row that make it a way to set pages."""
_SHOWN = 60
_LISTING = regex(r"toc (?:\d|heading)$|table of (?:figures|authorities)$|index (?:\d|heading)$|toa heading$")
"""Names of styles in which a file lists what is on which of its pages."""
_COVER = "Cover Pages"
_TITLE = regex(r"[:/]title(?:\[1\])?$")
"""Where a field of a cover page keeps the file's title."""


def text_of_word(data: bytes, path: str) -> tuple[bytes | None, Diagnostics]:
    """Return the text of a Word file, in UTF-8, and what of it is not read; None with an error where it is none, or is damaged."""
    parts = parts_of(data)
    if isinstance(parts, Unreadable):
        return None, (error("N101", parts.message, Span(path=path, line=1), parts.remedy),)
    reader = _Reader(parts, path)
    reader.read()
    return "\n".join(reader.text()).encode("utf-8", "replace"), tuple(reader.told)


class _Reader:
    """Reads a file from its first paragraph on, and counts its lists."""

    __slots__ = (
        "_changes",
        "_held",
        "_in_list",
        "_lines",
        "_lists",
        "_notes",
        "_parts",
        "_path",
        "_sizes",
        "_styles",
        "_titled",
        "told",
    )

    def __init__(self, parts: Parts, path: str) -> None:
        self._parts, self._path = parts, path
        self._styles = Styles(parts)
        self._lists = Lists(parts, self._styles)
        self._notes = {
            (kind, given(each, "id") or "?"): each
            for kind, part in (("footnote", parts.footnotes), ("endnote", parts.endnotes))
            for each in part
        }
        self._lines: list[Line] = []
        self._sizes: Counter[int] = Counter()
        self._held: list[Piece] = []
        self._in_list = False
        self._titled = any(self._is_title(each) for each in parts.document.iter() if local(each) == "p")
        self._changes = 0
        self.told: list[Diagnostic] = []

    def read(self) -> None:
        """Read all blocks."""
        body = child(self._parts.document, "body")
        if body is not None:
            for cover in _galleries(body, _COVER):
                self._cover(cover)
            self._blocks(body)
        if self._held:
            self._lines.append(Line(text=written(self._held)))
        if self._changes:
            message = f"this file has tracked changes ({self._changes}): what was deleted in them is not read, and what was inserted is"
            self.told.append(note("N147", message, Span(path=self._path), "Accept or reject them in Word (Review) to be sure of the text."))

    def text(self) -> Iterator[str]:
        """Yield the lines; those in larger letters than most are bold."""
        usual = self._sizes.most_common(1)[0][0] if self._sizes else 0
        depths = depths_of(self._lines)
        for place, line in enumerate(self._lines):
            if line.bullet is not None:
                yield f"{_INSET * depths[place]}{line.bullet.sign} {line.text}"
                continue
            large = usual and line.size > usual * _LARGER and len(line.text) <= _LONGEST and line.text[-1] not in ".,;"
            yield f"**{line.text.replace('**', '')}**" if large else line.text

    def _blocks(self, parent: Element) -> None:
        for each in _blocks_in(parent):
            if local(each) == "p":
                self._paragraph(each)
            else:
                self._table(each)

    def _cover(self, cover: Element) -> None:
        """Read a cover page: its title, if that can be told from who wrote the file and when; all of it if not."""
        titles = [
            each
            for each in cover.iter()
            if local(each) == "sdt" and _TITLE.search(given(child(each, "sdtPr", "dataBinding"), "xpath") or "")
        ]
        titles += [each for each in cover.iter() if local(each) == "p" and self._is_title(each)]
        title = next((text for each in titles if (text := _words(each)) and not is_on(child(each, "sdtPr", "showingPlcHdr"))), "")
        if not title:
            self._blocks(child(cover, "sdtContent") or cover)
            return
        self._lines.append(Line(text=f"# {title}"))
        self._titled = True
        innermost = (each for each in cover.iter() if local(each) == "p" and sum(local(inner) == "p" for inner in each.iter()) == 1)
        others = dict.fromkeys(text for each in innermost if (text := _words(each)) and text != title)
        if others:
            message = f"of a cover page the title is read, and nothing else{_in_quotes(' / '.join(others))}"
            self.told.append(note("N148", message, self._here(), "Write it below the cover page if it belongs to the notes."))

    def _is_title(self, paragraph: Element) -> bool:
        return self._styles.called(paragraph) == "title" and any(each.text for each in paragraph.iter() if local(each) == "t")

    def _said(self, paragraph: Element) -> Said:
        found = said(paragraph, self._parts, self._styles)
        self._changes += found.changes
        for kind, key in found.footnotes:
            text = self._notes.get((kind, key))
            quoted = _in_quotes(_words(text)) if text is not None else ""
            called = "a footnote" if kind == "footnote" else "an endnote"
            self.told.append(warning("N146", f"{called} is not read{quoted}", self._here(), "Write it into the text if it matters."))
        return found

    def _here(self) -> Span:
        return Span(path=self._path, line=len(self._lines) + 1)

    def _paragraph(self, paragraph: Element) -> None:
        called = self._styles.called(paragraph)
        if _LISTING.match(called):
            return
        found = self._said(paragraph)
        if child(paragraph, "pPr", "rPr", "del") is not None:
            # The end of the paragraph was deleted: it goes on in the next one.
            self._held.extend(found.pieces)
        elif (given(child(paragraph, "pPr", "framePr"), "dropCap") or "none") != "none":
            # The first letter of the next paragraph, larger than the others.
            self._held.extend(replace(each, size=0) for each in found.pieces)
        else:
            pieces, self._held = [*self._held, *found.pieces], []
            self._lines.extend(self._written(paragraph, called, pieces))
        for box in found.boxes:
            self.told.append(note("N145", "the text of a box is read below the paragraph that it hangs on", self._here()))
            self._blocks(box)

    def _written(self, paragraph: Element, called: str, pieces: list[Piece]) -> Iterator[Line]:
        level = 1 if called == "title" else self._styles.heading(paragraph) + self._titled
        if level > self._titled or called == "title":
            self._lists.bullet(paragraph)
            self._end_list()
            text = " ".join(written(line, bare=True).strip() for line in lines_of(pieces)).strip()
            yield Line(text=f"{'#' * min(level, _DEEPEST_HEADING)} {text}" if text else "")
            return
        texts = [(line, written(line).rstrip()) for line in lines_of(pieces)]
        if not any(text.strip() for _, text in texts):
            if not self._in_list:
                self._end_list()
            yield Line(text="")
            return
        bullet = self._lists.bullet(paragraph)
        if bullet is not None:
            self._in_list = True
            text = " ".join(text.strip() for _, text in texts if text.strip())
            self._sizes[next((each.size for each in pieces if each.text.strip()), 0)] += len(text)
            yield Line(text=text, bullet=bullet)
            return
        inset, left = self._inset(paragraph), begins_at(self._styles.of_paragraph(paragraph, "ind"))
        for line, text in texts:
            yield self._plain(line, text, left, inset or ("> " if called in ("quote", "intense quote") else ""))

    def _plain(self, line: list[Piece], text: str, left: int, lead: str) -> Line:
        """Return a line outside lists; one that is all underlined is as good as bold."""
        letters = [each for each in line if each.text.strip()]
        size = min((each.size for each in letters), default=0)
        self._sizes[size] += len(text)
        marked = bool(letters) and all({"b", "u"} & each.marks for each in letters)
        if lead or marked or not text.strip() or any(each.whole for each in letters):
            bare = written(line, bare=True).strip()
            short = marked and len(bare) <= _LONGEST and "~~" not in bare
            return Line(text=f"{lead}**{bare}**" if short else f"{lead}{text}", left=left)
        return Line(text=text, size=size, left=left)

    def _inset(self, paragraph: Element) -> str:
        """Return the space before a paragraph that belongs to the item above it; a paragraph at the edge ends a list."""
        indent = self._styles.of_paragraph(paragraph, "ind")
        if self._in_list and twentieths(indent, "left") + twentieths(indent, "start") >= _FAR:
            return _INSET
        # A list right below a paragraph may belong to it: it stays as deep as it is said to be.
        self._end_list(0)
        return ""

    def _end_list(self, base: int | None = None) -> None:
        self._in_list = False
        self._lists.ended(base)

    def _table(self, table: Element) -> None:
        self._end_list()
        rows = [_cells(row) for row in _rows(table)]
        if self._is_for_setting(rows):
            for row in rows:
                for cell in row:
                    self._blocks(cell)
            return
        for place, row in enumerate(rows):
            texts: list[str] = []
            for cell in row:
                texts.append(self._cell(cell))
                texts.extend("" for _ in range(1, min(number(child(cell, "tcPr", "gridSpan")), _WIDEST)))
            if any(texts):
                bare = [text.replace("|", "\\|") for text in texts]
                self._lines.append(Line(text=f"| {' | '.join(bare)} |" if len(texts) > 1 else texts[0]))
                if not place and len(rows) > 1 and self._is_head(table, row, rows[1]):
                    self._lines.append(Line(text=f"|{'---|' * len(texts)}"))

    def _is_for_setting(self, rows: list[list[Element]]) -> bool:
        """Whether a table only sets parts of a page beside each other, or is a frame around some."""
        cells = [cell for row in rows for cell in row]
        if all(len(row) == 1 for row in rows):
            return True
        paragraphs = [[each for each in cell if local(each) == "p"] for cell in cells]
        headed = any(self._styles.heading(each) for each_one in paragraphs for each in each_one)
        nested = any(local(each) == "tbl" for cell in cells for each in cell)
        return headed or nested or (len(rows) == 1 and any(len(each) >= _MANY for each in paragraphs))

    def _is_head(self, table: Element, first: list[Element], second: list[Element]) -> bool:
        """Whether the first row of a table is its head: it is said to be, or is in bold or on a ground where the second is not."""
        row = next(iter(_rows(table)))
        return (
            bool(is_on(child(row, "trPr", "tblHeader")))
            or self._styles.heads(table)
            or any(all(map(has, first)) and not all(map(has, second)) for has in (self._is_bold, _is_shaded))
        )

    def _is_bold(self, cell: Element) -> bool:
        paragraphs = [each for each in _blocks_in(cell) if local(each) == "p"]
        return _is_all_bold([piece for each in paragraphs for piece in said(each, self._parts, self._styles).pieces])

    def _cell(self, cell: Element) -> str:
        """Return what stands in a cell: its paragraphs, parted by semicolons where none ends in a sign of its own."""
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and (given(merged, "val") or "continue") == "continue":
            return ""
        parts: list[str] = []
        for paragraph in _blocks_in(cell):
            if local(paragraph) == "p":
                found = self._said(paragraph)
                if found.boxes:
                    message = "the text of a box within a table is not read"
                    self.told.append(warning("N145", message, self._here(), "Write it into the cell itself."))
                lines = (written(line, bare=_is_all_bold(line)) for line in lines_of(found.pieces))
                parts.extend(text for line in lines if (text := re.sub(r"\s+", " ", line).strip()))
        return (
            "".join(f"{part}{' ' if part[-1] in '.!?:;,' else '; '}" for part in parts).rstrip("; ") if len(parts) > 1 else "".join(parts)
        )


def _blocks_in(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables in an element, without what is deleted and tables of contents."""
    for each in parent:
        name = local(each)
        if name in ("p", "tbl"):
            yield each
        elif name in _THROUGH:
            yield from _blocks_in(each)
        elif name == "AlternateContent":
            yield from _blocks_in(next(iter(each), each))
        elif name == "sdt" and _gallery(each) not in (_COVER, "Table of Contents"):
            content = child(each, "sdtContent")
            if not is_on(child(each, "sdtPr", "showingPlcHdr")):
                yield from _blocks_in(each if content is None else content)


def _gallery(control: Element) -> str:
    """Return from which of Word's galleries the content of a control comes; these names are English everywhere."""
    return given(child(control, "sdtPr", "docPartObj", "docPartGallery"), "val") or ""


def _galleries(body: Element, gallery: str) -> list[Element]:
    return [each for each in body if local(each) == "sdt" and _gallery(each) == gallery]


def _words(node: Element) -> str:
    """Return all text in an element, on one line."""
    return " ".join("".join(each.text or "" for each in node.iter() if local(each) == "t").split())


def _in_quotes(text: str) -> str:
    """Return how a message quotes a text; nothing where there is none."""
    return f" (‘{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}’)" if text else ""


def _is_all_bold(pieces: list[Piece]) -> bool:
    return all("b" in piece.marks for piece in pieces if piece.text.strip())


def _is_shaded(cell: Element) -> bool:
    return (given(child(cell, "tcPr", "shd"), "fill") or "auto").lower() not in ("auto", "ffffff")


def _rows(table: Element) -> Iterator[Element]:
    for each in table:
        name = local(each)
        if name == "tr" and not any(child(each, "trPr", gone) is not None for gone in GONE):
            yield each
        elif name in ("sdt", "sdtContent", *_THROUGH):
            yield from _rows(each)


def _cells(row: Element) -> list[Element]:
    found: list[Element] = []
    for each in row:
        if local(each) == "tc" and child(each, "tcPr", "cellDel") is None:
            found.append(each)
        elif local(each) in ("sdt", "sdtContent", *_THROUGH):
            found.extend(_cells(each))
    return found
