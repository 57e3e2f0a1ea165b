"""Previews: contact sheets of finished PDFs, and what is said where there is nothing to see."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from pypdf import PdfReader, PdfWriter

from packbuilder.app.previewing import BadPagesError, chosen_pages, previews
from packbuilder.app.reading import CannotReadError
from packbuilder.cli.preview import command
from packbuilder.typeset.contact_sheets import ContactSheet, contact_sheets
from packbuilder.typeset.imposition import saddle_stitched
from packbuilder.typeset.reading.readback import UnreadablePdfError
from packbuilder.typeset.writer import write_pdf
from tests.typeset.building import METADATA, PICTURES, three_pages
from tests.typeset.test_imposition import leaves


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(three_pages(), metadata=METADATA, pictures=PICTURES)


@pytest.fixture
def file(sample: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample)
    return path


def test_a_sheet_has_a_thumbnail_a_page_in_rows(sample: bytes) -> None:
    (one,) = contact_sheets(sample, (1, 2, 3), ContactSheet(columns=2, width=100), name="sample")
    (row,) = contact_sheets(sample, (1, 2, 3), ContactSheet(columns=3, width=100), name="sample")
    narrow, wide = (Image.open(BytesIO(png)) for png in (one, row))
    assert (narrow.format, wide.format) == ("PNG", "PNG")
    height = round(100 * 841.89 / 595.276)
    assert narrow.width == 16 + 2 * 116
    assert narrow.height == pytest.approx(16 + 2 * (height + 42), abs=2)
    assert wide.width - narrow.width == 116
    assert wide.height < narrow.height


def test_what_stands_on_a_page_is_seen_where_it_stands(sample: bytes) -> None:
    """The picture of the third page is a red column 60 points from the left, 150 below the top."""
    (png,) = contact_sheets(sample, (3,), ContactSheet(columns=4, width=595), name="sample")
    picture = Image.open(BytesIO(png)).convert("RGB")
    red, green, blue = picture.getpixel((16 + 60 + 40, 16 + 842 - 700 + 25))
    assert red > 150
    assert max(green, blue) < 60


def test_many_pages_go_to_several_pictures(sample: bytes) -> None:
    assert len(contact_sheets(sample, (1, 2, 3, 1, 2), ContactSheet(most=2, width=40), name="sample")) == 3


def test_pictures_are_written_beside_the_file_or_into_a_folder(file: Path, tmp_path: Path) -> None:
    assert previews((file,), output=None, columns=4, pages="") == (tmp_path / "sample-pages.png",)
    (written,) = previews((file,), output=tmp_path / "pictures", columns=1, pages="2-")
    assert written.parent.name == "pictures"
    assert Image.open(written).height > 2 * 500


def test_files_of_one_name_do_not_overwrite_each_other(sample: bytes, tmp_path: Path) -> None:
    files = tuple(tmp_path / folder / "paper.pdf" for folder in ("a", "b"))
    for each in files:
        each.parent.mkdir()
        each.write_bytes(sample)
    written = previews(files, output=tmp_path / "out", columns=4, pages="1")
    assert [path.name for path in written] == ["a-paper-pages.png", "b-paper-pages.png"]


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", (1, 2, 3, 4, 5)), ("2", (2,)), ("2-4", (2, 3, 4)), ("4-", (4, 5)), ("1-99", (1, 2, 3, 4, 5)), ("5, 1-2,2", (5, 1, 2))],
)
def test_pages_may_be_chosen(text: str, pages: tuple[int, ...]) -> None:
    assert chosen_pages(text, 5) == pages


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("6", "no page 6"),
        ("0", "no page 0"),
        ("4-2", "backwards"),
        ("one", "no page and no range"),
        ("1,,2", "no page and no range"),
        ("-3", "no page"),
    ],
)
def test_pages_that_there_are_not_are_named(text: str, reason: str) -> None:
    with pytest.raises(BadPagesError, match=reason):
        chosen_pages(text, 5)


def test_a_file_that_is_no_pdf_missing_or_encrypted_is_named(sample: bytes, tmp_path: Path) -> None:
    text, locked = tmp_path / "notes.pdf", tmp_path / "locked.pdf"
    text.write_text("Topic Synopsis")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sample)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    for path, error, words in (
        (text, UnreadablePdfError, "notes.pdf cannot be read as a PDF: it is no PDF"),
        (locked, UnreadablePdfError, "needs a password"),
        (tmp_path / "none.pdf", CannotReadError, "none.pdf: No such file"),
        (tmp_path, CannotReadError, "it is a folder"),
    ):
        with pytest.raises(error, match=words):
            previews((path,), output=None, columns=4, pages="")
    assert not list(tmp_path.glob("*.png"))


def test_nothing_is_written_where_one_of_the_files_is_bad(file: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotReadError):
        previews((file, tmp_path / "none.pdf"), output=tmp_path / "out", columns=4, pages="")
    assert not (tmp_path / "out").exists()


def test_sides_of_sheets_are_called_by_their_pages(tmp_path: Path) -> None:
    plain, imposed = leaves(4), saddle_stitched(leaves(4))
    wider = [
        Image.open(
            BytesIO(contact_sheets(write_pdf(laid, metadata=METADATA, pictures=PICTURES), (1,), ContactSheet(width=200), name="x")[0])
        )
        for laid in (plain, imposed)
    ]
    captions = [sum(each.convert("L").crop((0, each.height - 40, each.width, each.height)).histogram()[:100]) for each in wider]
    assert captions[1] > 2 * captions[0]


def test_the_command_tells_where_the_pictures_are(file: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(file), "--output", str(tmp_path), "--columns", "2", "--pages", "1-2"])
    assert done.exit_code == 0
    assert done.output.strip().endswith("sample-pages.png")
