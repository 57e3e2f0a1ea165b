"""Nested: sections that stand among the topics of marking points ("Key words", "Equations to learn"), and the headings that bring the points back.

Notes that group their marking points by topic put words to learn among the topics, under a heading of the same kind. What follows is no key concept only
because of that: the next topic holds marking points again. Each heading that is read so is told as any that is reworded.
"""

from __future__ import annotations

from packbuilder.readers.bullets import BULLET, TERM
from packbuilder.readers.heading_words import names_facts
from packbuilder.readers.headings import BOLD, OF_SECTIONS, Heading, looks_like_one, other_heading, underlined
from packbuilder.readers.questions import asks, commands
from packbuilder.readers.unknown_headings import heads_marks, items_under
from packbuilder.values import dataclass

_FEWEST = 4
"""Words of a point: fewer are a word to learn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """Marking points that something may stand within: their heading's place, and the place and heading of the section that stands there."""

    points: int
    at: int
    points_heading: Heading
    within: Heading


def with_points_back(lines: tuple[str, ...], marks: tuple[tuple[int, Heading], ...]) -> tuple[tuple[int, Heading], ...]:
    """Return headings with those that bring marking points back: topics behind a section that stands among such topics."""
    found = list(marks)
    place = 1
    while place < len(found):
        (points, above), (at, heading) = found[place - 1], found[place]
        around = _Around(points=points, at=at, points_heading=above, within=heading)
        if above.name == "points" and _stands_within(lines, around):
            end = next((other for other, each in found[place + 1 :] if each.name or each.level <= _rank(above)), len(lines))
            topics = [index for index in range(at + 1, end) if _brings_back(lines, index, around)]
            if topics:
                back = [(index, _as_points(lines[index], above)) for index in topics]
                found[place + 1 :] = [*back, *(each for each in found[place + 1 :] if each[0] >= end)]
        place += 1
    return tuple(found)


def _as_points(line: str, above: Heading) -> Heading:
    return Heading(name="points", text=line.strip(" #*_:"), level=above.level, reworded=True)


def _rank(heading: Heading) -> int:
    """Return the level at which another heading ends marking points (`sections`)."""
    return heading.level if heading.level < BOLD else OF_SECTIONS


def _stands_within(lines: tuple[str, ...], around: _Around) -> bool:
    """Whether a section stands among the topics of marking points: a list of facts in other words than a section's own name has, with a topic before it or nothing else.

    In Markdown the level of its heading tells too; there it may be any section.
    """
    deeper = around.points_heading.level < around.within.level < BOLD
    if not around.within.reworded or not (deeper or around.within.name == "concepts"):
        return False
    between = range(around.points + 1, around.at)
    return not any(lines[index].strip() for index in between) or any(_is_topic(lines, index, around.within.level) for index in between)


def _is_topic(lines: tuple[str, ...], index: int, level: int) -> bool:
    """Whether a line by itself heads a list as a section's heading of some level does, though no section is called so."""
    line = lines[index]
    if not line.strip() or BULLET.match(line) or not items_under(lines, index):
        return False
    other = other_heading(line) or underlined(lines, index)
    if other:
        return other.level == level
    apart = not line[0].isspace() and not (index and lines[index - 1].strip())
    return level > BOLD and apart and looks_like_one(line.rstrip(": ")) and not (asks(line) or commands(line))


def _brings_back(lines: tuple[str, ...], index: int, around: _Around) -> bool:
    """Whether a line behind a section among topics is a topic again: no more words to learn, and not a list of them."""
    text = lines[index].strip(" #*_:")
    if not _is_topic(lines, index, around.within.level) or names_facts(text) or heads_marks(lines, index):
        return False
    items = items_under(lines, index)
    points = [each for each in items if len(each.split()) >= _FEWEST and not TERM.match(each)]
    return around.within.name != "concepts" or len(points) * 2 >= len(items)
