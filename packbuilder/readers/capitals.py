"""Capitals: entries written wholly in capitals, read in ordinary case.

What a word looks like elsewhere in the notes decides; after that, tables of acronyms and of names, and the dictionary. What is in none of
them is taken for a name, and told, so that it can be put right in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from packbuilder.abbreviations import WITHIN
from packbuilder.diagnostics import Diagnostic, Span, lines_named, note, warning
from packbuilder.dollars import BETWEEN
from packbuilder.grammars import folded, grammar_of
from packbuilder.languages import primary
from packbuilder.patterns import regex
from packbuilder.readers.headings import Name
from packbuilder.readers.joining import Entry
from packbuilder.values import dataclass, replace

_FEWEST = 3
"""Words from which a text in capitals is a sentence, and not a heading, a term or a row of acronyms."""
_SHORTEST_NAME = 4
"""A shorter word that no dictionary has is an acronym."""
_LONGEST_ACRONYM = 5
"""A longer word in capitals elsewhere ("OVERLOAD - ...") only shouts as well."""
_KEPT = regex(rf"`[^`]*`|{BETWEEN}|\\\(.*?\\\)|\\ce\{{(?:[^{{}}]|\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})*\}}")
_WORD = regex(r"[^\W_](?:[^\W_]|['’-](?=[^\W_]))*")
_SMALL = regex(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
_STARTS = regex(rf"(?:^|{WITHIN}(?<!\s[A-Z])[.!?:]\s+|^[-*•\s]+)[“‘\"'(]*$")
_ROMAN = regex(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})$")
_ACRONYMS = frozenset(
    """AC ADHD AIDS ATP BBC BMI BSE CAD CAM CBT CCTV CFC CFCS CIA CPI CPR CPU CV DC DNA DVT ECG EEC EEG EMF EU FBI FIFA FITT FSA GATT GCSE GDP GDPR GIS GNI GNP GPS
    HACCP HDI HIV HMRC HSE HTML HTTP HTTPS IBM ICT IMF IP IQ IRA ISP IUCN IVF KPI LAN LDC LED LEDC LIC MEDC MMR MRI MRSA MS NAFTA NASA NATO NEE NGO NGOS NHS NIC NSAIDS
    OFSTED OPEC PE PESTLE PPE PSHE PTSD RAF RAM REM RNA ROM RSPB SEN SEND SMART SQL SSD SWOT TCP TNC TNCS TV UK UN UNESCO UNICEF URL US USA USB USSR UV VAT VLE WAN WHO WTO
    WWF XML CO2 H2O""".split()
)
_NOT_ACRONYMS = frozenset({"WHO", "SMART", "SEND", "RAM", "AIDS", "CAM", "MS"})
"""Acronyms that are words as well: they are one only where the notes write them so."""
_OTHERWISE = {
    "PH": "pH",
    "MRNA": "mRNA",
    "TRNA": "tRNA",
    "KWH": "kWh",
    "OFSTED": "Ofsted",
    "CFCS": "CFCs",
    "NGOS": "NGOs",
    "TNCS": "TNCs",
    "COLI": "coli",
    "KM": "km",
    "KG": "kg",
}
_NAMES = frozenset(
    """africa african africans america american americans asia asian australia australian austria austrian belgium berlin birmingham brazil britain british
    britons buddhist buddhists buddhism canada chile china chinese christian christianity christians christmas cuba cuban cardiff denmark dublin easter edinburgh egypt
    egyptian egyptians england english europe european europeans finland france french german germans germany glasgow greece greek greeks hindu hindus hinduism
    holland hungary iceland india indian indians indonesia iran iraq ireland irish islam islamic israel italian italians italy jakarta japan japanese jesus jew jews
    jewish judaism kenya korea korean lagos latin liverpool london manchester mexico moscow mumbai muslim muslims nepal netherlands nigeria nigerian norman normans
    normandy norway pakistan palestine paris poland polish portugal prussia roman romans rome russia russian russians scotland scottish shakespeare sikh sikhs
    sikhism soviet spain spanish stalin stalinist sweden swiss switzerland syria tudor tudors turkey turkish ukraine vietnam vietnamese versailles victorian victorians
    henry edward james william charles george elizabeth mary anne richard john thomas viking vikings wales washington weimar welsh hitler nazi nazis nazism lenin marx marxist freud piaget skinner bandura bowlby newton einstein darwin ohm hooke
    pythagoras boyle monday tuesday wednesday thursday friday saturday sunday january february april june july october november december
    september august quran bible torah god haber brownian mendel vygotsky milgram macbeth hamlet othello romeo juliet dickens wordsworth keats owen duffy
    atlantic pacific arctic antarctica amazon thames himalayas alps sahara haiti chernobyl""".split()
)
_WORDS_TOO = frozenset(
    "china turkey polish swiss mark march august easter latin wales may john owen duffy led us un wan cad pe ram".split()
)
"""Names and acronyms that are ordinary words, or parts of them, as well: how the notes write them decides."""
_USUAL = frozenset("it may who is be am an no so do go he me my we up by or in on of if as at to ie eg".split())
"""Words of two letters or three that are never taken for acronyms here."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A text in ordinary case, and the words of it that were only taken for names."""

    text: str
    unsure: tuple[str, ...] = ()


def in_capitals(text: str) -> bool:
    """Whether a text is a sentence written wholly in capitals."""
    bare = _KEPT.sub(" ", text)
    words = [word for word in _WORD.findall(bare) if len(word) > 1 and not any(c.isdigit() for c in word)]
    loud = sum(
        word.isupper() or bool(re.fullmatch(r"[a-z]{1,2}[A-Z]+s?", word)) for word in words
    )  # "mRNA" and "pH" are said so by those who shout
    return len(words) >= _FEWEST and loud == len(words) and any(len(word) > 4 for word in words)


def seen_in(texts: Iterable[str]) -> dict[str, str]:
    """Return how each word is written in texts that are not in capitals: small wherever it ever is, else as within sentences."""
    seen: dict[str, str] = {}
    for text in texts:
        if in_capitals(text):
            continue
        for found in _SMALL.finditer(text):
            word = found[0]
            if word[:1].isupper() and word[1:].islower() and _STARTS.search(text[: found.start()]):
                continue  # the first word of a sentence tells nothing
            key = word.casefold()
            if word.islower() and _is_slip(key):
                continue
            if key not in seen or word.islower():
                seen[key] = word
    return seen


def _is_slip(word: str) -> bool:
    """Whether a word in small letters should have a capital wherever it stands ("hitler", "rna"): it shows nothing but haste."""
    known = word in _NAMES or (word.upper() in _ACRONYMS and word.upper() not in _NOT_ACRONYMS)
    return known and word not in _WORDS_TOO


def restored(text: str, seen: dict[str, str], language: str = "") -> Restored:
    """Return a text in capitals in ordinary case. `seen` is how other lines write the words (`seen_in`); `language` is the notes', where it is not English."""
    text = re.sub(r"\b(?:E\.G|I\.E|ETC)(?:\.|\b)", lambda found: found[0].lower(), text)
    unsure: list[str] = []
    kept = [(found.start(), found.end()) for found in _KEPT.finditer(text)]

    def cased(found: re.Match[str]) -> str:
        if found[0].islower() or any(start <= found.start() < end for start, end in kept):
            return found[0]
        word = _cased(found[0], seen, unsure, language)
        if _STARTS.search(text[: found.start()]) and word.islower():
            return word[:1].upper() + word[1:]
        return word

    return Restored(_WORD.sub(cased, text), tuple(dict.fromkeys(unsure)))


def _cased(word: str, seen: dict[str, str], unsure: list[str], language: str) -> str:
    """Return one word in ordinary case; each part of a compound by itself."""
    if not word.isupper() and not any(c.isdigit() for c in word):
        return word  # "mRNA"
    if word in _OTHERWISE:
        return _OTHERWISE[word]
    if word.casefold() in seen and not (seen[word.casefold()].isupper() and len(word) > _LONGEST_ACRONYM):
        return seen[word.casefold()]
    owned = re.fullmatch(r"(.+)(['’][A-Z]{1,2})", word)
    if owned:
        return _cased(owned[1], seen, unsure, language) + owned[2].lower()
    if "-" in word:
        return "-".join(_cased(part, seen, unsure, language) if part else "" for part in word.split("-"))
    small = word.lower()
    if any(c.isdigit() for c in word):
        return small if re.fullmatch(r"\d+(?:ST|ND|RD|TH|S)", word) else word
    if language:
        return _cased_in(language, word, unsure)
    if len(word) == 1:
        return "a" if word == "A" else word
    if small in _USUAL:
        return small
    if (word in _ACRONYMS and word not in _NOT_ACRONYMS) or _ROMAN.match(word) or not re.search(r"[AEIOUY]", word):
        return word
    if small in _NAMES:
        return word.capitalize()
    # Imported here: the lemmatiser takes 0.3 s to import, and few notes shout.
    from simplemma import is_known, lemmatize

    if is_known(small, lang="en"):
        return small if lemmatize(small, lang="en").islower() else word.capitalize()
    if len(word) < _SHORTEST_NAME:
        return word
    unsure.append(word.capitalize())
    return word.capitalize()


def _cased_in(language: str, word: str, unsure: list[str]) -> str:
    """Return a word of another language in ordinary case: small where its dictionary has it so; else with a capital, where its nouns have one."""
    from simplemma import is_known, lemmatize

    small = word.lower()
    if _ROMAN.match(word) and len(word) > 1:
        return word
    if is_known(small, lang=language):
        return small if lemmatize(small, lang=language)[:1].islower() else word.capitalize()
    if word in _ACRONYMS and word not in _NOT_ACRONYMS:
        return word
    grammar = grammar_of(language)
    if grammar is not None and grammar.capital_nouns:
        return word.capitalize()
    unsure.append(small)
    return small


_SMALL_NAMES = "Names made of ordinary words begin small: write the line in ordinary case where that is wrong."

_WORTH = regex(r"\s*[\[(]\d{1,2}[^\])]{0,12}[\])]\s*\.?$")
"""What a point is worth, which may stand small after a point in capitals."""

Entries: TypeAlias = dict[Name, tuple[Entry, ...]]


def in_ordinary_case(sections: Entries, path: str, found: list[Diagnostic], language: str = "") -> Entries:
    """Return the entries of all sections without sentences in capitals; one message names their lines, and the words that it is not sure of."""
    other = primary(language) if grammar_of(language) else ""
    every = [entry for entries in sections.values() for entry in entries]
    loud = [entry for entry in every if in_capitals(_WORTH.sub("", entry.text) if other else entry.text)]
    if not loud:
        return sections
    seen = seen_in(entry.text for entry in every if entry not in loud)
    if other:
        # Capitals are often written without accents, which other lines show.
        seen = {folded(word): shown for word, shown in seen.items()} | seen
    made = {entry: restored(entry.text, seen, other) for entry in loud}
    unsure = sorted({word for each in made.values() for word in each.unsure})
    message = f"written in capitals, read in ordinary case ({lines_named(entry.line for entry in loud)})"
    span = Span(path=path, line=min(entry.line for entry in loud))
    if unsure:
        taken = f"Taken for {'ordinary words' if other else 'names'}, since neither another line nor the dictionary shows them: {', '.join(unsure)}."
        found.append(warning("N139", message, span, taken, _SMALL_NAMES))
    else:
        found.append(note("N139", message, span, _SMALL_NAMES))
    return {
        name: tuple(replace(entry, text=made[entry].text) if entry in made else entry for entry in entries)
        for name, entries in sections.items()
    }
