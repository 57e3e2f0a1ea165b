"""The program's own printed words, by language: a message catalogue a file, `<language>.yaml`."""

from packbuilder.wording.catalogue import Catalogue, catalogue, languages

__all__ = ["Catalogue", "catalogue", "languages"]
