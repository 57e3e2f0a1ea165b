"""The wording that the site must not have: what mark schemes credit that are not released on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from packbuilder.app.making import PAPERS
from packbuilder.app.planning import Plan
from packbuilder.app.site.state import PaperWords, SiteState
from packbuilder.app.site.withheld import asked_by, credited, shown_by, withheld_wording
from packbuilder.app.site.words import Leak
from packbuilder.diagnostics import counted
from packbuilder.errors import PackbuilderError
from packbuilder.model.project import PackSpec
from packbuilder.model.release import reached
from packbuilder.values import dataclass

_TOLD = 10
"""Leaks that are told one by one."""


class LeakError(PackbuilderError):
    """Withheld wording that would stand on the site; each is told with its place."""

    def __init__(self, leaks: Iterable[Leak]) -> None:
        self.leaks = tuple(leaks)
        count = len(self.leaks)
        told = "\n".join(f"  {leak.file}, {leak.place}: “{leak.words}”" for leak in self.leaks[:_TOLD])
        more = f"\n  … and {count - _TOLD} more" if count > _TOLD else ""
        super().__init__(
            f"the site was not written: {counted(count, 'place')} in it would give away what mark schemes or papers hold that are not "
            f"released\n{told}{more}",
            hints=(
                "`release:` in packbuilder.yaml says from when a pack's papers and schemes may be read: a day, now, or never.",
                "Where two packs ask the same question, `avoid: [the other pack]` under `paper:` draws others.",
                "A file that you have put into the site's folder yourself must go.",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """`withheld` is the wording, squashed, with how it reads; `digest` the hash over it; `wordings` what the next building can use again."""

    withheld: Mapping[str, str]
    digest: str
    wordings: Mapping[str, tuple[str, PaperWords]]


def secrets_of(plan: Plan, state: SiteState, today: str) -> Secrets:
    """Return what must not be read on a day: what unreleased schemes credit, and what unreleased papers ask in somebody's own words.

    The papers of packs that are not listed are secret all the same.
    """
    kept = tuple(pack for pack in plan.packs if PAPERS & set(pack.products) and not reached(pack.release.schemes, today))
    wordings = _wordings(plan, kept, state)
    topics = {topic.id: topic for pack in plan.packs if pack.listed for topic in plan.bank(pack).topics}
    words: list[str] = []
    shown: list[str] = []
    for pack in kept:
        held = wordings[pack.name][1]
        public = pack.listed and reached(pack.release.papers, today)
        words.extend((*held.credited, *(() if public else held.asked)))
        shown.extend(held.shown if public else ())
    derived = (item for item in plan.derived.values() if item.topic in topics)
    withheld = withheld_wording(words, topics.values(), derived, shown)
    digest = sha256("\x1f".join(sorted(withheld)).encode()).hexdigest()
    return Secrets(withheld=withheld, digest=digest, wordings=wordings)


def _wordings(plan: Plan, packs: tuple[PackSpec, ...], state: SiteState) -> dict[str, tuple[str, PaperWords]]:
    """Return what the papers of packs hold; those whose inputs have not changed need not be drawn again."""
    inputs = {pack.name: plan.inputs(pack) for pack in packs}
    known = {name: entry for name, entry in state.wordings.items() if inputs.get(name) == entry[0]}
    missing = tuple(pack for pack in packs if pack.name not in known)
    drawn = plan.forms(missing) if missing else {}
    for pack in missing:
        forms = drawn[pack.name]
        held = PaperWords(credited=credited(forms), shown=shown_by(forms), asked=asked_by(forms, plan.own))
        known[pack.name] = (inputs[pack.name], held)
    return known
