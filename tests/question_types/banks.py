"""Small banks for tests: YAML text in, items and rendered diagnostics out."""

from __future__ import annotations

from textwrap import dedent

from packbuilder.model.item import Item
from packbuilder.question_types.bank import build_bank
from packbuilder.readers.bank_yaml import read_bank
from packbuilder.wording import catalogue

ENGLISH = catalogue("en-GB")
PNG = b"\x89PNG\r\n\x1a\n"


def built(yaml: str, pictures: dict[str, bytes | None] | None = None) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Build a bank called `b` and return its items, and each mistake as `line:column code message`."""
    bank, found = read_bank(dedent(yaml).encode(), "b.bank.yaml")
    items, more = build_bank(bank.items, bank.stimuli, pictures or {})
    return items, tuple(f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in (*found, *more))


def item(yaml: str) -> Item:
    """Build a bank of one item that has no mistake. `yaml` holds the item's own fields, one a line."""
    items, found = built(_bank_of(yaml))
    assert found == ()
    assert len(items) == 1
    return items[0]


def mistakes(yaml: str) -> tuple[str, ...]:
    """Return the mistakes of a bank of one item, which must give no item. Its own fields begin in line 4, column 5."""
    items, found = built(_bank_of(yaml))
    assert items == ()
    return found


def _bank_of(yaml: str) -> str:
    fields = dedent(yaml).strip("\n").splitlines()
    return "\n".join(("bank: {topic: t}", "items:", "  - id: one", *(f"    {line}" for line in fields)))
