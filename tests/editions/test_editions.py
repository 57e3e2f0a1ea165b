"""Modified editions: nothing smaller than promised, nothing slanted, the same questions and marks."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from packbuilder.app.editions import paper_editions, sheet_of
from packbuilder.app.making import Made, PaperWishes, make_papers
from packbuilder.app.paper_reading import Asked, questions
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.app.verifying.editions import compared, differences
from packbuilder.document import Block, Cell, Column, Document, Group, ItemList, NumberedQuestion, Paragraph, Table
from packbuilder.editions import EDITIONS, edition_named
from packbuilder.editions.documents import adapted
from packbuilder.editions.layouts import modified
from packbuilder.editions.sheet import adjustments, changed_spaces
from packbuilder.errors import UnknownNameError
from packbuilder.layout import BLACK, POINTS_PER_MM, contrast
from packbuilder.proof import faults
from packbuilder.text import RichText, Run, decapitalised, plain
from packbuilder.typeset.reading.appearance import appearance
from packbuilder.typeset.reading.readback import ReadBack, read_back
from packbuilder.values import replace
from packbuilder.walks import paragraphs_of
from packbuilder.wording import catalogue
from tests.products.test_products import PLACE, made

ON_PAPER = tuple(name for name, edition in EDITIONS.items() if not edition.digital)
LARGE = ("large-18", "large-24", "a3-36")


@lru_cache(maxsize=1)
def papers() -> tuple[ReadBack, dict[str, Made]]:
    """Version A as the standard paper and in every edition for paper, and the sheet over them."""
    forms, _ = made()
    exam, printer = layout("exam-a4", PLACE), Printer()
    (standard,) = make_papers(forms[:1], PaperWishes(paper=exam, scheme=exam, products=("practice_paper",)), printer)
    editions = {each.edition: each for each in paper_editions(forms[:1], tuple(map(edition_named, ON_PAPER)), layout=exam, printer=printer)}
    sheet = sheet_of(editions.values(), title="Science", language="en-GB", layout=exam, printer=printer)
    return read_back(standard.data), {**editions, "sheet": sheet}


@pytest.mark.parametrize("name", ON_PAPER)
def test_an_edition_asks_what_the_standard_paper_asks(name: str) -> None:
    standard, editions = papers()
    assert differences(standard, read_back(editions[name].data)) == ()


@pytest.mark.parametrize("name", ON_PAPER)
def test_an_edition_is_tagged_without_contradictions(name: str) -> None:
    read = read_back(papers()[1][name].data)
    assert read.tree is not None
    assert read.faults == ()


@pytest.mark.parametrize("name", LARGE)
def test_nothing_on_a_large_page_is_smaller_than_the_edition_says(name: str) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    sizes: set[float] = set()
    for page in PdfReader(BytesIO(papers()[1][name].data)).pages:
        content = page.get_contents()
        assert content is not None
        # Invisible text under formulas (render mode 3) is for copying, not for reading.
        shown = re.sub(rb"BT[^T]*?3 Tr.*?ET", b"", content.get_data(), flags=re.DOTALL)
        sizes |= {float(size) for size in re.findall(rb"/F\w+ ([\d.]+) Tf", shown)}
    size = EDITIONS[name].size
    assert min(sizes) >= 0.85 * size
    assert size in sizes
    # Only sub- and superscripts are below the text's size.
    assert {each for each in sizes if each < size} <= {round(0.85 * size, 3)}


@pytest.mark.parametrize("name", [name for name in ON_PAPER if EDITIONS[name].clear])
def test_no_face_is_slanted(name: str) -> None:
    assert b"Italic" not in papers()[1][name].data


@pytest.mark.parametrize("name", LARGE)
def test_answer_lines_and_boxes_grow_in_proportion(name: str) -> None:
    exam = layout("exam-a4", PLACE)
    larger = modified(exam, EDITIONS[name])
    factor = EDITIONS[name].size / exam.style("body").size
    assert larger.answer.pitch == pytest.approx(exam.answer.pitch * factor)
    assert larger.answer.workings_a_mark == pytest.approx(exam.answer.workings_a_mark * factor)
    assert larger.answer.drawing_a_mark == pytest.approx(exam.answer.drawing_a_mark * factor)
    assert larger.answer.drawing_least == pytest.approx(exam.answer.drawing_least * factor)
    assert [larger.answer.lines(marks) for marks in range(1, 13)] == [exam.answer.lines(marks) for marks in range(1, 13)]
    assert larger.scale == pytest.approx(factor)


def test_a3_is_a3_and_the_others_keep_their_page() -> None:
    exam = layout("exam-a4", PLACE)
    sizes = {name: round(modified(exam, EDITIONS[name]).page.height / POINTS_PER_MM) for name in ON_PAPER}
    assert sizes.pop("a3-36") == 420
    assert set(sizes.values()) == {297}


@pytest.mark.parametrize("name", [name for name in ON_PAPER if EDITIONS[name].background])
def test_every_text_stands_on_its_tint_at_7_to_1(name: str) -> None:
    tinted = modified(layout("exam-a4", PLACE), EDITIONS[name])
    assert tinted.background is not None
    assert min(contrast(style.colour, tinted.background) for _, style in tinted.styles) >= 7
    assert contrast(BLACK, (1.0, 1.0, 1.0)) == pytest.approx(21)


def test_blocks_of_capitals_become_sentences_and_acronyms_stay() -> None:
    assert decapitalised("END OF QUESTIONS") == "End of questions"
    assert decapitalised("TOTAL FOR PAPER: 40 MARKS") == "Total for paper: 40 marks"
    assert decapitalised("DNA RNA and NATO") == "DNA RNA and NATO"
    assert decapitalised("An AND gate") == "An AND gate"


def test_slanted_words_and_words_in_capitals_become_bold() -> None:
    block = Paragraph(text=(Run(text="Give TWO "), Run(text="species", italic=True)))
    (adapted_block,) = adapted(Document(title="t", language="en-GB", blocks=(block,)), EDITIONS["large-24"]).blocks
    assert isinstance(adapted_block, Paragraph)
    assert adapted_block.text == (Run(text="Give "), Run(text="two", bold=True), Run(text=" "), Run(text="species", bold=True))


def test_a_table_too_wide_becomes_a_record_a_row_and_loses_no_word() -> None:
    words = ("Photosynthesis", "Transpiration", "Decomposition", "Eutrophication", "Bioaccumulation", "Deforestation")
    cells = tuple(Cell(blocks=(Paragraph(text=plain(word)),), header=True) for word in words)
    row = tuple(Cell(blocks=(Paragraph(text=plain(f"{word.lower()}-free")),)) for word in words)
    table = Table(columns=tuple(Column(share=1) for _ in words), header=(cells,), rows=(row, row))
    question = NumberedQuestion(number=(1,), stem=(table, Paragraph(text=plain("Name one."), role="stem")), marks=1)
    document = Document(title="t", language="en-GB", blocks=(question,))
    printer, exam = Printer(), layout("exam-a4", PLACE)
    printed = printer.print(document, modified(exam, EDITIONS["large-24"]))
    assert printed.rearranged == (("1", "records"),)
    tree = read_back(printed.data).tree
    assert tree is not None
    text = " ".join(tree.text.split())
    for word in words:
        # The heading stands before each of the two entries.
        assert text.count(f"{word}: {word.lower()}-free") == 2


def test_differences_are_told_by_question() -> None:
    one = {"1": Asked(marks=1, stems=("name it",), words=frozenset({"name", "it"})), "2": Asked(marks=2)}
    other = {"1": Asked(marks=2, stems=("name that",), words=frozenset({"name", "that"}))}
    told = " ".join(compared(one, other))
    assert "its questions are 1; the standard paper's 1, 2" in told
    assert "question 1 has 2 marks, 1 in the standard paper" in told
    assert "“name that”, not “name it”" in told
    assert "without 'it', with 'that'" in told


def test_questions_are_read_with_their_parts_marks_and_options() -> None:
    standard, _ = papers()
    assert standard.tree is not None
    asked = questions(standard.tree)
    assert sum(each.marks for each in asked.values()) == 60
    assert any(len(each.options) == 4 for each in asked.values())
    assert all(each.stems for each in asked.values() if each.marks)


def test_the_sheet_lists_every_file_and_what_was_adjusted() -> None:
    _, editions = papers()
    text = " ".join(" ".join(read_back(editions["sheet"].data).pages).split())
    for name in ON_PAPER:
        assert f"paper-A-{name}.pdf – {editions[name].pages} pages" in text
        for adjustment in editions[name].adjustments:
            assert adjustment in text
    assert "18 pt bold instead of 11 pt" in text


def test_an_unknown_edition_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="large-81"):
        edition_named("large-81")


def test_the_sheet_tells_answer_spaces_that_differ_from_the_standard_paper() -> None:
    wording = catalogue("en-GB")
    told = list(changed_spaces((("3", 12), ("4", 4)), (("3", 11), ("4", 4)), wording))
    assert told == ["Question 3 has 11 answer lines, 12 on the standard paper."]


def test_answer_spaces_are_announced_with_the_lines_that_are_drawn() -> None:
    standard, editions = papers()
    for read in (standard, *(read_back(editions[name].data) for name in ON_PAPER)):
        assert read.tree is not None
        said = [each.alt for each in read.tree.find(name="space") if each.role == "Form"]
        assert any(re.fullmatch(r"answer space, \d+ lines", alt) for alt in said)
        assert all(said)
    counts = [lines for _, lines in editions["large-18"].spaces]
    announced = [int(m[1]) for each in read_back(editions["large-18"].data).tree.walk() if (m := re.search(r"space, (\d+) line", each.alt))]  # type: ignore[union-attr]  # tagged
    assert announced == counts


@pytest.mark.parametrize("name", [name for name in ON_PAPER if EDITIONS[name].background])
def test_every_text_on_a_tint_stands_out_at_seven_to_one(name: str) -> None:
    assert min(ratio for _, _, ratio in appearance(papers()[1][name].data).contrasts) >= 7.0


@pytest.mark.parametrize("name", LARGE)
def test_space_about_totals_does_not_grow_so_that_they_need_no_page_to_themselves(name: str) -> None:
    standard = layout("exam-a4", PLACE)
    large = modified(standard, edition_named(name))
    for role in ("total", "strong", "centre"):
        assert (large.style(role).before, large.style(role).after) == (standard.style(role).before, standard.style(role).after)
    assert large.style("stem").after > standard.style("stem").after


@pytest.mark.parametrize("name", LARGE)
def test_the_sheet_tells_that_answer_lines_may_stand_closer_and_where_options_begin(name: str) -> None:
    told = papers()[1][name].adjustments
    wording = catalogue("en-GB")
    assert {wording.say("edition.space.gives"), wording.say("edition.options")} <= set(told)
    assert wording.say("edition.space.gives") not in papers()[1]["dyslexia"].adjustments


POEM = Group(
    role="stimulus",
    label=plain("Text 1"),
    blocks=(Paragraph(text=(Run(text="BURNT THE FIRE", italic=True), Run(text=" OF BOTH THINE EYES?")), role="verse"),),
)


def clear(*blocks: Block, language: str = "en-GB") -> tuple[Block, ...]:
    return adapted(Document(title="t", language=language, blocks=blocks), EDITIONS["large-24"]).blocks


def bold_words(text: RichText) -> str:
    """Words as they are written, those in bold between stars."""
    return "".join(f"*{each.text}*" if each.bold else each.text for each in text if isinstance(each, Run))


@pytest.mark.parametrize("around", [(POEM,), (NumberedQuestion(number=(1,), stem=(POEM,)),), (Group(blocks=(POEM,)),)])
def test_a_quoted_source_keeps_every_letter(around: tuple[Block, ...]) -> None:
    (line,) = paragraphs_of(clear(*around))
    assert bold_words(line.text) == "*BURNT THE FIRE* OF BOTH THINE EYES?"
    assert not any(each.italic for each in line.text if isinstance(each, Run))


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("en-GB", "Which of these is NOT a metaphor?", "Which of these is *not* a metaphor?"),
        ("en-GB", "Say what it DOES. NEVER copy. DO NOT guess.", "Say what it *does*. *Never* copy. *Do not* guess."),
        ("en-GB", "BOTH answers are right.", "*Both* answers are right."),
        ("en-GB", "Draw an AND gate and a NOT gate.", "Draw an AND gate and a NOT gate."),
        ("en-GB", "Give TWO uses of a NAND gate, but NOT its table.", "Give *two* uses of a NAND gate, but NOT its table."),
        ("en-GB", "NO and NO2 are oxides, NOT CO.", "NO and NO2 are oxides, *not* CO."),
        ("en-GB", 'Explain "BURNT THE FIRE" in ONE line.', 'Explain "BURNT THE FIRE" in *one* line.'),
        ("en-GB", "Who says ‘NOT a whit’, the poet’s ONLY words?", "Who says ‘NOT a whit’, the poet’s *only* words?"),
        ("de", "Welche Aussage ist NICHT richtig?", "Welche Aussage ist *nicht* richtig?"),
        ("el", "Ποιο ΔΕΝ είναι μέταλλο; ΔΥΟ", "Ποιο *δεν* είναι μέταλλο; ΔΥΟ"),
    ],
)
def test_capitals_for_emphasis_become_bold_and_others_stay(language: str, written: str, shown: str) -> None:
    (block,) = clear(Paragraph(text=plain(written)), language=language)
    assert isinstance(block, Paragraph)
    assert bold_words(block.text) == shown


def test_quotations_that_run_over_several_looks_and_code_are_not_altered() -> None:
    text = (
        Run(text="He cries “ALL THE "),
        Run(text="PERFUMES OF ARABIA", bold=True),
        Run(text="” in ONE line: "),
        Run(text="IF NOT x", code=True),
    )
    (block,) = clear(Paragraph(text=text))
    assert isinstance(block, Paragraph)
    assert bold_words(block.text) == "He cries “ALL THE *PERFUMES OF ARABIA*” in *one* line: IF NOT x"


def test_a_source_that_an_edition_alters_is_told() -> None:
    asked = Asked(marks=1, sources=("BURNT THE FIRE?",))
    (fault,) = compared({"1": asked}, {"1": replace(asked, sources=("burnt the fire?",))})
    assert fault == "question 1 quotes otherwise: “burnt the fire?”, not “BURNT THE FIRE?”"
    printed = Printer().print(
        Document(title="t", language="en-GB", blocks=(NumberedQuestion(number=(1,), stem=(POEM,)),)), layout("exam-a4", PLACE)
    )
    tree = read_back(printed.data).tree
    assert tree is not None
    assert questions(tree)["1"].sources == ("BURNT THE FIRE OF BOTH THINE EYES?",)


EMPHASIS = Document(
    title="t",
    language="en-GB",
    blocks=(Paragraph(text=(Run(text="Which "), Run(text="two", bold=True), Run(text=" of H"), Run(text="2", script="sub"))),),
)


def test_emphasis_is_larger_where_all_text_is_bold_and_the_proof_misses_it() -> None:
    bold = modified(layout("exam-a4", PLACE), EDITIONS["large-18"])
    read = read_back(Printer().print(EMPHASIS, bold).data)
    assert faults(EMPHASIS, bold, read) == ()
    assert read.tree is not None
    sizes = {piece.text.strip(): piece.size for each in read.tree.walk() for content in each.contents for piece in content.pieces}
    assert sizes["two"] == pytest.approx(1.2 * sizes["Which"])
    # The same words without emphasis, and emphasis on another word.
    for other in ("Which two of H", "Which"):
        runs = (Run(text=other, bold=other == "Which"), Run(text=" two of H" if other == "Which" else ""), Run(text="2", script="sub"))
        (fault,) = faults(replace(EMPHASIS, blocks=(Paragraph(text=runs),)), bold, read)
        assert "has “two” larger than the rest" in fault


@pytest.mark.parametrize("name", ["large-24", "dyslexia"])
def test_emphasis_is_bold_where_the_text_is_not(name: str) -> None:
    read = read_back(Printer().print(EMPHASIS, modified(layout("exam-a4", PLACE), EDITIONS[name])).data)
    assert read.tree is not None
    assert (
        len({piece.size for each in read.tree.walk() for content in each.contents for piece in content.pieces if piece.text.strip() != "2"})
        == 1
    )


def test_letters_in_boxes_are_bold_where_all_text_is() -> None:
    rated = ItemList(entries=((Paragraph(text=plain("Explain osmosis")),),), style="rag")
    data = (
        Printer()
        .print(Document(title="t", language="en-GB", blocks=(rated,)), modified(layout("exam-a4", PLACE), EDITIONS["large-18"]))
        .data
    )
    assert b"AtkinsonHyperlegible-Regular" not in data


def test_the_cover_names_its_boxes_by_what_they_are_for() -> None:
    for language in ("en", "cy", "fr", "de", "es", "pl", "el"):
        words = catalogue(language).lines("cover.instructions")[1]
        assert not re.search("page|tudalen|Seite|página|stron|σελίδ", words), words


@pytest.mark.parametrize("name", ON_PAPER)
def test_clear_editions_have_upright_letters_in_formulas_and_say_so(name: str) -> None:
    edition, standard = edition_named(name), layout("exam-a4", PLACE)
    edited = modified(standard, edition)
    told = " ".join(adjustments(standard, edited, edition, catalogue("en-GB")))
    assert edited.style("body").upright == edition.clear == ("Letters in formulas are upright" in told)
    assert not standard.style("body").upright
