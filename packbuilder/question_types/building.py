"""Building items from raw ones: a function a kind, each collecting every mistake of its item."""

from __future__ import annotations

import re

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, worst
from packbuilder.fields import Fields
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CreditPoint, KeyScheme, Level, LevelsScheme, MarkType, PointsScheme
from packbuilder.question_types.cloze import Cloze
from packbuilder.question_types.common import ended, made_item, read_common, text_of, texts, words_of
from packbuilder.question_types.matching import Matching, Pair
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.numeric import Numeric
from packbuilder.question_types.ordering import Ordering
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written
from packbuilder.text import joined, plain

Result = tuple[Item | None, Diagnostics]

_LEVELS_FROM = 6
"""Levels of response mark 6 marks and more, never less (HANDBOOK section 2)."""


def build_choice(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build multiple choice (one right option) or multiple response (two or more)."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    several = raw.kind == "multiple_response"
    common = read_common(raw, fields, problems)
    options = []
    for entry in fields.mappings("options", required=True):
        own = Fields(entry, what="an option", code="B2")
        choice = Choice(text=text_of(own, "text", problems, required=True), correct=own.truth("correct"), why=text_of(own, "why", problems))
        options.append(choice)
        problems.extend(own.finish())
    span = fields.place("options")
    right = sum(option.correct for option in options)
    if not 2 <= len(options) <= 8:
        fields.fail(30, f"{len(options)} options: there must be 2 to 8", span)
    if several and right < 2:
        fields.fail(31, f"{right} right options: multiple response needs two or more", span, "Mark each right one with `correct: true`.")
    if not several and right != 1:
        fields.fail(31, f"{right} right options: multiple choice has exactly one", span, "Mark it with `correct: true`.")
    seen: set[str] = set()
    for option in options:
        words = words_of(option.text)
        if words in seen:
            fields.fail(32, f"the option {words!r} stands here twice", span)
        seen.add(words)
    interaction = MultipleChoice(options=tuple(options), fixed=fields.truth("fixed"), several=several)
    guidance = [*common.guidance, *(joined(plain("Not: "), o.text, plain(" – "), o.why) for o in options if o.why and not o.correct)]
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, KeyScheme(guidance=tuple(guidance)), stimulus)), found


def build_true_false(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build true or false; with `why` and 2 marks or more, a reason must be given."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    statement = fields.text("statement", required=True)
    reasoned = fields.has("why") and fields.integer("marks", 1, low=1, high=30) > 1
    asked = "State whether this statement is true or false" + (", and give a reason" if reasoned else "")
    common = read_common(raw, fields, problems, stem=f"{asked}: “{statement}”")
    why = text_of(fields, "why", problems)
    answer = fields.truth("answer", required=True)
    points = (CreditPoint(text=why, marks=common.marks - 1, span=raw.span),) if reasoned else ()
    guidance = (*common.guidance, *((why,) if why and not reasoned else ()))
    scheme = PointsScheme(points=points, guidance=guidance) if reasoned else KeyScheme(guidance=guidance)
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, TrueFalse(answer=answer, reasoned=reasoned), scheme, stimulus)), found


def build_short_answer(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a short answer marked by points; `any` of them, or all."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    points = _points(fields, "points", problems)
    any_of = fields.integer("any", 0, low=1, high=20)
    offered = any_of or sum(point.marks for point in points)
    common = read_common(raw, fields, problems, marks=max(1, offered))
    if points and common.marks != offered:
        what = f"`any: {any_of}`" if any_of else "its points"
        fields.fail(33, f"the item has {common.marks} marks, but {what} give {offered}", fields.place("marks"))
    if any_of and any_of > len(points):
        fields.fail(34, f"`any: {any_of}`, but there are {len(points)} points", fields.place("any"))
    if not points:
        fields.fail(35, "the item has no creditworthy point", fields.place("points"), "Add `points:` with a `- text:` for each mark.")
    interaction = Written(kind="short_answer", lines=fields.integer("lines", 0, low=1, high=60))
    scheme = PointsScheme(points=points, any_of=any_of or None, guidance=common.guidance)
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, scheme, stimulus)), found


def _points(fields: Fields, name: str, problems: list[Diagnostic]) -> tuple[CreditPoint, ...]:
    points = []
    for entry in fields.mappings(name):
        own = Fields(entry, what="a point", code="B2")
        kind = own.choice("type", ("M", "A", "B"), "")
        types: dict[str, MarkType] = {"": "", "M": "M", "A": "A", "B": "B"}
        points.append(
            CreditPoint(
                text=text_of(own, "text", problems, required=True),
                marks=own.integer("marks", 1, low=1, high=20),
                accept=texts(own, "accept", problems),
                reject=texts(own, "reject", problems),
                mark_type=types[kind],
                span=entry.span,
            )
        )
        problems.extend(own.finish())
    return tuple(points)


def build_extended(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an extended response; its levels must cover 1 to the marks with no gap and no overlap."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    common = read_common(raw, fields, problems, marks=_LEVELS_FROM)
    if common.marks < _LEVELS_FROM:
        fields.fail(36, f"an extended response has {_LEVELS_FROM} marks or more", fields.place("marks"), "Use `short_answer` for fewer.")
    bands = []
    for entry in fields.mappings("levels", required=True):
        own = Fields(entry, what="a level", code="B2")
        written = own.text("marks", required=True)
        match = re.fullmatch(r"(\d+)(?:\s*[-–]\s*(\d+))?", written)
        if written and not match:
            own.fail(37, f"`marks` of a level is {written!r}: it must be a range such as 3-4", own.place("marks"))
        elif match:
            bands.append((int(match[1]), int(match[2] or match[1]), text_of(own, "descriptor", problems, required=True)))
        problems.extend(own.finish())
    bands.sort(key=lambda band: band[0])
    expected = 1
    for low, high, _ in bands:
        if low != expected or high < low:
            fields.fail(38, f"the levels have a gap or an overlap at {expected} marks", fields.place("levels"), f"They must cover 1 to {common.marks}, each mark once.")
            break
        expected = high + 1
    else:
        if bands and expected != common.marks + 1:
            fields.fail(38, f"the levels end at {expected - 1} marks, the item has {common.marks}", fields.place("levels"))
    levels = tuple(Level(number=i, low=low, high=high, descriptor=text) for i, (low, high, text) in enumerate(bands, 1))
    scheme = LevelsScheme(levels=levels, indicative=texts(fields, "indicative", problems), guidance=common.guidance)
    interaction = Written(kind="extended_response", lines=fields.integer("lines", 0, low=1, high=80))
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, scheme, stimulus)), found


def build_numeric(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a numeric answer; where there is working, its marks must sum to the item's."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    working = _points(fields, "working", problems)
    total = sum(point.marks for point in working)
    common = read_common(raw, fields, problems, marks=total or 1)
    if working and total != common.marks:
        fields.fail(39, f"the working's marks sum to {total}, the item has {common.marks}", fields.place("working"))
    written = fields.text("answer", required=True)
    value = fields.number("answer", low=-1e300, high=1e300) if written else 0.0
    interaction = Numeric(
        answer=written,
        value=value,
        tolerance=fields.number("tolerance", 0.0, low=0, high=1e300),
        unit=fields.text("unit"),
        working=working,
        accept=tuple(text for text, _ in fields.texts("accept")),
    )
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus)), found


def build_matching(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a matching item of 3 to 10 pairs, with surplus entries on the right where there are any."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    pairs = []
    for entry in fields.mappings("pairs", required=True):
        own = Fields(entry, what="a pair", code="B2")
        pairs.append(Pair(left=text_of(own, "left", problems, required=True), right=text_of(own, "right", problems, required=True)))
        problems.extend(own.finish())
    if not 3 <= len(pairs) <= 10:
        fields.fail(40, f"{len(pairs)} pairs: there must be 3 to 10", fields.place("pairs"))
    common = read_common(raw, fields, problems, marks=max(1, len(pairs)))
    interaction = Matching(pairs=tuple(pairs), surplus=texts(fields, "surplus", problems))
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus)), found


def build_ordering(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an ordering item of 3 to 10 steps, written in the right order."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    steps = texts(fields, "steps", problems)
    if not 3 <= len(steps) <= 10:
        fields.fail(41, f"{len(steps)} steps: there must be 3 to 10", fields.place("steps"))
    common = read_common(raw, fields, problems, marks=max(1, len(steps) - 1))
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, Ordering(steps=steps), KeyScheme(guidance=common.guidance), stimulus)), found


_CLOZE_GAP = re.compile(r"\{\{([^{}]+)\}\}")


def build_cloze(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a cloze; `{{answer|also accepted}}` makes a gap."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    text = fields.text("text", required=True)
    pieces = _CLOZE_GAP.split(text)
    answers = tuple(tuple(word.strip() for word in gap.split("|")) for gap in pieces[1::2])
    if text and not answers:
        fields.fail(42, "the text has no gap", fields.place("text"), "Write {{answer}} where a word is to be filled in.")
    wanted, surplus = fields.truth("word_bank"), tuple(word for word, _ in fields.texts("surplus"))
    asked = "Complete the text. " + ("Choose words from the word bank." if wanted else "Write one word or phrase in each gap.")
    common = read_common(raw, fields, problems, stem=asked, marks=max(1, len(answers)))
    words = tuple(dict.fromkeys((*(gap[0] for gap in answers), *surplus))) if wanted else ()
    interaction = Cloze(pieces=tuple(pieces[0::2]), answers=answers, bank=words)
    found = ended(fields, problems)
    return (None if _bad(found) else made_item(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus)), found


def _bad(found: Diagnostics) -> bool:
    return worst(found) is Severity.ERROR

