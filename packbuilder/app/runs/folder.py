"""A run's folder before the run begins: whether another run, or something else, lies in it; and clearing it for a run that is to replace that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import is_regular
from packbuilder.app.runs.differences import parted_from
from packbuilder.app.runs.jobs import OWN_FOLDERS, Done, Lock
from packbuilder.app.runs.journal import ANOTHER, JOURNAL, Journal, OtherRunError, journal_of
from packbuilder.app.runs.manifest import files_of, read_manifest
from packbuilder.app.runs.owners import Marks, refuse_others
from packbuilder.app.runs.passwords import PASSWORDS, SCHEMES, BadPasswordsError, kept_passwords, lock_digest, new_passwords
from packbuilder.app.writing import PART, remove_together
from packbuilder.errors import PackbuilderError
from packbuilder.model.print_run import PrintRun
from packbuilder.values import dataclass

_SYSTEMS = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
"""What file managers leave in folders that somebody has looked at."""

RECORDS = frozenset((MANIFEST, JOURNAL, PASSWORDS))
"""What a run keeps beside its folders."""

_PDF = b"%PDF-"
_SHOWN = 5
"""Files that an error names; of more it says how many."""


class LockedOtherwiseError(OtherRunError):
    """A folder that holds the same run with other passwords, or with none."""

    def __init__(self, *, folder: Path, locked: bool, wanted: bool) -> None:
        if locked:
            what = "locked with other passwords" if wanted else "locked with passwords, and without them its files would be open"
            how = (
                f"Give its passwords with --password-file (--passwords finds them in {PASSWORDS} in its folder, as long as they are there)"
            )
        else:
            what, how = "not locked", "Print it without passwords"
        super().__init__(
            folder=folder,
            different=f"this one, {what}",
            hints=(f"{how}, choose another --output, or say --replace: its files are removed first.",),
        )


class LeftPasswordsError(PackbuilderError):
    """Passwords in the folder that open nothing of the run."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            f"{folder} holds {PASSWORDS}, and they are not the passwords of this run; nothing is written",
            hints=("Take it out of the folder, choose another --output, or say --replace: it is removed first.",),
        )


class LeftFilesError(PackbuilderError):
    """Files in the folders of a run that no run which is known has put there: they would be printed with it."""

    def __init__(self, *, folder: Path, names: tuple[str, ...], removable: bool) -> None:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        removing = "say --replace: PDFs are removed first" if removable else "remove them by hand"
        super().__init__(
            f"{folder} holds files that no run which is known here has made, and that would be overwritten or taken for its own: {', '.join(names[:_SHOWN])}{more}; nothing is written",
            hints=(f"Choose another --output, or {removing}.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a folder holds: the keys of runs, finished or begun, and the files that they say they have made."""

    folder: Path
    keys: frozenset[str]
    files: tuple[Done, ...]


def run_key(digest: str, lock: str) -> str:
    """Return what tells a run with its passwords from all others."""
    return f"{digest}:{lock}"


def key_of(manifest: Mapping[str, object]) -> str:
    """Return the key of the run that a manifest is of; empty where there is none."""
    return run_key(str(manifest.get("run", "")), str(manifest.get("lock", ""))) if manifest else ""


def settled(
    folder: Path,
    run: PrintRun,
    digest: str,
    names: Iterable[str],
    *,
    papers: Mapping[str, str],
    locks: Mapping[str, Lock],
    new_locks: bool,
    replace: bool,
) -> Mapping[str, Lock]:
    """Return the passwords of a run, and see that nothing else lies in its folder; what does is removed where it is to be replaced.

    `digest` is the run's, `names` all files that it may make, `papers` the fingerprints of its versions, `locks` the passwords given; `new_locks`: it has those that lie in its folder, else new
    ones. Raises what `refuse_others` does, `OtherRunError`, `LeftPasswordsError`, `LeftFilesError` and `CannotRemoveError`, and then nothing is written or removed.
    """
    refuse_others(folder)
    held = _held(folder)
    kept = _kept(folder, replace=replace)
    if new_locks:
        locks = _own(run, digest, held, kept) or new_passwords(run)
    key = run_key(digest, lock_digest(locks, digest))
    stale = (folder / PASSWORDS).is_file() and (kept is None or _words(kept) != _words(locks))
    others = held.keys - {key}
    # What a run has made that was cut off it may not have noted.
    # Where no run is known, what lies at a run's own names is somebody's too, and would be overwritten; unless it says that it is this run's, whose manifest is lost.
    own = names if held.keys else _lost(folder, names, Marks(run=digest, plan=run.digest, papers=frozenset(papers.values())))
    strange = tuple(strangers(folder, () if replace and (others or not held.keys) else own))
    if not locks and not held.keys and any(_is_locked(folder / name) for name in names):
        # Its manifest is lost, and with it what the files were locked with.
        raise LockedOtherwiseError(folder=folder, locked=True, wanted=False)
    if not replace:
        _refuse(
            held, others, key, stale=stale, strange=strange, different=parted_from(read_manifest(folder), run, papers) if others else ""
        )
    elif by_hand := tuple(path for path in strange if path.is_symlink() or not is_pdf(path)):
        raise LeftFilesError(folder=folder, names=_named(folder, by_hand), removable=False)
    elif others or stale or strange:
        _clear(held if others else _Held(folder=folder, keys=held.keys, files=()), strange, stale=stale, finished=bool(others))
    return locks


def _held(folder: Path) -> _Held:
    manifest, journal = read_manifest(folder), journal_of(folder)
    keys = frozenset(key for key in (key_of(manifest), journal.run) if key)
    return _Held(folder=folder, keys=keys, files=(*files_of(manifest), *journal.done))


def _kept(folder: Path, *, replace: bool) -> Mapping[str, Lock] | None:
    """Return the passwords in the folder. Those that cannot be read are none where they will be removed."""
    try:
        return kept_passwords(folder)
    except BadPasswordsError:
        if replace:
            return None
        raise


def _own(run: PrintRun, digest: str, held: _Held, kept: Mapping[str, Lock] | None) -> Mapping[str, Lock]:
    """Return the passwords that an earlier start of the same run has left in its folder; none where they are another's."""
    if kept is None or set(kept) != {SCHEMES, *(packet.name for packet in run.packets)}:
        return {}
    return kept if held.keys <= {run_key(digest, lock_digest(kept, digest))} else {}


def _words(locks: Mapping[str, Lock]) -> Mapping[str, str]:
    return {name: lock.password for name, lock in locks.items()}


def _lost(folder: Path, names: Iterable[str], marks: Marks) -> tuple[str, ...]:
    """Return the names of a run's files that are there and say that they are this run's, which is not known here any more."""
    return tuple(name for name in names if (folder / name).is_file() and not (folder / name).is_symlink() and marks.are_in(folder / name))


def _refuse(held: _Held, others: frozenset[str], key: str, *, stale: bool, strange: tuple[Path, ...], different: str) -> None:
    """Raise what stands against a run in a folder that is to stay as it is; `different` is what parts it from the run that is there."""
    digest, _, lock = key.partition(":")
    for other in sorted(others):
        if other.partition(":")[0] == digest:
            raise LockedOtherwiseError(folder=held.folder, locked=bool(other.partition(":")[2]), wanted=bool(lock))
        raise OtherRunError(folder=held.folder, different=different or ANOTHER)
    if stale:
        raise LeftPasswordsError(folder=held.folder)
    if strange:
        raise LeftFilesError(folder=held.folder, names=_named(held.folder, strange), removable=True)


def _clear(held: _Held, strange: tuple[Path, ...], *, stale: bool, finished: bool) -> None:
    """Remove another run's files, all or none; its manifest last, so that whatever stops it, the folder is still that run's."""
    folder = held.folder
    known = journal_of(folder).run
    with Journal(folder, known) as journal:
        own = dict.fromkeys(folder / each.name for each in held.files if _inside(folder, each.name))
        last = [folder / PASSWORDS] * stale + [folder / MANIFEST] * finished
        try:
            remove_together((*own, *(path for path in strange if path not in own), *last))
        except PackbuilderError:
            if not known:
                journal.remove()
            raise
        if finished or not known:
            journal.remove()


def _inside(folder: Path, name: str) -> bool:
    """Whether a name, which may be anybody's, leads to a file in a run's own folders."""
    path = Path(name)
    way = [each for each in path.parents if each.parts]
    return (
        len(path.parts) > 1
        and path.parts[0] in OWN_FOLDERS
        and ".." not in path.parts
        and not any((folder / each).is_symlink() for each in way)
    )


def strangers(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield what lies in a run's own folders and is not one of `names`: files, links and all else that is no folder.

    File managers' own files, and what is half written, are passed over.
    """
    own = frozenset(names)
    for top in (folder / name for name in OWN_FOLDERS):
        for path in sorted([top, *top.rglob("*")] if top.is_dir() else [top] if top.exists() or top.is_symlink() else []):
            if path.is_dir() and not path.is_symlink():
                continue
            known = path.relative_to(folder).as_posix() in own and path.is_file() and not path.is_symlink()
            if not known and not path.name.endswith(PART) and not is_systems_own(path):
                yield path


def beside(folder: Path) -> tuple[str, ...]:
    """Return the names of what lies at the top of a run's folder and is none of its own: `verify` finds it, and it stays where it is."""
    own = {*OWN_FOLDERS, *RECORDS}
    return tuple(path.name for path in sorted(folder.iterdir()) if path.name not in own and not is_systems_own(path))


def is_systems_own(path: Path) -> bool:
    """Whether a file is what file managers leave behind: by its name, and by holding nothing that somebody could read."""
    return path.name.casefold() in _SYSTEMS and path.is_file() and not path.is_symlink() and not is_pdf(path)


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, whatever it is called."""
    try:
        if not is_regular(path):
            return False
        with path.open("rb") as file:
            return _PDF in file.read(1024)
    except OSError:
        return False


def _is_locked(path: Path) -> bool:
    return path.is_file() and b"/Encrypt" in path.read_bytes()


def _named(folder: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(path.relative_to(folder).as_posix() for path in paths)
