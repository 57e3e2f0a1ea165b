"""A folder's manifest: what somebody changed in it, or laid beside it, is told, though its hashes and its seal were made to fit."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from packbuilder.app.accessibility.report import accessibility
from packbuilder.app.previewing import previews
from packbuilder.app.reading import CannotReadError
from packbuilder.app.verifying.names import name_fault
from packbuilder.app.verifying.verify import verify
from tests.app.papers import paper_in, rewrite_manifest


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("listed"), versions=2, self_marking=True)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


def told(folder: Path) -> str:
    return "\n".join(verify((folder,)).failures)


CHANGES: dict[str, tuple[Callable[[Any], None], str]] = {
    "form gone": (lambda m: m["forms"].clear(), "has no form of version A"),
    "fingerprint": (lambda m: m["forms"][0].update(fingerprint="0000-0000"), "its fingerprint is"),
    "marks": (lambda m: m["forms"][0]["questions"][0].update(marks=9), "has other questions, or other marks"),
    "pages": (lambda m: m["files"]["paper-A.pdf"].update(pages=9), "its pages is 9"),
    "product": (lambda m: m["files"]["paper-A.pdf"].update(product="mark_scheme"), "its product is mark-scheme"),
    "version": (lambda m: m["files"]["paper-A.pdf"].update(version="B"), "its version is B"),
    "edition": (lambda m: m["files"]["paper-A.pdf"].update(edition="tinted"), "its edition is tinted"),
    "outside": (lambda m: m["files"].update({"../paper-A.pdf": m["files"]["paper-A.pdf"]}), "is not a manifest"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_manifest_says_is_compared_with_the_files(folder: Path, change: str) -> None:
    spoil, words = CHANGES[change]
    rewrite_manifest(folder, spoil)
    assert words in told(folder)


def test_what_cannot_be_compared_is_sealed(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"title": "', '"title": "x', 1), encoding="utf-8")
    assert "manifest.json was changed since it was written" in told(folder)


def test_a_manifest_that_is_nested_without_end_is_none(folder: Path) -> None:
    (folder / "manifest.json").write_text("[" * 100_000)
    assert "is not a manifest" in told(folder)


def test_a_manifest_that_cannot_be_read_makes_no_strangers(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")
    assert not [note for note in verify((folder,)).notes if "is not named" in note]


def test_a_manifest_of_a_later_format_is_said_to_be_one(folder: Path) -> None:
    rewrite_manifest(folder, lambda manifest: manifest.update(format=3))
    assert "manifest.json is of format 3, which this packbuilder does not know" in told(folder)
    assert "was changed since it was written" not in told(folder)


def test_versions_that_were_exchanged_are_told(folder: Path) -> None:
    def exchange(manifest: Any) -> None:
        files = manifest["files"]
        for name in [each for each in files if "-A" in each]:
            other = name.replace("-A", "-B")
            (folder / name).rename(folder / "z")
            (folder / other).rename(folder / name)
            (folder / "z").rename(folder / other)
            files[name], files[other] = files[other], files[name]

    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    exchange(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    rewrite_manifest(folder)
    assert "paper-A.pdf is called so, but is of version B" in told(folder)


def test_self_marking_editions_that_were_exchanged_are_told(folder: Path) -> None:
    one, other = folder / "self-marking-A.pdf", folder / "self-marking-B.pdf"
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)
    (folder / "manifest.json").unlink()
    assert "self-marking-A.pdf is called so, but is of version B" in told(folder)


@pytest.mark.parametrize(
    ("name", "about", "right"),
    [
        ("paper-A.pdf", {"product": "practice-paper", "version": "A"}, True),
        ("paper-AB-large-18.pdf", {"product": "practice-paper", "version": "AB", "edition": "large-18"}, True),
        ("paper-A-large-18.pdf", {"product": "practice-paper", "version": "A"}, False),
        ("paper-A-2027.pdf", {"product": "practice-paper", "version": "B"}, True),
        ("paper-class-set.pdf", {"product": "class-set"}, True),
        ("mark-scheme-A.pdf", {"product": "practice-paper", "version": "A"}, False),
        ("quiz-A-answers.pdf", {"product": "worksheet-answers", "kind": "quiz", "version": "A"}, True),
        ("quiz-A.pdf", {"product": "worksheet-answers", "kind": "quiz", "version": "A"}, False),
        ("revision-pack-biology.pdf", {"product": "revision-pack"}, True),
        ("biology mock.pdf", {"product": "practice-paper", "version": "B"}, True),
    ],
)
def test_names_say_what_files_are(name: str, about: dict[str, str], right: bool) -> None:
    assert (not name_fault(name, about)) is right


def test_strangers_are_told_and_are_no_fault(folder: Path) -> None:
    for name in ("answers.txt", ".answers", "notes.md"):
        (folder / name).write_text("B")
    report = verify((folder,))
    assert report.failures == ()
    notes = "\n".join(report.notes)
    assert "answers.txt is not named by manifest.json" in notes
    assert ".answers is not named by manifest.json" in notes
    assert "notes.md" not in notes


def test_links_and_pipes_are_refused(folder: Path) -> None:
    (folder / "paper-A.pdf").rename(folder.parent / "elsewhere.pdf")
    (folder / "paper-A.pdf").symlink_to(folder.parent / "elsewhere.pdf")
    os.mkfifo(folder / "paper-Q.pdf")
    found = told(folder)
    assert "paper-A.pdf is a link" in found
    assert "paper-Q.pdf is a pipe or a device" in found
    for read in (
        lambda: accessibility(folder / "paper-Q.pdf"),
        lambda: previews((folder / "paper-Q.pdf",), output=None, columns=4, pages=""),
    ):
        with pytest.raises(CannotReadError, match="a pipe or a device"):
            read()
