"""Assembly: from the bank and a blueprint to forms that meet it exactly."""

from packbuilder.assemble.forms import Arranged, Drawing, assemble, drawn
from packbuilder.assemble.infeasible import (
    ConflictError,
    ExhaustedError,
    InclusionError,
    InfeasibleBlueprintError,
    UnreachableMarksError,
)

__all__ = [
    "Arranged",
    "ConflictError",
    "Drawing",
    "ExhaustedError",
    "InclusionError",
    "InfeasibleBlueprintError",
    "UnreachableMarksError",
    "assemble",
    "drawn",
]
