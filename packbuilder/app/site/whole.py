"""Whether anything at all has changed since the site was last built: told by hashes, without reading a single note."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from packbuilder.app.freshness import common_inputs
from packbuilder.app.printing import Printer
from packbuilder.app.project import PROJECT_FILE, Workplace
from packbuilder.app.reading import read_any
from packbuilder.app.site.publishing import stands
from packbuilder.app.site.state import SiteState, foreign
from packbuilder.model.release import reached


def whole_inputs(workplace: Workplace, printer: Printer, today: str) -> str:
    """Return the hash over all that goes into the site: the program, the project, every file of its sources, and what is released on a day."""
    whole = sha256(common_inputs(workplace, printer).encode())
    whole.update(read_any(workplace.root / PROJECT_FILE))
    for file in sorted(workplace.sources.rglob("*")):
        if file.is_file():
            whole.update(f"{file.relative_to(workplace.sources).as_posix()}\x1f".encode() + sha256(read_any(file)).digest())
    for pack in workplace.project.packs if workplace.project else ():
        whole.update(f"{reached(pack.release.papers, today)}{reached(pack.release.schemes, today)}".encode())
    return whole.hexdigest()


def unchanged(folder: Path, state: SiteState, whole: str) -> bool:
    """Whether the site in a folder is what would be built now: made of the same, every file of it whole, and no other there."""
    if not state.whole or state.whole != whole or foreign(folder, state.files):
        return False
    return all(stands(folder / place, sha) for place, (sha, _) in state.files.items())
