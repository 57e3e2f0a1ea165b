"""Answer lines that go over to the next page fill the first, and two lines that say so take their room from above the foot."""

from __future__ import annotations

from packbuilder.document import AnswerLines
from packbuilder.editions import EDITIONS
from packbuilder.editions.layouts import modified
from packbuilder.typeset.furniture import PageFacts, furniture, message_room
from packbuilder.typeset.setter import Setter
from tests.editions.test_editions import PLACE, layout

LARGE = modified(layout("exam-a4", PLACE), EDITIONS["large-24"])
LONG = "Fortsetzung von Aufgabe 13 auf der nächsten Seite"


def test_the_fewer_lines_go_over_the_less_a_break_costs() -> None:
    for count in (8, 16):
        slabs = Setter(LARGE).lay(AnswerLines(lines=count), "en-GB").slabs
        inside = [slab.after for slab in slabs[1 : count - 2]]
        assert inside == sorted(inside, reverse=True)
        assert inside[0] > inside[-1] > 0


def test_an_essay_has_more_lines_than_a_page_holds() -> None:
    """HANDBOOK section 3: 6 marks have 14 lines, 8 to 12 a page of 25; what is worth more has more."""
    space = layout("exam-a4", PLACE).answer
    assert [space.lines(marks) for marks in (1, 4, 6, 8, 12, 13, 20, 30)] == [2, 8, 14, 25, 25, 28, 49, 79]


def lowest(facts: PageFacts) -> float:
    placed, _ = furniture(LARGE, {}, facts)
    return min(each.y for each in placed if each.slab.height)


def test_the_foot_of_a_page_stands_where_it_does_elsewhere() -> None:
    words = {"page_of": "Seite 3 von 9", "outside_box": ""}
    room = message_room(LONG, LARGE)
    assert room == LARGE.style("furniture").leading
    assert message_room("Goes on", LARGE) == message_room("", LARGE) == 0.0
    usual = lowest(PageFacts(number=3, pages=9, words=words))
    assert lowest(PageFacts(number=3, pages=9, words=words, message=LONG, raised=room)) == usual
    assert lowest(PageFacts(number=3, pages=9, words=words, message=LONG)) == usual - room
