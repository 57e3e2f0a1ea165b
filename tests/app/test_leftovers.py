"""What earlier orders left in a folder: other products stay in the manifest, versions of another draw go, nothing changes hands unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packbuilder.app.coverage import used_items
from packbuilder.app.finishing import Built, finish
from packbuilder.app.leftovers import HoldsRunError, OthersFileError, clear_earlier, papers_of_others
from packbuilder.app.library import Library
from packbuilder.app.making import Made
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.verifying.manifest import listing
from packbuilder.app.verifying.report import reported
from packbuilder.app.writing import CannotWriteError, write_all_or_none
from packbuilder.diagnostics import Span
from packbuilder.model.bank import ItemBank
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex

PAPER = {"paper-A.pdf": "practice_paper", "mark-scheme-A.pdf": "mark_scheme"}
PACK = {"revision-pack.pdf": "revision_pack"}


_VERSION = regex(r"-([A-Z])(?:-([a-z]+-\d+))?\.pdf$")


def order(folder: Path, files: dict[str, str], words: str = "", inputs: str = "", topic: str = "") -> Built:
    """Make an order of files, each holding its name and `words`, on a topic."""
    made = tuple(made_file(name, product, words) for name, product in files.items())
    topics = (Topic(id=topic, title=topic, span=Span(path="notes.txt", line=1)),) if topic else ()
    bank = ItemBank(topics=topics, items=())
    library = Library(bank=bank, diagnostics=(), digests=())
    return finish(folder, "pack", f"Title {words}", library, bank, (), made, lambda _: None, inputs=inputs)


def made_file(name: str, product: str, words: str) -> Made:
    found = _VERSION.search(name)
    version, edition = (found[1], found[2] or "") if found else ("", "")
    return Made(name=name, data=f"{name} {words}".encode(), pages=1, product=product, version=version, edition=edition)


def faults(folder: Path) -> list[str]:
    """Return what is wrong with a manifest and the files that it names."""
    return list(reported(listing(folder).findings).failures)


def named(folder: Path) -> list[str]:
    return sorted(listing(folder).files)


def test_a_pack_beside_a_paper_leaves_it_in_the_manifest(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    order(tmp_path, PACK)
    order(tmp_path, {"knowledge-organiser.pdf": "knowledge_organiser"})
    assert named(tmp_path) == ["knowledge-organiser.pdf", "mark-scheme-A.pdf", "paper-A.pdf", "revision-pack.pdf"]
    assert not faults(tmp_path)


def test_the_same_order_again_gives_the_same_manifest(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    order(tmp_path, PACK)
    before = (tmp_path / MANIFEST).read_bytes()
    order(tmp_path, PACK)
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_versions_of_another_draw_are_removed_and_told(tmp_path: Path) -> None:
    order(
        tmp_path, {**PAPER, "paper-B.pdf": "practice_paper", "paper-class-set.pdf": "class_set", "paper-B-large-18.pdf": "practice_paper"}
    )
    (tmp_path / "mine.txt").write_text("a tutor's own")
    built = order(tmp_path, PAPER, "again")
    assert built.removed == ("paper-B-large-18.pdf", "paper-B.pdf", "paper-class-set.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "mark-scheme-A.pdf", "mine.txt", "paper-A.pdf"]


def test_what_somebody_changed_is_not_removed_but_told(tmp_path: Path) -> None:
    order(tmp_path, {**PAPER, "paper-B.pdf": "practice_paper"})
    (tmp_path / "paper-B.pdf").write_bytes(b"with notes in the margin")
    built = order(tmp_path, PAPER, "again")
    assert not built.removed
    assert "paper-B.pdf stays in the folder" in built.told[0]


def test_a_kind_of_worksheet_is_made_anew_by_itself(tmp_path: Path) -> None:
    order(
        tmp_path,
        {
            "quiz-A.pdf": "worksheet",
            "quiz-A-answers.pdf": "worksheet_answers",
            "match-up-A.pdf": "worksheet",
            "match-up-class-set.pdf": "class_set",
        },
    )
    built = order(tmp_path, {"quiz-A.pdf": "worksheet"}, "again")
    assert built.removed == ("quiz-A-answers.pdf",)
    assert named(tmp_path) == ["match-up-A.pdf", "match-up-class-set.pdf", "quiz-A.pdf"]


def test_a_file_that_was_swapped_is_still_found_after_another_order(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    (tmp_path / "paper-A.pdf").write_bytes(b"another")
    order(tmp_path, PACK)
    assert any("paper-A.pdf is not the file that the manifest names" in each for each in faults(tmp_path))


def test_a_manifest_that_was_changed_is_not_sealed_anew(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    value = json.loads((tmp_path / MANIFEST).read_bytes())
    value["title"] = "Another"
    (tmp_path / MANIFEST).write_text(json.dumps(value))
    built = order(tmp_path, PACK)
    assert named(tmp_path) == ["revision-pack.pdf"]
    assert "could not be trusted" in built.told[0]


def test_a_change_to_what_is_said_of_an_earlier_order_breaks_the_seal(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    order(tmp_path, PACK)
    value = json.loads((tmp_path / MANIFEST).read_bytes())
    value["earlier"][0]["title"] = "Another"
    (tmp_path / MANIFEST).write_text(json.dumps(value))
    assert any("was changed since it was written" in each for each in faults(tmp_path))


@pytest.mark.parametrize("earlier", [{}, "text", [1], [{"files": {"revision-pack.pdf": {"sha256": ""}}}]])
def test_a_record_of_an_earlier_order_that_is_none_is_no_manifest(tmp_path: Path, earlier: object) -> None:
    order(tmp_path, PACK)
    value = json.loads((tmp_path / MANIFEST).read_bytes())
    value["earlier"] = earlier
    value["seal"] = manifest_seal(value)
    (tmp_path / MANIFEST).write_text(json.dumps(value))
    assert any("is not a manifest" in each for each in faults(tmp_path))


def test_papers_whose_files_are_all_gone_are_forgotten(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    for name in PAPER:
        (tmp_path / name).unlink()
    order(tmp_path, PACK)
    assert named(tmp_path) == ["revision-pack.pdf"]


def test_a_pack_of_a_project_owns_its_folder(tmp_path: Path) -> None:
    order(tmp_path, {**PAPER, **PACK}, inputs="one")
    built = order(tmp_path, PACK, inputs="two")
    assert built.removed == tuple(sorted(PAPER))
    assert named(tmp_path) == ["revision-pack.pdf"]


def test_the_sheet_of_another_orders_editions_stays_as_long_as_they_do(tmp_path: Path) -> None:
    sheet = {"editions.pdf": "edition_sheet"}
    order(tmp_path, {**PAPER, "paper-A-large-18.pdf": "practice_paper", **sheet})
    for _ in range(2):
        order(tmp_path, {**PACK, **sheet}, "of packs")
        assert named(tmp_path)[0] == "editions.pdf" and "revision-pack-editions.pdf" in named(tmp_path)
        assert (tmp_path / "editions.pdf").read_bytes() == b"editions.pdf "
    order(tmp_path, PACK)
    assert named(tmp_path) == ["editions.pdf", "mark-scheme-A.pdf", "paper-A-large-18.pdf", "paper-A.pdf", "revision-pack.pdf"]
    order(tmp_path, PAPER)
    assert named(tmp_path) == ["mark-scheme-A.pdf", "paper-A.pdf", "revision-pack.pdf"]
    assert not faults(tmp_path)


def test_a_changed_paper_keeps_its_scheme(tmp_path: Path) -> None:
    more = {
        f"{name}-{version}.pdf": product
        for name, product in (("paper", "practice_paper"), ("mark-scheme", "mark_scheme"))
        for version in "BC"
    }
    order(tmp_path, {**PAPER, **more, "paper-B-large-18.pdf": "practice_paper", "editions.pdf": "edition_sheet"})
    (tmp_path / "paper-B.pdf").write_bytes(b"with notes in the margin")
    built = order(tmp_path, PAPER, "again")
    assert built.removed == ("mark-scheme-C.pdf", "paper-C.pdf")
    assert {"mark-scheme-B.pdf", "paper-B.pdf", "paper-B-large-18.pdf", "editions.pdf"} <= {path.name for path in tmp_path.iterdir()}
    assert any("mark-scheme-B.pdf, paper-B-large-18.pdf of an earlier order were kept with it" in each for each in built.told)


def test_another_topics_versions_stay_where_nothing_takes_their_names(tmp_path: Path) -> None:
    tides = {**PAPER, "self-marking-A.pdf": "self_marking", "paper-B.pdf": "practice_paper", "mark-scheme-B.pdf": "mark_scheme"}
    order(tmp_path, tides, topic="tides")
    built = order(tmp_path, PAPER, topic="rivers")
    assert built.removed == ("self-marking-A.pdf",), "what goes with a paper that is replaced goes with it"
    assert any("mark-scheme-A.pdf, paper-A.pdf of another order were replaced" in each and "--output" in each for each in built.told)
    assert named(tmp_path) == ["mark-scheme-A.pdf", "mark-scheme-B.pdf", "paper-A.pdf", "paper-B.pdf"]
    assert not faults(tmp_path)


def test_papers_of_other_topics_are_known_before_they_are_replaced(tmp_path: Path) -> None:
    assert papers_of_others(tmp_path, ("rivers",)) == ()
    order(tmp_path, PAPER, "of tides", topic="tides")
    order(tmp_path, PACK, topic="rivers")
    assert papers_of_others(tmp_path, ("rivers",)) == ("Title of tides",)
    assert papers_of_others(tmp_path, ("tides",)) == ()
    (tmp_path / MANIFEST).write_text("[]")
    assert papers_of_others(tmp_path, ("rivers",)) == ()


def test_a_class_set_keeps_no_company_of_another_topic(tmp_path: Path) -> None:
    order(tmp_path, {**PAPER, "paper-B.pdf": "practice_paper"}, topic="tides")
    built = order(tmp_path, {**PAPER, "paper-class-set.pdf": "class_set"}, topic="rivers")
    assert built.removed == ("paper-B.pdf",)


def test_the_sheet_of_editions_goes_with_them(tmp_path: Path) -> None:
    order(tmp_path, {**PAPER, "editions.pdf": "edition_sheet"})
    assert order(tmp_path, PAPER, "again").removed == ("editions.pdf",)


def test_nothing_is_written_over_a_print_runs_manifest(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"product": "print-run"}')
    with pytest.raises(HoldsRunError, match="holds a print run"):
        order(tmp_path, PAPER)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_folder_of_one_order_at_a_time_forgets_the_others(tmp_path: Path) -> None:
    order(tmp_path, {"quiz-A.pdf": "worksheet"})
    order(tmp_path, {"cloze-A.pdf": "worksheet"})
    clear_earlier(tmp_path)
    assert named(tmp_path) == ["cloze-A.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cloze-A.pdf", MANIFEST]
    assert not faults(tmp_path)


def test_coverage_knows_the_forms_of_earlier_orders(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    value = json.loads((tmp_path / MANIFEST).read_bytes())
    value["forms"] = [{"version": "A", "questions": [{"parts": [{"item": "rates.q1"}]}]}]
    value["seal"] = manifest_seal(value)
    (tmp_path / MANIFEST).write_text(json.dumps(value))
    order(tmp_path, PACK)
    assert used_items((tmp_path,)) == {"rates.q1"}


def failing(files: dict[Path, bytes], bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write files on a disk that refuses what is to be `bad`."""
    from packbuilder.app import writing

    opened = writing._opened

    def refuse(path: Path, mode: int) -> int:
        if path.name.startswith(f".{bad.name}."):
            raise OSError(27, "File too large")
        return opened(path, mode)

    monkeypatch.setattr(writing, "_opened", refuse)
    with pytest.raises(CannotWriteError, match=f"{bad.name}: File too large"):
        write_all_or_none(files.items())


@pytest.mark.parametrize("count", [2, 12])
def test_where_one_file_cannot_be_written_none_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(count)]
    write_all_or_none((path, b"old") for path in paths)
    failing(dict.fromkeys(paths, b"new and longer"), paths[-1], monkeypatch)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}
    assert len(list(tmp_path.iterdir())) == count


def test_a_file_that_somebody_else_has_made_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "paper-A.pdf").write_text("mine")
    with pytest.raises(OthersFileError, match=r"paper-A\.pdf is there already"):
        order(tmp_path, PAPER)
    assert [path.name for path in tmp_path.iterdir()] == ["paper-A.pdf"]
    assert (tmp_path / "paper-A.pdf").read_text() == "mine"


def test_nor_is_it_beside_files_that_are_ours(tmp_path: Path) -> None:
    order(tmp_path, PACK)
    (tmp_path / "paper-A.pdf").write_text("mine")
    with pytest.raises(OthersFileError):
        order(tmp_path, PAPER)
    assert (tmp_path / "paper-A.pdf").read_text() == "mine"


def test_a_manifest_of_another_program_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "my web page"}')
    with pytest.raises(OthersFileError):
        order(tmp_path, PAPER)


def test_what_a_run_that_was_killed_has_written_is_no_other_file(tmp_path: Path) -> None:
    order(tmp_path, PAPER)
    (tmp_path / MANIFEST).unlink()
    order(tmp_path, PAPER)
    assert not faults(tmp_path)
