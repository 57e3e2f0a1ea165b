"""The revision pack in full: answers, references, index and variants, read from finished files."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import pytest

from packbuilder.app.packs import make_answers, make_pack, pack_document
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout, library_of
from packbuilder.app.verifying.packs import answer_differences
from packbuilder.assemble.practice import practice_questions
from packbuilder.diagnostics import Span
from packbuilder.document import AnswerLines, Columns, Group, NumberedQuestion, Table
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.pack import VARIANTS, PackWishes
from packbuilder.model.print_habits import Imposition, PrintHabits
from packbuilder.model.topic import MarkingPoint, Misconception, Topic
from packbuilder.products.organiser import knowledge_organiser
from packbuilder.products.revision_pack import worked_items
from packbuilder.products.revision_pack.cornell import cornell
from packbuilder.products.revision_pack.index import index
from packbuilder.products.revision_pack.notes import credited, mistakes
from packbuilder.proof.small_pages import pages_in, printed_page
from packbuilder.seeding import Seed
from packbuilder.text import Reference
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import FORBIDDEN
from packbuilder.typeset.reading.readback import Element, ReadBack, read_back
from packbuilder.typeset.setter import Setter
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue
from tests.products.test_products import PLACE, ROOT


@lru_cache(maxsize=1)
def bank() -> ItemBank:
    return library_of((str(ROOT / "sources" / "chemistry"),), PLACE)[0].bank


@lru_cache(maxsize=4)
def printed(wishes: PackWishes = PackWishes()) -> ReadBack:  # noqa: B008  # a frozen value
    """A pack over two topics, proved as it was made: every reference names the page that it leads to."""
    made = make_pack(bank(), title="Science", layout=layout("handout-a4", PLACE), printer=Printer(prove=True), wishes=wishes)
    return read_back(made.data)


def test_what_is_right_is_not_printed_among_what_is_to_be_avoided() -> None:
    span = Span(path="notes.txt", line=1)
    right = Misconception(claim="", correction="Not all metals are magnetic.", span=span)
    either = Misconception(claim="Plants do not respire.", correction="", span=span, doubtful=True)
    mistake = Misconception(claim="Confusing mass with weight.", correction="", span=span)
    pair = Misconception(claim="Bats are blind.", correction="They can see.", span=span)
    topic = Topic(id="t", title="T", span=span, misconceptions=(right, either, mistake, pair))
    words = catalogue("en-GB")
    assert [flat(text) for text in texts_of(tuple(mistakes(topic, words)))] == [
        "Common mistakes", "Not this", "But this", "Bats are blind.", "They can see.", "Remember these:", "Not all metals are magnetic.",
        "Take care with these:", "Plants do not respire.", "Avoid these:", "Confusing mass with weight.",
    ]  # fmt: skip
    (table,) = (block for block in cornell(topic, words) if isinstance(block, Table))
    said = [" ".join(flat(text) for text in texts_of(row[0].blocks)) for row in table.rows]
    assert said[:4] == ["Not this: Bats are blind.", "Remember these:", "Take care with these:", "Common mistakes"]
    (block,) = knowledge_organiser((topic,), title="x").blocks
    assert isinstance(block, Columns)
    assert [flat(text) for text in texts_of(block.blocks)] == [
        "Common mistakes",
        "Remember: Not all metals are magnetic.",
        "Take care: Plants do not respire.",
        "Confusing mass with weight.",
        "Not: Bats are blind. But: They can see.",
    ]


def test_a_title_with_formulas_is_set_in_headings_and_plain_in_bookmarks_and_properties() -> None:
    topic = replace(bank().topics[0], title="Energy: E = mc²", heading="Energy: $E = mc^2$")
    one = replace(bank(), topics=(topic,))
    read = read_back(make_pack(one, title=topic.title, layout=layout("handout-a4", PLACE), printer=Printer(prove=True)).data)
    assert read.tree is not None
    titles = [each for each in read.tree.find(role="H1") if "Energy" in each.text]
    assert len(titles) == 2
    assert all([formula.alt for formula in each.find(role="Formula")] == ["E equals m c squared"] for each in titles)
    assert "Energy: E = mc²" in [bookmark.words for bookmark in read.outline]
    assert read.info["Title"].startswith("Energy: E = mc² – ")


def rows_of_answers(read: ReadBack) -> list[tuple[int, int, str]]:
    """The number of each answered question, the page that it names, and where it sends its readers."""
    assert read.tree is not None
    rows = []
    for row in read.tree.find(role="TR"):
        match = re.fullmatch(r"(\d+)\s*page\s*(\d+)", " ".join(row.children[0].text.split()))
        if match:
            rows.append((int(match[1]), int(match[2]), " ".join(row.children[2].text.split())))
    return rows


def questions(read: ReadBack) -> dict[int, Element]:
    assert read.tree is not None
    return {int(each.children[0].text): each for each in read.tree.find(name="question")}


def test_every_practice_question_has_its_answer_with_its_page_and_a_section_to_look_at() -> None:
    read = printed()
    asked = questions(read)
    answered = rows_of_answers(read)
    assert [number for number, _, _ in answered] == sorted(asked) == list(range(1, len(asked) + 1))
    assert len(asked) == 5 * len(bank().topics)
    for number, page, look in answered:
        assert page == asked[number].page
        assert re.fullmatch(r"(Key concepts|Common mistakes|Overview|What examiners credit), page \d+", look), look
        section, where = look.rsplit(", page ", 1)
        assert section in read.pages[int(where) - 1] or section == "Key concepts"


def test_answers_stand_after_all_topics_and_no_answer_stands_by_its_question() -> None:
    read = printed()
    marks = [mark for mark in read.outline if mark.level == 1]
    assert [mark.words for mark in marks][-2:] == ["Answers", "Index of terms"]
    assert max(each.page for each in questions(read).values()) < marks[-2].page


def test_the_index_lists_every_term_once_in_order_with_the_page_of_its_meaning() -> None:
    read = printed()
    assert read.tree is not None
    terms = {flat_term(concept.term) for topic in bank().topics for concept in topic.concepts if concept.term}
    listed = {}
    for element in read.tree.find(name="flow")[0].find(role="P"):
        match = re.fullmatch(r"(.+?)((?:, \d+)+)", " ".join(element.text.split()))
        if match:
            listed[match[1]] = [int(page) for page in match[2].split(", ")[1:]]
    assert {term.casefold() for term in terms} == {term.casefold() for term in listed}
    assert [term.casefold() for term in listed] == sorted((term.casefold() for term in listed), key=lambda term: re.sub(r"\W", "", term))
    for term, pages in listed.items():
        assert all(term.casefold() in " ".join(read.pages[page - 1].casefold().split()) for page in pages)


def flat_term(term: str) -> str:
    from packbuilder.markup import rich

    return flat(rich(term))


def test_welsh_terms_are_in_the_order_of_the_welsh_alphabet() -> None:
    from dataclasses import replace

    (topic, *_) = bank().topics
    concept = topic.concepts[0]
    words = ("llif", "lwmp", "chwarae", "cynefin", "dŵr", "ddoe", "rhaeadr", "rwber")
    welsh = replace(topic, language="cy", concepts=tuple(replace(concept, term=word) for word in words))
    columns = list(index((welsh,), catalogue("cy")))
    assert [flat(text).split(",")[0] for text in texts_of(columns) if "," in flat(text)] == [
        "cynefin", "chwarae", "dŵr", "ddoe", "lwmp", "llif", "rwber", "rhaeadr",
    ]  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_heading_is_stranded_and_no_page_overflows(variant: str) -> None:
    setter = Setter(layout("handout-a4", PLACE))
    laid = lay_out(pack_document(bank(), title="Science", wishes=PackWishes(variant=variant)), setter)
    page = setter.layout.page
    for each in laid.pages:
        last = each.placements[-1]
        assert last.y - last.slab.height >= page.bottom - 0.02
        if each is not laid.pages[-1]:
            assert last.slab.after != FORBIDDEN
        assert last.slab.outline is None or last.slab.height > 0.5 * page.text_height or each is laid.pages[-1]


def test_the_plain_variant_is_the_shortest_and_asks_nothing() -> None:
    plain = printed(PackWishes(variant="plain"))
    assert questions(plain) == {}
    assert len(plain.pages) < len(printed(PackWishes(questions=0)).pages)
    assert plain.tree is not None
    assert not plain.tree.find(name="callout")


def test_cornell_notes_have_a_cue_for_every_term_and_a_strip_to_sum_up() -> None:
    document = pack_document(bank(), title="Science", wishes=PackWishes(variant="cornell", questions=0))
    tables = [block for block in document.blocks if isinstance(block, Table) and block.role == "cornell"]
    assert [tuple(column.share for column in table.columns) for table in tables] == [(3, 7)] * len(bank().topics)
    for table, topic in zip(tables, bank().topics, strict=True):
        cues = {" ".join(map(flat, texts_of(row[0].blocks))) for row in table.rows}
        assert {flat_term(concept.term) for concept in topic.concepts if concept.term} < cues
    strips = [block for block in document.blocks if isinstance(block, Group) and any(isinstance(b, AnswerLines) for b in block.blocks)]
    assert len(strips) == len(bank().topics)


def test_a_worked_example_says_nothing_that_the_notes_do_not() -> None:
    examples = worked_items(bank().items, bank().topics)
    assert len(examples) == len(bank().topics)
    document = pack_document(bank(), title="Science")
    boxes = [b for b in document.blocks if isinstance(b, Group) and b.role == "box" and any("✓" in flat(t) for t in texts_of(b.blocks))]
    assert len(boxes) == len(examples)
    for box, topic in zip(boxes, bank().topics, strict=True):
        said = " ".join(
            [topic.synopsis, *(f"{c.term}: {c.definition}" for c in topic.concepts), *(p.text for p in topic.marking_points)]
        ).casefold()
        ticked = [flat(text) for text in texts_of(box.blocks) if "✓" in flat(text)]
        assert 0 < sum(text.count("✓") for text in ticked) <= examples[topic.id].marks
        for text in ticked:
            words = re.findall(r"[a-z]{4,}", text.casefold())
            assert all(word in said for word in words), text


def test_questions_are_mixed_do_not_clash_and_follow_the_seed() -> None:
    drawn = practice_questions(bank(), Seed(3), each=6)
    for questions_ in drawn.values():
        items = [question.parts[0].item for question in questions_]
        assert len({item.rule if item.rule != "bank" else item.kind for item in items}) >= 4
        assert not any(one.clashes(other) for at, one in enumerate(items) for other in items[:at])
        assert [item.difficulty for item in items] == sorted(item.difficulty for item in items)
    assert practice_questions(bank(), Seed(3), each=6) == drawn
    assert practice_questions(bank(), Seed(4), each=6) != drawn
    assert practice_questions(bank(), Seed(3), each=0) == {}


def test_answers_apart_name_the_pages_of_their_pack() -> None:
    wishes = PackWishes(answers="apart", questions=3)
    look, printer = layout("handout-a4", PLACE), Printer(prove=True)
    pack = make_pack(bank(), title="Science", layout=look, printer=printer, wishes=wishes)
    (sheet,) = make_answers(bank(), pack, title="Science", layout=look, printer=printer, wishes=wishes)
    asked = questions(read_back(pack.data))
    assert [(number, page) for number, page, _ in rows_of_answers(read_back(sheet.data))] == [(n, each.page) for n, each in asked.items()]
    assert "Answers" not in [mark.words for mark in read_back(pack.data).outline]


def test_verify_finds_an_answer_that_is_missing_or_names_another_page() -> None:
    read = printed()
    assert answer_differences(read) == ()
    other = printed(PackWishes(questions=3, answers="apart"))
    found = answer_differences(other, read)
    assert any("which it does not ask" in each for each in found)
    assert any("names page" in each for each in found)
    assert any("has no answer" in each for each in answer_differences(read, _sheet()))


def _sheet() -> ReadBack:
    """The answers of a shorter pack."""
    wishes = PackWishes(answers="apart", questions=3)
    look, printer = layout("handout-a4", PLACE), Printer()
    pack = make_pack(bank(), title="Science", layout=look, printer=printer, wishes=wishes)
    (sheet,) = make_answers(bank(), pack, title="Science", layout=look, printer=printer, wishes=wishes)
    return read_back(sheet.data)


def test_without_answers_nothing_leads_to_them() -> None:
    document = pack_document(bank(), title="Science", wishes=PackWishes(answers="none"))
    assert any(isinstance(block, NumberedQuestion) for block in document.blocks)
    targets = {inline.anchor for text in texts_of(document.blocks) for inline in text if isinstance(inline, Reference)}
    assert not any(target.endswith("/answers") for target in targets)


@pytest.mark.parametrize("imposition", ["booklet", "2up"])
@pytest.mark.parametrize("crop_marks", [False, True], ids=["to the edge", "cut"])
def test_pages_that_share_a_side_are_counted_as_they_are_printed(imposition: Imposition, crop_marks: bool) -> None:
    read = _imposed(PrintHabits(imposition=imposition, crop_marks=crop_marks))
    assert answer_differences(read) == ()
    assert pages_in(read) == 2 * len(read.pages)


@pytest.mark.parametrize("imposition", ["booklet", "2up"])
def test_an_answer_that_names_another_page_is_found_where_pages_share_a_side(imposition: Imposition) -> None:
    read = _imposed(PrintHabits(imposition=imposition))
    assert read.tree is not None
    first = questions(read)[1]
    here = printed_page(read, first.page, first.place[0])
    # The page beside it on the same side, and the side's own number, are wrong as well.
    beside = next(int(number) for number in read.labels[first.page - 1].split(", ") if int(number) != here)
    for wrong in {beside, first.page, here + 1} - {here}:
        found = answer_differences(replace(read, tree=_renamed(read.tree, f"page {here}", f"page {wrong}")))
        assert f"the answer to practice question 1 names page {wrong}, the question stands on page {here}" in found


def _imposed(habits: PrintHabits) -> ReadBack:
    look, printer = layout("handout-a4", PLACE), Printer(prove=True)
    return read_back(make_pack(bank(), title="Science", layout=look, printer=printer, habits=habits).data)


def _renamed(element: Element, old: str, new: str) -> Element:
    """The tree with another page named in the links that name this one and no more."""
    text = new if element.text.strip() == old else element.text
    return replace(element, text=text, children=tuple(_renamed(each, old, new) for each in element.children))


@lru_cache(maxsize=1)
def stacked() -> ReadBack:
    """A pack of two topics: on half a sheet the answers of the second are too wide a table, so that each is a record."""
    notes = ROOT / "tests" / "cases" / "notes"
    two = library_of((str(notes / "clean.txt"), str(notes / "long-terms.txt")), PLACE)[0].bank
    # Words that are not divided claim their whole width, so that the table of answers becomes records.
    look, printer = replace(layout("handout-a4", PLACE), hyphenate=False), Printer(prove=True)
    wishes = PackWishes(seed=3)  # draws a term of great length as an answer
    return read_back(make_pack(two, title="Two", layout=look, printer=printer, wishes=wishes, habits=PrintHabits(imposition="2up")).data)


def records_of(read: ReadBack) -> Element:
    """What holds the answers that are records."""
    assert read.tree is not None
    (found,) = (each for each in read.tree.find(name="records") if "Look again at:" in each.text)
    return found


def test_answers_that_are_set_as_records_are_read() -> None:
    read = stacked()
    assert 0 < len(records_of(read).children) < len(questions(read))
    assert answer_differences(read) == ()


def test_a_record_that_is_lost_or_names_another_page_is_found() -> None:
    read = stacked()
    assert read.tree is not None
    number = len(questions(read))
    last = questions(read)[number]
    here = printed_page(read, last.page, last.place[0])
    found = answer_differences(replace(read, tree=_renamed(read.tree, f"page {here}", f"page {here + 1}")))
    assert f"the answer to practice question {number} names page {here + 1}, the question stands on page {here}" in found
    lost = replace(read, tree=_without(read.tree, records_of(read).children[-1]))
    assert answer_differences(lost) == (f"practice question {number} has no answer",)


def _without(element: Element, gone: Element) -> Element:
    return replace(element, children=tuple(_without(each, gone) for each in element.children if each is not gone))


def test_what_is_said_to_markers_only_is_nothing_to_rate_oneself_in() -> None:
    span = Span(path="notes.txt", line=1, column=1)
    said = (
        "Award credit for explaining how tides are caused [4 marks]",
        "Accept any other valid response.",
        "Do not accept 'the moon pulls'",
        "Level 2 (4-6 marks): a developed answer",
        "Describe spring tides (3)",
    )
    topic = Topic(id="t", title="T", span=span, marking_points=tuple(MarkingPoint(text=text, span=span) for text in said))
    assert [flat(text) for text in credited(topic)] == ["Explaining how tides are caused", "Describe spring tides"]
