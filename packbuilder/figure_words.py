"""Words that are followed by a number or a letter on paper ("Table 1", "Source B"), in the languages that notes are read in."""

from __future__ import annotations

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

_OTHERS = (
    "equation", "step", "experiment",
    "question", "section", "part", "exercise", "aufgabe", "frage", "teil", "teils", "abschnitt", "partie", "exercice", "pregunta", "sección",
    "parte", "ejercicio", "cwestiwn", "gwestiwn", "adran", "rhan", "ymarfer", "zadanie", "zadania", "zadaniu", "pytanie", "pytania", "część", "części",
    "ερώτηση", "ερώτησης", "ερώτημα", "ερωτήματος", "μέρος", "μέρους", "ενότητα", "ενότητας", "άσκηση", "άσκησης",
)  # fmt: skip

NUMBERED = (*(form for forms in STIMULI for form in forms), *_OTHERS)
"""All of them. Pages are none: what the program itself says of those is looked for with its own spaces."""
