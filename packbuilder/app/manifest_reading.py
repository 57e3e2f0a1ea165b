"""Reading manifests: what is none is told by one error, and whoever reads one finds in it what manifests say, of the kind that they say it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.reading import read_any, shown
from packbuilder.errors import PackbuilderError
from packbuilder.values import dataclass

Shape = Mapping[str, type]
"""What an object of JSON says at the least: names, and the type of each."""

_FILE: Shape = {"product": str, "sha256": str}
_FILE_OF_RUN: Shape = {"sha256": str}


class NotManifestError(PackbuilderError):
    """A file that is no manifest, or one that does not say what manifests say."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{shown(path)} is not a manifest of packbuilder's")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a manifest says of one order: everything, and of that the files by their names, and the forms."""

    said: Mapping[str, object]
    files: Mapping[str, Mapping[str, object]]
    forms: tuple[Mapping[str, object], ...]


def said_in(path: Path, *, once: bool = False) -> dict[str, object]:
    """Return what a manifest says. `once`: nothing may be said twice. Raises `CannotReadError` and `NotManifestError`."""
    data = read_any(path)
    try:
        value = json.loads(data, object_pairs_hook=_once if once else None)
    except (ValueError, RecursionError) as failure:
        raise NotManifestError(path=path) from failure
    if not isinstance(value, dict):
        raise NotManifestError(path=path)
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON. Raises `ValueError` for one that says something twice, of which programs take one or the other."""
    if len(found := dict(pairs)) != len(pairs):
        raise ValueError
    return found


def orders_in(manifest: Mapping[str, object], path: Path) -> tuple[Order, ...]:
    """Return what a manifest, read from `path`, says of each order whose files lie in its folder: the latest is said at its top, those before
    under `earlier`. Raises `NotManifestError`.
    """
    earlier = manifest.get("earlier", [])
    if not isinstance(earlier, list) or not all(isinstance(each, dict) for each in earlier):
        raise NotManifestError(path=path)
    return tuple(_order(each, path) for each in (manifest, *earlier))


def _order(said: Mapping[str, object], path: Path) -> Order:
    files, forms, run = said.get("files"), said.get("forms", []), is_of_run(said)
    if not isinstance(files, dict) or not all(has(about, _FILE_OF_RUN if run else _FILE) for about in files.values()):
        raise NotManifestError(path=path)
    sound = isinstance(forms, list) and all(map(_is_form, forms))
    if not sound and not run:
        raise NotManifestError(path=path)
    return Order(said=said, files=files, forms=tuple(forms) if isinstance(forms, list) and sound else ())


def _is_form(form: object) -> bool:
    """Whether a form's questions and their parts are where they are looked for."""
    questions = form.get("questions", []) if isinstance(form, dict) else None
    if not isinstance(questions, list) or not all(isinstance(each, dict) and isinstance(each.get("parts", []), list) for each in questions):
        return False
    return all(isinstance(part, dict) for each in questions for part in each.get("parts", []))


def is_of_run(manifest: Mapping[str, object]) -> bool:
    """Whether a manifest is a print run's."""
    return manifest.get("product") == "print-run"


def is_sealed(manifest: Mapping[str, object]) -> bool:
    """Whether a manifest has the seal over all that it says."""
    try:
        return manifest.get("seal") == manifest_seal(manifest)
    except RecursionError:
        # It was read, and is too deep to be written again: no manifest of ours is.
        return False


def has(value: object, shape: Shape) -> bool:
    """Whether a value of JSON is an object that says what a shape does."""
    # Of exactly that type: a truth value is a number to Python.
    return isinstance(value, dict) and all(type(value.get(key)) is kind for key, kind in shape.items())
