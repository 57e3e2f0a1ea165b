"""The words that pictures carry beside what they show: comments, titles, the notes of cameras."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError


def picture_words(data: bytes) -> str:
    """Return the words in a picture's own fields, also packed ones; what it shows is not read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as picture:
                values = (*picture.info.values(), *picture.getexif().values())
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        # A font, or no picture after all: its bytes are searched as they are.
        return ""
    return " | ".join(value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value) for value in values)
