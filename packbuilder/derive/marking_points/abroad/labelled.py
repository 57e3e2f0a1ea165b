"""Points that say before a colon of what kind their answer is: "Avantages du tourisme : ...", "Einheit der Kraft: ...", or which term it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.marking_points.abroad.answered import Told
from packbuilder.derive.marking_points.abroad.genders import with_article
from packbuilder.derive.marking_points.abroad.phrases import GERMAN, is_clause, is_plain, words_of
from packbuilder.derive.marking_points.abroad.printed import lowered, printed
from packbuilder.derive.marking_points.examples import in_pieces
from packbuilder.grammars import Grammar, folded
from packbuilder.grammars.naming import MEANINGS, TERMS
from packbuilder.grammars.said import Label, Said
from packbuilder.patterns import regex

_LABELLED = regex(r"(?P<head>(?:[^:;.?!()=→]|(?<=\d)\.){2,90}?)(?:\s?:\s+|\s[–—-]\s+)(?P<answer>\S.*)")
_EQUATED = regex(r"(?P<head>[^:;.?!()=→\d]{6,60}?)\s=\s(?P<answer>\S.*)")
_FORMULA = regex(r"[A-Za-zΑ-ωλρΔη][\w₀-₉]{0,4}(?:\s?\([\w ,]+\))?\s?[=≈]\s?\S.*")
_LONG = 7
"""Words at most of an entry of a list; what is longer tells more than one thing."""
_GOES_ON = regex(
    r"(?:qui|que|qu['’]\w+|dont|où|lequel|laquelle|quien|cuy[oa]s?|en (?:el|la|los|las) que|lo que|deren|dessen|was|wobei|sodass|weil|parce que|porque|car|par exemple|donc|mais|pero|aber|z\. ?B)\b"
    r"|(?:in |bei |mit |von |an |auf )?(?:der|die|das|dem|den) .*\s[a-zäöüß]+$",
    re.IGNORECASE,
)
"""How a part of a sentence begins that belongs to what stands before its comma."""
_BY = regex(r"\S+(?: \S+)? (?:de |d['’]|von )[A-ZÄÖÜÉ]\S+(?: [A-ZÄÖÜÉ]\S+)*(?: \(?\d{4}\)?)?")
"""What somebody has made: "esperpento de Valle-Inclán"."""
_POINTS = regex(r"\d+ (?:P(?:unkte?|\.)|points?|pts?\.?|puntos?|pto?s?\.?|pkt|marc)", re.IGNORECASE)
"""Marks, and no answer."""
_HEAD = 12
_TERM = 4
_MEANING = 3
"""Words at most of a head, of a term, and at least of its meaning."""
_DEFINED = regex(r"(?:Begriff|Fachbegriff|Definition(?: von)?|Definición|Definición de|Notion|Définition)\s+(?=[A-ZÄÖÜÉ]|„|«)")
"""What only says that the meaning of a term follows ("Definition Gen")."""
_FULL_WORD = regex(r"[^\W\d_]{3,}")


def labelled(text: str, said: Said, grammar: Grammar) -> Told | None:
    """Return what a point asks that says before a sign of what kind its answer is; None where no such word is known."""
    equated = _EQUATED.fullmatch(text)
    if equated and said.formula and not _LABELLED.fullmatch(text) and not is_clause(equated["head"], said):
        named = with_article(equated["head"], said)
        asked = printed(said.formula, {"what": named}, said) if named else None
        return Told(asked, (text,)) if asked else None
    found = _LABELLED.fullmatch(text)
    if not found or len(found["head"].split()) > _HEAD or "," in found["head"] or not is_plain(words_of(found["head"]), said):
        return None
    head, answer = found["head"].strip(), found["answer"].strip()
    if _POINTS.fullmatch(answer):
        return None
    return (
        _counted(head, answer, said, grammar)
        or _of_kind(head, answer, said, grammar)
        or _dated(head, answer, said)
        or _equation(head, answer, said)
        or _meaning(head, answer, said, grammar)
    )


def _entries(answer: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the entries of a list; none where an answer is no list of names."""
    if ";" in answer:
        return tuple(piece for each in answer.split(";") if (piece := each.strip(" .,")))
    pieces = in_pieces(answer, grammar)
    if len(pieces) < 2 or ": " in answer or any(len(piece.split()) > _LONG or _GOES_ON.match(piece) for piece in pieces):
        return ()
    return pieces


def _bare(head: str, said: Said) -> tuple[str, str]:
    """Return a head's article, and what stands behind it."""
    first, space, rest = head.replace("’", "'").replace("l'", "l' ", 1).replace("L'", "L' ", 1).partition(" ")
    return (
        (first, rest.strip())
        if space and folded(first) in said.articles and folded(first) not in ("un", "une", "ein", "eine")
        else ("", head)
    )


def _counted(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    """Return what is asked of a head that says how many there are: "Trois causes de ...", "Die drei Stände"; so many must be told."""
    article, rest = _bare(head, said)
    number, _, of = rest.partition(" ")
    count = said.numbers.get(number.casefold(), 0) or (int(number) if number.isdecimal() else 0)
    entries = _entries(answer, grammar)
    if not of or count < 2 or len(entries) != count or _lacks_whole(of, said):
        return None
    start = f"{article.casefold()} " if article else ""
    return Told(f"{said.opener} {start}{number.casefold()} {of}", entries, count)


def _of_kind(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    """Return what is asked of a head that begins with a known label."""
    article, rest = _bare(head, said)
    label = _label(rest, said.one, said)
    if label is not None:
        body = rest[len(label.label) :].strip()
        if not re.match(said.after, body) or len(words_of(body)) < 2:
            return None
        leaning = "" if label.article.endswith("'") else " "
        return Told(f"{label.opener} {label.article}{leaning}{label.label} {body}", (answer,))
    if not _is_some(rest, said):
        return None
    entries = _entries(answer, grammar)
    if not entries or _lacks_whole(rest, said):
        return None
    numbers = {count: word for word, count in said.numbers.items()}
    all_of = bool(said.all_of and re.match(said.all_of, rest, re.IGNORECASE))
    inflected = bool(article) and (_is_adjective_first(rest) if said.language == GERMAN else False)
    if inflected or all_of or len(entries) not in numbers:
        the = article.casefold() or said.the
        the = _spanish(rest) if the == "los/las" else the
        if not the and len(entries) in numbers:
            return Told(f"{said.opener} {numbers[len(entries)]} {lowered(rest, said)}", entries, len(entries))
        if not the:
            return None
        leaning = "" if the.endswith("'") else " "
        return Told(f"{said.opener} {the}{leaning}{lowered(rest, said)}", entries, len(entries))
    return Told(f"{said.opener} {numbers[len(entries)]} {lowered(rest, said)}", entries, len(entries))


def _lacks_whole(head: str, said: Said) -> bool:
    """Whether a head does not say of what its answers are causes, parts or examples: "Causas económicas"."""
    words = words_of(head)
    related = any(re.fullmatch(said.relational, word, re.IGNORECASE) for word in words[:2])
    return related and not any(folded(word) in _OF for word in words[1:])


_OF = frozenset(
    "de du des d del entre para por pour en a au aux al sur sobre contra contre der von vom fur zwischen gegen in im bei beim zur zum einer eines am an auf".split()
)


def _spanish(rest: str) -> str:
    first, *others = rest.split()
    first = others[0] if first.casefold() == "principales" and others else first
    return "las" if first.endswith(("as", "ades", "ones")) else "los" if first.endswith(("os", "ores")) else ""


def _label(rest: str, labels: Sequence[Label], said: Said) -> Label | None:
    found = [each for each in labels if _begins(rest, each.label)]
    return max(found, key=lambda each: len(each.label), default=None)


def _begins(rest: str, label: str) -> bool:
    return folded(rest) == folded(label) or folded(rest).startswith(f"{folded(label)} ")


def _is_some(rest: str, said: Said) -> bool:
    """Whether a head begins with a plural that so many things can be asked for of."""
    words = rest.split()
    if said.language == GERMAN:
        heads = words[:2] if _is_adjective_first(rest) else words[:1]
        noun = next((word for word in heads if re.fullmatch(rf"[\w-]*(?:{'|'.join(said.some)})", word, re.IGNORECASE)), "")
        after = words[words.index(noun) + 1 :] if noun else []
        return bool(noun) and (not after or re.match(said.after, " ".join(after)) is not None)
    body = rest.partition(" ")[2]
    principal = bool(said.all_of and re.match(said.all_of, rest, re.IGNORECASE))
    if principal and words[1:]:
        return folded(words[0]) in map(folded, said.some) or words[1].endswith(("s", "x"))
    if said.plural and re.match(said.plural, f"{rest[:1].lower()}{rest[1:]}"):
        return True
    return folded(words[0]) in map(folded, said.some) and bool(re.match(said.after, body))


def _is_adjective_first(rest: str) -> bool:
    return rest[:1].islower() or _is_adjective(rest.split()[0], rest.split())


def _is_adjective(word: str, words: Sequence[str]) -> bool:
    """Whether a word that only a line's beginning has made large stands before a noun: "Wichtige Ursachen"."""
    return word is words[0] and len(words) > 1 and words[1][:1].isupper() and word.endswith(("e", "en", "er", "es"))


def _dated(head: str, answer: str, said: Said) -> Told | None:
    """Return the question for a date: "Traité de Versailles : 1919"; and for a date first."""
    if not said.date:
        return None
    event = head if re.fullmatch(said.dated, answer) else answer if re.fullmatch(said.dated, head) else ""
    named = with_article(event, said) if event else ""
    template = said.dates if said.dates and re.search(r"\d{3,4} ?[-–/] ?\d", f"{head} {answer}") else said.date
    asked = printed(template, {"what": named}, said) if named else None
    return Told(asked, (answer if event is head else head,)) if asked else None


def _equation(head: str, answer: str, said: Said) -> Told | None:
    """Return the question for a law or a formula."""
    chemical = "→" in answer and "+" in answer
    if not said.law or not (chemical or _FORMULA.fullmatch(answer)):
        return None
    named = with_article(head, said)
    if not named:
        return None
    law = re.search(r"\b(?:lois?|ley(?:es)?|gesetz|principe|principio|théorème|teorema|satz)\b", head, re.IGNORECASE)
    asked = printed(said.equation if chemical else said.law if law else said.formula, {"what": named}, said)
    return Told(asked, (answer,)) if asked else None


def _meaning(head: str, answer: str, said: Said, grammar: Grammar) -> Told | None:
    """Return the question for a meaning: "Mutation : modification de la séquence de l'ADN". What a name is called nobody asks for the meaning of."""
    head = _DEFINED.sub("", head)
    words, said_of = head.split(), answer.split()
    known = {folded(word) for word in words}
    labels = {*map(folded, said.some), *(folded(each.label) for each in said.one), *grammar.labels, *map(folded, TERMS | MEANINGS)}
    if known & said.no_terms or _BY.fullmatch(answer) or is_clause(answer, said):
        return None
    if len(words) > _TERM or len(said_of) < _MEANING or not _FULL_WORD.search(head) or known & labels:
        return None
    if folded(words_of(head)[0]) in said.articles | said.never or folded(words[0]) in said.numbers or re.search(r"\d", head):
        return None
    if any(word[:1].isupper() for word in words[1:]) and not (said.language == GERMAN and _is_adjective(words[0], words)):
        return None
    if (
        re.search(r"[=→+]", answer)
        or not re.match(said.nominal, answer)
        or folded(said_of[0]) in said.finite
        or re.match(said.persons, answer, re.IGNORECASE)
    ):
        return None
    entries = _entries(answer, grammar)
    if len(entries) > 2 and all(len(piece.split()) <= _MEANING for piece in entries):
        return None
    template = said.letters if said.letters and _stands_for(head, said_of) else said.term
    return Told(template.replace("{term}", head.strip('„“”«»" ')), (answer,))


def _tells(words: Sequence[str], said: Said) -> bool:
    """Whether words begin with a verb and its object: "unifie la Résistance", and not "mesure de ..."."""
    return folded(words[0]) in said.finite and (said.language == GERMAN or folded(words_of(words[1])[0]) in said.articles)


def _stands_for(head: str, words: Sequence[str]) -> bool:
    """Whether words are what letters are short for: "zone économique exclusive" behind "ZEE"."""
    initials = "".join(word[0] for each in words for word in re.split(r"['’-]", each) if word and (len(word) > _SMALL or word[0].isupper()))
    return head.isupper() and len(head) > 1 and folded(initials) == folded(head)


_SMALL = 3
"""Letters at most of words whose initials abbreviations leave out."""
