"""What answers a point within its own words in other languages than English: brackets, examples, and lists behind a colon or a dash.

They are for the scheme alone: a stem that kept them would print its own answers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from packbuilder.derive.marking_points.closings import closed
from packbuilder.derive.marking_points.mutation import radical
from packbuilder.derive.marking_points.openings import Opened, by_command, later, opened, without_leads
from packbuilder.grammars import Grammar, folded
from packbuilder.patterns import regex

_BRACKET = regex(r"\s*\((?P<inside>[^()]*)\)")
_ABBREVIATION = regex(r"\S{1,4}|(?=\S*[A-ZΑ-Ω\d]{2})\S+")
_SIGN = regex(r"\s?:\s+|\s[–—-]\s+")
"""What a list stands behind."""

_ASKED_ABOUT = regex(r"[«“„‹‘'\"]")
_FIRST_PART = 8
"""Characters that are left of a point at least when its examples are taken out."""

_THING = 3
"""Words at most of each thing in a list whose opener may open a clause too ("dont le Rhin", "wie der Rhein")."""

_ONE = ("un", "une")
"""How many things there are of a kind ("dont l'un", "dont un") is part of what is asked."""

_COMPARED = frozenset("so ebenso genauso tan tanto tanta tantos tantas aussi autant mor cyn".split())
"""Words after which the word for "like" compares: "so groß wie Frankreich"."""

RECALLED = frozenset(("State", "Name", "Give", "List", "Identify"))
_TOLD = frozenset(("Describe", "Outline", "Explain", "Summarise", "Suggest", "Write"))
"""Commands whose list behind a colon holds what is to be said, where it has so many things that nobody would compare them."""
_SEVERAL, _MANY = 2, 3
_WELSH = "cy"
_WORKED_OUT = frozenset(("Calculate", "Apply"))
_RESULT = regex(r"(?P<symbol>[^\W\d_]\w{0,3}\s?[=≈]\s?)?[-−]?\d[\d  .,]*(?:\s?×\s?10\S+)?(?:\s?(?:[%°€£$]|[^\W\d_])[^\s=+]{0,8}){0,2}")
"""One value, with its symbol and its unit or without: "d = 850 m", "18 g/mol"."""
_SAYS = 3
"""Words of what a term means, or of a reason."""


class Bared(NamedTuple):
    """A body without what answers it, and that; how many things are `listed` behind a colon or a dash: they answer together."""

    body: str
    pieces: tuple[str, ...]
    listed: int = 0


def without_examples(body: str, grammar: Grammar) -> Bared:
    """Return a body without what stands in brackets and without examples, and those, which are for the scheme alone."""
    pieces: list[str] = []

    def taken(found: re.Match[str]) -> str:
        if _ABBREVIATION.fullmatch(found["inside"]):
            return found[0]
        pieces.extend(in_pieces(_examples(grammar).sub("", found["inside"]), grammar))
        return ""

    body = _BRACKET.sub(taken, body)
    if whole := _whole(body, grammar):
        return Bared(body[: whole.start()].rstrip(" ,;:–—-"), (*pieces, body[whole.end() :].strip(" .")), 0)
    found = _examples(grammar).search(body) or _likened(body, grammar)
    listed = None if found else _listed(body, grammar)
    found = found or listed
    after = _after_examples(body[found.end() :], grammar) if found else -1
    if found and found.start() >= _FIRST_PART and after > 0:
        pieces.extend(in_pieces(body[found.end() : found.end() + after], grammar))
        body = f"{body[: found.start()]} {body[found.end() + after :].lstrip(' ,')}"
    elif found and found.start() >= _FIRST_PART and not _goes_on(body[found.end() :], grammar):
        pieces.extend(in_pieces(body[found.end() :], grammar))
        body = body[: found.start()]
    return Bared(body.rstrip(" ,;:–—-"), tuple(pieces), len(pieces) if listed else 0)


def _whole(body: str, grammar: Grammar) -> re.Match[str] | None:
    """Return the colon behind which one answer stands, whole: what a term means, a reason, or what a sum comes to whose values are told before it."""
    signs = list(_SIGN.finditer(body))
    if len(signs) != 1 or ":" not in signs[0][0]:
        return None
    (sign,) = signs
    before, given = body[: sign.start()], body[sign.end() :]
    command = _command_of(before, grammar)
    if command in _WORKED_OUT:
        return sign if (found := _RESULT.fullmatch(given)) and (not found["symbol"] or re.search(r"\d", before)) else None
    if _points_on(before, grammar) or _ASKED_ABOUT.match(given) or len(given.split()) < _SAYS or opened(given.split(), grammar):
        return None
    if any(opened(each.split(), grammar) for each in in_pieces(given, grammar)):
        return None
    reason = command in _TOLD and _names_kind(before, grammar) and len(in_pieces(given, grammar)) < _SEVERAL
    return sign if command == "Define" or reason else None


def result_behind(body: str, grammar: Grammar) -> bool:
    """Whether a value stands behind a colon that may be what a sum comes to or what it begins with."""
    sign = _SIGN.search(body)
    return bool(sign and _command_of(body[: sign.start()], grammar) in _WORKED_OUT and _RESULT.fullmatch(body[sign.end() :]))


def may_answer(body: str, grammar: Grammar) -> bool:
    """Whether a colon is left in what is to be recalled or told, and nothing tells whether what follows is asked about or answers; a quotation is asked about."""
    if result_behind(body, grammar):
        return True
    sign = _SIGN.search(body)
    if sign is None or _points_on(body[: sign.start()], grammar) or _asked_behind(body, sign, grammar):
        return False
    command = _command_of(body[: sign.start()], grammar)
    return command in RECALLED or (command in (*_TOLD, "Define") and not _ASKED_ABOUT.match(body, sign.end()))


@lru_cache(maxsize=16)
def _opener(words: tuple[str, ...], *, leaning: bool) -> str:
    each = "|".join(re.escape(word).replace("\\ ", r"\s?" if leaning else r"\s+") for word in sorted(words, key=len, reverse=True))
    return f"(?:{each})"


def _examples(grammar: Grammar) -> re.Pattern[str]:
    """Return how examples open: some openers only at the beginning, or behind a sign, since they say other things elsewhere ("w tym procesie")."""
    dots = tuple(each for each in grammar.such_as if "." in each)
    words = tuple(each for each in grammar.such_as if "." not in each)
    openers = "|".join(_opener(each, leaning=each is dots) for each in (dots, words) if each)
    apart = _opener(grammar.such_as_apart, leaning=False) if grammar.such_as_apart else r"(?!)"
    return re.compile(
        rf"(?:(?:\s*[,;:]|\s[–—-])?\s*(?<!\w)(?:{openers})(?!\w)|(?:^|\s*[,;:]|\s[–—-])\s*{apart}(?!\w)),?:?\s*(?=\S)", re.IGNORECASE
    )


def _likened(body: str, grammar: Grammar) -> re.Match[str] | None:
    """Return where examples begin of things that are counted: `deux exemples, comme le grille-pain`, `deux fleuves, dont le Rhin et le Rhône`."""
    words = "|".join(map(re.escape, (*grammar.like, *grammar.listing)))
    found = re.search(rf"(?P<comma>,)?\s+(?P<word>{words})\s+", body) if words else None
    if not found or not _counted(before := body[: found.start()], grammar):
        return None
    if found["comma"] and found["word"] in grammar.like:
        return found
    compared = not _COMPARED.isdisjoint(folded(before).split()) or (grammar.capital_nouns and not before.split()[-1][:1].isupper())
    return found if not (compared and not found["comma"]) and _are_things(body[found.end() :], grammar) else None


def _counted(text: str, grammar: Grammar) -> bool:
    return any(word in grammar.numbers for word in folded(text).split())


def _are_things(rest: str, grammar: Grammar) -> bool:
    """Whether a list holds things alone, each with its article or a capital letter: no clause ("dont le débit dépasse 1000 m³/s") and no count ("dont un")."""
    pieces = [piece.split() for piece in in_pieces(rest, grammar)]
    most = _THING if len(pieces) > 1 else _THING - 1
    return bool(pieces) and all(len(words) <= most and _is_thing(words, grammar) for words in pieces)


def _is_thing(words: list[str], grammar: Grammar) -> bool:
    first = folded(words[0])
    if first.split("'")[-1] in _ONE:
        return False
    leaning = any(first.startswith(article) for article in grammar.definite if article.endswith("'"))
    named = all(word[:1].isupper() for word in words)
    if grammar.capital_nouns:
        return words[-1][:1].isupper() and (named or first in grammar.definite)
    return named or leaning or (len(words) > 1 and first in grammar.definite)


def _listed(body: str, grammar: Grammar) -> re.Match[str] | None:
    """Return where a list begins behind a colon or a dash that answers what is asked: `Nommez deux organites : le noyau et la mitochondrie`."""
    signs = list(_SIGN.finditer(body))
    if len(signs) != 1:
        return None
    (sign,) = signs
    before, rest = body[: sign.start()], body[sign.end() :]
    command, pieces = _command_of(before, grammar), in_pieces(rest, grammar)
    if _points_on(before, grammar) or _asked_behind(body, sign, grammar) or any(opened(piece.split(), grammar) for piece in pieces):
        return None
    recalled = command in RECALLED and (len(pieces) >= _SEVERAL or _counted(before, grammar))
    several = _SEVERAL if _names_kind(before, grammar) else _MANY
    return sign if recalled or (command in _TOLD and len(pieces) >= several) else None


def _asked_behind(body: str, sign: re.Match[str], grammar: Grammar) -> bool:
    """Whether what stands behind a dash belongs to what is asked: `la plage - le lieu du meurtre - et son rôle`, `le terme - avec un exemple`.

    What is to be recalled may be such a list, so that only what is told has a pair of dashes.
    """
    if sign[0].strip() == ":":
        return False
    rest = body[sign.end() :]
    first, *_ = folded(rest).split() or [""]
    if first in grammar.prepositions and grammar.answering is not None and grammar.answering.search(folded(rest)):
        return True
    _, closes, goes_on = rest.partition(sign[0])
    joins = closes and folded(goes_on.partition(" ")[0]) in (*grammar.joints, *grammar.prepositions)
    return bool(joins) and _SIGN.search(goes_on) is None and _command_of(body[: sign.start()], grammar) not in RECALLED


def without_article(words: str, grammar: Grammar) -> str:
    """Return a point that says of what kind the answers behind its colon are without the article before that: `Le rôle du narrateur : ironie, distance`."""
    before, sign, rest = words.partition(":")
    said = before.replace("’", "'").replace("'", "' ").split()
    if not sign or len(in_pieces(rest, grammar)) < _SEVERAL or folded(said[0] if said else "") not in grammar.definite:
        return words
    bare = before.replace("’", "'").split(" " if said[0] == before.split()[0] else "'", 1)[1].lstrip()
    named = grammar.noun(bare.split()) is not None and grammar.finite.isdisjoint(map(folded, said))
    return f"{bare}{sign}{rest}" if named else words


def _names_kind(before: str, grammar: Grammar) -> bool:
    """Whether words before a colon say of what kind its answers are, so that nothing behind it is asked about: causes, a role, reasons why."""
    words = before.split()
    found = opened(words, grammar)
    if not isinstance(found, Opened):
        return False
    about = found.rest.lstrip(", ").split()
    asks_why = any(
        folded(" ".join(about)).startswith(f"{opener.lstrip('¿')} ") for opener, name in grammar.openers.items() if name == "Explain"
    )
    # "expliquez l'importance de", "erklären Sie die Ursachen der"
    named = (words, about, about[1:])
    return asks_why or any(grammar.noun([re.split("['’]", each[0])[-1], *each[1:]]) is not None for each in named if each)


def _points_on(before: str, grammar: Grammar) -> bool:
    """Whether words before a colon say that what follows is what is asked about: "les termes suivants"."""
    return any(word.startswith(grammar.following) for word in folded(before).split()) if grammar.following else False


def _command_of(before: str, grammar: Grammar) -> str:
    """Return the command of words that say what it is about; nothing where none does."""
    words = before.split()
    found = opened(words, grammar)
    if isinstance(found, Opened):
        return found.word.command if found.rest else ""
    pieces = closed(without_leads(words, grammar), grammar) if grammar.last else []
    return pieces[0].commands[0].command if pieces else ""


def _after_examples(rest: str, grammar: Grammar) -> int:
    """Return where examples end before which a comma says that another command follows (", oraz wyjaśnia ich znaczenie"); -1 where none does."""
    ends = (
        found.start()
        for found in re.finditer(r", (?P<joint>\S+) ", rest)
        if folded(found["joint"]) in grammar.joints and by_command(rest[found.end() :].split(), grammar)
    )
    return next(ends, -1)


def _goes_on(rest: str, grammar: Grammar) -> bool:
    """Whether another command follows the examples: then they cannot be told from what it asks."""
    return bool(later(rest.split(), grammar)[1])


def in_pieces(text: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the entries of a list, without "and so on"."""
    joints = "|".join(map(re.escape, (*grammar.joints, *grammar.choices)))
    more = "|".join(re.escape(each) for each in sorted(grammar.and_so_on, key=len, reverse=True))
    text = re.sub(rf"(?:^|,?\s+)(?:{more})\.?$", "", text.rstrip(" .")) if more else text
    text = radical(text) if grammar.language == _WELSH else text
    return tuple(piece for each in re.split(rf"\s*[,;]\s*(?:(?:{joints})\s+)?|\s+(?:{joints})\s+", text) if (piece := each.strip(" .")))
