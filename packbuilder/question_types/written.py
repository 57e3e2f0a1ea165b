"""Written answers: on ruled lines, short or extended."""

from __future__ import annotations

from typing import Literal

from packbuilder.diagnostics import Diagnostic, counted
from packbuilder.document import AnswerLines, Block
from packbuilder.fields import Fields
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CONVENTIONS, CreditPoint, LevelsScheme, PointsScheme
from packbuilder.question_types.common import Result, finished, read_common, sound, text_of, texts
from packbuilder.question_types.levels import read_levels
from packbuilder.question_types.points import read_points
from packbuilder.seeding import Seed
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_LEVELS_FROM = 6
"""Levels of response mark 6 marks and more, never less (HANDBOOK section 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An answer on lines: as many as `lines` says, or as the layout gives for the marks where it is 0."""

    kind: Literal["short_answer", "extended_response"] = "short_answer"
    lines: int = 0

    def arranged(self, seed: Seed) -> Written:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the ruled lines."""
        return (AnswerLines(lines=self.lines, marks=marks),)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return nothing: the item's scheme says it all."""
        return ()


def build_short_answer(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a short answer marked by points; `any` of them, or all.

    With `marking_point` or `may_include` the scheme is open: it says what is credited, and how by its `convention`.
    """
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    points = read_points(fields, "points", problems)
    whole = sound(fields, problems)
    any_of, at_most = fields.integer("any", 0, low=1, high=20), fields.integer("max", 0, low=1, high=20)
    offered = min(_offered(points, any_of), at_most or 1000)
    common = read_common(raw, fields, problems, marks=max(1, offered))
    stated, indicative = text_of(fields, "marking_point", problems), texts(fields, "may_include", problems)
    loose = bool(stated or indicative)
    if any_of and any_of > len(points) and whole:
        fields.fail(
            34, f"`any: {any_of}`, but there {'is' if len(points) == 1 else 'are'} {counted(len(points), 'point')}", fields.place("any")
        )
    elif points and not loose and whole and common.marks != offered:
        what = f"`any: {any_of}` gives" if any_of else f"`max: {at_most}` gives" if at_most else "its points give"
        hint = f"Write `marks: {offered}`, or change the points."
        fields.fail(33, f"the item has {counted(common.marks, 'mark')}, but {what} {offered}", fields.place("marks"), hint)
    if any_of and len({point.marks for point in points}) > 1:
        message = "with `any`, all points must be worth the same"
        fields.fail(44, message, fields.place("points"), "Give each point the same `marks`, or leave out `any`.")
    if not points and not loose and whole:
        hint = "Add `points:` with a `- text:` for each mark."
        fields.fail(35, "the item has no creditworthy point", fields.place("points"), hint)
    interaction = Written(kind="short_answer", lines=fields.integer("lines", 0, low=1, high=60))
    scheme = PointsScheme(
        stated=stated,
        points=points,
        indicative=indicative,
        any_of=any_of or None,
        at_most=at_most or None,
        open_ended=fields.truth("other_valid"),
        do_not_credit=texts(fields, "do_not_credit", problems),
        guidance=common.guidance,
        convention=fields.choice("convention", CONVENTIONS, ""),
    )
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)


def _offered(points: tuple[CreditPoint, ...], any_of: int) -> int:
    """Return the marks that the points give: of so many of them, or of all."""
    return any_of * max((point.marks for point in points), default=1) if any_of else sum(p.marks for p in points)


def build_extended(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an extended response; its levels must cover 1 to the marks with no gap and no overlap."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    common = read_common(raw, fields, problems, marks=_LEVELS_FROM)
    if common.marks < _LEVELS_FROM:
        message = f"an extended response has {_LEVELS_FROM} marks or more, this one {common.marks}"
        fields.fail(36, message, fields.place("marks"), "Use `kind: short_answer` for fewer.")
    scheme = LevelsScheme(
        levels=read_levels(fields, common.marks, problems),
        stated=text_of(fields, "marking_point", problems),
        indicative=texts(fields, "indicative", problems),
        do_not_credit=texts(fields, "do_not_credit", problems),
        guidance=common.guidance,
    )
    interaction = Written(kind="extended_response", lines=fields.integer("lines", 0, low=1, high=80))
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)
