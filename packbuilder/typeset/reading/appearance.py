"""How a finished file looks and presents itself, read back: sizes and contrast of its text, its fonts, its tab order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, BooleanObject, ContentStream, DictionaryObject, NameObject, PdfObject

from packbuilder.layout import Colour, contrast
from packbuilder.typeset.reading.font_words import is_garbled, says_its_text
from packbuilder.typeset.reading.readback import BROKEN, unreadable
from packbuilder.typeset.reading.values import array_of, dictionary_of
from packbuilder.typeset.sides import IDENTITY
from packbuilder.values import dataclass, replace

_Matrix = tuple[float, float, float, float, float, float]
_INVISIBLE = 3
"""The text rendering mode that paints nothing: text for copying, under what is drawn."""

_MOST = 0.5
_DEFAULTS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
_PLAIN = frozenset("/DeviceGray /DeviceRGB /DeviceCMYK /CalGray /CalRGB /ICCBased".split())
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | {b"n", b"S", b"s"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What is seen of a file.

    `sizes` counts bytes of visible text by size in points, to a tenth, what is printed again and again (the title on each card) once, and without
    the furniture of pages (running heads, page numbers), whose sizes are `furniture`. `contrasts` are a page from 1, a size of its text, and
    the least contrast of text of that size with the page or the rectangle behind it; text in a colour that could not be read
    (a pattern, an ink of its own) is left out. `unembedded`, `unmapped` and `garbled` are names of fonts that text is shown in: without their shapes, without
    what characters their signs are, and with the same character for many signs. `untabbed` are numbers of pages with links whose order is not that of
    the tags, `pictured` of pages that are a picture and have no text, `recoloured` of pages that turn the colours that they name into others,
    `unpainted` of pages with text of which nothing is painted, and no picture that it stands under, `veiled` of pages with a tagged text in whose
    place nothing is painted, `covered` of pages on which something is painted over text.
    """

    shows_title: bool = False
    sizes: dict[float, int] = field(default_factory=dict)
    furniture: tuple[float, ...] = ()
    contrasts: tuple[tuple[int, float, float], ...] = ()
    unembedded: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    untabbed: tuple[int, ...] = ()
    pictured: tuple[int, ...] = ()
    recoloured: tuple[int, ...] = ()
    unpainted: tuple[int, ...] = ()
    veiled: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it says how text looks; `colour` is None where it is in a space that is not read."""

    matrix: _Matrix = IDENTITY
    colour: Colour | None = (0.0, 0.0, 0.0)
    size: float = 0.0
    mode: int = 0
    font: str = ""
    ink: bool = False
    opaque: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """Text that is painted at once: its size in points, its bytes, its colour, what is behind it, whether it is furniture of the page, and where it begins."""

    size: float
    shown: bytes
    colour: Colour | None
    ground: Colour
    furniture: bool
    place: tuple[float, float]


@dataclass(slots=True)
class _Mark:
    """Marked content: whether it is furniture of the page, or tagged, and whether text in it is hidden and anything is painted."""

    furniture: bool = False
    tagged: bool = False
    hidden: bool = False
    painted: bool = False


@dataclass(slots=True)
class _Page:
    """A page as it is painted: rectangles by their corners and colours, in order, and what text has been met.

    `fonts` are the bytes that are shown in each, by resource name; `hidden`: there is text that is not painted; `pictures` are counted;
    `drawn`: a drawing of its own is painted, or a picture that covers most of the page, as a scan does; `scanned`: such a picture is.
    `veiled` and `covered` as in `Appearance`.
    """

    grounds: list[tuple[float, float, float, float, Colour]] = field(default_factory=list)
    found: list[_Text] = field(default_factory=list)
    fonts: dict[str, bytes] = field(default_factory=dict)
    hidden: bool = False
    pictures: int = 0
    drawn: bool = False
    scanned: bool = False
    veiled: bool = False
    covered: bool = False


def appearance(data: bytes, *, name: str = "the file", heads: frozenset[tuple[int, int]] = frozenset()) -> Appearance:
    """Read how a PDF looks; text inside form XObjects is not looked at. Raises `UnreadablePdfError`, which calls it `name`.

    `heads` is marked content that heads what it stands on as a running head does a page: its page, from 1, and MCID.
    """
    try:
        return _read(PdfReader(BytesIO(data)), heads)
    except BROKEN as error:
        raise unreadable(name, error) from error


def _read(reader: PdfReader, heads: frozenset[tuple[int, int]]) -> Appearance:
    fonts: dict[str, DictionaryObject] = {}
    shown: dict[str, bytes] = {}
    once: dict[tuple[float, bytes], bool] = {}
    pictured: list[int] = []
    recoloured: list[int] = []
    unpainted: list[int] = []
    veiled: list[int] = []
    covered: list[int] = []
    sizes: Counter[float] = Counter()
    furniture: set[float] = set()
    contrasts: list[tuple[int, float, float]] = []
    untabbed: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        untabbed += [number] if page.get("/Annots") and page.get("/Tabs") != "/S" else []
        ratios: dict[float, float] = {}
        spaces = dictionary_of(dictionary_of(page.get("/Resources")).get("/ColorSpace"))
        changed = any(not _as_named(spaces[each]) for each in _DEFAULTS if each in spaces)
        recoloured += [number] if changed else []
        painted = _painted(
            page, {mcid for where, mcid in heads if where == number}, {str(each) for each in spaces if not _as_named(spaces[each])}
        )
        unpainted += [number] if painted.hidden and not (painted.found or painted.drawn) else []
        veiled += [number] if painted.veiled and painted.found and not painted.scanned else []
        covered += [number] if painted.covered else []
        pictured += [number] if painted.pictures and not (painted.found or painted.hidden) else []
        for resource, font in _fonts(page):
            if resource in painted.fonts:
                name = str(font.get("/BaseFont", "a font without a name")).removeprefix("/")
                fonts[name], shown[name] = font, shown.get(name, b"") + painted.fonts[resource]
        for text in painted.found:
            if text.furniture:
                furniture.add(text.size)
            elif (text.size, text.shown) not in once:
                sizes[text.size] += len(text.shown)
            once[text.size, text.shown] = True
            if changed:
                continue
            if text.colour is not None:
                ratios[text.size] = min(ratios.get(text.size, 21.0), contrast(text.colour, text.ground))
        contrasts += [(number, size, ratio) for size, ratio in sorted(ratios.items())]
    preferences = dictionary_of(reader.root_object.get("/ViewerPreferences"))
    return Appearance(
        shows_title=preferences.get("/DisplayDocTitle") == BooleanObject(True),
        sizes=dict(sizes),
        furniture=tuple(sorted(furniture)),
        contrasts=tuple(contrasts),
        unembedded=tuple(sorted(name for name, font in fonts.items() if not _embedded(font))),
        unmapped=tuple(sorted(name for name, font in fonts.items() if not says_its_text(font))),
        garbled=tuple(sorted(name for name, font in fonts.items() if is_garbled(font, shown[name]))),
        untabbed=tuple(untabbed),
        pictured=tuple(pictured),
        recoloured=tuple(recoloured),
        unpainted=tuple(unpainted),
        veiled=tuple(veiled),
        covered=tuple(covered),
    )


def _fonts(page: PageObject) -> Iterator[tuple[str, DictionaryObject]]:
    for resource, value in dictionary_of(dictionary_of(page.get("/Resources")).get("/Font")).items():
        yield str(resource), dictionary_of(value)


def _as_named(space: PdfObject) -> bool:
    """Whether colours of a space are near those of grey, RGB or CMYK of as many components."""
    family = [*array_of(space), space][0].get_object()
    return str(family) in _PLAIN


def _embedded(font: DictionaryObject) -> bool:
    """Whether the shapes of a font's characters are in the file."""
    below = font.get("/DescendantFonts")
    inner = dictionary_of(below.get_object()[0]) if below is not None and isinstance(below.get_object(), ArrayObject) else font
    descriptor = dictionary_of(inner.get("/FontDescriptor"))
    return font.get("/Subtype") == "/Type3" or any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _painted(page: PageObject, heads: set[int], inks: set[str]) -> _Page:
    """Walk through a page's content stream; `heads` are MCIDs of furniture, `inks` names of colour spaces that are not read."""
    contents = page.get_contents()
    seen, state, kept = _Page(), _State(), list[_State]()
    text, line, rectangles = IDENTITY, IDENTITY, list[Sequence[float]]()
    marked: list[_Mark] = []
    for operands, operator in contents.operations if isinstance(contents, ContentStream) else ():
        numbers = [float(each) for each in operands if isinstance(each, int | float)]
        match operator:
            case b"q":
                kept.append(state)
            case b"Q":
                state = kept.pop() if kept else state
            case b"BMC" | b"BDC":
                about = dictionary_of(operands[-1]) if operands else DictionaryObject()
                marked.append(_Mark(furniture=_is_furniture(operands, heads), tagged="/MCID" in about))
            case b"EMC" if marked:
                _ended(seen, marked)
            case b"gs":
                state = replace(state, opaque=_is_opaque(page, operands))
            case b"cm":
                state = replace(state, matrix=_times(_matrix(numbers), state.matrix))
            case b"cs":
                ink = bool(operands) and str(operands[0]) in inks
                state = replace(state, ink=ink, colour=None if ink else (0.0, 0.0, 0.0))
            case b"g" | b"rg" | b"k":
                state = replace(state, ink=False, colour=_colour(numbers))
            case b"sc" | b"scn" if not state.ink:
                state = replace(state, colour=_colour(numbers))
            case b"Tf":
                state = replace(state, size=numbers[-1] if numbers else 0.0, font=str(operands[0]) if operands else "")
            case b"Tr":
                state = replace(state, mode=int(numbers[0]))
            case b"BT":
                text = line = IDENTITY
            case b"Tm":
                text = line = _matrix(numbers)
            case b"Td" | b"TD":
                text = line = _times((1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1]), line)
            case b"re":
                rectangles.append(numbers)
            case b"Do" | b"INLINE IMAGE":
                seen.drawn = seen.drawn or (operator == b"Do" and not _is_picture(page, operands)) or _covers(page, state.matrix)
                seen.scanned = seen.scanned or _covers(page, state.matrix)
                _paints(marked)
                seen.pictures += operator != b"Do" or _is_picture(page, operands)
            case b"Tj" | b"TJ" | b"'" | b'"' if state.mode == _INVISIBLE:
                seen.hidden = True
                if marked:
                    marked[-1].hidden = True
            case b"Tj" | b"TJ" | b"'" | b'"':
                _show(seen, state, text, operands, furniture=any(mark.furniture for mark in marked))
                _paints(marked)
            case _ if operator in _ENDS:
                if operator != b"n":
                    _paints(marked)
                if operator in _FILLS and state.colour is not None:
                    _fill(seen, [_corners(each, state.matrix) for each in rectangles], state)
                rectangles = []
    return seen


def _paints(marked: list[_Mark]) -> None:
    if marked:
        marked[-1].painted = True


def _ended(seen: _Page, marked: list[_Mark]) -> None:
    """Close marked content: what is hidden under nothing is veiled, and what is painted in it is painted in what it stands in."""
    mark = marked.pop()
    seen.veiled = seen.veiled or (mark.tagged and mark.hidden and not mark.painted)
    if marked:
        marked[-1].painted = marked[-1].painted or mark.painted


def _fill(seen: _Page, boxes: Sequence[tuple[float, float, float, float]], state: _State) -> None:
    """Note rectangles that are filled: they are behind what is painted next, and over what was painted before."""
    for left, low, right, high in boxes:
        if state.colour is not None:
            seen.grounds.append((left, low, right, high, state.colour))
        over = (left <= text.place[0] <= right and low <= text.place[1] <= high for text in seen.found)
        seen.covered = seen.covered or (state.opaque and any(over))


def _is_opaque(page: PageObject, operands: Sequence[PdfObject]) -> bool:
    """Whether a named graphics state lets nothing show through what is painted: a marker pen's strip does."""
    states = dictionary_of(dictionary_of(page.get("/Resources")).get("/ExtGState"))
    about = dictionary_of(states.get(str(operands[0]))) if operands else DictionaryObject()
    return about.get("/BM", "/Normal") in ("/Normal", "/Compatible") and float(about.get("/ca", 1)) >= 1


def _is_picture(page: PageObject, operands: Sequence[PdfObject]) -> bool:
    drawn = dictionary_of(dictionary_of(page.get("/Resources")).get("/XObject"))
    return bool(operands) and dictionary_of(drawn.get(str(operands[0]))).get("/Subtype") == "/Image"


def _covers(page: PageObject, matrix: _Matrix) -> bool:
    """Whether a picture, which is a unit square before it is placed, covers most of a page."""
    box = page.mediabox
    return abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > _MOST * abs(float(box.width) * float(box.height))


def _is_furniture(operands: Sequence[PdfObject], heads: set[int]) -> bool:
    """Whether marked content is what a page has as a page: its running heads and numbers (ISO 32000-1, 14.8.2.2.2)."""
    about = dictionary_of(operands[-1]) if operands else DictionaryObject()
    return (bool(operands) and operands[0] == NameObject("/Artifact") and about.get("/Type") == "/Pagination") or about.get(
        "/MCID"
    ) in heads


def _show(seen: _Page, state: _State, text: _Matrix, operands: Sequence[PdfObject], *, furniture: bool) -> None:
    """Note text that is painted: its size on the page, its colour, and the rectangle that it stands on."""
    strings = [each for part in operands for each in (part if isinstance(part, ArrayObject) else [part])]
    shown = b"".join(held for each in strings if isinstance(held := getattr(each, "original_bytes", None), bytes))
    whole = _times(text, state.matrix)
    size = round(state.size * abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5, 1)
    x, y = whole[4] + size / 4, whole[5] + size / 4
    under = [colour for left, low, right, high, colour in seen.grounds if left <= x <= right and low <= y <= high]
    seen.fonts[state.font] = seen.fonts.get(state.font, b"") + shown
    if shown and size:
        ground = under[-1] if under else (1.0, 1.0, 1.0)
        seen.found.append(_Text(size=size, shown=shown, colour=state.colour, ground=ground, furniture=furniture, place=(x, y)))


def _corners(rectangle: Sequence[float], matrix: _Matrix) -> tuple[float, float, float, float]:
    x, y, width, height = rectangle
    ends = [_times((1.0, 0.0, 0.0, 1.0, *corner), matrix)[4:] for corner in ((x, y), (x + width, y + height))]
    return min(e[0] for e in ends), min(e[1] for e in ends), max(e[0] for e in ends), max(e[1] for e in ends)


def _colour(numbers: Sequence[float]) -> Colour | None:
    """Return a colour of one, three or four components, taken for grey, RGB and CMYK."""
    match numbers:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [*inks, black] if len(inks) == 3:
            red, green, blue = ((1 - ink) * (1 - black) for ink in inks)
            return red, green, blue
        case _:
            return None


def _matrix(numbers: Sequence[float]) -> _Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
