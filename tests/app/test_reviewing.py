"""Review: what a person approves is used as it stands, and the program says what the notes have changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.drafting import draft
from packbuilder.app.library import Library, load, source_files
from packbuilder.markup import flat
from packbuilder.products.digests import digest_of

ROOT = Path(__file__).parent.parent.parent
NOTES = """\
# Tides

## Topic Synopsis
Why the sea rises and falls.

## Key Concepts & Core Principles
- Neap tide: a tide of small range, when the sun and the moon pull at right angles to each other
- Spring tide: a tide of large range, when the sun and the moon pull in one line

## Examiner Marking Points
- Award credit for explaining how the moon causes tides.
- Describe the effects of tides on harbours, including silting and strong currents.
- Evaluate the use of tidal barrages for generating electricity.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tides.md").write_text(NOTES, encoding="utf-8")
    return tmp_path


def read(folder: Path) -> Library:
    return load(source_files(folder), root=folder)


def drafted(folder: Path) -> Path:
    library = read(folder)
    draft(library, library.bank.topics[0])
    return folder / "tides.reviewed.bank.yaml"


def stems(library: Library) -> list[str]:
    return [flat(item.stem) for item in library.bank.items]


def codes(library: Library) -> list[str]:
    return [d.code for d in library.diagnostics if d.code.startswith("B4")]


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_a_draft_changes_nothing_until_something_is_approved(folder: Path) -> None:
    before = read(folder)
    drafted(folder)
    after = read(folder)
    assert after.bank.items == before.bank.items
    assert [d for d in after.diagnostics if d.severity.word == "error"] == []


@pytest.mark.parametrize(
    "notes",
    sorted(str(p.relative_to(ROOT)) for p in (ROOT / "sources").rglob("*") if p.suffix in (".txt", ".md") and "README" not in p.name),
)
def test_a_draft_approved_as_it_is_asks_and_marks_the_same(notes: str, tmp_path: Path) -> None:
    """The file holds all that an item is: reading it back gives the same question, options and scheme."""
    copy = tmp_path / Path(notes).name
    copy.write_bytes((ROOT / notes).read_bytes())
    before = read(tmp_path)
    draft(before, before.bank.topics[0])
    (review,) = tmp_path.glob("*.reviewed.bank.yaml")
    review.write_text(review.read_text(encoding="utf-8").replace("status: draft", "status: approved"), encoding="utf-8")
    after = read(tmp_path)
    assert [d.render() for d in after.diagnostics if d.severity.word == "error"] == []
    assert {item.id: (digest_of(item), item.marks, item.tests) for item in after.bank.items} == {
        item.id: (digest_of(item), item.marks, item.tests) for item in before.bank.items
    }


def test_words_to_markers_are_in_the_draft_too(tmp_path: Path) -> None:
    points = (
        "Name the gas that plants take in (1) carbon dioxide. Reject: air",
        "Evaluate the use of solar power. Ignore references to cost. (12)",
    )
    (tmp_path / "gases.txt").write_text("Examiner Marking Points\n" + "".join(f"- {each}\n" for each in points), encoding="utf-8")
    before = read(tmp_path)
    draft(before, before.bank.topics[0])
    (review,) = tmp_path.glob("*.reviewed.bank.yaml")
    review.write_text(review.read_text(encoding="utf-8").replace("status: draft", "status: approved"), encoding="utf-8")
    assert [flat(text) for item in read(tmp_path).bank.items for text in item.scheme.guidance] == [
        "Reject: air.",
        "Ignore references to cost.",
    ]


def test_an_approved_edit_is_used_under_the_same_id(folder: Path) -> None:
    review = drafted(folder)
    before = read(folder)
    (id_,) = (item.id for item in before.bank.items if "moon causes tides" in flat(item.stem))
    edit(
        review,
        ("    status: draft", "    status: approved"),
        ("stem: Explain how the moon causes tides.", "stem: Explain how the moon raises the tides."),
    )
    after = read(folder)
    assert "Explain how the moon raises the tides." in stems(after)
    assert "Explain how the moon causes tides." not in stems(after)
    assert id_ in {item.id for item in after.bank.items}


def test_a_dropped_question_is_not_used(folder: Path) -> None:
    review = drafted(folder)
    edit(review, ("    status: draft", "    status: dropped"))
    assert "Explain how the moon causes tides." not in stems(read(folder))


def test_changed_notes_make_the_entry_stale_and_keep_the_edit(folder: Path) -> None:
    review = drafted(folder)
    edit(
        review,
        ("    status: draft", "    status: approved"),
        ("stem: Explain how the moon causes tides.", "stem: Explain how the moon raises the tides."),
    )
    edit(folder / "tides.md", ("explaining how the moon causes tides", "explaining how the moon and the sun cause tides"))
    after = read(folder)
    assert codes(after) == ["B402"]
    assert "Explain how the moon raises the tides." in stems(after)
    assert not any("the moon and the sun cause" in stem for stem in stems(after))


def test_words_that_are_gone_are_told_and_the_question_is_not_used(folder: Path) -> None:
    review = drafted(folder)
    edit(review, ("    status: draft", "    status: approved"))
    edit(folder / "tides.md", ("- Award credit for explaining how the moon causes tides.\n", ""))
    after = read(folder)
    assert codes(after) == ["B403"]
    assert "Explain how the moon causes tides." not in stems(after)


def test_new_points_are_told_and_added_without_touching_what_is_there(folder: Path) -> None:
    review = drafted(folder)
    edit(review, ("    status: draft", "    status: approved  # checked by J."))
    before = review.read_text(encoding="utf-8")
    edit(folder / "tides.md", ("- Evaluate", "- Explain why tides differ from place to place.\n- Evaluate"))
    library = read(folder)
    assert codes(library) == ["B404"]
    draft(library, library.bank.topics[0])
    after = review.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "Explain why tides differ from place to place." in after
    assert codes(read(folder)) == []


def test_a_wrong_status_is_an_error_at_its_place(folder: Path) -> None:
    review = drafted(folder)
    edit(review, ("    status: draft", "    status: aproved"))
    (found,) = (d for d in read(folder).diagnostics if d.code == "B401")
    assert (found.span.line, found.span.column) == (12, 13)
    assert "approved" in " ".join(found.hints)


def test_an_item_of_any_bank_can_replace_one_derived_question(folder: Path) -> None:
    (id_,) = (item.id for item in read(folder).bank.items if "tidal barrages" in flat(item.stem))
    bank = "bank: {topic: tides}\nitems:\n  - id: own\n    kind: short_answer\n    stem: Give one drawback of a barrage.\n    points: [{text: cost}]\n"
    (folder / "own.bank.yaml").write_text(bank + f"    replaces: {id_}\n", encoding="utf-8")
    after = read(folder)
    assert "Give one drawback of a barrage." in stems(after)
    assert not any("tidal barrages" in stem for stem in stems(after))
    (folder / "own.bank.yaml").write_text(bank + "    replaces: p-000000\n", encoding="utf-8")
    assert [d.code for d in read(folder).diagnostics if d.code == "B191"] == ["B191"]


def test_a_draft_that_was_edited_is_told_since_it_is_not_used(folder: Path) -> None:
    review = drafted(folder)
    assert codes(read(folder)) == []
    edit(review, ("stem: Explain how the moon causes tides.", "stem: Explain how the moon raises the tides."))
    after = read(folder)
    assert codes(after) == ["B405"]
    assert "Explain how the moon causes tides." in stems(after)
    edit(review, ("marks: 3", "marks: 4"))
    (found,) = (d for d in read(folder).diagnostics if d.code == "B405")
    assert "the drafts of lines" in found.message


@pytest.mark.parametrize("status", ["approved", "dropped"])
def test_a_correction_of_the_notes_leaves_what_was_decided_in_use_after_another_draft(folder: Path, status: str) -> None:
    review = drafted(folder)
    edit(
        review,
        ("    status: draft", f"    status: {status}"),
        ("stem: Explain how the moon causes tides.", "stem: Explain how the moon raises the tides."),
    )
    edit(folder / "tides.md", ("moon causes tides", "moon causes the tides"))
    library = read(folder)
    done = draft(library, library.bank.topics[0])
    assert (done.added, done.stale) == (0, 1)
    after = read(folder)
    assert codes(after) == ["B402"]
    assert ("Explain how the moon raises the tides." in stems(after)) == (status == "approved")
    assert not any("moon causes" in stem for stem in stems(after))


def test_an_entry_whose_new_words_were_written_down_is_no_longer_stale(folder: Path) -> None:
    review = drafted(folder)
    edit(review, ("    status: draft", "    status: approved"))
    edit(folder / "tides.md", ("moon causes tides", "moon causes the tides"))
    edit(review, ("how the moon causes tides.\n    kind", "how the moon causes the tides.\n    kind"))
    assert codes(read(folder)) == []


@pytest.mark.parametrize(
    "point",
    [
        "Draw a labelled diagram of an animal cell showing nucleus, cytoplasm and cell membrane",
        "Sketch the graph of y = x² + 1 [3]: U shape; above the axis",
        "Construct a Punnett square for a cross between two heterozygous parents (Bb × Bb)",
        "Write pseudocode for a bubble sort with nested loops, a comparison and a swap [5]",
    ],
)
def test_a_drawing_that_is_approved_is_asked_as_it_was(tmp_path: Path, point: str) -> None:
    (tmp_path / "tides.md").write_text(f"{NOTES}- {point}.\n", encoding="utf-8")
    before = read(tmp_path).bank.items
    path = drafted(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: approved"), encoding="utf-8")
    after = read(tmp_path)
    assert codes(after) == []
    (one,), (other,) = ([item for item in items if item.rule == "R6d"] for items in (before, after.bank.items))
    assert (one.stem, one.marks, one.interaction, digest_of(one)) == (other.stem, other.marks, other.interaction, digest_of(other))
