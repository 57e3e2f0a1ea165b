"""What of a whole item is doubtful: marks that nothing says how to give, a key that its working contradicts, a tolerance as great as its answer."""

from __future__ import annotations

import math
from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostic, Span, counted, warning
from packbuilder.markup import flat
from packbuilder.model.scheme import CreditPoint
from packbuilder.question_types.option_numbers import amount_of
from packbuilder.text import RichText


def unsaid_marks(marks: int, natural: tuple[int, ...], guidance: tuple[RichText, ...], span: Span, thing: str) -> Iterator[Diagnostic]:
    """Yield a warning where an item has more marks than one, not one for each of its things, and nothing that says how they are given."""
    if natural[0] and marks not in (1, *natural) and not guidance:
        message = f"nothing says how {marks} marks are given for {counted(natural[0], thing)}: two markers would differ"
        hint = f"Add `guidance: ['{counted(marks, 'mark')} for all right; 1 mark for ...']` with your own rule, or give 1 mark, or one for each ({natural[0]})."
        yield warning("B256", message, span, hint)


def contradicted(value: float, unit: str, tolerance: float, working: tuple[CreditPoint, ...], span: Span) -> Iterator[Diagnostic]:
    """Yield a warning where the last line of a working comes to another number than the answer."""
    if not working:
        return
    last = flat(working[-1].text).rpartition("=")[2].strip()
    came, wanted = amount_of(last), amount_of(f"{value:.10g} {unit}".strip())
    if came is None or wanted is None or len(came.values) != 1 or (came.dimension and came.dimension != wanted.dimension):
        return
    found, meant = came.values[0], wanted.values[0] if came.dimension else value
    if not math.isclose(found, meant, rel_tol=_ROUNDED, abs_tol=tolerance):
        message = f"the answer is {value:.10g}, and the working comes to {last!r}"
        yield warning("B257", message, span, "Make the two agree.")


def too_wide(value: float, tolerance: float, span: Span) -> Iterator[Diagnostic]:
    """Yield a warning where a tolerance is as great as the answer: nothing, and twice as much, would be right."""
    if value and tolerance >= abs(value):
        yield warning(
            "B278", f"with `tolerance: {tolerance:g}` nothing, and twice the answer, would be accepted", span, "Write a smaller one."
        )


_ROUNDED = 0.05
"""A working may be rounded otherwise than its answer."""
