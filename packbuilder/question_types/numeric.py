"""A number as the answer: working space, a blank with its unit, tolerance and M/A/B marks in the key."""

from __future__ import annotations

from packbuilder.decimals import in_powers_of_ten, times_ten
from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerBlank, Block, ItemList, Paragraph, Workings
from packbuilder.fields import Fields
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import rich
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CreditPoint, KeyScheme
from packbuilder.patterns import regex
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import Result, finished, read_common
from packbuilder.question_types.doubts import contradicted, too_wide
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
        """Return white space for the working and the answer line with its unit; a currency stands before the line, as before its number."""
        before, behind = self._units(wording)
        label = joined(said(wording, "answer.label"), rich(before), separator=" ") if before else said(wording, "answer.label")
        return (Workings(marks=marks), AnswerBlank(label=label, unit=rich(behind)))

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the value with the accepted range, what else is accepted, and the working."""
        before, behind = self._units(wording)
        unit = behind if behind.startswith("/") else f" {behind}" if behind else ""

        def amount(number: str) -> str:
            written = _written(number, wording)
            return f"−{before}{written[1:]}" if written.startswith("−") else before + written

        blocks: list[Block] = [Paragraph(text=joined(plain(amount(self.answer), bold=True), rich(unit)), role="credit")]
        if self.tolerance:
            low, high = (amount(f"{self.value + sign * self.tolerance:.10g}") for sign in (-1, 1))
            blocks.append(Paragraph(text=joined(said(wording, "answer.range", low=low, high=high), rich(unit)), role="guidance"))
        for text in self.accept:
            blocks.append(Paragraph(text=joined(said(wording, "scheme.accept"), rich(text), separator=" "), role="guidance"))
        if self.working:
            blocks.append(ItemList(entries=tuple(_line(point, wording) for point in self.working), style="plain"))
        return tuple(blocks)

    def _units(self, wording: Catalogue) -> tuple[str, str]:
        """Return the currency that stands before the number, where the language has it there, and the unit that stands behind."""
        found = _CURRENCY.fullmatch(self.unit) if primary(wording.language) in _BEFORE else None
        return (found["sign"], found["rest"].strip()) if found else ("", self.unit)


_CURRENCY = regex(r"(?P<sign>(?:[A-Z]{1,3})?[£$€¥₦₹])(?P<rest>(?:\s*/|\s+\S|m\b|bn\b).*|)")
"""`£`, `US$`, and with what it is a price of: `£ per kg`, `£/kg`, `£m`."""
_BEFORE = (ENGLISH, "cy")


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
    """Return a number with a true minus sign, before its decimals what the language writes there, and powers of ten as such."""
    powers = in_powers_of_ten(number)
    figures = (powers[0] if powers else number).replace("-", "−").removeprefix("+")
    whole = figures.lstrip("−")
    # `.5` is written 0.5.
    figures = (figures[: len(figures) - len(whole)] + ("0" if whole.startswith(".") else "") + whole).replace(
        ".", wording.say("digits.decimal")
    )
    return times_ten(figures, powers[1]) if powers else figures


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
    tolerance, unit = fields.number("tolerance", 0.0, low=0, high=1e300), fields.text("unit")
    if fields.sound:
        problems.extend(contradicted(value, unit, tolerance, working, fields.place("answer")))
        problems.extend(too_wide(value, tolerance, fields.place("tolerance")))
    interaction = Numeric(
        answer=fields.text("answer") if fields.sound else "",
        value=value,
        tolerance=tolerance,
        unit=unit,
        working=working,
        accept=tuple(text for text, _ in fields.texts("accept")),
    )
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)
