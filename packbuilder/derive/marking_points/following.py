"""What follows a question in its own line: answers, and words to markers. Each is set apart, since a stem would give it away.

Mark schemes are written in one line: `Name the gas (1) oxygen. Accept O2. Reject air.`
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.notation import with_plain_marks
from packbuilder.derive.marking_points.tails import cut
from packbuilder.leads import without_lead
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_TO_MARKERS = r"(?:accept|allow|reject|ignore|condone|credit(?! cards?\b| unions?\b| ratings?\b| control\b| terms\b| crunch\b)|(?:do not|don['’]t) (?:accept|credit|allow|award|penalise)|(?:better|good|weaker|stronger?|top|high[- ]level) (?:answers?|responses?|candidates?) (?:will|would|may|might|should|can|could|tend))"
_GUIDANCE = regex(
    rf"(?:(?<=[.?!;)\]’'\"])|(?<=\w);|(?<=\w),)\s+(?P<word>{_TO_MARKERS})\b|(?<=\w)\s+(?P<named>{_TO_MARKERS})(?=\s*:)|(?<=[\w.;)\]’'\"])\s+(?P<loud>(?-i:ACCEPT|ALLOW|REJECT|IGNORE|CREDIT|DO NOT ACCEPT|NOT(?=\s+[‘'\"])))",
    re.IGNORECASE,
)
"""Words to markers: after a stop, with a colon, or in capitals."""
_IN_BRACKETS = regex(rf"\s*\((?P<said>{_TO_MARKERS}\b[^()]*)\)", re.IGNORECASE)
_ACCEPTED = regex(
    r"^(?:accept\b\s*:?|credit\b\s*:?|allow\s*:)\s*(?!\s|:|any\b|other\b|equivalent\b|reverse\b|answers?\b|references?\b|for\b|if\b|all\b|either\b)",
    re.IGNORECASE,
)
_MARKED = r"\s*[\[({]\s*(?P<n>\d{1,2})(?:\s+marks?)?\s*[\])}]"
_MARKS = regex(rf"{_MARKED}\s*", re.IGNORECASE)
_MARKS_LAST = regex(rf"{_MARKED}\s*\.?$", re.IGNORECASE)
_LIMIT = regex(r"[)\]]\s*\[(?P<n>\d{1,2})\]\s*\.?$")
"""Marks behind the last answer's own: the most that all of them earn ("(1); ... (1) [2]")."""
_GOES_ON = regex(
    r"(?:[,;]\s*)?(?:and|or|because|so|which|who|that|with|by|using|for|to|in|of|as|e\.g|including|such|but|if|when|then|per|each|from|on|at|max|than|is|are)\b|[,&+/]|$",
    re.IGNORECASE,
)
"""What goes on with a question after marks within it ("State X (1) and explain Y (2)")."""
_LABELLED = regex(
    r"(?:(?<=[a-z\d]{2})[.;,]?|(?<=[)\]?’'\"])[.;,]?|(?<=[.;?!]))\s+(?:(?:model|suggested|possible|expected|sample|acceptable|likely|example)\s+)?"
    r"(?:(?:answers?|responses?)\s+(?:may|might|could|can|should|will)\s+(?:also\s+)?(?:include|refer to|cover|mention|consider|discuss|focus on)\s*:?|(?:answers?|ans|indicative content|award)\s*[:=])\s+(?P<list>.+)$",
    re.IGNORECASE,
)
_NEXT = regex(r"(?:(?<=[a-z]{3})(?<!\betc)|(?<=[A-Z]{3})|(?<=\d)|(?<=[)\]’'\"%]))\.\s+(?=[A-Z\d£$]|[a-z] = )")
"""Where the first sentence ends, and not an abbreviation."""
_TELLS = r"you|your|use|refer|include|consider|assume|note|in your|give reasons|show"
_COMMANDED = regex(rf"(?:{_TELLS})\b", re.IGNORECASE)
"""A sentence that tells candidates what to do."""
_TO_CANDIDATES = regex(
    rf"(?:{_TELLS}|in the|this|these|do|for|it|they|he|she|the|one|both|with|make|give|if|when|no|there)\b", re.IGNORECASE
)
"""A sentence after the first that tells what it is about, or what to do: it stays with the question."""
_RESULT = regex(r"[£$€]?\d(?!\d* marks?\b)")
_GIVEN_VALUE = regex(r"(?P<left>[A-Za-z]\w{0,9}) = [^=]+$")
_RECALL = frozenset("state name give list identify recall define write suggest".split())
_DASHED = regex(
    r"^(?P<asked>(?:(?!\s[–—-]\s)[^;:]){12,}?)(?:(?<!\d)\s[–—-]\s|;\s)(?P<list>(?!(?:and|with|for|or|but|using|in|as|e\.g|i\.e|including|such|how|why|what|when|where|who|whether|not|to|of|from|also|the other)\b)(?:(?!\s[–—-]\s).)+)$",
    re.IGNORECASE,
)
_EQUALS = regex(
    r"^(?P<asked>(?:state|name|give|identify)\s+(?:the|an?|one|two)\b(?!.*\b(?:equation|formula|relationship|law)\b)[^=]{6,}?)\s+=\s+(?P<list>[^=×*/+·]+)$",
    re.IGNORECASE,
)
_WORKED = regex(r"^(?P<asked>(?:calculate|work out|determine)\b[^:]{8,}):\s+(?P<list>[^:]*=[^:]*)$", re.IGNORECASE)
_SAYS = regex(
    r"[,;/]|\b(?:is|are|was|were|has|have|had|can|cannot|will|becomes?|leads?|causes?|makes?|gets?|means?|falls?|rises?|increases?|decreases?|reduces?|allows?|prevents?)\b",
    re.IGNORECASE,
)
"""After a dash, a list or a statement is an answer; a name may belong to the question."""
_SEVERAL = regex(r"\b(?:two|three|four|five|[2-5])\b", re.IGNORECASE)
_FOR_ONE = regex(
    r"^(?:(?:award\s+)?(?:\d|one|a)\s+marks?\s+(?:each\s+)?(?:for|if)\s+|[✓✔☑]\s*)|\s*[✓✔☑]+$|[.,;]?\s+max(?:imum)?(?: of)? \d$",
    re.IGNORECASE,
)
_FOR_SOME = regex(r"\b(?P<n>\d) marks? for\b", re.IGNORECASE)
_HOW_MARKED = regex(
    r"(?:award\s+)?(?:\d|one|two)\s+marks?\s+(?:each|for (?:each|any|a (?:valid|correct)|the (?:method|reason|point)|method))\b",
    re.IGNORECASE,
)
_OPENING = regex(r"^[\[(]?(?:(?:answers?|ans)\s*[:=]|e\.g\.,?|eg\b|i\.e\.,?|for example,?|such as|including|because)\s+", re.IGNORECASE)
_LETTERED = regex(r"(?:^|\s)\(?[a-h][.)]\s+(?=[a-z])")
_EACH = regex(r"(?:award |give |allow )?(?:1|one|a) marks? (?:for each|per|each)\b", re.IGNORECASE)
_QUOTED_LAST = regex(r": [‘'“\"][^:]+[’'”\"]$")
_STANDS_FOR = regex(r"^(?P<short>[A-Z][\w&./-]{1,11}) stands? for (?P<list>[^?]{3,})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A point without what follows its question; `marks` are the question's own (0: none are said before an answer).

    `answers` are pieces that are credited, `guidance` sentences for the scheme ("Reject: add more acid.").
    """

    words: str
    marks: int = 0
    answers: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()


def following(words: str) -> Following:
    """Set apart what follows a question in its own line."""
    told, guidance = _without_guidance(words)
    asked = with_plain_marks(told)
    short = _STANDS_FOR.match(asked.rstrip(" ."))
    if short:
        return Following(words=f"State what {short['short']} stands for", marks=1, answers=(short["list"],), guidance=_sentences(guidance))
    asked, marks, given = _answered(asked)
    if _HOW_MARKED.match(given):
        given, guidance = "", (given, *guidance)
    answers = pieces(given, listed=_opening(without_lead(asked)[0]) in _RECALL) if given else ()
    if not answers:
        answers = tuple(piece for each in guidance if (found := _ACCEPTED.match(each)) for piece in pieces(each[found.end() :]))
        guidance = tuple(each for each in guidance if not _ACCEPTED.match(each))
    return Following(words=asked, marks=marks, answers=answers, guidance=_sentences(guidance))


def _without_guidance(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without its words to markers, and these, cut where one begins; marks behind them stay with the point."""
    bracketed = tuple(each["said"].strip(" .") for each in _IN_BRACKETS.finditer(words))
    words = _IN_BRACKETS.sub("", words)
    found = [each for each in _GUIDANCE.finditer(words) if each.start() >= 8]
    if not found:
        return words, bracketed
    starts = [next(at for at in map(each.start, ("word", "named", "loud")) if at >= 0) for each in found]
    parts = [words[one:other].strip() for one, other in zip(starts, (*starts[1:], len(words)), strict=True)]
    own = words[: found[0].start() + (1 if words[found[0].start()] in ".?!" else 0)].rstrip(" ;,")
    if marks := _MARKS_LAST.search(parts[-1]):
        parts[-1] = parts[-1][: marks.start()]
        own = f"{own} [{marks['n']}]" if not _MARKS.search(own) else own
    return own, (*bracketed, *(part.strip(" .;,") for part in parts if part.strip(" .;,")))


def _sentences(guidance: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{each[:1].upper()}{each[1:].lower() if each.isupper() else each[1:]}." for each in guidance)


def _answered(asked: str) -> tuple[str, int, str]:
    """Return a question, its marks where an answer follows them, and the answer."""
    found = _LABELLED.search(asked)
    if found and found.start() >= 8:
        head, marks = _parted(asked[: found.start()])
        return head, marks or sum(int(each["n"]) for each in _FOR_SOME.finditer(found["list"])), found["list"]
    bare, _ = without_lead(asked)
    verb = _opening(bare)
    if not verb:
        each = _by_sign(asked, "", marked=False) if _EACH.match(asked) else None
        return (each[0], 0, each[1]) if each else (asked, 0, "")
    marked = _MARKS.search(asked)
    before = asked[: marked.start()] if marked else ""
    if re.search(r"\?\s+\S", before):
        return asked, 0, ""  # "Why does it rust? Water (1) and oxygen (1)": what a question mark ends is known to `answered`
    if marked and _NEXT.search(before) and (cut_off := _by_sentence(asked, verb, marked=True)):
        limit = _LIMIT.search(cut_off[1])
        return cut_off[0], int(limit["n"]) if limit else _sum(cut_off[1]), cut_off[1]
    if marked and marked.start() >= 8 and _is_whole(asked[: marked.start()]):
        rest = asked[marked.end() :].lstrip(" ;:.=–—-")
        opened = asked[marked.end() :].lstrip()[:1] in (":", "=")
        if rest and (opened or not (_GOES_ON.match(rest) or _is_question(rest))):
            return asked[: marked.start()], int(marked["n"]), rest
    head, marks = _parted(asked)
    found_answer = _by_sentence(head, verb, marked=bool(marks)) or _by_sign(head, verb, marked=bool(marks))
    if not found_answer:
        return asked, 0, ""
    question, given = found_answer
    return question, marks + _sum(given), given


def _sum(given: str) -> int:
    return sum(int(each["n"]) for each in _MARKS.finditer(given))


def _is_whole(question: str) -> bool:
    """Whether marks behind a text are its own: they stand neither in brackets nor within a list of answers."""
    return question.count("(") == question.count(")") and (": " not in question or bool(_QUOTED_LAST.search(question.rstrip())))


def _parted(asked: str) -> tuple[str, int]:
    """Return a question without the marks at its end, and these."""
    found = _MARKS_LAST.search(asked)
    return (asked[: found.start()], int(found["n"])) if found else (asked, 0)


def _opening(bare: str) -> str:
    """Return the base of the verb that a point opens with, or its question word; empty where it opens with neither."""
    first = re.split(r"[\s,]", bare, maxsplit=1)[0].casefold()
    if first in ("what", "which", "who", "when", "where", "why", "how"):
        return first
    form, base = form_and_base(first)
    return base if form else ""


def _is_question(rest: str) -> bool:
    first = re.split(r"\W", rest, maxsplit=1)[0]
    return form_and_base(first)[0] == "base" and len(rest.split()) > 2


def _by_sentence(head: str, verb: str, *, marked: bool) -> tuple[str, str] | None:
    """Cut after the first sentence, where a second one is the answer; with marks behind it (`marked`) nearly all are."""
    found = _NEXT.search(head)
    if not found or found.start() < 8:
        return None
    rest = head[found.end() :]
    if _is_question(rest) or _COMMANDED.match(rest):
        return None
    if not marked and (_TO_CANDIDATES.match(rest) or (verb not in _RECALL and not (_SAYS.search(rest) or _RESULT.match(rest)))):
        return None
    if (given := _GIVEN_VALUE.match(rest)) and not re.search(
        rf"(?<![A-Za-z]){re.escape(given['left'])}(?![A-Za-z])", head[: found.start()]
    ):
        return None  # "Calculate the weight. g = 9.8 N/kg": what it is to be worked out with
    return head[: found.start()], rest


def _by_sign(head: str, verb: str, *, marked: bool) -> tuple[str, str] | None:
    """Cut at a dash, a semicolon or an equals sign, where a list or a statement behind it is the answer."""
    if found := _EQUALS.match(head.rstrip(" .")):
        return found["asked"], found["list"]
    if found := _WORKED.match(head.rstrip(" .")):
        return found["asked"], found["list"]
    found = _DASHED.match(head.rstrip(" ."))
    if not found or "?" in found["list"] or _is_question(found["list"]) or "following" in found["asked"]:
        return None
    counted = _SEVERAL.search(found["asked"]) and " and " in found["list"]
    semicolon = head[found.end("asked") :].startswith(";")
    short = verb in _RECALL and (marked or semicolon)
    if not (_SAYS.search(found["list"]) or counted or short):
        return None
    return found["asked"], found["list"]


def pieces(given: str, *, listed: bool = True) -> tuple[str, ...]:
    """Return an answer as the pieces that are credited, without marks, ticks and "1 mark for".

    Unless it is `listed`, two things joined by "and" are one.
    """
    given = _OPENING.sub("", given.strip(" .")).rstrip(" .")
    given = given[:-1] if given.endswith("]") and "[" not in given else given
    if len(steps := [each for each in _LETTERED.split(given) if each.strip()]) > 2:
        parts: tuple[str, ...] = tuple(steps)
    elif ";" in given:
        parts = tuple(re.split(r"\s*;\s*(?:and\s+|or\s+)?", given))
    elif " / " in given:
        parts = tuple(re.split(r"\s+/\s+", given))
    elif re.search(r"\.\s+[A-Z]", given):
        parts = tuple(_NEXT.split(given))
    else:
        parts = cut(given) if listed or "," in given else (given,)
    bare = (re.sub(r"\s+", " ", _MARKS.sub(" ", _FOR_ONE.sub("", part.strip(" .,;:")))).strip(" .,;:") for part in parts)
    return tuple(part for part in bare if part)
