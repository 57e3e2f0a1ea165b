"""Building the site: the project's packs, as far as they have changed, and the pages that students find them on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from packbuilder.app.build import build_packs
from packbuilder.app.finishing import Progress, sound
from packbuilder.app.freshness import fresh_manifest
from packbuilder.app.planning import Plan, plan_of
from packbuilder.app.printing import Printer
from packbuilder.app.project import NoProjectError, Workplace, library_of
from packbuilder.app.site.content import offers_of, site_of
from packbuilder.app.site.lock import alone
from packbuilder.app.site.publishing import NO_CHANGE, Counts, publish, searched
from packbuilder.app.site.readings import readings_of
from packbuilder.app.site.secrets import LeakError, secrets_of
from packbuilder.app.site.state import SiteState, foreign, read_state
from packbuilder.app.site.tree import kept_files, tasks_of, tree_of
from packbuilder.app.site.whole import unchanged, whole_inputs
from packbuilder.app.site.work import looking
from packbuilder.app.writing import inside
from packbuilder.errors import PackbuilderError
from packbuilder.model.project import PackSpec
from packbuilder.site.values import Site
from packbuilder.values import dataclass

FOLDER = "site"
"""The site's folder in the output folder; beside it `.site` keeps what the next building can use."""


class TakenNameError(PackbuilderError):
    """A pack whose folder would be the site's."""

    def __init__(self, *, pack: PackSpec) -> None:
        super().__init__(
            f"{pack.span}: a pack is called {FOLDER!r}, which is the folder of the site", hints=("Give the pack another name.",)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A finished site: its folder, its values, and which packs were made anew; None and nothing where nothing had changed.

    `foreign` are files in the folder that are not the site's: they were searched like all others, and left alone. `withheld` is the number of
    files that students may not have yet, or ever; `wordings` that of wordings which were looked for and are nowhere.
    """

    folder: Path
    files: int
    site: Site | None = None
    rebuilt: tuple[str, ...] = ()
    counts: Counts = NO_CHANGE
    foreign: tuple[str, ...] = ()
    withheld: int = 0
    wordings: int = 0


def build_site(
    workplace: Workplace, *, output: Path, printer: Printer, today: str, progress: Progress, skip_bad: bool = False
) -> BuiltSite:
    """Build the packs that have changed, and the site in `output/site`. `today` is an ISO date.

    All is drawn and searched before the first page is written. Raises `NoProjectError`, `LeakError`, `BusySiteError`, and what building packs raises.
    """
    if workplace.project is None:
        raise NoProjectError(place=str(workplace.root))
    for pack in workplace.project.packs:
        if pack.name == FOLDER:
            raise TakenNameError(pack=pack)
    folder, kept = inside(output, FOLDER), inside(output, f".{FOLDER}")
    state = read_state(kept / "state.json")
    whole = whole_inputs(workplace, printer, today)
    if unchanged(folder, state, whole):
        return BuiltSite(folder=folder, files=len(state.files))
    with alone(folder, kept):
        return _built(workplace, printer, _Place(output=output, folder=folder, kept=kept), whole, today, progress, skip_bad=skip_bad)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a site is built: the output folder, the site in it, and what is kept for the next building beside it."""

    output: Path
    folder: Path
    kept: Path


def _built(
    workplace: Workplace, printer: Printer, place: _Place, whole: str, today: str, progress: Progress, *, skip_bad: bool
) -> BuiltSite:
    """Build the site; whoever built it meanwhile has left the state that is read here."""
    output, folder, kept = place.output, place.folder, place.kept
    state = read_state(kept / "state.json")
    library, _ = sound(library_of((), workplace), skip_bad=skip_bad)
    plan = plan_of(library, workplace, printer)
    manifests, rebuilt = _made(plan, output, printer, progress, skip_bad=skip_bad)
    secrets = secrets_of(plan, state, today)
    offers = offers_of(plan, manifests, today)
    with looking(tasks_of(offers, output, folder, state, secrets), secrets.withheld) as found:
        readings, inputs = readings_of(plan, offers, state, kept)
        looked = tuple(found)
    if leaks := tuple(leak for each in looked for leak in each.leaks):
        raise LeakError(leaks)
    sizes = {**state.pictures, **{each.task.sha256: tuple((w, h) for _, w, h in each.pictures) for each in looked if each.task.pictures}}
    site = site_of(plan, offers, sizes, state, today)
    tree = tree_of(site, offers, looked, readings, output, state)
    strangers = foreign(folder, (*tree.digests, *state.files))
    clean = searched(tree, folder, strangers, secrets, kept_files(offers), state) | {copy.sha256 for copy in tree.copies.values()}
    shown = {file.sha256: sizes[file.sha256] for offer in offers for file in offer.files if file.sha256 in sizes}
    left = SiteState(whole=whole, pictures=shown, readings=inputs, wordings=secrets.wordings, wording=secrets.digest, clean=clean)
    return BuiltSite(
        folder=folder,
        site=site,
        rebuilt=rebuilt,
        files=len(tree.digests),
        counts=publish(tree, state, left, folder=folder, kept=kept, today=today, progress=progress),
        foreign=strangers,
        withheld=sum(len(offer.withheld) for offer in offers),
        wordings=len(secrets.withheld),
    )


def _made(
    plan: Plan, output: Path, printer: Printer, progress: Progress, *, skip_bad: bool
) -> tuple[Mapping[str, Mapping[str, object]], tuple[str, ...]]:
    """Build the listed packs that are not as they would be made now; return all manifests by pack, and the names of those built."""
    listed = tuple(pack for pack in plan.packs if pack.listed)
    inputs = {pack.name: plan.inputs(pack) for pack in listed}
    manifests = {pack.name: fresh_manifest(inside(output, pack.name), inputs[pack.name]) for pack in listed}
    stale = tuple(pack for pack in listed if manifests[pack.name] is None)
    for built in build_packs(plan, stale, output=output, progress=progress, printer=printer, skip_bad=skip_bad):
        manifests[built.name] = fresh_manifest(built.folder, inputs[built.name])
    return {name: manifest for name, manifest in manifests.items() if manifest is not None}, tuple(pack.name for pack in stale)
