"""The grammar from marking point to question: normalise, then the rules in their order, then tariff and scheme."""

from packbuilder.derive.marking_points.items import point_items

__all__ = ["point_items"]
