"""What parts two print runs, or a run and a list: candidates by number, options and papers by name, in words for messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from packbuilder.app.runs.again import MALFORMED, planned_again
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import PrintRun
from packbuilder.readers.candidates.whole_list import one_room

_SHOWN = 3
"""Candidates that a message names; of more it says how many."""

_ABOUT = ("name", "centre", "room", "seat", "edition", "extra_time", "version", "neighbours", "arrangements")
"""What a list says of a candidate besides the number, in the order in which it is told."""
_SEVERAL = frozenset(("neighbours", "arrangements"))
_BEFORE = ("was", "were")
_OPTIONS = (
    ("title", "title"),
    ("order", "order of copies"),
    ("date", "date"),
    ("session", "session"),
    ("start", "start"),
    ("minutes", "time allowed"),
    ("centre", "centre"),
    ("embargo", "embargo"),
    ("watermark", "watermark"),
    ("desks_a_row", "number of desks a row"),
    ("language", "language"),
)


def parted_from(manifest: Mapping[str, Any], run: PrintRun, papers: Mapping[str, str]) -> str:
    """Return what parts a run, of `papers` (fingerprints by version), from the one that a manifest is of; nothing where that cannot be told."""
    try:
        was = planned_again(manifest).run
        before = {str(form["version"]): str(form["fingerprint"]) for form in manifest["forms"]}
    except MALFORMED:
        return ""  # a manifest that somebody has written may say anything
    told = list(candidate_differences(candidates_of(was), candidates_of(run)))
    said = [*told[:_SHOWN], *([f"and {len(told) - _SHOWN} more candidates"] if len(told) > _SHOWN else [])]
    return "; ".join([*said, *_other_options(was, run, before, papers)])


def candidates_of(run: PrintRun) -> tuple[Candidate, ...]:
    """Return the candidates of a run, in the order of printing."""
    return tuple(copy.candidate for copy in run.copies if copy.candidate)


def candidate_differences(before: Iterable[Candidate], now: Iterable[Candidate]) -> Iterator[str]:
    """Yield whom only one of two lists has, and of whom they say something else, a sentence for each candidate.

    What stands in both is told as it is now, and as it was.
    """
    was, here = {each.number: each for each in before}, {each.number: each for each in now}
    yield from (f"candidate {number} ({each.name}) was not in it" for number, each in here.items() if number not in was)
    yield from (f"candidate {number} ({each.name}) is no longer in the list" for number, each in was.items() if number not in here)
    for number, each in here.items():
        if number in was and (apart := [part for part in _ABOUT if _plain(each, part) != _plain(was[number], part)]):
            told = ", ".join(
                f"{_called(part)} {_shown(each, part)}, and {_BEFORE[part in _SEVERAL]} {_shown(was[number], part)}" for part in apart
            )
            yield f"candidate {number}: {told}"


def _plain(candidate: Candidate, part: str) -> object:
    value = getattr(candidate, part)
    return one_room(value) if part == "room" else value


def _called(part: str) -> str:
    return f"the {part.replace('_', ' ')} {'are' if part in _SEVERAL else 'is'}"


def _shown(candidate: Candidate, part: str) -> str:
    value = getattr(candidate, part)
    if part == "extra_time":
        return f"{value}%"
    return _word(", ".join(value) if isinstance(value, tuple) else value)


def _word(value: object) -> str:
    return repr(value) if value else "none"


def _other_options(was: PrintRun, run: PrintRun, before: Mapping[str, str], papers: Mapping[str, str]) -> Iterator[str]:
    """Yield what else parts two runs: options by name, and papers by version."""
    for name, called in _OPTIONS:
        old, new = getattr(was, name), getattr(run, name)
        if old != new:
            yield f"the {called} is {_word(new)}, and was {_word(old)}"
    spares = [sum(copy.candidate is None for copy in each.copies) for each in (run, was)]
    if spares[0] != spares[1]:
        yield f"the spares are {spares[0]}, and were {spares[1]}"
    if was.all_versions != run.all_versions:
        yield f"the versions are {', '.join(run.all_versions)}, and were {', '.join(was.all_versions)}"
    if was.habits != run.habits:
        yield "--print, --ink-saving or --crop-marks is another"
    if changed := [code for code, fingerprint in papers.items() if before.get(code, fingerprint) != fingerprint]:
        yield f"the paper of version {', '.join(changed)} is another: its topics, marks, seed or blueprint"
