"""Lines: boxes broken greedily to a width, and the operators that paint them.

Ragged right is set greedily, as typewriters and browsers do: 16 times faster than reportlab's `Paragraph` at the same
heights (`PERFORMANCE.md`). A line's last space is painted too, so that extracted text keeps its words apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from math import inf
from typing import NamedTuple

from packbuilder.identity import Same, same_as
from packbuilder.layout import Colour, TextStyle
from packbuilder.text import Reference, RichText, Run
from packbuilder.typeset.faces import Face
from packbuilder.typeset.formula_pieces import FormulaPiece, narrower
from packbuilder.typeset.formulas import painted
from packbuilder.typeset.fragments import ARTIFACT, Leaf, number
from packbuilder.typeset.hyphens import AROUND, HYPHEN, divisions, is_hyphenated
from packbuilder.typeset.words import Box, GapPiece, Piece, TextPiece, as_one, boxes, colour_operators, face_width, glyphs_of
from packbuilder.values import replace

BASELINE = 0.34
"""Half the height of a capital, in ems: text stands in the middle of its leading."""

_APART = 0.25
"""White space above and below a displayed formula, in ems."""

_RAG = 0.15
"""A line is left this part of its width short before a word is divided to fill it."""

_TOLERANCE = 0.01
"""Points by which rounding may make a line too wide."""


class Line(NamedTuple):
    """One line: its pieces from left to right, natural width, height and the baseline's distance from its top."""

    pieces: tuple[Piece, ...]
    width: float
    height: float
    baseline: float


def break_lines(
    text: RichText, style: TextStyle, family: str, width: float, *, first: float = 0.0, language: str = "", running: bool = True
) -> tuple[Line, ...]:
    """Break a text to lines of `width` points; the first begins `first` points in.

    `language`, a BCP 47 tag, is that of its hyphenation; empty: nothing is known of where its words may be divided. `running`: words are
    divided to fill lines, too, where the language does so; else only those wider than a line, which are divided or cut in any case.
    """
    words = boxes(text, style, family)
    if line := _on_one(words, style, width, first):
        return (line,)
    lines: list[Line] = []
    pieces: list[Piece] = []
    used, divided = first, is_hyphenated(language) or _foreign(text)
    for whole in words:
        parts: Iterable[Box] = (whole,)
        if divided or whole.width > width:
            head, rest = _begun(whole, width - used, width, language, whole_words=not (pieces and running))
            parts = (*head, *_fitting(rest, width, language))
        for box in parts:
            if pieces and used + box.width > width + _TOLERANCE:
                lines.append(_line(pieces, used - (first if not lines else 0.0), style))
                pieces, used = [], 0.0
            pieces.extend(box.pieces)
            used += box.width
            if box.space is not None:
                pieces.append(box.space)
                used += box.space.width
            if box.ends:
                lines.append(_line(pieces, used, style))
                pieces, used = [], 0.0
    if pieces or not lines:
        lines.append(_line(pieces, used - (first if not lines else 0.0), style))
    return tuple(lines)


def same_breaks(text: RichText, style: TextStyle, family: str, width: float) -> tuple[float, float]:
    """Return from what width on, and up to what width, a text whose words are not divided breaks as it does at `width`, in points."""
    least, most = 0.0, inf
    used, begun = 0.0, False
    for box in boxes(text, style, family):
        reach = used + box.width
        if begun and reach > width + _TOLERANCE:
            most = min(most, reach + _TOLERANCE)
            used, reach = 0.0, box.width
        least = max(least, reach)
        used, begun = (0.0, False) if box.ends else (reach + (box.space.width if box.space is not None else 0.0), True)
    return least, most - 3 * _TOLERANCE


def whole_line(piece: TextPiece, style: TextStyle, *, x: float) -> tuple[Line, Leaf]:
    """Return the line of one piece that fits it, and what paints it with its left end at `x`, as `paint` would."""
    line = _line([piece], piece.width, style)
    return line, Leaf(0, _words(piece, piece.text, x, -line.baseline, style.colour), (x, -line.height, x + piece.width, 0.0))


def _words(look: TextPiece, text: str, x: float, baseline: float, colour: Colour) -> bytes:
    """Return what paints words of one look that begin at `x`."""
    if x or look.rise:
        return colour_operators(colour) + _shown([(x, replace(look, text=text))], baseline)
    head, tail = _around(same_as(look.face), look.size, look.tracking, baseline, colour)
    return b"%s%s%s" % (head, look.face.shown(text), tail)


@lru_cache(maxsize=256)
def _around(face: Same[Face], size: float, tracking: float, baseline: float, colour: Colour) -> tuple[bytes, bytes]:
    """Return what is painted before and after the characters of a piece that begins at the left: the same for most lines of a document."""
    nothing = TextPiece("", face.__self__, size, 0.0, 0.0, tracking=tracking)
    head, _, tail = _shown([(0.0, nothing)], baseline).partition(b"()")
    return colour_operators(colour) + head, tail


def _on_one(words: tuple[Box, ...], style: TextStyle, width: float, first: float) -> Line | None:
    """Return the only line of a text that fits on one, as most in tables and labels do; else None."""
    pieces: list[Piece] = []
    used = first
    for box in words:
        if box.ends or box.width > width or used + box.width > width + _TOLERANCE:
            return None
        pieces += box.pieces
        used += box.width
        if box.space is not None:
            pieces.append(box.space)
            used += box.space.width
    return _line(pieces, used - first, style)


def _foreign(text: RichText) -> bool:
    """Whether any words of a text are in a language of their own."""
    return any(isinstance(inline, Run | Reference) and inline.language for inline in text)


def _language(box: Box, language: str) -> str:
    """Return the language by whose patterns a box may be divided: its own in a document that is hyphenated at all."""
    first = box.pieces[0] if box.pieces else None
    return first.language if language and isinstance(first, TextPiece) and first.language else language


def _divided(box: Box, room: float, language: str, *, must: bool = False) -> tuple[Box | None, Box]:
    """Divide a box of one word so that its first part, with a hyphen, fits `room` points; (None, box) where it cannot be.

    A word that `must` be divided is so in capitals and before a hyphen of its own as well.
    """
    piece = as_one(box)
    if piece is None or not piece.face.covers(HYPHEN):
        return None, box
    places = divisions(piece.text, piece.language or language)
    if must and not places and len(lower := piece.text.rstrip("-").lower()) <= len(piece.text):
        places = divisions(lower, piece.language or language)
    for at in reversed(places):
        head = _part(piece, piece.text[:at] + HYPHEN)
        if head.width <= room:
            rest = _part(piece, piece.text[at:])
            return Box((head,), head.width), Box((rest,), rest.width, box.space, box.ends)
    return None, box


def _part(piece: TextPiece, text: str) -> TextPiece:
    width = face_width(piece.face, text) * piece.size / 1000 + piece.tracking * len(text)
    return replace(piece, text=text, width=width)


def _begun(box: Box, room: float, width: float, language: str, *, whole_words: bool) -> tuple[tuple[Box, ...], Box]:
    """Divide a box that does not fit the `room` points left of a line, as far as a part there is worth it: its beginning, and the rest.

    A box wider than a whole line is divided in any case, so that a number stands beside its word; others not with `whole_words`.
    """
    may = box.width > width or (not whole_words and is_hyphenated(_language(box, language)))
    if not may or box.width <= room + _TOLERANCE or room <= _RAG * width:
        return (), box
    head, rest = _divided(box, room, language)
    return ((head,) if head is not None else ()), rest


def _fitting(whole: Box, width: float, language: str) -> Iterator[Box]:
    """Cut a box that is wider than a whole line, so that nothing overflows: at hyphens where there are any."""
    box = whole
    while box.width > width and (parts := _untied(box)) is not None:
        first, box = parts
        yield from _fitting(first, width, language)
    while box.width > width:
        head, box = _divided(box, width, language, must=True)
        if head is None:
            break
        yield head
    if box.width <= width:
        yield box
    else:
        yield from _cut(box, width)


def _untied(box: Box) -> tuple[Box, Box] | None:
    """Part a box at its first no-break space: no column is so narrow that a word is cut because a number goes with it."""
    piece = as_one(box)
    at = piece.text.find("\u00a0") + 1 if piece is not None else 0
    if piece is None or not 1 < at < len(piece.text):
        return None
    head, rest = _part(piece, piece.text[:at]), _part(piece, piece.text[at:])
    return Box((head,), head.width), Box((rest,), rest.width, box.space, box.ends)


def _cut(box: Box, width: float) -> Iterator[Box]:
    """Cut a box anywhere: a word, which no pattern divides, with hyphens between its letters, so that each part is seen to go on.

    Code and addresses have no hyphen; they are cut where their parts join, if a line has such a place.
    """
    hyphen = _hyphen(box)
    # Of a column that hardly holds a letter, no hyphen takes the room.
    spare = hyphen.width if hyphen is not None and 3 * hyphen.width < width else 0.0
    rest: list[Piece] = []
    used = 0.0
    for piece in _atoms(box.pieces, width):
        parted = bool(rest) and _goes_on(rest[-1], piece)
        if rest and (parted or used + piece.width > width - spare):
            joint = (hyphen,) if hyphen is not None and spare and _letter(rest[-1]) and _letter(piece) else ()
            at = len(rest) if parted or hyphen is not None else _joined_at([*rest, piece])
            head, rest = rest[:at], rest[at:]
            yield Box((*head, *joint), sum(each.width for each in head) + spare * len(joint), None, parted)
            used = sum(each.width for each in rest)
        rest.append(piece)
        used += piece.width
    yield Box(tuple(rest), used, box.space, box.ends)


_PARTS = frozenset("({=/&?;|_,")
_OPENS = frozenset("[")
"""Signs in code and addresses that a line may end behind; rather behind one of the former, since an index belongs to its name."""


def _joined_at(pieces: Sequence[Piece]) -> int:
    """Return before which of some characters a line of code may begin, the last of them at the latest; there is little gained by half a line and less."""
    characters = [piece.text if isinstance(piece, TextPiece) else "" for piece in pieces]
    last = len(pieces) - 1
    places = range(last, len(pieces) // 2, -1)
    return next((at for signs in (_PARTS, _OPENS) for at in places if _joins(characters, at, signs)), last)


def _joins(characters: Sequence[str], at: int, signs: frozenset[str]) -> bool:
    behind, ahead = characters[at - 1], characters[at]
    if ahead == ".":
        return (behind.isalpha() or behind in ")]") and (at + 1 == len(characters) or characters[at + 1].isalpha())
    return behind in signs and ahead not in _CLOSES and not (behind == "," and ahead.isdigit())


_CLOSES = frozenset(")]}")


def _goes_on(piece: Piece, then: Piece) -> bool:
    """Whether a formula was parted between two pieces: beside each other they would have lost the space between them."""
    return isinstance(piece, FormulaPiece) and piece.continued and isinstance(then, FormulaPiece)


def _hyphen(box: Box) -> TextPiece | None:
    """Return the hyphen with which a box is cut; None where it is no word: an address or a piece of code would read otherwise."""
    texts = [piece for piece in box.pieces if isinstance(piece, TextPiece)]
    word = "".join(piece.text for piece in texts).strip(AROUND).replace("’", "").replace("-", "")
    first = texts[0] if texts else None
    if first is None or len(texts) < len(box.pieces) or not word.isalpha() or first.face.metrics.fixed or not first.face.covers(HYPHEN):
        return None
    return _part(first, HYPHEN)


def _letter(piece: Piece) -> bool:
    return isinstance(piece, TextPiece) and piece.text.isalpha()


def _atoms(pieces: tuple[Piece, ...], width: float) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        if isinstance(piece, FormulaPiece) and piece.width + (close := _closing(pieces[at + 1 :])) > width:
            yield from narrower(piece, width - close)
            continue
        if isinstance(piece, GapPiece):
            # Its line would reach into the next column.
            yield replace(piece, width=min(piece.width, width))
            continue
        if not isinstance(piece, TextPiece):
            yield piece
            continue
        for char in piece.text:
            advance = face_width(piece.face, char) * piece.size / 1000 + piece.tracking
            yield replace(piece, text=char, width=advance)


def _closing(pieces: tuple[Piece, ...]) -> float:
    """Return the width of the punctuation that pieces begin with: a full stop is not left alone after a formula."""
    return sum(piece.width for piece in takewhile(_closes, pieces))


def _closes(piece: Piece) -> bool:
    return isinstance(piece, TextPiece) and not piece.text.strip(".,;:?!)]»”’")


def _line(pieces: list[Piece], width: float, style: TextStyle) -> Line:
    trailing = pieces[-1].width if pieces and isinstance(pieces[-1], TextPiece) and pieces[-1].text == " " else 0.0
    half = style.leading / 2
    above, below = half + BASELINE * style.size, half - BASELINE * style.size
    for piece in pieces:
        if isinstance(piece, FormulaPiece):
            apart = _APART * piece.size if piece.outline.display else 1.5
            above = max(above, piece.outline.height * piece.size + apart)
            below = max(below, piece.outline.depth * piece.size + apart)
    return Line(tuple(pieces), width - trailing, above + below, above)


class PaintedLine(NamedTuple):
    """A line's leaves, each with what it is: text, a formula with its outline's words, a link, or an artifact."""

    leaves: tuple[tuple[Piece | None, Leaf], ...]
    glyphs: frozenset[tuple[str, str]]


def paint(line: Line, *, x: float, colour: Colour, node: int) -> PaintedLine:
    """Return the line's leaves, its left end at `x` and its top at y = 0, text belonging to `node`.

    Formulas, links and gaps come with their piece, so that the caller can give them nodes of their own.
    """
    leaves: list[tuple[Piece | None, Leaf]] = []
    written: dict[Face, str] = {}
    baseline = -line.baseline
    at = x
    fill = colour_operators(colour)
    text: list[tuple[float, TextPiece]] = []

    def flush() -> None:
        if text:
            first = text[0][1]
            box = (text[0][0], -line.height, text[-1][0] + text[-1][1].width, 0.0)
            leaves.append((first if first.link or first.language else None, Leaf(node, fill + _shown(text, baseline), box)))
            text.clear()

    for piece in line.pieces:
        if isinstance(piece, TextPiece):
            if text and (text[-1][1].link, text[-1][1].language) != (piece.link, piece.language):
                flush()
            text.append((at, piece))
            written[piece.face] = written.get(piece.face, "") + piece.text
        else:
            flush()
            leaves.append((piece, _special(piece, at, baseline, fill, line.height)))
        at += piece.width
    flush()
    return PaintedLine(tuple(leaves), frozenset().union(*[glyphs_of(face, characters) for face, characters in written.items()]))


def paint_alike(line: Line, look: TextPiece, *, x: float, colour: Colour) -> PaintedLine:
    """Return what `paint` does for a line of words that all look as `look` does, as most texts are."""
    text, reach = "", x
    for piece in line.pieces:
        text += piece.text  # type: ignore[union-attr]  # words they all are
        reach += piece.width
    leaf = Leaf(0, _words(look, text, x, -line.baseline, colour), (x, -line.height, reach, 0.0))
    return PaintedLine(((None, leaf),), glyphs_of(look.face, text))


def _special(piece: FormulaPiece | GapPiece, x: float, y: float, fill: bytes, height: float) -> Leaf:
    box = (x, -height, x + piece.width, 0.0)
    if isinstance(piece, GapPiece):
        rule = b"0.6 w %s %s m %s %s l S\n" % (number(x), number(y - 2), number(x + piece.width), number(y - 2))
        return Leaf(ARTIFACT, rule, box)
    return Leaf(ARTIFACT, fill + painted(piece.outline, size=piece.size, x=x, y=y, bold=piece.bold), box)


def _shown(text: list[tuple[float, TextPiece]], baseline: float) -> bytes:
    """Return one text object: pieces of one face, size and rise are shown by one operator."""
    operators: list[bytes] = [b"BT\n"]
    run: list[str] = []
    look: tuple[Face, float, float] | None = None
    tracked = 0.0
    origin = (0.0, 0.0)
    for x, piece in text:
        now = (piece.face, piece.size, piece.rise)
        if now != look:
            _show(operators, look, run)
            if look is None or now[:2] != look[:2]:
                operators.append(b"/%s %s Tf\n" % (piece.face.resource.encode(), number(piece.size)))
            target = (x, baseline + piece.rise)
            if piece.tracking != tracked:
                operators.append(number(piece.tracking) + b" Tc\n")
                tracked = piece.tracking
            operators.append(b"%s %s Td\n" % (number(target[0] - origin[0]), number(target[1] - origin[1])))
            origin, look, run = target, now, []
        run.append(piece.text)
    _show(operators, look, run)
    operators.append(b"0 Tc ET\n" if tracked else b"ET\n")
    return b"".join(operators)


def _show(operators: list[bytes], look: tuple[Face, float, float] | None, run: list[str]) -> None:
    if look is not None and run:
        operators.append(look[0].shown("".join(run)) + b" Tj\n")
