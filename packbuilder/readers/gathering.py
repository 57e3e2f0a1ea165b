"""Gathering: what stands under a bullet, further in, given to it where it is a part of what it says; and entries that hold several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from packbuilder.diagnostics import in_a_row
from packbuilder.leads import for_markers
from packbuilder.nouns import heads_list
from packbuilder.patterns import regex
from packbuilder.readers.answers import answered, answers_itself, own_questions, told
from packbuilder.readers.bulleted import is_number
from packbuilder.readers.bullets import TERM
from packbuilder.readers.headings import Name
from packbuilder.readers.joining import Entry
from packbuilder.readers.labels import gives_answers, is_said_of, marking
from packbuilder.readers.lettered import set_in
from packbuilder.readers.levels import LONG, with_levels, with_own, without_own
from packbuilder.readers.listing import ROW, Listed, Loss
from packbuilder.readers.options import options_after, with_options
from packbuilder.readers.parts import with_scenes
from packbuilder.readers.prompts import opens_prompts, prompted
from packbuilder.readers.questions import (
    COMMANDS,
    as_command,
    asks,
    begins_question,
    commands,
    credits_deed,
    ends_in_marks,
    parted,
    to_candidates,
    without_leader,
)
from packbuilder.readers.tables import ended
from packbuilder.values import replace

_LEADS = regex(r"\b(?:for|to|that|must|should|can|could|would|will|may|know|understand)$", re.IGNORECASE)
"""What only leads to the points below it ("Award credit for:", "Learners must:") is said of each."""
_OPEN_CLAUSE = regex(
    r"\b(?:that|which|who) \w+(?:s|ed)?$|\b(?:how|why|when) (?:a |an |the )?\w+(?: \w+)? (?:is|are|can be|affects?|changes?|causes?)$",
    re.IGNORECASE,
)
"""A clause that each of the points below ends in its own way ("Name the enzyme that digests:")."""
_OPEN_PHRASE = regex(
    r"(?<!\bone )(?<!\btwo )(?<!\bthree )(?<!\bany )(?<!\bsome )(?<!\beach )\b(?:of|in|on|with|about|between|from|(?<!such )as|is|are|by)$",
    re.IGNORECASE,
)
""""Describe the role of:" too."""
_INLINE = regex(r"\s+[-–•*·▪‣●]\s+(?=[A-Z][a-z]+\b)")
"""A bullet within a line, where the ends of lines were lost."""
_OPENED = regex(r":\s*(?:[\[(][^\[\]()]*[\])])?$")
_OPENERS = frozenset("how why what when where which the a an for to".split())
_FEW, _SHORT = 2, 4
"""Words of what says nothing without the lines below it ("Describe:"), and of what stands in brackets after a term."""
_CHOSEN = regex(r"\(Answer: [A-F]\)$")
"""How a question ends that has its options and its key (`choices`): nothing below it is its answer."""
_NEXT_PART = regex(r"^\(?[b-h]\)$")
"""The letter of a part that is no part of the first one, which its number stands before."""
_FIRST_PART = regex(r"\(?a\)\s")
_QUOTED = regex(r"\W*reject\s*:?\s*[‘“'\"]", re.IGNORECASE)
_WITH_ANSWER = regex(r"[?.:]\s+A(?:ns(?:wer)?)?\s?[.:]\s+\S")
"""A question with its answer behind a letter ("Q. What is the pH? A. 5"): lists below it are no part of that."""
_STOP = regex(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")


def gathered(entries: tuple[Entry, ...], name: Name) -> Listed:
    """Give bullets what stands under them, further in, where it is a part of what they say; and leave out what only introduces a list."""
    if name in ("synopsis", "objectives"):
        return Listed(entries=entries)
    losses: list[Loss] = []
    if name == "points":
        whole = with_scenes(tuple(part for entry in with_levels(set_in(entries)) for part in _parts(entry)))
        entries, losses = whole.entries, list(whole.losses)
    kept: list[Entry] = []
    index = 0
    while index < len(entries):
        entry = entries[index]
        below = tuple(_below_point(entries, index) if name == "points" else _below(entries, index))
        index += 1
        if not entry.bullet and not below and entry.text.endswith(":") and index < len(entries) and entries[index].bullet:
            losses.append(_introduction(entry))
            continue
        if not below:
            kept.append(entry)
            continue
        joined = _point_with_below(entry, below) if name == "points" else _with_below(entry, below, name)
        if joined is None:
            kept.extend((entry,) if not entry.text.endswith(":") else ())
            losses.extend((_introduction(entry),) if entry.text.endswith(":") else ())
            continue
        stopped = below[-1].text.rstrip().endswith((".", "!", "?"))
        kept.extend(replace(each, stopped=stopped) for each in joined.entries)
        losses.extend(joined.losses)
        index += len(below)
    return Listed(entries=tuple(map(with_own, kept)), losses=tuple(losses))


def _parts(entry: Entry) -> Iterator[Entry]:
    """Yield the points of an entry that holds several: bullets within a line, or a paragraph of three sentences or more."""
    entry = replace(entry, text=without_leader(entry.text))
    bullets = _INLINE.split(entry.text.lstrip("-–•*· "))
    sentences = _STOP.split(entry.text)
    if len(bullets) > 1 and all(map(commands, bullets)):
        parts = bullets
    elif not entry.bullet and len(sentences) > 2 and not any(re.match(r"You (?:may|must|should)\b", each) for each in sentences):
        parts = sentences
    else:
        parts = [entry.text]
    yield from (replace(entry, text=part.strip()) for part in parts if part.strip() or len(parts) == 1)


def _introduction(entry: Entry) -> Loss:
    message = f"what only introduces a list is not printed ({entry.text[:60]})"
    return Loss(line=entry.line, code="N132", message=message, grave=False)


def _below_point(entries: tuple[Entry, ...], index: int) -> Iterator[Entry]:
    """Yield what stands under a marking point: what is further in, and under a question also a list of another kind, but for questions in it."""
    parent = entries[index]
    if _CHOSEN.search(parent.text):
        return
    if opens_prompts(parent.text):
        yield from takewhile(
            lambda each: to_candidates(each.text) or (each.bullet and each.indent >= parent.indent and not asks(each.text)),
            entries[index + 1 :],
        )
        return
    if options := options_after(parent, entries[index + 1 :]):
        yield from options
        return
    if _FIRST_PART.match(parent.text) and entries[index + 1 :] and _NEXT_PART.match(entries[index + 1].label):
        return  # "1. a) ..." has "b) ..." beside it
    if not asks(parent.text) or (not parent.bullet and parent.text.endswith(":")):
        yield from _below(entries, index)
        return
    edge, worth = parent.indent if parent.bullet else parent.column - 1, "?" in parent.text or ends_in_marks(parent.text)
    several = sum(is_number(each.label) for each in entries) > 1
    worth = worth or (not parent.bullet and (_are_heads(entries) or _lists_below(entries, index)))
    worth = worth and not _WITH_ANSWER.search(parent.text)
    for entry in entries[index + 1 :]:
        # Questions with numbers, or without any bullet, and their answers with bullets that stand no further in.
        numbered = parent.label[:1] == entry.label[:1] == "(" and is_number(entry.label)  # "(9) ... (10) ...": each stands by itself
        listed = not (entry.label == ROW or entry.label[:1].isalnum() or numbered or asks(entry.text))
        beside = listed and ((is_number(parent.label) and (worth or several)) or (not parent.bullet and worth))
        sibling = parent.label.endswith("(a)") and _NEXT_PART.match(entry.label)
        said_of = is_said_of(entry.text) and not (
            (gives_answers(entry.text) and answers_itself(parent.text)) or (_QUOTED.match(entry.text) and parted(parent.text)[1] >= LONG)
        )
        further = entry.indent > edge + 1
        if not entry.bullet or sibling or not (further or beside or said_of) or (not further and credits_deed(entry.text)):
            return
        yield entry


def _lists_below(entries: tuple[Entry, ...], index: int) -> bool:
    """Whether bullets stand on the lines right below a question without one, none of which asks anything: they say nothing without it."""
    below = tuple(takewhile(lambda each: each.bullet and not is_number(each.label), entries[index + 1 :]))
    close = len(below) > 1 and below[0].line - entries[index].line == 1
    return close and begins_question(entries[index].text) and not any(asks(each.text) or commands(each.text) for each in below)


def _are_heads(entries: tuple[Entry, ...]) -> bool:
    """Whether all entries without a bullet ask something, and bullets stand right below several of them: all bullets are answers."""
    plain = [at for at, each in enumerate(entries) if not each.bullet]
    over = [at for at in plain if entries[at + 1 : at + 2] and entries[at + 1].bullet and not asks(entries[at + 1].text)]
    return len(over) > 1 and all(asks(entries[at].text) for at in plain)


def _below(entries: tuple[Entry, ...], index: int) -> Iterator[Entry]:
    parent = entries[index]
    if parent.row or (not parent.bullet and not parent.text.endswith(":")):
        return
    # "Explain ..., including:" without a bullet has under it all bullets that follow; other lines only those further in.
    own = parent.text.rstrip(": ")
    lists = not parent.bullet and len(own.split()) > 2 and own.split()[0].casefold() in COMMANDS and not _LEADS.search(own)
    nearly = parent.bullet and heads_list(parent.text) and _are_set_in(entries, index)
    for entry in entries[index + 1 :]:
        if not entry.bullet or not (lists or entry.indent > parent.indent + (not nearly)):
            return
        yield entry


def _are_set_in(entries: tuple[Entry, ...], index: int) -> bool:
    """Whether several bullets right under an entry stand further in by as little as a space: more than a slip of the hand."""
    below = tuple(takewhile(lambda each: each.bullet and each.indent > entries[index].indent, entries[index + 1 :]))
    return len(below) > 1 and len({each.indent for each in below}) == 1


def _point_with_below(entry: Entry, below: tuple[Entry, ...]) -> Listed | None:
    """Return what a marking point says together with what is below it; None where each says something of its own."""
    entry, below = prompted(without_own(entry), below)
    if not below:
        return Listed(entries=(entry,))
    if chosen := with_options(entry, below):
        return Listed(entries=(chosen,))
    own, marks = parted(entry.text.rstrip(": ."))
    words = own.split()
    opens = len(words) < _FEW or (len(words) == _FEW and (words[1] in _OPENERS or not asks(own))) or _is_open(own)
    if opens and _OPENED.search(entry.text):
        said, losses = _without_guidance(below)
        things = [each for each in said if each.text.strip()]
        if marks and len(things) > 1:
            whole = replace(entry, text=f"{own} {in_a_row([parted(each.text.strip())[0] for each in things])} [{marks}]")
            return Listed(entries=(whole,), losses=losses)
        return Listed(entries=tuple(replace(each, text=f"{own} {each.text}") for each in things), losses=losses)
    if own_questions(entry, below):
        return None
    entry = replace(entry, text=as_command(entry.text)) if any(ends_in_marks(each.text) for each in below) else entry
    if asks(entry.text) or ends_in_marks(entry.text):
        whole, losses = answered(entry, below)
        return Listed(entries=(whole,), losses=losses)
    said, losses = _without_guidance(below)
    listing = "; ".join(each.text.strip().rstrip(" .;,") for each in said if each.text.strip())
    if not own or not listing:
        return Listed(entries=(entry,), losses=losses)
    lead = (
        ":" if re.search(r"\bfollowing\b", own) else "" if re.search(r"(?:such as|including|e\.g\.?|for example)$", own) else ", including"
    )
    return Listed(entries=(replace(entry, text=f"{own}{lead} {listing}"),), losses=losses)


def _is_open(own: str) -> bool:
    """Whether each of the points below ends what a point begins to say."""
    return any(pattern.search(own) for pattern in (_LEADS, _OPEN_CLAUSE, _OPEN_PHRASE))


def _without_guidance(below: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], tuple[Loss, ...]]:
    guidance = tuple(each for each in below if for_markers(each.text, each.text) or marking(each.text))
    return tuple(each for each in below if each not in guidance), tuple(map(told, guidance))


def _with_below(entry: Entry, below: tuple[Entry, ...], name: Name) -> Listed | None:
    """Return what an entry says together with those below it; None where each says something of its own."""
    texts = [each.text.strip() for each in below if each.text.strip()]
    opened = entry.text.endswith(":")
    own = entry.text.rstrip(": .")
    if not own or not texts:
        return None
    if name == "misconceptions":
        text = " ".join(map(ended, (entry.text, *(f"{text[:1].upper()}{text[1:]}" for text in texts))))
    elif any(TERM.match(text) for text in texts):
        return None
    elif opened or not TERM.match(entry.text):
        text = f"{own}: {'; '.join(text.rstrip(' .;,') for text in texts)}"
    elif all(len(text.split()) <= _SHORT for text in texts):
        text = f"{own} ({', '.join(text.rstrip(' .;,') for text in texts)})"
    else:
        text = f"{own}. {' '.join(map(_sentence, texts))}"
    return Listed(entries=(replace(entry, text=text),))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip(' .;,')}."
