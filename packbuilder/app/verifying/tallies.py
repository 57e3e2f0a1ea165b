"""Which copies a file of a print run holds, told by the codes of its pages alone, wherever in the file they stand: who has lost a copy is named first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from packbuilder.app.verifying.changed_places import counted_pages
from packbuilder.press.page_code import read


def miscounted(codes: Iterable[str], pages: Mapping[str, int], run: str) -> Iterator[str]:
    """Yield whose copies are missing, incomplete, doubled or another file's. `codes` are those on its pages, `pages` those of each copy that belongs into the file, by whose it is
    (a candidate's number, or a spare's name); `run` is the run's own name.
    """
    said = (read(each, run) for each in codes)
    seen = Counter((code.candidate, code.page) for code in said if code is not None)
    for whose, count in pages.items():
        times = [seen[whose, page] for page in range(1, count + 1)]
        missing = [page for page, often in enumerate(times, 1) if not often]
        doubled = [page for page, often in enumerate(times, 1) if often > 1]
        if len(missing) == count:
            yield f"the copy of {whose} is missing"
        elif missing:
            yield f"the copy of {whose} lacks {counted_pages(missing)}"
        if len(doubled) == count:
            yield f"the copy of {whose} is there {'twice' if max(times) == 2 else f'{max(times)} times'}"
        elif doubled:
            yield f"the copy of {whose} has {counted_pages(doubled)} more than once"
    for whose in dict.fromkeys(whose for whose, _ in seen if whose not in pages):
        yield f"pages of {whose} are in it, whose copy belongs elsewhere"
