"""What is seen is what is read: pictures, letters, places on the page, links, and words that nobody is read. Each fault is planted."""

from __future__ import annotations

import re

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, FloatObject, NameObject, StreamObject, TextStringObject

from packbuilder.app.printing import Printer
from packbuilder.proof import faults
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import Fault, altered, content, elements

_ORIGIN = re.compile(rb"q 1 0 0 1 [\d.]+ [\d.]+ cm\n")
_PATH = re.compile(rb"[\d.-]+ [\d.-]+ (?:m [^mS]* S|[\d.-]+ [\d.-]+ re S)\b")


@pytest.fixture(scope="module")
def sample() -> bytes:
    return Printer().print(DOCUMENT, LAYOUT).data


def fonts(writer: PdfWriter) -> list[DictionaryObject]:
    resources = writer.pages[0]["/Resources"]["/Font"]
    return [resources[name] for name in resources]


def images(writer: PdfWriter) -> DictionaryObject:
    found = writer.pages[0]["/Resources"]["/XObject"]
    assert isinstance(found, DictionaryObject) and len(found) > 1
    return found


def annotations(writer: PdfWriter) -> list[DictionaryObject]:
    return [each.get_object() for page in writer.pages for each in page.get("/Annots", ())]


def swap_pictures(writer: PdfWriter) -> None:
    held = images(writer)
    one, other, *_ = list(held)
    first, second = held.raw_get(one), held.raw_get(other)
    held[NameObject(one)], held[NameObject(other)] = second, first


def invert_a_picture(writer: PdfWriter) -> None:
    image = next(iter(images(writer).values())).get_object()
    assert isinstance(image, StreamObject)
    image.set_data(bytes(255 - each for each in image.get_data()))


def paint_over(page: int, area: bytes) -> Fault:
    def change(writer: PdfWriter) -> None:
        stream = content(writer, page)
        stream.set_data(stream.get_data() + b"/Artifact<</Type/Layout>>BDC\nq 1 1 1 rg " + area + b" f Q\nEMC\n")

    return change


def make_invisible(writer: PdfWriter) -> None:
    stream = content(writer, 1)
    before, tag, after = stream.get_data().partition(b"/P<</MCID 1>>")
    stream.set_data(before + tag + after.replace(b"BT\n", b"BT\n3 Tr\n", 1))


def exchange_places(one: int, other: int) -> Fault:
    """Two paragraphs change places on the page: tags, tree and the order of painting are as they were."""

    def change(writer: PdfWriter) -> None:
        stream = content(writer, 1)
        data = stream.get_data()
        at = [_ORIGIN.search(data, data.index(b"/P<</MCID %d>>" % mcid)) for mcid in (one, other)]
        first, second = (match.group() for match in at if match)
        a, b = (match.start() for match in at if match)
        stream.set_data(data[:a] + second + data[a + len(first) : b] + first + data[b + len(second) :])

    return change


def exchange_answer_lines(writer: PdfWriter) -> None:
    stream = content(writer, 2)
    data = stream.get_data()
    space = next(match for match in re.finditer(rb"/Form<</MCID \d+>>BDC\n(.*?)EMC", data, re.DOTALL) if len(_ORIGIN.findall(match[1])) > 4)
    # Each line has its own origin, and in it the indent of its question.
    first, second = _ORIGIN.findall(space[1])[0:3:2]
    changed = space[1].replace(first, b"\r").replace(second, first).replace(b"\r", second)
    stream.set_data(data[: space.start(1)] + changed + data[space.end(1) :])


def erase_the_last(least: int) -> Fault:
    """What is painted last in the first space of so many lines or boxes is gone."""

    def change(writer: PdfWriter) -> None:
        for page in range(len(writer.pages)):
            stream = content(writer, page)
            data = stream.get_data()
            spaces = re.finditer(rb"/Form<</MCID \d+>>BDC\n(.*?)EMC", data, re.DOTALL)
            space = next((match for match in spaces if len(_PATH.findall(match[1])) >= least), None)
            if space is not None:
                *_, last = _PATH.finditer(space[1])
                kept = space[1][: last.start()] + space[1][last.end() :]
                stream.set_data(data[: space.start(1)] + kept + data[space.end(1) :])
                return
        raise AssertionError("no such space")

    return change


def delete_an_annotation(writer: PdfWriter) -> None:
    page = next(page for page in writer.pages if "/Annots" in page)
    page[NameObject("/Annots")] = ArrayObject(list(page["/Annots"])[1:])


def swap_places_to_click(writer: PdfWriter) -> None:
    one, other, *_ = annotations(writer)
    one[NameObject("/Rect")], other[NameObject("/Rect")] = other["/Rect"], one["/Rect"]


def move_a_place_to_click(writer: PdfWriter) -> None:
    annotations(writer)[0][NameObject("/Rect")] = ArrayObject(map(FloatObject, (0, 0, 5, 5)))


def say_more(writer: PdfWriter) -> None:
    """A sentence that is painted for all to see, and that a screen reader skips."""
    name = next(name for name, font in writer.pages[1]["/Resources"]["/Font"].items() if font["/BaseFont"].endswith("-Regular")).encode()
    words = "Cells are small, too".encode("utf-16-be").hex().encode()
    stream = content(writer, 1)
    added = b"/Artifact<</Type/Layout>>BDC\nq BT " + name + b" 14 Tf 100 300 Td <" + words + b"> Tj ET Q\nEMC\n"
    stream.set_data(stream.get_data() + added)


def describe_a_space(writer: PdfWriter) -> None:
    for element in elements(writer, "/Form"):
        element["/A"][NameObject("/Desc")] = TextStringObject("answer space, 40 lines")


def draw_other_letters(writer: PdfWriter) -> None:
    """What is read as `a` is drawn as `e`, and the other way round."""
    for font in fonts(writer):
        stream = font["/DescendantFonts"][0].get_object()["/CIDToGIDMap"].get_object()
        table = bytearray(stream.get_data())
        one, other = (slice(2 * ord(char), 2 * ord(char) + 2) for char in "ae")
        if len(table) >= other.stop:
            table[one], table[other] = table[other], table[one]
            stream.set_data(bytes(table))


def space_letters_otherwise(writer: PdfWriter) -> None:
    widths = fonts(writer)[0]["/DescendantFonts"][0].get_object()["/W"]
    widths[1][0] = FloatObject(float(widths[1][0]) + 40)


def draw_nearer(part: float, *, only: int = 0) -> Fault:
    """Lines of the first space of five or more stand so much nearer than they were; of `only` so many of them, the others as they were."""

    def change(writer: PdfWriter) -> None:
        for page in range(len(writer.pages)):
            stream = content(writer, page)
            data = stream.get_data()
            spaces = re.finditer(rb"/Form<</MCID \d+>>BDC\n(.*?)EMC", data, re.DOTALL)
            space = next((match for match in spaces if len(_PATH.findall(match[1])) >= 5), None)
            if space is not None:
                paths = [match[0] for match in _PATH.finditer(space[1])]
                moved = [b"q 1 0 0 1 0 %f cm\n%s\nQ\n" % (at * part, path) for at, path in enumerate(paths) if not only or at < only]
                stream.set_data(
                    data[: space.start(1)] + b"".join(moved) + b"\n".join(paths[only:] if only else []) + b"\n" + data[space.end(1) :]
                )
                return
        raise AssertionError("no such space")

    return change


def lower_a_frame(writer: PdfWriter) -> None:
    """The frame of 60 mm is a fifth lower than it was, its squares as they were."""
    for page in range(len(writer.pages)):
        stream = content(writer, page)
        frame = re.search(rb" 170\.079 re S", stream.get_data())
        if frame:
            stream.set_data(stream.get_data().replace(frame[0], b" 136 re S"))
            return
    raise AssertionError("no such frame")


def forget_tab_order(writer: PdfWriter) -> None:
    del writer.pages[0]["/Tabs"]


def hide_the_title(writer: PdfWriter) -> None:
    writer.root_object["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(False)


def disown_the_standard(writer: PdfWriter) -> None:
    packet = writer.root_object["/Metadata"].get_object()
    packet.set_data(packet.get_data().replace(b"<pdfuaid:part>1</pdfuaid:part>\n", b""))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        pytest.param(swap_pictures, "shows another picture", id="pictures in each other's place"),
        pytest.param(invert_a_picture, "shows another picture", id="a picture inverted"),
        pytest.param(paint_over(1, b"50 400 500 400 re"), "something is painted over", id="a rectangle over text"),
        pytest.param(paint_over(1, b"50 400 m 550 400 l 550 800 l 50 800 l h"), "something is painted over", id="an outline over text"),
        pytest.param(make_invisible, "text is read but cannot be seen", id="invisible text"),
        pytest.param(exchange_places(1, 2), "stands above what is read before it", id="paragraphs in each other's place on the page"),
        pytest.param(exchange_answer_lines, "a line to write on stands above", id="answer lines in each other's place"),
        pytest.param(erase_the_last(5), "what is announced as “answer space, 25 lines” shows 24", id="an answer line too few"),
        pytest.param(erase_the_last(3), "what is announced as “4 boxes to fill in” shows 3", id="a box too few"),
        pytest.param(draw_nearer(12.0), "lines to write on stand 4.2 mm apart, and not 8.5", id="answer lines too near each other"),
        pytest.param(draw_nearer(12.0, only=3), "lines to write on stand unevenly", id="answer lines that stand unevenly"),
        pytest.param(lower_a_frame, "what is announced as “squared space to draw in, 60 mm high” is 48 mm high", id="a frame too low"),
        pytest.param(delete_an_annotation, "claims an annotation that the page does not have", id="annotation without a page"),
        pytest.param(swap_places_to_click, "cannot be clicked where it is read", id="links clicked in each other's place"),
        pytest.param(move_a_place_to_click, "cannot be clicked where it is read", id="link clicked elsewhere"),
        pytest.param(say_more, "an artifact says “Cells are small", id="words that nobody is read"),
        pytest.param(describe_a_space, "has the description 'answer space, 40 lines'", id="another description of a space"),
        pytest.param(draw_other_letters, "draws another character where 'a', 'e' is read", id="letters drawn as others"),
        pytest.param(space_letters_otherwise, "draws another character where", id="letters of other widths"),
        pytest.param(forget_tab_order, "page 1: the tab key does not follow the structure", id="no tab order"),
        pytest.param(hide_the_title, "a viewer is not told to show its title", id="title not shown"),
        pytest.param(disown_the_standard, "does not say that it is made to PDF/UA-1", id="no word of PDF/UA"),
    ],
)
def test_what_is_seen_and_what_is_read_must_agree(sample: bytes, fault: Fault, words: str) -> None:
    assert words in "\n".join(faults(DOCUMENT, LAYOUT, read_back(altered(sample, fault))))


@pytest.mark.parametrize("area", [b"50 5 500 8 re", b"560 400 20 300 re"], ids=["in the margin", "beside the text"])
def test_what_is_painted_where_no_text_stands_covers_nothing(sample: bytes, area: bytes) -> None:
    assert faults(DOCUMENT, LAYOUT, read_back(altered(sample, paint_over(1, area)))) == ()
