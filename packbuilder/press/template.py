"""A tagged file that is finished for one candidate after the other: all but what names them is serialised once.

What stays comes first in the file, so that its offsets never change; a candidate's file is that, the strips, the two places of metadata,
and a cross-reference table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from struct import pack
from typing import TYPE_CHECKING

from packbuilder.typeset.metadata import Metadata, info_dictionary, xmp_packet
from packbuilder.typeset.objects import Stream
from packbuilder.typeset.painting import END, PAGINATION
from packbuilder.typeset.serialising import HEADER, OBJECTS_A_STREAM, object_stream, stream_object
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.typeset.writer import Composed

_PARAGRAPH = b"/P<</MCID 0>>BDC\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The part of a file that is the same for all: its bytes, a row of the cross-reference stream for each object, and their hash.

    `info`, `xmp` and `overlays` are numbers of objects that a candidate's file adds; `root` is the catalog's.
    """

    data: bytes
    rows: tuple[bytes, ...]
    digest: str
    root: int
    info: int
    xmp: int
    overlays: tuple[tuple[int, int], ...]


def template_of(composed: Composed) -> Template:
    """Return a template of a file's objects."""
    own = {composed.info, composed.xmp, *(number for pair in composed.overlays for number in pair)}
    parts, offset = [HEADER], len(HEADER)
    rows: dict[int, bytes] = {}
    number, texts = composed.objects.count, composed.objects.texts
    packed = [each for each in composed.objects.numbers() if each not in own]
    streams = [(each, stream) for each, stream in sorted(composed.objects.streams.items()) if each not in own]
    for start in range(0, len(packed), OBJECTS_A_STREAM):
        number += 1
        group = packed[start : start + OBJECTS_A_STREAM]
        rows.update((each, pack(">BLH", 2, number, index)) for index, each in enumerate(group))
        streams.append((number, object_stream(group, [texts[each] for each in group])))
    for each, stream in streams:
        piece = stream_object(each, stream)
        rows[each] = pack(">BLH", 1, offset, 0)
        parts.append(piece)
        offset += len(piece)
    data = b"".join(parts)
    return Template(
        data=data,
        rows=tuple(rows.get(each, bytes(7)) for each in range(number + 1)),
        digest=sha256(data).hexdigest(),
        root=composed.catalog,
        info=composed.info,
        xmp=composed.xmp,
        overlays=composed.overlays,
    )


def completed(template: Template, metadata: Metadata, strips: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return the file for one candidate; `strips` are, for each page, the operators of the words and of the code."""
    bodies: dict[int, bytes] = {
        template.info: b"%d 0 obj\n%s\nendobj\n" % (template.info, info_dictionary(metadata)),
        template.xmp: stream_object(template.xmp, xmp_packet(metadata)),
    }
    # Most pages have the same words at the same place: they are deflated once.
    deflated: dict[bytes, Stream] = {}
    for at, ((words, code), (first, second)) in enumerate(zip(strips, template.overlays, strict=True)):
        said = b"".join((PAGINATION if at else _PARAGRAPH, words, END))
        if said not in deflated:
            deflated[said] = Stream.deflated(b"", said)
        bodies[first] = stream_object(first, deflated[said])
        bodies[second] = stream_object(second, Stream(b"", b"".join((PAGINATION, code, END))))
    return _joined(template, bodies)


def _joined(template: Template, bodies: Mapping[int, bytes]) -> bytes:
    rows, offset = list(template.rows), len(template.data)
    for number, body in bodies.items():
        rows[number] = pack(">BLH", 1, offset, 0)
        offset += len(body)
    last = len(rows)
    rows.append(pack(">BLH", 1, offset, 0))
    own = b"".join(bodies.values())
    identity = sha256(template.digest.encode() + own).hexdigest()[:32].upper().encode()
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
        *(last + 1, template.root, template.info, identity, identity),
    )
    table = stream_object(last, Stream.deflated(entries, b"".join(rows)))
    return b"".join((template.data, own, table, b"startxref\n%d\n%%%%EOF\n" % offset))
