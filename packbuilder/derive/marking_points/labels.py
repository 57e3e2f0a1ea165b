"""Labels: what numbers or sorts a point, stresses its words or frames it, taken off before it is read."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.commanded import is_commanded
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_LABELS = regex(
    r"^(?:(?:(?:Q|Question )\s?\d{1,2}(?:\s?\(?[a-z]\)|[a-z])?(?:\s?\([ivx]+\))?|(?:AO|MP)\s?\d{1,2}(?:\.\d)?(?:\s?[/&+,]\s?AO\s?\d(?:\.\d)?)*|(?:[A-E]{1,3}\.)?[PMD]\d|LO\s?\d|AC\s?\d(?:\.\d)?|(?:WS|MS|RP|AT|RPA)\s?\d(?:\.\d|[a-z])?|K\d{1,2}|"
    r"\d+(?:\.\d+)+(?: [a-z]\.)?|\d+[.)]|\d{1,2}[a-z]\)|\d\([a-z]\)|[A-H][.)]|(?:\(?[a-z]\)|[a-h])\s?\([ivx]+\)|\(?[a-z]\)|\([ivx]+\)|\(?(?:HT|higher tier|higher|FT|foundation)(?: only)?\)?(?=:|\)|\s+only\b))"
    r"\s*(?:\((?:\d{1,2} marks?|\d{1,2}|HT only)\))?\s*[:.–-]?\s+(?=[A-Z‘]|(?:explain|describe|evaluate|assess|analyse|discuss|compare|outline|identify|state|define|justify|apply|use|recall|know|knowledge|"
    r"understand|understanding|how|why|what|the|your|will|should|must|demonstrat\w+|suggest|give|name|list|recall|review|investigate|explore|examine)\b)){1,4}"
)
"""What numbers a point, several of them one after the other ("LO2 AC2.3 Explain ...")."""
_OBJECTIVE = regex(
    r"^[\[(](?:AO\s?\d(?:\.\d)?(?:[,/&+ ]+(?:and )?AO\s?\d(?:\.\d)?)*)(?:\s*[:;,–—-]?\s*(?P<marks>\d{1,2}) ?(?:marks?|m))?[\])]\s+(?P<rest>[A-Z].+)$"
)
"""Objectives in brackets before a point ("[AO2 – 4 marks] Explain ...")."""
_HEADING = regex(
    r"^(?:knowledge|understanding|application|analysis|evaluation|skills?|key points?|hook|top tip|tip|pass|merit|distinction|task|question|point(?: \d{1,2})?|command word|higher|foundation|extension|stretch|challenge|essential question|key question|enquiry question|big question|walt|wilf|success criteria|learning (?:objective|intention|outcome)s?|lo|li|l\.o\.?|l\.i\.?|s\.c\.?|sc|h|f|ht|ft|(?:unit|topic|module|chapter|lesson|week|theme|component|paper) (?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]+)|"
    r"grade \d(?:[-–]\d)?|part [a-z]|section [a-z]|(?:outcome|criterion|task|question)(?: \d{1,2}(?:\.\d)?)?|content|must|should|could|all|most|some|exam focus|focus|(?:exam|practice|past paper|exam-style|sample) question|(?:assessment |learning )?(?:criterion|criteria|outcome|objective)(?: ?\d{1,2}(?:\.\d{1,2})*)?)\s*(?:\(\d{1,2}(?: marks?)?\))?\s*(?:[:–—-]|(?<=\.[oic])\.?(?=\s)|(?<=\.[oic]\.)(?=\s))\s+(?:(?:to(?: be able to)?|(?:i|you|we|students|pupils|learners) (?:can|will|should)(?: be able to)?)\s+)?(?=(?P<next>[A-Za-z]+))",
    re.IGNORECASE,
)
"""A word that only sorts a point ("Evaluation: Assess ...", "Pass - Describe ..."): it is taken off before a command."""
_FOR_MANY = regex(
    r"^(?:stretch(?: and| &|/)? ?challenge|(?:extension|challenge|stretch|main|group|written|plenary|starter|further|final|discussion|exam|super|bonus) (?:task|question|activity|challenge|\d{1,2})|extension|challenge|stretch|context|analysis|evidence|link|explanation|technique|effect|quote|comparison)"
    r"\s*(?:\(\d{1,2}(?: marks?)?\))?\s*:\s+(?=(?P<next>[A-Za-z]+))(?P<rest>.+)$",
    re.IGNORECASE,
)
"""A word of lessons and of paragraphs, which sorts a point only where a whole command or a question follows ("Context: explain ...", but "Link: compare with it")."""
_TIER = regex(r"^[\[(](?:higher|foundation|HT|FT|H|F)(?: tier)?(?: only)?[\])]\s*[:–—-]?\s+(?=[A-Z])", re.IGNORECASE)
_TOLD_COLON = regex(
    r"^(?P<lead>(?:(?:the )?(?:candidates?|students?|pupils?|learners?|you) )?(?:should|must|will|can|need to)(?: be)?(?: able to| taught| expected to|(?<=should)(?<!be)| know| understand)(?: about| that| to| how to)?)\s?:\s+(?=[a-z])",
    re.IGNORECASE,
)
"""A lead with a colon behind it ("Candidates should be able to: explain ...")."""
_STRESSED = regex(r"\b(?:HOW|WHY|WHAT|WHICH|WHEN|ONE|TWO|THREE|FOUR|BOTH|THE|EACH|MAIN|KEY|DIFFERENT)\b(?![-/.])")
"""Words that stand in capitals to be stressed, and are no acronyms ("AND", "OR" and "NOT" are gates)."""
_QUOTATION = regex(r"^‘(?P<said>[^‘’]{3,120})’\s*[:–—-]\s+(?P<rest>(?P<verb>[A-Za-z]+)\b.+)$")
_ASKS = regex(r"(?:who|what|which|when|where|why|how)$", re.IGNORECASE)
_CAN_YOU = regex(
    r"^(?:can|could) you (?=(?:explain|describe|name|state|give|identify|list|define|compare|suggest)\b)(?P<rest>[^?]+)\??$", re.IGNORECASE
)
_COMMAND_COLON = regex(r"^(?P<verb>[A-Z][a-z]+):\s+")


@dataclass(frozen=True, slots=True)
class Bare:
    """A point without its labels, and the words that it quotes before its command."""

    words: str
    quoted: str = ""


def _is_sure(word: str) -> bool:
    """Whether a word is a verb, and no noun as well ("state control")."""
    return is_verb(word) and word.casefold() not in NOUNISH


def _told(found: re.Match[str]) -> str:
    """Return a lead without its colon; what is taught is taught about, where no verb and no clause follows."""
    lead = str(found["lead"])
    first = re.split(r"\W", found.string[found.end() :], maxsplit=1)[0]
    about = lead.endswith("taught") and not _ASKS.match(first) and first not in ("that", "to", "about")
    return f"{lead} {'to ' if is_verb(first) else 'about '}" if about else f"{lead} "


def _marks_last(found: re.Match[str]) -> str:
    """Return a point without objectives in brackets before it; marks that they name stand behind it."""
    return f"{found['rest']} [{found['marks']}]" if found["marks"] else str(found["rest"])


def unlabelled(words: str) -> Bare:
    """Return a point without signs, labels, headings and quotation marks before or around it."""
    words = re.sub(r"^(?!% [a-z])[^\w\s(‘“'\"$`\\\[…«£€<>+=-]+\s*", "", words)
    words = re.sub(r"^([‘'])(?P<all>[^‘’']+)[’'](?=\.?$)", r"\g<all>", words)
    words = re.sub(r"^'(.{12,300})'(?=\s+(?:how far|to what extent|do you|evaluate|discuss|assess)\b)", r"‘\1’", words, flags=re.IGNORECASE)
    words = _TOLD_COLON.sub(_told, _TIER.sub("", _OBJECTIVE.sub(_marks_last, words)))
    words = _LABELS.sub("", re.sub(r"^[\[({]\d{1,2}(?: marks?)?[\])}]\s+(?=[A-Z])", "", words))
    words = _CAN_YOU.sub(r"\g<rest>", _in_one(words))
    found = _QUOTATION.match(words)
    words, quoted = (found["rest"], found["said"]) if found and is_verb(found["verb"]) else (words, "")
    sorted_by = _HEADING.match(words)
    if sorted_by and (is_verb(sorted_by["next"]) or (words.endswith("?") and _ASKS.match(sorted_by["next"]))):
        words = words[sorted_by.end() :]
    elif (lesson := _FOR_MANY.match(words)) and is_commanded(lesson["rest"]):
        words = lesson["rest"]
    words = _STRESSED.sub(lambda stressed: stressed[0].lower(), words)
    words = re.sub(r"(?<=[a-z,)]) & (?=[a-z])", " and ", words)
    colon = _COMMAND_COLON.match(words)
    if colon and is_verb(colon["verb"]) and not _is_sure(re.split(r"\W", words[colon.end() :], maxsplit=1)[0]):
        words = f"{colon['verb']} {words[colon.end() :]}"
    return Bare(words, quoted)


def _answers(words: str) -> str:
    """Return a point whose numbered parts answer it ("State two causes of rust. (i) water (ii) oxygen") with a list behind a colon; empty where they ask."""
    found = re.search(r"(?<=[.:?\])])\s*\(i\)\s+", words)
    if not found or re.search(r"\b(?:following|each|these|terms?)\b", words[: found.start()], re.IGNORECASE):
        return ""
    parts = [part.strip(" ,;.") for part in re.split(r"[;,]?(?:\s+and)?\s*\((?:ii|iii|iv)\)\s+", words[found.end() :])]
    if any(_ASKS.match(part.split(" ", 1)[0]) or is_verb(part.split(" ", 1)[0]) for part in parts):
        return ""
    marks = sum(map(int, re.findall(r"[\[(](\d)(?: marks?)?[\])]", words[found.end() :])))
    head = words[: found.start()].rstrip(" :.")
    if " " not in head:
        return ""  # "Define: (i) ion (ii) isotope" asks for each
    return f"{head}{f' [{marks}]' if marks else ''}: {'; '.join(part.replace(';', ',') for part in parts)}"


def _in_one(words: str) -> str:
    """Return a point whose parts are numbered within it as one sentence ("why (i) X (ii) Y")."""
    lettered = re.search(r"\bof:?\s*\(a\)\s", words)
    if lettered:
        parts = [part.strip(" ,;.") for part in re.split(r"(?:,?\s+and)?\s*\([a-e]\)\s*", words[lettered.end() :])]
        return f"{words[: lettered.start()]}of {', '.join(parts[:-1])}{' and ' if len(parts) > 1 else ''}{parts[-1]}"
    if "(i)" not in words or "(ii)" not in words:
        return words
    if answers := _answers(words):
        return answers
    last = max(("(ii)", "(iii)", "(iv)"), key=words.find)
    words = re.sub(rf"[,;]?(?:\s+and)?\s*{re.escape(last)}\s*", " and ", words.replace("(i) ", ""))
    return re.sub(r"[,;]?\s*\((?:ii|iii)\)\s*", ", ", words)
