"""The structure tree: which element each piece of marked content belongs to, across pages.

A fragment's nodes become elements the first time that one of its slabs stands on a page; what is continued on the next
page goes on in the same elements. Content is announced in the order in which it is painted, which is reading order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

from packbuilder.typeset.branch_kinds import Kind, bearing, kind_of
from packbuilder.typeset.branches import Branch
from packbuilder.typeset.elements import either, element_object, elsewhere
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Node, number
from packbuilder.typeset.objects import Objects, name, reference, references, string
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass


class Element:
    """A structure element in the making: its object's number, its parent, and its children.

    `kids` are elements; of content the MCID, on another page than `page`, which is that of the first content, with the page's object number;
    of annotations what will be written. A class written out: a version of a paper and its scheme has 1,400 of them, which
    a dataclass makes in several times the time.
    """

    __slots__ = ("attached", "box", "kids", "node", "number", "page", "parent")

    def __init__(self, number: int, node: Node, parent: Element | None, *, attached: bool = False) -> None:
        self.number = number
        self.node = node
        self.parent = parent
        self.page = 0
        self.kids: list[Kid] = []
        self.attached = attached
        self.box: Box | None = None

    def attach(self) -> None:
        """Put the element among its parent's children, after what is already there."""
        if not self.attached and self.parent is not None:
            self.attached = True
            if not self.parent.attached:
                self.parent.attach()
            self.parent.kids.append(self)

    def hold(self, page: int, mcid: int) -> None:
        """Note that marked content `mcid` of the page with object number `page` belongs to the element."""
        self.attach()
        if not self.page:
            self.page = page
        self.kids.append(mcid if page == self.page else (page, mcid))

    def written_kids(self) -> list[bytes]:
        """Return the children as they are written."""
        return [written for kid in self.kids for written in _written(kid)]

    def content(self, kids: Sequence[Kid] | None = None) -> Iterator[tuple[int, int]]:
        """Yield the page's object number and the MCID of its content, or of that among some `kids` of its."""
        for kid in self.kids if kids is None else kids:
            if isinstance(kid, int):
                yield self.page, kid
            elif isinstance(kid, tuple):
                yield kid


Kid: TypeAlias = Element | Branch | int | tuple[int, int] | bytes


def _written(kid: Kid) -> Sequence[bytes]:
    match kid:
        case Element():
            return (reference(kid.number),)
        case Branch():
            return kid.roots()
        case int():
            return (b"%d" % kid,)
        case bytes():
            return (kid,)
        case page, mcid:
            return (elsewhere(reference(page), b"%d" % mcid),)


@dataclass(slots=True)
class TaggedFragment:
    """A fragment's elements, and for each node the place of its content in reading order; the last is an artifact's."""

    elements: list[Element]
    order: list[int]

    def hold(self, nodes: Sequence[int], page: int, mcid: int) -> list[int]:
        """Note that marked content from `mcid` on, on a page, belongs to nodes; return the numbers of their elements."""
        for more, node in enumerate(nodes):
            self.elements[node].hold(page, mcid + more)
        return [self.elements[node].number for node in nodes]


@dataclass(slots=True)
class Structure:
    """The structure tree of a file in the making: a Document, or several, one after the other."""

    objects: Objects
    tree: int
    fragments: tuple[Fragment, ...] = ()
    documents: list[Element] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    tagged: dict[int, TaggedFragment | Branch] = field(default_factory=dict)
    parents: list[list[tuple[int, bytes]]] = field(default_factory=lambda: [[]])

    @classmethod
    def begin(cls, objects: Objects) -> Structure:
        """Return a tree that holds nothing."""
        return cls(objects, objects.reserve())

    def document(self, fragments: tuple[Fragment, ...]) -> None:
        """Begin the next Document: what is painted from now on are its fragments."""
        self.documents.append(Element(self.objects.reserve(), Node(role="Document"), None, attached=True))
        if self.objects.blocks:
            self.objects.reserve()  # For its node of the parent tree.
            self.parents.append([])
        self.fragments, self.tagged = fragments, {}

    def lead(self, node: Node) -> Element:
        """Add an element before all else in the Document begun last, for what no fragment of its holds."""
        element = Element(self.objects.reserve(), node, self.documents[-1])
        element.attach()
        self.elements.append(element)
        return element

    def fragment(self, index: int) -> TaggedFragment | Branch:
        """Return the elements of a fragment of the Document begun last; made on first use."""
        known = self.tagged.get(index)
        if known is None:
            fragment = self.fragments[index]
            kind = kind_of(fragment)
            known = self.tagged[index] = self._branch(kind, len(fragment.nodes)) if kind else self._instantiate(fragment)
        return known

    def _branch(self, kind: Kind, nodes: int) -> Branch:
        document = self.documents[-1]
        branch = Branch(kind, nodes, self.objects.reserve(nodes), document.number)
        self.branches.append(branch)
        document.kids.append(branch)
        return branch

    def _instantiate(self, fragment: Fragment) -> TaggedFragment:
        text = bearing(fragment)
        first = self.objects.reserve(len(fragment.nodes))
        elements: list[Element] = []
        order: list[int] = []
        for index, node in enumerate(fragment.nodes):
            element = Element(first + index, node, elements[node.parent] if node.parent >= 0 else self.documents[-1])
            elements.append(element)
            # Inside an element that has text of its own (a link in a paragraph) content reads as it is painted, and a
            # child takes its place among the text when it is first painted. Elsewhere the nodes' order is the reading
            # order, whatever is painted first: the cells of a row that is cut into slices stay whole.
            parent = node.parent
            if parent >= 0 and (parent in text or order[parent] != parent):
                order.append(order[parent])
            else:
                order.append(index)
                element.attach()
        order.append(ARTIFACT)
        self.elements += elements
        return TaggedFragment(elements, order)

    def annotation(self, element: Element, page: int, annotation: int) -> None:
        """Note that an annotation on a page belongs to an element."""
        element.attach()
        element.kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page, annotation))

    def page_parents(self, elements: list[int]) -> int:
        """Note the elements of a page's marked content, in order of MCID; return the page's StructParents."""
        listed = self.objects.add(_listed(tuple(elements)))
        return self._key(listed, listed)

    def annotation_parent(self, element: Element, annotation: int) -> int:
        """Note the element of an annotation, given by its object's number; return the annotation's StructParent."""
        return self._key(element.number, annotation)

    def _key(self, value: int, own: int) -> int:
        """Note an entry of the parent tree; return its key, which in a copy's block is a number of the block."""
        key = own if self.objects.blocks else len(self.parents[-1])
        self.parents[-1].append((key, reference(value)))
        return key

    def complete(self, order: Mapping[int, int]) -> None:
        """Give elements that nothing was painted of their places: nothing more is painted. `order` has each page's index by its object's number."""
        for element in self.elements:
            if not element.attached:
                element.attach()
        for branch in self.branches:
            branch.settle(order)

    def finish(self, title: str) -> bool:
        """Write the tree's objects, once it is complete; tell whether any element has a name of packbuilder's. The elements are gone then."""
        put = self.objects.put
        names = {element.node.name for element in self.elements} - {""}
        notes = sorted((element for element in self.elements if element.node.role == "Note"), key=lambda element: element.number)
        for document in self.documents:
            entries = (self.tree, string(title), b" ".join(document.written_kids()))
            self.objects.put_own(document.number, b"<</S/Document/P %d 0 R/T%s/K[%s]>>" % entries)
        self.tagged = {}
        while self.elements:
            # Of long documents the elements take more room than what is written of them: each goes with the one that it stands in.
            element = self.elements.pop()
            put(element.number, _element(element))
            element.kids = []
        while self.branches:
            branch = self.branches.pop()
            names |= branch.names
            self.objects.put_texts(branch.first, branch.objects())
        parent_tree, following = self._parent_tree()
        put(
            self.tree,
            b"<</Type/StructTreeRoot/K %s/ParentTree %d 0 R/ParentTreeNextKey %d%s%s>>"
            % (
                either([reference(document.number) for document in self.documents]),
                parent_tree,
                following,
                _classes(frozenset(names)),
                self._identities(notes),
            ),
        )
        return bool(names)

    def _parent_tree(self) -> tuple[int, int]:
        """Add the parent tree, for copies one with a node for each; return its number, and the next key that is free."""
        if not self.objects.blocks:
            return self.objects.add(b"<</Nums[%s]>>" % _nums(self.parents[-1])), len(self.parents[-1])
        nodes = []
        # By number, which is not the copies' order where versions take turns: the keys of a number tree ascend.
        for document, entries in sorted(zip(self.documents, self.parents[1:], strict=True), key=lambda each: each[0].number):
            if entries:
                limits = (entries[0][0], entries[-1][0], _nums(entries))
                self.objects.put(document.number + 1, b"<</Limits[%d %d]/Nums[%s]>>" % limits)
                nodes.append(document.number + 1)
        return self.objects.add(b"<</Kids%s>>" % references(nodes)), self.objects.count

    def _identities(self, notes: Sequence[Element]) -> bytes:
        names = b" ".join([_identity(note) + b" %d 0 R" % note.number for note in notes])
        return b"/IDTree %d 0 R" % self.objects.add(b"<</Names[%s]>>" % names) if notes else b""


@lru_cache(maxsize=128)
def _listed(numbers: tuple[int, ...]) -> bytes:
    # Remembered: versions have as much on a page more often than not, and its elements the same numbers.
    return references(numbers)


def _nums(entries: list[tuple[int, bytes]]) -> bytes:
    return b" ".join([b"%d %s" % entry for entry in entries])


def _element(element: Element) -> bytes:
    further = b""
    if element.node.role == "Figure" and element.box:
        further = b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % b" ".join(map(number, element.box))
    elif element.node.role == "Note":
        further = b"/ID" + _identity(element)
    page = reference(element.page) if element.page else b""
    parent = element.parent.number if element.parent else 0
    return element_object(element.node, reference(parent), page, element.written_kids(), further)


def _identity(element: Element) -> bytes:
    # PDF/UA-1, 7.9: every Note has an ID of its own. Ten digits, so that they sort as the tree asks.
    return b"(note-%010d)" % element.number


@lru_cache(maxsize=64)
def _classes(names: frozenset[str]) -> bytes:
    """Return the class map: packbuilder's name for an element is a user property of its class."""
    classes = [name(each) + b"<</O/UserProperties/P[<</N(role)/V%s>>]>>" % string(each) for each in sorted(names)]
    return b"/ClassMap<<%s>>" % b"".join(classes) if names else b""
