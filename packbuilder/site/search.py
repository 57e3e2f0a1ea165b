"""The index that the search field goes by: what can be found of each pack."""

from __future__ import annotations

import json

from packbuilder.site.values import Site, SitePack


def search_index(site: Site) -> bytes:
    """Return a script that holds the index, so that it can be read from a disk too, where nothing may be fetched.

    An entry is a pack's name, what it is called with its topics and what these belong to, and their terms.
    """
    entries = [
        [pack.name, " | ".join(_names(pack)), list(dict.fromkeys(term for topic in pack.topics for term in topic.terms))]
        for pack in site.packs
    ]
    return b"window.packIndex = " + script_json(entries).encode() + b";\n"


def _names(pack: SitePack) -> tuple[str, ...]:
    about = (text for topic in pack.topics for text in (topic.title, topic.subject, topic.qualification, topic.level))
    return tuple(dict.fromkeys((pack.title, *(text for text in about if text), *((pack.description,) if pack.description else ()))))


def script_json(value: object) -> str:
    """Return JSON that stands safely in a page or a script: in ASCII, without a sign that ends either."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
