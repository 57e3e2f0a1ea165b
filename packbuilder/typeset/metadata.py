"""What a file says of itself: the information dictionary and the XMP packet, which agree with each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import NamedTuple

from packbuilder.typeset.objects import Stream, name, string
from packbuilder.typeset.reading.xmp import xmp_values
from packbuilder.values import dataclass

CREATOR = "packbuilder"

RECORD_PREFIX = "Packbuilder"
"""What the names of the record's entries begin with in the information dictionary: /PackbuilderVersion."""

SEAL_ENTRY = f"{RECORD_PREFIX}Seal"
"""The name of the entry that has the file's own seal, which is no part of what is sealed."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{description}<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{archival}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_ARCHIVAL = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A-2a (ISO 19005-2). PDF/A knows no PDF/UA: its property is described in the file (ISO 19005-2, 6.6.2.3)."""

_TITLE, _NOBODYS = "\0", "\ue000"
"""Stand in a packet for its title: what no text of XML has, and what no printable one has."""

_DESCRIPTION = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A file's metadata. `language` is a BCP 47 tag; `created` seconds since 1970-01-01 00:00 UTC.

    `archival`: the file is to be PDF/A-2a as well. `record` is packbuilder's own, for `verify`: keys are ASCII and begin with a lower-case letter.
    """

    title: str
    language: str
    subject: str = ""
    record: Mapping[str, str] = field(default_factory=dict)
    created: int = 0
    producer: str = CREATOR
    archival: bool = False


def info_dictionary(metadata: Metadata, seal: str = "") -> bytes:
    """Return the information dictionary, with the file's seal in one word. Raises `ValueError` for a record's key that could not be read back."""
    entries = {**info_entries(metadata), **({SEAL_ENTRY: seal} if seal else {})}
    return b"<<" + b"".join([name(key) + string(value) for key, value in entries.items()]) + b">>"


def info_entries(metadata: Metadata) -> Mapping[str, str]:
    """Return what the information dictionary says. Raises `ValueError` for a record's key that could not be read back."""
    year, month, day, hour, minute, second = moment(metadata.created)
    entries = {
        "Title": metadata.title,
        "Subject": metadata.subject,
        "Creator": CREATOR,
        "Producer": metadata.producer,
        "CreationDate": f"D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z",
    }
    for key, value in sorted(metadata.record.items()):
        entries[record_name(key)] = value
    return {key: value for key, value in entries.items() if value}


def record_name(key: str) -> str:
    """Return the name of a record's entry: `version` -> `PackbuilderVersion`."""
    if not (key.isascii() and key[:1].islower()):
        raise ValueError(f"a record's key must be ASCII and begin with a lower-case letter: {key!r}")
    return RECORD_PREFIX + key[0].upper() + key[1:]


def record_key(entry: str) -> str:
    """Return the key of a record's entry: the inverse of `record_name`."""
    bare = entry.removeprefix(RECORD_PREFIX)
    return bare[:1].lower() + bare[1:]


def xmp_packet(metadata: Metadata) -> Stream:
    """Return the XMP packet, not deflated, so that tools that do not read PDF find it."""
    text = _packet(_Untitled.of(metadata)).replace(_TITLE, _xml(metadata.title))
    return Stream(b"/Type/Metadata/Subtype/XML", text.encode())


def xmp_said(metadata: Metadata) -> Sequence[str]:
    """Return all that the XMP packet says, as `xmp_values` reads it."""
    untitled = _Untitled.of(metadata)
    if not all(map(str.isprintable, (metadata.title, untitled.language, untitled.subject, untitled.producer))):
        # XML takes some signs for others, and a sign of nobody's own is somebody's.
        return xmp_values(xmp_packet(metadata).data)
    return sorted([each.replace(_NOBODYS, metadata.title) for each in _said(untitled)])


class _Untitled(NamedTuple):
    """What a packet says besides its title: the same in all versions of a paper."""

    language: str
    subject: str
    producer: str
    created: int
    archival: bool

    @classmethod
    def of(cls, metadata: Metadata) -> _Untitled:
        return cls(metadata.language, metadata.subject, metadata.producer, metadata.created, metadata.archival)


@lru_cache(maxsize=64)
def _said(untitled: _Untitled) -> Sequence[str]:
    """Return what a packet says that has `_NOBODYS` for its title."""
    return tuple(xmp_values(_packet(untitled).replace(_TITLE, _NOBODYS).encode()))


@lru_cache(maxsize=64)
def _packet(untitled: _Untitled) -> str:
    """Return a packet with `_TITLE` for its title."""
    year, month, day, hour, minute, second = moment(untitled.created)
    return _XMP.format(
        title=_TITLE,
        language=_xml(untitled.language),
        description=_DESCRIPTION.format(_xml(untitled.subject)) if untitled.subject else "",
        producer=_xml(untitled.producer),
        creator=CREATOR,
        archival=_ARCHIVAL if untitled.archival else "",
        date=f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z",
    )


def _xml(text: str) -> str:
    # XML 1.0 has no control characters but tab and the line ends. Not escaped by `xml.sax`, which takes 7 ms to import.
    printable = text if text.isprintable() else "".join(char for char in text if char >= " " or char in "\t\n\r")
    return printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def moment(seconds: int) -> tuple[int, int, int, int, int, int]:
    """Return year, month, day, hour, minute and second (UTC) of seconds since 1970.

    By arithmetic, since this layer uses no module that could read a clock. Days are counted from 1 March of the year 0,
    so that a leap day is the last of its year; 146 097 days make 400 years of the Gregorian calendar.
    """
    days, rest = divmod(seconds, 86_400)
    era, day_of_era = divmod(days + 719_468, 146_097)
    year = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    hour, rest = divmod(rest, 3_600)
    return era * 400 + year + (month <= 2), month, day, hour, rest // 60, rest % 60
