"""The shipped faces: their metrics, which characters each has, and how its text is written in a content stream.

Text is written as two-byte codes that are the Unicode code points themselves, so that a fragment never depends on which
other characters a file happens to use. Nothing is read until a face is first asked about: the fallback faces are large.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from packbuilder.errors import PackbuilderError, UnknownNameError
from packbuilder.typeset.objects import escaped
from packbuilder.typeset.truetype import FontFile, read_font
from packbuilder.values import dataclass

ASTRAL_BASE = 0xD800
"""Codes from here on are characters above U+FFFF: in UTF-16 they are surrogates, which no text has of its own."""

_ASTRAL_CODES = 0x800

_FONTS = Path(__file__).parent.parent / "fonts"


class MissingGlyphError(PackbuilderError):
    """A character that no face of the family's chain can show."""

    def __init__(self, char: str, family: str) -> None:
        name = unicodedata.name(char, "a character without a name")
        super().__init__(
            f"no font can show U+{ord(char):04X} {name} ({char!r})",
            hints=(f"Write it another way: the family {family!r} and its fallback faces do not have it.",),
        )
        self.char = char


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font file says of a face, in thousandths of an em; `angle` in degrees, negative for a slope to the right."""

    postscript: str
    widths: Mapping[int, int]
    astral: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    angle: float
    stem: int
    box: tuple[int, int, int, int]
    fixed: bool


class Face(NamedTuple):
    """One face. `name` is its own for good ("AtkinsonHyperlegible-Bold"); `file` is below the fonts folder.

    A `file` that begins with a package's name and a colon lies inside that installed package. A tuple, since what is known of a word is looked up
    by its face.
    """

    name: str
    file: str

    @property
    def path(self) -> Path:
        """Where the font file lies."""
        package, colon, inside = self.file.partition(":")
        return _package_folder(package) / inside if colon else _FONTS / self.file

    @property
    def resource(self) -> str:
        """The face's name in a page's resources, without the solidus; the same in every file."""
        return "F" + self.name.replace("-", "")

    @property
    def metrics(self) -> Metrics:
        """The face's metrics, read on first use."""
        return _metrics(self)

    @property
    def widths(self) -> Mapping[int, int]:
        """The advance width of each code point that the face has, in thousandths of an em."""
        return _metrics(self).widths

    @property
    def ascent(self) -> int:
        """Height of the ascenders above the baseline, in thousandths of an em."""
        return _metrics(self).ascent

    @property
    def descent(self) -> int:
        """Depth of the descenders, in thousandths of an em; negative."""
        return _metrics(self).descent

    @property
    def cap_height(self) -> int:
        """Height of the capitals, in thousandths of an em."""
        return _metrics(self).cap_height

    @property
    def angle(self) -> float:
        """The italic angle in degrees, negative for a slope to the right."""
        return _metrics(self).angle

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph for the character."""
        return ord(char) in _metrics(self).widths

    def code(self, char: str) -> int:
        """Return the character's two-byte code. Raises `MissingGlyphError` for one above U+FFFF that the face lacks."""
        point = ord(char)
        if point < 0x10000:
            return point
        try:
            return _astral_codes(self)[point]
        except KeyError:
            raise MissingGlyphError(char, self.name) from None

    def shown(self, text: str) -> bytes:
        """Return the string that a `Tj` shows a text by: literal, half as long as in hexadecimal digits."""
        return b"(%s)" % escaped(self.encode(text))

    def encode(self, text: str) -> bytes:
        """Return the codes of a text, two bytes a character, most significant first: what a `Tj` string holds."""
        if text.isascii() or max(text) < "\U00010000":
            return text.encode("utf-16-be")
        return b"".join(self.code(char).to_bytes(2, "big") for char in text)


@lru_cache(maxsize=32)
def parsed(face: Face) -> FontFile:
    """Return what the face's file says: for the metrics here, for `embedding` and for the proof, nobody else."""
    return read_font(face.path.read_bytes())


@lru_cache(maxsize=32)
def _metrics(face: Face) -> Metrics:
    file = parsed(face)
    points = sorted(point for point, glyph in file.glyphs.items() if glyph and point >= 32 and not 0xD800 <= point < 0xE000)
    widths = [round(file.scaled(advance)) for advance in file.advances]

    def scaled(tag: str, at: int) -> int:
        return round(file.scaled(file.short(tag, at)))

    return Metrics(
        postscript=file.name,
        widths=MappingProxyType({point: widths[file.glyphs[point]] for point in points}),
        astral=tuple(point for point in points if point > 0xFFFF)[:_ASTRAL_CODES],
        ascent=scaled("OS/2", 68),
        descent=scaled("OS/2", 70),
        cap_height=round(file.scaled(file.cap_height)),
        angle=file.angle,
        stem=file.stem,
        box=(scaled("head", 36), scaled("head", 38), scaled("head", 40), scaled("head", 42)),
        fixed=file.fixed,
    )


@lru_cache(maxsize=32)
def _astral_codes(face: Face) -> Mapping[int, int]:
    return {point: ASTRAL_BASE + index for index, point in enumerate(_metrics(face).astral)}


@lru_cache(maxsize=4)
def _package_folder(package: str) -> Path:
    # The package itself is not imported: ziamath takes 0.1 s, and only its font is wanted.
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise PackbuilderError(f"the package {package!r}, which holds a fallback font, is not installed")
    return Path(spec.origin).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family's faces by use; `fallback` and `fallback_bold` are tried in order for characters that they lack."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    code: Face
    code_bold: Face
    fallback: tuple[Face, ...]
    fallback_bold: tuple[Face, ...]

    def chain(self, bold: bool, italic: bool, code: bool) -> tuple[Face, ...]:
        """Return the faces to try, the wanted one first. Code has no slope."""
        if code:
            return (self.code_bold, self.code, *self.fallback_bold) if bold else (self.code, *self.fallback)
        if bold:
            return (self.bold_italic if italic else self.bold, *self.fallback_bold)
        return (self.italic if italic else self.regular, *self.fallback)


_DEJAVU = Face("DejaVuSans", "dejavu/DejaVuSans.ttf")
_DEJAVU_BOLD = Face("DejaVuSans-Bold", "dejavu/DejaVuSans-Bold.ttf")
_DEJAVU_MONO = Face("DejaVuSansMono", "dejavu/DejaVuSansMono.ttf")
_DEJAVU_MONO_BOLD = Face("DejaVuSansMono-Bold", "dejavu/DejaVuSansMono-Bold.ttf")
# ziamath is a dependency for its outlines; its STIX Two Math has the mathematical alphabets that DejaVu lacks.
_STIX = Face("STIXTwoMath", "ziamath:fonts/STIXTwoMath-Regular.ttf")


def _atkinson(style: str) -> Face:
    return Face(f"AtkinsonHyperlegible-{style}", f"atkinson/AtkinsonHyperlegible-{style}.ttf")


families: Mapping[str, Family] = MappingProxyType(
    {
        "atkinson": Family(
            regular=_atkinson("Regular"),
            bold=_atkinson("Bold"),
            italic=_atkinson("Italic"),
            bold_italic=_atkinson("BoldItalic"),
            code=_DEJAVU_MONO,
            code_bold=_DEJAVU_MONO_BOLD,
            fallback=(_DEJAVU, _STIX),
            fallback_bold=(_DEJAVU_BOLD, _DEJAVU, _STIX),
        )
    }
)


@lru_cache(maxsize=1)
def faces_by_name() -> Mapping[str, Face]:
    """Return every face of every family by its name."""
    every = (
        face
        for family in families.values()
        for bold, italic, code in (
            (False, False, False),
            (True, False, False),
            (False, True, False),
            (True, True, False),
            (False, False, True),
            (True, False, True),
        )
        for face in family.chain(bold, italic, code)
    )
    return {face.name: face for face in every}


@lru_cache(maxsize=16384)
def face_for(char: str, family: str, bold: bool, italic: bool, code: bool) -> Face:
    """Return the first face of a family's chain that has the character.

    Raises `MissingGlyphError` where none has it, `UnknownNameError` for a family that is not shipped.
    """
    if family not in families:
        raise UnknownNameError(what="font family", name=family, known=tuple(families))
    for face in families[family].chain(bold, italic, code):
        if face.covers(char):
            return face
    raise MissingGlyphError(char, family)


def shows(char: str, family: str) -> bool:
    """Whether some face of a family's chain has the character. Raises `UnknownNameError`."""
    try:
        face_for(char, family, False, False, False)
    except MissingGlyphError:
        return False
    return True
