"""What every document of a form has in common: facts for running heads, and the record that `verify` reads back."""

from __future__ import annotations

import json
from collections.abc import Mapping

from packbuilder.model.form import Form
from packbuilder.products.digests import digests_of
from packbuilder.wording import Catalogue


def sheet_facts(*, product: str, title: str, version: str, seed: int, fingerprint: str, wording: Catalogue) -> Mapping[str, str]:
    """Return the facts that tell a drawn sheet from every other."""
    return {
        "product": product,
        "title": title,
        "version": version,
        "seed": str(seed),
        "fingerprint": fingerprint,
        "identity": wording.say("identity", version=version, seed=seed, fingerprint=fingerprint),
    }


def form_facts(form: Form, product: str, wording: Catalogue) -> Mapping[str, str]:
    """Return the facts that furniture may name: they stand on every page of the paper and of its scheme."""
    return {
        **sheet_facts(product=product, title=form.title, version=form.code, seed=form.seed, fingerprint=form.fingerprint, wording=wording),
        "qualification": form.qualification,
        "turn_over": wording.say("page.turn_over"),
    }


def form_record(form: Form, product: str) -> Mapping[str, str]:
    """Return the record for the PDF's metadata: numbers and marks only, nothing that tells an answer."""
    questions = [[q.number, q.marks] for q in form.questions]
    return {
        "product": product,
        "version": form.code,
        "seed": str(form.seed),
        "fingerprint": form.fingerprint,
        "marks": str(form.marks),
        "questions": json.dumps(questions, separators=(",", ":")),
        "choices": json.dumps([[[q.number for q in s.questions], s.choose] for s in form.sections if s.choose], separators=(",", ":")),
        "digests": json.dumps(digests_of(form), separators=(",", ":")),
    }


def hours(minutes: int, wording: Catalogue) -> str:
    """Return a duration in words: `45 minutes`, `1 hour`, `1 hour 30 minutes`."""
    whole, rest = divmod(minutes, 60)
    parts = [wording.count("hours", whole)] if whole else []
    if rest or not whole:
        parts.append(wording.count("minutes", rest))
    return " ".join(parts)
