"""What a PDF offers to somebody who cannot see it, or not well: a report in words, from the file alone.

It answers what an exams officer is asked about a paper. It does not replace a validator (veraPDF), nor trying the file
with a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import floor
from pathlib import Path

from packbuilder.app.accessibility.faults import plain_faults
from packbuilder.app.accessibility.instead import read_otherwise
from packbuilder.app.accessibility.language import language_faults, misread_parts
from packbuilder.app.accessibility.order import reading_order
from packbuilder.app.accessibility.rows import is_even
from packbuilder.app.reading import quoted, read_any, shown
from packbuilder.app.verifying.seals import seal_differences
from packbuilder.diagnostics import counted
from packbuilder.document import says_nothing
from packbuilder.editions import EDITIONS
from packbuilder.layout import LEAST_CONTRAST
from packbuilder.patterns import regex
from packbuilder.typeset.reading.appearance import Appearance, appearance
from packbuilder.typeset.reading.readback import Element, ReadBack, read_back
from packbuilder.values import dataclass

_LEAST_SIZE = 9.0
"""Points: most text of a handout is never smaller."""

_UNREADABLE = 4.0
"""Points: less is read by nobody, whatever it is for."""

_LARGE, _LARGE_CONTRAST = 18.0, 3.0
"""From this size in points less contrast will do (WCAG 2.2, success criterion 1.4.3)."""

_PART = regex(r"pdfuaid:part(?:\s*=\s*[\"']\s*(\w+)|\s*>\s*(\w+))")
_PARTS = ("1", "2")

_CODE = regex(r"\\[A-Za-z]+|\$[^$]*[\\^_=][^$]*\$|</?[a-z]+>")
"""What is written for a program: commands of LaTeX, formulas between dollars, tags."""

_IN_ENTRIES = frozenset(("Lbl", "LBody", "L", "NonStruct", "Private"))

_SCRIPT = 0.85
"""Of the text's size in large print, raised and lowered signs have so much at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence, and whether it tells of something good or of a fault."""

    good: bool
    text: str


def accessibility(path: Path) -> tuple[Finding, ...]:
    """Return what can be said of a PDF. Raises `UnreadablePdfError`, or an error where the file cannot be read."""
    data, read_name = read_any(path), shown(path)
    read = read_back(data, name=read_name)
    looks = appearance(data, name=read_name, heads=_heads(read))
    # What is wrong in the same way in many places of a page is said once.
    return tuple(dict.fromkeys((*findings(read), *seen(looks, edition=read.record.get("edition", "")), *_since_made(read))))


def _since_made(read: ReadBack) -> Iterator[Finding]:
    """Yield what was changed in a file of packbuilder's since it was made: its tags may be in order, and say what is not so."""
    if not read.own_seal:
        return
    differences = tuple(seal_differences(read.own_seal, read))
    yield from (Finding(good=False, text=f"The file was {difference}.") for difference in differences)
    yield from (Finding(good=False, text=f"The file is not as packbuilder makes them: {addition}.") for addition in read.additions)
    if not (differences or read.additions):
        yield Finding(
            good=True, text="Tags, words in place of pictures, order and links are as packbuilder made them, says the seal in the file."
        )


def _heads(read: ReadBack) -> frozenset[tuple[int, int]]:
    """Return the content, by page and MCID, that heads each of packbuilder's cards with what it belongs to, as a running head does a page."""
    cards = read.tree.find(name="cards") if read.tree and read.ours else ()
    heads = (each for card in cards for each in card.walk() if each.name == "label" or each.role == "Lbl")
    return frozenset((content.page, content.mcid) for head in heads for content in head.contents)


def findings(read: ReadBack) -> Iterator[Finding]:
    """Yield the findings of a file that was read back: what it says to who cannot see it."""
    title = read.info.get("Title", "").strip()
    good, words = language_faults(read)
    yield _said(bool(title), f"The title is “{title}”.", "The file has no title: a screen reader announces its file name.")
    yield Finding(good=good, text=words)
    for page, language, text in misread_parts(read):
        yield Finding(
            good=False,
            text=f"Page {page}: “{quoted(text)}” is marked as {language}, and looks like the rest of the file: it is read with the wrong voice.",
        )
    if read.protection.encrypted:
        yield _said(
            read.protection.screen_readers,
            "The file is protected by encryption; screen readers are allowed its words.",
            "The file is protected so that screen readers are refused its words: ask for one without that protection.",
        )
    yield _standard(read.xmp)
    if read.tree is None:
        yield Finding(good=False, text="The file is not tagged: a screen reader must guess what is a heading, a table or a question.")
        return
    if not read.marked:
        yield Finding(good=False, text="The file has tags, but does not say that it is tagged: programs may read it as if it had none.")
    yield from (Finding(good=False, text=fault) for fault in plain_faults(read.faults))
    yield from (Finding(good=False, text=_taken_for(role, other)) for role, other in read.remapped)
    yield from (Finding(good=False, text=fault) for fault in read_otherwise(read.tree))
    yield from _order(read.tree, read.language)
    yield from _headings(read.tree)
    yield from _pictures(read.tree)
    yield from _lists(read.tree)
    yield from _tables(read.tree)
    yield from _links(read.tree)
    yield from _questions(read)


def _taken_for(role: str, other: str) -> str:
    if other == "Artifact":
        return f"What is tagged {role} is to be taken for decoration: a screen reader leaves it out."
    return f"What is tagged {role} is to be taken for {other}: programs differ in what they make of it."


def _standard(xmp: str) -> Finding:
    """Return what a file says of the standard for accessible PDF, of which there are two parts."""
    match = _PART.search(xmp)
    part = (match[1] or match[2]) if match else ""
    if part and part not in _PARTS:
        return Finding(good=False, text=f"The file says that it is made to PDF/UA-{part}, which there is not.")
    yes = f"The file says of itself that it is made to PDF/UA-{part}, the standard for accessible PDF; a validator can tell whether it is."
    return _said(bool(part), yes, "The file does not say that it is made to PDF/UA.")


def _order(tree: Element, language: str) -> Iterator[Finding]:
    """Yield whether text is read in the order in which it stands on its pages."""
    order = reading_order(tree, language=language)
    for page, count in sorted(order.back.items()):
        times = f"{count} times" if count > 1 else "once"
        text = f"Page {page}: {times} what is read next stands above what was read before it, to its left or on an earlier page: is it read in the right order?"
        yield Finding(good=False, text=text)
    if order.steps and not order.back:
        yield Finding(
            good=True, text=f"What is read goes down and across each page, as it stands there ({order.steps} steps were compared)."
        )


def _said(good: bool, yes: str, no: str) -> Finding:
    return Finding(good=good, text=yes if good else no)


def _headings(tree: Element) -> Iterator[Finding]:
    levels = [int(each.role[1]) for each in tree.walk() if len(each.role) == 2 and each.role[0] == "H" and each.role[1].isdigit()]
    if not levels:
        yield Finding(good=False, text="There is no heading to jump to.")
        return
    skipped = levels[0] != 1 or any(after > before + 1 for before, after in pairwise(levels))
    count = counted(len(levels), "heading")
    yield _said(not skipped, f"{count}, no level skipped.", f"{count}, but a level is skipped: a reader looks for what is not there.")


def _pictures(tree: Element) -> Iterator[Finding]:
    figures, formulas = tree.find(role="Figure"), tree.find(role="Formula")
    for what, found in (("picture", figures), ("formula", formulas)):
        silent = [each for each in found if not each.alt.strip()]
        for each in silent:
            yield Finding(good=False, text=f"Page {each.page}: a {what} has no alternative text.")
        empty = [each for each in found if each.role == "Figure" and each.alt.strip() and says_nothing(each.alt)]
        for each in empty:
            yield Finding(
                good=False, text=f"Page {each.page}: the words for a picture are “{each.alt}”, which say nothing of what it shows."
            )
        coded = [each for each in found if _CODE.search(each.alt)]
        for each in coded:
            yield Finding(
                good=False, text=f"Page {each.page}: the words for a {what} are “{each.alt}”, which is code and is spelt out sign by sign."
            )
        if found and not silent and not empty and not coded:
            # A formula that cannot be spoken in the file's language is spoken in English: whoever listens hears another voice.
            tongues = sorted({each.language for each in found if each.language})
            whose = "Those words" if all(each.language for each in found) else f"Those of {sum(bool(each.language) for each in found)}"
            apart = f" {whose} are marked as of another language ({', '.join(tongues)}) than the document's." if tongues else ""
            yield Finding(good=True, text=f"{counted(len(found), what)}, each with words in its place.{apart}")


def _lists(tree: Element) -> Iterator[Finding]:
    lists = tree.find(role="L")
    entries = [(each, entry) for each in lists for entry in each.children if entry.role == "LI"]
    loose = [each for each in lists if any(child.role not in ("LI", "L", "Caption") for child in each.children)]
    # Browsers write `NonStruct`, which stands for what is in it, and lists beside the words that they belong to.
    bare = [
        entry for _, entry in entries if any(child.role not in _IN_ENTRIES for child in entry.children) or not (entry.children or entry.own)
    ]
    claims = [(each, entry) for each, entry in entries if each.numbering not in ("", "None")]
    unlabelled = [entry for _, entry in claims if not any(child.role == "Lbl" for child in entry.children)]
    for page in sorted({each.page for each in loose}):
        yield Finding(good=False, text=f"Page {page}: a list is not made of entries: how many there are is not said.")
    for page in sorted({each.page for each in bare}):
        yield Finding(good=False, text=f"Page {page}: an entry of a list does not say what its text is: some programs leave it out.")
    for page in sorted({each.page for each in unlabelled}):
        yield Finding(good=False, text=f"Page {page}: an entry of a numbered or bulleted list has no label.")
    if lists and not (loose or bare or unlabelled):
        labelled = len({id(each) for each, _ in claims})
        numbered = f"; {labelled} numbered or bulleted, each entry with its label" if labelled else ""
        yield Finding(good=True, text=f"{counted(len(lists), 'list')}, the number of entries told{numbered}.")


def seen(looks: Appearance, *, edition: str = "") -> Iterator[Finding]:
    """Yield the findings of how a file looks and presents itself; `edition` names the modified edition that it is."""
    yield _said(
        looks.shows_title,
        "Its window shows the title, not the file's name.",
        "Its window shows the file's name: the flag that asks for the title is not set.",
    )
    for name in looks.unembedded:
        yield Finding(good=False, text=f"The font {name} is not in the file: another computer shows other letters, or none.")
    for name in looks.unmapped:
        yield Finding(good=False, text=f"The font {name} does not say which characters its signs are: they may be read out as other ones.")
    for name in looks.garbled:
        yield Finding(
            good=False, text=f"The font {name} gives one character for many different signs, or none: its words are read out as nonsense."
        )
    for page in looks.unpainted:
        yield Finding(
            good=False, text=f"Page {page}: its text is there to be read aloud or copied, and none of it is painted: nobody sees it."
        )
    for page in looks.veiled:
        yield Finding(good=False, text=f"Page {page}: some of its text is there to be read aloud, and is not painted: nobody sees it.")
    for page in looks.covered:
        yield Finding(good=False, text=f"Page {page}: something is painted over text, which is read aloud, and nobody sees it.")
    for page in looks.pictured:
        yield Finding(
            good=False, text=f"Page {page} is only a picture, perhaps a scan: there is no text on it to read out, search or enlarge."
        )
    if looks.sizes and not (looks.unembedded or looks.unmapped or looks.garbled):
        yield Finding(good=True, text="All fonts are in the file, and say which characters their signs are.")
    for page in looks.untabbed:
        yield Finding(
            good=False, text=f"Page {page}: the tab key does not go through links and fields in the order in which they are read."
        )
    yield from _sizes(looks, edition)
    yield from _contrasts(looks)


def _sizes(looks: Appearance, edition: str) -> Iterator[Finding]:
    if not looks.sizes:
        return
    usual, least = max(looks.sizes, key=lambda size: looks.sizes[size]), min((*looks.sizes, *looks.furniture))
    promised = EDITIONS[edition].size if edition in EDITIONS else 0.0
    if least < _UNREADABLE:
        yield Finding(good=False, text=f"There is text of {least:g} pt, which is there to be read aloud or copied, and nobody can read it.")
    yield _said(
        usual >= max(_LEAST_SIZE, promised),
        f"Most text is {usual:g} pt, the smallest {least:g} pt.",
        f"Most text is {usual:g} pt; it should be {max(_LEAST_SIZE, promised):g} pt at least.",
    )
    if promised:
        least_allowed = round(_SCRIPT * promised, 1)
        text = f"There is text of {least:g} pt; in this edition none may be smaller than {least_allowed:g} pt, and that only where raised or lowered."
        yield _said(least >= least_allowed - 0.05, f"No text is smaller than {least_allowed:g} pt.", text)


def _contrasts(looks: Appearance) -> Iterator[Finding]:
    for page in looks.recoloured:
        yield Finding(
            good=False, text=f"Page {page}: the file turns the colours that it names into others: whether text stands out cannot be told."
        )
    short = [each for each in looks.contrasts if each[2] < (_LARGE_CONTRAST if each[1] >= _LARGE else LEAST_CONTRAST)]
    for page, size, ratio in short:
        needed = _LARGE_CONTRAST if size >= _LARGE else LEAST_CONTRAST
        shown_ratio = floor(100 * ratio) / 100
        yield Finding(good=False, text=f"Page {page}: text of {size:g} pt stands out at {shown_ratio:g}:1 only; it needs {needed:g}:1.")
    if looks.contrasts and not short and not (looks.recoloured or looks.covered or looks.veiled):
        least = floor(10 * min(ratio for _, _, ratio in looks.contrasts)) / 10
        yield Finding(good=True, text=f"All text stands out from what is behind it, at {least:g}:1 at least.")


def _tables(tree: Element) -> Iterator[Finding]:
    tables = [table for table in tree.find(role="Table") if len(table.find(role="TR")) > 1]
    bare = [table for table in tables if not table.find(role="TH")]
    unscoped = [cell for table in tables for cell in table.find(role="TH") if not cell.scope]
    for table in bare:
        yield Finding(good=False, text=f"Page {table.page}: a table has no header cell: its numbers are read without what they mean.")
    for cell in unscoped:
        yield Finding(good=False, text=f"Page {cell.page}: a header cell does not say whether it heads a row or a column.")
    uneven = [table for table in tables if not is_even(table)]
    for table in uneven:
        yield Finding(
            good=False, text=f"Page {table.page}: the rows of a table do not come to as many columns: values are read under other headers."
        )
    if tables and not (bare or unscoped or uneven):
        yield Finding(good=True, text=f"{counted(len(tables), 'table')}, each with headers for its rows or columns.")


def _links(tree: Element) -> Iterator[Finding]:
    links = tree.find(role="Link")
    lost = [link for link in links if not link.targets or not all(target.page or target.address for target in link.targets)]
    for link in lost:
        yield Finding(good=False, text=f"Page {link.page}: the link “{quoted(link.text)}” leads nowhere.")
    if links and not lost:
        yield Finding(good=True, text=f"{counted(len(links), 'link')}, each of which leads somewhere.")


def _questions(read: ReadBack) -> Iterator[Finding]:
    """Yield what there is to say of an exam paper: its questions are marked as such and carry their marks."""
    if read.tree is None or read.record.get("product") != "practice-paper":
        return
    questions = [*read.tree.find(name="question"), *read.tree.find(name="part")]
    numbered = [each for each in questions if any(child.name == "number" and child.text.strip() for child in each.children)]
    yield _said(
        bool(questions) and len(numbered) == len(questions),
        f"Questions and their parts: {len(questions)}, each of which begins with its number.",
        "There are questions whose number is not read with them.",
    )
    spaces = read.tree.find(role="Form")
    silent = [each for each in spaces if not each.alt.strip()]
    for each in silent:
        yield Finding(good=False, text=f"Page {each.page}: there is something to fill in, and nothing says so.")
    if spaces and not silent:
        yield Finding(
            good=True, text=f"{counted(len(spaces), 'space')} to write in or to mark, each announced in words, such as “{spaces[-1].alt}”."
        )
    edition = read.record.get("edition", "")
    if edition:
        yield Finding(good=True, text=f"This is the modified edition {edition}.")
