"""Reading manifests: whatever is none is told as one, and nothing else is raised."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from packbuilder.app.coverage import used_items
from packbuilder.app.freshness import fresh_manifest
from packbuilder.app.leftovers import former_orders
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import sealed_manifest
from packbuilder.app.manifest_reading import NotManifestError, has, is_sealed, orders_in, said_in
from packbuilder.app.reading import CannotReadError
from packbuilder.app.runs.manifest import read_manifest

WHOLE = {
    "format": 2,
    "pack": "p",
    "topics": ["t"],
    "inputs": "i",
    "files": {"paper-A.pdf": {"product": "practice_paper", "sha256": "0"}},
    "forms": [{"version": "A", "questions": [{"parts": [{"item": "t.q1"}]}]}],
}

NONE = [
    b"",
    b"[1]",
    b"null",
    b"\xff\xfe{",
    b"[" * 100_000,
    b'{"files": []}',
    b'{"files": {"a": 1}}',
    b'{"files": {"a": {"product": "x"}}}',
    b'{"files": {"a": {"product": "x", "sha256": 1}}}',
    b'{"files": {}, "forms": {}}',
    b'{"files": {}, "forms": [1]}',
    b'{"files": {}, "forms": [{"questions": 1}]}',
    b'{"files": {}, "forms": [{"questions": [{"parts": [1]}]}]}',
    b'{"files": {}, "earlier": {}}',
    b'{"files": {}, "earlier": [1]}',
    b'{"files": {}, "earlier": [{}]}',
]


def test_what_is_whole_is_read(tmp_path: Path) -> None:
    path = tmp_path / MANIFEST
    path.write_bytes(sealed_manifest(dict(WHOLE)))
    said = said_in(path, once=True)
    assert is_sealed(said)
    (order,) = orders_in(said, path)
    assert list(order.files) == ["paper-A.pdf"]
    assert [form["version"] for form in order.forms] == ["A"]
    assert used_items((tmp_path,)) == {"t.q1"}
    assert not is_sealed(said | {"pack": "q"})


@pytest.mark.parametrize("data", NONE, ids=range(len(NONE)))
def test_what_is_no_manifest_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / MANIFEST
    path.write_bytes(data)
    with pytest.raises(NotManifestError, match="is not a manifest of packbuilder's"):
        orders_in(said_in(path), path)
    with pytest.raises(NotManifestError):
        used_items((tmp_path,))
    assert fresh_manifest(tmp_path, "i") is None
    assert former_orders(tmp_path, (), (), whole=True).unknown
    assert read_manifest(tmp_path) == {}


def test_what_is_said_twice_is_refused_where_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / MANIFEST
    path.write_text('{"files": {}, "files": {}}')
    assert said_in(path) == {"files": {}}
    with pytest.raises(NotManifestError):
        said_in(path, once=True)


def test_a_manifest_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError):
        said_in(tmp_path / MANIFEST)


@pytest.mark.parametrize(("value", "fits"), [({"a": 1, "b": ""}, True), ({"a": True}, False), ({}, False), ([], False), (None, False)])
def test_a_truth_is_no_number(value: object, fits: bool) -> None:
    assert has(value, {"a": int}) is fits


@pytest.mark.parametrize("change", [lambda m: m.pop("pack"), lambda m: m.pop("topics"), lambda m: m.pop("forms")])
def test_papers_are_told_by_pack_topics_and_forms(tmp_path: Path, change: Callable[[dict[str, object]], object]) -> None:
    value = json.loads(json.dumps(WHOLE))
    change(value)
    (tmp_path / MANIFEST).write_bytes(sealed_manifest(value))
    with pytest.raises(NotManifestError):
        used_items((tmp_path,))
