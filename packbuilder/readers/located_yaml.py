"""YAML with places: bytes to values that know their line and column. Loaded safely, never executed."""

from __future__ import annotations

import yaml

from packbuilder.decimals import number_of
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence, Value
from packbuilder.patterns import regex
from packbuilder.readers.yaml_faults import lost_backslashes, undecoded, unreadable

_MOST_NODES = 20_000
"""More values than a short file needs; aliases that multiply ("billion laughs") come to more within a few lines.

A long file may have as many values as characters, which without aliases no file can exceed.
"""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTRUCTOR = yaml.constructor.SafeConstructor
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_COMMENT = regex(r"[ \t]+#[^\r\n]*")


class _TooManyError(Exception):
    """Aliases have multiplied the document beyond what its length can hold."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


def read_yaml(data: bytes, path: str, *, line: int = 0) -> tuple[MappingValue | None, Diagnostics]:
    """Read a YAML document whose top is a mapping. `line` counts the lines of the file that stand before it."""
    whole = Span(path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return None, (undecoded(data, failure, path, line),)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as failure:
        return None, (unreadable(text, failure, path, line),)
    if node is None:
        return None, (error("Y103", "the file is empty", whole),)
    most = max(_MOST_NODES, len(text))
    converter = _Converter(text, path, line, most)
    try:
        value = converter.convert(node)
    except _TooManyError as failure:
        return None, (error("Y104", str(failure), failure.span, "Write out what the alias stands for."),)
    if not isinstance(value, MappingValue):
        return None, (error("Y105", "the file must hold `key: value` lines at its top", value.span),)
    return value, tuple(converter.found)


class _Converter:
    """Turns composed nodes into located values, counting them and noting duplicate keys."""

    def __init__(self, text: str, path: str, line: int, most: int) -> None:
        self.found: list[Diagnostic] = []
        self._text = text
        self._path = path
        self._line = line
        self._count = 0
        self._most = most
        self._open: set[int] = set()
        self._scalars = _CONSTRUCTOR()

    def convert(self, node: yaml.Node) -> Value:
        self._count += 1
        span = self._span(node)
        if id(node) in self._open:
            raise _TooManyError("an alias (`*name`) stands within what it is the name of", span)
        if self._count > self._most:
            raise _TooManyError(f"more than {self._most} values: aliases (`*name`) may have multiplied", span)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, span)
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return Sequence(values=tuple(self.convert(each) for each in node.value), span=span)
            return self._mapping(node, span)
        finally:
            self._open.discard(id(node))

    def _span(self, node: yaml.Node) -> Span:
        mark = node.start_mark
        return Span(path=self._path, line=self._line + mark.line + 1, column=mark.column + 1)

    def _scalar(self, node: yaml.ScalarNode, span: Span) -> Scalar:
        text, end = str(node.value), node.end_mark.index
        lost: tuple[Diagnostic, ...] = ()
        if node.style == '"':
            raw = self._text[node.start_mark.index : end]
            lost = tuple(lost_backslashes(raw, span)) if "\\" in raw else ()
            self.found.extend(lost)
        comment = _COMMENT.match(self._text, end) if not node.style and self._text[end : end + 1] in (" ", "\t") else None
        return Scalar(value=self._value(node), text=text, span=span, garbled=bool(lost), comment=comment[0] if comment else "")

    def _value(self, node: yaml.ScalarNode) -> str | int | float | bool | None:
        """Return a truth value or nothing as YAML has them, and a number by our own rule: `010` and `12:30` are numbers to YAML."""
        if node.tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"):
            try:
                value = self._scalars.construct_object(node)
            except (ValueError, KeyError, yaml.YAMLError):
                return str(node.value)
            return value if value is None or isinstance(value, bool) else str(node.value)
        number = number_of(node.value) if not node.style or node.tag in _NUMBERS else None
        return str(node.value) if number is None else number

    def _mapping(self, node: yaml.Node, span: Span) -> MappingValue:
        values: dict[str, Value] = {}
        keys: dict[str, Span] = {}
        for key_node, value_node in node.value:
            place = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.append(error("Y106", "a key must be a plain word", place))
                continue
            key = str(key_node.value)
            if key_node.tag == "tag:yaml.org,2002:merge":
                self.found.append(error("Y109", "merge keys (`<<:`) are not read", place, "Write out what is merged, in each place."))
                continue
            if key in values:
                self.found.append(
                    error("Y107", f"the key {key!r} stands here twice (first in line {keys[key].line})", place, "Keep one of them.")
                )
                continue
            values[key], keys[key] = self.convert(value_node), place
        return MappingValue(values=values, keys=keys, span=span)
