"""Asides: what a point says to markers between its question and its answers, or among these ("One mark each.", "; owtte", "(any 2 x 1 mark)").

Each is set apart as guidance. What it says that the whole is worth stays with the question.
"""

from __future__ import annotations

import re

from packbuilder.abbreviations import BEHIND
from packbuilder.amounts import figures_added
from packbuilder.patterns import regex
from packbuilder.remarks import is_remark

_PARTS = regex(
    rf"(?<=[\w)\]’'\"%²³⁴\uA000-\uA48C][.?!;:])(?<!\be\.g:)(?<!\bi\.e:){BEHIND}\s+(?!\d{{1,2}}\.?$)|\s[–—-]\s+|(?<=[)\]])\s+(?=[A-Z\d])"
)
"""Where a sentence, a clause between semicolons or dashes, or what brackets follow begins."""
_BRACKETED = regex(
    r"\s*[\[(](?P<said>(?:(?:award |give )?(?:\d|one|two|three) (?:marks? )?(?:each )?(?:for|per)\b|any (?:\d|one|two|three|four)\b)[^()\[\]]*)[\])](?P<times>\s*[x×]\s*\d\b)?",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"(?:(?<=[:.?)\]])(?<!\d\.)\s+(?=1)|(?<=[\w)’'][.,;])\s+(?!1)|(?<=[a-z)])\s+(?!1))\(?(?P<n>[1-9])[.)]\s+(?=[A-Za-z(])(?!(?:explain|describe|state|name|give|why|how|what|which|who|when|where)\b)",
    re.IGNORECASE,
)
"""A number before each of several answers ("1. vena cava 2. right atrium")."""
_SUM = regex(r"\s*[\[(](?P<sum>[1-9](?:\s*\+\s*[1-9])+)\s*marks?[\])]", re.IGNORECASE)
_BEFORE = regex(r"^(?P<said>(?:sub[- ]?)?max(?:imum)?\.?(?: of)? ?(?P<n>\d)(?: marks?)?)[.:,]?\s+(?=[A-Za-z]{3})(?!(?:for|per|from|each|if|unless|when|without)\b)|^(?P<shares>\d\s?[x×]\s?\(\d(?:\s?\+\s?\d)+\))[.:,]?\s*", re.IGNORECASE)  # fmt: skip
"""What stands before answers in their own sentence ("MAX 3 double helix; ...")."""
_WHOLE = regex(
    r"^(?:max(?:imum)?\.?(?: of)?|marks available\s?:?|total\s?:?)\s*(?P<n>\d{1,2})(?:\s*marks?)?$|^(?P<m>\d{1,2}) marks?(?:$|\s?[,+])",
    re.IGNORECASE,
)
"""What the whole question is worth."""
_ALLOWED = regex(r"^(?:ALLOW|ACCEPT|CREDIT)\s+(?=[a-z])")
"""An answer that is only allowed, where there is no other."""
_LABEL = regex(
    r"^(?:(?:marks|marking points|mark scheme|key points|(?:award |give )?(?:\d|one|two|three) marks? for)\s?:|any (?:\d|one|two|three|four|five)(?: (?:of|from)(?: the following)?)?\s?:?)$",
    re.IGNORECASE,
)
"""What only says that answers come."""
LEVEL = regex(r"^(?:mark )?(?:level|band|L)\s?\d\b(?=[^.;]*?(?:\d\s?[–-]\s?(?P<most>\d{1,2})|\d marks?))|^level 0\b", re.IGNORECASE)
"""A level with its marks: no answer, whatever it says."""
_OF_PEOPLE = regex(r"(?:[\w-]+ ){0,2}?(?P<who>candidates?|students?|pupils?|learners?|examiners?)\b", re.IGNORECASE)
_IN_BRACKETS = regex(r"[\[(][^\[\]()]*[\])]\.?")
_PLAIN = regex(r"^[\[(]?\d{1,2}(?:\s*marks?)?[\])]?\.?$|^\(?(?:total|marks?)\b:?\s*\d", re.IGNORECASE)
_HAS_MARKS = regex(r"[\[({]\s*\d{1,2}(?:\s*marks?)?\s*[\])}]", re.IGNORECASE)
_MARKS_LAST = regex(r"\s+[\[(](?P<n>\d{1,2})(?: marks?)?[\])]\.?$", re.IGNORECASE)
_METHOD = regex(r"(?:^|(?<=[.;:)\]])\s+|\s)M(?:P\s?)?(?P<n>[1-6])\s*[:–-]?\s+(?=[A-Za-z(])")


def without_remarks(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without its remarks to markers, and these."""
    words, said = _without_brackets(_parted(_SUM.sub(_added, words)))
    parts = _parts(words)
    if len(parts) < 2:
        return words, said
    kept, remarks, marks, opens = parts[0], list(said), 0, False
    for part in parts[1:]:
        if kept.rstrip().endswith(":"):
            part = _ALLOWED.sub("", part)
        if before := _BEFORE.match(part):
            remarks.extend(filter(None, (before["said"], before["shares"])))
            marks, opens, part = marks or int(before["n"] or 0), True, part[before.end() :]
        if (own := _MARKS_LAST.search(part)) and not _HAS_MARKS.search(kept) and _is_aside(part[: own.start()]):
            marks, part = int(own["n"]), part[: own.start()]
        bare = part.strip(" .;")
        if (whole := _WHOLE.match(bare)) or _LABEL.match(bare) or (_is_aside(part) and not speaks_of_asked(part, parts[0])):
            remarks.extend(() if _PLAIN.match(bare) or _LABEL.match(bare) else (_as_said(part),))
            marks, opens = max(marks, _sum(whole) if whole else _most(bare)), part.rstrip().endswith(":")
            continue
        if opens and not _PLAIN.match(bare):
            kept = f"{kept.rstrip(' .;:–—-')}{'' if kept.rstrip().endswith(('?', '!')) else ':'} "
        elif len(remarks) > len(said) and _HAS_MARKS.fullmatch(part.strip(" –—-.")):
            kept = re.sub(r"\s[–—-]\s*$", " ", kept)
        kept, opens = kept + part, False
    kept = _worth(kept, parts[0], marks) if marks else kept
    return re.sub(r"\s[–—-]$", "", kept.rstrip().rstrip(";:")).rstrip(), tuple(remarks)


def _added(found: re.Match[str]) -> str:
    return f" [{figures_added(found['sum'])}]"


def _parts(words: str) -> list[str]:
    """Return the sentences and clauses of a point; what is named of a remark before a colon belongs to it ("First way: simple 1 mark")."""
    starts = [0, *(found.end() for found in _PARTS.finditer(words) if not _is_open(words[: found.start()]))]
    found: list[str] = []
    for start, end in zip(starts, (*starts[1:], len(words)), strict=True):
        part = words[start:end]
        if len(found) > 1 and found[-1].rstrip().endswith(":") and _is_aside(f"{found[-1]}{part}"):
            found[-1] += part
        else:
            found.append(part)
    return found


def _is_open(text: str) -> bool:
    """Whether a bracket of a text is not closed: what follows stands within it."""
    return text.count("(") + text.count("[") > text.count(")") + text.count("]")


def _worth(kept: str, question: str, marks: int) -> str:
    """Return a point with the marks that a remark gives to all of it, behind its question; where answers have marks of their own, behind these."""
    if _HAS_MARKS.search(kept):
        return f"{kept.rstrip(' .')} [{marks}]" if kept.rstrip(" .").endswith(")") else kept
    end = len(question.rstrip(" .;:–—-")) if kept.startswith(question.rstrip(" .;:–—-")) else len(kept.rstrip())
    sign = "." if kept[end : end + 1] == "." else ""
    return f"{kept[:end]}{sign} [{marks}]{kept[end + len(sign) :]}"


def _most(level: str) -> int:
    """Return the most that a level earns, or 0 for what is none."""
    found = LEVEL.match(level)
    return int(found["most"] or 0) if found else 0


def _sum(whole: re.Match[str]) -> int:
    """Return what all of a question is worth ("2 marks + 2 marks"), but for what spelling earns ("9 marks + 3 SPaG")."""
    return int(whole["n"]) if whole["n"] else sum(map(int, re.findall(r"(\d{1,2}) marks?\b(?! (?:for )?(?:SPaG|QWC))", whole.string)))


def _as_said(part: str) -> str:
    said = re.sub(r"\[(\d{1,2})\]$", r"\1 marks", part.strip(" .;,:–—-"))
    return re.sub(r",? (?:such as|e\.g|of(?: the following)?)$", "", said)


def methods_apart(guidance: str) -> tuple[str, str]:
    """Return words to markers without the answers behind them that have the names of their marks ("M1 ... M2 ..."), and these, with semicolons."""
    found = _methods(guidance)
    if not found:
        return guidance, ""
    return guidance[: found[0].start()].rstrip(), re.sub(
        rf"{_METHOD.pattern}|{_NUMBER.pattern.replace('<n>', '<m>')}", "; ", guidance[found[0].end() :]
    ).replace(".; ", "; ")


def _methods(words: str) -> list[re.Match[str]]:
    """Return where answers with the names of their marks, or with numbers, begin: two or more in order."""
    for pattern in (_METHOD, _NUMBER):
        found = list(pattern.finditer(words))
        if (
            len(found) > 1
            and words[: found[0].start()].rstrip()[-1:] in ".;:)]?"
            and [int(each["n"]) for each in found] == list(range(1, len(found) + 1))
        ):
            return found
    return []


def speaks_of_asked(part: str, question: str) -> bool:
    """Whether a sentence speaks of people that the question asks about ("Describe how candidates are elected. Candidates often ...")."""
    found = _OF_PEOPLE.match(part)
    return found is not None and found["who"].casefold() in question.casefold()


def _is_aside(part: str) -> bool:
    said = part.strip(" ;,:–—-")
    return bool(said) and not (_PLAIN.match(said) or _IN_BRACKETS.fullmatch(said)) and bool(is_remark(said) or LEVEL.match(said))


def _parted(words: str) -> str:
    """Return a point whose answers have the names of their marks with semicolons between them."""
    found = _methods(words)
    if not found or found[0].start() < 8:
        return words
    asked, listing = methods_apart(words)
    return f"{asked}{'' if asked.endswith((':', '?', '.')) else ':'} {listing}"


def _without_brackets(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without brackets that say how marks are shared out, and what they say."""
    said: list[str] = []

    def taken(found: re.Match[str]) -> str:
        if not is_remark(found["said"]):
            return found[0]
        said.append((found["said"] + (found["times"] or "")).strip())
        if not found["times"]:
            return ""
        each = sum(int(figure) for figure in re.findall(r"\d", found["said"]))
        return f" [{each * int(re.sub(r'[^0-9]', '', found['times']))}]"

    return _BRACKETED.sub(taken, words), tuple(said)
