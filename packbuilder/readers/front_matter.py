"""Front matter: what a notes file says of itself, as YAML between `---` lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as calendar_date

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, note
from packbuilder.fields import Fields
from packbuilder.grammars import folded
from packbuilder.languages import is_language
from packbuilder.markup import checked
from packbuilder.patterns import regex
from packbuilder.readers.located_yaml import read_yaml
from packbuilder.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; empty texts where it says nothing. `lines` is how many lines it takes."""

    id: str = ""
    title: str = ""
    subject: str = ""
    qualification: str = ""
    unit: str = ""
    level: str = ""
    language: str = ""
    dated: str = ""
    lines: int = 0


_OF_NOTE_PROGRAMS = frozenset(
    """tags aliases alias cssclass cssclasses publish created updated modified author date status layout categories keywords description permalink
    draft""".split()
)
"""Keys that note programs write for themselves."""

_LANGUAGE = regex(
    r"[*_]*(?P<key>language|lang|langue|sprache|idioma|lengua|iaith|język|γλώσσα)[*_]*\s*:[*_]*\s*(?P<said>\S+)", re.IGNORECASE
)
"""The first line of notes that says in which language they are, without the lines of hyphens round it."""
_TAG = regex(r"[a-z]{2}(?:-[A-Za-z]{2})?")
_NAMES = {
    "french": "fr", "francais": "fr", "german": "de", "deutsch": "de", "spanish": "es", "espanol": "es", "castellano": "es",
    "welsh": "cy", "cymraeg": "cy", "polish": "pl", "polski": "pl", "greek": "el", "ελληνικα": "el",
}  # fmt: skip
"""Languages that there is a grammar for, as English and they themselves call them."""
_ID = regex(r"[a-z0-9][a-z0-9-]*")


def read_front_matter(lines: tuple[str, ...], path: str) -> tuple[FrontMatter, Diagnostics]:
    """Read the front matter of a file's lines; none is no mistake, but one without its closing line is."""
    if not lines or lines[0].strip() != "---":
        return FrontMatter(), ()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
    if not end:
        span = Span(path=path, line=1, column=1)
        return FrontMatter(lines=1), (error("N110", "the front matter has no closing `---` line", span),)
    mapping, found = read_yaml("\n".join(lines[1:end]).encode(), path, line=1)
    if mapping is None:
        return FrontMatter(lines=end + 1), tuple(_colon(each, lines) for each in found) if end > 1 else ()
    unused = tuple(
        note("N206", f"`{name}` in the front matter is not used", mapping.keys[name])
        for name in mapping.values
        if name in _OF_NOTE_PROGRAMS
    )
    mapping = replace(mapping, values={name: value for name, value in mapping.values.items() if name not in _OF_NOTE_PROGRAMS})
    fields = Fields(mapping, what="the front matter", code="N2")
    id_, language, dated = fields.text("id"), fields.language(""), fields.text("dated")
    if id_ and not _ID.fullmatch(id_):
        fields.fail(10, f"`id` is {id_!r}: it may hold a-z, 0-9 and hyphens only", fields.place("id"))
        id_ = ""
    if dated and not _is_date(dated):
        fields.fail(12, f"`dated` is {dated!r}: it must be a date such as 2026-09-14", fields.place("dated"))
        dated = ""
    title = fields.text("title")
    matter = FrontMatter(
        id=id_,
        title=title,
        subject=fields.text("subject"),
        qualification=fields.text("qualification"),
        unit=fields.text("unit"),
        level=fields.text("level"),
        language=language,
        dated=dated,
        lines=end + 1,
    )
    return matter, (*found, *unused, *fields.finish(), *checked(title, fields.place("title")))


def language_above(lines: tuple[str, ...], headings: Callable[[tuple[str, ...]], str]) -> FrontMatter:
    """Return the language that the first line of notes says without front matter (`language: cy`, `Idioma: español`), as if it were that.

    `headings` tells in which language headings are. A name after "Language:" may be of what is learnt, and not of what is
    written: then the headings must say the same. All other first lines are a title.
    """
    at = next((at for at, line in enumerate(lines) if line.strip()), 0)
    found = _LANGUAGE.fullmatch(lines[at].strip()) if lines else None
    if found is None:
        return FrontMatter()
    said, own = found["said"].strip(" *_`"), found["key"].casefold() not in ("language", "lang")
    tag = said if _TAG.fullmatch(said) and is_language(said) else ""
    named = _NAMES.get(folded(said), "")
    tag = tag or (named if named and (own or headings(lines) == named) else "")
    return FrontMatter(language=tag, lines=at + 1) if tag else FrontMatter()


def _colon(problem: Diagnostic, lines: tuple[str, ...]) -> Diagnostic:
    """Return a mistake in words for those who know no YAML, where a text with a colon in it is not in quotes."""
    key, colon, text = lines[problem.span.line - 1].partition(":") if 0 < problem.span.line <= len(lines) else ("", "", "")
    if not colon or ": " not in text or not key.strip().isalpha() or text.strip()[:1] in "\"'":
        return problem
    message = f"there is a second colon behind `{key.strip()}:`, so that its text must stand in quotes"
    quoted = text.strip().replace('"', "'")
    return replace(problem, message=message, hints=(f'Write {key.strip()}: "{quoted}"',))


def _is_date(text: str) -> bool:
    try:
        return bool(calendar_date.fromisoformat(text))
    except ValueError:
        return False
