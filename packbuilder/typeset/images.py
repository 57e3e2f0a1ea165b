"""Pictures as PDF image objects: JPEG as it is, everything else decoded and deflated."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import decompress

from packbuilder.document import Picture
from packbuilder.patterns import regex
from packbuilder.typeset.objects import FONT_LEVEL, Objects, Stream
from packbuilder.typeset.seals import samples_digest

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDTH, _HEIGHT, _SPACE = (regex(pattern) for pattern in (rb"/Width (\d+)", rb"/Height (\d+)", rb"/ColorSpace/(\w+)"))
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}


def add_image(objects: Objects, picture: Picture) -> int:
    """Add a picture, with a soft mask where it is partly transparent; return its object's number."""
    image, mask = _streams(picture)
    entries = image.entries
    if mask is not None:
        entries += b"/SMask %d 0 R" % objects.add(mask)
    return objects.add(Stream(entries, image.data))


@lru_cache(maxsize=64)
def sealed_image(picture: Picture) -> str:
    """Return the hash of what a picture shows, as a file's seal has it."""
    image, mask = _streams(picture)
    width, height, space = (
        match[1].decode("ascii")
        for match in (_WIDTH.search(image.entries), _HEIGHT.search(image.entries), _SPACE.search(image.entries))
        if match
    )
    return samples_digest((int(width), int(height)), space, _samples(image), _samples(mask) if mask is not None else b"")


def _samples(stream: Stream) -> bytes:
    return decompress(stream.data) if b"/FlateDecode" in stream.entries else stream.data


@lru_cache(maxsize=64)
def _streams(picture: Picture) -> tuple[Stream, Stream | None]:
    # Imported here: Pillow takes 0.05 s to import, and most documents have no picture.
    from PIL import Image

    with Image.open(BytesIO(picture.data)) as image:
        if image.format == "JPEG" and image.mode in _SPACES:
            # Adobe's CMYK files hold inverted values.
            decode = b"/Decode[1 0 1 0 1 0 1 0]" if image.mode == "CMYK" else b""
            entries = _entries(image, image.mode) + decode + b"/Filter/DCTDecode"
            return Stream(entries, picture.data), None
        return _decoded(image)


def _decoded(image: Image) -> tuple[Stream, Stream | None]:
    mask = None
    if "A" in image.getbands() or "transparency" in image.info:
        full = image.convert("RGBA")
        alpha = full.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = Stream.deflated(_entries(alpha, "L"), alpha.tobytes(), FONT_LEVEL)
        image = full.convert("RGB")
    elif image.mode.startswith("I"):
        # Sixteen bits a sample: the upper eight are kept.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    mode = "L" if image.mode in ("1", "L") else "RGB"
    plain = image.convert(mode)
    return Stream.deflated(_entries(plain, mode), plain.tobytes(), FONT_LEVEL), mask


def _entries(image: Image, mode: str) -> bytes:
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s" % (
        *image.size,
        _SPACES[mode],
    )
