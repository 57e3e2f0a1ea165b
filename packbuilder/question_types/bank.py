"""A bank's raw items to items: stimuli first, then each item by its kind, then what holds over the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.document import Block, Cell, Column, Figure, Paragraph, Picture, Table
from packbuilder.errors import nearest_hints
from packbuilder.fields import Fields
from packbuilder.markup import rich
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import MappingValue, RawItem, Scalar, Sequence
from packbuilder.question_types.common import text_of
from packbuilder.question_types.registry import kinds
from packbuilder.text import plain


def build_bank(
    items: tuple[RawItem, ...], stimuli: tuple[MappingValue, ...], pictures: Mapping[str, bytes | None]
) -> tuple[tuple[Item, ...], Diagnostics]:
    """Build the items of one bank. `pictures` has the bytes of each file that a stimulus names, None where missing."""
    found: list[Diagnostic] = []
    known: dict[str, Stimulus] = {}
    for mapping in stimuli:
        stimulus, more = _stimulus(mapping, pictures)
        found.extend(more)
        known[stimulus.id] = stimulus
    registry = kinds()
    built: list[Item] = []
    for raw in items:
        if raw.kind not in registry:
            span = raw.fields.values["kind"].span
            found.append(
                error(
                    "B200",
                    f"there is no kind of question called {raw.kind!r}",
                    span,
                    *nearest_hints(raw.kind, tuple(registry)),
                )
            )
            continue
        item, more = registry[raw.kind](raw, _named(raw, known, found))
        found.extend(more)
        if item is not None:
            built.append(item)
    found.extend(_enemies(items))
    return tuple(built), tuple(found)


def _named(raw: RawItem, known: Mapping[str, Stimulus], found: list[Diagnostic]) -> Stimulus | None:
    value = raw.fields.values.get("stimulus")
    if not isinstance(value, Scalar) or not value.text:
        return None
    if value.text not in known:
        found.append(
            error(
                "B201",
                f"the bank has no stimulus {value.text!r}",
                value.span,
                *nearest_hints(value.text, tuple(known)),
            )
        )
    return known.get(value.text)


def _enemies(items: tuple[RawItem, ...]) -> Iterator[Diagnostic]:
    """An enemy must be an item of the same bank."""
    ids = tuple(value.text for raw in items if isinstance(value := raw.fields.values.get("id"), Scalar))
    for raw in items:
        value = raw.fields.values.get("enemies")
        for each in value.values if isinstance(value, Sequence) else (value,):
            if isinstance(each, Scalar) and each.text not in ids:
                yield error("B202", f"the bank has no item {each.text!r}", each.span, *nearest_hints(each.text, ids))


def _stimulus(mapping: MappingValue, pictures: Mapping[str, bytes | None]) -> tuple[Stimulus, Diagnostics]:
    fields, problems = Fields(mapping, what="a stimulus", code="B3"), list[Diagnostic]()
    id_, title = fields.text("id", required=True), fields.text("title")
    blocks: list[Block] = []
    text = text_of(fields, "text", problems)
    if text:
        blocks.append(Paragraph(text=text))
    table, image = fields.mapping("table"), fields.mapping("image")
    if table is not None:
        blocks.extend(_table(table, problems))
    if image is not None:
        blocks.extend(_figure(image, pictures, problems))
    if not blocks and not problems:
        fields.fail(10, "a stimulus needs a text, a table or an image", mapping.span)
    stimulus = Stimulus(id=id_, title=title, blocks=tuple(blocks), span=mapping.span)
    return stimulus, (*fields.finish(), *problems)


def _table(mapping: MappingValue, problems: list[Diagnostic]) -> Iterator[Block]:
    fields = Fields(mapping, what="a table", code="B3")
    header = tuple(text for text, _ in fields.texts("header"))
    caption = text_of(fields, "caption", problems)
    fields.has("rows")
    rows_value = mapping.values.get("rows")
    rows: list[tuple[str, ...]] = []
    for row in rows_value.values if isinstance(rows_value, Sequence) else ():
        cells = row.values if isinstance(row, Sequence) else ()
        rows.append(tuple(cell.text if isinstance(cell, Scalar) else "" for cell in cells))
        width = len(header) or len(rows[0])
        if len(rows[-1]) != width:
            problems.append(error("B311", f"this row has {len(rows[-1])} cells, the table {width} columns", row.span))
    if not rows:
        fields.fail(12, "a table needs `rows:`, a list of lists", mapping.span)
    problems.extend(fields.finish())
    columns = tuple(Column(share=1.0) for _ in (header or (rows[0] if rows else ("",))))
    head = tuple(Cell(blocks=(Paragraph(text=rich(f"**{text}**") if "$" not in text else rich(text)),), header=True) for text in header)
    body = tuple(tuple(Cell(blocks=(Paragraph(text=rich(text)),)) for text in row) for row in rows)
    if rows:
        yield Table(
            columns=columns,
            header=(head,) if header else (),
            rows=body,
            role="data",
            caption=caption or plain(""),
        )


def _figure(mapping: MappingValue, pictures: Mapping[str, bytes | None], problems: list[Diagnostic]) -> Iterator[Block]:
    fields = Fields(mapping, what="an image", code="B3")
    file, alt = fields.text("file", required=True), fields.text("alt")
    if not alt:
        fields.fail(
            13,
            "an image needs `alt`: what it shows, in words",
            mapping.span,
            "Say what a candidate who cannot see it must know.",
        )
    share = fields.number("width", 0.7, low=0.1, high=1.0)
    data = pictures.get(file)
    if file and data is None:
        fields.fail(
            14,
            f"there is no picture {file!r} in the project",
            fields.place("file"),
            "The path counts from the bank's own folder.",
        )
    elif data is not None and not data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff")):
        fields.fail(15, f"{file!r} is neither PNG nor JPEG", fields.place("file"))
        data = None
    problems.extend(fields.finish())
    if data is not None and alt:
        yield Figure(picture=Picture(digest=sha256(data).hexdigest(), data=data), alt=alt, share=share)
