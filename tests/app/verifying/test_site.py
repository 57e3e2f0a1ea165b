"""A site is verified as it lies there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from packbuilder.app.verifying.verify import verify

PAGE = '<a href="files/soils/paper.pdf">Paper</a><a href="https://example.org/">x</a><a href="#top">y</a><img src="pictures/1.webp">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as `verify` sees it: pages, pictures, downloads and their list."""
    folder = tmp_path / "site"
    (folder / "files" / "soils").mkdir(parents=True)
    (folder / "pictures").mkdir()
    (folder / "files" / "soils" / "paper.pdf").write_bytes(b"abc")
    (folder / "pictures" / "1.webp").write_bytes(b"picture")
    (folder / "index.html").write_text(PAGE)
    (folder / "search-index.js").write_text("window.packIndex = [];")
    (folder / "SHA256SUMS").write_text("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  files/soils/paper.pdf\n")
    return folder


def test_a_whole_site_is_found_right(site: Path) -> None:
    report = verify((site.parent,))
    assert report.failures == ()
    (line,) = report.checked
    assert "a site of 1 download, each as its checksum says; 2 links" in line


def test_a_changed_download_is_told(site: Path) -> None:
    (site / "files" / "soils" / "paper.pdf").write_bytes(b"abd")
    (failure,) = verify((site,)).failures
    assert "paper.pdf: it is not what SHA256SUMS says" in failure


def test_a_changed_page_is_told_where_the_list_names_it(site: Path) -> None:
    page = site / "index.html"
    sums = site / "SHA256SUMS"
    sums.write_text(f"{sums.read_text()}{sha256(page.read_bytes()).hexdigest()}  index.html\n")
    (line,) = verify((site,)).checked
    assert "a site of 1 download, each as its checksum says, and so is 1 other file" in line
    page.write_text(f"{page.read_text()}<p>The answer is D.</p>")
    (failure,) = verify((site,)).failures
    assert "index.html: it is not what SHA256SUMS says" in failure


def test_a_download_that_is_gone_is_told_with_the_link_to_it(site: Path) -> None:
    (site / "files" / "soils" / "paper.pdf").unlink()
    first, second = verify((site,)).failures
    assert "it is not there" in first
    assert "leads to no file of the site" in second


def test_a_stranger_among_the_downloads_is_told(site: Path) -> None:
    (site / "files" / "soils" / "mark-scheme.pdf").write_bytes(b"secret")
    (failure,) = verify((site,)).failures
    assert "mark-scheme.pdf: no list names it" in failure


@pytest.mark.parametrize("link", ["../outside.txt", "nowhere.html", "files/%2e%2e/%2e%2e/outside.txt"])
def test_a_link_that_leads_nowhere_or_out_of_the_site_is_told(site: Path, link: str) -> None:
    (site.parent / "outside.txt").write_text("outside")
    (site / "more.html").write_text(f'<a href="{link}">more</a>')
    (failure,) = verify((site,)).failures
    assert "leads to no file of the site" in failure
