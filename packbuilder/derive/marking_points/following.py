"""What follows a question in its own line: answers, and words to markers. Each is set apart, since a stem would give it away.

Mark schemes are written in one line: `Name the gas (1) oxygen. Accept O2. Reject air.`
"""

from __future__ import annotations

import re

from packbuilder.abbreviations import WITHIN
from packbuilder.amounts import SEVERAL, number_said
from packbuilder.derive.marking_points.asides import without_remarks
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.justified import justified
from packbuilder.derive.marking_points.marks import worth
from packbuilder.derive.marking_points.notation import opened, with_plain_marks
from packbuilder.derive.marking_points.pieces import (
    MARKED,
    NEXT,
    TITLE_LAST,
    in_halves,
    marks_before,
    marks_for_each,
    marks_within,
    pieces,
    trimmed,
    without_opening,
)
from packbuilder.derive.marking_points.reasons import of_things, reasoned
from packbuilder.derive.marking_points.set_up import is_set_up, tells_why
from packbuilder.derive.marking_points.signs import RECALL, by_sign, is_data, is_question, states
from packbuilder.derive.marking_points.single import asks_for_one, asks_for_two, together, without_wrong
from packbuilder.derive.marking_points.told_behind import goes_on, is_step
from packbuilder.derive.marking_points.verdicts_behind import SPEAKS, without_guidance
from packbuilder.derive.marking_points.words import EACH_OF_THEM
from packbuilder.leads import without_lead, without_marks
from packbuilder.limits_said import most_of
from packbuilder.patterns import regex
from packbuilder.values import dataclass
from packbuilder.worth import without_shares

_ACCEPTED = regex(
    r"^(?:accept\b\s*:?|credit\b(?! (?:will|is|may|can|should|must)\b)\s*:?|allow\s*:)\s*(?!\s|:|any\b|other\b|equivalent\b|reverse\b|answers?\b|references?\b|for\b|if\b|all\b|either\b|examples?\b|(?:the )?equations?\b|diagrams?\b|formula[es]?\b|evidence\b|quotations?\b|(?:relevant|appropriate|suitable|valid|correct|named|specific|sensible|reasonable)\b|.* for \d marks?$)",
    re.IGNORECASE,
)
_SAID_TWICE = regex(r"(?:[^\s/]+\s+){3}[^\s/]+ / [^/]+$")
"""A clause whose end may be put in other words ("We went to the cinema last night / yesterday evening")."""
_IN_BRACKETS_ALL = regex(r"^(?:\((?P<list>[^()]*[a-z]{2}[^()]*)\)|\[(?P<square>[^\[\]]*[a-z]{2}[^\[\]]*)\])\.?$")
_MARKS = regex(rf"{MARKED}\s*", re.IGNORECASE)
_MARKS_LAST = regex(rf"{MARKED}\s*\.?$", re.IGNORECASE)
_LIMIT = regex(r"[)\]]\.?\s*\[(?P<n>\d{1,2})\]\s*\.?$")
"""Marks behind the last answer's own: the most that all of them earn ("(1); ... (1) [2]")."""
_GOES_ON = regex(
    r"(?:[,;]\s*)?(?:and|or|because|so|which|who|that|with|by|using|for|to|in|of|as|e\.g|including|such|but|if|when|then|per|each|from|on|at|max|than|is|are)\b|[,&+/]|$",
    re.IGNORECASE,
)
"""What goes on with a question after marks within it ("State X (1) and explain Y (2)")."""
_PURPOSE = regex(r"\b(?:purpose|role|function|aim|job|use) of\b|\b(?:reason|purpose)s? (?:for|why)\b|\bwhy\b", re.IGNORECASE)
"""What is answered by "to" and a verb ("State the purpose of the heart (1) to pump blood")."""
_LABELLED = regex(
    r"(?:(?<=[a-z\d]{2})[.;,:]?|(?<=[\uA000-\uA48C²³⁴])[.;,:]?|(?<=[)\]?’'\"])[.;,:]?|(?<=[.;?!]))\s+(?:(?<=\.\s)(?-i:A)\s?:(?!.*\bB\s?:)|(?:(?:model|suggested|possible|expected|sample|acceptable|likely|example)\s+)?"
    r"(?:(?:(?<!your )(?:answers?|responses?)|(?<=\.\s)(?:candidates?|learners?|students)|(?:indicative\s+)?content)\s+(?:may|might|could|can|should|will)\s+(?:also\s+)?(?:include|refer to|cover|mention|consider|discuss|focus on)\s*:?|(?:(?<!your )answers?|ans|indicative content|(?<![\w’'] )(?:award|reward|credit)|(?-i:A(?:ward|WARD)|R(?:eward|EWARD)|C(?:redit|REDIT)))\s*[:=]|(?:\(?(?:award\s+)?(?:\d|one|two) marks? (?:each|per \w+|for each(?: \w+){0,2})\)?)\s*:))\s+(?P<list>.+)$",
    re.IGNORECASE,
)
_NEXT_SMALL = regex(
    rf"(?:(?<=[a-z]{{3}})(?<!\bmax)(?<!\bmin)|(?<= up)|(?<= on)|(?<= in)|(?<= it)|(?<=\b[12]\d{3})|(?<=[A-Za-z]\d)|(?<=[A-Z]{3})|(?<=[a-z][’'\"])){WITHIN}\.\s+(?=[a-z][A-Za-z-]*(?:[\s,;/]|$))(?!(?:e\.g|i\.e)\b)"
)
"""Where one ends before a small letter, as answers are jotted down ("State the unit of time. second")."""
_TELLS = r"you|your|use|refer|include|consider|assume|note|in your|give reasons|show|think about|(?:keep|bear) in mind|remember to"
_COMMANDED = regex(rf"(?:{_TELLS})\b", re.IGNORECASE)
"""A sentence that tells candidates what to do."""
_TO_CANDIDATES = regex(
    rf"(?:{_TELLS}|in the|this|these|do|for|it|they|he|she|the|one|both|with|make|give|if|when|no|there)\b", re.IGNORECASE
)
"""A sentence after the first that tells what it is about, or what to do: it stays with the question."""
_EXPLAINED = frozenset("explain describe outline suggest predict".split())
_ONE_OF_TWO = regex(r"(?:give|state|identify|name|describe) (?:(?:one|a) difference between|the test for)\b", re.IGNORECASE)
_ENTRIES = regex(r";\s+(?=[a-z])")
_TO_ANYBODY = regex(r"\b(?:you|your|use|refer|include|figure|table|graph|diagram|source|question|answer)\b|\?", re.IGNORECASE)
"""What is told to candidates, or of a paper; semicolons between entries elsewhere part an answer."""
_NO_NOTE = regex(
    r"(?:higher|foundation|triple|separate|combined|extension|extended|challenge|optional|recap|revision|paper|unit|chapter|page|pp?\b|section|topic|level|year|term|lesson|week|book|part|act|scene|stage|tier|HT|FT|AO\s?\d|GCSE|A[- ]level|AQA|OCR|Edexcel|"
    r"Eduqas|WJEC|see|cf|NB|N\.B|note|max|required practical|link|only|including|include|such|and|or|but|with|for|as|to|why|how|what|which|extra|important|common|exam|key|tip|hint|\d+|[‘“'\"(\[])(?!\w)|\w+$",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:the|an?|it is|this is|they are)\b", re.IGNORECASE)
_PRONOUN = regex(r"(?:it|they|he|she|there|this|these)\b", re.IGNORECASE)
_DOES = regex(r"(?:it|he|she|this) [a-z]{3,}s\b|they [a-z]{3,}\b", re.IGNORECASE)
_EXPLAINS = regex(
    r"(?:explain|describe|suggest|outline|state|give)\b(?: (?:\w+ ){0,3}?(?:why|how|reasons?|what|role|function|structure|purpose|difference|importance|process|effect)\b)",
    re.IGNORECASE,
)
_OF_A_TIER = regex(r"(?:higher|foundation|triple|separate|extension|extended|optional|recap|revision)\b")
_RESULT = regex(r"[£$€]?\d(?!\d* marks?\b)|[\uA000-\uA48C]{4}$")
_LIST_ON = regex(
    r",\s+(?!(?:and|or|but|with|using|including|how|why|what|when|which|who|where|whether|as|in|for|to|giving|then)\b)(?:[^,;]+,\s*){2,}[^,;]+$",
    re.IGNORECASE,
)
"""A list behind marks and a comma ("... a disc brake (6 marks), caliper, piston, pads")."""
_SEVERAL = regex(r"\b(?:two|three|four|five|[2-5]|each|both)\b", re.IGNORECASE)
_FOR_SOME = regex(r"\b(?P<n>\d) marks? for\b", re.IGNORECASE)
_HOW_MARKED = regex(
    r"(?:award\s+)?(?:\d|one|two)\s+marks?\s+(?:each|for (?:each|any|a (?:valid|correct)|the (?:method|reason|point)|method))\b",
    re.IGNORECASE,
)
_OF_LEVELS = regex(
    r"(?:see|refer to|use|apply|mark (?:using|with|by))\b[^.;]*\b(?:levels?|grid|mark scheme|descriptors?|bands?|best[- ]fit|indicative content)\b[^.;]*$|(?:levels?|points?)[- ](?:of response|based|marked)\b",
    re.IGNORECASE,
)
"""Words to markers in an answer's place ("See levels grid")."""
_EACH = regex(r"(?:award |give |allow )?(?:1|one|a) marks? (?:for each|per|each)\b", re.IGNORECASE)
_QUOTED_LAST = regex(r": [‘'“\"][^:]+[’'”\"]$")
_COLON = regex(r"^(?P<asked>(?!.*\b(?:following|each|these|terms?|words?)\b)[^:]{8,}):\s+(?P<first>[^:]+)$", re.IGNORECASE)
_TWO_MARKS, _A_QUESTION = 2, 3
_CUT_AT_SIGNS = RECALL | frozenset("explain describe compare outline discuss".split())
_ADVERB = regex(r"^(?:briefly|clearly|concisely|fully|accurately|correctly|simply)\s+", re.IGNORECASE)
_STEP = regex(r"\s(?:[-=]>|→)\s")
_NOUN = regex(r"\w+s? (?:of|for|to|in|on)\b", re.IGNORECASE)
"""What a word opens that is also a verb ("Uses of alkanes: fuels")."""
_NOUN_MARKED = regex(rf"^(?P<asked>[^\[\]():?]{{8,}}?){MARKED}\s*:\s+(?P<list>\S.*)$", re.IGNORECASE)
"""A noun phrase with its marks before its answers ("The role of insulin (3): released; ...")."""
_NOUN_DASHED = regex(
    rf"^(?P<asked>[^\[\]():?]{{8,}}?){MARKED}\s*[–—-]\s+(?P<list>(?-i:[a-z])[^?:]*[,;][^?:]*)$",
    re.IGNORECASE,
)
"""The same with a dash before a list ("Impact of tourism (4 marks) - jobs, litter, traffic"); a name behind it may be what is asked about."""
_COUNTED = regex(rf"^(?P<n>{SEVERAL}) (?!marks?\b)[^–—:;?()]{{6,}}?(?=\s[–—-]\s)", re.IGNORECASE)
"""So many things, before a dash ("Four conditions for growth – warmth, moisture, food, time")."""
_RECALLED = regex(
    rf"^(?P<asked>(?![^:]*\b(?:following|{EACH_OF_THEM})\b)[^:]{{8,}}?(?<!\bterm)(?<!\bterms)(?<!\bword)(?<!\bwords)(?<!\bstatement)(?<!\bpoem)):\s+(?P<list>(?![‘'“\"\uA000-\uA48C])(?:[^:]|:(?=\d))+)$",
    re.IGNORECASE,
)
"""What is recalled, behind a colon; one within a ratio ("2:1") parts nothing."""
_ASKED_SO = regex(
    r"^(?P<asked>(?:state|name|give|identify|recall)\b[^?:]{8,})\?\s+(?:[–—-]\s+)?(?P<list>(?!(?:explain|give|state|why|how|what|use|you)\b)[^?]+)$",
    re.IGNORECASE,
)
"""A command that ends with a question mark ("Name the planet nearest the sun? Mercury")."""
_IN_SQUARES = regex(
    r"^(?P<asked>(?:state|name|give|write|recall)\b.*\b(?:formula|equation|symbol|unit|expression|charge|structure)\b.*?)\s+\[(?P<list>(?=[^\[\]]*[A-Za-z])(?!\d+ ?m|AO ?\d|higher|HT|FT)[^\[\]]+)\]$",
    re.IGNORECASE,
)
_TOLD = regex(r"\b(?:such as|including|e\.g|i\.e|for example|for instance|namely|etc|any (?:one|two|three|four|\d))\b|[→>]", re.IGNORECASE)
_CHOSEN = regex(r"\b(?:which|whether)\b[^:]*:.*\bor\b", re.IGNORECASE)
_WITH_SIGNS = regex(r"\((?!\d)(?=[^()]*[a-z]{2})[^()]+\)|,\s+not\s|(?<=\d):\d|^[-−–+]\d")
"""Brackets that limit an answer ("lactase (in the small intestine)"), what is wrong, a ratio, a minus sign."""
_PAGE = regex(
    r"\s*(?:\(|\[|[–—,;-]\s+|\.\s+)(?P<said>(?:see|cf\.?|refer to)\s+(?:also\s+)?(?:your\s+)?(?:p|pp|pages?|pg|chapters?|ch|sections?|units?|slides?|textbook|notes|booklet|handout|worksheet|lesson)\b\.?[^()\[\].;:?]{0,20}?\d*)[)\]]?\.?$",
    re.IGNORECASE,
)
"""Where notes tell more of it."""
_ASKS = regex(r"(?:how|why|what|which|who|when|where|whether)\b", re.IGNORECASE)
_MEANING = regex(r"^define\b|\bwhat is meant by\b|\b(?:definition|meaning) of\b", re.IGNORECASE)
"""What is answered by one sentence, whatever commas it has."""
_STANDS_FOR = regex(r"^(?P<short>[A-Z][\w&./-]{1,11}) stands? for (?P<list>(?!.* stands? for )[^?]{3,})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A point without what follows its question; `marks` are the question's own (0: none are said before an answer).

    `answers` are pieces that are credited, `guidance` sentences for the scheme ("Reject: add more acid."). Where nothing else answers the
    question, what is `accepted` does, and the guidance is what `otherwise` holds.
    """

    words: str
    marks: int = 0
    answers: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def following(words: str) -> Following:
    """Set apart what follows a question in its own line."""
    told, guidance, behind = without_guidance(words)
    told, shares, shared = without_shares(told)
    told, remarks = without_remarks(with_plain_marks(told))
    guidance = (*shares, *remarks, *guidance)
    asked = opened(told)
    short = _STANDS_FOR.match(without_marks(asked).rstrip(" ."))
    if short:
        said = _sentences(guidance)
        return Following(words=f"State what {short['short']} stands for", marks=worth(asked) or 1, answers=(short["list"],), guidance=said)
    asked, pages = _without_page(asked)
    asked, marks, given = _answered(asked)
    if behind and not given:
        (asked, marks), given = _parted(asked), behind
    given, wrong = without_wrong(given, _command(asked)) if given else ("", "")
    guidance = (*((f"do not accept: {wrong}",) if wrong else ()), *pages, *guidance)
    marks = marks or marks_before(given) or marks_for_each(given) or (0 if _SEVERAL.search(asked) else shared)
    if _HOW_MARKED.match(given) or _OF_LEVELS.match(given):
        given, guidance = "", (given, *guidance)
    answers = _credited(asked, given, marks) if given else ()
    accepted = tuple(
        piece
        for each in guidance
        if (found := _ACCEPTED.match(each))
        for piece in pieces(each[found.end() :], listed=not _SAID_TWICE.search(each))
    )
    otherwise = tuple(each for each in guidance if not _ACCEPTED.match(each))
    return Following(
        words=asked, marks=marks, answers=answers, guidance=_sentences(guidance), accepted=accepted, otherwise=_sentences(otherwise)
    )


def _credited(asked: str, given: str, marks: int) -> tuple[str, ...]:
    """Return what an answer credits, one by one: what asks for one thing has one, whole."""
    bare = _command(asked)
    if (halves := in_halves(given.strip(" ."))) != given.strip(" ."):
        return (_whole(without_opening(halves), given),)
    if _MEANING.search(asked) and not _FOR_SOME.search(given):
        return pieces(given, whole=True)
    if marks < _TWO_MARKS and asks_for_one(bare) and not (";" in given or _MARKS.search(given)):
        return tuple(filter(None, (_whole(without_opening(given), given),)))
    if marks < _TWO_MARKS and _ONE_OF_TWO.match(bare) and given.count(";") == 1 and not _MARKS.search(given):
        return (_whole(without_opening(given), given),)  # both halves of one difference
    if marks == 1 and _opening(bare) in _EXPLAINED and " / " in given and not (";" in given or _MARKS.search(given)):
        return (_whole(without_opening(given), given),)  # one mark, in whatever words
    return pieces(given, listed=_opening(bare) in RECALL or bool(_SEVERAL.search(asked)) or len(_STEP.findall(given)) > 1)


def _whole(bare: str, given: str) -> str:
    """Return an answer that is one piece; the stop of initials is its own ("Washington, D.C.")."""
    return trimmed(bare) + ("." if re.search(r"\.[A-Z]\.$", given) else "")


def _without_page(asked: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without the page that it is told on, and that, for markers ("- see p. 45")."""
    found = _PAGE.search(asked)
    return (asked[: found.start()], (found["said"],)) if found and found.start() >= 8 else (asked, ())


def _sentences(guidance: tuple[str, ...]) -> tuple[str, ...]:
    bare = (re.sub(r"^guidance\s*:\s*", "", each, flags=re.IGNORECASE) for each in guidance)
    return tuple(
        f"{each[:1].upper()}{each[1:].lower() if each.isupper() and ' ' in each and re.search('[A-Z]{4}', each) else each[1:]}."
        for each in bare
    )


def _answered(asked: str) -> tuple[str, int, str]:
    """Return a question, its marks where an answer follows them, and the answer."""
    if why := justified(asked):
        given, marks = _parted(why.given)
        return why.asked, why.marks or marks, given
    found = _LABELLED.search(asked)
    if found and found.start() >= 8:
        head, marks = _parted(asked[: found.start()])
        return head, marks or sum(int(each["n"]) for each in _FOR_SOME.finditer(found["list"])), found["list"]
    bare = _command(asked)
    verb = _opening(bare)
    if verb and (chain := _in_a_chain(asked)):
        return chain
    if (not verb or _NOUN.match(bare)) and not _MARKS.search(asked) and (noun := of_things(asked.rstrip(" ."))):
        return noun[0], 0, noun[1]
    if not verb and (behind := _NOUN_MARKED.match(asked) or _listed_behind(asked)):
        return behind["asked"], int(behind["n"]), behind["list"]
    if not verb and (counted := _counted(asked)):
        return counted
    if not verb:
        each = by_sign(asked, "", marked=False) if _EACH.match(asked) else None
        return (each[0], 0, each[1]) if each else (asked, 0, "")
    marked = _MARKS.search(asked)
    before = asked[: marked.start()] if marked else ""
    if re.search(r"\?\s+\S", before):
        return asked, 0, ""  # "Why does it rust? Water (1) and oxygen (1)": what a question mark ends is known to `answered`
    if marked and (cut_off := _by_inner_marks(asked, before, verb)):
        limit = _LIMIT.search(cut_off[1])
        return cut_off[0], int(limit["n"]) if limit else most_of(_command(cut_off[0]), marks_within(cut_off[1])), cut_off[1]
    if marked and marked.start() >= 8 and _is_whole(before):
        rest = asked[marked.end() :].lstrip(" ;:.=–—-")
        opened = asked[marked.end() :].lstrip()[:1] in (":", "=")
        told = opened or _LIST_ON.match(rest) or (rest.startswith("to ") and _PURPOSE.search(before))
        if rest and (told or not (_GOES_ON.match(rest) or is_question(rest, before))):
            return before, int(marked["n"]), _unbracketed(rest.lstrip(" ,"))
    head, marks = _parted(asked)
    found_answer = (
        _by_sentence(head, verb, marked=bool(marks))
        or _by_colon(head, verb, marks)
        or _by_reason(head, verb)
        or by_sign(head, verb, marked=bool(marks))
    )
    if not found_answer or found_answer[0].count("(") > found_answer[0].count(")"):
        return asked, 0, ""  # what brackets hold is known to `tails`
    question, given = found_answer
    within = marks_within(given)
    return question, most_of(_command(question), marks + within) if within else marks, given


def _listed_behind(asked: str) -> re.Match[str] | None:
    """Return a noun with its marks and a dash before what is credited; what goes on with it, or tells candidates what to do, is no list."""
    found = _NOUN_DASHED.match(asked)
    return None if found and (_GOES_ON.match(found["list"]) or _NO_NOTE.match(found["list"]) or SPEAKS.search(found["list"])) else found


def _counted(asked: str) -> tuple[str, int, str] | None:
    """Cut a noun for so many things before the list behind its dash, or before as many entries with a dash each."""
    head, marks = _parted(asked)
    found = _COUNTED.match(head)
    if not found or re.search(r"[:;?]", head):
        return None
    question, *entries = re.split(r"\s[–—-]\s", head.rstrip(" ."))
    listed = len(entries) == 1 and "," in entries[0]
    return (question, marks, "; ".join(entries)) if listed or len(entries) == number_said(found["n"]) else None


def _unbracketed(rest: str) -> str:
    """Return answers without the brackets round all of them; in square ones strokes part them ("(2) [rings / coins]")."""
    found = _IN_BRACKETS_ALL.match(rest)
    if not found:
        return rest
    return found["list"] or (found["square"].replace(" / ", "; ") if ";" not in found["square"] else found["square"])


def _in_a_chain(asked: str) -> tuple[str, int, str] | None:
    """Cut a question before answers that have a dash each ("how antibodies work – specific shape – bind to antigen – clump pathogens"); a row of words ("caves - arches - stacks") is asked about."""
    head, marks = _parted(asked)
    question, *answers = re.split(r"\s[–—-]\s", head.rstrip(" ."))
    told = all(re.match(r"[a-z]{3}", each) and not _GOES_ON.match(each) for each in answers)
    row = not any(" " in each for each in answers) and not _SEVERAL.search(question)
    if row or len(answers) <= _TWO_MARKS or not told or len(question.split()) < _A_QUESTION or re.search(r"[:;=?(]", head):
        return None
    return question, marks, "; ".join(answers)


def _by_colon(head: str, verb: str, marks: int) -> tuple[str, str] | None:
    """Cut what is recalled at its colon, where the answer is one thing or brackets and signs are part of it; lists are known to the tail."""
    if verb not in RECALL:
        return None
    if found := _ASKED_SO.match(head) or _IN_SQUARES.match(head):
        return found["asked"], found["list"]
    found = _RECALLED.match(head)
    if not found or is_question(found["list"], found["asked"]) or _TOLD.search(found["list"]) or _CHOSEN.search(head):
        return None
    bare = _command(found["asked"])
    one = verb == "define" or (marks < _TWO_MARKS and (asks_for_one(bare) or asks_for_two(bare)))
    return (found["asked"], found["list"]) if one or together(found["list"]) or _WITH_SIGNS.search(found["list"]) else None


def _by_reason(head: str, verb: str) -> tuple[str, str] | None:
    """Cut a question for reasons before its answer, whatever leads to its command ("I can explain why ...")."""
    found = reasoned(bare, verb) if (bare := _command(head)) else None
    return (head[: len(head) - len(bare) + len(found[0])], found[1]) if found else None


def _command(asked: str) -> str:
    """Return a point from its command on, in the imperative ("Award credit for stating the date" gives "state the date")."""
    bare = _ADVERB.sub("", without_lead(asked)[0])
    first = re.match(r"[A-Za-z]+", bare)
    form, base = form_and_base(first[0].casefold()) if first else ("", "")
    return base + bare[len(first[0]) :] if first and form and base in _CUT_AT_SIGNS else bare


def _by_inner_marks(asked: str, before: str, verb: str) -> tuple[str, str] | None:
    """Cut a question before its answer where the marks are those of the answer's pieces ("State two uses - wires (1) pipes (1)"); `before` is what the first stand behind."""
    if stop := _stop(before):
        given = is_data(before[stop.end() :], before[: stop.start()], verb) and not _each_one(asked[len(before) :])
        return None if given else _by_sentence(asked, verb, marked=True)
    rest = asked[len(before) :]
    if (
        (colon := _COLON.match(before))
        and _each_one(rest)
        and not (is_question(colon["first"] + rest, colon["asked"]) or _ASKS.match(colon["first"]))
    ):
        return colon["asked"], colon["first"] + rest
    first = _MARKS.match(rest)
    if not first or not _MARKS.search(rest, first.end()) or _GOES_ON.match(rest[first.end() :]):
        return None
    found = by_sign(before, verb, marked=True, credited=True)
    return (found[0], found[1] + rest) if found else None


def torn_behind(words: str) -> str:
    """Return how what stands behind marks within a point begins, where it is no second thing that is asked: it has been credited there."""
    for marks in _MARKS.finditer(words):
        behind = words[marks.end() :].lstrip(" .,;:")
        own = form_and_base(words[: marks.start()].split()[-1])[0] if words[: marks.start()].strip() else "base"  # "explain (2) the trend"
        if behind and not (own or _GOES_ON.match(behind) or is_question(behind) or _ASKS.match(behind)):
            return " ".join(_MARKS.sub(" ", behind).split()[:2])
    return ""


def _each_one(rest: str) -> bool:
    """Whether several marks stand within a text, one each, but for a limit behind the last."""
    limit = _LIMIT.search(rest)
    found = [each["n"] for each in _MARKS.finditer(rest[: limit.start() + 1] if limit else rest)]
    return len(found) > 1 and set(found) == {"1"}


def _stop(text: str) -> re.Match[str] | None:
    """Return where the first sentence of a text ends and another begins."""
    large, small = NEXT.search(text), _NEXT_SMALL.search(text)
    return min((each for each in (large, small) if each), key=re.Match.start, default=None)


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


def _by_sentence(head: str, verb: str, *, marked: bool) -> tuple[str, str] | None:
    """Cut after the first sentence, where a second one is the answer; with marks behind it (`marked`) nearly all are."""
    found = _stop(head)
    if not found or found.start() < 8:
        return None
    rest = head[found.end() :]
    if verb in _EXPLAINED and len(_ENTRIES.findall(rest)) > 1 and not _TO_ANYBODY.search(rest):
        return head[: found.start()], rest
    step = is_step(rest, head[: found.start()])
    if goes_on(_parted(rest)[0].rstrip(" ."), head[: found.start()]):
        return None
    if is_question(rest, head[: found.start()]) or (_COMMANDED.match(rest) and not step) or TITLE_LAST.search(head[: found.start()]):
        return None
    jotted = rest[:1].islower() and not (_GOES_ON.match(rest) or _OF_A_TIER.match(rest))
    if rest[:1].islower() and not jotted:
        return None
    if (
        not marked
        and not step
        and not (_says_it(rest, head[: found.start()], verb) if _TO_CANDIDATES.match(rest) else _answers(rest, verb, jotted=jotted))
    ):
        return None
    if is_data(rest, head[: found.start()], verb) or is_set_up(rest, _command(head[: found.start()])):
        return None
    return head[: found.start()], rest


def _answers(rest: str, verb: str, *, jotted: bool) -> bool:
    """Whether a second sentence answers the first, by its form; one without a verb is a note of what is to be said."""
    return verb in RECALL or jotted or states(rest) or bool(_RESULT.match(rest)) or (verb in _EXPLAINED and not _NO_NOTE.match(rest))


def _says_it(rest: str, asked: str, verb: str) -> bool:
    """Whether a second sentence that opens with a pronoun or an article answers the first ("Explain why ice floats. It is less dense than water.")."""
    if SPEAKS.search(rest):
        return False
    if tells_why(rest, asked) and states(rest):
        return True
    if _MEANING.search(asked) and _PRONOUN.match(rest):
        return states(rest) or bool(_DOES.match(rest))
    if _MEANING.search(asked) and _ARTICLE.match(rest):
        return True
    if verb in RECALL:
        return bool(_ARTICLE.match(rest)) and (verb == "define" or asks_for_one(asked))
    return bool(_EXPLAINS.match(asked) and _PRONOUN.match(rest) and (states(rest) or _DOES.match(rest)))
