"""Formulas as pieces of a line: whole where one holds them, else parted between their terms, opened, and reduced only where nothing else is left."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder import maths
from packbuilder.typeset import formulas
from packbuilder.values import dataclass, replace

_ROUNDING = 0.05
"""Points by which a formula may be smaller than the text and count as being of its size."""


@dataclass(frozen=True, slots=True)
class FormulaPiece:
    """A formula, or the part of one that stands on this line.

    `whole` and `written` are the tree and the plain text of the whole formula, whichever part this is, and `language` the one it is spoken in where
    that is not the document's; `shown` is the plain text that stands under this part, with the space to the next. `beside` is the size of the text around it. `continued`: another part follows. `reduced`: it
    is set smaller than the text, since no line holds it.
    """

    outline: formulas.Outline
    size: float
    width: float
    whole: maths.Node
    written: str
    shown: str
    beside: float
    bold: bool = False
    continued: bool = False
    reduced: bool = False
    language: str | None = None


def narrower(piece: FormulaPiece, width: float) -> Iterator[FormulaPiece]:
    """Yield a formula that is wider than a line in pieces that are not.

    It is parted between its terms, then inside its roots, brackets and matrices; what cannot be parted is reduced to `width` points.
    """
    held: tuple[maths.Node, ...] = ()
    tree = piece.outline.tree
    for phrase in maths.fine_breaks(tree):
        # Phrases stay whole where a line holds them.
        for part in (phrase,) if _fits(piece, maths.rejoined(tree, phrase), width) else ((atom,) for atom in phrase):
            if held and not _fits(piece, maths.rejoined(tree, (*held, *part)), width):
                yield from _continued(piece, maths.rejoined(tree, held), width, goes_on=True)
                held = ()
            held = (*held, *part)
    *others, last = _continued(piece, maths.rejoined(tree, held), width, goes_on=piece.continued)
    yield from others
    yield replace(last, width=min(width, last.width + piece.outline.trailing * last.size))


def _fits(piece: FormulaPiece, tree: maths.Node, width: float) -> bool:
    return formulas.part_of(piece.outline, tree).width * piece.size <= width


def _continued(piece: FormulaPiece, tree: maths.Node, width: float, *, goes_on: bool) -> Iterator[FormulaPiece]:
    """Yield a part of a formula as one piece, or opened as several: the first of them has the plain text of all."""
    shown = maths.to_plain(tree).strip() + " " * goes_on
    trees = [tree] if _fits(piece, tree, width) else _opened(piece, tree, width)
    for index, each in enumerate(trees):
        fitting = _reduced(piece, each, width)
        yield replace(fitting, shown="" if index else shown, continued=goes_on or index < len(trees) - 1)


def _opened(piece: FormulaPiece, tree: maths.Node, width: float) -> list[maths.Node]:
    """Return a part of a formula cut inside its constructions, as much to a line as it holds."""
    whole = maths.opened(tree)
    trees: list[maths.Node] = []
    start = 0
    for end in range(2, len(whole.atoms) + 1):
        if not _fits(piece, whole.part(start, end), width):
            trees.append(whole.part(start, end - 1))
            start = end - 1
    return [*trees, whole.part(start, len(whole.atoms))]


def _reduced(piece: FormulaPiece, tree: maths.Node, width: float) -> FormulaPiece:
    outline = formulas.part_of(piece.outline, tree)
    natural = outline.width * piece.size
    scale = min(1.0, width / natural) if natural else 1.0
    size = piece.size * scale
    return replace(piece, outline=outline, size=size, width=natural * scale, reduced=size < piece.beside - _ROUNDING)
