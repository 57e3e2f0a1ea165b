"""The project file's site and release: what is read, and how mistakes are told."""

from __future__ import annotations

import pytest

from packbuilder.model.release import Release, reached
from packbuilder.model.site import SiteSpec
from packbuilder.readers.project import read_project

PACK = "packs:\n  - name: one\n    topics: [soils]\n"


def released(text: str, *, site: str = "") -> Release:
    project, found = read_project((site + PACK + text).encode(), "p.yaml")
    assert found == ()
    assert project is not None
    return project.packs[0].release


def mistakes(text: str) -> list[str]:
    _, found = read_project(text.encode(), "p.yaml")
    return [f"{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found]


def test_a_site_is_read_whole() -> None:
    project, found = read_project(
        b"site: {title: Shelf, description: All of it, url: https://example.org/packs, publisher: School, licence: CC BY 4.0, "
        b"licence_url: https://creativecommons.org/licenses/by/4.0/, language: cy}\n" + PACK.encode(),
        "p.yaml",
    )
    assert found == ()
    assert project is not None
    assert project.site == SiteSpec(
        title="Shelf",
        description="All of it",
        url="https://example.org/packs/",
        publisher="School",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        language="cy",
    )


def test_schemes_are_withheld_unless_something_else_is_said() -> None:
    assert released("") == Release(papers="now", schemes="never")


@pytest.mark.parametrize("day", ["now", "never", "2027-05-14"])
def test_one_word_is_about_the_schemes(day: str) -> None:
    assert released(f"    release: {day}\n") == Release(papers="now", schemes=day)


def test_papers_and_schemes_have_days_of_their_own() -> None:
    expected = Release(papers="2027-05-14", schemes="2027-05-21")
    assert released("    release: {papers: 2027-05-14, schemes: 2027-05-21}\n") == expected


def test_what_the_site_says_holds_for_packs_that_say_nothing() -> None:
    site = "site: {release: 2027-06-01}\n"
    assert released("", site=site).schemes == "2027-06-01"
    assert released("    release: never\n", site=site).schemes == "never"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PACK + "    release: tomorrow\n", "4:14 P220 `release` is 'tomorrow': it must be a day such as 2027-05-14, or now, or never"),
        (PACK + "    release: 2027-02-30\n", "4:14 P220 `release` is '2027-02-30': it must be a day such as 2027-05-14, or now, or never"),
        (PACK + "    release: {papers: 2027-05-21, schemes: 2027-05-14}\n", "4:44 P322 the schemes are released before their papers"),
        (PACK + "    release: {papers: never, schemes: now}\n", "4:39 P322 the schemes are released before their papers"),
        (PACK + "    release: {scheme: now}\n", "4:15 P304 `release` has no key 'scheme'"),
        ("site: {url: javascript:alert(1)}\n" + PACK, "1:13 P321 `url` is 'javascript:alert(1)', which is no address of a web page"),
        (
            "site: {url: 'https://example.org/?q=1'}\n" + PACK,
            "1:13 P321 `url` is 'https://example.org/?q=1', which is no address of a web page",
        ),
        ("site: {licence_url: 'https://a b'}\n" + PACK, "1:21 P321 `licence_url` is 'https://a b', which is no address of a web page"),
        (PACK + "    listed: perhaps\n", "4:13 P202 `listed` is 'perhaps': it must be true or false"),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, expected: str) -> None:
    assert expected in mistakes(text)


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        ("now", "2026-01-01", True),
        ("never", "9999-12-31", False),
        ("2026-05-14", "2026-05-13", False),
        ("2026-05-14", "2026-05-14", True),
    ],
)
def test_a_day_is_reached_when_it_begins(day: str, today: str, expected: bool) -> None:
    assert reached(day, today) is expected
