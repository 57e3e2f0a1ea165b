"""Verbs: from a gerund to the imperative, and what each command word is good for."""

from __future__ import annotations

from functools import lru_cache

_BASES = """
account acknowledge act adapt add address adopt advise aid aim allow analyse annotate answer apply appraise appreciate arrange
articulate ask assess assign associate avoid balance begin break bring build calculate carry categorise choose cite clarify
classify collect combine comment communicate compare complete conclude conduct connect consider construct contrast contribute
convert create critique deal debate decide deduce define deliver demonstrate derive describe design detail determine develop
devise differentiate discuss display distinguish draw elaborate employ enable encourage engage ensure establish estimate evaluate
examine exemplify explain explore express extend extract factorise find follow form formulate gather generate give give group
handle help highlight identify illustrate implement include incorporate indicate inform integrate interpret investigate involve
judge justify keep know label lead link list locate maintain make manage map match measure meet mention model monitor name
note obtain offer organise outline perform place plan plot practise predict prepare present prioritise produce promote propose
protect prove provide put rank read realise recall recognise recommend record refer reflect relate report represent research
review select separate set show simplify sketch solve specify state structure suggest summarise support take test trace
understand undertake use utilise value verify visualise weigh work write
"""

_IRREGULAR = {"lying": "lie", "tying": "tie", "dying": "die", "vying": "vie"}
_DOUBLED = frozenset("plan map plot put set get begin stop".split())


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if base in _DOUBLED else base + "ing"


_KNOWN = {_gerund(base): base for base in _BASES.split()} | _IRREGULAR

NOMINALS = {
    "identification": "identify", "explanation": "explain", "description": "describe", "evaluation": "evaluate",
    "analysis": "analyse", "comparison": "compare", "discussion": "discuss", "application": "apply",
    "calculation": "calculate", "interpretation": "interpret", "justification": "justify", "assessment": "assess",
    "definition": "define", "demonstration": "demonstrate", "use": "use", "recognition": "identify", "exploration": "explore",
    "consideration": "discuss", "examination": "examine", "outline": "outline", "summary": "summarise",
    "classification": "classify", "prediction": "predict", "construction": "construct", "presentation": "present",
    "selection": "select", "knowledge": "know", "understanding": "understand", "awareness": "understand",
}  # fmt: skip
"""Nominalisations at the head of a criterion, and the verb that asks for the same."""


@lru_cache(maxsize=4096)
def imperative(gerund: str) -> str:
    """Return the verb of a gerund ("analysing" -> "analyse"), or an empty text where the word is no gerund."""
    word = gerund.casefold()
    if word in _KNOWN:
        return _KNOWN[word]
    if not word.endswith("ing") or len(word) < 6:
        return ""
    # Imported here: the lemmatiser takes 0.3 s to import, and the table above has nearly every verb of criteria.
    import simplemma

    lemma = str(simplemma.lemmatize(word, lang="en"))
    return lemma if lemma != word and not lemma.endswith("ing") else ""


def is_verb(word: str) -> bool:
    """Whether a word is a verb of the lexicon in its base form."""
    return word.casefold() in _BASE_SET


_BASE_SET = frozenset(_BASES.split())
