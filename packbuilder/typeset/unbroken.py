"""Spaces at which no line ends: they tie a number to its unit, or to what it is the number of."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_NUMBERED = (
    "table", "figure", "fig.", "source", "text", "extract", "item", "diagram", "graph", "chart", "map", "program", "document", "passage",
    "poem", "equation", "step", "experiment", "picture", "photograph",
    "tabelle", "abbildung", "abb.", "quelle", "material", "diagramm", "karte", "auszug",
    "tableau", "doc.", "texte", "schéma", "carte", "extrait",
    "tabla", "figura", "fuente", "texto", "documento", "gráfico", "mapa",
    "tabl", "ffigur", "ffynhonnell", "testun",
    "tabela", "tabeli", "tabelę", "tabelą", "rysunek", "rysunku", "rys.", "tekst", "tekstu", "źródło", "źródła", "źródle",
    "question", "section", "part", "exercise", "aufgabe", "frage", "teil", "teils", "abschnitt", "partie", "exercice", "pregunta", "sección",
    "parte", "ejercicio", "cwestiwn", "gwestiwn", "adran", "rhan", "ymarfer", "zadanie", "zadania", "zadaniu", "pytanie", "pytania", "część", "części",
    "ερώτηση", "ερώτησης", "ερώτημα", "ερωτήματος", "μέρος", "μέρους", "ενότητα", "ενότητας", "άσκηση", "άσκησης",
    "πίνακας", "πίνακα", "σχήμα", "εικόνα", "πηγή", "κείμενο",
)  # fmt: skip
"""What questions refer to by a number or a letter ("Table 1", "Source B"), in the languages that notes are read in. Pages
are none of them: what the program itself says of those is looked for with its own spaces."""

_BEHIND = "|".join(rf"(?<=\b{re.escape(each)} )" for word in dict.fromkeys(_NUMBERED) for each in (word, word.capitalize()))

UNBROKEN = regex(
    r"(?<=\d) (?=(?:%|°C?|[kcmµnMG]?m[²³]?|dm[²³]?|[kmµM]?g|t|[mµn]?s|min|h|[kM]?J|[kM]?W|[mk]?V|[mµ]?A|k?Hz|[kM]?N|k?Pa|K|[mk]?mol|ha|ml|cl|l|L|Ω|p)(?![\w’']))"
    r"| (?=[:;?!»](?:[\s.,)]|$))|(?<=«) "
    r"|(?<=\b[zdui]\.) (?=[Bhad]\.)"
    rf"| (?=(?:\d{{1,3}}|[A-H])(?!\w))(?:{_BEHIND})"
)
"""A space at which no line ends: between a number and its unit, within "z. B." and "d. h.", as French has it before a colon or a question mark and
inside quotation marks, and between "Table" and its number."""


def unbroken(text: str) -> str:
    """Return a text whose spaces of this kind are no-break spaces."""
    return UNBROKEN.sub("\u00a0", text)
