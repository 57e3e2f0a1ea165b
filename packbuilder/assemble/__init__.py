"""Assembly: from the bank and a blueprint to forms that meet it exactly."""

from packbuilder.assemble.forms import assemble
from packbuilder.assemble.infeasible import (
    ConflictError,
    ExhaustedError,
    InclusionError,
    InfeasibleBlueprintError,
    UnreachableMarksError,
)

__all__ = [
    "ConflictError",
    "ExhaustedError",
    "InclusionError",
    "InfeasibleBlueprintError",
    "UnreachableMarksError",
    "assemble",
]
