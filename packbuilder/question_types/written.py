"""Written answers: on ruled lines, short or extended."""

from __future__ import annotations

from typing import Literal

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerLines, Block, DrawingSpace, Ruling
from packbuilder.fields import Fields
from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import LevelsScheme
from packbuilder.question_types.common import Result, finished, read_common, text_of, texts
from packbuilder.question_types.diagrams_asked import read_space
from packbuilder.question_types.levels import read_levels
from packbuilder.question_types.points_scheme import read_points_scheme
from packbuilder.seeding import Seed
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_LEVELS_FROM = 6
"""Levels of response mark 6 marks and more, never less (HANDBOOK section 2)."""


_DRAWN = 3
"""A diagram beside an explanation has room as for so many marks at most: the words are worth the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An answer on lines: as many as `lines` says, or as the layout gives for the marks where it is 0; below a space for the `diagram` that it is to have."""

    kind: Literal["short_answer", "extended_response"] = "short_answer"
    lines: int = 0
    diagram: Ruling | None = None

    def arranged(self, seed: Seed) -> Written:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the ruled lines, and the space to draw in before them."""
        drawn = () if self.diagram is None else (DrawingSpace(marks=min(marks, _DRAWN), ruling=self.diagram),)
        return (*drawn, AnswerLines(lines=self.lines, marks=marks))

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return nothing: the item's scheme says it all."""
        return ()


def build_short_answer(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a short answer marked by points."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    common, scheme = read_points_scheme(raw, fields, problems)
    diagram = read_space(fields, flat(common.stem))
    interaction = Written(kind="short_answer", lines=fields.integer("lines", 0, low=1, high=60), diagram=diagram)
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)


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
    diagram = read_space(fields, flat(common.stem))
    interaction = Written(kind="extended_response", lines=fields.integer("lines", 0, low=1, high=80), diagram=diagram)
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)
