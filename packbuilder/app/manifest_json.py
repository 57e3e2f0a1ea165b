"""A manifest as JSON: sorted keys, four levels with a line an entry and what lies deeper on one; and the seal over all that it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from json.encoder import encode_basestring

from packbuilder.values import dataclass

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_INDENT = "  "
LEVELS = 4
"""What lies so deep stands on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A part of a manifest that is JSON already: on one line, as it is sealed, and as it stands in the file."""

    line: str
    lines: str


def encoded(value: object, level: int) -> Encoded:
    """Return a part of a manifest as JSON. `level`: in so many objects and lists it stands."""
    known = _Lines()
    return Encoded(line=_on_one_line(value, level, known), lines=_written(value, "\n" + level * _INDENT, known))


def sealed_manifest(value: dict[str, object]) -> bytes:
    """Return what a manifest says as its JSON, with a seal over it."""
    known = _Lines()
    value["seal"] = _seal(value, known)
    return (_written(value, "\n", known) + "\n").encode()


def manifest_seal(manifest: Mapping[str, object]) -> str:
    """Return a hash over all that a manifest says, however it is written: what somebody has changed by hand no longer fits it."""
    return _seal(manifest, _Lines())


class _Lines:
    """The JSON of values that have one line in the manifest, by which object they are: each is encoded once for seal and file."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def of(self, value: object) -> str:
        """Return the line of a value, which must live as long as these lines do."""
        line = self._known.get(id(value))
        if line is None:
            line = self._known[id(value)] = _ENCODER.encode(value)
        return line


def _seal(manifest: Mapping[str, object], known: _Lines) -> str:
    digest = sha256()
    for key, value in sorted(manifest.items()):
        if key != "seal":
            for part in value if isinstance(value, list) else (value,):
                level = 2 if isinstance(value, list) else 1
                digest.update(f"{key} {_on_one_line(part, level, known)}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _on_one_line(value: object, level: int, known: _Lines) -> str:
    """Return a value as JSON on one line, as the encoder writes it, from the lines that it has in the file."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Encoded):
        return value.line
    if level >= LEVELS or not isinstance(value, dict | list):
        return known.of(value)
    if isinstance(value, list):
        return f"[{', '.join([_on_one_line(each, level + 1, known) for each in value])}]"
    entries = [f"{encode_basestring(key)}: {_on_one_line(each, level + 1, known)}" for key, each in sorted(value.items())]
    return f"{{{', '.join(entries)}}}"


def _written(value: object, line: str, known: _Lines) -> str:
    """Return a value as JSON, `line` being what a line of its begins with."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Encoded):
        return value.lines
    if not isinstance(value, dict | list) or not value or len(line) > LEVELS * len(_INDENT):
        return known.of(value)
    inner = line + _INDENT
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_written(each, inner, known) for each in value])}{line}]"
    entries = [f"{encode_basestring(key)}: {_written(each, inner, known)}" for key, each in sorted(value.items())]
    return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
