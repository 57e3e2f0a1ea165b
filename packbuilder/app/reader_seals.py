"""Seals of the files of the reader edition: what each held when it was made, in hashes, so that any change is told, named and placed.

A file is read as pieces in a row: a line of plain text or braille, a block of a page (heading, paragraph, cell, option, field ...), a paragraph of a
DOCX or a part of it beside its text. All that a piece says goes into its aspects, nothing is left out; the hash of the whole file tells what
none of them does. None of this shares code with what writes the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from difflib import SequenceMatcher
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from packbuilder.app.reading import quoted, text_of
from packbuilder.archives import BROKEN
from packbuilder.patterns import regex
from packbuilder.values import dataclass

ASPECTS: Mapping[str, str] = {
    "words": "its words",
    "structure": "its structure: what is a heading, a list, a table, a field, and their order",
    "attributes": "its labels, alternative texts, scopes, kinds of fields or states (what is hidden or ticked)",
    "languages": "the languages that its words are marked with",
    "pictures": "its pictures",
    "looks": "how it looks",
    "rest": "its properties, settings or other parts",
}
"""What a seal tells apart, each in words."""

_KINDS = ("html", "docx", "txt", "brf")
_WHOLE, _PLACES = "whole", "places"
_LENGTH, _SHORT = 16, 4
"""Hexadecimal digits of an aspect's hash, and of that by which a piece is found again."""

_HEXADECIMAL = regex(r"[0-9a-f]*")

LARGEST_PART = 50_000_000
"""Bytes: a part of a DOCX larger than this is not one of packbuilder's."""

_BLOCKS = frozenset(
    "html head body main meta title style script section div nav h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tr th td fieldset legend"
    " label input textarea select button figure figcaption img svg math form iframe object link a".split()
)
"""Elements of a page that a piece begins with."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NAMES = ("aria-label", "alt", "id", "name")
"""What a piece of a page is called by where it has no words: the first of these that it has."""

_LANGUAGES = frozenset(("lang", "dir"))
_LOOKS = frozenset(("class", "style"))

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements."""

_STYLED = frozenset(f"{WORD}{each}" for each in ("pStyle", "tblStyle", "numId", "ilvl"))
"""What makes a paragraph of Word's a heading or an entry of a list: attributes that are structure."""


@dataclass(slots=True)
class _Piece:
    """A piece of a file: texts by aspect, what it is called where it has no words, and whether it is a heading."""

    name: str = ""
    heading: bool = False
    said: dict[str, list[str]] = field(default_factory=dict)

    def say(self, aspect: str, text: str) -> None:
        """Add a text to an aspect."""
        self.said.setdefault(aspect, []).append(text)

    def words(self) -> str:
        """Return what somebody can look for."""
        return quoted("".join(self.said.get("words", ()))) or quoted(self.name)


def reader_seal(name: str, data: bytes) -> Mapping[str, str]:
    """Return the seal of a file of the reader edition; empty for another kind of file. One that cannot be read is sealed as a whole."""
    if name.rpartition(".")[2] not in _KINDS:
        return {}
    pieces = _pieces(name, data)
    # A piece more or less changes only those aspects of which it says something.
    told = {aspect: [_joined(each.said[aspect]) for each in pieces if aspect in each.said] for aspect in ASPECTS}
    return {
        **{aspect: _hash(texts) for aspect, texts in told.items() if texts},
        _WHOLE: _hash(_contents(name, data)),
        _PLACES: "".join(_places(pieces)),
    }


def is_reader_seal(value: object) -> bool:
    """Whether a value is a seal as `reader_seal` gives it."""
    if not isinstance(value, Mapping) or not {_WHOLE, _PLACES} <= value.keys() <= {*ASPECTS, _WHOLE, _PLACES}:
        return False
    return all(isinstance(each, str) and _HEXADECIMAL.fullmatch(each) for each in value.values())


def reader_seal_differences(sealed: Mapping[str, object], name: str, data: bytes) -> Iterator[str]:
    """Yield how a file differs from the seal that was taken of it when it was made, in one sentence that says where; nothing where it does not."""
    own = reader_seal(name, data)
    changed = [words for aspect, words in ASPECTS.items() if sealed.get(aspect, "") != own.get(aspect, "")]
    where = _first_change(str(sealed.get(_PLACES, "")), _pieces(name, data))
    if changed:
        yield f"changed since it was made{where}: {'; '.join(changed)}"
    elif sealed.get(_WHOLE) != own[_WHOLE] and where:
        yield f"changed since it was made{where}: what belongs to which of its elements"
    elif sealed.get(_WHOLE) != own[_WHOLE]:
        yield "changed since it was made: how it is written down, though nothing that is read"


def _first_change(places: str, pieces: list[_Piece]) -> str:
    """Return where a file first differs from what was sealed, as a message goes on."""
    before, now = [places[at : at + _SHORT] for at in range(0, len(places), _SHORT)], list(_places(pieces))
    for kind, _, _, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        head = next((each.words() for each in reversed(pieces[:start]) if each.heading), "")
        under = f" under “{head}”" if head else ""
        if kind == "delete":
            return f", after “{pieces[start - 1].words()}”{under}, where something is missing" if start else ", where it begins"
        quoted = next((each.words() for each in pieces[start:end] if each.words()), "")
        return f", at “{quoted}”{under}"
    return ""


def _places(pieces: Iterable[_Piece]) -> Iterator[str]:
    for each in pieces:
        yield _hash(_joined((aspect, *texts)) for aspect, texts in sorted(each.said.items()))[:_SHORT]


def _joined(texts: Iterable[str]) -> str:
    return "\x1e".join(texts)


def _hash(texts: Iterable[str] | Iterable[bytes]) -> str:
    digest = sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        digest.update(b"%d\n" % len(data))
        digest.update(data)
    return digest.hexdigest()[:_LENGTH]


def _pieces(name: str, data: bytes) -> list[_Piece]:
    match name.rpartition(".")[2]:
        case "html":
            parser = _Page()
            parser.feed(text_of(data))
            parser.close()
            return parser.pieces
        case "docx":
            return list(_parts(data))
        case _:
            return [_Piece(said={"words": [line]}) for line in text_of(data).split("\n") if line]


def _contents(name: str, data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file; of an archive the names and bytes of its parts, however they are packed."""
    if not name.endswith(".docx"):
        yield data
        return
    for part, held in _unpacked(data):
        yield from (part.encode("utf-8", "surrogatepass"), held)


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            for about in archive.infolist():
                yield about.filename, archive.read(about) if about.file_size <= LARGEST_PART else b""
    except BROKEN:
        yield "", data


class _Page(HTMLParser):
    """Collects the pieces of a page: every tag, attribute, text, comment and declaration."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = [_Piece()]
        self.open = ""
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append(_Piece(heading=tag in _HEADINGS))
            self.count = 0
        piece, self.open = self.pieces[-1], tag
        about = dict(attrs)
        piece.name = piece.name or next((value for key in _NAMES if (value := about.get(key))), f"<{tag}>")
        piece.say("structure", f"<{tag}>")
        for key, value in attrs:
            aspect = "languages" if key in _LANGUAGES else "looks" if key in _LOOKS else "pictures" if key == "src" else "attributes"
            # By the element's number in its piece, so that what moves from one to the next is told.
            piece.say(aspect, f"{self.count} {key}={value!r}")
        self.count += 1

    def handle_endtag(self, tag: str) -> None:
        self.open = ""
        self.pieces[-1].say("structure", f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open == "style":
            self.pieces[-1].say("looks", data)
            return
        # Where words stand among elements is structure.
        self.pieces[-1].say("structure", "text" if data.strip() else "space")
        self.pieces[-1].say("words", data)

    def handle_comment(self, data: str) -> None:
        self.pieces[-1].say("structure", f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.pieces[-1].say("structure", f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.pieces[-1].say("structure", f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.pieces[-1].say("structure", f"declaration {data}")


def _parts(data: bytes) -> Iterator[_Piece]:
    """Yield the paragraphs of a DOCX, each with what follows up to the next, and its other parts whole."""
    for part, held in _unpacked(data):
        if part == "word/document.xml":
            yield from _paragraphs(held)
            continue
        name = part.rpartition("/")[2]
        looks = name in ("styles.xml", "numbering.xml", "fontTable.xml", "theme1.xml")
        aspect = "pictures" if part.startswith("word/media/") else "looks" if looks else "rest"
        yield _Piece(name=part, said={aspect: [part, sha256(held).hexdigest()]})


def _paragraphs(document: bytes) -> list[_Piece]:
    reading = _Paragraphs()
    try:
        parser = ElementTree.XMLParser(target=reading)  # noqa: S314  # expat has no network; the part's size is limited above
        parser.feed(document)
        parser.close()
    except ElementTree.ParseError:
        reading.pieces.append(_Piece(name="what cannot be read", said={"structure": [sha256(document).hexdigest()]}))
    return reading.pieces


class _Paragraphs:
    """Collects the paragraphs of a DOCX, as a target of the standard library's XML parser."""

    def __init__(self) -> None:
        self.pieces = [_Piece(name="where it begins")]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element's begin."""
        if tag == f"{WORD}p":
            self.pieces.append(_Piece(name="an empty paragraph"))
        piece = self.pieces[-1]
        piece.say("structure", f"<{tag}>")
        for key, value in attributes.items():
            aspect = "languages" if tag == f"{WORD}lang" else "structure" if tag in _STYLED else "attributes"
            piece.say(aspect, f"{tag} {key}={value}")
            piece.heading = piece.heading or (tag == f"{WORD}pStyle" and value.startswith("Heading"))
        piece.name = attributes.get("descr") or piece.name

    def end(self, tag: str) -> None:
        """Take an element's end."""
        self.pieces[-1].say("structure", f"</{tag}>")

    def data(self, text: str) -> None:
        """Take text."""
        self.pieces[-1].say("structure", "text" if text.strip() else "space")
        self.pieces[-1].say("words", text)

    def comment(self, text: str) -> None:
        """Take a comment."""
        self.pieces[-1].say("structure", f"comment {text}")

    def pi(self, target: str, text: str | None = None) -> None:
        """Take an instruction to programs."""
        self.pieces[-1].say("structure", f"instruction {target} {text}")

    def close(self) -> None:
        """All has been read."""
