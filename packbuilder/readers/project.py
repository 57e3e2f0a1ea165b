"""The project file packbuilder.yaml to a `Project`."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import cast

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error
from packbuilder.editions import EDITIONS
from packbuilder.errors import nearest_hints
from packbuilder.fields import Fields
from packbuilder.markup import in_characters
from packbuilder.model.blueprint import SAME
from packbuilder.model.organiser import MOST_SIDES, ONE_SIDE, PANELS, PAPERS, OrganiserWishes
from packbuilder.model.pack import ANSWERS, FULL_PACK, VARIANTS, PackWishes
from packbuilder.model.print_habits import AS_IT_IS, IMPOSITIONS, MOST_COPIES, Imposition, PrintHabits
from packbuilder.model.project import Answers, PackSpec, Project, WorksheetSpec
from packbuilder.model.quota import Quota
from packbuilder.model.raw_item import MappingValue, Sequence
from packbuilder.model.release import Release
from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.patterns import regex
from packbuilder.readers.blueprints import quotas_of
from packbuilder.readers.located_yaml import read_yaml
from packbuilder.readers.site import release_of, site_of
from packbuilder.values import dataclass

_NAME = regex(r"[a-z0-9][a-z0-9-]*")
_PRODUCTS = ("revision_pack", "practice_paper", "mark_scheme", "self_marking", "knowledge_organiser", "flashcards", "anki_deck")

_OF_BLUEPRINT = "That is for a blueprint's file: write one in blueprints/, and name it here with `blueprint:` (under `paper:`)."
_OF_BLUEPRINTS = dict.fromkeys(("tolerance", "include", "exclude", "kinds", "sections"), _OF_BLUEPRINT)
_ELSEWHERE = {
    **_OF_BLUEPRINTS,
    **dict.fromkeys(
        ("blueprint", "quotas", "overlap", "avoid", "repeat", "marks", "versions", "seed", "minutes"), "It stands under `paper:`."
    ),
    **dict.fromkeys(("layout", "editions", "print", "ink_saving", "class_set", "crop_marks"), "It stands under `paper:` or `handout:`."),
    **dict.fromkeys(("variant", "questions", "answers"), "It stands under `handout:`."),
    **dict.fromkeys(("items", "word_bank"), "It stands under `worksheets:`."),
    **dict.fromkeys(("sides", "leave_out", "together"), "It stands under `organiser:`."),
}
"""Where keys stand that are not a pack's own, nor its paper's."""


def read_project(data: bytes, path: str) -> tuple[Project | None, Diagnostics]:
    """Read the project file; None where it is no YAML mapping at all."""
    mapping, found = read_yaml(data, path)
    if mapping is None:
        return None, found
    fields = Fields(mapping, what="the project", code="P1")
    folders = {name: _folder(fields, name) for name in ("sources", "layouts", "output")}
    packs: list[PackSpec] = []
    site, slips = site_of(fields.mapping("site"))
    problems: list[Diagnostic] = [*slips]
    names: dict[str, Span] = {}
    title = in_characters(fields.text("title"))
    for entry in fields.mappings("packs", required=True):
        pack, avoid, more = _pack(entry, site.release)
        problems.extend(more)
        above = tuple(name for name in names if name != pack.name)
        for name, span in avoid:
            if name not in above:
                hints = nearest_hints(name, above) or ("It is the first pack: there is none above it.",)
                problems.append(error("P121", f"`avoid` names {name!r}, which is no pack above this one", span, *hints))
        if pack.name in names:
            problems.append(error("P120", f"a pack called {pack.name!r} stands in line {names[pack.name].line} already", pack.span))
        names.setdefault(pack.name, pack.span)
        packs.append(pack)
    listed = mapping.values.get("packs")
    if isinstance(listed, Sequence) and not listed.values:
        fields.fail(
            22,
            "`packs` is empty: there is nothing to build",
            fields.place("packs"),
            "Add one: a line `- name: ...`, and `topics: [...]` under it.",
        )
    project = Project(
        title=title, sources=folders["sources"], layouts=folders["layouts"], output=folders["output"], packs=tuple(packs), site=site
    )
    return project, (*found, *fields.finish(), *problems)


def _folder(fields: Fields, name: str) -> str:
    """Return a folder inside the project: relative, without `..`."""
    value = fields.text(name, name) or name
    posix, windows = PurePosixPath(value), PureWindowsPath(value)
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in (*posix.parts, *windows.parts):
        fields.fail(10, f"`{name}` is {value!r}: it must be a folder inside the project", fields.place(name))
        return name
    return value


def _pack(entry: MappingValue, released: Release) -> tuple[PackSpec, tuple[tuple[str, Span], ...], Diagnostics]:
    fields = Fields(entry, what="a pack", code="P2")
    name = fields.text("name", required=True)
    if name and not _NAME.fullmatch(name):
        fields.fail(10, f"`name` is {name!r}: it names a folder, so it may hold a-z, 0-9 and hyphens only", fields.place("name"))
    topics = tuple(text for text, _ in fields.texts("topics", required=True))
    products = fields.names("products", _PRODUCTS, code=11, absent="there is no product")
    if fields.has("products") and not fields.texts("products"):
        hint = "Leave it out for a revision pack and a paper with its scheme, or name some: " + ", ".join(_PRODUCTS) + "."
        fields.fail(15, "`products` is empty: it asks for nothing", fields.place("products"), hint)
    title = in_characters(fields.text("title"))
    spec, of_paper = _paper(fields.mapping("paper"))
    handout, of_handout = _handout(fields.mapping("handout"))
    worksheets, of_worksheets = _worksheets(fields.mapping("worksheets"))
    organiser, of_organiser = _organiser(fields.mapping("organiser"))
    release, of_release = release_of(fields, released)
    within = (*of_paper, *of_handout, *of_organiser, *of_release, *of_worksheets)
    pack = PackSpec(
        name=name,
        topics=topics,
        span=entry.span,
        title=title,
        products=products or _PRODUCTS[:3],
        blueprint=spec.blueprint,
        quotas=spec.quotas,
        overlap=spec.overlap,
        avoid=tuple(name for name, _ in spec.avoid),
        repeat=spec.repeat,
        marks=spec.marks,
        versions=spec.versions,
        seed=spec.seed,
        minutes=spec.minutes,
        paper_layout=spec.layout,
        handout_layout=handout.layout,
        editions=spec.editions,
        handout_editions=handout.editions,
        worksheets=worksheets,
        paper_print=spec.habits,
        handout_print=handout.habits,
        handout=handout.wishes,
        organiser=organiser,
        release=release,
        listed=fields.truth("listed") if fields.has("listed") else True,
        description=fields.text("description"),
    )
    return pack, spec.avoid, (*fields.finish(elsewhere=_ELSEWHERE), *within)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Handout:
    layout: str = "handout-a4"
    editions: tuple[str, ...] = ()
    habits: PrintHabits = AS_IT_IS
    wishes: PackWishes = FULL_PACK


def _handout(mapping: MappingValue | None) -> tuple[_Handout, Diagnostics]:
    usual = _Handout()
    if mapping is None:
        return usual, ()
    fields = Fields(mapping, what="`handout`", code="P2")
    wishes = PackWishes(
        variant=fields.choice("variant", VARIANTS, usual.wishes.variant),
        questions=fields.integer("questions", usual.wishes.questions, low=0, high=50),
        answers=fields.choice("answers", ANSWERS, usual.wishes.answers),
        seed=fields.integer("seed", usual.wishes.seed, low=0, high=2**63 - 1),
    )
    handout = _Handout(layout=fields.text("layout", usual.layout), editions=_editions(fields), habits=print_habits(fields), wishes=wishes)
    return handout, fields.finish()


def _worksheets(mapping: MappingValue | None) -> tuple[WorksheetSpec | None, Diagnostics]:
    if mapping is None:
        return None, ()
    fields = Fields(mapping, what="`worksheets`", code="P2")
    spec = WorksheetSpec(
        kinds=tuple(name for name, _ in fields.texts("kinds", required=True)),
        versions=fields.integer("versions", 1, low=1, high=MOST_VERSIONS),
        seed=fields.integer("seed", 1, low=0, high=2**63 - 1),
        items=fields.integer("items", 0, low=1, high=40),
        word_bank=fields.truth("word_bank") if fields.has("word_bank") else True,
        answers=cast("Answers", fields.choice("answers", ("apart", "back", "none"), "apart")),
        layout=fields.text("layout", "handout-a4"),
        habits=print_habits(fields),
    )
    return spec, fields.finish()


def _organiser(mapping: MappingValue | None) -> tuple[OrganiserWishes, Diagnostics]:
    if mapping is None:
        return ONE_SIDE, ()
    own = Fields(mapping, what="`organiser`", code="P2")
    wishes = OrganiserWishes(
        layout=own.text("layout") or f"organiser-{own.choice('paper', PAPERS, 'A4').lower()}",
        sides=own.integer("sides", 1, low=1, high=MOST_SIDES),
        leave_out=frozenset(own.names("leave_out", PANELS, code=14, absent="an organiser has no panel")),
        together=own.truth("together"),
    )
    return wishes, own.finish()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    blueprint: str = ""
    quotas: tuple[Quota, ...] = ()
    overlap: int | None = None
    avoid: tuple[tuple[str, Span], ...] = ()
    repeat: bool = False
    marks: int = 0
    versions: int = 0
    seed: int = 1
    minutes: int = 0
    layout: str = "exam-a4"
    editions: tuple[str, ...] = ()
    habits: PrintHabits = AS_IT_IS


def _paper(mapping: MappingValue | None) -> tuple[_Paper, Diagnostics]:
    if mapping is None:
        return _Paper(), ()
    fields = Fields(mapping, what="`paper`", code="P2")
    quotas, problems = quotas_of(fields.mapping("quotas"))
    paper = _Paper(
        blueprint=fields.text("blueprint"),
        quotas=quotas,
        overlap=_overlap(fields),
        avoid=fields.texts("avoid"),
        repeat=fields.truth("repeat"),
        editions=_editions(fields),
        habits=print_habits(fields),
        marks=fields.integer("marks", 0, low=1, high=300),
        versions=fields.integer("versions", 0, low=1, high=MOST_VERSIONS),
        seed=fields.integer("seed", 1, low=0, high=2**63 - 1),
        minutes=fields.integer("minutes", 0, low=1, high=600),
        layout=fields.text("layout", "exam-a4"),
    )
    return paper, (*fields.finish(elsewhere=_OF_BLUEPRINTS), *problems)


def print_habits(fields: Fields) -> PrintHabits:
    """Return how something is to be printed: `print`, `ink_saving`, `class_set` and `crop_marks`."""
    return PrintHabits(
        imposition=cast("Imposition", fields.choice("print", IMPOSITIONS, "")),
        ink_saving=fields.truth("ink_saving"),
        class_set=fields.integer("class_set", 0, low=1, high=MOST_COPIES),
        crop_marks=fields.truth("crop_marks"),
    )


def _overlap(fields: Fields) -> int | None:
    """Return how many questions versions may share: a number, `none` or `same`; None where nothing is said."""
    text = fields.text("overlap")
    words = {"": None, "none": 0, "same": SAME}
    if text in words:
        return words[text]
    if not text.isdecimal():
        fields.fail(13, f"`overlap` is {text!r}: it must be none, same, or a number of questions", fields.place("overlap"))
        return None
    return int(text)


def _editions(fields: Fields) -> tuple[str, ...]:
    """Return the editions that are asked for, each once."""
    return tuple(dict.fromkeys(fields.names("editions", tuple(EDITIONS), code=12, absent="there is no edition")))
