"""What a question of a bank refers to: a table, a figure or a source that must be there, and parts that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from packbuilder.document import Block, Drawing, Figure, Group, ItemList, Table
from packbuilder.figure_words import is_apart, is_handed_out
from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.patterns import regex
from packbuilder.question_types.commands import command_of
from packbuilder.question_types.passages import blocks_in
from packbuilder.text import QUOTED, Gap, RichText, Run
from packbuilder.values import dataclass
from packbuilder.walks import blocks_in as walked
from packbuilder.walks import texts_of

_NUMBERED = r"(?:Table|Figure|Fig\.?|Graph|Chart|Diagram|Source|Extract|Map|Photograph|Resource|Image|Text|Passage)"
_MARK = r"(?:\d{1,2}|[A-H])\b(?![\w’'])"
_NAMED = rf"\b(?P<kind>{_NUMBERED})s?\s+(?P<first>\d{{1,2}}|[A-H](?![\w’']))(?P<more>(?:(?:,|,? and| or| to)\s+{_MARK})*)(?!\s*[.,]\d)"
_REFERENCE = regex(_NAMED)
"""`Table 3`, `Figures 1 and 2`, `Source A`."""
_GIVEN = regex(
    rf"(?:^|(?<=[.:?!])\s+){_NAMED}(?:\s+(?:below\s+)?(?:is|are|shows?|lists?|gives?|contains?|describes?|presents?|sets? out)\b|\s*[:–—-]|\s*$)"
)
"""What a sentence says to stand there: `Table 1 lists the stages.`"""
_ONE = regex(r"\d+|[A-H]")
_PART = regex(
    r"\b(?:in|to|from|for|of|use|using|with|see)\s+(?:your\s+answers?\s+(?:to|for|from|in)\s+)?(?P<part>(?:part|question)s?\s+\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\b\)?(?:\s*\([ivx]+\))?|the (?:previous|last|next) (?:part|question)|part \([a-z]\))"
    r"(?!\)?\s+of\s+(?!(?:this|the)\s+question))",
    re.IGNORECASE,
)
"""`your answer to part (b)`, `the previous question`; not `question 3 of the survey`."""
_SHORT = {"Fig.": "Figure", "Fig": "Figure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """What a stem refers to and does not show, in words. `doubtful`: it shows something, which may be that."""

    name: str
    doubtful: bool = False


def absent(stem: RichText, stimulus: Stimulus | None, *, drawn: bool) -> Iterator[Absent]:
    """Yield what a stem refers to and a candidate cannot see. `drawn`: the item has a drawing of its own, whatever it is called."""
    words = QUOTED.sub(_blanked, flat(stem))
    if not is_handed_out(words):
        known = _labels(stimulus)
        missing = sorted(
            {
                name
                for found in _REFERENCE.finditer(words)
                if not is_apart(words, found.start(), found.end()) and not (drawn and found["kind"] not in ("Table", "Source"))
                for name in _names(found)
                if name.casefold() not in known and not _told(words, found["kind"], name.split()[-1])
            }
        )
        shown = tuple(_shown(stem)) if missing else ()
        named = {each.name for each in shown}
        for name in missing:
            if name not in named:
                yield Absent(name=name, doubtful=any(each.kind == "list" or not name.startswith("Table") for each in shown))
    for found in _PART.finditer(words):
        label = re.search(r"\([a-z]+\)", found["part"])
        if label is None or words.count(label[0]) < 2:
            yield Absent(name=found["part"])


def _names(found: re.Match[str]) -> Iterator[str]:
    """Yield what a reference names, one by one, each with the whole word: `Figure 1` and `Figure 2` of `Figs 1 and 2`."""
    kind = _SHORT.get(found["kind"], found["kind"])
    return (f"{kind} {name}" for name in _ONE.findall(found["first"] + found["more"]))


def _blanked(quoted: re.Match[str]) -> str:
    """Return spaces for what somebody says of a table; a label by itself in quotation marks is no saying."""
    return quoted[0] if _REFERENCE.fullmatch(quoted[0].strip("“”«»„\"‘’' ")) else " " * len(quoted[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What a stem with lines shows, and the name that the words right before it give; empty where they give none that is clear."""

    kind: Literal["code", "list"]
    name: str


def _shown(stem: RichText) -> Iterator[_Shown]:
    """Yield what a stem with lines shows.

    Code is the figure that is named before it; a list, and a table typed with bars, only what is said to be one: "Table 1 lists the
    stages.". Tasks in a list show nothing.
    """
    before = ""
    for block in blocks_in(stem):
        kind = _kind(block)
        if kind == "text":
            before = " ".join(map(flat, texts_of((block,))))
            continue
        if kind != "tasks":
            given = [name for match in _GIVEN.finditer(before) for name in _names(match)][-1:]
            named = [name for match in _REFERENCE.finditer(before) for name in _names(match) if kind == "code" and match["kind"] != "Table"]
            yield _Shown(kind=kind, name=next(iter((*given, *named)), ""))
        before = ""


def _kind(block: Block) -> Literal["text", "code", "list", "tasks"]:
    lines = [text for text in texts_of((block,)) if flat(text).strip()]
    if isinstance(block, ItemList):
        return "tasks" if any(_is_task(flat(line)) for line in lines) else "list"
    if all(isinstance(inline, Run) and inline.code for line in lines for inline in line if not isinstance(inline, Gap)):
        return "code" if isinstance(block, Group) else "text"
    return "list" if len(lines) > 1 and all(flat(line).lstrip().startswith("|") for line in lines) else "text"


def _is_task(words: str) -> bool:
    """Whether an entry is set ("Name part A."), and no stage that is listed ("plan")."""
    return words[:1].isupper() and " " in words.strip() and command_of(words) == words.split()[0]


def _told(words: str, kind: str, name: str) -> bool:
    """Whether the stem itself bears what it refers to, under its name: `Source A: "..."`."""
    return re.search(rf"(?m)(?:^|\n)\W*{re.escape(kind)} {name}\b\s*(?::|$|[–—-])|\b{re.escape(kind)} {name}:", words) is not None


def _labels(stimulus: Stimulus | None) -> frozenset[str]:
    """Return the names under which a stimulus can be referred to: those in its title, its captions and its texts."""
    if stimulus is None:
        return frozenset()
    texts = (stimulus.title, *map(flat, texts_of(stimulus.blocks)))
    return frozenset(name.casefold() for text in texts for found in _REFERENCE.finditer(text) for name in _names(found))


def of_others(stimuli: tuple[Stimulus, ...]) -> Iterator[tuple[Stimulus, str]]:
    """Yield each stimulus that speaks of what another of its bank is called, and that name: a paper may have one without the other."""
    titled = {each.id: frozenset(_titles(each)) for each in stimuli}
    for each in stimuli:
        own = titled[each.id]
        if own:
            others = frozenset[str]().union(*titled.values()) - own
            yield from ((each, name) for name in sorted(others & frozenset(_said(each))))


def _said(stimulus: Stimulus) -> Iterator[str]:
    """Yield what the texts of a stimulus name, without what is elsewhere; "Table 1" is its own where it has a table without a caption."""
    own_table = any(isinstance(block, Table) and not block.caption for block in walked(stimulus.blocks))
    for text in map(flat, texts_of(stimulus.blocks)):
        for found in _REFERENCE.finditer(text):
            if not is_apart(text, found.start(), found.end()) and not (own_table and found["kind"] == "Table"):
                yield from _names(found)


def _titles(stimulus: Stimulus) -> Iterator[str]:
    """Yield what a stimulus is called by its title and captions."""
    captions = (flat(block.caption) for block in walked(stimulus.blocks) if isinstance(block, Figure | Drawing | Table))
    for text in (stimulus.title, *captions):
        yield from (name for found in _REFERENCE.finditer(text) for name in _names(found))
