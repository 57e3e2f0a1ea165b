"""The pages of a run's files with copies, judged where they are read: what comes back is what is wrong with them, and their codes.

A page counts by the code in its picture, which a bar code reader finds, and by the name and number printed beside it; what stands below them is held
against the clean paper (`bodies`). Of a run of thousands no page is kept. Where strips surely change nothing of what copies share, that is drawn once,
and of each page its strip alone (`layered`); a page of which that is not sure, or that is not as it should be, is drawn as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from packbuilder.app.runs.jobs import PACKETS
from packbuilder.app.verifying.bodies import Bodies
from packbuilder.app.verifying.layered import Layered, Side, layered
from packbuilder.app.verifying.scans import Key, Readable, on_all_cores
from packbuilder.app.verifying.tallies import miscounted
from packbuilder.diagnostics import counted
from packbuilder.model.print_habits import PrintHabits
from packbuilder.press.leafing import Place, across, leafed
from packbuilder.press.page_code import PageCode, read
from packbuilder.press.reading import Scanned, scan
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue, catalogue

_SHEET = 2

_A_SHARE = 200
"""Sides that a process reads at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the manifest says of a copy: whose it is, its version, how many pages and sides it has, how they are printed, on which paper (`sheet`),
    and what its strip says.
    """

    serial: int
    whose: str
    version: str
    paper: str
    pages: int
    about: Mapping[str, str]
    edition: str
    sides: int
    sheet: str
    habits: PrintHabits

    @property
    def key(self) -> Key:
        """The version and edition, by which clean papers are found."""
        return self.version, self.edition

    def leafed(self, habits: PrintHabits) -> tuple[Place, ...]:
        """Return the places of the copy's pages on its sheets, in reading order; on pages that stand alone, the pages."""
        return leafed(self.sides if habits.imposition else self.pages, habits)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithCopies:
    """A file with copies: each with the first of its pages, from 1; how they are printed, and how tall their strips are."""

    file: Readable
    copies: tuple[tuple[Expected, int], ...]
    habits: PrintHabits
    height: float

    @property
    def shares(self) -> range:
        """Where the shares of it begin that are read at a time."""
        return range(0, self.file.pages, _A_SHARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """Sides of a file to be judged, from index `start`. `copies` are those that may reach them, `bodies` those of the clean papers, `run` the run's own name,
    `layers` are those of the sides that have such.
    """

    file: Readable
    copies: tuple[tuple[Expected, int], ...]
    habits: PrintHabits
    height: float
    start: int
    bodies: Bodies
    run: str
    layers: Layered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What is kept of sides that were read: how many there were, the codes on them, and what is wrong with their pages."""

    sides: int
    codes: tuple[str, ...]
    faults: tuple[str, ...]


def page_faults(files: Sequence[WithCopies], bodies: Bodies, run: str) -> Iterator[tuple[Path, Iterator[str]]]:
    """Yield each file that has pages, and what is wrong with them: each page of each copy has one code, which is its own, and the words that belong to it.

    All cores read, so many sides at a time. `bodies` are those of the clean papers, `run` is the run's own name.
    """
    worth = sum(each.file.pages for each in files) > _A_SHARE
    layers = layered([(each.file, across(each.habits), each.height) for each in files], worth=worth)
    shares = [_share(each, start, bodies, run, of) for each, of in zip(files, layers, strict=True) for start in each.shares]
    parts = iter(on_all_cores(_judged, shares, worth=worth))
    for each in files:
        if each.shares:
            yield each.file.path, _faults(each, tuple(islice(parts, len(each.shares))), run)


def _share(of: WithCopies, start: int, bodies: Bodies, run: str, layers: Layered) -> _Share:
    reach = tuple(
        (copy, first) for copy, first in of.copies if first - 1 < start + _A_SHARE and first - 1 + max(copy.pages, copy.sides) > start
    )
    own = layers.between(start, start + _A_SHARE)
    return _Share(file=of.file, copies=reach, habits=of.habits, height=of.height, start=start, bodies=bodies, run=run, layers=own)


def _judged(share: _Share) -> _Judged:
    """Read sides and judge their pages. Where a copy's sheets are folded, its pages are read as somebody leafs through them."""
    file, habits = share.file, share.habits
    data, stop = file.path.read_bytes(), min(share.start + _A_SHARE, file.pages)
    wanted = {
        Place(first - 1 + place.side, place.column): (copy, page)
        for copy, first in share.copies
        for page, place in enumerate(copy.leafed(habits), 1)
    }
    strips = share.layers.read(data, across=across(habits), height=share.height)
    sound = {at: side for at, side in strips if not any(_side_faults(share, at, side, wanted))}
    others = [at for at in range(share.start, stop) if at not in sound]
    sides = dict(zip(others, scan(data, others, password=file.password, across=across(habits), height=share.height), strict=False))
    return _Judged(
        sides=len(sides) + len(sound),
        codes=tuple(code for at in range(share.start, stop) for page in sound.get(at) or sides.get(at, ()) for code in page.codes),
        faults=tuple(fault for at, side in sides.items() for fault in _side_faults(share, at, side, wanted)),
    )


def _faults(of: WithCopies, parts: Sequence[_Judged], run: str) -> Iterator[str]:
    """Yield what is wrong with a file's pages, which were read in `parts`."""
    needed = 0
    for copy, first in of.copies:
        if (first - 1) % _SHEET:
            yield f"copy {copy.serial} begins on the back of a sheet"
        places = copy.leafed(of.habits)
        if len(places) != copy.pages:
            yield f"copy {copy.serial} has {counted(copy.pages, 'page')}, though its {counted(copy.sides, 'side')} have room for {len(places)}"
        needed = max((needed, *(first + place.side for place in places)))
    there = sum(part.sides for part in parts)
    if there < needed:
        yield f"it has {counted(there, 'page')}, though its copies need {needed}"
    if there > needed:
        more = len(of.copies) > 1 or of.file.path.parent.name == PACKETS
        yield (
            f"it has {counted(there - needed, 'page')} more than its copies need"
            if more
            else f"it has {counted(there, 'page')}, though the copy has {needed}"
        )
    yield from miscounted((code for part in parts for code in part.codes), {copy.whose: copy.pages for copy, _ in of.copies}, run)
    faults = (fault for part in parts for fault in part.faults)
    # Where pages are missing or added, all that follow stand in others' places: the first says where that begins.
    yield from faults if there == needed else islice(faults, 1)


def _side_faults(share: _Share, at: int, side: Side, wanted: Mapping[Place, tuple[Expected, int]]) -> Iterator[str]:
    """Yield what is wrong with the pages on a side. `wanted` are the copy and the number of the page that belongs into each place."""
    in_packet, bodies = share.file.path.parent.name == PACKETS, share.bodies
    for column, page in enumerate(side):
        where = _where(at, column, len(side))
        if owner := wanted.get(Place(at, column)):
            copy, number = owner
            yield from _page(where, page, copy, number, share.run, bodies.languages.get(copy.key, ""))
            if in_packet and page.paper not in ("", copy.sheet):
                yield f"{where} is a side of {page.paper}, though the manifest names {copy.sheet}"
            yield from (f"{where}: {fault}" for fault in bodies.faults(copy.key, number, page.body, in_packet=in_packet))
        elif page.codes:
            yield f"{where} has a code, {page.codes[0]}, though no copy is there"


def _where(side: int, column: int, columns: int) -> str:
    return f"page {side + 1}" if columns == 1 else f"the {('left', 'right')[column]} half of page {side + 1}"


def _page(at: str, page: Scanned, copy: Expected, number: int, run: str, language: str) -> Iterator[str]:
    if len(page.codes) != 1:
        yield f"{at} has {len(page.codes) or 'no'} codes that can be read, instead of one"
        return
    code = read(page.codes[0], run)
    if code is None:
        yield f"{at}: its code, {page.codes[0]}, is not one of this run"
        return
    right = PageCode(copy.paper, copy.version, copy.whose, number)
    if code != right:
        yield f"{at} is page {code.page} of {code.candidate}, version {code.version}; it should be page {number} of {copy.whose}, version {copy.version}"
    flat = _flat(page.text)
    # Large words beside a small code are read as lines above and below it, and the code stands in their middle.
    bare = flat.replace(_flat(page.codes[0]), "")
    missing = [word for word in copy.about.values() if word and _flat(word) not in flat and _flat(word) not in bare]
    if missing:
        yield f"{at} does not say {', '.join(map(repr, missing))}"
    if page.unseen:
        yield f"{at}: {page.unseen!r} cannot be seen at its head, though it stands there"
    if _flat(page.codes[0]) not in flat:
        yield f"{at}: the code in words is not the one in bars"
    elif not missing and language and sorted(flat) != sorted(_flat("".join((*_said(copy, catalogue(language)), *page.codes, *page.codes)))):
        # Bars are characters of a font too: the code stands there twice.
        yield f"{at}: its strip says more than whose it is: {page.text!r}"


def _said(copy: Expected, wording: Catalogue) -> Iterator[str]:
    """Yield all that the strip of a copy says besides its code."""
    if copy.whose.startswith("*"):
        yield wording.say("run.strip.name")
        yield wording.say("run.strip.spare", serial=copy.serial)
        return
    about = copy.about
    said = (
        wording.say("run.strip.number", number=copy.whose),
        wording.say("run.strip.centre", centre=about["centre"]) if about["centre"] else "",
        about["room"],
        wording.say("run.strip.seat", seat=about["seat"]) if about["seat"] else "",
    )
    yield about["name"]
    yield " · ".join(part for part in said if part)


_HYPHENS = {ord(char): None for char in "-\u00ad\u2010\x02\ufffe"}
"""PDFium gives a hyphen at the end of a line as a control character: hyphens are not compared."""


def _flat(text: str) -> str:
    """Return a text as it is compared: without white space and hyphens, accented letters as one character each, ligatures as their letters."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())
