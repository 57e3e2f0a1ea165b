"""Word files are read as the same notes in plain text are; what of them is not read is told; what is none, or is damaged or a trap, is refused by name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from packbuilder.app.screening import screened
from packbuilder.diagnostics import Diagnostics
from packbuilder.maths.omml import to_omml
from packbuilder.maths.parser import parse
from packbuilder.readers.notes import read_notes
from packbuilder.readers.word_files import text_of_word
from tests.readers.test_forms_of_notes import SAMPLES, Case, cases, seen
from tests.readers.word_documents import saved, word_file

NOT_SO_IN_WORD = ("lists: rules, comments and page numbers print nothing",)
"""A rule of stars is a bullet for the maker of these files."""


def read(data: bytes) -> tuple[list[str], Diagnostics]:
    text, found = text_of_word(data, "notes.docx")
    assert text is not None, found
    return text.decode().split("\n"), found


def lines(document: docx.document.Document) -> list[str]:
    return [line for line in read(saved(document))[0] if line]


def body(xml: str) -> bytes:
    """Return a file with these elements before its end, as python-docx cannot make them."""
    document = docx.Document()
    root = parse_xml(f"<w:body {nsdecls('w', 'm', 'wp', 'pic', 'a', 'r')} {_MORE}>{xml}</w:body>")
    for each in list(root):
        document.element.body.insert(len(document.element.body) - 1, each)
    return saved(document)


_MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'


def words(text: str, more: str = "") -> str:
    return f'<w:r><w:rPr>{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize("case", [each for each in cases() if each.name not in NOT_SO_IN_WORD], ids=lambda case: case.name)
def test_notes_say_the_same_in_word_as_in_text(case: Case) -> None:
    plainly, _ = read_notes(screened(case.notes.encode(), "notes.md")[0], "notes.md")
    text, _ = text_of_word(word_file(case.notes), "notes.docx")
    assert text is not None and plainly is not None
    topic, found = read_notes(screened(text, "notes.docx")[0], "notes.docx")
    assert topic is not None, found
    assert seen(topic) == seen(plainly)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_say_the_same_in_word(sample: Path) -> None:
    matter, notes = re.match(r"(---\n.*?\n---\n)?(.*)$", sample.read_text(encoding="utf-8"), re.DOTALL).groups("")  # type: ignore[union-attr]  # it matches anything
    plainly, _ = read_notes((matter + notes).encode(), "notes.txt")
    text, _ = text_of_word(word_file(notes), "notes.docx")
    assert text is not None and plainly is not None
    topic, _ = read_notes(matter.encode() + text, "notes.docx")
    assert topic is not None
    assert seen(topic) == seen(plainly)


def test_a_title_stands_over_headings() -> None:
    document = docx.Document()
    document.add_paragraph("Soils", style="Title")
    document.add_heading("Key Concepts", 1)
    document.add_heading("Kinds", 2)
    assert lines(document) == ["# Soils", "## Key Concepts", "### Kinds"]


def test_bold_underlined_and_larger_lines_are_headings_and_words_in_lines_keep_their_marks() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Key Concepts").bold = True
    document.add_paragraph().add_run("Exam Tips").underline = True
    document.add_paragraph().add_run("Marking Points").font.size = Pt(18)
    paragraph = document.add_paragraph("The ")
    for text, mark in (("acid ", "bold"), ("rain", "bold"), (" of ", ""), ("Quercus", "italic"), (" H", ""), ("2", "subscript"), ("O", "")):
        run = paragraph.add_run(text)
        if mark == "subscript":
            run.font.subscript = True
        elif mark:
            setattr(run, mark, True)
    paragraph.add_run(" is an ordinary sentence of ordinary length").add_text(".")
    expected = ["**Key Concepts**", "**Exam Tips**", "**Marking Points**"]
    assert lines(document) == [*expected, "The **acid rain** of *Quercus* H<sub>2</sub>O is an ordinary sentence of ordinary length."]


def test_lists_have_levels_and_numbers() -> None:
    document = docx.Document()
    for text, style in (
        ("Explain", "List Number"),
        ("heat", "List Bullet 2"),
        ("State", "List Number"),
        ("light", "List Bullet"),
        ("Name", "List Number"),
    ):
        document.add_paragraph(text, style=style)
    assert lines(document) == ["1. Explain", "    - heat", "2. State", "    - light", "3. Name"]


def level(place: int, kind: str, text: str) -> str:
    inset = f'<w:pPr><w:ind w:left="{720 * (place + 1)}" w:hanging="360"/></w:pPr>'
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{inset}</w:lvl>'


def test_lists_as_the_buttons_of_word_make_them() -> None:
    bullets, numbers = (
        level(0, "bullet", "o") + level(1, "bullet", "x"),
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "%3."),
    )
    kinds = "".join(f'<w:abstractNum w:abstractNumId="{place}">{each}</w:abstractNum>' for place, each in enumerate((bullets, numbers)))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'
        for place, kind, more in ((1, 0, ""), (2, 1, ""), (3, 1, anew))
    )

    def item(text: str, of: int, depth: int = 0) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{of}"/></w:numPr></w:pPr>{words(text)}</w:p>'

    paragraphs = (
        f"<w:p>{words('Marking points')}</w:p>",
        *(item("Explain rust.", 2), item("water", 1), item("air", 1), item("Read it.", 2), item("State one.", 2, 1), item("iron", 2, 2)),
        *(
            item("Name one.", 2, 1),
            f"<w:p>{words('Exam tips')}</w:p>",
            item("Read all.", 3),
            f"<w:p>{words('1. Typed')}</w:p>",
            item("below", 1),
        ),
    )
    relations = '<Relationships><Relationship Id="a" Type="http://e.org/numbering" Target="numbering.xml"/></Relationships>'
    data = packed(
        **{
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(paragraphs)}</w:body></w:document>'.encode(),
            "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}">{kinds}{lists}</w:numbering>'.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
        }
    )
    assert read(data)[0] == [
        *("Marking points", "1. Explain rust.", "    - water", "    - air", "2. Read it.", "    (a) State one.", "        i. iron"),
        *("    (b) Name one.", "Exam tips", "1. Read all.", "1. Typed", "    - below"),
    ]


def test_a_break_parts_lines_of_a_paragraph_and_none_of_an_item() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Key Concepts\nHumus\twhat is left")
    document.add_paragraph("of\nplants", style="List Bullet")
    assert lines(document) == ["Key Concepts", "Humus\twhat is left", "- of plants"]


def test_tables_are_rows_and_only_a_head_in_bold_is_one() -> None:
    document = docx.Document()
    for bold in (True, False):
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Rock", "Use", "Slate|shale", "roofs\nfloors"), strict=True):
            cell.paragraphs[0].add_run(text).bold = bold and text in ("Rock", "Use")
    found = lines(document)
    assert found[:3] == ["| Rock | Use |", "|---|---|", "| Slate\\|shale | roofs; floors |"]
    assert found[3:] == ["| Rock | Use |", "| Slate\\|shale | roofs; floors |"]


def test_a_table_whose_style_sets_off_the_first_row_has_a_head() -> None:
    for style, headed in (("Light Grid Accent 1", True), ("Table Grid", False)):
        document = docx.Document()
        table = document.add_table(rows=2, cols=2, style=style)
        for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Rock", "Use", "Slate", "roofs"), strict=True):
            cell.text = text
        assert ("|---|---|" in lines(document)) is headed


def test_cells_that_are_merged_keep_their_columns() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, (("Question", "Answer", "Marks"), ("Name a rock", "slate", "1"), ("", "shale", "1")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    assert lines(document) == ["| Question | Answer; Marks |  |", "| Name a rock | slate | 1 |", "|  | shale | 1 |"]


@pytest.mark.parametrize("value", ["9" * 5000, "²", "-1", "x", ""])
def test_numbers_that_are_none_harm_nothing(value: str) -> None:
    item = f'<w:p><w:pPr><w:outlineLvl w:val="{value}"/><w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr><w:ind w:left="{value}"/></w:pPr>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr><w:p>{words("a")}</w:p></w:tc>'
    run = words("Humus", f'<w:sz w:val="{value}"/>') + f'<w:r><w:sym w:font="Symbol" w:char="{value}"/></w:r>'
    text, _ = read(body(f"{item}{run}</w:p><w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))
    assert any("Humus" in line for line in text) and "| a | a |" in text


def test_a_frame_around_a_part_of_the_page_is_no_table() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.paragraphs[0].text = "Key Concepts"
    cell.add_paragraph("Humus: dark soil", style="List Bullet")
    assert lines(document) == ["Key Concepts", "- Humus: dark soil"]


def test_of_tracked_changes_what_stands_is_read() -> None:
    gone, come = '<w:del w:id="1"><w:r><w:delText>acid</w:delText></w:r></w:del>', '<w:ins w:id="2">'
    moved = f'<w:moveFrom w:id="3">{words("old")}</w:moveFrom>'
    joined = f'<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>{words("A base ")}</w:p><w:p>{words("is bitter.")}</w:p>'
    text, found = read(body(f"<w:p>{words('An ')}{gone}{come}{words('alkali')}</w:ins>{moved}{words(' dissolves.')}</w:p>{joined}"))
    assert [line for line in text if line] == ["An alkali dissolves.", "A base is bitter."]
    assert [(each.code, each.severity.word) for each in found] == [("N147", "note")]


def test_signs_of_symbol_fonts_are_read_and_hidden_text_is_not() -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    runs = sign.format("Symbol", "F044") + words("H ") + sign.format("Wingdings", "F0E0") + words(" a", '<w:rFonts w:ascii="Symbol"/>')
    text, _ = read(body(f"<w:p>{runs}{words('secret', '<w:vanish/>')}</w:p>"))
    assert text[0] == "ΔH → α"


def test_text_boxes_are_read_once_and_told() -> None:
    box = f"<w:txbxContent><w:p>{words('Remember: heat rises')}</w:p></w:txbxContent>"
    either = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>'
    text, found = read(body(f"<w:p>{words('Exam Tips')}<w:r>{either}</w:r></w:p>"))
    assert [line for line in text if line] == ["Exam Tips", "Remember: heat rises"]
    assert [each.code for each in found] == ["N145"]


def test_pictures_are_told_by_what_they_show_and_links_by_their_address() -> None:
    drawn = '<w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A [soil] profile"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing>'
    text, _ = read(body(f"<w:p>{words('Humus: dark soil')}<w:r>{drawn}</w:r></w:p>"))
    assert text[0] == "Humus: dark soil![[A (soil) profile]]"
    _, found = read_notes("\n".join(("Key Concepts", f"- {text[0]}")).encode(), "notes.docx")
    assert [each.message for each in found if each.code == "N134"] == ["what was embedded here is not printed (A (soil) profile)"]


def test_fields_show_what_they_found_and_tables_of_contents_nothing() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = field.format("begin") + "<w:r><w:instrText> REF soil </w:instrText></w:r>" + field.format("separate")
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>'
    text, _ = read(body(f"{contents.format(words('Key Concepts 1'))}<w:p>{code}{words('Humus')}{field.format('end')}</w:p>"))
    assert [line for line in text if line] == ["Humus"]


@pytest.mark.parametrize(
    "formula",
    [
        r"x^{2}+3",
        r"\frac{n}{t}",
        r"\sqrt{b^{2}-4ac}",
        r"\sqrt[3]{8}",
        r"a_{1}\leq b",
        r"\sum_{i=1}^{n} i",
        r"\left(\frac{a}{b}\right)^{2}",
        r"\sin \theta",
        r"\overline{x}",
        r"\text{rate}=k",
        r"\begin{matrix}1&2\\3&4\end{matrix}",
    ],
)
def test_a_formula_of_words_is_the_formula_that_it_was_made_of(formula: str) -> None:
    made = to_omml(parse(formula).tree)
    text, _ = read(body(f"<w:p>{made}</w:p>"))
    assert text[0].startswith("$") and text[0].endswith("$")
    assert to_omml(parse(text[0][1:-1]).tree) == made


def test_a_formula_that_has_no_words_here_is_told() -> None:
    text, _ = read(body("<w:p><m:oMath><m:groupChr><m:e><m:r><m:t>ab</m:t></m:r></m:e></m:groupChr></m:oMath></w:p>"))
    assert text[0] == "![[a formula, ab]]"


def test_a_footnote_is_told() -> None:
    text, found = read(body(f'<w:p>{words("Humus is dark")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'))
    assert text[0] == "Humus is dark"
    assert [(each.code, each.span.line) for each in found] == [("N146", 1)]


def packed(**parts: bytes) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITIES = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed(**{"word/document.xml": b" " * 30_000_000}), "unpacks to more than 24 MB"),
        (packed(**{"word/document.xml": ENTITIES}), "damaged"),
        (packed(**{"word/document.xml": ENTITIES.decode().encode("utf-16")}), "damaged"),
        (packed(**{"word/document.xml": b"<d>" * 5000 + b"</d>" * 5000}), "damaged"),
        (packed(**{"word/document.xml": b"<w:document>"}), "damaged"),
        (packed(**{"xl/workbook.xml": b"<x/>"}), "an Excel workbook"),
        (packed(**{"content.xml": b"<x/>"}), "an OpenDocument file"),
        (packed(**{"Index/Document.iwa": b"x"}), "a file of Pages"),
        (packed(**{"notes.txt": b"x"}), "a packed file (ZIP)"),
        (b"PK\x03\x04rest", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, told: str) -> None:
    text, (wrong,) = text_of_word(data, "notes.docx")
    assert text is None
    assert told in wrong.message and wrong.severity.word == "error" and wrong.hints


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_is_damaged(part: float) -> None:
    whole = word_file("Key Concepts\n- Humus: dark soil")
    _, (wrong,) = text_of_word(whole[: int(len(whole) * part)], "notes.docx")
    assert "damaged" in wrong.message


def test_the_stricter_edition_of_the_format_is_read() -> None:
    document = f'<w:document xmlns:w="{WORD.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")}"><w:body><w:p>{words("Humus")}</w:p></w:body></w:document>'
    assert read(packed(**{"word/document.xml": document.encode()}))[0] == ["Humus"]
