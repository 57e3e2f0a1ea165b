"""Constructions that no line holds, opened: roots, brackets and matrices cut inside, for lines that nothing else makes short enough.

A root goes on in the next line under the line that it began; brackets open in the first line and close in the last; so do those
of a matrix, which is cut between its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from packbuilder.maths.breaking import NOTHING, may_break
from packbuilder.maths.commands import BRACKETS
from packbuilder.maths.nodes import Accent, Chemistry, Fenced, Middle, Node, Root, Script, Table, parts_of, row_of
from packbuilder.maths.roles import roles
from packbuilder.values import dataclass

_Held = tuple[int, Node]
"""A node and which of the opened constructions it stands in; -1: in none."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A formula in the smallest parts that may stand in lines of their own when its constructions are opened."""

    constructions: tuple[Node, ...]
    atoms: tuple[tuple[_Held, ...], ...]
    chemical: bool

    def part(self, start: int, end: int) -> Node:
        """Return the parts from `start` to before `end` as they look on one line."""
        held = [each for atom in self.atoms[start:end] for each in atom]
        nodes: list[Node] = []
        for owner, group in groupby(held, lambda each: each[0]):
            inside = [node for _, node in group]
            if owner < 0:
                nodes.extend(inside)
                continue
            places = [at for at, atom in enumerate(self.atoms) if any(each[0] == owner for each in atom)]
            nodes.append(_wrapped(self.constructions[owner], inside, begins=places[0] >= start, ends=places[-1] < end))
        # The term that a sign follows stands only where a line begins with the sign.
        row = row_of(node for index, node in enumerate(nodes) if node != NOTHING or not index)
        return Chemistry(body=row) if self.chemical else row


def opened(tree: Node) -> Opened:
    """Return a formula opened; of one part only where nothing in it can be."""
    chemical = isinstance(tree, Chemistry)
    parts = parts_of(tree.body if isinstance(tree, Chemistry) else tree)
    constructions: list[Node] = []
    atoms: list[list[_Held]] = [[]]
    for part, role in zip(parts, roles(parts, chemical=chemical), strict=True):
        columns = tuple(_inside(part))
        if len(columns) < 2:
            if may_break(part, role) and any(node != NOTHING for _, node in atoms[-1]):
                atoms.append([(-1, NOTHING)])
            atoms[-1].append((-1, part))
            continue
        owner = len(constructions)
        constructions.append(part)
        first, *rest = ([(owner, node) for node in column] for column in columns)
        atoms[-1].extend(first)
        atoms.extend(rest)
    return Opened(tuple(constructions), tuple(map(tuple, atoms)), chemical)


def _inside(node: Node) -> Iterator[Sequence[Node]]:
    """Yield what stands in a construction in parts that may stand in lines of their own; nothing where it cannot be opened."""
    match node:
        case Root():
            yield from _terms(node.radicand)
        case Fenced() if not any(isinstance(part, Middle) for part in parts_of(node.body)):
            yield from _terms(node.body)
        case Table() if node.kind in BRACKETS:
            yield from ([replace(node, kind="matrix", rows=tuple((cell,) for cell in column))] for column in zip(*node.rows, strict=False))
        case Script(base=Root() | Fenced() | Table()):
            yield from _inside(node.base)
        case _:
            return


def _terms(tree: Node) -> Iterator[Sequence[Node]]:
    parts = parts_of(tree)
    held: list[Node] = []
    for part, role in zip(parts, roles(parts, chemical=False), strict=True):
        if held and may_break(part, role):
            yield held
            held = [NOTHING]
        held.append(part)
    yield held


def _wrapped(construction: Node, inside: list[Node], *, begins: bool, ends: bool) -> Node:
    """Return what a line shows of a construction: all of it, its beginning, its end, or something between."""
    match construction:
        case Root():
            body = _row(inside)
            return replace(construction, radicand=body) if begins else Accent(name="overline", base=body)
        case Fenced():
            return Fenced(left=construction.left if begins else "", body=_row(inside), right=construction.right if ends else "")
        case Table():
            left, right = BRACKETS[construction.kind]
            columns = [column.rows for column in inside if isinstance(column, Table)]
            rows = tuple(tuple(cell for column in cells for cell in column) for cells in zip(*columns, strict=True))
            return Fenced(left=left if begins else "", body=Table(kind="matrix", rows=rows), right=right if ends else "")
        case Script():
            base = _wrapped(construction.base, inside, begins=begins, ends=ends)
            return replace(construction, base=base) if ends else base
        case _:
            raise AssertionError("only what can be opened is wrapped")


def _row(nodes: Iterable[Node]) -> Node:
    return row_of(node for index, node in enumerate(nodes) if node != NOTHING or not index)
