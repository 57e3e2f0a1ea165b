"""The site in a browser: found, filtered, downloaded and read, by hand, by keyboard, without script, on a phone and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, axe, scrolls_sideways, serve_folder
from tests.site.projects import build, make_project

KINDS = {
    "first page": "index.html",
    "pack": "packs/chemistry-mock.html",
    "hostile pack": "packs/tides.html",
    "topic": "topics/tides.html",
    "subject": "subjects/chemistry.html",
    "reading": "read/chemistry-mock.html",
    "hostile reading": "read/tides.html",
    "about": "about.html",
    "lost": "404.html",
    "reader edition": "files/chemistry-mock/paper-A-reader.html",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("site"), release="{papers: now, schemes: 2027-05-21}")
    return build(project).folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serve_folder(folder) as found:
        yield found


def shown(page: Page) -> list[str]:
    return page.locator(".pack:visible h3").all_inner_texts()


def test_typing_finds_packs_by_their_terms_and_says_where(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    expect(page.get_by_role("status")).to_have_text("2 packs")
    page.get_by_label("Search packs").type("activ")
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    assert shown(page) == ["Chemistry"]
    expect(page.locator(".found:visible")).to_have_text("Found in: Activation energy")
    page.get_by_label("Search packs").fill("energie vagues")
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    expect(page.locator(".found:visible")).to_have_text("Found in: Énergie des vagues")
    page.get_by_label("Search packs").fill("zzz")
    expect(page.get_by_role("status")).to_contain_text("No pack matches")
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("status")).to_have_text("2 of 2 packs")


def test_filters_narrow_the_list_and_the_address_remembers_them(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_label("Kind").select_option(label="Flashcards")
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    assert "kind=flashcards" in page.url
    page.reload()
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Edition").select_option(label="Large print, 18 point")
    assert shown(page) == ["Chemistry"]
    page.get_by_label("Level").select_option(label="Level '2' </script>")
    expect(page.get_by_role("status")).to_contain_text("No pack matches")


def test_a_download_is_the_file_that_was_made_byte_for_byte(page: Page, address: str, folder: Path) -> None:
    page.goto(f"{address}/packs/chemistry-mock.html")
    link = page.get_by_role("link", name="Practice paper, version A, Standard (PDF)")
    body = page.request.get(f"{address}/packs/{link.get_attribute('href')}").body()
    made = (folder.parent / "chemistry-mock" / "paper-A.pdf").read_bytes()
    assert body == made
    page.get_by_text("Checksum (SHA-256)").click()
    expect(page.get_by_text(sha256(made).hexdigest())).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Practice paper, version A, Screen reader (Word)").click()
    assert download.value.path().read_bytes() == (folder.parent / "chemistry-mock" / "paper-A-reader.docx").read_bytes()


def test_pictures_of_pages_are_drawn(page: Page, address: str) -> None:
    page.goto(f"{address}/packs/chemistry-mock.html")
    pictures = page.locator(".pages img")
    assert pictures.count() >= 8
    for at in range(pictures.count()):
        pictures.nth(at).scroll_into_view_if_needed()
        page.wait_for_function("at => document.querySelectorAll('.pages img')[at].naturalWidth === 300", arg=at)


def test_the_day_of_the_schemes_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/packs/chemistry-mock.html")
    expect(page.get_by_text("Mark schemes and answers will be here from 21 May 2027.")).to_be_visible()
    assert page.get_by_role("link", name="Mark scheme").count() == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(browser: Browser, address: str, kind: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", viewport=PHONE if scheme == "dark" else None)
    page = context.new_page()
    page.goto(f"{address}/{KINDS[kind]}")
    assert axe(page) == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(page: Page, address: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/{KINDS[kind]}")
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_notes_take_no_page_over(page: Page, address: str, kind: str) -> None:
    page.goto(f"{address}/{KINDS[kind]}")
    assert page.title() != "taken"
    page.goto(f"{address}/index.html?q=<script>document.title='taken'</script>&subject=<b>&kind[]=x")
    expect(page.get_by_role("status")).to_contain_text("packs")
    assert page.title() != "taken"


def test_without_script_everything_is_listed_and_nothing_pretends_to_work(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/index.html")
    assert len(shown(page)) == 2
    expect(page.get_by_role("search")).to_be_hidden()
    page.get_by_role("link", name="Chemistry", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chemistry")
    page.get_by_role("link", name="Read it on screen").click()
    expect(page.get_by_role("heading", name="Key concepts").first).to_be_visible()
    context.close()


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search packs")).to_be_focused()
    page.keyboard.type("titration")
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.pack') !== null"):
            break
    expect(page.get_by_role("link", name="Chemistry").last).to_be_focused()
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chemistry")


def test_the_site_works_from_a_disk(page: Page, folder: Path) -> None:
    page.goto(f"{folder.as_uri()}/index.html")
    page.get_by_label("Search packs").fill("catalyst")
    expect(page.get_by_role("status")).to_have_text("1 of 2 packs")
    page.get_by_role("link", name="Chemistry").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chemistry")


def test_nothing_is_fetched_from_elsewhere(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for place in KINDS.values():
        page.goto(f"{address}/{place}")
    assert asked
    assert not [url for url in asked if not url.startswith((address, "data:"))]


def test_paper_has_no_search_field(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    assert len(shown(page)) == 2
