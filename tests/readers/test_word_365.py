"""What Word itself writes, which neither python-docx nor LibreOffice does: each is read as it is seen in Word."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Diagnostics
from packbuilder.readers.word_files import text_of_word
from tests.readers.word_packages import MACROS, TEMPLATE, control, field, package, paragraph, run

HEAD = paragraph(run("Exam tips"), style="berschrift1")


def read(body: str, numbering: str = "", *, strict: bool = False, parts: dict[str, str] | None = None) -> tuple[list[str], Diagnostics]:
    text, found = text_of_word(package(body, numbering=numbering, strict=strict, parts=parts), "notes.docx")
    assert text is not None, found
    return [line for line in text.decode().split("\n") if line], found


def lines(body: str, numbering: str = "", *, strict: bool = False) -> list[str]:
    return read(body, numbering, strict=strict)[0]


# Packages


@pytest.mark.parametrize("main_type", [MACROS, TEMPLATE])
def test_files_with_macros_and_templates_are_word_files(main_type: str) -> None:
    text, _ = text_of_word(package(paragraph(run("Cells divide.")), main_type=main_type), "notes.docm")
    assert text is not None and text.decode().strip() == "Cells divide."


def test_the_text_may_lie_in_another_part() -> None:
    """Word in a browser writes `document2.xml`."""
    text, _ = text_of_word(package(HEAD, main="word/document2.xml"), "notes.docx")
    assert text is not None and text.decode().strip() == "# Exam tips"


# Styles


def test_headings_are_found_by_the_name_that_styles_have_in_every_language() -> None:
    body = HEAD + paragraph(run("Cells"), style="berschrift2") + paragraph(run("Tissues"), style="Thema")
    assert lines(body) == ["# Exam tips", "## Cells", "# Tissues"]


def test_a_style_of_ones_own_with_a_level_of_the_outline_is_a_heading() -> None:
    assert lines(paragraph(run("Cells"), style="Abschnitt")) == ["## Cells"]


def test_a_style_that_hides_its_words_hides_them() -> None:
    assert lines(paragraph(run("Cells divide."), run(" Not for students", '<w:rStyle w:val="Lehrer"/>'))) == ["Cells divide."]


def test_lists_of_contents_figures_and_words_are_no_text() -> None:
    listed = [paragraph(run("Cells 3"), style=style) for style in ("Verzeichnis1", "Abbildungsverzeichnis", "Index1")]
    assert lines("".join(listed) + paragraph(run("Cells divide."))) == ["Cells divide."]


# Runs


def test_a_word_in_several_runs_is_one_word() -> None:
    """Word parts a run where spelling was checked, where somebody typed later, and where a page ended when it was last seen."""
    body = paragraph(
        run("photo"),
        '<w:proofErr w:type="spellStart"/>',
        run("syn"),
        '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        "<w:r><w:lastRenderedPageBreak/><w:t>thesis</w:t></w:r>",
    )
    assert lines(body) == ["photosynthesis"]


def test_a_bold_word_in_several_runs_has_its_marks_once() -> None:
    assert lines(paragraph(run("The "), run("nucl", "<w:b/><w:bCs/>"), run("eus", "<w:b/><w:bCs/><w:noProof/>"), run(" is small."))) == [
        "The **nucleus** is small."
    ]


def test_smart_tags_and_simple_fields_are_read_through() -> None:
    body = paragraph(
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:smartTagPr/>' + run("Paris") + "</w:smartTag>",
        run(" in "),
        '<w:fldSimple w:instr=" SEQ Figure \\* ARABIC ">' + run("1920", "<w:noProof/>") + "</w:fldSimple>",
    )
    assert lines(body) == ["Paris in 1920"]


def test_of_a_field_what_it_found_is_read() -> None:
    inner = field("PAGEREF _Toc1 \\h", run("3"))
    assert lines(paragraph(run("See page "), inner, run("."))) == ["See page 3."]


def test_a_field_that_leads_somewhere_is_a_link() -> None:
    assert lines(paragraph(field('HYPERLINK "https://example.org/a" \\o "More"', run("the notes")))) == [
        "[the notes](https://example.org/a)"
    ]


def test_what_a_fields_code_holds_is_not_read() -> None:
    """Fields within the code of another one, as IF has them, are asked and not shown."""
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    nested += field("DOCPROPERTY a", run("hidden")) + '<w:r><w:instrText> = 1 "x" </w:instrText></w:r>'
    nested += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("shown") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(paragraph(nested)) == ["shown"]


@pytest.mark.parametrize(
    ("choice", "fallback", "text"),
    [
        ('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2705"/>', "<w:t>\u2705</w:t>", "\u2705 chlorophyll"),
        ('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F331"/>', "<w:t>\U0001f331</w:t>", "\U0001f331 chlorophyll"),
    ],
)
def test_signs_of_the_emoji_panel_are_read(choice: str, fallback: str, text: str) -> None:
    font = '<w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji"/>'
    look = f'<w:rPr><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback>{font}</mc:Fallback></mc:AlternateContent></w:rPr>'
    said = (
        f'<mc:AlternateContent><mc:Choice Requires="w16se">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'
    )
    assert lines(paragraph(f"<w:r>{look}{said}</w:r>", run(" chlorophyll"))) == [text]


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F04F", "✗"),
        ("Wingdings 2", "F052", "☑"),
        ("Webdings", "F061", "✓"),
        ("Symbol", "F044", "Δ"),
    ],
)
def test_ticks_and_crosses_are_read_whatever_font_they_are_of(font: str, char: str, sign: str) -> None:
    assert lines(paragraph(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>', run(" chlorophyll"))) == [f"{sign} chlorophyll"]
    assert lines(paragraph(f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>&#x{char};</w:t></w:r>')) == [sign]


def test_a_sign_of_a_font_that_is_not_known_is_no_greek_letter() -> None:
    (line,) = lines(paragraph('<w:r><w:sym w:font="Bookshelf Symbol 7" w:char="F044"/></w:r>', run(" x")))
    assert "Δ" not in line


def test_a_large_first_letter_belongs_to_its_word() -> None:
    frame = '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    assert lines(paragraph(run("T", '<w:sz w:val="114"/>'), more=frame) + paragraph(run("he cell is small."))) == ["The cell is small."]


# Content controls


def test_content_controls_are_read_through_wherever_they_stand() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{}</w:tc>'
    row = f"<w:tr>{cell.format(paragraph(run('Term')))}{control(cell.format(paragraph(run('Meaning'))))}</w:tr>"
    other = f"<w:tr>{cell.format(paragraph(run('Cell')))}{cell.format(control(paragraph(run('A unit of life'))))}</w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{row}{control(other, '<w15:repeatingSection/>')}</w:tbl>"
    body = control(paragraph(run("Cells "), control(run("divide"), "<w:text/>"), run("."))) + table
    assert lines(body) == ["Cells divide.", "| Term | Meaning |", "| Cell | A unit of life |"]


@pytest.mark.parametrize("block", [True, False])
def test_what_a_control_asks_for_is_not_read(block: bool) -> None:
    asks = run("Click or tap here to enter text.", '<w:rStyle w:val="Platzhaltertext"/>')
    hint = "<w:showingPlcHdr/><w:text/>"
    body = control(paragraph(asks), hint) if block else paragraph(control(asks, hint))
    assert lines(body + paragraph(run("Cells divide."))) == ["Cells divide."]


def test_boxes_to_tick_are_read_as_they_are() -> None:
    box = '<w14:checkbox><w14:checked w14:val="{}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox>'
    right, wrong = (control(run(sign), box.format(on)) for sign, on in (("☒", 1), ("☐", 0)))
    assert lines(paragraph(right, run(" A nucleus")) + paragraph(wrong, run(" B ribosome"))) == ["☒ A nucleus", "☐ B ribosome"]


def test_of_a_cover_page_the_title_is_read_and_the_rest_told() -> None:
    """Word's cover pages say who wrote a file and when, which is nothing to learn."""

    def bound(text: str, path: str) -> str:
        binding = f'<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:{path}[1]" w:storeItemID="{{6C3C8BC8}}"/><w:text/>'
        return control(run(text), binding)

    box = paragraph(bound("Rates of reaction", "title")) + paragraph(bound("A. Teacher", "creator"))
    shape = f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx>"
    older = f"<w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>'
    cover = paragraph(f"<w:r>{both}</w:r>") + paragraph('<w:r><w:br w:type="page"/></w:r>')
    gallery = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'
    found, told = read(control(cover, gallery) + HEAD)
    assert found == ["# Rates of reaction", "## Exam tips"]
    assert [each.message for each in told] == ["of a cover page the title is read, and nothing else (‘A. Teacher’)"]


def test_a_cover_page_without_a_title_is_read_as_it_is() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>'
    assert lines(control(paragraph(run("Cells divide.")), gallery) + HEAD) == ["Cells divide.", "# Exam tips"]


# Lists


def listed(key: str, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}" w:tplc="04070001"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(key: str, *levels: str, more: str = "") -> str:
    kind = '<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="35B6"/>'
    return f'<w:abstractNum w:abstractNumId="{key}" w15:restartNumberingAfterBreak="0"><w:nsid w:val="1F3D"/>{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(key: str, of: str, more: str = "") -> str:
    return f'<w:num w:numId="{key}" w16cid:durableId="1234567"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    numbering = abstract("3", level(0, "decimal", "%1.")) + num("7", "3")
    assert lines(paragraph(run("Name it."), style="Frage") + paragraph(run("State it."), style="FrageA"), numbering) == [
        "1. Name it.",
        "2. State it.",
    ]


def test_a_list_whose_style_says_how_it_is_numbered_is_numbered_so() -> None:
    """A list style's own list has the levels; others name the style only."""
    own = abstract("4", level(0, "lowerLetter", "%1)"), more='<w:styleLink w:val="Fragen"/>') + abstract(
        "5", more='<w:numStyleLink w:val="Fragen"/>'
    )
    numbering = own + num("9", "4") + num("11", "5")
    assert lines(paragraph(run("one"), more=listed("11")) + paragraph(run("two"), more=listed("11")), numbering) == ["a) one", "b) two"]


def test_a_list_may_have_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    numbering = abstract("3", level(0, "decimal", "%1.")) + num("7", "3", override) + num("8", "3")
    assert lines(paragraph(run("one"), more=listed("7")) + paragraph(run("two"), more=listed("7")), numbering) == ["A. one", "B. two"]


def test_numbers_of_a_kind_of_ones_own_are_as_for_programs_that_do_not_know_it() -> None:
    kind = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
    kind += '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    odd = level(0, "X", "%1.").replace('<w:numFmt w:val="X"/>', kind)
    assert lines(paragraph(run("one"), more=listed("7")), abstract("3", odd) + num("7", "3")) == ["1. one"]


# What Word keeps beside the text


def test_of_tracked_changes_what_stands_is_read_in_paragraphs_rows_and_looks() -> None:
    body = paragraph(
        run("Cells "),
        '<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>never </w:delText></w:r></w:del>',
        '<w:ins w:id="2" w:author="A">' + run("often ") + "</w:ins>",
        run("divide.", '<w:rPrChange w:id="3" w:author="A"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>'),
        more='<w:pPrChange w:id="4" w:author="A"><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange>',
    )
    assert lines(body) == ["Cells often divide."]


def test_comments_leave_no_mark_in_the_text() -> None:
    comment = '<w:commentRangeStart w:id="0"/>' + run("divide") + '<w:commentRangeEnd w:id="0"/>'
    sign = '<w:r><w:rPr><w:rStyle w:val="Kommentarzeichen"/></w:rPr><w:commentReference w:id="0"/></w:r>'
    assert lines(paragraph(run("Cells "), comment, sign, run("."))) == ["Cells divide."]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_at_the_foot_and_at_the_end_are_told_with_their_words(kind: str) -> None:
    told = f'<w:{kind} w:id="2">' + paragraph(f"<w:r><w:{kind}Ref/></w:r>", run(" Only in plants.")) + f"</w:{kind}>"
    separators = f'<w:{kind} w:type="separator" w:id="-1">' + paragraph("<w:r><w:separator/></w:r>") + f"</w:{kind}>"
    body = paragraph(run("Cells have walls."), f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    found, diagnostics = read(body, parts={f"{kind}s": separators + told})
    assert found == ["Cells have walls."]
    assert [each.message for each in diagnostics] == [f"{'a' if kind == 'footnote' else 'an'} {kind} is not read (‘Only in plants.’)"]


def test_what_was_written_by_hand_is_told() -> None:
    ink = '<w:drawing><wp:anchor><wp:docPr id="3" name="Ink 3"/><a:graphic><a:graphicData><w14:contentPart r:id="rId8"/></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    both = f'<mc:AlternateContent><mc:Choice Requires="wpi">{ink}</mc:Choice><mc:Fallback/></mc:AlternateContent>'
    assert lines(paragraph(run("Cells"), f"<w:r>{both}</w:r>")) == ["Cells![[Ink 3]]"]


def test_what_word_says_of_its_own_words_for_a_picture_is_left_out() -> None:
    said = "A plant cell\n\nDescription automatically generated with medium confidence"
    picture = f'<w:drawing><wp:inline><wp:docPr id="1" name="Grafik 1" descr="{said.replace(chr(10), "&#xA;")}"/><a:graphic><a:graphicData><pic/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    assert lines(paragraph(f"<w:r>{picture}</w:r>")) == ["![[A plant cell]]"]


# The stricter edition, as "Strict Open XML Document" saves it


def test_measures_with_units_are_understood() -> None:
    """In the stricter edition a distance may say its unit."""
    numbering = abstract("3", level(0, "bullet", "")).replace('w:left="720"', 'w:start="36pt"').replace(
        'w:hanging="360"', 'w:hanging="18pt"'
    ) + num("7", "3")
    item = paragraph(run("Cells divide."), more=listed("7"))
    beside = paragraph(run("They do so often."), more='<w:ind w:start="36pt"/>')
    assert lines(item + beside, numbering, strict=True) == ["- Cells divide.", "    They do so often."]


def test_the_stricter_edition_has_the_same_text() -> None:
    body = HEAD + paragraph(run("The "), run("nucleus", "<w:b/>"), run(" is small.")) + control(paragraph(run("It divides.")))
    assert lines(body, strict=True) == lines(body) == ["# Exam tips", "The **nucleus** is small.", "It divides."]
