"""The manifest: what was made, from which sources, with which items in which places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from packbuilder import __version__
from packbuilder.app.form_records import FormRecord
from packbuilder.app.making import Made
from packbuilder.app.manifest_json import sealed_manifest

MANIFEST = "manifest.json"
SEALED_FORMAT = 2
"""From this format on a manifest has a seal over all that it says; print runs had one before."""


def manifest(
    *, name: str, title: str, sources: Mapping[str, str], topics: Iterable[str], forms: Iterable[FormRecord], made: Iterable[Made], inputs: str,
    earlier: Sequence[Mapping[str, object]] = (),
) -> bytes:  # fmt: skip
    """Return the manifest's JSON: sorted keys, no dates, so that the same inputs give the same bytes.

    `sources` are the files read, with their SHA-256; `inputs` is the hash over all that the pack is made of (empty: it was not asked for).
    `earlier` is what manifests said of other products that lie in the same folder: a record an order, the latest first.
    """
    wanted = tuple(topics)
    value: dict[str, object] = {
        "format": SEALED_FORMAT,
        "program": f"packbuilder {__version__}",
        "pack": name,
        "title": title,
        "topics": list(wanted),
        "sources": dict(sources),
        **({"inputs": inputs} if inputs else {}),
        "files": {
            each.name: {
                "product": each.product,
                "version": each.version,
                "edition": each.edition,
                "adjustments": list(each.adjustments),
                "pages": each.pages,
                "bytes": len(each.data),
                "sha256": sha256(each.data).hexdigest(),
                **({"seal": dict(each.seal)} if each.seal else {}),
            }
            for each in made
        },
        "forms": [form.entry for form in forms],
        **({"earlier": list(earlier)} if earlier else {}),
    }
    return sealed_manifest(value)
