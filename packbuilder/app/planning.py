"""Planning: what a project's packs are made of, and which of them depend on which, before anything is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from packbuilder.app.blueprints import wanted
from packbuilder.app.freshness import common_inputs, inputs_of, joined
from packbuilder.app.library import Library
from packbuilder.app.making import PAPERS, default_title, draw
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace
from packbuilder.app.shelves import Shelves, shelved
from packbuilder.app.vetting import vet
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.model.project import PackSpec
from packbuilder.model.release import AT_ONCE


@dataclass(frozen=True, slots=True)
class Plan:
    """A project's packs over one library.

    `common` is the hash over what goes into every pack; `papers_on` are, for each topic, the packs with papers over it whose
    answers are kept from students.
    """

    library: Library
    workplace: Workplace
    shelves: Shelves
    common: str
    papers_on: Mapping[str, tuple[PackSpec, ...]]

    @property
    def packs(self) -> tuple[PackSpec, ...]:
        """The packs of the project, in its order."""
        return self.workplace.project.packs if self.workplace.project else ()

    def bank(self, pack: PackSpec) -> ItemBank:
        """Return a pack's part of the bank. Raises `UnknownNameError` where it names what is not there."""
        return self.shelves.bank(pack)

    def inputs(self, pack: PackSpec) -> str:
        """Return the hash over all that a pack is made of, other packs whose papers it goes by among it."""
        others = (each for each in self._needed((pack,)) if each.name != pack.name)
        return joined(self._own(pack), map(self._own, others))

    def forms(self, packs: tuple[PackSpec, ...]) -> dict[str, tuple[Form, ...]]:
        """Draw the forms of packs, and of those that they go by, by the pack's name; none where it has no paper.

        Raises what drawing raises: of a pack that cannot be drawn nothing else is printed either.
        """
        forms: dict[str, tuple[Form, ...]] = {}
        asked = {pack.name for pack in self._with_avoided(packs)}
        for pack in self._needed(packs):
            used = frozenset(id_ for name in pack.avoid for form in forms[name] for id_ in _ids(form))
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

        Questions that were derived stay: what answers them stands in the notes, which the pack holds. `forms` are those that `forms` drew.
        """
        bank = self.bank(pack)
        if "revision_pack" not in pack.products:
            return bank
        aside = self._set_aside(pack, forms)
        return replace(bank, items=tuple(item for item in bank.items if item.id not in aside))

    def _set_aside(self, pack: PackSpec, forms: Mapping[str, tuple[Form, ...]]) -> frozenset[str]:
        """Return the ids of questions of banks that papers over a pack's topics ask, and whose answers students may not have."""
        return frozenset(
            part.item.id
            for each in self._rivals(pack)
            for form in forms[each.name]
            for question in form.questions
            for part in question.parts
            if part.item.rule == "bank"
        )

    def _own(self, pack: PackSpec) -> str:
        return inputs_of(pack, self.bank(pack), self.library, self.common)

    def _needed(self, packs: tuple[PackSpec, ...]) -> tuple[PackSpec, ...]:
        """Return packs with those whose papers they go by, and so on, in the project's order."""
        rivals = (rival for pack in packs if "revision_pack" in pack.products for rival in self._rivals(pack))
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
        return draw(bank, blueprint, seed=pack.seed, title=pack.title or default_title(bank))


def plan_of(library: Library, workplace: Workplace, printer: Printer) -> Plan:
    """Return the plan of a project's packs; files are to be made as `printer` makes them."""
    shelves = shelved(library, workplace)
    papers_on: dict[str, tuple[PackSpec, ...]] = {}
    for pack in workplace.project.packs if workplace.project else ():
        if PAPERS & set(pack.products) and pack.release.schemes != AT_ONCE:
            for id_ in shelves.ids(pack):
                papers_on[id_] = (*papers_on.get(id_, ()), pack)
    return Plan(library, workplace, shelves, common_inputs(workplace, printer), papers_on)


def _ids(form: Form) -> Iterator[str]:
    return (part.item.id for question in form.questions for part in question.parts)
