"""What lies in a folder of notes and is not read: a document somebody saved in another format is missing from every pack without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from packbuilder.app.library import BANK_ENDINGS, PAGE_ENDINGS, is_beside_text, is_made
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import shown
from packbuilder.app.sources import WORD_ENDINGS
from packbuilder.diagnostics import Diagnostic, Span, note

_AS_TEXT = frozenset((".doc", ".dot", ".dotx", ".dotm", ".odt", ".rtf", ".pages", ".pdf", ".epub"))
_OTHERWISE_NAMED = frozenset((".text", ".markdown", ".mdown", ".mkd", ".asc"))
_YAML = frozenset((".yaml", ".yml"))
_LOOKED_AT = 65_536
_TOLD = 5


def passed_over(folder: Path) -> Iterator[Diagnostic]:
    """Yield a note for each way to mend what lies below a folder and looks like notes or a bank."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if remedy := _remedy(path) if not any(part.startswith(".") for part in below.parts) else "":
            found.setdefault(remedy, []).append(below.as_posix())
    for remedy, names in found.items():
        more = f" and {len(names) - _TOLD} more" if len(names) > _TOLD else ""
        yield note("D105", f"not read: {', '.join(names[:_TOLD])}{more}", Span(path=shown(folder)), remedy)


def _remedy(path: Path) -> str:
    """Return what to do that a file is read; empty for one that is read, or is nobody's notes."""
    ending, name = path.suffix.lower(), path.name.lower()
    known = ending in _AS_TEXT | frozenset(PAGE_ENDINGS) | _OTHERWISE_NAMED or (ending in _YAML and not name.endswith(BANK_ENDINGS))
    if ending in WORD_ENDINGS and is_beside_text(path):
        return "The text of the same name is read in its place; remove that, or keep only the one that you go on with."
    # What packbuilder made lies beside its manifest.
    if not known or not path.is_file() or (path.parent / MANIFEST).exists() or is_made(path):
        return ""
    if ending in _AS_TEXT:
        return "If these are notes, save them as a Word file (.docx) or as plain text (.txt)."
    if ending in PAGE_ENDINGS:
        return "A page is read where it is named itself: `packbuilder check FILE`. In a folder, save it as plain text (.txt)."
    if ending in _OTHERWISE_NAMED:
        return "Let its name end in .txt or .md."
    return "Let a bank's name end in .bank.yaml." if _is_bank(path) else ""


def _is_bank(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"\nitems:" in b"\n" + file.read(_LOOKED_AT)
    except OSError:
        return False
