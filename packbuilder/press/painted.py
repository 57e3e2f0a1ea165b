"""What a page's content does to what is painted after it, and what a strip paints: enough of the operators to know that neither changes the other.

Whatever is not known here counts as if it did.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_PARTS = {
    b"number": rb"[-+]?(?:\d{1,10}(?:\.\d{0,10})?|\.\d{1,10})",
    b"text": rb"(?:\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f]*+>)",
    b"name": rb"/[A-Za-z0-9]{1,60}",
}
_MARK = rb"(?:/Artifact\s*<</Type/Pagination>>\s*BDC|/P\s*<</MCID 0>>\s*BDC|EMC)"
_WRITES = (
    rb"(?:%(name)s\s+%(number)s\s+Tf|%(number)s\s+%(number)s\s+Td|%(number)s(?:\s+0){2}(?:\s+%(number)s){3}\s+Tm|%(text)s\s*Tj)" % _PARTS
)
_SETS = rb"(?:q|Q|0\s+g|1\s+0\s+0\s+1\s+%(number)s\s+%(number)s\s+cm)" % _PARTS
_RULE = rb"0\.6\s+w\s+0\s+G\s+%(number)s\s+(?P<height>%(number)s)\s+m\s+%(number)s\s+(?P=height)\s+l\s+S" % _PARTS
"""The line to write a name on: level, thin and black."""
_BLACK_WORDS = regex(rb"(?:\s*+(?:%s|%s|%s|BT\s*+(?:%s\s*+)*+ET)\s)*+\s*+" % (_SETS, _MARK, _RULE, _WRITES), re.DOTALL)

_TOKEN = regex(
    rb"\s*+(?:(?P<operand>%(number)s(?=[\s/\[<(])|%(name)s|%(text)s|\[(?:\s*+(?:%(number)s|%(text)s))*+\s*+\]|"
    rb"<<(?:/[A-Za-z]+\s*+(?:%(name)s|\d{1,9}))*+>>)|(?P<operator>[A-Za-z]{1,3}\*?)(?=\s))" % _PARTS,
    re.DOTALL,
)
_BEGINS_PATH, _GOES_ON, _PAINTS = (
    frozenset((b"m", b"re")),
    frozenset((b"m", b"re", b"l", b"c", b"h")),
    frozenset(b"S s f f* B B* b b* n".split()),
)
_WITHIN = frozenset(b"cm w d J j M g G rg RG gs Do Tf Tc Tr Tz".split())
"""What changes how something is painted, or paints it, and belongs between `q` and `Q`."""

_IN_TEXT = frozenset(b"Td Tm Tj TJ g rg Tf Tc Tr Tz".split())


@dataclass(slots=True)
class _Nesting:
    """What has been begun and not ended at a place in a content."""

    saved: int = 0
    marked: int = 0
    text: bool = False
    path: bool = False
    operands: bool = field(default=False)

    @property
    def closed(self) -> bool:
        """Whether nothing has been begun that has not ended."""
        return not (self.saved or self.marked or self.text or self.path or self.operands)

    def take(self, operator: bytes) -> bool:
        """Take note of an operator; return whether it stands where it may."""
        self.operands = False
        if self.path:
            self.path = operator not in _PAINTS
            return operator in _PAINTS or operator in _GOES_ON
        if operator in (b"BDC", b"EMC"):
            self.marked += 1 if operator == b"BDC" else -1
            return self.marked >= 0
        if self.text:
            self.text = operator != b"ET"
            return operator in _IN_TEXT or operator == b"ET"
        if operator in (b"q", b"Q"):
            self.saved += 1 if operator == b"q" else -1
            return self.saved >= 0
        self.text, self.path = operator == b"BT", operator in _BEGINS_PATH
        return self.saved > 0 and (self.text or self.path or operator in _WITHIN)


@lru_cache(maxsize=512)
def leaves_all_as_it_was(content: bytes) -> bool:
    """Whether a content paints, and whatever is painted after it on the same page looks as if it stood there alone: it ends all that it begins."""
    nesting, at, end = _Nesting(), 0, len(content.rstrip())
    while at < end:
        found = _TOKEN.match(content, at)
        if found is None:
            return False
        if found["operator"] is None:
            nesting.operands = True
        elif not nesting.take(found["operator"]):
            return False
        at = found.end()
    return nesting.closed


def only_writes_in_black(content: bytes) -> bool:
    """Whether a content does nothing but write words upright in black, and lines to write on, so that all that it changes on pale paper can be seen on white."""
    return _BLACK_WORDS.fullmatch(content) is not None
