"""The manifest: what was made, from which sources, with which items in which places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from packbuilder import __version__
from packbuilder.app.making import Made
from packbuilder.identity import Same, same_as
from packbuilder.model.form import Form, Question
from packbuilder.model.item import Item
from packbuilder.wording import catalogue

MANIFEST = "manifest.json"
SEALED_FORMAT = 2
"""From this format on a manifest has a seal over all that it says; print runs had one before."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_INDENT = "  "
_LEVELS = 4


def manifest(
    *, name: str, title: str, sources: Mapping[str, str], topics: Iterable[str], forms: Iterable[Form], made: Iterable[Made], inputs: str,
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
        "forms": [form_entry(form) for form in forms],
        **({"earlier": list(earlier)} if earlier else {}),
    }
    return sealed_manifest(value)


def sealed_manifest(value: dict[str, object]) -> bytes:
    """Return what a manifest says as its JSON, with a seal over it."""
    value["seal"] = manifest_seal(value)
    return (_written(value, "\n") + "\n").encode()


def manifest_seal(manifest: Mapping[str, object]) -> str:
    """Return a hash over all that a manifest says, however it is written: what somebody has changed by hand no longer fits it."""
    digest, written = sha256(), json.JSONEncoder(ensure_ascii=False, sort_keys=True)
    for key, value in sorted(manifest.items()):
        if key != "seal":
            for part in value if isinstance(value, list) else (value,):
                digest.update(f"{key} {written.encode(part)}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _written(value: object, line: str) -> str:
    """Return a value as JSON, `line` being what a line of its begins with: four levels have a line an entry, what lies deeper is on one."""
    if not isinstance(value, dict | list) or not value or len(line) > _LEVELS * len(_INDENT):
        return _ENCODER.encode(value)
    inner = line + _INDENT
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_written(each, inner) for each in value])}{line}]"
    entries = [f"{_ENCODER.encode(key)}: {_written(each, inner)}" for key, each in sorted(value.items())]
    return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"


def form_entry(form: Form) -> dict[str, object]:
    """Return what a manifest says of a form: its items in their places."""
    return {
        "version": form.code,
        "seed": form.seed,
        "fingerprint": form.fingerprint,
        "marks": form.marks,
        "minutes": form.minutes,
        "questions": [_question(question, form.language) for question in form.questions],
    }


def _question(question: Question, language: str) -> dict[str, object]:
    parts = [{"label": part.label, **_item(same_as(part.item), language)} for part in question.parts]
    return {"number": question.number, "marks": question.marks, "parts": parts}


@lru_cache(maxsize=16384)
def _item(same: Same[Item], language: str) -> Mapping[str, object]:
    # Remembered: versions share their items.
    item = same.__self__
    space = item.interaction.answer_space(item.marks, catalogue(language))
    return {
        "item": item.id,
        "marks": item.marks,
        "kind": item.kind,
        "rule": item.rule,
        "source": str(item.span),
        "options": [option.letter + ": " + _words(option.text) for block in space for option in getattr(block, "options", ())],
    }


def _words(text: object) -> str:
    from packbuilder.markup import flat

    return flat(text)  # type: ignore[arg-type]  # an option's text is rich text
