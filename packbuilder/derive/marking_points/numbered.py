"""Numbers: recall of several things that nobody counted says how many are wanted, as papers do ("Identify symptoms of X" for two marks: "Identify two symptoms of X")."""

from __future__ import annotations

from packbuilder.amounts import NUMBER_WORDS, number_words
from packbuilder.derive.marking_points.tariff import POINTS_UP_TO
from packbuilder.nouns import PLURAL_IN_S
from packbuilder.patterns import regex

_USUAL = 2
"""How many are wanted where a point does not say: what recall of several things is worth (`counts`)."""
_NO_ADJECTIVE = (
    rf"(?:and|or|the|some|any|all|both|each|every|no|how|what|which|who|where|when|why|that|if|its|their|his|her|your|these|those|this|an?|of|for|in|on|to|by|with|from|as|at|least|most|several|many|"
    rf"different|various|relevant|appropriate|suitable|correct|following|{number_words(1, 20)})"
)
_NOT_COUNTED = r"(?:units|descriptions|definitions|explanations|translations|equations|formulae|details|results|findings|contents|notes|thanks|answers|points|means|contrasts|grounds|goods|surroundings|clothes|trousers|scissors|savings|earnings|premises)"
_PAIR = regex(r" (?:=|and|with) ")
"""What is an answer of two halves, so that two of the things may be one answer ("complementary colours: red and green")."""
_UNCOUNTED = regex(
    rf"(?P<command>State|Name|Give|Identify) (?P<what>(?:(?!{_NO_ADJECTIVE}\b)[a-z][a-z-]*(?<![^s]s) ){{0,2}}(?!{_NOT_COUNTED}\b)(?-i:[a-z-]*){PLURAL_IN_S}"
    r"(?= (?:of|for|to|that|which|in|used|needed|required|on|when|affecting|influencing|why|caused|involved|within|during|between|at|associated)\b|$).*)$"
)
"""A bare plural behind a command of recall, alone or before what says of what."""


def with_number(sentence: str, *, worth: int, answers: tuple[str, ...]) -> str:
    """Return a question with how many things it wants, where that is sure; `worth` are the marks that a point states, or 0."""
    wanted = worth or _USUAL
    found = _UNCOUNTED.match(sentence)
    if found is None or not _USUAL <= wanted <= POINTS_UP_TO or len(answers) == 1 or any(map(_PAIR.search, answers)):
        return sentence
    if answers and wanted > len(answers):
        return sentence
    return f"{found['command']} {NUMBER_WORDS[wanted]} {found['what']}"
