"""The plan of a print run and the documents that go with it, read back from finished files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.app.printing import Printed, Printer
from packbuilder.app.project import layout
from packbuilder.app.runs.plan import BadSparesError, BadStartError, list_of, plan_of, room_documents
from packbuilder.document import Desk, DeskPlan, Document, Fields, LabelSheet, Table
from packbuilder.layout import PAGE_SIZES_MM, POINTS_PER_MM, AnswerSpace, Layout
from packbuilder.markup import flat
from packbuilder.model.print_run import Extent, PrintRun
from packbuilder.products.print_room.clock import clock, minutes_of
from packbuilder.products.print_room.pick_list import Counts, loads_of, pick_list
from packbuilder.products.print_room.seating_plan import seating_plan
from packbuilder.proof import faults
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.text import plain
from packbuilder.typeset.reading.readback import read_back
from packbuilder.walks import headings_of, texts_of
from tests.products.test_products import PLACE

VERSIONS = {"A": "1111-aaaa", "B": "2222-bbbb", "C": "3333-cccc"}
HEADER = "name,number,centre,room,seat,version,edition,extra time\n"
LONG = "Bartholomew Featherstonehaugh-Cholmondeley"


def row(n: int) -> str:
    name = f"*{LONG}* <3" if n == 6 else f"Zoë Évans {n}"
    edition = {4: "large-18", 5: "a3-36", 9: "tinted"}.get(n, "")
    return f"{name},{n:04d},12345,{'Hall' if n < 20 else 'Gym 2'},{'ABC'[n % 3]}{n % 20 // 3 + 1},{'C' if n == 1 else ''},{edition},{25 if n == 7 else ''}"


def planned(rows: int = 24, **values: object) -> PrintRun:
    candidates, found = list_of((HEADER + "\n".join(map(row, range(rows)))).encode(), "list.csv", versions=tuple(VERSIONS))
    assert found == ()
    wishes = {
        "title": "Chemistry, paper 1",
        "versions": VERSIONS,
        "spares": 5,
        "date": "12 May 2027",
        "start": "9.00",
        "minutes": 75,
        **values,
    }
    return plan_of(candidates, **wishes)[0]  # type: ignore[arg-type]  # the names are plan_of's own


def pages_of(run: PrintRun, **others: int) -> Counts:
    copies = {
        (copy.version, copy.edition): Extent(pages=13, sides=13, sheets=7, paper="A3" if copy.edition == "a3-36" else "A4")
        for copy in run.copies
    }
    front = Extent(pages=2, sides=2, sheets=1, paper="A4")
    return Counts(
        copies=copies,
        fronts={packet.name: front for packet in run.packets},
        others=lambda: {name: Extent(pages=n, sides=n, sheets=n, paper="A4") for name, n in others.items()},
    )


def documents_of(run: PrintRun) -> Iterator[tuple[str, Document]]:
    return ((name, compose()) for name, compose in room_documents(run, pages_of(run)))


def look(size: str) -> Layout:
    width, height = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[size])
    usual = layout("handout-a5" if size == "A5" else "handout-a4", PLACE)
    return replace(usual, name=size, page=replace(usual.page, width=width, height=height))


@lru_cache(maxsize=1)
def printed() -> dict[str, tuple[Document, Printed, str]]:
    """Each document with its file, proved, and its text with single spaces."""
    run, printer, made = planned(session="morning", embargo="2027-05-12T09:00"), Printer(prove=True), {}
    for name, document in documents_of(run):
        done = printer.print(document, look("A4"))
        text = " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(done.data)).pages).split())
        made[name] = (document, done, text)
    return made


@pytest.mark.parametrize("name", ["attendance-register.pdf", "seating-plan.pdf", "desk-labels.pdf"])
def test_every_document_is_accessible(name: str) -> None:
    assert page.validate_pdf_bytes(printed()[name][1].data, profile="ua1").is_compliant


@pytest.mark.parametrize(("name", "size"), [("attendance-register.pdf", "A5"), ("seating-plan.pdf", "A5"), ("invigilators.pdf", "letter")])
def test_documents_are_proved_on_other_pages_too(name: str, size: str) -> None:
    done = Printer(prove=True).print(printed()[name][0], look(size))
    assert done.rearranged == ()


def test_documents_speak_welsh() -> None:
    run = planned(language="cy", embargo="2027-05-12T09:00")
    said = {name: " ".join(flat(text) for text in texts_of(document.blocks)) for name, document in documents_of(run)}
    assert "Rhowch groes o dan ‘Presennol’ neu ‘Absennol’" in said["attendance-register.pdf"]
    assert "Peidiwch ag agor cyn 12 Mai 2027, 09:00" in said["packet-labels.pdf"]


@pytest.mark.parametrize("name", ["attendance-register.pdf", "seating-plan.pdf", "desk-labels.pdf"])
def test_every_candidate_stands_once_in_register_plan_and_labels(name: str) -> None:
    texts = [flat(text) for text in texts_of(printed()[name][0].blocks)]
    for n in range(24):
        assert len([text for text in texts if re.search(rf"\b{n:04d}\b", text)]) == 1
    assert f"*{LONG}* <3" in printed()[name][2].replace("- ", "-")


def test_registers_follow_the_desks_whatever_packet_a_copy_is_in() -> None:
    tables = [block for block in printed()["attendance-register.pdf"][0].blocks if isinstance(block, Table)]
    seats = [[flat(next(texts_of(cells[0].blocks))) for cells in table.rows] for table in tables]
    assert seats[0] == ["A1", "B1", "C1", "C2"]
    assert seats[1] == sorted(seats[1])


def said_of(lines: str) -> tuple[PrintRun, dict[str, str]]:
    """A run of a list, and all words of each of its documents."""
    candidates, _ = list_of((HEADER + lines).encode(), "list.csv", versions=tuple(VERSIONS))
    run, _ = plan_of(candidates, title="Chemistry", versions=VERSIONS, spares=10)
    said = {
        name: " ".join(flat(text) for text in (*texts_of(document.blocks), *(heading.text for heading in headings_of(document.blocks))))
        for name, document in documents_of(run)
    }
    return run, said


def test_registers_and_packets_have_one_order_however_seats_are_written() -> None:
    run, said = said_of("Ann,1,,Hall,A3,,,\nBob,2,,Hall,a 1,,,\nCy,3,,Hall,A-2,,tinted,\nDi,4,,Hall,A4,,,\n")
    assert [copy.candidate.seat for copy in run.packets[0].copies if copy.candidate] == ["a 1", "A3", "A4"]
    for name in ("attendance-register.pdf", "desk-labels.pdf"):
        assert re.findall("Ann|Bob|Cy|Di", said[name]) == ["Bob", "Cy", "Ann", "Di"]


def test_sheets_of_each_room_say_themselves_what_they_are() -> None:
    _, said = said_of("Ann,1,,Hall,A1,,,\nBob,2,,Gym,A1,,,\n")
    for name, title in (
        ("attendance-register.pdf", "Attendance register"),
        ("seating-plan.pdf", "Seating plan"),
        ("invigilators.pdf", "Invigilator’s sheet"),
    ):
        assert said[name].count(f"{title} · Chemistry") == 2


def test_who_has_no_room_or_no_seat_is_not_taken_for_somebody_else() -> None:
    _, said = said_of("Ann,7,,Hall,7,,,\nBob,8,,Hall,,,,\nCy,9,,,,,,\n")
    for name in ("attendance-register.pdf", "packet-labels.pdf", "packet-covers.pdf", "pick-list.pdf"):
        assert ("All candidates" in said[name], "No room in the list" in said[name]) == (False, True)
    labels = next(
        document for name, document in documents_of(said_of("Ann,7,,Hall,7,,,\nBob,8,,Hall,,,,\n")[0]) if name == "desk-labels.pdf"
    )
    sheet = next(block for block in labels.blocks if isinstance(block, LabelSheet))
    assert [flat(label[0]) for label in sheet.labels] == ["7", "Bob"]


def test_neighbours_on_the_plan_have_different_versions() -> None:
    plans = [block for block in printed()["seating-plan.pdf"][0].blocks if isinstance(block, DeskPlan)]
    for plan in plans:
        codes = [[flat(desk.lines[-1]).split(" · ")[0] if desk else "" for desk in line] for line in plan.rows]
        for line in (*codes, *map(list, zip(*codes, strict=True))):
            assert all(not a or a != b for a, b in zip(line, line[1:], strict=False))


def test_a_large_hall_is_drawn_in_parts_of_which_one_has_the_exit() -> None:
    lines = "\n".join(f"Name {n},{n:04d},,Hall,R{n // 20 + 1}C{n % 20 + 1},,," for n in range(440))
    candidates, _ = list_of((HEADER + lines).encode(), "list.csv", versions=("A", "B"))
    run, found = plan_of(candidates, title="Hall", versions={"A": "1", "B": "2"})
    plans = [block for block in seating_plan(run).blocks if isinstance(block, DeskPlan)]
    assert found == ()
    assert [(len(plan.rows), len(plan.rows[0]), bool(plan.front), bool(plan.exit)) for plan in plans] == [
        (7, 6, True, False), (7, 7, True, False), (7, 7, True, False),
        (7, 6, False, False), (7, 7, False, False), (7, 7, False, False),
        (8, 6, False, False), (8, 7, False, False), (8, 7, False, True),
    ]  # fmt: skip
    assert sum(desk is not None for plan in plans for line in plan.rows for desk in line) == 440


def type_sizes(data: bytes) -> list[float]:
    """The sizes of all that is said in a PDF, in points."""
    tree = read_back(data).tree
    assert tree is not None
    return [piece.size for each in tree.walk() for content in each.contents for piece in content.pieces]


@pytest.mark.parametrize(
    ("name", "edition", "across"),
    [
        ("Ann Lee", "", [8]),
        ("Christopher Lee", "", [8]),
        ("Ann-Marie Featherstone", "", [8]),
        ("Ann Featherstonehaugh", "", [4, 4]),
        ("Wilhelmina Anastasia Konstantinou Lee", "", [8]),
        ("Ann Lee", "large-18", [8]),
        ("Wilhelmina Anastasia Konstantinou Featherstone-Lee", "large-18", [4, 4]),
    ],
)
def test_what_would_be_too_small_to_read_stands_on_two_pages_of_the_plan(name: str, edition: str, across: list[int]) -> None:
    lines = "\n".join(
        f"{name if n == 11 else f'Bo {chr(65 + n)}'},{n:04d},,Hall,R{n // 8 + 1}C{n % 8 + 1},,{edition if n == 11 else ''},"
        for n in range(24)
    )
    candidates, _ = list_of((HEADER + lines).encode(), "list.csv", versions=("A", "B"))
    run, _ = plan_of(candidates, title="Hall", versions={"A": "1", "B": "2"})
    plans = [block for block in seating_plan(run).blocks if isinstance(block, DeskPlan)]
    assert [len(plan.rows[0]) for plan in plans] == across
    assert min(type_sizes(Printer().print(seating_plan(run), look("A4")).data)) >= 7.0


def test_a_plan_says_how_many_desks_are_set_to_a_row_with_the_empty_ones() -> None:
    lines = "\n".join(f"Name {n},{n:04d},,Hall,{n},,," for n in (1, 2, 3, 11, 12, 13))
    candidates, _ = list_of((HEADER + lines).encode(), "list.csv", versions=("A", "B"))
    run, _ = plan_of(candidates, title="Hall", versions={"A": "1", "B": "2"}, desks_a_row=10)
    assert "10 desks to a row" in " ".join(flat(text) for text in texts_of(seating_plan(run).blocks))


def test_times_are_worked_out_with_extra_time_and_left_open_without_a_start() -> None:
    text = printed()["invigilators.pdf"][2]
    assert "Standard time 19 1 hour 15 minutes 09:00 10:15" in text
    assert "With 25% extra time 1 1 hour 34 minutes 09:00 10:34" in text
    run = planned(8, start="")
    open_text = "".join(flat(text) for name, doc in documents_of(run) if name == "invigilators.pdf" for text in texts_of(doc.blocks))
    assert "10:15" not in open_text and "Write the start on the board" in open_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("09:00", "09:00"),
        ("9.30", "09:30"),
        ("1:30 pm", "13:30"),
        ("12 am", "00:00"),
        ("12.15pm", "12:15"),
        ("9", None),
        ("25:00", None),
        ("13 pm", None),
        ("noon", None),
    ],
)
def test_times_of_day(written: str, read: str | None) -> None:
    minutes = minutes_of(written)
    assert (clock(minutes) if minutes is not None else None) == read


def test_packet_labels_and_covers_count_what_is_inside() -> None:
    text = printed()["packet-labels.pdf"][2]
    assert "Chemistry, paper 1 12 May 2027 · morning · Centre 12345 Standard paper 18 copies · 17 candidates · 1 spare" in text
    assert "Do not open before 12 May 2027, 09:00" in text
    run = planned()
    for packet in run.packets:
        for copy in packet.copies:
            number = f"{copy.candidate.number if copy.candidate else 'spare'} {copy.version}"
            assert number in printed()["packet-covers.pdf"][2]


def test_the_pick_list_counts_every_sheet_by_size_of_paper() -> None:
    run = planned()
    loads = {packet.edition: loads_of(packet, pages_of(run)) for packet in run.packets if packet.room == "Hall"}
    every = [load for packet in run.packets for load in loads_of(packet, pages_of(run))]
    assert sum(load.copies for load in every) == len(run.copies)
    assert sum(load.sheets for load in every) == 7 * len(run.copies) + len(run.packets)
    assert sum(load.sides for load in every) == 13 * len(run.copies) + 2 * len(run.packets)
    assert [(load.paper, load.copies, load.sheets) for load in loads["a3-36"]] == [("A3", 2, 14), ("A4", 0, 1)]
    assert {edition for edition, of_edition in loads.items() if of_edition[0].tinted} == {"tinted"}
    a4 = [load for load in every if load.paper == "A4"]
    assert f"1 A4 {sum(load.sheets for load in a4)} {sum(load.sides for load in a4)} 1" in printed()["pick-list.pdf"][2]


def test_the_pick_list_counts_the_documents_for_the_rooms_besides() -> None:
    run = planned(3)
    alone, besides = (pick_list(run, pages_of(run, **others)) for others in ({}, {"seating-plan.pdf": 2}))
    said = [" ".join(flat(text) for text in texts_of(each.blocks)) for each in (alone, besides)]
    sheets, sides = 7 * len(run.copies) + len(run.packets), 13 * len(run.copies) + 2 * len(run.packets)
    assert f"1 A4 {sheets} {sides} 1" in said[0]
    assert f"1 A4 {sheets + 2} {sides + 2} 1" in said[1] and "seating-plan.pdf A4 2" in said[1]


def test_the_pick_list_counts_the_tinted_pages_of_clean_papers_too() -> None:
    run = planned(3)
    paper = Extent(pages=4, sides=4, sheets=4, paper="A4")
    said = [
        " ".join(flat(text) for text in texts_of(pick_list(run, replace(pages_of(run), others=lambda tinted=tinted: {"p": tinted})).blocks))
        for tinted in (paper, replace(paper, tinted=True))
    ]
    before, after = (int(found[1]) if (found := re.search(r"(\d+) sides have a tinted page", each)) else 0 for each in said)
    assert after == before + 4
    assert "The sheets of this list itself are not counted." in said[0]


def test_a_plan_is_the_same_every_time_and_its_digest_tells_any_difference() -> None:
    assert planned() == planned()
    digests = {
        planned(**change).digest
        for change in ({}, {"order": "number"}, {"spares": 10}, {"date": "13 May"}, {"versions": {**VERSIONS, "A": "x"}}, {"rows": 23})
    }  # type: ignore[arg-type]  # keyword arguments
    assert len(digests) == 6


def test_neighbours_that_the_list_itself_puts_together_are_warned_of() -> None:
    candidates, _ = list_of((HEADER + "Ann,1,,Hall,A1,A,,\nBob,2,,Hall,A2,A,,\n").encode(), "list.csv", versions=("A", "B"))
    (warned,) = plan_of(candidates, title="Paper", versions={"A": "1", "B": "2"})[1]
    assert (warned.code, warned.span.line) == ("C130", 3)
    assert "1 (A1) and 2 (A2)" in warned.message


def test_desks_that_meet_at_a_corner_are_warned_of_where_versions_are_enough_for_them_to_differ() -> None:
    rows = "Ann,1,,Hall,A1,A,,\nBob,2,,Hall,B2,A,,\nCy,3,,Hall,A2,,,\nDi,4,,Hall,B1,,,\n"
    candidates, _ = list_of((HEADER + rows).encode(), "list.csv", versions=tuple("ABCD"))
    (warned,) = plan_of(candidates, title="Paper", versions=dict(zip("ABCD", "1234", strict=True)))[1]
    assert (warned.code, warned.span.line) == ("C130", 3)
    assert "meet at a corner have the same version: 1 (A1) and 2 (B2) in Hall" in warned.message
    assert plan_of(candidates, title="Paper", versions=dict(zip("ABC", "123", strict=True)))[1] == ()
    free, _ = list_of((HEADER + rows.replace(",A,", ",,")).encode(), "list.csv", versions=tuple("ABCD"))
    assert plan_of(free, title="Paper", versions=dict(zip("ABCD", "1234", strict=True)))[1] == ()


def test_each_rooms_plan_is_signed_once() -> None:
    run = planned(24)
    plan = seating_plan(run)
    signed = [block for block in plan.blocks if isinstance(block, Fields)]
    assert len(signed) == len({copy.candidate.room for copy in run.copies if copy.candidate})
    assert all([field.label for field in each.fields] == ["Invigilator", "Signature"] for each in signed)


def test_a_list_may_say_who_sits_beside_whom() -> None:
    lines = "name,number,seat,next to\nAnn,1,Bay,Window; Door\nBob,2,Window,Door\nCat,3,Door,\n"
    candidates, found = list_of(lines.encode(), "list.csv", versions=tuple(VERSIONS))
    run, warned = plan_of(candidates, title="Lab", versions=VERSIONS)
    assert (found, warned) == ((), ())
    assert {copy.version for copy in run.copies} == set(VERSIONS)
    assert len(plan_of(candidates, title="Lab", versions={"A": "1", "B": "2"})[1]) == 1


def test_what_no_run_can_have_is_refused_by_name() -> None:
    with pytest.raises(BadStartError, match="'noon' is no time of day"):
        planned(1, start="noon")
    with pytest.raises(BadSparesError, match="not 101"):
        planned(1, spares=101)


_words = st.text(alphabet="abcdefghi ÉŵΩ→-’.", min_size=1, max_size=100).filter(lambda text: bool(text.strip()))
_lines = st.lists(_words.map(plain), min_size=1, max_size=5).map(tuple)
# As many lines as a seating plan has, and no longer: what is too high for a desk at the least size runs over.
_desk_lines = st.lists(_words.map(lambda text: plain(text[:24])), min_size=1, max_size=3).map(tuple)
_desks = st.one_of(st.none(), st.builds(Desk, seat=st.text(alphabet="ABC123", min_size=1, max_size=6), lines=_desk_lines))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(_lines, min_size=1, max_size=10),
    st.lists(st.lists(_desks, min_size=8, max_size=8), min_size=1, max_size=9),
    st.sampled_from(["A4", "A5"]),
)
def test_whatever_stands_on_labels_and_desks_is_printed_whole(
    labels: list[tuple[object, ...]], desks: list[list[Desk | None]], size: str
) -> None:
    plan = DeskPlan(rows=(*map(tuple, desks), (Desk(seat="Z1"), *(None,) * 7)), front=plain("Front"), exit=plain("Exit"))
    document = Document(title="Any", language="en-GB", blocks=(LabelSheet(labels=tuple(labels), columns=2, rows=5), plan))  # type: ignore[arg-type]  # rich texts
    done = Printer().print(document, look(size))
    assert faults(document, look(size), read_back(done.data)) == ()
    assert done.pages == 2


def test_readers_who_do_not_see_get_the_desks_row_by_row() -> None:
    document = printed()["seating-plan.pdf"][0]
    text = to_text(document, AnswerSpace())
    assert (
        text.index("A1; 0021")
        < text.index("B1; 0022")
        < text.index("C1; 0020")
        < text.index("A1; 0000")
        < text.index("Exit", text.index("A1; 0000"))
    )
    assert "<li><p><strong>A1</strong></p><p>0000</p>" in to_html(document, AnswerSpace()).decode()
    assert to_docx(document, AnswerSpace()) == to_docx(document, AnswerSpace())
    labels = printed()["desk-labels.pdf"][0]
    assert "B2; Zoë Évans 4; Candidate 0004" in to_text(labels, AnswerSpace())
    assert to_html(labels, AnswerSpace()).decode().count("<li>") == 24


def sizes_of(data: bytes) -> list[tuple[str, float]]:
    """What stands on the first page, with the size of its type."""
    found: list[tuple[str, float]] = []

    def visit(text: str, _matrix: object, place: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), round(size * abs(place[3]), 2)))

    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    "name",
    [LONG, "Ramanathaswamyvenkataraghavacharyulu K", "Wojciechowska-Szczepanowska, Aleksandra", "FEATHERSTONEHAUGH-CHOLMONDELEY, Máire"],
)
def test_only_a_long_name_is_small_on_plans_and_labels(name: str) -> None:
    rows = "".join(f"{name if n % 2 else 'Bob'},{n:04d},{'ABCDE'[n // 6]}{n % 6 + 1}\n" for n in range(30))
    candidates, _ = list_of(f"name,number,seat\n{rows}".encode(), "list.csv", versions=tuple(VERSIONS))
    run, _ = plan_of(candidates, title="T", versions=VERSIONS)
    for wanted, usual, least in (("seating-plan.pdf", 7.0, 7.0), ("desk-labels.pdf", 9.0, 6.0)):
        document = next(document for found, document in documents_of(run) if found == wanted)
        sizes = [(text, size) for text, size in sizes_of(Printer().print(document, look("A4")).data) if "Print run" not in text]
        assert min(size for _, size in sizes) >= least
        assert {size >= usual for text, size in sizes if re.search(r"\d{4}\b", text)} == {True}


@pytest.mark.parametrize(
    ("hall", "across", "name", "pages"),
    [(5, 2, LONG, 1), (30, 6, "Zoë Evans", 1), (240, 12, "Ffion Okonkwo", 8), (200, 16, LONG + " de Montfort-Smith", 12)],
)
def test_nothing_on_a_seating_plan_is_below_seven_points_whatever_the_hall(hall: int, across: int, name: str, pages: int) -> None:
    rows = "".join(
        f"{name},{n:04d},{chr(65 + n // across)}{n % across + 1},{'large-18' if n % 9 == 4 else ''},{'25' if n % 7 == 3 else ''}\n"
        for n in range(hall)
    )
    candidates, _ = list_of(f"name,number,seat,edition,extra time\n{rows}".encode(), "list.csv", versions=tuple(VERSIONS))
    run, _ = plan_of(candidates, title="T", versions=VERSIONS)
    printed = Printer().print(seating_plan(run), look("A4"))
    assert printed.pages == pages
    assert min(type_sizes(printed.data)) >= 7.0


def test_versions_are_told_to_differ_only_where_it_is_known_who_sits_beside_whom() -> None:
    for seats, told in (
        (("A1", "A2"), "the versions are dealt"),
        (("Window", "A2"), "Not all seats are on the plan"),
        (("", ""), "Not all seats"),
    ):
        rows = "".join(f"P{n},{n},{seat}\n" for n, seat in enumerate(seats))
        candidates, _ = list_of(f"name,number,seat\n{rows}".encode(), "list.csv", versions=tuple(VERSIONS))
        run, _ = plan_of(candidates, title="T", versions=VERSIONS)
        sheet = next(document for name, document in documents_of(run) if name == "invigilators.pdf")
        assert told in to_text(sheet, AnswerSpace())


def test_spares_are_of_versions_that_their_packet_holds() -> None:
    rows = "".join(f"P{n},{n},A{n + 1},{'large-18' if n == 2 else ''}\n" for n in range(9))
    candidates, _ = list_of(f"name,number,seat,edition\n{rows}".encode(), "list.csv", versions=tuple(VERSIONS))
    run, _ = plan_of(candidates, title="T", versions=VERSIONS, spares=50)
    held = [
        ({copy.version for copy in packet.copies if copy.candidate}, [c.version for c in packet.copies if not c.candidate])
        for packet in run.packets
    ]
    assert held == [({"A", "B", "C"}, ["A", "B", "C", "A"]), ({"C"}, ["C"])]


@pytest.mark.parametrize("name", [LONG, "W" * 60, "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"])
def test_one_long_name_leaves_a_registers_rows_rows(name: str) -> None:
    candidates, _ = list_of(
        f"name,number,room,seat\n{name},1,{name[:40]},A1\nBob,2,Gym,A1\n".encode(), "list.csv", versions=tuple(VERSIONS)
    )
    run, _ = plan_of(candidates, title="T", versions=VERSIONS)
    for wanted, cells in (("attendance-register.pdf", 7), ("pick-list.pdf", 7)):
        document = next(document for found, document in documents_of(run) if found == wanted)
        done = Printer().print(document, look("A4"))
        rows = [each for each in read_back(done.data).tree.walk() if each.role == "TR"]  # type: ignore[union-attr]  # tagged
        assert any(sum(child.role == "TD" for child in each.children) == cells for each in rows)
        assert faults(document, look("A4"), read_back(done.data)) == ()


def test_other_arrangements_stand_on_the_sheet_of_their_room() -> None:
    rows = "Ann,1,Hall,A1,Reader; 25% ET\nBob,2,Hall,A2,\nCy,3,Gym,A1,WP & rest breaks\n"
    candidates, _ = list_of(f"name,number,room,seat,AA\n{rows}".encode(), "list.csv", versions=("A", "B"))
    run, _ = plan_of(candidates, title="T", versions={"A": "1", "B": "2"})
    sheet = next(document for name, document in documents_of(run) if name == "invigilators.pdf")
    tables = [row for block in sheet.blocks if isinstance(block, Table) for row in block.rows]
    said = [tuple(flat(text) for cell in row for text in texts_of(cell.blocks)) for row in tables if len(row) == 4]
    assert said == [("A1", "3", "Cy", "WP & rest breaks"), ("A1", "1", "Ann", "Reader; 25% ET")]


def test_each_page_says_in_its_head_which_room_it_is_for() -> None:
    rows = "".join(f"P{n},{n},{'Hall' if n < 90 else 'Gym'},,\n" for n in range(1, 121))
    candidates, _ = list_of(f"name,number,room,seat,AA\n{rows}".encode(), "list.csv", versions=("A", "B"))
    run, _ = plan_of(candidates, title="Mock", versions={"A": "1", "B": "2"})
    register = next(document for name, document in documents_of(run) if name == "attendance-register.pdf")
    made = Printer().print(register, look("A4"))
    heads = [
        next((name for name in ("Gym", "Hall") if f"{name} · Mock" in page.extract_text()), "")
        for page in PdfReader(BytesIO(made.data)).pages
    ]
    # The first page has no head, but the room's name in large letters.
    assert heads == ["", "Gym", *["Hall"] * (len(heads) - 2)]
    assert len(heads) > 4


def test_a_long_row_of_one_letter_says_how_it_was_taken() -> None:
    seats = tuple(f"A{n}" for n in range(1, 31))
    rows = "".join(f"P{n},{n},{seat}\n" for n, seat in enumerate(seats))
    candidates, _ = list_of(f"name,number,seat\n{rows}".encode(), "list.csv", versions=("A", "B"))
    run, _ = plan_of(candidates, title="T", versions={"A": "1", "B": "2"})
    said = " ".join(flat(text) for text in texts_of(seating_plan(run).blocks))
    assert "All seats have the letter A" in said
