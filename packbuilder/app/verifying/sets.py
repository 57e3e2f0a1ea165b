"""Class sets read back: every copy says what the single file beside it says, in the right turn, and none is missing or doubled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.app.accessibility.faults import plain_clauses
from packbuilder.typeset.reading.readback import ReadBack


def set_differences(read: ReadBack, originals: Sequence[ReadBack]) -> Iterator[str]:
    """Yield how a class set differs from copies of `originals` in turn, one sentence each."""
    if read.tree is None:
        yield "it is not tagged, so that its copies cannot be told apart"
        return
    copies = (read.tree,) if read.tree.role == "Document" else read.tree.children
    promised = read.record.get("copies", "")
    if str(len(copies)) != promised:
        yield f"it holds {len(copies)} copies, but says that it holds {promised or 'none'}"
    texts = [each.tree.text if each.tree else "" for each in originals]
    for number, copy in enumerate(copies):
        if copy.text != texts[number % len(texts)]:
            yield f"copy {number + 1} is not word for word the file that it is a copy of"
    yield from plain_clauses(read.faults)
