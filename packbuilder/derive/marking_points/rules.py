"""The rules: how a normalised point becomes a stem. Tried in the order of `RULES`; the first that matches wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.marking_points.verbs import NOMINALS, imperative


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A stem: the rule that made it, its one or two command words, its sentence without a stop, and how sure it is."""

    rule: str
    command: str
    sentence: str
    second: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A point that gives no stem: by which rule, why, and what would mend it."""

    rule: str
    reason: str
    remedy: str


Outcome = Asked | LeftOut | None

_GUIDANCE = re.compile(
    r"^(?:this answer only|allow\b|accept\b|ignore\b|do not (?:accept|credit)|any (?:one|two|three|four) from|ecf\b|oe\b)", re.IGNORECASE
)

_VALUES = frozenset(
    "calculate solve convert sketch factorise expand simplify find plot draw compute rearrange substitute balance measure "
    "estimate construct complete determine deduce write evaluate_expression represent combine program code".split()
)
_PRACTICAL = frozenset(
    "carry collect conduct perform prepare undertake present make produce create design develop implement plan demonstrate "
    "monitor manage maintain deliver provide build organise record gather follow handle separate obtain set research model "
    "read locate communicate work test debug trace visualise annotate map structure".split()
)
_STIMULUS = re.compile(
    r"\b(?:the|a|an|given|provided|from|using|of|in|on)\s+(?:given\s+|provided\s+|unseen\s+|following\s+|set\s+)?"
    r"(?:data|results|passage|extract|sources?|graphs?|table|figure|diagrams?|maps?|photographs?|images?|chart|resource|scenario|case study provided|spectra|spectrum|chromatograms?)\b",
    re.IGNORECASE,
)
_KNOWLEDGE = re.compile(
    r"^(?:demonstrat\w+|show\w*|display\w*|provid\w+|have|having|develop\w*)\s+(?:an?\s+|the\s+|their\s+|your\s+)?"
    r"(?:(?:clear|sound|good|detailed|thorough|full|secure|accurate|in-depth|comprehensive|critical|basic|some|strong|deep)[ ,]+(?:and )?)*"
    r"(?:knowledge|understanding|awareness|appreciation|grasp)(?:\s+and\s+(?:knowledge|understanding|awareness|application))?\s+(?:of|about|that)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_UNDERSTAND = re.compile(
    r"^(?:understand(?:s|ing)?|know(?:s|ing|ledge)?|recogni[sz]e?(?:s|ing)?|appreciat(?:e|es|ing)|realis(?:e|es|ing)|awareness)\s+(?:of\s+|about\s+)?(?:and understanding of\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"^(?P<word>how far|to what extent|how|why|what|when|where|whether|which)\b\s*(?P<rest>.+)$", re.IGNORECASE)
_STOP = frozenset(
    "a an the of to in on for and or with by from at as is are be this that these those their your its it how why what".split()
)


def content_words(text: str) -> tuple[str, ...]:
    """Return a text's content words, in order."""
    return tuple(word for word in re.findall(r"[\w’'-]+", text.casefold()) if word not in _STOP)


def _lower(text: str) -> str:
    """Begin a clause with a small letter, unless its first word is an acronym or a name with inner capitals."""
    first = text.split(" ", 1)[0]
    return text if any(c.isupper() for c in first[1:]) or first == "I" else text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def guidance(point: Normal) -> Outcome:
    """R0: an instruction to markers is no question."""
    if _GUIDANCE.match(point.body) and len(point.body.split()) < 9:
        return LeftOut(
            rule="R0", reason="an instruction to markers, not something to ask", remedy="Put it beside the point that it belongs to."
        )
    return None


def knowledge(point: Normal) -> Outcome:
    """R1: demonstrating knowledge of something asks for an explanation, or for description and explanation."""
    found = _KNOWLEDGE.match(point.body) or _UNDERSTAND.match(point.body)
    if not found:
        return None
    return _understood(found["what"], "R1")


def _understood(what: str, rule: str) -> Outcome:
    clause = _CLAUSE.match(what)
    if clause:
        return _from_clause(clause, rule)
    if re.match(r"^(?:that|the need to|the importance of|the need for)\b", what, re.IGNORECASE):
        thing = re.sub(r"^that\s+", "", what, flags=re.IGNORECASE)
        if what.casefold().startswith("that "):
            return Asked(rule=rule, command="Explain", sentence=f"Explain why {_lower(thing)}", confidence=0.7)
        if what.casefold().startswith("the need to "):
            return Asked(rule=rule, command="Explain", sentence=f"Explain why there is a need to {what[12:]}", confidence=0.85)
        return Asked(rule=rule, command="Explain", sentence=f"Explain {_lower(what)}", confidence=0.9)
    return Asked(rule=rule, command="Explain", second="Describe", sentence=f"Describe and explain {_lower(what)}", confidence=0.85)


def _from_clause(clause: re.Match[str], rule: str) -> Asked:
    word, rest = clause["word"].casefold(), clause["rest"]
    if word in ("how far", "to what extent"):
        return Asked(rule=rule, command="Assess", sentence=f"Assess {word} {rest}", confidence=0.9)
    if word == "what":
        return Asked(rule=rule, command="Describe", sentence=f"Describe what {rest}", confidence=0.85)
    if word in ("when", "where", "which", "whether"):
        return Asked(rule=rule, command="Explain", sentence=f"Explain {word} {rest}", confidence=0.8)
    return Asked(rule=rule, command="Explain", sentence=f"Explain {word} {rest}", confidence=0.95)


_FIRST_VERB = re.compile(
    r"^(?P<adverb>critically\s+)?(?P<one>[A-Za-z]+)(?P<joint>(?:,\s*(?P<mid>[A-Za-z]+))?,?\s+and\s+(?:then\s+)?(?P<adverb2>critically\s+)?(?P<two>[A-Za-z]+))?\s+(?P<rest>.+)$",
    re.IGNORECASE,
)


def gerund(point: Normal) -> Outcome:
    """R2: a gerund, or two, become imperatives; gerunds that go on later in the sentence follow."""
    found = _FIRST_VERB.match(point.body)
    if not found:
        return None
    one = imperative(found["one"]) if found["one"].casefold().endswith("ing") else ""
    if not one:
        return None
    return _commanded(found, one, point, "R2")


def nominal(point: Normal) -> Outcome:
    """R3: `Identification and explanation of X` becomes `Identify and explain X`."""
    found = re.match(r"^(?P<one>[A-Za-z]+)(?:\s+and\s+(?P<two>[A-Za-z]+))?\s+(?:of|between|about)\s+(?P<rest>.+)$", point.body)
    if not found or found["one"].casefold() not in NOMINALS or (found["two"] and found["two"].casefold() not in NOMINALS):
        return None
    one = NOMINALS[found["one"].casefold()]
    two = NOMINALS[found["two"].casefold()] if found["two"] else ""
    if one in ("understand", "know") or two in ("understand", "know"):
        return _understood(found["rest"], "R3")
    if one == "apply":
        return None
    return _ask("R3", one, two, found["rest"], adverb="", later=True)


def command(point: Normal) -> Outcome:
    """R4: a point that opens with a command word keeps it."""
    found = _FIRST_VERB.match(point.body)
    if not found or (found["one"].capitalize() not in TARIFF and found["one"].casefold() not in _VALUES | _PRACTICAL):
        return None
    return _commanded(found, found["one"].casefold(), point, "R4")


def _commanded(found: re.Match[str], one: str, point: Normal, rule: str) -> Outcome:
    second = (found["two"] or "").casefold()
    two = (
        imperative(second) if second.endswith("ing") else second if second.capitalize() in TARIFF or second in _VALUES | _PRACTICAL else ""
    )
    rest = found["rest"] if two or not found["joint"] else f"{found['joint'].strip()} {found['rest']}"
    if found["joint"] and not two:
        rest = point.body[len(found["adverb"] or "") + len(found["one"]) :].strip()
    if one in ("show", "demonstrate", "understand", "know") and _KNOWLEDGE.match(point.body):
        return knowledge(point)
    return _ask(rule, one, two, rest, adverb=(found["adverb"] or "").strip().casefold(), later=True)


_HIDDEN_SKILL = re.compile(
    r"\b(?:and|then|to)\s+(?:calculate|solve|convert|sketch|plot|draw|balance|carry out|represent|measure|interpret graphs|use (?:bond energies|these|universal))\b",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"^(?:(?:2D|3D|and)\s+)*(?:GIS|geographical information|maps?|software|spreadsheets?|equipment|apparatus|data|research frameworks|sampling|questionnaires)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:,|;|\band)\s+(?:then\s+)?(?P<verb>explain|evaluate|assess|compare|analyse|suggest|describe|justify|discuss)\b(?!\s+(?:by|in)\b)",
    re.IGNORECASE,
)


def _ask(rule: str, one: str, two: str, rest: str, *, adverb: str, later: bool) -> Outcome:
    """Build a sentence from one or two verbs, or say why the skill cannot be asked on paper."""
    for verb in (one, two):
        if verb in _VALUES and verb not in (
            "determine",
            "deduce",
            "estimate",
            "write",
            "complete",
            "represent",
            "construct",
            "combine",
            "draw",
        ):
            return LeftOut(rule="R6", reason="a skill that needs values", remedy="Write an item with values in a bank.")
    if one in _VALUES or two in _VALUES:
        return LeftOut(rule="R6", reason="a skill that needs values or drawing", remedy="Write an item with values in a bank.")
    if one in _PRACTICAL or two in _PRACTICAL:
        return LeftOut(
            rule="R6",
            reason="a practical performance, not for a written paper",
            remedy="Assess it by observation, or write an item about it in a bank.",
        )
    if _HIDDEN_SKILL.search(rest) or (one == "use" and _TOOLS.match(rest)):
        return LeftOut(
            rule="R6",
            reason="it asks for values, drawing or a tool part-way through",
            remedy="Split the point, or write an item in a bank.",
        )
    first = _command_for(one)
    second = _command_for(two) if two else ""
    if first in ("Explain", "Identify", "Describe") and not second and rest.casefold().startswith("that "):
        return Asked(rule=rule, command="Explain", sentence=f"Explain why {rest[5:]}", confidence=0.75)
    if not first or (two and not second):
        return None
    tail = _later(rest) if later else rest
    if not second:
        further = _FURTHER.search(tail)
        second = _command_for(further["verb"].casefold()) if further else ""
    verbs = f"{_lower(first)} and {_lower(second)}" if two else _lower(first)
    sentence = _upper(f"{adverb} {verbs} {tail}".strip() if adverb else f"{verbs} {tail}")
    return Asked(rule=rule, command=first, second=second, sentence=sentence, confidence=0.95 if rule == "R4" else 0.9)


_SYNONYMS = {
    "detail": "Describe", "recall": "Describe", "recognise": "Identify", "differentiate": "Distinguish", "contrast": "Compare",
    "critique": "Evaluate", "appraise": "Evaluate", "consider": "Discuss", "debate": "Discuss", "investigate": "Examine",
    "illustrate": "Explain", "clarify": "Explain", "relate": "Explain", "link": "Explain", "reflect": "Discuss",
    "account": "Explain", "weigh": "Assess", "judge": "Assess", "know": "Describe", "understand": "Explain",
    "articulate": "Explain", "comment": "Discuss", "propose": "Suggest", "specify": "State", "highlight": "Identify",
}  # fmt: skip


def _command_for(verb: str) -> str:
    """Return the command word that a verb becomes, or an empty text."""
    if verb.capitalize() in TARIFF:
        return verb.capitalize()
    if verb in ("relate", "link", "reflect", "account", "illustrate", "comment", "weigh"):
        return ""
    return _SYNONYMS.get(verb, "")


def _later(rest: str) -> str:
    """Turn gerunds that go on after `and` or `then` into imperatives too ("and linking them to" -> "and link them to")."""

    rest = re.sub(r"\band (?:understand|know|recognise|appreciate)(?:ing)? (?=how|why|the|what|that)", "and explain ", rest)

    def turned(found: re.Match[str]) -> str:
        verb = imperative(found["verb"])
        return (
            f"{found['joint']}{verb}" if (verb and verb.capitalize() in TARIFF) or verb in ("link", "relate", "use", "refer") else found[0]
        )

    return re.sub(
        r"(?P<joint>(?:,\s*)?\band\s+(?:then\s+)?)(?P<verb>[a-z]+ing)\b(?=\s+(?:the|a|an|how|why|them|this|it|their|what|its|to)\b)",
        turned,
        rest,
    )


def clause(point: Normal) -> Outcome:
    """R5: a clause with how, why, what or to what extent is explained, described or assessed."""
    found = _CLAUSE.match(point.body)
    return _from_clause(found, "R5") if found else None


def noun_phrase(point: Normal) -> Outcome:
    """R9: a bare noun phrase is described; a statement of fact is left out."""
    first = point.body.split(" ", 1)[0].casefold()
    if imperative(first) or re.search(r"\b(?:is|are|was|were|has|have|can|will|must|should|do|does)\b", point.body):
        return LeftOut(
            rule="R9",
            reason="a statement, from which no question can safely be made",
            remedy="Begin it with a command word (Explain, Describe …).",
        )
    if first in ("apply", "link", "relate", "ensure", "reference") or point.body.split()[0][:1].islower():
        return LeftOut(
            rule="R9",
            reason="its opening verb asks for nothing that can be written down as it stands",
            remedy="Begin it with a command word.",
        )
    if not re.match(r"^(?:the|a|an)?\s*[A-Za-z-]+(?:\s+[A-Za-z-]+)*\s+(?:of|in|for|between|on)\s+", point.body, re.IGNORECASE):
        return LeftOut(rule="R9", reason="a bare phrase, too loose to ask", remedy="Begin it with a command word (Explain, Describe …).")
    return Asked(rule="R9", command="Describe", sentence=f"Describe {_lower(point.body)}", confidence=0.5)


def needs_stimulus(point: Normal) -> Outcome:
    """R7: what is about data, a graph, a map or an extract needs one on the paper."""
    if _STIMULUS.search(point.body):
        return LeftOut(
            rule="R7",
            reason="it needs a stimulus (data, a graph, a map, an extract …)",
            remedy="Write it as an item with a stimulus in a bank.",
        )
    return None


RULES: tuple[Callable[[Normal], Outcome], ...] = (guidance, needs_stimulus, knowledge, nominal, gerund, command, clause, noun_phrase)
"""In order; the first that gives an outcome wins."""


def ask(point: Normal) -> Asked | LeftOut:
    """Return what a point asks, or why it cannot be asked."""
    if len(content_words(point.body)) < 2:
        return LeftOut(rule="R8", reason="too few words to ask about", remedy="Say in the notes what exactly is credited.")
    for rule in RULES:
        outcome = rule(point)
        if outcome is not None:
            return outcome
    return LeftOut(rule="R9", reason="no rule reads it", remedy="Begin it with a command word (Explain, Describe …).")
