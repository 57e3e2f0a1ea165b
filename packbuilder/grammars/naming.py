"""Words that only name what follows them, or what it means: "the term X", "la définition de X". For heads of tables, and for what a command asks to be defined."""

from __future__ import annotations

TERMS = frozenset(
    """term terms word words keyword keywords concept concepts vocabulary terme termes mot mots notion notions begriff begriffe begriffs fachbegriff
    fachbegriffe wort término términos concepto conceptos palabra palabras termin terminu terminy pojęcie pojęcia term termau gair cysyniad cysyniadau
    όρος όροι όρο όρου όρους έννοια έννοιας έννοιες""".split()
)
MEANINGS = frozenset(
    """meaning meanings definition definitions signification définition définitions sens bedeutung definitionen erklärung significado definición definiciones
    znaczenie definicja definicję definicje ystyr diffiniad σημασία ορισμός ορισμό""".split()
)
KEYS = (
    r"(?:(?:la |die |η )?(?:bonne |correcte |richtige |poprawna |prawidłowa |σωστή |risposta )?"
    r"(?:réponse|antwort|lösung|respuesta|solución|odpowiedź|klucz|απάντηση|ateb|risposta)(?: (?:correcte|juste|exacte|correcta|cywir|esatta|corretta))?)"
)
"""What a key to options begins with in French, German, Spanish, Polish, Greek, Welsh and Italian ("Réponse : B"): part of a pattern."""
