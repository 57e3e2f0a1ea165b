"""Framing: words of a criterion that only say in what form an answer comes, or how far it goes; what is asked stands behind them."""

from __future__ import annotations

import re

from packbuilder.amounts import SEVERAL
from packbuilder.derive.marking_points.predicates import leaves_preposition
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex
from packbuilder.text import small

_GIVEN = regex(
    r"^(?!write an? (?:[\w-]+ )?account\b)(?:provid(?:e|es|ing)|giv(?:e|es|ing)|offer(?:s|ing)?|includ(?:e|es|ing)|produc(?:e|es|ing)|writ(?:e|es|ing)|present(?:s|ing)?|show(?:s|ing)?)\s+"
    r"(?=(?:an?\s+|the\s+)?(?:[\w-]+(?:,\s*|\s+and\s+|\s+)){0,3}?(?:explanation|description|analysis|evaluation|comparison|discussion|definition|justification|account|overview|view|summary|assessment|outline)s?\s+(?:of|for|between|as to|on)\b)",
    re.IGNORECASE,
)
"""A verb that only says that an explanation, an account ... is given: the noun says what is asked."""
_FORM = regex(
    r"^(?:(?:provid|giv|offer|produc|writ|present|construct|develop)(?:e|es|ing)\s+)?(?:an?\s+|the\s+)?(?:[\w-]+(?:,\s*|\s+and\s+|\s+)){0,3}?"
    r"(?:arguments?|answers?|responses?|discussions?|explanations?|analys[ie]s|evaluations?|accounts?|essays?|conclusions?)\s+(?:that|which)\s+(?:\w+ly\s+)?"
    r"(?=(?:weigh|consider|explain|describe|evaluate|compare|discuss|analyse|assess|explore|examine|address|link|identify|outline|justify)s?\b)",
    re.IGNORECASE,
)
"""An answer of whatever quality that does something: what it does is asked."""
_FOR_AND_AGAINST = regex(
    r"^(?:present|giv|mak|provid|put|develop)(?:e|es|s|ing)?\s+(?:an? |the )?(?:[\w-]+ ){0,2}?arguments?\s+(?:both )?for and against\b",
    re.IGNORECASE,
)
_BEYOND = regex(
    r"^(?:go|move)(?:es|s)? beyond [\w ]{3,40}? (?:to|and) (?=(?:explain|describe|evaluate|compare|discuss|analyse|assess|explore|justify)\b)",
    re.IGNORECASE,
)
_CONCLUSIONS = regex(
    r"^(?:draw|reach|mak|form|com)(?:e|es|s|ing)?\s+(?:to )?(?:an? )?(?:(?:valid|reasoned|supported|justified|clear|substantiated)\s+(?:and\s+)?)*(?:conclusions?|judgements?|judgments?)\s+(?:about|on|regarding|as to)\s+",
    re.IGNORECASE,
)
_COMMENT = regex(r"^(?:an? )?(?:evaluative|critical) (?:comments?|commentary) (?:on|of|about) ", re.IGNORECASE)
_RATHER = regex(
    r"^(?:the )?(?P<noun>explanation|analysis|evaluation|discussion)s? rather than (?:an? |the )?(?:simple |mere )?(?:description|assertion|narrative|list(?:ing)?)s?(?= of\b)",
    re.IGNORECASE,
)
_NOT_SIMPLY = regex(r",?\s+(?:and )?(?:not|rather than)\s+(?:simply|just|merely|only)\s+\w+ing\b.*$", re.IGNORECASE)
_DONE = {
    "explained": "explain", "described": "describe", "identified": "identify", "evaluated": "evaluate", "compared": "compare", "discussed": "discuss",
    "analysed": "analyse", "outlined": "outline", "justified": "justify", "assessed": "assess", "considered": "consider", "stated": "state", "named": "name",
    "linked": "link", "applied": "apply", "defined": "define", "distinguished": "distinguish", "suggested": "suggest", "given": "give", "recognised": "recognise",
}  # fmt: skip
_PAST = regex(rf"^(?P<done>{'|'.join(_DONE)})(?P<more>\s+and\s+(?P<also>{'|'.join(_DONE)}))?(?=\s)", re.IGNORECASE)

_PASSIVE = regex(
    rf"^(?P<what>(?!(?:why|how|what|when|who|which|that|if)\b)[^.:;?]{{3,90}}?),? (?:being|(?:is|are) to be) (?:(?:clearly|correctly|accurately|fully) )?(?P<done>{'|'.join(_DONE)})"
    r"(?= (?:in|with|using|for|from|by (?!(?:the|an?)\b)|to include)\b| ?:|\.?$)",
    re.IGNORECASE,
)
"""What is done with a thing, said of the thing ("the life cycle of the flea being described in the correct order")."""


_TAUGHT = regex(r"^Be taught (?:about |(?P<how>how |that )|to (?P<verb>[a-z]+(?= )|))", re.IGNORECASE)
_LEARN = regex(
    r"^(?:pupils|students|learners) (?:learn|find out|discover|are taught|explore) (?:about |(?=how\b|why\b|what\b|that\b))", re.IGNORECASE
)
"""What is learnt, and nothing that is said of those who learn."""
_ABLE = regex(r"^(?:know|understand)s?,? and be able to (?P<verb>[a-z]+),?\s+", re.IGNORECASE)
_NOTES = regex(
    r"^(?:Writ(?:e|es|ing)|Mak(?:e|es|ing)) (?:an? )?(?:short |brief )?(?:notes?|paragraphs?) (?:on|about)\b(?! (?:how|why|what|when|where|whether)\b)",
    re.IGNORECASE,
)
_FIND_OUT = regex(r"^Find(?:ing)? out (?=(?:why|how) (?!many\b|much\b|long\b|far\b))", re.IGNORECASE)
_TELL = regex(r"^Tell (?:us|me) (?P<what>about(?= )|(?=(?:how|why)\b)) ?")
_SAY = regex(r"^Say (?=(?:why|how)\b)", re.IGNORECASE)
_BEFORE_COMMAND = regex(
    r"^(?P<when>(?:if|when|after|before|during|in|for|given|once)\b[^,:;?]{3,90}),\s+(?P<asked>(?:explain|describe|evaluate|assess|compare|discuss|suggest|analyse|outline|state|justify|give|name|identify)\s(?:[^,;?.]|\.(?!\s))+)$",
    re.IGNORECASE,
)
"""A circumstance before what is asked ("After the war, explain how ..."): it goes behind it."""

_ABOUT = regex(
    r"^(?P<asked>[^:.?!]{8,}(?:\b(?:on|upon|about|(?<!examples )(?<!example )(?<!types )(?<!type )(?<!kinds )(?<!forms )(?<!sorts )(?<!any )(?<!two )(?<!three )of|between|towards|into|"
    r"(?:meant|understood) by|(?:responsible|formulae?|symbols?|equations?|units?|words?|tests?) for|(?:damage|harm|changes?|happens?|relates?|related|relation|contributions?|threats?|regard|reference|respect) to|(?:for and )?(?<!arguments )(?<!argument )(?<!points )(?<!reasons )(?<!case )against|how\b[^:]*\b(?:affects?|influences?|impacts?))))\s?:\s+"
    r"(?P<list>[^:?!]+?)\.?(?P<marks>(?:\s*[\[(]\d{1,2}(?: marks?)?[\])])?\.?)$",
    re.IGNORECASE,
)
"""A list behind a colon that a preposition or a verb needs: what is asked about ("the effect of pressure on: rate, yield, cost")."""
_ENUMERATED = regex(r"(?:^|(?<=[;,.\s]))\(?(?:[ivx]{1,4}|[a-h]|\d)[.)]\s+")
_ANSWERS = regex(r"\s[–—-]\s|[=→]|\w:\s|\?")
"""What parts each thing from what answers it ("the capital of: France - Paris; Spain - Madrid")."""
_AND_ANSWERED = regex(r"^(?P<asked>[^:.?!]{8,}\b(?:of|on|about|for))\s?:\s+(?P<one>(?![‘'“\"])[^:;,?.]{2,40}:\s+[^:?]+)$", re.IGNORECASE)
"""One thing behind a colon, and its answers behind another ("the causes of: WWI: militarism, alliances")."""
_LONG = 8
"""Words: so long a piece is told, and not asked about."""


_HOW_DEFINED = regex(
    r"^(?:an? |the )?(?:(?:clear|accurate|precise|full|complete|exact|good|appropriate|valid|concise|sound|correct)(?:,? and |, | ))+(?=definition of )",
    re.IGNORECASE,
)
"""How good a definition is, before what is defined ("Clear definition of battery: ...")."""
_DEFINED_AS = regex(
    r"^(?P<lead>(?:\w+ )?(?:1|one|2|two|up to \d) marks? for |award credit for )?(?:defin(?:e|es|ing)|(?:giv|provid|stat|writ)(?:e|es|ing) (?:an? |the )?(?:(?:clear|accurate|correct|full) )?definition of(?: the term)?) (?!(?:how|why|what|each)\b)(?P<what>[^:;,()]{2,40}?) as (?!(?:used|it|they|applied|understood|fully|clearly|accurately|well|in|a whole)\b)(?P<meaning>[^:]{8,})$",
    re.IGNORECASE,
)
"""What something is to be defined as answers what is asked."""
_IDENTIFIED_AS = regex(
    r"^(?P<lead>(?:\w+ )?(?:1|one|2|two) marks? for |award credit for |credit for )?(?:correctly )?identif(?:y|ies|ying) (?P<what>the (?:[a-z-]+ ){0,2}?(?:agent|reagent|gas|metal|element|ion|compound|substance|"
    r"solution|salt|acid|alkali|catalyst|product|species|rock|mineral|organelle|organ|enzyme|hormone|tissue|cell|device|component|process|technique|metre|form|genre|key|cadence|texture|instrument|"
    r"figure of speech|test|method|structure|disease|pathogen|fault|tense|word class|functional group|type of [a-z]+)) as (?P<it>(?!(?:an?|one) (?:form|type|kind|example|cause|source|feature|symptom|method|important|major|key|main)\b|"
    r"(?:it|they|being|important|the (?:most|main))\b)[^:;,()]{2,40})$",
    re.IGNORECASE,
)
"""What something is to be identified as answers what is asked ("identify the reducing agent as carbon")."""
_DEFINITION_LAST = regex(r"^(?P<what>[A-Z][^:;,.()]{2,40}) definition(?=\s?:\s)")

_DEFINITION_MARKED = regex(
    r"^(?:correct )?definition of (?:the term )?(?=[^:]{2,60}:\s[^:]+[\[(]\d{1,2}(?: marks?)?[\])]\.?$)", re.IGNORECASE
)


def defined(words: str) -> str:
    """Return a point on what something means with what it means behind a colon ("defining diffusion as movement ...": "define diffusion: movement ...")."""
    words = _DEFINITION_LAST.sub(lambda found: f"Definition of {small(found['what'])}", _HOW_DEFINED.sub("", words))
    words = _DEFINITION_MARKED.sub("Define ", words)
    words = _IDENTIFIED_AS.sub(
        lambda found: f"{found['lead'] or ''}{'identifying' if found['lead'] else 'Identify'} {found['what']}: {found['it']}", words
    )
    return _DEFINED_AS.sub(
        lambda found: f"{found['lead'] or ''}{'defining' if found['lead'] else 'Define'} {found['what']}: {found['meaning']}", words
    )


_BY_WHICH_HELP = regex(
    r"^With the (?P<help>(?:help|aid|use) of (?:an? |two |some )?[^,:;?]{3,40}?), (?P<verb>explain|describe|outline|discuss|evaluate|assess|analyse)(?= (?:how|why|what|the|an?|two|three|whether)\b)",
    re.IGNORECASE,
)


_HOW_MANY = regex(
    rf"^(?:[Aa]ny (?P<any>(?i:{SEVERAL})) (?!of\b|from\b)(?=(?:[\w-]+ ){{0,2}}?(?:of|for|why|that|which|in|to) )|(?P<n>(?i:{SEVERAL})) (?=reasons? why ))(?P<what>[^:;?=]{{8,}}:\s)"
)
"""How many things, and behind a colon which ("Any two uses of ethanol: ...", "Two reasons why ...: ...")."""
_REASON_WHY = regex(r"^(?:(?:The|One|A) )?[Rr]easons? why (?=[^:;?]{6,}\s[–—-]\s)")
"""A reason behind a dash answers why ("Reason why metals conduct - free electrons")."""
_HOW_FIRST = regex(
    r"^(?P<how>(?:In terms of|With reference to|(?:By )?[Rr]eferring to|Using (?:(?:ideas|your ideas|knowledge|your knowledge) (?:about|of|on)|the (?:idea|concept|model|theory) of)) "
    r"(?!(?:this|these|(?:the )?(?:figure|fig|table|source|extract|item|graph|diagram|map|passage|text))\b)[^,:;?]{3,60}), "
    r"(?P<asked>(?:explain|describe|suggest|outline|discuss|compare|evaluate|assess)\s(?:(?!\s[–—-]\s|\s?[\[(]\d)[^:;?.]|\.(?!\s))+)(?P<rest>(?:[:;.]\s|\s[–—-]\s|\s?[\[(]\d).+)$"
)
"""In what terms something is to be answered, before what is asked and its answer ("In terms of particles, explain why gases are compressible: ...")."""


def _how_last(found: re.Match[str]) -> str:
    """Put in what terms something is to be answered behind what is asked, and before the answer."""
    how, asked = found["how"], found["asked"]
    comma = "" if how.startswith("In terms") else ","
    return f"{asked[:1].upper()}{asked[1:]}{comma} {how[:1].lower()}{how[1:]}{re.sub(r'^ [–—-] ', ': ', found['rest'])}"


def joined(words: str) -> str:
    """Return a point whose list stands behind what it belongs to without a colon ("on: rate, yield, cost": "on rate, yield and cost")."""
    words = defined(words)
    words = _BY_WHICH_HELP.sub(lambda found: f"{found['verb'].capitalize()}, with the {found['help']},", words)
    words = _HOW_FIRST.sub(_how_last, words)
    words = _REASON_WHY.sub("Explain why ", words)
    words = _HOW_MANY.sub(lambda found: f"Give {(found['any'] or found['n']).lower()} {found['what']}", words)
    if found := _AND_ANSWERED.match(words):
        return f"{found['asked']} {found['one']}"
    found = _ABOUT.match(words)
    if not found or leaves_preposition(found["asked"]):
        return words
    numbered = _ENUMERATED.sub("; ", found["list"]).strip(" ;")
    parted = re.split(r"\s*;[\s;,]*(?:and\s+)?", numbered) if ";" in numbered else re.split(r"\s*,\s*(?:and\s+)?", numbered)
    pieces = [piece.strip(" ,.") for piece in parted if piece.strip(" ,.")]
    if len(pieces) > 1 and any(_ANSWERS.search(piece) for piece in pieces):
        return words
    if any("," in piece or re.search(r"\.\s", piece) or len(piece.split()) > _LONG for piece in pieces) or not pieces:
        return words
    if len(pieces) > 1 and (" and " in pieces[-1] or " or " in pieces[-1]):
        said = ", ".join(pieces)  # "a, b and c", whose last two are not parted
    else:
        said = " and ".join(filter(None, (", ".join(pieces[:-1]), pieces[-1])))
    return f"{found['asked']} {said}{found['marks']}"


_INCLUDE = regex(
    r"(?<=[?.]) You (?P<may>may|could|might|can|should) (?P<also>also )?include(?: the following)?(?P<of> (?:the \w+(?:[’']s)? )?(?:choice|use) of)?:?\s+(?P<list>[^.?:]+?)(?: in your answer)?\.?(?P<marks>\s*[\[(]\d{1,2}[^\])]*[\])])?$"
)
"""What a question suggests to candidates; it is said in one sentence, and no answer."""


_GIVEN_FIRST = regex(
    r"^(?P<when>(?:if|when|given)\b[^,:;?=]{3,90}),\s+(?P<asked>(?:state|name|give|identify|write down)\s(?:[^,:;?.]|\.(?!\s))+)(?P<rest>[.:]\s+(?!(?:explain|describe|give|state|justify|show|use)\b)[^.?;]{1,60}\.?)$",
    re.IGNORECASE,
)


def given_last(words: str) -> str:
    """Return a point with what it supposes behind its command, where its answer follows ("Given that x = 3, state 2x. 6")."""
    found = _GIVEN_FIRST.match(words)
    if not found:
        return words
    when, asked = found["when"], found["asked"]
    return f"{asked[:1].upper()}{asked[1:].rstrip()} {when[:1].lower()}{when[1:]}: {found['rest'].lstrip('.: ')}"


def prompted(words: str) -> str:
    """Return a point with what it suggests to candidates as a plain sentence ("You could include X, Y and Z in your answer.")."""
    return _INCLUDE.sub(_included, words)


def _included(found: re.Match[str]) -> str:
    parts = [part.strip() for part in found["list"].split(";") if part.strip()]
    listed = ", ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])}, and {parts[-1]}"
    listed = " and ".join(parts) if len(parts) == 2 else listed
    may = "could" if found["may"] in ("might", "can") else found["may"]
    return f" You {may} {found['also'] or ''}include{found['of'] or ''} {listed} in your answer.{found['marks'] or ''}"


_REASONS_WHY = regex(r"^(?P<n>One|Two|Three|Four) (?:main |key |clear )?reason(?P<s>s?) (?=why (?!.*(?::|\s[–—-])\s))")
"""So many reasons, without the command to give them."""
_QUOTED = regex(
    r"^quot(?:e|es|ing) (?P<words>[‘'“\"].+[’'”\"]) and (?P<verb>explain|analys|discuss|evaluat)(?:e|ing|s)? its (?P<what>[a-z]+(?: (?:on|for|to|in) .+)?)$",
    re.IGNORECASE,
)
"""Words that are quoted, and what is asked of them."""


_IS_SHOWN = regex(
    r"^(?P<what>(?:an? )?(?:(?:clear|good|sound|secure|detailed|full|thorough|some) )*(?:understanding|knowledge|awareness|appreciation|explanation|description|evaluation|analysis) (?:of|that|about) .+?)"
    r" (?:is|has been|should be|must be) (?:clearly |also )?(?:shown|demonstrated|evident|given|provided|displayed|present|included)\.?$",
    re.IGNORECASE,
)
"""What answers show, said of it ("a clear understanding that ... is shown")."""


def unframed(body: str) -> str:
    """Return a point without a verb that only says that an explanation, an account ... is given."""
    body = _IS_SHOWN.sub(r"\g<what>", body)
    if found := _QUOTED.match(body.rstrip(" .")):
        verb = found["verb"].capitalize() + ("" if found["verb"].endswith(("n", "s")) and found["verb"] != "analys" else "e")
        return f"{verb} the {found['what']} of {found['words']}"
    body = re.sub(r"^(?!write\b)(?:an?\s+)?(?:\w+\s+){0,2}account of\b", "Describe", _GIVEN.sub("", body), flags=re.IGNORECASE)
    body = re.sub(r"^Contrast (?!(?:of|between|in|with|to)\b)(?=.+ (?:and|with) )", "Compare ", body)
    body = _REASONS_WHY.sub(lambda found: f"Give {found['n'].casefold()} reason{found['s']} ", body)
    body = _FOR_AND_AGAINST.sub("Discuss the arguments for and against", body)
    body = _LEARN.sub("Know ", _TAUGHT.sub(_taught, body))
    body = _TELL.sub(lambda found: "Describe " if found["what"] == "about" else "Explain ", body)
    body = _SAY.sub("Explain ", _ABLE.sub(lambda found: f"{found['verb'].capitalize()} ", body))
    body = _FIND_OUT.sub("Explain ", _NOTES.sub("Describe", body))
    if found := _BEFORE_COMMAND.match(body.rstrip(" .")):
        body = f"{found['asked'][:1].upper()}{found['asked'][1:]} {found['when'][:1].lower()}{found['when'][1:]}"
    return re.sub(r"^Writ(?:e|es|ing) about\b", "Describe", re.sub(r"^Work(?:s|ing)? out\b", "Calculate", body))


def _taught(found: re.Match[str]) -> str:
    """Return what opens a point that says what is taught: a verb that it names, or that it is known."""
    if verb := found["verb"]:
        return str(verb).capitalize() if is_verb(verb) else f"Know how to {verb}"
    return f"Know {found['how'] or ''}"


def asked_of(body: str) -> str:
    """Return what is asked of an answer that a criterion only describes ("arguments that weigh up X": "weigh up X")."""
    body = _COMMENT.sub("Evaluate ", _RATHER.sub(r"\g<noun>", body))
    body = _BEYOND.sub("", _FORM.sub("", body))
    body = _NOT_SIMPLY.sub("", _CONCLUSIONS.sub("Assess ", body))
    body = re.sub(
        r"\band (?:for (?=[a-z]+ing\b)|to (?=(?:explain|describe|evaluate|compare|discuss|analyse|assess|judge|justify|suggest)\b))",
        "and ",
        body,
    )
    body = _PASSIVE.sub(lambda found: f"{_DONE[found['done'].casefold()]} {lower(found['what'])}", body)
    return _PAST.sub(_base, body)


def _base(found: re.Match[str]) -> str:
    also = f" and {_DONE[found['also'].casefold()]}" if found["more"] else ""
    return f"{_DONE[found['done'].casefold()]}{also}"
