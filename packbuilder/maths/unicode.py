"""Characters that Unicode sets high, low or as a ready-made fraction, both ways."""

from __future__ import annotations

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

_DOUBLE_STRUCK = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}


def high(text: str) -> str | None:
    """The text in superscript characters, or None where Unicode lacks one of them."""
    return text.translate(_TO_HIGH) if text and all(ord(char) in _TO_HIGH for char in text) else None


def low(text: str) -> str | None:
    """The text in subscript characters, or None where Unicode lacks one of them."""
    return text.translate(_TO_LOW) if text and all(ord(char) in _TO_LOW for char in text) else None


def double_struck(text: str) -> str:
    """Capital Latin letters as ℕ, ℤ, ℝ and their kin; anything else as it is."""
    return "".join(_DOUBLE_STRUCK.get(char, chr(0x1D538 + ord(char) - ord("A")) if "A" <= char <= "Z" else char) for char in text)
