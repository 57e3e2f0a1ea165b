"""What the files of the reader edition ask, read back: HTML by the standard library's parser, DOCX by its XML, plain text.

None of this shares code with what wrote the files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from packbuilder.app.paper_reading import Asked, figures, letters, normal
from packbuilder.app.reader_seals import LARGEST_PART, WORD
from packbuilder.app.reading import text_of
from packbuilder.archives import BROKEN
from packbuilder.values import dataclass
from packbuilder.wording.lettering import as_english

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line or paragraph: its words outside Word's formulas, the formulas' letters, and whether it may be a heading."""

    text: str
    letters: str = ""
    heading: bool = False


def asked_in(name: str, data: bytes, *, heading: str) -> Mapping[str, Asked] | None:
    """Return what a file of the reader edition asks, by label; None for a kind of file that cannot be read back (braille).

    `heading` is what the heading of a question begins with: "Question".
    """
    kind = name.rpartition(".")[2]
    # A title may end in a number too: "The Weimar Republic, 1918-1933".
    question = re.compile(rf"{re.escape(heading)} (\d+)(?: \(([^\W\d_]{{1,3}})\))?\*?(?: \[(\d+) [^\]]+\])?$")
    if kind == "html":
        return _html(text_of(data), question)
    if kind == "docx":
        return _sections(_docx_lines(data), question)
    if kind == "txt":
        return _sections((_Line(text=line, heading=True) for line in text_of(data).split("\n")), question)
    return None


def unlike_formulas(data: bytes) -> Iterator[str]:
    """Yield the linear form of each formula of a page that shows other figures than it says."""
    parser = _Formulas()
    parser.feed(text_of(data))
    for said, shown in parser.found:
        if Counter(filter(str.isdigit, letters(said))) != Counter(filter(str.isdigit, letters("".join(shown)))):
            yield said


class _Formulas(HTMLParser):
    """Collects what the formulas of a page say, and what they show."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "math":
            self.inside = True
            self.found.append((dict(attrs).get("alttext") or "", []))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "math"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1][1].append(data)


def formula_letters(data: bytes) -> str:
    """Return the letters of all formulas of a DOCX, one formula after the other."""
    return "".join(line.letters for line in _docx_lines(data))


def words_in(name: str, data: bytes) -> frozenset[str] | None:
    """Return all words of a file of the reader edition, in small letters; None for a kind that cannot be read back."""
    said = said_in(name, data)
    return None if said is None else frozenset(said.split())


def said_in(name: str, data: bytes) -> str | None:
    """Return the words of a file of the reader edition in order, those for its pictures too; None for a kind that cannot be read back."""
    match name.rpartition(".")[2]:
        case "html":
            parser = _Everything()
            parser.feed(text_of(data))
            lines = parser.said
        case "docx":
            lines = [line.text for line in _docx_lines(data)]
        case "txt":
            lines = [text_of(data)]
        case _:
            return None
    return normal(" ".join(lines))


class _Everything(HTMLParser):
    """Collects all text of a page; formulas count by their linear form, pictures by their alternative text."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.silent += tag in ("math", "style")
        self._say(f" {about.get('alttext') or ''} {about.get('alt') or ''} " if tag in ("math", "img") else self._apart(tag))

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("math", "style")
        self._say(self._apart(tag))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._say(data)

    def _say(self, text: str) -> None:
        # Joined to what was said before: a word may be partly in bold.
        self.said[-1:] = ["".join((*self.said[-1:], text))]

    @staticmethod
    def _apart(tag: str) -> str:
        return "" if tag in ("b", "strong", "em", "code", "sub", "sup", "span", "a", "math") else " "


class _Sections(HTMLParser):
    """Collects the text of each `section` with a label; formulas count by their linear form."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marks: dict[str, int] = {}
        self.texts: dict[str, list[str]] = {}
        self.stems: dict[str, list[list[str]]] = {}
        self.options: dict[str, list[list[str]]] = {}
        self.inside: list[list[str]] = []
        self.headings: dict[str, str] = {}
        self.in_heading = False
        self.silent = 0
        self.prose: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {key: value or "" for key, value in attrs}
        if tag == "section":
            label = as_english(about.get("data-label", "").replace(" ", ""))
            self.open.append(label)
            said = about.get("data-marks", "0")
            self.marks[label] = int(said) if said.isdecimal() else 0
            self.headings[label] = ""
            self.texts[label], self.prose[label], self.stems[label], self.options[label] = [], [], [], []
        if self.open and about.get("class") in ("stem", "option"):
            self.inside.append([])
            (self.stems if about["class"] == "stem" else self.options)[self.open[-1]].append(self.inside[-1])
        elif self.inside and tag in ("p", "span"):
            self.inside.append(self.inside[-1])
        if tag == "math":
            self._say(f" {about.get('alttext', '')} ")
        if tag == "img":
            self._say(f" {about.get('alt', '')} ")
            self._write(f" {about.get('alt', '')} ")
        if tag in ("math", "style", "h2", "h3", "legend"):
            self.silent += 1
        # The first heading of a section is its own.
        if tag in ("h2", "h3"):
            self.in_heading = bool(self.open) and not self.headings[self.open[-1]]

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self.open:
            self.open.pop()
        if tag in ("math", "style", "h2", "h3", "legend"):
            self.silent -= 1
        if self.inside and tag in ("p", "span"):
            self.inside.pop()
        if tag in ("p", "li", "td", "th", "label"):
            self._say(" ")
            self._write(" ")
        if tag in ("h2", "h3"):
            self.in_heading = False

    def handle_data(self, data: str) -> None:
        if self.in_heading:
            self.headings[self.open[-1]] += data
        if not self.silent:
            self._say(data)
            self._write(data)

    def _write(self, text: str) -> None:
        """Note what stands outside formulas."""
        if self.open:
            self.prose[self.open[-1]].append(text)

    def _say(self, text: str) -> None:
        if self.open:
            self.texts[self.open[-1]].append(text)
        if self.inside:
            self.inside[-1].append(text)


def _html(text: str, question: re.Pattern[str]) -> Mapping[str, Asked]:
    parser = _Sections()
    parser.feed(text)
    return {
        label: Asked(
            marks=parser.marks[label],
            stems=tuple(normal("".join(words)) for words in parser.stems[label]),
            options=tuple(normal("".join(words)) for words in parser.options[label]),
            words=frozenset(normal("".join(said)).split()),
            figures=figures("".join(parser.prose[label])),
            headed=_headed(question.match(" ".join(parser.headings[label].split()))),
        )
        for label, said in parser.texts.items()
    }


def _headed(match: re.Match[str] | None) -> tuple[str, int]:
    """Return the label and the marks that a question's heading says."""
    return (_label(match), int(match[3] or 0)) if match else ("", 0)


def _label(match: re.Match[str]) -> str:
    return as_english(match[1] + (f"({match[2]})" if match[2] else ""))


def _docx_lines(data: bytes) -> list[_Line]:
    """Return a document's paragraphs; none of what is no document."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            part = archive.getinfo("word/document.xml")
            if part.file_size > LARGEST_PART:
                return []
            root = ElementTree.fromstring(archive.read(part))  # noqa: S314  # expat has no network; its size is limited above
    except (*BROKEN, KeyError, ElementTree.ParseError):
        return []
    lines: list[_Line] = []
    for paragraph in root.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        heading = style is not None and str(style.get(f"{WORD}val")).startswith("Heading")
        text = "".join(
            " " if node.tag == f"{WORD}br" else node.text or "" for node in paragraph.iter() if node.tag in (f"{WORD}t", f"{WORD}br")
        )
        alternatives = " ".join(node.get("descr", "") for node in paragraph.iter() if node.tag.endswith("}docPr"))
        formulas = "".join(_linear(each) for each in paragraph.iter(f"{_MATHS}oMath"))
        lines.append(_Line(text=f"{text} {alternatives}".strip(), letters=letters(formulas), heading=heading))
    return lines


def _linear(formula: ElementTree.Element) -> str:
    """Return the signs of a formula of Word's in the order in which they are read: a nuclide's mass before its charge."""
    if formula.tag == f"{_MATHS}t":
        return formula.text or ""
    parts = list(formula)
    if formula.tag == f"{_MATHS}sPre":
        parts.sort(key=lambda part: {f"{_MATHS}sup": 0, f"{_MATHS}sub": 1}.get(part.tag, 2))
    return "".join(map(_linear, parts))


def _sections(lines: Iterable[_Line], question: re.Pattern[str]) -> Mapping[str, Asked]:
    """Return what stands under each heading that is a `question`'s; lines before the first belong to none."""
    marks: dict[str, int] = {}
    inside: dict[str, list[_Line]] = {}
    label = ""
    for line in lines:
        match = question.match(line.text) if line.heading else None
        if match:
            label = _label(match)
            marks[label], inside[label] = int(match[3] or 0), []
        elif label:
            inside[label].append(line)
    return {
        label: Asked(
            marks=marks[label],
            words=frozenset(normal(" ".join(line.text for line in said)).split()),
            formulas=tuple(line.letters for line in said if line.letters),
            figures=figures(" | ".join(line.text for line in said)),
        )
        for label, said in inside.items()
    }
