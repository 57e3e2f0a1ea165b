"""The tree of a page saved as HTML, as far as its tags say it: what a reader would see is made of it in `web_pages`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html.parser import HTMLParser

from packbuilder.patterns import regex
from packbuilder.values import dataclass

BLOCKS = frozenset(
    """p div section article main header footer h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tbody thead tfoot tr td th blockquote pre hr body html details summary figure
    figcaption center""".split()
)
UNREAD = frozenset({"head", "style", "script", "title", "xml", "nav", "template", "noscript", "svg", "button", "select"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr o:p".split())
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol"})),
    "tr": (frozenset({"tr", "td", "th", "p"}), frozenset({"table"})),
    "td": (frozenset({"td", "th", "p"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th", "p"}), frozenset({"tr", "table"})),
}
"""What a tag ends that was left open, and within what."""
_PARAGRAPHS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split())
_RULE = regex(r"([^{}]+)\{([^{}]*)\}")


@dataclass(slots=True, kw_only=True)
class Node:
    """A tag with what stands in it, nodes and texts; and the line where it begins."""

    tag: str
    line: int
    given: dict[str, str] = field(default_factory=dict)
    within: list[Node | Words] = field(default_factory=list)

    @property
    def style(self) -> str:
        """What the tag says of its looks."""
        return self.given.get("style", "")

    @property
    def classes(self) -> frozenset[str]:
        """The names by which a style sheet speaks of the tag."""
        return frozenset(self.given.get("class", "").split())

    @property
    def unread(self) -> bool:
        """Whether a node shows nothing, or stands around the page's own text."""
        around = (
            self.tag == "footer" or self.given.get("role") in ("contentinfo", "navigation", "banner") or self.given.get("id") == "footer"
        )
        return self.tag in UNREAD or around

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes in a node, from the first on."""
        for each in self.within:
            if isinstance(each, Node):
                yield each
                yield from each.nodes()


@dataclass(slots=True, kw_only=True)
class Words:
    """A text, and the line where it begins."""

    text: str
    line: int


@dataclass(slots=True, kw_only=True)
class Tree:
    """A page: its root, and the names of classes that are bold or slanted."""

    root: Node
    bold: frozenset[str]
    slanted: frozenset[str]


def tree_of(text: str) -> Tree:
    """Read a page."""
    reading = _Reading()
    reading.feed(text)
    reading.close()
    rules = [(re.findall(r"\.([\w-]+)", names), style) for names, style in _RULE.findall(" ".join(reading.sheets))]
    bold = frozenset(name for names, style in rules for name in names if re.search(r"font-weight\s*:\s*(?:bold|[67]00)", style))
    slanted = frozenset(name for names, style in rules for name in names if re.search(r"font-style\s*:\s*italic", style))
    return Tree(root=reading.root, bold=bold, slanted=slanted)


class _Reading(HTMLParser):
    """Reads a page tag by tag; tags that were left open are closed where browsers close them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node(tag="html", line=1)
        self.sheets: list[str] = []
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])
        elif tag in _PARAGRAPHS:
            self._close(frozenset({"p"}), frozenset({"li", "td", "th", "div"}))
        node = Node(tag=tag, line=self.getpos()[0], given={name: value or "" for name, value in attrs})
        self._open[-1].within.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag=tag, line=self.getpos()[0], given={name: value or "" for name, value in attrs})
        self._open[-1].within.append(node)

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), None)
        if at is not None:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        if any(each.tag == "style" for each in self._open):
            self.sheets.append(data)
        elif not any(each.tag in UNREAD for each in self._open):
            leading = data[: len(data) - len(data.lstrip())].count("\n")
            self._open[-1].within.append(Words(text=data, line=self.getpos()[0] + leading))

    def _close(self, tags: frozenset[str], bounds: frozenset[str]) -> None:
        """Close the outermost open tag of some kinds, within the nearest one of others."""
        edge = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag in bounds), 0)
        at = next((at for at in range(edge + 1, len(self._open)) if self._open[at].tag in tags), None)
        if at is not None:
            del self._open[at:]
