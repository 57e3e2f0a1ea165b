"""Statements that are true or false: claims that the notes put right, and meanings with their own or another's term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from packbuilder.markup import rich
from packbuilder.model.material import Claim, Material, Notion
from packbuilder.products.worksheets.parts import meaning_text, picked, term_text
from packbuilder.seeding import Seed
from packbuilder.text import RichText, filled, joined, plain, within
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement, whether it is true, and what is right where it is not (else empty).

    `common`: it is wrong as the notes say that it is often got wrong, and no meaning was put to another's term.
    """

    text: RichText
    true: bool
    right: RichText = ()
    common: bool = False


def statements(material: Material, seed: Seed, count: int, wording: Catalogue) -> tuple[Statement, ...]:
    """Return up to `count` statements, about half of them true, in the seed's order. No two are about the same thing.

    What is false is claims first, since they are what candidates really get wrong; meanings fill up.
    """
    claims = picked(material.claims, seed.child("claims"), count)
    taken = " ".join(f"{claim.wrong} {claim.right}" for claim in claims).casefold()
    free = picked([n for n in material.notions if n.term.casefold() not in taken], seed.child("terms"), len(material.notions))
    total = min(count, len(claims) + len(free))
    # The odd one out is true or false by the seed: neither answer can be guessed from the other's number.
    half = max(1, (total + seed.child("first").below("false", 2)) // 2)
    wrong, rest = claims[:half], claims[half:]
    sound = tuple(claim for claim in rest if claim.plain)
    # A meaning that repeats its term's words is plainly true beside it, so the others come first.
    asked = sorted(free, key=_repeats)[: total - len(wrong) - len(sound)]
    spare = tuple(claim for claim in rest if not claim.plain)[: total - len(wrong) - len(sound) - len(asked)]
    made = [
        *(_wrong(claim) for claim in (*wrong, *spare)),
        *(Statement(text=rich(f"{claim.right}."), true=True) for claim in sound),
        *_of_meanings(asked, half - len(wrong), free, seed, wording),
    ]
    order = seed.child("order").shuffled(range(len(made)), lambda index: str(index))
    return tuple(made[index] for index in order)


def _wrong(claim: Claim) -> Statement:
    return Statement(text=rich(f"{claim.wrong}."), true=False, right=rich(f"{claim.right}."), common=True)


def _repeats(notion: Notion) -> bool:
    """Whether a meaning holds words of its own term: it would tell whose it is."""
    return notion.clue != notion.meaning


def _kinship(one: Notion, other: Notion) -> int:
    """Return how many longer words two terms and their meanings share."""
    words, others = (set(re.findall(r"[^\W\d_]{5,}", f"{each.term} {each.meaning}".casefold())) for each in (one, other))
    return len(words & others)


def _of_meanings(asked: Sequence[Notion], wrong: int, every: Sequence[Notion], seed: Seed, wording: Catalogue) -> Iterator[Statement]:
    """Yield what terms mean, whole, since the term stands beside it; the first `wrong` have another's meaning, where there is another."""
    fit = [other for other in every if not _repeats(other)]
    lent: list[Notion] = []
    for index, notion in enumerate(asked):
        others = [other for other in fit if other not in asked] or [other for other in fit if other is not notion]
        if index >= wrong or not others:
            yield Statement(text=_means(notion, notion, wording), true=True)
            continue
        alike = [other for other in others if other.topic == notion.topic] or others
        # One wrong meaning beside three terms tells itself: before any comes again, those of other false statements are lent.
        swapped = [other for other in asked[:wrong] if other is not notion and other in fit and other not in lent]
        fresh = [other for other in alike if other not in lent] or swapped or [o for o in others if o not in lent] or alike
        # The meaning that is nearest to the term's own: one of another kind of thing is plainly none.
        shown = max(seed.child("other", notion.term).shuffled(fresh, lambda other: other.term), key=lambda other: _kinship(notion, other))
        lent.append(shown)
        right = joined(term_text(notion.term), plain(wording.say("punctuation.colon")), meaning_text(notion.meaning))
        yield Statement(text=_means(notion, shown, wording), true=False, right=right)


def _means(notion: Notion, shown: Notion, wording: Catalogue) -> RichText:
    """Return that a term means what is the meaning of `shown`. At the head of a sentence it has its capital letter."""
    heads = not wording.say("worksheet.means", term="\n", meaning="").partition("\n")[0].strip("‘“„«\xa0 ")
    term = notion.term if heads else notion.said
    if shown.does:
        # What a term does is said of it: "‘Merge sort’ splits a list into halves."
        return filled(wording, "worksheet.does", term=rich(term), meaning=rich(within(shown.meaning, wording.language, term=shown.term)))
    return filled(wording, "worksheet.means", term=rich(term), meaning=rich(within(shown.meaning, wording.language, term=shown.term)))
