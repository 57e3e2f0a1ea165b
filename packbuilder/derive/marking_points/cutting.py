"""Cutting: a list as its entries, one by one, each with what says more of it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.finite import is_statement, says, verb_of
from packbuilder.derive.marking_points.inflection import base_of_third, is_known, is_past, is_past_only
from packbuilder.derive.marking_points.lexicon import DETERMINERS, THINGS_TOO
from packbuilder.derive.marking_points.shared_nouns import is_said_of
from packbuilder.derive.marking_points.verbs import third_person
from packbuilder.patterns import regex

_PIECES = regex(r"\s*(?:,(?!\d{3}(?!\d))(?!\d-[a-z])|;)\s*(?:and\s+|or\s+)?|\s+and\s+(?=[^,;]*$)", re.IGNORECASE)
"""Where a list is parted."""
_ONE_NOUN = regex(r"[a-z]+ing (?:the |any )?[a-z]+(?:, [a-z]+ed)*,? (?:and|or) [a-z]+ed [a-z]+")
"""What is done to one thing that is told of it in several words ("removing dead, diseased or damaged wood")."""
_PARTED = regex(r"\s*,\s+(?:and\s+)?")
"""Where things are parted that are set equal to others each: an "and" within one of them parts nothing ("green = salad and fruit, brown = vegetables")."""
_BETWEEN = regex(
    r"[^,;]*\bbetween [^;]+, [^;]+ and [^,;]+|(?:is |are |any(?:where|thing) |somewhere )?between [^,;]+ and [^,;]+|(?:an? |the )?(?:equal|same|different|similar) (?:numbers?|amounts?|proportions?|quantit(?:y|ies)|masses|volumes) of [^,;]+ and [^,;]+"
)
"""What is between two or several is one thing ("conflict between residents, farmers and councils"), and so are equal numbers of two."""
_WHETHER_LAST = regex(r"(?<=\w),\s+and\s+(?=whether\s)")
"""Before the last entry that asks something, whatever commas it has ("foreseeability, proximity, and whether it is fair, just and reasonable")."""
_EMPTY = frozenset({"etc", "so on", "others", "others like this", "and others", "more", "the like", "as appropriate"})
FINITE = r"(?:is|are|was|were|can|could|will|would|should|shall|do|does|did|has|have|had|may|might|must|used?|gives?|gave|takes?|took|needs?|affects?|leads?|causes?|influences?|interacts?|helps?|contributes?|changes?|shapes?|works?|creates?|provides?|makes?|results?|varies|vary|forms?|increases?|reduces?|supports?|impacts?|allows?|enables?|differs?)"
_QUOTATION = regex(r"[‘“][^‘’“”]+[’”]|(?<![\w])'[^']+'(?!\w)")


_SAYS_MORE = regex(
    r"(?:(?:of|in|from|to|for|by|on|with|at|through|during|under) (?:which|whom|whose)|which|who|whom|whose|where|when|whenever|if|that|e\.g|i\.e|for example|for instance|such as|namely)(?!\w)",
    re.IGNORECASE,
)
"""How a clause begins that says more of the entry before it ("its army, which was well trained")."""
_WITHIN_CLAUSE = frozenset("the a an its their his her to in on at by from into with for of as up out".split())
"""What follows a past that goes on with a sentence ("..., who was unpopular, fled from the mob")."""
_FRONTED = regex(
    r"(?:in|on|at|during|after|before|when|once|if|as|by|with|without|for|from|under|over|since|because of) [^,]+$", re.IGNORECASE
)
"""When or how what is stated behind a comma happens ("in autumn, water is scarce")."""
_ONE_THING = regex(r"(?:the|each|every|this|these|its|their) ", re.IGNORECASE)
_ARTICLE = regex(r"an? ")
_REASON = regex(r"(?:because(?! of\b)|so that|in order to|since|as (?:it|they|he|she|this|there)|to [a-z]+)\b", re.IGNORECASE)
"""How a reason begins that is one sentence, whatever commas it has."""
_TERM_ASKED = regex(
    r"(?:what|who) (?:is|are|was|were) (?:meant by )?(?:an? )?(?!(?:the|some|any)\b)[\w’'-]+(?: [\w’'-]+){0,2}\s?\?$", re.IGNORECASE
)
"""A question for what something or who somebody is ("What is an ion?")."""
_VERB_FIRST = regex(
    r"(?:(?:is|are|was|were|can|could|has|have|does|do|did|will|would)n['’]t|cannot|is|are|was|were|can|could|will|would|has|have|had|may|must|does|did)\b"
)
_DENIED = regex(r"(?:does|do|did|is|are|can|will|has|have)(?:n['’]t| not|not) [a-z]+", re.IGNORECASE)
"""What is not so of what was asked about ("Doesn't corrode")."""
_ONWARD = regex(r"(?:of|in|on|from|to|through|into|by|with|without|for|at|between|under|over|towards|until|not|often|usually|mostly)\b")
_FEW = 3
"""Words of an entry where a list might be a meaning."""

_HELD = regex(r"(?<=\s)\([^()]*\)")
_PAIR = 2
_SUBJECT = 2
"""Words of a name that shares its verb with the one behind "and"."""
_SHORT_PAIR = 4
"""Words: the last two of a list ("pine, spruce or larch")."""


def cut(text: str) -> tuple[str, ...]:
    """Cut a list into its pieces, at commas, semicolons and the last `and`."""
    if (last := _WHETHER_LAST.search(text)) and ";" not in text:
        return (*cut(text[: last.start()]), text[last.end() :].strip(" .,;:"))
    quoted = _QUOTATION.findall(text)
    if quoted and any(re.search(r"[,;]| and ", each) for each in quoted):
        # Nothing is parted within quotation marks.
        holes = iter(quoted)
        return tuple(re.sub("\ue000", lambda _: next(holes), piece) for piece in cut(_QUOTATION.sub("\ue000", text)))
    held = [each for each in _HELD.findall(text) if re.search(r"[,;/]| and | or ", each)]
    if held and any(map(str.isalnum, _HELD.sub("", text))):
        # Nor within brackets ("calcium (bones, teeth), iron").
        others = iter(held)
        bare = _HELD.sub(lambda found: "\ue002" if found[0] in held else found[0], text)
        return tuple(re.sub("\ue002", lambda _: next(others), piece) for piece in cut(bare))
    if re.match(r"(?:how|why|what|where|when)\b", text, re.IGNORECASE) and not re.search(r"[;,]", text):
        parts = [text]
    elif ";" not in text and len(steps := re.split(r"\s*(?:[-=]>|→)\s*", text)) > 2:
        parts = steps
    elif re.match(r"(?:\(a\)|a\)|1[.)])\s", text):
        parts = re.split(r"\s*(?:\(?[a-f]\)|\d[.)])\s+", text)
    elif _BETWEEN.fullmatch(text):
        parts = [text]
    elif "//" in text and "://" not in text:
        parts = re.split(r"\s*//\s*", text)
    elif text.count(" / ") > 1 and not re.search(r"[,;]|\.\s", text):
        parts = text.split(" / ")
    elif ";" in text:
        parts = re.split(r"\s*;\s*(?:and\s+|or\s+)?", text)
    elif _ONE_NOUN.fullmatch(text):
        parts = [text]
    elif len(matched := _PARTED.split(text)) > 1 and all(" = " in each for each in matched):
        parts = matched
    elif "," in text or len(text.split()) <= 7:
        parts = _entries(text)
        if (
            text.count(",") > 1
            and len(parts) > 3
            and all(" and " in each for each in parts[:-2])
            and " and " not in f"{parts[-2]}{parts[-1]}"
        ):
            parts[-2:] = [f"{parts[-2]} and {parts[-1]}"]  # "red and green, blue and orange, yellow and purple"
        if len(parts) > 1 and len(parts[-1].split()) <= _SHORT_PAIR:
            parts[-1:] = re.split(r"\s+or\s+", parts[-1])
    else:
        # Two long things, or one that has an `and` of its own: nothing is parted that may belong together.
        parts = [text]
    pieces = (part.strip(" .,;:") for part in parts)
    return tuple(piece for piece in pieces if piece and piece.casefold() not in _EMPTY)


def credited_by(question: str, answer: str) -> tuple[str, ...]:
    """Return what the answer to a question credits: a list's entries, the clauses of a sentence that are statements, else the sentence whole."""
    entries = cut(answer)
    if len(entries) < 2 or ";" in answer:
        return entries
    if len(entries) == _PAIR and "," not in answer and " " in entries[0] and " " not in entries[1] and is_said_of(entries[0].split()[0]):
        return (answer.strip(" .:"),)  # "free entry and exit": what is said of the one is said of the other
    meaning = _TERM_ASKED.match(question) and not all(len(each.split()) <= _FEW and not _ONWARD.match(each) for each in entries)
    if not meaning and not _is_sentence(answer, entries):
        return entries
    return entries if not meaning and _are_statements(entries) else (answer.strip(" .,;:"),)


def _are_statements(entries: tuple[str, ...]) -> bool:
    """Whether each entry states something, be it of the subject of the first ("It conducts well, is cheap, and does not corrode")."""
    first, *others = entries
    return (_states(first) or bool(_DENIED.match(first))) and all(_states(each) or _goes_on_saying(each) for each in others)


def _goes_on_saying(entry: str) -> bool:
    """Whether an entry opens with another verb of the subject before it."""
    first = entry.split()[0]
    return bool(_VERB_FIRST.match(entry) or third_person(first) or is_past(first))


def _states(entry: str) -> bool:
    return is_statement(entry) or says(entry)


def _opens_with_verb(entry: str) -> bool:
    """Whether a text opens with what can only be a verb of a sentence."""
    return bool(_VERB_FIRST.match(entry)) or is_past_only(entry.split()[0])


def _is_sentence(answer: str, entries: tuple[str, ...]) -> bool:
    """Whether an answer is a sentence: a reason, a statement up to its first comma, or a subject whose verb stands behind what was inserted."""
    if _REASON.match(answer) or is_statement(re.split(r",|\sand\s", answer)[0]):
        return True
    return not is_predicate(entries[0]) and any(map(_opens_with_verb, entries[1:]))


def _entries(text: str) -> list[str]:
    """Cut a list at its commas and its last "and", but for what says more of an entry, and what goes on with it behind that."""
    first, *parts = _PIECES.split(text)
    signs = _PIECES.findall(text)
    if parts and "," not in signs[-1] and _goes_with_statement(text, parts[-1]):
        parts[-2:], signs[-1:] = [f"{parts[-2]}{signs[-1]}{parts[-1]}"], []
    entries, plain, inserted = [first], [False], False
    for place, (sign, part) in enumerate(zip(signs, parts, strict=True), 1):
        joined = sign.split()[-1:] in (["and"], ["or"])
        more = bool(_SAYS_MORE.match(part)) and not _SAYS_MORE.match(first)
        other = sign.endswith("or ") and place < len(parts)  # "an atom, or group of atoms, that has gained electrons"
        fronted = entries[-1].endswith("that is") or (not joined and bool(_FRONTED.match(entries[-1])) and is_statement(part))
        if more or other or fronted or (inserted and not (joined and "," in sign) and _goes_on(part)):
            entries[-1] += f"{sign.rstrip()} {part}"
            inserted = more or other
        else:
            entries.append(part)
            plain.append(not joined)
            inserted = False
    return _with_asides(entries, plain)


def _goes_with_statement(text: str, last: str) -> bool:
    """Whether what a last "and" joins is a part of the statement before it, where commas part whole statements ("public goods are X, private goods are Y and Z")."""
    whole = [each.strip() for each in text.split(",")]
    before = whole[-1].rpartition(" and ")[0]
    if len(whole) > 1 and before[:1].isupper() and len(before.split()) <= _SUBJECT and not is_statement(whole[0]) and is_statement(last):
        return True  # "can pay tax, citizenship lessons, Scotland and Wales already do it"
    said = _states(last) or any(map(is_past, last.split()[1:]))
    return len(whole) > 1 and all(map(is_statement, whole)) and not said


def _with_asides(entries: list[str], plain: list[bool]) -> list[str]:
    """Join a subject, what is said beside it and its verb ("tar, a sticky liquid, damages the alveoli"); `plain`: only a comma stands before an entry."""
    for at in range(2, len(entries)):
        subject, aside, verb = entries[at - 2 : at + 1]
        beside = plain[at] and plain[at - 1] and (_ONE_THING.match(subject) or _ARTICLE.match(aside))
        if beside and _is_said_of(subject, verb) and not (_states(subject) or is_predicate(subject)):
            return [*entries[: at - 2], f"{subject}, {aside}, {verb}", *entries[at + 1 :]]
    return entries


def _is_said_of(subject: str, part: str) -> bool:
    """Whether a part of a list begins with the verb of a subject ("the king", "fled from the mob")."""
    words = subject.split()
    return bool(_VERB_FIRST.match(part)) or verb_of([*words, *part.split()]) == len(words)


def _goes_on(part: str) -> bool:
    """Whether a part of a list begins with a verb, which has its subject before a clause that was inserted."""
    first, *rest = part.split() or [""]
    if not rest or not is_predicate(part):
        return False
    if first.endswith("ed"):
        return rest[0] in _WITHIN_CLAUSE
    return (base_of_third(first) or first) not in THINGS_TOO or rest[0] in DETERMINERS


def is_predicate(text: str) -> bool:
    """Whether a text begins as a predicate does: with a verb."""
    first = text.split(" ", 1)[0]
    return bool(re.match(rf"{FINITE}\b|\w{{2,}}ed\b", text)) or is_known(first) or bool(third_person(first))
