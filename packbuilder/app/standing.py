"""How a folder stands: its project, its topics, and every mistake, read as a whole and kept as a value.

What only a terminal could stop at is a part of the value here: who looks at a folder while it is edited wants to see what there is, and what is wrong.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from packbuilder.app.finishing import Read
from packbuilder.app.library import Library, load, source_files
from packbuilder.app.project import Workplace, find_workplace, layout_faults, layout_names
from packbuilder.diagnostics import Diagnostics, Severity, by_place
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.values import dataclass

_NOTHING = Library(bank=ItemBank(), diagnostics=(), digests=())

_ENVIRONMENT = "pyvenv.cfg"
"""What marks the folder of a Python environment, which holds other people's texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A workplace and its library, the ids of all topics, the layouts that can be used, and what is wrong with project file or layouts.

    `failure` is what kept the sources from being read at all; what is known of them then is what stood before.
    """

    workplace: Workplace
    library: Library = _NOTHING
    ids: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    others: Diagnostics = ()
    failure: PackbuilderError | None = None

    @property
    def diagnostics(self) -> Diagnostics:
        """All that is wrong anywhere, in order of place."""
        return by_place((*self.others, *self.library.diagnostics))

    @property
    def errors(self) -> Diagnostics:
        """What must be mended before anything is made."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def read(self, topics: tuple[str, ...]) -> Read:
        """Return the library with some of its topics, in the library's order; ids that it does not have are left out."""
        wanted = frozenset(topics)
        return self.library, tuple(id_ for id_ in self.ids if id_ in wanted)


def standing(root: Path, before: Standing | None = None) -> Standing:
    """Read the folder `root`: the project that it is or lies in, else all notes and banks below it. Never raises for a mistake of the user's."""
    try:
        workplace = find_workplace(root)
        library = load(folder_sources(workplace), root=workplace.root)
    except PackbuilderError as failure:
        kept = before or Standing(workplace=Workplace(root=root, project=None))
        return replace(kept, others=getattr(failure, "diagnostics", ()), failure=failure)
    ids = (*(topic.id for topic in library.bank.topics), *(item.topic for item in library.bank.items))
    return Standing(
        workplace=workplace,
        library=library,
        ids=tuple(dict.fromkeys(ids)),
        layouts=layout_names(workplace),
        others=tuple(layout_faults(workplace)),
    )


def folder_sources(workplace: Workplace) -> tuple[Path, ...]:
    """Return the notes and banks of a project; without a project file those of the whole folder, but for what was made of them."""
    if workplace.project is not None:
        return source_files(workplace.sources) if workplace.sources.is_dir() else ()
    here = tuple(path for path in source_files(workplace.root) if path.parent == workplace.root) if workplace.root.is_dir() else ()
    return (*here, *(path for folder in note_folders(workplace) for path in source_files(folder)))


def note_folders(workplace: Workplace) -> tuple[Path, ...]:
    """Return the folders whose changes matter: the project's own; without a project file all but the output, hidden ones and environments."""
    root = workplace.root
    if workplace.project is not None:
        return tuple(folder for folder in (workplace.sources, workplace.layouts, root / "blueprints") if folder.is_dir())
    if not root.is_dir():
        return ()
    skipped = {workplace.output.resolve()}
    return tuple(
        folder
        for folder in sorted(root.iterdir())
        if folder.is_dir() and not folder.name.startswith(".") and folder.resolve() not in skipped and not (folder / _ENVIRONMENT).exists()
    )
