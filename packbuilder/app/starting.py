"""Starting a project: example notes, layouts and a commented project file that build at once."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from packbuilder.app.project import PROJECT_FILE, shipped_layouts
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError


class AlreadyProjectError(PackbuilderError):
    """The folder holds a project already."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} is a project already", hints=("Nothing was changed. Choose another folder.",))


def start_project(folder: Path) -> tuple[Path, ...]:
    """Make a project in `folder` and return the files written. Files that exist are never overwritten."""
    if (folder / PROJECT_FILE).exists():
        raise AlreadyProjectError(folder=folder)
    written: list[Path] = []
    examples = resources.files("packbuilder") / "examples"
    for entry in sorted(examples.iterdir(), key=lambda each: each.name):
        if entry.is_file() and entry.name not in (PROJECT_FILE, "pages.png"):
            written.extend(_copied(folder / "sources" / entry.name, entry.read_bytes()))
    for file in sorted(shipped_layouts().glob("*.yaml")):
        written.extend(_copied(folder / "layouts" / file.name, file.read_bytes()))
    # The project file comes last: a run that dies midway leaves no half-made project that looks whole.
    written.extend(_copied(folder / PROJECT_FILE, (examples / PROJECT_FILE).read_bytes()))
    return tuple(written)


def _copied(path: Path, data: bytes) -> tuple[Path, ...]:
    if path.exists():
        return ()
    write_whole(path, data)
    return (path,)
