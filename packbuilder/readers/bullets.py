"""Bullets: what a line of a list begins with, and what parts a term from its meaning."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_NUMBERED = r"#\d{1,2}[.)]?(?=\s)|\d{1,2}[.)]|\(\d{1,2}\)(?!\s+(?:marks?|for)\b)|(?:\d{1,2}\.){1,4}\d{1,2}\.?(?=\s+[A-Z])|\d{1,2}\s?\([a-h]\)(?:\s?\([ivx]{1,4}\))?(?!\t)|\d{1,2}[a-h][.)](?!\t)"
_LETTERED = r"\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x)\)|(?:[a-h]|i{2,3}|iv|vi{1,3}|ix|i|v|x)\.(?=\s+[A-Z“‘\"'*(])|(?:MP\s?|Q)\d{1,2}(?:\([a-z]\)|[a-z])?[.:)]?(?=\s)"
_SIGNS = "-*+•‣▪▫●○◦·∙⁃–—■□►▶➢➤✓✔✗✘☐☑☒❖◆◇→⇒"
BULLET = regex(rf"^\s*(?:[{re.escape(_SIGNS)}]|§(?=\s)|o(?=\t)|{_NUMBERED}|{_LETTERED})(?:\s+|$)")
RULE = regex(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\s*$")
TERM = regex(r"^[^\s:.;!?][^:.;!?]{0,69}?(?::\s|\s[-–—=→]\s|\s[-=]>\s|\t)\S")


def is_item(line: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter."""
    return bool(BULLET.match(line))
