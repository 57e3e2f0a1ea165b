"""Statements in other languages than English, and the questions that they answer: "La photosynthèse a lieu dans les chloroplastes".

The languages' forms are data (`grammars/said/`); here they are read, and what a sentence needs besides is done: articles, elisions, the place of verbs.
"""

from packbuilder.derive.marking_points.abroad.told import told_in

__all__ = ["told_in"]
