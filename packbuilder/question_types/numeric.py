"""A number as the answer: working space, a blank with its unit, tolerance and M/A/B marks in the key."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerBlank, Block, ItemList, Paragraph, Workings
from packbuilder.fields import Fields
from packbuilder.markup import rich
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CreditPoint, KeyScheme
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import Result, finished, read_common
from packbuilder.question_types.points import read_points
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """A numeric answer as written, its absolute tolerance, its unit, and working with method and accuracy marks."""

    answer: str
    value: float
    tolerance: float = 0.0
    unit: str = ""
    working: tuple[CreditPoint, ...] = ()
    accept: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """`numeric`."""
        return "numeric"

    def arranged(self, seed: Seed) -> Numeric:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return white space for the working and the answer line with its unit."""
        return (Workings(marks=marks), AnswerBlank(label=said(wording, "answer.label"), unit=rich(self.unit)))

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the value with the accepted range, what else is accepted, and the working."""
        unit = f" {self.unit}" if self.unit else ""
        blocks: list[Block] = [Paragraph(text=joined(plain(_written(self.answer, wording), bold=True), rich(unit)), role="credit")]
        if self.tolerance:
            low, high = (_written(f"{self.value + sign * self.tolerance:.10g}", wording) for sign in (-1, 1))
            blocks.append(Paragraph(text=joined(said(wording, "answer.range", low=low, high=high), rich(unit)), role="guidance"))
        for text in self.accept:
            blocks.append(Paragraph(text=joined(said(wording, "scheme.accept"), rich(text), separator=" "), role="guidance"))
        if self.working:
            blocks.append(ItemList(entries=tuple(_line(point, wording) for point in self.working), style="plain"))
        return tuple(blocks)


def _line(point: CreditPoint, wording: Catalogue) -> tuple[Block, ...]:
    """Return a line of working: its marks, its text, and what is accepted or rejected in its place."""
    head = plain(f"{point.mark_type or 'M'}{point.marks}  ", bold=True)
    lines = [Paragraph(text=joined(head, point.text), role="credit")]
    for name, texts in (("accept", point.accept), ("reject", point.reject)):
        if texts:
            lines.append(
                Paragraph(text=joined(said(wording, f"scheme.{name}"), joined(*texts, separator=" / "), separator=" "), role="guidance")
            )
    return tuple(lines)


def _written(number: str, wording: Catalogue) -> str:
    """Return a number with a true minus sign, and before its decimals what the language writes there."""
    text = number.replace(".", wording.say("digits.decimal"))
    return "−" + text[1:] if text.startswith("-") else text


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a numeric answer; where there is working, its marks must sum to the item's."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    working = read_points(fields, "working", problems)
    total = sum(point.marks for point in working)
    common = read_common(raw, fields, problems, marks=total or 1)
    if working and total != common.marks:
        message = f"the working's marks sum to {total}, the item has {common.marks}"
        fields.fail(39, message, fields.place("working"), "Each line of working gives 1 mark unless it has `marks:`.")
    for name in ("unit", "accept"):
        for text, span in fields.texts(name):
            problems.extend(printed(text, span))
    value = fields.number("answer", low=-1e300, high=1e300, required=True)
    interaction = Numeric(
        answer=fields.text("answer") if fields.sound else "",
        value=value,
        tolerance=fields.number("tolerance", 0.0, low=0, high=1e300),
        unit=fields.text("unit"),
        working=working,
        accept=tuple(text for text, _ in fields.texts("accept")),
    )
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)
