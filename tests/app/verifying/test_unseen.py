"""What stands at the head of a page is read from its picture too: words under a patch, and white ones, say nothing to anybody."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from packbuilder.app.verifying.verify import verify
from tests.press.printing import printed
from tests.press.runs import run_of

PACKET = "packets/hall-a.pdf"
FIRST = 2
"""The first page of the first copy, behind the packet's cover."""


@lru_cache(maxsize=1)
def _pristine() -> Path:
    folder = Path(mkdtemp())
    printed(run_of(3, spares=0), folder)
    return folder


def faults(folder: Path, change: Callable[[bytes], bytes]) -> list[str]:
    """Return what is found at the head of a page once something was painted over it."""
    shutil.copytree(_pristine(), folder, dirs_exist_ok=True)
    writer = PdfWriter(clone_from=folder / PACKET)
    page = writer.pages[FIRST]
    contents = PdfReader(_pristine() / PACKET).pages[FIRST].get_contents()
    assert contents is not None
    stream = DecodedStreamObject()
    stream.set_data(change(contents.get_data()))
    page[NameObject("/Contents")] = ArrayObject([writer._add_object(stream)])
    writer.write(folder / PACKET)
    return [each for each in verify((folder,)).failures if "cannot be seen at its head" in each]


def over(x: float, width: float, y: float = 800.0, height: float = 40.0) -> Callable[[bytes], bytes]:
    return lambda content: content + b"\nq 1 g %f %f %f %f re f Q\n" % (x, y, width, height)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda content: content, False),
        (over(30, 250), True),  # all of it
        (over(30, 250, 815, 20), True),  # the name alone
        (over(85, 30), True),  # some letters of it
        (over(300, 30), False),  # white between the words and the code
    ],
    ids=["nothing", "everything", "the name", "a part of the name", "white paper"],
)
def test_words_that_were_painted_over_are_told(tmp_path: Path, change: Callable[[bytes], bytes], told: bool) -> None:
    assert bool(faults(tmp_path, change)) is told
