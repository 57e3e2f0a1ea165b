"""Peers print what packbuilder prints, or ratios to them say nothing: the same words, on as many pages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdfium2 import PdfDocument

from packbuilder.cli.main import group
from tests.benchmarks.peer_drawing import papers
from tests.benchmarks.peers import installed
from tests.benchmarks.versions import OURS, PEERS, command
from tests.benchmarks.workload import write


def _printed(files: Iterable[Path]) -> tuple[int, Counter[str]]:
    """Return how many pages there are, and the characters of the words on them: readers divide what stands side by side in their own ways."""
    texts = [page.get_textpage().get_text_bounded() for file in files for page in PdfDocument(file)]
    return len(texts), Counter(char for text in texts for word in text.split() for char in word)


_HERE = [name for name, (_, needs) in PEERS.items() if installed(needs) and name != "LaTeX, one run"]
"""Peers are measured where they are installed, and looked at there: platypus always. One run of LaTeX knows no totals of pages."""

_PAGES = 1
"""Pages by which a peer may differ: another release of it breaks a line elsewhere."""


@pytest.mark.parametrize("name", _HERE)
def test_a_peer_prints_the_words_of_a_version_on_as_many_pages(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, _ = PEERS[name]
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir()
    write(tmp_path)
    done = CliRunner().invoke(group, command(OURS, 1, tmp_path, ours)[1:])
    assert done.exit_code == 0, done.output
    (tmp_path / "versions.json").write_text(json.dumps(papers(tmp_path / "w.bank.yaml", blueprint=str(tmp_path / "w.yaml"))))
    monkeypatch.setenv("VERSIONS_DATA", str(tmp_path / "versions.json"))
    make(1, theirs)
    pages, chars = _printed(ours.glob("*.pdf"))
    assert pages > 20
    assert sum(chars.values()) > 20000
    their_pages, their_chars = _printed(theirs.glob("*.pdf"))
    assert their_chars == chars
    assert abs(their_pages - pages) <= _PAGES
