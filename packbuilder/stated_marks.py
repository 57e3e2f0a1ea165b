"""Stated marks: brackets that say more than a number ("(4 marks: heats, expands)", "[1 AO1, 2 AO2]", "(9*)") and marks in a sentence, as plain ones ("[4]")."""

from __future__ import annotations

import re

from packbuilder.amounts import FEW, MARK, NUMBER, SEVERAL, figures_added, number_said, number_words
from packbuilder.patterns import regex

_ABOUT = r"(?:(?:max(?:imum)?|up to|total|approx(?:imately)?|about|worth)\b\.?(?: of)?\s*:?)"
_BRACKET = regex(
    rf"\s*[\[(]\s*(?:{_ABOUT}\s*)?(?P<n>{NUMBER})(?:\s*(?P<unit>{MARK})\s*(?:[:;=,]|\s[–—-])|\s*[:;=])\s+(?P<said>[^\[\]()]+)[\])]\s*[.;]?$",
    re.IGNORECASE,
)
"""Marks, and behind a sign in the same brackets what they are for ("(4 marks: air heats, expands)")."""
_HOW_GIVEN = regex(
    rf"\bmarks?\b|^per\b|^levels?$|\blevels? of response\b|\b(?:level|band) \d|\bAO\s?\d|\b{FEW} (?:each|per|for)\b|^(?:accept|allow|reject|ignore|condone|credit|do not|don['’]t|see|refer to)\b|^(?:[KAEU]\d\W*){{2,}}$|^max\b|\b\d{{1,3}} ?(?:min(?:ute)?s?|words|lines|pages|sides)\b|\d\s*[+x×]\s*\d|\b(?:SPaG|QWC|ecf|oe)\b",
    re.IGNORECASE,
)
"""What says how marks are given, and answers nothing ("two marks each", "AO1 6, AO3 10", "K4 A4 E4")."""
_LABEL = regex(r"(?=.*AO)(?:AO\s?\d|\d{1,2}|marks?\b|and\b|for\b|[\s,;/&+:=–-])+|SPaG|QWC|max", re.IGNORECASE)
"""What sorts a question, or shares its marks out over objectives (`shares_said`), and says nothing of how they are given."""
_EACH_OF = regex(rf"^{FEW}(?:\s*{MARK})?\s+each\s*:\s*", re.IGNORECASE)
"""How many for each of what follows ("1 each: agreement, two firms")."""
_BY_OBJECTIVE = r"\d{1,2}\s*(?:marks?\s*)?(?:for\s+)?AO\s?\d"
_OBJECTIVES_LAST = regex(rf"\s*[\[(]\s*(?P<all>{_BY_OBJECTIVE}(?:\s*(?:[,;+/&]|and|\s)\s*{_BY_OBJECTIVE})*)\s*[\])]\.?$", re.IGNORECASE)
"""Marks by objective, the number first ("[1 AO1, 2 AO2]")."""
_OF_OBJECTIVES = regex(
    r"(?:[\[(](?:[^\[\]()]*?[\s:;,])??(?P<all>(?:\d{1,2}\s*(?:marks?\s*)?(?:for\s+)?)?\bAO\s?\d[^\[\]()]*)[\])]|(?<![\s.,;–—-])[\s.,;–—-]+(?P<bare>AO\s?\d(?:[\s:=,;/&+()]|AO\s?\d|\d{1,2}|and\b|marks?\b)*))\W*(?:[\[(]\d{1,2}(?:\s*marks?)?[\])]\W*)?$",
    re.IGNORECASE,
)
_FOR_SPELLING = regex(r"\d\s*(?:marks?\s*)?(?:\+|plus)\s*\d{1,2}\s*(?:marks?\s*)?(?:for\s+)?AO\s?4\b", re.IGNORECASE)
"""What spelling earns beside a question's own marks ("(30 marks + 4 AO4)"): these are not shared out."""
_NUMBER_FIRST = regex(r"(?<!AO)(?<!AO )\b(\d{1,2})\s*(?:marks?\s*)?(?:for\s+)?AO\s?(\d)", re.IGNORECASE)
_NAME_FIRST = regex(r"AO\s?(\d)(?:\s*[:=–-]?\s*\(?(\d{1,2})\b)?", re.IGNORECASE)
_LANGUAGE = r"(?:SPaG|SPG|QWC|AO\s?4)"
_WITH_LANGUAGE = regex(
    rf"[\[(]\s*(?P<n>\d{{1,2}})(?:\s*marks?)?\s*(?:\+|plus|and|,|&)\s*{_LANGUAGE}\s*:?\s*\d{{1,2}}(?:\s*marks?)?\s*[\])]"
    rf"|(?<=[.?!\w])\s+(?P<m>\d{{1,2}})\s*marks?\s*(?:\+|plus|and)\s*(?:\d{{1,2}}\s*(?:marks?\s*)?(?:for\s+)?{_LANGUAGE}|{_LANGUAGE}\s*:?\s*\d{{1,2}})(?:\s*marks?)?\.?$"
    rf"|(?<=[.?!\w])\s+(?P<o>\d{{1,2}})\s*marks?\s*[\[(]\s*(?:\+|plus|and)\s*(?:\d{{1,2}}\s*(?:marks?\s*)?(?:for\s+)?{_LANGUAGE}|{_LANGUAGE}\s*:?\s*\d{{1,2}})(?:\s*marks?)?\s*[\])]\.?$",
    re.IGNORECASE,
)
"""A question's own marks with those for spelling ("[12 marks + SPaG 3]")."""
_STARRED = regex(r"\s*[\[(]\s*(?:\*\s?(?P<n>\d{1,2})|(?P<m>\d{1,2})\s?\*)(?:\s*marks?)?\s*[\])]\.?$", re.IGNORECASE)
"""The star of an extended response ("(9*)")."""
_BARS = regex(r"(?<=[a-z]{3})\s+(?:\|\s?(?P<n>\d{1,2})(?:\s*marks?)?\s?\||<(?P<m>\d{1,2})(?:\s*marks?)?>)\.?$", re.IGNORECASE)
_NAMED = regex(
    r"(?<=[\w.?!)’'])[\s.,;–—-]*(?:[\[(]\s*marks?(?:\s+available)?\s*[:=]?\s*(?P<n>\d{1,2})\s*[\])]|(?<![\w])\bmarks?(?:\s+available)?\s*[:=]\s*(?P<m>\d{1,2}))\.?$",
    re.IGNORECASE,
)
"""Their name first ("Marks: 4", "[marks: 4]", "Marks available: 2")."""
_CREDITS = regex(r"\s*[\[(](?P<n>\d{1,2})\s*credits?[\])]\.?$", re.IGNORECASE)
_WORTH = regex(
    rf"(?<!\s)(?:\s*(?<![,;.–—-])[,;.–—-]+|\s)\s*\(?(?:it is |this is )?worth\s+(?P<n>{NUMBER})(?:\s*marks?)?\)?\.?$", re.IGNORECASE
)
_IN_WORDS = regex(rf"(?<!\s)(?:\s*(?<![,;:.–—-])[,;:.–—-]+\s*|\s+for\s+)(?P<n>{number_words()})\s+marks?\.?$", re.IGNORECASE)
_BEHIND_COMMA = regex(r"(?<=[\w)’'?]),\s+(?:for\s+)?(?P<n>\d{1,2})\s*(?:marks?|mks?)\.?$", re.IGNORECASE)
_INSERTED = regex(rf"(?P<head>\w),\s*(?:for|worth)\s+(?P<n>{NUMBER})\s+marks?,\s+(?=\w)", re.IGNORECASE)
"""Marks in the middle of a sentence ("Explain, for 4 marks, how ...")."""
_EACH_UP_TO = regex(
    rf"[,.;]\s+(?:allow\s+|award\s+)?{FEW} marks? (?:each|(?:per|for each) [\w ]{{3,30}}),?\s+(?:up to (?:a )?)?max(?:imum)?\.?(?: of)? (?P<n>{NUMBER})(?: marks?)?\s*:\s+",
    re.IGNORECASE,
)
"""How marks are given, before the answers (", 1 mark per feature, max 2: gentle sides, runny lava")."""
_EACH_LISTED = regex(r"(?<=\w)\s*[\[(](?P<n>[1-9]) marks? each[\])]\s*:\s+(?P<list>[^:]+)$", re.IGNORECASE)
_COUNTED = regex(rf"\b{SEVERAL}\b", re.IGNORECASE)
"""So many for each of what is listed ("(1 mark each): crust, mantle, outer core, inner core"), where no number is asked for."""
_HOW_BEHIND = regex(
    rf"(?:\s*[,.;]|\s[–—-])\s+(?P<n>{NUMBER}) marks?[,;:]\s+(?P<said>{FEW} (?:mark )?(?:for|per) (?:each|every|the|an?|any)?\b[^:;]{{3,60}})$",
    re.IGNORECASE,
)
"""Marks behind a question, and how they are given ("- 5 marks, one for each linked step")."""
_SHARED_EACH = regex(
    rf"(?<=[.?])\s+(?P<n>{NUMBER}) marks? (?:each|for each \w+)\s*:\s+(?P<said>{FEW} (?:mark )?for [^;.:]+(?:[;,] (?:and )?{FEW} (?:mark )?for [^;.:]+)+)\.\s+(?P<list>[A-Z].+)$",
    re.IGNORECASE,
)
"""How the marks of each thing are given, before the answers ("2 marks each: 1 for reason; 1 for development. Detects errors; ...")."""
_SUM_OF_MARKS = regex(r"(?<=[.?!])\s+(?P<all>\d\s*marks?(?:\s*(?:\+|plus|and)\s*\d\s*marks?)+)\.?(?=\s|$)", re.IGNORECASE)
"""A sum between a question and its answers ("... of Piaget. 2 marks + 2 marks. Small samples")."""
_LEVELS_LAST = regex(
    r"(?P<marks>[\[(]?\b\d{1,2}\s*marks?[\])]?)[.;,]?\s+(?:marked\s+)?(?:by\s+|in\s+|with\s+)?levels?(?:\s+of\s+response)?\.?$",
    re.IGNORECASE,
)
"""How a question is marked, behind its marks ("6 marks. Levels.")."""
_TIMES = regex(r"(?<=[a-z]{3})\s+(?P<one>\d)\s?[x×]\s?(?P<two>\d)\.?$")
_SPACED = regex(
    r"(?P<open>[\[(])\s+(?P<n>\d{1,2}(?:\s*marks?)?)\s*(?P<close>[\])])|(?P<open2>[\[(])(?P<n2>\d{1,2})\s+(?P<close2>[\])])", re.IGNORECASE
)
_WITH_MORE = regex(
    rf"[\[(]\s*(?:(?:approx\.?|approximately|about|c\.)\s*(?P<n>\d{{1,2}})\s*marks?|(?P<m>\d{{1,2}})\s*{MARK}\s*(?:only|max(?:imum)?\.?|in all|in total|altogether|available|\?)|(?P<k>\d{{1,2}})\s*max(?:imum)?\.?)\s*[\])](?=\W*$|\s*:\s)",
    re.IGNORECASE,
)
"""Marks with a word that changes nothing ("(2 marks only)")."""
_EXPLAINED_SUM = regex(r"(?P<n>\b\d{1,2}) marks? \(\d(?:\s*\+\s*\d)+\)\.?$", re.IGNORECASE)
_SAME_IN_ONE = regex(r"\s*\[(?P<one>\d)(?:\s*[,/]\s*(?P=one))+\]\.?$")
"""A mark for each, in the same brackets ("[1,1]")."""
_BEHIND_PART = regex(r"(?<=[)\]])\s*[.,;:]?\s*(?P<n>\d{1,2})\s*marks?\.?$", re.IGNORECASE)
"""A total in words behind the last part's own marks ("... minerals (1). 3 marks")."""
_BLANK = regex(r"(?<=[\w?.!)’'])\s*_{2,}\s*/\s*(?P<n>\d{1,2})(?:\s*marks?)?\.?$", re.IGNORECASE)
_STARS = regex(r"\*{2,}\s*(?P<n>\d{1,2})\s*marks?\s*\*{2,}", re.IGNORECASE)
_SPACE_TO_ANSWER = regex(r"(?<=[\])])\s*[\[(]\d{1,2} (?:lines?|pages?|sides?)[\])]\.?$", re.IGNORECASE)
_RECKONS = regex(
    r"(?:calculate|determine|find|work out|solve|convert|estimate|evaluate|simplify|expand|multiply|add|what)\b", re.IGNORECASE
)
_ASIDE_TOTAL = regex(
    r"(?P<part>[\[(][1-9](?:\s*marks?)?[\])])\s*[.;,]?\s*(?:=\s*)?[\[(](?P<n>\d{1,2})(?:\s*marks?)?(?:\s+in total)?[\])]\s*\.?$"
)
"""A total behind the last part's own marks ("... (1); goes cloudy (1). [2]")."""
PART = regex(r"[\[(](?P<n>\d{1,2})(?:\s*marks?)?[\])]")
_SHORTEST = 6
"""So many characters at least stand before a question's marks."""

_NO_WHOLE = regex(r"(?:\b\d{1,2}\s?)?[½¼¾]\s*(?:a\s+)?marks?\b|\b\d{1,2}\.\d\s*marks?\b|\bhalf (?:a )?marks?\b", re.IGNORECASE)
_NONE = regex(r"(?:[\[(]\s*0(?:\s*marks?)?\s*[\])]|\s(?:0|no|zero)\s+marks)\.?$", re.IGNORECASE)
_UNKNOWN = regex(r"[\[(]\s*(?:\?+(?:\s*marks?)?|marks?\s*\?*|_+\s*marks?)\s*[\])]\W*$", re.IGNORECASE)
_LARGE = regex(r"[\[(]\d{3,}\s*marks?[\])]\W*$", re.IGNORECASE)
_RANGE = regex(r"[\[(]?\b\d{1,2}\s?(?:[–—-]|to|or)\s?\d{1,2}\s*marks?[\])]?\.?$", re.IGNORECASE)
_TIMES_ALONE = regex(r"(?<=[a-z.]{3})\s*\(?[x×]\s?[2-9]\)?\.?$")
_METRES_OR_MARKS = regex(
    r"(?<=[a-z]{3})(?<!\bof)(?<!\bby)(?<!\bto)(?<!\bat)(?<!\bis)(?<!over)(?<!about)(?<!above)(?<!below)(?<!under)(?<!than)(?<!from)(?<!first)(?<!every) \d{1,2}m\.?$"
)
_LEFT = regex(
    rf"(?<!of )(?<!out of )(?<!scored )(?<!gets )(?<!got )(?<!has )(?<!by )(?:\b\d{{1,2}}\s?(?:marks?|mks?)\b(?=\W*$|[.,;:)\]])|[,.(\[]\s*(?:for\s+)?{FEW}\s+marks?\b)|[\[(]\s?\d{{1,2}}\s?[:;]\s[^\])]*[\])]?\W*$|(?<!\d)(?<!\d[A-Z])[\[(]\s?\d{{1,2}}\s?\W?$"
    rf"|(?<=[.,;])\s+{FEW} (?:marks? )?(?:each|per)\b",
    re.IGNORECASE,
)
"""What is left of marks in a question."""


def as_plain(words: str) -> str:
    """Return a point whose marks stand with other things, or in a sentence, with plain ones; answers within their brackets stand behind a colon."""
    words = _SPACE_TO_ANSWER.sub("", _SPACED.sub(_close_up, words))
    words = _WITH_MORE.sub(lambda found: f"[{found['n'] or found['m'] or found['k']}]", words)
    words = _LEVELS_LAST.sub(lambda found: found["marks"], words)
    words = _WITH_LANGUAGE.sub(lambda found: f" [{found['n'] or found['m'] or found['o']}]".lstrip(" " if found["n"] else ""), words)
    words = _SUM_OF_MARKS.sub(lambda found: f" [{figures_added(found['all'])}]", words, count=1)
    for pattern, plain in _NOTATIONS:
        found = pattern.search(words)
        if found and found.start() >= _SHORTEST and (written := plain(found)):
            return written
    return words


def _close_up(found: re.Match[str]) -> str:
    """Return marks in brackets without the spaces round them ("( 3 )")."""
    return "".join(part for part in found.groups() if part)


def _marked(found: re.Match[str], marks: int, answers: str = "") -> str:
    """Return what stands before a notation with plain marks behind it, and answers behind these."""
    return f"{found.string[: found.start()].rstrip(' ,;:–—-')} [{marks}]" + (f": {answers}" if answers else "")


def _opened(found: re.Match[str]) -> str:
    """Return a question whose marks' brackets hold more: how they are given goes, answers follow them behind a colon."""
    said = found["said"].strip(" .;,")
    answers = _EACH_OF.sub("", said)
    if said == answers and _HOW_GIVEN.search(said):
        return _marked(found, number_said(found["n"]))
    ratio = not found["unit"] and not answers[:1].isalpha()
    return found.string if ratio else _marked(found, number_said(found["n"]), answers)


def _by_objective(found: re.Match[str]) -> str:
    return _marked(found, figures_added(re.sub(r"AO ?[0-9]", "", found["all"], flags=re.IGNORECASE)))


def _for_each_listed(found: re.Match[str]) -> str:
    """Return marks for each thing of a list as those of all; nothing where the question says how many it asks for."""
    if _COUNTED.search(found.string[: found.start()]):
        return ""
    return _marked(found, int(found["n"]) * len(re.split(r"[,;] ", found["list"])), found["list"])


def _for_each_asked(found: re.Match[str]) -> str:
    """Return marks for each thing as those of all that the question asks for."""
    things = _COUNTED.search(found.string[: found.start()])
    return _marked(found, number_said(found["n"]) * (number_said(things[0]) if things else 1), found["list"])


def _from_within(found: re.Match[str]) -> str:
    rest = found.string[found.end() :].rstrip(" .")
    return f"{found.string[: found.start()]}{found['head']} {rest} [{number_said(found['n'])}]"


def _times(found: re.Match[str]) -> str:
    return "" if _RECKONS.match(found.string) else _marked(found, int(found["one"]) * int(found["two"]))


def _total(found: re.Match[str]) -> str:
    return _marked(found, int(found["n"])) if PART.search(found.string[: found.start()]) else ""


def _number(found: re.Match[str]) -> str:
    """Return the one number that a notation has as marks; nothing where marks stand before it already."""
    if PART.search(found.string[max(0, found.start() - 4) : found.start()]):
        return ""
    return _marked(found, number_said(next(each for each in found.groups() if each)))


_NOTATIONS = (
    (_OBJECTIVES_LAST, _by_objective),
    (_BRACKET, _opened),
    (_EACH_UP_TO, lambda found: _marked(found, number_said(found["n"]), found.string[found.end() :])),
    (_EACH_LISTED, _for_each_listed),
    (_HOW_BEHIND, lambda found: _marked(found, number_said(found["n"]))),
    (_SHARED_EACH, _for_each_asked),
    (_SAME_IN_ONE, lambda found: _marked(found, figures_added(found[0]))),
    (_INSERTED, _from_within),
    (_BEHIND_PART, _total),
    (_TIMES, _times),
    *(
        (pattern, _number)
        for pattern in (_STARRED, _BARS, _NAMED, _CREDITS, _WORTH, _IN_WORDS, _BEHIND_COMMA, _EXPLAINED_SUM, _BLANK, _STARS)
    ),
)
"""Each notation, and how it is written plainly; the first that a point has is its own."""


def how_given(words: str) -> str:
    """Return what the brackets of a point's marks say of how they are given ("two marks each", "AO1 6, AO3 10"), or nothing."""
    found = _BRACKET.search(words) or _HOW_BEHIND.search(words) or _SHARED_EACH.search(words) or _OBJECTIVES_LAST.search(words)
    said = "" if not found else found["said"].strip(" .;,") if "said" in found.groupdict() else found["all"]
    return said if _HOW_GIVEN.search(said) and not (_EACH_OF.match(said) or _LABEL.fullmatch(said)) else ""


def shares_said(words: str) -> tuple[tuple[str, int], ...]:
    """Return the marks that a point gives to each objective at its end ("(16 marks: AO1 6, AO3 10)", "[1 AO1, 2 AO2]"); empty where it does not."""
    found = _OF_OBJECTIVES.search(words)
    if not found:
        return ()
    said = found["all"] or found["bare"]
    if _FOR_SPELLING.search(found[0]):
        return ()
    shares = [(name, number) for number, name in _NUMBER_FIRST.findall(said)] or _NAME_FIRST.findall(said)
    return tuple((f"AO{name}", int(number)) for name, number in shares) if all(number for _, number in shares) else ()


def without_total(words: str) -> tuple[str, int]:
    """Return a point without the total behind the marks of its parts, and this; 0 where there is none ("... (1); ... (1) [2]")."""
    found = _ASIDE_TOTAL.search(words)
    if not found:
        return words, 0
    until = found.end("part")
    parts, total = [int(each["n"]) for each in PART.finditer(words[:until])], int(found["n"])
    ticked_twice = total == 1 and words[found.start("part") : until] == words[until : found.end()].strip(" .")
    if ticked_twice or (len(parts) == 1 and total in (1, parts[0])):
        return words, 0
    return words[:until], total


def unclear(words: str) -> str:
    """Return why the marks that a point states cannot be a question's, or nothing."""
    if _NO_WHOLE.search(words):
        return "its marks are no whole number"
    if _NONE.search(words):
        return "it says that it is worth no marks"
    if _UNKNOWN.search(words):
        return "it does not say how many marks it has"
    if _LARGE.search(words):
        return "it says more marks than any question has"
    if _RANGE.search(words):
        return "it gives a range of marks, and a question has one number of them"
    if _TIMES_ALONE.search(words) and not _RECKONS.match(words):
        return "it does not say what is meant so many times: how many marks it has"
    return "a number at its end may be marks or metres" if _METRES_OR_MARKS.search(words) and not _RECKONS.match(words) else ""


def left_in(stem: str) -> bool:
    """Whether something of marks is left in a question ("Define it. For 2 marks, and give an example.", "... stroke volume [1.")."""
    return bool(_LEFT.search(stem.rstrip(" .")))
