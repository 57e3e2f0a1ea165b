"""Whoever changes a copy and the digests in the manifest with it is found out by what the pages show, say and are tagged with."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, IndirectObject, NameObject, StreamObject, TextStringObject

from packbuilder.app.runs.jobs import Lock
from packbuilder.app.verifying.report import reported
from packbuilder.app.verifying.runs import verify_run
from packbuilder.app.verifying.verify import verify
from packbuilder.model.print_habits import Imposition, PrintHabits
from packbuilder.press.encryption import decrypted, encrypted
from packbuilder.typeset.reading.readback import ReadBack, read_back
from tests.press.printing import printed
from tests.press.runs import run_of

LOCK = Lock(password="long enough", owner="owner of it")
Change = Callable[[PdfWriter], None]


@lru_cache(maxsize=2)
def _pristine(*, locked: bool = False) -> Path:
    """Return a run of four candidates and a spare, versions in turn, in one packet and in single files."""
    folder = Path(mkdtemp())
    printed(run_of(4), folder, each=True, locks={"*": LOCK} if locked else {})
    return folder


@lru_cache(maxsize=1)
def _papers() -> dict[str, ReadBack]:
    """Return the clean papers of the run, which no test changes, by name."""
    return {path.name: read_back(path.read_bytes()) for path in (_pristine() / "marking").glob("paper*")}


def altered(folder: Path, name: str, change: Change, *, locked: bool = False) -> list[str]:
    """Return what is found in a run's copies of which one was changed by somebody who put its new digest into the manifest."""
    shutil.copytree(_pristine(locked=locked), folder, dirs_exist_ok=True)
    path = folder / name
    data = path.read_bytes()
    writer = PdfWriter(clone_from=PdfReader(BytesIO((decrypted(data, password=LOCK.password) or b"") if locked else data)))
    change(writer)
    target = BytesIO()
    writer.write(target)
    put(folder, name, encrypted(target.getvalue(), password=LOCK.password, owner=LOCK.owner) if locked else target.getvalue())
    read = {folder / "marking" / name: each for name, each in _papers().items()}
    return list(reported(verify_run(folder, passwords={"*": LOCK} if locked else {}, read_files=read)).failures)


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"][name] |= {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def front(writer: PdfWriter) -> int:
    """Return how many sides lie on top of the copies in a file: a packet's cover, front and back."""
    return 2 if len(writer.pages) > 4 else 0


def contents(writer: PdfWriter, page: int) -> ArrayObject:
    """Return the content of a page, from 0, of the copies in a file."""
    found = writer.pages[page + front(writer)]["/Contents"].get_object()
    assert isinstance(found, ArrayObject)
    return found


def exchange(writer: PdfWriter, one: int, other: int, *parts: int) -> None:
    first, second = contents(writer, one), contents(writer, other)
    for part in parts:
        first[part], second[part] = second[part], first[part]


def paint(writer: PdfWriter, page: int, operators: bytes) -> None:
    """Paint more, after all else on a page."""
    stream = DecodedStreamObject()
    stream.set_data(operators)
    contents(writer, page).append(writer._add_object(stream))


def swapped_versions(writer: PdfWriter) -> None:
    """Copy 1 is of version A, pages 1 to 4; copy 2 of version B, pages 5 to 8."""
    for page in range(4):
        exchange(writer, page, page + 4, 0)


def another_body(writer: PdfWriter) -> None:
    contents(writer, 2)[0] = contents(writer, 1)[0]


def another_word(writer: PdfWriter) -> None:
    body = contents(writer, 1)[0].get_object()
    assert isinstance(body, StreamObject)
    operators = body.get_data()
    at = operators.rindex(b") Tj")
    body.set_data(operators[: at - 2] + b"\0X" + operators[at:])


def whole_pages(writer: PdfWriter) -> None:
    exchange(writer, 1, 2, 0, 1, 2)


def bodies_of_a_copy(writer: PdfWriter) -> None:
    exchange(writer, 1, 2, 0)


def painted_over(writer: PdfWriter) -> None:
    paint(writer, 1, b"1 g 60 300 300 12 re f\n")


def hidden_words(writer: PdfWriter) -> None:
    paint(writer, 1, b"BT 3 Tr /FAtkinsonHyperlegibleRegular 9 Tf 80 300 Td <00410042> Tj ET\n")


def words_in_the_strip(writer: PdfWriter) -> None:
    paint(writer, 1, b"BT 3 Tr /FAtkinsonHyperlegibleRegular 5 Tf 200 805 Td <00410042> Tj ET\n")


def another_font(writer: PdfWriter) -> None:
    """One page finds bold letters where it asks for regular ones."""
    root = writer.pages[0].get("/Resources") or writer.pages[0]["/Parent"].get_object()["/Parent"].get_object()["/Resources"]
    resources = root.get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = DictionaryObject(resources["/Font"].get_object())
    fonts[NameObject("/FAtkinsonHyperlegibleRegular")] = fonts.raw_get("/FAtkinsonHyperlegibleBold")
    own = DictionaryObject(resources)
    own[NameObject("/Font")] = fonts
    writer.pages[1 + front(writer)][NameObject("/Resources")] = own


FAULTS: dict[str, tuple[Change, str]] = {
    "versions": (swapped_versions, "page 2: below its strip it does not look like page 2 of version A, but like page 2 of version B"),
    "body": (another_body, "page 3: below its strip it does not look like page 3 of version A, but like page 2 of version A"),
    "word": (another_word, "page 2: below its strip it does not look like page 2 of version A"),
    "pages": (whole_pages, "page 2 is page 3 of 0001, version A; it should be page 2 of 0001, version A"),
    "order": (bodies_of_a_copy, "page 2: below its strip it does not look like page 2 of version A, but like page 3 of version A"),
    "over": (painted_over, "page 2: below its strip it does not look like page 2 of version A"),
    "hidden": (hidden_words, "page 2: it says something that cannot be seen, which page 2 of version A does not"),
    "strip": (words_in_the_strip, "page 2: its strip says more than whose it is"),
    "font": (another_font, "page 2: below its strip it does not look like page 2 of version A"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_changed_packet_is_found_out(tmp_path: Path, fault: str) -> None:
    change, told = FAULTS[fault]
    found = altered(tmp_path, "packets/hall-a.pdf", change)
    after_cover = re.sub(r"^page (\d+)", lambda at: f"page {int(at[1]) + 2}", told)
    assert any(after_cover in failure for failure in found), found


@pytest.mark.parametrize("fault", ["body", "word", "order", "over", "hidden", "strip"])
def test_a_changed_single_file_is_found_out(tmp_path: Path, fault: str) -> None:
    change, told = FAULTS[fault]
    found = altered(tmp_path, "candidates/hall-a/0001.pdf", change)
    assert any(told in failure for failure in found), found


@pytest.mark.parametrize("name", ["packets/hall-a.pdf", "candidates/hall-a/0001.pdf"])
def test_an_encrypted_copy_is_compared_too(tmp_path: Path, name: str) -> None:
    found = altered(tmp_path, name, bodies_of_a_copy, locked=True)
    assert sum("does not look like" in failure for failure in found) == 2, found


def element(writer: PdfWriter, role: str) -> DictionaryObject:
    every = (each.get_object() for each in writer._objects if each is not None)
    return next(each for each in every if isinstance(each, DictionaryObject) and each.get("/S") == role)


def another_tag(writer: PdfWriter) -> None:
    element(writer, "/H2")[NameObject("/S")] = NameObject("/P")


def words_for_the_ear(writer: PdfWriter) -> None:
    element(writer, "/P")[NameObject("/ActualText")] = TextStringObject("The answer is B")


def unparented(writer: PdfWriter) -> None:
    """The first heading is no longer among its parent's children."""
    heading = element(writer, "/H1")
    kids = heading["/P"].get_object()["/K"]
    assert isinstance(kids, ArrayObject)
    kids.remove(next(kid for kid in kids if isinstance(kid, IndirectObject) and kid.get_object() == heading))


@pytest.mark.parametrize("locked", [False, True])
@pytest.mark.parametrize("change", [another_tag, words_for_the_ear, unparented])
def test_changed_tags_are_found_out(tmp_path: Path, change: Change, *, locked: bool) -> None:
    found = altered(tmp_path, "candidates/hall-a/0003.pdf", change, locked=locked)
    assert any("0003.pdf: its tags, or what a screen reader reads in it" in failure for failure in found), found


def test_a_change_that_leaves_all_else_where_it_is_is_found_out(tmp_path: Path) -> None:
    """The third file is a twin of the first but for one role, changed in place; the cross-references are those that were."""
    shutil.copytree(_pristine(), tmp_path, dirs_exist_ok=True)
    data = (tmp_path / "candidates/hall-a/0003.pdf").read_bytes()
    # An incremental update: a newer version of an element at the end of the file.
    reader = PdfReader(BytesIO(data))
    writer = PdfWriter(BytesIO(data), incremental=True)
    another_tag(writer)
    target = BytesIO()
    writer.write(target)
    assert target.getvalue().startswith(data)
    assert len(reader.pages) == len(PdfReader(BytesIO(target.getvalue())).pages)
    put(tmp_path, "candidates/hall-a/0003.pdf", target.getvalue())
    assert any("its tags" in failure for failure in verify((tmp_path,)).failures)


def test_clean_papers_that_are_exchanged_or_missing_are_told(tmp_path: Path) -> None:
    shutil.copytree(_pristine(), tmp_path, dirs_exist_ok=True)
    one, other = (tmp_path / f"marking/paper-{version}.pdf" for version in "AB")
    was = one.read_bytes()
    put(tmp_path, "marking/paper-A.pdf", other.read_bytes())
    assert any("is not the paper of version A of this run" in failure for failure in verify((tmp_path,)).failures)
    put(tmp_path, "marking/paper-A.pdf", was)
    other.unlink()
    assert any("the copies of version B cannot be compared" in failure for failure in verify((tmp_path,)).failures)


def test_the_clean_paper_is_page_for_page_what_copies_are(tmp_path: Path) -> None:
    run = run_of(2, edition="large-18", watermark="MOCK")
    printed(run, tmp_path)
    names = {path.name for path in (tmp_path / "marking").glob("paper*")}
    assert names == {"paper-A-large-18.pdf", "paper-B-large-18.pdf", "paper-A.pdf", "paper-B.pdf"}
    report = verify((tmp_path,))
    assert report.failures == ()
    assert any("each page for page the paper of its version" in line for line in report.checked)


@pytest.mark.parametrize(("imposition", "paper"), [("", "A4"), ("a3-fold", "A3")])
def test_sides_of_other_paper_than_the_manifest_names_are_found(tmp_path: Path, imposition: Imposition, paper: str) -> None:
    printed(replace(run_of(2, spares=0), habits=PrintHabits(imposition=imposition)), tmp_path, each=True)
    assert verify((tmp_path,)).failures == ()
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    manifest["copies"][1]["paper"] = "letter"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    found = [failure for failure in verify((tmp_path,)).failures if "is a side of" in failure]
    assert len(found) == manifest["copies"][1]["sides"] * (2 if imposition else 1)
    assert all(f"is a side of {paper}, though the manifest names letter" in failure for failure in found)


@pytest.mark.parametrize(("imposition", "crop"), [("booklet", True), ("2up", False), ("a3-fold", False), ("", True)])
def test_copies_on_sheets_are_compared_with_clean_sheets(tmp_path: Path, imposition: Imposition, *, crop: bool) -> None:
    run = replace(run_of(2, spares=0), habits=PrintHabits(imposition=imposition, crop_marks=crop))
    printed(run, tmp_path, each=True)
    assert {path.name for path in (tmp_path / "marking").glob("sheets*")} == {"sheets-A.pdf", "sheets-B.pdf"}
    assert verify((tmp_path,)).failures == ()
    packet = tmp_path / "packets/hall-a.pdf"
    writer = PdfWriter(clone_from=PdfReader(BytesIO(packet.read_bytes())))
    side = writer.pages[2]
    content = side.get_contents()
    assert content is not None
    content.set_data(content.get_data().replace(b"\0C", b"\0D", 1))
    side[NameObject("/Contents")] = writer._add_object(content)
    target = BytesIO()
    writer.write(target)
    put(tmp_path, "packets/hall-a.pdf", target.getvalue())
    found = verify((tmp_path,)).failures
    assert sum("does not look like page" in failure for failure in found) == 1, found


def speak_french(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/Lang")] = TextStringObject("fr")


DETAILS: dict[str, tuple[Change, str]] = {
    "language": (speak_french, "its language, Lang, is fr"),
    "keywords": (lambda writer: writer.add_metadata({"/Keywords": "B"}), "its information has the entry Keywords"),
    "comment": (lambda writer: paint(writer, 1, b"\n% the answer is B\n"), "its content has a comment"),
    "crop": (
        lambda writer: writer.pages[3].__setitem__(NameObject("/CropBox"), writer.pages[3]["/MediaBox"]),
        "has the entry CropBox",
    ),
}


@pytest.mark.parametrize("name", ["packets/hall-a.pdf", "candidates/hall-a/0001.pdf"])
@pytest.mark.parametrize("detail", DETAILS)
def test_what_a_file_says_beside_its_pages_is_told_by_name(tmp_path: Path, name: str, detail: str) -> None:
    change, words = DETAILS[detail]
    assert any(name in each and words in each for each in altered(tmp_path, name, change))


def test_a_packet_that_lost_its_bookmarks_is_told(tmp_path: Path) -> None:
    assert any(
        "bookmarks, Outlines" in each
        for each in altered(tmp_path, "packets/hall-a.pdf", lambda writer: writer.root_object.pop("/Outlines"))
    )
