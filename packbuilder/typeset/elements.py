"""What a structure element says: its dictionary as it is written, and as a seal sees it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from packbuilder.typeset.fragments import Node
from packbuilder.typeset.objects import name, string
from packbuilder.typeset.seals import SealedElement, sealed_element


def element_object(node: Node, parent: bytes, page: bytes, kids: Sequence[bytes], further: bytes = b"") -> bytes:
    """Return an element's dictionary: `parent` and `page`, that of its content, are references; without content `page` is empty."""
    on = b"/Pg " + page if page else b""
    children = b"/K " + either(kids) if kids else b""
    return b"<</P %s%s%s/S/%s%s%s>>" % (parent, on, children, node.role.encode("ascii"), _entries(node), further)


def elsewhere(page: bytes, mcid: bytes) -> bytes:
    """Return content on another page than the one that an element names as its own."""
    return b"<</Type/MCR/Pg %s/MCID %s>>" % (page, mcid)


def either(kids: Sequence[bytes]) -> bytes:
    """Return children as they are written: one alone stands without an array."""
    return kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)


def _entries(node: Node) -> bytes:
    # Most elements are rows, entries and paragraphs of which there is nothing to say.
    told = node.name or node.alt or node.actual or node.language or node.scope or node.numbering or node.columns > 1
    return _told(node) if told else b""


@lru_cache(maxsize=4096)
def _told(node: Node) -> bytes:
    """Return the entries of an element's dictionary that its node alone decides."""
    parts = []
    if node.name:
        parts.append(b"/C" + name(node.name))
    if node.alt:
        parts.append(b"/Alt" + string(node.alt))
    if node.actual:
        parts.append(b"/ActualText" + string(node.actual))
    if node.language:
        parts.append(b"/Lang" + string(node.language))
    if node.role in ("TH", "TD") and (node.scope or node.columns > 1):
        scope = b"/Scope/%s" % node.scope.encode("ascii") if node.scope else b""
        columns = b"/ColSpan %d" % node.columns if node.columns > 1 else b""
        parts.append(b"/A<</O/Table%s%s>>" % (scope, columns))
    if node.role == "Form":
        # A field on paper: its role is said here, since there is no widget to say it (ISO 32000-1, 14.8.5.6).
        role, _, checked = _field_kind(node).partition(" ")
        state = b"/checked" + name(checked) if checked else b""
        parts.append(b"/A<</O/PrintField/Role%s%s/Desc%s>>" % (name(role), state, string(node.alt)))
    if node.role == "L" and node.numbering:
        parts.append(b"/A<</O/List/ListNumbering/%s>>" % node.numbering.encode("ascii"))
    return b"".join(parts)


def _field_kind(node: Node) -> str:
    """Return of what kind a field on paper is: a check box, which is not marked yet, or text."""
    return "cb off" if node.name == "box" else "tv"


@lru_cache(maxsize=4096)
def sealed(node: Node) -> SealedElement:
    """Return an element as a seal sees it."""
    cell = node.role in ("TH", "TD")
    return sealed_element(
        role=node.role,
        name=node.name,
        alt=node.alt,
        actual=node.actual,
        described=node.alt if node.role == "Form" else "",
        field=_field_kind(node) if node.role == "Form" else "",
        language=node.language,
        scope=node.scope if cell else "",
        columns=node.columns if cell else 1,
        numbering=node.numbering if node.role == "L" else "",
    )
