"""A bank's raw items to items: stimuli first, then each item by its kind, then what holds over the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, error, warning, worst
from packbuilder.document import Table
from packbuilder.errors import nearest, nearest_hints
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence
from packbuilder.patterns import regex
from packbuilder.question_types.as_written import faults_of
from packbuilder.question_types.given_away import Alternative, given_away
from packbuilder.question_types.parameters import build_parameterised, parameterised, scalars_of
from packbuilder.question_types.references import of_others
from packbuilder.question_types.registry import BUILT_IN, kinds
from packbuilder.question_types.stimuli import Pictures, read_stimulus
from packbuilder.values import replace


def build_bank(items: tuple[RawItem, ...], stimuli: tuple[MappingValue, ...], pictures: Pictures) -> tuple[tuple[Item, ...], Diagnostics]:
    """Build the items of one bank. `pictures` has the bytes of each file that a stimulus names, None where missing.

    An item with a mistake, of an unknown kind or whose stimulus cannot be used is left out; its mistakes are returned.
    """
    known, found = _stimuli(stimuli, pictures)
    known = {name: _settled(stimulus, name, items) for name, stimulus in known.items()}
    spoken = _alternatives(stimuli)
    # Other packages are looked through only for a kind that is none of our own.
    registry = BUILT_IN if all(raw.kind in BUILT_IN for raw in items) else kinds()
    built: list[Item] = []
    for raw in items:
        if raw.kind not in registry:
            hints = nearest_hints(raw.kind, tuple(registry))
            message = f"there is no kind of question called {raw.kind!r}"
            found.append(error("B200", message, raw.fields.values["kind"].span, *hints))
            continue
        cut, unfit = faults_of(raw.fields)
        undrawn = tuple(_undrawn(raw))
        found.extend(cut or undrawn)
        if unfit or undrawn:
            continue
        usable, stimulus = _named(raw, known, found)
        build = registry[raw.kind]
        item, more = build_parameterised(raw, stimulus, build) if parameterised(raw) else build(raw, stimulus)
        found.extend(more)
        if item is not None and usable:
            told = tuple(given_away(item, spoken[stimulus.id])) if stimulus and stimulus.id in spoken else ()
            found.extend(told)
            built.extend((item,) if worst(told) is not Severity.ERROR else ())
    found.extend(_enemies(items))
    return tuple(built), tuple(found)


def _stimuli(mappings: tuple[MappingValue, ...], pictures: Pictures) -> tuple[dict[str, Stimulus | None], list[Diagnostic]]:
    """Read the stimuli by id; None under the id of one that cannot be used."""
    known: dict[str, Stimulus | None] = {}
    found: list[Diagnostic] = []
    for mapping in mappings:
        cut, unfit = faults_of(mapping)
        stimulus, more = read_stimulus(mapping, pictures)
        found.extend((*cut, *more))
        stimulus = None if unfit else stimulus
        named = mapping.values.get("id")
        name = named.text if isinstance(named, Scalar) else ""
        if name in known and isinstance(named, Scalar):
            found.append(error("B316", f"the bank has a stimulus {name!r} already", named.span, "Give it another id."))
        elif name:
            known[name] = stimulus
    for each, other in of_others(tuple(filter(None, known.values()))):
        message = f"the stimulus {each.id!r} speaks of {other}, which is another one: a paper may have the one without the other"
        found.append(warning("B321", message, each.span, "Put both into one stimulus, or say here what is to be known of the other."))
    return known, found


_FILLS = regex(
    r"(?i)\b(?:complet(?:e|a|ez|er|ar)|complét(?:ez|er)|fill(?:s|ing)?\b|rellen(?:e|ar)|rempliss(?:ez|ir)|(?:ergänz|vervollständig|trag)(?:en|t)\b|ausfüll|füll(?:en|t)\b"
    r"|cwblhewch|llenwch|uzupełnij|wypełnij|wpisz|συμπληρώστε|(?:enter|write|add|record|insert|put|give|calculate|work out)\b[^.?!]*\b(?:table|cells?|gaps?|blanks?|missing)\b)"
)
"""What asks for something to be written into a table: "Complete Table 1", "Calculate the missing value"."""


def _settled(stimulus: Stimulus | None, name: str, items: tuple[RawItem, ...]) -> Stimulus | None:
    """Return a stimulus whose tables are whole where none of its items asks for anything to be filled in."""
    if stimulus is None or not any(isinstance(block, Table) for block in stimulus.blocks):
        return stimulus
    about = (raw.fields.values for raw in items if isinstance(own := raw.fields.values.get("stimulus"), Scalar) and own.text == name)
    stems = [stem.text for values in about if isinstance(stem := values.get("stem"), Scalar)]
    if any(_FILLS.search(stem) for stem in stems):
        return stimulus
    return replace(stimulus, blocks=tuple(replace(each, whole=True) if isinstance(each, Table) else each for each in stimulus.blocks))


def _alternatives(mappings: tuple[MappingValue, ...]) -> dict[str, Alternative]:
    """Return the alternative texts of stimuli by their ids."""
    found: dict[str, Alternative] = {}
    for mapping in mappings:
        named, image = mapping.values.get("id"), mapping.values.get("image")
        text = image.values.get("alt") if isinstance(image, MappingValue) else None
        if isinstance(named, Scalar) and isinstance(text, Scalar):
            found[named.text] = Alternative(text=text.text, span=text.span)
    return found


def _named(raw: RawItem, known: Mapping[str, Stimulus | None], found: list[Diagnostic]) -> tuple[bool, Stimulus | None]:
    """Return whether the item can be asked as far as its stimulus goes, and that stimulus."""
    value = raw.fields.values.get("stimulus")
    if not isinstance(value, Scalar) or not value.text:
        return True, None
    if value.text not in known:
        hints = nearest_hints(value.text, tuple(known))
        found.append(error("B260", f"the bank has no stimulus {value.text!r}", value.span, *hints))
    stimulus = known.get(value.text)
    return stimulus is not None, stimulus


def _undrawn(raw: RawItem) -> Iterator[Diagnostic]:
    """Yield the error of an item whose texts have values put in, and that names none: its first slot, or the word for them where that is misspelt."""
    slot = None if parameterised(raw) else next((each for each in scalars_of(raw.fields) if "{@" in each.text), None)
    if slot is None:
        return
    near = nearest("parameters", tuple(raw.fields.values))
    if near:
        yield error("B204", f"the item has no key {near!r}", raw.fields.keys[near], "Did you mean parameters?")
    else:
        yield error("B276", "a value is put in here with `{@`, and the item has no `parameters`", slot.span, _PARAMETERS)


_PARAMETERS = "Add `parameters: {a: 2 to 9}`, or write the text without `{@`."


def _enemies(items: tuple[RawItem, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each enemy that is no other item of the same bank."""
    ids = tuple(value.text for raw in items if isinstance(value := raw.fields.values.get("id"), Scalar))
    for raw in items:
        own = raw.fields.values.get("id")
        value = raw.fields.values.get("enemies")
        for each in value.values if isinstance(value, Sequence) else (value,):
            if not isinstance(each, Scalar) or each.value is None:
                continue
            if each.text not in ids:
                yield error("B261", f"the bank has no item {each.text!r}", each.span, *nearest_hints(each.text, ids))
            elif isinstance(own, Scalar) and each.text == own.text:
                yield error("B262", f"the item {each.text!r} names itself as its enemy", each.span)
