"""How a finished file looks and presents itself, read back: sizes and contrast of its text, its fonts, its tab order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, PdfObject

from packbuilder.layout import Colour, contrast
from packbuilder.typeset.pdf_values import dictionary_of
from packbuilder.typeset.readback import BROKEN, UnreadablePdfError
from packbuilder.values import dataclass, replace

_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_INVISIBLE = 3
"""The text rendering mode that paints nothing: text for copying, under what is drawn."""

_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | {b"n", b"S", b"s"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What is seen of a file.

    `sizes` counts bytes of visible text by size in points, to a tenth, without the furniture of pages (running heads, page numbers),
    whose sizes are `furniture`. `contrasts` are a page from 1, a size of its text, and
    the least contrast of text of that size with the page or the rectangle behind it; text in a colour that could not be read
    (a pattern) is left out. `unembedded` and `unmapped` are names of fonts, `untabbed` numbers of pages with links whose order is not that of
    the tags.
    """

    shows_title: bool = False
    sizes: dict[float, int] = field(default_factory=dict)
    furniture: tuple[float, ...] = ()
    contrasts: tuple[tuple[int, float, float], ...] = ()
    unembedded: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    untabbed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it says how text looks; `colour` is None where it is in a space that is not read."""

    matrix: _Matrix = _UNIT
    colour: Colour | None = (0.0, 0.0, 0.0)
    size: float = 0.0
    mode: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """Text that is painted at once: its size in points, its bytes, its colour, what is behind it, and whether it is furniture of the page."""

    size: float
    count: int
    colour: Colour | None
    ground: Colour
    furniture: bool


@dataclass(slots=True)
class _Page:
    """A page as it is painted: rectangles by their corners and colours, in order, and what text has been met."""

    grounds: list[tuple[float, float, float, float, Colour]] = field(default_factory=list)
    found: list[_Text] = field(default_factory=list)


def appearance(data: bytes, *, name: str = "the file") -> Appearance:
    """Read how a PDF looks; text inside form XObjects is not looked at. Raises `UnreadablePdfError`, which calls it `name`."""
    try:
        return _read(PdfReader(BytesIO(data)))
    except BROKEN as error:
        raise UnreadablePdfError(name, f"{error}" or type(error).__name__) from error


def _read(reader: PdfReader) -> Appearance:
    fonts: dict[str, DictionaryObject] = {}
    sizes: Counter[float] = Counter()
    furniture: set[float] = set()
    contrasts: list[tuple[int, float, float]] = []
    untabbed: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        fonts.update(_fonts(page))
        untabbed += [number] if page.get("/Annots") and page.get("/Tabs") != "/S" else []
        ratios: dict[float, float] = {}
        for text in _painted(page).found:
            if text.furniture:
                furniture.add(text.size)
            else:
                sizes[text.size] += text.count
            if text.colour is not None:
                ratios[text.size] = min(ratios.get(text.size, 21.0), contrast(text.colour, text.ground))
        contrasts += [(number, size, ratio) for size, ratio in sorted(ratios.items())]
    preferences = dictionary_of(reader.root_object.get("/ViewerPreferences"))
    return Appearance(
        shows_title=bool(preferences.get("/DisplayDocTitle")),
        sizes=dict(sizes),
        furniture=tuple(sorted(furniture)),
        contrasts=tuple(contrasts),
        unembedded=tuple(sorted(name for name, font in fonts.items() if not _embedded(font))),
        unmapped=tuple(sorted(name for name, font in fonts.items() if "/ToUnicode" not in font)),
        untabbed=tuple(untabbed),
    )


def _fonts(page: PageObject) -> Iterator[tuple[str, DictionaryObject]]:
    for value in dictionary_of(dictionary_of(page.get("/Resources")).get("/Font")).values():
        font = dictionary_of(value)
        yield str(font.get("/BaseFont", "a font without a name")).removeprefix("/"), font


def _embedded(font: DictionaryObject) -> bool:
    """Whether the shapes of a font's characters are in the file."""
    below = font.get("/DescendantFonts")
    inner = dictionary_of(below.get_object()[0]) if below is not None and isinstance(below.get_object(), ArrayObject) else font
    descriptor = dictionary_of(inner.get("/FontDescriptor"))
    return font.get("/Subtype") == "/Type3" or any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _painted(page: PageObject) -> _Page:
    """Walk through a page's content stream."""
    contents = page.get_contents()
    seen, state, kept = _Page(), _State(), list[_State]()
    text, line, rectangles = _UNIT, _UNIT, list[Sequence[float]]()
    marked: list[bool] = []
    for operands, operator in contents.operations if isinstance(contents, ContentStream) else ():
        numbers = [float(each) for each in operands if isinstance(each, int | float)]
        match operator:
            case b"q":
                kept.append(state)
            case b"Q":
                state = kept.pop() if kept else state
            case b"BMC" | b"BDC":
                marked.append(_is_furniture(operands))
            case b"EMC":
                marked = marked[:-1]
            case b"cm":
                state = replace(state, matrix=_times(_matrix(numbers), state.matrix))
            case b"g" | b"rg" | b"k" | b"sc" | b"scn":
                state = replace(state, colour=_colour(numbers))
            case b"Tf":
                state = replace(state, size=numbers[-1] if numbers else 0.0)
            case b"Tr":
                state = replace(state, mode=int(numbers[0]))
            case b"BT":
                text = line = _UNIT
            case b"Tm":
                text = line = _matrix(numbers)
            case b"Td" | b"TD":
                text = line = _times((1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1]), line)
            case b"re":
                rectangles.append(numbers)
            case b"Tj" | b"TJ" | b"'" | b'"' if state.mode != _INVISIBLE:
                _show(seen, state, text, operands, furniture=any(marked))
            case _ if operator in _ENDS:
                if operator in _FILLS and state.colour is not None:
                    seen.grounds += [(*_corners(each, state.matrix), state.colour) for each in rectangles]
                rectangles = []
    return seen


def _is_furniture(operands: Sequence[PdfObject]) -> bool:
    """Whether marked content is what a page has as a page: its running heads and numbers (ISO 32000-1, 14.8.2.2.2)."""
    return bool(operands) and operands[0] == NameObject("/Artifact") and dictionary_of(operands[-1]).get("/Type") == "/Pagination"


def _show(seen: _Page, state: _State, text: _Matrix, operands: Sequence[PdfObject], *, furniture: bool) -> None:
    """Note text that is painted: its size on the page, its colour, and the rectangle that it stands on."""
    strings = [each for part in operands for each in (part if isinstance(part, ArrayObject) else [part])]
    count = sum(len(each) for each in strings if isinstance(each, str | bytes))
    whole = _times(text, state.matrix)
    size = round(state.size * abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5, 1)
    x, y = whole[4] + size / 4, whole[5] + size / 4
    under = [colour for left, low, right, high, colour in seen.grounds if left <= x <= right and low <= y <= high]
    if count and size:
        ground = under[-1] if under else (1.0, 1.0, 1.0)
        seen.found.append(_Text(size=size, count=count, colour=state.colour, ground=ground, furniture=furniture))


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
