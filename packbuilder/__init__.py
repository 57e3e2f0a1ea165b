"""packbuilder: from revision notes to revision packs, practice papers and mark schemes that match."""

__version__ = "0.1.0"
