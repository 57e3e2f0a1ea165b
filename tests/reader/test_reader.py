"""The reader edition: pages, documents and plain text that ask what the paper asks, and let no markup of notes through."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest

from packbuilder.app.editions import paper_editions
from packbuilder.app.making import Made, PaperWishes, make_papers
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.app.verifying.editions import reader_differences
from packbuilder.document import (
    AnswerLines,
    Block,
    Cell,
    Column,
    Document,
    Drawing,
    DrawingSpace,
    Group,
    ItemList,
    NumberedQuestion,
    Option,
    Options,
    Paragraph,
    Table,
)
from packbuilder.drawings.scales import Scale
from packbuilder.drawings.sketches import NumberLine
from packbuilder.editions import edition_named
from packbuilder.layout import AnswerSpace
from packbuilder.reader.braille import CELLS, LINES, paged, to_brf
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_marked_text, to_text
from packbuilder.reader.tongues import tongues, unmarked
from packbuilder.text import Maths, Reference, Run, plain
from packbuilder.typeset.reading.readback import ReadBack, read_back
from tests.products.test_products import PLACE, made
from tests.programs import require

KINDS = ("html", "docx", "txt")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@lru_cache(maxsize=1)
def files() -> tuple[ReadBack, dict[str, Made]]:
    """The standard paper, and the files of its reader edition by their kind."""
    forms, _ = made()
    exam, printer = layout("exam-a4", PLACE), Printer()
    (standard,) = make_papers(forms[:1], PaperWishes(paper=exam, scheme=exam, products=("practice_paper",)), printer)
    edition = paper_editions(forms[:1], (edition_named("reader"),), layout=exam, printer=printer)
    return read_back(standard.data), {each.name.rpartition(".")[2]: each for each in edition}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_asks_what_the_standard_paper_asks(kind: str) -> None:
    standard, by_kind = files()
    assert reader_differences(standard, by_kind[kind].name, by_kind[kind].data) == ()


@pytest.mark.parametrize(("old", "new"), [(b"[1 mark]", b"[3 marks]"), (b"Question 3 ", b"Question 4 "), (b"State", b"")])
def test_a_changed_text_is_caught(old: bytes, new: bytes) -> None:
    standard, by_kind = files()
    data = by_kind["txt"].data
    assert old in data
    assert reader_differences(standard, "paper.txt", data.replace(old, new))


def test_a_changed_page_is_caught() -> None:
    standard, by_kind = files()
    page = by_kind["html"].data
    start = page.index(b'<span class="option">') + len(b'<span class="option">')
    assert reader_differences(standard, "paper.html", page[:start] + b"Not " + page[start:])
    assert reader_differences(standard, "paper.html", page.replace(b'data-marks="1"', b'data-marks="2"', 1))


def test_a_broken_docx_is_told_as_having_no_questions() -> None:
    assert "its questions are none" in str(reader_differences(files()[0], "paper.docx", b"no archive"))


HOSTILE = Document(
    title="<script>alert(1)</script>",
    language="en-GB",
    blocks=(
        NumberedQuestion(
            number=(3, 1),
            stem=(Paragraph(text=(Run(text="<img src=x onerror=alert(1)> & "), Maths(source="x^2")), role="stem"),),
            space=(Options(options=(Option(letter="A", text=plain("</section><b>")), Option(letter="B", text=plain("two")))), AnswerLines(lines=4)),
            marks=2,
        ),
        ItemList(entries=((Paragraph(text=plain("one")),), (Paragraph(text=plain("two")),)), style="letter"),
    ),
    record={"note": '"><script>'},
)  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_markup_in_notes_is_text() -> None:
    parser = _Tags()
    parser.feed(to_html(HOSTILE, AnswerSpace()).decode())
    tags = [tag for tag, _ in parser.found]
    assert "script" not in tags
    assert "img" not in tags
    assert tags.count("section") == 1
    assert all(not name.startswith("on") for _, attributes in parser.found for name in attributes)


def test_fields_have_names_for_screen_readers_and_answer_space_is_announced() -> None:
    parser = _Tags()
    parser.feed(to_html(HOSTILE, AnswerSpace()).decode())
    (area,) = [attributes for tag, attributes in parser.found if tag == "textarea"]
    assert area["aria-label"] == "Answer to question 3 (a), space for 4 lines"
    assert area["rows"] == "4"
    assert [attributes["type"] for tag, attributes in parser.found if tag == "input"] == ["radio", "radio"]
    (formula,) = [attributes for tag, attributes in parser.found if tag == "math"]
    assert formula["alttext"] == "x²"


def test_plain_text_speaks_formulas_and_spaces() -> None:
    text = to_text(HOSTILE, AnswerSpace())
    assert "Question 3 (a) [2 marks]" in text
    assert "x squared" in text
    assert "[Answer space, 4 lines]" in text
    assert "A one\nB two" in text


def test_one_line_is_one_line() -> None:
    block = NumberedQuestion(number=("1",), marks=1, stem=(Paragraph(text=plain("Why?")),), space=(AnswerLines(marks=1, lines=1),))
    document = Document(title="One", language="en-GB", blocks=(block,))
    assert "[Answer space, 1 line]" in to_text(document, AnswerSpace())
    assert 'aria-label="Answer to question 1, space for 1 line"' in to_html(document, AnswerSpace()).decode()


def test_plain_text_begins_a_line_with_each_cell_where_cells_say_several_things_and_leads_nowhere() -> None:
    def cell(*texts: str, header: bool = False) -> Cell:
        return Cell(blocks=tuple(Paragraph(text=plain(text)) for text in texts), header=header)

    back = Cell(blocks=(Paragraph(text=plain("4", bold=True)), Paragraph(text=(Reference(anchor="q4", text="to the question"),))))
    heads = tuple(cell(text, header=True) for text in ("Question", "Answer"))
    columns = (Column(share=1), Column(share=1))
    several = Table(columns=columns, header=(heads,), rows=((back, cell("3.5", "A1 3.5")), (back, cell("2"))))
    single = Table(columns=columns, header=(heads,), rows=((back, cell("2")),))
    to_answers = Paragraph(text=(Reference(anchor="answers", text="Answers"),), role="total")
    text = to_text(Document(title="T", language="en-GB", blocks=(to_answers, several, single)), AnswerSpace())
    assert text.strip() == "T\n\nQuestion: 4\nAnswer: 3.5\nA1 3.5\n\nQuestion: 4\nAnswer: 2\n\nQuestion: 4; Answer: 2"


def test_a_drawing_among_answers_stands_in_its_cell_in_word() -> None:
    drawing = Drawing(sketch=NumberLine(scale=Scale(low=-2.0, high=3.0, step=1.0)))
    blocks = (Paragraph(text=plain("either")), drawing, Paragraph(text=plain("or none")))
    cells = (Cell(blocks=(Paragraph(text=plain("1")),), header=True), Cell(blocks=(Group(blocks=blocks),)))
    answers = Table(columns=(Column(share=1), Column(share=3)), rows=(cells,))
    document = Document(title="Answers", language="en-GB", blocks=(answers,))
    for pictured in (None, lambda _: PIXEL):
        (table,) = docx.Document(BytesIO(to_docx(document, AnswerSpace(), pictured))).tables
        told = [node.get("descr") or node.text or "" for node in table._tbl.iter() if node.tag.endswith(("}t", "}docPr"))]
        assert told == ["1", "either", "Number line from −2 to 3 in steps of 1.", "or none"]


def test_the_same_document_gives_the_same_bytes() -> None:
    for render in (partial(to_html, answer=AnswerSpace()), partial(to_docx, answer=AnswerSpace()), partial(to_text, answer=AnswerSpace())):
        assert render(HOSTILE) == render(HOSTILE)


def test_braille_pages_are_40_cells_by_25_lines() -> None:
    pages = paged("a" * 30 + " " + "b" * 30 + "\n" + "c\n" * 60).split("\f")
    assert pages.pop() == ""
    lines = [page.removesuffix("\r\n").split("\r\n") for page in pages]
    assert all(len(page) <= LINES for page in lines)
    assert all(len(line) <= CELLS for page in lines for line in page)
    assert lines[0][:2] == ["a" * 30, "  " + "b" * 30]


@pytest.mark.parametrize(
    ("language", "text", "braille"),
    [
        ("en-GB", "The cell’s membrane, 25.0 g", ",! CELL'S MEMBRANE1 #BE4J ;G"),
        ("cy", "Mae’r gell yn fach â ŵ", ",M';R GELL YN FA* @A@W"),
        ("de", "Die Zelle größer schön", '+ ZEQE "G!] :[N'),
        ("fr", "La cellule où ç", ".' CE_ULE O) ;&"),
    ],
)
def test_braille_is_ascii_in_every_language(language: str, text: str, braille: str) -> None:
    require("lou_translate")
    assert to_brf(text, language=language).decode("ascii").split("\r\n")[0] == braille


def test_words_of_another_language_go_through_its_own_table() -> None:
    require("lou_translate")
    alone = to_brf("Question three\n", language="en-GB")
    french = Document(
        title="Le sol",
        language="fr",
        blocks=(Paragraph(text=(Run(text="Le mot "), Run(text="Question three", language="en"), Run(text=" est anglais."))),),
    )
    text = to_marked_text(french, AnswerSpace())
    braille = to_brf(text, language="fr")
    assert alone.strip() in braille
    assert alone.strip() not in to_brf(unmarked(text), language="fr")
    assert unmarked(text) == to_text(french, AnswerSpace()) == "Le sol\n\nLe mot Question three est anglais.\n"


def test_the_programs_own_english_in_an_italian_paper_is_marked() -> None:
    question = NumberedQuestion(number=(1,), stem=(Paragraph(text=plain("Perché?"), role="stem"),), space=(AnswerLines(lines=2),), marks=2)
    text = to_marked_text(Document(title="Il suolo", language="it", blocks=(question,)), AnswerSpace())
    found = [part for line in text.split("\n") for part in tongues(line)]
    assert ("en", "Question 1 [2 marks]") in found
    assert ("en", "Answer space, 2 lines") in found
    assert ("", "Perché?") in found


@pytest.mark.parametrize(
    ("language", "formula", "marked"),
    [
        ("fr", Maths(source="x^2"), [("", "Soit x au carré.")]),
        ("en-GB", Maths(source="x^2"), [("", "Soit x squared.")]),
        # No language but English has a word for it.
        ("fr", Maths(source=r"A \vdash B"), [("", "Soit A ⊢ B.")]),
        ("nl", Maths(source="x^2"), [("", "Soit x².")]),
        # A German question in a paper of another language.
        ("fr", Maths(source="x^2", language="de"), [("", "Soit "), ("de", "x hoch 2"), ("", ".")]),
        ("fr", Maths(source=r"A \vdash B", language="de"), [("", "Soit A ⊢ B.")]),
        ("en", Maths(source=r"A \vdash B", language="de"), [("", "Soit A proves B.")]),
    ],
)
def test_formulas_are_in_words_where_their_language_has_them_and_else_in_signs(
    language: str, formula: Maths, marked: list[tuple[str, str]]
) -> None:
    paragraph = Paragraph(text=(Run(text="Soit "), formula, Run(text=".")))
    text = to_marked_text(Document(title="T", language=language, blocks=(paragraph,)), AnswerSpace())
    assert list(tongues(text.splitlines()[2])) == marked


@pytest.mark.parametrize("language", ["fr", "de", "cy", "es", "pl", "el", "en-GB"])
def test_every_language_has_braille_for_what_formulas_are_written_with(language: str) -> None:
    require("lou_translate")
    braille = to_brf("√(2E_c/m) H₃O⁺ + OH⁻ → 2H₂O x² ≤ ½ ∛2 Δθ ⇌\n", language=language).decode("ascii")
    # liblouis writes what a table lacks as its number in Unicode, between signs: \\x221a.
    assert not re.search(r"X[0-9A-J;]{4,9}'", braille)


@pytest.mark.parametrize("source", ["x^2", " + ".join(f"x_{{{n}}}" for n in range(40))])
def test_a_formula_in_words_of_another_language_says_so_on_a_page(source: str) -> None:
    words = (*plain("Voir "), Maths(source=source, language="de"), Maths(source=source))
    page = to_html(Document(title="T", language="fr", blocks=(Paragraph(text=words),)), AnswerSpace()).decode()
    tags = re.findall(r"<(?:math|span)\b[^>]*>", page)
    assert [' lang="de"' in tag for tag in tags] == [at < len(tags) / 2 for at in range(len(tags))]
    assert tags


def test_french_plain_text_has_the_spaces_at_which_no_line_ends() -> None:
    head, row = (tuple(Cell(blocks=(Paragraph(text=plain(words)),)) for words in line) for line in (("Année", "Prix"), ("1787", "20")))
    table = Table(columns=(Column(share=1), Column(share=1)), header=(head,), rows=(row,))
    french, english = (Document(title="T", language=language, blocks=(table,)) for language in ("fr", "en-GB"))
    assert "Année\u00a0: 1787\u00a0; Prix\u00a0: 20" in to_text(french, AnswerSpace())
    assert "Année: 1787; Prix: 20" in to_text(english, AnswerSpace())


def test_a_title_longer_than_properties_may_be_is_cut_in_them_and_nowhere_else() -> None:
    title = "Dust and its harms. " * 20
    data = to_docx(Document(title=title, language="en-GB", blocks=(Paragraph(text=plain(title)),)), AnswerSpace())
    word_file = docx.Document(BytesIO(data))
    assert len(word_file.core_properties.title) <= 255
    assert word_file.core_properties.title.endswith("…")
    assert title.strip() in "".join(paragraph.text for paragraph in word_file.paragraphs)


def test_a_paper_becomes_braille_where_liblouis_is() -> None:
    require("lou_translate")
    _, by_kind = files()
    pages = by_kind["brf"].data.decode("ascii").split("\f")
    assert pages.pop() == ""
    assert all(len(line) <= CELLS for page in pages for line in page.split("\r\n"))
    assert ',"Q #C' in by_kind["brf"].data.decode("ascii")


def test_word_is_told_which_rows_are_heads_and_headings_are_black() -> None:
    _, by_kind = files()
    with ZipFile(BytesIO(by_kind["docx"].data)) as archive:
        body, styles = (archive.read(f"word/{part}.xml").decode() for part in ("document", "styles"))
    assert "<w:tblHeader/>" in body
    assert "<w:keepNext/>" in body
    for level in (1, 2, 3):
        look = styles[styles.index(f'w:styleId="Heading{level}"') :]
        assert 'w:color w:val="000000"' in look[: look.index("</w:style>")]


WIDE = Table(
    columns=tuple(Column(share=1) for _ in range(9)),
    header=(tuple(Cell(blocks=(Paragraph(text=plain(f"Quantity{n}")),), header=True) for n in range(9)),),
    rows=((*(Cell(blocks=(Paragraph(text=plain(f"value{n}")),)) for n in range(8)), Cell()),),
)
SMALL = replace(WIDE, columns=WIDE.columns[:2], header=(WIDE.header[0][:2],), rows=(WIDE.rows[0][:2],))


def word(*blocks: Block) -> ElementTree.Element:
    """The body of a DOCX of blocks."""
    data = to_docx(Document(title="T", language="en-GB", blocks=blocks), AnswerSpace())
    return ElementTree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))


def texts(root: ElementTree.Element) -> list[str]:
    found = ("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in root.iter(f"{W}p"))
    return [text.strip() for text in found if text]


def test_word_gets_a_table_too_wide_for_its_page_as_records() -> None:
    assert not list(word(WIDE).iter(f"{W}tbl"))
    assert texts(word(WIDE)) == [*(f"Quantity{n}: value{n}" for n in range(8)), "Quantity8: ________"]
    assert len(list(word(SMALL).iter(f"{W}tr"))) == 2


def test_word_divides_no_row_between_pages() -> None:
    rows = list(word(SMALL, AnswerLines(lines=3)).iter(f"{W}tr"))
    assert len(rows) == 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_word_names_each_answer_frame_in_words_and_for_screen_readers() -> None:
    root = word(NumberedQuestion(number=(3, 1), stem=(Paragraph(text=plain("Why?"), role="stem"),), space=(AnswerLines(lines=6),), marks=3))
    assert texts(root) == ["Question 3 (a) [3 marks]", "Why?", "Answer to question 3 (a), space for 6 lines"]
    (name,) = root.iter(f"{W}tblCaption")
    assert name.get(f"{W}val") == "Answer to question 3 (a), space for 6 lines"


def test_formulas_in_word_are_words_own_and_a_changed_one_is_caught() -> None:
    formula = Maths(source=r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} x^2")
    root = word(Paragraph(text=(formula,)))
    assert len(list(root.iter(f"{M}mr"))) == 2
    assert len(list(root.iter(f"{M}sSup"))) == 1
    standard, by_kind = files()
    with ZipFile(BytesIO(by_kind["docx"].data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    signs = re.compile(rb'(<m:t xml:space="preserve">)(\d)(</m:t>)')
    body = parts["word/document.xml"]
    assert signs.search(body)
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, signs.sub(rb"\g<1>77\3", data) if name == "word/document.xml" else data)
    assert reader_differences(standard, "paper.docx", held.getvalue())


def test_a_wide_table_on_a_page_is_records_in_every_window_and_still_a_table_to_screen_readers() -> None:
    page = to_html(Document(title="T", language="en-GB", blocks=(WIDE, SMALL)), AnswerSpace()).decode()
    wide, small = re.findall(r'<table role="table" class="(w\d+)">', page)
    rules = page[page.index("<style>") : page.index("</style>")]
    always, narrow = (
        re.sub(r"@media[^{]*{(?:[^{}]*{[^{}]*})*\s*}", "", rules),
        re.search(rf"@media \(max-width: (\d+)rem\) {{\ntable.{small}", rules),
    )
    assert f"table.{wide} td" in always
    assert f"table.{small} td" not in always
    assert narrow is not None
    assert '<td role="cell" data-label="Quantity0"><p class="body">value0</p></td>' in page
    assert '<th role="columnheader" scope="col"' in page


def test_nothing_in_the_reader_edition_speaks_of_ink_or_shouts_or_slants() -> None:
    _, by_kind = files()
    page, text = by_kind["html"].data.decode(), by_kind["txt"].data.decode()
    body = "\n".join(texts(ElementTree.fromstring(ZipFile(BytesIO(by_kind["docx"].data)).read("word/document.xml"))))
    for written in (page, text, body):
        assert "ink" not in re.findall(r"\w+", written)
        assert "cross in the box" not in written
        assert "TOTAL FOR PAPER" not in written
        assert "such as typing into this file" in written
    assert "<em>" not in page


def test_a_checklist_can_be_filled_in_on_a_screen() -> None:
    block = ItemList(entries=((Paragraph(text=plain("Name it")),),), style="rag")
    page = to_html(Document(title="T", language="en-GB", blocks=(block,)), AnswerSpace()).decode()
    assert page.count('<input type="radio"') == 3
    assert texts(word(block)) == ["Name it  ☐ R  ☐ A  ☐ G"]


def test_spaces_have_the_lines_of_the_papers_layout() -> None:
    standard, by_kind = files()
    assert standard.tree is not None
    announced = re.findall(r"Answer space, (\d+) lines", by_kind["txt"].data.decode())
    ruled = [int(m[1]) for each in standard.tree.walk() if (m := re.fullmatch(r"answer space, (\d+) lines", each.alt))]
    assert len(ruled) > 5
    assert [int(each) for each in announced if int(each) in ruled][: len(ruled)] == ruled


def test_code_in_word_stands_in_columns_and_is_not_spelt() -> None:
    blocks = (Paragraph(text=(Run(text="Trace "), Run(text="seen.append(x)", code=True))),)
    data = to_docx(Document(title="T", language="en-GB", blocks=blocks), AnswerSpace())
    words, code = docx.Document(BytesIO(data)).paragraphs[0].runs
    assert (code.font.name, code.font.no_proof) == ("Courier New", True)
    assert (words.font.name, words.font.no_proof) == (None, None)


@pytest.mark.parametrize(
    ("language", "note"), [("en-GB", "Draw your answer on separate paper"), ("cy", "Tynnwch eich llun ar bapur ar wahân")]
)
def test_who_does_not_draw_may_say_what_a_drawing_would_show(language: str, note: str) -> None:
    asked = NumberedQuestion(
        number=(1,), stem=(Paragraph(text=plain("Draw a cell."), role="stem"),), marks=4, space=(DrawingSpace(marks=4),)
    )
    document = Document(title="T", language=language, blocks=(asked,))
    page = to_html(document, AnswerSpace()).decode()
    assert note in page and 'rows="8"' in page
    assert note in to_text(document, AnswerSpace())
    word = docx.Document(BytesIO(to_docx(document, AnswerSpace())))
    assert note in "".join(each.text for each in word.paragraphs) and len(word.tables) == 1
