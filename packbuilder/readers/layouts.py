"""Layout files to `Layout` values. Lengths are written in millimetres, text sizes in points, colours as #rrggbb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from math import floor
from typing import Literal, cast

from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.errors import nearest_hints
from packbuilder.fields import Fields
from packbuilder.layout import (
    LEAST_CONTRAST,
    PAGE_SIZES_MM,
    POINTS_PER_MM,
    WHITE,
    AnswerSpace,
    Colour,
    ColumnRules,
    Furniture,
    Layout,
    PageGeometry,
    TextStyle,
    contrast,
)
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence
from packbuilder.readers.located_yaml import read_yaml

ROLES = (
    "body", "lead", "small", "label", "stem", "gapped", "option", "centre", "total", "strong", "credit", "guidance", "entry", "digest", "title",
    "subtitle", "section", "heading1", "heading2", "heading3", "heading4", "caption", "cell", "number", "marks", "furniture",
)  # fmt: skip
"""Every role of text that a layout may style; a role that it leaves out looks like `body`."""

FACTS = (
    "product",
    "title",
    "version",
    "seed",
    "fingerprint",
    "identity",
    "qualification",
    "page",
    "pages",
    "page_of",
    "outside_box",
    "turn_over",
)
"""What a running head or foot may name in braces."""

_FAMILIES = ("atkinson",)
_NARROWEST = 60.0 * POINTS_PER_MM


def read_layout(data: bytes, path: str, name: str) -> tuple[Layout | None, Diagnostics]:
    """Read a layout; None where it is no YAML mapping. Mistakes give defaults and errors with their lines."""
    mapping, found = read_yaml(data, path)
    if mapping is None:
        return None, found
    fields = Fields(mapping, what="a layout", code="L1")
    problems: list[Diagnostic] = []
    fields.text("description")
    layout = Layout(
        name=name,
        page=_page(fields, problems),
        family=fields.choice("family", _FAMILIES, "atkinson"),
        styles=_styles(fields, problems),
        numbering=_numbering(fields),
        marks=_marks(fields),
        answer=_answer(fields, problems),
        columns=_columns(fields, problems),
        furniture=_furniture(fields, problems),
        frame=fields.truth("frame"),
        turn_over=fields.truth("turn_over"),
        pad_to=fields.integer("pad_to", 1, low=1, high=8),
        scheme=fields.text("scheme"),
        spacing=fields.number("spacing", 1.0, low=0.5, high=3.0),
        digest=sha256(data).hexdigest(),
    )
    layout = _coloured(layout, fields, problems)
    problems.extend(_pale(layout, fields))
    return layout, (*found, *fields.finish(), *problems)


def _pale(layout: Layout, fields: Fields) -> Iterator[Diagnostic]:
    """Yield an error for each style whose colour cannot be read on the page, or on a table's tinted head."""
    for role, style in layout.styles:
        grounds = (
            ("white" if layout.background is None else "the page's own colour", layout.background or WHITE),
            ("the tint of table heads", layout.tint),
        )
        for name, ground in grounds:
            ratio = contrast(style.colour, ground)
            if ratio < LEAST_CONTRAST:
                # Rounded down: 4.48 is not the 4.5 that it lacks.
                shown = floor(100 * ratio) / 100
                message = f"the colour of `{role}` stands on {name} at a contrast of {shown:.2f}:1; text needs {LEAST_CONTRAST:g}:1"
                yield error("L312", message, fields.place("styles"), "Choose a darker colour.")
                break


def _numbering(fields: Fields) -> Literal["boxed", "lettered", "dotted"]:
    return cast("Literal['boxed', 'lettered', 'dotted']", fields.choice("numbering", ("boxed", "lettered", "dotted"), "lettered"))


def _marks(fields: Fields) -> Literal["brackets", "parentheses", "words"]:
    return cast("Literal['brackets', 'parentheses', 'words']", fields.choice("marks", ("brackets", "parentheses", "words"), "brackets"))


def _page(fields: Fields, problems: list[Diagnostic]) -> PageGeometry:
    mapping = fields.mapping("page")
    if mapping is None:
        return PageGeometry()
    own = Fields(mapping, what="`page`", code="L2")
    width, height = PAGE_SIZES_MM[own.choice("size", tuple(PAGE_SIZES_MM), "A4")]
    if own.truth("landscape"):
        width, height = height, width
    margins = {"top": 22.0, "bottom": 20.0, "inner": 20.0, "outer": 20.0}
    mirrored = own.truth("mirrored")
    written = own.mapping("margins")
    if written is not None:
        inner = Fields(written, what="`margins`", code="L2")
        margins = {name: inner.number(name, value, low=5, high=100) for name, value in margins.items()}
        problems.extend(inner.finish())
    page = PageGeometry(
        width=width * POINTS_PER_MM,
        height=height * POINTS_PER_MM,
        mirrored=mirrored,
        top=margins["top"] * POINTS_PER_MM,
        bottom=margins["bottom"] * POINTS_PER_MM,
        inner=margins["inner"] * POINTS_PER_MM,
        outer=margins["outer"] * POINTS_PER_MM,
    )
    if page.text_width < _NARROWEST or page.text_height < _NARROWEST:
        own.fail(10, "the margins leave less than 60 mm for text", own.place("margins"))
        page = PageGeometry()
    problems.extend(own.finish())
    return page


def _styles(fields: Fields, problems: list[Diagnostic]) -> tuple[tuple[str, TextStyle], ...]:
    mapping = fields.mapping("styles")
    if mapping is None:
        return (("body", TextStyle()),)
    own = Fields(mapping, what="`styles`", code="L3")
    body = _style(own.mapping("body"), TextStyle(), problems)
    styles = [("body", body)]
    for role in ROLES[1:]:
        written = own.mapping(role)
        if written is not None:
            styles.append((role, _style(written, body, problems)))
    problems.extend(own.finish())
    return tuple(styles)


def _style(mapping: MappingValue | None, base: TextStyle, problems: list[Diagnostic]) -> TextStyle:
    """Read a style. What it leaves out is the body's; leading left out grows with the size."""
    if mapping is None:
        return base
    own = Fields(mapping, what="a style", code="L3")
    size = own.number("size", base.size, low=5, high=72)
    style = TextStyle(
        size=size,
        leading=own.number("leading", base.leading * size / base.size, low=5, high=120),
        before=own.number("before", 0.0, low=0, high=100),
        after=own.number("after", base.after, low=0, high=100),
        bold=own.truth("bold"),
        italic=own.truth("italic"),
        align=cast("Literal['left', 'centre', 'right']", own.choice("align", ("left", "centre", "right"), "left")),
        colour=_colour(own, "colour", (0.0, 0.0, 0.0)),
        tracking=own.number("tracking", base.tracking, low=0, high=0.3),
        rule=cast("Literal['', 'above', 'below']", own.choice("rule", ("", "above", "below"), "")),
    )
    if style.leading < style.size:
        own.fail(10, f"`leading` ({style.leading:g}) is less than `size` ({style.size:g}): lines would overlap", own.place("leading"))
    problems.extend(own.finish())
    return style


def _colour(fields: Fields, name: str, default: Colour) -> Colour:
    text = fields.text(name)
    if not text:
        return default
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        fields.fail(11, f"`{name}` is {text!r}: it must be a colour such as '#1a4d6b', in quotes", fields.place(name))
        return default
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


def _coloured(layout: Layout, fields: Fields, problems: list[Diagnostic]) -> Layout:
    mapping = fields.mapping("colours")
    if mapping is None:
        return layout
    own = Fields(mapping, what="`colours`", code="L4")
    accent, rule, tint = (_colour(own, name, getattr(layout, name)) for name in ("accent", "rule", "tint"))
    background = _colour(own, "background", WHITE)
    problems.extend(own.finish())
    return replace(layout, accent=accent, rule=rule, tint=tint, background=background if background != WHITE else None)


def _answer(fields: Fields, problems: list[Diagnostic]) -> AnswerSpace:
    mapping = fields.mapping("answers")
    if mapping is None:
        return AnswerSpace()
    own = Fields(mapping, what="`answers`", code="L5")
    answer = AnswerSpace(
        pitch=own.number("pitch", 8.5, low=5, high=30) * POINTS_PER_MM,
        lines_a_mark=own.number("lines_a_mark", 2.0, low=0.5, high=6),
        lines_6=own.integer("lines_6", 14, low=4, high=60),
        lines_page=own.integer("lines_page", 25, low=6, high=80),
        lines_beyond=own.number("lines_beyond", 3, low=0, high=10),
        workings_a_mark=own.number("workings_a_mark", 20.0, low=5, high=60) * POINTS_PER_MM,
        drawing_a_mark=own.number("drawing_a_mark", 20.0, low=5, high=60) * POINTS_PER_MM,
        drawing_least=own.number("drawing_least", 70.0, low=20, high=200) * POINTS_PER_MM,
    )
    problems.extend(own.finish())
    return answer


def _columns(fields: Fields, problems: list[Diagnostic]) -> ColumnRules:
    mapping = fields.mapping("columns")
    if mapping is None:
        return ColumnRules()
    own = Fields(mapping, what="`columns`", code="L7")
    rules = ColumnRules(
        count=own.integer("count", 0, low=1, high=8),
        gap=own.number("gap", 6.0, low=1, high=30) * POINTS_PER_MM,
        least=own.number("least", 7.5, low=5, high=40),
        most=own.number("most", 10.5, low=5, high=40),
    )
    if rules.most < rules.least:
        own.fail(10, f"`most` ({rules.most:g}) is less than `least` ({rules.least:g})", own.place("most"))
        rules = ColumnRules()
    problems.extend(own.finish())
    return rules


def _furniture(fields: Fields, problems: list[Diagnostic]) -> Furniture:
    mapping = fields.mapping("furniture")
    if mapping is None:
        return Furniture()
    own = Fields(mapping, what="`furniture`", code="L6")
    furniture = Furniture(
        head=_three(mapping, own, "head"), foot=_three(mapping, own, "foot"), cover_head=own.truth("cover_head"), rule=own.truth("rule")
    )
    problems.extend(own.finish())
    return furniture


def _three(mapping: MappingValue, own: Fields, name: str) -> tuple[str, str, str]:
    """Read `[left, centre, right]`; an unknown {fact} is an error with the nearest right one."""
    own.has(name)
    value = mapping.values.get(name)
    if value is None:
        return ("", "", "")
    if not isinstance(value, Sequence) or len(value.values) != 3 or not all(isinstance(v, Scalar) for v in value.values):
        own.fail(10, f"`{name}` must be three texts: [left, centre, right]", value.span, 'Write "" for an empty one.')
        return ("", "", "")
    texts = [v for v in value.values if isinstance(v, Scalar)]
    for text in texts:
        for fact in re.findall(r"\{([^}]*)\}", text.text):
            if fact not in FACTS:
                own.fail(11, f"there is no fact {{{fact}}} for a running head or foot", text.span, *nearest_hints(fact, FACTS))
    left, centre, right = ("" if text.value is None else text.text for text in texts)
    return (left, centre, right)
