"""Words that are followed by a number or a letter on paper ("Table 1", "Source B"), in the languages that notes are read in."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

STIMULI = (
    ("table",), ("figure", "fig."), ("source",), ("text",), ("extract",), ("item",), ("diagram",), ("graph",), ("chart",), ("map",),
    ("program",), ("document",), ("passage",), ("poem",), ("picture",), ("photograph",),
    ("tabelle",), ("abbildung", "abb."), ("quelle",), ("material",), ("diagramm",), ("karte",), ("auszug",),
    ("tableau",), ("doc.",), ("texte",), ("schéma",), ("carte",), ("extrait",),
    ("tabla",), ("figura",), ("fuente",), ("texto",), ("documento",), ("gráfico",), ("mapa",),
    ("tabl",), ("ffigur",), ("ffynhonnell",), ("testun",),
    ("tabela", "tabeli", "tabelę", "tabelą"), ("rysunek", "rysunku", "rys."), ("tekst", "tekstu"), ("źródło", "źródła", "źródle"),
    ("πίνακας", "πίνακα"), ("σχήμα",), ("εικόνα",), ("πηγή",), ("κείμενο",),
)  # fmt: skip
"""What stands on the paper for questions to refer to; the forms of one word stand together."""

LABEL = rf"(?i:{'|'.join(re.escape(form) for forms in STIMULI for form in forms)})\s+(?:[A-H]|\d{{1,2}})"
"""What stands over one of them, by itself: "SOURCE A"."""

DRAWN = frozenset(
    """figure diagram graph chart map picture abbildung diagramm karte schéma carte figura gráfico mapa ffigur rysunek σχήμα εικόνα""".split()
)
"""Those, in their first form, that a drawing can be called."""

_HANDED = (
    r"(?:booklet|insert|leaflet|handout|textbook|appendix|(?:data|resource|source|formulae?|formulas|information) sheet|resource (?:folder|pack)"
    r"|(?:separate|attached|enclosed|accompanying|loose) (?:\w+ )?(?:sheet|page|paper|card))s?"
)
"""What candidates have beside the paper: "the resource booklet", "a separate sheet"."""
_BOOKS = (
    r"(?:(?:the|an?|your|their|his|her) (?:[\w'’-]+ ){0,3}?(?:book|atlas|sheet|encyclopa?edia|manual|guidebook)s?"
    r"|the (?:other|additional|extra) (?:\w+ )?(?:page|paper|card|document)s?"
    r"|an? (?:[\w'’-]+ ){0,3}?(?:magazine|newspaper|journal|article|report|website))"
)
"""Where a figure can be that is none of the paper's, if it is said to be there: "Figure 2 of a plant atlas". "The article" may be a stimulus."""

_HANDED_OUT = regex(rf"\b{_HANDED}\b", re.IGNORECASE)
_IS = r"(?:(?:which |that )?(?:is|are|can be (?:seen|found)|given|shown|printed|provided|found) )?"
_IN_IT = regex(
    rf"(?:\([a-z]+\))?,?\s+\(?{_IS}(?:in|of|on|from)\s+(?:(?:the|an?|your|their|his|her)\s+(?:[\w'’-]+ ){{0,3}}?{_HANDED}|{_BOOKS})\b",
    re.IGNORECASE,
)
"""Behind "Figure 1": " in the insert", " of a plant atlas", ", which is on the separate sheet"."""
_LOOK = r"(?:(?:use|study|see|look at|refer to|there is|you will find|shows?|has|contains?)\s+)?"
_OF_IT = regex(rf"\b{_HANDED}(?:['’]s)?[,.:;]?\s+\(?{_LOOK}$", re.IGNORECASE)
"""Before "Figure 1": "In the insert, ", "Look at the insert. Study "."""


def is_handed_out(words: str) -> bool:
    """Whether words speak of what candidates have beside the paper, which may have figures of its own."""
    return _HANDED_OUT.search(words) is not None


def is_apart(words: str, start: int, end: int) -> bool:
    """Whether the figure that words name from `start` to `end` is said to be elsewhere: in an insert, on another sheet, in a book."""
    return _IN_IT.match(words, end) is not None or _OF_IT.search(words[:start]) is not None


_OTHERS = (
    "equation", "step", "experiment",
    "question", "section", "part", "exercise", "aufgabe", "frage", "teil", "teils", "abschnitt", "partie", "exercice", "pregunta", "sección",
    "parte", "ejercicio", "cwestiwn", "gwestiwn", "adran", "rhan", "ymarfer", "zadanie", "zadania", "zadaniu", "pytanie", "pytania", "część", "części",
    "ερώτηση", "ερώτησης", "ερώτημα", "ερωτήματος", "μέρος", "μέρους", "ενότητα", "ενότητας", "άσκηση", "άσκησης",
)  # fmt: skip

NUMBERED = (*(form for forms in STIMULI for form in forms), *_OTHERS)
"""All of them. Pages are none: what the program itself says of those is looked for with its own spaces."""
