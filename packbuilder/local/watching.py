"""Watching: whenever notes, banks, layouts or the project file change, the desk reads the folder anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from packbuilder.app.library import BANK_ENDINGS, NOTE_ENDINGS
from packbuilder.app.project import Workplace
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.standing import Standing, folder_sources, note_folders
from packbuilder.errors import PackbuilderError
from packbuilder.local.desk import Desk
from packbuilder.local.threads import in_thread

_PICTURES = (".png", ".jpg", ".jpeg")
_ENDINGS = (*NOTE_ENDINGS, *BANK_ENDINGS, ".yaml", ".yml", *_PICTURES)

_SETTLING = 0.2
"""Seconds until the watchers look: what was saved before that is found by comparing."""

_AGAIN = 2.0
"""Seconds until a folder that cannot be watched is looked for again."""


class _Sources(DefaultFilter):
    """Passes changes of what products are made of, and not of products."""

    def __init__(self, output: Path) -> None:
        super().__init__()
        self._output = output.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        where = Path(path)
        if where.name.startswith((".", "~$")) or self._output in (where, *where.parents):
            return False
        # A folder that comes or goes has no ending of ours, and may hold all there is.
        return super().__call__(change, path) and (path.lower().endswith(_ENDINGS) or not where.suffix)


async def watch(desk: Desk) -> None:
    """Read the folder now and after every change, until cancelled."""
    await desk.refresh()
    while True:
        workplace = desk.standing.workplace
        folders = note_folders(workplace)
        try:
            async with _watched(workplace, folders) as changed:
                await asyncio.sleep(_SETTLING)
                if not await in_thread(lambda: _is_as_read(desk.standing)):
                    await desk.refresh()
                while _same_places(desk.standing.workplace, workplace, folders):
                    await changed.wait()
                    changed.clear()
                    await desk.refresh()
        except OSError:
            # The folder itself is gone, or a drive was taken out: the page says so, and goes on when it is back.
            await asyncio.sleep(_AGAIN)
            await desk.refresh()


def _same_places(now: Workplace, workplace: Workplace, folders: tuple[Path, ...]) -> bool:
    return note_folders(now) == folders and (now.root, now.output) == (workplace.root, workplace.output)


def _is_as_read(standing: Standing) -> bool:
    """Whether notes and banks hold what was read of them."""
    try:
        now = {shown(path): sha256(read_bytes(path)).hexdigest() for path in folder_sources(standing.workplace)}
    except PackbuilderError:
        return False
    return standing.failure is not None or now == dict(standing.library.digests)


@asynccontextmanager
async def _watched(workplace: Workplace, folders: tuple[Path, ...]) -> AsyncIterator[asyncio.Event]:
    """Give an event that is set whenever something changes in the project's own folder, or anywhere below the folders of notes.

    The project's folder itself is not watched to its depths: it may hold environments and archives of ten thousand files.
    """
    changed = asyncio.Event()
    passes = _Sources(workplace.output)
    below = tuple(folder for folder in folders if folder.resolve() != workplace.root.resolve())

    async def follow(*places: Path, recursive: bool) -> None:
        async for _ in awatch(*places, watch_filter=passes, recursive=recursive, step=50, debounce=400):
            changed.set()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(follow(workplace.root, recursive=len(below) < len(folders)))]
        if below:
            tasks.append(group.create_task(follow(*below, recursive=True)))
        yield changed
        for task in tasks:
            task.cancel()
