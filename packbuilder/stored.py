"""Values as text and back: dataclasses, tuples, texts, numbers, mappings, sets and bytes, as JSON.

Nothing in it is ever run: a tag names a dataclass or an enumeration of the program's own modules, and its fields are what it is
made of again. Lists are tuples, and an object has one key, the tag of what it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from importlib import import_module
from typing import Any, NoReturn

from packbuilder.errors import PackbuilderError

_ROOT = "packbuilder."
_PLAIN = frozenset((str, int, float, bool, type(None)))
_BYTES, _SET, _MAPPING = "bytes", "set", "mapping"


class UnstorableError(PackbuilderError):
    """A value that cannot be written down, such as a function; or a text that is none of ours."""

    def __init__(self, what: object) -> None:
        super().__init__(f"cannot be kept: {what!r:.60}")


def encoded(value: object) -> bytes:
    """Return a value as JSON in UTF-8. Raises `UnstorableError` for what is neither plain nor a value of the program's own."""
    return json.dumps(_tree(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> object:
    """Return the value that `encoded` wrote, equal to the one before. Raises `UnstorableError` for data that it never wrote."""
    try:
        return _value(json.loads(data.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, AttributeError, ImportError, RecursionError) as failure:
        raise UnstorableError(data[:40]) from failure


def _tree(value: Any) -> object:
    cls: Any = type(value)
    if cls in _PLAIN:
        return value
    if cls is tuple:
        return [_tree(each) for each in value]
    return _writer(cls)(value)


@lru_cache(maxsize=512)
def _writer(cls: Any) -> Callable[[Any], object]:
    """Return what makes the tree of an instance of a class that is neither plain nor a tuple."""
    if issubclass(cls, bytes):
        return lambda value: {_BYTES: value.decode("latin-1")}
    if issubclass(cls, frozenset):
        return lambda value: {_SET: sorted(map(_tree, value), key=repr)}
    if issubclass(cls, Mapping):
        return lambda value: {_MAPPING: [[_tree(key), _tree(each)] for key, each in value.items()]}
    tag = f"{cls.__module__.removeprefix(_ROOT)}:{cls.__name__}"
    if not cls.__module__.startswith(_ROOT) or cls.__qualname__ != cls.__name__:
        return _refused
    if issubclass(cls, Enum):
        return lambda value: {tag: value.value}
    if not is_dataclass(cls):
        return _refused
    names = tuple(field.name for field in fields(cls))
    return lambda value: {tag: [_tree(getattr(value, name)) for name in names]}


def _refused(value: object) -> NoReturn:
    raise UnstorableError(value)


def _value(tree: Any) -> Any:
    cls = type(tree)
    if cls is list:
        return tuple([_value(each) for each in tree])
    if cls is dict:
        ((tag, inner),) = tree.items()
        return _maker(tag)(inner)
    return tree


@lru_cache(maxsize=512)
def _maker(tag: str) -> Callable[[Any], Any]:
    """Return what makes the value of a tag."""
    if tag in _MAKERS:
        return _MAKERS[tag]
    module, _, name = tag.partition(":")
    cls: Any = getattr(import_module(_ROOT + module), name)
    if not isinstance(cls, type) or cls.__module__ != _ROOT + module:
        raise TypeError(tag)
    if issubclass(cls, Enum):
        return cls
    known: Any = cls
    names = tuple(field.name for field in fields(known))

    def made(inner: list[Any]) -> Any:
        # Not by `__init__`, which many classes would have to write for this alone.
        value = object.__new__(cls)
        for name, each in zip(names, inner, strict=True):
            object.__setattr__(value, name, _value(each))
        return value

    return made


_MAKERS: Mapping[str, Callable[[Any], Any]] = {
    _BYTES: lambda inner: inner.encode("latin-1"),
    _SET: lambda inner: frozenset(map(_value, inner)),
    _MAPPING: lambda inner: {_value(key): _value(each) for key, each in inner},
}
