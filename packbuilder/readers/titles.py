"""Titles: what a topic is called where its notes do not say so plainly, and whose names no cover bears."""

from __future__ import annotations

import re

from packbuilder.diagnostics import Diagnostics, Span, note, warning
from packbuilder.patterns import regex

_ACRONYMS = frozenset("uk us eu un gis it ict dna rna gcse atp imf nhs gdp hiv led ph".split())
_QUALIFICATION = r"(?:GCSE|iGCSE|IGCSE|BTEC|AS\b|A[- ]|Level|Cambridge|Nationals?|Higher|Advanced|[A-Z]\d{3}|\()"
_BODY = (
    r"(?:AQA|(?:Pearson )?Edexcel|WJEC|CBAC|Eduqas|CCEA|CAIE|NCFE|CBSE|CXC|City (?:&|and) Guilds|Cambridge (?:International|Assessment)|"
    rf"(?:OCR|SQA|Pearson)(?=\s+(?:[–—:-]\s+)?{_QUALIFICATION})|(?<=[–—(-] )(?:OCR|SQA)$)"
)
"""`AQA`, and what may be something else (`OCR`, `Pearson`) before a qualification."""
_NAMED = regex(rf"\b{_BODY}(?![\w’'])")
_FIRST = regex(rf"^{_BODY}(?:\s*/\s*{_BODY})*\s*[–—:|,-]?\s+(?=\w)")
_LAST = regex(rf"\s*(?:[–—:|,-]\s*{_BODY}|[\[(]{_BODY}[\])])$")
_WITHIN = regex(rf"\s*[\[(](?:{_BODY}|SQA)[\])]|(?<=[–—:|-] ){_BODY}\s+(?={_QUALIFICATION})|\s[–—|-]\s+{_BODY}[- ]style$")
"""An awarding body in brackets anywhere, before its qualification behind a dash, or as a style ("Osmosis – AQA A level Biology")."""
_PRINTED = regex(r"\s+(?:page|p\.?)\s?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?$|\s{3,}\d{1,3}$", re.IGNORECASE)
"""What a page's running head has behind its words."""
_KIND_LAST = regex(
    r"\s*(?:\s[–—:|-]\s|[\[(]|:\s)\s*(?:(?:my |teacher['’]?s?['’]? |revision |class |lesson )?(?:mark(?:ing)? scheme|marking|examiners?['’]?) (?:notes?|points?|guidance)|mark(?:ing)? scheme|value points|marking instructions|scoring (?:guidelines|notes)|(?:revision|class|lesson|teacher['’]?s?['’]?) notes)[\])]?$",
    re.IGNORECASE,
)
"""What notes say that they are, behind their topic ("Weimar Germany - mark scheme notes")."""
_OFTEN = 2
_WORD = regex(r"[^\W\d_]{2,}")


def title_from(stem: str, text: str) -> str:
    """Return a title of a file's name; a word that the notes write with a capital within sentences has it ("Hist Weimar")."""
    words = re.split(r"[-_\s]+", stem.split(".")[0].strip())
    shown = [word.upper() if word.casefold() in _ACRONYMS else _as_written(word, text) for word in words if word]
    title = " ".join(shown)
    return re.sub(r"\b(UK|Earth) s\b", r"\1’s", title[:1].upper() + title[1:], flags=re.IGNORECASE) or "Notes"


def _as_written(word: str, text: str) -> str:
    """Return a word as notes write it, where they never have it in small letters, and write it twice, once where no sentence begins."""
    if not _WORD.fullmatch(word) or word != word.casefold():
        return word
    found = tuple(re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))
    forms = {each[0] for each in found}
    within = [each[0] for each in found if re.search(r"[a-z,;)] $", text[max(each.start() - 2, 0) : each.start()])]
    return within[0] if within and len(found) >= _OFTEN and word not in forms and len(set(within)) == 1 else word


_STOP = regex(
    r"(?<=[\w)’'”\"])(?<!\b[A-Z])(?<!\bNo)(?<!\bvol)(?<!\betc)(?<!\bpt)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bJr)(?<!\bSr)\.$", re.IGNORECASE
)
"""A full stop behind a title, and none of an abbreviation or an initial."""


def without_page(title: str) -> str:
    """Return a title that was the head of a printed page without the number of that page, with one sign between what stood apart, and without a full stop."""
    return _STOP.sub("", re.sub(r"\s{2,}", " – ", _PRINTED.sub("", title).strip()))


def without_kind(title: str, span: Span) -> tuple[str, Diagnostics]:
    """Return a title without what it says that the notes are, and what is said of it: a paper is no mark scheme."""
    bare = _KIND_LAST.sub("", title).strip()
    if not bare or bare == title:
        return title, ()
    return bare, (note("N143", f"the title is read without the words that only say what the notes are: {bare!r}", span),)


def without_body(title: str, span: Span) -> tuple[str, Diagnostics]:
    """Return a title without the awarding body at its edge, and what is said of it: no cover bears its name (HANDBOOK section 3)."""
    bare = _WITHIN.sub("", _LAST.sub("", _FIRST.sub("", title))).strip()
    bare = bare[:1].upper() + bare[1:]
    if bare and bare != title and not _NAMED.search(bare):
        message = f"the title is read without the awarding body's name, which no cover bears: {bare!r}"
        return bare, (note("N143", message, span),)
    return title, named(title, "title", span)


def named(text: str, what: str, span: Span) -> Diagnostics:
    """Return the warning that a text for the cover names an awarding body."""
    found = _NAMED.search(text)
    if not found:
        return ()
    message = f"the {what} names an awarding body ({found[0]}), and would stand on the cover so"
    return (warning("N143", message, span, "A practice paper is none of theirs: leave the name out."),)
