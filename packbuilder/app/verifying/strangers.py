"""What lies in a print run's folder and is not the run's: another's copy, yesterday's scheme, a mark scheme among candidates' files, hidden or linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from packbuilder.app.reading import CannotReadError, is_regular, read_any, shown
from packbuilder.app.runs.folder import RECORDS, is_systems_own
from packbuilder.app.runs.jobs import CANDIDATES, OWN_FOLDERS, PACKETS
from packbuilder.app.writing import PART

_AMONG = {
    PACKETS: "what lies among the packets is printed and handed out",
    CANDIDATES: "a candidate's folder may hold nothing else",
}


def strange_faults(folder: Path, files: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Yield what is wrong with what lies in a run's folder; `files` are those that its manifest names.

    Only what file managers leave behind is passed over.
    """
    digests = {str(about["sha256"]): name for name, about in files.items()}
    own = {*OWN_FOLDERS, *(file.split("/")[0] for file in files if "/" in file)}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        # Not where a link leads to, but where it lies.
        where, top = f"{shown(folder)}/{name}", name.partition("/")[0]
        if path.is_symlink():
            yield f"{where} is a link, which no run puts there: what it leads to may be another's, or change"
        elif path.is_dir():
            if top in own and all(is_systems_own(each) for each in path.iterdir()):
                yield f"{where} is an empty folder, which no run leaves: files may have been taken out of it"
        elif not is_regular(path):
            yield f"{where} is a pipe or a device, and no file: it is not read"
        elif name in files or name in RECORDS or is_systems_own(path):
            continue
        elif path.name.endswith(PART):
            yield f"{where} is a half written file of a run that was cut off. Run the same command again, which removes it"
        else:
            yield f"{where} is not a file of this run{_told(path, top, digests)}"


def _told(path: Path, top: str, digests: Mapping[str, str]) -> str:
    """Return what more is to be said of a stranger: what it is, and what it must not be among."""
    from packbuilder.press.details import record_of

    try:
        data = read_any(path)
    except CannotReadError:
        return ""
    copied = digests.get(sha256(data).hexdigest(), "")
    scheme = record_of(data).get("product") == "mark-scheme"
    what = f", but a copy of {copied}" if copied else ", but a mark scheme" if scheme else ""
    if scheme and top in (PACKETS, CANDIDATES):
        return f"{what}: candidates would have the answers"
    return f"{what}: {_AMONG[top]}" if top in _AMONG else what
