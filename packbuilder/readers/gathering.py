"""Gathering: what stands under a bullet, further in, given to it where it is a part of what it says; and entries that hold several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.leads import for_markers
from packbuilder.patterns import regex
from packbuilder.readers.headings import Name
from packbuilder.readers.listing import COMMANDS, TERM, Entry, Listed, Loss, commands
from packbuilder.readers.tables import ended
from packbuilder.values import replace

_LEADS = regex(r"\b(?:for|to|that|must|should|can|could|will|may|know|understand)$", re.IGNORECASE)
"""What only leads to the points below it ("Award credit for:", "Learners must:") is said of each."""
_OPEN_CLAUSE = regex(
    r"\b(?:that|which|who) \w+(?:s|ed)?$|\b(?:how|why|when) (?:a |an |the )?\w+(?: \w+)? (?:is|are|can be|affects?|changes?|causes?)$",
    re.IGNORECASE,
)
"""A clause that each of the points below ends in its own way ("Name the enzyme that digests:")."""
_INLINE = regex(r"\s+[-–•*·▪‣●]\s+(?=[A-Z][a-z]+\b)")
"""A bullet within a line, where the ends of lines were lost."""
_MARKS = regex(r"\s*[\[(](?:\d{1,2}|one)(?:\s+marks?)?[\])]\s*$", re.IGNORECASE)
_ANY_FROM = regex(
    r"[\s.:;,–-]*\b(?:any|maximum|max)\s+(?P<n>one|two|three|four|\d)(?:\s+(?:from|of)(?: the following)?)?\s*$", re.IGNORECASE
)
_COUNTS = {"one": "1", "two": "2", "three": "3", "four": "4"}
_STOP = regex(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")
_LETTERED_PARTS = regex(r"\s+\([b-h]\)\s+(?=[A-Z])")


def gathered(entries: tuple[Entry, ...], name: Name) -> Listed:
    """Give bullets what stands under them, further in, where it is a part of what they say; and leave out what only introduces a list."""
    if name in ("synopsis", "objectives"):
        return Listed(entries=entries)
    if name == "points":
        entries = tuple(part for entry in entries for part in _parts(entry))
    kept: list[Entry] = []
    losses: list[Loss] = []
    index = 0
    while index < len(entries):
        entry = entries[index]
        below = tuple(_below(entries, index))
        index += 1
        if not entry.bullet and not below and entry.text.endswith(":") and index < len(entries) and entries[index].bullet:
            losses.append(_introduction(entry))
            continue
        if not below:
            kept.append(entry)
            continue
        if name == "points":
            below, guidance = _answers(below)
            losses.extend(guidance)
            index += len(guidance)
        if not below:
            kept.append(entry)
            continue
        joined = _with_below(entry, below, name)
        if joined is None:
            kept.extend((entry,) if not entry.text.endswith(":") else ())
            losses.extend((_introduction(entry),) if entry.text.endswith(":") else ())
            continue
        kept.extend(joined)
        index += len(below)
    return Listed(entries=tuple(kept), losses=tuple(losses))


def _parts(entry: Entry) -> Iterator[Entry]:
    """Yield the points of an entry that holds several: bullets within a line, or a paragraph of three sentences or more."""
    bullets = _INLINE.split(entry.text.lstrip("-–•*· "))
    sentences = _STOP.split(entry.text)
    lettered = _LETTERED_PARTS.split(re.sub(r"^\([a]\)\s+", "", entry.text))
    if len(bullets) > 1 and all(map(commands, bullets)):
        parts = bullets
    elif len(lettered) > 1 and all(map(commands, lettered)):
        parts = lettered
    elif not entry.bullet and len(sentences) > 2 and not any(re.match(r"You (?:may|must|should)\b", each) for each in sentences):
        parts = sentences
    else:
        parts = [entry.text]
    yield from (replace(entry, text=part.strip()) for part in parts if part.strip() or len(parts) == 1)


def _introduction(entry: Entry) -> Loss:
    message = f"what only introduces a list is not printed ({entry.text[:60]})"
    return Loss(line=entry.line, code="N132", message=message, grave=False)


def _below(entries: tuple[Entry, ...], index: int) -> Iterator[Entry]:
    parent = entries[index]
    if not parent.bullet and not parent.text.endswith(":"):
        return
    # "Explain ..., including:" without a bullet has under it all bullets that follow; other lines only those further in.
    own = parent.text.rstrip(": ")
    asks = not parent.bullet and len(own.split()) > 2 and own.split()[0].casefold() in COMMANDS and not _LEADS.search(own)
    for entry in entries[index + 1 :]:
        if not entry.bullet or not (asks or entry.indent > parent.indent + 1):
            return
        yield entry


def _answers(below: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], tuple[Loss, ...]]:
    """Return what answers a point among the lines below it, and the loss of what is said there to markers only ("Max 2")."""
    guidance = tuple(each for each in below if for_markers(each.text, each.text))
    message = "what is said to markers below a point is not printed"
    losses = tuple(Loss(line=each.line, code="N132", message=f"{message} ({each.text[:60]})", grave=False) for each in guidance)
    return tuple(each for each in below if each not in guidance), losses


def _own_marks(own: str) -> tuple[str, str]:
    """Return a point that has its answers below without its marks, and these; "Any three from" is worth three."""
    counted = _ANY_FROM.search(own)
    own = _ANY_FROM.sub("", own).rstrip(" .:;")
    found = _MARKS.search(own)
    if found:
        return own[: found.start()].rstrip(" .:;"), f" [{re.sub(r'[^0-9]', '', found[0]) or 1}]"
    return own, f" [{_COUNTS.get(counted['n'].casefold(), counted['n'])}]" if counted else ""


def _with_below(entry: Entry, below: tuple[Entry, ...], name: Name) -> tuple[Entry, ...] | None:
    """Return what an entry says together with those below it; None where each says something of its own."""
    texts = [each.text.strip() for each in below if each.text.strip()]
    opened = entry.text.endswith(":")
    own = entry.text.rstrip(": .")
    if not own or not texts:
        return None
    listing = "; ".join(text.rstrip(" .;,") for text in texts)
    if name == "points":
        listing = "; ".join(_MARKS.sub("", text.rstrip(" .;,")).rstrip(" .;,") for text in texts)
        own, marks = _own_marks(own)
        if opened and (len(own.split()) <= 2 or _LEADS.search(own) or _OPEN_CLAUSE.search(own)):
            return tuple(replace(each, text=f"{own} {each.text}") for each in below if each.text.strip())
        if any(map(commands, texts)):
            return None
        lead = (
            ""
            if own.endswith("?")
            else ":"
            if re.search(r"\bfollowing\b", own)
            else ""
            if re.search(r"(?:such as|including|e\.g\.?|for example)$", own)
            else ", including"
        )
        return (replace(entry, text=f"{own}{lead} {listing}{marks}"),)
    if name == "misconceptions":
        said = (f"{text[:1].upper()}{text[1:]}" for text in texts)
        return (replace(entry, text=" ".join(map(ended, (entry.text, *said)))),)
    if any(TERM.match(text) for text in texts):
        return None
    if opened or not TERM.match(entry.text):
        return (replace(entry, text=f"{own}: {listing}"),)
    if all(len(text.split()) <= 4 for text in texts):
        return (replace(entry, text=f"{own} ({', '.join(text.rstrip(' .;,') for text in texts)})"),)
    sentences = " ".join(f"{text[:1].upper()}{text[1:].rstrip(' .;,')}." for text in texts)
    return (replace(entry, text=f"{own}. {sentences}"),)
