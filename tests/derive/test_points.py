"""The grammar from marking point to question, case by case: tests/cases/derivation/*.txt.

A case is a block: `# what it shows`, `language:` where it is not English, `point:`, then either `rule:`, `stem:`, `tail:` (what may be credited, parted by `|`; none:
no line), `points:` (what is credited one by one, if it matters), `options:` (of multiple choice, the right one with a star), `guidance:`, `objectives:` (if they matter), `drawn in:` (what is inside the frame of a drawing; `above lines` where words are wanted as well), `levels:` (as `low-high descriptor`) and `marks:`, or `left out:` with the rule and the reason. Blocks are parted by blank lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from packbuilder.derive import derive
from packbuilder.derive.marking_points import tongue_of, trace
from packbuilder.derive.marking_points.items import point_items
from packbuilder.derive.marking_points.verbs import gerunds
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.bank import Omission
from packbuilder.model.item import Interaction, Item
from packbuilder.model.scheme import KeyScheme, LevelsScheme, PointsScheme
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic
from packbuilder.question_types.free_drawing import FreeDrawing
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.question_types.written import Written

SPAN = Span(path="notes.txt", line=1, column=1)
FOLDER = Path(__file__).parent.parent / "cases" / "derivation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One block of a case file."""

    name: str
    fields: dict[str, str]


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            title, *lines = block.splitlines()
            fields = dict(line.split(": ", 1) for line in lines)
            found.append(Case(name=f"{path.stem}: {title.removeprefix('# ')}", fields=fields))
    return found


def topic_of(point: str, language: str) -> Topic:
    span = Span(path="notes.txt", line=7, column=3)
    return Topic(id="t", title="Topic", span=span, marking_points=(MarkingPoint(text=point, span=span),), language=language)


def outcome(point: str, language: str = "en-GB") -> Item | Omission:
    derived = derive(topic_of(point, language))
    (one,) = (*derived.items, *(each for each in derived.omissions if not each.partial))
    assert one.span.line == 7
    return one


def test_there_are_cases_and_each_has_its_own_name() -> None:
    names = [case.name for case in cases()]
    assert len(names) >= 250
    assert len(set(names)) == len(names)


def drawn_in(interaction: Interaction) -> str:
    if isinstance(interaction, Written) and interaction.diagram:
        return f"{interaction.diagram}, above lines"
    return interaction.ruling if isinstance(interaction, FreeDrawing) else ""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    one = outcome(case.fields["point"], case.fields.get("language", "en-GB"))
    if "left out" in case.fields:
        assert isinstance(one, Omission), one
        assert f"{one.rule}, {one.reason}" == case.fields["left out"]
        return
    assert isinstance(one, Item), one
    assert (one.rule, flat(one.stem), one.marks) == (case.fields["rule"], case.fields["stem"], int(case.fields["marks"]))
    assert "/".join(one.objectives) == case.fields.get("objectives", "/".join(one.objectives))
    if "options" in case.fields:
        assert isinstance(one.interaction, MultipleChoice)
        assert " | ".join(f"{'*' * each.correct}{flat(each.text)}" for each in one.interaction.options) == case.fields["options"]
        return
    assert not isinstance(one.scheme, KeyScheme)
    assert drawn_in(one.interaction) == case.fields.get("drawn in", "")
    tail = [piece.strip().casefold() for piece in case.fields.get("tail", "").split("|") if piece.strip()]
    # Pieces whose marks the point states are points; what a case calls its tail is both, unless it tells them apart.
    stated = one.scheme.points if isinstance(one.scheme, PointsScheme) and tail and "points" not in case.fields else ()
    assert [flat(piece).casefold() for piece in (*(point.text for point in stated), *one.scheme.indicative)] == tail
    if "levels" in case.fields:
        assert isinstance(one.scheme, LevelsScheme)
        assert " | ".join(f"{each.low}-{each.high} {flat(each.descriptor)}" for each in one.scheme.levels) == case.fields["levels"]
    if "points" in case.fields:
        assert isinstance(one.scheme, PointsScheme)
        assert " | ".join(flat(point.text) for point in one.scheme.points) == case.fields["points"]
    assert " | ".join(map(flat, one.scheme.guidance)) == case.fields.get("guidance", "")


IMPERATIVES = [
    case.fields["point"] for case in cases() if case.fields.get("rule") == "R4" and case.name.startswith(("verbs", "tails", "clauses"))
]


ONE_VERB = [point for point in IMPERATIVES if not point.split()[0].endswith(",") and not point.startswith("Critically ")]
"""Those that open with one verb, which alone has one gerund."""


@pytest.mark.parametrize("point", ONE_VERB)
def test_a_criterion_asks_the_same_with_a_lead_and_a_gerund(point: str) -> None:
    verb, rest = point.split(" ", 1)
    for lead in ("Award credit for", "Credit will be given for"):
        spoken = outcome(f"{lead} {gerunds(verb.casefold())[0]} {rest}")
        plain = outcome(point)
        assert isinstance(spoken, Item) and isinstance(plain, Item), spoken
        assert flat(spoken.stem) == flat(plain.stem)
        assert spoken.marks == plain.marks


@pytest.mark.parametrize("point", IMPERATIVES)
def test_a_pupil_s_outcome_asks_the_same_as_the_criterion(point: str) -> None:
    one, other = outcome(f"I can {point[:1].lower()}{point[1:]}"), outcome(point)
    assert isinstance(one, Item) and isinstance(other, Item)
    assert flat(one.stem) == flat(other.stem)


@pytest.mark.parametrize("case", [case for case in cases() if "tail" in case.fields], ids=lambda case: case.name)
def test_no_piece_of_a_tail_stays_in_the_stem(case: Case) -> None:
    stem = case.fields["stem"].casefold()
    topic = topic_of(case.fields["point"], case.fields.get("language", "en-GB"))
    for piece in trace(topic.marking_points[0], tongue_of(topic)).normal.tail:
        if len(piece.split()) > 1:
            assert piece.casefold() not in stem


def test_a_term_is_not_asked_for_twice_on_one_paper_nor_an_equation_printed_that_another_question_asks_for() -> None:
    concepts = tuple(
        KeyConcept(term=term, definition=definition, span=SPAN)
        for term, definition in (
            ("Dynamic equilibrium", "The state of a system in which both reactions go on at the same rate."),
            ("Haber process", r"The manufacture of ammonia, \ce{N2 + 3H2 <=> 2NH3}, over iron."),
            ("Solution", "A liquid mixture in which a solute has been dissolved."),
        )
    )
    points = {
        "State what is meant by dynamic equilibrium.": {"concept:t:dynamic-equilibrium", "recall:t:dynamic-equilibrium"},
        "Define the term dynamic equilibrium.": {"concept:t:dynamic-equilibrium", "recall:t:dynamic-equilibrium"},
        r"Write the balanced equation for the Haber process: \ce{N2(g) + 3H2(g) <=> 2NH3(g)}.": {"recall:t:haber-process"},
        "Explain what is meant by the concentration of a solution.": set(),
        "Explain the importance of dynamic equilibrium in industry.": set(),
    }
    for text, keys in points.items():
        point = MarkingPoint(text=text, span=SPAN)
        (item,) = point_items(Topic(id="t", title="T", span=SPAN, concepts=concepts, marking_points=(point,)))
        assert isinstance(item, Item)
        assert {key for key in item.tests if not key.startswith("point:")} == keys, text


@pytest.mark.parametrize(("point", "asked"), [("Définir le tiers état.", True), ("Définir les causes de la convocation.", False)])
def test_a_term_is_not_asked_for_twice_in_other_languages_either(point: str, asked: bool) -> None:
    concept = KeyConcept(term="Tiers état", definition="Le troisième ordre de l’Ancien Régime.", span=SPAN)
    topic = Topic(id="t", title="T", span=SPAN, language="fr", concepts=(concept,), marking_points=(MarkingPoint(text=point, span=SPAN),))
    (item,) = point_items(topic)
    assert isinstance(item, Item)
    assert ("concept:t:tiers-état" in item.tests) == asked
