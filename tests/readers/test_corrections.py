"""What a bullet under the misconceptions says is wrong, what it says is right, and what is printed as neither."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Span
from packbuilder.readers.entries import misconception

SPAN = Span(path="notes.txt", line=1)


def read(text: str) -> tuple[str, str, bool]:
    value, _ = misconception(text, SPAN)
    return value.claim, value.correction, value.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "Not all Christians agree about euthanasia.",
        "Not all metals are magnetic. Only iron, cobalt and nickel are.",
        "STM is not the same as working memory",
        "“But for” is not the only test: legal causation must be considered too.",
        "Mass and weight are not the same. Mass is measured in kg and weight in N.",
        "Correlation is not necessarily causation.",
        "Lactic acid is not the cause of DOMS (microscopic tears in muscle fibres are).",
        "Shakespeare did not write Doctor Faustus. Marlowe did.",
        "Hitler did not come to power in 1923 (Munich Putsch failed) but in 1933",
        "Heat is not a substance, but a transfer of energy.",
        "Spiders are not insects: they are arachnids.",
        "The heart is not on the left side; it is in the middle of the chest.",
    ],
)
def test_a_denial_that_is_plainly_right_is_no_mistake(text: str) -> None:
    assert read(text) == ("", text, False)


@pytest.mark.parametrize(
    "text",
    [
        "Plants do not respire.",
        "Ions are not formed because atoms want a full outer shell.",
        "Henry VIII did not divorce Catherine of Aragon: the marriage was annulled.",
        "Research is not a form of industry: it creates wealth.",
        "Water is not a compound. It is an element.",
        "Heat is not energy but temperature is.",
        "Heavier objects fall faster (they have more gravity).",
        "Mercury is the hottest planet (it is the closest to the Sun).",
        "Plants get their food from the soil (they do not make it themselves).",
        "Cabinet governs: most decisions are made in committees",
        "The Treaty was signed in 1919, not 1918.",
        "Do not confuse mass with weight.",
        "It is a myth that we use a tenth of our brains: we use all of it.",
        "In the exam, analysing the film's content is not needed.",
    ],
)
def test_where_it_is_not_plain_what_is_wrong_nothing_is_cut(text: str) -> None:
    assert read(text) == (text, "", True)


@pytest.mark.parametrize(
    ("text", "claim", "correction"),
    [
        ("Hyperinflation was caused by the Crash (it was caused by printing money)", "Hyperinflation was caused by the Crash", "It was caused by printing money."),
        ("The Tudors had a standing army (they did not).", "The Tudors had a standing army", "They did not."),
        ("Assuming that euthanasia is legal in the UK: it is not.", "Assuming that euthanasia is legal in the UK", "It is not."),
        ("Lady Macbeth kills Duncan. (Macbeth does.)", "Lady Macbeth kills Duncan.", "Macbeth does."),
        ("The range is 3–10. (The range is a single number: 7)", "The range is 3–10.", "The range is a single number: 7."),
        ("The pH of pure water is 0 (it is 7).", "The pH of pure water is 0", "It is 7."),
        ("Wrongly dating the Act (it was 1534, not 1536)", "Wrongly dating the Act", "It was 1534, not 1536."),
        ("“The family is bad” – no, Marxists criticise it.", "“The family is bad”", "Marxists criticise it."),
        ("Yours sincerely is used with Dear Sir. (Wrong!! Yours faithfully)", "Yours sincerely is used with Dear Sir.", "Yours faithfully."),
        ("Bats are blind – false.", "Bats are blind", ""),
        ("It is a myth that the Republic was doomed from the start.", "The Republic was doomed from the start.", ""),
        ("It is not true that all acids are strong. Many are weak.", "All acids are strong.", "Many are weak."),
        ("Contrary to popular belief, goldfish have long memories.", "", "Goldfish have long memories."),
    ],
)  # fmt: skip
def test_what_is_right_is_found_wherever_it_stands(text: str, claim: str, correction: str) -> None:
    assert read(text) == (claim, correction, False)


@pytest.mark.parametrize(
    ("text", "claim", "correction"),
    [
        ("Plants do not respire: they do, all the time.", "Plants do not respire", "They do, all the time."),
        ("Not all metals conduct. In fact, all metals conduct.", "Not all metals conduct.", "In fact, all metals conduct."),
        ("Mass is not always conserved. It is always conserved.", "Mass is not always conserved.", "It is always conserved."),
        ("Rocks do not change. Metamorphic rocks are made by heat.", "Rocks do not change.", "Metamorphic rocks are made by heat."),
        ("Biomass is not renewable because it gives off CO2. Biomass is renewable.", "Biomass is not renewable because it gives off CO2.", "Biomass is renewable."),
        ("Myth: Plants do not respire. Fact: They respire all the time.", "Plants do not respire.", "They respire all the time."),
        ("Students think that enzymes are not proteins.", "Students think that enzymes are not proteins.", ""),
        ("Forgetting that silence is not acceptance", "Forgetting that silence is not acceptance", ""),
        ("“Atoms are not divisible”", "“Atoms are not divisible”", ""),
    ],
)  # fmt: skip
def test_a_denial_that_is_taken_back_or_only_believed_is_the_mistake(text: str, claim: str, correction: str) -> None:
    assert read(text) == (claim, correction, False)
