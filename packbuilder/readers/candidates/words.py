"""Words that several readers of a list need, each said once: colours of paper, minutes, months, and whose a heading's field is. Pieces of patterns."""

from __future__ import annotations

COLOUR = r"(?:cream|buff|ivory|yellow|blue|green|pink|lilac|purple|orange|peach|salmon|gr[ea]y|red|tinted|melyn|glas|gwyrdd|pinc|hufen)"
"""Colours of paper, in English and in Welsh."""

MINUTES = r"(?:mins?|minutes?|munud(?:au)?|hrs?|hours?|awr)"
"""Units of time that is no percent: `15 mins`, `45 munud`."""

WHOSE = r"(?:candidate|student|pupil|learner)s?"
"""Whose a field is: `Pupil forename`, `Candidate's seat`."""
