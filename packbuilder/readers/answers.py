"""Answers: what stands below a question in notes, as one text with it: `STEM [3]: one; two; three. Accept: four. Reject: five.`

Signs of marks are taken off: "(1)", "1 mark for", ticks. What is said to markers only, such as levels, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.amounts import NUMBER, number_said
from packbuilder.bands import set_apart
from packbuilder.leads import for_markers
from packbuilder.limits_said import most_of
from packbuilder.patterns import regex
from packbuilder.readers.joining import Entry
from packbuilder.readers.labels import capped, labelled, marking, marks_said
from packbuilder.readers.listing import Loss
from packbuilder.readers.questions import asks, asks_for_steps, commands, ends_in_marks, parted, to_candidates
from packbuilder.remarks import OF_QUALITY
from packbuilder.values import dataclass, replace
from packbuilder.worth import only_shares, written_out

_GENERAL = regex(
    r"^(?:(?:the |an? )?(?:any|all|other|another|answers?|responses?|references?|equivalent|alternative|similar|reasonable|valid|suitable|relevant|correct|appropriate|if)\b|(?:marks?|full|half)\b)|^[‘“'\"][^‘’“”'\"]+[’”'\"] for \S",
    re.IGNORECASE,
)
"""What is accepted in general, or as another word, names no answer ("any valid example", "'lactic acid' for lactate")."""
_FOR = regex(
    rf"^(?:award|give|allow)?\s*:?\s*(?:(?P<n>{NUMBER}|an?other|a further|a second|the (?:first|second|other)) ?(?:marks?|mks?)\b(?: (?:(?:is |are )?(?:awarded |given |available )?for|if|to))?|[MAB](?P<m>\d)\s+for)\s*[:–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_METHOD = regex(r"^[MAB]\d\s+for\b")
_AND_FOR = regex(
    rf"(?:[,;.]\s*(?:and |plus |\+ ?)?|\s+(?:and|plus|\+)\s+)(?=(?:(?:award|give) )?(?:{NUMBER}|an?other|a further) marks? for\b)",
    re.IGNORECASE,
)
_INNER = regex(rf"(?:(?<=[\w.,;:)’'”%°])|^|\s)\s*[\[(](?P<n>{NUMBER})(?:\s*marks?)?[\])](?=[\s.,;:)]|$)", re.IGNORECASE)
_TICKS = regex(r"\s*\(?[✓✔☑√]+\)?(?=[\s.,;]|$)|^[✓✔☑]+\s*")
_TAIL = regex(r"\s+[–-]?\s*(?P<n>\d)\s*marks?\.?$", re.IGNORECASE)
_LETS = regex(r"^allow(?: \w+){1,3} to\b", re.IGNORECASE)
"""An answer in the imperative ("allow the dough to rise"), and nothing said to markers."""
_COUNTED = regex(rf"[\s.:;,–-]*\b(?:any|maximum|max)\s+(?P<n>{NUMBER})(?:\s+(?:from|of)(?: the following)?)?\s*$", re.IGNORECASE)
_OF_MARKS = regex(r"\b\d marks?\b", re.IGNORECASE)
_EACH = regex(rf"[\s.:;,–-]*\(?\b(?P<n>{NUMBER}) (?:marks?|mks?) (?:per|each|for (?:each|every))\b[^.:;()]{{0,30}}\)?\s*$", re.IGNORECASE)
_VERDICT = regex(
    r"(?:(?<=[.;])|(?<=\(\d\)))\s+(?=(?:accept|allow|condone|reject|ignore|do not (?:accept|allow|credit)|don['’]t (?:accept|allow|credit))\b)",
    re.IGNORECASE,
)
"""Where an answer ends, and what is credited beside it, or not, begins in the same line."""
_NOTED = regex(r"(?P<stop>[\w)’'])[.;]?\s+N\.?B\.?:?\s+(?=(?:accept|allow|condone|reject|ignore|do not|don['’]t)\b)", re.IGNORECASE)
"""What is noted for markers ("NB Do not credit narrative") is a verdict."""
_COMPLETES = regex(
    r"(?:\b(?:such as|including|e\.g\.?|for example|these|(?:one|two|three|any|some) of)|\b(?:the )?following(?:\s+\w+){0,4})$",
    re.IGNORECASE,
)
"""What is completed by the list below it: that is no answer, or not one alone."""
_GUIDANCE = regex(r"^guidance:\s+(?=\S)", re.IGNORECASE)
_ALSO = regex(r"^also (?:accept|allow)\b", re.IGNORECASE)
_LETTER = regex(r"\(?[a-hivx]{1,3}[).]")
_ASKED = regex(r"^Q(?:uestion)?\s?\d{0,2}\s?[:.]\s+", re.IGNORECASE)
_GOES_ON = regex(
    r"(?:and|or|so|because|which|who|that|where|when|if|as|at|by|with|without|to|for|from|in|into|on|of|than|therefore|hence|thus|meaning|leading|causing|making|allowing|resulting|then|but|up|due|via|using|is|are|was|were)\b|[/,+&]",
    re.IGNORECASE,
)
"""What goes on with the answer before it, whose marks stand within one sentence."""
_PARTED = 2
"""Marks within a line part it where there are so many."""
_OBJECTIVES = regex(
    r"[\s,;–—-]*(?:\s|(?<=\S)(?=[\[(]))[\[(]?(?P<names>AO\s?\d(?:\s*[,/&+]\s*AO\s?\d)*)[\])]?(?P<marks>\s*[\[(]\d{1,2}(?:\s*marks?)?[\])])?\s*\.?$"
)
"""Objectives at a question's end, before its marks or behind them ("... a catalyst AO1 [2]")."""
_LAST_SENTENCE = regex(r"(?<=[.;?)\]])\s+(?P<last>(?![\[(])[^.;?]+\.?)$")
_BEHIND = regex(r"(?:(?<=[\w)’'\]]):|(?<=[a-z)\]’'][.?])|\s[–—-])\s+(?![‘“'\"])(?=\S)")
"""Where the answers of a question begin in its own line."""
_TELLS = regex(r"(?:use|refer|include|consider|explain|justify|give|support|illustrate|you|your|in your)\b", re.IGNORECASE)
"""What tells candidates how to answer is no answer."""
_HELD = regex(r"^(?P<asked>[^:]{8,}):\s+(?P<list>[^:]+)$")
_SHORT, _FEWEST = 5, 3
"""A list without semicolons has so many things at the least, of so many words at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scheme:
    """What stands below a question: answers, what is accepted, rejected and ignored, the lines that are told, and marks.

    `guidance` are notes to markers that are printed; `also`: what is accepted stands beside answers, and is none itself.
    `tally` holds the marks of each answer, `each` what every answer is worth and `limit` the most that all are; 0 where nothing says it.
    """

    answers: list[str]
    accept: list[str]
    reject: list[str]
    ignore: list[str]
    told: list[Entry]
    guidance: list[str]
    also: list[str]
    tally: list[int]
    each: list[int]
    limit: list[int]


def answered(entry: Entry, below: tuple[Entry, ...]) -> tuple[Entry, tuple[Loss, ...]]:
    """Return a question as one text with what stands below it, and what is said there to markers only."""
    scheme = _scheme(below, asked=asks(entry.text))
    own, limits = _without_limits(entry.text.strip())
    scheme.guidance[:0] = limits
    if named := _OBJECTIVES.search(own):
        # They stand behind all that is credited, where they are read.
        own, entry = own[: named.start()] + (named["marks"] or ""), replace(entry, behind=f"{entry.behind} [{named['names']}]".strip())
    stem, marks = _stem(_ASKED.sub("", written_out(own)), scheme)
    losses = tuple(told(each) for each in scheme.told)
    verdicts = [
        f"{name}: {' / '.join(said)}"
        for name, said in (
            ("Accept" if scheme.answers or not scheme.also else "Also accept", scheme.accept),
            ("Reject", scheme.reject),
            ("Ignore", scheme.ignore),
            ("Guidance", scheme.guidance),
        )
        if said
    ]
    listing = "; ".join(_with_marks(scheme, marks))
    worth = f" [{marks}]" if marks else ""
    if not listing and not verdicts:
        return entry, losses
    if listing and (completes := _COMPLETES.search(stem)):
        # "Define the following:" is no question without what stands below it.
        joint = ":" if "following" in completes[0].casefold() else ", including" if completes[0].endswith(" of") else ""
        text = f"{stem}{joint} {listing}{worth}"
    elif listing and (held := _HELD.match(stem)) and answers_itself(stem):
        text = f"{held['asked']}{worth}: {held['list']}; {listing}"
    elif listing:
        # Without marks a colon tells a list from the question only where there is one, and no other colon.
        plain = not worth and (":" in listing or not re.search("[,;]", listing))
        text = f"{stem}{worth}{'' if stem.endswith('?') and not worth else ', including' if plain else ':'} {listing}"
    else:
        text = f"{stem}{worth}"
    if verdicts:
        text = f"{text.rstrip('.')}{'' if text.endswith('?') else '.'} {'. '.join(verdicts)}."
    return replace(entry, text=text), losses


def _with_marks(scheme: _Scheme, marks: int) -> Iterator[str]:
    """Yield answers, each with its marks behind it where they are not all worth one, and are all that the question is worth."""
    told = len(scheme.tally) == len(scheme.answers) > 1 and sum(scheme.tally) == marks and all(scheme.tally) and max(scheme.tally) > 1
    yield from (f"{answer} ({worth})" for answer, worth in zip(scheme.answers, scheme.tally, strict=True)) if told else scheme.answers


def _without_limits(text: str) -> tuple[str, list[str]]:
    """Return a question without what its last sentences say to markers of how far an answer may go ("Max 2 if no named process."), and these."""
    limits: list[str] = []
    while (found := _LAST_SENTENCE.search(text)) and capped(found["last"]):
        limits.insert(0, found["last"].rstrip(" ."))
        text = text[: found.start("last")].rstrip()
    return text, limits


def answers_itself(text: str) -> bool:
    """Whether a question is followed by answers in its own line, so that a list below it is no part of it."""
    stem, _ = parted(_EACH.sub("", written_out(_without_limits(set_apart(text.strip()).text)[0])).rstrip(" .:;"))
    found = _BEHIND.search(stem)
    rest = stem[found.end() :] if found else ""
    return bool(rest) and not (to_candidates(rest) or asks(rest) or _TELLS.match(rest))


def told(entry: Entry) -> Loss:
    """Return the loss of what is said to markers only below a point ("Max 2")."""
    message = f"what is said to markers below a point is not printed ({entry.text[:60]})"
    return Loss(line=entry.line, code="N132", message=message, grave=False)


def own_questions(entry: Entry, below: tuple[Entry, ...]) -> bool:
    """Whether what stands below an entry are questions of their own: parts with letters, with marks, or below what has none itself."""
    first = min(each.indent for each in below)
    parts = [each for each in below if each.text and each.indent <= first + 1 and not labelled(each.text) and not marking(each.text)]
    if not (asks(entry.text) or ends_in_marks(entry.text)):
        return any(commands(each.text) for each in parts)
    asked = [each for each in parts if _is_question(each)]
    own = [each for each in asked if ends_in_marks(each.text) or _LETTER.match(each.label)]
    whole = bool(parts) and len(asked) == len(parts)
    several = sum(bool(_LETTER.match(each.label)) and ends_in_marks(each.text) for each in own) * 2 > len(parts)
    return (whole and (bool(own) or not (ends_in_marks(entry.text) or asks_for_steps(entry.text)))) or several


def _is_question(entry: Entry) -> bool:
    text = entry.text.strip("*_ ")
    begun = commands(text) or ends_in_marks(text) or _LETTER.match(entry.label)
    return text.endswith("?") or bool(begun and asks(text) and text[:1].isupper())


def _scheme(below: tuple[Entry, ...], *, asked: bool) -> _Scheme:
    """Sort the lines below a question, or below what only names what is credited; what a question accepts are its answers, if it has no others."""
    below = tuple(replace(each, text=part) for each in below for part in _VERDICT.split(_NOTED.sub(r"\g<stop>. ", each.text)))
    scheme = _Scheme(answers=[], accept=[], reject=[], ignore=[], told=[], guidance=[], also=[], tally=[], each=[], limit=[])
    kind, indent = "", 0
    plain = [each for each in below if not (labelled(each.text) or marking(each.text) or only_shares(each.text))]
    for place, entry in enumerate(below):
        text = entry.text.strip()
        if kind and entry.indent < indent:
            kind = ""
        label = labelled(text)
        general = for_markers(text, "") and not (_METHOD.match(text) or (label and label[0] in ("answer", "any", "each")))
        noted = _GUIDANCE.match(text)
        if noted or capped(text) or OF_QUALITY.match(text):
            scheme.guidance.append(text[noted.end() if noted else 0 :].rstrip(" .;,"))
        elif marking(text) or only_shares(text) or general:
            per, limit = marks_said(text)
            scheme.each.extend((per,) if per else ())
            scheme.limit.extend((limit,) if limit else ())
            scheme.told.append(entry)
        elif label:
            kind, indent = _under(label, entry, below[place + 1 :], scheme)
        elif for_markers(text, text) and not (_FOR.match(text) or _LETS.match(text)):
            scheme.told.append(entry)
        elif kind in ("accept", "reject", "ignore"):
            getattr(scheme, kind).append(_worded(text)[0])
        else:
            _answer(text, len(plain) == 1 or kind == "answer", scheme)
    if asked and not (scheme.answers or scheme.also):
        named = [each for each in scheme.accept if not _GENERAL.match(each)]
        scheme.accept[:] = [each for each in scheme.accept if each not in named]
        for each in named:
            _answer(each, True, scheme)
    return scheme


def _under(label: tuple[str, str, str], entry: Entry, after: tuple[Entry, ...], scheme: _Scheme) -> tuple[str, int]:
    """Read a line with a label; return what the lines after it are and how far in they stand at the least, where it stands before several."""
    kind, _, rest = label
    if kind in ("any", "each") and (found := re.search(rf"\b{NUMBER}\b", entry.text, re.IGNORECASE)):
        (scheme.limit if kind == "any" else scheme.each).append(number_said(found[0]))
        kind = "answer"
    if rest and kind == "answer":
        _answer(rest, True, scheme)
    elif rest:
        scheme.also.extend((rest,) if _ALSO.match(entry.text) else ())
        getattr(scheme, kind).append(rest.rstrip(" .;,") if _GENERAL.match(rest) else _accepted(rest))
    deeper = bool(after) and after[0].indent > entry.indent
    return ("", 0) if rest else (kind, entry.indent + 1 if deeper else 0)


def _accepted(text: str) -> str:
    """Return what is accepted or not; its marks are taken off, and what it lists is alternatives."""
    return re.sub(r"\s*;\s*", " / ", _worded(text)[0])


def _answer(text: str, alone: bool, scheme: _Scheme) -> None:
    """Add an answer, or those of a line that lists several."""
    parts = _AND_FOR.split(text)
    if len(parts) == 1:
        parts = _by_semicolons(text) if ";" in text else _by_marks(text)
    for part in parts:
        words, marks = _worded(part)
        pieces = tuple(_pieces(words)) if alone and len(parts) == 1 else (re.sub(r"\s*;\s*", ", ", words),)
        scheme.answers.extend(piece for piece in pieces if piece)
        if words:
            scheme.tally.append(marks)


def _by_semicolons(text: str) -> list[str]:
    """Return the parts of a line that semicolons part, where each has marks of its own; otherwise the line."""
    parts = [part for part in re.split(r"\s*;\s*", text) if part.strip(" .")]
    return parts if len(parts) > 1 and all(map(_INNER.search, parts)) else [text]


def _by_marks(text: str) -> list[str]:
    """Return the parts of a line that each have marks of their own behind them ("wires (1) pipes (1)")."""
    ends = [found.end() for found in _INNER.finditer(text) if found.start() > 0]
    if len(ends) < _PARTED or text[ends[-1] :].strip(" .;,"):
        return [text]
    parts = [text[start:end].strip(" .;,") for start, end in zip((0, *ends), ends, strict=False)]
    return [text] if any(map(_GOES_ON.match, parts)) else parts


def _pieces(text: str) -> Iterator[str]:
    """Yield the things that a line lists."""
    by_comma = re.split(r",\s+(?:and |or )?", text)
    if ";" in text:
        parts = re.split(r"\s*;\s*", text)
    elif text.count(" / ") > 1 and "," in text:
        parts = text.split(" / ")
    elif len(by_comma) >= _FEWEST and all(len(part.split()) <= _SHORT for part in by_comma):
        parts = by_comma
    else:
        parts = [text]
    yield from (part.strip(" .;,") for part in parts)


def _worded(text: str) -> tuple[str, int]:
    """Return an answer without the signs of its marks, and the marks that they are worth together."""
    marks = 0
    text = re.sub(r"^(?:Award:|\((?:i{1,3}|iv|v|[a-h])\)(?=\s+\w))\s*", "", text.strip())
    if (found := _FOR.match(text)) and found.end() < len(text):
        said = found["n"] or found["m"] or "1"
        marks += number_said(said) if re.fullmatch(NUMBER, said, re.IGNORECASE) else 1
        text = text[found.end() :]
    of_marks = len(_OF_MARKS.findall(text)) > 1  # "simple explanation 1 mark, detailed 2 marks": a sentence about them
    for pattern in (_INNER,) if of_marks else (_INNER, _TAIL):
        marks += sum(number_said(each["n"]) for each in pattern.finditer(text))
        text = pattern.sub("", text)
    marks += sum(each[0].count(tick) for each in _TICKS.finditer(text) for tick in "✓✔☑√")
    text = _TICKS.sub("", text)
    return re.sub(r"\s+", " ", text).strip(" .;,"), marks


def _stem(text: str, scheme: _Scheme) -> tuple[str, int]:
    """Return a question without its marks, and what it is worth: as it says itself, as the lines below limit it, or as they add up."""
    text = text.rstrip(" :;")
    each = _EACH.search(text)
    counted = _COUNTED.search(text[: each.start()] if each else text)
    stem, marks = parted(text[: (counted or each).start()] if (counted or each) else text)  # type: ignore[union-attr]  # one is found
    if counted and not marks:
        marks = number_said(counted["n"])
    if each and not marks:
        scheme.each.append(number_said(each["n"]))
    if marks or not scheme.answers:
        return stem, marks
    if scheme.limit:
        return stem, scheme.limit[0]
    if scheme.each:
        return stem, scheme.each[0] * len(scheme.answers)
    *others, last = scheme.tally or (0,)
    if last > 1 and others and not any(others):
        return stem, last  # what all of them are worth, behind the last
    return stem, most_of(stem, sum(scheme.tally)) if all(scheme.tally) else 0
