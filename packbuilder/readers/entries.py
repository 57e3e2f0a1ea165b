"""Entries: what a bullet of each section says (HANDBOOK section 1)."""

from __future__ import annotations

import re

from packbuilder.abbreviations import ends
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept, Misconception
from packbuilder.patterns import regex
from packbuilder.readers.corrections import ended, judged
from packbuilder.text import NO_END, UPPER

_BOLD_TERM = regex(r"^\*\*(?P<term>[^*]{1,80}?)(?P<inner>:)?\*\*\s*(?P<outer>:|–|—|-)?\s*(?P<rest>.*)$", re.DOTALL)
_TERM = regex(r"^(?P<term>[^:.;!?]{1,70}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
_PARTED = regex(r"^(?P<term>[^:.;!?]{1,60}?)\s*(?:\s[–—=→-]\s|\s?—\s?|\s[-=]>\s|\t)\s*(?P<rest>\S.*)$", re.DOTALL)
_QUOTED_TERM = regex(r"^[“‘\"'](\w+)[”’\"'](?=\s*[:=–—-])")
"""A single word in quotation marks is a term; several are a quotation."""
_CODE_TERM = regex(r"^`([\w./-]+)`(?=\s*[:=–—-]\s)")
_EMPHASISED = regex(r"(?<![\w*])(\*{1,2})(?=\S)([^*]+?)(?<=\S)\1(?![\w*])")
_ABBREVIATION = regex(r"[A-Z][A-Z0-9/&-]{1,8}")
_EQUATION = regex(r"\s\+\s")
_MISTYPED = regex(r"^(?P<term>[A-Z][\w-]{2,40});\s+(?P<rest>(?:an?|the|when|where|any|how)\s+[^;]{12,})$")
"""A semicolon after a single word, where a colon was meant: after several, a sentence may end."""
_SAYS = regex(
    r"\b(?:is|are|was|were|be|has|have|had|can|could|will|would|must|should|do|does|did|not|if|when|because|that|which|who|always|never|use|make)\b",
    re.IGNORECASE,
)
_SENTENCE_END = regex(rf"{NO_END}(?:(?<=[.!?])|(?<=[.!?][”’\"']))\s+(?=[“‘\"'(¿¡«„]?[{UPPER}0-9])")
_TO_TEACHERS = regex(
    r"^(?:provide|challenge|emphasise|remind|use|reinforce|make sure|ensure|encourage|stress|highlight|spend|put|show|link|"
    r"practi[cs]e|much practice|model|ask|give|demonstrate|explain to|discuss with|explore|clarify|address|consider|"
    r"this activity|one simple|colour-coding|start|revisit|support|help|allow|introduce|draw|point out|refer|compare with|"
    r"teach|try|build|break|focus|get|have|let|set|tell)\b",
    re.IGNORECASE,
)
_PUPILS = regex(
    r"\b(?:pupils?|students?|learners?|children)\b(?:\s+\w+)?\s+(?:may|might|can|could|should|will|must|need|needs|often|think|believe|confuse|struggle|find|"
    r"understand|know|learn|see|practise|forget|realise|recall|remember|to\s+\w+|how|that|why|what|with|if|are (?:unsure|clear|aware|able|familiar))\b"
    r"|\b(?:help|helps|ask|asking|encourage|allow|allows|remind|show|give|gives|tell|enable|enables|for|with|to)\s+(?:the\s+)?(?:pupils|students|learners)\b",
    re.IGNORECASE,
)
"""What is said of pupils in class; where a subject is about children or education, they stand in its facts too."""


_STOPPED = regex(r"^(?P<term>[A-Z][\w’'-]+(?:\s[\w’'()-]+){0,3})\.\s+(?P<rest>[A-Z“‘\"']\S*(?:\s+\S+){2,})$", re.DOTALL)
"""`Nuclear family. Two parents and their children.`"""
_FEWEST_STOPPED = 3


def with_signs(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return key concepts with a colon behind each term, where all have a stop there: of one alone it may be a sentence."""
    found = tuple(map(_STOPPED.match, texts))
    if len(texts) < _FEWEST_STOPPED or not all(each and not _SAYS.search(each["term"]) for each in found):
        return texts
    return tuple(f"{each['term']}: {each['rest']}" for each in found if each)


def concept(text: str, span: Span) -> KeyConcept:
    """Split `Term: definition`, `**Term:** ...`, `Term – definition` or `Term = definition`; a plain statement has an empty term."""
    text = _CODE_TERM.sub(r"\1", _QUOTED_TERM.sub(r"\1", text))
    bold = _BOLD_TERM.match(text)
    if bold and bold["rest"] and (bold["inner"] or bold["outer"]):
        return KeyConcept(term=bold["term"].strip(), definition=bold["rest"].strip(), span=span)
    plain, parted = _TERM.match(text), _PARTED.match(text)
    # "Capacity – how much a store holds: 7 items": the dash comes first, and what follows it is no part of a term.
    # So does what an abbreviation stands for, before what it means: "HTTP - HyperText Transfer Protocol: ...".
    dashed = (
        plain
        and parted
        and parted.end("term") < plain.end("term")
        and (len(text[parted.start("rest") : plain.end("term")].split()) > 3 or _ABBREVIATION.fullmatch(parted["term"]))
    )
    if plain and len(plain["term"].split()) <= 8 and not dashed and plain["term"].count("(") == plain["term"].count(")"):
        return KeyConcept(term=_EMPHASISED.sub(r"\2", plain["term"]).strip(), definition=plain["rest"].strip(), span=span)
    if (
        parted
        and _parts(text, parted)
        and len(parted["term"].split()) <= 5
        and not _SAYS.search(parted["term"])
        and len(parted["rest"].split()) > 1
    ):
        return KeyConcept(term=_EMPHASISED.sub(r"\2", parted["term"]).strip("* "), definition=parted["rest"].strip(), span=span)
    if mistyped := _MISTYPED.match(text):
        return KeyConcept(term=mistyped["term"].strip(), definition=mistyped["rest"].strip(), span=span)
    return KeyConcept(term="", definition=text, span=span)


def _parts(text: str, parted: re.Match[str]) -> bool:
    """Whether a dash or an equals sign parts a term from its meaning: not inside a formula, code or an equation, and words on both sides of `=`."""
    term, sign = parted["term"], text[parted.end("term") : parted.start("rest")]
    if _EQUATION.search(term) or (re.search(r"→|[-=]>", sign) and _EQUATION.search(parted["rest"])):
        return False
    if term.count("$") % 2 or term.count("`") % 2 or term.count("\\(") != term.count("\\)") or term.count("(") != term.count(")"):
        return False
    return "=" not in sign or bool(re.search(r"[^\W\d_]{3}", term) and len(re.findall(r"[^\W\d_]{3,}", parted["rest"])) > 1)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; a stop after an abbreviation or inside a number ends none."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text.strip()):
        if parts and not ends(parts[-1], part):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())


_LABELLED = regex(
    r"^[*_]*(?:myth|misconception|wrong|incorrect|mistake|error|false|[✗✘×❌])[*_]*\s*[:–-]?[*_]*\s*(?P<wrong>\S.{8,300}?)[\s*_]*(?:[–—-]\s*)?[*_]*(?:\b(?:fact|truth|reality|correct(?:ion| idea)?|right|actually|true)\b[*_]*\s*[:–-]|[✓✔✅])[*_]*\s*(?P<right>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
_IN_FACT = regex(
    r"^(?P<wrong>[^.;]{12,200}?)\s*(?:[;,–—-]|\s[–—-])\s*(?:but |when |whereas )?(?P<right>(?:(?:in (?:actual )?fact|in reality|actually|in wirklichkeit|tatsächlich|w rzeczywistości|tak naprawdę|στην πραγματικότητα|en réalité|en realidad),?|richtig ist:?)\s+\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A wrong idea and the right one in one sentence, or each behind its label."""
_BELIEVED = regex(
    r"^(?P<wrong>(?:thinking|believing|assuming|saying|claiming) that [^.;]{12,200}?)\s*;\s*(?:but |when |whereas )?(?P<right>(?!(?:always|use|remember|check|give|show|write|make|and|or|also|e\.g|for example)\b)[^\W\d]\S* \S+ \S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What is called a belief, and behind a semicolon what is so ("Thinking that light speeds up in glass; it slows down")."""

_CROSS, _TICK = r"(?:[(\[]\s*[✗✘×❌xX]\s*[)\]]|[✗✘❌])", r"(?:[(\[]\s*[✓✔✅]\s*[)\]]|[✓✔✅])"
_SIGNED = (
    regex(rf"^(?P<wrong>[^✗✘❌✓✔✅]{{8,300}}?)[\s.]*{_CROSS}[\s.;,–—-]*(?P<right>[^\s✗✘❌✓✔✅][^✗✘❌✓✔✅]*?)[\s.]*{_TICK}[\s.]*$"),
    regex(rf"^(?P<wrong>[^✗✘❌✓✔✅]{{8,300}}?)[\s.]*{_CROSS}[\s.;,–—-]*{_TICK}\s*(?P<right>[^\s✗✘❌✓✔✅][^✗✘❌✓✔✅]*?)[\s.]*$"),
    regex(rf"^(?P<right>[^✗✘❌✓✔✅]{{8,300}}?)[\s.]*{_TICK}[\s.;,–—-]*(?P<wrong>[^\s✗✘❌✓✔✅][^✗✘❌✓✔✅]*?)[\s.]*{_CROSS}[\s.]*$"),
    regex(rf"^{_TICK}\s*(?P<right>[^✗✘❌✓✔✅]{{8,300}}?)[\s.;,–—-]*{_CROSS}\s*(?P<wrong>[^✗✘❌✓✔✅]+?)[\s.]*$"),
)
"""A wrong idea and the right one, each with its sign behind it or before it: the signs would give them away."""
_CROSSED = regex(rf"[\s.]*{_CROSS}[\s.]*(?=\s[{UPPER}])")
_ONLY_SIGNED = regex(rf"[\s.]*(?:{_CROSS}|{_TICK})[\s.]*$")


def misconception(text: str, span: Span) -> tuple[Misconception, str]:
    """Split a claim from its correction, and return what was meant for teachers and left out of the correction.

    `Claim. Correction.` has the correction in its later sentences; a mistake in the gerund ("Confusing X with Y, rather
    than ...") has none that can be printed by itself. What else puts right, and what may be either: `corrections.judged`.
    """
    signed = None if _LABELLED.match(text) else next((found for each in _SIGNED if (found := each.match(text))), None)
    apart = _LABELLED.match(text) or signed or _IN_FACT.match(text) or _BELIEVED.match(text)
    if apart:
        text = f"{ended(apart['wrong'])} {apart['right'][:1].upper()}{apart['right'][1:]}{'.' if signed else ''}"
    text = _CROSSED.sub(".", _ONLY_SIGNED.sub(".", text))
    parts = sentences(text)
    if len(parts) < 2:
        return judged(text, (), span), ""
    kept = tuple(part for part in parts[1:] if not _TO_TEACHERS.match(part) and not _PUPILS.search(part))
    dropped = " ".join(part for part in parts[1:] if part not in kept)
    return judged(parts[0], kept, span, told=apart is not None), dropped


def loosely(text: str) -> str:
    """Return a text for comparing: without lead, final stop, case and punctuation."""
    lead = re.sub(r"^(?:award|give|allow)?\s*(?:credit|marks?)\s+(?:is |are )?(?:given |awarded )?for\s+", "", text.casefold())
    return re.sub(r"[\W_]+", " ", lead).strip()


_UNFINISHED = regex(
    r"(?:[,;:]|(?<![A-Z)\]₀-₉])(?<![A-Z][a-z])(?<![A-Za-z\s]\d)[–-]|(?<![=+×÷/*−(])(?<![=+×÷/*−] )(?<!['’])\b(?:and|or|the|a|an|of|to|in|for|with|such as|including|by|from|that|which))$"
)


_ASKS_AFTER = regex(
    r"\b(?:what|which|who|whom|where)\b[^,;:]*\b(?:of|to|in|for|with|by|from)$"
    r"|\b(?:rubbing|folding|fading|logging|signing|opting|phasing|zooming|breathing|dropping|plugging|sewing|blending|warming|joining|checking|clocking) in$",
    re.IGNORECASE,
)
"""What is asked after may leave a preposition at the end ("what BMI stands for"), and some verbs have one of their own ("rubbing in")."""


def unfinished(text: str) -> bool:
    """Whether a text plainly stops in the middle: at a comma, a conjunction, an article or a preposition."""
    # Schemes end an answer with a semicolon ("Matrix;"), behind which nothing need come.
    text = text.rstrip().removesuffix(";").rstrip()
    return bool(_UNFINISHED.search(text)) and not _ASKS_AFTER.search(text)


_NOTHING_AFTER = regex(r"^[^\W\d_][^=:–—→]*\s*(?:[=:–—→]|\s-)$")


def without_meaning(text: str) -> bool:
    """Whether a key concept is a term with the sign before its meaning, and no meaning."""
    return bool(_NOTHING_AFTER.match(text.strip("*_ ")))
