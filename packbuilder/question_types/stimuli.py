"""Stimuli of a bank: a text, a table, a picture or a drawing that several items share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, error, worst
from packbuilder.document import Block, Cell, Figure, Paragraph, ParagraphRole, Picture, Table, says_nothing
from packbuilder.fields import Fields
from packbuilder.languages import is_language
from packbuilder.markup import flat, in_characters, rich
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import text_of, texts
from packbuilder.question_types.drawn import read_drawing
from packbuilder.question_types.passages import blocks_in, checked_lines, in_lines, verse
from packbuilder.shares import shares
from packbuilder.text import Break, RichText, emboldened, in_language, lines_of
from packbuilder.walks import reworded

_LONGEST_LINE = 90
"""A line of a poem has hardly ever so many characters; a paragraph of prose has more."""

Pictures = Mapping[str, bytes | None]
"""The bytes of each file that a stimulus names, by its path as written; None where there is no such file."""


def read_stimulus(mapping: MappingValue, pictures: Pictures) -> tuple[Stimulus | None, Diagnostics]:
    """Read a stimulus; None where anything is wrong with it, so that no question refers to half of one."""
    fields, problems = Fields(mapping, what="a stimulus", code="B3"), list[Diagnostic]()
    id_, title = fields.text("id", required=True), in_characters(fields.text("title"))
    blocks: list[Block] = []
    text = fields.text("text")
    if text:
        problems.extend(checked_lines(text, fields.place("text")))
        blocks.extend(blocks_in(in_lines(text), "body", prose=_lines_kept, is_spoken=_is_dialogue))
    table, image = fields.mapping("table"), _image(fields)
    if table is not None:
        blocks.extend(_table(table, problems))
    if image is not None:
        blocks.extend(_figure(image, pictures, problems))
    drawing = fields.mapping("drawing")
    if drawing is not None:
        drawn = read_drawing(drawing, problems)
        blocks.extend((drawn,) if drawn is not None else ())
    language = _language(fields)
    if not blocks and fields.sound and not problems:
        hint = "Add `text:`, `table:`, `image:` or `drawing:`."
        fields.fail(10, "a stimulus needs a text, a table, an image or a drawing", mapping.span, hint)
    found = (*fields.finish(), *problems)
    if worst(found) is Severity.ERROR:
        return None, found
    spoken = tuple(reworded(block, lambda text: in_language(text, language)) for block in blocks) if language else tuple(blocks)
    return Stimulus(id=id_, title=title, blocks=spoken, span=mapping.span), found


def _language(fields: Fields) -> str:
    """Return the language that a source's words are in, where it is another than the bank's; an empty text where none is named."""
    language = fields.text("language")
    if language and not is_language(language):
        fields.fail(19, f"{language!r} is not the tag of a language", fields.place("language"), "Write a tag such as fr or cy.")
        return ""
    return language


def _image(fields: Fields) -> MappingValue | None:
    """Return what says which picture to print; a file's name by itself is told how it is written, once."""
    if not fields.has("image") or fields.holds_mapping("image"):
        return fields.mapping("image")
    fields.has("alt")
    file = fields.text("image")
    hint = f"Write `image: {{file: {file or 'map.png'}, alt: what it shows, in words}}`."
    fields.fail(2, "`image` must hold the picture's `file` and `alt`", fields.place("image"), hint)
    return None


def _lines_kept(lines: tuple[RichText, ...], role: ParagraphRole) -> Iterator[Block]:
    """Yield lines of text as they were written: where lines follow each other, a poem's or a dialogue's, those lines.

    Lines that are all long are paragraphs, which YAML's folded texts part in this way.
    """
    if len(lines) > 1 and any(len(flat(line)) <= _LONGEST_LINE for line in lines):
        yield verse(lines)
    else:
        yield from (Paragraph(text=line, role=role) for line in lines)


def _is_dialogue(lines: tuple[RichText, ...]) -> bool:
    """Whether lines with dashes are what people say in turn: somebody asks or exclaims."""
    words = [flat(line).strip() for line in lines]
    return all(each.startswith("-") for each in words) and any(each.rstrip(" ”»\"'").endswith(("?", "!", "…")) for each in words)


def _table(mapping: MappingValue, problems: list[Diagnostic]) -> Iterator[Block]:
    fields = Fields(mapping, what="a table", code="B3")
    caption = text_of(fields, "caption", problems)
    fields.has("rows")
    if _is_merged(fields, mapping):
        problems.extend(fields.finish())
        return
    header = texts(fields, "header", problems, blanks=True)
    rows_value = mapping.values.get("rows")
    rows = []
    for row in rows_value.values if isinstance(rows_value, Sequence) else ():
        cells = row.values if isinstance(row, Sequence) else ()
        rows.append(tuple(_cell(cell, problems) for cell in cells))
        width = len(header) or len(rows[0])
        if len(rows[-1]) != width or not cells:
            message = f"this row has {len(rows[-1])} cells, the table {width} columns"
            problems.append(error("B311", message, row.span, "Write a row as `[first, second]`, with '' for an empty cell."))
    if not rows:
        fields.fail(12, "a table needs `rows:`, a list of lists", mapping.span)
    problems.extend(fields.finish())
    if rows:
        head = tuple(Cell(blocks=_paragraphs(emboldened(text)), header=True) for text in header)
        body = tuple(tuple(Cell(blocks=_paragraphs(text)) for text in row) for row in rows)
        yield Table(columns=shares(head, body), header=(head,) if header else (), rows=body, role="data", caption=caption)


def _is_merged(fields: Fields, mapping: MappingValue) -> bool:
    """Whether a table has several rows of headers, or cells over several columns, which is told."""
    head, rows = mapping.values.get("header"), mapping.values.get("rows")
    body = [cell for row in rows.values if isinstance(row, Sequence) for cell in row.values] if isinstance(rows, Sequence) else []
    merged = next((each for each in (*(head.values if isinstance(head, Sequence) else ()), *body) if not isinstance(each, Scalar)), None)
    if merged is None:
        return False
    fields.has("header")
    hint = "Say in each header what its column holds: `header: [Site, Visitors in summer, Visitors in winter]`."
    fields.fail(20, "a table has one row of headers, and each of its cells is one text in one column", merged.span, hint)
    return True


def _cell(value: object, problems: list[Diagnostic]) -> RichText:
    """Read a cell; an empty one has no text."""
    if not isinstance(value, Scalar) or value.value is None:
        return ()
    problems.extend(printed(value.text, value.span))
    # Lines of a cell stay lines.
    lines = lines_of(rich(value.text.strip()))
    return tuple(inline for at, line in enumerate(lines) for inline in ((Break(), *line) if at else line))


def _paragraphs(text: RichText) -> tuple[Block, ...]:
    return (Paragraph(text=text),) if text else ()


def _figure(mapping: MappingValue, pictures: Pictures, problems: list[Diagnostic]) -> Iterator[Block]:
    fields = Fields(mapping, what="an image", code="B3")
    file, alt = fields.text("file", required=True), in_characters(fields.text("alt"))
    if not alt:
        hint = "Say what a candidate who cannot see it must know."
        fields.fail(13, "an image needs `alt`: what it shows, in words", mapping.span, hint)
    elif says_nothing(alt, file):
        hint = "Say what a candidate who cannot see it must know."
        fields.fail(17, f"`alt` is {alt!r}, which says nothing of what the image shows", fields.place("alt"), hint)
    share = fields.number("width", 0.7, low=0.1, high=1.0)
    data = pictures.get(file)
    if file and data is None:
        hint = "The path counts from the bank's own folder."
        fields.fail(14, f"there is no picture {file!r} in the project", fields.place("file"), hint)
    elif data is not None and not data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff")):
        hint = "Save it as PNG (drawings) or JPEG (photographs)."
        fields.fail(15, f"{file!r} is neither PNG nor JPEG", fields.place("file"), hint)
        data = None
    problems.extend(fields.finish())
    if data is not None and alt:
        yield Figure(picture=Picture(digest=sha256(data).hexdigest(), data=data), alt=alt, share=share)
