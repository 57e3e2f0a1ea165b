"""Drawings: crosses of one gene worked out, and lists of features."""

from __future__ import annotations

from itertools import product

import pytest

from packbuilder.derive.marking_points.drawn_lists import listed_in
from packbuilder.derive.marking_points.punnett import crossed
from packbuilder.derive.marking_points.to_draw import task_in

SQUARE = "Construct a Punnett square for a cross between {} and {}"
GENOTYPES = ("AA", "Aa", "aa")


@pytest.mark.parametrize(("one", "two"), list(product(GENOTYPES, GENOTYPES)))
def test_each_gamete_meets_each(one: str, two: str) -> None:
    found = crossed(SQUARE.format(one, two))
    if one == two == "aa":
        assert found is None  # without a capital they may be words
        return
    assert found is not None
    gametes, offspring = found.credited
    assert gametes == f"gametes {one[0]} and {one[1]} of one parent, {two[0]} and {two[1]} of the other"
    wanted = ["".join(sorted(pair)) for pair in product(one, two)]
    assert offspring.startswith(f"offspring {', '.join(wanted[:-1])} and {wanted[-1]}")
    shares = [f"{wanted.count(each)}" for each in sorted(set(wanted))]
    assert ("(" in offspring) == (len(shares) > 1)


@pytest.mark.parametrize(
    ("text", "ratio"), [("Bb × Bb", "(1 BB : 2 Bb : 1 bb)"), ("Bb x bb", "(1 Bb : 1 bb)"), ("bB × bb", "(1 Bb : 1 bb)"), ("BB × bb", "")]
)
def test_the_ratio_is_in_its_lowest_terms(text: str, ratio: str) -> None:
    found = crossed(f"Draw a Punnett square for {text}")
    assert found is not None
    assert found.credited[1].partition(" (")[2] == ratio.removeprefix("(")


def test_for_more_marks_each_parent_has_its_own() -> None:
    found = crossed("Draw a Punnett square for Tt × tt", marks=3)
    assert found is not None
    assert found.credited[:2] == ("gametes T and t of one parent", "gametes t and t of the other parent")


@pytest.mark.parametrize(
    "text",
    [
        "Draw a Punnett square for a dihybrid cross, Aa × Aa",
        "Draw a Punnett square for AaBb × AaBb",
        "Draw a Punnett square for a sex-linked gene, Aa × Aa",
        "Draw a Punnett square for Aa × Bb",
        "Draw a Punnett square for it and in",
        "Draw a Punnett square for Aa × Aa and Aa × aa",
        "Draw a genetic diagram for Aa × Aa",
    ],
)
def test_what_one_gene_does_not_tell_is_not_worked_out(text: str) -> None:
    assert crossed(text) is None


@pytest.mark.parametrize(
    "text",
    ["two heterozygous parents (BB × Bb)", "a homozygous recessive plant and another, Bb × BB", "a carrier and another parent, BB × bb"],
)
def test_genotypes_that_are_not_those_of_the_parents_are_told(text: str) -> None:
    found = crossed(f"Draw a Punnett square for {text}")
    assert found is not None
    assert found.faulty and not found.credited


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("nucleus, cytoplasm and cell membrane", ("nucleus", "cytoplasm", "cell membrane")),
        ("the aorta, vena cava, left ventricle and septum", ("the aorta", "vena cava", "left ventricle", "septum")),
        ("two shared pairs and two lone pairs on oxygen", ("two shared pairs", "two lone pairs on oxygen")),
        ("roots at x = 2 and x = –2 and intercept at –4", ("roots at x = 2 and x = –2", "intercept at –4")),
        ("maximum at 90°, minimum at 270° and intercepts at 0°, 180° and 360°", ("maximum at 90°", "minimum at 270°", "intercepts at 0°, 180° and 360°")),
        ("a minimum at (0, 1) and symmetry", ("a minimum at (0, 1)", "symmetry")),
        ("supply and demand curves", ("supply and demand curves",)),
        ("hard and soft rock and the plunge pool", ("hard and soft rock", "the plunge pool")),
        ("the angle between the ray and the normal", ("the angle between the ray and the normal",)),
        ("entities Book, Member and Loan", ("Book", "Member", "Loan")),
        ("axes, labelled; a curve; the point P", ("axes, labelled", "a curve", "the point P")),
    ],
)  # fmt: skip
def test_a_list_of_features(text: str, entries: tuple[str, ...]) -> None:
    assert listed_in(text) == entries


@pytest.mark.parametrize(
    "body",
    [
        "Draw conclusions from two results, including a, b and c",
        "Draw the circuit and explain how it works",
        "Draw a demand curve. Explain why it slopes downwards",
        "Construct a sentence with a main clause, a subordinate clause and a conjunction",
        "Calculate the mean of 3, 5 and 7",
        "Drawing of",
    ],
)
def test_what_is_no_drawing_alone(body: str) -> None:
    assert task_in(body) is None
