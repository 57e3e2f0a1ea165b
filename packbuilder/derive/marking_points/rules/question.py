"""R5q: a point that is a question already: asked with a command word, or as it stands where its words cannot be turned with certainty."""

from __future__ import annotations

import re

from packbuilder.abbreviations import WITHIN
from packbuilder.amounts import number_words
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.inversion import AUXILIARIES, BE, DO, MODALS, is_done, is_said, uninverted
from packbuilder.derive.marking_points.justified import INSTRUCTION
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import HALF, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.rules.heads import head_noun
from packbuilder.derive.marking_points.said import NEEDS_VALUES
from packbuilder.derive.marking_points.single import QUALITY
from packbuilder.derive.marking_points.tariff import LEVELS_FROM
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import lower
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

_JUDGED = regex(
    r"(?:to what extent|how far(?! away\b| apart\b| from\b)|how (?:successful|effective|important|significant|useful|convincing|serious|reliable|accurate|valid|fair))\b",
    re.IGNORECASE,
)
_QUOTED = regex(
    r"^‘(?P<said>[^‘]{12,300})’[.,:]?\s+(?P<asked>(?:how far|to what extent) do you agree\b[^?]*\?|do you agree\b[^?]*\?|(?:evaluate|discuss|assess)(?: (?:this|the) (?:statement|view|claim|opinion))?\.?)$",
    re.IGNORECASE,
)
_REASONS = regex(rf"(?<=\?)(?P<quote>['’]?)\s+(?P<told>{INSTRUCTION})\.?$", re.IGNORECASE)
"""What tells to say why, in the teacher's own words: it stays with the question."""
_ASKED = regex(
    r"^(?P<word>(?:what|which|whose|how (?:many|much|often|long|old|large|big|fast|far|high|deep|tall|heavy))(?: [\w’'-]+){0,6}?|(?:when|where|how) and (?:why|how|where)|whom|who|what|which|when|where|why|how)\s+"
    rf"(?P<aux>(?:{'|'.join(sorted(AUXILIARIES))}|ca|wo)(?:n['’]t)?)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_AND = regex(rf",?\s+and\s+(?=(?:how|why|what|when|where|who)\s+(?:{'|'.join(sorted(AUXILIARIES))})\b)", re.IGNORECASE)
_UNDERSTAND = regex(r"^what do (?:you|we) (?:understand|mean) by (?:the terms? )?(?P<what>.+)$", re.IGNORECASE)
_SUBJECT = regex(r"^(?P<word>who|what|which|whose)\b(?P<rest>\s.+)$", re.IGNORECASE)
_SEVERAL = regex(r"^\s(?P<things>(?:[a-z]+ )?[a-z]{3,}s) (?P<verb>[a-z]+)(?P<rest>\s.+)$")
"""Several things at the head of a question: "which factors affect ..."."""
_POLAR = regex(rf"^(?:{'|'.join(sorted(AUXILIARIES))})\s+(?P<rest>.+)$", re.IGNORECASE)
_OPENS = regex(
    rf"^(?:(?:in|on|for|to|by|from|with|of|at|under) )?(?:(?:if|when|after|before|during|once|while|in) [^?,]{{4,120}},\s+)?(?:who|whom|whose|what|which|when|where|why|how)\b|^(?:{'|'.join(sorted(AUXILIARIES))})\s",
    re.IGNORECASE,
)
_CONDITION = regex(
    r"^(?P<condition>(?:if|when|after|before|during|once|while|in) [^?,]{4,120}),\s+(?P<asked>(?:who|what|which|when|where|why|how)\b[^?]+)$",
    re.IGNORECASE,
)
_INSTRUCTED = regex(
    r"^(?P<asked>[^?]+\?)\s+(?P<told>(?:you (?:may|could|should|must|might|can) (?:also )?(?:include|use|refer|write|consider)|refer to|consider|think about|use|include|support your answer|illustrate your answer|write about|give (?:an? |one |two )?(?:examples?|reasons?|evidence))\b[^?]*)$",
    re.IGNORECASE,
)
"""A question, and what its answer is to hold."""
_OF_THESE = regex(r"^(?:which|what|who)(?: one)?(?: of)? (?:these|those|the following)\b(?!.*:\s[^•]+\bor\b)", re.IGNORECASE)
_PREPOSITION = regex(
    r"^(?P<before>in|on|at|to|from|by|for|with|of|under) (?P<asked>(?:what|which|whom|whose)\b(?! ways?\b| reasons?\b).+)$", re.IGNORECASE
)
_OPINION = regex(
    r"^should\b|\b(?:justified|justifiable|most (?:important|significant|effective|useful)|success|successful|better|best|worse|right|wrong|fair|effective|inevitable|necessary)\b",
    re.IGNORECASE,
)
_OF = regex(rf"^(?:is|are|was|were) (?P<what>(?:the|some|{number_words(1, 10)}) .+)$", re.IGNORECASE)
_COUNTED = regex(rf"^(?:the )?(?:main |key )?(?:{number_words(2, 10)})\b", re.IGNORECASE)
_RECALLED = regex(
    r"^the (?:[\w-]+ ){0,3}?(?:name|symbol|formula|formulae|unit|units|value|capital|pH|optimum|boiling point|melting point|density|frequency|wavelength|population|currency|author|composer|tempo|date|equation|number|term|colour|word|point|charge|mass|size|year|title|range|place|largest|"
    r"smallest|highest|lowest|longest|most (?!common (?:cause|effect|reason)|important|significant)\w+)\b",
    re.IGNORECASE,
)
_PLACED_AMONG = regex(r"^the (?:[\w’'-]+ ){1,4}?(?:of|at|for|in|on|between|from) (?!scale\b|production\b)")
"""One thing among others, and no term: it is recalled ("the powerhouse of the cell", "the speed limit in a town")."""
_PARTS = regex(r"are the (?!terms?\b)(?:[a-z-]+ )?[a-z]{3,}s (?:of|in|for) ")
"""Things of something, which are named and mean nothing ("the products of respiration")."""
_OF_PLACES = regex(
    r"^(?:is|are|was|were) (?P<what>(?:most |more |so )?[a-z]+ (?:in|on|at|for|to|when|from|with|between|during|after)\b.+)$"
)
_SUPERLATIVE = regex(r"the (?:\w+est|most|least|best|worst|first|last|only|main|same|more|less)\b", re.IGNORECASE)
"""What is said of a subject, and never the subject ("which type of rock is the hardest")."""
_QUALITY = regex(rf"(?:what|which) {QUALITY}s?", re.IGNORECASE)
"""What a thing has, so that the thing is the subject wherever it stands ("What colour is the CPC?")."""
_SAID_OF_QUALITY = regex(
    r"(?:opposite|between|next|like|best|worst|better|[a-z]+ (?:to|for|than|from)|there|it|they|this|that|these|those)\b(?! (?:[a-z]+ ){0,2}of\b)"
)
_ADJECTIVE_FIRST = regex(
    r"(?!(?:most|least|more|less|very|too|not|so|always|usually|often|normally|then|now)\b)[a-z]+ (?!(?:at|in|on|when|if|after|before|during|under|with|by|and|or)\b)[a-z]+"
)
"""An adjective before its noun ("red blood cells")."""
_WHEN_OR_WHERE = regex(r"\s(?:at|in|on|when|if|after|before|during|under|with)\s")
_A_THING = 7
_GOING_ON = regex(r"(?:is|are|was|were) (?:happening|going on|taking place|occurring|being \w+ed)\b")
_TOLD_FIRST = regex(
    rf"(?:when|if|after|before|during|once|while|in|on|at|for|with|under|from|by)\b[^?]*[a-z]{{3}}{WITHIN}\.\s+[A-Z][^?]*\?$", re.IGNORECASE
)
"""A statement before the question: it is told, and what is asked follows it ("When magnesium burns it gains mass. Why?")."""
_CIRCUMSTANCE = regex(r"(?<=\w)\s(?:when|while|before|after|once|if)\s")
_AN = regex(r"(?:is|are) (?:meant|an?)\b")
_POINTS_BACK = regex(r"^(?:it|this|that|them|these|those|him|her)$")
_UNNAMED = LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
_MEANT = regex(r"^(?:is|are) (?:meant by )?(?:the terms? (?!of\b))?(?P<what>[^?,]{3,80})$", re.IGNORECASE)
_RELATIVE = regex(r"\b(?:whose|that|which|when|if)\b")
_SAID_OF = regex(
    r"^(?:is|are|was|were) (?:\w{2,}ed|made|found|done|known|given|meant|wrong|important|special|significant|unusual)\b(?! of\b)",
    re.IGNORECASE,
)
_PLACED = regex(r"(?:in|on|at|there|of|within|inside|between|from|under|left)\b", re.IGNORECASE)
"""How many things there are somewhere: the things are the subject, and have been named."""
_A_WORD = 3
_WHY_TOLD = regex(rf"^why (?!(?:{'|'.join(sorted(AUXILIARIES))}|not)\b)(?!\w+n['’]t\b)(?P<told>[^?]+)$", re.IGNORECASE)
_AND_WHY = regex(r"(?<=[a-z]{2}),? and why$")
_WHY_USE = regex(
    r"^use (?P<what>(?!(?:it|them|this|these|that|one|such)\b)[^,;?]{3,60}?)(?P<rest> (?:in|for|to|when|at|on|instead|rather|during|with)\b[^,;?]*)?$",
    re.IGNORECASE,
)
"""Why something is used ("Why use a catalyst?")."""
_HEAD = regex(r" (?:of|that|which|who)\b")
_OF_THING = regex(r"(?:an?|the|this|white|black|two|three) \w", re.IGNORECASE)
_STRANDED = regex(r"\b(?:in|of|from|for|to|with|on|by|at|as)$")
_EXPLAINED = frozenset(
    "role impact impacts effect effects influence difference differences part factors factor reasons problems challenges consequences benefits".split()
)
_DESCRIBED = frozenset("evidence changes steps methods measures ways features stages techniques kinds".split())


_USED_TO = regex(
    r"What (?P<be>is|are|was|were) (?P<what>(?:the|an?|[A-Z]|[a-z]+s\b)[^?]{2,60}?) (?P<done>used|designed|intended|set up) to (?P<do>show|test|measure|find out|prove|demonstrate|investigate|study|detect|do|make|prevent|achieve)"
)
"""What something is there to do ("What was the Stanford prison experiment designed to test?")."""


def question(point: Normal) -> Outcome:
    """Turn `What is X?` into `State what is meant by X`, `Why did X fail?` into `Explain why X failed`."""
    if used := _USED_TO.fullmatch(point.body.strip(" ?")):
        return Asked(
            rule="R5",
            command="State",
            sentence=f"State what {used['what']} {used['be'].lower()} {used['done']} to {used['do']}",
            confidence=0.85,
        )
    quoted = _QUOTED.match(point.full)
    if quoted:
        return _judgement(quoted["said"].strip(" ."), quoted["asked"].split()[0].capitalize())
    why = _REASONS.search(point.body) or _REASONS.search(point.full)
    full = _REASONS.sub(r"\g<quote>", point.full)
    instructed = _INSTRUCTED.match(point.body)
    if instructed and not why:
        asked = question(replace(point, full=instructed["asked"], body=instructed["asked"].rstrip("?")))
        return replace(asked, sentence=f"{_ended(asked.sentence)} {capital(instructed['told'])}") if isinstance(asked, Asked) else asked
    if not full.endswith("?") or _TOLD_FIRST.match(full):
        return None
    if not _OPENS.match(full):
        if is_verb(full.split()[0].strip("?,")):
            return None  # "Explain why the sky is blue?"
        reason = "a direct question, which says neither how to answer nor for how much"
        return LeftOut(rule="R5", reason=reason, remedy="Begin it with a command word: Explain how …, Explain why …, Describe what ….")
    if _OF_THESE.match(full):
        return LeftOut(rule="N", reason="what may be chosen is not there", remedy="Write the options behind it: A) … B) … (Answer: B).")
    if _JUDGED.match(full):
        return Asked(rule="R5", command="Assess", sentence=_with_reasons(full, why), confidence=0.85)
    body = _of_people(_REASONS.sub(r"\g<quote>", point.body).strip(" ?"))
    body = re.sub(r"\b(who|what|where|when|how|why)['’]s\b", r"\1 is", body, flags=re.IGNORECASE)
    body = re.sub(r"\btell us (?=about|that|how|why)", "show ", body)
    body = re.sub(r"^for what reasons?\b", "Why", re.sub(r"^in what ways?\b", "How", body, flags=re.IGNORECASE), flags=re.IGNORECASE)
    both = [body] if re.match(r"\w+ and \w+ ", body) else _AND.split(body)
    if "?" not in body and len(both) == 2:
        one, two = (_turned(point, capital(part)) for part in both)
        if isinstance(one, Asked) and isinstance(two, Asked):
            return replace(one, second=two.command, sentence=f"{one.sentence} and {lower(two.sentence)}")
    if not all(_ASKED.match(each) or _POLAR.match(each) or _of_the_subject(each) for each in re.split(r"\?\s*", body) if "?" in body):
        return LeftOut(
            rule="R5", reason="not all of its questions are whole", remedy="Ask one thing in a point, and begin it with a command word."
        )
    if why:
        command = "Discuss" if point.count >= LEVELS_FROM or (_POLAR.match(body) and _OPINION.search(body)) else "Explain"
        return _as_it_stands(command, _with_reasons(f"{body}?", why))
    if "?" in body or len(both) > 1:
        return _as_it_stands("Explain", f"{body}? Explain your answer")
    return (
        _polar(body, point.count)
        or _of_reason(body)
        or _conditional(point, body)
        or _with_why(_turned(point, body))
        or _by_itself(body)
        or _with_its_answer(point, body)
        or _as_it_stands("Explain", f"{body}? Explain your answer")
    )


def _with_why(outcome: Outcome) -> Outcome:
    """Ask for the reason as well ("State which gas is used, and explain why")."""
    if not isinstance(outcome, Asked) or outcome.command != "State" or outcome.second or not _AND_WHY.search(outcome.sentence):
        return outcome
    return replace(outcome, second="Explain", sentence=_AND_WHY.sub(", and explain why", outcome.sentence))


def _of_reason(body: str) -> Outcome:
    """Ask for the reason of what is told ("Why aluminium can be recycled?"); without its verb nothing is told ("Why a fuse?")."""
    found = _WHY_TOLD.match(body)
    if not found:
        return None
    told = found["told"]
    if used := _WHY_USE.match(told):
        be = "are" if is_plural(_HEAD.split(used["what"])[0].split()[-1]) else "is"
        return _said("Explain", f"why {used['what']} {be} used{used['rest'] or ''}")
    if is_statement(told) and not is_known(told.split()[0]):
        return _said("Explain", f"why {lower(told, thorough=True)}")
    return HALF if _OF_THING.match(told) and len(told.split()) <= _A_WORD else None


def _with_reasons(asked: str, why: re.Match[str] | None) -> str:
    """Return a question with what tells to say why, in the point's own words."""
    return f"{asked} {capital(why['told'])}" if why else asked


def _of_people(body: str) -> str:
    """Return a question about people, and what is theirs ("How can we reduce our footprint?")."""
    found = re.search(r"\bwe\b", body)
    return re.sub(r"\bwe\b", "people", body[: found.end()] + re.sub(r"\bour\b", "their", body[found.end() :])) if found else body


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "?’")) else f"{sentence}."


def _as_it_stands(command: str, sentence: str) -> Asked:
    return Asked(rule="R5", command=command, sentence=capital(sentence), confidence=0.6)


def _polar(body: str, worth: int) -> Outcome:
    """Discuss `Should X be Y?`; a yes or no alone is worth nothing, so that every other such question asks for reasons."""
    if not _POLAR.match(body):
        return None
    if _OPINION.search(body) or worth >= LEVELS_FROM:
        return Asked(rule="R5", command="Discuss", sentence=f"Discuss the question ‘{capital(body)}?’", confidence=0.65)
    return _as_it_stands("Explain", f"{body}? Explain your answer")


def _turned(point: Normal, body: str) -> Outcome:
    """Turn a question whose words are sure."""
    if re.match(r"(?:what|how) (?:if|about)\b", body, re.IGNORECASE):
        return None
    what = re.match(r"^what (?P<rest>(?:is|are|was|were)\b.+)$", body, re.IGNORECASE)
    if what:
        return _what_is(point, what["rest"], body)
    meant = _UNDERSTAND.match(body)
    if meant:
        return Asked(rule="R5", command="Define", sentence=f"State what is meant by {meant['what']}", confidence=0.8)
    if placed := _PREPOSITION.match(body):
        return _placed(placed["before"].lower(), placed["asked"])
    asked = _ASKED.match(body)
    if not asked:
        return _of_the_subject(body)
    word, auxiliary, rest = asked["word"][:1].lower() + asked["word"][1:], asked["aux"].lower(), asked["rest"]
    if word == "how" and auxiliary == "do" and (you := re.match(r"(?:you|we|I)\s+(?P<verb>.+)$", rest)):
        return _said("Describe", f"how to {you['verb']}")
    if word == "how" and auxiliary in ("would", "could") and re.match(r"(?:you|we|I)\s", rest):
        return _said("Describe", f"how you {auxiliary} {rest.split(' ', 1)[1]}")
    if word == "who" and rest.startswith("to "):
        return _said("Explain", f"who {auxiliary} {rest}")
    if re.match(r"how (?:many|much)\b.", word) and (
        (auxiliary in MODALS and re.match(r"(?:be|have)\b", rest)) or (auxiliary in BE and is_done(rest))
    ):
        return _said("State", f"{word} {auxiliary} {rest}")  # "how many pieces can be cut"
    if auxiliary == "must" and re.match(r"(?:what|which) (?:one|two|three|four)\b", word):
        return _said("State", f"{word} {auxiliary} {rest}")
    if re.match(r"(?:who|what|which)\b", word) and re.match(r"(?:be|have|happen)\b", rest) and auxiliary in MODALS:
        return _said("Suggest", f"{word} {auxiliary} {rest}")  # "what can be done"
    if word in ("which", "what", "who") and auxiliary in BE and is_said(rest):
        return _said("State", f"{word} {auxiliary} {rest}")  # "which was more dangerous"
    if auxiliary in BE and _QUALITY.fullmatch(word) and (clause := _of_quality(auxiliary, rest)):
        return _said("State", f"{word} {clause}")
    if (
        re.match(r"(?:who|which \w+|what \w+)", word)
        and auxiliary in BE
        and (is_done(rest) or not (_STRANDED.search(rest) or uninverted(auxiliary, rest)))
    ):
        # "what kind of king is John" has its subject last, "what type of bonding is found in diamond" first.
        sort = re.match(r"(?:what|which) (?:kind|sort|type|form|class)\b", word)
        last = (word == "who" and not is_done(rest)) or bool(
            sort and len(rest.split()) <= 4 and re.match(r"(?:[A-Z]|the\b|an?\b)", rest) and not _SUPERLATIVE.match(rest)
        )
        if sort and not last and not is_done(rest) and " " not in rest:
            return _as_it_stands("State", f"{body}?")  # "what type of structure is diamond": a thing, or what it is like
        told = is_done(rest) or _is_short(point)
        kind = "Describe" if re.match(r"what (?:kind|sort)\b", word) or (word == "who" and not told) else "State"
        return _said(kind, f"{word} {rest} {auxiliary}" if last else f"{word} {auxiliary} {rest}")
    if re.search(r"[,:].* or ", rest):
        return None  # "Which is larger, the Earth or Mars?" reads well as it stands only
    clause = uninverted(auxiliary, rest, of_object=bool(re.match(r"(?:what|which|whom|who)\b", word)))
    if not clause and (word in ("when", "where") or word.startswith("how ")) and auxiliary in BE and len(rest.split()) <= 5:
        there = rest.startswith("there ")
        rest, circumstance = _without_circumstance(rest)
        clause = (
            f"there {auxiliary}{rest[5:]}"
            if there
            else f"{auxiliary} {rest}"
            if _PLACED.match(rest)
            else f"{rest} {auxiliary}{circumstance}"
        )
    if not clause or _STRANDED.search(clause):
        return None  # "Which gas does a plant take in?" reads well as it stands only
    command = _command(word, auxiliary, rest)
    # One fact is stated, and neither described nor explained.
    fact = _is_short(point) if command == "Describe" else word == "when" and len(point.tail) == 1
    return _said("State" if fact else command, f"{word} {clause}")


def _of_quality(auxiliary: str, rest: str) -> str:
    """Return what has a quality as a clause ("the CPC is"), its circumstance last; empty where the quality is itself what something is said of."""
    said = is_said(rest) and not _ADJECTIVE_FIRST.match(rest)
    if is_done(rest) or said or _STRANDED.search(rest) or _SAID_OF_QUALITY.match(rest) or re.search(r"[,:;]", rest):
        return ""
    found = _WHEN_OR_WHERE.search(rest)
    thing, circumstance = (rest[: found.start()], rest[found.start() :]) if found else (rest, "")
    return f"{thing} {auxiliary}{circumstance}" if len(thing.split()) <= _A_THING else ""


def _without_circumstance(rest: str) -> tuple[str, str]:
    """Return a subject, and the clause after it ("Victoria", " when she became queen")."""
    found = _CIRCUMSTANCE.search(rest)
    return (rest[: found.start()], rest[found.start() :]) if found else (rest, "")


def _placed(preposition: str, body: str) -> Outcome:
    """Turn `In which year did X begin?`, whose question word is never the subject."""
    asked = _ASKED.match(body)
    if not asked:
        return None
    auxiliary, rest = asked["aux"].lower(), asked["rest"]
    clause = uninverted(auxiliary, rest) or (f"{rest} {auxiliary}" if auxiliary in BE and len(rest.split()) <= _A_WORD else "")
    return _said("State", f"{preposition} {lower(asked['word'])} {clause}") if clause else None


def _conditional(point: Normal, body: str) -> Outcome:
    """Turn `If X, what should Y do?` into `Describe what Y should do if X`."""
    found = _CONDITION.match(body)
    if not found:
        return None
    asked = _turned(point, capital(found["asked"]))
    return replace(asked, sentence=f"{asked.sentence} {lower(found['condition'])}") if isinstance(asked, Asked) else None


def _what_is(point: Normal, rest: str, body: str) -> Outcome:
    """Turn `What is ...?`: a meaning, something to recall, causes and the like by their head, or what is said of something."""
    if _SAID_OF.match(rest) and not re.match(r"(?:is|are) meant by\b", rest):
        return _said("Explain" if re.search(r"\b(?:wrong|important|special|significant|unusual)\b", rest) else "State", f"what {rest}")
    if about := re.match(r"(?:is|are|was|were) (?:so )?(?!the\b|an?\b|this\b|that\b)[a-z]{4,} about ", rest):
        return _said("Explain", f"what {rest}") if not _POINTS_BACK.search(rest[about.end() :]) else _UNNAMED
    if re.match(r"(?:is|are) [-−–]?[\d£$√]", rest):
        return (
            _as_it_stands("State", f"{body}?")
            if point.tail
            else LeftOut(rule="R6", reason=NEEDS_VALUES, remedy="Say behind it what it comes to.")
        )
    if (said := _OF_PLACES.match(rest)) and is_said(said["what"]):
        return _said("State", f"what {rest}")
    of = _OF.match(rest)
    if of:
        thing = of["what"]
        told = point.tail and all(len(piece.split()) < 3 for piece in point.tail) and re.match(r"is\b", rest)
        if _COUNTED.match(thing) or _RECALLED.match(thing) or (told and any(c.isdigit() for c in point.tail[0])):
            return _said("State", thing)
        headed = head_noun(replace(point, body=capital(thing)))
        if headed is not None:
            return _for_one_mark(headed) if point.count == 1 and len(point.tail) == 1 else headed
        if _PLACED_AMONG.search(thing) and re.match(r"is\b", rest) and (point.tail or " of " not in thing):
            return _said("State", thing) if " of " not in thing else _as_it_stands("State", f"{body}?")
        if _PARTS.match(rest):
            return _said("State", thing)
        if re.match(r"(?:was|were)\b", rest):
            return _described(point, thing, body)
    if owned := re.match(r"(?:is|are|was|were) (?P<what>(?:his|her|its|their) [\w ]+)$", rest):
        figure = bool(point.tail) and any(c.isdigit() for c in point.tail[0])
        return _said("State" if figure else "Explain", owned["what"])
    if _GOING_ON.match(rest):
        return _said("Describe", f"what {rest}")
    meant = _MEANT.match(rest)
    if meant and _STRANDED.search(rest):
        clause = uninverted(rest.split()[0], meant["what"])  # "what are enzymes made of"
        return _said("State", f"what {clause}") if clause else _as_it_stands("State", f"{body}?")
    if meant and _is_short(point) and (meant["what"].startswith("the ") or len(point.tail[0].split()) == 1) and not _AN.match(rest):
        return _as_it_stands("State", f"{body}?")  # a meaning takes more words than its answer has
    if (
        not meant
        and (was := re.match(r"(?:was|were) (?P<what>(?:an? )?[A-Z][^,]+|an? [^,]+)$", rest))
        and not uninverted("was", was["what"])
    ):
        return _described(point, was["what"], body)
    if meant and meant["what"].startswith("the ") and _RELATIVE.search(meant["what"]):
        return _said("State", meant["what"])  # what a clause tells from others is no term
    return (
        Asked(rule="R5", command="Define", sentence=f"State what is meant by {lower(meant['what'].strip(), thorough=True)}", confidence=0.7)
        if meant
        else None
    )


def _described(point: Normal, thing: str, body: str) -> Asked:
    """Describe what was; one word by itself is too little for that, and is known by its answer ("What was Comecon?")."""
    named = " " not in thing.removeprefix("the ")
    return _as_it_stands("State", f"{body}?") if point.tail and named else _said("Describe", thing)


def _for_one_mark(outcome: Asked | LeftOut) -> Asked | LeftOut:
    """State what one fact answers for one mark ("What is the function of X? [1]")."""
    if isinstance(outcome, LeftOut) or outcome.command not in ("Explain", "Describe") or not outcome.sentence.startswith(outcome.command):
        return outcome
    return replace(outcome, command="State", sentence=f"State{outcome.sentence.removeprefix(outcome.command)}")


def _of_the_subject(body: str) -> Outcome:
    """Turn `What causes X?`, `Who discovered X?`, `Which organ does ...?`: the words stand in a clause's order."""
    found = _SUBJECT.match(body)
    if not found:
        return None
    word, rest = found["word"].lower(), found["rest"]
    several = _SEVERAL.match(rest)
    if word in ("what", "which") and several and is_known(several["verb"]):
        return _said("State", f"the {several['things']} that {several['verb']}{several['rest']}")
    if word == "what" and re.match(r"\s\w+(?:s|ed)\b", rest):
        return _said("Describe" if re.match(r"\shappen", rest) else "Explain", f"what{rest}")
    return _said("State", f"{word}{rest}") if re.search(r"\s\w+(?:s|ed)\b|\s(?:made|found|led|wrote|won|ran|built)\b", rest) else None


def _command(word: str, auxiliary: str, rest: str) -> str:
    """Return the command word that asks for what a question word asks for."""
    if auxiliary in MODALS and re.match(r"(?:you|people|we)\b", rest) and word == "what":
        return "Describe"
    if word in ("why", "how") or " and " in word or (word == "when" and auxiliary in MODALS - {"will"}):
        return "Explain"
    noun = word.split()[-1]
    if noun in _EXPLAINED:
        return "Explain"
    if noun in _DESCRIBED:
        return "Describe"
    if word == "what" and auxiliary in MODALS:
        return "Suggest"
    if word == "what" and auxiliary in DO and not re.search(r"\b(?:stand for|mean|call)\b", rest):
        return "Describe"
    return "State"


def _said(command: str, rest: str) -> Asked:
    return Asked(rule="R5", command=command, sentence=f"{command} {rest}", confidence=0.75)


def _by_itself(body: str) -> Outcome:
    """Ask for a fact as papers do ("Which gas does a plant take in?")."""
    if re.match(r"\w+ and (?:why|how|where)\b", body):
        return None
    if not re.match(
        r"(?:who|when|where|which|(?:in|on|at|to|from|by|for|with|of|under) (?:which|what|whom|whose)|whose|how (?:many|much|often|long|old|large|big|fast|far|high|deep|tall|heavy))\b",
        body,
        re.IGNORECASE,
    ) and not (body.startswith("What ") and _STRANDED.search(body)):
        return None
    return _as_it_stands("State", f"{body}?")


def _with_its_answer(point: Normal, body: str) -> Outcome:
    """Ask for what the point answers in a word ("What does print(3 // 2) output? 1"): there is nothing to explain."""
    return _as_it_stands("State", f"{body}?") if _is_short(point) and re.match(r"what\b", body, re.IGNORECASE) else None


def _is_short(point: Normal) -> bool:
    """Whether a point answers its question in a word or three."""
    return len(point.tail) == 1 and len(point.tail[0].split()) <= _A_WORD


def _judgement(said: str, verb: str) -> Asked:
    """Ask for a judgement on a statement: it is quoted after what is to be done with it."""
    command = verb if verb in ("Evaluate", "Discuss", "Assess") else "Assess"
    asked = f"{command} the statement" if command == verb else "How far do you agree with the statement"
    return Asked(rule="R5", command=command, sentence=f"{asked} ‘{said}’{'' if command == verb else '?'}", confidence=0.85)
