"""R9s: a statement of fact. It is the answer itself, so no question can be made by putting a verb before it."""

from __future__ import annotations

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Outcome
from packbuilder.patterns import regex

_FINITE = regex(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|could|will|would|must|should|may|might|do|does|did|become|becomes|became|cause|causes|caused|"
    r"leads?|led|increases?|increased|decreases?|decreased|produces?|produced|contains?|contained|means?|meant|consists?|depends?|occurs?|occurred|happens?|"
    r"allows?|allowed|prevents?|prevented|moves?|moved|forms?|formed|reacts?|gives?|gave|makes?|made|shows?|showed|helps?|helped|provides?|provided|requires?|"
    r"remains?|begins?|began|ends?|ended|rises?|rose|raises|lowers|reduces|improves|affects|creates|sums?|equals?|travels?|flows?|absorbs?|releases?|transfers?|carry|carries|attracts?|repels?|binds?|breaks?|needs?|live|lives|dies?|grows?|exists?|differs?|varies|vary|comes?|came|goes|went|takes?|took|believed?|wanted|passes|passed|falls?|fell|gains?|gained|loses?|lost)\b"
)


def statement(point: Normal) -> Outcome:
    """Leave out a sentence with a finite verb; where it names a term of the topic, a gap can still be made of it."""
    words = point.body.split()
    if len(words) < 3 or not _FINITE.search(" ".join(words[1:])):
        return None
    return STATED
