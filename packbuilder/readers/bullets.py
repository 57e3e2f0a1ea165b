"""Bullets: what a line of a list begins with, and what parts a term from its meaning."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_NUMBERED = r"#\d{1,2}[.)]?(?=\s)|\d{1,2}[.)]|\(\d{1,2}\)(?!\s+(?:marks?|for)\b)|(?:\d{1,2}\.){1,4}\d{1,2}\.?(?=\s+[A-Z“‘\"'(])|\d{1,2}\s?\([a-h]\)(?:\s?\([ivx]{1,4}\))?(?!\t)|\d{1,2}[a-h][.)](?!\t)"
_LETTERED = r"\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)\)|(?:[a-h]|i{2,3}|iv|vi{1,3}|ix|i|v|xi{1,3}|xiv|xvi{0,3}|x)\.(?=\s+[A-Z“‘\"'*(])|(?:i{2,3}|vi{2,3}|xi{1,3}|xiv|xvi{0,3}|xix|xx)\.(?=\s+[a-z]{3})|(?:MP\s?|Q)\d{1,2}(?:\([a-z]\)|[a-z])?[.:)]?(?=\s)"
_SIGNS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e0-*+•‣▪▫●○◦·∙⁃–—■□►▶➢➤✓✔✗✘☐☑☒❖◆◇→⇒"
BULLET = regex(rf"^\s*(?:[{re.escape(_SIGNS)}]|[-=–]>(?=\s)|§(?=\s)|o(?=\t)|{_NUMBERED}|{_LETTERED})(?:\s+|$)")
RULE = regex(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\s*$")
PAGE = regex(
    r"^\s*(?:page \d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s{2,}\S.{0,60})?|(?:please )?(?:turn over|p\.?t\.?o\.?)(?: for the next question)?\s*[>►▶→]*|blank page|section [a-h]|screen clipping taken:.{0,40}|"
    r"end of (?:the )?(?:question paper|questions|exam|test|paper|section(?: [a-h])?)|(?:copyright )?©.{0,60}|"
    r"[A-Z0-9]{3,6}/[\dA-Z]{1,4}\s+(?:mark scheme|question paper)\b.{0,40})\s*$",
    re.IGNORECASE,
)
"""What printed papers have at the edges of their pages, and between their questions: no entry of notes."""
BOX = regex(r"^\[[ xX]\]\s+")
"""A box to tick behind a bullet."""
TERM = regex(r"^[^\s:.;!?][^:.;!?]{0,69}?(?::\s|\s[-–—=→]\s|\s[-=]>\s|\t)\S")


def is_item(line: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter."""
    return bool(BULLET.match(line))
