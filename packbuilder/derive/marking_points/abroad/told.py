"""The question that a statement answers: by a label before a colon (`labelled`), or by its form, as the language's file lists them."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.derive.marking_points.abroad.answered import Told
from packbuilder.derive.marking_points.abroad.declined import declined
from packbuilder.derive.marking_points.abroad.labelled import labelled
from packbuilder.derive.marking_points.abroad.native import NATIVE
from packbuilder.derive.marking_points.abroad.phrases import is_clause, is_phrase, is_whole, words_of
from packbuilder.derive.marking_points.abroad.printed import printed
from packbuilder.derive.marking_points.examples import in_pieces
from packbuilder.grammars import Grammar, folded
from packbuilder.grammars.said import Form, Said, said_in
from packbuilder.patterns import regex

_PHRASES = ("what", "other", "feminine", "plurals", "thing", "sort", "many")
_CLAUSES = ("clause",)
_WHOLE = "whole"
_ANSWERS = ("answer", "instead", "list", "of")
"""Parts that are credited, and what is counted, which its question names."""
_WELSH_VOWELS = "aeiouwyhâêîôûŵŷ"
_WORD = 5
"""Letters of a word that says something: a question with all such words of its answer would give it away."""
_SECOND = {
    "pl": regex(r"\b(?:i|a|oraz|ale|lecz) (?:się |nie )?(?:\w+(?:[aeu]ją|uje|eje|[^w]a się)|jest|są|ma|może)\b"),
    "el": regex(r"\b(?:και|αλλά) (?:δεν |θα |τα |το |την |τον )?[α-ωάέήίόύώϊΐ]+(?:ουν|ούν|εται|ονται|[^αεοιυ]ει|εί|ησε|ησαν)\b"),
    "cy": regex(r"\b(?:a|ac) (?:yn|mae|mae’r|mae'r|maent)\b|\bac mae\b"),
}
"""A second verb within an answer, where two things are told of one."""
_LONGEST_ANSWER = 40
_ANOTHER = regex(r"(?<!\d)(?<!\b[A-Z])(?<!\b[adnvπμ])(?<!\ba[pv])(?<!\bapr)[.!?;]\s+[A-ZÀ-ÖØ-Þ¿¡]")
"""A sentence behind the first one."""
_ABBREVIATED = regex(r"(?: r| w|n\.e|J\.-C|[ad]\. ?C|Chr|[πμ]\. ?Χ)$")
"""What keeps its stop at the end of a statement."""
_POINTING = regex(r"(?:celui|celle|ceux|celles|cela|ça|ce|ceci|así|ello|esto|eso|so|es|dies|dieser|diese|dieses)\b(?!-)", re.IGNORECASE)


def told_in(words: str, grammar: Grammar) -> Told | None:
    """Return the question that a statement answers, and its answer; None where no form leaves that without doubt."""
    said = said_in(grammar.language)
    text = words.rstrip(" .;")
    if _ABBREVIATED.search(text) and words.rstrip(" ;").endswith("."):
        text += "."
    if said is None or _ANOTHER.search(text) or "?" in text:
        return None
    if said.language in NATIVE:
        return declined(text, said, grammar) or _formed(text, said, grammar)
    return labelled(text, said, grammar) or _formed(text, said, grammar)


def _formed(text: str, said: Said, grammar: Grammar) -> Told | None:
    for pattern, form in _forms(said.language):
        found = pattern.fullmatch(text)
        told = _answered(found, form, said, grammar) if found else None
        if told is not None:
            return told
    return None


def _answered(found: re.Match[str], form: Form, said: Said, grammar: Grammar) -> Told | None:
    """Return what a statement of a form answers, where its parts are what the form takes them for."""
    parts = {name: part.strip() for name, part in found.groupdict().items() if part}
    answer = parts.get("answer") or parts.get("instead") or parts["list"]
    if not all(is_phrase(parts[name], said) for name in _PHRASES if name in parts):
        return None
    if not all(is_clause(_whole(name, parts), said) for name in _CLAUSES if name in parts):
        return None
    if _WHOLE in parts and not is_whole(parts[_WHOLE], said):
        return None
    if len(answer.split()) > _LONGEST_ANSWER or _POINTING.match(answer):
        return None
    each = in_pieces(parts.get("list", ""), grammar)
    parts["ending"] = "a" if "feminine" in parts else "o"
    parts["count"] = next((word for word, count in said.numbers.items() if count == len(each)), "")
    if "{count}" in form.asks and not parts["count"]:
        return None
    if (
        (said.language in _SECOND or "v" in parts)
        and form.command not in ("Define", "Explain")
        and _another_verb(parts.get("v", ""), answer, said)
    ):
        return None
    asked = printed(form.asks, parts, said)
    told = " ".join(part for name, part in parts.items() if name not in _ANSWERS)
    if asked is None or _gives_away(told, answer):
        return None
    if "leaning" in parts:
        # "yw'r broses": the article is the answer's.
        answer = f"{'yr' if answer[:1] in _WELSH_VOWELS else 'y'} {answer}"
    if "list" in parts:
        return Told(asked, each, len(each), form.command)
    return Told(asked, (answer,), 0, form.command)


def _another_verb(verb: str, answer: str, said: Said) -> bool:
    """Whether a second verb stands within what should be an object: "le sang et éliminent les déchets"."""
    if said.language in _SECOND:
        return _SECOND[said.language].search(answer) is not None
    found = re.search(r" (?:et|y|e|und) (?P<word>[a-zà-ÿ]+) ", f"{answer} ")
    if not found or not verb:
        return False
    word = found["word"]
    plural = verb.endswith("ent") if said.language == "fr" else verb.endswith("n")
    ends = ("ent",) if said.language == "fr" else ("an", "en")
    return word in said.finite or (plural and said.language != "de" and word.endswith(ends) and not word.endswith("ment"))


def _whole(name: str, parts: dict[str, str]) -> str:
    return " ".join(part for part in (parts[name], parts.get("after", "")) if part)


def _gives_away(told: str, answer: str) -> bool:
    """Whether what a question takes from the statement has all words of its answer that say something."""
    words = {folded(word) for word in words_of(answer) if len(word) >= _WORD or word.isdigit()}
    return bool(words) and words <= {folded(word.strip(".,?")) for word in words_of(told)}


@lru_cache(maxsize=8)
def _forms(language: str) -> tuple[tuple[re.Pattern[str], Form], ...]:
    """Return the forms of a language's statements, each behind its pattern, with parts by name (`{what}`) put where they stand."""
    said = said_in(language)
    return () if said is None else tuple((re.compile(_pattern(form.said, said)), form) for form in said.forms)


def _pattern(form: str, said: Said) -> str:
    def part(found: re.Match[str]) -> str:
        name, _, kind = found[1].partition(" ")
        return f"(?P<{name}>{said.kinds.get(kind or name, '.+?')})" if name != "_" else f"(?:{said.kinds[kind]})"

    pattern = re.sub(r"\{([a-z_]\w*(?: \w+)?)\}", part, form)
    return re.sub(r"['’]", "['’]", pattern)
