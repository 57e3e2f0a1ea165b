"""A copy: the strips of its pages, and the tagged file of one candidate."""

from __future__ import annotations

from functools import lru_cache

from packbuilder.model.print_run import Copy
from packbuilder.press.master import Master, Masters, Spot
from packbuilder.press.page_code import codes_of, holder
from packbuilder.press.strip import paint_codes, paint_words, words_of
from packbuilder.press.template import completed
from packbuilder.typeset.fragments import number
from packbuilder.typeset.metadata import Metadata
from packbuilder.values import dataclass
from packbuilder.wording import catalogue

COPY = "candidate-paper"
"""What the record of one candidate's file calls its product."""


@dataclass(frozen=True, slots=True)
class Strips:
    """A copy's strips, from their top left corners: the operators of the words, the same on each page, and of each page's code."""

    words: bytes
    codes: tuple[bytes, ...]


def strips_of(copy: Copy, master: Master, run: str) -> Strips:
    """Return a copy's strips. Raises `UncodableNumberError` and `NoRoomForNameError`."""
    codes = codes_of(master.paper, master.version, holder(copy), pages=len(master.pages), run=run)
    longest = len(codes.head) + len(codes.tails[-1])
    place = str(copy.candidate.span) if copy.candidate else ""
    said = words_of(copy, catalogue(master.language))
    painted = paint_words(said, width=master.width, family=master.family, code=longest, place=place, size=master.size).operators
    return Strips(painted, paint_codes(codes, width=master.width, family=master.family))


@lru_cache(maxsize=1024)
def begun_at(spot: Spot) -> bytes:
    """Return the operators that take what follows, up to `Q`, to a strip's place."""
    return b"q 1 0 0 1 %s %s cm\n" % (number(spot.left), number(spot.top))


def master_of(copy: Copy, masters: Masters) -> Master:
    """Return the master that a copy is printed from."""
    return masters.masters[copy.version, copy.edition]


def candidate_file(copy: Copy, masters: Masters) -> bytes:
    """Return the tagged file of one copy."""
    master = master_of(copy, masters)
    if master.template is None:
        raise ValueError(f"no template was made for version {copy.version} in edition {copy.edition!r}")
    strips = strips_of(copy, master, masters.run)
    whose = holder(copy)
    record = dict(master.record) | {"product": COPY, "run": masters.run, "copy": str(copy.serial), "candidate": whose}
    record |= {"embargo": masters.embargo} if masters.embargo else {}
    metadata = Metadata(
        title=f"{master.title} – {whose}",
        language=master.language,
        record=record,
        created=masters.created,
        producer=masters.producer,
        archival=masters.archival,
    )
    starts = map(begun_at, master.pages)
    pages = [(b"%s%sQ\n" % (start, strips.words), b"%s%sQ\n" % (start, code)) for start, code in zip(starts, strips.codes, strict=True)]
    return completed(master.template, metadata, pages)
