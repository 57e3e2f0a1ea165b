"""The site's work file by file: pictures of pages, and the search for what must not be there; on all cores where there is much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from packbuilder.app.aside import cores
from packbuilder.app.reading import read_any
from packbuilder.app.site.words import Leak, leaks_in
from packbuilder.values import dataclass

WIDTH = 300
"""Pixels of a picture's width: twice what a phone shows of it, for sharp screens."""

_QUALITY = 60
_MANY = 24
"""Files from which on processes are worth their start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to look at: where it lies, its place in the site, its SHA-256, and how many pictures of its pages are wanted."""

    path: Path
    place: str
    sha256: str
    pictures: int = 0
    search: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found: pictures with width and height, and withheld wording."""

    task: Task
    pictures: tuple[tuple[bytes, int, int], ...]
    leaks: tuple[Leak, ...]


@contextmanager
def looking(tasks: Iterable[Task], withheld: Mapping[str, str]) -> Iterator[Iterator[Seen]]:
    """Begin to look at files, and give what each task finds, in order; other work can be done meanwhile.

    What is given raises `UnreadablePdfError` for a PDF that cannot be read.
    """
    todo = tuple(tasks)
    workers = min(cores(), len(todo) // (_MANY // 2))
    # Processes of their own rather than copies of this one: a copy would hold locks of threads that it does not have.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn")) if len(todo) >= _MANY and workers > 1 else None
    with pool or nullcontext():
        look = partial(_look, withheld=dict(withheld))
        yield pool.map(look, todo, chunksize=8) if pool is not None else map(look, todo)


def _look(task: Task, *, withheld: Mapping[str, str]) -> Seen:
    data = read_any(task.path)
    pictures: tuple[tuple[bytes, int, int], ...] = ()
    if task.pictures:
        # Imported here: PDFium is loaded only when something is to be seen.
        from packbuilder.typeset.page_pictures import first_pictures

        pictures = first_pictures(data, most=task.pictures, width=WIDTH, quality=_QUALITY, name=task.place)
    return Seen(task=task, pictures=pictures, leaks=tuple(leaks_in(data, task.place, withheld)) if task.search else ())
