"""Assessment objectives: how an item's marks are shared over those that it serves."""

from __future__ import annotations

from packbuilder.model.item import Item


def objective_marks(item: Item) -> tuple[tuple[str, int], ...]:
    """Share an item's marks over its objectives: as its notes say, or equally, the first ones taking what is left over."""
    names = item.objectives or ("AO1",)
    if item.shares:
        return tuple(zip(names, item.shares, strict=True))
    each, over = divmod(item.marks, len(names))
    return tuple((name, each + (1 if index < over else 0)) for index, name in enumerate(names))
