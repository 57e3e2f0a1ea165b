"""Headings: which section a line begins, however a word processor or a note program has written it (HANDBOOK section 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape

from packbuilder.grammars import Grammar, folded, grammar_of, languages
from packbuilder.patterns import regex
from packbuilder.readers.heading_words import Name as Name
from packbuilder.readers.heading_words import name_in_words, plainer
from packbuilder.text import capital
from packbuilder.values import dataclass

TITLES: dict[Name, str] = {
    "synopsis": "Topic Synopsis",
    "concepts": "Key Concepts & Core Principles",
    "tips": "Exam Tips & Revision Strategies",
    "misconceptions": "Common Misconceptions & Mistakes to Avoid",
    "points": "Examiner Marking Points",
    "objectives": "Learning Objectives",
}

_KNOWN: dict[Name, tuple[str, ...]] = {
    "synopsis": ("topic synopsis", "synopsis"),
    "concepts": ("key concepts & core principles", "key concepts", "core principles"),
    "tips": ("exam tips & revision strategies", "exam tips", "revision strategies"),
    "misconceptions": (
        "common misconceptions & mistakes to avoid", "common misconceptions", "misconceptions", "common mistakes", "mistakes to avoid",
    ),
    "points": ("examiner marking points", "marking points", "examiners marking points"),
    "objectives": ("learning objectives", "learning outcomes"),
}  # fmt: skip
_IN_OTHER_WORDS: dict[Name, tuple[str, ...]] = {
    "synopsis": (
        "summary", "topic summary", "overview", "topic overview", "unit overview", "introduction", "topic introduction", "aim", "aims", "topic aims", "about this topic",
        "about the topic", "about this unit", "what this topic is about", "what this unit is about", "what this topic covers", "what is this topic about",
    ),
    "concepts": (
        "key terms", "key terminology", "key words", "keywords", "key vocabulary", "vocabulary", "glossary", "definitions", "key definitions",
        "key ideas", "key facts", "key points", "key knowledge", "core concepts", "key terms & definitions", "terms & definitions", "key people", "key figures", "key individuals",
        "key thinkers", "key dates", "key events", "timeline", "key quotes", "key quotations", "case studies", "key studies", "key cases", "formulae", "formulas",
        "key equations", "equations", "terminology", "core knowledge", "essential knowledge", "key content", "core content", "subject content", "content", "key information",
        "key theories", "key theorists", "key principles", "subject terminology", "technical terms", "what you need to know", "what students need to know", "important terms",
    ),
    "tips": (
        "exam technique", "exam advice", "revision tips", "revision advice", "exam tips & tricks", "tips", "tip", "top tips", "hints", "hints & tips", "tips & tricks", "tips & hints",
        "tips for the exam", "top tips for the exam", "tips for exams", "tips for success", "tips for revision", "exam skills", "exam hints", "exam strategy", "exam strategies", "exam guidance",
        "top exam tips", "examiner tips", "examiners tips", "examiner advice", "examiners advice", "advice", "study tips", "revision technique", "revision techniques", "how to revise",
    ),
    "misconceptions": (
        "common errors", "common pitfalls", "misconceptions & common mistakes", "common mistakes & misconceptions", "common errors & misconceptions",
        "mistakes", "errors", "pitfalls", "misunderstandings", "common misunderstandings", "typical mistakes", "typical errors", "frequent mistakes", "frequent errors",
        "errors to avoid", "pitfalls to avoid", "misconceptions to avoid", "things to avoid", "what to avoid", "what not to do", "watch out", "watch out for", "myths", "common myths",
        *(f"where {who} go wrong" for who in ("students", "candidates", "learners", "pupils", "people")), "what goes wrong",
    ),
    "points": (
        "mark scheme", "marking scheme", "mark scheme points", "marking criteria", "examiner points", "examiners points", "examiners mark scheme",
        "what examiners look for", "what the examiner looks for", "what examiners are looking for", "what the examiner is looking for",
        "assessment criteria", "learning outcomes & assessment criteria", "exam questions", "exam style questions", "exam-style questions", "practice questions",
        "past paper questions", "how marks are given", "how marks are awarded", "how marks are gained", "how the marks are given", "how the marks are awarded", "how to gain marks",
        "how to get marks", "how to get the marks", "what gets marks", "what gets the marks", "what earns marks", "what gains marks", "where the marks are", "where marks are given",
        "what is credited", "what gets credit", "credit the following", "award marks for the following", "award credit for the following", "accept the following", "credit", "success criteria", "marking guidance", "marking guide", "marking notes", "mark allocation", "what markers look for", "sample questions",
        "example questions", "possible questions", "possible exam questions",
        "questions", "questions & answers", "exam practice", "exam practice questions",
    ),
    "objectives": ("learning intentions", "learning goals", "lesson objectives"),
}  # fmt: skip
_REMAINS = regex(r"<br\s*/?>", re.IGNORECASE)
_JOINS = regex(r"\s*(?:,\s*(?:& )?|&|/|\+)\s*")
"""What parts the names of a heading that has several ("Key people, terms and dates")."""
_UNDERLINE = regex(r"^\s*(?P<line>={3,}|-{3,})\s*$")
_SECTION = regex(r"^\s*(?:section|part)\s+(?:\d{1,2}|[a-h])\s*[.:)–-]\s+(?=\S)", re.IGNORECASE)
_FEW_WORDS = 6
_WEAK = frozenset({"credit", "content", "questions", "errors", "advice", "myths", "terminology", "tip"})
_OPENERS: dict[Name, tuple[str, ...]] = {
    "synopsis": (), "concepts": ("key ", "core "), "tips": ("exam ", "revision "), "misconceptions": ("common ",), "points": (), "objectives": (),
}  # fmt: skip
"""What stands once before several names: "Key people, terms and dates"."""

_SHORTEST_PREFIX = 8
"""A truncated heading is recognised from so many characters ("Examiner Mark")."""
_LONGEST = 60
_SURE = 3
"""A file with so many sections under English headings is not looked at for others."""
BOLD, _PLAIN = 7, 8
"""The levels of headings that are bold, or nothing but a line; Markdown's own are 1 to 6."""

OF_SECTIONS = 2
"""What is written `###` stands within a section."""

_MARKS = regex(r"^\s*(#{1,6})\s*(?=[^#\s])")
_ORDINAL = regex(
    r"^(?:(?:section|part)\s+)?(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):]|\d{1,2}(?:\.\d{1,2}){1,3}[.):]?|\d\ufe0f?\u20e3)\s+", re.IGNORECASE
)
_ITEM = regex(r"^\s*[-*+•‣▪–—●○◦·]\s")
_ALL_BOLD = regex(r"^\s*(\*\*|__)(?P<text>(?:(?!\1).)+)\1\s*:?\s*$")
_WITH_TEXT = regex(r"^\s*(?:#{1,6}\s*)?(?P<bold>\*\*|__)?(?P<head>[^:*]{4,50}?)(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(?P<rest>[^\s*_].*)$")

_WORTH = regex(r"\s*[(\[][^)\]]*\d[^)\]]*[)\]]?$")
"""What a section's points are worth together, after its name: `Barème (20 points)`. The last bracket may have been taken for a sign about the words."""
_UMLAUT = regex(r"[aou]e")
"""An umlaut as a keyboard without any writes it ("Ueberblick"); both ways of writing are read alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that is a heading. `name` is None where notes have no such section; `level` is lower the more it holds.

    `cut`: the line is the beginning of a heading only. `reworded`: it says in other words what the heading says. `loose`: it may as well
    be an entry of a list, so that what stands around it decides. `column` is where text on the same line begins, 0 where there is none.
    """

    name: Name | None
    text: str
    level: int
    cut: bool = False
    reworded: bool = False
    loose: bool = False
    column: int = 0


@dataclass(frozen=True, slots=True)
class Titles:
    """What sections are called: as messages say it, and by the words of headings in another language besides English ones.

    `grammar` is that language's; None for English, and for a language that has none.
    """

    said: Mapping[Name, str]
    other: Mapping[str, Name]
    grammar: Grammar | None = None

    @property
    def all(self) -> str:
        """The titles of the sections that notes should have."""
        return ", ".join(list(self.said.values())[:5])

    def name(self, words: str) -> Name | None:
        """Return the section that words in another language head."""
        return self.other.get(_bare_words(words, self.grammar)) if self.grammar else None


IN_ENGLISH = Titles(TITLES, {})


@lru_cache(maxsize=16)
def titles(language: str) -> Titles:
    """Return what sections are called in notes in a language (a BCP 47 tag)."""
    grammar = grammar_of(language)
    if grammar is None:
        return IN_ENGLISH
    said = {name: capital(grammar.headings[name][0]) for name in TITLES}
    other = {_bare_words(_words(words), grammar): name for name in TITLES for words in grammar.headings[name]}
    return Titles(said, other, grammar)


def language_of(lines: Sequence[str]) -> str:
    """Return the primary tag of the language that most headings of a file are in; empty where that is English, or where there are too few."""
    found = {tag: _sections_in(lines, titles(tag)) for tag in ("", *languages())} if _sections_in(lines, titles("")) < _SURE else {}
    most = max(found.values(), default=0)
    return next(tag for tag, count in found.items() if count == most) if most > 1 else ""


def _sections_in(lines: Sequence[str], called: Titles) -> int:
    return len({begun.name for line in lines if (begun := heading(line, called))})


def heading(line: str, called: Titles = IN_ENGLISH, *, first: bool = False) -> Heading | None:
    """Return the section that a line begins: alone on its line, also in Markdown or bold, numbered, with a colon or with text after it.

    `first`: no section has begun, so that a text after "Aims:" is the synopsis.
    """
    if not line.strip() or (_ITEM.match(line) and not line.lstrip().startswith("**")):
        return None
    text = _bare(line)
    level = _level(line)
    words = _words(text)
    if words and len(text) <= _LONGEST:
        name, exact, inexact = _named(words)
        numbered = bool(_ORDINAL.match(text) and not _SECTION.match(text))
        if name and (exact or not _ends_prose(line)):
            loose = not exact and level == _PLAIN and not line.rstrip().endswith(":") and (numbered or not inexact)
            return Heading(name=name, text=text, level=level, reworded=not exact, loose=loose)
        if other := called.name(words):
            return Heading(name=other, text=text, level=level)
        near: list[Name] = [name for name, known in _KNOWN.items() if any(k.startswith(words) for k in known)]
        if len(words) >= _SHORTEST_PREFIX and len(near) == 1 and not _ORDINAL.match(text):
            return Heading(name=near[0], text=text, level=level, cut=True)
    return _with_text(line, level, called, first=first)


def other_heading(line: str) -> Heading | None:
    """Return a heading in Markdown or in bold that is none of the sections'."""
    bold = _ALL_BOLD.match(line)
    if not re.match(r"\s*#{1,6}\s", line) and not (
        bold and len(bold["text"].split()) <= 8 and not re.search(r"[.!?;,]$|:\s", bold["text"])
    ):
        return None
    text = _bare(line)
    return Heading(name=None, text=text, level=_level(line)) if text else None


def underlined(lines: Sequence[str], index: int) -> Heading | None:
    """Return a heading that is none of the sections' and has a line of signs under it: a short line by itself, which the signs are as long as."""
    line, before = lines[index].strip(), lines[index - 1].strip() if index else ""
    below = _UNDERLINE.match(lines[index + 1]) if index + 1 < len(lines) else None
    if not below or before or not looks_like_one(line) or len(below["line"]) * 3 < len(line) * 2:
        return None
    return Heading(name=None, text=_bare(line), level=1 if below["line"][0] == "=" else 2)


def looks_like_one(line: str) -> bool:
    """Whether a line may be a heading that is not known: a few words that end no sentence, and no bullet."""
    text = line.strip()
    return bool(
        text
        and text[0].isupper()
        and len(text) <= _LONGEST
        and len(text.split()) <= _FEW_WORDS
        and not re.search(r"[.!?;,:=)\]]$|[:=]\s|\t", text)
    )


def is_weak(line: str, found: Heading) -> bool:
    """Whether a heading is only a word that is also a term or the end of a line ("Credit"): what stands under it decides."""
    text = line.strip()
    return found.level == _PLAIN and not text.isupper() and not text.endswith(":") and _words(found.text) in _WEAK


def is_section(line: str) -> bool:
    """Whether a line calls itself a section: `Section 3: ...`."""
    return bool(_SECTION.match(line)) and len(line.split()) <= _FEW_WORDS + 2


def _named(words: str) -> tuple[Name | None, bool, bool]:
    """Return the section that words head, whether they are its own name, and else whether they are a name that is known."""
    for name in _KNOWN:
        if words in _KNOWN[name] or _in_other_words(words, name):
            return name, words in _KNOWN[name], True
    for less in plainer(words):
        known = next((name for name in _KNOWN if less in _KNOWN[name] or _in_other_words(less, name)), None)
        if found := known or name_in_words(less):
            return found, False, False
    return None, False, False


def _in_other_words(words: str, name: Name) -> bool:
    """Whether words say in other words what a section's heading says, or are several names of what it holds."""
    if words in _IN_OTHER_WORDS[name]:
        return True
    parts = [part for part in _JOINS.split(words) if part]
    known = (*_KNOWN[name], *_IN_OTHER_WORDS[name])
    return (
        len(parts) > 1
        and name != "synopsis"
        and all(any(f"{lead}{part}" in known for lead in ("", *_OPENERS[name])) or name_in_words(part) == name for part in parts)
    )


def _ends_prose(line: str) -> bool:
    """Whether a word alone on a line is the end of a text that was wrapped."""
    text = line.strip()
    return " " not in text and (text.endswith((".", ",", ";")) or (line[0] in " \t" and text[0].islower()))


def _with_text(line: str, level: int, called: Titles, *, first: bool) -> Heading | None:
    """Read `**Topic Synopsis:** The text begins here.`"""
    found = _WITH_TEXT.match(line)
    if not found:
        return None
    words, marked = _words(found["head"]), level < _PLAIN or bool(found["bold"])
    for name in _KNOWN:
        known = words in _KNOWN[name] or called.name(words) == name
        begins = marked or (first and name == "synopsis")
        if (known and " " in words) or (begins and (known or words in _IN_OTHER_WORDS[name])):
            text = found["head"].strip("*_ ")
            level = min(level, BOLD) if found["bold"] else level
            return Heading(name=name, text=text, level=level, reworded=words in _IN_OTHER_WORDS[name], column=found.start("rest") + 1)
    return None


def _level(line: str) -> int:
    marks = _MARKS.match(line)
    return len(marks[1]) if marks else BOLD if _ALL_BOLD.match(line) else _PLAIN


def _bare(line: str) -> str:
    """Return a heading's words as written, without marks."""
    return _MARKS.sub("", line).strip().rstrip("#").strip("*_ ").removesuffix(":").strip("*_ ")


def _bare_words(words: str, grammar: Grammar | None) -> str:
    """Return a heading's words in another language for comparing: without accents and hyphens, and with one sign for each "and"."""
    joints = "|".join(map(re.escape, grammar.joints if grammar else ()))
    bare = re.sub(rf"\b(?:{joints})\b", "&", re.sub(r"[-‐‑]", " ", _WORTH.sub("", folded(words))))
    return _UMLAUT.sub(lambda found: found[0][0], bare) if grammar and grammar.umlauts else bare


def _words(text: str) -> str:
    """Return a heading's words for comparing: without number, signs about them, case, apostrophes."""
    text = re.sub(r"^[^\w(]+|[^\w)]+$", "", _REMAINS.sub(" ", unescape(text)).casefold())
    text = re.sub(r"['’]", "", _ORDINAL.sub("", text))
    return re.sub(r"\s+", " ", re.sub(r"\band\b", "&", text)).strip()
