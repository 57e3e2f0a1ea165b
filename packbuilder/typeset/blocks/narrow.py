"""Tables whose words do not fit their columns: columns shared out anew, grids and tables of numbers in bands, else stacked records.

A register's rows stay rows, whatever its longest word is. A table is never scaled and no word is cut as long as there is a way to set it whole (HANDBOOK section 5). An overlong
word is the exception: whole, it would leave the columns beside it no room to be read or written in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil, inf
from operator import itemgetter

from packbuilder.document import Block, Cell, Column, Drawing, Group, ItemList, Paragraph, Table
from packbuilder.editions.records import records
from packbuilder.identity import OfAll, Same, same_as
from packbuilder.layout import LARGE_PRINT, Layout, TextStyle
from packbuilder.markup import flat
from packbuilder.patterns import regex
from packbuilder.text import RichText, joined
from packbuilder.typeset.context import Context
from packbuilder.typeset.overlong import longest
from packbuilder.typeset.words import as_a_whole, boxes
from packbuilder.values import replace
from packbuilder.walks import texts_of

_STEP = 6.0
"""A scheme's columns that are given what they need are so many points wide, or twice that, and so on: digests and numbers that differ by the
width of a figure then stand in columns that are equally wide, in every version and section, and what stands beside them is laid out once.
"""

_DRAWN = 20.0
"""Ems that a drawing claims in large print; elsewhere it takes the column that it is given."""

_BESIDE, _RIBBON = 3, 3.5
"""A table of so many columns or more is no table of terms alone; a text of more than so many of a column's lines is one to be read across the page."""

_NUMBER = regex(r"[-+−–±≈~<>£$€(]*\d[\d.,:/ ×^⁰¹²³⁴-⁹⁻−–-]*\)?(?: ?[^\W\d_%°]{0,3}[%°]?[^\W\d_]?)?")
"""A number, as "5.04", "−8", "£1,200", "3 × 10⁴", "12 %" or "20 °C"."""

_SLACK = 0.5
"""Points by which a column is wider than its longest word, against rounding."""


def fitted(table: Table, context: Context, *, side: float) -> Table | Group:
    """Return the table as it can be set in the context's width; `side` is a cell's padding in points at each side.

    The table itself where every word fits its column; also where it has no rows, of which records could be made.
    """
    needs = _needs(table, context, side)
    if context.layout.scale >= LARGE_PRINT:
        _claim_drawn(table, needs, _DRAWN * context.layout.style("cell").size)
    shares = [column.share for column in table.columns]
    total = sum(shares)
    if context.layout.scale >= LARGE_PRINT and table.rows and sum(needs) <= context.width and _squeezed(table, needs, context, 2 * side):
        return records(table, bold=context.layout.style("cell").stress == 1.0)
    if not table.rows or all(need <= share / total * context.width for need, share in zip(needs, shares, strict=True)):
        return table
    if table.role == "grid" and _regular(table):
        return _banded(table, needs, context.width)
    if sum(needs) <= context.width:
        stepped = [_STEP * ceil(need / _STEP) for need in needs] if table.role == "scheme" else needs
        return _shared(table, stepped if sum(stepped) <= context.width else needs, context.width)
    if table.role == "data" and _of_numbers(table) and _regular(table) and needs[0] + max(needs[1:], default=0.0) <= context.width:
        return _columned(table, needs, context.width)
    if table.rowed:
        return _shared(table, _cut(needs, [share / total * context.width for share in shares], context.width), context.width)
    return records(table, bold=context.layout.style("cell").stress == 1.0)


def _squeezed(table: Table, needs: list[float], context: Context, around: float) -> bool:
    """Whether a table of sentences has a ribbon of a column: a cell of it takes many lines, which as a record takes few.

    Beside one column of long words that is one narrower than they are.
    """
    if table.role != "glossary":
        return False
    shared = _shared(table, needs, context.width).columns
    scale = context.width / sum(column.share for column in shared)
    style, family = context.layout.style("cell"), context.layout.family
    for row in table.rows:
        for cell, column in zip(row, shared, strict=True):
            room = column.share * scale - around
            if len(shared) < _BESIDE and room > context.width / 2 - around:
                continue
            if any(_natural(text, style, family) > _RIBBON * room for text in texts_of(cell.blocks)):
                return True
    return False


def _natural(text: RichText, style: TextStyle, family: str) -> float:
    """Return the width in points of a text on one line."""
    return sum(box.width + (box.space.width if box.space is not None else 0.0) for box in boxes(text, style, family))


def _cut(needs: list[float], shares: list[float], width: float) -> list[float]:
    """Return what columns need where the largest needs are cut down so that all fit a width: to one measure, or to their own share."""
    rest, level = width, 0.0
    for count, need in zip(range(len(needs), 0, -1), sorted(needs), strict=True):
        level = rest / count
        if need > level:
            break
        rest -= need
    return [need if need <= level else min(level, share) for need, share in zip(needs, shares, strict=True)]


def _needs(table: Table, context: Context, side: float) -> list[float]:
    """Return the width in points that each column's longest word claims, with its padding; columns that a cell spans share what it needs."""
    around, layout, language = 2 * side + _SLACK, context.layout, context.wording.language
    needs, rows = [0.0] * len(table.columns), (*table.header, *table.rows)
    if table.role == "scheme":
        others = [context.shared(_needs_beside, (len(needs), row[0].span, around))(row[1:]) for row in rows]
        # The first cell has a number of its own in every version.
        needs[0] = _need_of([row[0] for row in rows if row[0].span == 1], around, layout, language)
        return list(map(max, needs, *others))
    for row in rows:
        _claim(row, 0, needs, around, layout, language)
    for row in rows:
        _claim_across(row, needs, around, layout, language)
    return needs


def _claim_across(row: tuple[Cell, ...], needs: list[float], around: float, layout: Layout, language: str) -> None:
    """Raise what columns need to what cells do that span several of them: a word is divided in the widest cell as well."""
    column = 0
    for cell in row:
        across = range(column, column + cell.span)
        if cell.span > 1 and cell.blocks:
            lacking = _longest(cell.blocks, layout, language, 0.0) + around - sum(needs[each] for each in across)
            for each in across if lacking > 0 else ():
                needs[each] += lacking / cell.span
        column += cell.span


def _claim_drawn(table: Table, needs: list[float], least: float) -> None:
    """Raise what columns need to what a drawing does in large print: in less its words would be cut, and lie over each other."""
    for row in table.rows:
        column = 0
        for cell in row:
            if cell.span == 1 and any(isinstance(block, Drawing) for block in _inside(cell.blocks)):
                needs[column] = max(needs[column], least)
            column += cell.span


def _inside(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks with those in groups and entries."""
    for block in blocks:
        yield block
        if isinstance(block, Group):
            yield from _inside(block.blocks)
        elif isinstance(block, ItemList):
            for entry in block.entries:
                yield from _inside(entry)


def _need_of(cells: Sequence[Cell], around: float, layout: Layout, language: str) -> float:
    """Return the width in points that a column needs for its cells; `around` is what the padding adds to a word."""
    return _longest(tuple([block for cell in cells for block in cell.blocks]), layout, language, 0.0) + around if cells else 0.0


def _needs_beside(of: tuple[int, int, float], context: Context) -> OfAll[tuple[float, ...]]:
    """Return what tells what so many columns need for cells that begin in such a column, with such padding: the rows of a scheme come again in every version."""
    columns, column, around = of

    def needs_of(cells: tuple[Cell, ...]) -> tuple[float, ...]:
        needs = [0.0] * columns
        _claim(cells, column, needs, around, context.layout, context.wording.language)
        return tuple(needs)

    return OfAll(needs_of, 2048)


def _claim(row: tuple[Cell, ...], column: int, needs: list[float], around: float, layout: Layout, language: str) -> None:
    """Raise what columns need to what cells do that begin in a column; `around` is what the padding adds to a word."""
    for cell in row:
        if cell.span == 1:
            needs[column] = max(needs[column], _longest(cell.blocks, layout, language, needs[column] - around) + around)
        column += cell.span


def _longest(blocks: tuple[Block, ...], layout: Layout, language: str, known: float) -> float:
    """Return the width that the longest word in blocks claims, in points; or any other below `known`, which their column needs already."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _word(blocks[0].text, layout, language, known)
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if len(texts) == len(blocks):
        return _longest_text(texts, same_as(layout), language, known)
    return _longest_of(same_as(blocks), same_as(layout), language)


def _longest_text(texts: Iterable[RichText], layout: Same[Layout], language: str, known: float) -> float:
    """Return what `_longest` does for texts; of those that are narrower than another's longest word none is cut into words."""
    most, left = known, [(_whole(text, layout), text) for text in map(same_as, texts)]
    while left := [each for each in left if each[0] >= most - _SLACK]:
        widest = max(left, key=itemgetter(0))
        left.remove(widest)
        most = max(most, _claimed(widest[1], layout, language))
    return most


@lru_cache(maxsize=2048)
def _longest_of(blocks: Same[tuple[Block, ...]], layout: Same[Layout], language: str) -> float:
    # Remembered, as texts are: the cells of a scheme come again in every version.
    return max((_claimed(same_as(text), layout, language) for text in texts_of(blocks.__self__)), default=0.0)


@lru_cache(maxsize=2048)
def _claimed(text: Same[RichText], same: Same[Layout], language: str) -> float:
    layout = same.__self__
    return longest(boxes(text.__self__, layout.style("cell"), layout.family), layout, language)


@lru_cache(maxsize=2048)
def _whole(text: Same[RichText], layout: Same[Layout]) -> float:
    """Return the width of a text of one look on one line, but for rounding; of any other none that is known."""
    piece = as_a_whole(text.__self__, layout.__self__.style("cell"), layout.__self__.family)
    return piece.width if piece is not None else inf


def _word(text: RichText, layout: Layout, language: str, known: float) -> float:
    style = layout.style("cell")
    whole = as_a_whole(text, style, layout.family)
    if whole is not None and whole.width < known - _SLACK:
        return 0.0
    return longest(boxes(text, style, layout.family), layout, language)


def _shared(table: Table, needs: list[float], width: float) -> Table:
    """Give columns whose longest word needs more than their share what it needs; the others share the rest as the table does."""
    return replace(table, columns=_shared_out(same_as(table.columns), tuple(needs), width))


@lru_cache(maxsize=256)
def _shared_out(same: Same[tuple[Column, ...]], needs: tuple[float, ...], width: float) -> tuple[Column, ...]:
    # Remembered: the tables of schemes have the same columns, which need the same.
    columns = same.__self__
    needy: set[int] = set()
    while True:
        rest = width - sum(needs[index] for index in needy)
        total = sum(column.share for index, column in enumerate(columns) if index not in needy)
        shares = [needs[index] if index in needy else rest * column.share / total for index, column in enumerate(columns)]
        more = {index for index, share in enumerate(shares) if share < needs[index]}
        if not more:
            break
        needy |= more
    return tuple([replace(column, share=share) for share, column in zip(shares, columns, strict=True)])


def _regular(table: Table) -> bool:
    spans = {tuple(cell.span for cell in row) for row in (*table.header, *table.rows)}
    return len(spans) == 1 and next(iter(spans))[:1] == (1,)


def _of_numbers(table: Table) -> bool:
    """Whether most of what stands beside the first column are numbers, to be compared down a column: records would part them by pages."""
    words = [flat(joined(*texts_of(cell.blocks))) for row in table.rows for cell in row[1:] if cell.blocks]
    return 2 * sum(bool(_NUMBER.fullmatch(each.strip())) for each in words) > len(words)


def _columned(table: Table, needs: list[float], width: float) -> Group:
    """Cut a table between columns into as few bands as will do, about as many columns each, with the first column again in each."""
    count = _fewest(needs, width, most=len(needs))
    most = next(most for most in range(1, len(needs) + 1) if _fewest(needs, width, most=most) == count)
    bands: list[list[int]] = [[]]
    for index in range(1, len(needs)):
        if len(bands[-1]) == most or needs[0] + sum(needs[each] for each in bands[-1]) + needs[index] > width:
            bands.append([])
        bands[-1].append(index)
    # The first column is as wide in all of them, so that they are seen to be one table.
    return Group(blocks=tuple(_cut_out(table, band, needs, width) for band in bands), role="bands")


def _fewest(needs: list[float], width: float, *, most: int) -> int:
    """Return into how many bands a table's columns go, `most` in each besides the first."""
    count, used, held = 1, needs[0], 0
    for need in needs[1:]:
        if held == most or used + need > width:
            count, used, held = count + 1, needs[0], 0
        used, held = used + need, held + 1
    return count


def _cut_out(table: Table, band: list[int], needs: list[float], width: float) -> Table:
    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (row[0], *(row[index] for index in band))

    more = (width - needs[0] - sum(needs[index] for index in band)) / len(band)
    columns = (
        replace(table.columns[0], share=needs[0]),
        *(replace(table.columns[index], share=needs[index] + more) for index in band),
    )
    return replace(table, columns=columns, header=tuple(map(cut, table.header)), rows=tuple(map(cut, table.rows)))


def _banded(table: Table, needs: list[float], width: float) -> Group:
    """Cut a grid between columns into bands, one below the other, each with the first column again."""
    widest = max(needs[1:], default=1.0)
    most = max(1, int((width - needs[0]) // widest))
    spans = [cell.span for cell in (*table.header, *table.rows)[0][1:]]
    count = ceil(sum(spans) / most)
    # Bands of much the same length: eleven columns make six and five, not ten and one.
    room = min(most, ceil(sum(spans) / count))
    bands: list[list[int]] = [[]]
    used = 0
    for index, span in enumerate(spans, 1):
        if used + span > room and bands[-1] and (len(bands) < count or used + span > most):
            bands.append([])
            used = 0
        bands[-1].append(index)
        used += span
    return Group(blocks=tuple(_band(table, band, needs[0] / widest) for band in bands), role="bands")


def _band(table: Table, band: list[int], first: float) -> Table:
    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (row[0], *(row[index] for index in band))

    across = sum((*table.header, *table.rows)[0][index].span for index in band)
    columns = (replace(table.columns[0], share=first), *(Column(share=1, align="centre") for _ in range(across)))
    return replace(table, columns=columns, header=tuple(map(cut, table.header)), rows=tuple(map(cut, table.rows)))
