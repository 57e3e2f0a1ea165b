"""Somebody in a case that nobody tells ("how Mr Khan's needs could be met"), a case study that is nowhere, and what somebody did once."""

from __future__ import annotations

from packbuilder.derive.marking_points.anybody import AT_WORK, FIRMS
from packbuilder.patterns import regex

_OF_CARE = (
    r"social workers?|hospitals?|care homes?|carers?|nurses?|nursery|GP|service users?|multi-?disciplinary|safeguard\w*|residential|placements?|care plans?|care needs|key workers?|"
    r"support workers?|physiotherap\w+|occupational therap\w+|health visitors?|dementia|rehabilitation|diagnos\w+|discharge[sd]?|mobility|therapist|counsell\w+|medication|self-(?:esteem|image|concept|confidence)|wellbeing|well-being|puberty|bullying|phobia|OCD|bereave\w*|support services"
)
_OF_TRADE = r"sole trader|partnership|partner|limited company|franchis\w+|business|loan|overdraft|cash flow|break-?even|market research|salon|café|customers|employer|redundan\w+|entrepreneur\w*|apprentice\w*"
_OF_LAW = r"liable|liability|negligen\w+|sue|contract|guilty|offence|tribunal|landlord|consumer|employee|tenant|breach(?:ed|es)?"
_OF_SPORT = (
    r"training (?:programme|plan|sessions?)|fitness (?:test\w*|levels?|training)|components? of fitness|diet|resting (?:heart rate|pulse)"
)
_IN_A_CASE = regex(rf"\b(?:{_OF_CARE}|{_OF_LAW}|{_OF_SPORT})\b")
"""What cases of vocational papers are about; no poem, and hardly a play."""
_IN_TRADE = regex(
    rf"(?=.*\b(?:{_OF_TRADE})\b).*\b(?:(?:s?he|his|hers?|him|herself|himself)\b|(?:become|becoming|set up as|start(?:ing)? as|remain(?:ing)?|be) an? )"
)
"""The same of somebody who trades; firms do so too, and have no "her"."""
_NAME = r"(?<!\bthe )[A-Z][a-z]{2,}(?! [A-Z])"
_TOLD_OF = r"(?!,? (?:who|whose|aged|an?)\b|, \d)"
"""What tells at once who somebody is ("Ravi, a retired builder,")."""
_SOMEBODY = regex(
    rf"(?<=[a-z,] )(?:Mrs?|Ms|Miss) [A-Z][a-z]+\b{_TOLD_OF}"
    rf"|\b(?:whether|how|why|if|that|what|when|which) {_NAME}{_TOLD_OF} (?:should(?! have)|could|might|may|would|needs|wants|is (?!a\b|an\b|the\b)|has)\b"
    rf"|\b(?:support|help|car|treat|advis|assist|protect|safeguard|train|coach|employ|motivat)(?:e|s|es|ed|ing)? (?:for )?{_NAME}(?:['’]s|\b(?! [A-Z])){_TOLD_OF}"
    rf"|(?:^[A-Z][a-z]+|\b[a-z]+,?) {_NAME}['’]s (?:own )?(?:needs|symptoms|care (?:plan|needs)|condition|mobility|placement|recovery|business|shop|salon|training|fitness|diet|claim|(?:legal |statutory )?rights)\b{_TOLD_OF}"
    rf"|\b(?:on|affect(?:s|ed)?|improve|damage|support|influence) {_NAME}['’]s (?:(?:emotional|social|physical|intellectual) )*(?:self-(?:esteem|image|concept|confidence)|well-?being|development|health|growth)\b"
    rf"|\bfor {_NAME}(?:$| (?:following|after|when|during|before)\b)"
)
"""Somebody by name who does, needs or is given something now."""
_ADVISED = regex(
    r"^(?:Recommend|Advise)(?: and \w+)? (?:whether|how|what|which|why|if) (?:[a-z]+ ){0,4}[A-Z][a-z]+ (?:should|could|can|ought)\b"
)
_TO_A_CASE = regex(
    r"^Apply .* to (?:an?|one|the|your|different|some|various) (?:[\w-]+ )?(?:examples?|situations?|contexts?)$"
    r"|\b(?:to|within) (?:an?|one|two|different|given|new|unfamiliar|real|your|the|this) (?:(?:given|new|unfamiliar|real|real[- ]life|specific|particular|chosen|practical|unseen) )*(?:case stud(?:y|ies)|scenarios?|vignettes?)(?: (?:provided|given))?$"
    r"|\b(?:individual|person|client|patient|child|character|family|service user|customer|employee|business)s? in (?:a|the|this|your|each) (?:case study|scenario|vignette)\b"
    r"|\b(?:to|in|from|within|for) (?-i:[A-Z][a-z]+)['’]s (?:case(?: study)?|scenario|situation|vignette)\b"
    r"|\b(?:the|this|your) (?:case study|scenario|vignette) (?:shows?|illustrates?|demonstrates?|supports?|describes?)\b",
)
"""A case that is nowhere ("Apply Piaget's stages to a case study")."""
_DID = regex(
    rf"\bwhy the (?:[a-z]+ )?(?:{FIRMS}|{AT_WORK}|council) (?:did|didn['’]t|was|had|chose|bought|sold|gave|took|made|lost|grew|fell|\w{{2,}}ed(?= (?:the|an?|its|his|her|their|to|in|with|from|two|three|all|more)\b|$))\b[^A-Z]*$"
)
"""What somebody did once, and nobody tells when ("why the doctor did not prescribe antibiotics")."""


def speaks_of_case(bare: str) -> bool:
    """Whether a question, without its stop, speaks of somebody as if a case had told of them."""
    if (_ADVISED.match(bare) or _SOMEBODY.search(bare)) and (_IN_A_CASE.search(bare) or _IN_TRADE.match(bare)):
        return True
    return bool(_TO_A_CASE.search(bare) or _DID.search(bare))
