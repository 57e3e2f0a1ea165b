"""The accessibility report: what is good is told with its number, and each planted fault is named with its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ContentStream, DictionaryObject, NameObject, TextStringObject

from packbuilder.app.accessibility.faults import plain_faults
from packbuilder.app.accessibility.report import accessibility, findings, seen
from packbuilder.app.making import PaperWishes, make_papers
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.readers.layouts import read_layout
from packbuilder.typeset.reading.appearance import appearance
from packbuilder.typeset.reading.canvas import Shown
from packbuilder.typeset.reading.readback import Element, Protection, ReadBack, UnreadablePdfError, read_back
from packbuilder.typeset.reading.tree import Content
from tests.products.test_products import PLACE, made


def faults(read: ReadBack) -> list[str]:
    return [finding.text for finding in findings(read) if not finding.good]


@pytest.mark.parametrize("name", ["paper-A.pdf", "mark-scheme-A.pdf", "revision-pack.pdf"])
def test_our_own_files_have_no_fault(name: str) -> None:
    assert faults(made()[1][name]) == []


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (("", ""), "2 formulas, each with words in its place."),
        (("en", "en"), "2 formulas, each with words in its place. Those words are marked as of another language (en) than the document's."),
        (("", "en"), "2 formulas, each with words in its place. Those of 1 are marked as of another language (en) than the document's."),
    ],
)
def test_formulas_whose_words_are_of_another_language_are_told(languages: tuple[str, ...], told: str) -> None:
    paper = made()[1]["paper-A.pdf"]
    formulas = tuple(Element(role="Formula", alt="x", text="x", language=language) for language in languages)
    assert told in [finding.text for finding in findings(replace(paper, tree=Element(role="Document", children=formulas)))]


def test_what_is_good_is_counted() -> None:
    told = " ".join(finding.text for finding in findings(made()[1]["paper-A.pdf"]))
    assert "each with words in its place" in told
    assert "each of which begins with its number" in told


def changed(element: Element, wanted: str, **values: object) -> Element:
    inner = tuple(changed(child, wanted, **values) for child in element.children)
    same = replace(element, children=inner)
    return replace(same, **values) if element.role == wanted else same  # type: ignore[arg-type]  # values of its own fields


@pytest.mark.parametrize(
    ("role", "values", "told"),
    [
        ("Formula", {"alt": ""}, "a formula has no alternative text"),
        ("TH", {"role": "TD"}, "a table has no header cell"),
        ("TH", {"scope": ""}, "whether it heads a row or a column"),
        ("H1", {"role": "P"}, "There is no heading"),
    ],
)
def test_a_planted_fault_is_told(role: str, values: dict[str, object], told: str) -> None:
    read = made()[1]["paper-A.pdf"]
    assert read.tree is not None
    tree = changed(read.tree, role, **values)
    if role == "H1":
        for level in ("H2", "H3", "H4"):
            tree = changed(tree, level, role="P")
    assert any(told in text for text in faults(replace(read, tree=tree)))


def test_a_picture_without_words_is_told() -> None:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="Figure", alt=" ", page=3)))
    assert "Page 3: a picture has no alternative text." in faults(ReadBack(pages=("",), tree=tree))


@pytest.mark.parametrize("alt", ["red.png", "Figure 1", "image", "IMG_0042.JPG", "?!"])
def test_words_for_a_picture_that_say_nothing_are_told(alt: str) -> None:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="Figure", alt=alt, page=3)))
    assert any(f"Page 3: the words for a picture are “{alt}”" in text for text in faults(ReadBack(pages=("",), tree=tree)))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Element(role="P", page=2), "a list is not made of entries"),
        (Element(role="LI", children=(Element(role="P"),), page=2), "does not say what its text is"),
        (Element(role="LI", children=(Element(role="LBody"),), page=2), "has no label"),
    ],
)
def test_a_list_that_is_none_is_told(entry: Element, told: str) -> None:
    listed = Element(role="L", numbering="Decimal", children=(entry,), page=2)
    tree = Element(role="Document", children=(Element(role="H1"), listed))
    assert any(text.startswith("Page 2") and told in text for text in faults(ReadBack(pages=("",), tree=tree)))


def looked(data: bytes, edition: str = "") -> list[str]:
    return [finding.text for finding in seen(appearance(data), edition=edition) if not finding.good]


@lru_cache(maxsize=1)
def page() -> bytes:
    """A page of ours, whose stream and fonts can be changed."""
    forms, _ = made()
    exam = layout("exam-a4", PLACE)
    return next(iter(make_papers(forms[:1], PaperWishes(paper=exam, scheme=exam, products=("practice_paper",)), Printer()))).data


def altered(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(page()))
    change(writer)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def _forget_title(writer: PdfWriter) -> None:
    del writer.root_object["/ViewerPreferences"]


def _hide_title(writer: PdfWriter) -> None:
    writer.root_object["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(False)


def _say_tiny(writer: PdfWriter) -> None:
    """Show a text of the page once more, at the end of its content, in letters of 1 pt."""
    stream = ContentStream(writer.pages[1].get_contents(), writer)
    shown = re.search(rb"/F\w+ [\d.]+ Tf[^T]*?(?:<[^>]+>|\([^)]*\)) ?Tj", stream.get_data())
    assert shown
    stream.set_data(stream.get_data() + b" BT " + re.sub(rb"^(/F\w+) [\d.]+", rb"\1 1", shown[0]) + b" ET")
    writer.pages[1][NameObject("/Contents")] = stream


def _forget_maps(writer: PdfWriter) -> None:
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        del font.get_object()["/ToUnicode"]


def _forget_shapes(writer: PdfWriter) -> None:
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        del descriptor["/FontFile2"]


def _loosen_tabs(writer: PdfWriter) -> None:
    writer.pages[1][NameObject("/Annots")] = ArrayObject([DictionaryObject()])
    writer.pages[1][NameObject("/Tabs")] = NameObject("/R")


def _repaint(writer: PdfWriter, old: bytes, new: bytes) -> None:
    for each in writer.pages:
        stream = ContentStream(each.get_contents(), writer)
        stream.set_data(re.sub(old, new, stream.get_data()))
        each[NameObject("/Contents")] = stream


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_forget_title, "the flag that asks for the title is not set"),
        (_hide_title, "the flag that asks for the title is not set"),
        (_say_tiny, "There is text of 1 pt, which is there to be read aloud or copied, and nobody can read it"),
        (_forget_maps, "does not say which characters its signs are"),
        (_forget_shapes, "is not in the file"),
        (_loosen_tabs, "Page 2: the tab key"),
        (partial(_repaint, old=rb"BT", new=rb"BT 0.6 g"), "it needs 4.5:1"),
        (partial(_repaint, old=rb"(/F\w+) [\d.]+ Tf", new=rb"\1 6 Tf"), "Most text is 6 pt; it should be 9 pt"),
    ],
    ids=["title", "title off", "tiny", "maps", "shapes", "tabs", "colour", "size"],
)
def test_a_fault_in_how_a_file_looks_is_told(change: Callable[[PdfWriter], None], told: str) -> None:
    assert looked(page()) == []
    assert any(told in text for text in looked(altered(change)))


def test_large_print_that_is_not_large_is_told() -> None:
    told = looked(page(), edition="large-18")
    assert any("it should be 18 pt at least" in text for text in told)
    assert any("none may be smaller than 15.3 pt" in text for text in told)


@pytest.mark.parametrize(
    ("opening", "told"),
    [(b"/Artifact <</Type /Pagination>> BDC", []), (b"/Artifact BMC", ["Most text is 7 pt; it should be 9 pt at least."])],
    ids=["furniture", "ornament"],
)
def test_running_heads_are_no_main_text(opening: bytes, told: list[str]) -> None:
    """A sheet of few flashcards has more letters in its running heads than on its cards."""

    def paint(writer: PdfWriter) -> None:
        stream, running = ContentStream(None, writer), b"BT /F1 7 Tf (A running head of many words) Tj ET"
        stream.set_data(b"BT /F1 12 Tf (Acid) Tj ET " + opening + b" " + running + b" EMC")
        for each in writer.pages:
            each[NameObject("/Contents")] = stream

    data = altered(paint)
    assert looked(data) == told
    assert "the smallest 7 pt" in " ".join(each.text for each in seen(appearance(data))) or told


def test_a_link_to_nowhere_is_told() -> None:
    read = made()[1]["revision-pack.pdf"]
    assert read.tree is not None
    assert any("leads nowhere" in text for text in faults(replace(read, tree=changed(read.tree, "Link", targets=()))))


def test_a_file_without_tags_title_or_language_is_told_so() -> None:
    told = " ".join(faults(ReadBack(pages=("text",))))
    for words in ("has no title", "No language", "does not say", "is not tagged"):
        assert words in told


def test_a_layout_with_pale_text_is_an_error() -> None:
    _, found = read_layout(b"styles:\n  body: {size: 11}\n  small: {colour: '#999999'}\n", "pale.yaml", "pale")
    assert [d.code for d in found] == ["L312"]
    assert "`small` stands on white at a contrast of 2.84:1" in found[0].message


def test_a_contrast_that_just_falls_short_is_not_rounded_to_what_is_needed() -> None:
    _, (found,) = read_layout(b"styles:\n  body: {size: 11}\n  small: {colour: '#777777'}\n", "pale.yaml", "pale")
    assert "a contrast of 4.47:1; text needs 4.5:1" in found.message


def text_at(words: str, x: float, y: float, role: str = "P", page: int = 1) -> Element:
    """Return an element of one text of 10 pt, 50 pt wide."""
    return Element(
        role=role, text=words, own=words, page=page, contents=(Content(page, 0, (x, y), (Shown(words, x, y, x + 50, 10.0, True),)),)
    )


def ordered(*elements: Element, role: str = "Document", language: str = "en") -> list[str]:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role=role, children=elements)))
    return [text for text in faults(ReadBack(pages=("",), language=language, tree=tree)) if "read next" in text]


def test_what_is_read_after_what_stands_below_it_is_told() -> None:
    first, second, third = text_at("one", 50, 700), text_at("two", 50, 680), text_at("three", 50, 660)
    assert ordered(first, second, third) == []
    (told,) = ordered(first, third, second)
    assert told.startswith("Page 1: once what is read next stands above")


def test_columns_and_pages_are_read_one_after_the_other() -> None:
    assert ordered(text_at("one", 50, 100), text_at("two", 300, 700), text_at("three", 50, 700, page=2)) == []


def test_cells_are_read_from_left_to_right_at_whatever_height() -> None:
    one, two = text_at("one", 50, 690, "TD"), text_at("two", 300, 700, "TD")
    assert ordered(one, two, role="TR") == []
    assert ordered(two, one, role="TR")
    assert ordered(two, one, role="TR", language="ar") == []


@pytest.mark.parametrize("name", ["paper-A.pdf", "mark-scheme-A.pdf", "revision-pack.pdf"])
def test_our_own_files_are_read_as_they_stand(name: str) -> None:
    assert any("goes down and across" in finding.text for finding in findings(made()[1][name]))


def test_a_table_turned_round_is_told() -> None:
    read = made()[1]["mark-scheme-A.pdf"]

    def turned(element: Element) -> Element:
        kids = tuple(turned(each) for each in element.children)
        return replace(element, children=kids[::-1] if element.role in ("TR", "Table") else kids)

    assert read.tree is not None
    assert any("is it read in the right order?" in text for text in faults(replace(read, tree=turned(read.tree))))


ENGLISH = "The mass of the dust that is in the air of a quarry, and what is done about it by those who work with it. " * 3


@pytest.mark.parametrize(
    ("language", "good", "told"),
    [
        ("en-GB", True, "and so are the words"),
        ("fr", False, "but the words look English"),
        ("xx-nonsense", False, "which is none"),
        ("", False, "No language is set"),
    ],
)
def test_a_language_is_held_against_the_words(language: str, *, good: bool, told: str) -> None:
    tree = Element(role="Document", children=(Element(role="P", own=ENGLISH, text=ENGLISH),))
    read = ReadBack(pages=(ENGLISH,), language=language, tree=tree)
    assert any(finding.good is good and told in finding.text for finding in findings(read))


def test_words_marked_as_another_language_are_not_held_against_the_file() -> None:
    quoted = Element(role="P", own=ENGLISH, text=ENGLISH, language="en")
    read = ReadBack(pages=(ENGLISH,), language="fr", tree=Element(role="Document", children=(quoted,)))
    assert not any("but the words look" in text for text in faults(read))


@pytest.mark.parametrize(("part", "told"), [("1", ""), ("2", ""), ("7", "which there is not"), ("", "does not say")])
def test_only_a_standard_that_there_is_is_praised(part: str, told: str) -> None:
    xmp = f"<pdfuaid:part>{part}</pdfuaid:part>" if part else ""
    found = [text for text in faults(ReadBack(pages=("",), xmp=xmp)) if "PDF/UA" in text]
    assert (told in found[0]) if told else found == []


def test_protection_against_screen_readers_is_told() -> None:
    read = ReadBack(pages=("",), protection=Protection(encrypted=True, screen_readers=False))
    assert any("screen readers are refused" in text for text in faults(read))
    assert not any("screen readers" in text for text in faults(replace(read, protection=Protection(encrypted=True))) if "refused" in text)


def test_a_file_that_hides_its_tags_is_told() -> None:
    assert any("does not say that it is tagged" in text for text in faults(replace(made()[1]["paper-A.pdf"], marked=False)))


@pytest.mark.parametrize("alt", [r"\\frac{a}{b}", "$x^2$", "a <b>bold</b> word"])
def test_code_instead_of_words_is_told(alt: str) -> None:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="Formula", alt=alt, page=3)))
    found = faults(ReadBack(pages=("",), tree=tree))
    assert any(text.startswith("Page 3: the words for a formula are") and "code" in text for text in found)


def test_a_link_of_which_a_part_leads_nowhere_is_told() -> None:
    read = made()[1]["revision-pack.pdf"]
    assert read.tree is not None
    link = read.tree.find(role="Link")[0]
    torn = changed(read.tree, "Link", targets=(*link.targets, replace(link.targets[0], page=0, address="")))
    assert any("leads nowhere" in text for text in faults(replace(read, tree=torn)))


def test_only_lists_that_claim_labels_are_praised_for_them() -> None:
    plain = Element(role="L", children=(Element(role="LI", children=(Element(role="LBody", text="a"),)),))
    entry = Element(role="LI", children=(Element(role="Lbl", text="1."), Element(role="LBody", text="a")))
    numbered = Element(role="L", numbering="Decimal", children=(entry,))

    def praise(*lists: Element) -> str:
        tree = Element(role="Document", children=(Element(role="H1"), *lists))
        return next(finding.text for finding in findings(ReadBack(pages=("",), tree=tree)) if "list" in finding.text and finding.good)

    assert praise(plain) == "1 list, the number of entries told."
    assert praise(plain, numbered) == "2 lists, the number of entries told; 1 numbered or bulleted, each entry with its label."


def test_entries_of_other_programs_are_entries() -> None:
    """Browsers write `NonStruct` in an entry, and lists in lists."""
    inner = Element(role="L", numbering="Circle", children=(Element(role="LI", children=(Element(role="Lbl"), Element(role="NonStruct"))),))
    entry = Element(role="LI", children=(Element(role="Lbl"), Element(role="NonStruct"), inner))
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="L", numbering="Disc", children=(entry,))))
    assert not any("list" in text for text in faults(ReadBack(pages=("",), tree=tree)))


def test_contradictions_are_told_once_a_page_in_plain_words() -> None:
    many = [f"page 3: an element claims marked content {number}, which is not there" for number in range(39)]
    assert list(plain_faults((*many, "page 4: no element claims marked content 2"))) == [
        "Page 3: 39 of its tags stand for nothing on the page: a screen reader finds them empty.",
        "Page 4: 1 of its texts or pictures have no tag: a screen reader leaves them out.",
    ]


def painted(operators: bytes, font: DictionaryObject | None = None) -> bytes:
    """Return a file whose pages paint something else, with one more font."""

    def paint(writer: PdfWriter) -> None:
        stream = ContentStream(None, writer)
        stream.set_data(operators)
        for each in writer.pages:
            each[NameObject("/Contents")] = stream
            if font is not None:
                each["/Resources"]["/Font"][NameObject("/FX")] = font

    return altered(paint)


def _simple(**entries: str) -> DictionaryObject:
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", **entries}
    return DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in names.items()})


def test_fonts_that_show_nothing_are_not_told_of() -> None:
    assert looked(painted(b"0 0 1 1 re f", _simple())) == []


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({"Encoding": "WinAnsiEncoding"}, False),
        ({}, False),
        ({"BaseFont": "Wingdings"}, True),
        ({"BaseFont": "Wingdings", "Encoding": "WinAnsiEncoding"}, False),
    ],
)
def test_known_encodings_say_their_characters(entries: dict[str, str], *, told: bool) -> None:
    data = painted(b"BT /FX 12 Tf (Acid) Tj ET", _simple(**entries))
    assert any("does not say which characters" in text for text in looked(data)) is told


def test_a_font_that_makes_one_character_of_all_signs_is_told() -> None:
    def garble(writer: PdfWriter) -> None:
        for font in writer.pages[0]["/Resources"]["/Font"].values():
            stream = font.get_object()["/ToUnicode"].get_object()
            stream.set_data(re.sub(rb"(<\w{4}>) <\w{4}>", rb"\1 <002A>", stream.get_data()))

    assert any("one character for many different signs" in text for text in looked(altered(garble)))


def test_a_page_that_is_a_picture_is_told() -> None:
    picture = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI"
    assert any("is only a picture" in text for text in looked(painted(picture)))
    assert not any("is only a picture" in text for text in looked(painted(picture + b" BT 3 Tr /F1 12 Tf (read) Tj ET")))
    assert looked(painted(b"")) == []


def test_colours_that_are_turned_into_others_are_not_praised() -> None:
    def turn(writer: PdfWriter) -> None:
        space = ArrayObject([NameObject("/DeviceN"), ArrayObject(), NameObject("/DeviceRGB"), DictionaryObject()])
        writer.pages[0]["/Resources"][NameObject("/ColorSpace")] = DictionaryObject({NameObject("/DefaultRGB"): space})

    found = [finding.text for finding in seen(appearance(altered(turn)))]
    assert any("turns the colours that it names into others" in text for text in found)
    assert not any("All text stands out" in text for text in found)


def test_what_is_printed_again_and_again_is_weighed_once() -> None:
    again = b"BT /F1 7 Tf (A long title that stands on every card of the sheet) Tj ET " * 9
    assert looked(painted(again + b"BT /F1 12 Tf (Acid, base, salt, water, and what becomes of all of them in the end) Tj ET")) == []


def test_heads_of_cards_are_no_main_text() -> None:
    data = painted(b"/P <</MCID 4>> BDC BT /F1 7 Tf (What a card belongs to) Tj ET EMC BT /F1 12 Tf (Acid) Tj ET")
    heads = frozenset((number, 4) for number in range(1, 20))
    assert [finding.text for finding in seen(appearance(data, heads=heads)) if not finding.good] == []
    assert looked(data) == ["Most text is 7 pt; it should be 9 pt at least."]


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"%PDF-1.7\n1 0 obj <<", "it is damaged, or a part of it is missing"), (b"MZ", "does not begin with %PDF")],
    ids=["cut", "other"],
)
def test_what_cannot_be_read_is_told_in_words(data: bytes, told: str) -> None:
    with pytest.raises(UnreadablePdfError, match=told):
        read_back(data)


def test_a_file_with_a_password_is_said_to_need_it() -> None:
    def lock(writer: PdfWriter) -> None:
        writer.encrypt("secret", "owner", algorithm="AES-256")

    with pytest.raises(UnreadablePdfError, match="it needs a password"):
        read_back(altered(lock))


def test_what_is_wrong_many_times_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(page())
    found = accessibility(path)
    assert len(found) == len(set(found))
    assert all(finding.good for finding in found)


def test_a_link_to_a_place_with_a_name_leads_somewhere() -> None:
    """Browsers and word processors name the places that links lead to."""
    link = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Dest"): TextStringObject("chapter")})

    def name(writer: PdfWriter) -> None:
        place = ArrayObject([writer.pages[1].indirect_reference, NameObject("/Fit")])
        names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("chapter"), place])})
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/Dests"): names})
        paragraph = next(each for each in map(_held, writer._objects) if each.get("/S") == "/P" and "/Pg" in each)
        paragraph[NameObject("/S")] = NameObject("/Link")
        annotation = writer._add_object(link)
        kid = DictionaryObject(
            {NameObject("/Type"): NameObject("/OBJR"), NameObject("/Pg"): paragraph.raw_get("/Pg"), NameObject("/Obj"): annotation}
        )
        paragraph[NameObject("/K")] = ArrayObject([paragraph["/K"], kid])

    (found,) = [each for each in _tree(altered(name)).find(role="Link") if each.targets]
    assert found.targets[0].page == 2


def _held(raw: object) -> DictionaryObject:
    value = raw.get_object() if raw is not None else None  # type: ignore[attr-defined]  # an object of pypdf's
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _tree(data: bytes) -> Element:
    found = read_back(data).tree
    assert found is not None
    return found
