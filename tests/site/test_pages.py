"""The site's pages: what a reader and a program find on them, whatever packs are called."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.model.site import SiteSpec
from packbuilder.site.pages import POLICY, reading_page, site_pages, slug
from packbuilder.site.values import Download, Picture, Shelf, Site, SitePack, SiteTopic
from packbuilder.wording import languages

SHA = "0123456789abcdef" * 4
URL = "https://packs.example.org/"
HOSTILE = "</script><script>alert(1)</script>\" onload='x' & {{ 7*7 }} <img src=x>"


def download(name: str, **more: object) -> Download:
    values: dict[str, object] = {"edition": "", "bytes": 2048, "pages": 2, "sha256": SHA, "changed": "2026-11-25", **more}
    return Download(href=f"files/soils/{name}", format=name.rpartition(".")[2], **values)  # type: ignore[arg-type]  # names are Download's own


def topic(**more: object) -> SiteTopic:
    values: dict[str, object] = {
        "page": "soils", "title": "Soils", "subject": "Geography", "qualification": "GCSE", "level": "Level 2", "language": "en-GB",
        "terms": ("Humus", "Leaching"), **more,
    }  # fmt: skip
    return SiteTopic(**values)  # type: ignore[arg-type]  # names are SiteTopic's own


def pack(name: str = "soils", **more: object) -> SitePack:
    shelves = (
        Shelf(
            product="practice_paper",
            version="A",
            kind="",
            downloads=(
                download("paper-A.pdf", pictures=(Picture(href="pictures/0-1.webp", width=300, height=424),)),
                download("paper-A-large-18.pdf", edition="large-18"),
                download("paper-A-reader.html", edition="reader", pages=0),
                download("paper-A-reader.docx", edition="reader", pages=0),
            ),
        ),
        Shelf(product="worksheet", version="A", kind="cloze", downloads=(download("cloze-A.pdf"),)),
    )
    values: dict[str, object] = {
        "name": name, "title": "Soils", "description": "", "language": "en-GB", "topics": (topic(),), "shelves": shelves,
        "changed": "2026-11-25", "readable": True, **more,
    }  # fmt: skip
    return SitePack(**values)  # type: ignore[arg-type]  # names are SitePack's own


def site(*packs: SitePack, title: str = "Shelf", **spec: str) -> Site:
    return Site(spec=SiteSpec(**{"url": URL, **spec}), title=title, packs=packs, changed="2026-11-25" if packs else "")  # type: ignore[arg-type]  # names are SiteSpec's own


def pages(whole: Site) -> dict[str, str]:
    return {name: data.decode() for name, data in site_pages(whole)}


class Tags(HTMLParser):
    """Collects a page's elements, and holds them against what HTML lets stand without an end."""

    VOID = frozenset({"meta", "link", "img", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_page_has_a_policy_a_title_one_main_heading_and_a_language() -> None:
    found = {name: Tags(text) for name, text in pages(site(pack())).items() if name.endswith(".html")}
    assert set(found) == {
        "index.html", "packs/soils.html", "topics/soils.html", "subjects/geography.html", "about.html", "404.html",
    }  # fmt: skip
    for tags in found.values():
        names = [tag for tag, _ in tags.all]
        assert names.count("h1") == names.count("main") == names.count("title") == 1
        assert ("html", {"lang": "en-GB"}) in tags.all
        assert [values["content"] for tag, values in tags.all if values.get("http-equiv") == "Content-Security-Policy"] == [POLICY]


def test_no_page_has_a_script_or_a_style_of_its_own() -> None:
    for text in pages(site(pack())).values():
        for tag, values in Tags(text).all if text.startswith("<!DOCTYPE") else ():
            assert tag != "style"
            assert "style" not in values
            assert not [name for name in values if name.startswith("on")]
            assert tag != "script" or values.get("src") or values["type"] == "application/ld+json"
            for name in ("src", "href"):
                assert not str(values.get(name)).startswith(("http:", "//", "javascript:"))
    assert "'unsafe" not in POLICY


@pytest.mark.parametrize("place", ["title", "description", "topic", "subject", "level", "term", "site", "licence", "publisher"])
def test_hostile_words_stay_words(place: str) -> None:
    spec = {key: HOSTILE for key in ("description", "licence", "publisher") if key == place}
    about = topic(
        **{"topic": {"title": HOSTILE}, "subject": {"subject": HOSTILE}, "level": {"level": HOSTILE}, "term": {"terms": (HOSTILE,)}}.get(
            place, {}
        )
    )
    whole = site(
        pack(topics=(about,), **({place: HOSTILE} if place in ("title", "description") else {})),
        title=HOSTILE if place == "site" else "Shelf",
        **spec,
    )
    seen = 0
    for name, text in pages(whole).items():
        if name.endswith(".html"):
            tags = Tags(text)
            assert not [values for tag, values in tags.all if "onload" in values or values.get("src") == "x"]
            assert len([tag for tag, _ in tags.all if tag == "script"]) <= 3
            seen += HOSTILE in "".join(tags.words) or any(HOSTILE in (value or "") for _, values in tags.all for value in values.values())
            for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
                json.loads(data)
        elif name.endswith(".xml"):
            ElementTree.fromstring(text)  # our own
    assert seen or place == "term"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_give_pages_that_are_well_formed(title: str, term: str) -> None:
    words = title.replace("\x00", "")
    for name, text in pages(site(pack(title=words, topics=(topic(title=words, terms=(term,)),)))).items():
        if name.endswith(".html"):
            Tags(text)


def test_a_download_is_told_with_its_edition_pages_size_and_checksum() -> None:
    text = pages(site(pack()))["packs/soils.html"]
    words = " ".join("".join(Tags(text).words).split())
    assert "Practice paper, version A, Standard (PDF) 2 pages, 2 KB, changed 25 November 2026" in words
    assert "Practice paper, version A, Large print, 18 point (PDF)" in words
    assert (
        "Practice paper, version A, Screen reader (HTML) 2 KB, changed 25 November 2026 Practice paper, version A, Screen reader (Word)"
        in words
    )
    assert "Fill the gaps, version A (PDF)" in words
    assert SHA in words


def test_programs_are_told_what_a_pack_is() -> None:
    text = pages(site(pack(), licence="CC BY 4.0", licence_url="https://example.org/by"))["packs/soils.html"]
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    value = json.loads(data)
    assert value["@type"] == "LearningResource"
    assert (value["name"], value["educationalLevel"], value["teaches"]) == ("Soils", ["Level 2"], ["Soils"])
    assert value["license"] == "https://example.org/by"
    assert {"taggedPDF", "largePrint", "MathML"} <= set(value["accessibilityFeature"])
    assert value["encoding"][0] == {
        "@type": "MediaObject", "contentUrl": f"{URL}files/soils/paper-A.pdf", "encodingFormat": "application/pdf", "contentSize": "2048",
        "sha256": SHA,
    }  # fmt: skip
    tags = {values.get("property"): values.get("content") for _, values in Tags(text).all}
    assert tags["og:title"] == "Soils – Shelf"
    assert tags["og:url"] == f"{URL}packs/soils.html"
    assert tags["og:image"] == f"{URL}pictures/0-1.webp"


def test_the_feed_and_the_sitemap_name_every_page_with_its_day() -> None:
    found = pages(site(pack(), pack("older", changed="2026-01-02")))
    atom = {"a": "http://www.w3.org/2005/Atom"}
    feed = ElementTree.fromstring(found["feed.xml"])  # our own
    assert [entry.findtext("a:updated", namespaces=atom) for entry in feed.findall("a:entry", atom)] == [
        "2026-11-25T00:00:00Z",
        "2026-01-02T00:00:00Z",
    ]
    assert len({entry.findtext("a:id", namespaces=atom) for entry in feed.findall("a:entry", atom)}) == 2
    for needed in ("title", "id", "updated", "author"):
        assert feed.find(f"a:{needed}", atom) is not None
    places = re.findall("<loc>(.*?)</loc>", found["sitemap.xml"])
    expected = {f"{URL}{name}" for name in found if name.endswith(".html") and name != "404.html"} | {
        f"{URL}read/{name}.html" for name in ("soils", "older")
    }
    assert set(places) == expected
    assert f"Sitemap: {URL}sitemap.xml" in found["robots.txt"]


def test_without_an_address_nothing_pretends_to_one() -> None:
    found = pages(site(pack(), url=""))
    assert "sitemap.xml" not in found
    assert "Sitemap" not in found["robots.txt"]
    assert "og:url" not in found["packs/soils.html"]
    assert '"contentUrl":"../files/soils/paper-A.pdf"' in found["packs/soils.html"]
    assert "urn:uuid:" in found["feed.xml"]


def test_the_search_index_is_a_script_of_ascii_data() -> None:
    text = pages(site(pack(title="Énergie </script>", topics=(topic(terms=("Swash & backwash",)),))))["search-index.js"]
    assert text.isascii()
    assert "<" not in text
    value = json.loads(text.removeprefix("window.packIndex = ").rstrip().removesuffix(";"))
    assert value == [["soils", "Énergie </script> | Soils | Geography | GCSE | Level 2", ["Swash & backwash"]]]


def test_few_packs_stand_in_one_list_and_many_under_their_subjects() -> None:
    few = pages(site(*(pack(f"p{number}") for number in range(12))))["index.html"]
    many = pages(site(*(pack(f"p{number}", topics=(topic(subject=f"S{number % 3}"),)) for number in range(13))))["index.html"]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", few) == ["Packs"]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", many) == ["S0", "S1", "S2"]


def test_many_subjects_have_a_page_of_their_own() -> None:
    found = pages(site(*(pack(f"p{number}", topics=(topic(subject=f"Subject {number}"),)) for number in range(9))))
    assert found["subjects.html"].count('href="subjects/') == 9
    assert found["index.html"].count('href="subjects/') == 0
    assert 'href="subjects.html"' in found["index.html"]


@pytest.mark.parametrize("language", languages())
def test_a_site_speaks_one_language(language: str) -> None:
    whole = site(pack(papers_from="2027-05-14", answers_from="2027-05-21"), language=language)
    text = "".join(pages(whole).values()) + reading_page(whole, whole.packs[0], "<p>body</p>").decode()
    assert f'<html lang="{language}">' in text
    assert ("Search packs" in text) is (language == "en")
    assert ("Chwilio pecynnau" in text) is (language == "cy")


def test_an_empty_site_says_so() -> None:
    assert "There are no packs yet." in pages(site())["index.html"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Community Development", "community-development"), ("A/B", "a2fb"), ("..", "2e2e"), ("Ökologie", "f6kologie"), ("", "-")],
)
def test_names_of_pages_are_harmless(text: str, expected: str) -> None:
    assert slug(text) == expected
