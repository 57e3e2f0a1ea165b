"""Unheaded terms: which lines above the first section, under no heading, are terms with what they mean.

A table is judged by its own head. A list has none: every line of it must be worded as a definition (`meanings`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET, TERM
from packbuilder.readers.headings import other_heading, underlined
from packbuilder.readers.meanings import is_lesson_word, is_meaning
from packbuilder.readers.tables import cells_of, heads_terms, is_divider, is_row

_BOLD = regex(r"\*\*|__")
_MEANT = regex(r":\s|\s[-–—=→]\s|\t")
_FEWEST = 2
"""Fewer words are no meaning, and no more lines no list."""
_WORDS = 5
"""How many words lines with terms have, in the middle, at the least: what a file says of itself is shorter ("Set text: Macbeth")."""
_LONGEST = 6
"""Words of a term at the most."""


def terms_above(lines: tuple[str, ...], said: Sequence[int], asks: Callable[[str], bool]) -> tuple[int, ...]:
    """Return the places of all lines that are terms with their meanings, right above the first section: in tables and lists, with nothing else between.

    `said`: the places above the first section where something stands, the title first. What stands under another heading is part of no list.
    """
    rest = said if said and is_row(lines[said[0]]) else said[1:]
    parted = next((at for at in rest if other_heading(lines[at]) or underlined(lines, at)), None)
    if parted is not None:
        return ()
    tail: list[int] = []
    for at in reversed(rest):
        if not is_row(lines[at]) and (asks(lines[at]) or _parts(lines[at]) is None):
            if is_lesson_word(lines[at].rstrip(": ")):
                return ()
            break
        tail.insert(0, at)
    blocks = _blocks(lines, tail)
    read = {at for block in blocks for at in (_of_table(lines, block) if is_row(lines[block[0]]) else _of_list(lines, block))}
    # The empty lines above what is read go with it: they part tables and lists.
    return tuple(sorted(read | {at - 1 for at in read if at and not lines[at - 1].strip()}))


def runs_of(lines: Sequence[str], places: Sequence[int]) -> list[list[int]]:
    """Return places in runs between which nothing else stands than empty lines."""
    runs: list[list[int]] = []
    for at in places:
        if runs and not any(lines[other].strip() for other in range(runs[-1][-1] + 1, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _blocks(lines: tuple[str, ...], tail: Sequence[int]) -> list[list[int]]:
    """Return places in tables, each with its head, and lists: what stands between tables, however it is parted by empty lines."""
    blocks: list[list[int]] = []
    for at in tail:
        row = is_row(lines[at])
        begins = not blocks or is_row(lines[at - 1]) != row if row else not blocks or is_row(lines[blocks[-1][-1]])
        headed = row and at + 1 < len(lines) and (is_divider(lines[at + 1]) or heads_terms(lines[at : at + 2]))
        if begins or headed:
            blocks.append([at])
        else:
            blocks[-1].append(at)
    return blocks


def _of_table(lines: tuple[str, ...], table: Sequence[int]) -> Sequence[int]:
    """Return the places of a table's lines where its head says that it has terms and meanings; rows that say what a lesson has are left out."""
    if not heads_terms(lines[table[0] : table[0] + 2]):
        return ()
    rows = [at for at in table[1:] if is_divider(lines[at]) or not _is_of_lesson(cells_of(lines[at]))]
    return (table[0], *rows) if any(not is_divider(lines[at]) for at in rows) else ()


def _is_of_lesson(cells: tuple[str, ...]) -> bool:
    return bool(cells) and is_lesson_word(cells[0]) and not is_meaning(" ".join(cells[1:2]), cells[0])


def _of_list(lines: tuple[str, ...], block: Sequence[int]) -> Sequence[int]:
    """Return the places of a list's lines where all are terms with their meanings; else those of its parts between empty lines that are."""
    if _are_terms(lines, block):
        return block
    parts: list[list[int]] = []
    for at in block:
        if parts and parts[-1][-1] == at - 1:
            parts[-1].append(at)
        else:
            parts.append([at])
    return [at for part in parts if _are_terms(lines, part) for at in part]


def _are_terms(lines: tuple[str, ...], block: Sequence[int]) -> bool:
    """Whether lines are a whole list of terms with their meanings: a bullet of another kind right above them is of the same list."""
    above = lines[block[0] - 1] if block[0] else ""
    words = sum(len(lines[at].split()) for at in block)
    return (
        len(block) > _FEWEST
        and words > len(block) * _WORDS
        and not (above.strip() and BULLET.match(above))
        and all(_is_term(lines[at]) for at in block)
    )


def _is_term(line: str) -> bool:
    """Whether a line is a term with what it means, and none that says what a file or a lesson is, has or needs."""
    term, meaning = _parts(line) or ("", "")
    return 0 < len(term.split()) <= _LONGEST and not is_lesson_word(term) and is_meaning(meaning, term)


def _parts(line: str) -> tuple[str, str] | None:
    """Return what stands before and behind a colon, a dash or an equals sign that may part a term from its meaning."""
    found = BULLET.match(line)
    text = _BOLD.sub("", line[found.end() :] if found else line).strip("*_ ")
    parts = _MEANT.split(text, maxsplit=1) if TERM.match(text) else []
    return (parts[0].strip("*_ "), parts[1]) if len(parts) > 1 and len(parts[1].split()) >= _FEWEST else None
