"""The wording that the site must not have: what mark schemes credit that are not released on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from packbuilder.app.making import PAPERS
from packbuilder.app.planning import Plan
from packbuilder.app.site_state import SiteState
from packbuilder.app.site_withheld import credited, shown_by, withheld_wording
from packbuilder.app.site_words import Leak
from packbuilder.errors import PackbuilderError
from packbuilder.model.release import reached

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
            f"the site was not written: {count} place{'s' if count != 1 else ''} in it would give away what mark schemes credit that are not "
            f"released\n{told}{more}",
            hints=(
                "`release:` in packbuilder.yaml says from when a pack's schemes may be read: a day, now, or never.",
                "A file that you have put into the site's folder yourself must go.",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """`withheld` is the wording, squashed, with how it reads; `digest` the hash over it; `credits` what the next building can use again."""

    withheld: Mapping[str, str]
    digest: str
    credits: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]]


def secrets_of(plan: Plan, state: SiteState, today: str) -> Secrets:
    """Return what must not be read: the wording of unreleased schemes of all packs, those that are not listed among them."""
    kept = tuple(pack for pack in plan.packs if PAPERS & set(pack.products) and not reached(pack.release.schemes, today))
    inputs = {pack.name: plan.inputs(pack) for pack in kept}
    known = {name: entry for name, entry in state.credits.items() if inputs.get(name) == entry[0]}
    missing = tuple(pack for pack in kept if pack.name not in known)
    forms = plan.forms(missing) if missing else {}
    for pack in missing:
        known[pack.name] = (inputs[pack.name], credited(forms[pack.name]), shown_by(forms[pack.name]))
    topics = {topic.id: topic for pack in plan.packs if pack.listed for topic in plan.bank(pack).topics}
    words = (text for _, texts, _ in known.values() for text in texts)
    shown = (text for _, _, texts in known.values() for text in texts)
    withheld = withheld_wording(words, topics.values(), shown)
    digest = sha256("\x1f".join(sorted(withheld)).encode()).hexdigest()
    return Secrets(withheld=withheld, digest=digest, credits=known)
