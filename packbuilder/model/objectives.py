"""Assessment objectives: how an item's marks are shared over those that it serves."""

from __future__ import annotations

from packbuilder.model.item import Item

_BOTH, _USED, _WEIGHED, _JUDGED = ("AO1", "AO2"), ("AO2",), ("AO2", "AO3"), ("AO3",)
_USUAL = {
    **dict.fromkeys(("Explain", "Distinguish", "Why"), _BOTH),
    **dict.fromkeys(
        """Classify Suggest Predict Apply Use Interpret Calculate Work Determine Convert Deduce Derive Estimate Expand Express Factorise Find
        Measure Differentiate Divide Integrate Multiply Round Plot Prove Rearrange Show Simplify Solve Balance Construct Verify""".split(),
        _USED,
    ),
    **dict.fromkeys(("Compare", "Contrast"), _WEIGHED),
    **dict.fromkeys("Examine Explore Analyse Discuss Recommend Advise Assess Justify Evaluate Comment".split(), _JUDGED),
}


def usual_objectives(command: str) -> tuple[str, ...]:
    """Return what a command word tests where nobody says so (HANDBOOK section 2): knowledge, unless something is done with it."""
    return _USUAL.get(command, ("AO1",))


def objective_marks(item: Item) -> tuple[tuple[str, int], ...]:
    """Share an item's marks over its objectives: as its notes say, or equally, the first ones taking what is left over."""
    names = item.objectives or ("AO1",)
    if item.shares:
        return tuple(zip(names, item.shares, strict=True))
    each, over = divmod(item.marks, len(names))
    return tuple((name, each + (1 if index < over else 0)) for index, name in enumerate(names))
