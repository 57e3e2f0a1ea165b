"""Dates: when something happened that happens once, by the verbs for that."""

from __future__ import annotations

from packbuilder.derive.marking_points.brackets import MONTH
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, small
from packbuilder.patterns import regex

_WHEN = rf"(?:in (?:about |around |early |late |mid-)?(?:(?:{MONTH}) )?\d{{4}}|in (?:{MONTH})|on (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})(?:,? \d{{4}})?|on (?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
_DONE = (
    r"(?:was|were) (?:first |finally |officially |formally )?(?:signed|agreed|passed|performed|published|introduced|founded|formed|built|opened|closed|completed|launched|released|created|"
    r"established|set up|abolished|banned|repealed|ratified|adopted|announced|declared|dissolved|discovered|invented|patented|crowned|elected|appointed|assassinated|murdered|executed|shot|"
    r"killed|arrested|imprisoned|exiled|defeated|invaded|captured|liberated|besieged|bombed|blockaded|destroyed|divided|annexed|occupied|unified|born|buried|married|written|composed|painted|filmed|"
    r"legalised|decriminalised|criminalised|nationalised|privatised|demolished|restored|regenerated|extended|burned|burnt|beheaded|hanged|excommunicated|canonised|"
    r"first used|first worn|first shown|first sold|first held|held|fought|made|granted|given the vote|allowed to vote)"
)
_CAME = r"(?:moved|emigrated|returned|fled|sailed|travelled) to [A-Z][a-z]+|abdicated|began|ended|started|finished|died|resigned|landed|surrendered|collapsed|erupted|broke out|came to power|took power|came to the throne|took place|came into force|became (?:law|king|queen|president|chancellor|prime minister|independent)"
_NAMED_SO = r"(?:appointed|elected|crowned|declared|made|proclaimed|created) [A-Z]?[a-z]+(?: (?:of|for) (?:the )?[A-Z][a-z]+)?"
_DID = r"hit|struck|attacked|bombed|captured|defeated|reached|crossed|visited|assassinated|executed|signed|published|wrote|founded|established|opened|abolished|created|formed|repealed|launched|invaded|joined|left|seized|declared|dissolved|opened|passed|banned|introduced|annexed|occupied|blockaded|married|won|lost"
_DATED = regex(
    rf"(?P<event>(?P<who>[A-Z][^,:;]{{2,50}}?) (?:(?:(?:was|were) {_NAMED_SO}|{_DONE})(?: (?:in|at|by|on|near|from|between) [^,:;\d]{{2,50}}?)?|(?:{_CAME})(?: (?:in|at|of|on) [^,:;\d]{{2,40}}?)?|(?:{_DID}) (?:the |an? |his |her |their |[A-Z])[^,:;\d]{{2,50}}?)) (?P<when>{_WHEN})"
)
_SEVERAL = regex(
    r"\b(?:and (?:was|were|then|\w+ed|left|won|lost|wrote|became|took|made|gave|had|led|began|built|sent|fought|fled|died)|but|because|which|who|that|when|since|as|until|if|while|after|before|in response|response to|following|more|less|only|not|no|never)\b"
)
"""Two events, or a reason: what has the date is not sure."""
_OF_WORK = regex(r"\b(?:was|were) (?:first )?(?:performed|published|released|painted|written|composed|filmed|staged|broadcast)\b")
_SOME = regex(
    r"(?:In|On|At|By|During|After|Before|When|Since|Until|From|Between|Many|Most|Some|Few|Several|A few|More|Only|Nobody|People|He|She|It|They)\b"
)


def dated(said: str) -> Stated | None:
    """`Kaiser Wilhelm II abdicated on 9 November 1918`, `The play was first performed in Moscow in 1945`."""
    found = _DATED.fullmatch(said)
    if (
        not found
        or "(" in found["event"]
        or " v " in found["event"]
        or _SOME.match(said)
        or POINTING.match(said)
        or _SEVERAL.search(found["event"])
    ):
        return None
    # "Infra was first performed ...": a work has a name, whatever word that is.
    event = found["event"] if " " not in found["who"].strip() and _OF_WORK.search(found["event"]) else small(found["event"])
    return Stated(asked=f"State when {event}", answer=found["when"], whole=True)
