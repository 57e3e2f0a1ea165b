"""The local page as a tutor uses it, in a real browser."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, axe, scrolls_sideways
from tests.browser.serving import ROOT, Served, serving
from tests.local.asking import write_notes

HOSTILE = '<script>document.title = "script ran"</script>"><img src=x onerror="document.title = 1">'


ZOOMED = {"width": 320, "height": 256}
"""A desktop window at 400 %."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A project with the sample chemistry, a hostile topic and a Welsh one."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "sources").mkdir()
    (folder / "packbuilder.yaml").write_text("title: My class\npacks: [{name: all, topics: [rates-of-reaction]}]\n", encoding="utf-8")
    shutil.copytree(ROOT / "sources" / "chemistry", folder / "sources" / "chemistry")
    write_notes(folder / "sources", name="hostile.txt", title=HOSTILE)
    hostile = folder / "sources" / "hostile.txt"
    hostile.write_text(hostile.read_text(encoding="utf-8").replace("id: rates", "id: hostile"), encoding="utf-8")
    welsh = write_notes(folder / "sources", name="welsh.txt", title="Cyfraddau adwaith", language="cy")
    welsh.write_text(welsh.read_text(encoding="utf-8").replace("id: rates", "id: welsh"), encoding="utf-8")
    with serving(folder) as running:
        yield running


def opened(page: Page, served: Served) -> Page:
    page.goto(served.url)
    expect(page.get_by_role("heading", name="Choose topics")).to_be_visible()
    return page


def ordered(page: Page, *names: str) -> None:
    """Choose and make, and wait for the pages."""
    for name in names:
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Make it").click()
    expect(page.locator("#status")).to_contain_text(re.compile("Done|could not"))
    assert "Done." in page.locator("#status").inner_text(), page.locator("#outcome").inner_text()


def sound(page: Page, state: str) -> None:
    """Hold a state of the page to what every state must be."""
    assert axe(page) == [], state
    assert not scrolls_sideways(page), state


def download(page: Page, name: str, folder: Path) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def test_three_clicks_make_a_worksheet_and_what_is_downloaded_is_in_the_folder(page: Page, served: Served, tmp_path: Path) -> None:
    start = time.monotonic()
    opened(page, served)
    ordered(page, "Rates of reaction", "Worksheet")
    expect(page.locator("#result-head")).to_be_focused()
    expect(page.locator(".shot img").first).to_have_js_property("complete", True)
    assert page.locator(".shot img").first.evaluate("image => image.naturalWidth") == 440
    assert time.monotonic() - start < 60
    folder = served.folder / "output" / "worksheet-rates-of-reaction"
    assert download(page, "Download Fill the gaps, version A", tmp_path) == (folder / "cloze-A.pdf").read_bytes()
    assert download(page, "Download Answers: Fill the gaps", tmp_path) == (folder / "cloze-A-answers.pdf").read_bytes()
    assert download(page, "Download all", tmp_path)[:2] == b"PK"


def test_a_paper_with_versions_and_another_draw(page: Page, served: Served, tmp_path: Path) -> None:
    opened(page, served)
    page.get_by_label("Practice paper").check()
    page.get_by_label("Marks in all").fill("20")
    page.get_by_label("Versions").fill("2")
    ordered(page, "Acids, alkalis and titration")
    expect(page.get_by_role("heading", name="Mark scheme, version B")).to_be_visible()
    file = served.folder / "output" / "paper-acids-and-titration" / "paper-B.pdf"
    first = download(page, "Download Practice paper, version B", tmp_path)
    assert first == file.read_bytes()
    key = page.locator(".made").get_attribute("data-key")
    page.get_by_role("button", name="Another draw").click()
    expect(page.locator(f".made:not([data-key='{key}'])")).to_be_visible()
    assert page.get_by_label("Draw number").input_value() == "2"
    assert file.read_bytes() != first


def test_more_marks_than_there_are_is_said_before_anything_is_made(page: Page, served: Served) -> None:
    opened(page, served)
    page.get_by_label("Practice paper").check()
    page.get_by_label("Rates of reaction", exact=True).check()
    page.get_by_label("Marks in all").fill("300")
    expect(page.locator("#doubt")).to_contain_text("You ask for 300 marks; these topics give")
    sound(page, "too many marks")
    page.get_by_label("Acids, alkalis and titration").check()
    page.get_by_label("Marks in all").fill("60")
    expect(page.locator("#doubt .warning")).to_have_count(0)
    page.get_by_label("Marks in all").fill("")
    page.get_by_label("Versions").fill("999")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("alert")).to_contain_text("Versions: write a whole number from 1 to 702.")
    sound(page, "a slip")


def test_a_mistake_appears_while_the_page_is_open_and_goes_when_it_is_mended(page: Page, served: Served) -> None:
    notes = served.folder / "sources" / "chemistry" / "rates-of-reaction.txt"
    good = notes.read_text(encoding="utf-8")
    opened(page, served)
    ordered(page, "Rates of reaction")
    try:
        notes.write_text(good.replace("Catalyst", "Cata\u0634lyst", 1), encoding="utf-8")
        expect(page.locator("#mistakes")).to_contain_text("rates-of-reaction.txt, line 16, column 7")
        expect(page.locator("#mistakes .errors mark")).to_have_text("\u0634")
        expect(page.locator(".stale")).to_contain_text("Out of date")
        expect(page.locator(".old .shot").first).to_be_visible()
        sound(page, "a mistake")
    finally:
        notes.write_text(good, encoding="utf-8")
    expect(page.locator("#mistakes .errors")).to_have_count(0)
    expect(page.locator(".stale")).to_have_count(0)
    assert page.get_by_label("Rates of reaction", exact=True).is_checked()
    notes.write_text(good.replace("title: Rates of reaction", "title: Speed of reactions"), encoding="utf-8")
    expect(page.locator(".made h3")).to_have_text("Worksheet: Speed of reactions")
    notes.write_text(good, encoding="utf-8")
    expect(page.locator(".made h3")).to_have_text("Worksheet: Rates of reaction")


def test_hostile_notes_stay_words(page: Page, served: Served) -> None:
    opened(page, served)
    page.locator("input[value=hostile]").check()
    page.get_by_role("button", name="Make it").click()
    expect(page.locator(".made h3")).to_contain_text("<script>")
    assert page.title() == "My class – packbuilder"
    assert page.locator("main img:not(.sheet)").count() == 0 and page.locator("main script").count() == 0
    sound(page, "hostile notes")


def test_welsh_topics_are_read_as_welsh(page: Page, served: Served) -> None:
    expect(opened(page, served).get_by_text("Cyfraddau adwaith")).to_have_attribute("lang", "cy")


def test_the_keyboard_is_enough(page: Page, served: Served) -> None:
    opened(page, served)
    page.get_by_label("Find a topic").focus()
    page.keyboard.type("rates of")
    expect(page.locator(".topic:visible")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#bank")).to_contain_text("1 topic gives")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "worksheet":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#result-head")).to_be_focused()
    for _ in range(8):
        page.keyboard.press("Tab")
        if "shot" in page.evaluate("document.activeElement.className"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    sound(page, "a page in large")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#large-head")).to_contain_text("Answers")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert "shot" in page.evaluate("document.activeElement.className")


def test_a_whole_subject_is_chosen_at_once(page: Page, served: Served) -> None:
    opened(page, served)
    page.get_by_role("button", name="All 4 of Chemistry").click()
    expect(page.locator("#bank")).to_contain_text("4 topics give")
    page.get_by_role("button", name="All 4 of Chemistry").click()
    expect(page.locator("#bank")).to_contain_text("Choose one or more topics")


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("dark", DESKTOP), ("light", PHONE), ("dark", ZOOMED)], ids=["desktop", "phone", "zoomed"]
)
def test_every_state_is_sound_at_every_size(browser: Browser, served: Served, scheme: str, viewport: dict[str, int]) -> None:
    page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    opened(page, served)
    sound(page, "new")
    page.get_by_text("More choices").click()
    for product in ("Practice paper", "Revision pack", "Flashcards", "Knowledge organiser", "Worksheet"):
        page.get_by_label(product, exact=True).check()
        assert not scrolls_sideways(page), product
    page.get_by_label("Rates of reaction", exact=True).check()
    page.get_by_text("What questions there are").click()
    sound(page, "unfolded")
    ordered(page)
    sound(page, "made")
    page.locator(".shot").first.click()
    sound(page, "large")
    page.close()


def test_without_script_it_is_plain_forms(browser: Browser, served: Served, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    opened(page, served)
    assert not page.get_by_label("Find a topic").is_visible()
    page.get_by_label("Rates of reaction", exact=True).check()
    page.get_by_role("button", name="What do these topics give?").click()
    expect(page.locator("#bank")).to_contain_text("1 topic gives")
    assert page.get_by_label("Rates of reaction", exact=True).is_checked()
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("heading", name="Fill the gaps, version A", exact=True)).to_be_visible()
    data = download(page, "Download Fill the gaps, version A", tmp_path)
    assert data == (served.folder / "output" / "worksheet-rates-of-reaction" / "cloze-A.pdf").read_bytes()
    page.locator(".shot").first.click()
    expect(page.get_by_role("heading", name="Fill the gaps, version A: page 1 of 1")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    page.get_by_label("Practice paper").check()
    page.get_by_label("Marks in all").fill("299")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text("This could not be made")).to_be_visible()
    expect(page.get_by_text("Out of date")).to_be_visible()
    context.close()


def test_the_view_and_messages_are_sound(page: Page, served: Served) -> None:
    opened(page, served)
    ordered(page, "Rates of reaction")
    page.goto(served.url.rstrip("/") + str(page.locator(".shot").first.get_attribute("href")))
    sound(page, "view")
    page.goto(f"{served.url}nothing")
    expect(page.get_by_text("There is nothing at this address")).to_be_visible()
    sound(page, "message")


def test_reloading_keeps_what_was_made(page: Page, served: Served) -> None:
    opened(page, served)
    ordered(page, "Rates of reaction")
    page.reload()
    expect(page.locator(".made h3")).to_have_text("Worksheet: Rates of reaction")
    assert page.get_by_label("Rates of reaction", exact=True).is_checked()


def test_what_is_chosen_while_the_notes_are_read_again_stays_chosen(page: Page, tmp_path: Path) -> None:
    for name in ("chemistry/rates-of-reaction", "physics/electric-circuits"):
        (tmp_path / Path(f"{name}.txt").name).write_bytes(Path(f"sources/{name}.txt").read_bytes())
    with serving(tmp_path) as served:
        page.goto(served.url)
        box = page.get_by_label("Rates of reaction", exact=True)
        expect(box).not_to_be_checked()

        def late(route: Route) -> None:
            # The answer to what was asked before the choice comes after it.
            answer = route.fetch()
            if not box.is_checked():
                box.check()
            route.fulfill(response=answer)

        page.route("**/pieces/folder", late)
        notes = tmp_path / "rates-of-reaction.txt"
        notes.write_text(notes.read_text("utf-8").replace("Catalyst:", "Catalysts:"), "utf-8")
        expect(page.locator("#status")).to_contain_text("The notes have changed")
        expect(box).to_be_checked()


def test_an_empty_folder_becomes_a_project_and_the_program_stops_at_once(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        page.goto(served.url)
        expect(page.get_by_role("heading", name="There are no notes here yet")).to_be_visible()
        sound(page, "empty")
        page.get_by_role("button", name="Put example notes here").click()
        page.get_by_label("Rates of reaction", exact=True).check()
        ordered(page)
        start = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - start < 8
        expect(page.locator("#status")).to_contain_text("packbuilder has stopped")
        sound(page, "stopped")
        assert served.process.stdout is not None
        assert "Traceback" not in served.process.stdout.read()


def test_notes_that_arrive_show_by_themselves(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        page.goto(served.url)
        expect(page.get_by_role("heading", name="There are no notes here yet")).to_be_visible()
        write_notes(tmp_path)
        expect(page.get_by_label("Rates of reaction")).to_be_checked()
