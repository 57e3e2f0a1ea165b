"""A copy: the strips of its pages, and the tagged file of one candidate."""

from __future__ import annotations

from dataclasses import dataclass

from packbuilder.model.print_run import Copy
from packbuilder.press.master import Master, Masters
from packbuilder.press.page_code import PageCode, holder, written
from packbuilder.press.strip import paint_code, paint_words, words_of
from packbuilder.press.template import completed
from packbuilder.typeset.fragments import number
from packbuilder.typeset.metadata import Metadata
from packbuilder.wording import catalogue

COPY = "candidate-paper"
"""What the record of one candidate's file calls its product."""


@dataclass(frozen=True, slots=True)
class Strips:
    """A copy's strips: the words for each place where they stand, and for each page the code's text and its operators."""

    words: dict[tuple[float, float], bytes]
    codes: tuple[tuple[str, bytes], ...]


def strips_of(copy: Copy, master: Master, run: str) -> Strips:
    """Return a copy's strips. Raises `UncodableNumberError` and `NoRoomForNameError`."""
    whose = holder(copy)
    texts = [written(PageCode(master.paper, master.version, whose, page), run) for page in range(1, len(master.pages) + 1)]
    place = str(copy.candidate.span) if copy.candidate else ""
    said = words_of(copy, catalogue(master.language))
    painted = paint_words(said, width=master.width, family=master.family, code=len(texts[-1]), place=place).operators
    places = {(page.left, page.top): b"" for page in master.pages}
    starts = {at: b"q 1 0 0 1 %s %s cm\n" % (number(at[0]), number(at[1])) for at in places}
    codes = tuple(
        (text, starts[page.left, page.top] + paint_code(text, width=master.width, family=master.family) + b"Q\n")
        for text, page in zip(texts, master.pages, strict=True)
    )
    return Strips({at: start + painted + b"Q\n" for at, start in starts.items()}, codes)


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
    )
    pages = [(strips.words[page.left, page.top], code) for page, (_, code) in zip(master.pages, strips.codes, strict=True)]
    return completed(master.template, metadata, pages)
