"""Entries: a list in a question's sentence, parted by semicolons, dashes or strokes, which may be its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.lexicon import DETERMINERS, NOUNISH
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.signs import CHANGE
from packbuilder.patterns import regex

_WITH_LIST = regex(
    r"\b(?:following|these|write about|include|data|values|results|items?|options?|using|choose|from)\b[^;]*:[^:]*;", re.IGNORECASE
)
_SECOND = regex(
    r"(?:and|but|or|also|then|how|why|what|whether|explain|describe|state|give|justify|suggest|compare|name|identify)\b", re.IGNORECASE
)
"""What asks for a second thing behind a semicolon."""
_OPENED = re.compile(r"[A-Za-z]{2}\s[–—-]\s(?=[A-Za-z]{3})[^:]*$|\s(?:->|→)\s")
"""A dash or an arrow before the semicolon: what stands between is the first entry of a list."""
_SEMICOLONS = 3
"""Words behind a semicolon: so many are no second thing to be asked about."""
_GOES_ON = regex(
    r"(?:and|or|but|with|without|in|on|at|for|from|to|of|by|as|how|why|what|which|who|when|where|whether|if|that|its|their|his|her|include|including|such|e\.g|especially|particularly|"
    r"not|using|also|despite|is|are|was|were|has|have|can|does|do|explain|give|state|use|refer|you|your|one|two|three|between|rather|than|i\.e|only|either|then)\b|[‘'“\"\d$`]",
    re.IGNORECASE,
)
"""What may go on behind a dash with what stands before it."""
_COMPOUND = regex(r"\w+ (?:the|an?) \w+")
"""Before a dash: the first half of a compound ("the cause - effect link")."""
_ARTICLE = regex(r"^(?:an?|the)\s+", re.IGNORECASE)
_DASH = re.compile(r"(?<=[^\s\d=])\s[–—-]\s(?=[A-Za-z]{2})")
_LONG = 4
_STATEMENT = 6
"""Words: in so long a piece a verb in its base form is one, and no noun."""
_CHAIN = 2

_SHOWS_ENTRY = re.compile(r"[a-z]{3}\S*\s(?:->|→|[–—-])\s\S*[A-Za-z]{3}")
_FORMULA = regex(r"\b(?:equation|formula|relationship|expression|identity)\b", re.IGNORECASE)
_PIPE = regex(r"[a-z]{3,}\s\|\s[a-z]{2,}", re.IGNORECASE)

_STROKE_LIST = regex(
    r"^(?:Describe|Explain|Outline|Discuss|Evaluate|Assess|Suggest|State|Give|Name|Identify)\b[^:?]*[a-z]: (?![^:]*\b(?:or|versus|vs)\b)(?:[^:?\d]*[a-z]{3} / [a-z]{3}|(?:[\w’'-]+ ){2,}[a-z]{3,} / (?:[\w’'-]+ ){2,}[a-z]{3,})"
)
"""What strokes part behind a colon: "the benefits and costs of tourism: jobs / pollution"."""

_HOW_OR_WHY = regex(r"(?:Explain|Describe|Outline) (?:how|why) ")
_EXPLAINED = regex(r"(?:Explain|Describe|Outline|Suggest|Discuss)\b")
_ABOUT_LIST = regex(
    r"\b(?:following(?! (?:an?|the)\b)|these|those|each|of|on|for|between|terms?|words?|phrases?|concepts?|write about|include|data|values|using|from|in|with|to)$|\b(?:the following|these)\b"
)
"""What a list belongs to that is itself asked about."""


def holds_list(sentence: str) -> bool:
    """Whether semicolons or dashes part what is asked from what may answer it."""
    bare = re.sub(r"‘[^’]*’|\$[^$]*\$|`[^`]*`", "", sentence)
    return (
        bool(_PIPE.search(bare) or _has_steps(bare) or _is_told_behind(bare) or _STROKE_LIST.search(bare))
        or _is_parted(bare)
        or _is_dashed(bare)
        or _is_told_in_signs(bare)
    )


def _is_told_in_signs(bare: str) -> bool:
    """Whether an arrow, or a colon with three short entries or more, parts what is to be explained from what explains it."""
    if not _EXPLAINED.match(bare):
        return False
    first, *steps = re.split(r"\s(?:[-=–]+>|→|⇒)\s", bare)
    if len(steps) == 1 and not CHANGE.search(first) and re.match(r"[a-z]{3}", steps[0]):
        return True
    asked, _, behind = bare.partition(": ")
    if _HOW_OR_WHY.match(asked) and " or " in behind and "?" not in behind:
        return True  # "how businesses can grow: internal or external"
    entries = re.split(r",\s+(?:and\s+)?", behind)
    return (
        len(entries) > _CHAIN
        and not _ABOUT_LIST.search(asked)
        and all(len(each.split()) < _LONG and each[:1].islower() for each in entries)
    )


def _has_steps(bare: str) -> bool:
    """Whether arrows part what follows from what ("reduces injury => increases time => reduces force"), and no change is what is asked about."""
    first, *steps = re.split(r"\s(?:[-=]>|→|⇒)\s", bare)
    return len(steps) > 1 and not CHANGE.search(first) and all(re.search(r"[a-z]{3}\S* \S*[a-z]{2}", step) for step in steps)


def _is_told_behind(bare: str) -> bool:
    """Whether a statement or an equation stands behind a dash, or an arrow or a dash behind a colon ("between LAN and WAN - WAN uses ...", "a jumper: speed -> distance")."""
    asked, colon, behind = bare.partition(": ")
    if colon and _SHOWS_ENTRY.search(behind) and not (CHANGE.search(asked) or _GOES_ON.match(behind)):
        return True
    first, *pieces = _DASH.split(bare)
    if first.startswith("Compare ") or len(pieces) != 1 or _GOES_ON.match(pieces[0]):
        return False
    equal = " = " in pieces[0] and len(pieces[0].split()) >= _LONG and not _FORMULA.search(first)
    return equal or (len(pieces[0].split()) >= _LONG and is_statement(pieces[0]))


def _is_parted(bare: str) -> bool:
    """Whether what stands behind a semicolon is more than a second thing to be asked about."""
    asked, behind = [*bare.split("; ", 1), ""][:2]
    if not behind or "?" in bare or _SECOND.match(behind):
        return False
    words = len(re.findall(r"[A-Za-z]{3,}", behind))
    return bool(_OPENED.search(asked)) or (words >= _SEMICOLONS and not _WITH_LIST.search(bare))


def _is_dashed(bare: str) -> bool:
    """Whether dashes part the entries of a list from one another, or one of them a statement from what is asked."""
    first, *pieces = tuple(_DASH.split(bare))
    if not pieces or first.startswith("Compare ") or _COMPOUND.fullmatch(first) or _is_aside(pieces):
        return False
    opens = not any(_GOES_ON.match(piece) for piece in pieces)
    if pieces[-1].count(", ") >= _CHAIN and not _GOES_ON.match(pieces[-1]) and len(pieces) == 1:
        return True
    if len(pieces) >= _CHAIN and opens and all(len(_ARTICLE.sub("", piece).split()) > 1 for piece in pieces):
        return True
    return any(len(piece.split()) >= _LONG and not _GOES_ON.match(piece) and has_verb(piece) for piece in pieces)


def _is_aside(pieces: Sequence[str]) -> bool:
    """Whether two dashes stand round an aside ("the brain – the control centre of the body – responds")."""
    if len(pieces) != _CHAIN:
        return False
    aside, onward = pieces
    return bool(_GOES_ON.match(aside)) or len(aside.split()) == 1 or bool(_ARTICLE.match(aside) and not _ARTICLE.match(onward))


def has_verb(piece: str) -> bool:
    words = re.findall(r"[A-Za-z]+", piece)
    return bool(verb_behind(piece)) or any(
        word.islower()
        and word not in NOUNISH
        and before not in DETERMINERS
        and before != "to"
        and (base_of_third(word) or (is_known(word) and (before.endswith("s") or len(words) > _STATEMENT)))
        for before, word in pairwise(words)
    )
