"""Notes: the bytes of a notes file to a topic, with everything that was lost on the way (HANDBOOK section 1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b, sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from packbuilder.decimal_commas import with_commas
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, note, warning
from packbuilder.grammars import folded, within, without_article
from packbuilder.languages import primary
from packbuilder.markup import checked, in_characters
from packbuilder.model.topic import ExamTip, Illustration, KeyConcept, MarkingPoint, Misconception, Topic
from packbuilder.patterns import regex
from packbuilder.readers.answer_keys import with_answers
from packbuilder.readers.bullets import is_item
from packbuilder.readers.capitals import in_ordinary_case
from packbuilder.readers.delimited import Places
from packbuilder.readers.entries import concept, loosely, misconception, unfinished, with_signs, without_meaning
from packbuilder.readers.fences import fenced
from packbuilder.readers.formats import no_plain_text
from packbuilder.readers.front_matter import FrontMatter, language_above, read_front_matter
from packbuilder.readers.headings import language_of, titles
from packbuilder.readers.illustrations import illustration
from packbuilder.readers.kept_tables import tables_in
from packbuilder.readers.lengths import narrowed
from packbuilder.readers.listing import ROW, lines_said
from packbuilder.readers.remnants import about_html, begins_page, cleaned, garbled, undivided, untagged
from packbuilder.readers.sections import TITLES, Cut, Entry, Loss, Name, Section, Titles, cut_sections, numbered_as, unread_opening
from packbuilder.readers.titles import named, title_from, without_body, without_kind, without_page
from packbuilder.readers.unheaded import with_heading
from packbuilder.text import capital
from packbuilder.values import replace

if TYPE_CHECKING:
    from packbuilder.readers.web_pages import Page

T = TypeVar("T")

_EXPECTED: tuple[Name, ...] = ("synopsis", "concepts", "tips", "misconceptions", "points")
_FEW_WORDS = 5
_SYNOPSIS_CUT = 155
"""The first line of a file is often its synopsis cut at about so many characters."""
_ANSWERED = regex(r"\?\s+\S+(?:\s\S+){0,5}$")
"""A question with its answer in a few words ("What is the unit of power? The watt"), which is whole without a stop."""

_GREEK = "el"
_NO_TEXT = regex(rb"[\x00-\x08\x0e-\x1f]")
_LINE_ENDS = regex("\r\n|[\r\u000b\u0085\u2028\u2029]")
"""Ends of lines, also those that word processors put within a paragraph."""
_SPACES = regex("[\u000c\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces of all widths, and the feed between a PDF's pages."""
_TITLE = regex(r"^[*_#\s]*(?:topic|title)[*_]*\s*:[*_]*\s*(\S.{0,88})$", re.IGNORECASE)
_PICTURE = "Pictures are written `![what it shows](file.png)`."


def read_notes(data: bytes, path: str) -> tuple[Topic | None, Diagnostics]:
    """Read one notes file. The topic is None where the form cannot yield a paper; an error then says which form."""
    text, found = _decoded(data, path)
    if text is None:
        return None, found
    lines = tuple(text.split("\n"))
    matter, more = read_front_matter(lines, path)
    matter = matter if matter.lines else language_above(lines, language_of)
    found = (*found, *more)
    # Blank lines in place of the front matter keep the line numbers of the file.
    body = ("",) * matter.lines + lines[matter.lines :]
    page = _page(body)
    if page is not None:
        body, text = page.lines, "\n".join(page.lines)
    body, whole = undivided(untagged(body))
    body = narrowed(body, fenced(body))
    found = (
        *found,
        *(note("N137", f"a word divided at the end of the line is read as {word!r}", Span(path=path, line=at)) for at, word in whole),
    )
    language = matter.language or language_of(body)
    cut = _cut(tuple(with_commas(line, language) for line in body), titles(language))
    cut = numbered_as(cut, page.numbers) if page is not None else cut
    refusal = _refusal(cut, path)
    if refusal is not None:
        return None, (*found, refusal)
    told = list(found)
    if language and not matter.language:
        told.append(_guessed(language, cut, path))
    plain = _plain(cut, text, path, told)
    topic, all_told = _topic(plain, replace(matter, language=language), data, path, told)
    tables, of_tables = tables_in(plain.sections, path, html=not about_html(text))
    return replace(topic, tables=tables), (*all_told, *of_tables)


def _cut(lines: tuple[str, ...], called: Titles) -> Cut:
    """Return lines cut at their headings, each with its number in the file: one over questions is added where it lacks, and answers stand below these."""
    headed = with_heading(lines, called)
    moved = with_answers(headed.lines, called)
    cut = numbered_as(cut_sections(moved.lines, called), moved.numbers, columns=True)
    cut = replace(cut, losses=(*cut.losses, *moved.losses))
    cut = numbered_as(cut, headed.numbers, columns=True)
    return replace(cut, losses=(*headed.told, *cut.losses))


def _guessed(language: str, cut: Cut, path: str) -> Diagnostic:
    """Return the note that notes are read in the language of their headings."""
    name = cut.titles.grammar.name if cut.titles.grammar else language
    span = Span(path=path, line=cut.sections[0].line)
    return note("N140", f"read as {name}, which the headings are in", span, f"Say so at the top of the notes: `language: {language}`.")


def _page(lines: tuple[str, ...]) -> Page | None:
    """Return notes that are a page saved as HTML as the lines that it shows; None for all others."""
    if not begins_page("\n".join(lines)):
        return None
    # Imported here: few notes are pages, and to read their tags takes 4 ms to import.
    from packbuilder.readers.web_pages import page_of

    return page_of(lines)


def _decoded(data: bytes, path: str) -> tuple[str | None, Diagnostics]:
    """Decode UTF-8 (or UTF-16 with its mark, or Windows-1252, which is told) and settle line ends and spaces."""
    if refusal := no_plain_text(data, path):
        return None, (refusal,)
    found: Diagnostics = ()
    try:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        text = data.decode(encoding)
    except UnicodeDecodeError as failure:
        before = data[: failure.start].decode("utf-8", errors="replace")
        span = Places(before, path).at(len(before))
        old = None if _NO_TEXT.search(data) else _windows(data)
        if old is None:
            message = f"not a text file: byte {failure.start + 1} cannot be read"
            return None, (error("N101", message, span, "Save the notes as plain text in UTF-8 (.txt or .md)."),)
        message = f"not text in UTF-8: read as Windows-1252, so that this sign is {old[len(before)]!r}"
        text, found = old, (warning("N105", message, span, "If letters are wrong, save the file as UTF-8 text."),)
    if "\x00" in text:
        return None, (error("N101", "not a text file: it holds NUL characters", Span(path=path)),)
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)).replace("\u200b", "").replace("\ufeff", "")
    if not text.strip():
        return None, (error("N102", "the file is empty", Span(path=path)),)
    return text, found


def _windows(data: bytes) -> str | None:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _plain(cut: Cut, text: str, path: str, found: list[Diagnostic]) -> Cut:
    """Return the sections without what web pages and note programs left in their texts; what that loses is told."""
    html = not about_html(text)
    wrong = garbled(text)
    if wrong:
        span = Places(text, path).at(wrong.start())
        hint = "The text was saved in one encoding and opened in another: save it again as UTF-8 from where it was right."
        found.append(warning("N106", f"garbled letters: {wrong[0]!r}", span, hint))

    def entry(one: Entry) -> Entry:
        clean = cleaned(one.text, html=html)
        span = Span(path=path, line=one.line, column=one.column)
        found.extend(note("N135", f"the address of a link is not printed ({address})", span) for address in clean.addresses)
        found.extend(note("N138", f"what is struck out is not printed ({what})", span) for what in clean.struck)
        found.extend(warning("N134", f"what was embedded here is not printed ({what})", span, _PICTURE) for what in clean.embedded)
        return replace(one, text=clean.text)

    def entries(section: Section) -> tuple[Entry, ...]:
        made = ((one, entry(one)) for one in section.entries)
        return tuple(new for old, new in made if new.text or not old.text)

    return replace(cut, sections=tuple(replace(section, entries=entries(section)) for section in cut.sections))


def _refusal(cut: Cut, path: str) -> Diagnostic | None:
    """Return an error that names the form, where the file has one that cannot yield a topic."""
    hint = f"Put {cut.titles.said['points']!r} on a line of its own above what is credited; the other headings are: {cut.titles.all}."
    if not cut.sections and cut.others:
        named = ", ".join(repr(each) for each in cut.others[:4])
        message = f"none of the headings ({named}) is one that notes have: nothing tells concepts from marking points"
        return error("N103", message, Span(path=path, line=1), hint)
    if not cut.sections:
        first = next((entry for entry in cut.opening if is_item(entry.text)), None)
        form = "prose" if first is None else "a list"
        told = hint if first is None else _typed(cut, first)
        message = f"this is {form} without section headings: nothing tells concepts from marking points"
        return error("N103", message, Span(path=path, line=1 if first is None else first.line), told)
    if not any(section.entries for section in cut.sections):
        span = Span(path=path, line=cut.sections[0].line)
        return error("N104", "the headings are there, but every section is empty", span, hint)
    many = len(cut.sections)
    credited = any(section.name == "points" and section.entries for section in cut.sections)
    bare = sum(not section.entries for section in cut.sections) * 2 > many
    copied = bare or not credited if sum(section.indented for section in cut.sections) * 2 > many else bare and many > 2
    if copied and not any(entry.bullet for section in cut.sections for entry in section.entries):
        span = Span(path=path, line=cut.sections[0].line)
        message = "this is a page copied with its navigation (indented headings with nothing under them), not notes"
        return error("N104", message, span, "Copy the notes themselves.", hint)
    return None


def _typed(cut: Cut, first: Entry) -> str:
    """Return what exactly is to be typed where, above the first bullet of a file that is a list."""
    points, concepts = cut.titles.said["points"], cut.titles.said["concepts"]
    return (
        f"Type {points!r} on a line of its own above line {first.line} if what follows is credited, or {concepts!r} if it is to be learnt; "
        f"the other headings are: {cut.titles.all}."
    )


def _topic(cut: Cut, matter: FrontMatter, data: bytes, path: str, found: list[Diagnostic]) -> tuple[Topic, Diagnostics]:
    illustrations: list[Illustration] = []
    entries = in_ordinary_case({name: tuple(_kept(cut, name, path, found, illustrations)) for name in TITLES}, path, found, matter.language)
    _missing(cut, path, found)
    synopsis = " ".join(entry.text for entry in entries["synopsis"])
    heading, used = _heading(cut, matter, synopsis, path, found)
    title = in_characters(heading)
    unread = unread_opening(cut, synopsis, used)
    found.extend(_lost(loss, path) for loss in (*cut.losses, *((unread,) if unread else ())))
    misconceptions = tuple(_misconceptions(entries["misconceptions"], path, found))
    if unfinished(synopsis) and synopsis:
        found.append(warning("N120", "the synopsis stops in the middle of a sentence", Span(path=path, line=entries["synopsis"][-1].line)))
    topic = Topic(
        id=matter.id or _slug(PurePath(path).stem),
        title=title,
        heading=heading if heading != title else "",
        span=Span(path=path, line=1, column=1),
        synopsis=synopsis,
        concepts=tuple(
            _bare(concept(text, span), matter.language)
            for text, (_, span) in zip(
                with_signs(tuple(entry.text for entry in entries["concepts"])), _located(entries["concepts"], path), strict=True
            )
        ),
        exam_tips=tuple(ExamTip(text=entry.text, span=span) for entry, span in _located(entries["tips"], path)),
        misconceptions=misconceptions,
        marking_points=tuple(_points(entries["points"], matter.language, path, found)),
        subject=matter.subject,
        qualification=matter.qualification,
        unit=matter.unit,
        level=matter.level,
        language=matter.language or "en-GB",
        dated=matter.dated,
        digest=sha256(data).hexdigest(),
        illustrations=tuple(illustrations),
    )
    return topic, tuple(found)


def _heading(cut: Cut, matter: FrontMatter, synopsis: str, path: str, found: list[Diagnostic]) -> tuple[str, Entry | None]:
    """Return the topic's title as it is written, formulas and all, and the line of the text that it was read from, if it was from one."""
    opening, used = _opening_title(cut, synopsis)
    if opening:
        opening = without_page(opening)
        for taken_off in (without_body, without_kind):
            opening, told = taken_off(opening, Span(path=path, line=used.line if used else 1))
            found.extend(told)
    named_in = {"title": matter.title, "subject": matter.subject, "qualification": matter.qualification, "unit": matter.unit}
    for what, said in named_in.items():
        found.extend(named(said, what, Span(path=path, line=1)))
    words = " ".join(entry.text for section in cut.sections for entry in section.entries)
    return matter.title or opening or title_from(PurePath(path).stem, words), used


def _misconceptions(entries: tuple[Entry, ...], path: str, found: list[Diagnostic]) -> Iterator[Misconception]:
    for entry, span in _located(entries, path):
        value, dropped = misconception(entry.text, span)
        yield value
        if dropped:
            found.append(note("N130", "advice to teachers is not printed as a correction", span, f"Left out: {dropped[:80]}"))


def _lost(loss: Loss, path: str) -> Diagnostic:
    return (warning if loss.grave else note)(loss.code, loss.message, Span(path=path, line=loss.line), *((loss.hint,) if loss.hint else ()))


def _bare(concept: KeyConcept, language: str) -> KeyConcept:
    """Return a concept whose term has no article before it, where its language can do without, with how running text has it."""
    term = without_article(concept.term, concept.definition, language)
    if term == concept.term:
        return replace(concept, within=within(term, concept.definition, language))
    return replace(concept, term=capital(term) if concept.term[:1].isupper() else term, within=term)


def _located(entries: tuple[Entry, ...], path: str) -> Iterator[tuple[Entry, Span]]:
    for entry in entries:
        yield entry, Span(path=path, line=entry.line, column=entry.column)


def _kept(cut: Cut, name: Name, path: str, found: list[Diagnostic], illustrations: list[Illustration]) -> Iterator[Entry]:
    """Yield a section's entries, without empty bullets and repetitions, and report both; its pictures are put aside."""
    seen: dict[str, int] = {}
    for section in cut.sections:
        if section.name != name:
            continue
        for entry in section.entries:
            span = Span(path=path, line=entry.line, column=entry.column)
            if not entry.text:
                found.append(warning("N121", f"an empty bullet under {cut.titles.said[name]}", span))
                continue
            if name == "concepts" and without_meaning(entry.text):
                hint = "Write what it means after it, or leave the sign out."
                found.append(warning("N121", f"a term without its meaning is not printed: {entry.text!r}", span, hint))
                continue
            if "![" in entry.text:
                errors = len(found)
                picture = illustration(entry.text, name, span, found)
                illustrations.extend((picture,) if picture is not None else ())
                if picture is not None or len(found) > errors:
                    continue
            key = loosely(entry.text)
            if key in seen and name != "synopsis":
                found.append(warning("N122", f"the same as line {seen[key]}: kept once", span))
                continue
            seen[key] = entry.line
            found.extend(checked(entry.text, span))
            yield entry


def _missing(cut: Cut, path: str, found: list[Diagnostic]) -> None:
    """Report headings that are cut, empty or absent."""
    by_name: dict[Name, list[Section]] = {}
    for section in cut.sections:
        by_name.setdefault(section.name, []).append(section)
        if section.cut:
            span = Span(path=path, line=section.line, column=1)
            found.append(warning("N123", f"the heading {section.heading!r} is cut short: read as {cut.titles.said[section.name]!r}", span))
        if section.reworded:
            span = Span(path=path, line=section.line, column=1)
            found.append(note("N136", f"the heading {section.heading!r} is read as {cut.titles.said[section.name]!r}", span))
    for name in _EXPECTED:
        if name not in by_name:
            found.append(warning("N124", f"there is no section {cut.titles.said[name]!r}", Span(path=path)))
        elif not any(section.entries for section in by_name[name]):
            found.append(warning("N125", f"the section {cut.titles.said[name]!r} is empty", Span(path=path, line=by_name[name][0].line)))
    for section in by_name.get("objectives", ()):
        if section.entries:
            found.append(_objectives(section, path, credited="points" in by_name))


def _objectives(section: Section, path: str, *, credited: bool) -> Diagnostic:
    """Return what says that objectives are not printed: where no points are credited, they may be what is."""
    span = Span(path=path, line=section.line)
    if not credited:
        hint = "Add a section Examiner Marking Points, or rename this one if examiners credit just these."
        return warning("N126", "learning objectives are not marking points: no questions are made from them", span, hint)
    where = lines_said(section.entries[0].line, section.entries[-1].line)
    hint = "What examiners credit belongs under Examiner Marking Points."
    return note("N126", f"learning objectives are not printed, and no questions are made from them ({where})", span, hint)


def _points(entries: tuple[Entry, ...], language: str, path: str, found: list[Diagnostic]) -> Iterator[MarkingPoint]:
    # A Greek question ends with what looks like a semicolon.
    asked = (";",) if primary(language) == _GREEK else ()
    ended = sum(entry.text.rstrip().endswith((".", "?", "!", *asked)) for entry in entries[:-1])
    for index, (entry, span) in enumerate(_located(entries, path)):
        # A table's row ends where its cell does.
        last = index == len(entries) - 1 and entry.label != ROW
        said = entry.text.rstrip()
        stops = (
            entry.stopped
            or said.endswith((".", "?", "!", ")", "]", ";", "$", "”", "’", "»", '"', "%", *asked))
            or bool(_ANSWERED.search(said))
        )
        cut = unfinished(entry.text.rstrip("".join(asked))) or (last and not stops and len(entries) > 2 and ended == len(entries) - 1)
        if cut:
            found.append(warning("N127", "the text of this marking point is cut: it is not printed", span, "Complete it in the notes."))
        yield MarkingPoint(text=entry.text, span=span, cut=cut)


def _opening_title(cut: Cut, synopsis: str) -> tuple[str, Entry | None]:
    """Return `Topic: ...` or the first line as a title, unless it is a copy of the synopsis cut short; and which line was either."""
    if not cut.opening:
        return "", None
    for entry in cut.opening:
        if named := _TITLE.match(entry.text):
            return named[1].strip("*_ "), entry
    first = cut.opening[0].text
    start = first[: min(len(first), _SYNOPSIS_CUT - 5)].rstrip()
    # A title of a few words may begin the synopsis too: "Enzymes", "Enzymes are ...".
    copied = synopsis.startswith(start) and (len(first.split()) > _FEW_WORDS or start == synopsis)
    if copied or (synopsis[:30].casefold() == first[:30].casefold() and len(first) > 60):
        return "", cut.opening[0]
    if len(first) > 90 or (len(first.split()) > 6 and first.endswith((".", "!", ":"))):
        return "", None
    return cleaned(re.sub(r"^#+\s*", "", first), html=not about_html(first)).text.strip("*_ "), cut.opening[0]


def _slug(text: str) -> str:
    """Return a file's name as an id: letters without accents; of one in another script, of which nothing would be left, a hash tells it from others."""
    name = folded(text.split(".")[0])
    made = re.sub(r"[^a-z0-9]+", "-", name).strip("-")
    lost = sum(each.isalpha() and not each.isascii() for each in name)
    if lost * 2 > sum(map(str.isalpha, name)):
        made = f"{made}-{blake2b(name.encode(), digest_size=3).hexdigest()}".lstrip("-")
    return made or "notes"


Reader = Callable[[bytes, str], tuple[Topic | None, Diagnostics]]
"""What a reader of notes is: bytes and the path to show in messages, to a topic and diagnostics."""

__all__ = ["KeyConcept", "MarkingPoint", "Misconception", "Reader", "read_notes"]
