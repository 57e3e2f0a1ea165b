"""Which options may be shuffled: not those about the others, and not those that name letters. Numbers: `option_numbers`."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.amounts import SEVERAL
from packbuilder.patterns import regex

_NOUN = r"(?:options?|answers?|statements?|choices?|responses?|reasons?|examples?)"
_COUNT = SEVERAL
_PLACE = r"(?:(?:listed |given |shown |stated |mentioned )?(?:above|below|here)|listed|given|shown)"
_WHICH = r"(?:the |these |those |other |others |them |previous |preceding )"
_ABOUT_OTHERS = regex(
    # None, All, Both, Neither ... with nothing but words for the options.
    rf"(?:they |these )?(?:are )?(?:none|all|both|neither|either|any|more than one)(?: (?:of )?{_WHICH}*{_COUNT}?)?"
    rf"(?: ?\b(?:{_COUNT} |correct |right |wrong )*{_NOUN})?(?: {_PLACE})?(?:(?: (?:is|are))? (?:correct|right|true|wrong|false|incorrect))?"
    r"|(?:none|all|both|neither|either|any|more than one) of (?:these|them|those)"
    rf"|(?:all|both|none|any)(?: of)? (?:the )?(?:above|others?|rest)(?: {_NOUN})?(?: (?:is|are) (?:correct|right|true|wrong|false|incorrect))?"
    rf"|(?:there is )?no (?:one )?(?:correct|right) {_NOUN}(?: (?:is )?(?:given|listed|shown|here))?"
    rf"|no {_NOUN} (?:is|are) (?:correct|right|true)"
    r"|they (?:are )?all(?: are)?(?: correct| right| true)?"
    rf"|.*\bof the above\b.*|.*\b(?:the|these|those|other) {_NOUN} above"
    r"|(?:dim un|pob un|y cyfan|y ddau|yr un) o['’]r (?:uchod|rhain)",
    re.IGNORECASE,
)
_LETTER = r"(?:\([A-Ha-h]\)|[A-H])"
_WORD = rf"(?:the |{_NOUN} )*"
_LETTERS = regex(
    rf"(?:(?i:both|either|neither|only|all of|none of|any of|all|none|not) )*(?:(?i:{_WORD}))?{_LETTER}"
    rf"(?:,? ?(?:,|(?i:and|or|nor|but not|not|with)|&|\+) ?(?:(?i:but not|not|only|and|or|nor|{_NOUN}) )*{_LETTER})*"
    r"(?: (?:(?i:is|are)(?: (?i:both|all))? )?(?i:correct|right|true|only|alone|wrong|false|together))*"
)
_SMALL_LETTERS = regex(r"(?:both |either |neither |options? |answers? |statements? )+[a-h](?:, [a-h])*,? (?:and|or|nor|&) [a-h](?: only)?")


@lru_cache(maxsize=4096)
def about_others(text: str) -> bool:
    """Whether an option is about all the others ("none of the above"), so that it must stand last.

    What merely ends like one ("Heat is lost by all of them") is about something else, and may stand anywhere.
    """
    return bool(_ABOUT_OTHERS.fullmatch(_bare(text)))


@lru_cache(maxsize=4096)
def by_letter(text: str) -> bool:
    """Whether an option is nothing but other options' letters ("both A and B", "C only", "(a) and (b)")."""
    bare = _bare(text)
    return bool(_LETTERS.fullmatch(bare)) or bool(_SMALL_LETTERS.fullmatch(bare.lower()) and bare[-1:].islower())


def _bare(text: str) -> str:
    """Return an option's words with single spaces, and without a stop."""
    return " ".join(text.split()).rstrip(".!;: ")
