"""Files that lack their company: PDFs without packbuilder's record, sheets without answers.

What is not compared is said so: a file that is passed over in silence looks as if it had been found right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying_files import File
from packbuilder.app.verifying_names import says_product
from packbuilder.app.verifying_places import lies_in
from packbuilder.errors import PackbuilderError
from packbuilder.typeset.readback import ReadBack, read_back

_NO_RECORD = (
    "has no record of packbuilder's in it, so that nothing can be told of it: it was printed or saved anew by another program, "
    "somebody took the record out, or packbuilder never made it"
)


def read(path: Path, data: bytes, failures: list[str]) -> ReadBack | None:
    """Return a PDF as it is read back; None where it cannot be, which is a failure of that file and no end of the work."""
    try:
        return read_back(data, name=shown(path))
    except PackbuilderError as error:
        failures.append(str(error))
        return None


def unrecorded(files: Iterable[File], places: Collection[Path], manifests: Collection[Path], failures: list[str], notes: list[str]) -> None:
    """Tell of PDFs that hold no record: a failure where one is named, or called as packbuilder calls its own; else a note.

    Beside one of `manifests` a file is told of by what the manifest says.
    """
    for file in files:
        name = f"{shown(file.path)} {_NO_RECORD}"
        if file.product or (file.path not in places and file.path.parent in manifests):
            continue
        if file.path in places or says_product(file.path.name):
            failures.append(name)
        else:
            notes.append(name)


def partnerless(files: Collection[File], manifests: Collection[Path], covered: Collection[Path]) -> Iterator[str]:
    """Yield which sheets were not compared with their answers, since these are not there, where no manifest says what belongs together.

    `covered` are folders that are verified in another way: print runs and sites.
    """
    bare = [file for file in files if file.path.parent not in manifests and not lies_in(file.path, covered)]
    answered = {file.sheet for file in files if file.product == "worksheet-answers"}
    for file in bare:
        # Of a sheet with its answers on the back, these alone stand in the bookmarks.
        if file.product == "worksheet" and not file.read.outline and file.sheet not in answered:
            yield f"{shown(file.path)}: no answers are there with it, so that nobody can tell from here whether they match"
