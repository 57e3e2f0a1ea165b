"""Scales: the numbers along an axis, computed in decimals so that a tick at 0.3 is at 0.3."""

from __future__ import annotations

from decimal import Decimal

from packbuilder.values import dataclass

MINUS = "−"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From `low` to `high` with a numbered tick every `step`; `minor` is into how many parts each step is divided.

    The reader has seen to it that `low` is below `high`, and that whole steps lead from the one to the other.
    """

    low: float
    high: float
    step: float
    minor: int = 1

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return round((self.high - self.low) / self.step)

    def ticks(self) -> tuple[float, ...]:
        """Return the numbered values, both ends among them."""
        return self._every(1)

    def fine_ticks(self) -> tuple[float, ...]:
        """Return the values of all divisions, the numbered ones among them."""
        return self._every(self.minor)

    def holds(self, value: float) -> bool:
        """Whether a value lies on the scale; the ends do."""
        return self.low <= value <= self.high

    def part(self, value: float) -> float:
        """Return how far along the scale a value lies: 0 at `low`, 1 at `high`."""
        return (value - self.low) / (self.high - self.low)

    def _every(self, parts: int) -> tuple[float, ...]:
        low, step = Decimal(str(self.low)), Decimal(str(self.step)) / parts
        return tuple(float(low + step * index) for index in range(self.steps * parts + 1))


def shown(value: float) -> str:
    """Return a number as it is printed: as few decimals as it needs, with a true minus sign, never with an exponent."""
    text = f"{Decimal(f'{value:.10g}'):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", MINUS)
