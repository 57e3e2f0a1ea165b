"""A document to that of an edition: the same blocks in the same order, without italics and blocks of capitals.

What a candidate is asked does not change by a word; only how words are written: `TWO` is `two` in bold, and what was
slanted is bold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from packbuilder.document import Block, Document, Fields, Group, PageTotal, reworded
from packbuilder.editions import Edition
from packbuilder.text import Inline, Reference, RichText, Run, decapitalised
from packbuilder.wording import catalogue

_Words = Callable[[RichText], RichText]


def adapted(document: Document, edition: Edition) -> Document:
    """Return the document for an edition; its record and its facts name the edition."""
    record = {**document.record, "edition": edition.name} if document.record else document.record
    named = replace(document, record=record)
    if not edition.clear:
        return named
    emphasised = frozenset(catalogue(document.language).lines("emphasis"))

    def words(text: RichText) -> RichText:
        return tuple(plain for inline in text for plain in _plain(inline, emphasised))

    return replace(named, blocks=tuple(_block(block, words) for block in document.blocks))


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
