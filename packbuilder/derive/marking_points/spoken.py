"""Points in other languages than English: those that open with a command word, and those that are questions, are asked as they stand.

Nothing is turned but the command itself: what a language's own grammar would have to do for a statement, nobody has written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.grammars import Grammar, Word, folded, grammar_of
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

_LABEL = regex(r"^(?:AO\s?\d(?:\.\d)?|(?:\d+\.)*\d+[.)]|\(?[a-z]\))\s*[:.–-]?\s+(?=\w)")
_MARKS = regex(
    r"\s*[\[(](?P<n>\d{1,2})(?:\s*(?:marks?|points?|pts?|puntos?|punkte?|punkt(?:y|ów)|pkt|p|marciau|marc|μονάδ(?:ες|α)|μον)\.?)?[\])]\s*\.?$",
    re.IGNORECASE,
)
"""What a point says of its marks, at its end: `(2 points)`, `[3 P.]`, `(2 pkt)`."""
_BRACKET = regex(r"\s*\((?P<inside>[^()]*)\)")
_ABBREVIATION = regex(r"\S{1,4}|(?=\S*[A-ZΑ-Ω\d]{2})\S+")

_LONGEST_FORM = 3
_LONGEST_OPENER = 4
"""Words of a command at most ("να εξηγήσετε"), and of what opens a question ("was versteht man unter")."""

_NEAR = 4
"""A number among so many words after the command is that of the things asked for ("Nommez les deux principaux facteurs")."""

_FIRST_PART = 8
"""Characters that are left of a point at least when its examples are taken out."""

_ENOUGH, _LONGEST = 2, 55
"""Words of a stem besides its command at least, and all of its words at most."""


class _Opened(NamedTuple):
    """A command that a point opens with, and the words after it."""

    word: Word
    rest: str


def asked_in(text: str, language: str) -> tuple[Normal, Asked | LeftOut]:
    """Return a point in a language (a BCP 47 tag) as it goes to its scheme, and what it asks, or why nothing can be asked."""
    words = _LABEL.sub("", re.sub(r"\s+", " ", text.replace("**", "")).strip(" •-–—\t"))
    marks = _MARKS.search(words)
    words = _MARKS.sub("", words).strip()
    normal = Normal(body=words, full=words.rstrip(" .;:"), raw=text, count=int(marks["n"]) if marks else 0)
    grammar = grammar_of(language)
    if grammar is None:
        return normal, LeftOut(
            rule="L", reason=f"points in this language ({language}) are not turned into questions", remedy="Write its question in a bank."
        )
    if words.endswith(("?", ";", "\u037e")):
        return normal, _gated(_question(words, grammar))
    body, tail = _without_examples(words.rstrip(" .;:"), grammar)
    return replace(normal, body=body, tail=tail), _gated(_command(body, grammar))


def _question(words: str, grammar: Grammar) -> Asked:
    """Return a question, which is asked as it stands."""
    opening = folded(words).split()
    heads = (" ".join(opening[:count]) for count in range(_LONGEST_OPENER, 0, -1))
    # "qu'est-ce qu'une cellule": what opens it may end within a word.
    command = next((name for head in heads for opener, name in grammar.openers.items() if _opens(head, opener)), "State")
    return Asked(rule="L", command=command, sentence=words[:1].upper() + words[1:], confidence=0.85, ended=True)


def _opens(head: str, opener: str) -> bool:
    return head == opener or (opener.endswith("'") and head.startswith(opener))


def _command(body: str, grammar: Grammar) -> Asked | LeftOut:
    """Return what a point asks whose first words are a command, or, where the language has it so, its last one."""
    opened = _opened(body.split(), grammar) or _closed(body.split(), grammar)
    if opened is None:
        some = ", ".join(dict.fromkeys(capital(word.printed) for word in grammar.commands.values() if word.command in _NAMED))
        reason = f"it is no question and opens with no command word, and statements in {grammar.name} are not turned into questions"
        return LeftOut(rule="L", reason=reason, remedy=f"Begin it with a command word ({some} …).")
    if len(opened.rest.split()) < _ENOUGH:
        return LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
    rest, second = _later(opened.rest.split(), grammar)
    return Asked(
        rule="L",
        command=opened.word.command,
        second=second,
        sentence=capital(f"{opened.word.printed}{'' if rest[:1] == ',' else ' '}{rest}"),
        several=_number(rest, grammar),
    )


_NAMED = ("Explain", "Describe")
"""Commands that a message names: what they are like shows from two or three."""


def _opened(words: Sequence[str], grammar: Grammar) -> _Opened | None:
    """Return the command that words open with; the longest, where one begins with another ("erklären Sie", "erklären")."""
    for count in range(min(_LONGEST_FORM, len(words)), 0, -1):
        head = " ".join(words[:count])
        word = grammar.command(head.rstrip(",:"))
        if word is not None:
            comma = ", " if head.endswith(",") else ""
            return _Opened(word, comma + " ".join(words[count:]))
    return None


def _closed(words: Sequence[str], grammar: Grammar) -> _Opened | None:
    """Return the command that words close with: `Die Rolle der Mitochondrien erläutern`."""
    word = grammar.command(words[-1]) if grammar.last and words else None
    if word is None:
        return None
    first = words[0].lower() if folded(words[0]) in grammar.articles else words[0]
    return _Opened(word, " ".join((first, *words[1:-1])))


def _later(words: Sequence[str], grammar: Grammar) -> tuple[str, str]:
    """Return words with each command after an "and" as it is printed, and the command whose tariff the first of them has."""
    said: list[str] = []
    second = ""
    for at, word in enumerate(words):
        known = grammar.command(word) if at and folded(words[at - 1]) in grammar.joints else None
        second = second or (known.command if known else "")
        said.append(known.printed if known else word)
    return " ".join(said), second


def _number(rest: str, grammar: Grammar) -> int:
    """Return how many things are asked for; 0 where no number says so."""
    for word in folded(rest).split()[:_NEAR]:
        if word in grammar.numbers:
            return grammar.numbers[word]
        if word.isdecimal() and 1 < int(word) <= max(grammar.numbers.values()):
            return int(word)
    return 0


def _without_examples(body: str, grammar: Grammar) -> tuple[str, tuple[str, ...]]:
    """Return a body without what stands in brackets and without examples, and those, which are for the scheme alone."""
    pieces: list[str] = []

    def taken(found: re.Match[str]) -> str:
        if _ABBREVIATION.fullmatch(found["inside"]):
            return found[0]
        pieces.extend(_cut(_examples(grammar).sub("", found["inside"]), grammar))
        return ""

    body = _BRACKET.sub(taken, body)
    found = _examples(grammar).search(body)
    if found and found.start() >= _FIRST_PART and not _goes_on(body[found.end() :], grammar):
        pieces.extend(_cut(body[found.end() :], grammar))
        body = body[: found.start()]
    return body.rstrip(" ,;:"), tuple(pieces)


def _examples(grammar: Grammar) -> re.Pattern[str]:
    openers = "|".join(re.escape(each) for each in sorted(grammar.such_as, key=len, reverse=True))
    return re.compile(rf"[,;:]?\s*(?<!\w)(?:{openers})(?!\w),?\s*", re.IGNORECASE)


def _goes_on(rest: str, grammar: Grammar) -> bool:
    """Whether another command follows the examples: then they cannot be told from what it asks."""
    return bool(_later(rest.split(), grammar)[1])


def _cut(text: str, grammar: Grammar) -> tuple[str, ...]:
    joints = "|".join(map(re.escape, (*grammar.joints, *grammar.choices)))
    return tuple(piece for each in re.split(rf"\s*[,;]\s*(?:(?:{joints})\s+)?|\s+(?:{joints})\s+", text) if (piece := each.strip(" .")))


def _gated(outcome: Asked | LeftOut) -> Asked | LeftOut:
    """Pass a stem on, or say why it may not be printed."""
    if isinstance(outcome, LeftOut):
        return outcome
    if len(outcome.sentence.split()) > _LONGEST or outcome.sentence.count("(") != outcome.sentence.count(")") or "…" in outcome.sentence:
        return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
    return outcome
