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
    r"|(?:dim un|pob un|y cyfan|y ddau|yr un) o['’]r (?:uchod|rhain)"
    # French, German, Spanish, Polish, Greek and Italian.
    r"|(?:toutes|aucune)(?: (?:de|d['’]entre))?(?: (?:les|des|ces))? ?(?:réponses|propositions|affirmations)?(?: (?:ci-dessus|précédentes|proposées))?(?: (?:sont|n['’]est) (?:correctes?|justes?|exactes?|vraies?|bonnes?))?"
    r"|(?:alle|keine)(?: (?:der|dieser|von diesen|davon))?(?: (?:oben ?)?(?:genannten|obigen|angegebenen))?(?: (?:Antworten|Aussagen|Möglichkeiten))?(?: (?:sind|ist) (?:richtig|korrekt|falsch))?"
    r"|(?:todas|ninguna)(?: de)?(?: (?:las|estas))?(?: (?:otras|demás))?(?: (?:respuestas|opciones|afirmaciones))?(?: anteriores)?(?: (?:son|es) (?:correctas?|verdaderas?|ciertas?))?"
    r"|(?:wszystkie|żadna)(?: z)?(?: (?:powyższych|powyższe|podanych|podane|wymienionych|wymienione|tych))?(?: odpowiedzi)?(?: (?:są|nie jest) (?:poprawn[ea]|prawidłow[ea]|prawdziw[ea]))?"
    r"|(?:όλ[αεο][ιςσ]?|κανένα|καμία|τίποτα)(?: από)?(?: (?:τα|τις|οι))?(?: (?:παραπάνω|ανωτέρω|προηγούμεν(?:α|ες)|υπόλοιπ(?:α|ες)))?(?: (?:απαντήσεις|προτάσεις))?(?: (?:είναι|δεν είναι) (?:σωστ(?:ά|ές|ή|ό)))?"
    r"|(?:tutte|nessuna)(?: (?:le|delle))?(?: (?:altre))?(?: (?:risposte|affermazioni|opzioni))?(?: precedenti)?(?: (?:sono|è) (?:corrett[ea]|giust[ea]|ver[ea]))?",
    re.IGNORECASE,
)
_LETTER = r"(?:\([A-Ha-h]\)|[A-H])"
_WORD = rf"(?:the |{_NOUN} )*"
_LETTERS = regex(
    rf"(?:(?i:both|either|neither|only|all of|none of|any of|all|none|not) )*(?:(?i:{_WORD}))?{_LETTER}"
    rf"(?:,? ?(?:,|(?i:and|or|nor|but not|not|with)|&|\+) ?(?:(?i:but not|not|only|and|or|nor|{_NOUN}) )*{_LETTER})*"
    r"(?: (?:(?i:is|are)(?: (?i:both|all))? )?(?i:correct|right|true|only|alone|wrong|false|together))*"
)
_ANY_LETTER = r"(?:\([A-Ha-hΑ-Θα-θ]\)|[A-HΑ-Θ]|ΣΤ)"
_OTHER_LETTERS = regex(
    rf"(?:(?i:les deux|à la fois|seulement|nur|sowohl|solo|sólo|tylko|zarówno|μόνο|και|dim ond|solo|tanto) )?{_ANY_LETTER}"
    rf"(?:,? (?:et|und|oder|als auch|y|o|i|oraz|lub|jak i|a|ac|neu|και|ή|e|ou) {_ANY_LETTER})+(?: (?i:seulement|uniquement|nur|solamente|tylko|μόνο|yn unig))?"
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
    if _OTHER_LETTERS.fullmatch(bare):
        return True
    return bool(_LETTERS.fullmatch(bare)) or bool(_SMALL_LETTERS.fullmatch(bare.lower()) and bare[-1:].islower())


def _bare(text: str) -> str:
    """Return an option's words with single spaces, and without a stop."""
    return " ".join(text.split()).rstrip(".!;: ")
