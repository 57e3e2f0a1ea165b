"""The knowledge organiser: what stands in its panels, and what is said where it does not fit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from packbuilder.app.organising import NothingToOrganiseError, OrganiserOverflowError, make_organiser
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout, library_of
from packbuilder.cli.main import group
from packbuilder.document import Columns
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.organiser import PANELS, OrganiserWishes
from packbuilder.model.topic import Topic
from packbuilder.products.organiser import knowledge_organiser, merged
from packbuilder.typeset.reading.readback import read_back
from packbuilder.walks import texts_of
from tests.products.test_products import PLACE, ROOT
from tests.products.test_standards import broken


def bank(*places: str) -> ItemBank:
    return library_of(tuple(str(ROOT / "sources" / place) for place in places), PLACE)[0].bank


def panels(topic: Topic, *leave_out: str) -> dict[str, list[str]]:
    """The lines of each panel, by its title."""
    (block,) = knowledge_organiser((topic,), title="x", leave_out=frozenset(leave_out)).blocks
    assert isinstance(block, Columns)
    lines = ([flat(text) for text in texts_of((panel,))][1:] for panel in block.blocks)
    names = (flat(panel.blocks[0].text) for panel in block.blocks)  # type: ignore[union-attr]  # panels begin with their heading
    return dict(zip(names, lines, strict=True))


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_each_topic_has_a_page_with_all_of_its_terms(paper: str) -> None:
    topics = bank("mathematics")
    look = layout(f"organiser-{paper}", PLACE)
    made = make_organiser(topics, title="Mixed", layout=look, printer=Printer(prove=paper == "a4"), wishes=OrganiserWishes())
    read = read_back(made.data)
    assert len(read.pages) == len(topics.topics) == 2
    for text, topic in zip(read.pages, topics.topics, strict=True):
        words = " ".join(text.split())
        assert topic.title in words
        assert all(concept.term in words for concept in topic.concepts if "$" not in concept.term)
    if paper == "a4":
        assert broken(made.data, "ua1") == []


def test_what_is_said_again_over_a_panel_that_goes_on_is_proved_to_be_furniture(tmp_path: Path) -> None:
    notes = tmp_path / "rivers.txt"
    points = "\n".join(f"- Explain how the width of a river changes in its course, at site number {n}" for n in range(24))
    notes.write_text(
        f"Topic Synopsis\nRivers erode.\n\nExam Tips\n- Name a river\n- Use figures\n\nExaminer Marking Points\n{points}\n", "utf-8"
    )
    found = library_of((str(notes),), PLACE)[0].bank
    made = make_organiser(found, title="R", layout=layout("organiser-a4", PLACE), printer=Printer(prove=True), wishes=OrganiserWishes())
    assert "What examiners credit (continued)" in " ".join(read_back(made.data).pages[0].split())
    assert broken(made.data, "ua1") == []


def test_the_head_of_a_table_that_goes_on_is_proved_to_be_furniture(tmp_path: Path) -> None:
    notes = tmp_path / "sites.md"
    rows = "\n".join(f"| Site {number} | {number} metres wide in winter | silt |" for number in range(40))
    notes.write_text(
        f"Topic Synopsis\nRivers erode.\n\nKey Concepts & Core Principles\n- Load: what a river carries\n\n"
        f"| Place measured | Width | Bed |\n|---|---|---|\n{rows}\n\nExaminer Marking Points\n- Explain how a river erodes its bed\n",
        "utf-8",
    )
    found = library_of((str(notes),), PLACE)[0].bank
    made = make_organiser(found, title="R", layout=layout("organiser-a4", PLACE), printer=Printer(prove=True), wishes=OrganiserWishes())
    read = read_back(made.data)
    assert " ".join(read.pages[0].split()).count("Place measured") > 1
    assert read.tree is not None
    assert sum("Place measured" in element.text for element in read.tree.find(role="TH")) <= 1
    assert broken(made.data, "ua1") == []


def test_panels_hold_the_notes_and_can_be_left_out() -> None:
    (topic,) = bank("business").topics
    found = panels(topic)
    assert list(found) == ["Key terms", "Key facts", "In the exam", "Common mistakes", "What examiners credit"]
    assert len(found["Key terms"]) == sum(bool(concept.term) for concept in topic.concepts)
    assert len(found["What examiners credit"]) == sum(not point.cut for point in topic.marking_points)
    assert list(panels(topic, "terms", "credit")) == ["Key facts", "In the exam", "Common mistakes"]


def test_facts_are_whole_sentences() -> None:
    (topic,) = bank("business").topics
    told = replace(topic, synopsis="Costs rise, e.g. Rent. J. Smith asks why. Is it so? Yes.", concepts=())
    assert panels(told)["Key facts"] == ["Costs rise, e.g. Rent.", "J. Smith asks why.", "Is it so?", "Yes."]


def test_topics_together_say_each_thing_once() -> None:
    topics = bank("business").topics * 2
    one = merged(topics, "Both")
    assert panels(one)["Key terms"] == panels(topics[0])["Key terms"]
    assert panels(one)["In the exam"] == panels(topics[0])["In the exam"]


def test_a_topic_without_anything_is_refused() -> None:
    found = bank("business")
    with pytest.raises(NothingToOrganiseError):
        make_organiser(
            found, title="x", layout=layout("organiser-a4", PLACE), printer=Printer(), wishes=OrganiserWishes(leave_out=frozenset(PANELS))
        )


def long(folder: Path) -> Path:
    notes = folder / "long.txt"
    lines = [f"- Term {n}: a meaning of some length that takes a line or two of a narrow column, and is the same as all" for n in range(90)]
    notes.write_text("Topic Synopsis\nA long topic.\n\nKey Concepts & Core Principles\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return notes


def test_what_does_not_fit_is_told_with_what_would_do_and_nothing_is_written(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["organiser", str(long(tmp_path)), "-o", str(tmp_path / "out")])
    assert isinstance(done.exception, OrganiserOverflowError)
    said = " ".join((done.exception.message, *done.exception.hints))
    assert "'Long' does not fit on one page" in said
    assert "--leave-out terms" in said
    assert "--sides 2" in said
    assert not (tmp_path / "out").exists()


def test_larger_paper_is_not_advised_where_there_is_none(tmp_path: Path) -> None:
    notes = long(tmp_path)
    notes.write_text(notes.read_text() + "".join(f"- Further term {n}: {'a meaning that goes on ' * 8}\n" for n in range(90)))
    told = {}
    for paper in ("A4", "A3"):
        done = CliRunner().invoke(group, ["organiser", str(notes), "-o", str(tmp_path / "out"), "--paper", paper])
        assert isinstance(done.exception, OrganiserOverflowError)
        told[paper] = "larger paper" in " ".join(done.exception.hints)
    assert told == {"A4": True, "A3": False}


def test_a_second_side_is_taken_where_it_is_allowed(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["organiser", str(long(tmp_path)), "-o", str(tmp_path / "out"), "--sides", "2", "-q"])
    assert done.exit_code == 0, done.output
    assert len(read_back((tmp_path / "out" / "knowledge-organiser.pdf").read_bytes()).pages) == 2


def test_in_a_project_the_pack_is_named_and_what_helps_is_said_as_its_file_says_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sources").mkdir()
    long(tmp_path / "sources")
    (tmp_path / "packbuilder.yaml").write_text("packs:\n  - name: mine\n    topics: [long]\n    products: [knowledge_organiser]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(group, ["build"])
    assert isinstance(done.exception, OrganiserOverflowError)
    said = " ".join((done.exception.message, *done.exception.hints))
    assert "packbuilder.yaml:2:5: in the pack 'mine', 'Long' does not fit on one page" in said
    assert "`organiser: {leave_out: [terms]}`" in said
    assert "`organiser: {sides: 2}`" in said
