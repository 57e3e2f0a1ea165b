"""Exit tickets are two equal halves, covers of small pages hold their grid, and a Cornell strip follows its notes."""

from __future__ import annotations

from packbuilder.app.library import load
from packbuilder.app.making import draw
from packbuilder.app.project import layout
from packbuilder.document import CutLine, Group, Heading, Table
from packbuilder.markup import flat
from packbuilder.model.blueprint import Blueprint
from packbuilder.products.practice_paper import practice_paper
from packbuilder.products.revision_pack import revision_pack
from packbuilder.products.worksheets.documents import Worksheet, sheet_document
from packbuilder.products.worksheets.lessons import make_exit_ticket
from packbuilder.products.worksheets.sheet import Wish
from packbuilder.seeding import Seed
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter
from packbuilder.wording import catalogue
from tests.products.test_products import FILES, PLACE, ROOT
from tests.products.worksheets.notes import tides


def test_both_tickets_say_the_same_and_are_cut_at_half_the_page() -> None:
    sheet = make_exit_ticket(tides(), Seed(1), Wish(count=2), catalogue("en-GB"))
    worksheet = Worksheet(kind="exit-ticket", title="Tides", version="A", seed=1, language="en-GB", sheet=sheet)
    document = sheet_document(worksheet)
    (whole,) = document.blocks
    assert isinstance(whole, Group)
    cut = whole.blocks.index(CutLine())
    assert whole.blocks[:cut] == whole.blocks[cut + 1 :]
    look = layout("handout-a4", PLACE)
    laid = lay_out(document, Setter(look))
    assert len(laid.pages) == 1
    (line,) = [each for each in laid.pages[0].placements if each.slab.parting]
    assert abs(line.y - line.slab.height / 2 - look.page.height / 2) < 0.5


def test_the_grid_stands_on_a_small_cover_and_no_question_below_it() -> None:
    library = load(FILES, root=ROOT)
    (form,) = draw(library.bank, Blueprint(marks=30), seed=5, title="Science")
    for name in ("handout-a5", "exam-a4"):
        document = practice_paper(form)
        laid = lay_out(document, Setter(layout(name, PLACE)))
        first = dict.fromkeys(each.fragment for each in laid.pages[0].placements)
        names = {node.name for at in first for node in laid.fragments[at].nodes}
        assert "grid" in names
        assert "question" not in names


def test_a_cornell_strip_stands_behind_the_notes() -> None:
    library = load(FILES[2:3], root=ROOT)
    pack = revision_pack(library.bank.topics, title="Acids", variant="cornell")
    table = next(at for at, block in enumerate(pack.blocks) if isinstance(block, Table) and block.role == "cornell")
    after = [block for block in pack.blocks[table:] if isinstance(block, Heading) or (isinstance(block, Group) and block.role == "box")]
    assert isinstance(after[0], Group)
    assert flat(after[0].label) == catalogue("en-GB").say("pack.summary")
