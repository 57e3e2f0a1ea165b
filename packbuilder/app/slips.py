"""What somebody probably meant by a name on the command line that nothing bears: slips of the keyboard, told with the way to type it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from packbuilder.app.library import BANK_ENDINGS, NOTE_ENDINGS, PAGE_ENDINGS

_DASHES = "‐‑‒–—―−"
_CURLED = "“”„‟‘’‚‛«»"
_READ = (*NOTE_ENDINGS, *BANK_ENDINGS, *PAGE_ENDINGS)


def meant(name: str, arguments: tuple[str, ...], topics: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """Return hints on a name among the arguments that is no file, folder or topic; none where no slip is recognised.

    `topics` are the names that topics go by; names below a folder of the sources begin with the folder's.
    """
    if name[0] in _DASHES:
        return (f"Options begin with two plain hyphens: --{name.lstrip(_DASHES + '-')}.",)
    for whole in _runs(arguments, arguments.index(name) if name in arguments else 0):
        bare = whole.strip(_CURLED)
        if bare.strip() and Path(bare).exists():
            return (f'{"A name with spaces stands between" if " " in bare else "Type"} straight quotation marks: "{bare}".',)
    if any(each.startswith(f"{name.rstrip('/')}/") for each in topics or ()):
        return (f"'{name.rstrip('/')}/*' is what means all topics of that folder.",)
    near = _neighbours(Path(name)) if not topics or Path(name).suffix else ()
    return (f"Did you mean {' or '.join(near)}?",) if near else ()


def _runs(arguments: tuple[str, ...], place: int) -> Iterator[str]:
    """Yield the arguments around a place joined with spaces, as they stood before a shell parted them; the longest first."""
    for count in range(len(arguments), 0, -1):
        for start in range(max(place - count + 1, 0), min(place, len(arguments) - count) + 1):
            yield " ".join(arguments[start : start + count])


def _neighbours(path: Path) -> tuple[str, ...]:
    """Return what is nearly called so in the path's folder, and may be notes or a folder of some."""
    # Imported here: only mistakes have neighbours.
    from difflib import get_close_matches

    try:
        there = sorted(each.name for each in path.parent.iterdir() if each.is_dir() or each.name.lower().endswith(_READ))
    except OSError:
        return ()
    return tuple(f"'{path.parent / each}'" for each in get_close_matches(path.name, there, n=2, cutoff=0.7))
