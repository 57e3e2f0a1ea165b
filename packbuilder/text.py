"""Rich text: what a line of print is made of, without fonts or sizes.

A `RichText` is a tuple of inlines. It is made by `packbuilder.markup` from what people write, or here from plain
strings. It reaches the typesetter as data; no markup survives in a `Run`.
"""

from __future__ import annotations

import re
from dataclasses import field, fields, is_dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final, Literal, TypeAlias, TypeVar

from packbuilder.grammars import grammar_of
from packbuilder.languages import ENGLISH, primary
from packbuilder.patterns import regex
from packbuilder.seams import met, placed
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

_CAPITALS = regex(r"\b[A-ZÀ-ÖØ-ÞŴŶŁŚŻŹĆŃ]{2,}(?:[ ,’'-]+[A-ZÀ-ÖØ-ÞŴŶŁŚŻŹĆŃ]{2,})+(?![^\W\d_])")
"""Two and more words in capitals, one after the other."""

UPPER: Final = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻŴŶŸŠŽΆΈ-ΏΑ-Ϋ"
"""Capital letters of the languages that notes are read in, for a class of characters: sentences begin with one."""

_ORDINAL = r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert\w*|Weltkrieg\w*)\b"
NO_END: Final = (
    rf"(?!(?<=\b\d\.){_ORDINAL})(?!(?<=\b\d\d\.){_ORDINAL})"
    r"(?<!\bz\. B\.)(?<!\bz\.B\.)(?<!\bd\. h\.)(?<!\bd\.h\.)(?<!\bu\. a\.)(?<!\bu\.a\.)(?<!\bbzw\.)(?<!\bNr\.)(?<!\bAbb\.)"
    r"(?<!\bnp\.)(?<!\btj\.)(?<!\btzn\.)(?<!\bśw\.)(?<!\bks\.)(?<!\bπ\.χ\.)(?<!\bδηλ\.)"
)
"""Where no sentence ends in other languages than English, for the beginning of a regular expression that finds ends: at a German ordinal ("am 1. August"), and after abbreviations."""

_LONGEST_ACRONYM = 4
_WORD = regex(r"[^\W\d_]{2,}")
_NAMES = regex(r"\{(\w+)\}")

T = TypeVar("T")

Script: TypeAlias = Literal["normal", "sub", "super"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters in one style. `language` is a BCP 47 tag where it differs from the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    script: Script = "normal"
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maths:
    """A formula: LaTeX source, checked by `packbuilder.maths` when it was read. `display`: on a line of its own.

    `language` is the BCP 47 tag of the text that it stands in, and is spoken in, where that differs from the document's.
    """

    source: str
    display: bool = False
    language: str | None = field(default=None, repr=False)  # a paper's fingerprint, which goes by what is seen, is over such texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A blank to be filled in, `ems` wide (the same for all blanks of an item, so that length tells nothing)."""

    ems: float = 8.0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link to an anchor of the same document.

    `text` are its words. `paper`, where it is not empty, is printed in their place by whoever makes pages; `{page}` in it stands for
    the page of the anchor. `language` is a BCP 47 tag where it differs from the document's.
    """

    anchor: str
    text: str = ""
    paper: str = ""
    language: str | None = None


Inline: TypeAlias = Run | Maths | Gap | Break | Reference
RichText: TypeAlias = tuple[Inline, ...]


@lru_cache(maxsize=1024)
def plain(text: str, *, bold: bool = False, italic: bool = False) -> RichText:
    """Return `text` as rich text in one style; nothing in it is read as markup."""
    return (Run(text=text, bold=bold, italic=italic),) if text else ()


def said(wording: Catalogue, key: str, /, *, bold: bool = False, **values: object) -> RichText:
    """Return a message of the program's own as rich text; in the language that it is in, where there is no translation."""
    return _spoken(wording.say(key, **values), wording.spoken(key), bold=bold)


def filled(wording: Catalogue, key: str, /, **texts: RichText) -> RichText:
    """Return a message whose `{names}` stand for texts of the notes; the words around them as `said` returns them."""
    pieces = _NAMES.split(wording.say(key))
    whole: RichText = ()
    for before, name in zip_longest(pieces[::2], pieces[1::2], fillvalue=""):
        whole += leading(wording, key, before, texts[name]) if name else _spoken(before, wording.spoken(key))
    return whole


def leading(wording: Catalogue, key: str, before: str, text: RichText) -> RichText:
    """Return words of a message and the text of the notes that they lead to, as the two are written one after the other."""
    inner = tuple(
        replace(each, text=placed(before, each.text, wording.language)) if isinstance(each, Run) and not each.code else each
        for each in text
    )
    if inner and isinstance(inner[0], Run):
        before, first = met(before, inner[0].text, wording.language)
        inner = (replace(inner[0], text=first), *inner[1:])
    return (*_spoken(before, wording.spoken(key)), *inner)


def counted(wording: Catalogue, key: str, number: int, /, *, bold: bool = False, **values: object) -> RichText:
    """Return a message for so many, as `said` does."""
    return _spoken(wording.count(key, number, **values), wording.spoken(f"{key}.many"), bold=bold)


def said_lines(wording: Catalogue, key: str, /, **values: object) -> tuple[RichText, ...]:
    """Return the lines of a message that is a list, as `said` does."""
    return tuple(_spoken(line, wording.spoken(key)) for line in wording.lines(key, **values))


def _spoken(words: str, language: str | None, *, bold: bool = False) -> RichText:
    return (Run(text=words, bold=bold, language=language),) if words else ()


def tagged(value: T, language: str) -> T:
    """Return a value with all text in it that names no language of its own marked as of one (a BCP 47 tag)."""
    if isinstance(value, tuple):
        return tuple(tagged(each, language) for each in value)  # type: ignore[return-value]  # as many of the same classes
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new = {each.name: tagged(getattr(value, each.name), language) for each in fields(value)}
    if "language" in new:
        new["language"] = new["language"] or language
    return replace(value, **{name: field for name, field in new.items() if field != getattr(value, name)})


def emboldened(text: RichText) -> RichText:
    """Return the text with every run in bold."""
    return tuple(replace(inline, bold=True) if isinstance(inline, Run) else inline for inline in text)


def in_language(text: RichText, language: str) -> RichText:
    """Return the text with every run and formula that is marked as no language's in this one."""
    return tuple(
        replace(inline, language=language) if isinstance(inline, Run | Maths) and not inline.language else inline for inline in text
    )


def decapitalised(text: str) -> str:
    """Return the text without blocks of capitals: `END OF QUESTIONS` becomes `End of questions`.

    A block is two words or more, of which one at least is too long for an acronym.
    """

    def lowered(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip()
        return match[0].capitalize() if not before or before[-1] in ".:!?" else match[0].lower()

    if _shouted(text) and text.upper() == text:
        return text.capitalize()
    return _CAPITALS.sub(lambda match: lowered(match) if _shouted(match[0]) else match[0], text)


def _shouted(block: str) -> bool:
    parts = _WORD.findall(block)
    return len(parts) > 1 and any(len(part) > _LONGEST_ACRONYM for part in parts)


def joined(*texts: RichText, separator: str = "") -> RichText:
    """Return the texts one after the other, the empty ones left out, with `separator` between."""
    whole: list[Inline] = []
    for text in texts:
        if text and whole and separator:
            whole.extend(plain(separator))
        whole.extend(text)
    return tuple(whole)


def lines_of(text: RichText) -> tuple[RichText, ...]:
    """Return the lines that a text was written in, without their ends; empty ones are empty."""
    lines: list[list[Inline]] = [[]]
    for inline in text:
        if not isinstance(inline, Run):
            lines[-1].append(inline)
            continue
        for at, piece in enumerate(inline.text.split("\n")):
            if at:
                lines.append([])
            if piece:
                lines[-1].append(replace(inline, text=piece))
    return tuple(map(tuple, lines))


QUOTED = regex(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|(?<![^\W_])‘.*?[’](?![^\W_])|(?<![^\W_])'[^']*'(?![^\W_])")
"""What stands in quotation marks: somebody's words, as they wrote them."""


RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))
"""Names that no file of Windows may have, whatever follows a point behind them."""


def is_reserved(name: str) -> bool:
    """Whether Windows has no file of a name: `NUL`, `com1.x`."""
    return name.partition(".")[0].strip().casefold() in RESERVED


def file_name(text: str) -> str:
    """Return a text as a file may be called on any system: letters and digits of ASCII, hyphens, points and low lines."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", text).strip(".") or "_"


_SYMBOL = regex(r"[a-z] ?[=×÷<>≤≥≈/*^]|[a-z] [+−–-] |(?![ηο] [Ά-ώ]{2})[α-ω](?![^\W\d_])")
"""How a text begins that is about a symbol. Two of the Greek ones are articles before a Greek word ("η ενέργεια")."""


def capital(text: str) -> str:
    """Begin a text with a capital letter, unless its second is one ("pH", "iPhone"), or its first a symbol ("a = (v − u) ÷ t")."""
    return text if text[1:2].isupper() or _SYMBOL.match(text) else text[:1].upper() + text[1:]


def within(text: str, language: str, *, term: str = "") -> str:
    """Begin a text as it stands within a sentence in a language (a BCP 47 tag): as `small` does, but where nouns have a capital letter, as it is.

    `term` is what the text is the meaning of: what an abbreviation stands for keeps its capitals.
    """
    grammar = grammar_of(language)
    first = text.split(" ", 1)[0].strip(",;")
    people = primary(language) == ENGLISH and (first.casefold() in PEOPLES or OWNED.match(first) is not None)
    return text if people or spells(text, term) or (grammar is not None and grammar.capital_nouns) else small(text)


OWNED = regex(r"(?!(?:women|men|children|people|everyone|somebody|someone|one|today|nature|society)\b)[a-z]+['’]s$", re.IGNORECASE)
"""Whose something is without an article before: somebody with a name ("Darwin's finches")."""


def spells(text: str, term: str) -> bool:
    """Whether a text begins with what an abbreviation stands for, written as a name: "British Board of Film Classification" for "BBFC"."""
    letters = re.sub(r"[\W\d_]", "", term)
    if " " in term.strip() or sum(map(str.isupper, letters)) * 3 < len(letters) * 2:
        return False
    letters = "".join(filter(str.isupper, letters))  # "DoLS" is the Deprivation of Liberty Safeguards
    if len(letters) < _SHORTEST_NAME or text[:1] != letters[0]:
        return False
    left = letters[1:]
    capitals = 0
    for word in re.findall(r"[^\W\d_]+", text)[1 : 2 * len(letters)]:
        at = left.casefold().find(word[0].casefold())
        if word[0].isupper():
            if at < 0:
                break
            capitals += 1
        left = left[at + 1 :] if at >= 0 and (word[0].isupper() or at == 0) else left
    return capitals > 0 and len(left) < len(letters) / 2


def is_acronym(term: str, meaning: str = "") -> bool:
    """Whether a term in capitals is an acronym ("WHO"), and no ordinary word that a heading has in capitals: it is short, or its meaning spells it."""
    letters = re.sub(r"[\W\d_]", "", term)
    return letters.isupper() and (len(letters) <= _LONGEST_ACRONYM or spells(meaning, term))


def is_said_as(found: str, term: str, meaning: str = "") -> bool:
    """Whether words that are a term but for their capitals are that term: "who" is not WHO, but "pH" is PH."""
    return found == term or not is_acronym(term, meaning) or any(c.isupper() for c in found[1:])


PEOPLES = frozenset(
    """england britain british english french german germany american russian soviet italian spanish portuguese polish dutch danish swedish turkish arabic
    european african asian indian chinese japanese irish scottish welsh roman greek latin egyptian norman saxon viking tudor stuart victorian
    elizabethan edwardian nazi christian muslim islamic jewish hindu sikh buddhist catholic protestant christianity islam judaism hinduism sikhism
    buddhism christians muslims jews hindus sikhs buddhists catholics protestants romans greeks normans nazis marxist marxists marxism puritan puritans methodist methodists quaker quakers vikings tory tories whig whigs bolshevik bolsheviks menshevik mensheviks jacobin jacobins jacobite jacobites chartist chartists calvinist calvinists lutheran lutherans flemish napoleon napoleonic stalinist leninist jacobean georgian hellenistic byzantine ottoman prussian austrian hungarian czech iranian iraqi israeli palestinian tudors stuarts victorians edwardians freudian keynesian darwinian newtonian kantian parliament god jesus allah christ""".split()
)
"""Words that always have a capital in English, in small letters."""

_SHORTEST_NAME = 2
"""An abbreviation has so many letters at least."""


def small(text: str) -> str:
    """Begin a text with a small letter where its first word is an ordinary one: not "pH", not "DNA", not the symbol in "W = mg"."""
    return (
        text[:1].lower() + text[1:] if text[1:2].islower() or (text[1:2] == " " and (text[2:3].isalnum() or text[2:3] in "‘“\"'")) else text
    )


def small_term(term: str, language: str) -> str:
    """Begin a term as `within` does, unless it is a name.

    A later word with a capital tells ("National Grid", not "Use of ICT"), what belongs to somebody ("Newton's second law") and a number
    of its own ("Article 48").
    """
    first, *later = re.split(r"[\W_]+", term)
    owned = re.match(r"\w+[’']s\b|\w+s[’'](?=\s)", term)
    numbered = len(later) == 1 and later[0].isdecimal() and first.isalpha()
    named = first.casefold() in PEOPLES and primary(language) == ENGLISH
    return (
        term if owned or numbered or named or any(word[:1].isupper() and word[1:2].islower() for word in later) else within(term, language)
    )
