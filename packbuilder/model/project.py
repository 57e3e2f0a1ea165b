"""A project: what packbuilder.yaml says."""

from __future__ import annotations

from dataclasses import dataclass

from packbuilder.diagnostics import Span
from packbuilder.model.organiser import ONE_SIDE, OrganiserWishes
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.quota import Quota


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSpec:
    """One pack: its folder's name, its topics (ids or patterns), what it holds and how it is drawn.

    `products` are among `revision_pack`, `practice_paper`, `mark_scheme`, `self_marking` and `knowledge_organiser`; `blueprint` names what its paper
    must hold; `quotas` are further ones; `avoid` names packs above it whose questions are not drawn again (`repeat`: only where nothing
    else is left), `overlap` is as a blueprint's. `marks`, `versions` and `minutes` of 0 mean: as the blueprint says.
    `editions` and `handout_editions` are names of `packbuilder.editions.EDITIONS` that the paper and the revision pack are
    made in besides the standard ones; `handout` is what the revision pack holds, `organiser` what the knowledge organiser does.
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
    organiser: OrganiserWishes = ONE_SIDE
    handout: PackWishes = FULL_PACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The project's folders, relative to its file, and its packs."""

    title: str = ""
    sources: str = "sources"
    layouts: str = "layouts"
    output: str = "output"
    packs: tuple[PackSpec, ...] = ()
