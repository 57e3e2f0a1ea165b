"""Whoever changes what goes with a run's copies, or its manifest, and the manifest's digests and seal with it, is found out all the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.verifying.verify import verify
from packbuilder.values import replace
from tests.press.printing import printed
from tests.press.runs import run_of

RUN = replace(run_of(4, rooms=2), date="14 May 2027", embargo="2027-05-14T09:00")
SCHEME, PACKET, OTHER, SINGLE = "marking/mark-scheme-A.pdf", "packets/hall-a.pdf", "packets/hall-b.pdf", "candidates/hall-a/0001.pdf"
Manifest = dict[str, Any]


@lru_cache(maxsize=1)
def _pristine() -> Path:
    folder = Path(mkdtemp())
    printed(RUN, folder, each=True)
    return folder


def found(folder: Path, change: Callable[[Path, Manifest], None]) -> list[str]:
    """Return what is found once files and manifest were changed, and what the manifest says of files' bytes, and of itself, was made right."""
    shutil.copytree(_pristine(), folder, dirs_exist_ok=True)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    change(folder, manifest)
    for name, about in manifest["files"].items():
        data = (folder / name).read_bytes() if (folder / name).is_file() else b""
        about |= {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
    manifest["seal"] = manifest_seal(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest))
    return list(verify((folder,)).failures)


def put(folder: Path, name: str, at: int, source: str, page: int) -> None:
    """Put a page of another file in the place of one."""
    writer = PdfWriter(clone_from=folder / name)
    writer.insert_page(PdfReader(folder / source).pages[page], at)
    writer.remove_page(at + 1)
    writer.write(folder / name)


def paint(folder: Path, name: str, at: int, operators: bytes) -> None:
    writer = PdfWriter(clone_from=folder / name)
    page, stream = writer.pages[at], DecodedStreamObject()
    stream.set_data(operators)
    was = page.raw_get("/Contents")
    parts = was.get_object() if isinstance(was.get_object(), ArrayObject) else [was]
    page[NameObject("/Contents")] = ArrayObject([*parts, writer._add_object(stream)])
    writer.write(folder / name)


def blank(folder: Path, name: str) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(folder / name)


def fewer(folder: Path, name: str) -> None:
    """Lose the first page, and the structure with it, as a program does that knows nothing of tags."""
    writer = PdfWriter()
    for page in PdfReader(folder / name).pages[1:]:
        writer.add_page(page)
    writer.write(folder / name)


def attach(folder: Path, name: str) -> None:
    writer = PdfWriter(clone_from=folder / name)
    writer.add_attachment("scheme.pdf", (folder / SCHEME).read_bytes())
    writer.write(folder / name)


def listed(folder: Path, manifest: Manifest, name: str, source: str) -> None:
    shutil.copy(folder / source, folder / name)
    manifest["files"][name] = dict(manifest["files"][source])


def unlisted(folder: Path, manifest: Manifest, name: str) -> None:
    (folder / name).unlink()
    del manifest["files"][name]


def no_spare(folder: Path, manifest: Manifest) -> None:
    copy = next(copy for copy in manifest["copies"] if "candidate" not in copy)
    unlisted(folder, manifest, copy.pop("own_file"))


FAULTS: dict[str, tuple[Callable[[Path, Manifest], object], str]] = {
    "a scheme for a cover": (lambda f, _: put(f, PACKET, 0, SCHEME, 0), "hall-a.pdf: page 1 does not look like the packet's cover"),
    "a scheme on its back": (lambda f, _: put(f, PACKET, 1, SCHEME, 0), "hall-a.pdf: page 2, the back of its cover, is not blank"),
    "another's cover": (lambda f, _: put(f, PACKET, 0, OTHER, 0), "hall-a.pdf: page 1 does not look like the packet's cover"),
    "a dot": (lambda f, _: paint(f, PACKET, 0, b"0 g 300 815 5 5 re f\n"), "hall-a.pdf: page 1 does not look like"),
    "hidden words": (
        lambda f, _: paint(f, PACKET, 0, b"BT 3 Tr /FAtkinsonHyperlegibleRegular 9 Tf 80 300 Td <00410042> Tj ET\n"),
        "hall-a.pdf: page 1 says something that cannot be seen",
    ),
    "attached to a packet": (lambda f, _: attach(f, PACKET), "hall-a.pdf: the file has the entry Names"),
    "attached to a copy": (lambda f, _: attach(f, SINGLE), "0001.pdf: the file has the entry Names"),
    "a blank register": (lambda f, _: blank(f, "room/attendance-register.pdf"), "attendance-register.pdf is not this run's"),
    "a blank list": (lambda f, _: blank(f, "room/pick-list.pdf"), "pick-list.pdf is not this run's"),
    "a register of one room": (lambda f, _: fewer(f, "room/attendance-register.pdf"), "attendance-register.pdf is not this run's"),
    "a dot on a sheet": (
        lambda f, _: paint(f, "room/invigilators.pdf", 0, b"0 g 300 300 5 5 re f\n"),
        "invigilators.pdf is not what belongs to this run",
    ),
    "no separators": (lambda f, m: unlisted(f, m, "room/separators.pdf"), "separators.pdf is missing"),
    "no scheme": (lambda f, m: unlisted(f, m, "marking/mark-scheme-B.pdf"), "mark-scheme-B.pdf is missing"),
    "a packet twice": (lambda f, m: listed(f, m, "packets/copy.pdf", PACKET), "copy.pdf is named by"),
    "a scheme as a file of its own": (lambda f, m: listed(f, m, "candidates/hall-a/help.pdf", SCHEME), "help.pdf is named by"),
    "no spare": (no_spare, "which should be in candidates/hall-a/spare-3.pdf"),
    "another date": (lambda _, m: m["facts"].update(date="1 May"), "does not say what the run was planned as"),
    "another embargo": (lambda _, m: m["facts"].update(embargo="2020-01-01T00:00"), "mark-scheme-A.pdf is not under the embargo"),
    "another title": (lambda _, m: m.update(title="Other"), "does not say what the run was planned as"),
    "a watermark": (lambda _, m: m["facts"].update(watermark="MOCK"), "does not say what the run was planned as"),
    "no setting": (lambda _, m: m["setting"].update(handout=5), "does not say how the run's documents are set"),
    "pages in words": (lambda _, m: m["copies"][0].update(pages="six"), "is not a manifest of a print run"),
    "a truth for a number": (lambda _, m: m["copies"][0].update(first_page=True), "is not a manifest of a print run"),
    "half a candidate": (lambda _, m: m["copies"][0].pop("seat"), "is not a manifest of a print run"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_changed_is_found(tmp_path: Path, fault: str) -> None:
    change, told = FAULTS[fault]
    failures = found(tmp_path, change)  # type: ignore[arg-type]  # what it returns is nobody's business
    assert any(told in failure for failure in failures), failures


def test_a_run_that_was_only_copied_and_written_anew_is_as_it_was(tmp_path: Path) -> None:
    def again(folder: Path, _: Manifest) -> None:
        for name in (PACKET, "room/seating-plan.pdf"):
            PdfWriter(clone_from=folder / name).write(folder / name)

    assert found(tmp_path, again) == []


def test_sources_that_a_manifest_names_otherwise_no_longer_fit_its_seal(tmp_path: Path) -> None:
    shutil.copytree(_pristine(), tmp_path, dirs_exist_ok=True)
    manifest = json.loads((tmp_path / MANIFEST).read_bytes())
    (tmp_path / MANIFEST).write_text(json.dumps(manifest, sort_keys=True))
    assert verify((tmp_path,)).failures == ()
    (tmp_path / MANIFEST).write_text(json.dumps(manifest | {"sources": {"notes.md": "0" * 64}}))
    assert [failure for failure in verify((tmp_path,)).failures if "was changed since the run was made" in failure]


def test_hidden_files_and_links_are_strangers_too(tmp_path: Path) -> None:
    shutil.copytree(_pristine(), tmp_path / "run", dirs_exist_ok=True)
    folder = tmp_path / "run"
    (folder / "candidates" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    assert verify((folder,)).failures == ()
    shutil.copy(folder / SCHEME, folder / "candidates" / ".scheme.pdf")
    shutil.copy(folder / SCHEME, folder / "packets" / ".DS_Store")
    (folder / "candidates" / "old").symlink_to(folder / "marking", target_is_directory=True)
    (folder / "packets" / ".x.pdf.0a.part").write_bytes(b"half")
    shutil.copy(folder / SCHEME, folder / "backup")
    (folder / "old.bin").write_bytes(b"PK\x03\x04 a packet may lie in it")
    (folder / "notes.txt").write_text("Remember the clock.")
    (folder / ".hidden").write_text("")
    told = "\n".join(verify((folder,)).failures)
    assert "candidates/.scheme.pdf is not a file of this run" in told
    assert "packets/.DS_Store is not a file of this run" in told
    assert "candidates/old is a link" in told
    assert "run/backup is not a file of this run" in told
    assert "run/old.bin is not a file of this run" in told
    assert "run/notes.txt is not a file of this run" in told
    assert "run/.hidden is not a file of this run" in told
    assert ".x.pdf.0a.part is a half written file" in told


def test_a_link_to_what_is_no_pdf_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    shutil.copytree(_pristine(), tmp_path / "run", dirs_exist_ok=True)
    folder = tmp_path / "run"
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    assert verify((folder,)).failures == ()
    (folder / "packets" / "new").mkdir()
    (folder / "packets" / "seen").mkdir()
    (folder / "packets" / "seen" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / "notes.txt").write_text("Remember the clock.")
    (folder / "room" / "notes.txt").symlink_to(tmp_path / "notes.txt")
    (folder / "room" / "seating-plan.pdf").unlink()
    (folder / "room" / "seating-plan.pdf").symlink_to(tmp_path / "notes.txt")
    told = "\n".join(verify((folder,)).failures)
    assert "packets/new is an empty folder" in told
    assert "packets/seen is an empty folder" in told
    assert "room/notes.txt is a link" in told
    assert "room/seating-plan.pdf is a link" in told
