"""The grammar from marking point to question: normalise, then the rules in their order, then tariff and scheme."""

from packbuilder.derive.marking_points.items import Trace, point_items, trace

__all__ = ["Trace", "point_items", "trace"]
