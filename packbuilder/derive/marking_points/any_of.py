"""Any of a kind: what markers are told to credit any of ("Credit any valid advantage of X, such as a or b") is asked by its number.

The kind must be one that a question names, and the point must say how many, or which: "any valid point" asks for nothing.
"""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS, SEVERAL, number_said
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_N = rf"(?:one|1|{SEVERAL})"
_GIVEN = frozenset("reason example difference similarity argument criticism piece".split())
"""What is given; of all other kinds so many are stated."""
_KINDS = (
    r"advantage|disadvantage|benefit|drawback|limitation|strength|weakness|reason|cause|effect|consequence|impact|example|way|method|technique|use|function|feature|characteristic|factor|property|"
    r"symptom|sign|hazard|risk|source|type|item|piece|stage|principle|responsibility|duty|difference|similarity|adaptation|measure|strategy|argument|barrier|quality|role|component|precaution|problem|solution|"
    r"application|criticism|condition|challenge|change|threat|opportunity"
)
_PLURALS = r"[a-z]+(?:s|ies)"
_ANY = regex(
    rf"(?:(?:award|give|allow) (?:credit|(?:(?P<marks>{_N}|a) )?marks?) for|credit|reward|(?:(?P<worth>{_N}) marks? for))(?: each of)? (?:any (?P<n>{_N})?|(?P<many>{SEVERAL}|one)) ?(?P<of>of (?:the|its|their) (?!following\b))?"
    r"(?:(?:valid|suitable|reasonable|appropriate|relevant|correct|sensible|plausible|acceptable|different|named)(?:,? (?:and )?|$))*"
    rf"(?P<what>(?:(?!(?:of|for|to|other|point|answer|response)\b)[a-z-]+ ){{0,2}}?(?P<kind>{_KINDS}|{_PLURALS}) (?:of|for|to|why|that|in|when|which|by which|between|against)\b [^:;.]+?)"
    r"(?P<list>,? (?:such as|including|e\.g\.?,?|for example,?|for instance,?) .+|: .+| \([^()]+\)|)\.?",
    re.IGNORECASE,
)
_IS_KIND = regex(_KINDS)


def any_of(text: str) -> str:
    """Return a point that lets any of a kind be credited as the task that it marks; any other as it is."""
    found = _ANY.fullmatch(text.strip(" *-•"))
    if not found or not (found["n"] or found["many"] or found["list"]):
        return text
    kind = found["kind"].casefold()
    if not _IS_KIND.fullmatch(_single(kind)):
        return text
    said_number = found["n"] or found["many"]
    count = number_said(said_number.casefold()) if said_number else 1 + is_plural(kind)
    marks = found["marks"] or found["worth"]
    said = f" [{number_said(marks.casefold())}]" if marks and marks.casefold() != "a" else ""
    verb = "Give" if _single(kind) in _GIVEN else "State"
    return f"{verb} {NUMBER_WORDS[count]} {found['of'] or ''}{found['what']}{found['list'].rstrip(' .')}{said}"


def _single(kind: str) -> str:
    """Return one of a kind."""
    if kind.endswith("ies"):
        return f"{kind[:-3]}y"
    return kind[:-2] if kind.endswith("sses") else kind.removesuffix("s") if not kind.endswith("ss") else kind
