"""Texts that are written in lines: which of them are paragraphs, lists, lines of verse and lines of code.

A text's lines are ends of lines in its runs: whoever has no use for them (a key, a comparison, a heading) takes them for white space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from packbuilder.diagnostics import Diagnostics, Span, error
from packbuilder.document import Block, Group, ItemList, Paragraph, ParagraphRole
from packbuilder.markup import flat, rich, spaced_code
from packbuilder.patterns import regex
from packbuilder.question_types.checks import printed
from packbuilder.question_types.lists import begins_entry, flush, goes_on, lists_in
from packbuilder.text import Gap, Inline, Maths, RichText, Run, joined, lines_of, plain
from packbuilder.values import dataclass, replace

_DEEPEST = 12
"""A line of verse stands in by at most so many spaces."""

_DEEPEST_CODE = 24

_SHORTEST_WRAPPED = 60
"""Lines of prose that an editor broke have so many characters at least."""

_FENCE = regex(r"\s*(?:```|~~~)\s*[\w+#-]*\s*")

_SET_IN = regex(r"(?:\t| {4})\s*\S")

_PROGRAM = regex(
    r"[{}]\s*$|==|!=|[+*/-]=|:=|<-|&&|\|\||^\s*(?://|#)|[A-Za-z_]\w+\(|[a-z]_[a-z]"
    r"|^\s*[A-Za-z]\w*(?:\[[^\]]*\])*\s*=\s*[\[\"']|^\s*</?[a-z][\w-]*(?:\s[^<>]*)?>"
    r"|^\s*(?:class|def|elif|else|for|function|if|import|let|return|try|until|var|while"
    r"|ELSE|END\w*|FOR|FUNCTION|IF|INPUT|NEXT|OUTPUT|PRINT|PROCEDURE|REPEAT|RETURN|SELECT|SET|UNTIL|WHILE)\b.*(?:[(){}=:;<>]|$)"
)
"""What a line of a program has, and hardly ever a line of verse or an equation: `count += 1`, `marks = [1, 2]`, `<ul>`, `for i in range(3):`."""

_ENDS = (".", "?", "!", ":", ";", "…", "”", "»", "“")


def in_lines(source: str) -> RichText:
    """Return light Markdown with its lines; lines of code, between fences or set in by four spaces, are read as code and nothing else."""
    inlines: list[Inline] = []
    for at, chunk in enumerate(_chunks(source)):
        inlines += plain("\n\n") if at else ()
        if not chunk.code:
            inlines += rich(chunk.text)
            continue
        for number, line in enumerate(chunk.text.split("\n")):
            inlines += plain("\n") if number else ()
            inset = len(line) - len(line.lstrip(" "))
            inlines += (Run(text=line[:inset] + spaced_code(line[inset:]), code=True),) if line else ()
    return tuple(inlines)


def checked_lines(source: str, span: Span) -> Diagnostics:
    """Return an error for each mistake in a text with lines, whose first character stands at `span`."""
    fences = [line for line in source.split("\n") if _FENCE.fullmatch(line)]
    found = [problem for chunk in _chunks(source) if not chunk.code for problem in printed(chunk.text, span.moved(chunk.start))]
    if len(fences) % 2:
        found.append(
            error("M102", "a fence of code (```) is not closed", span, "Write ``` on a line of its own before the code and after it.")
        )
    return tuple(found)


Prose: TypeAlias = Callable[[tuple[RichText, ...], ParagraphRole], Iterator[Block]]
"""Lines of text as blocks."""

Spoken: TypeAlias = Callable[[tuple[RichText, ...]], bool]
"""Whether lines that look like a list are a dialogue."""


def blocks_in(
    text: RichText, role: ParagraphRole = "stem", *, prose: Prose | None = None, is_spoken: Spoken = lambda lines: False
) -> tuple[Block, ...]:
    """Return the blocks of a text with lines: paragraphs in a role, lists, verse and code. A text of one line is one paragraph."""
    lines = lines_of(text)
    if len(lines) < 2:
        return (Paragraph(text=text, role=role),)
    parts = [each for part in _together(_lines_by_kind(lines)) for each in _listed(part, role, is_spoken)]
    blocks: list[Block] = []
    for lists, group in groupby(parts, lambda each: isinstance(each, ItemList)):
        if lists:
            blocks += (each for each in group if isinstance(each, ItemList))
        else:
            for part in _together(each for each in group if isinstance(each, _Part)):
                blocks += (verse(part.lines, _DEEPEST_CODE),) if part.kind == "code" else (prose or _prose)(part.lines, role)
    return tuple(blocks)


def stem_between(before: RichText, text: RichText, after: RichText) -> tuple[Block, ...]:
    """Return the blocks of a stem that stays with what follows, with words before and after it: in its own lines where those are text, else in theirs."""
    first, *middle = blocks_in(text)
    blocks = [*_opened(before, first), *middle]
    *middle, last = blocks
    return (*middle, *_closed(last, after))


def _opened(before: RichText, block: Block) -> tuple[Block, ...]:
    if isinstance(block, Paragraph):
        return (replace(block, text=joined(before, block.text), keep=True),)
    return (Paragraph(text=before, role="stem", keep=True), block) if before else (block,)


def _closed(block: Block, after: RichText) -> tuple[Block, ...]:
    if isinstance(block, Paragraph):
        return (replace(block, text=joined(block.text, after), keep=True),)
    return (block, Paragraph(text=after, role="stem", keep=True)) if after else (block,)


def verse(lines: Iterable[RichText], deepest: int = _DEEPEST) -> Group:
    """Return lines that stay lines, and stand in by up to so many spaces."""
    return Group(blocks=tuple(Paragraph(text=_indented(line, deepest), role="verse") for line in lines), role="verse", together=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """A part of a source: code, or text in light Markdown that begins at `start`."""

    text: str
    start: int
    code: bool


def _chunks(source: str) -> Iterator[_Chunk]:
    """Yield the parts of a source, those between fences first of all; a fence that is not closed begins no code."""
    text: list[str] = []
    begun = at = 0
    lines = source.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        end = next((n for n in range(number + 1, len(lines)) if _FENCE.fullmatch(lines[n])), 0) if _FENCE.fullmatch(line) else 0
        taken = lines[number + 1 : end] if end else _program(lines, number)
        if taken:
            if any(part.strip() for part in text):
                yield _Chunk(text="\n".join(text).strip("\n"), start=begun, code=False)
            # Between fences lines stand in by what they stand in more than the fence: a line of a loop by itself keeps its place.
            inset = _inset([line] if end else taken)
            yield _Chunk(text="\n".join(_dedented(taken, inset)).rstrip(), start=at, code=True)
            text = []
            length = end + 1 - number if end else len(taken)
            at += sum(len(each) + 1 for each in lines[number : number + length])
            number, begun = number + length, at
            continue
        text.append(line)
        at += len(line) + 1
        number += 1
    if any(part.strip() for part in text):
        yield _Chunk(text="\n".join(text).strip("\n"), start=begun, code=False)


def stretch_at(source: str, offset: int) -> tuple[str, int, bool]:
    """Return the part of a text with lines that a character stands in, the character's place there, and whether the part is code."""
    start, code = 0, False
    end = len(source)
    for chunk in _chunks(source):
        if chunk.start > offset:
            end = chunk.start
            break
        start, code = chunk.start, chunk.code
    return source[start:end], offset - start, code


def _program(lines: list[str], number: int) -> list[str]:
    """Return the lines from `number` on that are a program's: after an empty line, all set in, and what no formula or verse has among them."""
    if not _SET_IN.match(lines[number]) or (number and lines[number - 1].strip()):
        return []
    taken: list[str] = []
    for line in lines[number:]:
        if line.strip() and not _SET_IN.match(line):
            break
        taken.append(line)
    while not taken[-1].strip():
        taken.pop()
    inlines = [inline for line in taken for inline in rich(line)]
    marked = any(isinstance(each, Maths) or (isinstance(each, Run) and each.language) for each in inlines)
    return taken if not marked and any(_PROGRAM.search(line) for line in taken) else []


def _inset(lines: list[str]) -> int:
    """Return by how many spaces all lines stand in that are not empty."""
    wide = (line.expandtabs(4) for line in lines if line.strip())
    return min((len(line) - len(line.lstrip(" ")) for line in wide), default=0)


def _dedented(lines: list[str], inset: int) -> list[str]:
    """Return lines without so many of the spaces that they begin with."""
    wide = [line.expandtabs(4) for line in lines]
    return [line[min(inset, len(line) - len(line.lstrip(" "))) :].rstrip() for line in wide]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Lines of one kind. `apart`: an empty line stands before them."""

    kind: Literal["text", "code", "list"]
    lines: tuple[RichText, ...]
    apart: bool

    def joins(self, after: _Part) -> bool:
        """Whether what comes after is more of this: empty lines part paragraphs, stanzas and programs, and no list."""
        return self.kind == after.kind and (self.kind == "list" or not after.apart)


def _lines_by_kind(lines: tuple[RichText, ...]) -> Iterator[_Part]:
    """Yield each line that is not empty with its kind; what goes on below an entry of a list, further in, is the list's."""
    before, apart = "", True
    for line in lines:
        if not flat(line).strip():
            apart = True
            continue
        entered = begins_entry(line) or (before == "list" and not apart and goes_on(line))
        part = _Part(kind="code" if _is_code(line) else "list" if entered else "text", lines=(line,), apart=apart)
        yield part
        before, apart = part.kind, False


def _together(parts: Iterable[_Part]) -> list[_Part]:
    whole: list[_Part] = []
    for part in parts:
        if whole and whole[-1].joins(part):
            whole[-1] = replace(whole[-1], lines=(*whole[-1].lines, *part.lines))
        else:
            whole.append(part)
    return whole


def _listed(part: _Part, role: ParagraphRole, is_spoken: Spoken) -> Iterator[ItemList | _Part]:
    """Yield the lists in lines that look like one, what is none as lines of text, and other lines as they are."""
    if part.kind != "list" or is_spoken(part.lines):
        yield replace(part, kind="code" if part.kind == "code" else "text")
        return
    apart = part.apart
    for each in lists_in(part.lines, role):
        yield each if isinstance(each, ItemList) else _Part(kind="text", lines=each, apart=apart)
        apart = False


def _is_code(line: RichText) -> bool:
    runs = [inline for inline in line if not isinstance(inline, Gap)]
    return bool(runs) and all(isinstance(inline, Run) and inline.code for inline in runs)


def _prose(lines: tuple[RichText, ...], role: ParagraphRole) -> Iterator[Block]:
    """Yield a stem's lines of text: a paragraph, or lines that stay lines."""
    if len(lines) == 1 or _is_wrapped(lines):
        yield Paragraph(text=flush(joined(*lines, separator=" ")), role=role)
    else:
        yield verse(lines)


def _is_wrapped(lines: tuple[RichText, ...]) -> bool:
    """Whether lines are prose that an editor broke: all but the last are long, and one goes on in the next in the middle of a sentence."""
    words = [flat(line).strip() for line in lines]
    pairs = list(zip(words, words[1:], strict=False))
    goes_on = any(after[:1].islower() and not before.endswith(_ENDS) for before, after in pairs)
    return goes_on and all(len(before) >= _SHORTEST_WRAPPED for before, _ in pairs)


def _indented(line: RichText, deepest: int) -> RichText:
    """Return a line with the spaces that it begins with, which else are none in print."""
    first, *rest = line
    if not isinstance(first, Run):
        return line
    words = first.text.expandtabs(4)
    inset = len(words) - len(words.lstrip(" "))
    return (replace(first, text="\u00a0" * min(inset, deepest) + words.lstrip(" ")), *rest)
