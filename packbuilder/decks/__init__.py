"""Decks: cards as files for programs that ask them again when they are about to be forgotten."""
