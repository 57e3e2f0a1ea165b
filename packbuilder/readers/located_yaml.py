"""YAML with places: bytes to values that know their line and column. Loaded safely, never executed."""

from __future__ import annotations

import yaml

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence, Value

_MOST_NODES = 20_000
"""More values than a short file needs; aliases that multiply ("billion laughs") come to more within a few lines.

A long file may have as many values as characters, which without aliases no file can exceed.
"""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTRUCTOR = yaml.constructor.SafeConstructor


class _TooManyError(Exception):
    """Aliases have multiplied the document beyond what its length can hold."""


def read_yaml(data: bytes, path: str, *, line: int = 0) -> tuple[MappingValue | None, Diagnostics]:
    """Read a YAML document whose top is a mapping. `line` counts the lines of the file that stand before it."""
    whole = Span(path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        hint = "Save the file as UTF-8."
        return None, (error("Y101", f"not UTF-8 text (byte {failure.start + 1} cannot be read)", whole, hint),)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        span = Span(path=path, line=line + mark.line + 1, column=mark.column + 1) if mark else whole
        message = f"this is not YAML: {failure.problem or failure.context}"
        return None, (error("Y102", message, span, "Check the indentation, and put texts with `: ` or `#` in quotes."),)
    except yaml.YAMLError as failure:
        return None, (error("Y102", f"this is not YAML: {failure}".splitlines()[0], whole),)
    if node is None:
        return None, (error("Y103", "the file is empty", whole),)
    most = max(_MOST_NODES, len(text))
    converter = _Converter(path, line, most)
    try:
        value = converter.convert(node)
    except _TooManyError:
        return None, (error("Y104", f"more than {most} values: aliases (`*name`) may have multiplied", whole),)
    if not isinstance(value, MappingValue):
        return None, (error("Y105", "the file must hold `key: value` lines at its top", value.span),)
    return value, tuple(converter.found)


class _Converter:
    """Turns composed nodes into located values, counting them and noting duplicate keys."""

    def __init__(self, path: str, line: int, most: int) -> None:
        self.found: list[Diagnostic] = []
        self._path = path
        self._line = line
        self._count = 0
        self._most = most
        self._open: set[int] = set()
        self._scalars = _CONSTRUCTOR()

    def convert(self, node: yaml.Node) -> Value:
        self._count += 1
        if self._count > self._most or id(node) in self._open:
            raise _TooManyError
        span = self._span(node)
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
        value: object = node.value
        if node.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"):
            try:
                value = self._scalars.construct_object(node)
            except (ValueError, yaml.YAMLError):
                value = node.value
        known = value if value is None or isinstance(value, str | int | float | bool) else node.value
        return Scalar(value=known, text=str(node.value), span=span)

    def _mapping(self, node: yaml.Node, span: Span) -> MappingValue:
        values: dict[str, Value] = {}
        keys: dict[str, Span] = {}
        for key_node, value_node in node.value:
            place = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.append(error("Y106", "a key must be a plain word", place))
                continue
            key = str(key_node.value)
            if key in values:
                self.found.append(
                    error("Y107", f"the key {key!r} stands here twice (first in line {keys[key].line})", place, "Keep one of them.")
                )
                continue
            values[key], keys[key] = self.convert(value_node), place
        return MappingValue(values=values, keys=keys, span=span)
