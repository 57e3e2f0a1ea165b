"""Planning: what a project's packs are made of, and which of them depend on which, before anything is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cache, partial

from packbuilder.app.blueprints import wanted
from packbuilder.app.freshness import common_inputs, inputs_of, joined
from packbuilder.app.library import Library
from packbuilder.app.making import PAPERS, draw
from packbuilder.app.own_words import items_of, own_words
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace
from packbuilder.app.shelves import Shelves, shelved
from packbuilder.app.titles import default_title
from packbuilder.app.vetting import vet
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.model.project import PackSpec
from packbuilder.model.release import AT_ONCE
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """A project's packs over one library.

    `common` gives the hash over what goes into every pack, for which the whole program is read: only who asks for inputs waits for it, once. What
    is known of inputs is kept, since building and publishing ask for each several times. `papers_on` are, for each topic, the packs with papers over it whose
    answers are kept from students; `derived` are the questions as the notes give them, by id.
    """

    library: Library
    workplace: Workplace
    shelves: Shelves
    common: Callable[[], str]
    papers_on: Mapping[str, tuple[PackSpec, ...]]
    derived: Mapping[str, Item]
    _own: dict[str, str] = field(default_factory=dict)
    _inputs: dict[str, str] = field(default_factory=dict)

    @property
    def packs(self) -> tuple[PackSpec, ...]:
        """The packs of the project, in its order."""
        return self.workplace.project.packs if self.workplace.project else ()

    def bank(self, pack: PackSpec) -> ItemBank:
        """Return a pack's part of the bank. Raises `UnknownNameError` where it names what is not there."""
        return self.shelves.bank(pack)

    def title(self, pack: PackSpec) -> str:
        """Return what stands on a pack's covers."""
        return pack.title or default_title(self.bank(pack))

    def inputs(self, pack: PackSpec) -> str:
        """Return the hash over all that a pack is made of, other packs whose papers it goes by among it."""
        if pack.name not in self._inputs:
            others = (each for each in self._needed((pack,)) if each.name != pack.name)
            self._inputs[pack.name] = joined(self._own_inputs(pack), map(self._own_inputs, others))
        return self._inputs[pack.name]

    def forms(self, packs: tuple[PackSpec, ...]) -> dict[str, tuple[Form, ...]]:
        """Draw the forms of packs, and of those that they go by, by the pack's name; none where it has no paper.

        Raises what drawing raises: of a pack that cannot be drawn nothing else is printed either.
        """
        forms: dict[str, tuple[Form, ...]] = {}
        asked = {pack.name for pack in self._with_avoided(packs)}
        for pack in self._needed(packs):
            used = frozenset(item.id for name in pack.avoid for item in items_of(forms[name]))
            try:
                forms[pack.name] = self._drawn(pack, used)
            except PackbuilderError:
                # A paper that cannot be drawn, and that nobody has asked for now, asks nothing.
                if pack.name in asked:
                    raise
                forms[pack.name] = ()
        return forms

    def practice(self, pack: PackSpec, forms: Mapping[str, tuple[Form, ...]]) -> ItemBank:
        """Return a pack's part of the bank without the questions that papers over its topics ask whose answers are kept from students.

        Its revision pack and its worksheets are made of these, as far as these suffice. Questions that were derived stay: what answers them stands in the notes, which
        the pack holds. `forms` are those that `forms` drew.
        """
        bank = self.bank(pack)
        if not _practises(pack):
            return bank
        aside = self._set_aside(pack, forms)
        return replace(bank, items=tuple(item for item in bank.items if item.id not in aside))

    def _set_aside(self, pack: PackSpec, forms: Mapping[str, tuple[Form, ...]]) -> frozenset[str]:
        """Return the ids of questions in own words that papers over a pack's topics ask, and whose answers students may not have."""
        asked = (item for each in self._rivals(pack) for item in items_of(forms[each.name]))
        return frozenset(item.id for item in asked if self.own(item))

    def own(self, item: Item) -> bool:
        """Whether a question is in somebody's own words."""
        return own_words(item, self.derived)

    def _own_inputs(self, pack: PackSpec) -> str:
        if pack.name not in self._own:
            self._own[pack.name] = inputs_of(pack, self.bank(pack), self.library, self.common())
        return self._own[pack.name]

    def _needed(self, packs: tuple[PackSpec, ...]) -> tuple[PackSpec, ...]:
        """Return packs with those whose papers they go by, and so on, in the project's order."""
        rivals = (rival for pack in packs if _practises(pack) for rival in self._rivals(pack))
        return self._with_avoided((*packs, *rivals))

    def _with_avoided(self, packs: tuple[PackSpec, ...]) -> tuple[PackSpec, ...]:
        needed = {pack.name for pack in packs}
        for pack in reversed(self.packs):
            needed |= set(pack.avoid) if pack.name in needed else set()
        return tuple(pack for pack in self.packs if pack.name in needed)

    def _rivals(self, pack: PackSpec) -> tuple[PackSpec, ...]:
        """Return the packs, itself among them, with papers over a pack's topics whose answers are kept from students."""
        found = (each for id_ in self.shelves.ids(pack) for each in self.papers_on.get(id_, ()))
        return tuple({each.name: each for each in found}.values())

    def _drawn(self, pack: PackSpec, used: frozenset[str]) -> tuple[Form, ...]:
        if not PAPERS & set(pack.products):
            return ()
        bank = self.bank(pack)
        quotas, sizes = pack.quotas, {"marks": pack.marks, "versions": pack.versions, "minutes": pack.minutes}
        blueprint = wanted(pack.blueprint, self.workplace, quotas=quotas, **sizes)
        blueprint = replace(blueprint, overlap=pack.overlap, used=used, repeat=pack.repeat)
        vet(blueprint, bank, self.library)
        return draw(bank, blueprint, seed=pack.seed, title=self.title(pack))


def plan_of(library: Library, workplace: Workplace, printer: Printer) -> Plan:
    """Return the plan of a project's packs; files are to be made as `printer` makes them."""
    shelves = shelved(library, workplace)
    papers_on: dict[str, tuple[PackSpec, ...]] = {}
    for pack in workplace.project.packs if workplace.project else ():
        if PAPERS & set(pack.products) and pack.release.schemes != AT_ONCE:
            for id_ in shelves.ids(pack):
                papers_on[id_] = (*papers_on.get(id_, ()), pack)
    derived = {item.id: item for item in library.derived}
    return Plan(library, workplace, shelves, cache(partial(common_inputs, workplace, printer)), papers_on, derived)


def _practises(pack: PackSpec) -> bool:
    """Whether a pack gives students questions to practise with, whose answers it may hold as well."""
    return "revision_pack" in pack.products or pack.worksheets is not None
