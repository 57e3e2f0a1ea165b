"""Notation: what stands at a question's end about marks, objectives, tiers and the way of marking, written as plain marks or taken off."""

from __future__ import annotations

import re

from packbuilder.leads import NUMBER_WORDS, number_said
from packbuilder.patterns import regex

_TAKEN_OFF = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        # "AO1/AO2", "[AO1 3, AO2 3]"
        r"[\s,;–—-]*[\[(]?\s*\bAO\s?\d(?:[\s/,&+:;=()–-]*(?:AO\s?\d|\d{1,2}\b|marks?\b|and\b))*\s*[\])]?\.?$",
        # "(HT)", "[Higher tier only]"
        r"\s*[\[(](?:HT|FT|higher|foundation)(?:\s+tier)?(?:\s+only)?[\])]\.?$",
        # "*QWC", "(SPaG 4)"
        r"[\s.]*(?:\*\s*)?[\[(]?\b(?:QWC|SPaG)(?:\s*[:+]?\s*\d{1,2}(?: marks?)?)?[\])]?\.?$",
        # "Level marked", "Marked by levels of response"
        r"[.;,\s]+(?:levels?[- ](?:marked|based)|levels? of response|mark(?:ed)? (?:by|in|with|using) levels(?: of response)?)\.?$",
        # "1 mark per step", "2 marks each"
        r"[.;,\s]+(?:\d|one|two) marks? (?:each|per [\w ]{3,20}|for each [\w ]{3,30})\.?$",
        # "2 marks knowledge, 2 application, 1 analysis"
        r"[.;,\s]+\d marks? (?:for )?(?:knowledge|application|analysis|evaluation|understanding|identif\w+|explanation|method)\b(?:\s*[,;+]\s*(?:and )?\d (?:marks? )?(?:for )?[\w ]{3,24})*\.?$",
        # "Any two", after a list
        r"[.;,]?\s+\(?any (?:one|two|three|four|\d)\)?\.?$",
    )
)
_PRODUCT = regex(r"\s*[\[(](?P<one>\d{1,2})\s?[x×]\s?(?P<other>\d{1,2})(?:\s*marks?)?[\])]\.?$", re.IGNORECASE)
_SUM = regex(
    r"\s*[\[(](?P<all>\d{1,2}(?:\s*\+\s*\d{1,2})+)(?P<apart>\s*(?:SPaG|QWC))?(?:\s*marks?)?[\])]\.?$|(?<=\.)\s+(?P<bare>\d(?:\s*\+\s*\d)+)\s+marks?\.?$",
    re.IGNORECASE,
)
_EXPLAINED = regex(r"\s*[\[(](?P<n>\d{1,2})\s+marks?\s*[:;,–-]\s*[^\[\]]*[\])]\.?$", re.IGNORECASE)
"""Marks with how they are given ("[2 marks: 1 for a partial definition]")."""
_MAXIMUM = regex(r"[.;,]?\s+\(?(?:max(?:imum)?\.?(?: of)? (?P<n>\d{1,2})(?: marks?)?|any \w+ for (?P<m>\d) marks?)\)?\.?$", re.IGNORECASE)
_PLAIN = regex(r"(?:[\[({]\s*\d{1,2}(?:\s+marks?)?\s*[\])}]|\b\d{1,2}\s+marks?)\s*\.?$", re.IGNORECASE)

_WORDED = regex(rf"[\[(](?P<n>{'|'.join(NUMBER_WORDS[1:])}) marks?[\])]", re.IGNORECASE)
_OVER = regex(r"\s*[\[(]\s*/\s*(?P<n>\d{1,2})(?:\s*marks?)?\s*[\])]", re.IGNORECASE)
_M = regex(
    r"\[\s?(?P<n>\d{1,2})\s?m\s?\]|\(\s?(?P<m>\d{1,2})\s?m\s?\)(?=\s*(?:[:.]|$))|(?<=[.?!)])\s+(?P<k>\d{1,2})\s?m\.?$", re.IGNORECASE
)
_CAPITAL_M = regex(r"(?<=[a-z]{2})\s+(?P<n>\d{1,2})M\.?$")
_METRES = regex(
    r"\b(?:calculate|find|measure|estimate|determine|work out|convert|how (?:far|long|high|deep|tall|wide)|lengths?|heights?|distances?|depths?|widths?|metres?|wavelengths?|displacement|"
    r"radius|diameter|molar|mol|concentrations?|solutions?|acids?|alkalis?)\b",
    re.IGNORECASE,
)
"""Where "3 m" may be metres, or "3M" a concentration."""
_NOT_BEHIND = r"(?<!\bof)(?<!\bto)(?<!\bget)(?<!\bgain)(?<!\bearn)(?<!\baward)(?<!\bgive)(?<!\ballow)(?<!\bmax)(?<!\bmaximum)(?<!\bleast)(?<!\ball)(?<!\bthe)(?<!\blast)(?<!\bfirst)(?<!\bonly)(?<!\bthese)(?<!\bworth)(?<!\blose)(?<!\bthan)(?<!\bfurther)(?<!\bextra)(?<!\bby)(?<!\bis)(?<!\bare)(?<!\bin)(?<!\bwith)(?<!\bfrom)(?<!\band)(?<!\bor)(?<!\bwhy)(?<!\bhow)"
"""Behind these words a number is no mark of a question's own."""
_TIMES = regex(r"(?<=[\w?.!)’'])\s+\(?(?P<one>\d)\s?[x×]\s?(?P<two>\d)\s*marks?\)?\.?$", re.IGNORECASE)
_IN_TOTAL = regex(r"[\[(](?P<n>\d{1,2}) marks? (?:in )?total[\])]", re.IGNORECASE)
_BARE = regex(rf"(?<=[\w)’'?]){_NOT_BEHIND}(?:\s*[–—-])?(?:\s+for)?\s+(?P<n>\d{{1,2}})\s+marks?\.?$", re.IGNORECASE)
_TOTAL = regex(
    rf"{_NOT_BEHIND}(?:\s*[.;,–—-])?\s+[\[(]?\s*total(?:\s+marks?)?(?:\s+for\s+(?:this\s+)?question(?:\s+\d+)?)?\s*[:=]?\s*(?P<n>\d{{1,2}})(?:\s*marks?\s*[\])]?|\s*[\])]|(?<=[:=]\s\d)|(?<=[:=]\s\d\d))\.?$",
    re.IGNORECASE,
)
_ADDED = regex(rf"(?<=[\w.?!)’']){_NOT_BEHIND}\s+(?P<all>[1-6](?:\s?\+\s?[1-6])+)(?:\s*marks?)?\.?$", re.IGNORECASE)
_SUMS = regex(r"(?:calculate|determine|find|work out|solve|convert|estimate|evaluate|simplify|add|what)\b", re.IGNORECASE)
_TICK = "✓✔☑"
_TICKED = regex(rf"\s*[\[(]?(?P<ticks>[{_TICK}](?:[\s,]*[{_TICK}])*)[\])]?\s*\.?$")
_BEFORE_ANSWER = regex(
    rf"^(?P<asked>(?:\S+\s+){{3,}}\S*[\w)’']){_NOT_BEHIND}[.,;]?\s+(?P<n>\d{{1,2}})\s*marks?\s*[:–—-]\s+(?=\S)", re.IGNORECASE
)
"""Marks between a question and its answer ("... for bread. 2 marks: high gluten content")."""
_SPELLING = regex(
    r"(?P<own>[\[(]\d{1,2}(?:\s*marks?)?[\])])[\s,+&]*[\[(]?(?:AO\s?4|SPaG|QWC)[\s:]*[\[(]?\d{1,2}(?:\s*marks?)?[\])]?\.?$", re.IGNORECASE
)
"""Marks for spelling behind a question's own are none of these."""

_NUMBERED = regex(r"(?<=[:.?\])])\s*\(1\)\s+(?=\S.*\s\(2\)\s+\S)(?!.*\(\d\)\.?$)(?!.*\(1\))")
_ROMAN = {"1": "(i)", "2": "(ii)", "3": "(iii)", "4": "(iv)"}


def written_out(words: str) -> str:
    """Return a point whose marks are written in other ways ("[3m]", "(/3)", "8m", "Total 3 marks", "1+1+1", ticks) with plain ones ("[3]")."""
    if found := _NUMBERED.search(words):
        # Figures that count pieces are no marks: they are read as `labels` reads Roman ones.
        words = words[: found.start()] + re.sub(r"\s*\(([1-4])\)\s+", lambda each: f" {_ROMAN[each[1]]} ", words[found.start() :])
    words = _WORDED.sub(lambda found: f"[{number_said(found['n'])}]", words)
    words = _IN_TOTAL.sub(lambda found: f"[{found['n']}]", words)
    words = _TIMES.sub(lambda found: f" [{int(found['one']) * int(found['two'])}]", words)
    words = _OVER.sub(lambda found: f" [{found['n']}]", words)
    if not _METRES.search(words):
        words = _M.sub(lambda found: f" [{found['n'] or found['m'] or found['k']}]", words)
        words = _CAPITAL_M.sub(lambda found: f" [{found['n']}]", words)
    words = _SPELLING.sub(lambda found: found["own"], words)
    if (found := _ADDED.search(words)) and not _SUMS.match(words):
        words = f"{words[: found.start()]} [{sum(map(int, re.findall(r'[0-9]', found['all'])))}]"
    for pattern in (_TOTAL, _BARE):
        if (found := pattern.search(words)) and found.start() >= 8:
            words = f"{words[: found.start()]} [{found['n']}]"
    if found := _BEFORE_ANSWER.match(words):
        words = f"{found['asked']} [{found['n']}]: {words[found.end() :]}"
    return _without_ticks(words)


def _without_ticks(words: str) -> str:
    """Return a point with a row of ticks at its end as marks; one tick says that something is right, or done, and goes."""
    found = _TICKED.search(words)
    if not found or found.start() < 8 or any(tick in words[: found.start()] for tick in _TICK):
        return words
    marks = sum(found["ticks"].count(tick) for tick in _TICK)
    return f"{words[: found.start()]} [{marks}]" if marks > 1 else words[: found.start()]


def with_plain_marks(words: str) -> str:
    """Return a point that ends in its marks alone ("[3]"), whatever stood with them; as it is where nothing did."""
    marked = _PLAIN.search(words)
    if marked and not _SUM.search(words):
        return f"{_cleared(words[: marked.start()].rstrip())} {marked[0]}"
    return _cleared(words)


def _cleared(words: str) -> str:
    for _ in range(6):
        before = words
        words = _counted(words)
        for pattern in _TAKEN_OFF:
            found = pattern.search(words)
            if found and found.start() >= 8:
                words = words[: found.start()] + ("." if found[0].startswith(".") else "")
        if words == before:
            break
    return words


def _counted(words: str) -> str:
    """Return a point with a sum or a product of marks at its end written as one number."""
    if found := _PRODUCT.search(words):
        head, marks = words[: found.start()], int(found["one"]) * int(found["other"])
    elif found := _SUM.search(words):
        parts = [int(each) for each in re.findall(r"\d+", found["all"] or found["bare"])]
        # What is given for spelling is no part of the question's own marks.
        head, marks = words[: found.start()], sum(parts[:-1] if found["apart"] else parts)
    elif found := _EXPLAINED.search(words):
        head, marks = words[: found.start()], int(found["n"])
    elif (found := _MAXIMUM.search(words)) and found.start() >= 8:
        return f"{words[: found.start()]} [{found['n'] or found['m']}]"
    else:
        return words
    return head if _PLAIN.search(head) else f"{head} [{marks}]"
