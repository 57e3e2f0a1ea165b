"""A diagram that a written answer is to have: who is told to use one needs room to draw it, above the lines."""

from __future__ import annotations

import re

from packbuilder.document import Ruling
from packbuilder.fields import Fields
from packbuilder.patterns import regex
from packbuilder.question_types.free_drawing import RULINGS

_NONE = "none"
"""What `space:` of a bank may say besides `RULINGS`."""

_DRAWN = r"(?:diagrams?|sketch(?:es|[- ](?:map|graph|diagram)s?)?|drawings?|graphs?|flow ?charts?|cross[- ]sections?)"
_ONE = rf"(?:an?|one|one or more|some|your own|suitable|appropriate|clear|(?:fully |clearly )?(?:labell?ed|annotated)) (?:(?!(?:the|of|an?|to|for|from|in|on|with|by|how)\b)[\w/-]+,? ){{0,4}}?{_DRAWN}\b"
_BEGINS = r"(?:^|[.!?;:,(]\s+|\band )"
_ASKED = regex(
    rf"(?:{_BEGINS}(?:please )?(?:you (?:should|may|must|can|could|need to|are advised to) )?(?:use|using|include|including|draw|sketch|add|provide|give) (?P<used>{_ONE})"
    rf"|\b(?:with|by) the (?:aid|help|use) of (?P<aided>{_ONE})"
    rf"|\b(?:illustrat|support|accompan|annotat)\w* (?:your (?:answer|explanation|response|description) )?(?:with|by|using) (?P<illustrated>{_ONE}))",
    re.IGNORECASE,
)
"""An order to draw beside writing, of a drawing that is not there yet: "the diagram" is."""

_ABROAD = regex(
    r"\b(?:à l[’']aide|avec l[’']aide|en (?:vous|t[’'])\s?aidant) d[’']un (?P<french>schéma|diagramme|croquis|dessin|graphique)\b"
    r"|\bmit ?hilfe (?:einer|eines) (?:\w+ )?(?P<german>Skizze|Zeichnung|Diagramms|Schaubilds|Schemas|Graphen)\b"
    r"|\b(?:con (?:la )?ayuda de|ayudándo(?:te|se) de|mediante) un (?P<spanish>diagrama|esquema|dibujo|croquis|gráfico)\b"
    r"|\b(?:gyda chymorth|drwy luniadu|trwy luniadu|gan luniadu) (?P<welsh>diagram|braslun|lluniad|graff)\b"
    r"|\b(?:za pomocą|z pomocą|wykonaj|narysuj) (?:własnego |opisanego )?(?P<polish>rysunku|schematu|diagramu|szkicu|wykresu)\b"
    r"|(?:με τη βοήθεια|με την βοήθεια) (?:ενός |ενός δικού σας )?(?P<greek>διαγράμματος|σχεδίου|σκίτσου|σχεδιαγράμματος)\b",
    re.IGNORECASE,
)
"""The same in the other languages of notes, where the drawing has an indefinite article or none."""

_GIVEN = regex(
    r"\b(?:diagrams?|graphs?|sketch(?:es)?|drawings?) (?:below|above|opposite|shown|in (?:figure|fig|source)\b)|\b(?:rysunku|schematu|diagramu|szkicu|wykresu|διαγράμματος|diagram|graff) \d",
    re.IGNORECASE,
)
_SQUARED = regex(r"\b(?:graphs?|graphique|graphen|gráfico|graff|wykresu)$", re.IGNORECASE)


def diagram_asked(stem: str) -> Ruling | None:
    """Return what is drawn on, where a stem asks for words and a drawing with them; None where it does not."""
    asked = _ASKED.search(stem) or _ABROAD.search(stem)
    if asked is None or _GIVEN.search(stem):
        return None
    return "squared" if _SQUARED.search(next(each for each in asked.groups() if each)) else "plain"


def read_space(fields: Fields, stem: str) -> Ruling | None:
    """Read `space:` of a written answer: what is drawn on, `none`, or without it what its stem asks for."""
    stated = fields.choice("space", (*RULINGS, _NONE), "")
    return None if stated == _NONE else RULINGS.get(stated) or diagram_asked(stem)
