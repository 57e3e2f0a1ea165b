"""Jotted: signs that are typed in notes where mark schemes have others, and words to markers at the end of a line.

`State a condition :: sorted` has a colon, `Convert 2.5 eV to J [4.0 × 10⁻¹⁹ J]` its result in brackets, `... on Earth: g = 9.8 N/kg; 686 N` a value that the
question gives before the result. They are put as they are written elsewhere, before any rule reads the point.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import lower
from packbuilder.leads import MARK_CODE
from packbuilder.patterns import regex
from packbuilder.remarks import is_remark
from packbuilder.text import capital
from packbuilder.values import dataclass

_STOP_APART = regex(r"(?<=[\w)\]’'\"])\s+\.(?=\s+[^\s.]|$)")
_COLONS = regex(r"(?<=[\w)\]’'\"])\s?::\s(?=\S)")
_NUMBERED = regex(r"\s[–—-]\s(?=1[.)]\s.*[;.,]\s2[.)]\s)")
"""A dash before answers with numbers ("... by cohesion – 1. water evaporates; 2. ...")."""
_THEREFORE = regex(r"(?<=[\w)%]),?\s+[∴➜➔➝⟶⇾]\s*(?=[a-z\d])")
"""Signs for what follows from what."""
_BECAUSE = regex(r"\b(?P<word>because)\s?:\s+(?=[^\s;][^;]*$)", re.IGNORECASE)
_RECKONS = r"(?:Calculate|Determine|Find|Work out|Estimate|Convert)\b"
_IN_SQUARES = regex(
    rf"(?P<asked>{_RECKONS}[^:\[\]]*\d[^:\[\]]*?)\.?\s+\[(?P<given>(?!\d{{1,2}}(?:\s?marks?)?\])(?=[^\[\]]*\d)[^\[\]]+)\](?P<marks>\s*[(\[]\d{{1,2}}(?: marks?)?[)\]])?\.?$"
)
_AMOUNT = r"\s?=\s?[-−–]?\d[\d.,]*(?<![.,])(?:\s?[×x]\s?10\^?[-−–⁻]?[\d⁰¹²³⁴-⁹]+)?(?:\s?[A-Za-zΩ°µ%](?:[^\s=,;]*[^\s=,;.])?){0,3}"
_CONSTANT = rf"(?:(?:[Tt]ak(?:e|ing)|[Uu]s(?:e|ing)|[Gg]iven|[Aa]ssum(?:e|ing)|[Ww]here)\s+(?:that\s+)?[A-Za-zρλ]\w{{0,3}}|[gchGekRLF]|N[Aa]|N_A)(?:\s?\([^()]*\))?{_AMOUNT}"
_VALUE_TOLD = regex(
    rf"(?P<asked>{_RECKONS}(?:[^:]|:(?=\d))*?\d(?:[^:]|:(?=\d))*?):\s+\(?(?P<data>{_CONSTANT}(?:(?:,| and)\s+[A-Za-zρλ]\w{{0,3}}{_AMOUNT})*)\)?\s*[.;]\s+(?P<given>(?!accept\b|allow\b|reject\b|ignore\b)[^:]*\d[^:]*)$",
)
"""A value that is given stands behind the colon, and the result behind that ("... on Earth: g = 9.8 N/kg. 686 N")."""
_DATA_BEHIND = regex(
    rf"^(?P<asked>(?:.*\. )?{_RECKONS}[^?()]*\d[^?()]*?)\.?\s+\((?P<data>[A-Za-zρλ]\w{{0,3}}{_AMOUNT}(?:(?:,| and)\s+[A-Za-zρλ]\w{{0,3}}{_AMOUNT})*)\)\s+(?P<given>[-−–£$]?\d[^()?:]*)$"
)
"""Values in brackets between a question and its result ("... by 12.5 °C. (c = 4.18) 2612.5 J")."""
_RESULT_EQUALLED = regex(
    r"(?P<asked>(?:Calculate|Determine|Work out)\b[^:=?]*\d[^:=?]*(?: in terms of [a-zπ]|[a-z%] (?:[A-Za-z]+ )?\d[\d.,]*\s?[A-Za-zΩ°µ%][^\s:=?,;]{0,8})) = (?P<given>[£$]?\d[^:=?]*)$"
)
"""A result behind the last value of a question ("... with HR 70 bpm and SV 80 ml = 5600 ml/min")."""
_LIST_IN_SQUARES = regex(
    r"(?P<asked>(?:[A-Z]\d{1,2}: )?[^:\[\]?]{12,}?)\.?\s+\[(?P<list>(?=[^\[\]]*[a-z]{3})[^\[\]]*;[^\[\]]*)\](?P<marks>\s*[(\[]\d{1,2}(?: marks?)?[)\]])?\.?$"
)
"""Answers with semicolons in square brackets."""
_IN_BASE = regex(
    r"(?P<asked>(?:State|Write|Give|Convert|Find)\b[^:()]*\b(?:hex(?:adecimal)?|binary|denary|decimal)\b[^:()]*[\dA-F][^:()]*?) \((?:= ?)?(?P<given>[\dA-F]+(?: [\dA-F]+)*)\)(?P<marks>\s*[(\[]\d{1,2}(?: marks?)?[)\]])?\.?$"
)
"""A number in another base, in brackets behind the one that it is ("State the hex for 1111 0000 (F0)")."""
_SET_EQUAL = regex(r"\b(?:if|where|when|given|that|tak(?:e|ing)|us(?:e|ing)|assum\w+|let) (?:[A-Za-z]+ )?\d\S*(?: \S+)?$")
"""What the last value is set equal to, and no result ("if 1 kg = 10 N")."""

_CODED = regex(rf"{MARK_CODE}\b")
"""A point that opens with the code of a mark speaks to markers as it stands."""
_CHOSEN = regex(
    r"(?P<asked>Which (?:one )?of (?:these|the following)\b[^?:]*\?)\s+(?P<row>[^?:()\[\]]+?(?:\s/\s[^?:()\[\]/]+){2,})(?:\s*(?P<marks>[\[(]1(?: mark)?[\])]))?\s*:\s+(?P<key>[^:;/]+)$"
)
"""Options between strokes, and the right one behind a colon."""
_SIGNS = regex(r"[✗✘❌✓✔✅☑]+")
_RIGHT = regex(r"(?:^|[✗✘❌])\s*([^✗✘❌✓✔✅☑]+?)\s*[✓✔✅☑]")
_TICKED = regex(r"(?P<asked>(?:Which|What)\b[^?]*\?)\s+(?:[–—-]\s+)?(?P<row>(?:[^✗✘❌✓✔✅☑/?:]{2,40}?\s*[✗✘❌✓✔✅☑]+\s*){3,})")
"""Options with a cross or a tick behind each."""
_VERSUS = regex(
    r"(?P<one>[A-Za-z][\w -]{1,40}?) (?:vs\.?|versus) (?P<other>[A-Za-z][\w -]{1,40}?)(?:(?P<marks>\s*[\[(]\d{1,2}(?: marks?)?[\])])\s?(?:[:.]| [–—-])|\.| [–—-])\s+(?P<given>[^?:]+)$"
)
"""Two things, and what is told of both; with a colon and no marks a statement is made of them elsewhere."""
_DIFFERENCE = regex(
    r"(?:The )?[Dd]ifferences? between (?P<one>[A-Za-z][\w -]{1,40}?) and (?P<other>[A-Za-z][\w -]{1,40}?)(?: [–—-]|:|\.) (?P<given>[^?]+?)(?P<marks>\s*[\[(](?:[2-9]|1\d)(?: marks?)?[\])])$"
)
"""The same with its marks behind."""
_HALVES = regex(r";\s+|,\s+(?:(?:and|but|whereas|while)\s+)?|\s+(?:whereas|while)\s+")
_NUMBER = regex(r"^[A-Z]\d{1,2}[.)]\s+(?=[A-Z][a-z]{2,} (?!=)|[A-Z]{2,} )")
"""A letter and a number before a point ("A4. Describe ..."), and no code of a mark: a sentence follows."""
_OF_FUNCTION = regex(r"\b[f-hF-H]{1,2}\([a-z]\)")
_AT_NUMBER = regex(r"(?<![A-Za-z\\])(?P<value>[f-hF-H]{1,2}\(-?\d{1,2}\))")
"""The value of a function, whose brackets are no marks ("find fg(3)")."""
_LISTED = regex(r"^(?P<asked>(?:State|Give|Name|List|Identify|Suggest)\b(?:[^:/?()]|\([^()]*\)){8,}?)\.?\s+(?://|\.\.\.)\s+(?P<list>\S.*)$")
"""Double strokes or dots before the first answer ("State one use of nanoparticles // sun cream // catalysts", "State the antidote ... naloxone")."""
_SPELT = (
    (regex(r"(?<=\s)b/c(?=\s)"), "because"),
    (regex(r"(?<=\s)w/o(?=\s)"), "without"),
    (regex(r"(?<=\s)w/ ?(?=\s)"), "with"),
    (regex(r"(?<=\s)b/w(?=\s)"), "between"),
)
"""What is written for short with a stroke."""
_SHORT = r"(?:ecf|ECF|oe|owtte|OWTTE|wtte|cao|isw|ora|ORA|aw|AW|OE)"
_BEHIND_MARKS = regex(rf"(?<=[)\]])\s+(?P<said>{_SHORT}\b(?:\s[^.;:()\[\]]{{1,30}})?)\.?$")
_IN_BRACKETS = regex(
    r"\s*[(\[](?P<said>(?:[AR]: (?=\w)|[MAB]\d for\b|NOT\b|N\.?B\.?\b|ecf\b|ECF\b|condone\b|not (?=[‘'“\"])|(?:do not|don['’]t) (?:accept|allow|credit)\b)[^()\[\]]*)[)\]](?P<marks>\s*[(\[]\d{1,2}(?: marks?)?[)\]])?\.?$"
)
_VERDICT = regex(
    r"(?<=[\w)\]’'\"])[.;,]\s+(?P<said>(?:(?:Accept|Allow|Reject|Ignore|Condone|Do not accept|ACCEPT|ALLOW|REJECT|IGNORE)\b|R[.:]\s|NOT (?=[‘'“\"]))[^;]*)$"
)
"""What markers are told behind a statement."""
_THIRD = {
    "calculates": "calculate", "works out": "work out", "solves": "solve", "expands": "expand", "factorises": "factorise", "simplifies": "simplify", "converts": "convert",
    "differentiates": "differentiate", "integrates": "integrate",
}  # fmt: skip
_RECKONED_SMALL = regex(
    rf"(?P<third>{'|'.join(_THIRD)})(?= (?!between\b|from\b))|(?:calculate|work out|solve|expand|factorise|factorize|simplify|convert|differentiate|integrate|show that|prove that)(?= (?!between\b|from\b))"
)
"""How a point begins that is reckoned, with a small letter."""
_ENDS_TICKED = regex(r"[a-z)\d%]\s*[\[(]?[✓✔☑]+[\])]?\.?$")
_MOST = 10
_TICKS = regex(r"\s*[\[(]?[✓✔☑][\])]?")
_APART = regex(r"[:?]|\s[–—-]\s(?=.*[✓✔☑][^✓✔☑]*\w[^✓✔☑]*[✓✔☑])")
"""What opens answers, each of which may have a tick."""
_SHORT_LAST = regex(rf"(?<=[\w)\]])\s+\(?(?P<said>{_SHORT})\)?[.;]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Jotted:
    """A point in the usual signs, and what it says to markers at its end."""

    words: str
    guidance: tuple[str, ...] = ()


_COUNTED_TICKS = regex(r"(?<=✓)\s*[\[(](?P<n>\d)(?: marks?)?[\])]\.?$")
_TICK_WITHIN = regex(r"\s*«\s*✓\s*»")
_GUILLEMETS = regex(r"«\s*(?=[^«»]*»\s*✓)|(?<=\S)\s*»(?=\s*✓)")
"""Round words that a mark does not need, as one board writes them ("«internal energy is» the total ✓")."""


def jotted(text: str) -> Jotted:
    """Return a point in the usual signs, without its last words to markers."""
    if _CODED.match(text) and not _NUMBER.match(text):
        return Jotted(words=text)
    text = _THEREFORE.sub(" → ", text)
    if "✓" in text:
        text = _GUILLEMETS.sub("", _TICK_WITHIN.sub(" ✓", text))
        counted = _COUNTED_TICKS.search(text)
        if counted and _asks(text) and text.count("✓") == int(counted["n"]) > 1:
            text = text[: counted.start()]  # a tick for each of the marks
    if reckoned := _RECKONED_SMALL.match(text):
        text = f"{capital(_THIRD.get(reckoned['third'] or '', reckoned[0]))}{text[reckoned.end() :]}"
    if (
        (ticks := len(re.findall("[✓✔☑]", text)))
        and ticks < _MOST
        and not _asks(text)
        and not _APART.search(text)
        and _ENDS_TICKED.search(text)
    ):
        text = f"{_TICKS.sub('', text).strip()} [{ticks}]"
    if _OF_FUNCTION.search(text) and "$" not in text:
        text = _AT_NUMBER.sub(r"$\g<value>$", text)
    text = _LISTED.sub(r"\g<asked>: \g<list>", _NUMBER.sub("", text))
    for short, long in _SPELT:
        text = short.sub(long, text)
    text = _DATA_BEHIND.sub(r"\g<asked> (\g<data>): \g<given>", text)
    words = _NUMBERED.sub(": ", _COLONS.sub(": ", _STOP_APART.sub(".", text)))
    said: list[str] = []
    patterns = (_BEHIND_MARKS, _IN_BRACKETS) if _asks(words) else (_BEHIND_MARKS, _IN_BRACKETS, _VERDICT, _SHORT_LAST)
    for pattern in patterns:
        if (found := pattern.search(words)) and found.start() >= _FEWEST:
            said.append(found["said"].strip(" ."))
            words = words[: found.start()] + (found.groupdict().get("marks") or "")
    if (ticked := _TICKED.fullmatch(words)) and len(right := _RIGHT.findall(ticked["row"])) == 1:
        row = " / ".join(each.strip(" .;,") for each in _SIGNS.split(ticked["row"]) if each.strip(" .;,"))
        words = f"{ticked['asked']} {row} ({right[0].strip(' .;,')})"
    if chosen := _CHOSEN.search(words):
        words = f"{chosen['asked']} {chosen['marks'] or ''} {chosen['row']} ({chosen['key'].strip(' .')})".replace("?  ", "? ")
    return Jotted(
        words=_with_result(_with_semicolons(words))
        if _asks(words)
        else _told_apart(words) or _with_semicolons(_BECAUSE.sub(r"\g<word> ", words)),
        guidance=tuple(map(_to_markers, said)),
    )


_LABEL = regex(
    r"^(?:\W+|Q\s?(?=\d))?(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s?)?(?:\(?[a-h]\)\s?)?(?:\([ivx]{1,4}\)\s?)?(?:[PMD]\d{1,2}\s?[:.)]\s)?\s*"
)
_BOTH = 2
_OF_MANY = regex(r"(?:[A-Z][a-z]+ )?(?-i:[a-z]|[A-Z])[a-z]+s (?:of|for|in|to|on|affecting) [^,;]+$")
"""The label of several things ("Uses of glucose in plants")."""
_FEWEST = 8
"""Letters before words to markers: with fewer they are all of the point."""


def _asks(words: str) -> bool:
    """Whether a point asks: its first word is a command, or it has a question mark."""
    return "?" in words or is_verb(re.split(r"\W", _LABEL.sub("", words), maxsplit=1)[0])


def _with_semicolons(words: str) -> str:
    """Return a label, or a question with a remark behind it, with its answers between semicolons, where strokes stand between them ("Uses of glucose: respiration / starch / lipids")."""
    label, colon, given = words.partition(": ")
    *first, last = given.split("; ")
    if colon and len(first) == 1 and first[0].count(" / ") > 1 and is_remark(last) and not re.search(r"[=:?]|\d / ", given):
        return f"{label}: {given.replace(' / ', '; ')}"
    listed = colon and given.count(" / ") > 1 and not re.search(r"[;=:?]|\d / ", given) and _OF_MANY.match(label)
    return f"{label}: {given.replace(' / ', '; ')}" if listed else words


def _with_result(words: str) -> str:
    """Return a sum with its result behind a colon, and what is given to reckon with in brackets."""
    if found := _VALUE_TOLD.fullmatch(words):
        return f"{found['asked'].rstrip()} ({found['data'].strip()}): {found['given']}"
    if found := _LIST_IN_SQUARES.fullmatch(words):
        return f"{found['asked']}{found['marks'] or ''}: {found['list']}"
    if found := _IN_BASE.fullmatch(words):
        return f"{found['asked']}: {found['given']}{found['marks'] or ''}"
    if found := _IN_SQUARES.fullmatch(words):
        return f"{found['asked'].rstrip()}: {found['given']}{found['marks'] or ''}"
    if (found := _RESULT_EQUALLED.fullmatch(words)) and not _SET_EQUAL.search(found["asked"]):
        return f"{found['asked']}: {found['given']}"
    return words


def _told_apart(words: str) -> str:
    """Return the question that two things with "vs" between them are ("Weight vs mass: weight is a force; mass is ..."), where each is told of; empty where they are none."""
    words = _LABEL.sub("", words)
    found = _VERSUS.fullmatch(words) or _DIFFERENCE.fullmatch(words)
    if not found:
        return ""
    halves = _HALVES.split(found["given"].strip(" ."))
    one, other = found["one"].casefold().split()[0], found["other"].casefold().split()[0]
    starts = [at for at, half in enumerate(halves) if half.casefold().startswith((one, other))]
    if len(starts) < _BOTH or starts[0] or not halves[starts[1]].casefold().startswith(other):
        return ""
    told = [", ".join(halves[at:end]).replace(": ", " – ") for at, end in zip(starts, (*starts[1:], len(halves)), strict=True)]
    return f"Explain the difference between {lower(found['one'], thorough=True)} and {lower(found['other'], thorough=True)}{found['marks'] or ' [2]'}: {'; '.join(told)}"


def _to_markers(said: str) -> str:
    """Return words to markers as a sentence: a verdict in one letter is spelt out."""
    said = re.sub(r"^A: ", "Accept: ", said)
    said = re.sub(r'"([^"]*)"', r"‘\1’", re.sub(r"^R[.:]\s*", "Reject: ", said))
    return f"{capital(re.sub(r'^(?:NOT|not)[ :]+', 'Do not accept: ', said))}."
