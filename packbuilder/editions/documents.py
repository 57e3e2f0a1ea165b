"""A document to that of an edition: the same blocks in the same order, without italics and blocks of capitals.

What a candidate is asked does not change by a word; only how words are written: `TWO` is `two` in bold, and what was
slanted is bold. What the program itself says of ink and boxes is said for a screen in the reader edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from packbuilder.document import Block, Document, Fields, Group, PageTotal
from packbuilder.editions import Edition
from packbuilder.text import Inline, Reference, RichText, Run, decapitalised
from packbuilder.walks import reworded
from packbuilder.wording import Catalogue, catalogue

_Words = Callable[[RichText], RichText]

_INSTEAD = "reader.instead."
"""Begins the keys of messages of the reader edition; the key of the message on paper follows."""


def adapted(document: Document, edition: Edition) -> Document:
    """Return the document for an edition; its record and its facts name the edition."""
    record = {**document.record, "edition": edition.name} if document.record else document.record
    named = replace(document, record=record)
    if not edition.clear:
        return named
    wording = catalogue(document.language)
    emphasised = frozenset(wording.lines("emphasis"))

    def words(text: RichText) -> RichText:
        shown = tuple(_for_screen(inline, document.language) for inline in text) if edition.digital else text
        return tuple(plain for inline in shown for plain in _plain(inline, emphasised))

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


def _plain(inline: Inline, emphasised: frozenset[str]) -> Iterator[Inline]:
    """Yield an inline upright and without blocks of capitals; words in capitals for emphasis become runs in bold."""
    match inline:
        case Run():
            upright = replace(inline, bold=inline.bold or inline.italic, italic=False)
            for part in _parts(decapitalised(inline.text), emphasised):
                shouted = part in emphasised
                yield replace(upright, text=part.lower() if shouted else part, bold=upright.bold or shouted)
        case Reference():
            yield replace(inline, text=decapitalised(inline.text), paper=decapitalised(inline.paper))
        case _:
            yield inline


def _parts(text: str, words: frozenset[str]) -> list[str]:
    """Cut a text round the words that are among `words`."""
    found = words.intersection(re.findall(r"[^\W\d_]+", text))
    if not found:
        return [text]
    return [part for part in re.split(rf"\b({'|'.join(sorted(found))})\b", text) if part]


def _block(block: Block, words: _Words) -> Block:
    """Return a block in other words, with those too that are no rich text."""
    match block:
        case PageTotal():
            return replace(block, template=decapitalised(block.template))
        case Fields():
            return replace(block, fields=tuple(replace(field, label=decapitalised(field.label)) for field in block.fields))
        case Group():
            inner = tuple(_block(each, words) for each in block.blocks)
            return replace(block, blocks=inner, label=words(block.label))
        case _:
            return reworded(block, words)
