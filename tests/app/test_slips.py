"""What is told of names on the command line that nothing bears: the slip that was probably made."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.slips import meant


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "My class notes").mkdir()
    for name in ("photosynthesis.txt", "photosynthesis.pdf", "tides.md"):
        (tmp_path / "My class notes" / name).write_text("- State two effects.\n", encoding="utf-8")
    (tmp_path / "tides.md").write_text("- State two effects.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("My", ("My", "class", "notes/tides.md"), 'between straight quotation marks: "My class notes/tides.md".'),
        ("class", ("tides.md", "My", "class", "notes"), 'between straight quotation marks: "My class notes".'),
        ("“My", ("“My", "class", "notes/tides.md”"), 'between straight quotation marks: "My class notes/tides.md".'),
        ("‘tides.md’", ("‘tides.md’",), 'Type straight quotation marks: "tides.md".'),
        ("—marks", ("tides.md", "—marks", "20"), "Options begin with two plain hyphens: --marks."),
        ("–-seed", ("–-seed",), "Options begin with two plain hyphens: --seed."),
        ("My class notes/photosynthsis.txt", (), "Did you mean 'My class notes/photosynthesis.txt'?"),
        ("tydes.md", (), "Did you mean 'tides.md'?"),
    ],
)
def test_a_slip_is_told_with_the_way_to_type_it(name: str, arguments: tuple[str, ...], told: str) -> None:
    (hint,) = meant(name, arguments)
    assert told in hint


@pytest.mark.parametrize("name", ["osmosis", "Your", "nowhere/tides.md", "“osmosis”"])
def test_what_is_no_slip_has_no_hint(name: str) -> None:
    assert meant(name, (name,)) == ()


def test_a_folder_of_the_sources_is_sent_to_its_pattern() -> None:
    topics = {"chemistry/rates": ("rates",), "rates": ("rates",)}
    assert meant("chemistry", ("chemistry",), topics) == ("'chemistry/*' is what means all topics of that folder.",)
    # Topics have nearest names of their own; files are looked for where a name has a file's ending.
    assert meant("tide", ("tide",), topics) == ()
