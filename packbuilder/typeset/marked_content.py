"""The text of a finished page by marked content: our own reading of what the writer, or anyone else, has painted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, PdfObject, StreamObject

from packbuilder.typeset.pen import Pen

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")

Decoder = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page's text by MCID, in order of painting; the tag of each MCID; text that is no artifact and has no MCID.

    `repeats` are MCIDs that the page uses more than once; `nested` says whether marked content stands inside other. `places` are
    where the painting of each MCID begins, in points from the page's lower left corner.
    """

    texts: Mapping[int, str]
    tags: Mapping[int, str]
    untagged: str
    repeats: tuple[int, ...]
    nested: bool
    places: Mapping[int, tuple[float, float]] = field(default_factory=dict)


def page_content(page: PageObject, decoders: dict[int, Decoder]) -> PageContent:
    """Read a page's content stream. `decoders` remembers fonts' maps by object number, for the pages of one file."""
    contents = page.get_contents()
    fonts = dict(_decoders(page, decoders))
    texts: dict[int, list[str]] = {}
    tags: dict[int, str] = {}
    untagged: list[str] = []
    repeats: list[int] = []
    stack: list[int | None] = []
    places: dict[int, tuple[float, float]] = {}
    pen = Pen()
    nested = False
    decode: Decoder = _latin
    operations = contents.operations if isinstance(contents, ContentStream) else []
    for operands, operator in operations:
        pen.follow(operator, operands)
        inside = stack[-1] if stack else None
        if inside is not None and inside not in places and (place := pen.start(operator, operands)):
            places[inside] = place
        if operator in (b"BDC", b"BMC"):
            nested = nested or bool(stack)
            mcid = _mcid(operands)
            if mcid is not None:
                if mcid in texts:
                    repeats.append(mcid)
                texts.setdefault(mcid, [])
                tags[mcid] = str(operands[0])[1:]
            stack.append(mcid)
        elif operator == b"EMC" and stack:
            stack.pop()
        elif operator == b"Tf":
            decode = fonts.get(str(operands[0]), _latin)
        elif operator in (b"Tj", b"TJ", b"'", b'"') and operands:
            shown = "".join(decode(each) for each in _strings(operands[-1]))
            if not stack:
                untagged.append(shown)
            else:
                mcid = next((each for each in reversed(stack) if each is not None), None)
                if mcid is not None:
                    texts[mcid].append(shown)
    # A soft hyphen divides a word for the eye only.
    joined = {mcid: "".join(parts).replace("\u00ad", "") for mcid, parts in texts.items()}
    return PageContent(joined, tags, "".join(untagged), tuple(repeats), nested, places)


def _mcid(operands: list[PdfObject]) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    mcid = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
    return int(mcid) if isinstance(mcid, int) else None


def _strings(operand: PdfObject) -> Iterator[bytes]:
    for each in operand if isinstance(operand, list) else (operand,):
        original = getattr(each, "original_bytes", None)
        if isinstance(original, bytes):
            yield original


def _latin(codes: bytes) -> str:
    """Decode the codes of a font that says nothing of its text."""
    return codes.decode("latin-1")


def _decoders(page: PageObject, known: dict[int, Decoder]) -> Iterator[tuple[str, Decoder]]:
    resources = page.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()) if isinstance(resources, DictionaryObject) else None
    fonts = fonts.get_object() if fonts is not None else None
    if not isinstance(fonts, DictionaryObject):
        return
    for name in fonts:
        raw = fonts.raw_get(name)
        number = raw.idnum if isinstance(raw, IndirectObject) else 0
        decoder = known.get(number)
        if decoder is None:
            decoder = _decoder(raw.get_object())
            if number:
                known[number] = decoder
        yield str(name), decoder


def _decoder(font: PdfObject | None) -> Decoder:
    if not isinstance(font, DictionaryObject) or "/ToUnicode" not in font:
        return _latin
    stream = font["/ToUnicode"].get_object()
    if not isinstance(stream, StreamObject):
        return _latin
    table = unicode_map(stream.get_data())
    size = 2 if font.get("/Subtype") == "/Type0" else 1

    def decode(codes: bytes) -> str:
        steps = range(0, len(codes), size)
        return "".join(table.get(int.from_bytes(codes[at : at + size], "big"), "\ufffd") for at in steps)

    return decode


def unicode_map(cmap: bytes) -> Mapping[int, str]:
    """Return the text of each code in a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    table: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            table.update((int(code, 16), _utf16(text)) for code, text in _PAIR.findall(block))
            continue
        for first, last, start, listed in _RANGE.findall(block):
            low, high = int(first, 16), int(last, 16)
            if listed:
                table.update(enumerate((_utf16(text) for text in _HEX.findall(listed)), low))
            elif start:
                text = _utf16(start)
                table.update((low + at, text[:-1] + chr(ord(text[-1]) + at)) for at in range(high - low + 1))
    return table


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
