"""The feed of what is new (Atom, RFC 4287) and the sitemap (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha1
from xml.sax.saxutils import escape, quoteattr

from packbuilder.site.values import Site, SitePack
from packbuilder.site.words import Words

_NEWEST = 50
"""Packs that the feed tells of."""


def feed(site: Site, words: Words) -> bytes:
    """Return the feed: the packs whose files changed last, newest first."""
    newest = sorted(site.packs, key=lambda pack: pack.changed, reverse=True)[:_NEWEST]
    base = f" xml:base={quoteattr(site.spec.url)}" if site.spec.url else ""
    links = (
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.spec.url + "feed.xml")}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.spec.url + "index.html")}/>\n'
    )
    entries = "\n".join(_entry(site, pack, words) for pack in newest)
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.spec.language)}{base}>\n'
        f"<title>{escape(site.title)}</title>\n<id>{_id(site, '')}</id>\n<updated>{_instant(site.changed)}</updated>\n"
        f"<author><name>{escape(site.spec.publisher or site.title)}</name></author>\n{links}{entries}\n</feed>\n"
    )
    return text.encode()


def _entry(site: Site, pack: SitePack, words: Words) -> str:
    kinds = ", ".join(words.kind(kind) for kind in pack.kinds)
    return (
        f"<entry>\n<title>{escape(pack.title)}</title>\n<id>{_id(site, pack.name)}</id>\n<updated>{_instant(pack.changed)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{site.spec.url}packs/{pack.name}.html")}/>\n'
        f"<summary>{escape(kinds)}</summary>\n</entry>"
    )


def _id(site: Site, name: str) -> str:
    """Return an address that stays the same for ever: a page's own, or a name-based UUID (RFC 9562, version 5) of the site's title."""
    if site.spec.url:
        return escape(f"{site.spec.url}packs/{name}.html" if name else site.spec.url)
    digest = bytearray(sha1(f"packbuilder {site.title} {name}".encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _instant(day: str) -> str:
    return f"{day or '1980-01-01'}T00:00:00Z"


def sitemap(site: Site, pages: Iterable[tuple[str, str]]) -> bytes:
    """Return the sitemap of pages and the days they last changed; the site's address must be known."""
    entries = "".join(
        f"<url><loc>{escape(site.spec.url + page)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n" for page, day in pages
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'.encode()
