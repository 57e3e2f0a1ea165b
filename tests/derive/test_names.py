"""What a term is called: in full, by its abbreviation, as one or several; and what only looks like a name of it."""

from __future__ import annotations

import pytest

from packbuilder.derive.names import is_called, may_stand_in, names_of


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
