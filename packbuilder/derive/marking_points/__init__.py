"""The grammar from marking point to question: normalise, then the rules in their order, then tariff and scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packbuilder.late import late

if TYPE_CHECKING:
    from packbuilder.derive.marking_points.items import Trace, point_items, trace
    from packbuilder.derive.marking_points.tongue import tongue_of

__all__ = ["Trace", "point_items", "tongue_of", "trace"]

__getattr__ = late(__name__, {"Trace": "items", "point_items": "items", "tongue_of": "tongue", "trace": "items"})
