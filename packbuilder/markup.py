"""Light Markdown to rich text: what people may write in notes and banks.

`**bold**`, `*italic*`, `` `code` ``, `<sub>2</sub>`, `<sup>2</sup>`, `[mot juste]{lang=fr}`, formulas as `$...$` (`packbuilder.dollars`),
`\\(...\\)`, `$$...$$`, `\\[...\\]` or a bare `\\ce{...}`, and a backslash before any of these signs to print the sign itself. Everything else is data and prints as
it stands: `<b>`, `&amp;`, `e^(-t/RC)`, a lone `*` or a price such as $5. (Readers of notes mend the first two before: `readers/remnants.py`.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import Formatter
from typing import Literal, TypeAlias

from packbuilder import maths
from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.dollars import ALONE, BESIDE, ORDINAL
from packbuilder.languages import is_language
from packbuilder.patterns import regex
from packbuilder.seams import met, placed
from packbuilder.text import Gap, Inline, Maths, RichText, Run
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue


def _grouped(name: str, part: tuple[str, str, str]) -> str:
    before, inside, after = part
    return f"{before}(?P<{name}>{inside}){after}"


_TOKEN = regex(
    rf"""
    \\(?P<escaped>[*`$<\\_]|\[(?=[^\[\]]+\]\{{lang=))
  | \$\$(?P<display>[^$]+)\$\$
  | {_grouped("dollar", ALONE)}
  | {_grouped("beside", BESIDE)}
  | {_grouped("ordinal", ORDINAL)}
    """
    r"""
  | \\\[(?P<bracket>(?=(?:[^\\\n]|\\(?!\]))*?(?:[=^_<>+/]|\\[A-Za-z]))(?:[^\\\n]|\\(?!\]))+)\\\]
  | \\\((?P<paren>.+?)\\\)
  | (?P<ce>\\ce\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})
  | `(?P<code>[^`]+)`
  | <sub>(?P<sub>[^<]+)</sub>
  | <sup>(?P<sup>[^<]+)</sup>
  | \[(?P<words>[^\[\]]+)\]\{lang=(?P<language>[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*)\}
  | \*\*(?P<bold>(?=\S).+?(?<=\S))\*\*(?!\*)
  | (?<![\w*])\*(?P<italic>(?=[^\s*])[^*]+?(?<=\S))\*(?![\w*])
    """,
    re.VERBOSE,
)


_SIGN = regex(r"[*`$\\]|<(?=/?su[bp]>)|\[(?=[^\[\]]+\]\{lang=)")
"""Signs that mean something in light Markdown: a backslash before them prints them as they are."""


_LATEX = regex(r"(?<![\w:\\/.])\\(?P<name>[A-Za-z]{2,})\b(?P<braced>\{)?")
"""A command of LaTeX: not the folder of a path, nor a letter with a backslash, as code has it."""

_LEFT_OVER = regex(r"\]\{lang=[^{}\s]*\}")
"""The end of a mark of a language."""

_FORMULAS = frozenset(("display", "dollar", "beside", "ordinal", "bracket", "paren", "ce"))
"""The kinds of tokens that are formulas."""
_DISPLAYED = frozenset(("display", "bracket"))
"""Those that stand in lines of their own."""

_EMPHASIS = frozenset(("bold", "italic", "language"))
"""The kinds of tokens within which others are read."""

_DEEPEST = 8
"""How many marks may stand one within another; what is deeper prints as it stands. Nobody means a thousand asterisks as emphasis."""
_TOO_DEEP = "Put a backslash before each asterisk that is to be printed, or take out those that nothing needs."


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something wrong inside a text: how many characters from its start, what, and hints."""

    offset: int
    message: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The rich text (best effort) and what is wrong with it."""

    text: RichText
    mistakes: tuple[Mistake, ...] = ()


@lru_cache(maxsize=65536)
def parse(source: str) -> Parsed:
    """Read light Markdown. Never raises: what cannot be read is a mistake with its offset."""
    inlines: list[Inline] = []
    mistakes: list[Mistake] = []
    _read(source, 0, Run(text=""), inlines, mistakes)
    return Parsed(text=_merged(inlines), mistakes=tuple(mistakes))


def rich(source: str) -> RichText:
    """Return the rich text of `source`; for texts whose mistakes a reader has already reported."""
    return parse(source).text


_OF_TITLES = _FORMULAS | {"bold", "italic", "code", "language"}
"""What is read of a title. A title is bold already, and has one kind of letters: of what is bold and of code only the words are left."""


def titled(source: str) -> RichText:
    """Return a title as rich text: formulas in it are set, words are slanted or of another language; all else in it is data."""
    inlines: list[Inline] = []
    _read_title(source, Run(text=""), inlines)
    return _merged(inlines)


def _read_title(source: str, style: Run, inlines: list[Inline], depth: int = 0) -> None:
    end = 0
    for token in _TOKEN.finditer(source) if depth <= _DEEPEST else ():
        name = str(token.lastgroup)
        if name not in _OF_TITLES or token.start() < end:
            continue
        _append(inlines, style, source[end : token.start()])
        end, inner = token.end(), token[name]
        if name in _FORMULAS:
            inlines.append(Maths(source=inner.strip(), language=style.language))
        elif name == "code":
            _append(inlines, style, inner)
        elif name == "language":
            _read_title(token["words"], replace(style, language=inner) if is_language(inner) else style, inlines, depth + 1)
        else:
            _read_title(inner, replace(style, italic=True) if name == "italic" else style, inlines, depth + 1)
    _append(inlines, style, source[end:])


def gapped(pieces: Sequence[str], gaps: Sequence[Gap]) -> RichText:
    """Return the pieces of a text with a gap between each and the next. They are read as one text: emphasis may begin before a gap and end after it."""
    inlines: list[Inline] = []
    left = iter(gaps)
    for inline in rich(_BLANK.join(pieces)):
        if not isinstance(inline, Run):
            inlines.append(inline)
            continue
        for at, words in enumerate(inline.text.split(_BLANK)):
            inlines += [next(left)] if at else []
            inlines += [_styled(inline, words)] if words else []
    return tuple(inlines)


_BLANK = "\ue0ff"
"""Stands for a gap while a text is read: a character for private use, which no text of notes may hold."""


def in_characters(source: str) -> str:
    """Return a title, or the words for a picture, as characters only, with formulas in linear Unicode: for bookmarks, names and the like."""
    return flat(titled(source)) if _SIGN.search(source) else source


Place: TypeAlias = Literal["text", "formula", "code"]


def place_in(source: str, offset: int) -> Place:
    """Return within what a character of light Markdown stands."""
    around = _around(source, offset)
    innermost = str(around[-1].lastgroup) if around else ""
    return "formula" if innermost in _FORMULAS else "code" if innermost == "code" else "text"


def language_in(source: str, offset: int) -> str:
    """Return the tag of the language that a character of light Markdown is marked as; an empty text where it is not."""
    return next((token["language"] for token in reversed(_around(source, offset)) if token.lastgroup == "language"), "")


def _around(source: str, offset: int) -> tuple[re.Match[str], ...]:
    """Return the marks that a character stands within, the outermost first."""
    found: list[re.Match[str]] = []
    while len(found) <= _DEEPEST:
        token = next((each for each in _TOKEN.finditer(source) if each.start() <= offset < each.end()), None)
        if token is None:
            break
        found.append(token)
        name = str(token.lastgroup)
        if name not in _EMPHASIS:
            break
        inner = "words" if name == "language" else name
        source, offset = token[inner], offset - token.start(inner)
    return tuple(found)


def worded(wording: Catalogue, key: str, /, **texts: str) -> str:
    """Return a message of the program's own as markup, with others' words in it: its own are marked where they are not translated."""
    language, whole = wording.spoken(key), ""
    for words, name, _, _ in Formatter().parse(wording.say(key)):
        before, text = met(words, placed(words, texts[name], wording.language), wording.language) if name else (words, "")
        whole += (f"[{before}]{{lang={language}}}" if language and before.strip() else before) + text
    return whole


def checked(source: str, span: Span, *, code: str = "M101") -> tuple[Diagnostic, ...]:
    """Return an error for each mistake inside `source`, whose first character stands at `span`."""
    return tuple(error(code, m.message, span.moved(m.offset), *m.hints) for m in parse(source).mistakes)


def outside(source: str, base: int = 0, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the stretches of light Markdown that print as they stand, each with its place: what is no formula, no code and no sign with a backslash."""
    end = 0
    for token in _TOKEN.finditer(source) if depth <= _DEEPEST else ():
        if token.start() < end:
            continue
        if token.start() > end:
            yield base + end, source[end : token.start()]
        name, end = str(token.lastgroup), token.end()
        if name in _EMPHASIS:
            inner = "words" if name == "language" else name
            yield from outside(token[inner], base + token.start(inner), depth + 1)
    if end < len(source):
        yield base + end, source[end:]


_SPACES = regex(r" {2,}")


def spaced_code(code: str) -> str:
    """Return a line of code whose spaces stay as many as they are: of several, all but the last are no-break spaces."""
    return _SPACES.sub(lambda match: "\u00a0" * (len(match[0]) - 1) + " ", code)


def written(text: RichText) -> str:
    """Return light Markdown that reads as this text again. Gaps, breaks and references have no form there and are left out."""
    return "".join(_written(inline) for inline in text)


def _written(inline: Inline) -> str:
    match inline:
        case Run():
            words = inline.text.replace("\u00a0", " ") if inline.code else _SIGN.sub(r"\\\g<0>", inline.text)
            for wanted, opening, closing in (
                (inline.code, "`", "`"),
                (inline.script == "sub", "<sub>", "</sub>"),
                (inline.script == "super", "<sup>", "</sup>"),
                (inline.italic, "*", "*"),
                (inline.bold, "**", "**"),
                (bool(inline.language), "[", f"]{{lang={inline.language}}}"),
            ):
                words = f"{opening}{words}{closing}" if wanted else words
            return words
        case Maths():
            words = f"$${inline.source}$$" if inline.display else f"\\({inline.source}\\)"
            if inline.source.startswith("\\ce{") and not inline.display:
                words = inline.source
            return f"[{words}]{{lang={inline.language}}}" if inline.language else words
        case _:
            return ""


def flat(text: RichText) -> str:
    """Return the text as plain characters: formulas in linear Unicode, gaps as underscores."""
    return "".join(_flat(inline) for inline in text)


def _flat(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text
        case Maths():
            return maths.to_plain(maths.parse(inline.source).tree)
        case _:
            return getattr(inline, "text", "") or ("____" if hasattr(inline, "ems") else " ")


def _read(source: str, base: int, style: Run, inlines: list[Inline], mistakes: list[Mistake], depth: int = 0) -> None:
    """Append the inlines of `source`, which begins `base` characters into the whole text and `depth` marks within it, in `style`."""
    end, escaped = 0, False
    if depth > _DEEPEST:
        mistakes.append(Mistake(offset=base, message=f"more than {_DEEPEST} marks stand one within another", hints=(_TOO_DEEP,)))
        _append(inlines, style, source)
        return
    for token in _TOKEN.finditer(source):
        if token.start() < end:
            continue
        mistakes.extend(_unread(source[end : token.start()], base + end, escaped=escaped))
        escaped = escaped or token["escaped"] == "["
        _append(inlines, style, source[end : token.start()])
        end = token.end()
        name = str(token.lastgroup)
        inner, at = token[name], base + token.start(name)
        match name:
            case "escaped":
                _append(inlines, style, inner)
            case _ if name in _FORMULAS:
                problems = maths.parse(inner).problems
                mistakes.extend(Mistake(offset=at + p.offset, message=f"in a formula: {p.message}", hints=p.hints) for p in problems)
                inlines.append(Maths(source=inner.strip(), display=name in _DISPLAYED, language=style.language))
            case "code":
                inlines.append(_styled(style, spaced_code(inner), code=True))
            case "sub" | "sup":
                inlines.append(_styled(style, inner, script="sub" if name == "sub" else "super"))
            case "language":
                words = token["words"]
                if not is_language(inner):
                    hint = "Write a tag such as fr or cy."
                    mistakes.append(Mistake(offset=at, message=f"{inner!r} is not the tag of a language", hints=(hint,)))
                _read(words, base + token.start("words"), replace(style, language=inner), inlines, mistakes, depth + 1)
            case "bold":
                _read(inner, at, _styled(style, "", bold=True), inlines, mistakes, depth + 1)
            case _:
                _read(inner, at, _styled(style, "", italic=True), inlines, mistakes, depth + 1)
    mistakes.extend(_unread(source[end:], base + end, escaped=escaped))
    _append(inlines, style, source[end:])


def _unread(source: str, base: int, *, escaped: bool) -> Iterator[Mistake]:
    """Yield a mistake for each mark of a language that was not read as one, and would be printed, and for commands of LaTeX. `escaped`: the first mark is to be printed."""
    for found in _LATEX.finditer(source):
        if found["braced"] or maths.is_command(found["name"]):
            hint = f"Write formulas and units between dollars, or as they are printed: `$\\frac{{1}}{{2}}$`, `25 °C`; code, between backticks: `` `{found[0]}` ``."
            yield Mistake(
                offset=base + found.start(), message=f"LaTeX outside a formula would be printed as it is typed: `{found[0]}`", hints=(hint,)
            )
    for end in list(_LEFT_OVER.finditer(source))[escaped:]:
        hint = "Mark words without brackets, [like these]{lang=fr}, and end a mark before the next begins; bold and italics stand whole inside it or around it."
        yield Mistake(offset=base + end.start(), message=f"`{end[0]}` ends no mark of a language", hints=(hint,))


def _styled(style: Run, text: str, **changes: object) -> Run:
    values = {"bold": style.bold, "italic": style.italic, "code": style.code, "script": style.script, **changes}
    return Run(text=text, language=style.language, **values)  # type: ignore[arg-type]  # the names are Run's own


def _append(inlines: list[Inline], style: Run, text: str) -> None:
    if text:
        inlines.append(_styled(style, text))


def _merged(inlines: list[Inline]) -> RichText:
    """Join neighbouring runs of one style, so that equal texts are equal values."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Run) and isinstance(last, Run) and _styled(last, "") == _styled(inline, ""):
            merged[-1] = _styled(last, last.text + inline.text)
        else:
            merged.append(inline)
    return tuple(merged)
