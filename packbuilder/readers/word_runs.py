"""What a paragraph of a Word file says, in the marks that notes are written in: bold, links, formulas, pictures; of tracked changes what stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from xml.etree.ElementTree import Element

from packbuilder.patterns import regex
from packbuilder.readers.word_parts import Parts, child, given, local, number
from packbuilder.readers.word_signs import is_of_signs, shown
from packbuilder.readers.word_styles import Styles, is_on
from packbuilder.values import dataclass, replace

_MARKS = (("b", "**", "**"), ("i", "*", "*"), ("strike", "~~", "~~"), ("superscript", "<sup>", "</sup>"), ("subscript", "<sub>", "</sub>"))
GONE = frozenset(("del", "moveFrom"))
"""What tracked changes have taken away."""
COME = frozenset(("ins", "moveTo"))
_TEXTS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURED = frozenset(("pic", "chart", "relIds", "imagedata", "OLEObject", "contentPart"))
_UNSAID = frozenset(("pPr", "rPr", "instrText", "delText", "softHyphen", "rt", "txbxContent", "commentReference", "annotationRef"))
_ADDRESS = regex(r"(?:https?://|mailto:)\S+")
_LEADS = regex(r"\s*HYPERLINK\s+\"([^\"]+)\"")
_ADDED = regex(
    r"\s*(?:Description automatically generated(?: with (?:low|medium|high) confidence)?|AI-generated content may be incorrect)\.?\s*$"
)
"""What Word says of words for a picture that it found itself."""
_NAMELESS = "picture"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text of a paragraph with its marks, its link, and the size of its letters in half points; `whole`: it is written as it is."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str = ""
    size: int = 0
    whole: bool = False


@dataclass(slots=True, kw_only=True)
class Field:
    """A field that has begun: its code, and whether what comes is still that, and not what it found."""

    code: str = ""
    coded: bool = True

    @property
    def link(self) -> str:
        """The address that it leads to; empty where it leads to none."""
        found = _LEADS.match(self.code)
        return found[1] if found and _ADDRESS.fullmatch(found[1]) else ""


@dataclass(slots=True, kw_only=True)
class Said:
    """What a paragraph says; the boxes with text that hang on it, notes by their kinds and ids, and how many changes in it are tracked.

    `fields` are those that have begun where it is read.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    changes: int = 0
    fields: list[Field] = field(default_factory=list)


def said(paragraph: Element, parts: Parts, styles: Styles) -> Said:
    """Read a paragraph."""
    found = Said()
    _inline(paragraph, found, parts, styles, paragraph, "")
    return found


def _inline(node: Element, found: Said, parts: Parts, styles: Styles, paragraph: Element, link: str) -> None:
    for each in node:
        name = local(each)
        if name in GONE:
            found.changes += 1
        elif name == "r":
            _run(each, found, parts, styles, paragraph, link)
        elif name in ("oMath", "oMathPara"):
            found.pieces.extend(_formulas(each))
        elif name == "hyperlink":
            target = parts.links.get(given(each, "id") or "", "")
            _inline(each, found, parts, styles, paragraph, target if _ADDRESS.fullmatch(target) else link)
        elif name == "sdt":
            content = child(each, "sdtContent")
            if content is not None and not is_on(child(each, "sdtPr", "showingPlcHdr")):
                _inline(content, found, parts, styles, paragraph, link)
        elif name == "AlternateContent":
            _inline(_chosen(each), found, parts, styles, paragraph, link)
        elif name not in _UNSAID:
            found.changes += name in COME
            _inline(each, found, parts, styles, paragraph, link)


def _chosen(node: Element) -> Element:
    """Return of two ways to say the same the one that is for programs of today."""
    return next((each for name in ("Choice", "Fallback") for each in node if local(each) == name), node)


def _run(run: Element, found: Said, parts: Parts, styles: Styles, paragraph: Element, link: str) -> None:
    if is_on(styles.of_run(run, paragraph, "vanish")):
        return
    own = link or next((each.link for each in reversed(found.fields) if not each.coded and each.link), "")
    size = max(0, number(styles.of_run(run, paragraph, "sz")))
    font = given(styles.of_run(run, paragraph, "rFonts"), "ascii") or ""
    like = Piece(text="", marks=_marks(run, paragraph, styles), link=own, size=size)
    for each in run:
        name = local(each)
        if name == "fldChar":
            _field(given(each, "fldCharType") or "", found.fields)
        elif name == "instrText" and found.fields:
            found.fields[-1].code += each.text or ""
        elif any(begun.coded for begun in found.fields):
            continue
        elif name == "t":
            text = (each.text or "").replace("\n", " ")
            found.pieces.append(replace(like, text=shown(text, font) if is_of_signs(font) else text))
        elif name == "sym":
            found.pieces.append(replace(like, text=_sign(each)))
        elif name in _TEXTS:
            found.pieces.append(replace(like, text=_TEXTS[name]))
        elif name in ("footnoteReference", "endnoteReference"):
            found.footnotes.append((name.removesuffix("Reference"), given(each, "id") or ""))
        elif name == "ruby":
            base = child(each, "rubyBase")
            _inline(each if base is None else base, found, parts, styles, paragraph, link)
        elif name == "AlternateContent" and (text := _instead(each)):
            found.pieces.append(replace(like, text=text))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            _drawn(_chosen(each) if name == "AlternateContent" else each, found)


def _field(kind: str, fields: list[Field]) -> None:
    """Note that a field begins, has said its code, or ends."""
    if kind == "begin":
        fields.append(Field())
    elif kind == "separate" and fields:
        fields[-1].coded = False
    elif kind == "end" and fields:
        fields.pop()


def _instead(node: Element) -> str:
    """Return the text that stands for a sign, such as an emoji, to programs that do not know how else it is said."""
    return "".join(each.text or "" for each in child(node, "Fallback") or () if local(each) == "t")


def _sign(node: Element) -> str:
    place = given(node, "char") or ""
    try:
        return shown(chr(int(place, 16)), given(node, "font") or "")
    except (ValueError, OverflowError):
        return ""


def _marks(run: Element, paragraph: Element, styles: Styles) -> frozenset[str]:
    marks = {name for name in ("b", "i", "strike") if is_on(styles.of_run(run, paragraph, name))}
    if is_on(child(run, "rPr", "dstrike")):
        marks.add("strike")
    if (underlined := given(styles.of_run(run, paragraph, "u"), "val")) and underlined != "none":
        marks.add("u")
    height = given(styles.of_run(run, paragraph, "vertAlign"), "val") or _moved(run)
    return frozenset({*marks, height} if height in ("superscript", "subscript") else marks)


def _moved(run: Element) -> str | None:
    """Return how letters stand that are moved and smaller, which is how some programs write what is high or low."""
    moved = given(child(run, "rPr", "position"), "val") or "0"
    if child(run, "rPr", "sz") is None or moved == "0":
        return None
    return "subscript" if moved.startswith("-") else "superscript"


def _drawn(node: Element, found: Said) -> None:
    """Note what is drawn: boxes with text, and pictures by what they are called."""
    boxes = list(_boxes(node))
    found.boxes.extend(boxes)
    if boxes or not any(local(each) in _PICTURED for each in node.iter()):
        return
    if any(local(each) == "decorative" and is_on(each) for each in node.iter()):
        return
    about = next((each for each in node.iter() if local(each) == "docPr"), None)
    shape = next((each for each in node.iter() if local(each) == "shape"), None)
    called = given(about, "descr") or given(about, "title") or given(shape, "alt") or given(about, "name") or _NAMELESS
    while (shorter := _ADDED.sub("", called)) != called:
        called = shorter
    bare = " ".join(called.replace("[", "(").replace("]", ")").split())[:_LONGEST_NAME]
    found.pieces.append(Piece(text=f"![[{bare or _NAMELESS}]]", whole=True))


def _boxes(node: Element) -> Iterator[Element]:
    for each in _chosen(node) if local(node) == "AlternateContent" else node:
        if local(each) == "txbxContent":
            yield each
        else:
            yield from _boxes(each)


def _formulas(node: Element) -> Iterator[Piece]:
    # Imported here: few notes have formulas of Word's, and the grammar of formulas takes a while to import.
    from packbuilder.readers.word_formulas import latex, words

    each_one = [each for each in node if local(each) == "oMath"] if local(node) == "oMathPara" else [node]
    for place, each in enumerate(each_one):
        written = latex(each)
        if written is None:
            bare = words(each).replace("[", "(").replace("]", ")")
            yield Piece(text=f"![[a formula, {bare}]]" if bare.strip() else "", whole=True)
        else:
            yield Piece(text=f"{' ' if place else ''}${written}$", whole=True)


def lines_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line: a paragraph may have breaks."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n") if not piece.whole else [piece.text]
        line.append(replace(piece, text=first))
        for other in others:
            yield line
            line = [replace(piece, text=other)]
    yield line


def written(pieces: Iterable[Piece], *, bare: bool = False) -> str:
    """Return pieces of a line with their marks; `bare`: without those of bold and slanted letters, as in headings."""
    kept = [each for each in pieces if each.text]
    for place in range(1, len(kept) - 1):
        # A space between two bold words is bold, whatever it is.
        if not kept[place].text.strip():
            kept[place] = replace(kept[place], marks=kept[place - 1].marks & kept[place + 1].marks)
    left = _MARKS[2:] if bare else _MARKS
    return "".join(_linked(tuple(group), link, left) for link, group in groupby(kept, key=lambda each: each.link))


def _linked(pieces: tuple[Piece, ...], link: str, left: tuple[tuple[str, str, str], ...]) -> str:
    text = _marked(pieces, left)
    return _around(text, "[", f"]({link})") if link and "[" not in text else text


def _marked(pieces: tuple[Piece, ...], left: tuple[tuple[str, str, str], ...]) -> str:
    if not left:
        return "".join(each.text for each in pieces)
    (mark, opening, closing), *others = left
    parts: list[str] = []
    for has, group in groupby(pieces, key=lambda each: mark in each.marks and not each.whole):
        text = _marked(tuple(group), tuple(others))
        parts.append(_around(text, opening, closing) if has else text)
    return "".join(parts)


def _around(text: str, opening: str, closing: str) -> str:
    """Return a text between marks, which stand next to letters."""
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}{opening}{bare}{closing}{text[start + len(bare) :]}"
