"""The text of a finished page by marked content: our own reading of what the writer, or anyone else, has painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import NamedTuple

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, PdfObject

from packbuilder.typeset.reading.canvas import Canvas, Shown
from packbuilder.typeset.reading.fonts import UNKNOWN, FontRead, Fonts, fonts_of
from packbuilder.typeset.reading.pen import number_of
from packbuilder.typeset.reading.pictures import Pictures, pictures_of
from packbuilder.values import dataclass

_OURS = frozenset(b"q Q cm BT ET Tf Td Tm Tj Tc Tr Tz BDC EMC m l c h re S s f f* B B* b n w d J j M g G rg RG Do gs".split())
"""The operators that packbuilder paints with. None clips: all that is painted on a page can be seen."""

_PROPERTIES = frozenset(("/MCID", "/Type"))
"""What packbuilder says of marked content. Of an ActualText, or a language, there a screen reader reads in place of what the tree says."""

_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))


class Stroke(NamedTuple):
    """A line or box of an answer space: where it begins, in points from the page's lower left corner, and how high a box is, in the page's own points."""

    x: float
    y: float
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page's text by MCID, in order of painting; the tag of each MCID; text that is no artifact and has no MCID.

    `repeats` are MCIDs that the page uses more than once; `nested` says whether marked content stands inside other. `places` are
    where the painting of each MCID begins, in points from the page's lower left corner. `pieces` are its pieces of text, and `pictures`
    the pictures that it shows, each by a hash of its samples; those of artifacts stand under -1. `strokes` are the lines and boxes of answer spaces.
    `odd` are operators that packbuilder never paints with, and properties that it never gives to marked content. `artifacts` are the texts of artifacts that can be seen, one a text object; `covered` the
    texts that something is painted over.
    """

    texts: Mapping[int, str]
    tags: Mapping[int, str]
    untagged: str
    repeats: tuple[int, ...]
    nested: bool
    places: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    pieces: Mapping[int, tuple[Shown, ...]] = field(default_factory=dict)
    pictures: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    strokes: Mapping[int, tuple[Stroke, ...]] = field(default_factory=dict)
    artifacts: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """A page's content while it is read."""

    fonts: Mapping[str, FontRead]
    canvas: Canvas = field(default_factory=Canvas)
    font: FontRead = UNKNOWN
    pieces: dict[int, list[Shown]] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    untagged: list[str] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)
    stack: list[int | None] = field(default_factory=list)
    places: dict[int, tuple[float, float]] = field(default_factory=dict)
    pictures: dict[int, list[str]] = field(default_factory=dict)
    strokes: dict[int, list[Stroke]] = field(default_factory=dict)
    odd: set[str] = field(default_factory=set)
    nested: bool = False

    def take(self, operator: bytes, operands: list[PdfObject]) -> None:
        """Take note of one operator."""
        self.canvas.follow(operator, operands)
        if operator not in _OURS:
            self.odd.add(operator.decode("latin-1"))
        inside = self.stack[-1] if self.stack else None
        if inside is not None and inside not in self.places and (place := self.canvas.pen.start(operator, operands)):
            self.places[inside] = place
        if operator in (b"m", b"re") and inside is not None and self.tags.get(inside) == "Form":
            start = self.canvas.pen.start(operator, operands)
            height = abs(number_of(operands[3])) if operator == b"re" and len(operands) > 3 else 0.0
            self.strokes.setdefault(inside, []).extend((Stroke(*start, height),) if start else ())
        if operator in (b"BDC", b"BMC"):
            self._begin(operands)
        elif operator == b"EMC" and self.stack:
            self.stack.pop()
        elif operator == b"Tf":
            self.font = self.fonts.get(str(operands[0]), UNKNOWN)
        elif operator == b"BT" and self.stack:
            self.artifacts.append("")
        elif operator in _SHOWS and operands:
            self._show(b"".join(_strings(operands[-1])))
        elif operator == b"Do" and operands:
            self.pictures.setdefault(self._mcid(), []).append(str(operands[0]))

    def _begin(self, operands: list[PdfObject]) -> None:
        self.nested = self.nested or bool(self.stack)
        held = operands[1] if len(operands) > 1 else None
        self.odd |= {str(key) for key in held if key not in _PROPERTIES} if isinstance(held, DictionaryObject) else {str(held)}
        mcid = _mcid(operands)
        if mcid is not None:
            if mcid in self.pieces:
                self.repeats.append(mcid)
            self.pieces.setdefault(mcid, [])
            self.tags[mcid] = str(operands[0])[1:]
        self.stack.append(mcid)

    def _show(self, codes: bytes) -> None:
        shown = self.canvas.show(self.font.decode(codes), self.font, codes)
        if not self.stack:
            self.untagged.append(shown.text)
        elif (mcid := self._mcid()) >= 0:
            self.pieces[mcid].append(shown)
        elif shown.visible and self.artifacts:
            self.artifacts[-1] += shown.text

    def _mcid(self) -> int:
        """Return the MCID of what is painted now; -1 for an artifact, and for what is not tagged."""
        return next((each for each in reversed(self.stack) if each is not None), -1)


def page_content(page: PageObject, fonts: Fonts, pictures: Pictures) -> PageContent:
    """Read a page's content stream (`operations.with_content`). `fonts` and `pictures` remember those of the pages of one file by object number."""
    contents = page.get("/Contents")
    held = contents.get_object() if contents is not None else None
    shown = pictures_of(page, pictures)
    reading = _Reading(dict(fonts_of(page, fonts)))
    for operands, operator in held.operations if isinstance(held, ContentStream) else []:
        reading.take(operator, operands)
    # A soft hyphen divides a word for the eye only.
    joined = {mcid: "".join([each.text for each in parts]).replace("\u00ad", "") for mcid, parts in reading.pieces.items()}
    return PageContent(
        texts=joined,
        tags=reading.tags,
        untagged="".join(reading.untagged),
        repeats=tuple(reading.repeats),
        nested=reading.nested,
        places=reading.places,
        pieces={mcid: tuple(parts) for mcid, parts in reading.pieces.items()},
        pictures={mcid: tuple(shown.get(name, "") for name in names) for mcid, names in reading.pictures.items()},
        strokes={mcid: tuple(starts) for mcid, starts in reading.strokes.items()},
        artifacts=tuple(each for each in reading.artifacts if each.strip()),
        covered=tuple(reading.canvas.covered),
        odd=tuple(sorted(reading.odd)),
    )


def _mcid(operands: list[PdfObject]) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    mcid = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
    return int(mcid) if isinstance(mcid, int) else None


def _strings(operand: PdfObject) -> Iterator[bytes]:
    for each in operand if isinstance(operand, list) else (operand,):
        original = getattr(each, "original_bytes", None)
        if isinstance(original, bytes):
            yield original
