"""Signs in Word's fonts of symbols, which have no letters but places of their own: as the letters that they show."""

from __future__ import annotations

_FIRST, _LAST = 0xF020, 0xF0FF
"""Where such fonts have their signs, among the characters for private use."""


def _read(table: str) -> dict[int, str]:
    """Return signs by their places: `22∀ 24∃`."""
    return {int(each[:2], 16): each[2:] for each in table.split()}


_SYMBOL = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **_read("22∀ 24∃ 2D− 40≅ 5C∴ 5E⊥ 7E∼ A2′ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝ B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC…"),
    **_read("C7∩ C8∪ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D5∏ D6√ D7⋅ D8¬ D9∧ DA∨ DB⇔ DE⇒ E5∑ F2∫"),
}
_WINGDINGS = _read("6C• 6E▪ 6F☐ 71☐ 75• 76• 77• 9F• A7▪ A8☐ D8• FB✗ FC✓ FD☒ FE☑ DF← E0→ E1↑ E2↓ E7← E8→ E9↑ EA↓ F0→")
_WINGDINGS_2 = _read("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97• A3☐ AE• D2✗")
_WEBDINGS = _read("61✓ 63☐ 72✗ 3D• 6E•")
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}
_NONE: dict[int, str] = {}


def is_of_signs(font: str) -> bool:
    """Whether a font has signs in the place of letters."""
    return font.lower() in _FONTS


def shown(text: str, font: str) -> str:
    """Return a text in a font of symbols as what it shows; a sign that is not known stays, for a later reader to tell."""
    signs = _FONTS.get(font.lower(), _NONE if font else _SYMBOL)
    return "".join(_sign(char, signs, plain=font.lower() in _FONTS) for char in text)


def _sign(char: str, signs: dict[int, str], *, plain: bool) -> str:
    place = ord(char)
    if _FIRST <= place <= _LAST:
        bare = place - 0xF000
        return signs.get(bare) or (chr(bare) if signs is _SYMBOL and bare < 0x41 else char)
    return signs.get(place, char) if plain and place < 0x100 else char
