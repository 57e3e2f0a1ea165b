"""Records of forms: what a manifest, and whoever tells what was made, says of a paper's version, without its questions' words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from packbuilder.app.manifest_json import LEVELS, Encoded, encoded
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat
from packbuilder.model.form import Form, Question
from packbuilder.model.item import Item
from packbuilder.values import dataclass
from packbuilder.wording import catalogue

_LEVEL = 2
"""A form stands so deep in a manifest: in the list of forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRecord:
    """A version of a paper: its code, seed, marks, minutes and fingerprint, the ids of its items in their order, and its entry in the manifest."""

    version: str
    seed: int
    marks: int
    minutes: int
    fingerprint: str
    items: tuple[str, ...]
    entry: Encoded


def form_record(form: Form) -> FormRecord:
    """Return the record of a form."""
    return FormRecord(
        version=form.code,
        seed=form.seed,
        marks=form.marks,
        minutes=form.minutes,
        fingerprint=form.fingerprint,
        items=tuple(part.item.id for question in form.questions for part in question.parts),
        entry=encoded({**_head(form), "questions": [_question_line(question, form.language) for question in form.questions]}, _LEVEL),
    )


def form_entry(form: Form) -> dict[str, object]:
    """Return what a manifest says of a form: its items in their places."""
    return {**_head(form), "questions": [_question(question, form.language) for question in form.questions]}


def _head(form: Form) -> dict[str, object]:
    return {"version": form.code, "seed": form.seed, "fingerprint": form.fingerprint, "marks": form.marks, "minutes": form.minutes}


def _question(question: Question, language: str) -> dict[str, object]:
    parts = [_part(same_as(part.item), part.label, language) for part in question.parts]
    return {"number": question.number, "marks": question.marks, "parts": parts}


def _question_line(question: Question, language: str) -> Encoded:
    """Return what a manifest says of a question as JSON, put together from the lines of its parts."""
    parts = ", ".join([_part_line(same_as(part.item), part.label, language) for part in question.parts])
    line = f'{{"marks": {question.marks}, "number": {question.number}, "parts": [{parts}]}}'
    return Encoded(line=line, lines=line)


@lru_cache(maxsize=16384)
def _part_line(same: Same[Item], label: str, language: str) -> str:
    # Remembered: versions share their items.
    return encoded(_part(same, label, language), LEVELS).line


def _part(same: Same[Item], label: str, language: str) -> Mapping[str, object]:
    item = same.__self__
    space = item.interaction.answer_space(item.marks, catalogue(language))
    return {
        "label": label,
        "item": item.id,
        "marks": item.marks,
        "kind": item.kind,
        "rule": item.rule,
        "source": str(item.span),
        "options": [option.letter + ": " + flat(option.text) for block in space for option in getattr(block, "options", ())],
    }
