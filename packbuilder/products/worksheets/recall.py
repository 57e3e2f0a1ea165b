"""Quick questions: a line each to ask and a line each to answer, from terms, meanings and claims."""

from __future__ import annotations

from packbuilder.markup import rich
from packbuilder.model.material import Claim, Material, Notion
from packbuilder.products.worksheets.parts import meaning_text, picked, term_text, which_term
from packbuilder.seeding import Seed
from packbuilder.text import RichText, filled
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """A quick question, its answer, its topic, and how many lines the answer needs."""

    asked: RichText
    answer: RichText
    topic: str
    lines: int


def quick_questions(material: Material, seed: Seed, count: int, wording: Catalogue) -> tuple[Quick, ...]:
    """Return up to `count` questions: for terms and for meanings in turn, and every third one on a claim. No term comes twice."""
    every = len(material.notions)
    notions = iter(picked(material.notions, seed.child("terms"), every))
    claims = iter(picked(material.claims, seed.child("claims"), len(material.claims)))
    made: list[Quick] = []
    shown = ""
    for turn in range(2 * (every + len(material.claims))):
        if len(made) >= count:
            break
        thing = next(claims, None) if turn % 3 == 2 else next(notions, None)
        if thing is None or _words(thing) in shown:
            continue
        made.append(_of_claim(thing, wording) if isinstance(thing, Claim) else _of_notion(thing, turn, wording))
        shown += f" | {_words(thing)} {_printed(thing)}"
    return tuple(made)


def _words(thing: Notion | Claim) -> str:
    return (thing.term if isinstance(thing, Notion) else thing.wrong).casefold()


def _printed(thing: Notion | Claim) -> str:
    """Return all that a question on a thing prints: no later question may ask for what stands in it."""
    return (thing.meaning if isinstance(thing, Notion) else thing.wrong).casefold()


def _of_notion(notion: Notion, turn: int, wording: Catalogue) -> Quick:
    if turn % 3 == 0 and notion.telling:
        asked = which_term(notion, wording)
        return Quick(asked=asked, answer=term_text(notion.term), topic=notion.topic, lines=1)
    asked = filled(wording, "worksheet.recall.meaning", term=rich(notion.said))
    return Quick(asked=asked, answer=meaning_text(notion.meaning), topic=notion.topic, lines=2)


def _of_claim(claim: Claim, wording: Catalogue) -> Quick:
    asked = filled(wording, "worksheet.recall.wrong", claim=rich(claim.wrong))
    return Quick(asked=asked, answer=rich(f"{claim.right}."), topic=claim.topic, lines=2)
