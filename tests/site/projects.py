"""A small project with a site: chemistry of the samples with papers, and notes that would take a site over if they could."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from packbuilder.app.printing import Printer
from packbuilder.app.project import find_workplace
from packbuilder.app.site.building import BuiltSite, build_site

TODAY = "2026-11-25"

HOSTILE = """---
title: "<script>document.title='taken'</script> & \\"quoted\\" {{ 7*7 }}"
subject: "Sea <img src=x onerror=document.title='taken'>"
level: "Level '2' </script>"
---
Topic Synopsis
The sea <script>document.title='taken'</script> rises and falls twice a day. {{ 7*7 }} {% raw %}

Key Concepts & Core Principles
- Swash" onmouseover="document.title='taken': The rush of water up a beach </title><script>document.title='taken'</script>
- Backwash: The return of water down a beach &lt;b&gt;
- Énergie des vagues: What waves carry from the wind

Exam Tips & Revision Strategies
- Read javascript:alert(1) and [a link](javascript:alert(1)) as words

Common Misconceptions & Mistakes to Avoid
- Tides come once a day. They come twice.

Examiner Marking Points
- Explain how the Moon causes tides
- State that spring tides come at full and new moon
"""

PROJECT = """title: Tests
site:
  title: The shelf & more
  url: {url}
  licence: CC BY 4.0
  licence_url: https://creativecommons.org/licenses/by/4.0/
packs:
  - name: chemistry-mock
    title: Chemistry
    topics: [chemistry/*]
    paper: {{marks: 50, versions: 3, seed: 7, editions: [large-18, reader]}}
    worksheets: {{kinds: [cloze], versions: 1}}
    release: {release}
  - name: tides
    topics: [tides]
    products: [revision_pack, flashcards, anki_deck]
    handout: {{editions: [reader]}}
    release: {{papers: now, schemes: never}}
"""


def make_project(folder: Path, *, release: str = "never", url: str = "https://packs.example.org/") -> Path:
    """Write the project's files and return its folder."""
    copytree(Path("sources/chemistry"), folder / "sources" / "chemistry")
    (folder / "sources" / "tides.txt").write_text(HOSTILE, "utf-8")
    say(folder, release=release, url=url)
    return folder


def say(folder: Path, *, release: str = "never", url: str = "https://packs.example.org/") -> None:
    """Write the project's file."""
    (folder / "packbuilder.yaml").write_text(PROJECT.format(release=release, url=url or '""'), "utf-8")


def build(folder: Path, *, today: str = TODAY) -> BuiltSite:
    """Build the project's site."""
    workplace = find_workplace(folder)
    return build_site(workplace, output=folder / "output", printer=Printer(), today=today, progress=lambda _: None)


def site_files(folder: Path) -> dict[str, bytes]:
    """Return every file of a site with its place."""
    root = folder / "output" / "site"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
