"""Pictures: their sizes and the names they have in a PDF's resources."""

from __future__ import annotations

from io import BytesIO

from packbuilder.document import Picture

BLENDED = "Multiply"
"""The resource name of the graphics state in which white lets the page's tint through (ISO 32000-1, 11.3.5.2)."""


def picture_name(picture: Picture) -> str:
    """Return the resource name, made from the picture's digest so that fragments do not depend on a document."""
    return f"Im{picture.digest[:16]}"


def picture_size(picture: Picture) -> tuple[int, int]:
    """Return width and height in pixels. The reader has checked that the bytes are a picture."""
    # Imported here: Pillow takes 0.05 s to import, and most documents have no picture.
    from PIL import Image

    with Image.open(BytesIO(picture.data)) as image:
        return image.size
