"""Untold: what a question speaks of as if candidates knew it, though nothing in it tells of it. A file for each kind of what is absent.

- `people`: somebody in a case, a case study, and what somebody did once.
- `experiments`: meters, things and people of an experiment, its results, and how good it is.
- `works`: writers and works without a name; texts, sources and posters.
- `choices`: what a learner was handed, has made, chosen or held; figures and things that only who sees them can tell of.

Such a question cannot be answered from the notes ("how Mr Khan's needs could be met").
"""

from __future__ import annotations

from packbuilder.derive.marking_points.untold.choices import speaks_of_choice
from packbuilder.derive.marking_points.untold.experiments import speaks_of_experiment
from packbuilder.derive.marking_points.untold.people import speaks_of_case
from packbuilder.derive.marking_points.untold.works import speaks_of_work

__all__ = ["is_untold"]


def is_untold(sentence: str) -> bool:
    """Whether a question speaks of somebody, of a work or of an experiment that nothing in it tells of."""
    bare = sentence.rstrip(" .")
    return speaks_of_case(bare) or speaks_of_experiment(bare) or speaks_of_work(bare) or speaks_of_choice(bare)
