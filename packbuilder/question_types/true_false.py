"""True or false, with a reason where `reasoned`."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerLines, Block, Option, Options, Paragraph
from packbuilder.fields import Fields
from packbuilder.markup import worded
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import CreditPoint, KeyScheme, PointsScheme
from packbuilder.patterns import regex
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import Result, finished, read_common, text_of
from packbuilder.seams import placed
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue, catalogue

_STOP = regex(r"(?<!\.)\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse:
    """A statement to be judged. `reasoned`: the candidate must say why."""

    answer: bool
    reasoned: bool = False

    @property
    def kind(self) -> str:
        """`true_false`."""
        return "true_false"

    def arranged(self, seed: Seed) -> TrueFalse:
        """Return the same: true stands before false everywhere."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the two boxes, and lines for the reason."""
        words = (said(wording, "true_false.true"), said(wording, "true_false.false"))
        options = Options(options=tuple(Option(letter="", text=word) for word in words))
        return (options, AnswerLines(marks=max(1, marks - 1))) if self.reasoned else (options,)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return which it is, worth one mark where a reason earns the others."""
        word = said(wording, "true_false.true" if self.answer else "true_false.false", bold=True)
        return (Paragraph(text=joined(word, plain(" (1)", bold=True) if self.reasoned else ())),)


def _quoted(statement: str, wording: Catalogue) -> str:
    """Return a statement in quotation marks; where its stop stands behind them, as in Spanish, there is none within."""
    before, after = wording.say("true_false.statement", statement="\n").split("\n")
    inner = _STOP.sub("", statement) if after.endswith(".") else statement
    return f"{before}{placed(before, inner, wording.language)}{after}"


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build true or false; with `why` and 2 marks or more, a reason must be given."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    statement = fields.text("statement", required=True)
    problems.extend(printed(statement, fields.place("statement")))
    several = fields.integer("marks", 1, low=1, high=30) > 1
    reasoned = several and fields.has("why")
    asked = worded(catalogue(raw.language), "true_false.reasoned" if reasoned else "true_false.asked")
    # A stem of the bank's own introduces the statement; it never takes its place.
    asked = fields.text("stem") or asked
    between = "\n\n" if "\n" in asked else " "
    common = read_common(raw, fields, problems, stem=f"{asked}{between}{_quoted(statement, catalogue(raw.language))}", written=True)
    why = text_of(fields, "why", problems)
    if several and not reasoned:
        message = f"{common.marks} marks for true or false, and no reason to give them for"
        fields.fail(43, message, fields.place("marks"), "Add `why:` with the reason, or give 1 mark.")
    interaction = TrueFalse(answer=fields.truth("answer", required=True), reasoned=reasoned)
    if reasoned:
        points = (CreditPoint(text=why, marks=common.marks - 1, span=raw.span),)
        scheme: PointsScheme | KeyScheme = PointsScheme(points=points, guidance=common.guidance)
    else:
        scheme = KeyScheme(guidance=(*common.guidance, *((why,) if why else ())))
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)
