"""The project folder: where it is, what its file says, and which layouts it may use."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import packbuilder
from packbuilder.app.library import Library, NothingToReadError, load, source_files
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.screening import screened
from packbuilder.app.slips import meant as meant_by
from packbuilder.cache import kept
from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, by_place, counted, worst
from packbuilder.errors import PackbuilderError, UnknownNameError
from packbuilder.layout import Layout
from packbuilder.model.project import Project
from packbuilder.values import dataclass

PROJECT_FILE = "packbuilder.yaml"

PACKAGE = Path(packbuilder.__file__).parent
"""The folder of the program itself."""

_WILD = frozenset("*?[")


class BadContentError(PackbuilderError):
    """Mistakes in sources that stop the run; each is shown with its place."""

    def __init__(self, diagnostics: Iterable[Diagnostic], *, skippable: bool = False, least: Severity = Severity.ERROR) -> None:
        """`least` is the least severity that is shown with the mistakes."""
        self.diagnostics: Diagnostics = by_place(d for d in diagnostics if d.severity >= least)
        count = sum(d.severity is Severity.ERROR for d in self.diagnostics)
        super().__init__(
            f"{counted(count, 'mistake')} to mend first; nothing was written",
            hints=("`--skip-bad` makes what can be made of the rest.",) if skippable else (),
        )


class NoProjectError(PackbuilderError):
    """No project file here or in any folder above."""

    def __init__(self, *, place: str) -> None:
        super().__init__(
            f"there is no {PROJECT_FILE} in {place} or above it",
            hints=(
                "`packbuilder init` makes a project here.",
                "To make one product without a project, name the notes: `packbuilder paper notes.txt --marks 30`.",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """A project's folder and file; or, without a project file, the working folder and nothing more."""

    root: Path
    project: Project | None

    @property
    def sources(self) -> Path:
        """The folder of notes and banks."""
        return self.root / (self.project.sources if self.project else "sources")

    @property
    def layouts(self) -> Path:
        """The folder of the project's own layouts."""
        return self.root / (self.project.layouts if self.project else "layouts")

    @property
    def output(self) -> Path:
        """The folder that products go to."""
        return self.root / (self.project.output if self.project else "output")


def find_workplace(start: Path | None = None) -> Workplace:
    """Return the nearest project at or above `start` (default: the working folder). Raises `BadContentError`."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        file = folder / PROJECT_FILE
        if file.is_file():
            data, unprintable = screened(read_bytes(file), shown(file))
            project, diagnostics = _project(data, shown(file))
            if project is None or worst((*unprintable, *diagnostics)) is Severity.ERROR:
                raise BadContentError((*unprintable, *diagnostics))
            return Workplace(root=folder, project=project)
    return Workplace(root=here, project=None)


def layout(name: str, workplace: Workplace) -> Layout:
    """Return a layout by name: the project's own, else one that comes with the program; or by its file's path.

    Raises `UnknownNameError`, or `BadContentError` with every mistake in the file.
    """
    file = named_file(name, _layout_folders(workplace), what="layout")
    data, unprintable = screened(read_bytes(file), shown(file))
    found, diagnostics = _layout(data, shown(file), file.stem)
    if found is None or worst((*unprintable, *diagnostics)) is Severity.ERROR:
        raise BadContentError((*unprintable, *diagnostics))
    return found


def _project(data: bytes, path: str) -> tuple[Project | None, Diagnostics]:
    def read() -> tuple[Project | None, Diagnostics]:
        # Imported here, as what reads layouts is: where it is in the cache, nothing reads YAML.
        from packbuilder.readers.project import read_project

        return read_project(data, path)

    return kept("project", (data, path), read)


def _layout(data: bytes, path: str, name: str) -> tuple[Layout | None, Diagnostics]:
    def read() -> tuple[Layout | None, Diagnostics]:
        from packbuilder.readers.layouts import read_layout

        return read_layout(data, path, name)

    return kept("layout", (data, path, name), read)


def layout_names(workplace: Workplace) -> tuple[str, ...]:
    """Return the names of all layouts that can be used, in order."""
    return names_in(_layout_folders(workplace))


def layout_faults(workplace: Workplace) -> Iterator[Diagnostic]:
    """Yield the mistakes in all layouts that can be used."""
    for name in layout_names(workplace):
        try:
            layout(name, workplace)
        except BadContentError as failure:
            yield from failure.diagnostics


def names_in(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the names of the YAML files in folders, in order, each once."""
    return tuple(sorted({file.stem for folder in folders if folder.is_dir() for file in folder.glob("*.yaml")}))


def named_file(name: str, folders: tuple[Path, ...], *, what: str) -> Path:
    """Return a YAML file by its path, or by its name in the first of the folders that has it. Raises `UnknownNameError`."""
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return path
    for folder in folders:
        candidate = folder / f"{name}.yaml"
        if candidate.is_file() and candidate.parent == folder:
            return candidate
    raise UnknownNameError(what=what, name=name, known=names_in(folders))


def _layout_folders(workplace: Workplace) -> tuple[Path, ...]:
    return (workplace.layouts, shipped_layouts())


def shipped_layouts() -> Path:
    """Return the folder of layouts that come with the program: in the package, or beside it in the repository."""
    installed = PACKAGE / "layouts"
    return installed if installed.is_dir() else PACKAGE.parent / "layouts"


def library_of(arguments: tuple[str, ...], workplace: Workplace) -> tuple[Library, tuple[str, ...]]:
    """Read what the arguments name, and return it with the ids of the topics meant.

    An argument is a notes file, a folder of them, or the id (or a pattern such as `chemistry-*`) of one of the project's
    topics; no argument means all of the project's. Raises `UnknownNameError` or `NothingToReadError`.
    """
    paths = [Path(argument) for argument in arguments if Path(argument).exists()]
    names = [argument for argument in arguments if not Path(argument).exists()]
    own = source_files(workplace.sources) if (names or not arguments) and workplace.sources.is_dir() else ()
    files = [file for path in paths for file in source_files(path)]
    if not own and names:
        raise UnknownNameError(what="file, folder or topic", name=names[0], known=(), meant=meant_by(names[0], arguments))
    if not own and not arguments:
        hints = () if workplace.project else ("Say which: a notes file or a folder of them, behind the command.",)
        raise NothingToReadError(place=shown(workplace.sources), others=_others((workplace.sources,)), hints=hints)
    if paths and not files:
        raise NothingToReadError(place=", ".join(arguments), others=_others(paths))
    library = load((*files, *own), root=_root(paths, workplace))
    if not arguments:
        return library, _ids_in(library)
    index = topic_index(library, workplace) if names else {}
    ids = [*_ids_in(library, frozenset(map(shown, files)))]
    for name in names:
        found = matching(name, index)
        if not found:
            raise unknown_topic(name, library, meant_by(name, arguments, index))
        ids.extend(found)
    return library, tuple(dict.fromkeys(ids))


def _ids_in(library: Library, files: frozenset[str] | None = None) -> tuple[str, ...]:
    """Return the topics that notes and banks are about, those of some files or of all, each once."""
    of_notes = [topic.id for topic in library.bank.topics if files is None or topic.span.path in files]
    of_banks = [item.topic for item in library.bank.items if files is None or item.span.path in files]
    return tuple(dict.fromkeys((*of_notes, *of_banks)))


def _others(places: Iterable[Path]) -> Diagnostics:
    # Imported here: only where there is nothing to read.
    from packbuilder.app.passed_over import passed_over

    return tuple(each for place in places if place.is_dir() for each in passed_over(place))


def _root(paths: list[Path], workplace: Workplace) -> Path:
    """Return the folder that pictures may come from: the project's, else the smallest that holds all the places named."""
    folders = [(path if path.is_dir() else path.parent).resolve() for path in paths]
    base = workplace.root.resolve()
    if not folders or (workplace.project and all(folder == base or base in folder.parents for folder in folders)):
        return workplace.root
    return Path(os.path.commonpath(folders))


def topic_index(library: Library, workplace: Workplace) -> Mapping[str, tuple[str, ...]]:
    """Return the names that topics go by, each with the ids of those that bear it: their ids, and their paths below the sources without ending."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    base = workplace.sources.resolve()
    for topic in library.bank.topics:
        place = Path(topic.span.path).resolve()
        below = place.relative_to(base) if place.is_relative_to(base) else place
        for name in (topic.id, below.with_suffix("").as_posix()):
            names[name][topic.id] = None
    # A bank may be about a topic that has no notes.
    for item in library.bank.items:
        names[item.topic][item.topic] = None
    return {name: tuple(ids) for name, ids in names.items()}


def matching(pattern: str, index: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the topics whose names match a name or pattern, each once; nothing where none does."""
    if not _WILD & set(pattern):
        return index.get(pattern, ())
    return tuple(dict.fromkeys(id_ for name, ids in index.items() if fnmatchcase(name, pattern) for id_ in ids))


def unknown_topic(pattern: str, library: Library, meant: tuple[str, ...] = ()) -> UnknownNameError:
    """Return the error for a name that no topic bears; `meant` are hints on a slip that is recognised."""
    known = (*(topic.id for topic in library.bank.topics), *(item.topic for item in library.bank.items))
    return UnknownNameError(what="topic", name=pattern, known=tuple(dict.fromkeys(known)), meant=meant)
