"""Sort into groups: terms by their topics, or statements by whether an examiner would credit them."""

from __future__ import annotations

from packbuilder.alphabets import in_list
from packbuilder.document import AnswerBox, Block, Column, Group, Paragraph, Table
from packbuilder.markup import flat
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import cell, numbered, picked, term_text
from packbuilder.products.worksheets.sheet import CLAIMS, LackingError, Sheet, Wish
from packbuilder.products.worksheets.statements import statements
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.wording import Catalogue

_USUAL, _MOST = 12, 24
_FEWEST_EACH = 2
_GROUPS = 4
_SPACE = 4
"""Room to write in a group, in marks' worth of workings."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Sort the terms of two to four topics; of a single one, what is right and what is a mistake."""
    topics = [t for t in material.topics if sum(n.topic == t.id for n in material.notions) >= _FEWEST_EACH][:_GROUPS]
    wanted = min(_MOST, wish.count or _USUAL)
    if len(topics) < 2:
        return _statements(material, seed, wish, wording)
    ids = [topic.id for topic in topics]
    drawn = picked([n for n in material.notions if n.topic in ids], seed, wanted)
    words = tuple(sorted(drawn, key=lambda notion: in_list(notion.term, wording.language)))
    bank = joined(*(term_text(each.term, bold=False) for each in words), separator="   ·   ")
    tasks: tuple[Block, ...] = (
        Group(blocks=(Paragraph(text=bank),), role="box", together=True, label=said(wording, "cloze.bank")),
        _groups([plain(topic.title, bold=True) for topic in topics]),
    )
    key = numbered(
        (
            Paragraph(text=plain(f"{topic.title}{wording.say('punctuation.colon')}", bold=True)),
            Paragraph(
                text=joined(
                    *(term_text(n.term, bold=False) for n in words if n.topic == topic.id), separator=wording.say("punctuation.semicolon")
                )
            ),
        )
        for topic in topics
    )
    return Sheet(tasks=tasks, answers=(key,), count=len(drawn))


def _statements(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    listed = statements(material, seed, min(_MOST, wish.count or 8), wording)
    right = [index for index, each in enumerate(listed) if each.true]
    wrong = [index for index, each in enumerate(listed) if not each.true]
    if not right or not wrong or len(listed) < 2 * _FEWEST_EACH:
        what = "statements, some true and some false"
        raise LackingError(kind="sorting", needed=2 * _FEWEST_EACH, what=what, found=len(listed), where=f"{CLAIMS}; or name more topics")
    letters = [wording.option(index) for index in range(len(listed))]
    rows = tuple((cell(plain(name, bold=True), header=True), cell(each.text)) for name, each in zip(letters, listed, strict=True))
    cards = Table(columns=(Column(share=0.6), Column(share=10)), rows=rows, role="glossary")
    # A meaning put to another's term is a mistake, but nobody says that it is a common one.
    mistake = "mistake" if all(listed[index].common for index in wrong) else "wrong"
    names = [said(wording, f"worksheet.sorting.{name}", bold=True) for name in ("right", mistake)]
    key = numbered(
        (Paragraph(text=joined(name, plain(wording.say("punctuation.colon")), plain(", ".join(letters[index] for index in places)))),)
        for name, places in zip(names, (right, wrong), strict=True)
    )
    corrections = [joined(plain(f"{letters[index]} ", bold=True), listed[index].right) for index in wrong if listed[index].right]
    notes = tuple(Paragraph(text=text, role="credit") for text in corrections)
    return Sheet(tasks=(cards, _groups(names)), answers=(key, *notes), count=len(listed))


def _groups(names: list[RichText]) -> Table:
    """Return a column to write in for each group."""
    return Table(
        columns=tuple(Column(share=1) for _ in names),
        header=(tuple(cell(name, header=True) for name in names),),
        rows=(tuple(cell(AnswerBox(label=flat(name), room=_SPACE)) for name in names),),
        role="data",
    )
