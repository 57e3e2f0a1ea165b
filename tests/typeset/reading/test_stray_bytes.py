"""What lies round a file's objects is told; a file that is only written anew by another program has nothing of the kind."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from packbuilder.app.printing import Printer
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.reading.stray_bytes import stray_bytes
from packbuilder.typeset.reading.xmp import xmp_values
from tests.programs import require
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import altered


@pytest.fixture(scope="module")
def data() -> bytes:
    return Printer().print(DOCUMENT, LAYOUT).data


def told(data: bytes) -> str:
    return "\n".join(stray_bytes(data, PdfReader(BytesIO(data))))


def test_a_file_as_it_was_written_and_one_written_anew_have_none(data: bytes) -> None:
    assert told(data) == ""
    assert told(altered(data, lambda writer: None)) == ""
    assert read_back(data).additions == ()


@pytest.mark.parametrize("packed", ["generate", "disable"])
def test_a_file_that_qpdf_wrote_for_an_editor_is_read_and_has_none(data: bytes, packed: str, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(data)
    plain = tmp_path / "plain.pdf"
    subprocess.run([require("qpdf"), "--qdf", f"--object-streams={packed}", tmp_path / "made.pdf", plain], check=True)
    read = read_back(plain.read_bytes())
    assert read.additions == ()
    assert read.seal == read.own_seal == read_back(data).seal
    assert "stand between its objects" in told(plain.read_bytes().replace(b"%QDF-1.0", b"%QDF-B.0"))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data + b"the answer is B", "15 bytes stand after its end"),
        (lambda data: data + b"900 0 obj (B) endobj\n", "stand after its end"),
        (lambda data: b"GIF89a" + data, "6 bytes stand before its beginning"),
        (lambda data: data.replace(b"%\xe2\xe3\xcf\xd3\n", b"%abcd\n", 1), "stand between its objects"),
    ],
    ids=["after", "an object", "before", "comment"],
)
def test_what_lies_outside_is_told(data: bytes, spoil: Callable[[bytes], bytes], words: str) -> None:
    assert words in told(spoil(data))


def test_an_update_is_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    writer, held = PdfWriter(str(path), incremental=True), BytesIO()
    writer.add_metadata({"/Keywords": "B"})
    writer.write(held)
    assert "stand between its objects" in told(held.getvalue())


PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"{0}>
<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{1}</r:RDF></x:xmpmeta><?xpacket end="w"?>"""
XMP = 'xmlns:xmp="http://ns.adobe.com/xap/1.0/"'


def test_metadata_are_compared_by_what_they_say() -> None:
    one = PACKET.format("", f'<r:Description r:about="" {XMP}><xmp:CreatorTool>p</xmp:CreatorTool></r:Description>')
    other = PACKET.format(
        ' x:xmptk="pikepdf"',
        f'\n <r:Description {XMP} xmp:MetadataDate="2027" xmp:CreatorTool="p" r:about=""/>\n',
    )
    assert xmp_values(one.encode()) == xmp_values(other.encode()) == ["http://ns.adobe.com/xap/1.0/ CreatorTool=p"]
    assert xmp_values(other.replace('"p"', '"q"').encode()) != xmp_values(one.encode())
    assert xmp_values(other.replace("</r:RDF>", "<!-- B --></r:RDF>").encode()) != xmp_values(one.encode())
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert xmp_values(bomb.encode()) == [bomb.encode().hex()]
