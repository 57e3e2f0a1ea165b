"""What the project file says of the site, and of when papers and schemes are released."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from packbuilder.diagnostics import Diagnostics
from packbuilder.fields import Fields
from packbuilder.model.raw_item import MappingValue
from packbuilder.model.release import AT_ONCE, NEVER, WITHHELD, Release
from packbuilder.model.site import PLAIN_SITE, SiteSpec
from packbuilder.patterns import regex

_DAY = regex(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def site_of(mapping: MappingValue | None) -> tuple[SiteSpec, Diagnostics]:
    """Return the site that a project describes, or the plain one where it says nothing."""
    if mapping is None:
        return PLAIN_SITE, ()
    fields = Fields(mapping, what="`site`", code="P3")
    release, problems = release_of(fields, WITHHELD)
    spec = SiteSpec(
        title=fields.text("title"),
        description=fields.text("description"),
        url=_address(fields, "url", folder=True),
        publisher=fields.text("publisher"),
        licence=fields.text("licence"),
        licence_url=_address(fields, "licence_url"),
        language=fields.language("en-GB"),
        release=release,
    )
    return spec, (*fields.finish(), *problems)


def release_of(fields: Fields, default: Release) -> tuple[Release, Diagnostics]:
    """Return what `release:` says: a day for the schemes, or a mapping with a day each for `papers` and `schemes`."""
    if not fields.has("release"):
        return default, ()
    if not fields.holds_mapping("release"):
        return Release(papers=default.papers, schemes=_day(fields, "release", default.schemes)), ()
    mapping = fields.mapping("release")
    if mapping is None:
        return default, ()
    own = Fields(mapping, what="`release`", code="P3")
    release = Release(papers=_day(own, "papers", default.papers), schemes=_day(own, "schemes", default.schemes))
    if _opens_before(release):
        own.fail(22, "the schemes are released before their papers", own.place("schemes"), "Give `papers:` the earlier day.")
    return release, own.finish()


def _opens_before(release: Release) -> bool:
    if release.schemes == NEVER or release.papers == AT_ONCE:
        return False
    return release.schemes == AT_ONCE or release.papers == NEVER or release.schemes < release.papers


def _day(fields: Fields, name: str, default: str) -> str:
    """Return `now`, `never` or a day of the calendar."""
    text = fields.text(name, default)
    if text in (AT_ONCE, NEVER, default) or (_DAY.fullmatch(text) and _exists(text)):
        return text
    fields.fail(20, f"`{name}` is {text!r}: it must be a day such as 2027-05-14, or now, or never", fields.place(name))
    return default


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _address(fields: Fields, name: str, *, folder: bool = False) -> str:
    """Return a web address, or an empty text; that of a `folder` ends with a slash."""
    text = fields.text(name)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"'`\\]", text)
    except ValueError:
        sound = False
    if not sound or (folder and (parts.query or parts.fragment)):
        hint = "Write the whole address, such as https://example.org/packs/."
        fields.fail(21, f"`{name}` is {text!r}, which is no address of a web page", fields.place(name), hint)
        return ""
    return text + "/" if folder and not text.endswith("/") else text
