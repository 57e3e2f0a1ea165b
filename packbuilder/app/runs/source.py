"""What a run prints: the paper of topics, drawn for it, or that of a pack of the project, which `build` draws with the same settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from packbuilder.app.blueprints import wanted
from packbuilder.app.finishing import sound
from packbuilder.app.making import PAPERS, draw
from packbuilder.app.planning import plan_of
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, layout, library_of, topic_index
from packbuilder.app.titles import default_title
from packbuilder.app.vetting import vet
from packbuilder.errors import PackbuilderError, UnknownNameError
from packbuilder.layout import Layout
from packbuilder.markup import in_characters
from packbuilder.model.form import Form
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.project import PackSpec
from packbuilder.model.quota import Quota
from packbuilder.values import dataclass

USUAL_LAYOUT = "exam-a4"


class TwoMeaningsError(PackbuilderError):
    """A name that is a pack's and that of topics."""

    def __init__(self, *, name: str, what: str) -> None:
        super().__init__(
            f"{name!r} is the name of a pack and of a {what}",
            hints=(f"For the {what}, write its path (`./{name}`, `sources/{name}.txt`).", "For the pack, rename it in packbuilder.yaml."),
        )


class NotAloneError(PackbuilderError):
    """A pack among other arguments."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"{name!r} is a pack, and a run prints one paper", hints=("Name the pack alone, or topics without it.",))


class NoPaperError(PackbuilderError):
    """A pack that has no paper."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"the pack {name!r} has no paper to print", hints=("Add `practice_paper` to its `products`, or name its topics.",))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """What the command line says of a paper. What it does not say (empty, 0 or None) is as the pack has it, else as is usual."""

    blueprint: str = ""
    quotas: tuple[Quota, ...] = ()
    marks: int = 0
    versions: int = 0
    minutes: int = 0
    seed: int | None = None
    layout: str = ""
    title: str = ""
    habits: Callable[[PrintHabits], PrintHabits] = lambda usual: usual


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPaper:
    """A paper that is drawn for a run: what it was read from, its versions, and how it looks and is printed.

    `sources` are the files read, with their SHA-256. `editions` are those in which its pack is made; empty where no pack says so.
    """

    sources: Mapping[str, str]
    topics: tuple[str, ...]
    title: str
    forms: tuple[Form, ...]
    paper: Layout
    handout: Layout
    habits: PrintHabits
    pack: str = ""
    editions: tuple[str, ...] = ()


def run_paper(arguments: tuple[str, ...], workplace: Workplace, wish: PaperWish, *, skip_bad: bool = False) -> RunPaper:
    """Draw the paper that the arguments name: those of topics, or the name of one pack.

    Raises `UnknownNameError` for a name of neither, `TwoMeaningsError` for one of both, and what reading and drawing raise.
    """
    packs = {pack.name: pack for pack in workplace.project.packs} if workplace.project else {}
    named = next((name for name in arguments if name in packs), "")
    if not named:
        return _of_topics(arguments, workplace, wish, tuple(packs), skip_bad=skip_bad)
    if len(arguments) > 1:
        raise NotAloneError(name=named)
    return _of_pack(packs[named], workplace, wish, skip_bad=skip_bad)


def _of_topics(arguments: tuple[str, ...], workplace: Workplace, wish: PaperWish, packs: tuple[str, ...], *, skip_bad: bool) -> RunPaper:
    try:
        read = library_of(arguments, workplace)
    except UnknownNameError as failure:
        raise UnknownNameError(
            what="pack, topic, file or folder", name=failure.name, known=(*packs, *failure.known), meant=failure.meant
        ) from None
    library, ids = sound(read, skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    blueprint = wanted(wish.blueprint, workplace, marks=wish.marks, versions=wish.versions, minutes=wish.minutes, quotas=wish.quotas)
    vet(blueprint, bank, library)
    title = in_characters(wish.title) or default_title(bank)
    paper = layout(wish.layout or USUAL_LAYOUT, workplace)
    return RunPaper(
        sources=dict(library.digests),
        topics=tuple(topic.id for topic in bank.topics),
        title=title,
        forms=draw(bank, blueprint, seed=1 if wish.seed is None else wish.seed, title=title),
        paper=paper,
        handout=layout(paper.scheme, workplace) if paper.scheme else paper,
        habits=wish.habits(AS_IT_IS),
    )


def _of_pack(pack: PackSpec, workplace: Workplace, wish: PaperWish, *, skip_bad: bool) -> RunPaper:
    if Path(pack.name).exists():
        raise TwoMeaningsError(name=pack.name, what="folder" if Path(pack.name).is_dir() else "file")
    if not PAPERS & set(pack.products):
        raise NoPaperError(name=pack.name)
    library, _ = sound(library_of((), workplace), skip_bad=skip_bad)
    if pack.name in topic_index(library, workplace):
        raise TwoMeaningsError(name=pack.name, what="topic")
    wished = _overruled(pack, wish)
    plan = plan_of(library, _with_pack(workplace, wished), Printer())
    forms = plan.forms((wished,))[wished.name]
    bank = plan.bank(wished)
    return RunPaper(
        sources=dict(library.digests),
        topics=tuple(topic.id for topic in bank.topics),
        title=plan.title(wished),
        forms=forms,
        paper=layout(wished.paper_layout, workplace),
        handout=layout(wished.handout_layout, workplace),
        habits=replace(wish.habits(pack.paper_print), class_set=0),
        pack=pack.name,
        editions=pack.editions,
    )


def _overruled(pack: PackSpec, wish: PaperWish) -> PackSpec:
    """Return the pack with what the command line says otherwise; its paper alone is wanted.

    Another blueprint has marks, time and quotas of its own, and another total takes another time.
    """
    if wish.blueprint:
        pack = replace(pack, blueprint=wish.blueprint, marks=0, minutes=0, quotas=())
    if wish.marks and wish.marks != pack.marks:
        pack = replace(pack, marks=wish.marks, minutes=0)
    return replace(
        pack,
        products=("practice_paper", "mark_scheme"),
        quotas=wish.quotas or pack.quotas,
        versions=wish.versions or pack.versions,
        minutes=wish.minutes or pack.minutes,
        seed=pack.seed if wish.seed is None else wish.seed,
        paper_layout=wish.layout or pack.paper_layout,
        title=in_characters(wish.title) or pack.title,
    )


def _with_pack(workplace: Workplace, pack: PackSpec) -> Workplace:
    project = workplace.project
    if project is None:  # who has a pack has a project
        return workplace
    return replace(workplace, project=replace(project, packs=tuple(pack if each.name == pack.name else each for each in project.packs)))
