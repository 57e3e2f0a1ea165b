"""Web pages: notes that a word processor or a note program saved as HTML, as the lines that they show.

Headings become Markdown's, paragraphs whose letters are larger than most become bold lines, lists bullets as far in as they stand, tables rows between pipes. Each
line stands where the file has it, as far as there is room; `Page.numbers` says where it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from packbuilder.patterns import regex
from packbuilder.readers.page_tree import BLOCKS, Node, Tree, Words, tree_of
from packbuilder.readers.remnants import begins_page
from packbuilder.values import dataclass, replace

_CLOSED = regex(r"</(?:p|div|h[1-6]|li|ul|ol|td|body)>", re.IGNORECASE)
_FEWEST = 2
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~", "code": "`", "tt": "`"}
_WEIGHT = regex(r"font-weight\s*:\s*(?:bold|[67]00)")
_LIGHT = regex(r"font-(?:weight|style)\s*:\s*(?:normal|400)")
_SIZE = regex(r"font-size\s*:\s*([\d.]+)\s*(pt|px|r?em)?", re.IGNORECASE)
_IN_POINTS = {"pt": 1.0, "px": 0.75, "rem": 12.0, "em": 12.0}
_MARGIN = regex(r"margin(?:-left\s*:\s*|\s*:\s*\S+\s+\S+\s+\S+\s+)([\d.]+)\s*(in|cm|pt|px)", re.IGNORECASE)
_IN_INCHES = {"in": 1.0, "cm": 0.394, "pt": 1 / 72, "px": 1 / 96}
_SIGN = regex(r"^(?:[·•§▪●○Øü\uf0b7\uf0a7\uf0d8\uf0fc-]|o)\s{2,}|^[·•▪●○\uf0b7\uf0a7\uf0d8\uf0fc]\s*")
_NUMBER = regex(r"^(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s")
_LEVEL = regex(r"^lst-\S+-(\d)$")
_LARGER = 1.15
"""By how much the letters of a heading are larger than most."""
_LONGEST = 70
"""Characters of a paragraph in larger letters that is a heading."""
_INSET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's lines, and for each the number of the line in the file."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A line that a page shows: its text, where the file has it, its letters' size; `close`: it belongs right below the line before it."""

    text: str
    line: int
    size: float = 0.0
    plain: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a line stands: behind which bullet, how deep in lists, whether it is quoted; and the size of letters around it."""

    bullet: str = ""
    depth: int = 0
    quoted: bool = False
    size: float = 0.0


def page_of(lines: tuple[str, ...]) -> Page | None:
    """Read lines of a file as those of the page that it holds; None where it is no page saved as HTML."""
    text = "\n".join(lines)
    if not begins_page(text) or len(_CLOSED.findall(text)) < _FEWEST:
        return None
    tree = tree_of(text)
    return _laid_out(tuple(_shown(tree.root, tree, _Place())), _usual(tree.root))


def _laid_out(shown: tuple[_Shown, ...], usual: float) -> Page:
    """Put each line where the file has it, or below the one before it where that has no room for both."""
    lines: list[str] = []
    numbers: list[int] = []
    for each in shown:
        while len(lines) < each.line - 1 and not each.close:
            lines.append("")
            numbers.append(len(lines))
        large = each.plain and usual and each.size > usual * _LARGER and len(each.text) <= _LONGEST and each.text[-1] not in ".,;"
        lines.append(f"**{each.text.replace('**', '')}**" if large else each.text)
        numbers.append(each.line)
    return Page(lines=tuple(lines), numbers=tuple(numbers))


def _usual(root: Node) -> float:
    """Return the size that most letters have; 0 where the page names none."""
    sizes: Counter[float] = Counter()

    def count(node: Node, size: float) -> None:
        for each in node.within:
            if isinstance(each, Words):
                sizes[size] += len(each.text.strip())
            elif not each.unread:
                count(each, _size(each) or size)

    count(root, 0.0)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return usual or (11.0 if any(sizes) else 0.0)


def _size(node: Node) -> float:
    found = _SIZE.search(node.style)
    return float(found[1]) * _IN_POINTS.get((found[2] or "pt").lower(), 1.0) if found else 0.0


def _holds_blocks(node: Node) -> bool:
    return node.tag in BLOCKS or any(each.tag in BLOCKS for each in node.nodes())


def _shown(node: Node, tree: Tree, place: _Place) -> Iterator[_Shown]:
    """Yield the lines of what stands in a node: runs of text, and its blocks."""
    run: list[Node | Words] = []
    bullet = place.bullet
    place = replace(place, size=_size(node) or place.size)
    for each in node.within:
        if isinstance(each, Words) or not _holds_blocks(each):
            run.append(each)
            continue
        for line in _run(run, tree, replace(place, bullet=bullet)):
            bullet = ""
            yield line
        run = []
        for line in _block(each, tree, replace(place, bullet=bullet)):
            bullet = ""
            yield line
    yield from _run(run, tree, replace(place, bullet=bullet))


def _block(node: Node, tree: Tree, place: _Place) -> Iterator[_Shown]:
    if node.unread or node.tag == "hr":
        return
    if node.tag in ("ul", "ol"):
        yield from _list(node, tree, place)
    elif node.tag == "table":
        yield from _table(node, tree)
    elif node.tag == "pre":
        yield from _code(node)
    elif re.fullmatch("h[1-6]", node.tag):
        text = _flat(_said(node.within, tree, " ")).replace("**", "")
        if text:
            yield _Shown(text=f"{'#' * int(node.tag[1])} {text}", line=_first(node))
    elif node.tag == "p" and not place.bullet and not place.depth:
        yield from _paragraph(node, tree, place)
    else:
        yield from _shown(node, tree, replace(place, quoted=place.quoted or node.tag == "blockquote"))


def _list(node: Node, tree: Tree, place: _Place) -> Iterator[_Shown]:
    level = next((int(found[1]) for name in node.classes if (found := _LEVEL.match(name))), None)
    depth = place.depth if level is None else level
    count = int(node.given["start"]) - 1 if node.given.get("start", "").isdigit() else 0
    for each in node.within:
        if not isinstance(each, Node):
            continue
        if each.tag == "li":
            count += 1
            sign = f"{count}." if node.tag == "ol" else "-"
            yield from _shown(each, tree, replace(place, bullet=f"{' ' * (_INSET * depth)}{sign} ", depth=depth + 1))
        else:
            # A list that stands beside the items of another one belongs to the item before it.
            yield from _block(each, tree, replace(place, bullet="", depth=depth + 1))


def _paragraph(node: Node, tree: Tree, place: _Place) -> Iterator[_Shown]:
    """Yield the lines of a paragraph; a word processor's items of lists are paragraphs too, with their signs in them."""
    texts = [(text, _unspaced(text)) for text in _said(node.within, tree, "\n").split("\n")]
    first = texts[0][1]
    sign = _SIGN.match(first)
    found = _MARGIN.search(node.style)
    inches = float(found[1]) * _IN_INCHES[found[2].lower()] if found else 0.0
    inset = " " * (max(0, round(inches * 2) - 1) * _INSET)
    if sign or (any(name.startswith("MsoList") for name in node.classes) and _NUMBER.match(first)):
        text = _flat(first[sign.end() :] if sign else first)
        if text:
            yield _Shown(text=f"{inset}{'- ' if sign else ''}{text}", line=_first(node))
        return
    yield from _run(node.within, tree, replace(place, size=_size(node) or place.size))


def _run(run: Iterable[Node | Words], tree: Tree, place: _Place) -> Iterator[_Shown]:
    """Yield the lines of a run of text: one, or those between its breaks."""
    run = tuple(run)
    said = _said(run, tree, " " if place.bullet or place.depth else "\n")
    line = next((each.line if isinstance(each, Words) else _first(each) for each in run if _said((each,), tree, " ").strip()), 0)
    sizes = [size for each in run if isinstance(each, Node) and _said((each,), tree, " ").strip() and (size := _largest(each))]
    for text in filter(None, map(_flat, said.split("\n"))):
        lead = place.bullet or " " * (_INSET * place.depth) or ("> " if place.quoted else "")
        plain = not lead and not re.fullmatch(r"\*\*(?:(?!\*\*).)+\*\*:?", text)
        yield _Shown(text=f"{lead}{text}", line=line, size=max(sizes, default=place.size), plain=plain)


def _largest(node: Node) -> float:
    return max([_size(node), *map(_size, node.nodes())])


def _table(node: Node, tree: Tree) -> Iterator[_Shown]:
    rows = [each for each in node.nodes() if each.tag == "tr"]
    for place, row in enumerate(rows):
        cells = [each for each in row.within if isinstance(each, Node) and each.tag in ("td", "th")]
        texts = [_flat(_cell(each, tree)) for each in cells]
        if not any(texts):
            continue
        if len(texts) == 1:
            yield _Shown(text=texts[0], line=_first(row))
            continue
        yield _Shown(text=f"| {' | '.join(text.replace('|', chr(92) + '|') for text in texts)} |", line=_first(row), close=place > 0)
        if not place and len(rows) > 1 and all(each.tag == "th" for each in cells):
            yield _Shown(text="|" + "---|" * len(cells), line=_first(row), close=True)


def _cell(node: Node, tree: Tree) -> str:
    """Return what stands in a cell; paragraphs and items in it are parted by semicolons."""
    parts = [_flat(each.text.removeprefix("- ")) for each in _shown(node, tree, _Place())]
    return "; ".join(re.sub(r"^\s*(?:-|\d+\.)\s+", "", part) for part in parts if part)


def _code(node: Node) -> Iterator[_Shown]:
    line = node.line
    text = "".join(each.text for each in _words(node)).strip("\n")
    for at, said in enumerate(("```", *text.split("\n"), "```")):
        yield _Shown(text=said, line=line, close=at > 0)


def _words(node: Node) -> Iterator[Words]:
    for each in node.within:
        if isinstance(each, Words):
            yield each
        else:
            yield from _words(each)


def _first(node: Node) -> int:
    """Return the line where the words of a node begin."""
    return next((each.line for each in _words(node) if each.text.strip()), node.line)


def _said(run: Iterable[Node | Words], tree: Tree, between: str) -> str:
    """Return what a run of text says, in Markdown; `between` stands for a break."""
    parts: list[str] = []
    for each in run:
        if isinstance(each, Words):
            parts.append(re.sub(r"[ \t\r\n]+", " ", each.text))
        elif each.tag == "br":
            parts.append(between)
        elif each.tag == "img":
            parts.append(f'<img src="{each.given.get("src") or each.given.get("alt") or "picture"}">')
        elif not each.unread:
            parts.append(_marked(_said(each.within, tree, between), each, tree))
    # Two neighbours that are bold are bold together.
    return re.sub(r"(?<=[^*\s])\*\*\*\*(?=[^*\s])|~~~~", "", "".join(parts))


def _marked(text: str, node: Node, tree: Tree) -> str:
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if node.tag in ("sub", "sup"):
        return f"<{node.tag}>{bare}</{node.tag}>"
    if node.tag == "a" and re.match(r"https?://|mailto:", node.given.get("href", "")):
        return f"{before}[{bare}]({node.given['href'].replace(' ', '%20')}){after}"
    mark = _mark(node, tree)
    inner = bare.replace("**", "") if mark == "**" else bare
    return f"{before}{mark}{inner}{mark}{after}" if mark and "\n" not in bare else text


def _mark(node: Node, tree: Tree) -> str:
    if node.tag in _MARKS:
        return "" if _LIGHT.search(node.style) else _MARKS[node.tag]
    if node.tag != "span":
        return ""
    if _WEIGHT.search(node.style) or node.classes & tree.bold:
        return "**"
    if "line-through" in node.style:
        return "~~"
    return "*" if "font-style:italic" in node.style.replace(" ", "") or node.classes & tree.slanted else ""


def _unspaced(text: str) -> str:
    """Return a text with spaces of one kind, for the signs that stand before a word processor's items."""
    return re.sub(r"^[*\s]+", "", text.replace("\u00a0", " "))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
