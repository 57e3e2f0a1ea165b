"""A project: what packbuilder.yaml says."""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.diagnostics import Span
from packbuilder.model.organiser import ONE_SIDE, OrganiserWishes
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.quota import Quota
from packbuilder.model.release import WITHHELD, Release
from packbuilder.model.site import PLAIN_SITE, SiteSpec
from packbuilder.values import dataclass

Answers: TypeAlias = Literal["apart", "back", "none"]
"""Where a worksheet's answers go: a file of their own, the back of the sheet, or nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetSpec:
    """The worksheets of a pack: the names of their kinds (`all`: what the notes can give), and how they are drawn.

    `items` of 0 means: as many as suit the kind. `answers` go into files of their own (`apart`), on the `back`, or nowhere (`none`).
    `habits` are how the sheets are printed.
    """

    kinds: tuple[str, ...]
    versions: int = 1
    seed: int = 1
    items: int = 0
    word_bank: bool = True
    answers: Answers = "apart"
    layout: str = "handout-a4"
    habits: PrintHabits = AS_IT_IS


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSpec:
    """One pack: its folder's name, its topics (ids or patterns), what it holds and how it is drawn.

    `products` are among `revision_pack`, `practice_paper`, `mark_scheme`, `self_marking` and `knowledge_organiser`; `blueprint` names what its paper
    must hold; `quotas` are further ones; `avoid` names packs above it whose questions are not drawn again (`repeat`: only where nothing
    else is left), `overlap` is as a blueprint's. `marks`, `versions` and `minutes` of 0 mean: as the blueprint says.
    `editions` and `handout_editions` are names of `packbuilder.editions.EDITIONS` that the paper and the revision pack are
    made in besides the standard ones; `handout` is what the revision pack holds, `organiser` what the knowledge organiser does; `paper_print` and `handout_print` are how the standard ones are printed.
    `release` says when students may have its papers and schemes; `listed`: it stands on the site, where `description` is said of it.
    """

    name: str
    topics: tuple[str, ...]
    span: Span
    title: str = ""
    products: tuple[str, ...] = ("revision_pack", "practice_paper", "mark_scheme")
    blueprint: str = ""
    quotas: tuple[Quota, ...] = ()
    overlap: int | None = None
    avoid: tuple[str, ...] = ()
    repeat: bool = False
    marks: int = 0
    versions: int = 0
    seed: int = 1
    minutes: int = 0
    paper_layout: str = "exam-a4"
    handout_layout: str = "handout-a4"
    editions: tuple[str, ...] = ()
    handout_editions: tuple[str, ...] = ()
    worksheets: WorksheetSpec | None = None
    paper_print: PrintHabits = AS_IT_IS
    handout_print: PrintHabits = AS_IT_IS
    organiser: OrganiserWishes = ONE_SIDE
    handout: PackWishes = FULL_PACK
    release: Release = WITHHELD
    listed: bool = True
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The project's folders, relative to its file, its packs, and the site that they stand on."""

    title: str = ""
    sources: str = "sources"
    layouts: str = "layouts"
    output: str = "output"
    packs: tuple[PackSpec, ...] = ()
    site: SiteSpec = PLAIN_SITE
