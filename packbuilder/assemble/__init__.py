"""Assembly: from the bank and a blueprint to forms that meet it exactly."""

from packbuilder.assemble.forms import assemble
from packbuilder.assemble.infeasible import InclusionError, InfeasibleBlueprintError, UnreachableMarksError

__all__ = ["InclusionError", "InfeasibleBlueprintError", "UnreachableMarksError", "assemble"]
