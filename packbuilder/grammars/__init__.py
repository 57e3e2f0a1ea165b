"""Notes in other languages than English: what their sections are called, and how their points are asked. One YAML file a language."""

from packbuilder.grammars.grammar import ENGLISH, Grammar, Word, folded, grammar_of, languages, primary

__all__ = ["ENGLISH", "Grammar", "Word", "folded", "grammar_of", "languages", "primary"]
