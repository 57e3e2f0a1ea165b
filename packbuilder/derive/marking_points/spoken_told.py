"""What is told to candidates behind a question in other languages than English: "Analysez le rôle du chœur. Appuyez-vous sur le texte."

A sentence there is an instruction where its form speaks to a candidate, whatever its verb; what only states something, or is a bare phrase, may be
the answer. It is printed in the address in which the question is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.marking_points.openings import PLACE, Opened, addressed, by_command, leaning, put
from packbuilder.derive.marking_points.pieces import STOPPED
from packbuilder.grammars import Grammar, folded
from packbuilder.patterns import regex
from packbuilder.text import capital

_NEXT = regex(r"(?:(?<=\?)|(?<=[^\W\d_]{3}[.!])|(?<=\d{4}[.!])|(?<=[»”“\"][.!]))\s+(?=[^\W\d_a-zà-ÿ])")
"""Where a sentence ends and another begins: behind a word, a year or a quotation, and not behind an abbreviation or a number ("3. Oktober")."""
_LONGEST = 4
"""Words at most of what opens an instruction and is printed otherwise ("no te olvides de")."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each without its stop but those that ask."""
    first, *others = (each.rstrip(" .!") for each in _NEXT.split(text))
    return [first, *others]


def told_behind(behind: list[str], grammar: Grammar, *, turned: bool) -> list[str] | None:
    """Return sentences behind a question as they are printed; None where one may be its answer. `turned`: the question's command was written otherwise."""
    said = [told(each, grammar, turned=turned) for each in behind]
    return None if None in said else [each for each in said if each]


def told(sentence: str, grammar: Grammar, *, turned: bool) -> str | None:
    """Return a sentence that asks or tells a candidate something, as it is printed; None where it may say something of what is asked about."""
    if sentence.endswith(("?", ";")):
        return sentence
    said = _turned(sentence, grammar, turned=turned) or _commanded(sentence, grammar, turned=turned) or _kept(sentence, grammar)
    lead, comma, rest = sentence.partition(", ")
    if said or not comma or len(lead.split()) > _LONGEST:
        return said
    # "Ensuite, donnez votre avis": what leads to an instruction says nothing by itself.
    inner = told(rest, grammar, turned=turned)
    return f"{lead}, {inner[:1].lower()}{inner[1:]}" if inner else None


def _kept(sentence: str, grammar: Grammar) -> str | None:
    """Return a sentence whose form alone says to whom it speaks: "Soyez précis", "Gehen Sie auf die Vergangenheit ein"."""
    return sentence if grammar.told and grammar.told.match(folded(sentence)) else None


def _turned(sentence: str, grammar: Grammar, *, turned: bool) -> str | None:
    """Return a sentence that begins with what is known to be said to candidates: "Ten en cuenta ...", "Denk an ..."."""
    words = sentence.split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        head, rest = folded(" ".join(words[:count])).rstrip(",:"), " ".join(words[count:])
        printed = grammar.told_as.get(head) if turned or not _is_stated(head, grammar) else None
        printed = printed or (grammar.told_if.get(head) if _answers(rest, grammar) else None)
        printed = printed or (leaning(words[0], grammar) if count == 1 else None)
        if printed and rest:
            return _addressed(printed, rest, grammar)
    return None


def _commanded(sentence: str, grammar: Grammar, *, turned: bool) -> str | None:
    """Return a sentence that opens with a command word. A form that is said of somebody too asks only behind another, and for what belongs to answers."""
    words = sentence.split()
    found = by_command(words, grammar)
    if not isinstance(found, Opened) or PLACE in found.word.printed:
        return None
    if found.turned and _is_stated(folded(words[0]).rstrip(",:"), grammar) and not (turned and _asks(found, grammar)):
        return None
    return _addressed(found.word.printed, found.rest, grammar) if found.turned else sentence


def _asks(found: Opened, grammar: Grammar) -> bool:
    """Whether a form that is said of somebody too asks for what belongs to answers, or by itself for reasons ("Justifica.")."""
    return _answers(found.rest, grammar) if found.rest else found.word.command == "Explain"


def _addressed(printed: str, rest: str, grammar: Grammar) -> str | None:
    """Return an instruction that speaks as the question does; None where it would speak in two ways."""
    said = addressed(rest, grammar)
    return None if said is None else capital(put(printed, said).rstrip())


def joined(said: Sequence[str]) -> str:
    """Return sentences one behind the other, the last without its stop."""
    return " ".join(
        each if STOPPED.search(each) or each.endswith(";") or at == len(said) else f"{each}." for at, each in enumerate(said, 1)
    )


def _is_stated(form: str, grammar: Grammar) -> bool:
    """Whether a form of a verb is said of somebody too."""
    return grammar.stated is not None and grammar.stated.fullmatch(form) is not None


def _answers(rest: str, grammar: Grammar) -> bool:
    """Whether words after a verb speak of the candidate's own answer, or of what answers are made of: "citas", "tu respuesta", "dos razones"."""
    return grammar.answering is not None and re.search(grammar.answering, folded(rest)) is not None
