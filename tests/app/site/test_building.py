"""Building the site: what stands on it and what does not, when, and what is done again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copy, copytree, rmtree
from zipfile import ZipFile

import pytest

from packbuilder.app.site.building import TakenNameError
from packbuilder.app.site.lock import BusySiteError
from packbuilder.app.site.parts import UnsearchableError
from packbuilder.app.site.secrets import LeakError
from packbuilder.app.site.words import squashed
from packbuilder.typeset.reading.words import pdf_words
from tests.site.projects import build, make_project, say, site_files

HERE = Path.cwd()


@pytest.fixture(scope="module", autouse=True)
def _dated() -> Iterator[None]:
    """Decks of cards are dated by their sources, whose dates copies of a project do not share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1764000000")
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("built"))
    build(folder)
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the finished project, to be changed."""
    folder = tmp_path / "project"
    copytree(built, folder)
    yield folder
    rmtree(folder)


def test_every_file_for_students_is_there_as_it_was_made(built: Path) -> None:
    files = site_files(built)
    manifest = json.loads((built / "output" / "chemistry-mock" / "manifest.json").read_bytes())
    published = {name.removeprefix("files/chemistry-mock/") for name in files if name.startswith("files/chemistry-mock/")}
    answers = {name for name, entry in manifest["files"].items() if entry["product"] in ("mark_scheme", "worksheet_answers")}
    assert answers == {"mark-scheme-A.pdf", "mark-scheme-B.pdf", "mark-scheme-C.pdf", "cloze-A-answers.pdf"}
    assert published == set(manifest["files"]) - answers - {"editions.pdf"}
    for name in published:
        assert sha256(files[f"files/chemistry-mock/{name}"]).hexdigest() == manifest["files"][name]["sha256"]


def test_nothing_of_a_withheld_scheme_is_in_any_file_not_even_its_name(built: Path) -> None:
    schemes = {sha256(path.read_bytes()).hexdigest() for path in (built / "output").rglob("mark-scheme-*.pdf")}
    files = site_files(built)
    assert len(schemes) == 3
    assert not schemes & {sha256(data).hexdigest() for data in files.values()}
    assert not [name for name in files if "scheme" in name]
    assert not [name for name, data in files.items() if name.endswith((".html", ".js", ".xml")) and b"mark-scheme" in data]


def test_the_checksums_are_those_of_every_file(built: Path) -> None:
    files = site_files(built)
    listed = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
    assert listed == {name: sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}
    assert {"index.html", "site.js", "search-index.js"} < listed.keys()
    assert any(name.startswith("files/") for name in listed)


def test_every_link_leads_to_a_file_of_the_site(built: Path) -> None:
    root = built / "output" / "site"
    seen = 0
    for page in root.rglob("*.html"):
        if "files" in page.parts:
            continue
        for link in re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8")):
            if link.startswith(("https://", "#", "data:")) or link == "/":
                continue
            target, _, anchor = link.partition("#")
            # A lost page is shown wherever something is missing: its links lead from the head of the site.
            file = (root / target[1:] if target.startswith("/") else page.parent / target).resolve()
            assert file.is_file(), f"{page.name}: {link}"
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), f"{page.name}: {link}"
            seen += 1
    assert seen > 100


def test_a_second_building_does_nothing_and_a_stray_change_is_mended(project: Path) -> None:
    before = site_files(project)
    # The folder has moved, as projects do; what it is made of has not.
    assert build(project).site is None
    (project / "output" / "site" / "index.html").write_text("scribbled over")
    mended = build(project)
    assert (mended.counts.written, mended.rebuilt) == (1, ())
    assert site_files(project) == before


def test_only_the_pack_whose_notes_changed_is_made_again(project: Path) -> None:
    before = site_files(project)
    notes = project / "sources" / "tides.txt"
    notes.write_text(notes.read_text("utf-8").replace("twice a day", "twice every day"), "utf-8")
    built = build(project, today="2026-12-01")
    assert built.rebuilt == ("tides",)
    changed = {name for name, data in site_files(project).items() if before.get(name) != data}
    assert {"files/tides/revision-pack.pdf", "packs/tides.html", "read/tides.html", "feed.xml"} <= changed
    assert not [name for name in changed if name.startswith("files/chemistry-mock")]
    page = site_files(project)
    assert b'<time datetime="2026-12-01">' in page["packs/tides.html"]
    assert b'<time datetime="2026-11-25">' in page["packs/chemistry-mock.html"], "what has not changed keeps its date"


def test_what_the_project_no_longer_has_is_removed_and_what_is_not_the_sites_own_stays(project: Path) -> None:
    (project / "output" / "site" / "CNAME").write_text("packs.example.org")
    yaml = project / "packbuilder.yaml"
    yaml.write_text(yaml.read_text().split("  - name: tides")[0])
    built = build(project)
    files = site_files(project)
    assert not [name for name in files if "tides" in name]
    assert not (project / "output" / "site" / "files" / "tides").exists()
    assert files["CNAME"] == b"packs.example.org"
    assert built.foreign == ("CNAME",)
    shown = set(re.findall(rb"pictures/[^\"]+", b"".join(data for name, data in files.items() if name.endswith(".html"))))
    assert {name.encode() for name in files if name.startswith("pictures/")} == {name for name in shown if name.endswith(b".webp")}


@pytest.mark.parametrize(
    ("day", "there"), [("2026-11-24", True), ("2026-11-25", True), ("2026-11-26", False), ("never", False), ("now", True)]
)
def test_schemes_are_there_from_their_day_on(project: Path, day: str, there: bool) -> None:
    say(project, release=day)
    built = build(project)
    names = {name for name in site_files(project) if name.startswith("files/chemistry-mock/")}
    assert ("files/chemistry-mock/mark-scheme-A.pdf" in names) is there
    assert ("files/chemistry-mock/cloze-A-answers.pdf" in names) is there
    page = site_files(project)["packs/chemistry-mock.html"].decode()
    assert ("Mark schemes and answers will be here from 26 November 2026." in page) is (day == "2026-11-26")
    assert built.site is None or (built.withheld == 0) is there


def test_a_day_that_comes_releases_and_a_release_taken_back_removes(project: Path) -> None:
    say(project, release="2026-12-01")
    build(project)
    assert "files/chemistry-mock/mark-scheme-A.pdf" not in site_files(project)
    build(project, today="2026-12-01")
    assert "files/chemistry-mock/mark-scheme-A.pdf" in site_files(project)
    say(project, release="never")
    build(project, today="2026-12-01")
    assert "files/chemistry-mock/mark-scheme-A.pdf" not in site_files(project)


def test_papers_wait_for_their_own_day(project: Path) -> None:
    say(project, release="{papers: 2027-05-14, schemes: 2027-05-21}")
    build(project)
    files = site_files(project)
    assert not [name for name in files if "/paper-" in name]
    assert b"The practice papers will be here from 14 May 2027." in files["packs/chemistry-mock.html"]


def test_the_questions_of_a_paper_that_is_not_out_are_secret_too(project: Path) -> None:
    asked = "What mass of sodium hydroxide is dissolved in 250 cm³ of a solution of concentration 0.400 mol/dm³?"
    (project / "output" / "site" / "hint.txt").write_text(f"{asked} The relative formula mass of NaOH is 40.", "utf-8")
    build(project)
    say(project, release="{papers: 2027-05-14, schemes: 2027-05-21}")
    with pytest.raises(LeakError, match=r"hint\.txt"):
        build(project)


def test_a_pack_that_is_not_listed_is_not_there_and_its_scheme_is_still_a_secret(project: Path) -> None:
    yaml = project / "packbuilder.yaml"
    yaml.write_text(yaml.read_text().replace("    release: never\n", "    release: never\n    listed: false\n"))
    build(project)
    assert not [name for name in site_files(project) if "chemistry" in name]
    (project / "output" / "site" / "hint.txt").write_text(SECRET, "utf-8")
    with pytest.raises(LeakError, match=r"hint\.txt"):
        build(project)


SECRET = "Read the burette at eye level from the bottom of the meniscus, to the nearest 0.05 cm³."
"""What the scheme of a withheld paper credits: a step of a question of the bank. The notes do not say it."""

PLACES = {
    "a page of text": ("notes.html", lambda words: f"<p>{words}</p>".encode()),
    "a page with tags inside": ("notes.html", lambda words: words.replace(" ", " <b>", 3).encode()),
    "an attribute": ("notes.html", lambda words: f'<img alt="{words}">'.encode()),
    "a script, escaped": ("more.js", lambda words: json.dumps(words).replace("e", "\\u0065").encode()),
    "broken over lines and in capitals": ("more.txt", lambda words: words.upper().replace(" ", "-\n").encode()),
    "entities": ("notes.html", lambda words: "".join(f"&#{ord(sign)};" for sign in words).encode()),
}


@pytest.mark.parametrize("place", PLACES)
def test_withheld_wording_anywhere_stops_the_building_and_nothing_is_written(project: Path, place: str) -> None:
    name, planted = PLACES[place]
    (project / "output" / "site" / name).write_bytes(planted(SECRET))
    notes = project / "sources" / "tides.txt"
    notes.write_text(notes.read_text("utf-8").replace("twice a day", "twice every day"), "utf-8")
    before = site_files(project)
    with pytest.raises(LeakError) as caught:
        build(project)
    assert name in str(caught.value)
    assert SECRET in str(caught.value)
    assert site_files(project) == before


def test_a_scheme_that_somebody_puts_there_under_another_name_is_found(project: Path) -> None:
    schemes = sorted((project / "output" / "chemistry-mock").glob("mark-scheme-*.pdf"))
    for scheme in schemes:
        copy(scheme, project / "output" / "site" / "homework.pdf")
        with pytest.raises(LeakError, match=r"homework\.pdf, page"):
            build(project)


def test_notes_that_give_a_withheld_answer_away_are_told_by_their_pack(project: Path) -> None:
    bank = project / "sources" / "tides.bank.yaml"
    bank.write_text(
        f"bank: {{topic: tides}}\nitems:\n  - id: steal\n    kind: short_answer\n    stem: Describe how to read a burette.\n    marks: 1\n"
        f"    points:\n      - text: {SECRET!r}\n",
        "utf-8",
    )
    with pytest.raises(LeakError) as caught:
        build(project)
    assert "files/tides/revision-pack.pdf, page" in str(caught.value)


def test_what_the_notes_say_to_students_is_no_secret(built: Path) -> None:
    # The papers ask what the notes say: their derived answers stand in the pack, and no building fails for it.
    assert b"Acid" in site_files(built)["read/chemistry-mock.html"]


def test_a_pack_may_not_take_the_sites_folder(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "taken")
    yaml = folder / "packbuilder.yaml"
    yaml.write_text(yaml.read_text().replace("name: tides", "name: site"))
    with pytest.raises(TakenNameError, match=r"packbuilder\.yaml:14"):
        build(folder)


def test_without_an_address_there_is_no_sitemap_and_the_feed_names_itself(project: Path) -> None:
    say(project, url="")
    build(project)
    files = site_files(project)
    assert "sitemap.xml" not in files
    assert b"urn:uuid:" in files["feed.xml"]
    assert b"og:url" not in files["index.html"]


def test_the_same_project_gives_the_same_site_elsewhere(built: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "elsewhere")
    build(other)
    assert site_files(other) == site_files(built)


def test_practice_leaves_out_what_a_withheld_paper_asks_of_a_bank(built: Path, tmp_path: Path) -> None:
    def said(folder: Path) -> str:
        pack = folder / "output" / "chemistry-mock" / "revision-pack.pdf"
        return " ".join(text for _, text in pdf_words(pack.read_bytes(), name=pack.name))

    manifest = json.loads((built / "output" / "chemistry-mock" / "manifest.json").read_bytes())
    asked = {
        part["item"] for form in manifest["forms"] for question in form["questions"] for part in question["parts"] if part["rule"] == "bank"
    }
    assert asked, "the papers ask questions of a bank"
    free = make_project(tmp_path / "free", release="now")
    build(free)
    assert squashed(SECRET) in squashed(said(free)), "where the schemes are out the pack may practise with them"
    assert squashed(SECRET) not in squashed(said(built))


def test_worksheets_leave_it_out_too(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "sheets")
    yaml = folder / "packbuilder.yaml"
    yaml.write_text(
        yaml.read_text().replace("kinds: [cloze], versions: 1", "kinds: [mark-this-answer, sequencing], versions: 2, answers: back")
    )
    build(folder)
    manifest = json.loads((folder / "output" / "chemistry-mock" / "manifest.json").read_bytes())
    # There is one sequence, which the paper asks: what is named is made all the same, and the search of the site has the last word.
    assert {f"{kind}-{code}.pdf" for kind in ("mark-this-answer", "sequencing") for code in "AB"} <= set(manifest["files"])


def test_answers_that_the_notes_give_in_other_words_are_no_secret(project: Path) -> None:
    # “Acid: Acid is ...” is asked, indexed and printed on cards as “Acid: ...”.
    notes = project / "sources" / "chemistry" / "rates-of-reaction.txt"
    text = notes.read_text("utf-8")
    heading = "Key Concepts & Core Principles\n"
    assert heading in text
    doubled = "".join(f"- {term}: {term} is {what}.\n" for term, what in VOLUMES.items())
    notes.write_text(text.replace(heading, heading + doubled), "utf-8")
    yaml = project / "packbuilder.yaml"
    for seed in (1, 2, 3):
        yaml.write_text(re.sub(r"seed: \d+", f"seed: {seed}", yaml.read_text()).replace("versions: 3, ", "versions: 1, "))
        build(project)


VOLUMES = {
    "Volume": "how much space in three dimensions a reacting substance takes up",
    "Balance": "an instrument that tells the mass of what is reacting on it",
    "Gas syringe": "an instrument that tells the volume of a gas while a reaction goes on",
}


def test_what_a_person_has_made_of_a_derived_question_is_a_secret(project: Path) -> None:
    own = "Only a person who weighs the flask twice can be sure of it"
    main(["draft", "rates-of-reaction"], project)
    (review,) = (project / "sources").rglob("*.reviewed.bank.yaml")
    review.write_text(reviewed(review.read_text("utf-8"), own), "utf-8")
    yaml = project / "packbuilder.yaml"
    yaml.write_text(yaml.read_text().replace("marks: 50, versions: 3", "marks: 60, versions: 1"))
    build(project)
    manifest = json.loads((project / "output" / "chemistry-mock" / "manifest.json").read_bytes())
    asked = [part["item"] for form in manifest["forms"] for question in form["questions"] for part in question["parts"]]
    (first, *_) = (
        item.rpartition(".")[2]
        for item in asked
        if item.startswith("rates-of-reaction.p-") and item.rpartition(".")[2] in review.read_text()
    )
    (project / "output" / "site" / "hint.txt").write_text(f"{own} of {first}", "utf-8")
    with pytest.raises(LeakError, match=r"hint\.txt"):
        build(project)


def main(words: list[str], folder: Path) -> None:
    command = [sys.executable, "-m", "packbuilder", *words]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(HERE)}, check=True, capture_output=True)


def _id(entry: str) -> str:
    return entry.partition("- id: ")[2].split()[0]


def reviewed(text: str, own: str) -> str:
    """Approve the questions of marking points in a review file, and let each credit something that the notes do not say."""
    head, *entries = re.split(r"(?=\n  - id: )", text)
    points = [entry for entry in entries if "- id: p-" in entry and "may_include:\n" in entry]
    assert points
    return head + "".join(
        entry.replace("status: draft", "status: approved").replace("may_include:\n", f"may_include:\n    - {own} of {_id(entry)}\n")
        for entry in points
    )


@pytest.mark.parametrize("name", ["answers", "answers.pdf", "more/all.zip"])
def test_a_scheme_without_a_word_of_its_own_is_known_by_its_bytes_and_its_name(project: Path, name: str) -> None:
    target = project / "output" / "site" / name
    target.parent.mkdir(exist_ok=True)
    schemes = list((project / "output" / "chemistry-mock").glob("*-answers.pdf"))
    assert schemes
    for scheme in schemes:
        if name.endswith(".zip"):
            with ZipFile(target, "w") as archive:
                archive.write(scheme, "x")
        else:
            copy(scheme, target)
        with pytest.raises(LeakError, match=r"chemistry-mock/cloze-A-answers\.pdf"):
            build(project)


@pytest.mark.parametrize("place", ["schemes", "scheme.pdf", "nowhere", "files"])
def test_links_are_refused(project: Path, place: str) -> None:
    site = project / "output" / "site"
    targets = {"schemes": "../chemistry-mock", "scheme.pdf": "../chemistry-mock/mark-scheme-A.pdf", "nowhere": "missing", "files": ".."}
    if (site / place).is_dir():
        rmtree(site / place)
    (site / place).symlink_to(targets[place])
    with pytest.raises(UnsearchableError, match=f"{place} .* link"):
        build(project)


def test_what_a_killed_run_left_half_written_is_removed(project: Path) -> None:
    left = project / "output" / "site" / "files" / "tides" / ".revision-pack.pdf.part"
    left.write_bytes(b"half")
    (project / "output" / "site" / "about.html").unlink()
    assert build(project).foreign == ()
    assert not left.exists()


def test_one_building_at_a_time(project: Path) -> None:
    (project / "output" / "site" / "about.html").unlink()
    holding = (
        "import sys, pathlib; from packbuilder.app.site.lock import alone; output = pathlib.Path(sys.argv[1])\n"
        "with alone(output / 'site', output / '.site'): print('held', flush=True); sys.stdin.read()"
    )
    held = subprocess.Popen(
        [sys.executable, "-c", holding, str(project / "output")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE
    )
    assert held.stdout is not None
    held.stdout.readline()
    with pytest.raises(BusySiteError, match="another run"):
        build(project)
    held.communicate()
    build(project)


def test_subjects_that_differ_in_capitals_are_one(project: Path) -> None:
    notes = project / "sources" / "tides.txt"
    text = re.sub(r'subject: ".*"', "subject: CHEMISTRY", notes.read_text("utf-8"))
    notes.write_text(text, "utf-8")
    build(project)
    files = site_files(project)
    assert [name for name in files if name.startswith("subjects/")] == ["subjects/chemistry.html"]
    assert b"packs/tides.html" in files["subjects/chemistry.html"]
    assert b"packs/chemistry-mock.html" in files["subjects/chemistry.html"]
