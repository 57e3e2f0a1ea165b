"""What the last building of the site left: which files are the site's own, since when they are as they are, what was found clean.

It lies beside the site, never in it, and may be deleted at any time: the next building then does all its work again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, field
from pathlib import Path

from packbuilder.app.writing import write_whole
from packbuilder.values import dataclass

_FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """What the papers of a pack hold: what their schemes credit, what they show to be read or chosen from, and what they ask in the words of banks."""

    credited: tuple[str, ...]
    shown: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteState:
    """`files` are the site's own: place, SHA-256, and the ISO date since which it is so. `pictures` are the sizes of pictures of each PDF, by its
    SHA-256; `readings` the hashes over what each pack's reading was made of; `wordings` what the papers of a pack hold, with the hash over
    what it was made of. `clean` are the SHA-256 of files in which nothing of the wording with the hash `wording` was found.
    """

    whole: str = ""
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pictures: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, tuple[str, PaperWords]] = field(default_factory=dict)
    wording: str = ""
    clean: frozenset[str] = frozenset()


def read_state(path: Path) -> SiteState:
    """Return what was left; an empty state where there is none, or none that can be read."""
    try:
        value = json.loads(path.read_bytes())
        if value["format"] != _FORMAT:
            return SiteState()
        return SiteState(
            whole=value["whole"],
            files={name: (sha, day) for name, (sha, day) in value["files"].items()},
            pictures={sha: tuple((width, height) for width, height in sizes) for sha, sizes in value["pictures"].items()},
            readings=dict(value["readings"]),
            wordings={
                name: (key, PaperWords(**{kind: tuple(words) for kind, words in held.items()}))
                for name, (key, held) in value["wordings"].items()
            },
            wording=value["wording"],
            clean=frozenset(value["clean"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # What cannot be read is found out again.
        return SiteState()


def write_state(path: Path, state: SiteState) -> None:
    """Write what this building leaves. Raises `CannotWriteError`."""
    value = {
        "format": _FORMAT,
        "whole": state.whole,
        "files": state.files,
        "pictures": state.pictures,
        "readings": state.readings,
        "wordings": {name: (key, asdict(held)) for name, (key, held) in state.wordings.items()},
        "wording": state.wording,
        "clean": sorted(state.clean),
    }
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True).encode())


def since(state: SiteState, place: str, sha: str, today: str) -> str:
    """Return the day since which a file of the site is as it is."""
    known = state.files.get(place)
    return known[1] if known is not None and known[0] == sha else today


def foreign(folder: Path, own: Iterable[str]) -> tuple[str, ...]:
    """Return the places of what is in the site and was not made by it: somebody has put it there. Links to folders are not followed."""
    known = set(own)
    entries = sorted(folder.rglob("*")) if folder.is_dir() else ()
    found = (path.relative_to(folder).as_posix() for path in entries if path.is_symlink() or not path.is_dir())
    return tuple(place for place in found if place not in known)
