"""Asked behind: numbered questions with their marks that stand behind the last terms of a file, without a heading of their own."""

from __future__ import annotations

from packbuilder.patterns import regex
from packbuilder.readers.questions import begins_question, ends_in_marks

_NUMBERED = regex(
    r"^\s*[*_]{0,3}Q(?:uestion)?\s?\d{1,2}\s?[.:)]?[*_]{0,3}\s+(?P<asked>\S.*)$",
)
_OF_ITS_OWN = regex(r"^[*_]{0,3}Q(?:uestion)?\s?\d{1,2}\b")
"""A number with a Q is that of another point, whether this asks something or not ("Q2 Total revenue = price x quantity")."""
_ALL_BOLD = regex(r"^\s*(?P<sign>\*\*|__)(?P<asked>.+?)(?P=sign)\s*$")
_FEWEST = 2


def asked_behind(lines: tuple[str, ...], start: int) -> int | None:
    """Return the place of the first of several numbered questions behind a place; None where there are too few that say their marks.

    A number with a Q is no term's, so that one question without marks ("Which is a prime number?") may be among them.
    """
    found = [at for at in range(start, len(lines)) if _is_numbered(lines[at])]
    worth = [at for at in found if ends_in_marks(lines[at].strip("*_ "))]
    return found[0] if len(worth) >= _FEWEST and len(worth) * 2 > len(found) else None


def as_asked(lines: tuple[str, ...], start: int) -> tuple[str, ...]:
    """Return lines whose numbered questions, from a place on, stand without bold, and what stands right below one further in: as its answer."""
    made = list(lines)
    below = False
    for at in range(start, len(lines)):
        numbered = _is_numbered(lines[at])
        below = bool(lines[at].strip()) and (numbered or below) and not lines[at].startswith("#")
        if numbered:
            made[at] = _ALL_BOLD.sub(r"\g<asked>", lines[at])
        elif below and not lines[at][0].isspace() and not _OF_ITS_OWN.match(lines[at]):
            made[at] = f"  {lines[at]}"
    return tuple(made)


def _is_numbered(line: str) -> bool:
    found = _NUMBERED.match(line)
    asked = found["asked"].strip("*_ ") if found else ""
    return bool(asked) and (begins_question(asked) or ends_in_marks(asked))
