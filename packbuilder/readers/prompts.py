"""Prompts: what a question lends its answer ("You may use: ..."), and what else is said to candidates below it, as sentences of the question."""

from __future__ import annotations

import re

from packbuilder.diagnostics import in_a_row
from packbuilder.patterns import regex
from packbuilder.readers.joining import Entry
from packbuilder.readers.questions import parted, to_candidates
from packbuilder.values import replace

_OPENS = regex(r"(?:^|(?<=[.?!)\]])\s+)(?P<lead>[^.?!()\[\]:]+):\s*$")
_FOLLOWING = regex(
    r"\b(?:(?:any|some|all|one|both) of )?(?:the following|these)(?: (?:points|information|ideas|prompts|topics|events|examples|factors|bullet points))?\b",
    re.IGNORECASE,
)
_USE = regex(r"^You (?:may|might|could|can|should|must) use\b", re.IGNORECASE)


def opens_prompts(text: str) -> bool:
    """Whether a point ends with what leads to a list that it lends its answer."""
    found = _OPENS.search(text)
    return bool(found and to_candidates(found["lead"]))


def prompted(entry: Entry, below: tuple[Entry, ...]) -> tuple[Entry, tuple[Entry, ...]]:
    """Return a question with what it lends its answer and says to candidates as sentences of its own, and what else stands below it."""
    text, rest = entry.text, list(below)
    if rest and opens_prompts(rest[0].text):
        text = f"{text} {rest.pop(0).text}"
    said: list[str] = []
    if opens_prompts(text) and (found := _OPENS.search(text)):
        items: list[str] = []
        while rest and not to_candidates(rest[0].text):
            items.append(rest.pop(0).text.strip(" .;,"))
        if items:
            text, said = text[: found.start()], [_sentence(found["lead"].strip(), items)]
    said.extend(each.text.strip() for each in rest if to_candidates(each.text))
    if not said:
        return entry, below
    stem, marks = parted(text)
    sentences = " ".join(each if each.endswith((".", "!", "?")) else f"{each.rstrip(' :')}." for each in said)
    whole = f"{stem}{'' if stem.endswith(('?', '!')) else '.'} {sentences}{f' [{marks}]' if marks else ''}"
    return replace(entry, text=whole), tuple(each for each in rest if not to_candidates(each.text))


def _sentence(lead: str, items: list[str]) -> str:
    listed = in_a_row(items)
    found = _FOLLOWING.search(lead)
    lead = f"{lead[: found.start()]}{listed}{lead[found.end() :]}" if found else f"{lead} {listed}"
    return f"{lead} in your answer." if _USE.match(lead) and "your answer" not in lead else f"{lead}."
