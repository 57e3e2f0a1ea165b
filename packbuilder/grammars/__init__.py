"""Notes in other languages than English: what their sections are called, and how their points are asked. One YAML file a language."""

from packbuilder.grammars.articles import bare, within, without_article
from packbuilder.grammars.grammar import Grammar, Word, folded, grammar_of, languages

__all__ = ["Grammar", "Word", "bare", "folded", "grammar_of", "languages", "within", "without_article"]
