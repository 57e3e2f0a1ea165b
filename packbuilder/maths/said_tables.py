"""What is said of what stands in rows: matrices, vectors, systems and cases."""

from __future__ import annotations

from packbuilder.maths.nodes import Node, Table, Text, parts_of
from packbuilder.maths.roles import roles
from packbuilder.maths.said_rows import are_together
from packbuilder.maths.voice import Voice


def table(node: Table, voice: Voice) -> str:
    """Return rows in words, as what they are."""
    if node.kind == "cases":
        return in_cases(node, voice)
    if node.kind == "aligned":
        return ", ".join(_cells(row, voice) for row in node.rows)
    if node.kind in ("pmatrix", "bmatrix") and is_column(node):
        return column(node, voice)
    return in_rows({"vmatrix": "determinant", "array": "table"}.get(node.kind, "matrix"), node, voice)


def in_cases(node: Table, voice: Voice) -> str:
    """Return rows behind one brace in words: equations that hold all at once, or cases."""
    if are_together(node.rows):
        rows = f", {voice.phrase('system.next')} ".join(_cells(row, voice) for row in node.rows)
        return voice.phrase("system", of=rows)
    rows = f", {voice.phrase('cases.next')} ".join(_case(row, voice) for row in node.rows)
    return voice.phrase("cases", of=rows)


def is_column(node: Table) -> bool:
    """Whether a matrix is one column of numbers, one below the other."""
    return len(node.rows) > 1 and all(len(row) == 1 for row in node.rows)


def column(node: Table, voice: Voice) -> str:
    """Return a matrix of one column as the vector that it is."""
    return voice.phrase("column", of=", ".join(voice.say(row[0]) for row in node.rows))


def in_rows(key: str, node: Table, voice: Voice) -> str:
    """Return a matrix row by row, as what the phrase under `key` calls it."""
    rows = (voice.phrase("row", n=n, of=", ".join(map(voice.say, row))) for n, row in enumerate(node.rows, start=1))
    return voice.phrase(key, rows="; ".join(rows))


def _cells(row: tuple[Node, ...], voice: Voice) -> str:
    return " ".join(filter(None, map(voice.say, row)))


def _case(row: tuple[Node, ...], voice: Voice) -> str:
    """Return one of several cases: what holds, and "if" before when, unless words of the formula's own say so; an equation that is aligned is one."""
    said, *conditions = map(voice.say, row)
    for cell, words in zip(row[1:], conditions, strict=True):
        parts = parts_of(cell)
        if parts and roles(parts)[0] == "relation":
            said += f" {words}"
        elif parts and isinstance(parts[0], Text):
            said += f", {words}"
        else:
            said += f", {voice.phrase('cases.if', of=words)}"
    return said
