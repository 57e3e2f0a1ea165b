"""Packs to read on a screen: their HTML, made once and kept beside the site until what it is made of changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from packbuilder.app.packs import pack_document
from packbuilder.app.planning import Plan
from packbuilder.app.project import layout
from packbuilder.app.reading import read_any
from packbuilder.app.site.content import Offer
from packbuilder.app.site.state import SiteState
from packbuilder.app.writing import write_together
from packbuilder.editions import edition_named
from packbuilder.editions.documents import adapted
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank


def readings_of(plan: Plan, offers: tuple[Offer, ...], state: SiteState, kept: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the HTML of packs that can be read on a screen, by the pack's name, and the hashes over what each was made of."""
    readable = tuple(offer for offer in offers if "revision_pack" in offer.pack.products)
    inputs = {offer.pack.name: plan.inputs(offer.pack) for offer in readable}
    stale = tuple(
        offer for offer in readable if state.readings.get(offer.pack.name) != inputs[offer.pack.name] or not _file(kept, offer).is_file()
    )
    forms = plan.forms(tuple(offer.pack for offer in stale)) if stale else {}
    looks = {name: layout(name, plan.workplace) for name in {offer.pack.handout_layout for offer in stale}}
    made = {offer.pack.name: _reading(offer, plan.practice(offer.pack, forms), looks[offer.pack.handout_layout]) for offer in stale}
    write_together((_file(kept, offer), made[offer.pack.name].encode()) for offer in stale)
    fresh = {offer.pack.name: read_any(_file(kept, offer)).decode() for offer in readable if offer.pack.name not in made}
    return {**fresh, **made}, inputs


def _file(kept: Path, offer: Offer) -> Path:
    return kept / "readings" / f"{offer.pack.name}.html"


def _reading(offer: Offer, practice: ItemBank, look: Layout) -> str:
    # Imported here: drawings are only outlined where a reading is made.
    from packbuilder.reader.html import body_of
    from packbuilder.typeset.drawn.svg import svg

    document = adapted(pack_document(practice, title=offer.title, wishes=offer.pack.handout), edition_named("reader"))
    return body_of(document, look.answer, partial(svg, layout=look, language=document.language))[0]
