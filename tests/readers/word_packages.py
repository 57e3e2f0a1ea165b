"""Word files as Word 2016 to 365 writes them, put together by hand: no other program makes these parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

_ORDINARY = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
_STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
    "wp": "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "a": "http://purl.oclc.org/ooxml/drawingml/main",
}
_OF_LATER_YEARS = {
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "aink": "http://schemas.microsoft.com/office/drawing/2016/ink",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
}
_IGNORED = "w14 w15 w16se w16cid wp14"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:kern w:val="2"/><w:sz w:val="22"/>
<w:szCs w:val="22"/><w:lang w:val="de-DE" w:eastAsia="en-US"/><w14:ligatures w14:val="standardContextual"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:latentStyles w:defLockedState="0" w:count="376"><w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/></w:latentStyles>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:link w:val="berschrift1Zchn"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="Absatz-Standardschriftart"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="berschrift1Zchn"><w:name w:val="Überschrift 1 Zchn"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Thema"><w:name w:val="Thema"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Abschnitt"><w:name w:val="Abschnitt"/><w:basedOn w:val="Standard"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/><w:basedOn w:val="Standard"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Frage"><w:name w:val="Frage"/><w:basedOn w:val="Listenabsatz"/>
<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FrageA"><w:name w:val="Frage A"/><w:basedOn w:val="Frage"/></w:style>
<w:style w:type="numbering" w:customStyle="1" w:styleId="Fragen"><w:name w:val="Fragen"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Lehrer"><w:name w:val="Lehrer"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Abbildungsverzeichnis"><w:name w:val="table of figures"/></w:style>
<w:style w:type="paragraph" w:styleId="Index1"><w:name w:val="index 1"/></w:style>
"""


def package(
    body: str,
    *,
    numbering: str = "",
    parts: Mapping[str, str] | None = None,
    strict: bool = False,
    main: str = "word/document.xml",
    main_type: str = MAIN,
) -> bytes:
    """Return a package with this body; `parts` are further ones in its folder, by their names without an ending."""
    names = _STRICT if strict else _ORDINARY
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in {**names, **_OF_LATER_YEARS}.items()) + f' mc:Ignorable="{_IGNORED}"'
    conformance = ' w:conformance="strict"' if strict else ""
    written = {"styles": f"<w:styles {spaces}>{STYLES}</w:styles>", "numbering": f"<w:numbering {spaces}>{numbering}</w:numbering>"}
    written |= {name: f"<w:{name} {spaces}>{text}</w:{name}>" for name, text in (parts or {}).items()}
    end = '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/><w:cols w:space="708"/><w:docGrid w:linePitch="360"/></w:sectPr>'
    document = f"<w:document {spaces}{conformance}><w:body>{body}{end}</w:body></w:document>"
    folder, _, name = main.rpartition("/")
    related = "".join(f'<Relationship Id="rId{at}" Type="{names["r"]}/{each}" Target="{each}.xml"/>' for at, each in enumerate(written, 1))
    link = f'<Relationship Id="rId90" Type="{names["r"]}/hyperlink" Target="https://example.org/a" TargetMode="External"/>'
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(main, main_type, folder, written))
        archive.writestr("_rels/.rels", _relationships(f'<Relationship Id="rId1" Type="{names["r"]}/officeDocument" Target="{main}"/>'))
        archive.writestr(f"{folder}/_rels/{name}.rels", _relationships(related + link))
        archive.writestr(main, _xml(document))
        for each, text in written.items():
            archive.writestr(f"{folder}/{each}.xml", _xml(text))
    return held.getvalue()


def _xml(text: str) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + text.encode()


def _relationships(text: str) -> bytes:
    return _xml(f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{text}</Relationships>')


def _types(main: str, main_type: str, folder: str, written: Mapping[str, str]) -> bytes:
    others = "".join(
        f'<Override PartName="/{folder}/{each}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{each}+xml"/>'
        for each in written
    )
    return _xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{main_type}"/>{others}</Types>'
    )


def paragraph(*content: str, style: str = "", more: str = "") -> str:
    """Return a paragraph as Word writes one, with the marks of when it was typed."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        '<w:p w14:paraId="4B1E5C3D" w14:textId="77777777" w:rsidR="00D3124C" w:rsidRDefault="00D3124C">'
        f"<w:pPr>{named}{more}</w:pPr>{''.join(content)}</w:p>"
    )


def run(text: str, look: str = "") -> str:
    """Return a run of text with its look."""
    return f'<w:r w:rsidRPr="00C14F9E"><w:rPr>{look}<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(content: str, properties: str = "") -> str:
    """Return a content control around something."""
    told = f'<w:sdtPr><w:id w:val="-1290511"/>{properties}<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtEndPr/>'
    return f"<w:sdt>{told}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, result: str) -> str:
    """Return a field as Word writes it: its code, and what it found."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}{result}{end}'
