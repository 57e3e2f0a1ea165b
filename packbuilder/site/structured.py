"""What the pages tell other programs: schema.org's LearningResource, as JSON-LD.

Names are those of schema.org and of its vocabulary for accessibility (https://www.w3.org/community/reports/a11y-discov-vocab/).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from packbuilder.site.search import script_json
from packbuilder.site.values import Download, Site, SitePack
from packbuilder.site.words import Words

MEDIA = {
    "pdf": "application/pdf",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "brf": "application/octet-stream",
    "apkg": "application/octet-stream",
}
"""The media type of each kind of file."""

_FEATURES = {
    "pdf": ("structuralNavigation", "taggedPDF", "readingOrder", "alternativeText"),
    "html": ("structuralNavigation", "MathML", "alternativeText"),
}


def learning_resource(site: Site, pack: SitePack, words: Words) -> str:
    """Return what a pack is, as JSON that stands safely in a page; whole addresses where the site's is known."""
    base = site.spec.url
    features = dict.fromkeys(feature for download in pack.downloads for feature in _FEATURES.get(download.format, ()))
    if any(edition.startswith(("large", "a3")) for edition in pack.editions):
        features["largePrint"] = None
    value: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": pack.title,
        "description": pack.description or words.say("about.pack", title=pack.title),
        "inLanguage": pack.language,
        "learningResourceType": [words.kind(kind) for kind in pack.kinds],
        "educationalLevel": list(pack.levels),
        "teaches": [topic.title for topic in pack.topics],
        "about": list(pack.subjects),
        "isAccessibleForFree": True,
        "accessibilityFeature": list(features),
        "dateModified": pack.changed,
        "encoding": [_media(download, base) for download in pack.downloads],
    }
    if base:
        value["url"] = f"{base}packs/{pack.name}.html"
    if site.spec.licence_url or site.spec.licence:
        value["license"] = site.spec.licence_url or site.spec.licence
    if site.spec.publisher:
        value["publisher"] = {"@type": "Organization", "name": site.spec.publisher}
    return script_json({key: each for key, each in value.items() if each not in ("", [])})


def _media(download: Download, base: str) -> Mapping[str, object]:
    return {
        "@type": "MediaObject",
        "contentUrl": base + quote(download.href) if base else f"../{quote(download.href)}",
        "encodingFormat": MEDIA[download.format],
        "contentSize": str(download.bytes),
        "sha256": download.sha256,
    }
