"""The page: what it shows, makes and says, with notes that mean well and notes that do not."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from tests.local.asking import PAGE, open_page, post, write_notes

WORKSHEET = {"topic": ["rates"], "product": "worksheet", "kind": ["cloze"], "word_bank": "1"}
PAPER = {"topic": ["rates"], "product": "paper", "marks": "4"}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A page on which nothing is made."""
    folder = tmp_path_factory.mktemp("untouched")
    write_notes(folder)
    with open_page(folder) as client:
        yield client
    assert not (folder / "output").exists()


def made(client: TestClient, fields: dict[str, object]) -> str:
    """Make something through the page and return the piece that tells of it."""
    answer = post(client, "/pieces/make", fields)
    assert answer.status_code == 200 and "This could not be made" not in answer.text and 'role="alert"' not in answer.text, answer.text
    return answer.text


def key_of(text: str) -> str:
    found = re.search(r'data-key="([0-9a-f]{32})"', text)
    assert found, text
    return found[1]


def test_a_folder_of_notes_needs_no_project(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        text = client.get("/").text
        assert "Rates of reaction" in text and "Chemistry" in text
        # Its only topic is chosen.
        assert re.search(r'value="rates"[^>]* checked', text)
        told = made(client, WORKSHEET)
    assert "Fill the gaps, version A" in told and "Answers: Fill the gaps, version A" in told
    folder = tmp_path / "output" / "worksheet-rates"
    assert {path.name for path in folder.iterdir()} == {"cloze-A.pdf", "cloze-A-answers.pdf", "manifest.json"}
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["output"]


def test_what_is_downloaded_is_what_lies_in_the_folder(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        key = key_of(made(client, {**PAPER, "versions": "2"}))
        names = [path.name for path in (tmp_path / "output" / "paper-rates").glob("*.pdf")]
        assert len(names) == 4
        shown = client.get(f"/?page={PAGE}").text
        links = dict(re.findall(rf'href="(/made/{key}/\d/([\w.-]+))"', shown))
        assert sorted(links.values()) == sorted(names)
        for address, name in links.items():
            answer = client.get(address)
            assert answer.content == (tmp_path / "output" / "paper-rates" / name).read_bytes()
            assert answer.headers["content-type"] == "application/pdf"
            assert "attachment" in client.get(f"{address}?save").headers["content-disposition"]
        archive = ZipFile(BytesIO(client.get(f"/made/{key}/all.zip").content))
        assert sorted(archive.namelist()) == sorted(f"paper-rates/{name}" for name in names)
        picture = client.get(f"/picture/{key}/1/1/small.webp")
        assert picture.headers["content-type"] == "image/webp" and picture.content[8:12] == b"WEBP"
        assert "page 1 of" in client.get(f"/view/{key}/1/1").text


def test_a_later_order_leaves_no_version_of_an_earlier_one_but_what_somebody_changed(tmp_path: Path) -> None:
    write_notes(tmp_path)
    folder = tmp_path / "output" / "paper-rates"
    with open_page(tmp_path) as client:
        made(client, {**PAPER, "versions": "3"})
        (folder / "mine.txt").write_text("a tutor's own")
        (folder / "mark-scheme-B.pdf").write_bytes(b"changed by hand")
        made(client, {**PAPER, "seed": "5"})
    assert sorted(path.name for path in folder.iterdir()) == [
        "manifest.json",
        "mark-scheme-A.pdf",
        "mark-scheme-B.pdf",
        "mine.txt",
        "paper-A.pdf",
        "paper-B.pdf",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"product": "pack", "edition": ["large-18", "reader"], "questions": "2", "pack_answers": "apart"},
        {"product": "cards", "deck": "1", "per_page": "4"},
        {"product": "organiser"},
        {"product": "worksheet", "kind": ["quiz", "match-up", "sequencing"], "class_set": "4", "imposition": "2up"},
    ],
)
def test_every_product_is_made_with_its_choices(tmp_path: Path, fields: dict[str, object]) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        told = made(client, {"topic": ["rates"], **fields})
        for address in set(re.findall(r'href="(/made/[^"]+)"', told)):
            answer = client.get(address)
            assert answer.status_code == 200 and answer.content
            if address.endswith(".html"):
                assert "sandbox" in answer.headers["content-security-policy"]
                assert answer.headers["content-disposition"].startswith("attachment")
    if "sequencing" in str(fields):
        assert "“Put in order” needs" in told and "Not made" in told


def test_another_draw_gives_other_questions(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        first, second = made(client, {**PAPER, "seed": "1"}), made(client, {**PAPER, "seed": "1", "again": "1"})
    assert 'data-seed="1"' in first and 'data-seed="2"' in second
    assert key_of(first) != key_of(second)


def test_too_many_marks_are_told_at_once_and_in_words(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        offer = post(client, "/pieces/offer", {**PAPER, "marks": "300"}).text
        assert re.search(r"You ask for 300 marks; these topics give \d+ at most on one paper", offer)
        assert "--" not in re.sub(r"<!--.*?-->", "", offer)
        assert "1 topic gives" in offer and "By assessment objective" in offer
        answer = post(client, "/pieces/make", {**PAPER, "marks": "300"})
        assert "This could not be made" in answer.text and "--marks" not in answer.text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"marks": "forty"}, "Marks: write a whole number from 1 to 300."),
        ({"marks": "-1"}, "Marks: write"),
        ({"marks": "٣"}, "Marks: write"),
        ({"versions": "703"}, "Versions: write a whole number from 1 to 702."),
        ({"seed": "9" * 30}, "Draw: write"),
        ({"items": "41"}, "Tasks on a sheet: write a whole number from 1 to 40."),
        ({"layout": "../../etc/passwd"}, "is not among the choices"),
        ({"layout": "/etc/x.yaml"}, "is not among the choices"),
        ({"blueprint": "/etc/x.yaml"}, "is not among the choices"),
        ({"product": "everything"}, "is not among the choices"),
        ({"edition": ["large-99"]}, "is not among the choices"),
        ({"title": "مرحبا"}, "Title: right-to-left writing"),
    ],
)
def test_slips_in_the_form_are_told_and_nothing_is_made(untouched: TestClient, fields: dict[str, object], words: str) -> None:
    answer = post(untouched, "/pieces/make", {**PAPER, **fields})
    assert words in answer.text and "data-key" not in answer.text
    whole = post(untouched, "/make", {**PAPER, **fields})
    assert words in whole.text and whole.status_code == 422


@pytest.mark.parametrize("topics", [[], ["unknown"], ["../../etc/passwd"], ["*"]])
def test_without_a_topic_nothing_is_made(untouched: TestClient, topics: list[str]) -> None:
    assert "Choose at least one topic" in post(untouched, "/pieces/make", {**PAPER, "topic": topics}).text


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>{{ 7 * 7 }}'


def test_hostile_notes_are_words_and_nothing_else(tmp_path: Path) -> None:
    write_notes(tmp_path, title=HOSTILE)
    bad = tmp_path / 'x"><img src=x onerror=alert(3)>.txt'
    bad.write_text(NOTES_WITH_MISTAKE, encoding="utf-8")
    with open_page(tmp_path) as client:
        pages = [
            client.get("/").text,
            post(client, "/", {**WORKSHEET, "title": HOSTILE}).text,
            post(client, "/pieces/make", {**WORKSHEET, "title": HOSTILE, "skip_bad": "1"}).text,
            post(client, "/pieces/folder", WORKSHEET).text,
            post(client, "/pieces/offer", {**WORKSHEET, "layout": HOSTILE}).text,
            client.get(f"/?page={PAGE}").text,
        ]
    for page in pages:
        assert "<script>alert" not in page and "<img src=x" not in page and "49" not in re.findall(r"<h3[^>]*>(.*?)</h3>", page)
    assert "&lt;script&gt;alert(1)" in pages[0] and "{{ 7 * 7 }}" in pages[0]


NOTES_WITH_MISTAKE = "Topic Synopsis\nAbout \U0001f600 <b>faces</b>.\nKey Concepts & Core Principles\n- Term: A meaning of it.\n"


def test_mistakes_stand_at_their_line_and_stop_what_is_made(tmp_path: Path) -> None:
    write_notes(tmp_path)
    (tmp_path / "faces.txt").write_text("Topic Synopsis\nSmile \u0634 <b>now</b>.\n", encoding="utf-8")
    with open_page(tmp_path) as client:
        text = client.get("/").text
        assert "1 mistake to mend" in text
        assert "<strong>faces.txt</strong>, line 2, column 7" in text
        assert "Smile <mark>\u0634</mark> &lt;b&gt;now&lt;/b&gt;." in text
        refused = post(client, "/pieces/make", WORKSHEET)
        assert (
            "1 mistake to mend first" in refused.text and "Leave out what has mistakes" in refused.text and "--skip-bad" not in refused.text
        )
        made(client, {**WORKSHEET, "skip_bad": "1"})


def test_a_broken_project_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "packbuilder.yaml").write_text("title: Mine\npakcs: []\n")
    (tmp_path / "sources").mkdir()
    write_notes(tmp_path / "sources")
    with open_page(tmp_path) as client:
        text = client.get("/").text
    assert "<strong>packbuilder.yaml</strong>, line 2, column 1" in text
    assert "<mark>p</mark>akcs" in text


def until(client: TestClient, path: str, words: str) -> str:
    """Ask until the answer has the words; the watcher needs a moment."""
    end = time.monotonic() + 30
    while words not in (text := client.get(path).text):
        assert time.monotonic() < end, text[:3000]
        time.sleep(0.05)
    return text


def test_the_page_follows_the_notes_and_keeps_the_last_good_result_marked(tmp_path: Path) -> None:
    notes = write_notes(tmp_path)
    good = notes.read_text(encoding="utf-8")
    with open_page(tmp_path) as client:
        key = key_of(made(client, WORKSHEET))
        notes.write_text(good.replace("speeds up", "speeds \u0634 up"), encoding="utf-8")
        until(client, "/", "line 10, column")
        piece = client.get(f"/pieces/result?page={PAGE}").text
        assert "Out of date." in piece and key in piece
        assert client.get(f"/made/{key}/1/cloze-A.pdf").status_code == 200
        notes.write_text(good.replace("Rates of reaction", "Speed of reactions"), encoding="utf-8")
        assert "to mend" not in until(client, "/", "Speed of reactions")
        notes.unlink()
        until(client, "/", "There are no notes here yet")


def test_an_empty_folder_says_what_to_do_and_takes_examples(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no notes")
    with open_page(tmp_path) as client:
        text = client.get("/").text
        assert "There are no notes here yet" in text and str(tmp_path) in text
        assert post(client, "/start", {}).status_code == 303
        text = client.get("/").text
        assert "Quadratic equations" in text and "My packs" in text
        assert post(client, "/start", {}).status_code == 409
    assert (tmp_path / "packbuilder.yaml").is_file() and (tmp_path / "README.md").read_text() == "no notes"


def test_welsh_topics_are_marked_as_such(tmp_path: Path) -> None:
    write_notes(tmp_path, title="Cyfraddau adwaith", language="cy")
    with open_page(tmp_path) as client:
        assert re.search(r'<label[^>]* lang="cy">Cyfraddau adwaith</label>', client.get("/").text)


def test_output_of_the_reader_edition_is_not_read_as_notes(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        made(client, {"topic": ["rates"], "product": "pack", "edition": ["reader"]})
        assert list((tmp_path / "output").rglob("*.txt"))
        post(client, "/pieces/folder", WORKSHEET)
    with open_page(tmp_path) as client:
        assert client.get("/").text.count('name="topic"') == 1


ADDRESSES = (
    "/made/{key}/1/../../../packbuilder.yaml",
    "/made/{key}/1/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/made/{key}/1/..%5c..%5cwindows",
    "/made/{key}/0/cloze-A.pdf",
    "/made/{key}/99/cloze-A.pdf",
    "/made/{key}/-1/cloze-A.pdf",
    "/made/{key}/1/manifest.json",
    "/made/..%2f..%2f/1/cloze-A.pdf",
    "/made/" + "0" * 32 + "/1/cloze-A.pdf",
    "/static/../page.py",
    "/static/%2e%2e%2fpage.py",
    "/static/page.html",
    "/picture/{key}/1/0/small.webp",
    "/picture/{key}/1/999/small.webp",
    "/picture/{key}/1/1/huge.webp",
    "/view/{key}/1/²",
    "/output/worksheet-rates/cloze-A.pdf",
    "//etc/passwd",
)


def test_no_path_leads_anywhere_but_to_what_was_made(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        key = key_of(made(client, WORKSHEET))
        for address in ADDRESSES:
            answer = client.get(address.format(key=key))
            assert answer.status_code == 404, address
            assert "root:" not in answer.text


def test_a_link_in_the_output_folder_leads_nowhere(tmp_path: Path) -> None:
    inner = tmp_path / "project"
    outer = tmp_path / "outside"
    (inner / "output").mkdir(parents=True)
    outer.mkdir()
    write_notes(inner)
    (inner / "output" / "worksheet-rates").symlink_to(outer, target_is_directory=True)
    with open_page(inner) as client:
        answer = post(client, "/pieces/make", WORKSHEET)
        assert "outside the project" in answer.text
    assert not list(outer.iterdir())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    write_notes(tmp_path)
    (tmp_path / "output").write_text("a file, not a folder")
    with open_page(tmp_path) as client:
        answer = post(client, "/pieces/make", WORKSHEET)
    assert "annot write" in answer.text and "--output" not in answer.text


def test_the_manifest_is_that_of_the_command_line(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with open_page(tmp_path) as client:
        made(client, PAPER)
    manifest = json.loads((tmp_path / "output" / "paper-rates" / "manifest.json").read_text())
    assert manifest["forms"][0]["marks"] == 4 and manifest["topics"] == ["rates"]


def test_the_example_on_an_empty_page_is_notes_that_work(tmp_path: Path) -> None:
    with open_page(tmp_path) as client:
        example = re.search(r"<pre[^>]*>(.*?)</pre>", client.get("/").text, re.DOTALL)
    assert example
    (tmp_path / "mine.txt").write_text(unescape(example[1]), encoding="utf-8")
    with open_page(tmp_path) as client:
        assert "to mend" not in client.get("/").text and "Rates of reaction" in client.get("/").text
        for fields in ({"product": "worksheet", "kind": ["definitions"]}, {"product": "paper", "marks": "4"}, {"product": "cards"}):
            made(client, {"topic": ["mine"], **fields})
