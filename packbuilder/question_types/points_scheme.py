"""A scheme of points as banks write it, for answers that are written or drawn: `any` of the points, or all, or an open one."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic, counted
from packbuilder.fields import Fields
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CONVENTIONS, CreditPoint, PointsScheme
from packbuilder.question_types.common import Common, read_common, sound, text_of, texts
from packbuilder.question_types.points import read_points


def read_points_scheme(raw: RawItem, fields: Fields, problems: list[Diagnostic]) -> tuple[Common, PointsScheme]:
    """Read what every item has, and how it is marked by points; `any` of them, or all.

    With `marking_point` or `may_include` the scheme is open: it says what is credited, and how by its `convention`.
    """
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
    return common, scheme


def _offered(points: tuple[CreditPoint, ...], any_of: int) -> int:
    """Return the marks that the points give: of so many of them, or of all."""
    return any_of * max((point.marks for point in points), default=1) if any_of else sum(p.marks for p in points)
