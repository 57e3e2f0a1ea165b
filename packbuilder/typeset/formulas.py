"""Formulas as vector outlines: drawn once by ziamath at one size, scaled where they are used.

The outlines stand on the text's baseline. A formula also carries its plain text, which the writer sets invisibly under
the outlines, so that copying and searching give something meaningful.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from packbuilder import maths
from packbuilder.errors import PackbuilderError
from packbuilder.layout import DEFAULT_FAMILY
from packbuilder.maths.nodes import Fraction, parts_of
from packbuilder.patterns import regex
from packbuilder.text import Maths
from packbuilder.typeset.fragments import number
from packbuilder.values import dataclass, replace

if TYPE_CHECKING:
    from xml.etree import ElementTree

_DRAWN_AT = 100.0
"""The size in points at which outlines are drawn; large, so that ziamath's rounding to 0.001 cannot be seen."""

_BASE = 24.0
"""The size that ziamath measures the least size of signs against, whatever size it draws at."""

_X_HEIGHT = 1.06
"""STIX Two Math's letters are this much smaller than the text face's at the same size."""

_UNBROKEN = 12.0
"""Formulas up to this many ems wide stay on one line."""

_BETWEEN_LINES = 0.4
"""White space between equations that stand one below the other, in ems."""

_LIFT = "+0.4em"
"""How far an exponent that holds a fraction is lifted, in ems of its own size."""

_BEARING = 0.06
"""White space that a letter has at its left, in ems; more than twice as much is a space."""

_BOLD = 0.035
"""How thick, in ems, the line is that is drawn round the outlines in bold text."""

_COMMAND = regex(r"([MLQCZHV])([^MLQCZHV]*)", re.IGNORECASE)


class FormulaError(PackbuilderError):
    """A formula that was read and that the drawing library cannot draw: none is known, and none is to end in a traceback."""

    def __init__(self, formula: str) -> None:
        super().__init__(
            f"the formula `{formula}` cannot be drawn",
            hints=("Write it in simpler parts, and report it: formulas that are read should be drawn.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A drawn formula for 1 pt of text size: PDF path operators with the baseline at y = 0, and its extent in ems.

    `tree` is what was drawn, in the style of formulas on lines of their own where `display`; its small signs (scripts, limits, inline
    fractions) at `least` of its size or more; with the letters of `upright`, a family of text faces, where that is not empty. Of its width so
    much is `trailing` space, before the sign that goes on.
    """

    operators: bytes
    width: float
    height: float
    depth: float
    plain: str
    tree: maths.Node
    display: bool = False
    least: float = 0.0
    upright: str = ""
    trailing: float = 0.0


def pieces(formula: Maths, least: float = 0.0, upright: str = "", *, alone: bool = False) -> tuple[Outline, ...]:
    """Return a formula's outlines; more than one where it is long and may be broken (before relations, + and -).

    `least` is the least size of its small signs against its own; 0: as the font has it, 0.7 and 0.5. `upright` is the family whose letters it
    has; empty: slanted ones, as is usual. `alone`: nothing stands beside it, so that its fractions may be as large as where it is displayed.
    """
    tree = maths.parse(formula.source).tree
    if alone and any(isinstance(part, Fraction) for part in parts_of(tree)):
        tall = _begun(_outline(tree, True, least, upright))
        if tall.width <= _UNBROKEN:
            return (tall,)
    whole = _begun(_outline(tree, formula.display, least, upright))
    parts = maths.breaks(tree)
    # In clear editions a formula is parted only where no line holds it.
    if formula.display or upright or whole.width <= _UNBROKEN or len(parts) < 2:
        return (whole,)
    first, *rest = parts
    outlines = [_begun(_outline(first, False, least, upright))]
    for part in rest:
        drawn = _outline(part, False, least, upright)
        # The space before the sign goes to the line before: a line does not begin with it.
        space = _ink_left(drawn)
        outlines[-1] = replace(outlines[-1], width=outlines[-1].width + space, trailing=space)
        outlines.append(_moved(drawn, -space))
    return tuple(outlines)


def part_of(whole: Outline, part: maths.Node) -> Outline:
    """Return the outline of a part of a formula, as it looks on a line of its own."""
    return _begun(_outline(part, whole.display, whole.least, whole.upright))


def _moved(outline: Outline, by: float) -> Outline:
    """Return an outline `by` ems further right, its width grown by as much."""
    move = b"1 0 0 1 " + _fine(by) + b" 0 cm\n"
    return replace(outline, operators=move + outline.operators, width=outline.width + by)


def _ink_left(outline: Outline) -> float:
    """Return where an outline's ink begins, in ems: the least x of all its paths."""
    lefts: list[float] = []
    for line in outline.operators.decode("ascii").splitlines():
        *numbers, operator = line.split()
        if operator in ("m", "l", "c"):
            lefts.extend(float(x) for x in numbers[::2])
        elif operator == "re":
            lefts.append(float(numbers[0]))
    return min(lefts, default=0.0)


def _begun(outline: Outline) -> Outline:
    """Return an outline without the space that ziamath sets before an operator's name ("sin") at its beginning."""
    left = _ink_left(outline)
    return _moved(outline, _BEARING - left) if left > 2 * _BEARING else outline


@lru_cache(maxsize=8192)
def _outline(tree: maths.Node, display: bool, least: float, upright: str = "") -> Outline:
    latex = maths.to_latex(maths.as_set(tree))
    # Imported here: ziamath takes 0.4 s to import, and most documents have no formula.
    from xml.etree import ElementTree

    import ziamath
    from ziamath.tex import tex2mml

    from packbuilder.typeset.formula_letters import formula_font

    # SVG 1 has every glyph as a path in place; SVG 2 would refer to symbols.
    ziamath.config.svg2 = False  # type: ignore[attr-defined]  # exported, but not in __all__
    ziamath.config.minsizefraction = least * _DRAWN_AT / _BASE  # type: ignore[attr-defined]  # exported, but not in __all__
    font = formula_font(upright or DEFAULT_FAMILY, bool(upright), 1 / _X_HEIGHT)
    try:
        # Lines of equations would touch: between them the library has so many points at whatever size.
        written = tex2mml(latex, inline=not display).replace('rowspacing="3pt"', f'rowspacing="{_BETWEEN_LINES}em"')
        drawn = ziamath.Math(_lifted(written), size=_DRAWN_AT, margin=0, font=font)  # type: ignore[attr-defined]  # exported, but not in __all__
    except _refusals() as problem:
        raise FormulaError(maths.to_plain(tree)) from problem
    svg = ElementTree.fromstring(drawn.svg())  # noqa: S314  # made by ziamath in this process, not read from outside
    left, top, width, height = (float(value) for value in svg.attrib["viewBox"].split())
    scale = _X_HEIGHT / _DRAWN_AT
    operators = [_shape(element, scale, left) for element in svg.iter()]
    return Outline(
        operators=b"".join(operators),
        width=width * scale,
        height=-top * scale,
        depth=(height + top) * scale,
        plain=maths.to_plain(tree).strip(),
        tree=tree,
        display=display,
        least=least,
        upright=upright,
    )


def _lifted(written: str) -> ElementTree.Element:
    """Return MathML with what is raised lifted off the line where it holds a fraction.

    The library goes by its first sign alone: in large print the lower half of an exponent would stand beside its base, as a factor does.
    """
    from xml.etree import ElementTree

    root = ElementTree.fromstring(written)  # noqa: S314  # made by ziamath in this process, not read from outside
    raised = [(script, len(script) - 1) for script in root.iter() if script.tag.rpartition("}")[2] in ("msup", "msubsup")]
    for script, last in raised:
        sup = script[last]
        if any(part.tag.rpartition("}")[2] == "mfrac" for part in sup.iter()):
            space = sup.tag.rpartition("}")[0]
            padded = ElementTree.Element(f"{space}}}mpadded" if space else "mpadded", {"voffset": _LIFT, "height": _LIFT})
            script[last] = padded
            padded.append(sup)
    return root


def _refusals() -> tuple[type[Exception], ...]:
    """Return what the drawing library raises where it is at a loss; the exceptions of its reader of LaTeX have nothing in common."""
    from latex2mathml import exceptions

    own = (each for each in vars(exceptions).values() if isinstance(each, type) and issubclass(each, Exception))
    return (ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError, *own)


def _shape(element: ElementTree.Element, scale: float, left: float) -> bytes:
    """Return the operators of one drawn element: filled, or stroked where ziamath strokes (a box, a strike)."""
    tag, about = element.tag.rpartition("}")[2], element.attrib
    if tag == "path":
        shape = _path(about["d"], scale, left)
    elif tag == "rect":
        x, y, width, height = (float(about[name]) * scale for name in ("x", "y", "width", "height"))
        shape = b"%s %s %s %s re\n" % (_fine(x - left * scale), _fine(-y - height), _fine(width), _fine(height))
    else:
        return b""
    if "stroke-width" in about:
        return _fine(float(about["stroke-width"]) * scale) + b" w\n" + shape + b"S\n"
    return shape + b"f\n"


def _path(d: str, scale: float, left: float) -> bytes:
    """Translate an SVG path of absolute commands to PDF operators, y upwards, quadratic curves made cubic."""
    out: list[bytes] = []
    x = y = 0.0
    for name, arguments in _COMMAND.findall(d):
        values = [float(value) * scale for value in arguments.replace(",", " ").split()]
        points = [(values[i] - left * scale, -values[i + 1]) for i in range(0, len(values) - 1, 2)]
        if name == "M":
            out.append(_joined(points[:1], b"m"))
        elif name == "L":
            out.append(_joined(points[:1], b"l"))
        elif name == "Q":
            (cx, cy), (ex, ey) = points
            first = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
            second = (ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey))
            out.append(_joined([first, second, (ex, ey)], b"c"))
        elif name == "C":
            out.append(_joined(points, b"c"))
        elif name == "Z":
            out.append(b"h\n")
        else:
            raise ValueError(f"ziamath drew with a path command that is not known here: {name}")
        if points:
            x, y = points[-1]
    return b"".join(out)


def _joined(points: list[tuple[float, float]], operator: bytes) -> bytes:
    return b" ".join(_fine(value) for point in points for value in point) + b" " + operator + b"\n"


def _fine(value: float) -> bytes:
    """Return a number with five decimals: outlines are in ems and are scaled up when painted."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return b"0" if text in ("", "-0") else text.encode()


def painted(outline: Outline, *, size: float, x: float, y: float, bold: bool = False) -> bytes:
    """Return the operators that paint the outlines at `size` points with the baseline's start at (x, y).

    The fonts of mathematics have no bold cut for all signs: in bold text the outlines are drawn round as well as filled.
    """
    at = b" ".join(number(value) for value in (size, 0, 0, size, x, y))
    if not bold:
        return b"q " + at + b" cm\n" + outline.operators + b"Q\n"
    drawn = outline.operators.replace(b"\nf\n", b"\nB\n")
    return b"q " + at + b" cm\n1 j " + number(_BOLD) + b" w\n" + drawn + b"Q\n"
