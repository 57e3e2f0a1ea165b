"""Worth: what notes say that a question is worth, in other ways than `[3]`: "[3m]", "(/3)", "Total 3 marks", ticks; and what its marks are given for by kind."""

from __future__ import annotations

import re

from packbuilder.amounts import FEW, SEVERAL, figures_added, number_said, number_words
from packbuilder.limits_said import without_limits
from packbuilder.patterns import regex
from packbuilder.stated_marks import as_plain

_WORDED = regex(rf"[\[(](?P<n>{number_words()}) marks?[\])]", re.IGNORECASE)
_OVER = regex(r"\s*[\[(]\s*/\s*(?P<n>\d{1,2})(?:\s*marks?)?\s*[\])]", re.IGNORECASE)
_M = regex(
    r"\[\s?(?P<n>\d{1,2})\s?m\s?\]|\(\s?(?P<m>\d{1,2})\s?m\s?\)(?=\s*(?:[:.]|$|[\[(]AO))|(?<=[.?!)])\s+(?P<k>\d{1,2})\s?m\.?$|(?<=[\w)])\s[–—-]\s?(?P<l>\d{1,2})\s?m\.?$",
    re.IGNORECASE,
)
_CAPITAL_M = regex(r"(?<=[a-z]{2})\s+(?P<n>\d{1,2})M\.?$")
_METRES = regex(
    r"\b(?:calculate|find|measure|estimate|determine|work out|convert|how (?:far|long|high|deep|tall|wide)|lengths?|heights?|distances?|depths?|widths?|metres?|wavelengths?|displacement|"
    r"radius|diameter|molar|mol|concentrations?|solutions?|acids?|alkalis?)\b",
    re.IGNORECASE,
)
"""Where "3 m" may be metres, or "3M" a concentration."""
_NOT_MEASURED = regex(
    rf"(?:explain why|suggest why|compare|discuss|evaluate|assess|analyse)\b|\w+ {SEVERAL}\b|.*: [^:]*[a-z]{{3}}[^:]*[,;]", re.IGNORECASE
)
"""What no length answers: reasons, several things, a list that has its entries."""
_NOT_BEHIND = r"(?<!\bof)(?<!\bto)(?<!\bget)(?<!\bgain)(?<!\bearn)(?<!\baward)(?<!\bgive)(?<!\ballow)(?<!\bmax)(?<!\bmaximum)(?<!\bleast)(?<!\ball)(?<!\bthe)(?<!\blast)(?<!\bfirst)(?<!\bonly)(?<!\bthese)(?<!\bworth)(?<!\blose)(?<!\bthan)(?<!\bfurther)(?<!\bextra)(?<!\bby)(?<!\bis)(?<!\bare)(?<!\bin)(?<!\bwith)(?<!\bfrom)(?<!\band)(?<!\bor)(?<!\bwhy)(?<!\bhow)"
"""Behind these words a number is no mark of a question's own."""
_TIMES = regex(r"(?<=[\w?.!)’'])\s+\(?(?:any )?(?P<one>\d)\s?[x×]\s?(?P<two>\d)\s*marks?\)?\.?$", re.IGNORECASE)
_IN_TOTAL = regex(r"[\[(](?P<n>\d{1,2}) marks? (?:in )?total[\])]", re.IGNORECASE)
_BARE = regex(rf"(?<=[\w)\]’'?]){_NOT_BEHIND}(?:\s*(?:[–—=→:]|-+>?|=>))?(?:\s+for)?\s+(?P<n>\d{{1,2}})\s+marks?\.?$", re.IGNORECASE)
_TOTAL = regex(
    rf"{_NOT_BEHIND}(?:\s*[.;,–—-])?\s+[\[(]?\s*total(?:\s+marks?)?(?:\s+for\s+(?:this\s+)?question(?:\s+\d+)?)?\s*[:=]?\s*(?P<n>\d{{1,2}})(?:\s*marks?\s*[\])]?|\s*[\])]|(?<=[:=]\s\d)|(?<=[:=]\s\d\d))\.?$",
    re.IGNORECASE,
)
_ADDED = regex(rf"(?<=[\w.?!)’']){_NOT_BEHIND}\s+(?P<all>[1-6](?:\s?\+\s?[1-6])+)(?:\s*marks?)?\.?$", re.IGNORECASE)
_ACCEPTED = regex(r"(?:^|[.;,(]\s*)(?:accept|allow|credit)\s[^.;]*$", re.IGNORECASE)
"""Where marks behind a word are those of what is accepted, and not of all ("Accept 'spread out' for 1 mark")."""
_SUMS = regex(r"(?:calculate|determine|find|work out|solve|convert|estimate|evaluate|simplify|add|what)\b", re.IGNORECASE)
_TICK = "✓✔☑"
_ONE_TICK = regex(rf"(?<![{_TICK}])(?<![{_TICK}]\s)\s*[{_TICK}](?!\s*[{_TICK}])")
_OPENED = regex(r"[:?]\s|\s[–—=→-]\s")
_TICKED = regex(rf"\s*[\[(]?(?P<ticks>[{_TICK}](?:[\s,]*[{_TICK}])*)[\])]?\s*\.?$")
_BEFORE_ANSWER = regex(
    rf"^(?P<asked>(?:\S+\s+){{3,}}\S*[\w)’']){_NOT_BEHIND}[.,;]?\s+(?P<n>\d{{1,2}})\s*marks?\s*[:–—-]\s+(?=\S)", re.IGNORECASE
)
"""Marks between a question and its answer ("... for bread. 2 marks: high gluten content")."""
_LANGUAGE = r"(?:SPaG|QWC|AO\s?4|spelling(?:,? punctuation,? and grammar)?)"
_SPELLING = regex(
    rf"(?P<own>[\[(]\d{{1,2}}(?:\s*marks?)?[\])])[\s,+&]*[\[(]?\s*(?:(?:\+|plus|and)\s*)?(?:{_LANGUAGE}[\s:+]*[\[(]?\d{{1,2}}(?:\s*marks?)?|\d{{1,2}}\s*(?:marks?\s*)?(?:for\s+)?{_LANGUAGE}(?:\s*marks?)?)\s*[\])]?\.?$"
    rf"|(?P<inside>[\[(]\d{{1,2}}(?:\s*marks?)?)\s*(?:\+|plus|and|,|&)\s*(?:\d{{1,2}}\s*(?:marks?\s*)?(?:for\s+)?{_LANGUAGE}|{_LANGUAGE}[\s:]*\d{{1,2}})(?:\s*marks?)?\s*(?P<close>[\])])",
    re.IGNORECASE,
)
"""Marks for spelling behind a question's own are none of these."""

_NUMBERED = regex(r"(?<=[:.?\])])\s*\(1\)\s+(?=\S.*\s\(2\)\s+\S)(?!.*\(\d\)\.?$)(?!.*\(1\))")
_ROMAN = {"1": "(i)", "2": "(ii)", "3": "(iii)", "4": "(iv)"}

_KIND = (
    r"(?:(?:an?|the|its|their|each|every|any|correct|correctly|valid|clear|clearly|relevant|appropriate|suitable|accurate|further|basic|simple|full|good)\s+)*"
    r"(?:identif\w+|explanations?|explaining|develop\w+|descriptions?|describing|features?|supporting (?:information|details?|evidence)|details?|(?:own )?knowledge|understanding|application|applying|analysis|evaluation|"
    r"examples?|methods?|working|answers?|points?|reasons?|reasoning|justification|links?|linking|judge?ments?|conclusions?|accuracy|definitions?|statements?|elaboration|expansion|context|terminology|evidence|"
    r"effects?|causes?|consequences?|naming|stating|theor(?:y|ies|ists?)|arguments?|structure|spelling|interpretation|comparisons?|recognising|recognition|describes?|explains?)(?:\s+(?:of|from|to|in|it|with)\b[\w ]{0,30})?"
)
"""What marks are given for by its kind: none of it is an answer."""
_SHARE = regex(rf"(?P<n>{FEW})\s+marks?\s+(?:is\s+|are\s+)?(?:given\s+|awarded\s+)?for\b", re.IGNORECASE)
_SHARES = regex(
    rf"(?:\s*[.;:,–—-]\s*|\s+(?=\()|(?<=[\])?])\s*)(?P<said>\(?(?:award\s+)?{_SHARE.pattern.replace('?P<n>', '?:')}\s+{_KIND}"
    rf"(?:(?:\s*[,;+.]\s*|\s+)(?:and\s+|plus\s+)?(?:award\s+)?{_SHARE.pattern.replace('?P<n>', '?:')}\s+{_KIND})*\)?)(?:\s*[x×]\s?(?P<times>\d))?\s*\.?$",
    re.IGNORECASE,
)


_OBJECTIVE = r"(?:AO\s?\d\s*[:=–-]?\s*\d{1,2}(?:\s*marks?)?|\d{1,2}\s*(?:marks?\s*)?(?:for\s+)?AO\s?\d)"
"""`AO1 2`, `2 AO1`."""
_BY_OBJECTIVE = regex(rf"\s*[\[(]\s*{_OBJECTIVE}(?:\s*(?:[,;+/&]|and|(?<=\d)\s)\s*{_OBJECTIVE})+\s*[\])]\.?$", re.IGNORECASE)
_OWN = regex(r"[\[({]\d{1,2}(?:\s*marks?)?[\])}]\s*$", re.IGNORECASE)
_POINTS = regex(r"(?:\s[–—-])?\s*(?:[\[(]\s?(?P<n>\d{1,2})\s?(?:pts?|points?)\.?\s?[\])]|(?<=\s)(?P<m>\d{1,2})\s?pts)\.?$", re.IGNORECASE)
_OUT_OF = regex(rf"(?<=[a-z?.!)’'}}]){_NOT_BEHIND}\s+(?P<n>\d{{1,2}})\s?/\s?(?P=n)\.?$")
_METRE = regex(
    r"\b(?:time|signatures?|beats?|metres?|fractions?|bars?|rhythms?|tempo|music\w*|score|dance|waltz|probabilit\w+)\b", re.IGNORECASE
)
"""Where "4/4" is no mark."""
_STROKES = regex(r"\s+(?P<strokes>/{2,10})\.?$")
_MOST = regex(
    r"(?:[\[(](?:up to|worth|out of|a maximum of)\s+|(?<=[)\]]\s)[\[(]max(?:imum)?\.?(?: of)?\s*)(?P<n>\d{1,2})(?:\s*marks?)?[\])]",
    re.IGNORECASE,
)
_COUNTED = regex(
    rf"\s*[\[(](?P<count>{SEVERAL})\s[\w ]{{3,30}}[,:;]\s*(?:(?P<sum>\d(?:\s*\+\s*\d)+(?:\s*marks?)?|\d\s*marks?)|(?P<each>\d)\s*marks?\s+each)[\])]\.?$",
    re.IGNORECASE,
)
"""How many things for how many marks ("(two features, 2 + 2 marks)")."""
_HOW_MANY = regex(
    rf"^(?P<asked>(?:which|what|who|name|state|give|list|identify)\b[^:]*[\w’'?])\s*\((?P<n>{number_words(2, 10)})\)\.?$",
    re.IGNORECASE,
)
"""How many things are asked for, in words: a mark for each ("Which countries were in the Triple Alliance? (three)")."""
_NUMBER = regex(
    r"^(?P<asked>(?:(?:state|give|what is|write(?: down)?|recall) the (?:[a-z]+ )?(?:number|valency) of|(?:state )?how many|(?:find|calculate|work out|state|write down) the (?:HCF|LCM|highest common factor|lowest common multiple|remainder|square root|cube root))\b[^()\[\]?]*)\??\s*\((?P<answer>[5-9]|\d{2,4})\)[.?]?$",
    re.IGNORECASE,
)
"""A number that is asked for, and so large that it can be no marks of such a question ("... chromosomes in a human cell (46)")."""
_EACH = regex(r"\s*[\[(](?P<n>\d)\s*marks?\s+each[\])]\.?$", re.IGNORECASE)
_SEVERAL = regex(rf"\b(?P<n>{SEVERAL})\s(?!marks?\b)", re.IGNORECASE)
_SAME = regex(r"\s*(?P<one>[\[(](?P<n>\d)[\])])(?:\s*(?P=one))+\.?$")
_BEHIND_COMMAND = regex(
    r"^(?P<verb>[A-Z][a-z]+(?: and [a-z]+)?) [\[(](?P<n>\d{1,2})(?:\s*marks?)?[\])] (?P<rest>(?:why|how|what|the|an?|one|two|three|which|when|where|who)\b[^\[\]]*)$"
)
_WITH_DIAGRAM = regex(
    r"(?:\s[–—-]\s(?P<n>\d{1,2})\s*marks?|\s*[\[(](?P<m>\d{1,2})(?:\s*marks?)?[\])])\s[–—-]\s(?P<rest>(?:with|using|including|in)\s[^–—]{3,60})$",
    re.IGNORECASE,
)
_IN_FIGURES = regex(
    rf"(?<=:\s)(?:(?P<word>{number_words(0)})\s\((?P<n>\d{{1,2}})\)|(?P<figure>\d{{1,2}})\s\((?P<also>{number_words(0)})\))",
    re.IGNORECASE,
)
_VALUE = regex(
    r"^(?P<asked>(?:state|give|what is|write(?: down)?|recall|how many)\b.*\b(?:number|valency|charge|value|mass|half-life|order|index|period|group|many|pH|age|date)\b.*?)\??\s*\((?P<answer>[+−–-]?\d{1,4}(?:\.\d+)?[+−–-]?)\)\s*(?P<marks>\[\d{1,2}(?:\s*marks?)?\]|\(\d{1,2}\s*marks?\))\.?$",
    re.IGNORECASE,
)
"""A number in brackets, and the marks in others ("State the valency of nitrogen (3) [1]")."""


_EACH_TO_MOST = regex(
    r"[(\[](?:1|one)(?: mark)? (?:each|per \w+),?(?: up)? to (?:a )?max(?:imum)?(?: of)? (?P<n>\d)(?: marks?)?[)\]]\.?\s*$", re.IGNORECASE
)
"""One mark each, to so many at the most."""


def written_out(words: str) -> str:
    """Return a point whose marks are written in other ways ("[3m]", "(/3)", "8m", "Total 3 marks", "1+1+1", ticks) with plain ones ("[3]")."""
    if found := _NUMBERED.search(words):
        # Figures that count pieces are no marks: they are read as `labels` reads Roman ones.
        words = words[: found.start()] + re.sub(r"\s*\(([1-4])\)\s+", lambda each: f" {_ROMAN[each[1]]} ", words[found.start() :])
    words = _other_than_plain(_ticked_apart(as_plain(without_limits(words))))
    words = _EACH_TO_MOST.sub(r"[\g<n>]", words)
    words = _WORDED.sub(lambda found: f"[{number_said(found['n'])}]", words)
    words = _IN_TOTAL.sub(lambda found: f"[{found['n']}]", words)
    words = _TIMES.sub(lambda found: f" [{int(found['one']) * int(found['two'])}]", words)
    words = _OVER.sub(lambda found: f" [{found['n']}]", words)
    words = _M.sub(_not_metres, words)
    words = _CAPITAL_M.sub(_not_metres, words)
    words = _SPELLING.sub(lambda found: found["own"] or found["inside"] + found["close"], words)
    if (found := _ADDED.search(words)) and not _SUMS.match(words):
        words = f"{words[: found.start()]} [{sum(map(int, re.findall(r'[0-9]', found['all'])))}]"
    for pattern in (_TOTAL, _BARE):
        if (found := pattern.search(words)) and found.start() >= 8 and not _ACCEPTED.search(words[: found.start()]):
            words = f"{words[: found.start()]} [{found['n']}]"
    if found := _BEFORE_ANSWER.match(words):
        words = f"{found['asked']} [{found['n']}]: {words[found.end() :]}"
    return _without_ticks(words)


def _ticked_apart(words: str) -> str:
    """Return a point whose answers have a tick each ("cells elongate ✓ shoot bends ✓") with plain marks instead, or semicolons where ticks stand before them."""
    found = list(_ONE_TICK.finditer(words))
    if not found or found[0].start() < 8 or (len(found) == 1 and not words[found[0].end() :].strip(" .)]")):
        return words
    if not words[found[-1].end() :].strip(" ."):
        return _ONE_TICK.sub(" (1)", words)
    first = found[0]
    head, rest = words[: first.start()], _ONE_TICK.sub(";", words[first.end() :]).strip(" ;")
    if len(found) > 1 or head.rstrip().endswith((":", "?", "-", "–", "—", "=", "→")):
        return f"{head} {rest}"
    # One tick between two texts stands behind the first answer where something has opened the answers, else between the question and its answer.
    return f"{head}{';' if _OPENED.search(head) else ':'} {rest}"


def _other_than_plain(words: str) -> str:
    """Return a point whose marks are in a form that names them otherwise, or stand elsewhere, with `[n]` at its end."""
    words = _MOST.sub(lambda found: f"[{found['n']}]", words)
    words = _IN_FIGURES.sub(_said_once, words)
    words = _VALUE.sub(_with_value, words)
    if found := _BY_OBJECTIVE.search(words):
        head = words[: found.start()].rstrip()
        return head if _OWN.search(head) else f"{head} [{figures_added(re.sub(r'AO ?[0-9]', '', found[0], flags=re.IGNORECASE))}]"
    if found := _COUNTED.search(words):
        marks = figures_added(found["sum"]) if found["sum"] else number_said(found["count"]) * int(found["each"])
        return f"{words[: found.start()]} [{marks}]"
    if found := _HOW_MANY.match(words):
        return f"{found['asked']} [{number_said(found['n'])}]"
    if found := _NUMBER.match(words):
        return f"{found['asked'].rstrip()}{'?' if words[:1] in 'HhWw' else ':'} {found['answer']}"
    if (found := _EACH.search(words)) and (several := _SEVERAL.search(words[: found.start()])):
        return f"{words[: found.start()]} [{number_said(several['n']) * int(found['n'])}]"
    if found := _SAME.search(words):
        return f"{words[: found.start()]} [{figures_added(found[0])}]"
    if found := _WITH_DIAGRAM.search(words):
        return f"{words[: found.start()]} {found['rest'].rstrip(' .')} [{found['n'] or found['m']}]"
    if (found := _BEHIND_COMMAND.match(words)) and not re.search(r"\(\d\)", found["rest"]):
        return f"{found['verb']} {found['rest'].rstrip(' .')} [{found['n']}]"
    if (found := _STROKES.search(words)) and found.start() >= 8:
        return f"{words[: found.start()]} [{len(found['strokes'])}]"
    if (found := _POINTS.search(words)) and found.start() >= 8:
        return f"{words[: found.start()]} [{found['n'] or found['m']}]"
    if (found := _OUT_OF.search(words)) and found.start() >= 8 and not (_SUMS.match(words) or _METRE.search(words)):
        return f"{words[: found.start()]} [{found['n']}]"
    return words


def _said_once(found: re.Match[str]) -> str:
    """Return a number that is said in words and in figures once ("four (4)")."""
    first, second = (found["word"], found["n"]) if found["word"] else (found["figure"], found["also"])
    return str(first) if number_said(first) == number_said(second) else found[0]


def _with_value(found: re.Match[str]) -> str:
    sign = "?" if re.match(r"what|how", found["asked"], re.IGNORECASE) else ":"
    return f"{found['asked']}{sign} {found['answer']} {found['marks']}"


def _not_metres(found: re.Match[str]) -> str:
    """Return "3m" as marks, unless what stands before it may be measured."""
    before = found.string[: found.start()]
    dashed = found.groupdict().get("l")
    if _METRES.search(before) and not (dashed and _NOT_MEASURED.match(before)):
        return found[0]
    return f" [{next(each for each in found.groups() if each)}]"


def _without_ticks(words: str) -> str:
    """Return a point with a row of ticks at its end as marks; one tick says that something is right, or done, and goes."""
    found = _TICKED.search(words)
    if not found or found.start() < 8 or any(tick in words[: found.start()] for tick in _TICK):
        return words
    marks = sum(found["ticks"].count(tick) for tick in _TICK)
    return f"{words[: found.start()]} [{marks}]" if marks > 1 else words[: found.start()]


def without_shares(words: str) -> tuple[str, tuple[str, ...], int]:
    """Return a point without what its marks are given for by kind ("1 mark for the reason, 1 mark for its explanation"), this, and the marks that it adds up to."""
    found = _SHARES.search(words)
    if not found or found.start() < 8 or words[: found.start()].count("(") > words[: found.start()].count(")"):
        return words, (), 0
    said = found["said"].strip(" .()")
    marks = sum(number_said(each["n"]) for each in _SHARE.finditer(said)) * int(found["times"] or 1)
    return words[: found.start()], (said,), marks


def only_shares(line: str) -> bool:
    """Whether a line says only what marks are given for by kind."""
    return bool(_SHARES.fullmatch(f". {line.strip()}"))
