"""Proving that a worksheet and its answers belong together: one fingerprint, one answer a task, one grid; and that the sheet tells none."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.app.paper_reading import normal, spaced
from packbuilder.typeset.reading.readback import Element, ReadBack

_SHORTEST_LEAK = 4
"""Answers of fewer words are not looked for: single terms rightly stand in word banks and in other tasks."""

_UNNUMBERED = ("crossword", "wordsearch", "sorting")
"""Kinds whose answers are a grid or groups, not a numbered list."""


def worksheet_faults(read: ReadBack) -> tuple[str, ...]:
    """Return what is wrong inside a sheet, or a file of answers, one sentence each."""
    fingerprint = read.record.get("fingerprint", "")
    lost = [str(number) for number, text in enumerate(read.pages, 1) if fingerprint not in text]
    return (f"page {', '.join(lost)} does not carry the fingerprint {fingerprint}",) if lost else ()


def worksheet_differences(sheet: ReadBack, answers: ReadBack) -> tuple[str, ...]:
    """Return how a sheet and its answers differ, one sentence each; none: they match."""
    return tuple(_differences(sheet, answers))


def _differences(sheet: ReadBack, answers: ReadBack) -> Iterator[str]:
    for key in ("kind", "version", "seed", "fingerprint", "tasks"):
        ours, theirs = sheet.record.get(key, "none"), answers.record.get(key, "none")
        if ours != theirs:
            yield f"the sheet's {key} is {ours}, the answers' {theirs}"
    if sheet.tree is None or answers.tree is None:
        yield "one of the files is not tagged, so that they cannot be compared"
        return
    if sheet.record.get("kind") not in _UNNUMBERED:
        yield from _counted(answers)
    yield from _grids(sheet.tree, answers.tree)
    yield from _told(sheet, answers.tree)


def _counted(answers: ReadBack) -> Iterator[str]:
    """There are as many numbered answers as tasks."""
    lists = [each for each in (answers.tree.children if answers.tree else ()) if each.numbering == "Decimal"]
    count, tasks = sum(len(each.children) for each in lists), answers.record.get("tasks")
    if str(count) != tasks:
        yield f"there are {count} answers to {tasks} tasks"


def _grids(sheet: Element, answers: Element) -> Iterator[str]:
    """The grid of a puzzle is the solution's: the same letters, or with the letters taken out the same numbers."""
    pairs = zip(_grid_words(sheet), _grid_words(answers), strict=False)
    for ours, theirs in pairs:
        empty = not any(word.isalpha() for word in ours)
        if ours != ([word for word in theirs if not word.isalpha()] if empty else theirs):
            yield "the grid on the sheet is not the one that is solved"


def _grid_words(tree: Element) -> Iterator[list[str]]:
    for element in tree.find(role="Figure"):
        if element.text.strip():
            yield element.text.split()


def _told(sheet: ReadBack, answers: Element) -> Iterator[str]:
    """No answer of some length stands on the sheet, wherever its file may hold words."""
    shown = " | ".join((*sheet.pages, spaced(sheet.tree) if sheet.tree else "", *sheet.info.values(), sheet.xmp))
    flat = f" {normal(shown)} "
    for element in answers.walk():
        words = normal(" ".join(element.text.split())) if element.name == "credit" else ""
        if len(words.split()) >= _SHORTEST_LEAK and f" {words} " in flat:
            yield f"the sheet gives away an answer: “{words}”"
