r"""Cards as an Anki deck (`.apkg`), made by genanki, which writes what Anki itself imports.

A note is known to Anki by its `guid`, made here of the card's id alone: a deck that is imported again updates the notes
it has brought before and keeps what Anki knows of the learner. Anki updates a note only where the new one is dated
later (`UpdateCondition::IfNewer` of its importer), so that the date must grow when the notes change.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from packbuilder.archives import stamped
from packbuilder.model.card import Card
from packbuilder.text import Break, Maths, Reference, RichText, Run

if TYPE_CHECKING:
    import genanki

_MODEL = 1_563_827_404
"""The number of packbuilder's kind of note: chosen once, never changed, or every deck would be doubled."""

_FRONT = '<div class="topic">{{Topic}}</div>\n<div class="front">{{Front}}</div>'
_BACK = '{{FrontSide}}\n<hr id="answer">\n<div class="back">{{Back}}</div>'
_CSS = """.card { font-family: "Atkinson Hyperlegible", Verdana, Arial, sans-serif; font-size: 22px; line-height: 1.4; text-align: center; }
.topic { font-size: 14px; opacity: 0.75; margin-bottom: 1em; }
.front, .back { max-width: 32em; margin: 0 auto; }
"""


def to_apkg(cards: tuple[Card, ...], *, title: str, created: int) -> bytes:
    """Return the deck, a subdeck a topic where there are several. The same arguments give the same bytes.

    `created`, in seconds since 1970, dates every note.
    """
    # Imported here: only this needs genanki.
    import genanki

    model = _model()
    decks: dict[str, genanki.Deck] = {}
    several = len({card.topic for card in cards}) > 1
    for card in cards:
        deck = decks.get(card.topic)
        if deck is None:
            name = f"{_level(title)}::{_level(card.title)}" if several else _level(card.title)
            deck = decks[card.topic] = genanki.Deck(_number(card.topic), name)
        fields = [to_html(card.front), to_html(card.back), escape(card.title)]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=guid(card), tags=list(_tags(card))))
    held = BytesIO()
    genanki.Package(list(decks.values())).write_to_file(held, timestamp=float(created))
    return stamped(held.getvalue())


def guid(card: Card) -> str:
    """Return what Anki knows a card's note by: made of its id alone."""
    return blake2b(f"packbuilder:{card.id}".encode(), digest_size=8).hexdigest()


def to_html(text: RichText) -> str:
    r"""Return rich text as a field of a note: escaped HTML, formulas as `\(...\)`, which Anki hands to MathJax."""
    return "".join(_inlines(text))


def _inlines(text: RichText) -> Iterator[str]:
    for inline in text:
        match inline:
            case Run():
                yield _run(inline)
            case Maths():
                opening, closing = (r"\[", r"\]") if inline.display else (r"\(", r"\)")
                yield opening + escape(inline.source, quote=False) + closing
            case Break():
                yield "<br>"
            case Reference():
                yield escape(inline.text)
            case _:
                yield "____"


def _run(run: Run) -> str:
    # What stands for a formula, a sound or a field in Anki is none in notes: the sign is written another way.
    html = escape(run.text, quote=False).replace("\\", "&#92;").replace("[", "&#91;").replace("{", "&#123;")
    tags = (("code", run.code), ("sub", run.script == "sub"), ("sup", run.script == "super"), ("i", run.italic), ("b", run.bold))
    for tag, wanted in tags:
        html = f"<{tag}>{html}</{tag}>" if wanted else html
    return f'<span lang="{escape(run.language)}">{html}</span>' if run.language else html


def _model() -> genanki.Model:
    import genanki

    return genanki.Model(
        _MODEL,
        "packbuilder",
        fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Topic"}],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )


def _level(title: str) -> str:
    """Return a title as one level of a deck's name, in which two colons begin the next."""
    return " ".join(title.replace("::", ": ").split()) or "packbuilder"


def _number(topic: str) -> int:
    """Return the number of a topic's deck: of 31 bits, as genanki asks, and never Anki's own default deck."""
    return (1 << 30) + int.from_bytes(blake2b(topic.encode(), digest_size=4).digest()) % (1 << 30)


def _tags(card: Card) -> Iterator[str]:
    """Yield a card's tags: its topic and its kind. A tag holds no space."""
    yield "-".join(card.topic.split())
    yield card.kind
