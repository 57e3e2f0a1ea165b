"""Files of the reader edition are sealed: whatever is changed in one is told, with what it is and where it stands, though its hash was written anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from packbuilder.app.reader_reading import words_in
from packbuilder.app.reader_seals import ASPECTS, reader_seal, reader_seal_differences
from packbuilder.app.verifying.verify import verify
from tests.app.papers import paper_in, rewrite_manifest

Change = Callable[[str], str]

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>A paper</title><style>p { margin: 0; }</style></head>
<body><section id="q1"><h2>Question 1 [2 marks]</h2>
<p class="stem">Which <strong>two</strong> are dusts?</p>
<fieldset><legend>Options for question 1</legend><label><input type="checkbox" name="f1"> <b>A</b> argon</label>
<label><input type="checkbox" name="f1"> <b>B</b> asbestos</label></fieldset>
<table><tr><th scope="col">Place</th><td>5.20</td><td>0.72</td></tr></table>
<img src="data:image/png;base64,AAAA" alt="A large oval"><math alttext="x = 2"><mn>2</mn></math>
<textarea rows="4" aria-label="Answer to question 1"></textarea></section></body></html>
"""


def replaced(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "aspect", "where"),
    [
        (replaced("en-GB", "fr"), "languages", "“<html>”"),
        (replaced("<h2>Question 1 [2 marks]</h2>", "<p>Question 1 [2 marks]</p>"), "structure", "“Question 1 [2 marks]”"),
        (replaced('<section id="q1"', '<section hidden id="q1"'), "attributes", "“q1”"),
        (replaced('<section id="q1"', '<section aria-hidden="true" id="q1"'), "attributes", "“q1”"),
        (replaced("</style>", "#q1{display:none}</style>"), "looks", "“<style>”"),
        (replaced('id="q1"', 'id="q1" style="display:none"'), "looks", "“q1”"),
        (replaced("Answer to question 1", "Ignore"), "attributes", "“Ignore” under “Question 1 [2 marks]”"),
        (replaced('type="checkbox"', 'type="radio"'), "attributes", "“A argon”"),
        (replaced('name="f1">', 'name="f1" checked>'), "attributes", "“A argon”"),
        (replaced('<th scope="col">Place</th>', "<td>Place</td>"), "structure", "“Place”"),
        (replaced('scope="col"', 'scope="row"'), "attributes", "“Place”"),
        (replaced("<mn>2</mn>", "<mn>3</mn>"), "words", "“3”"),
        (replaced("x = 2", "x = 3"), "attributes", "“2”"),
        (replaced("<td>5.20</td><td>0.72</td>", "<td>0.72</td><td>5.20</td>"), "words", "“0.72”"),
        (replaced("base64,AAAA", "base64,BBBB"), "pictures", "“A large oval”"),
        (replaced("A large oval", "A square"), "attributes", "“A square”"),
        (replaced("Options for question 1", "Options for question 9"), "words", "“Options for question 9”"),
        (replaced("A paper", "x"), "words", "“x”"),
        (replaced("</body>", "<script>alert(1)</script></body>"), "structure", ""),
        (replaced("</body>", "<!-- B --></body>"), "structure", ""),
        (replaced('<textarea rows="4" aria-label="Answer to question 1"></textarea>', ""), "structure", ""),
        (replaced("<strong>two</strong> are", "two <strong>are</strong>"), "words", "“Which two are dusts?”"),
    ],
)
def test_what_is_changed_in_a_page_is_told_with_its_place(change: Change, aspect: str, where: str) -> None:
    sealed = reader_seal("paper.html", PAGE.encode())
    (told,) = reader_seal_differences(sealed, "paper.html", change(PAGE).encode())
    assert ASPECTS[aspect] in told
    assert where in told


def test_an_attribute_that_moves_to_the_next_element_is_told() -> None:
    one, other = "<p hidden>one</p><p>two</p>", "<p>one</p><p hidden>two</p>"
    (told,) = reader_seal_differences(reader_seal("a.html", one.encode()), "a.html", other.encode())
    assert "at “one”" in told


@pytest.mark.parametrize(
    "other", [PAGE.replace("<td>", "<td >"), PAGE.replace("\n", "\r\n", 1), "\ufeff" + PAGE, PAGE.replace("lang=", "LANG=")]
)
def test_nothing_is_passed_over(other: str) -> None:
    assert [*reader_seal_differences(reader_seal("a.html", PAGE.encode()), "a.html", other.encode())]


def test_a_damaged_document_is_told_and_breaks_nothing(made: Path, tmp_path: Path) -> None:
    """Whatever byte of its packed text is another one: zlib has an error of its own, which is none of zipfile's."""
    whole = (made / "paper-A-reader.docx").read_bytes()
    start = whole.index(b"word/document.xml") + 40
    sealed = reader_seal("a.docx", whole)
    for at in range(start, start + 40):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        assert [*reader_seal_differences(sealed, "a.docx", bytes(damaged))]
        assert words_in("a.docx", bytes(damaged)) == frozenset()


def test_the_same_file_has_the_same_seal() -> None:
    assert not [*reader_seal_differences(reader_seal("a.html", PAGE.encode()), "b.html", PAGE.encode())]
    assert reader_seal("a.pdf", b"%PDF") == {}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("sealed-reader"), editions=("reader",))


def forged(made: Path, folder: Path, name: str, change: Callable[[bytes], bytes]) -> str:
    """Return what is told of a folder in which a file was changed, and its hash in the manifest made to fit."""
    shutil.copytree(made, folder)
    path = folder / name
    before = path.read_bytes()
    path.write_bytes(change(before))
    assert path.read_bytes() != before
    rewrite_manifest(folder)
    return "\n".join(verify((folder,)).failures)


def test_reader_files_as_they_were_made_are_said_to_be(made: Path) -> None:
    report = verify((made,))
    assert report.failures == ()
    count = len([each for each in made.iterdir() if "-reader." in each.name])
    assert any(f"of {count} files of the reader edition are as they were made" in each for each in report.checked)


def _swap_lines(data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b"[Answer space"))
    return b"\n".join((*lines[: at - 2], lines[at], b"", lines[at - 2], *lines[at + 1 :]))


@pytest.mark.parametrize(
    "change",
    [
        _swap_lines,
        lambda data: re.sub(rb"(\d+) lines\]", b"1 line]", data, count=1),
        lambda data: data.replace(b"a", b"aa", 1),
    ],
    ids=["order", "lines", "letter"],
)
def test_a_changed_text_is_told(made: Path, tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    told = forged(made, tmp_path / "forged", "paper-A-reader.txt", change)
    assert "paper-A-reader.txt: changed since it was made, at “" in told
    assert "its words" in told


@pytest.mark.parametrize("name", ["paper-A-reader.txt", "paper-A-reader.html"])
def test_line_ends_of_another_system_are_no_other_words(made: Path, tmp_path: Path, name: str) -> None:
    told = forged(made, tmp_path / "forged", name, lambda data: data.replace(b"\n", b"\r\n"))
    assert f"{name}: changed since it was made: how it is written down, though nothing that is read" in told
    assert "its words" not in told
    assert "its questions" not in told


def in_word(part: str, change: Change) -> Callable[[bytes], bytes]:
    """Return what changes a part of a DOCX."""

    def made_anew(data: bytes) -> bytes:
        held = BytesIO()
        with ZipFile(BytesIO(data)) as source, ZipFile(held, "w") as target:
            for about in source.infolist():
                old = source.read(about)
                target.writestr(about.filename, change(old.decode()).encode() if about.filename == part else old)
        return held.getvalue()

    return made_anew


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        ("word/document.xml", replaced('w:val="Heading2"', 'w:val="Normal"'), "its structure"),
        ("word/document.xml", replaced("<w:t>", '<w:t xml:space="preserve">'), "its labels"),
        ("word/document.xml", lambda text: re.sub(r"(<w:t[^>]*>)", r"\1x", text, count=1), "its words"),
        ("word/styles.xml", replaced("Arial", "Symbol"), "how it looks"),
        ("docProps/core.xml", replaced("</dc:title>", "!</dc:title>"), "its properties"),
    ],
    ids=["heading", "attribute", "word", "style", "property"],
)
def test_a_changed_word_file_is_told(made: Path, tmp_path: Path, part: str, change: Change, told: str) -> None:
    found = forged(made, tmp_path / "forged", "paper-A-reader.docx", in_word(part, change))
    assert "paper-A-reader.docx: changed since it was made" in found
    assert told in found


def test_a_word_file_that_is_only_packed_anew_is_no_fault(made: Path, tmp_path: Path) -> None:
    assert forged(made, tmp_path / "forged", "paper-A-reader.docx", in_word("", lambda text: text)) == ""


def test_a_word_file_that_cannot_be_read_is_told(made: Path, tmp_path: Path) -> None:
    assert "changed since it was made" in forged(made, tmp_path / "forged", "paper-A-reader.docx", lambda data: data[: len(data) // 2])


def unseal(manifest: Any) -> None:
    del manifest["files"]["paper-A-reader.html"]["seal"]


def break_the_seal(manifest: Any) -> None:
    manifest["files"]["paper-A-reader.html"]["seal"] = 5


@pytest.mark.parametrize("change", [unseal, break_the_seal], ids=["gone", "broken"])
def test_a_seal_that_is_gone_is_told(made: Path, tmp_path: Path, change: Callable[[Any], None]) -> None:
    folder = tmp_path / "unsealed"
    shutil.copytree(made, folder)
    page = folder / "paper-A-reader.html"
    page.write_bytes(page.read_bytes().replace(b'<p class="stem">', b'<p hidden class="stem">', 1))
    rewrite_manifest(folder, change)
    report = verify((folder,))
    assert any("paper-A-reader.html: the manifest's seal of it is missing" in each for each in report.failures)
    assert not any("paper-A-reader.html" in each for each in report.checked)


def test_without_a_manifest_it_is_said_what_was_compared(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "alone"
    shutil.copytree(made, folder)
    (folder / "manifest.json").unlink()
    report = verify((folder,))
    assert report.failures == ()
    assert any("paper-A-reader.html: no manifest.json has a seal of it, so that it was compared" in each for each in report.notes)
    assert not any("-reader." in each for each in report.checked)
    page = folder / "paper-A-reader.html"
    page.write_bytes(re.sub(rb"<h2>Question (\d+) \[\d+ mark", rb"<h2>Question \1 [9 mark", page.read_bytes(), count=1))
    assert any("the heading of question" in each and "9 marks" in each for each in verify((folder,)).failures)


@pytest.mark.parametrize(
    "spoil",
    [lambda data: b"answers" + data, lambda data: data + b"answers", lambda data: data[:-2] + b"\x07\x00answers"],
    ids=["before", "after", "comment"],
)
def test_what_lies_round_a_word_file_is_told(made: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    found = forged(made, tmp_path / "forged", "paper-A-reader.docx", spoil)
    assert "paper-A-reader.docx" in found
