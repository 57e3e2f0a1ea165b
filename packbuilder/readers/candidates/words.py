"""Words that several readers of a list need, each said once: colours of paper, minutes, yes and no in other languages, and whose a heading's field is. Pieces of patterns."""

from __future__ import annotations

COLOUR = r"(?:cream|buff|ivory|yellow|blue|green|pink|lilac|purple|orange|peach|salmon|gr[ea]y|red|tinted|melyn|glas|gwyrdd|pinc|hufen)"
"""Colours of paper, in English and in Welsh."""

MINUTES = r"(?:mins?|minutes?|munud(?:au)?|hrs?|hours?|awr|minuten?|minutos?|minut[iy]?|minuut|stunden?|std|heures?|horas?|godz(?:in[ay]?)?|uur|ore|λεπτ(?:ά|ό|α)|ώρ(?:α|ες))"
"""Units of time that is no percent: `15 mins`, `45 munud`, `20 Minuten`."""

YES_ABROAD = frozenset("oui ja sí si tak ναι sì wahr vrai verdadero vero prawda waar αληθες αληθής".split())
NO_ABROAD = frozenset(
    "non nein no nie όχι οχι nee keine keiner keines kein aucun aucune néant ninguno ninguna nada brak καμία κανένα κανένας nessuno nessuna geen "
    "falsch faux falso fałsz onwaar ψευδες ψευδής".split()
)
"""What stands for yes, and for nothing, in lists of other languages; and what spreadsheets there make of a box that is ticked, or not."""

WHOSE = r"(?:candidate|student|pupil|learner)s?"
"""Whose a field is: `Pupil forename`, `Candidate's seat`."""
