"""Points with a label before a colon in languages that decline it: "Przyczyny wojny: ...", "Λειτουργία των ριβοσωμάτων: ...", "Manteision twristiaeth: ..."."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.abroad.answered import Told
from packbuilder.derive.marking_points.abroad.native import NATIVE
from packbuilder.derive.marking_points.examples import in_pieces
from packbuilder.grammars import Grammar, folded
from packbuilder.grammars.said import Declined, Said
from packbuilder.patterns import regex

_LABELLED = regex(r"(?P<head>(?:[^:;.?!()=→]|(?<=\d)\.){2,90}?)(?:\s?:\s+|\s[–—-]\s+)(?P<answer>\S.*)")
_MARKS = regex(r"\d+ \w+")
_WHAT = ("Beth", "Pwy")
"""Question words that ask for what a label says, as a command does."""
_LEANING = "’r"
"""The article behind "beth yw" before what goes on with a preposition; it mutates no plural."""
_STATED, _DEFINED = "State", "Define"
_NAMED = ("Podaj", "Αναφέρετε", "Beth yw")
"""What asks for things by name, of which a label may have several: a mark each."""
_NAME = 3
_HEAD, _ENTRY = 12, 8
"""Words at most of a head, and of an entry of a list."""
_TERM, _MEANING = 3, 3
"""Words at most of a term, and at least of its meaning."""
_FORMULA = regex(r"[A-Za-zΑ-ωλρΔη][\w₀-₉]{0,4}(?:\s?\([\w ,]+\))?\s?[=≈]\s?\S.*")


def declined(text: str, said: Said, grammar: Grammar) -> Told | None:
    """Return what a point asks that says before a sign of what kind its answer is; None where no such word is known."""
    found = _LABELLED.fullmatch(text)
    if not found or len(found["head"].split()) > _HEAD or "," in found["head"] or _MARKS.fullmatch(found["answer"]):
        return None
    head, answer = found["head"].strip(), found["answer"].strip()
    if ";" in head or not said.clauses.isdisjoint(word.casefold() for word in head.split()):
        return None
    return (
        _dated(head, answer, said)
        or _several(head, answer, said, grammar)
        or _single(head, answer, said, grammar)
        or _meaning(head, answer, said, grammar)
    )


def _bare(head: str, said: Said) -> str:
    """Return a head without its article and without an adjective that may stand there."""
    first, _, rest = head.partition(" ")
    return rest if rest and folded(first) in said.articles else head


def _matched(head: str, labels: tuple[Declined, ...]) -> tuple[Declined, str] | None:
    """Return the label that a head begins with, and what it is a label of."""
    lowered = head.lower()
    found = [each for each in labels if lowered.startswith((f"{each.label} ", f"{each.label}’", f"{each.label}'"))]
    if not found:
        return None
    label = max(found, key=lambda each: len(each.label))
    return label, head[len(label.label) :]


def _is_of(of: str, said: Said) -> bool:
    """Whether words say of what something is a cause, or a part: more than an adjective."""
    words = of.split()
    return bool(words) and not (said.alone and all(re.fullmatch(said.alone, word) for word in words))


def _several(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    bare, before = _bare(head, said), ""
    if said.before and (adjective := re.match(rf"{said.before}\s", bare)):
        before, bare = f"{adjective[0].strip().lower()} ", bare[adjective.end() :]
    found = _matched(bare, said.several)
    entries = _entries(answer, grammar)
    if found is None or not entries or not _is_of(found[1], said):
        return None
    label, of = found
    if before and label.printed != label.label:
        return None  # the adjective would have to be declined too
    numerals = said.numerals.get(label.gender, ())
    if len(entries) - 2 < len(numerals):
        return Told(f"{said.opener} {numerals[len(entries) - 2]} {before}{label.printed}{of}", entries, len(entries))
    whole = said.whole.get(label.gender, "")
    leaning = _LEANING if said.every.startswith(_WHAT) and _goes_on(of, said) else ""
    return Told(
        f"{said.every or said.opener}{leaning} {whole}{before}{label.printed}{of}{_ending(said.every)}",
        entries,
        len(entries),
        _STATED if said.every.startswith(_WHAT) else "",
    )


def _goes_on(of: str, said: Said) -> bool:
    """Whether what a Welsh label is of begins with a preposition or a relative clause, before which "beth yw" has an article."""
    first = of.split()[0].replace("’", "'")
    return first in said.prepositions or first.startswith("sy")


def _ending(opener: str) -> str:
    """Return the sign behind what a question word opens."""
    return "?" if opener.startswith(_WHAT) else ""


def _single(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    bare = _bare(head, said)
    found = _matched(bare, said.single)
    if found is None or not _is_of(found[1], said) or found[1].strip() == "":
        return None
    label, of = found
    what = label.opener.startswith(_WHAT)
    if what and _goes_on(of, said):
        return None  # it would have the article, and that may mutate it
    asked = f"{label.opener} {label.printed}{of}{_ending(label.opener)}"
    entries = _entries(answer, grammar)
    if len(entries) > 1 and label.opener in _NAMED and all(len(entry.split()) <= _NAME for entry in entries):
        return Told(asked, entries, len(entries), _STATED)
    return Told(asked, (answer,), 0, _STATED if what else "")


def _entries(answer: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the entries of a list; none where an answer is no list of names."""
    if ";" in answer:
        return tuple(piece for each in answer.split(";") if (piece := each.strip(" .,")))
    pieces = in_pieces(answer, grammar)
    if len(pieces) < 2 or ": " in answer or any(len(piece.split()) > _ENTRY for piece in pieces):
        return ()
    return pieces


def _dated(head: str, answer: str, said: Said) -> Told | None:
    """Return the question for the date of an event, whichever of them stands first."""
    event, date = (head, answer) if re.fullmatch(said.dated, answer) else (answer, head) if re.fullmatch(said.dated, head) else ("", "")
    if not event or not said.date or re.search(r"[,;:=]", event):
        return None
    first = event.split()[0]
    had = next((had for had, nouns in said.events.items() if first.lower() in nouns.split()), None)
    if had is None or len(event.split()) < 2:
        return None
    what = (
        event
        if said.language == "cy" or not first[:1].isupper() or re.match(said.capitals or "$", event)
        else f"{first[:1].lower()}{event[1:]}"
    )
    return Told(said.date.replace("{had}", had).replace("{what}", what), (date,), 0, _STATED)


def _meaning(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    """Return the question for a meaning: "Mutacja: trwała zmiana w materiale genetycznym". What a name is called nobody asks for the meaning of."""
    words, said_of = head.split(), answer.split()
    labels = {folded(each.label.split()[0]) for each in (*said.single, *said.several)} | set(grammar.labels)
    if len(words) > _TERM or len(said_of) < _MEANING or re.search(r"\d", head) or _FORMULA.fullmatch(answer):
        return None
    if folded(words[0]) in said.never | said.prepositions | said.articles | labels:
        return None
    # "Reakcja: ..." says nothing, "Reakcja egzotermiczna: ..." is a term.
    of_a_kind = len(words) == _TERM - 1 and said.alone and re.fullmatch(said.alone, words[1])
    if any(folded(word) in said.no_terms for word in (words[1:] if of_a_kind else words)):
        return None
    if any(word[:1].isupper() for word in words[1:]) or re.search(r"[=→+]", answer):
        return None
    if not re.match(said.nominal, answer) or re.match(said.persons, answer, re.IGNORECASE):
        return None
    entries = _entries(answer, grammar)
    if len(entries) > 2 and all(len(piece.split()) <= _MEANING for piece in entries):
        return None
    small = sum(word[:1].islower() for word in said_of)
    template = said.letters if said.letters and head.isupper() and small < len(said_of) / 2 else said.term
    term = head.strip("„”«»‘’\"' ")
    # What may be a name keeps its capital letter.
    own = NATIVE[said.language].ways.get("term_of")
    return Told(template.replace("{term}", (own(term, said) or term) if own else term), (answer,), 0, _DEFINED)
