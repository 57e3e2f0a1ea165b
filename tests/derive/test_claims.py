"""Claims and what puts them right: what is asked of a misconception, and what is never printed as a truth."""

from __future__ import annotations

import pytest

from packbuilder.derive.claims import claim_of, put_right, speaks_of
from packbuilder.derive.claims_abroad import claim_in, clause_in
from packbuilder.derive.misconceptions import misconception_items
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Misconception, Topic
from packbuilder.question_types.true_false import TrueFalse

SPAN = Span(path="notes.txt", line=1)


def wrong(claim: str, correction: str = "") -> Misconception:
    return Misconception(claim=claim, correction=correction, span=SPAN)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Students may think that, in a vacuum, heavy things fall faster.", "In a vacuum, heavy things fall faster"),
        ("It is often thought that glass flows at room temperature.", "Glass flows at room temperature"),
        ("All children reach milestones at the same age.", "All children reach milestones at the same age"),
        ("Labelling always leads to failure.", "Labelling always leads to failure"),
        ("Doubling the speed doubles the kinetic energy.", "Doubling the speed doubles the kinetic energy"),
        ("Arteries always carry oxygenated blood.", "Arteries always carry oxygenated blood"),
        ("Weathering and erosion are the same process.", "Weathering and erosion are the same process"),
        ("Protecting the taiga means stopping all development.", "Protecting the taiga means stopping all development"),
        ("‘Grey’ water is always dirty.", "‘Grey’ water is always dirty"),
        ("‘Grey water is always dirty.’", "Grey water is always dirty"),
        ("'Grey' water includes that used to flush the toilet - yuck!", ""),
        ("Students think that heating increases the rate, and therefore think it makes more product.", ""),
        ("Writing the terms that are wanted in the wrong order.", ""),
        ("Confusing mass with weight.", ""),
        ("Getting the electrons mixed up; which side to write them on.", ""),
        ("Pupils struggle to balance equations.", ""),
        ("Recognising the particles is problematic.", ""),
        ("How rivers erode their banks.", ""),
        ("Candidates wrote that weight is measured in kilograms.", "Weight is measured in kilograms"),
        ("Weaker candidates often think that sound is faster than light.", "Sound is faster than light"),
        ("Too short.", ""),
    ],
)
def test_a_claim_is_one_statement_that_somebody_could_make(text: str, claim: str) -> None:
    assert claim_of(wrong(text)) == claim


@pytest.mark.parametrize(
    ("claim", "correction", "right"),
    [
        ("Acids are always dangerous", "Many acids are weak, and we eat some of them.", "Many acids are weak, and we eat some of them."),
        ("Clouds are made of water vapour", "In fact, clouds are made of droplets of water.", "Clouds are made of droplets of water."),
        ("Dominant alleles are always more common", "In fact, a dominant allele may be rare.", "A dominant allele may be rare."),
        ("Arteries always carry oxygenated blood", "In reality, the pulmonary one carries none.", "The pulmonary one carries none."),
        ("Doubling the speed doubles the energy", "In fact, $E_k$ is four times as large.", "$E_k$ is four times as large."),
        ("Acids have a high pH", "Actually, pH is below 7.", "pH is below 7."),
        ("Volcanoes are always on land", "In fact, they are mostly under water.", ""),
        ("Volcanoes are always on land", "In fact, students should look at a map.", ""),
        ("Volcanoes are always on land", "In fact, remind students that most are under water.", ""),
        ("Tides are caused by the wind.", "Tides are caused by the moon.", "Tides are caused by the moon."),
        ("Acid rain is harmful to skin", "Acid rain's effects are quick.", ""),
        ("Heat rises", "Remind pupils that hot air rises.", ""),
        ("Air has always held oxygen", "The make-up of the air is static.", ""),
        ("Ammonia and ammonium are the same", "Carefully compare the formulae of the two.", ""),
        ("Candidates wrote that weight is measured in kilograms.", "Weight is measured in newtons.", "Weight is measured in newtons."),
        ("Rivers flow south", "As a result, they may flow anywhere.", ""),
    ],
)
def test_a_correction_speaks_of_the_subject_and_answers_the_claim(claim: str, correction: str, right: str) -> None:
    assert put_right(wrong(claim, correction)) == right


@pytest.mark.parametrize(
    ("claim", "correction", "right"),
    [
        ("Wolsey was a monk.", "He was a cardinal.", "He was a cardinal."),
        ("Healthcare is a public good.", "It is a merit good, since it is both rival and excludable.", "It is a merit good, since it is both rival and excludable."),
        ("PPE is the first thing to use.", "It is the last resort.", "It is the last resort."),
        ("The pH of pure water is 0", "It is 7.", "It is 7."),
        ("Hyperinflation was caused by the Crash", "It was caused by printing money.", "It was caused by printing money."),
        ("Catalysts increase the energy of particles.", "Catalysts lower the activation energy instead.", "Catalysts lower the activation energy instead."),
        ("Freezing kills bacteria.", "Freezing only stops them from multiplying.", "Freezing only stops them from multiplying."),
        ("Lady Macbeth kills Duncan.", "Macbeth does.", "Macbeth does."),
        ("Mercury is the hottest planet.", "It is the closest to the Sun.", ""),
        ("Heavier objects fall faster.", "They have more gravity.", ""),
    ],
)  # fmt: skip
def test_what_says_something_else_of_the_same_thing_puts_it_right(claim: str, correction: str, right: str) -> None:
    read = wrong(claim, correction)
    assert (put_right(read) or put_right(read, beside=True)) == right
    assert claim_of(read) == claim.rstrip(".")


@pytest.mark.parametrize("correction", ["Macbeth does.", "He was a cardinal.", "It is the last resort."])
def test_what_says_nothing_without_its_claim_stands_nowhere_alone(correction: str) -> None:
    assert put_right(wrong("Lady Macbeth kills Duncan.", correction)) == ""


def test_a_statement_in_the_gerund_is_told_by_its_answer() -> None:
    assert claim_of(wrong("Freezing kills bacteria.")) == ""
    assert claim_of(wrong("Confusing mass with weight.", "Confusing terms lose marks.")) == ""


def asked(*misconceptions: Misconception) -> tuple[list[Item], list[Omission]]:
    given = list(misconception_items(Topic(id="t", title="T", span=SPAN, misconceptions=misconceptions)))
    return [each for each in given if isinstance(each, Item)], [each for each in given if isinstance(each, Omission)]


def test_a_mere_denial_gives_a_statement_to_judge_and_no_reason_to_find() -> None:
    (item,), _ = asked(wrong("Assuming that euthanasia is legal in the UK", "It is not."))
    assert flat(item.stem) == "State whether this statement is true or false: “Euthanasia is legal in the UK.”"
    assert item.marks == 1
    assert item.interaction == TrueFalse(answer=False, reasoned=False)


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (wrong("", "Not all Christians agree about euthanasia."), "it says what is right"),
        (Misconception(claim="Plants do not respire.", correction="", span=SPAN, doubtful=True), "it is not plain"),
        (wrong("Plants respire only at night."), "the notes do not say what is right"),
        (wrong("Plants respire only at night.", "Remind them of the light."), "said to a teacher"),
        (wrong("Plants respire only at night.", "Photosynthesis needs water."), "packbuilder does not recognise what stands after it as what is right instead"),
    ],
)  # fmt: skip
def test_what_gives_no_question_says_truly_why(read: Misconception, reason: str) -> None:
    items, (omission,) = asked(read)
    assert not items
    assert reason in omission.reason
    assert omission.text == (read.claim or read.correction)


def test_what_is_printed_as_true_speaks_of_the_claim_s_own_things() -> None:
    assert speaks_of("Tropical soils hold few nutrients.", "Tropical soils hold many nutrients")
    assert not speaks_of("Human activity has a small effect.", "Climate change only brings heat")


@pytest.mark.parametrize(
    ("claim", "correction", "right"),
    [
        (
            "Fixed costs never change.",
            "They do not change with output, but rent may rise.",
            "They do not change with output, but rent may rise.",
        ),
        (
            "Diffusion needs energy from the cell.",
            "Both it and osmosis need no energy of the cell.",
            "Both it and osmosis need no energy of the cell.",
        ),
        ("Mitosis makes gametes.", "It is important to draw both.", ""),
        ("Mitosis makes gametes.", "This is often because the words sound alike.", ""),
        ("Mitosis makes gametes.", "They need to see both, so that pupils tell them apart.", ""),
    ],
)
def test_beside_its_claim_a_correction_may_lean_on_it(claim: str, correction: str, right: str) -> None:
    assert not put_right(wrong(claim, correction)), "by itself nobody knows what it speaks of"
    assert put_right(wrong(claim, correction), beside=True) == right


def test_what_leans_on_a_claim_is_credited_beside_it_and_printed_nowhere_alone() -> None:
    notes = Topic(
        id="t",
        title="T",
        span=SPAN,
        misconceptions=(wrong("Fixed costs never change.", "They do not change with output, but rent may rise."),),
    )
    items = [each for each in misconception_items(notes) if isinstance(each, Item)]
    assert [each.rule for each in items] == ["misconception", "true-false"]
    assert all("Fixed costs never change" in flat(each.stem) for each in items)


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        ("fr", "Penser que seules les cellules animales se divisent.", "Seules les cellules animales se divisent"),
        ("fr", "Croire qu’un atome est plein.", "Un atome est plein"),
        ("fr", "Confondre mitose et méiose.", ""),
        ("fr", "Le courant s’use.", "Le courant s’use"),
        ("es", "Creer que todos los militares apoyaron el golpe.", "Todos los militares apoyaron el golpe"),
        ("es", "Confundir fuerza con energía.", ""),
        ("cy", "Credu mai Dic Penderyn oedd yr arweinydd.", "Dic Penderyn oedd yr arweinydd"),
        ("cy", "Drysu rhwng foltedd a cherrynt.", ""),
        ("it", "La corrente si consuma.", "La corrente si consuma"),
        ("fr", "Les élèves croient souvent que la lumière est instantanée.", "La lumière est instantanée"),
        ("fr", "L’idée qu’un atome est plein.", "Un atome est plein"),
        ("fr", "Croire à tort que les plantes dorment.", "Les plantes dorment"),
        ("fr", "La roche que l’on voit est du granite.", "La roche que l’on voit est du granite"),
        ("fr", "Oublier que le courant est le même partout.", ""),
        ("es", "Muchos alumnos piensan que el sol se mueve.", "El sol se mueve"),
        ("es", "La idea de que los gases no pesan.", "Los gases no pesan"),
        ("es", "La que más pesa cae antes.", "La que más pesa cae antes"),
        ("es", "Olvidar que la masa se conserva.", ""),
        ("el", "Να πιστεύει κανείς ότι τα φυτά δεν αναπνέουν.", "Τα φυτά δεν αναπνέουν"),
        ("el", "Πολλοί μαθητές νομίζουν πως ο Ήλιος κινείται.", "Ο Ήλιος κινείται"),
        ("el", "Η ιδέα ότι η μάζα χάνεται.", "Η μάζα χάνεται"),
        ("el", "Να συγχέει κανείς μάζα και βάρος.", ""),
        ("el", "Τα φυτά δεν αναπνέουν.", "Τα φυτά δεν αναπνέουν"),
        ("pl", "Myślenie, że rośliny nie oddychają.", "Rośliny nie oddychają"),
        ("pl", "Uczniowie często sądzą, że masa to ciężar.", "Masa to ciężar"),
        ("pl", "Błędne przekonanie, że prąd się zużywa.", "Prąd się zużywa"),
        ("pl", "Zapominanie, że opór rośnie.", ""),
        ("pl", "Mylenie masy z ciężarem.", ""),
        ("de", "Annehmen, dass alle Säuren stark sind.", ""),
        ("de", "Wärme und Temperatur verwechseln.", ""),
        ("de", "Glauben, Säuren seien immer stark.", ""),
        ("de", "Nicht wissen, dass Basen Protonen aufnehmen.", ""),
        ("de", "Eine verdünnte Säure ist immer schwach.", "Eine verdünnte Säure ist immer schwach"),
        ("cy", "Credu nad yw planhigion yn resbiradu.", ""),
    ],
)
def test_a_claim_in_another_language_is_without_who_believes_it(language: str, text: str, claim: str) -> None:
    assert claim_in(text, language) == claim


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("de", "Annehmen, dass alle Säuren stark sind.", "dass alle Säuren stark sind"),
        ("de", "Denken, daß Wasser keine Ionen enthält.", "daß Wasser keine Ionen enthält"),
        ("de", "Dass Licht im Glas schneller ist.", "dass Licht im Glas schneller ist"),
        ("de", "Viele Schülerinnen und Schüler glauben, dass Strom verbraucht wird.", "dass Strom verbraucht wird"),
        ("de", "Der Irrglaube, dass Pflanzen nur nachts atmen.", "dass Pflanzen nur nachts atmen"),
        ("de", "Es wird oft angenommen, dass Gase nichts wiegen.", "dass Gase nichts wiegen"),
        ("de", "Davon ausgehen, dass jede Reaktion endet.", "dass jede Reaktion endet"),
        ("de", "Vergessen, dass Basen Protonen aufnehmen.", ""),
        ("de", "Nicht bedenken, dass Eis schwimmt.", ""),
        ("de", "Licht ist so schnell, dass es keine Zeit braucht.", ""),
        ("cy", "Credu nad yw planhigion yn resbiradu.", "nad yw planhigion yn resbiradu"),
        ("cy", "Meddwl bod yr haul yn symud.", "bod yr haul yn symud"),
        ("cy", "Anghofio bod màs yn cael ei gadw.", ""),
        ("fr", "Croire que les plantes dorment.", ""),
    ],
)
def test_a_clause_with_an_order_of_its_own_stays_one(language: str, text: str, clause: str) -> None:
    assert clause_in(text, language) == clause


@pytest.mark.parametrize(
    ("claim", "correction", "said"),
    [
        ("Thinking a balanced trial balance has no errors.", "Errors of omission do not show.", "A balanced trial balance has no errors"),
        ("Students think that auxin makes roots grow faster.", "Auxin inhibits growth in roots.", "Auxin makes roots grow faster"),
        ("Thinking about the wrong formula.", "Use the right one.", ""),
    ],
)
def test_a_thought_is_said_as_the_claim_that_it_is(claim: str, correction: str, said: str) -> None:
    wrong = Misconception(claim=claim, correction=correction, span=Span(path="notes.txt", line=1, column=1))
    assert claim_of(wrong) == said
    assert bool(put_right(wrong)) == bool(said)


@pytest.mark.parametrize("after", ["Marks are lost in exams for this.", "They also think that water is food.", "Also, plants eat worms."])
def test_what_only_follows_a_thought_does_not_put_it_right(after: str) -> None:
    wrong = Misconception(
        claim="Students think that plants eat soil all day.", correction=after, span=Span(path="notes.txt", line=1, column=1)
    )
    assert not put_right(wrong)
