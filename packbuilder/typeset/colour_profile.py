"""The sRGB colour profile that an archival PDF names, written out by hand so that it is the same bytes everywhere.

A display profile of matrix and curve type, version 4.2 of the ICC's format (ICC.1:2004-10, which PDF/A-2 allows). The
primaries, adapted to D50, and the curve are those of IEC 61966-2-1.
"""

from __future__ import annotations

from struct import pack

_VERSION = 0x04200000
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""Bradford's matrix from D65, sRGB's white, to D50."""

_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Parameters of curve type 3: (a x + b) to the power g from d upwards, c x below."""


def srgb() -> bytes:
    """Return the profile."""
    curve = b"para" + pack(">LHH", 0, 3, 0) + b"".join(map(_fixed, _CURVE))
    tags = {
        b"desc": _words("sRGB IEC61966-2.1"),
        b"cprt": _words("No copyright: facts of a standard"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32" + bytes(4) + b"".join(map(_fixed, _ADAPTATION)),
        **{name: _xyz(value) for name, value in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data, places = pack(">L", len(tags)), b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += name + pack(">LL", places[body], len(body))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """Return the header: a display profile from RGB to XYZ, dated as every profile of these bytes is."""
    date = pack(">6H", 1999, 10, 18, 0, 0, 0)
    head = pack(">L4xL", size, _VERSION) + b"mntrRGB XYZ " + date + b"acsp" + bytes(28)
    return head + b"".join(map(_fixed, _D50)) + bytes(128 - len(head) - 12)


def _fixed(value: float) -> bytes:
    return pack(">l", round(value * 65536))


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + pack(">LLL2s2sLL", 0, 1, 12, b"en", b"US", len(encoded), 28) + encoded
