"""A pack in several languages: the boxes of a checklist bear the letters that the words above it name."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.document import Block, Document, ItemList
from packbuilder.layout import Layout, TextStyle
from packbuilder.model.topic import MarkingPoint, Topic
from packbuilder.products.revision_pack import revision_pack
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter
from packbuilder.wording import catalogue, languages

SPAN = Span(path="notes.md", line=1, column=1)


def pack() -> Document:
    points = {"fr": "Expliquer la crise financière.", "de": "Erkläre den Treibhauseffekt."}
    topics = tuple(
        Topic(id=tag, title=tag, language=tag, span=SPAN, marking_points=(MarkingPoint(text=text, span=SPAN),))
        for tag, text in points.items()
    )
    return revision_pack(topics, title="T", language="fr", variant="plain")


def rated(blocks: tuple[Block, ...]) -> list[ItemList]:
    return [block for block in blocks if isinstance(block, ItemList) and block.style == "rag"]


def test_each_list_has_the_letters_of_its_own_language() -> None:
    wording = catalogue("fr")
    assert [wording.of(each.language).lines("rating.letters") for each in rated(pack().blocks)] == [("R", "O", "V"), ("1", "2", "3")]


def test_they_are_announced_so_in_the_file() -> None:
    laid = lay_out(pack(), Setter(Layout(name="plain", styles=(("body", TextStyle()),))))
    announced = [node.alt.rsplit(", ", 1)[1] for fragment in laid.fragments for node in fragment.nodes if node.alt and ", " in node.alt]
    assert announced == ["R", "O", "V", "1", "2", "3"]


def test_every_instruction_on_boxes_speaks_of_options_on_a_screen() -> None:
    for language in languages():
        wording = catalogue(language)
        objective, instead = wording.say("section.objective.instruction"), wording.say("reader.instead.section.objective.instruction")
        boxes = objective.split(". ", 1)[1]
        for key in (key for key in wording.messages if key.startswith("section.") and boxes in wording.say(key)):
            assert wording.say(f"reader.instead.{key}") == wording.say(key).replace(boxes, instead.split(". ", 1)[1]), (language, key)
