"""Flashcards: backs behind their fronts, measured in finished files; nothing over a card's edge; nothing cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream

from packbuilder.app.cards import cards_document, fitting, make_cards, too_long
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.diagnostics import Span
from packbuilder.document import CardTurn
from packbuilder.editions import edition_named
from packbuilder.editions.documents import adapted
from packbuilder.layout import PAGE_SIZES_MM, POINTS_PER_MM, AnswerSpace, Layout, PageGeometry
from packbuilder.markup import flat, rich
from packbuilder.model.card import Card
from packbuilder.products.flashcards import GRIDS, card_layout
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.text import plain
from packbuilder.typeset.blocks.cards import CardOverflowError
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import Laid
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.setter import Setter
from packbuilder.walks import texts_of
from tests.products.test_products import PLACE

HALF_A_MILLIMETRE = 0.5 * POINTS_PER_MM
SPACE = 0.3 * 18
SIZES = ("A4", "letter", "A5")
TURNS: tuple[CardTurn, ...] = ("long", "short")


def look(size: str) -> Layout:
    """Return a layout of a paper size with a wide binding margin that changes sides, as a worst case."""
    width, height = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[size])
    return replace(
        layout("handout-a4", PLACE), name=size, page=PageGeometry(width=width, height=height, inner=70.0, outer=20.0, mirrored=True)
    )


def card(number: int, front: str, back: str, *, topic: str = "topic") -> Card:
    return Card(
        id=f"t.{number}",
        topic=topic,
        title=f"Topic of card {number}",
        kind="term",
        front=rich(front),
        back=rich(back),
        span=Span(path="notes.txt", line=number, column=3),
    )


CARDS = tuple(card(n, f"Term {n}", f"The meaning of {n}, which has " + "some more words " * (n % 4)) for n in range(1, 12))


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it is read back: the words of each text with its origin and direction, and the cut marks' lines."""

    width: float
    height: float
    texts: tuple[tuple[str, float, float, float], ...]
    upright: tuple[float, ...]
    level: tuple[float, ...]

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Return the row, from the top, and the column of a point of the page."""
        return sum(y < edge for edge in self.level[1:-1]), sum(x > edge for edge in self.upright[1:-1])


def seen(data: bytes) -> Iterator[Seen]:
    """Yield the pages of a file, from the operators of their content and nothing else."""
    reader = PdfReader(BytesIO(data))
    for each in reader.pages:
        matrix, stack = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), []
        texts, upright, level = [], set(), set()
        start, origin = (0.0, 0.0), (0.0, 0.0)
        content = each.get_contents()
        assert content is not None
        for operands, operator in ContentStream(content, reader).operations:
            values = [float(value) for value in operands] if operator in (b"cm", b"Td", b"m", b"l") else []
            match operator:
                case b"q":
                    stack.append(matrix)
                case b"Q":
                    matrix = stack.pop()
                case b"cm":
                    matrix = product(values, matrix)
                case b"BT":
                    origin = (0.0, 0.0)
                case b"Td":
                    origin = (origin[0] + values[0], origin[1] + values[1])
                case b"Tj":
                    words = operands[0].original_bytes.decode("utf-16-be")
                    texts.append((words, *moved(origin, matrix), matrix[0]))
                case b"m":
                    start = moved((values[0], values[1]), matrix)
                case b"l":
                    end = moved((values[0], values[1]), matrix)
                    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
                    if length < 5 * POINTS_PER_MM:
                        (upright if abs(end[0] - start[0]) < 0.01 else level).add(round(end[0 if abs(end[0] - start[0]) < 0.01 else 1], 2))
        box = each.mediabox
        yield Seen(float(box.width), float(box.height), tuple(texts), tuple(sorted(upright)), tuple(sorted(level, reverse=True)))


def product(one: list[float], other: tuple[float, ...]) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(point: tuple[float, float], matrix: tuple[float, ...]) -> tuple[float, float]:
    x, y = point
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]


def labels(of: Seen) -> dict[int, tuple[float, float, float]]:
    """Return where each card's label begins, by the number that it names, and its direction."""
    return {int(found[1]): rest for words, *rest in of.texts if (found := re.match(r"Topic of card (\d+)", words))}  # type: ignore[misc]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("per_page", GRIDS)
def test_backs_lie_behind_their_fronts_when_the_paper_is_turned(size: str, turn: CardTurn, per_page: int) -> None:
    made = make_cards(CARDS, title="T", layout=look(size), printer=Printer(), per_page=per_page, turn=turn)
    pages = list(seen(made.data))
    assert len(pages) == 2 * -(-len(CARDS) // per_page)
    columns, rows = GRIDS[per_page]
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        assert len(front.upright) == len(back.upright) == columns + 1
        assert len(front.level) == len(back.level) == rows + 1

        def turned(x: float, y: float, of: Seen = back) -> tuple[float, float]:
            """Where a point of the back's own page lies behind the front's."""
            return (of.width - x, y) if turn == "long" else (x, of.height - y)

        # The marks of both sides are the same lines through the paper.
        assert sorted(turned(x, 0)[0] for x in back.upright) == pytest.approx(front.upright, abs=HALF_A_MILLIMETRE)
        assert sorted((turned(0, y)[1] for y in back.level), reverse=True) == pytest.approx(front.level, abs=HALF_A_MILLIMETRE)
        behind = labels(back)
        assert labels(front).keys() == behind.keys()
        for number, (x, y, direction) in labels(front).items():
            other_x, other_y, other = behind[number]
            through = turned(other_x, other_y)
            assert front.place(*through) == front.place(x, y) == divmod((number - 1) % per_page, columns)
            # Turned like the page of a book, a card's label begins as far from its left edge, and from its top, as in front.
            left, right = front.upright[front.place(x, y)[1] :][:2]
            assert right - through[0] == pytest.approx(x - left, abs=HALF_A_MILLIMETRE)
            assert through[1] == pytest.approx(y, abs=HALF_A_MILLIMETRE)
            assert (direction, other) == (1.0, 1.0 if turn == "long" else -1.0)


@pytest.mark.parametrize("size", SIZES)
def test_a_folded_sheet_has_each_back_beside_its_front_at_the_same_height(size: str) -> None:
    made = make_cards(CARDS, title="T", layout=look(size), printer=Printer(), turn="fold")
    pages = list(seen(made.data))
    assert len(pages) == 3
    for each in pages:
        middle = each.width / 2
        assert each.upright[1] == pytest.approx(middle, abs=HALF_A_MILLIMETRE)
        found: dict[str, list[tuple[float, float]]] = {}
        for words, x, y, _ in each.texts:
            if words.startswith("Topic of card"):
                found.setdefault(words, []).append((x, y))
        for (x, y), (other_x, other_y) in map(sorted, found.values()):
            assert x < middle < other_x
            assert (other_y, other_x - middle) == pytest.approx((y, x - each.upright[0]), abs=HALF_A_MILLIMETRE)


def sides(laid: Laid, columns: int, rows: int) -> Iterator[tuple[float, tuple[float, float, float, float], tuple[float, float]]]:
    """Yield of every side's text the middle and the box within its page's grid, and the size of a card."""
    for each in laid.pages:
        for placement in each.placements:
            fragment, width = laid.fragments[placement.fragment], each.width - 2 * placement.x
            boxes: dict[int, list[tuple[float, float, float, float]]] = {}
            for leaf in placement.slab.leaves:
                at = placement.slab.base + leaf.node
                while at > 0 and fragment.nodes[at].name not in ("front", "back"):
                    at = fragment.nodes[at].parent
                if at > 0 and leaf.box:
                    boxes.setdefault(at, []).append(leaf.box)
            for parts in boxes.values():
                left, bottom, right, top = zip(*parts, strict=True)
                # The last line has no space at its end: its middle is that of its letters.
                middle = (parts[-1][0] + parts[-1][2]) / 2
                yield middle, (min(left), min(bottom), max(right), max(top)), (width / columns, placement.slab.height / rows)


WORDS = st.lists(st.text(alphabet="abcdefghiklmnorstuvw", min_size=1, max_size=24), min_size=1, max_size=35).map(" ".join)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(SIZES), st.sampled_from([8, 4]), st.sampled_from(TURNS))
def test_whatever_fits_stands_inside_its_card_in_the_middle(pairs: list[tuple[str, str]], size: str, per_page: int, turn: CardTurn) -> None:
    cards = tuple(card(number, front, back) for number, (front, back) in enumerate(pairs, 1))
    cards = fitting(cards, too_long(cards, layout=look(size), per_page=per_page))
    if not cards:
        return
    setter = Setter(card_layout(look(size)))
    laid = lay_out(cards_document(cards, title="T", per_page=per_page, turn=turn), setter)
    columns, rows = GRIDS[per_page]
    found = list(sides(laid, columns, rows))
    assert len(found) == 2 * len(cards)
    for middle, (left, bottom, right, top), (width, height) in found:
        column, row = int((left + right) / 2 // width), int(-(top + bottom) / 2 // height)
        # A line's box has the space in it that it ends with, which nobody sees: at the left where the page is turned.
        edge = 3 * POINTS_PER_MM - SPACE
        assert column * width + edge <= left and right <= (column + 1) * width - edge
        assert -top >= row * height and -bottom <= (row + 1) * height - 3 * POINTS_PER_MM + 0.1
        assert middle == pytest.approx((column + 0.5) * width, abs=HALF_A_MILLIMETRE)


def test_text_is_as_large_as_its_card_allows_between_limits() -> None:
    def used(meaning: str, per_page: int) -> float:
        data = make_cards((card(1, "Term", meaning),), title="T", layout=look("A4"), printer=Printer(), per_page=per_page).data
        content = PdfReader(BytesIO(data)).pages[1].get_contents()
        assert content is not None
        return max(float(operands[1]) for operands, operator in ContentStream(content, None).operations if operator == b"Tf")

    short, long, longest = "A few words.", "Twenty words are not a lot. " * 12, "Twenty words are not a lot. " * 32
    assert used(short, 4) == 18.0
    assert 14.0 <= used(short, 8) < 18.0
    assert 8.0 <= used(longest, 8) < used(long, 8) < used(short, 8)


def test_what_is_too_long_is_named_at_its_place_and_can_be_left_out() -> None:
    cards = (CARDS[0], card(2, "State", "A state is a body. " * 90), CARDS[2])
    (found,) = too_long(cards, layout=look("A4"))
    assert found.render().startswith("notes.txt:2:3: error[T130]: the back of the card ‘State’ is too long for a card of 8 to a page")
    assert "--per-page 4" in found.hints[0]
    assert fitting(cards, (found,)) == (cards[0], cards[2])
    with pytest.raises(CardOverflowError, match="back of card 2"):
        make_cards(cards, title="T", layout=look("A4"), printer=Printer())


def test_a_word_wider_than_its_card_goes_on_in_the_next_line() -> None:
    word = "pneumonoultramicroscopicsilicovolcanoconiosis" * 2
    assert too_long((card(1, word, "A disease."),), layout=look("A5")) == ()
    data = make_cards((card(1, word, "A disease."),), title="T", layout=look("A5"), printer=Printer(prove=True)).data
    assert word in re.sub(r"[\W\d]", "", PdfReader(BytesIO(data)).pages[0].extract_text())


@pytest.mark.parametrize(
    "word", ["Pneumonoultramicroscopicsilicovolcanoconiosis", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"]
)
def test_an_overlong_word_is_divided_sooner_than_set_much_smaller_than_other_cards(word: str) -> None:
    setter = Setter(card_layout(look("A4")))

    def height(front: str) -> float:
        """Return the height of the line or lines of a card's front in points."""
        laid = lay_out(cards_document((card(1, front, "A disease."),), title="T", per_page=8, turn="long"), setter)
        (_, box, _) = next(iter(sides(laid, *GRIDS[8])))
        return box[3] - box[1]

    assert height(word) >= 2 * height("State")


@pytest.mark.parametrize("turn", [*TURNS, "fold"])
def test_sheets_are_to_the_standard_and_proved(turn: CardTurn) -> None:
    formulas = card(12, "Ammonia", "Made by \\ce{N2 + 3H2 <=> 2NH3}, as [Haber]{lang=de} did: $x = \\frac{1}{2}$ < 1.", topic="another")
    data = make_cards((*CARDS, formulas), title="T", layout=look("A4"), printer=Printer(archival=True, prove=True), turn=turn).data
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_a_card_is_read_out_front_and_back_together_with_its_number_and_label_once() -> None:
    tree = read_back(make_cards(CARDS[:3], title="T", layout=look("A4"), printer=Printer()).data).tree
    assert tree is not None
    entries = [each for each in tree.walk() if each.role == "LI"]
    read = [[(each.name or each.role, each.text.strip()) for each in entry.walk() if each.own.strip()] for entry in entries]
    assert read[0] == [
        ("Lbl", "1"),
        ("label", "Topic of card 1"),
        ("front", "Term 1"),
        ("back", "The meaning of 1, which has some more words"),
    ]
    assert [[name for name, _ in each] for each in read] == [["Lbl", "label", "front", "back"]] * 3
    # Readers jump between topics: the first label of each is a heading.
    assert [each.text.strip() for each in tree.walk() if each.role == "H1"] == ["Topic of card 1"]


def test_every_reader_is_given_front_and_back() -> None:
    document = cards_document((card(1, "Salt & acid", "An <ionic> compound."),), title="T")
    html = to_html(document, AnswerSpace()).decode()
    assert "<dt><b>1.</b> Salt &amp; acid" in html and "<dd>An &lt;ionic&gt; compound.</dd>" in html
    assert "1. Salt & acid (Topic of card 1)\nAn <ionic> compound." in to_text(document, AnswerSpace())
    assert to_docx(document, AnswerSpace()) == to_docx(document, AnswerSpace())
    assert [flat(text) for text in texts_of(document.blocks)] == ["Topic of card 1", "Salt & acid", "An <ionic> compound."]


def test_an_edition_without_italics_and_capitals_has_none_on_its_cards() -> None:
    shouted = replace(card(1, "*Salt*", "x"), back=plain("DO NOT TASTE ANYTHING"))
    (sheet,) = adapted(cards_document((shouted,), title="T"), edition_named("large-18")).blocks
    assert [flat(text) for text in texts_of((sheet,))] == ["Topic of card 1", "Salt", "Do not taste anything"]
