"""Remnants: what web pages and note programs leave in a text, read as what it was meant to be.

`&amp;` and `<b>` of a page, `[[links]]`, `==marks==`, `[^1]` and boxes of note programs, `\\-` of an export. Code and formulas stay as
they are, and so does everything in notes that are about HTML.
"""

from __future__ import annotations

import re
from html import unescape

from packbuilder.dollars import BETWEEN
from packbuilder.patterns import regex
from packbuilder.readers.bullets import BOX
from packbuilder.values import dataclass

_ABOUT_HTML = regex(r"\bHTML\b|\b(?:opening|closing|start|end|empty)[- ]tags?\b|<!DOCTYPE", re.IGNORECASE)
_KEPT = regex(rf"(`[^`]*`|{BETWEEN}|\\\(.*?\\\)|\\ce\{{(?:[^{{}}]|\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})*\}})")
_PAGE = regex(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|section|article|main|h[1-6]|p|ul|ol|table|b|span|style)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}\d?|#\d{1,5}|#[xX][0-9a-fA-F]{1,5});")
_COMMENT = regex(r"<!--.*?-->")
_BREAK = regex(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_STRONG = regex(r"<(b|strong)(?:\s[^<>]*)?>(\s*)(.+?)(\s*)</\1>", re.IGNORECASE)
_SLANTED = regex(r"<(i|em)(?:\s[^<>]*)?>(\s*)(.+?)(\s*)</\1>", re.IGNORECASE)
_AROUND = regex(r"<(u|p|div|span|font|mark|small|li|ul|ol|h[1-6]|td|th|tr)(?:\s[^<>]*)?>(.*?)</\1>", re.IGNORECASE)
_ANCHOR = regex(r"<a\s[^<>]*?href=[\"']?(?P<address>[^\"'\s>]+)[^<>]*>(?P<words>.*?)</a>", re.IGNORECASE)
_LINK = regex(
    r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<address>(?:https?://|mailto:|www\.)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
_EMBEDDED = regex(r"!\[\[(?P<what>[^\[\]]+)\]\]|<img\b[^<>]*?src=[\"']?(?P<file>[^\"'\s>]+)[^<>]*>", re.IGNORECASE)
_WIKI = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_MARKED = regex(r"(?<![=\w])==(?=\S)([^=]+?)(?<=\S)==(?![=\w])")
_STRUCK = regex(r"~~(?=\S)([^~]+?)(?<=\S)~~\s?")
_STRONG_LINES = regex(
    r"(?<![\w_])__(?!(?:init|name|main|str|repr|len|eq|lt|add|call|iter|next|doc|file|all|dict|class)__)(?=\S)([^_]+?)(?<=\S)__(?![\w_])"
)
_SLANTED_LINES = regex(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])")
_FOOTNOTE = regex(r"\s*\[\^[\w-]+\](?!:)")
_ESCAPED = regex(r"\\([-.!+#=~>&|])")
_FOOTNOTE_SIGN = regex(r"(?<=[\w.)])(?:\\\*)+(?=[\s.,;:]|$)")
"""A star behind a word, as an export writes it: the sign of a footnote."""
_DISPLAY = regex(r"\\\[\s*(.+?)\s*\\\]")
_LATEX = regex(r"\\[A-Za-z]{2,}(?:\[[^\[\]]*\])?\{")
_FORMULA = regex(r"[=\\^_<>+/]")

_TWICE = regex(r"â€[™œ\u009d“”˜¦]|Ã[\u00a0-\u00bf‚„†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[£°±²³·½¼\u00a0]")
"""What a letter beyond ASCII becomes when its UTF-8 is read as Windows-1252."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text as it was meant, and what it named that cannot be printed: addresses of links, things that were embedded, and words that are struck out."""

    text: str
    addresses: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


def begins_page(text: str) -> bool:
    """Whether a text begins as a page saved as HTML does."""
    return bool(_PAGE.match(text))


def about_html(text: str) -> bool:
    """Whether notes are about HTML: their tags are what they are about."""
    return bool(_ABOUT_HTML.search(text))


def garbled(text: str) -> re.Match[str] | None:
    """Return the first place where a text was saved in one encoding and read in another ("donâ€™t")."""
    return _TWICE.search(text)


_DIVIDED = regex(r"(?<![-–—])\b(?P<start>[^\W\d_]*[a-zà-ÿ]{2})-\s*$")
_REST = regex(r"^\s*(?P<rest>[a-zà-ÿ]{2,}[.,;:)!?]*)(?:\s+|$)")


def undivided(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """Return lines in which no word is divided at the end, as texts copied from printed pages have them; and the words made whole, by line.

    A hyphen stays where the notes have the word with it elsewhere in a line.
    """
    found = list(lines)
    whole: list[tuple[int, str]] = []
    for index in range(len(found) - 1):
        line = found[index]
        divided, after = _DIVIDED.search(line), _REST.match(found[index + 1])
        if not divided or not after or (line.lstrip().startswith(("-", "|", "#")) and len(line.split()) < 3):
            continue
        start, rest = divided["start"], after["rest"]
        own = f"{start}-{rest.rstrip('.,;:)!?')}"
        kept = any(own.casefold() in other.casefold() for other in lines) or _compound(start, rest.rstrip(".,;:)!?"))
        if rest.rstrip(",") in ("and", "or", "to"):
            continue  # "short- and long-term"
        word = f"{start}{'-' if kept else ''}{rest}"
        found[index] = f"{line[: divided.start()]}{word}"
        below = found[index + 1]
        found[index + 1] = below[: len(below) - len(below.lstrip())] + below[after.end() :]
        whole.append((index + 1, word.rstrip(".,;:)!?")))
    return tuple(found), tuple(whole)


def _compound(start: str, rest: str) -> bool:
    """Whether two halves are words of their own that make none together ("high-" and "fibre")."""
    # Imported here: the lemmatiser takes 0.3 s to import, and few notes have divided words.
    from simplemma import is_known

    return (
        len(start) > 2
        and len(rest) > 2
        and not is_known((start + rest).lower(), lang="en")
        and all(is_known(half.lower(), lang="en") for half in (start, rest))
    )


_TAGGED_HEADING = regex(r"^\s*<h([1-6])(?:\s[^<>]*)?>\s*(.*?)\s*</h\1>\s*$", re.IGNORECASE)
_TAGGED_ITEM = regex(r"^\s*(?:<[uo]l(?:\s[^<>]*)?>\s*)?<li(?:\s[^<>]*)?>\s*(.*?)\s*(?:</li>)?\s*(?:</[uo]l>)?\s*$", re.IGNORECASE)
_ONLY_TAGS = regex(
    r"^(?:\s*</?(?:html|head|body|main|section|article|header|footer|div|ul|ol|p|br|hr)(?:\s[^<>]*)?/?>)+\s*$|^\s*<!doctype[^>]*>\s*$",
    re.IGNORECASE,
)
_PARAGRAPH = regex(r"^\s*<p(?:\s[^<>]*)?>\s*(.*?)\s*(?:</p>)?\s*$", re.IGNORECASE)


def untagged(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a page saved as HTML as the lines that they are: headings, bullets and paragraphs; all others unchanged."""
    if not any(_TAGGED_HEADING.match(line) for line in lines):
        return lines

    def plain(line: str) -> str:
        heading, item = _TAGGED_HEADING.match(line), _TAGGED_ITEM.match(line)
        if heading:
            return f"{'#' * int(heading[1])} {heading[2]}"
        if item:
            return f"- {item[1]}"
        paragraph = _PARAGRAPH.match(line)
        return "" if _ONLY_TAGS.match(line) else paragraph[1] if paragraph else line

    return tuple(plain(line) for line in lines)


def cleaned(text: str, *, html: bool) -> Cleaned:
    """Read a text without its remnants; `html` is whether its tags are remnants."""
    if not re.search(r"[&<\[=\\_~]", text):
        return Cleaned(text=text)
    addresses: list[str] = []
    embedded: list[str] = []
    struck: list[str] = []

    def linked(found: re.Match[str]) -> str:
        addresses.append(found["address"])
        return found["words"]

    def left_out(found: re.Match[str]) -> str:
        embedded.append(found["what"] or found["file"])
        return ""

    def taken(found: re.Match[str]) -> str:
        struck.append(found[1])
        return ""

    text = _DISPLAY.sub(lambda found: f"$${found[1]}$$" if _FORMULA.search(found[1]) else f"[{found[1]}]", text)
    if _LATEX.search(text):
        # Imported here: few notes have LaTeX outside of formulas.
        from packbuilder.readers.raw_latex import read_latex

        read = _KEPT.split(text)
        read[::2] = map(read_latex, read[::2])
        text = "".join(read)
    # Links and pictures may have code or formulas in their words; everything else is read only outside of them.
    text = _EMBEDDED.sub(left_out, text) if html else text
    parts = _KEPT.split(_LINK.sub(linked, text))
    for index in range(0, len(parts), 2):
        part = _ESCAPED.sub(
            r"\1", _FOOTNOTE_SIGN.sub("", _FOOTNOTE.sub("", _MARKED.sub(r"\1", _WIKI.sub(r"\1", BOX.sub("", parts[index])))))
        )
        part = _SLANTED_LINES.sub(r"*\1*", _STRONG_LINES.sub(r"**\1**", _STRUCK.sub(taken, part)))
        if html:
            part = _ANCHOR.sub(linked, _COMMENT.sub("", part))
            part = _STRONG.sub(r"\2**\3**\4", part)
            part = _SLANTED.sub(r"\2*\3*\4", part)
            part = _AROUND.sub(r"\2", _BREAK.sub(" ", part))
            part = _ENTITY.sub(lambda found: unescape(found[0]).replace("\u00a0", " "), part)
        parts[index] = part
    return Cleaned(text="".join(parts).strip(), addresses=tuple(addresses), embedded=tuple(embedded), struck=tuple(struck))
