"""Points in other languages than English: those that open with a command word, and those that are questions, are asked as they stand.

Nothing is turned but the command itself: what a language's own grammar would have to do for a statement, nobody has written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY
from packbuilder.grammars import Grammar, Word, folded, grammar_of, primary
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

_LABEL = regex(r"^(?:AO\s?\d(?:\.\d)?|(?:\d+\.)*\d+[.)]|\(?(?:[a-zα-ω]|στ|ια)\))\s*[:.–-]?\s+(?=\w)")
_UNIT = r"(?:marks?|points?|pts?|puntos?|rohpunkte?|punkte?|punkt(?:y|ów)|pkt|p|be|vp|marciau|marc|μ[όο]ρι[αο]|μον[άα]δ(?:ες|α)|μον)\.?"
_MARKS = regex(
    rf"\s*[\[(](?:(?:max\.?\s*)?(?P<n>\d{{1,2}})(?:\s*{_UNIT})?|{_UNIT}\s*(?P<after>\d{{1,2}}))[\])]\s*[.;]?$|\s+[–—-]\s+(?P<apart>\d{{1,2}})\s*{_UNIT}[.;]?$",
    re.IGNORECASE,
)
"""What a point says of its marks, at its end: `(2 points)`, `[3 P.]`, `(2 pkt)`, `(Μονάδες 2)`, `– 2 Punkte`."""
_WORD = regex(r"[^\W\d_]+")
_GREEK = "el"
_GREEK_ASKS = ("?", ";", "\u037e")
"""What a question ends with in Greek: a semicolon, which only parts the points of a list elsewhere."""
_BRACKET = regex(r"\s*\((?P<inside>[^()]*)\)")
_ABBREVIATION = regex(r"\S{1,4}|(?=\S*[A-ZΑ-Ω\d]{2})\S+")

_LONGEST_FORM = 3
_LONGEST_OPENER = 4
"""Words of a command at most ("να εξηγήσετε"), and of what opens a question ("was versteht man unter")."""

_NEAR = 4
"""A number among so many words after the command is that of the things asked for ("Nommez les deux principaux facteurs")."""

_UNCOUNTED = 2
"""What several things are worth that no number counts."""

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
    worth = int(marks["n"] or marks["after"] or marks["apart"]) if marks else 0
    asks = words.endswith(_GREEK_ASKS if primary(language) == _GREEK else "?")
    normal = Normal(body=words, full=words if asks else words.rstrip(" .;:!"), raw=text, count=worth)
    grammar = grammar_of(language)
    if grammar is None:
        return normal, LeftOut(
            rule="L", reason=f"points in this language ({language}) are not turned into questions", remedy="Write its question in a bank."
        )
    if asks:
        return normal, _gated(_question(words, grammar), grammar)
    if _asks_and_tells(words, grammar):
        return normal, _gated(_question(words.rstrip(" .") + ".", grammar), grammar)
    body, tail = _without_examples(_without_lead(words.rstrip(" .;:!"), grammar), grammar)
    return replace(normal, body=body, tail=tail), _gated(_command(body, grammar), grammar)


def _asks_and_tells(words: str, grammar: Grammar) -> bool:
    """Whether a command follows a question: `Was versteht man unter Osmose? Nennen Sie ein Beispiel.` Both are asked as they stand."""
    asked, mark, told = words.rpartition("; " if grammar.language == _GREEK and "? " not in words else "? ")
    opened = _opened(told.split(), grammar) if mark and len(asked.split()) > 1 else None
    return opened is not None and told.split()[0] == capital(opened.word.printed).split()[0]


def _without_lead(words: str, grammar: Grammar) -> str:
    """Return a point without who does it, and without that somebody can: `Der Schüler kann ...`."""
    found = True
    while found:
        # Folding keeps the number of words, so that what is taken off is told by counting them.
        said, known = words.split(), folded(words).replace(": ", " ")
        lead = next((each for each in grammar.leads if known.startswith(f"{each} ")), "")
        found = bool(lead) and len(said) > len(lead.split())
        words = " ".join(said[len(lead.split()) :]) if found else words
    return words


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
    words = body.split()
    opened = _named(words, grammar) or (None if _substantive(words, grammar) else _opened(words, grammar))
    closed = _closed(body.split(), grammar) if grammar.last and opened is None else []
    if closed:
        return _closing(closed, grammar)
    if opened is None:
        some = ", ".join(dict.fromkeys(capital(word.printed) for word in grammar.commands.values() if word.command in _NAMED))
        reason = f"it is neither a question nor opened by a command word, and statements in {grammar.name} are not turned into questions"
        return LeftOut(rule="L", reason=reason, remedy=f"Begin it with a command word ({some} …).")
    if len(opened.rest.split()) < _ENOUGH:
        return _GENERIC
    rest, second = _later(opened.rest.split(), grammar)
    joined = folded(rest.partition(" ")[0]) in grammar.joints
    return Asked(
        rule="L",
        command=opened.word.command,
        second=second,
        # "Nennen und erläutern Sie": the pronoun stands once, after the last of several commands.
        sentence=capital(_put(opened.word.printed.removesuffix(f" {grammar.polite}") if joined and second else opened.word.printed, rest)),
        several=_number(rest, grammar),
    )


_GENERIC = LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
_NAMED = ("Explain", "Describe")
"""Commands that a message names: what they are like shows from two or three."""

_PLACE = "…"
"""Stands in what is printed where the rest of the point goes: `stellen Sie … dar`."""


def _put(printed: str, rest: str) -> str:
    """Return a command with what it is about, after it or in its midst."""
    if _PLACE in printed:
        return printed.replace(_PLACE, rest)
    return f"{printed}{'' if rest[:1] == ',' else ' '}{rest}"


def _opened(words: Sequence[str], grammar: Grammar) -> _Opened | None:
    """Return the command that words open with; the longest, where one begins with another ("erklären Sie", "erklären")."""
    for count in range(min(_LONGEST_FORM, len(words)), 0, -1):
        head = " ".join(words[:count])
        word = grammar.command(head.rstrip(",:"))
        if word is not None:
            if words[count:] and folded(words[count]) in grammar.subjects:
                return None
            comma = ", " if head.endswith(",") else ""
            return _Opened(word, comma + " ".join(words[count:]))
    return None


def _named(words: Sequence[str], grammar: Grammar) -> _Opened | None:
    """Return the command that a German noun names, where what it is about stays as it is but for the article: `Beschreibung der Ursachen`.

    "des Zusammenhangs" would be "den" or "das", an adjective would have another end in the feminine, and so would what else is joined to it.
    """
    named = grammar.nouns.get(words[0], words[0].casefold() if _substantive(words, grammar) else "") if words else ""
    if not named or len(words) <= _ENOUGH or words[1] != "der" or not words[2][:1].isupper():
        return None
    joined = any(folded(one) in grammar.joints and other in _GENITIVES for one, other in pairwise(words)) or any(
        each.endswith(",") for each in words
    )
    word = None if joined else grammar.command(named)
    return _Opened(word, " ".join(("die", *words[2:]))) if word else None


def _substantive(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words open with an infinitive that is a noun: `Erläutern der Funktion`."""
    return bool(grammar.nouns) and len(words) > 1 and words[1] in ("der", "des", "von") and _infinitive(words[0], grammar) is not None


_GENITIVES = frozenset("der des dem den eines einer von".split())


class _Piece(NamedTuple):
    """What a point is about, and the commands that close it."""

    about: list[str]
    commands: list[Word]


def _closed(words: Sequence[str], grammar: Grammar) -> list[_Piece]:
    """Return what words say that close with a command, piece by piece: `Die Ursachen nennen und die Folgen beschreiben und bewerten`."""
    if not words or _infinitive(words[-1], grammar) is None or grammar.finite & set(map(folded, words)):
        return []
    pieces, about, at = list[_Piece](), list[str](), 0
    while at < len(words):
        word = _infinitive(words[at].rstrip(","), grammar)
        ends = at + 1 == len(words) or words[at].endswith(",") or folded(words[at + 1]) in grammar.joints
        joined = at > 0 and (words[at - 1].endswith(",") or folded(words[at - 1]) in grammar.joints)
        if word is None or not ends or not (about or pieces):
            about.append(words[at])
        elif pieces and joined and about in ([], [words[at - 1]]):
            pieces[-1].commands.append(word)
            about = []
        else:
            pieces.append(_Piece(about, [word]))
            about = []
        at += 1
    return pieces


def _infinitive(written: str, grammar: Grammar) -> Word | None:
    """Return the command of an infinitive, which alone closes a point: "erklärt" closes a statement."""
    word = grammar.command(written)
    return word if word and (_PLACE in word.printed or word.printed.casefold() == f"{written} {grammar.polite}".casefold()) else None


def _closing(pieces: Sequence[_Piece], grammar: Grammar) -> Asked | LeftOut:
    """Return what a point asks that closes with its commands: they are put before what they are about."""
    said: list[str] = []
    for about, commands in pieces:
        joint = about[0] if said and folded(about[0]) in grammar.joints else ""
        about = about[1:] if joint else about
        if not about or (len(commands) > 1 and any(_PLACE in word.printed for word in commands)):
            return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
        first = about[0].lower() if folded(about[0]) in grammar.articles else about[0]
        if grammar.feminine and re.fullmatch(grammar.feminine, first):
            first = f"die {first}"
        last = commands[-1].printed
        verbs = [word.printed.removesuffix(f" {grammar.polite}") for word in commands[:-1]]
        printed = f"{', '.join(verbs)} {grammar.joints[0]} {last}" if verbs else last
        sentence = _put(printed, " ".join((first, *about[1:])))
        said.append(f" {joint} {sentence}" if joint else f", {sentence}" if said else sentence)
    words = [word for piece in pieces for word in piece.commands]
    about = pieces[0].about
    if len(about) + len(words) <= _ENOUGH and len(about) < _ENOUGH and about[0].islower():
        return _GENERIC
    return Asked(
        rule="L",
        command=words[0].command,
        second="Explain" if len(words) > 1 and words[1].command == "Justify" else words[1].command if len(words) > 1 else "",
        sentence=capital("".join(said)),
        several=_number(" ".join(about), grammar),
    )


def _later(words: Sequence[str], grammar: Grammar) -> tuple[str, str]:
    """Return words with each command after an "and" as it is printed, and the command whose tariff the first of them has."""
    said: list[str] = []
    second, at = "", 0
    while at < len(words):
        joined = at > 0 and folded(words[at - 1]) in grammar.joints
        known = _opened(words[at:], grammar) if joined else None
        if known is None or _PLACE in known.word.printed:
            said.append(words[at])
            at += 1
            continue
        second = second or known.word.command
        said.append(known.word.printed + ("," if known.rest[:1] == "," else ""))
        at = len(words) - len(known.rest.lstrip(", ").split())
    # "... und begründen Sie Ihre Antwort" asks for reasons of what was asked first, and not for an essay of its own.
    return " ".join(said), "Explain" if second == "Justify" else second


def _number(rest: str, grammar: Grammar) -> int:
    """Return how many things are asked for; 0 where no number says so."""
    for word in folded(rest).split()[:_NEAR]:
        if word in grammar.numbers:
            return grammar.numbers[word]
        if word.isdecimal() and 1 < int(word) <= max(grammar.numbers.values()):
            return int(word)
    return _UNCOUNTED if grammar.plural and re.match(grammar.plural, rest) else 0


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
    after = _after_examples(body[found.end() :], grammar) if found else -1
    if found and found.start() >= _FIRST_PART and after > 0:
        pieces.extend(_cut(body[found.end() : found.end() + after], grammar))
        body = f"{body[: found.start()]} {body[found.end() + after :].lstrip(' ,')}"
    elif found and found.start() >= _FIRST_PART and not _goes_on(body[found.end() :], grammar):
        pieces.extend(_cut(body[found.end() :], grammar))
        body = body[: found.start()]
    return body.rstrip(" ,;:"), tuple(pieces)


def _examples(grammar: Grammar) -> re.Pattern[str]:
    openers = "|".join(re.escape(each) for each in sorted(grammar.such_as, key=len, reverse=True))
    return re.compile(rf"[,;:]?\s*(?<!\w)(?:{openers})(?!\w),?\s*", re.IGNORECASE)


def _after_examples(rest: str, grammar: Grammar) -> int:
    """Return where examples end before which a comma says that another command follows (", oraz wyjaśnia ich znaczenie"); -1 where none does."""
    ends = (
        found.start()
        for found in re.finditer(r", (?P<joint>\S+) ", rest)
        if folded(found["joint"]) in grammar.joints and _opened(rest[found.end() :].split(), grammar)
    )
    return next(ends, -1)


def _goes_on(rest: str, grammar: Grammar) -> bool:
    """Whether another command follows the examples: then they cannot be told from what it asks."""
    return bool(_later(rest.split(), grammar)[1])


def _cut(text: str, grammar: Grammar) -> tuple[str, ...]:
    joints = "|".join(map(re.escape, (*grammar.joints, *grammar.choices)))
    return tuple(piece for each in re.split(rf"\s*[,;]\s*(?:(?:{joints})\s+)?|\s+(?:{joints})\s+", text) if (piece := each.strip(" .")))


def _gated(outcome: Asked | LeftOut, grammar: Grammar) -> Asked | LeftOut:
    """Pass a stem on, said politely, or say why it may not be printed."""
    if isinstance(outcome, LeftOut):
        return outcome
    if any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", folded(outcome.sentence)) for each in grammar.sources):
        return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    if grammar.language == _GREEK and _without_accents(outcome.sentence):
        return LeftOut(rule="N", reason="it is written without accents", remedy="Write it in ordinary case, with its accents.")
    outcome = replace(outcome, sentence=_WORD.sub(lambda word: grammar.person.get(folded(word[0]), word[0]), outcome.sentence))
    if len(outcome.sentence.split()) > _LONGEST or outcome.sentence.count("(") != outcome.sentence.count(")") or "…" in outcome.sentence:
        return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
    return outcome


def _without_accents(sentence: str) -> bool:
    """Whether most words that must have an accent in Greek have none, as in capitals, where nothing tells where it would stand."""
    words = [word for word in _WORD.findall(sentence) if len(word) > _SHORT]
    bare = [word for word in words if word == normalize("NFD", word)]
    return 2 * len(bare) > len(words)


_SHORT = 3
