"""Files that lack their company: PDFs without packbuilder's record, sheets without answers.

What is not compared is said so: a file that is passed over in silence looks as if it had been found right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying.files import File
from packbuilder.app.verifying.names import says_product
from packbuilder.app.verifying.places import lies_in
from packbuilder.app.verifying.report import Finding, untold, wrong

_NO_RECORD = (
    "has no record of packbuilder's in it, so that nothing can be told of it: it was printed or saved anew by another program, "
    "somebody took the record out, or packbuilder never made it"
)


def unrecorded(files: Iterable[File], places: Collection[Path], manifests: Collection[Path]) -> Iterator[Finding]:
    """Yield which PDFs hold no record: a failure where one is named, or called as packbuilder calls its own; else a note.

    Beside one of `manifests` a file is told of by what the manifest says.
    """
    for file in files:
        name = f"{shown(file.path)} {_NO_RECORD}"
        if file.product or (file.path not in places and file.path.parent in manifests):
            continue
        if file.path in places or says_product(file.path.name):
            yield wrong(name)
        else:
            yield untold(name)


def partnerless(files: Collection[File], manifests: Collection[Path], covered: Collection[Path]) -> Iterator[Finding]:
    """Yield which sheets were not compared with their answers, since these are not there, where no manifest says what belongs together.

    `covered` are folders that are verified in another way: print runs and sites.
    """
    bare = [file for file in files if file.path.parent not in manifests and not lies_in(file.path, covered)]
    answered = {file.sheet for file in files if file.product == "worksheet-answers"}
    for file in bare:
        # Of a sheet with its answers on the back, these alone stand in the bookmarks.
        if file.product == "worksheet" and not file.read.outline and file.sheet not in answered:
            yield untold(f"{shown(file.path)}: no answers are there with it, so that nobody can tell from here whether they match")
