"""The last gate: what a finished question never holds, whatever rule made it: a statement, a marker's word, its own answer.

The gate before it (`gate.py`) judges what a rule has made of a point; this one reads the sentence as a candidate would, and beside it what is credited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from packbuilder.derive.marking_points.lexicon import DETERMINERS, NOUNISH
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.predicates import predicate_in, verb_behind
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import content_words
from packbuilder.patterns import regex

_BEHIND_SIGN = r"(?:^|[.;:(\[–—-]\s*|\s[–—-]\s)"
_MARKERS = regex(
    r"\b[MAB]\d for\b|(?<!is )(?<!are )(?<!was )(?<!were )\b(?:rewarded|assumed|credited|awarded)$|\b(?:owtte|AVP|OFR|SPaG|QWC|ecf)\b|\bORA\b|\bora$"
    rf"|{_BEHIND_SIGN}(?:[Ff]or\s+)?\d{{1,2}}\s*marks?\b|\b\d\s*marks?\s*[+&]|\bmarks? (?:each|per|available|awarded)\b|\b(?:quality of written communication|SPAG)\b"
    r"|(?:^|[\s(\[,;.])max(?:imum)?\.?\s*(?:of\s*)?\d+\b(?!\s*(?:%|[a-zA-Z°]))|\bup to \d+ marks?\b"
    r"|\b(?:of|in|for|to|reach|access|achieve|into|beyond|gains?)\s+(?:the\s+)?(?:top of\s+)?(?:level|band|L)\s?\d\s*(?=[.,;:)]|$)|\b(?:Level|Band|L)\s?\d\s*[(:–-]|\.\s+Levels?$|\b(?:top|bottom) (?:band|level)s?$"
    rf"|{_BEHIND_SIGN}(?:accept|reject|allow|ignore|condone|credit(?! (?:cards?|unions?|ratings?|controls?|terms?|crunch|sales|notes?|purchases|side|entr(?:y|ies)|balances?|customers?|transfers?|scores?))|award(?! ceremon)|do not (?:accept|credit|allow)|must (?:mention|refer|include|state|name|be|have|use)|named example|units? required|R:|A:|I:|Acc(?:ept)?:)(?!\w)"
    r"|,\s*(?:accept (?:any|all|[‘'“\"])|must mention\b)|\bonly credit\b|\b(?:credit|award) (?:points?|answers?|responses?|marks?)\b",
)
"""What only those who mark write: marks behind a sign ("... supply. 2 marks"), "max 3", "top of Level 2", "accept", "must mention"."""
_CANDIDATES = regex(r"\b(?:candidates?|examinees?)\b", re.IGNORECASE)
_OF_ELECTIONS = regex(
    r"\b(?:elect\w*|vot\w*|part(?:y|ies)|presiden\w*|jobs?|posts?|vacanc\w*|recruit\w*|interview\w*|applica\w*|employ\w*|select\w*|MPs?|parliament\w*|campaign\w*|drugs?)\b",
    re.IGNORECASE,
)
"""Where candidates are those of an election or for a post."""
_STRAY = regex(
    r"(?<=[.?!])\s*x\s?\d$|[.?]\s*\d{1,2}\s*\+\s*\d{1,2}$|(?<=[a-z]\s)[\[(]\d[\])]\s*[:;]|(?<=[a-z,’'])(?<!\bof)(?<!\bis)(?<!\bby)(?<!\bto)\s+[\[(]\s*\d{1,2}\s*(?:m|marks?|\*)?\s*[\])]$"
)
"""Marks that were left over: "... recovery. x 2", "(4m)", "(9*)", "[1"."""
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_INTERVAL = regex(r"[\[(][^\[\]()]*\d\s*,\s*[^\[\]()]*[\])]|\$[^$]*\$|`[^`]*`|‘[^’]*’|(?<![\d)½] )(?<![\w(])[a-h]\)(?=\s)")
"""Half-open intervals, formulas, code, quotations and letters of parts, whose brackets are their own."""

_WITH_LIST = regex(
    r"\b(?:following|these|write about|include|data|values|results|items?|options?|using|choose|from)\b[^;]*:[^:]*;", re.IGNORECASE
)
_SECOND = regex(
    r"(?:and|but|or|also|then|how|why|what|whether|explain|describe|state|give|justify|suggest|compare|name|identify)\b", re.IGNORECASE
)
"""What asks for a second thing behind a semicolon."""
_OPENED = re.compile(r"[A-Za-z]{2}\s[–—-]\s(?=[A-Za-z]{3})[^:]*$|\s(?:->|→)\s")
"""A dash or an arrow before the semicolon: what stands between is the first entry of a list."""
_SEMICOLONS = 3
"""Words behind a semicolon: so many are no second thing to be asked about."""
_GOES_ON = regex(
    r"(?:and|or|but|with|without|in|on|at|for|from|to|of|by|as|how|why|what|which|who|when|where|whether|if|that|its|their|his|her|include|including|such|e\.g|especially|particularly|"
    r"not|using|also|despite|is|are|was|were|has|have|can|does|do|explain|give|state|use|refer|you|your|one|two|three|between|rather|than|i\.e|only|either|then)\b|[‘'“\"\d$`]",
    re.IGNORECASE,
)
"""What may go on behind a dash with what stands before it."""
_COMPOUND = regex(r"\w+ (?:the|an?) \w+")
"""Before a dash: the first half of a compound ("the cause - effect link")."""
_ARTICLE = regex(r"^(?:an?|the)\s+", re.IGNORECASE)
_DASH = re.compile(r"(?<=[^\s\d=])\s[–—-]\s(?=[A-Za-z]{2})")
_LONG = 4
_STATEMENT = 6
"""Words: in so long a piece a verb in its base form is one, and no noun."""
_CHAIN = 2

_UNIT = r"(?:\s?(?:%|°C|g|kg|s|N|J|W|V|A|cm|km|mm|mol|dm³|cm³|m/s|million|billion|bn|units?|hours?|minutes?|bytes?|bits?))?"
_NUMBER = rf"(?:[£$€]\d[\d,.]*\s?(?:m|k|bn)?\b|\d[\d,.]*{_UNIT})\)?"
_SUM = regex(rf"{_NUMBER}\s*(?:[×*÷/+−–-]|x)\s*\(?{_NUMBER}(?:\s*(?:[×*÷/+−–-]|x)\s*\(?{_NUMBER})*\s*=\s*[£$€]?\d")
"""A sum in figures with what it comes to ("£2.4m / £12m x 100 = 20%")."""
_SET_OUT = regex(
    r"^(?:Calculate|Work out|Determine|Find)\b[^:]*[a-z]{3}[^:]*(?<!\bof)(?<!\bfollowing):\s*(?:[(£$€]*\d[^:a-wyz]*(?:[×*÷/+−–-]|\bx\b)\s*[(£$€]*\d|[^:=]*\s[÷×]\s)"
)
"""The sum by which something is worked out, behind a colon."""
_CUT = regex(
    r"^Solve (?!.*[=<>≤≥$\uA000-\uA48C])(?!.*[A-Za-z]{3}).*$|\bwhen [a-z]$|\b(?:meant|understood) by [^,;]* (?:for|with|in|of)$|[.,;]\s*(?:Include|Including|Mention|Consider)$|^Explain how (?:made|back|drawn|given)\b"
    r"|^Explain why (?:[\w-]+ ){1,2}[\w-]+(?:ous|ful|able|ible|ageous)$",
)
"""What lacks its other half ("Solve 2x² + 3x", "... when x"), or its verb ("why variation advantageous")."""
_SHOWN = regex(r"^(?:Show|Prove|Verify|Explain (?:why|how)|Check|Complete|Solve|Correct)\b|\bshow (?:that|how)\b")
_RECALLS = r"(?:State|Name|Give|Identify|List|Recall|Define)"
_EQUALS = regex(
    rf"^{_RECALLS} (?!.*\b(?:equation|formula|law|relationship|expression|why|how|if|when|where|given|value|roots?|gradient|solutions?|turning|coordinates|graph|curve|line)\b)[^=]*[a-z]{{3}}\s=\s[a-z]{{3}}"
)
_PIPE = regex(r"[a-z]{3,}\s\|\s[a-z]{2,}", re.IGNORECASE)
_ANSWERED = regex(
    r"(?:[?]['’”]?|[’'”]\.)\s+(?=[a-z]{1,}\b(?<!\bor\b))|^(?:Name|State|Give|Identify|Define)\b[^?]*\?\s+(?!Explain|Give|Justify|Use|Refer|State|Why|How|What|Describe|Show|In your)\w"
)
"""A small letter behind a question mark or a closed quotation: an answer that nothing has set apart."""
_EACH_ANSWERED = regex(r":\s[^:()]+\([^()]+\),[^:]*\([^()]+\)")
"""Entries of a list, each with its answer in brackets ("whether each is a debit: sales (Dr), receipts (Cr)")."""
_BRACKET = regex(rf"^{_RECALLS}\b.*\((?P<inside>[^()]+)\)$")
_FIGURES = regex(r"\d+(?:\.\d+)?\s*:\s*\d+(?:\.\d+)?|[A-Z]{3,6}|(?:line|option|answer|box|row|column) [A-Z\d]")
_AS = regex(
    r"^(?:Explain|Describe|Outline) (?!(?:why|how|what|when|where|the way|ways)\b)(?:[\w’-]+ ){1,4}as (?:[a-z-]+ ){1,4}(?:with|that|which|of|escape|escaping|leaving|moving)\b(?! an example)"
)
"""What something is, behind "as" ("evaporation as particles with most energy escaping")."""
_GIVEN = regex(
    r"^(?:Predict|State|Identify|Suggest|Recognise) that\b|^Name (?:[a-z]+) as (?:an?|the)\b|^(?:Justify|Recommend)\b.*\sbecause\b(?! of\b)|^Compare\b.*:.*\b(?:whereas|while|but)\b"
    r"|^Compare\b(?!.*\b(?:how|why|what|whether)\b).*\bwhereas\b|^Describe how (?:(?!\b(?:and|when|that|which|to|as|if)\b)[\w’-]+ ){1,4}[a-z]+s?(?: [a-z]+){0,2}, [a-z]+s [a-z ]+,? and [a-z]+s(?: [a-z]+)?$"
)
"""What is to be said, said: "Predict that the temperature will fall", "because it has the lowest conductivity", "whereas a quota ..."."""

_EQUATION = regex(r"\bequation that links\b|\b(?:equation|formula) for\b")
_OWN = 3
"""So many content words of an answer, one behind the other, make it known."""

_TO_MARKERS = LeftOut(
    rule="R0",
    reason="words for markers stand in what is asked",
    remedy="Put them on a line of their own below the point, or in square brackets at its end.",
)
_STATED = LeftOut(
    rule="R9",
    reason="what is asked holds a whole statement, which may be the answer",
    remedy="Write what is asked first, and the answer after a colon (“Explain the causes of X: a; b; c”).",
)
_LISTED = LeftOut(rule="R9", reason="a list stands in what is asked, which may be its answer", remedy="Put an answer after a colon.")
_WORKED = LeftOut(
    rule="R9", reason="its own result stands in it", remedy="Give the values in the question, and the sum with its result after a colon."
)
_ANSWER = LeftOut(rule="R9", reason="its answer stands in what is asked", remedy="Say what is asked first, and the answer after a colon.")
_HALF = LeftOut(rule="N", reason="the sentence is not whole", remedy="Complete the point in the notes.")
_BRACKETS = LeftOut(rule="N", reason="a bracket is opened or closed alone", remedy="Complete the point in the notes.")


def kept_back(sentence: str, scene: str = "", credited: Iterable[str] = ()) -> LeftOut | None:
    """Return why a finished question may not be printed, if it may not. `scene` is what is told before it; `credited` are the texts that answer it."""
    sentence = sentence.rstrip(" .")
    if _for_markers(sentence) or (scene and _for_markers(scene.rstrip(" ."))):
        return _TO_MARKERS
    if _CUT.search(sentence):
        return _HALF
    if not _balanced(sentence):
        return _BRACKETS
    if is_verb(re.split(r"\W", sentence, maxsplit=1)[0]) and predicate_in(sentence):
        return _STATED
    if _PIPE.search(sentence) or _is_list(sentence):
        return _LISTED
    if (_SUM.search(sentence) or _SET_OUT.search(sentence)) and not _SHOWN.search(sentence):
        return _WORKED
    if _answers_itself(sentence) or any(_gives_away(sentence, text) for text in credited):
        return _ANSWER
    return None


def _for_markers(sentence: str) -> bool:
    return bool(
        _MARKERS.search(sentence) or _STRAY.search(sentence) or (_CANDIDATES.search(sentence) and not _OF_ELECTIONS.search(sentence))
    )


def _balanced(sentence: str) -> bool:
    plain = _INTERVAL.sub("", sentence)
    return all(plain.count(opening) == plain.count(closing) for opening, closing in _PAIRS)


def _is_list(sentence: str) -> bool:
    """Whether semicolons or dashes part what is asked from what may answer it."""
    bare = re.sub(r"‘[^’]*’|\$[^$]*\$|`[^`]*`", "", sentence)
    cut = bare.split("; ", 1)
    asked, behind, sign = cut[0], cut[-1], len(cut) > 1
    if sign and not _SECOND.match(behind) and _OPENED.search(asked) and "?" not in bare:
        return True
    if (
        sign
        and not _SECOND.match(behind)
        and not _WITH_LIST.search(bare)
        and len(re.findall(r"[A-Za-z]{3,}", behind)) >= _SEMICOLONS
        and "?" not in bare
    ):
        return True
    parts = _DASH.split(bare)
    first, pieces = parts[0], parts[1:]
    if not pieces or first.startswith("Compare "):
        return False
    if (
        len(pieces) >= _CHAIN
        and not any(_GOES_ON.match(piece) for piece in pieces)
        and all(len(_ARTICLE.sub("", piece).split()) > 1 for piece in pieces)
    ):
        return True
    if _COMPOUND.fullmatch(first):
        return False
    aside = len(pieces) == _CHAIN and (_GOES_ON.match(pieces[0]) or len(pieces[0].split()) == 1)
    return not aside and any(len(piece.split()) >= _LONG and not _GOES_ON.match(piece) and _has_verb(piece) for piece in pieces)


def _has_verb(piece: str) -> bool:
    # Imported here: the lemmatiser takes 0.3 s to import, and few questions have a dash.
    from packbuilder.derive.marking_points.inflection import base_of_third, is_known

    words = re.findall(r"[A-Za-z]+", piece)
    return bool(verb_behind(piece)) or any(
        word.islower()
        and word not in NOUNISH
        and before not in DETERMINERS
        and before != "to"
        and (base_of_third(word) or (is_known(word) and (before.endswith("s") or len(words) > _STATEMENT)))
        for before, word in pairwise(words)
    )


def _answers_itself(sentence: str) -> bool:
    if _EQUALS.search(sentence) or _ANSWERED.search(sentence) or _AS.search(sentence) or _GIVEN.search(sentence):
        return True
    if _EACH_ANSWERED.search(sentence) and re.search(r"\b(?:each|whether|which)\b", sentence):
        return True
    bracket = _BRACKET.match(sentence)
    return bool(
        bracket and _FIGURES.fullmatch(bracket["inside"]) and not _abbreviates(bracket["inside"], sentence[: bracket.start("inside")])
    )


def _abbreviates(inside: str, before: str) -> bool:
    """Whether letters in brackets may stand for the words before them ("central processing unit (CPU)")."""
    return inside.isalpha() and any(word[:1].casefold() == inside[:1].casefold() for word in re.findall(r"[A-Za-z]+", before)[-5:])


def _gives_away(sentence: str, answer: str) -> bool:
    """Whether a question holds an answer: as a whole, or three of its content words in a row. An equation's quantities are named in its question."""
    if _EQUATION.search(sentence):
        return False
    asked, given = content_words(sentence), content_words(answer)
    size = min(len(given), _OWN)
    if size < 2:
        return False
    runs = {given[start : start + size] for start in range(len(given) - size + 1)}
    return any(asked[start : start + size] in runs for start in range(len(asked) - size + 1))
