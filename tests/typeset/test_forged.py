"""What a forger adds to a file, changes or takes out is told: by the list of what packbuilder writes, or by the seal."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions as May
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from packbuilder.app.printing import Printer
from packbuilder.press.encryption import refuses_screen_readers
from packbuilder.typeset.reading.readback import ReadBack, read_back
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import Fault, altered, elements


@lru_cache(maxsize=1)
def made() -> bytes:
    return Printer().print(DOCUMENT, LAYOUT).data


def told(read: ReadBack) -> list[str]:
    """Return what is told of a file: additions, faults, and aspects that differ from its own seal."""
    apart = [aspect for aspect, digest in read.own_seal.items() if read.seal[aspect] != digest]
    return [*read.additions, *read.faults, *apart]


def names(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(each) for each in values])


def held(value: object) -> DictionaryObject:
    found = value.get_object() if isinstance(value, PdfObject) else value
    assert isinstance(found, DictionaryObject)
    return found


def resources(writer: PdfWriter) -> DictionaryObject:
    return held(writer.pages[0]["/Resources"])


def fonts(writer: PdfWriter) -> list[DictionaryObject]:
    return [held(each) for each in held(resources(writer)["/Font"]).values()]


def below(writer: PdfWriter) -> DictionaryObject:
    return held(fonts(writer)[0]["/DescendantFonts"][0])


def links(writer: PdfWriter) -> list[DictionaryObject]:
    return [held(each) for page in writer.pages for each in page.get("/Annots", ())]


def put(holder: DictionaryObject, key: str, value: PdfObject) -> None:
    holder[NameObject(f"/{key}")] = value


def stream(data: bytes, **entries: PdfObject) -> DecodedStreamObject:
    found = DecodedStreamObject()
    found.set_data(data)
    found.update(names(**entries))
    return found


def letters_for_others(writer: PdfWriter) -> None:
    cmap = stream(b"1 begincidrange <0000> <ffff> 1 endcidrange", Type=NameObject("/CMap"))
    put(fonts(writer)[0], "Encoding", writer._add_object(cmap))


def text_downwards(writer: PdfWriter) -> None:
    put(fonts(writer)[0], "Encoding", NameObject("/Identity-V"))


def no_encoding(writer: PdfWriter) -> None:
    del fonts(writer)[0]["/Encoding"]


def other_colours(writer: PdfWriter) -> None:
    put(resources(writer), "ColorSpace", names(DefaultRGB=ArrayObject([NameObject("/CalRGB"), DictionaryObject()])))


def thick_border(writer: PdfWriter) -> None:
    put(links(writer)[0], "Border", numbers(0, 0, 50))


def usual_border(writer: PdfWriter) -> None:
    del links(writer)[0]["/Border"]


def magnified(writer: PdfWriter) -> None:
    link = next(each for each in links(writer) if "/Dest" in each)
    link["/Dest"][4] = NumberObject(64)


def elsewhere_boxed(writer: PdfWriter) -> None:
    put(held(elements(writer, "/Figure")[0]["/A"]), "BBox", numbers(0, 0, 1, 1))


def placed_in_line(writer: PdfWriter) -> None:
    put(held(elements(writer, "/Figure")[0]["/A"]), "Placement", NameObject("/Inline"))


def other_title(writer: PdfWriter) -> None:
    document = next(each for each in (held(raw) for raw in writer._objects if raw is not None) if each.get("/S") == "/Document")
    put(document, "T", TextStringObject("another"))


def small_bleed(writer: PdfWriter) -> None:
    put(writer.pages[0], "BleedBox", numbers(0, 0, 30, 30))


def other_flags(writer: PdfWriter) -> None:
    put(held(below(writer)["/FontDescriptor"]), "Flags", NumberObject(32))


def other_metrics(writer: PdfWriter) -> None:
    put(held(below(writer)["/FontDescriptor"]), "Ascent", NumberObject(32))


def wide_others(writer: PdfWriter) -> None:
    put(below(writer), "DW", NumberObject(500))


def vertical_widths(writer: PdfWriter) -> None:
    put(below(writer), "DW2", numbers(0, 0))


def other_collection(writer: PdfWriter) -> None:
    put(held(below(writer)["/CIDSystemInfo"]), "Ordering", TextStringObject("Japan1"))


def longer_map(writer: PdfWriter) -> None:
    old = fonts(writer)[0]["/ToUnicode"].get_object()
    put(fonts(writer)[0], "ToUnicode", writer._add_object(stream(b"/Other usecmap\n" + old.get_data())))


def full_screen(writer: PdfWriter) -> None:
    put(writer.root_object, "PageMode", NameObject("/FullScreen"))


def other_turn(writer: PdfWriter) -> None:
    put(held(writer.root_object["/ViewerPreferences"]), "Duplex", NameObject("/DuplexFlipShortEdge"))


def index_of_none(writer: PdfWriter) -> None:
    put(held(writer.root_object["/StructTreeRoot"]), "IDTree", names(Names=ArrayObject()))


def figure_for_another(writer: PdfWriter) -> None:
    for font in fonts(writer):
        cmap = held(font["/ToUnicode"])
        assert isinstance(cmap, StreamObject)
        cmap.set_data(cmap.get_data().replace(b"<0061> <0061>", b"<0061> <0062>"))


def text_elsewhere(writer: PdfWriter) -> None:
    put(held(writer.pages[0]["/Contents"]), "F", TextStringObject("other.txt"))


def no_blend(writer: PdfWriter) -> None:
    put(resources(writer), "ExtGState", names(Multiply=names(BM=NameObject("/Screen"))))


def no_seal_fits(writer: PdfWriter) -> None:
    writer.add_metadata({"/Keywords": "another"})


@pytest.mark.parametrize(
    "fault",
    [
        letters_for_others, text_downwards, no_encoding, other_colours, thick_border, usual_border, magnified, elsewhere_boxed, placed_in_line,
        other_title, small_bleed, other_flags, other_metrics, wide_others, vertical_widths, other_collection, longer_map, full_screen,
        other_turn, index_of_none, text_elsewhere, no_blend, no_seal_fits,
    ],
)  # fmt: skip
def test_a_planted_fault_is_told(fault: Fault) -> None:
    assert told(read_back(altered(made(), fault)))


def test_it_is_told_what_a_letter_is_copied_as() -> None:
    assert any("says that its sign “a” is “b”" in each for each in read_back(altered(made(), figure_for_another)).additions)


def test_a_file_that_is_only_written_anew_has_none() -> None:
    read = read_back(altered(made(), lambda writer: None))
    assert read.own_seal
    assert told(read) == []


@pytest.mark.parametrize("allowed", [True, False], ids=["allowed", "refused"])
def test_encryption_is_told_and_whether_screen_readers_may_read(*, allowed: bool) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made())))
    may = May(0xFFFFF0C0) | May.PRINT
    writer.encrypt("", "owner", algorithm="AES-256", permissions_flag=may | May.EXTRACT_TEXT_AND_GRAPHICS if allowed else may)
    target = BytesIO()
    writer.write(target)
    read = read_back(target.getvalue())
    assert refuses_screen_readers(target.getvalue()) is not allowed
    assert any("the file is encrypted" in each for each in read.additions)
    assert read.protection.screen_readers is allowed
