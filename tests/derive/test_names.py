"""What a term is called: in full, by its abbreviation, as one or several; and what only looks like a name of it."""

from __future__ import annotations

import pytest

from packbuilder.derive.names import is_called, may_stand_in, names_of
from packbuilder.derive.terms import said_term
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept


@pytest.mark.parametrize(
    ("term", "names"),
    [
        ("Osmosis", ("Osmosis",)),
        ("Price elasticity of demand (PED)", ("Price elasticity of demand (PED)", "Price elasticity of demand", "PED")),
        ("DNA (deoxyribonucleic acid)", ("DNA (deoxyribonucleic acid)", "deoxyribonucleic acid", "DNA")),
        ("Messenger RNA (mRNA)", ("Messenger RNA (mRNA)", "Messenger RNA", "mRNA")),
        ("Force (N)", ("Force (N)", "Force")),
        ("Density (kg/m³)", ("Density (kg/m³)", "Density")),
        ("Moles (HT)", ("Moles (HT)",)),
        ("Moles (HT only)", ("Moles (HT only)",)),
        ("Iron (II)", ("Iron (II)",)),
        ("Bonding (ionic)", ("Bonding (ionic)",)),
    ],
)
def test_names(term: str, names: tuple[str, ...]) -> None:
    assert names_of(term) == names


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("Artery", "arteries"),
        ("Atrium", "atria"),
        ("Analyses", "analysis"),
        ("Alleles", "allele"),
        ("Index", "indexes"),
        ("Transnational corporations (TNCs)", "TNC"),
        ("Transnational corporations (TNCs)", "transnational corporation"),
        ("Cell-surface membrane", "cell-surface membranes"),
    ],
)
def test_one_and_several(term: str, words: str) -> None:
    assert is_called(words, term)
    assert any(may_stand_in(name, words.casefold()) for name in names_of(term))


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("Gas", "ga"),
        ("Mitosis", "mitos"),
        ("Process", "proces"),
        ("Ethics", "ethic"),
        ("Force (N)", "N"),
        ("Vein", "venous"),
        ("Bus", "bu"),
    ],
)
def test_what_is_no_name(term: str, words: str) -> None:
    assert not is_called(words, term)


@pytest.mark.parametrize(
    ("term", "said", "written"),
    [
        ("Plasmolysis", "", "plasmolysis"),
        ("Neo-colonialism", "", "neo-colonialism"),
        ("Suburbanisation", "", "suburbanisation"),
        ("Catalyst", "Catalysts lower the energy needed. Catalyst surfaces matter.", "catalyst"),
        ("Rentenmark", "A new Rentenmark came in 1923.", "Rentenmark"),
        ("Dawes Plan", "The loans of the Dawes Plan helped.", "Dawes Plan"),
        ("Saffir-Simpson scale", "", "Saffir-Simpson scale"),
        ("Krebs cycle", "", "Krebs cycle"),
        ("Green Belt", "Building in the Green Belt is limited.", "Green Belt"),
    ],
)
def test_a_capital_at_the_head_of_a_sentence_makes_no_name(term: str, said: str, written: str) -> None:
    concept = KeyConcept(term=term, definition="a thing that has this name", span=Span(path="n.txt", line=1, column=1))
    assert said_term(concept, said, "en-GB") == written
