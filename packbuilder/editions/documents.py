"""A document to that of an edition: the same blocks in the same order, without italics and blocks of capitals.

What a candidate is asked does not change by a word; only how words are written: `TWO` is `two` in bold, and what was
slanted is bold. What somebody else wrote keeps its letters: a stimulus, what stands in quotation marks, code. What the program itself says
of ink and boxes is said for a screen in the reader edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from packbuilder.document import Block, Document, Fields, Group, NumberedQuestion, PageTotal
from packbuilder.editions import Edition
from packbuilder.text import QUOTED, Inline, Reference, RichText, Run, decapitalised
from packbuilder.walks import reworded
from packbuilder.wording import Catalogue, catalogue

_Words = Callable[[RichText], RichText]

_INSTEAD = "reader.instead."
"""Begins the keys of messages of the reader edition; the key of the message on paper follows."""

_ENDS = ".!?"
"""After one of these, and at the start of a text, a word begins with a capital letter."""


def adapted(document: Document, edition: Edition) -> Document:
    """Return the document for an edition; its record and its facts name the edition."""
    record = {**document.record, "edition": edition.name} if document.record else document.record
    named = replace(document, record=record)
    if not edition.clear:
        return named
    language = document.language

    def words(text: RichText) -> RichText:
        shown = tuple(_for_screen(inline, language) for inline in text) if edition.digital else text
        return tuple(_plain(shown, language))

    return replace(named, blocks=tuple(_block(block, words) for block in document.blocks))


def _for_screen(inline: Inline, language: str) -> Inline:
    """Return what stands in place of an inline on a screen, in a document's language, or in its own: a pack's topics may have another."""
    if not isinstance(inline, Run):
        return inline
    spoken = (language, inline.language) if inline.language else (language,)
    text = next((found for tag in spoken if (found := _instead(tag).get(inline.text))), inline.text)
    return replace(inline, text=text)


@lru_cache(maxsize=8)
def _instead(language: str) -> Mapping[str, str]:
    return said_on_screen(catalogue(language))


def said_on_screen(wording: Catalogue) -> Mapping[str, str]:
    """Return what the reader edition says in place of each of the program's sentences about pen and paper."""
    keys = [key for key in wording.messages if key.startswith(_INSTEAD)]
    pairs = (zip(wording.lines(key.removeprefix(_INSTEAD)), wording.lines(key), strict=True) for key in keys)
    return {paper: screen for lines in pairs for paper, screen in lines}


def _upright(text: RichText) -> RichText:
    """Return somebody else's words as they wrote them: what was slanted is bold, and no letter is another."""
    return tuple(replace(each, bold=each.bold or each.italic, italic=False) if isinstance(each, Run) else each for each in text)


def _plain(text: RichText, language: str) -> Iterator[Inline]:
    """Yield a text upright and without blocks of capitals; words in capitals for emphasis become runs in bold."""
    whole = "".join(each.text if isinstance(each, Run) else "\ufffc" for each in text)
    quoted = [match.span() for match in QUOTED.finditer(whole)]
    at = 0
    for inline in _upright(text):
        match inline:
            case Run(code=False):
                for words, kept in _cut(inline.text, at, quoted):
                    yield from (replace(inline, text=words),) if kept else _small(replace(inline, text=words), whole, at, language)
                    at += len(words)
                continue
            case Reference():
                yield replace(inline, text=decapitalised(inline.text), paper=decapitalised(inline.paper))
            case _:
                yield inline
        at += len(inline.text) if isinstance(inline, Run) else 1


def _cut(words: str, start: int, quoted: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a run that begins at `start` in its text, and whether each stands in quotation marks."""
    at = start
    end = start + len(words)
    for first, last in quoted:
        if last <= at or first >= end:
            continue
        if first > at:
            yield words[at - start : first - start], False
        yield words[max(first, at) - start : min(last, end) - start], True
        at = min(last, end)
    if at < end:
        yield words[at - start :], False


def _small(run: Run, whole: str, at: int, language: str) -> Iterator[Run]:
    """Yield a run, which begins at `at` in its whole text, without blocks of capitals and with emphasised words in bold."""
    shouted = _emphasis(language, logic=_is_logic(whole, language))
    before = whole[:at]
    words = decapitalised(run.text)
    for part in shouted.split(words) if shouted else (words,):
        if not part:
            continue
        if shouted and shouted.fullmatch(part):
            begins = not before.strip() or before.rstrip()[-1:] in _ENDS
            yield replace(run, text=part.capitalize() if begins else part.lower(), bold=True)
        else:
            yield replace(run, text=part)
        before += part


@lru_cache(maxsize=16)
def _emphasis(language: str, *, logic: bool) -> re.Pattern[str] | None:
    """Return what finds words in capitals for emphasis; with `logic`, not those that are operators there."""
    wording = catalogue(language)
    left = frozenset(wording.lines("emphasis.logic")) if logic else frozenset()
    words = sorted((word for word in wording.lines("emphasis") if word not in left), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(words)})\b") if words else None


def _is_logic(text: str, language: str) -> bool:
    """Whether a text is about logic or a program, where AND is an operator: a cue in capitals is one only as it is written."""
    cues = catalogue(language).lines("emphasis.logic.near")
    if not any(word.isupper() and len(word) > 1 for word in text.split()):
        return False
    found = re.findall(r"[^\W_]+", text)
    small = {word.casefold() for word in found}
    return any(cue in found if cue.isupper() else cue in text.casefold() if " " in cue else cue.casefold() in small for cue in cues)


def _block(block: Block, words: _Words) -> Block:
    """Return a block in other words, with those too that are no rich text."""
    match block:
        case PageTotal():
            return replace(block, template=decapitalised(block.template))
        case Fields():
            return replace(block, fields=tuple(replace(field, label=decapitalised(field.label)) for field in block.fields))
        case Group():
            told = _upright if block.role == "stimulus" else words
            inner = tuple(_block(each, words) if told is words else reworded(each, told) for each in block.blocks)
            return replace(block, blocks=inner, label=words(block.label))
        case NumberedQuestion():
            stem, space = (tuple(_block(each, words) for each in blocks) for blocks in (block.stem, block.space))
            return replace(block, stem=stem, space=space)
        case _:
            return reworded(block, words)
