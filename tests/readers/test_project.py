"""The project file: what is read, and how mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.model.organiser import OrganiserWishes
from packbuilder.model.pack import PackWishes
from packbuilder.model.print_habits import PrintHabits
from packbuilder.readers.project import read_project

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "path", [ROOT / "packbuilder.yaml", ROOT / "packbuilder" / "examples" / "packbuilder.yaml"], ids=["samples", "init"]
)
def test_shipped_projects_are_without_mistakes(path: Path) -> None:
    project, found = read_project(path.read_bytes(), path.name)
    assert found == ()
    assert project is not None
    assert len(project.packs) >= 2


def test_packs_say_what_their_handout_and_organiser_hold() -> None:
    text = (
        "packs:\n  - name: one\n    topics: [soils]\n    products: [revision_pack, knowledge_organiser]\n"
        "    handout: {variant: cornell, questions: 3, answers: apart, seed: 9}\n"
        "    organiser: {paper: A3, sides: 2, leave_out: [credit], together: true}\n"
    )
    project, found = read_project(text.encode(), "p.yaml")
    assert found == ()
    assert project is not None
    (pack,) = project.packs
    assert pack.handout == PackWishes(variant="cornell", questions=3, answers="apart", seed=9)
    assert pack.organiser == OrganiserWishes(layout="organiser-a3", sides=2, leave_out=frozenset({"credit"}), together=True)


def test_defaults() -> None:
    project, found = read_project(b"packs:\n  - name: one\n    topics: [soils]\n", "p.yaml")
    assert found == ()
    assert project is not None
    (pack,) = project.packs
    assert (pack.marks, pack.versions, pack.seed, pack.paper_layout) == (0, 0, 1, "exam-a4")
    assert pack.products == ("revision_pack", "practice_paper", "mark_scheme")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("packs:\n  - topics: [soils]\n", 2, "lacks `name`"),
        ("packs:\n  - name: one\n", 2, "lacks `topics`"),
        ("packs:\n  - {name: ../one, topics: [soils]}\n", 2, "a-z"),
        ("packs:\n  - {name: one, topics: [soils], products: [revison_pack]}\n", 2, "revision_pack"),
        ("packs:\n  - {name: one, topics: [soils], paper: {marks: many}}\n", 2, "whole number"),
        ("packs:\n  - {name: one, topics: [soils], paper: {print: boklet}}\n", 2, "booklet, 2up, a3-fold, duplex, duplex-short"),
        ("packs:\n  - {name: one, topics: [soils], handout: {class_set: 900}}\n", 2, "from 1 to 500"),
        ("packs:\n  - {name: one, topics: [soils], handout: {ink_saving: some}}\n", 2, "true or false"),
        ("packs:\n  - {name: one, topics: [soils], handout: {variant: cornel}}\n", 2, "cornell"),
        ("packs:\n  - {name: one, topics: [soils], organiser: {leave_out: [term]}}\n", 2, "terms"),
        ("packs:\n  - {name: one, topics: [soils]}\n  - {name: one, topics: [soils]}\n", 3, "already"),
        ("output: ../elsewhere\npacks:\n  - {name: one, topics: [soils]}\n", 1, "inside the project"),
        ("output: C:\\elsewhere\npacks:\n  - {name: one, topics: [soils]}\n", 1, "inside the project"),
        ("packs: [}\n", 1, "not YAML"),
    ],
)
def test_mistakes(text: str, line: int, words: str) -> None:
    _, found = read_project(text.encode(), "p.yaml")
    assert len(found) == 1, [d.render() for d in found]
    assert found[0].span.line == line
    assert words in found[0].render()


def test_a_pack_avoids_packs_above_it_only() -> None:
    source = (
        b"packs:\n  - {name: one, topics: [a]}\n  - name: two\n    topics: [a]\n    paper: {avoid: [one], overlap: none, repeat: true}\n"
    )
    project, found = read_project(source, "p.yaml")
    assert found == ()
    assert project is not None
    assert (project.packs[1].avoid, project.packs[1].overlap, project.packs[1].repeat) == (("one",), 0, True)
    for bad, words in (
        (b"avoid: [two]", "no pack above this one"),
        (b"avoid: [three]", "no pack above"),
        (b"overlap: few", "it must be none"),
    ):
        _, found = read_project(
            source.replace(b"avoid: [one]", bad) if b"avoid" in bad else source.replace(b"overlap: none", bad), "p.yaml"
        )
        assert any(words in each.message for each in found)


def test_how_paper_and_handout_are_printed() -> None:
    text = b"""packs:
  - name: one
    topics: [soils]
    paper: {print: duplex, class_set: 30}
    handout: {print: booklet, ink_saving: true, crop_marks: true}
"""
    project, found = read_project(text, "p.yaml")
    assert found == ()
    assert project is not None
    (pack,) = project.packs
    assert pack.paper_print == PrintHabits(imposition="duplex", class_set=30)
    assert pack.handout_print == PrintHabits(imposition="booklet", ink_saving=True, crop_marks=True)
