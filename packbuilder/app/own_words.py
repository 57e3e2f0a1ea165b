"""Which questions are in somebody's own words: those of banks, and derived ones that a person has edited.

What else was derived asks and credits what the notes say, and anyone with the notes can derive it: it is no secret. Own words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from packbuilder.markup import flat
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.products.mark_scheme import answer_blocks
from packbuilder.walks import paragraphs_of
from packbuilder.wording import catalogue


def items_of(forms: Iterable[Form]) -> Iterator[Item]:
    """Yield the items on forms, in order."""
    return (part.item for form in forms for question in form.questions for part in question.parts)


def own_words(item: Item, derived: Mapping[str, Item]) -> bool:
    """Whether somebody has worded a question; `derived` are the questions as the notes give them, by id."""
    if item.rule == "bank":
        return True
    twin = derived.get(item.id)
    return twin is None or flat(item.stem) != flat(twin.stem) or set(credits_of(item)) != set(credits_of(twin))


def credits_of(item: Item) -> tuple[str, ...]:
    """Return the creditworthy wording in an item's scheme, as the scheme prints it."""
    blocks = answer_blocks(item, catalogue(item.language))
    return tuple(flat(paragraph.text) for paragraph in paragraphs_of(blocks) if paragraph.role == "credit")
