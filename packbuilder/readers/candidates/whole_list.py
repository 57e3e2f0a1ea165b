"""What a list of candidates says as a whole: rooms in two spellings, one person with two numbers, seats that tell no place. Warnings, no more:
each of these may be meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from packbuilder.diagnostics import Diagnostic, Span, error, warning
from packbuilder.model.candidate import Candidate
from packbuilder.model.seating import desk_of, seating_of
from packbuilder.patterns import regex
from packbuilder.readers.candidates.blanks import NO_PART
from packbuilder.readers.candidates.letters import MISREAD, has_odd_letters, is_misread
from packbuilder.readers.candidates.spellings import loose_centre, loose_room, may_be_slip, may_be_slip_of_few, one_slip

_SHOWN = 8
"""Lines, names or seats that a message names; of more it says that there are more."""
_NAMES = 5
"""Names that stand twice which a message names."""

_FEWER = 4
"""So many times more candidates another centre has where a centre's number, as long as that one's, may be a slip."""
_HARDLY_ANYBODY, _FAR_MORE = 2, 3
"""So many candidates a room has at the most, and so many times more another, where a short name may be a slip for that one's."""
_SHORT, _NEARLY_ALL = 2, 4
_FOUR, _GAP = 4, 20
"""Figures of a candidate's number in the United Kingdom; and how many numbers may lack where they are counted on past 999."""
_ZEROS = "Format the column as text, and write their zeros again."
"""Numbers of no more figures count the list; so many times more numbers are alike where the others are odd."""
_THOUSANDS = regex(r"[1-9]\d{0,2}(?:[. ]\d{3})+")
"""An amount as spreadsheets on the continent show it."""
_ROOM_AND_SEAT = regex(r"(?P<room>.*[^\W\d_]{2}.*?)[\s,;:/–-]+(?:seat|desk|place)?\s*(?:[A-Z]{1,2}-?\d{1,3}|\d{1,3}-?[A-Z])", re.IGNORECASE)
_NO_WORDS = frozenset(("NULL", "null", "nan", "NaN", "nil"))


def lines(spans: Sequence[Span]) -> str:
    """Return the first lines of a list in words."""
    return ", ".join(str(span.line) for span in spans[:_SHOWN]) + (", …" if len(spans) > _SHOWN else "")


def one_room(room: str) -> str:
    """Return a room as it is told from others: `Hall A` and `hall  a` are one."""
    return " ".join(room.casefold().split())


def doubts(candidates: Sequence[Candidate], *, parted: bool = False, guessed: bool = False) -> Iterator[Diagnostic]:
    """Yield what may not be meant so in a list, a warning for each kind of doubt, or for each room. `parted`: names stand in two columns;
    `guessed`: nothing says in which encoding its letters are, so that such as no name has are an error.
    """
    yield from _placeless(candidates)
    yield from _seats_in_rooms(candidates)
    yield from _alone(candidates)
    yield from _spelt_apart(candidates)
    yield from _twice(candidates, parted=parted)
    yield from _shortened(candidates)
    yield from _odd_numbers(candidates)
    yield from _in_thousands(candidates)
    yield from _misread(candidates, error if guessed else warning)
    yield from _half_named(candidates)


def _placeless(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of seats of which nobody knows where they stand: neighbours there may have one version. Who names neighbours has said it."""
    for (_, room), sitting in _rooms(candidates).items():
        named = {desk_of(seat, room) for each in sitting for seat in each.neighbours}
        places = seating_of([each.seat for each in sitting if each.seat], 1, room=sitting[0].room).places
        lost = [
            each
            for each in sitting
            if each.seat and each.seat not in places and not each.neighbours and not (named and desk_of(each.seat, room) in named)
        ]
        if lost:
            where = f" in {sitting[0].room}" if room else ""
            seats = ", ".join(dict.fromkeys(each.seat for each in lost[:_SHOWN]))
            message = (
                f"seats{where} that tell no row and no place in it are not on the plan, and neighbours there may have one version: "
                f"line {lines([each.span for each in lost])} ({seats})"
            )
            hint = "Write them like A1, R2C3, Row 2 Seat 3, or all as plain numbers; or name who sits beside them in a column 'neighbours'."
            yield warning("C127", message, lost[0].span, hint)


def _seats_in_rooms(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of rooms that seem to be a room and a seat: `Hall A1`, `Hall A2`, each with one candidate and no other seat."""
    rooms = Counter((each.centre, one_room(each.room)) for each in candidates)
    ends = {each.span: found["room"] for each in candidates if not each.seat and (found := _ROOM_AND_SEAT.fullmatch(each.room))}
    alone = [each for each in candidates if each.span in ends and rooms[each.centre, one_room(each.room)] == 1]
    halls = Counter((each.centre, ends[each.span].casefold()) for each in alone)
    several = [each for each in alone if halls[each.centre, ends[each.span].casefold()] > 1]
    if several and len(several) * 2 > len(candidates):
        named = ", ".join(repr(each.room) for each in several[:_NAMES])
        message = f"rooms of one candidate each look like a room with a seat: line {lines([each.span for each in several])} ({named})"
        yield warning(
            "C126",
            message,
            several[0].span,
            "Put the seat into a column of its own: each of these is a packet, and neighbours may have one version.",
        )


def _alone(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of neighbours whose seats nobody has: a slip there leaves two neighbours with one version."""
    if not any(each.neighbours for each in candidates):
        return
    seats = {(each.room.casefold(), desk_of(each.seat, each.room)) for each in candidates if each.seat}
    missing = [
        (each, seat) for each in candidates for seat in each.neighbours if (each.room.casefold(), desk_of(seat, each.room)) not in seats
    ]
    if missing:
        named = ", ".join(dict.fromkeys(seat for _, seat in missing[:_SHOWN])) + (", …" if len(missing) > _SHOWN else "")
        yield warning("C125", f"nobody sits at seats that are named as neighbours: {named}", missing[0][0].span)


def _spelt_apart(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of rooms, and of centres, whose names may mean one: each has packets and a plan of its own."""
    written = {(each.centre, each.room): each for each in reversed(candidates)}
    firsts = sorted(written.values(), key=lambda each: each.span)
    centres = _first_by(lambda each: each.centre.casefold(), [each for each in firsts if each.centre])
    for _, several in _grouped([(loose_centre(each.centre), each) for each in centres]):
        yield _alike("centre", [(each.centre, each) for each in several], candidates)
    yield from _odd_centres(candidates)
    rooms = _first_by(_room, [each for each in firsts if each.room])
    alike = _grouped([((each.centre.casefold(), loose_room(each.room)), each) for each in rooms])
    for _, several in alike:
        yield _alike("room", [(each.room, each) for each in several], candidates)
    told = {each.span for _, several in alike for each in several}
    yield from _slips([each for each in rooms if each.span not in told], candidates)


def _first_by(key: Callable[[Candidate], object], candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the first candidate of each key."""
    firsts: dict[object, Candidate] = {}
    for each in candidates:
        firsts.setdefault(key(each), each)
    return list(firsts.values())


def _grouped(keyed: Iterable[tuple[object, Candidate]]) -> list[tuple[object, list[Candidate]]]:
    """Return the candidates that share a key, where more than one does."""
    groups: dict[object, list[Candidate]] = {}
    for key, each in keyed:
        groups.setdefault(key, []).append(each)
    return [(key, several) for key, several in groups.items() if len(several) > 1]


def _slips(rooms: Sequence[Candidate], candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of rooms of a centre that differ by one letter: `Sports Hall`, `Spots Hall`; of short names, `Hal`, where hardly anybody sits there."""
    told: set[Span] = set()
    sitting = Counter(_room(each) for each in candidates)

    def is_slip(one: Candidate, other: Candidate) -> bool:
        few, many = sorted((one, other), key=lambda each: sitting[_room(each)])
        lonely = sitting[_room(few)] <= _HARDLY_ANYBODY and sitting[_room(few)] * _FAR_MORE <= sitting[_room(many)]
        return may_be_slip(one.room, other.room) or (lonely and may_be_slip_of_few(few.room, many.room))

    for each in rooms:
        near = [other for other in rooms if other.centre.casefold() == each.centre.casefold() and is_slip(each, other)]
        if near and each.span not in told:
            several = [each, *near]
            told |= {other.span for other in several}
            yield _alike("room", [(other.room, other) for other in several], candidates)


def _odd_centres(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of a centre of few candidates whose number is another's but for one slip: it is printed on every page, and parts a room."""
    counts = Counter(each.centre for each in candidates if each.centre)
    for odd, few in counts.items():
        own = next(
            (other for other, many in counts.items() if few * _fewer(odd, other) <= many and one_slip(odd.casefold(), other.casefold())), ""
        )
        if own:
            several = _first_by(lambda each: each.centre, [each for each in candidates if each.centre in (own, odd)])
            yield _alike("centre", [(each.centre, each) for each in several], candidates)


def _fewer(odd: str, other: str) -> int:
    """Return so many times more candidates another centre must have. The numbers of centres that sit together may differ in a figure, and are as long."""
    return _FEWER if len(odd) == len(other) else 2


def _alike(what: str, named: Sequence[tuple[str, Candidate]], candidates: Sequence[Candidate]) -> Diagnostic:
    """Return a warning that a centre or room, of those named so by first candidates, may have several names."""
    shown = ", ".join(f"{name!r} (line {first.span.line})" for name, first in named[:_SHOWN])
    message = f"one {what} may be written several ways, each of which has packets of its own: {shown}"
    message += _seats_twice(candidates, [each for _, each in named], centre=what == "centre")
    return warning("C128", message, named[1][1].span, f"Write the {what} the same way wherever it is the same.")


def _seats_twice(candidates: Iterable[Candidate], several: Sequence[Candidate], *, centre: bool) -> str:
    """Return what is to be said of desks that stand under several spellings of a room, or of a `centre`, whose rooms may then be one."""

    def place(each: Candidate) -> tuple[str, str]:
        return each.centre.casefold(), "" if centre else one_room(each.room)

    places = {place(each) for each in several}
    taken: dict[object, Candidate] = {}
    twice: dict[str, None] = {}
    for each in candidates:
        if each.seat and place(each) in places:
            first = taken.setdefault((one_room(each.room) if centre else "", desk_of(each.seat, each.room)), each)
            if first is not each:
                twice.setdefault(f"{each.seat} (lines {first.span.line} and {each.span.line})")
    return f"; the seat {', '.join(list(twice)[:_SHOWN])} is there twice" if twice else ""


def _twice(candidates: Sequence[Candidate], *, parted: bool) -> Iterator[Diagnostic]:
    """Warn of names that stand twice: one person would get two papers.

    Their parts may stand in another order, but where it is known which is the surname (`parted`, or by commas) James Thomas is not Thomas James.
    """
    same: dict[tuple[str, ...], list[Candidate]] = {}
    for each in candidates:
        parts = each.name.casefold().replace(",", " ").split()
        parts.sort()
        same.setdefault((each.centre, *parts), []).append(each)
    twice = [one for several in same.values() if len(several) > 1 for one in _people(several, parted=parted) if len(one) > 1]
    if twice:
        named = "; ".join(f"{several[0].name} (line {lines([each.span for each in several])})" for several in twice[:_NAMES])
        more = f"; and {len(twice) - _NAMES} more names" if len(twice) > _NAMES else ""
        message = f"names that stand more than once, with a number each: {named}{more}"
        yield warning("C129", message, twice[0][1].span, "If they are one person, delete the row that is not right.")


def _people(several: list[Candidate], *, parted: bool) -> Iterator[list[Candidate]]:
    """Yield those, of candidates whose names have the same parts, who may be one person."""
    if not parted and any(each.name.count(",") != 1 for each in several):
        yield several
        return
    people: dict[str, list[Candidate]] = {}
    for each in several:
        last, _, first = each.name.casefold().partition(",")
        people.setdefault(" ".join(f"{first} {last}".split()) if not parted else each.name.casefold(), []).append(each)
    yield from people.values()


def _shortened(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of numbers that are shorter than those which begin with zeros: a spreadsheet has dropped theirs, or some were typed without."""
    numbers = [each for each in candidates if each.number.isdecimal()]
    filled_up = Counter(len(each.number) for each in numbers if each.number.startswith("0"))
    for length, _ in filled_up.most_common(1):
        if short := [each for each in numbers if len(each.number) < length]:
            shown = ", ".join(each.number for each in short[:_SHOWN])
            message = (
                f"some numbers are filled up with zeros to {length} figures, and shorter ones may have lost theirs: "
                f"line {lines([each.span for each in short])} ({shown})"
            )
            yield warning("C136", message, short[0].span, _ZEROS)
    if not filled_up and numbers and len(numbers) == len(candidates):
        yield from _of_four(numbers)


def _of_four(numbers: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of numbers shorter than four figures beside ones of four, as those of candidates are: all zeros may be gone. Numbers that go on past 999 are counted."""
    whole = [int(each.number) for each in numbers if len(each.number) == _FOUR]
    short = [each for each in numbers if len(each.number) < _FOUR]
    if (
        whole
        and short
        and max(len(each.number) for each in numbers) == _FOUR
        and min(whole) - max(int(each.number) for each in short) > _GAP
    ):
        shown = ", ".join(each.number for each in short[:_SHOWN])
        message = f"some numbers have four figures, and shorter ones may have begun with zeros: line {lines([each.span for each in short])} ({shown})"
        yield warning("C136", message, short[0].span, _ZEROS)


def _odd_numbers(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of numbers unlike nearly all others, of so many figures and nothing else: one was typed too much or too little, or `No` stands before it."""
    figures = Counter(len(each.number) for each in candidates if each.number.isdecimal())
    length, often = figures.most_common(1)[0] if figures else (0, 0)
    there = {each.number for each in candidates}
    # Numbers that count from 1 to 30, or from 996 on, have several lengths; shorter ones among those with zeros are told by themselves.
    odd = [
        each
        for each in candidates
        if length > _SHORT and not (each.number.isdecimal() and (len(each.number) <= length or str(int(each.number) - 1) in there))
    ]
    if odd and len(odd) * _NEARLY_ALL <= often:
        shown = ", ".join(repr(each.number) for each in odd[:_SHOWN])
        message = (
            f"nearly all numbers have {length} figures, and a few are unlike them: line {lines([each.span for each in odd])} ({shown})"
        )
        yield warning("C136", message, odd[0].span, "Check that they are typed right: they are printed as they stand.")


def _in_thousands(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of numbers whose thousands are parted, `1.234` or `1 234`, if all are that have so many figures: a spreadsheet shows them so."""
    parted = [each for each in candidates if _THOUSANDS.fullmatch(each.number)]
    if parted and all(len(each.number) < _FOUR for each in candidates if each not in parted):
        shown = ", ".join(repr(each.number) for each in parted[:_SHOWN])
        message = f"numbers look as spreadsheets show amounts, with their thousands parted: line {lines([each.span for each in parted])} ({shown})"
        yield warning(
            "C136", message, parted[0].span, "Format the column as text, and write them as they are: codes have them as they stand."
        )


def _misread(candidates: Sequence[Candidate], tell: Callable[..., Diagnostic]) -> Iterator[Diagnostic]:
    """Tell names and rooms in which letters look like what a wrong encoding makes of others, or a question mark stands for one."""
    for what, written in (("names", [(each.name, each) for each in candidates]), ("rooms", [(each.room, each) for each in candidates])):
        odd = [(text, each) for text, each in written if is_misread(text) or (what == "names" and has_odd_letters(text))]
        if odd:
            shown = ", ".join(map(repr, dict.fromkeys(text for text, _ in odd[:_SHOWN])))
            message = f"{what} in which letters seem to be lost or misread: line {lines([each.span for _, each in odd])} ({shown})"
            yield tell("C137", message, odd[0][1].span, MISREAD)


def _half_named(candidates: Sequence[Candidate]) -> Iterator[Diagnostic]:
    """Warn of names of which a half is what programs and people write for nothing; it is printed as it stands."""
    if odd := [each for each in candidates if any(map(_is_nothing, each.name.split(), count()))]:
        shown = ", ".join(repr(each.name) for each in odd[:_SHOWN])
        message = (
            f"names of which a part seems to be missing are printed as they stand: line {lines([each.span for each in odd])} ({shown})"
        )
        yield warning("C110", message, odd[0].span, "Write what is missing, or leave that cell empty.")


def _is_nothing(word: str, place: int) -> bool:
    """Whether a word of a name stands for none: Jennifer Null and Nan Lee are called so."""
    plain = word.casefold()
    return plain.strip(",") in NO_PART or word in _NO_WORDS or (not place and plain == "null")


def _rooms(candidates: Iterable[Candidate]) -> dict[tuple[str, str], list[Candidate]]:
    rooms: dict[tuple[str, str], list[Candidate]] = {}
    for each in candidates:
        rooms.setdefault(_room(each), []).append(each)
    return rooms


def _room(candidate: Candidate) -> tuple[str, str]:
    return candidate.centre.casefold(), one_room(candidate.room)
