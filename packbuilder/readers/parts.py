"""Parts: questions with letters below what is told for all of them, each as a point of its own that the telling stands before.

    A student shines a lamp on pondweed.      A student shines a lamp on pondweed. Name the gas in the bubbles. (1)
    (a) Name the gas in the bubbles. (1)  ->  A student shines a lamp on pondweed. Explain why ... (3)
    (b) Explain why ... (3)

A part that leans on another one cannot be asked without it: it is told, and left out.
"""

from __future__ import annotations

import re

from packbuilder.leads import for_markers
from packbuilder.patterns import regex
from packbuilder.readers.bulleted import is_number
from packbuilder.readers.joining import Entry
from packbuilder.readers.labels import labelled, marking
from packbuilder.readers.listing import Listed, Loss
from packbuilder.readers.questions import asks, commands, ends_in_marks, to_candidates
from packbuilder.values import replace

_LETTERS, _ROMAN = "abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_LABEL = regex(r"^(?:Q?\d{1,2}[.)]?\s?)?\(?(?P<sign>[a-h]|i{1,3}|iv|vi{0,3})[).]{0,2}$")
_OWN = regex(r"^\(?(?P<sign>[a-h]|i{1,3}|iv|vi{0,3})\)\s+(?=[A-Z“‘\"'*_])")
_NUMBER = regex(r"^(?:Q(?:uestion)?\s?)?\d{1,2}[.)]\s+(?=\(a\)|[A-Z])")
_BARE_NUMBER = regex(r"^\d{1,2}\s+(?=[A-Z])")
"""A number without a stop, of what has parts below it."""
_INLINE = regex(r"\s+\((?P<letter>[a-h])\)\s+(?=[A-Z])")
_FIRST = regex(r"^(?:(?P<told>.+?[.:])\s+)?\(a\)\s+(?=[A-Z])", re.DOTALL)
_GIVEN = regex(
    r"^(?:(?:this|these) questions?\b|(?:the|fig(?:ure|\.)?|table|source|graph|diagram|extract|photo\w*|picture|map|text|item)\b.*\b(?:shows?|gives?|is|are)\b)",
    re.IGNORECASE,
)
"""Tells something even without a stop at its end."""
_ABOUT = regex(r"^(?:this|these|the following) (?:questions?|parts?|tasks?) (?:is|are) (?:all )?(?:about|on)\b", re.IGNORECASE)
_ON_ANOTHER = regex(
    r"\b(?:do(?:es|ing)?|did) (?:so|this|that)\b|\byour (?:answers?|choice|suggestion|method|calculation|diagram|graph|table)\b|\b(?:part|question|answer(?:s)? (?:to|in|from)) \(?(?:\d{1,2}\s?)?\(?[a-h]\b|"
    r"\byou (?:have )?(?:named|gave|given|chose|chosen|identified|calculated|stated|suggested|described|drew|drawn|found|listed|wrote|written|worked)\b|\b(?:in|from|to) \(?(?:\d{1,2}\s?)?\([a-h]\)",
    re.IGNORECASE,
)
"""Speaks of another part, or of what was answered there."""
_RUBRIC = regex(
    r"^(?:answer|attempt|you|your|total|time|choose|tick|do not|don['’]t|remember|note|tip|hint|section|spend|marks?|(?:candidates?|learners?|students|pupils) (?:should|must|may|will|need|could))\b",
    re.IGNORECASE,
)
"""Speaks of the paper, and tells nothing."""
_THIS = regex(
    r"\b(?:this|these)\b|\b(?:its|they|them|their)\b|\bit\b(?! (?:is|was|would be|may be|might be|can be) (?:\w+ )?(?:to|that|for)\b| takes?\b)",
    re.IGNORECASE,
)
_FEWEST, _SEVERAL = 3, 2


def with_scenes(entries: tuple[Entry, ...]) -> Listed:
    """Return marking points in which what stands above parts with letters stands before each of them."""
    entries = tuple(part for entry in entries for part in _in_line(entry))
    kept: list[Entry] = []
    losses: list[Loss] = []
    index = 0
    while index < len(entries):
        if index + 1 < len(entries) and _sign(entries[index + 1]) in ("a", "i"):
            entries = (*entries[:index], replace(entries[index], text=_BARE_NUMBER.sub("", entries[index].text)), *entries[index + 1 :])
        end = _end(entries, index) if _tells(entries[index]) else index + 1
        if end == index + 1:
            kept.append(entries[index])
            index += 1
            continue
        scene = entries[index]
        while kept and not scene.bullet and _tells(kept[-1]) and scene.line - kept[-1].line <= 1:
            above = kept.pop()
            scene = replace(above, text=f"{_ended(above.text)} {scene.text}")
        told = _asked(scene, entries[index + 1 : end])
        kept.extend(told.entries)
        losses.extend(told.losses)
        index = end
    return Listed(entries=tuple(kept), losses=tuple(losses))


def _in_line(entry: Entry) -> tuple[Entry, ...]:
    """Return the parts of a point that holds several in one line, with what it tells before them as a point above them."""
    found = _FIRST.match(_NUMBER.sub("", entry.text))
    if not found:
        return (_lettered(entry),)
    told, text = found["told"] or "", _NUMBER.sub("", entry.text)[found.end() :]
    pieces = _INLINE.split(text)
    texts, letters = pieces[::2], ["a", *pieces[1::2]]
    if len(texts) < _SEVERAL or "".join(letters) != _LETTERS[: len(letters)] or not all(map(_is_part, texts)):
        return (_lettered(entry),)
    edge = entry.indent + 2 if told else entry.indent
    above = (replace(entry, text=told),) if told else ()
    return (
        *above,
        *(
            replace(entry, text=each.strip(), label=f"({sign})", bullet=True, indent=edge)
            for sign, each in zip(letters, texts, strict=True)
        ),
    )


def _lettered(entry: Entry) -> Entry:
    """Return the part of a numbered question with its letter beside the number: `1. (a) Define ...`."""
    own = _OWN.match(entry.text) if is_number(entry.label) else None
    return replace(entry, text=entry.text[own.end() :], label=f"{entry.label}({own['sign']})") if own else entry


def _is_part(text: str) -> bool:
    return asks(text) or ends_in_marks(text)


def _tells(entry: Entry) -> bool:
    """Whether an entry tells something that questions below it may be about: a statement, and nothing to markers or candidates."""
    text = entry.text.strip("*_ ")
    if (
        asks(text)
        or ends_in_marks(text)
        or commands(text)
        or labelled(text)
        or marking(text)
        or to_candidates(text)
        or for_markers(text, text)
        or _RUBRIC.match(text)
    ):
        return False
    return len(text.split()) >= _FEWEST and text[:1].isupper() and (text.endswith((".", "”", "’", '"', "!")) or bool(_GIVEN.match(text)))


def _end(entries: tuple[Entry, ...], index: int) -> int:
    """Return where the parts below an entry end, right behind it where there are none."""
    scene, signs, end = entries[index], 0, index + 1
    lettered = end < len(entries) and _sign(entries[end]) in ("a", "i")
    row = _ROMAN if lettered and _sign(entries[end]) == "i" else tuple(_LETTERS)
    part: Entry | None = None
    for place in range(index + 1, len(entries)):
        each = entries[place]
        if _is_next(each, scene, row[signs : signs + 1] if lettered else ()):
            part, signs, end = each, signs + 1, place + 1
        elif part is not None and each.bullet and each.indent > part.indent + 1:
            end = place + 1
        elif not (
            part is not None and lettered and not each.bullet and _tells(each) and _sign_after(entries, place) in row[signs : signs + 1]
        ):
            break
    return end


def _sign_after(entries: tuple[Entry, ...], place: int) -> str:
    return _sign(entries[place + 1]) if place + 1 < len(entries) else ""


def _is_next(entry: Entry, scene: Entry, signs: tuple[str, ...]) -> bool:
    """Whether an entry is the next part: with its letter, or with marks further in than what is told."""
    if signs:
        return _sign(entry) == signs[0] and _is_part(entry.text)
    inner = entry.bullet and entry.indent > scene.indent + 1 and not _sign(entry)
    return inner and scene.bullet and asks(entry.text) and ends_in_marks(entry.text)


def _sign(entry: Entry) -> str:
    """Return the letter of a part, in its text or instead of a bullet; empty where it has none."""
    found = _LABEL.match(entry.label) or _OWN.match(entry.text)
    return found["sign"] if found else ""


def _asked(scene: Entry, below: tuple[Entry, ...]) -> Listed:
    """Return the parts below a scene with it before them, and what stands below each; those that lean on another are told."""
    told, kept, losses = _ended(scene.text), list[Entry](), list[Loss]()
    before: list[str] = []
    left = False
    edge = min(each.indent for each in below if each.bullet)
    # Parts stand where what is told above them did: further in they would belong to the point before it.
    inset = max(edge - (scene.indent if scene.bullet else scene.column - 1), 0)
    for each in below:
        if each.bullet and each.indent > edge + 1 and before and not _sign(each):
            if not left:
                kept.append(replace(each, indent=each.indent - inset))
        elif not _is_part(each.text):
            told = f"{told} {_ended(each.text)}"
        else:
            text = _OWN.sub("", each.text)
            left = _leans(text, before, scene.text)
            losses.extend((_unasked(each),) if left else ())
            kept.extend(() if left else (replace(each, text=f"{told} {text}", indent=max(each.indent - inset, 0)),))
            before.append(text)
    return Listed(entries=tuple(kept), losses=tuple(losses))


def _leans(text: str, before: list[str], scene: str) -> bool:
    """Whether a part speaks of another, or of what may be the answer to one above it."""
    if _ON_ANOTHER.search(text):
        return True
    return bool(before) and bool(_THIS.search(text)) and not _ABOUT.match(scene)


def _unasked(entry: Entry) -> Loss:
    message = f"a part that leans on another one is not asked without it ({entry.text[:60]})"
    hint = "Name in it what it is about, so that it can be asked by itself."
    return Loss(line=entry.line, code="N133", message=message, hint=hint)


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "”", "’", '"')) else f"{text.rstrip(' :;,')}."
