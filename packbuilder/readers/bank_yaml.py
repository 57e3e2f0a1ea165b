"""Banks: YAML files of questions that people write themselves, to raw items. The kinds' own fields are not read here."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath

from packbuilder.decimal_commas import with_commas
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error
from packbuilder.fields import Fields
from packbuilder.markup import in_characters
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence, Value
from packbuilder.patterns import regex
from packbuilder.readers.located_yaml import read_yaml
from packbuilder.values import dataclass, replace

_LANGUAGE = "en-GB"
_NONE: Mapping[str, str] = {}
_ID = regex(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A bank's own words and its unchecked items and stimuli. `digest` is the SHA-256 of the file."""

    id: str
    title: str = ""
    topic: str = ""
    language: str = _LANGUAGE
    items: tuple[RawItem, ...] = ()
    stimuli: tuple[MappingValue, ...] = ()
    span: Span
    digest: str = ""


def read_bank(data: bytes, path: str, languages: Mapping[str, str] = _NONE) -> tuple[Bank, Diagnostics]:
    """Read a bank. One bad item costs only itself; a file that is no YAML gives a bank without items.

    `languages` are those of topics' notes: a bank that says nothing of its language is in that of its topic.
    """
    stem = PurePath(path).name.split(".")[0]
    span = Span(path=path, line=1, column=1)
    mapping, found = read_yaml(data, path)
    if mapping is None:
        return Bank(id=stem, span=span), found
    top = Fields(mapping, what="a bank", code="B1")
    head = top.mapping("bank")
    title, topic, language = "", "", ""
    more: Diagnostics = ()
    if head is not None:
        own = Fields(head, what="`bank`", code="B1")
        own.text("id")
        title, topic, language = in_characters(own.text("title")), own.text("topic"), own.language("")
        more = own.finish()
    stimuli = top.mappings("stimuli")
    # A bank that is begun may have no item yet.
    listed = top.mappings("items", required=not isinstance(mapping.values.get("items"), Sequence))
    raw = [_item(each, stem, topic, language, languages) for each in listed]
    problems: list[Diagnostic] = [problem for _, problems in raw for problem in problems]
    items = tuple(item for item, _ in raw if item is not None)
    problems.extend(_twice(items))
    spoken = language or languages.get(topic, _LANGUAGE)
    bank = Bank(
        id=stem,
        title=title,
        topic=topic,
        language=spoken,
        items=items,
        stimuli=tuple(_numbers(each, spoken) for each in stimuli),
        span=span,
        digest=sha256(data).hexdigest(),
    )
    return bank, (*found, *top.finish(), *more, *problems)


def _item(mapping: MappingValue, bank: str, topic: str, language: str, languages: Mapping[str, str]) -> tuple[RawItem | None, Diagnostics]:
    problems: list[Diagnostic] = []
    kind, id_ = mapping.values.get("kind"), mapping.values.get("id")
    if not isinstance(kind, Scalar) or not kind.text:
        problems.append(error("B110", "an item lacks `kind`", mapping.span, "Add `kind: multiple_choice` (or another kind)."))
    if not isinstance(id_, Scalar) or not id_.text:
        problems.append(error("B111", "an item lacks `id`", mapping.span, "Add an `id:` of its own; it must stay the same for good."))
    elif not _ID.fullmatch(id_.text):
        problems.append(error("B112", f"the id {id_.text!r} may hold a-z, 0-9 and hyphens only", id_.span))
    own = mapping.values.get("topic")
    named = own.text if isinstance(own, Scalar) else topic
    if not named:
        problems.append(
            error("B113", "an item names no topic, and the bank has none", mapping.span, "Add `topic:` to the item or to `bank:`.")
        )
    if problems or not isinstance(kind, Scalar):
        return None, tuple(problems)
    spoken = language or languages.get(named, _LANGUAGE)
    return RawItem(kind=kind.text, fields=_numbers(mapping, spoken), bank=bank, topic=named, language=spoken, span=mapping.span), ()


def _numbers(mapping: MappingValue, language: str) -> MappingValue:
    """Return fields whose formulas have their decimals as their language writes them."""
    return replace(mapping, values={name: _field(value, language) for name, value in mapping.values.items()})


def _field(value: Value, language: str) -> Value:
    if isinstance(value, MappingValue):
        return _numbers(value, language)
    if isinstance(value, Sequence):
        return replace(value, values=tuple(_field(each, language) for each in value.values))
    if not isinstance(value.value, str):
        return value
    text = with_commas(value.text, language)
    return value if text == value.text else replace(value, value=with_commas(value.value, language), text=text)


def _twice(items: tuple[RawItem, ...]) -> list[Diagnostic]:
    seen: dict[str, Span] = {}
    found: list[Diagnostic] = []
    for item in items:
        value = item.fields.values["id"]
        name = value.text if isinstance(value, Scalar) else ""
        if name in seen:
            found.append(error("B114", f"the id {name!r} is taken in line {seen[name].line}", value.span))
        seen.setdefault(name, value.span)
    return found
