"""The site that students take packs from: what packbuilder.yaml says of it."""

from __future__ import annotations

from packbuilder.model.release import WITHHELD, Release
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSpec:
    """What stands on the site besides the packs.

    `url` is where it will lie, with a slash at its end: feeds, the sitemap and cards in other programs need whole addresses; empty: it is not
    known. `licence` is a notice, `licence_url` where its terms are. `release` holds for packs that say nothing of their own.
    """

    title: str = ""
    description: str = ""
    url: str = ""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en-GB"
    release: Release = WITHHELD


PLAIN_SITE = SiteSpec()
"""The site of a project that says nothing of it."""
