"""Digests: a short proof, printed beside a question and beside its scheme, that both were made from the same item."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from packbuilder.document import Block
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.model.scheme import KeyScheme, LevelsScheme, PointsScheme, Scheme
from packbuilder.wording import Catalogue, catalogue


def digest_of(item: Item) -> str:
    """Return 6 hexadecimal digits over what is asked, how it is answered and how it is marked, in this form's order."""
    return _digest(same_as(item))


@lru_cache(maxsize=16384)
def answer_space(item: Same[Item], wording: Same[Catalogue]) -> tuple[Block, ...]:
    """Return the space to answer an item in: the same objects for the digest over it and for every version that has its options in one order."""
    return item.__self__.interaction.answer_space(item.__self__.marks, wording.__self__)


@lru_cache(maxsize=16384)
def _digest(same: Same[Item]) -> str:
    item = same.__self__
    wording = catalogue(item.language)
    parts = (
        flat(item.stem),
        str(item.marks),
        repr(answer_space(same, same_as(wording))),
        repr(item.interaction.key(wording)),
        _marked(item.scheme),
    )
    return blake2b("\n".join(parts).encode(), digest_size=3).hexdigest()


def _marked(scheme: Scheme) -> str:
    match scheme:
        case PointsScheme():
            points = [
                f"{flat(point.text)} {point.marks} {[flat(text) for text in (*point.accept, *point.reject, *point.ignore, *point.essential)]}"
                for point in scheme.points
            ]
            return "|".join(
                (flat(scheme.stated), *points, *map(flat, scheme.indicative), str(scheme.any_of), str(scheme.at_most), scheme.convention)
            )
        case LevelsScheme():
            levels = [f"{level.low}-{level.high} {flat(level.descriptor)}" for level in scheme.levels]
            return "|".join((flat(scheme.stated), *levels, *map(flat, scheme.indicative)))
        case KeyScheme():
            return ""


def digests_of(form: Form) -> list[list[str]]:
    """Return `[label, digest]` for each question or part, in order (`["3", "a1b2c3"]`, `["4(a)", ...]`)."""
    return [
        [f"{question.number}({part.label})" if part.label else str(question.number), digest_of(part.item)]
        for question in form.questions
        for part in question.parts
    ]
