"""The browser itself: what the other tests here rely on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import axe, scrolls_sideways, serve_folder

_GOOD = """<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><img src="x.png" alt="A cell"></main></html>"""
_BAD = """<!doctype html><html><title>Bad</title><main style="width: 5000px"><h1>Bad</h1><img src="x.png"></main></html>"""


def test_axe_passes_a_good_page_and_names_faults_of_a_bad_one(page: Page, tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(_GOOD)
    (tmp_path / "bad.html").write_text(_BAD)
    with serve_folder(tmp_path) as address:
        page.goto(f"{address}/good.html")
        assert axe(page) == []
        assert not scrolls_sideways(page)
        page.goto(f"{address}/bad.html")
        rules = {line.partition(":")[0] for line in axe(page)}
        assert {"html-has-lang", "image-alt"} <= rules
        assert scrolls_sideways(page)
