"""Characters that Unicode sets high, low or as a ready-made fraction, both ways."""

from __future__ import annotations

from string import ascii_letters, digits

_HIGH = (
    "0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ −⁻ =⁼ (⁽ )⁾ aᵃ bᵇ cᶜ dᵈ eᵉ fᶠ gᵍ hʰ iⁱ jʲ kᵏ lˡ mᵐ nⁿ oᵒ pᵖ rʳ sˢ tᵗ uᵘ vᵛ wʷ xˣ yʸ zᶻ βᵝ γᵞ δᵟ θᶿ Tᵀ"
)
_LOW = "0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ −₋ =₌ (₍ )₎ aₐ eₑ hₕ iᵢ jⱼ kₖ lₗ mₘ nₙ oₒ pₚ rᵣ sₛ tₜ uᵤ vᵥ xₓ βᵦ γᵧ ρᵨ φᵩ χᵪ"
_VULGAR = "½1/2 ⅓1/3 ⅔2/3 ¼1/4 ¾3/4 ⅕1/5 ⅖2/5 ⅗3/5 ⅘4/5 ⅙1/6 ⅚5/6 ⅐1/7 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8 ⅑1/9 ⅒1/10"

_TO_HIGH = {ord(pair[0]): pair[1] for pair in _HIGH.split()}
_TO_LOW = {ord(pair[0]): pair[1] for pair in _LOW.split()}
FROM_HIGH = {ord(pair[1]): pair[0].replace("−", "-") for pair in _HIGH.split()}
FROM_LOW = {ord(pair[1]): pair[0].replace("−", "-") for pair in _LOW.split()}
VULGAR = {part[0]: tuple(part[1:].split("/")) for part in _VULGAR.split()}

_EARLIER = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
"""Double-struck letters that Unicode had before it had the alphabet."""

_ALPHABETS = {
    "bf": (0x1D400, 0x1D41A, 0x1D7CE),
    "bb": (0x1D538, 0x1D552, 0x1D7D8),
    "sf": (0x1D5A0, 0x1D5BA, 0x1D7E2),
    "tt": (0x1D670, 0x1D68A, 0x1D7F6),
}
"""Where the capitals, small letters and digits of an alphabet begin, by the variant of the command table."""


def high(text: str) -> str | None:
    """The text in superscript characters, or None where Unicode lacks one of them."""
    return text.translate(_TO_HIGH) if text and all(ord(char) in _TO_HIGH for char in text) else None


def low(text: str) -> str | None:
    """The text in subscript characters, or None where Unicode lacks one of them."""
    return text.translate(_TO_LOW) if text and all(ord(char) in _TO_LOW for char in text) else None


def lettered(text: str, variant: str) -> str:
    """Return Latin letters and digits as those of an alphabet of mathematics (bold, double-struck, sans-serif, monospaced); anything else as it is."""
    earlier = _EARLIER if variant == "bb" else {}
    return "".join(earlier.get(char) or _lettered(char, *_ALPHABETS[variant]) for char in text)


def _lettered(char: str, capitals: int, small: int, figures: int) -> str:
    if not (char.isascii() and char.isalnum()):
        return char
    if char.isdecimal():
        return chr(figures + int(char))
    return chr(capitals + ord(char) - ord("A")) if char.isupper() else chr(small + ord(char) - ord("a"))


def double_struck(text: str) -> str:
    """Latin letters and digits as ℕ, ℤ, ℝ, 𝟙 and their kin; anything else as it is."""
    return lettered(text, "bb")


def unlettered(char: str) -> tuple[str, str]:
    """Return a letter or digit of an alphabet of mathematics as the ordinary one and its variant; others as they are, without one."""
    return _UNLETTERED.get(char, (char, ""))


_UNLETTERED = {lettered(char, variant): (char, variant) for variant in _ALPHABETS for char in ascii_letters + digits}


_SCRIPT = {**dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True)), **dict(zip("ego", "ℯℊℴ", strict=True))}
_FRAKTUR = dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True))
"""Letters that Unicode had before it had their alphabets."""
_LETTERS = {
    "scr": (0x1D49C, _SCRIPT),
    "cal": (0x1D49C, _SCRIPT),
    "frak": (0x1D504, _FRAKTUR),
    "bm": (0x1D468, {}),
    "it": (0x1D434, {"h": "ℎ"}),
}
"""Alphabets without figures: where they begin, small letters behind the capitals, and what stands elsewhere."""
_GREEK = {"bf": (0x1D6A8, 0x1D6C2), "bm": (0x1D71C, 0x1D736)}
"""Where bold Greek capitals and small letters begin."""


def in_alphabet(text: str, variant: str) -> str:
    """Return letters and figures as characters of the alphabet of mathematics that a variant is; what Unicode has not there, as it is."""
    if variant in _ALPHABETS:
        text = lettered(text, variant)
    if variant in _LETTERS:
        begin, elsewhere = _LETTERS[variant]
        text = "".join(elsewhere.get(char) or _from(char, begin) for char in text)
        if variant == "bm":
            text = "".join(_lettered(char, 0, 0, _ALPHABETS["bf"][2]) if char.isascii() and char.isdecimal() else char for char in text)
    if variant in _GREEK:
        capitals, small = _GREEK[variant]
        text = "".join(
            chr(small + ord(char) - ord("α"))
            if "α" <= char <= "ω"
            else chr(capitals + ord(char) - ord("Α"))
            if "Α" <= char <= "Ω"
            else char
            for char in text
        )
    return text


def _from(char: str, capitals: int) -> str:
    if not (char.isascii() and char.isalpha()):
        return char
    return chr(capitals + ord(char) - ord("A")) if char.isupper() else chr(capitals + 26 + ord(char) - ord("a"))
