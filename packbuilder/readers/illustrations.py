"""Pictures in notes: `![what it shows](file.png)` on a line or a bullet of its own."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.document import says_nothing
from packbuilder.markup import in_characters
from packbuilder.model.topic import Illustration
from packbuilder.patterns import regex

_PICTURE = regex(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^()\s]+)\)")

_WIDTH = regex(r"\|\s*\d+(?:x\d+)?\s*$")
"""How wide a note program shows a picture: `![a cell|300](cell.png)`."""


def is_picture(text: str) -> bool:
    """Whether a line is a picture and nothing else."""
    return _PICTURE.fullmatch(text.strip()) is not None


def illustration(text: str, section: str, span: Span, found: list[Diagnostic]) -> Illustration | None:
    """Return the picture that an entry of a section is; None for text. What cannot be used is an error, and gives none."""
    match = _PICTURE.search(text)
    if match is None:
        return None
    if match[0] != text.strip():
        hint = "Put it on a line of its own, above or below the text."
        found.append(error("N150", f"the picture {match['file']!r} stands in the middle of a text", span, hint))
        return None
    alt = " ".join(_WIDTH.sub("", match["alt"]).split())
    if not alt or says_nothing(alt, match["file"]):
        hint = "Write what it shows between the brackets: `![a plant cell with its nucleus at one side](cell.png)`."
        told = (
            f"the words for a picture are {alt!r}, which say nothing of what it shows"
            if alt
            else "a picture needs words for those who do not see it"
        )
        found.append(error("N151", told, span, hint))
        return None
    return Illustration(section=section, file=match["file"], alt=in_characters(alt), span=span)
