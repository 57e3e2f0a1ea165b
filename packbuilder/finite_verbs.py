"""Finite verbs: forms that hardly ever are anything but the verb of a statement, for all who tell statements from what only names something."""

from __future__ import annotations

from packbuilder.patterns import regex

SURE_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|could|will|would|must|should|may|might|do|does|did|become|becomes|became|cause|causes|caused|"
    r"leads?|led|increases?|increased|decreases?|decreased|produces?|produced|contains?|contained|means?|meant|consists?|depends?|occurs?|occurred|happens?|"
    r"allows?|allowed|prevents?|prevented|moves?|moved|forms?|formed|reacts?|gives?|gave|makes?|made|shows?|showed|helps?|helped|provides?|provided|requires?|"
    r"remains?|begins?|began|ends?|ended|rises?|rose|raises|lowers|reduces|improves|affects|creates|sums?|equals?|travels?|flows?|absorbs?|releases?|transfers?|carry|carries|attracts?|repels?|binds?|breaks?|needs?|live|lives|dies?|grows?|exists?|differs?|varies|vary|comes?|came|goes|went|takes?|took|believed?|wanted|gets|(?<!to )get(?= (?:\w+er|worse|more|less)\b)|passes|passed|falls?|fell|gains?|gained|loses?|lost)\b"
)
"""Searched for behind the first word of a text, which may be a noun of the same form."""
