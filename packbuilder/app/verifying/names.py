"""The names that packbuilder gives to files say what they are: a file under another version's name is handed out as that one."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.editions import EDITIONS
from packbuilder.patterns import regex

_STEMS: Mapping[str, str] = {
    "practice-paper": "paper",
    "mark-scheme": "mark-scheme",
    "self-marking": "self-marking",
    "revision-pack": "revision-pack",
    "pack-answers": "revision-pack-answers",
}
"""What names begin with, by product."""

_CODE = regex(r"([A-Z]{1,2})(?:-(.+))?")
_VERSIONED = frozenset(("practice-paper", "mark-scheme", "self-marking"))


def name_fault(name: str, about: Mapping[str, str]) -> str:
    """Return what is wrong with a file's name, as a sentence goes on; empty where nothing is, or where it is none of packbuilder's.

    `about` says what the file is: `product`, `version` and `edition`, and of worksheets the `kind`.
    """
    stem, product = name.rpartition(".")[0], about.get("product", "")
    called = _called(stem, about.get("kind", ""))
    if called is None or (called[2] and called[2] not in EDITIONS):
        # Somebody's own name: `paper-A-2027`.
        return ""
    if called[0] != product:
        return f"is called so, but is a {product.replace('-', ' ')}" if product else ""
    wrong = [
        f"{what} {own or 'none'}"
        for what, said, own in zip(("version", "edition"), called[1:], (about.get("version", ""), about.get("edition", "")), strict=True)
        if said != own
    ]
    return f"is called so, but is of {' and '.join(wrong)}" if wrong else ""


def says_product(name: str) -> bool:
    """Whether a file is called as packbuilder calls one of its own: "paper-A.pdf", "mark-scheme-B.pdf"."""
    found = _called(name.rpartition(".")[0], "")
    return found is not None and (not found[2] or found[2] in EDITIONS)


def _called(stem: str, kind: str) -> tuple[str, str, str] | None:
    """Return the product, the version and the edition that a name says; None where it says none."""
    if kind and stem.startswith(f"{kind}-"):
        match = _CODE.fullmatch(stem.removeprefix(f"{kind}-"))
        rest = match[2] or "" if match else ""
        return ("worksheet-answers" if rest == "answers" else "worksheet", match[1], "") if match and rest in ("", "answers") else None
    for product in ("pack-answers", "revision-pack"):
        base = _STEMS[product]
        if stem == base or stem.startswith(f"{base}-"):
            edition = stem[len(base) + 1 :]
            return None if edition == "class-set" else (product, "", edition)
    for product in _VERSIONED:
        base = _STEMS[product]
        match = _CODE.fullmatch(stem.removeprefix(f"{base}-")) if stem.startswith(f"{base}-") else None
        if match:
            return product, match[1], match[2] or ""
    return None
