"""Words: rich text cut into boxes that a line may end after, measured once.

A box is a run of pieces that stay on one line: a word, part of a hyphenated word, a formula, a gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from packbuilder import maths
from packbuilder.identity import Same, same_as
from packbuilder.layout import Colour, TextStyle
from packbuilder.patterns import regex
from packbuilder.text import Break, Gap, Inline, Maths, Reference, RichText, Run
from packbuilder.typeset import formulas
from packbuilder.typeset.faces import Face, face_for, families
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.raised import RISE, SMALL, face_of, placed, stretches
from packbuilder.typeset.unbroken import unbroken
from packbuilder.values import dataclass, replace

_WHITE = " \n\t"
"""What parts words."""

_BREAKABLE = regex(r"[^ \n\t]+?(?:(?<=\w)[-–](?=[^\W\d])|(?<=[^\W\d])[-–](?=\w)|(?<=\w{4})/(?=\w{4})|—|$)|[^ \n\t]+$")
"""Parts of a word that a line may end after: a hyphen, dash or solidus between letters, a long dash anywhere."""

_LABEL = regex(r":\s*$|^\s*[A-Z][.)]?\s+$")
"""What leads to something, and is bold: "Speed:", or the letter of an option or a step."""

_ALTERED = regex(r"^ |[ \n\t][ \n\t]|[\n\t]| $|^$")
"""White space that is painted as something else, or not at all."""

_GAPS = regex(f"[{_WHITE}]+")
_GAPS_TOO = regex(f"([{_WHITE}]+)")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Characters of one face and size, `rise` points above the baseline; `link` is an anchor they lead to.

    `tracking` is the space after each character in points; `width` has it in it. `language` is a BCP 47 tag where it is
    not the document's.
    """

    text: str
    face: Face
    size: float
    rise: float
    width: float
    link: str = ""
    tracking: float = 0.0
    language: str = ""


@dataclass(frozen=True, slots=True)
class GapPiece:
    """A blank to fill in."""

    width: float
    label: str = ""


Piece: TypeAlias = TextPiece | FormulaPiece | GapPiece


class Box(NamedTuple):
    """Pieces that stay on one line. `space` is the piece that follows unless the line ends; None: nothing does.

    `ends` marks a forced end of the line after the box.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: TextPiece | None = None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    family: str
    size: float
    bold: bool
    italic: bool
    tracking: float
    script: float
    maths: float
    least: float
    stress: float
    upright: bool


def boxes(text: RichText, style: TextStyle, family: str) -> tuple[Box, ...]:
    """Return the boxes of a rich text in a style. Raises `MissingGlyphError` for a character that no face has."""
    # To hash a style takes longer than to find a text: those of a layout are the same objects each time.
    return _boxes(text, same_as(style), family)


@lru_cache(maxsize=2048)
def _boxes(text: RichText, same: Same[TextStyle], family: str) -> tuple[Box, ...]:
    style = same.__self__
    look = _Look(
        family,
        style.size,
        style.bold,
        style.italic,
        style.tracking,
        style.script,
        style.maths,
        style.least,
        _stress(text, style),
        style.upright,
    )
    if len(text) == 1 and isinstance(text[0], Run) and text[0].text[:1].strip(_WHITE):
        return _of_words(text[0], look)
    if all(isinstance(inline, Run) for inline in text):
        return _of_runs(text, look)  # type: ignore[arg-type]  # runs they are
    result: list[Box] = []
    open_: list[Piece] = []
    for piece, space, ends in _pieces(text, look):
        if piece is not None:
            open_.append(piece)
        if space is not None or ends:
            if isinstance(space, TextPiece) or open_ or ends:
                result.append(_box(open_, space if isinstance(space, TextPiece) else None, ends))
            open_ = []
    if open_:
        result.append(_box(open_, None, False))
    return tuple(result)


def _stress(text: RichText, style: TextStyle) -> float:
    """Return the size of a text's bold words against the others, where all are bold; 1 where they stand out, or there are no others."""
    if style.stress == 1.0:
        return 1.0
    runs = [inline for inline in text if isinstance(inline, Run) and inline.text.strip()]
    # A formula is neither: before one, a label is among others.
    labels = len(runs) < len(text) and any(run.bold and _LABEL.search(run.text) for run in runs)
    among_others = len({run.bold for run in runs}) > 1 or (labels and any(isinstance(inline, Maths | Gap) for inline in text))
    return style.stress if among_others else 1.0


def as_a_whole(text: RichText, style: TextStyle, family: str) -> TextPiece | None:
    """Return a text of one look and one face as one piece, for a line that holds all of it: the words of most cells and labels.

    None where it is more than that, or where its words would not be painted just as they are written. Its width is that of its words but for
    rounding: at the most the last decimal of a place differs.
    """
    return _as_a_whole(text, same_as(style), family)


@lru_cache(maxsize=4096)
def _as_a_whole(text: RichText, same: Same[TextStyle], family: str) -> TextPiece | None:
    style = same.__self__
    words = ""
    looks: set[tuple[bool, bool, bool]] = set()
    for run in text:
        if not isinstance(run, Run) or run.script != "normal" or run.language or (style.upright and SMALL.search(run.text)):
            return None
        words += run.text
        looks.add((run.bold or style.bold, run.italic or style.italic, run.code))
    if len(looks) != 1 or _stress(text, style) != 1.0:
        return None
    face = families[family].chain(*looks.pop())[0]
    advance = as_written(words, face)
    if advance is None:
        return None
    track = style.tracking * style.size
    return TextPiece(words, face, style.size, 0.0, advance * style.size / 1000 + track * len(words), "", track)


def as_written(words: str, face: Face) -> int | None:
    """Return the width, in thousandths of the size, of words of one look that are painted just as they are written and that a face has all of.

    None where they are not.
    """
    # Whatever is altered has white space in it, or nothing: most words are looked through no further.
    if not words.isalnum() and (_ALTERED.search(words) or unbroken(words) != words):
        return None
    try:
        return sum(map(face.widths.__getitem__, map(ord, words)))
    except KeyError:
        return None


def as_one(box: Box) -> TextPiece | None:
    """Return a box's word as one piece: a quoted term is several that look the same. None where it is no word of one look, or code."""
    texts = [piece for piece in box.pieces if isinstance(piece, TextPiece)]
    if not texts or len(texts) < len(box.pieces) or len({replace(piece, text="", width=0.0) for piece in texts}) > 1:
        return None
    return None if texts[0].face.metrics.fixed else replace(texts[0], text="".join(piece.text for piece in texts), width=box.width)


def _of_words(run: Run, look: _Look) -> tuple[Box, ...]:
    """Return the boxes of a text of one run, which does not begin with white space: most texts are one, and most of their words come again."""
    space = same_as(_space(run, look, ""))
    font = (look.family, run.bold or look.bold, run.italic or look.italic, run.code, _typed(run, look))
    *words, last = _GAPS.split(unbroken(run.text))
    found: list[Box] = []
    for word in words:
        found += _word(word, *font, space, True)
    if last:
        found += _word(last, *font, space, False)
    return tuple(found)


def _of_runs(runs: tuple[Run, ...], look: _Look) -> tuple[Box, ...]:
    """Return the boxes of a text without formulas, gaps and breaks: what most texts are that are not of one run."""
    found: list[Box] = []
    open_: list[Piece] = []
    for run in runs:
        space, font = _space(run, look, ""), (look.family, run.bold or look.bold, run.italic or look.italic, run.code, _typed(run, look))
        same = same_as(space)
        for part in _GAPS_TOO.split(unbroken(run.text)):
            if not part:
                continue
            if _is_white(part):
                found.append(_box(open_, space, False))
                open_ = []
                continue
            for piece, ends in _chunked(part, *font, same):
                open_.append(piece)
                if ends:
                    found.append(_box(open_, None, False))
                    open_ = []
    if open_:
        found.append(_box(open_, None, False))
    return tuple(found)


@lru_cache(maxsize=8192)
def _word(
    word: str, family: str, bold: bool, italic: bool, code: bool, typed: float, same: Same[TextPiece], spaced: bool
) -> tuple[Box, ...]:
    """Return a word's boxes; with the space after it where it is `spaced`. The space is that of its run, and has its look."""
    space = same.__self__
    if _is_white(word):
        return (_box([], space, False),) * (1 + spaced)
    found: list[Box] = []
    open_: list[Piece] = []
    for piece, ends in _chunks(word, (family, bold, italic, code, typed), space):
        open_.append(piece)
        if ends:
            found.append(_box(open_, None, False))
            open_ = []
    return (*found, _box(open_, space if spaced else None, False))


def _box(pieces: list[Piece], space: TextPiece | None, ends: bool) -> Box:
    return Box(tuple(pieces), sum(piece.width for piece in pieces), space, ends)


_Step: TypeAlias = tuple[Piece | None, TextPiece | bool | None, bool]
"""A piece, what may stand after it (a space; True: a line may end here without one), and whether the line ends."""


def _pieces(text: RichText, look: _Look) -> Iterator[_Step]:
    """Yield the steps of a text; a displayed formula begins a line, and the next space after it ends the line."""
    held: _Step | None = None
    ending = False
    alone = _is_alone(text)
    for inline in text:
        displayed = isinstance(inline, Maths) and inline.display
        if displayed and held is not None:
            held = (held[0], held[1], True)
        for step in _formula_pieces(inline, look, alone=alone) if isinstance(inline, Maths) else _steps(inline, look):
            if held is not None:
                yield held
            held = step
            if ending and isinstance(step[1], TextPiece):
                held, ending = (step[0], step[1], True), False
        ending = ending or displayed
    if held is not None:
        yield held


def _steps(inline: Inline, look: _Look) -> Iterator[_Step]:
    match inline:
        case Run():
            yield from _run_pieces(inline, look)
        case Maths():
            yield from _formula_pieces(inline, look, alone=False)
        case Gap():
            yield GapPiece(inline.ems * look.size, inline.label), None, False
        case Break():
            # The space is not seen, and keeps the words apart for whoever reads or copies the text.
            yield None, _space(Run(text=""), look, ""), True
        case Reference():
            words = Run(text=inline.text, bold=look.bold, italic=look.italic, language=inline.language)
            yield from _run_pieces(words, look, link=inline.anchor)


def _is_alone(text: RichText) -> bool:
    """Whether a text is one formula, as options and cells are, with a stop behind it at the most."""
    found = [inline for inline in text if isinstance(inline, Maths)]
    return len(found) == 1 and all(inline is found[0] or (isinstance(inline, Run) and not inline.text.strip(" .,;")) for inline in text)


def _formula_pieces(formula: Maths, look: _Look, *, alone: bool) -> Iterator[_Step]:
    tree = maths.parse(formula.source).tree
    written = maths.to_plain(tree)
    size = look.size * look.maths
    outlines = formulas.pieces(formula, look.least, look.family if look.upright else "", alone=alone)
    for index, outline in enumerate(outlines):
        last = index == len(outlines) - 1
        shown, width = outline.plain + " " * (not last), outline.width * size
        piece = FormulaPiece(outline, size, width, tree, written, shown, look.size, look.bold, not last, language=formula.language)
        yield piece, None if last else True, False


def _run_pieces(run: Run, look: _Look, link: str = "") -> Iterator[_Step]:
    space = _space(run, look, link)
    font = (look.family, run.bold or look.bold, run.italic or look.italic, run.code, _typed(run, look))
    for part in _GAPS_TOO.split(unbroken(run.text)):
        if not part:
            continue
        if _is_white(part):
            yield None, space, False
            continue
        for piece, ends in _chunked(part, *font, same_as(space)):
            yield piece, True if ends else None, False


def _is_white(part: str) -> bool:
    return part.isspace() and "\u00a0" not in part


def _typed(run: Run, look: _Look) -> float:
    """Return how large, against the text, a run sets what is typed raised or lowered; 0: as large as its font has it."""
    return look.script if look.upright and run.script == "normal" else 0.0


@lru_cache(maxsize=4096)
def _chunked(
    word: str, family: str, bold: bool, italic: bool, code: bool, typed: float, space: Same[TextPiece]
) -> tuple[tuple[TextPiece, bool], ...]:
    # Remembered: texts of several runs have most of their words in common with others, too.
    return tuple(_chunks(word, (family, bold, italic, code, typed), space.__self__))


def _chunks(word: str, font: tuple[str, bool, bool, bool, float], space: TextPiece) -> Iterator[tuple[TextPiece, bool]]:
    """Yield a word in pieces, with whether a line may end after each; the space beside it has the look of all of them."""
    size, track = space.size, space.tracking
    chunks = _BREAKABLE.findall(word) or [word]
    for index, chunk in enumerate(chunks):
        spans = _spans(chunk, *font[:4])
        small = font[4] and SMALL.search(chunk)
        for at, (characters, face) in enumerate(spans):
            inner = index < len(chunks) - 1 and at == len(spans) - 1
            if small:
                yield from _raised(characters, face, space, font, inner)
                continue
            width = face_width(face, characters) * size / 1000 + track * len(characters)
            yield TextPiece(characters, face, size, space.rise, width, space.link, track, space.language), inner


def _raised(
    characters: str, face: Face, space: TextPiece, font: tuple[str, bool, bool, bool, float], inner: bool
) -> Iterator[tuple[TextPiece, bool]]:
    """Yield characters of a face in pieces, what is small in them set as large against the text as a run that is raised."""
    typed = font[4]
    parts = tuple(stretches(characters))
    for at, (part, small) in enumerate(parts):
        own, size, rise = face, space.size, space.rise
        if small is not None:
            figures, *others = families[font[0]].chain(*font[1:4])
            own = face_of(part, face, tuple(others))
            factor, height = placed(own, small, figures, typed)
            size, rise = space.size * factor, space.rise + space.size * height
        width = face_width(own, part) * size / 1000 + space.tracking * len(part)
        yield TextPiece(part, own, size, rise, width, space.link, space.tracking, space.language), inner and at == len(parts) - 1


def _space(run: Run, look: _Look, link: str) -> TextPiece:
    """Return the space between the words of a run."""
    stressed = run.bold and look.stress != 1.0
    return _space_of(look, run.script, run.bold or look.bold, run.italic or look.italic, run.code, link, run.language or "", stressed)


@lru_cache(maxsize=512)
def _space_of(look: _Look, script: str, bold: bool, italic: bool, code: bool, link: str, language: str, stressed: bool) -> TextPiece:
    size = look.size if script == "normal" else look.size * look.script
    size *= look.stress if stressed else 1.0
    face = face_for(" ", look.family, bold, italic, code)
    track = look.tracking * size
    width = face.widths[32] * size / 1000 + track
    return TextPiece(" ", face, size, RISE[script] * look.size, width, link, track, language)


@lru_cache(maxsize=4096)
def _spans(chunk: str, family: str, bold: bool, italic: bool, code: bool) -> tuple[tuple[str, Face], ...]:
    """Cut characters into runs of one face; the first face of the family's chain that has them.

    Letters of a word are all of one face where some face has them all: Greek is not set half in the one and half in the other.
    """
    spans = tuple(_faced(chunk, family, bold, italic, code))
    if len({face for part, face in spans if any(map(str.isalpha, part))}) < 2:
        return spans
    chain = families[family].chain(bold, italic, code)
    whole = next((face for face in chain if all(map(face.covers, chunk))), None)
    return spans if whole is None else ((chunk, whole),)


def _faced(chunk: str, family: str, bold: bool, italic: bool, code: bool) -> Iterator[tuple[str, Face]]:
    start, current = 0, face_for(chunk[0], family, bold, italic, code)
    for index, char in enumerate(chunk[1:], 1):
        face = face_for(char, family, bold, italic, code)
        if face is not current:
            yield chunk[start:index], current
            start, current = index, face
    yield chunk[start:], current


@lru_cache(maxsize=1024)
def glyphs_of(face: Face, characters: str) -> frozenset[tuple[str, str]]:
    """Return the characters as what must be embedded of a face."""
    return frozenset([_glyph(face.name, char) for char in set(characters)])


@lru_cache(maxsize=4096)
def _glyph(face: str, char: str) -> tuple[str, str]:
    # One for all texts: each text remembers its own.
    return face, char


@lru_cache(maxsize=8192)
def face_width(face: Face, characters: str) -> float:
    """Return the width of characters in thousandths of the size."""
    widths = face.widths
    return sum(widths[ord(char)] for char in characters)


@lru_cache(maxsize=256)
def colour_operators(colour: Colour) -> bytes:
    """Return the operator that sets the fill colour; nothing for black, the state that every leaf begins with."""
    if colour == (0.0, 0.0, 0.0):
        return b""
    return (" ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in colour) + " rg\n").encode()
