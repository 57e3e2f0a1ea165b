"""The seating plan: each room seen from above, in parts where no page holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from packbuilder.document import Block, Desk, DeskPlan, Document, Field, Fields, Heading, ItemList, Paragraph
from packbuilder.markup import flat
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import Copy, PrintRun
from packbuilder.model.seating import Seating
from packbuilder.products.print_room.parts import Room, document, edition_words, headed, rooms_of, seating_in, sheets, told_of
from packbuilder.text import Run, joined, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_LETTERS = {8: 14, 7: 17, 6: 20, 5: 25, 4: 32}
"""Letters that a line of a desk holds at 7 points, where so many desks stand side by side on a page of A4."""
_LINES = {8: 3, 7: 4, 6: 5, 5: 7, 4: 8}
"""Lines that a desk holds below its seat at 7 points, where so many stand behind one another."""


def seating_plan(run: PrintRun) -> Document:
    """Compose the plans of all rooms. What the list does not place is named below its room's plan."""
    wording = catalogue(run.language)
    return document(
        run,
        "plan",
        sheets(
            run, ((told_of(run, room.name, room.centre, wording), part) for room in rooms_of(run) for part in _room(run, room, wording))
        ),
    )


def _room(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[tuple[Block, ...]]:
    sitting = [(copy.candidate, copy) for copy in room.sitting if copy.candidate]
    seating = seating_in(room.sitting, run)
    placed = {seating.places[each.seat]: _desk(each, copy, wording) for each, copy in sitting if each.seat in seating.places}
    loose = tuple(each for each, _ in sitting if each.seat not in seating.places)
    if not placed:
        yield (*headed(run, room, "plan", wording), *_notes(seating, wording, exit_drawn=False), *_loose(loose, wording), _signed(wording))
        return
    across, down = _grid(seating, tuple(placed.values()))
    bands = [(rows, columns) for rows in _cut(seating.rows, down) for columns in _cut(seating.columns, across)]
    for number, (rows, columns) in enumerate(bands, 1):
        plan = DeskPlan(
            rows=tuple(tuple(placed.get((row, column)) for column in columns) for row in rows),
            front=said(wording, "room.plan.front") if rows.start == 0 else (),
            exit=said(wording, "room.plan.exit") if rows.stop == seating.rows and columns.stop == seating.columns else (),
        )
        part = (Heading(text=said(wording, "room.plan.part", n=number, of=len(bands)), level=2, listed=False),) if len(bands) > 1 else ()
        if any(desk for row in plan.rows for desk in row):
            yield (
                *headed(run, room, "plan", wording, first=number == 1),
                *part,
                plan,
                *_notes(seating, wording, exit_drawn=bool(plan.exit)),
                *((*_loose(loose, wording), _signed(wording)) if number == len(bands) else ()),
            )


def _grid(seating: Seating, desks: Sequence[Desk]) -> tuple[int, int]:
    """Return how many desks a page holds side by side and behind one another so that all can be read: of what cuts the room into the fewest parts,
    the largest desks. What no desk has room for is set smaller.
    """
    ways = [(across, _most_down(desks, letters)) for across, letters in _LETTERS.items()]
    able = [(across, down) for across, down in ways if down] or [(min(_LETTERS), min(_LINES))]
    return min(able, key=lambda way: (_parts(seating.columns, way[0]) * _parts(seating.rows, way[1]), way))


def _most_down(desks: Sequence[Desk], letters: int) -> int:
    """Return how many desks may stand behind one another where a line holds so many letters; 0 where what is said at one has no room at all."""
    written = {tuple(map(flat, desk.lines)) for desk in desks}
    needed = max(sum(_lines(line, letters) for line in lines) for lines in written)
    return max((down for down, lines in _LINES.items() if needed <= lines), default=0)


def _lines(line: str, letters: int) -> int:
    """Return how many lines of so many letters a line takes; more than any desk has where a word does not fit in one."""
    taken = wrap(line, letters, break_long_words=False)
    return len(taken) if max(map(len, taken), default=0) <= letters else max(_LINES.values()) + 1


def _cut(count: int, most: int) -> tuple[range, ...]:
    """Cut a row of so many into the fewest ranges of at most `most`, as equal as can be."""
    parts = _parts(count, most)
    return tuple(range(count * part // parts, count * (part + 1) // parts) for part in range(parts))


def _parts(count: int, most: int) -> int:
    """Return the fewest parts of at most `most` that so many are cut into."""
    return -(-count // most)


def _desk(candidate: Candidate, copy: Copy, wording: Catalogue) -> Desk:
    extra = plain(wording.say("room.extra", percent=candidate.extra_time)) if candidate.extra_time else ()
    edition = edition_words(copy.edition, wording) if copy.edition else ()
    version = said(wording, "version", code=copy.version)
    return Desk(
        seat=candidate.seat, lines=(plain(candidate.number), plain(candidate.name), joined(version, edition, extra, separator=" · "))
    )


def _notes(seating: Seating, wording: Catalogue, *, exit_drawn: bool) -> Iterator[Block]:
    if not seating.places:
        yield Paragraph(text=said(wording, "room.plan.none"))
        return
    apart, leave = said_lines(wording, "room.plan.notes")
    lines = [apart, leave] if exit_drawn else [apart]
    if seating.numbered and seating.columns > 1:
        how = "lettered" if seating.letter else "numbered"
        lines.append(said(wording, f"room.plan.{how}", n=seating.width, letter=seating.letter))
    yield ItemList(entries=tuple((Paragraph(text=line, role="small"),) for line in lines))


def _signed(wording: Catalogue) -> Block:
    """Return where somebody signs for the plan: centres keep who sat where, and who saw to it."""
    labels = ("room.field.invigilator", "room.field.signature")
    return Fields(fields=tuple(Field(label=wording.say(label), short=True, language=wording.spoken(label)) for label in labels))


def _loose(candidates: tuple[Candidate, ...], wording: Catalogue) -> Iterator[Block]:
    if candidates:
        yield Paragraph(text=said(wording, "room.plan.loose"), role="label")
        entries = (plain(f"{each.number} {each.name}" + (f" ({each.seat})" if each.seat else "")) for each in candidates)
        yield Paragraph(text=joined(*entries, separator="; ") or (Run(text=""),))
