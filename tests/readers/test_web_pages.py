"""Pages as word processors and note programs save them: tests/cases/notes/pages/*.html."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.readers.notes import read_notes
from packbuilder.readers.web_pages import page_of

FOLDER = Path(__file__).parent.parent / "cases" / "notes" / "pages"


@pytest.mark.parametrize("program", ["word", "gdocs", "confluence", "onenote"])
def test_a_saved_page_is_read_as_what_it_shows(program: str) -> None:
    topic, _ = read_notes((FOLDER / f"{program}.html").read_bytes(), f"{program}.html")
    assert topic is not None
    assert topic.title == "Enzymes"
    assert topic.synopsis.startswith("Enzymes are biological catalysts")
    assert topic.concepts[0].term == "Active site"
    assert topic.misconceptions[0].claim == "Enzymes are killed by heat."
    points = [point.text for point in topic.marking_points]
    assert not any("<" in text.replace("<sub>2</sub>", "") or "&" in text for text in points)
    assert any(
        "the enzyme denatures; the active site changes shape" in text or "enzyme denatures; active site changes" in text for text in points
    )
    assert len(points) == (3 if program == "onenote" else 2)


def shown(page: str) -> list[str]:
    read = page_of(tuple(page.split("\n")))
    assert read is not None
    assert len(read.lines) == len(read.numbers)
    return [line for line in read.lines if line]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>one<br>two</p><p></p>", ["one", "two"]),
        ("<ul><li>one<ul><li>in</li></ul></li><li>two</ul><p>x</p>", ["- one", "    - in", "- two", "x"]),
        ("<ul><li>one</li><ul><li>in</li></ul></ul>", ["- one", "    - in"]),
        ("<ol start=3><li><p>one</p><p>more</p></li></ol>", ["3. one", "    more"]),
        ("<p><b>Key <i>terms</i></b></p><p>x</p>", ["**Key *terms***", "x"]),
        ("<b style='font-weight:normal'><p>x</p></b><p>y</p>", ["x", "y"]),
        ("<p>a <s>b</s> <code>c</code> <a href='https://e.org'>d</a></p><p>y</p>", ["a ~~b~~ `c` [d](https://e.org)", "y"]),
        ("<table><tr><td>a|b<td><ul><li>c</li><li>d</li></ul></tr></table><p>y</p>", ["| a\\|b | c; d |", "y"]),
        ("<pre>x = 1\ny = 2</pre><p>y</p><p>z</p>", ["```", "x = 1", "y = 2", "```", "y", "z"]),
        ("<blockquote><p>Tyger</p></blockquote><p>y</p>", ["> Tyger", "y"]),
        ("<footer><p>made by</p></footer><p>1 &lt; 2 &amp; 3</p>", ["1 < 2 & 3"]),
    ],
)
def test_lines_of_pages(body: str, lines: list[str]) -> None:
    assert shown(f"<html><body>{body}</body></html>") == lines


@pytest.mark.parametrize("text", ["Topic Synopsis\n<p>x</p>\n<p>y</p>", "- <b>Term</b>: x", "<b>Note", "HTML: <p>x</p><p>y</p>"])
def test_what_is_no_page(text: str) -> None:
    assert page_of(tuple(text.split("\n"))) is None
