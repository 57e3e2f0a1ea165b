"""The letters of formulas: those of the font of mathematics, or those of the text where an edition is to have no slanted ones.

The drawing library takes every glyph from one font with a table of mathematics. A font here is that font, but for letters which it
hands out from others, in its own units: what stands where is the library's to say as ever.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ziafont.font import Font
from ziafont.fonttypes import BBox
from ziafont.glyph import SimpleGlyph
from ziamath.mathfont import MathFont
from ziamath.mathtable import MathSubTable
from ziamath.styles import MathVariant, styledchr
from ziamath.zmath import loadedfonts

from packbuilder.maths.unicode import unlettered
from packbuilder.typeset.faces import Face, families

_POINTS = frozenset(".,;:?!’")
"""What stands among figures and words, and is of their face."""

_PLAIN = {"ℏ": "ħ", "ℓ": "ℓ"}
"""Letters that Unicode counts among the signs, and what stands upright for them."""

_OWN = ("bf", "sf", "tt")
"""Alphabets of mathematics that are set in the text's own letters: of a family without serifs, they differ by nothing but boldness."""

_FIRST_INDEX = 0x110000
"""Glyphs of other faces are numbered from here on: no font has as many, so that no table of the font says anything of them."""

_BASE_SIZE = 24.0
"""The size that the library's own font has for the least size of signs."""


class _Letter(SimpleGlyph):
    """A glyph of another face in the units of the font of mathematics; `width` is its advance in them."""

    def __init__(self, glyph: SimpleGlyph, index: int, font: MathFont, scale: float) -> None:
        box = glyph.path.bbox
        grown = BBox(box.xmin * scale, box.xmax * scale, box.ymin * scale, box.ymax * scale)
        operators = [operator.xform(scale, 0, 0, scale, 0, 0, 1, 1) for operator in glyph.operators]
        super().__init__(index, operators, grown, font)
        self._width = round(glyph.advance() * scale)

    def advance(self, nextchr: SimpleGlyph | None = None) -> int:
        """Return the advance width; letters of faces are not drawn together."""
        return self._width


class _Attachments(MathSubTable):
    """Where accents stand over glyphs: the font's own places, and the middle of letters from elsewhere."""

    def __init__(self, own: MathSubTable, middles: dict[int, float]) -> None:
        super().__init__(own.values, own.coverage)
        self._middles = middles

    def getvalue(self, glyphid: int) -> float | None:
        """Return the place over a glyph, in font units from its left; None where the font names none."""
        return self._middles.get(glyphid) or super().getvalue(glyphid)


class FormulaFont(MathFont):
    """The library's font with letters of a family of text faces: all that is not slanted on purpose, or only what it lacks itself."""

    def __init__(self, family: str, *, upright: bool, scale: float) -> None:
        super().__init__(str(loadedfonts["default"].fname), _BASE_SIZE)
        self._upright = upright
        self._family = families[family]
        self._scale = scale
        self._letters: dict[tuple[str, bool], _Letter | None] = {}
        self._middles: dict[int, float] = {}
        self.math.topAccentAttachment = _Attachments(self.math.topAccentAttachment, self._middles)

    def findglyph(self, char: str, variant: MathVariant) -> SimpleGlyph:
        """Return the glyph of a character in a variant of its letters."""
        plain, style = unlettered(char)
        if self._upright and variant.style == "serif" and (style in _OWN or _is_letter(char)):
            letter = self._letter(plain if style else _PLAIN.get(char, char), variant.bold or style == "bf")
            if letter is not None:
                return letter
        if not self.glyphindex(styledchr(char, variant)):
            return self._letter(char, variant.bold) or super().findglyph(char, variant)
        return super().findglyph(char, variant)

    def _letter(self, char: str, bold: bool) -> _Letter | None:
        key = (char, bold)
        if key not in self._letters:
            self._letters[key] = self._taken(char, bold)
        return self._letters[key]

    def _taken(self, char: str, bold: bool) -> _Letter | None:
        own, *others = self._family.chain(bold, False, False)
        face = next((face for face in (own, *others) if face.covers(char)), None)
        if face is None:
            return None
        # Letters of other faces are made as high as those of the family's own: Greek among Latin ones.
        height = _x_height(own) / _x_height(face)
        index = _FIRST_INDEX * (2 if bold else 1) + ord(char)
        glyph = _file(face).glyph(char)
        letter = _Letter(glyph, index, self, self._scale * height * self.info.layout.unitsperem / _file(face).info.layout.unitsperem)
        self._glyphs[index] = letter
        self._middles[index] = (letter.path.bbox.xmin + letter.path.bbox.xmax) / 2
        return letter


def _is_letter(char: str) -> bool:
    """Whether a character is a letter or a figure that has one shape: not of an alphabet of mathematics."""
    return char in _POINTS or char in _PLAIN or (char.isalnum() and unicodedata.normalize("NFKC", char) == char) or char in _SYMBOLS


_SYMBOLS = frozenset("ϵϕϑϖϱ")
"""Other shapes of Greek letters, which Unicode counts as the same."""


@lru_cache(maxsize=16)
def _file(face: Face) -> Font:
    return Font(str(face.path))


def _x_height(face: Face) -> float:
    file = _file(face)
    return float(file.glyph("x").path.bbox.ymax / file.info.layout.unitsperem)


@lru_cache(maxsize=8)
def formula_font(family: str, upright: bool, scale: float) -> str:
    """Return the name under which the library knows the font of a family's formulas; letters of text faces are drawn at `scale`."""
    name = f"{family}-{'upright' if upright else 'slanted'}"
    loadedfonts[name] = FormulaFont(family, upright=upright, scale=scale)
    return name
