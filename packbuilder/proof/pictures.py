"""What a picture must show in a file: the samples of the picture that the document names, decoded here and not by the typesetter."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from packbuilder.document import Picture
from packbuilder.typeset.seals import samples_digest

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


@lru_cache(maxsize=64)
def shown_as(picture: Picture) -> str:
    """Return the hash of what is to be seen: a JPEG's own bytes; else grey or colour samples, and a mask where not all is opaque."""
    # Imported here: Pillow takes 0.05 s to import, and most documents have no picture.
    from PIL import Image

    with Image.open(BytesIO(picture.data)) as image:
        if image.format == "JPEG" and image.mode in _SPACES:
            return samples_digest(image.size, _SPACES[image.mode], picture.data)
        mask = b""
        if image.has_transparency_data:
            opacity = image.convert("RGBA").getchannel("A")
            mask = opacity.tobytes() if opacity.getextrema() != (255, 255) else b""
            mode = "RGB"
            samples = image.convert("RGBA").convert("RGB").tobytes()
        elif image.mode.startswith("I"):
            # Sixteen bits a sample: the upper eight.
            mode, samples = "L", image.convert("I").point(lambda value: value * (1 / 256)).convert("L").tobytes()
        else:
            mode = "L" if image.mode in ("1", "L") else "RGB"
            samples = image.convert(mode).tobytes()
        return samples_digest(image.size, _SPACES[mode], samples, mask)
