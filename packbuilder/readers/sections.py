"""Sections: a notes file's lines cut at its headings (HANDBOOK section 1)."""

from __future__ import annotations

from packbuilder.readers.fences import fenced
from packbuilder.readers.gathering import gathered
from packbuilder.readers.heading_places import is_heading
from packbuilder.readers.headings import BOLD, OF_SECTIONS, TITLES, Heading, Name, Titles, heading, is_section, other_heading, underlined
from packbuilder.readers.joining import Entry
from packbuilder.readers.lengths import LONGEST
from packbuilder.readers.listing import Loss, lines_said, listed
from packbuilder.readers.nested import with_points_back
from packbuilder.readers.questions import asks_among_facts, heads_answers
from packbuilder.readers.unknown_headings import heads_marks, heads_no_synopsis, heads_questions, heads_what_to_do, heads_wrong_ideas
from packbuilder.values import dataclass, replace

__all__ = ["TITLES", "Cut", "Entry", "Loss", "Name", "Section", "Titles", "cut_sections"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: which one, the heading as written, its line, whether the heading was cut, reworded or indented, and its entries."""

    name: Name
    heading: str
    line: int
    cut: bool
    reworded: bool
    indented: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A file cut at its headings: what those are called, the lines before the first one, the sections in written order, what belongs to none, and the
    headings that no section bears."""

    titles: Titles
    opening: tuple[Entry, ...]
    sections: tuple[Section, ...]
    losses: tuple[Loss, ...] = ()
    others: tuple[str, ...] = ()


def cut_sections(lines: tuple[str, ...], titles: Titles) -> Cut:
    """Cut lines at headings. A heading of the same rank that no section bears ends a section as well: what is under it is not read."""
    marks = with_points_back(lines, _marks(lines, titles))
    first = next((index for index, found in marks if found.name), len(lines))
    opening, losses = _opening(lines[:first], tuple((index, found) for index, found in marks if index < first), titles)
    sections: list[Section] = []
    within = tuple((index, found) for index, found in marks if index >= first)
    for place, (index, found) in enumerate(within):
        end = within[place + 1][0] if place + 1 < len(within) else len(lines)
        if found.name is None:
            losses.append(_unread(lines, index, end, found, titles))
            continue
        read, lost = _section(lines, index, end, found, found.name)
        sections.extend(read)
        losses.extend(lost)
    others = tuple(found.text for _, found in marks if found.name is None)
    return Cut(titles=titles, opening=opening, sections=tuple(sections), losses=tuple(losses), others=others)


def numbered_as(cut: Cut, numbers: tuple[int, ...], *, columns: bool = False) -> Cut:
    """Return a cut whose lines have the numbers that they have in the file, where they were laid out anew. `columns`: those are as they were."""

    def there(line: int) -> int:
        return numbers[min(line, len(numbers)) - 1] if numbers else line

    def entries(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(replace(each, line=there(each.line), column=each.column if columns else 1) for each in found)

    sections = tuple(replace(each, line=there(each.line), entries=entries(each.entries)) for each in cut.sections)
    losses = tuple(replace(each, line=there(each.line)) for each in cut.losses)
    return replace(cut, opening=entries(cut.opening), sections=sections, losses=losses)


def _marks(lines: tuple[str, ...], titles: Titles) -> tuple[tuple[int, Heading], ...]:
    """Return the headings that begin or end a section, each with its place; those of lower rank stay in their section."""
    marks: list[tuple[int, Heading]] = []
    level, code = 0, fenced(lines)
    # A heading may have its text on its own line: its beginning tells.
    lines = tuple(line[:LONGEST] for line in lines)
    sections = any(is_section(line) and heading(line, titles) for line in lines)
    name: Name | None = None
    for index, line in enumerate(lines):
        if index in code:
            continue
        found = heading(line, titles, first=not any(mark.name for _, mark in marks))
        if found is not None and not is_heading(lines, index, found, name):
            found = None
        if (found is None or found.name == "tips") and heads_questions(lines, index, name):
            rank = other.level if (other := other_heading(line)) else level
            found = Heading(name="points", text=line.strip(" #*_:"), level=rank, reworded=True)
        elif found is None and name is not None and heads_wrong_ideas(lines, index, titles.grammar.wrong if titles.grammar else ()):
            rank = other.level if (other := other_heading(line)) else level
            found = Heading(name="misconceptions", text=line.strip(" #*_:"), level=rank, reworded=True)
        other = _other(lines, index, called=sections) if found is None else None
        if other is None and found is None and name == "synopsis" and heads_no_synopsis(lines, index):
            # What is listed under it is no part of the synopsis, whatever it is.
            marks.append((index, Heading(name=None, text=line.strip(), level=level)))
            name = None
        elif other is None and found is None and name == "concepts" and (heads_what_to_do(lines, index) or heads_marks(lines, index)):
            marks.append((index, Heading(name=None, text=line.strip(), level=level)))
            name = None
        elif found is not None:
            marks.append((index, found))
            level, name = found.level, found.name
        elif other is not None and (not level or _ends(other, level, name)):
            marks.append((index, other))
    return tuple(marks)


def _other(lines: tuple[str, ...], index: int, *, called: bool) -> Heading | None:
    """Return a heading that no section bears: in Markdown, in bold, underlined, or `Section 4: ...` where others of the file are called so."""
    line = lines[index]
    section = Heading(name=None, text=line.strip(), level=OF_SECTIONS) if called and is_section(line) else None
    return section or other_heading(line) or underlined(lines, index)


def _ends(other: Heading, section: int, name: Name | None) -> bool:
    """Whether a heading of no section ends one.

    Among headings that are bold or plain, Markdown's first two levels do; a bold one does among bold ones, but for key concepts, where
    terms are bold, and for a marking point.
    """
    if other.level == BOLD == section:
        return name != "concepts" and not (name == "points" and heads_answers(other.text))
    return other.level <= (section if section < BOLD else OF_SECTIONS)


def _section(lines: tuple[str, ...], index: int, end: int, found: Heading, name: Name) -> tuple[tuple[Section, ...], tuple[Loss, ...]]:
    """Return a section as its own and, where what it lists as facts asks something, one of marking points."""
    begun: tuple[Entry, ...] = ()
    body, before = lines[index + 1 : end], index + 1
    if found.column:
        # Text on the heading's own line: it stands where it stands, with nothing before it.
        body, before = (" " * (found.column - 1) + lines[index][found.column - 1 :].rstrip("*_ "), *body), index
        if name != "synopsis":
            begun, body, before = listed(body[:1], before, name, found.level).entries, body[1:], before + 1
    read = listed(body, before, name, found.level)
    entries = (*begun, *read.entries)
    asked = _asked_among_facts(entries) if name == "concepts" else ()
    whole = gathered(tuple(each for each in entries if each not in asked), name)
    section = Section(
        name=name, heading=found.text, line=index + 1, cut=found.cut, reworded=found.reworded,
        indented=lines[index].startswith(("  ", "\t")), entries=whole.entries,
    )  # fmt: skip
    if not asked:
        return (section,), (*read.losses, *whole.losses)
    points = gathered(asked, "points")
    told = tuple(_told_asked(each) for each in points.entries)
    moved = replace(section, name="points", line=asked[0].line, cut=False, reworded=False, entries=points.entries)
    return (section, moved), (*read.losses, *whole.losses, *points.losses, *told)


def _asked_among_facts(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries among facts that ask something, each with what stands under it."""
    found: list[Entry] = []
    edge: int | None = None
    for at, entry in enumerate(entries):
        if edge is not None and entry.indent > edge:
            found.append(entry)
            continue
        below = at + 1 < len(entries) and entries[at + 1].indent > entry.indent
        edge = entry.indent if asks_among_facts(entry.text, answered=below) else None
        found.extend((entry,) if edge is not None else ())
    return tuple(found)


def _told_asked(entry: Entry) -> Loss:
    message = f"what asks something among key concepts is read as a marking point ({entry.text[:60]})"
    return Loss(line=entry.line, code="N136", message=message, grave=False)


def _opening(lines: tuple[str, ...], marks: tuple[tuple[int, Heading], ...], titles: Titles) -> tuple[tuple[Entry, ...], list[Loss]]:
    """Return the lines before the first section as entries, and the headings among them that no section bears."""
    entries = tuple(
        Entry(text=line.strip(), line=number, column=len(line) - len(line.lstrip()) + 1, bullet=False)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    title = entries[0].line - 1 if entries else 0
    named = [(index, found) for index, found in marks if index > title]
    if not named:
        return entries, []
    ends = [*(index for index, _ in named[1:]), len(lines)]
    losses = [_unread(lines, index, end, found, titles) for (index, found), end in zip(named, ends, strict=True)]
    return tuple(entry for entry in entries if entry.line <= named[0][0]), losses


def _unread(lines: tuple[str, ...], index: int, end: int, found: Heading, titles: Titles) -> Loss:
    last = next((at for at in range(end - 1, index, -1) if lines[at].strip()), index)
    if last == index:
        message = f"{found.text!r} is no section of notes, and nothing stands under it"
        hint = "If another topic begins here, give it a file of its own."
    else:
        message = f"{found.text!r} is no section of notes: what stands under it is not read ({lines_said(index + 2, last + 1)})"
        hint = f"Move it under one of the headings, or make this a heading within one (`###`): {titles.all}."
    return Loss(line=index + 1, code="N131", message=message, hint=hint)


def unread_opening(cut: Cut, synopsis: str, used: Entry | None) -> Loss | None:
    """Return the loss of what stands before the first section: all but what was used, or copies the synopsis."""
    rest = [entry for entry in cut.opening if entry != used and entry.text not in synopsis and not set(entry.text) <= set("-*_= ")]
    if not rest:
        return None
    message = f"what stands before the first section is not read ({_where(cut, rest)})"
    hint = f"Put it under a heading: {cut.titles.all}."
    return Loss(line=rest[0].line, code="N131", message=message, hint=hint)


def _where(cut: Cut, unread: list[Entry]) -> str:
    """Return which lines are not read; lines that are, since they were put under a heading, may stand between them."""
    read = [entry.line for section in cut.sections for entry in section.entries]
    runs: list[list[int]] = []
    for line in (entry.line for entry in unread):
        if runs and not any(runs[-1][-1] < other < line for other in read):
            runs[-1].append(line)
        else:
            runs.append([line])
    return " and ".join(lines_said(run[0], run[-1]) for run in runs)
