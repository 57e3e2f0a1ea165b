"""Packets and files for one candidate, read back: whose they are on each page, where copies begin, what is stored how often."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from packbuilder.app.project import BadContentError
from packbuilder.app.strip_sizes import strip_height
from packbuilder.model.print_run import PrintRun
from packbuilder.press.copies import candidate_file
from packbuilder.press.encryption import decrypted, encrypted
from packbuilder.press.master import Masters
from packbuilder.press.packet import Written, write_packet
from packbuilder.press.page_code import read
from packbuilder.press.reading import WrongPasswordError, opened, scan
from packbuilder.press.strip import EDGE
from packbuilder.typeset.reading.readback import read_back
from tests.press.runs import candidate, masters, run_of


@lru_cache(maxsize=8)
def made(count: int = 5, *, edition: str = "", watermark: str = "", name: str = "exam-a4") -> tuple[PrintRun, Masters, Written, bytes]:
    run = run_of(count, edition=edition, watermark=watermark)
    bank = masters(run, name=name)
    file = BytesIO()
    return run, bank, write_packet(run.packets[0], bank, file), file.getvalue()


@pytest.mark.parametrize(("edition", "name"), [("", "exam-a4"), ("tinted-blue", "exam-a4"), ("large-18", "exam-a4"), ("", "letter")])
def test_each_page_is_its_candidate_s_by_code_and_words(edition: str, name: str) -> None:
    run, bank, written, data = made(edition=edition, name=name, watermark="MOCK")
    pages = [page for side in scan(data, range(1000), height=strip_height(edition)) for page in side]
    assert len(pages) == written.pages
    at = 0
    for copy in run.packets[0].copies:
        assert written.starts[copy.serial] == at + 1
        for number in range(1, len(bank.masters[copy.version, edition].pages) + 1):
            (text,) = pages[at].codes
            code = read(text, bank.run)
            assert code is not None
            whose = copy.candidate.number if copy.candidate else f"*{copy.serial}"
            assert (code.version, code.candidate, code.page) == (copy.version, whose, number)
            if copy.candidate:
                for words in (copy.candidate.name, copy.candidate.number, "61234", "Hall A", copy.candidate.seat, text):
                    assert words.replace(" ", "") in pages[at].text.replace(" ", "")
            at += 1
    assert at == written.pages


def test_each_copy_starts_on_a_fresh_sheet_and_is_labelled() -> None:
    _, _, written, data = made()
    reader = PdfReader(BytesIO(data))
    assert all(start % 2 for start in written.starts.values())
    labels = reader.page_labels
    assert [labels[written.starts[serial] - 1] for serial in (1, 2)] == ["0001: 1", "0002: 1"]
    assert reader.root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"
    assert [mark.title.split(" · ")[0] for mark in reader.outline] == ["0001", "0002", "0003", "0004", "0005", "*6"]


def test_what_copies_share_is_stored_once() -> None:
    small, large = made(5), made(45)
    pages = large[2].pages - small[2].pages
    assert (len(large[3]) - len(small[3])) / pages <= 600


def test_the_same_plan_gives_the_same_bytes_and_another_name_does_not() -> None:
    run, bank, _, data = made()
    again = BytesIO()
    write_packet(run.packets[0], masters(run), again)
    assert again.getvalue() == data
    assert masters(run_of(5, spares=2)).run != bank.run


@pytest.mark.parametrize("edition", ["", "tinted", "large-18"])
def test_a_file_for_one_candidate_is_accessible_and_says_first_whose_it_is(edition: str) -> None:
    run, bank, _, _ = made(edition=edition, watermark="MOCK")
    copy = run.packets[0].copies[1]
    data = candidate_file(copy, bank)
    read_page = read_back(data)
    assert read_page.faults == ()
    assert read_page.tree is not None
    assert read_page.tree.children[0].name == "candidate"
    assert read_page.tree.children[0].text.split()[:2] == ["José", "Müller"]
    assert read_page.record["candidate"] == "0002"
    assert read_page.record["run"] == bank.run
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant


def test_a_file_for_one_candidate_can_be_for_the_archive_and_packets_never_are() -> None:
    run = run_of(2)
    bank = masters(run, archival=True)
    data = candidate_file(run.packets[0].copies[0], bank)
    read_page = read_back(data)
    assert "<pdfaid:part>2</pdfaid:part>" in read_page.xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in read_page.xmp
    (intent,) = PdfReader(BytesIO(data)).trailer["/Root"]["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    packet = BytesIO()
    write_packet(run.packets[0], bank, packet)
    assert b"pdfaid" not in packet.getvalue()
    assert bank.run != masters(run).run, "another run: its files are others"


def test_the_strip_stands_clear_of_everything_else_at_the_head() -> None:
    for edition in ("", "large-18", "large-24", "a3-36", "dyslexia"):
        run = run_of(1, edition=edition)
        bank = masters(run)
        for master in bank.masters.values():
            reader = PdfReader(BytesIO(candidate_file(run.packets[0].copies[0], bank)))
            height = float(reader.pages[0].mediabox.height)
            heads: list[float] = []
            for each in reader.pages:
                each.extract_text(visitor_text=lambda text, cm, tm, *_: heads.append(tm[5] + cm[5]) if text.strip() else None)  # noqa: B023
            strip = height - EDGE - strip_height(edition)
            own = [y for y in heads if y > strip]
            assert len(own) >= 3 * len(master.pages), edition


def test_a_watermark_is_light_and_behind_the_text() -> None:
    _, bank, _, _ = made(watermark="MOCK")
    plain = made()[1]
    for key, master in bank.masters.items():
        assert all(len(a.content.data) > len(b.content.data) for a, b in zip(master.sides, plain.masters[key].sides, strict=True))


def test_every_name_that_no_strip_holds_is_told_with_its_line() -> None:
    run = run_of(3)
    packet = run.packets[0]
    first, second, third, *spares = packet.copies
    long = "Bartholomew Featherstonehaugh " * 9
    copies = (replace(first, candidate=candidate(1, name=long)), second, replace(third, candidate=candidate(3, name="W" * 100)), *spares)
    with pytest.raises(BadContentError) as failure:
        masters(replace(run, packets=(replace(packet, copies=copies),)))
    assert [(each.code, str(each.span)) for each in failure.value.diagnostics] == [
        ("C114", "candidates.csv:2:1"),
        ("C114", "candidates.csv:4:1"),
    ]


def test_an_encrypted_file_opens_with_its_password_only_and_says_the_same() -> None:
    _, _, written, data = made()
    secret = encrypted(data, password="correct horse", owner="staple battery")
    assert b"0001" not in secret or b"/Encrypt" in secret
    with pytest.raises(WrongPasswordError):
        opened(secret)
    with pytest.raises(WrongPasswordError):
        scan(secret, range(1), password="wrong")
    assert opened(secret, password="correct horse").pages == written.pages
    assert scan(secret, range(6), password="correct horse") == scan(data, range(6))
    reader = PdfReader(BytesIO(secret), password="correct horse")
    assert reader.trailer["/Encrypt"]["/R"] == 6
    assert decrypted(secret, password="wrong") is None
