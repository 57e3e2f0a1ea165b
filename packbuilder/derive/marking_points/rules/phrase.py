"""R9: a bare noun phrase is described, and flagged as doubtful."""

from __future__ import annotations

import re
from itertools import pairwise

from packbuilder.abbreviations import WITHIN
from packbuilder.amounts import NUMBER_WORDS, is_amount, is_measured
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.gate import unfit
from packbuilder.derive.marking_points.inflection import base_of_third, is_known, is_past
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import BEGIN, STATED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.predicates import takes_clause
from packbuilder.derive.marking_points.rules.heads import KNOWN
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.marking_points.words import lower, opens_with_name
from packbuilder.patterns import regex
from packbuilder.text import PEOPLES

_RELATED = regex(
    r"^(?:the|an?)?\s*[A-Za-z’'-]+(?:\s+[A-Za-z’'-]+)*\s+(?:of|in|for|between|on|to|from|within|during|after|against|under|over|towards|into|about)\s+\S+",
    re.IGNORECASE,
)
_OPENS_BADLY = regex(
    r"^(?:(?:an? |the )?(?:\w+ )?(?:references?|mentions?) (?:to|of)|(?:informed |critical |thoughtful |sustained )*(?:personal )?(?:response|engagement)|apply|ensure|(?:one|two|three|four|five|some|any) of(?=:| (?!(?:the|these|those|your|its|his|her|their)\b|[\w’'-]+(?:['’]s|s['’]) ))|reference|references|mention|mentions|apart|other|others|because|if|when|as|so|then|also|eg|ie|or|and|by|in|on|at|to|with|from|due|both|either|all|more|less|higher|lower|greater|fewer|(?:tell|show|give|let) (?:us|me)|(?:sort|put|match|place|tick|join|fill|pick|cut|stick|colour|order|group|label) (?:in|into|the|each|these|them|out|up|it|all)|(?:pupils|students|learners|candidates) (?!of\b|in\b|at\b|with\b|and\b|from\b|under\b|during\b|as\b|for\b|on\b)\w+|LI|WALT|WILF|SC)\b",
    re.IGNORECASE,
)

_LACKS_ARTICLE = regex(
    r"(?!(?:the|an?|one|two|three|four|five|many|several|some|any|all|each|different|various|your|its|their|his|her|this|these|those|ways?|members|people|evidence|means|use|patterns?|examples?) )"
    r"(?:[A-Za-z][a-z-]+ ){0,2}?(?:distinction drawn between|factors (?:affecting|influencing|controlling|determining)|"
    r"(?:pros|cons|analysis|functions?|separation|treatments?|symptoms?|signs|duties|rights|powers|responsibilities|strengths|weaknesses|limitations|advantages|disadvantages|benefits|drawbacks|consequences|results|outcomes|effects|aims|principles|conditions|management|prevention|diagnosis) of) ",
    re.IGNORECASE,
)
"""A phrase that would have an article in a sentence ("treatment of burns", "factors affecting the rate")."""
_SENTENCES = regex(rf"(?<=[a-z\d)’'%]{{2}}){WITHIN}\.\s+(?=[A-Z])")


_NOTHING = LeftOut(
    rule="R9",
    reason="its opening verb asks for nothing that can be written down as it stands",
    remedy="Begin it with a command word.",
)
_OF_ANSWERS = regex(
    r"^(?:application (?:to|of) (?:the|a) (?:case|context|scenario|(?:[\w-]+ )?(?:market|business|industry|firm|company))|only|named|specific|wider|relevant|accurate|well[- ]\w+|clear|good|better|suitable|appropriate|correct|detailed|precise|full|simple|limited|ideas? (?:of|that)|advice|tips?|reminders?|hints?|"
    r"statements? (?:of|that)|(?:an? )?(?:role[- ]play|portfolio|witness|photographic|video|observational|observed|practical|workplace) (?:evidence|statements?|testimon(?:y|ies)|records?|observations?)|(?:an? |the )?(?:answers?|responses?|paragraphs?|conclusions?|marks?|students|pupils)|who|which|that|not)\b"
    r"|\b(?:level|band|grade) \d\b|\b(?:full|top|maximum) marks?\b|\b(?:needed|required|expected|essential|rewarded|credited|assumed) (?:for|to|in|at)\b",
    re.IGNORECASE,
)
"""Words on answers, and not on the subject ("Named example needed for top of Level 2", "Idea of more frequent collisions")."""
_OF_AN_ANSWER = regex(
    r"(?!\w+['’]s\b)[a-z]+(?<![su])s (?:an?|its|their|(?:the|both|each|some|all|how|why|that|clear|relevant|appropriate)(?= (?-i:[a-z])))\b",
    re.IGNORECASE,
)
"""What an answer does: a verb in the third person with its object ("Sustains a critical argument about ambition"); no plural goes on so."""
_TOLD_OF = regex(
    r"(?<=[a-z]) (?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )(?<!\band )(?<!\bor )(?<!\bnot )(?<!\bfor )(?<!\bin )(?<!ly )(?!named|called|titled|entitled|dated|aged|numbered|limited|labelled|marked|considered)[a-z]{2,}ed (?:(?:out|up|down|off|away|back) )?"
    r"(?:the|an?|its|his|her|their|about|over|nearly|almost|more than|up to|[£$€]?\d[\d,.]*(?: million| billion|%)?$|[£$€]\d|(?-i:[A-Z])[a-z]{2,})",
    re.IGNORECASE,
)
"""A past with what it was done to behind its noun ("vikings raided Lindisfarne", "inflation wiped out the savings"): a statement."""
_HABIT = regex(
    r"(?<!the)(?<!\ban)(?<!\ba)(?<!most)(?<!not)(?<!and)(?<!or)(?<!\bof)(?<!\bin)(?<!is)(?<!are) (?:often|usually|always|never|sometimes|rarely|only) (?!(?:in|on|at|for|by|when|if|to|with|\w+ed|\w+en|a|an|the)\b)[a-z]+\b"
    r"|(?<!the)(?<!common)(?<!main)(?<!two)(?<!three)(?<!and)(?<!everyday)(?<!industrial)(?<!medical) uses (?!(?:of|for|in|to|and|or|include|as)\b)[\w ’'-]{3,40} to [a-z]+"
    r"|\b(?:adds? up to|rests? (?:on|with)|regulates|depends? on|belongs? to)\b"
)
"""A verb with its adverb, or one that is nothing else: a statement ("Adolescents often argue with their parents")."""
_PURPOSE = regex(
    r"\b(?:in order to|so as to|(?:aims|aimed|sought|wanted|refused|failed|decided|agreed|hoped|tried|seeks|tends|serves|wants|refuses|fails|chooses|decides|agrees|hopes|tries|learns|manages|pretends) to) [a-z]+"
)
"""What somebody does something for, or goes on to do: a statement ("Muslims fast during Ramadan in order to ...")."""
_DEVICE = regex(
    r"(?<!\bthat)(?<!\bwhich)(?<!\bwho)(?<!\bwhat)(?<!\bhow) (?:shows|suggests|reflects|implies|conveys|symbolises|emphasises|highlights|reveals|foreshadows|reinforces|mirrors|evokes|portrays) (?:the|an?|how|that|his|her|their|its) "
)
"""What a device does in a text, with its object: a statement, whatever stands in quotation marks before it."""
_ALL_DO = regex(r"(?<=[a-z]s) (?:both|all|each) (?P<all>[a-z]+)(?= \S)")
_WHITHER = regex(
    r"(?<=[a-z]s) (?P<verb>[a-z]+) (?:away|apart|together|towards|upwards|downwards|outwards|inwards|along|around|through|across|down|off|into|onto)\b"
)
"""What several do: behind what says that all of them do, or whither they do it, whatever else the word means ("field lines point away from")."""
_IN_ORDER = regex(
    r"(?!(?:the|two|three|four|five|six|all|both)\b)(?:[A-Za-z-]+ ){0,2}?[A-Za-z]+s (?:(?:of|in) (?:an? |the )?[a-z]+ )?(?:from [a-z]+ to [a-z]+|in order\b.*)$",
    re.IGNORECASE,
)
"""Things, and in which order they are named."""
_UNJOINED = regex(
    r"^(?!.*\b(?:and|or)\b)[^,]+(?:, (?!(?:including|such|which|who|with|without|when|where|as|in|on|at|from|to|for|by|of|using|based|e\.g|i\.e|not|but|if)\b)[\w’'-]+(?: [\w’'-]+){0,2})+$"
)
"""Things behind commas that no "and" joins: jottings, and no phrase ("reorganisation of party 1924–28, Führerprinzip, Gaue")."""
_SEVERAL, _MOST, _NAME = 3, 8, 2
"""Things at least and at most, and words of a name."""
_HEAD = regex(
    r"(?:(?:(?!(?:of|in|for|between|on|to|from|within|during|after|against|under|over|towards|into|about|at|by|as)\b)[\w’'-]+ )*?)(?P<head>[\w’'-]+) "
    r"(?:(?P<done>\w+) )?(?:of|in|for|between|on|to|from|within|during|after|against|under|over|towards|into|about|at|by|as)\b",
    re.IGNORECASE,
)
"""What is described, and its head: the last noun before a preposition, or before what is done to it ("methods used by")."""
_SURE = regex(
    r"(?:tion|sion|ment|ism|ity|ance|ence|sis|ship|ness|ing|al|ure|age|th|cy|dom|hood|ce|ics|ology|graphy|ety|ary|ust|ogue|sy)s?$|^(?:points|results|opinions|ideas|reforms|markings|work|control|trade|use|life|war|power|law|culture|people|children|women|men|stores|levels|rates|groups|layers|zones|areas|conflicts|tensions|attitudes|views|beliefs)$"
)
_OWNER = regex(r"(?:['’]s|s['’]) ")
_LED = regex(
    r"(?:the|an?|your|its|their|his|her|this|these|those|each|any|some|all|one|two|three|four|five|six|many|several|different|various)\b|[\w-]+(?:['’]s|s['’])\b",
    re.IGNORECASE,
)
"""What is described for certain: a noun for what is done or the case, or one with an article, a number or an owner."""
_NOT = regex(r"^(?!.*\b(?:that|which|who|why|how|when|where|if)\b.*n['’]t\b).*[a-z]n['’]t\b")
"""What something does not do ("Duress isn't a defence to murder")."""
_FOR_OR_AGAINST = regex(r"\W*(?:the )?arguments? (?:for|against) ?[:–—-]", re.IGNORECASE)
"""For or against what, no word says."""
_TITLED = regex(
    r"(?:Lady|Lord|Mr|Mrs|Ms|Miss|King|Queen|Prince|Princess|Sir|Dr|Friar|Aunt|Uncle|Father|Sister|Captain)\.? [A-Z][a-z]+ (?:[a-z]+(?<![sui])s (?:on|off|out|up|down|for|to|at|with|from|into|about|after|the|an?|his|her|that)\b|(?:sleep|over|under|out|mis|re|dis|un)[a-z]{3,}(?<![sui])s\b)"
)
"""Somebody with a title and what they do, whatever the verb ("Lady Macbeth calls on spirits")."""
_MEANS_TO = regex(
    r"(?:the |an? )?(?:\w+ )?(?:ways|methods|measures|steps|actions|strategies|changes|techniques|sacrifices|concessions|reforms)\b",
    re.IGNORECASE,
)
_SAYS_WHO = regex(r"(?:he|she|it|they|we) [a-z]+", re.IGNORECASE)
"""Somebody told before, and what is said of them: a statement, whatever its verb ("She calls on spirits")."""
_ACTS_ON = regex(
    r"[a-z]+s (?:the|their|his|her)\b|(?!sports|sales|goods|arms|works|savings|systems|needs|rights|means)[a-z]+s [a-z]{2,}(?<![siu])s (?:into|onto|with|from|in|on|for|and|to|by)\b",
    re.IGNORECASE,
)
_WITHOUT_ITS_NOUN = regex(r"[a-z]+s (?:down|away|off|onto|at about|at an?|at \d|its|it|them)\b", re.IGNORECASE)
"""A verb in the third person, and no noun in the plural, that opens a phrase ("Erodes at about 2 m per year")."""
_HAPPENS = regex(
    r"(?:\S+ )*?(?P<one>(?:the|an?|each|every) (?:[\w-]+ )?[\w-]+ )?(?P<verb>[a-z]{3,}s) (?:when|if|because|until|unless|whenever)\b",
    re.IGNORECASE,
)
"""What happens when something is the case: a statement ("AV valve closes when ...")."""
_DOERS = regex(r"(?:ers|ors|ists|ians)$")
_HEADED = regex(
    r"^(?:(?:the|an?|your|its|their|his|her|this|these|those|each|any|some|all|one|two|three|four|five|many|several|different|various|\d+)\b"
    r"|(?:[\w’'-]+ (?:(?!\w+ed )[\w’'-]+ ){0,2}?)??(?:[\w-]+(?:['’]s|s['’])|[\w-]+(?<![sui])s|(?!(?:document|comment|moment|element|segment|instrument|fragment|argument) )[\w-]+(?:tion|ment|ism|ity|ance|ence|sis)|people|children|women|men|media)(?= )"
    r"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* and (?:its|his|her|their)\b)",
    re.IGNORECASE,
)
"""What can be described as it stands: with an article, a number or an owner, in the plural, or in the abstract; not "case of HM", nor what is connected with things ("ammeter connected in series")."""
_ACTS = regex(r"\b[a-z]{3,}s (?:them|him)\b")
"""What somebody does to something told before: a statement ("splits data into packets, numbers them ...")."""


_THEN = regex(r"(?P<verb>[A-Za-z]{3,}s) (?!of\b|in\b|for\b)[^,;:]+ (?:and )?then (?:\w+ly )?[a-z]{3,}s\b")
"""What a method does first, and then ("splits the list into single items then merges pairs")."""


def phrase(point: Normal) -> Outcome:
    """Read `Ways of reducing waste in a kitchen`; leave out what is too loose."""
    body = point.body
    if _SENTENCES.search(body):
        return LeftOut(
            rule="R9", reason="several sentences, none of which is sure to be what is asked", remedy="Say in one sentence what is asked."
        )
    if (then := _THEN.match(body)) and base_of_third(then["verb"]):
        return STATED
    if _NOT.search(body):
        return STATED
    loose = LeftOut(rule="R9", reason="a bare phrase, too loose to ask", remedy=BEGIN)
    if meant := _misspelt(body):
        return LeftOut(rule="R9", reason=f"its first word looks like {meant} misspelt", remedy=f"Write {meant} if that is meant.")
    if amount := _amount(point):
        return amount
    if (
        _ANY.match(body)
        or _OPENS_BADLY.match(body)
        or re.search(r"[;/=→!?\[\]]|->|\s[–—-]\s|\s\+\s|\bbecause\b", body)
        or body.count(",") > 2
    ):
        return loose
    happens = _HAPPENS.match(body)
    if re.search(r"\s[<>]\s", body) or (
        happens and base_of_third(happens["verb"]) and (base_of_third(happens["verb"]) not in NOUNISH or happens["one"])
    ):
        return STATED
    form, base = form_and_base(body.split()[0].rstrip(","))
    if base and (form == "base" or not _RELATED.match(body)) and form != "third":
        return _NOTHING
    if _FOR_OR_AGAINST.match(point.raw):
        return loose
    if _SAYS_WHO.match(body) or _WITHOUT_ITS_NOUN.match(body) or (form == "third" and _ACTS_ON.match(body)):
        return unfit(f"Describe {lower(body)}") or STATED
    if _CHANGES.match(body) or _DEVICE.search(body) or _many_do(body):
        return STATED
    if (_PURPOSE.search(body) and not _MEANS_TO.match(body)) or (":" not in body and _name_does(body)):
        return STATED
    if not base and _OF_AN_ANSWER.match(body):
        return _NOTHING
    if not base and _opens_with_verb(body):
        return unfit(f"Describe {lower(body)}") or _NOTHING
    if _TOLD_OF.search(body) or _HABIT.search(body.partition(":")[0]) or (not base and (_is_done(body) or _ACTS.search(body))):
        return unfit(f"Describe {lower(body)}") or STATED
    if (
        not _has_head(body)
        or not _RELATED.match(body)
        or ":" in body
        or _UNJOINED.search(body)
        or _OF_ANSWERS.search(body)
        or not _HEADED.match(body)
    ):
        return loose
    if names := _names(point):
        return names
    article = "the " if _LACKS_ARTICLE.match(body) else ""
    return Asked(rule="R9", command="Describe", sentence=f"Describe {article}{lower(body, thorough=True)}", confidence=0.5)


def _has_head(body: str) -> bool:
    """Whether what stands before the first preposition is a thing that can be described, and no fact without its verb ("Beta blockers used in archery")."""
    found = _HEAD.match(body)
    if _LED.match(body) or (found and _OWNER.search(found[0])):
        return True
    heads = [found[name].casefold() for name in ("head", "done") if found[name]] if found else []
    return any(head in KNOWN or _SURE.search(head) for head in heads)


def _many_do(body: str) -> bool:
    """Whether several do something in a phrase, by what stands before or behind their verb."""
    for found in (_ALL_DO.search(body), _WHITHER.search(body)):
        if found and not takes_clause(body[: found.start() + 1]) and is_known(found[1]) and form_and_base(found[1])[0] in ("", "base"):
            return True
    return False


def _amount(point: Normal) -> Outcome:
    """Ask for an amount ("Cost of a sea wall: £5,000 per metre"): it is one mark, and nothing that could be described."""
    what, sign, amount = point.body.partition(": ")
    given = amount if sign else point.tail[0] if len(point.tail) == 1 else ""
    if not (is_measured(what) and is_amount(given)):
        return None
    what = re.sub(r"^the ", "", lower(what, thorough=True))
    return Asked(rule="R9", command="State", sentence=f"State the {what}", confidence=0.7, given=(given,))


def _names(point: Normal) -> Outcome:
    """Ask for things in their order, all of which the point names ("Tempo markings from slow to fast: largo, adagio, ..."); None for any others."""
    few = all(len(each.split()) <= _NAME for each in point.tail)
    if not _IN_ORDER.match(point.body) or not few or not _SEVERAL <= len(point.tail) <= _MOST or point.count not in (0, len(point.tail)):
        return None
    sentence = f"State the {NUMBER_WORDS[len(point.tail)]} {lower(point.body, thorough=True)}"
    return Asked(rule="R9", command="State", sentence=sentence, confidence=0.5, several=len(point.tail))


def _opens_with_verb(body: str) -> bool:
    """Whether a phrase opens with a verb that is no command word ("think about particles")."""
    first, _, rest = body.casefold().partition(" ")
    return first not in NOUNISH and is_known(first) and not is_past(first) and not re.match(r"(?:of|in|and|up|for)\b", rest)


_CHANGES = regex(
    r"The (?!(?:energy|state|key|main|colour|population|price|temperature)\b)[a-z]+(?<!s) (?:changes|shifts|moves|modulates) from [^,;:]+ to\b"
)
"""What one thing does: no noun in the plural stands behind another so ("The tonality changes from B minor to F# minor")."""
_SUBVERTS = regex(
    r"(?:subverts|challenges|reinforces|targets|represents|portrays|presents|depicts|constructs|features|uses|appeals to|attracts|promotes|conveys|shows|suggests) (?!of\b|in\b|for\b|and\b|to\b)[a-z]"
)
"""What an advert, a paper or a film with a name does ("Water Aid advert subverts stereotypes")."""
_ANY = regex(r"Any (?!(?:one|two|three|four|five|six|\d|change|threat|attempt)\b)")
"""Of whatever kind is credited ("Any method statement in a logical order")."""
_CAMPAIGNS = frozenset("campaigns lobbies fights votes argues speaks works stands calls".split())
"""What somebody with a name does for or against something ("Humanists UK campaigns for assisted dying")."""


def _name_does(body: str) -> bool:
    """Whether a phrase opens with a name and with what may be done by whoever has it ("Sheila changes from a naive girl")."""
    if _TITLED.match(body):
        return True
    first, *rest = body.split()
    while len(rest) > 1 and rest[0][:1].isupper() and (rest[0][1:].islower() or rest[0].isupper()) and rest[1].islower():
        first, *rest = rest  # "John Williams uses brass fanfares"
        if len(rest) > 2 and _SUBVERTS.match(" ".join(rest[1:])):
            return True
        if rest[0] in _CAMPAIGNS and rest[1] in ("for", "against"):
            return True
        object_follows = rest[1:2] and (rest[1][:1].isupper() or rest[1] in ("the", "a", "an", "his", "her", "their", "its"))
        third = base_of_third(rest[0], any_word=bool(object_follows) and not rest[0].endswith(("ss", "us", "is")))
        if third and first.casefold() not in PEOPLES:
            return True
    first, second, *_ = (*body.split(), "", "")
    alone = first[:1].isupper() and first[1:].islower() and first.casefold() not in PEOPLES
    goes_on = bool(rest[1:2]) and rest[1].casefold() in (
        "with",
        "to",
        "for",
        "from",
        "into",
        "at",
        "on",
        "about",
        "off",
        "out",
        "the",
        "a",
        "an",
        "his",
        "her",
        "that",
        "and",
    )
    deed = second.islower() and not second.endswith(("ss", "us", "is")) and (is_past(second) or base_of_third(second, any_word=goes_on))
    return bool(alone and deed) and opens_with_name(body, thorough=True)


def _is_done(body: str) -> bool:
    """Whether several do something in a phrase ("tourists spend money in hotels")."""
    return any(
        before.endswith("s") and word.islower() and (word not in NOUNISH or _DOERS.search(before)) and is_known(word) and not is_past(word)
        for before, word in pairwise(body.split())
    )


def _misspelt(body: str) -> str:
    """Return the command word that the first word of a point, or the first two together, nearly are; empty where there is none."""
    first, *more = re.sub(r"[‘’'\":,.]", "", body).split(" ", 2)
    joined = (first + more[0]).casefold() if more else ""
    if joined.capitalize() in TARIFF:
        return joined.capitalize()
    if first.casefold() in _NOUNS or first.casefold().endswith(("ers", "ors")):
        return ""
    if len(first) < 5 or first.casefold() in _NO_SLIPS or form_and_base(first)[1]:
        return ""
    # Imported here: only points that no other rule reads are asked.
    from difflib import get_close_matches

    known = [*(command.casefold() for command in TARIFF if len(command) > 4), *_NOUNS]
    near = get_close_matches(first.casefold(), known, n=1, cutoff=0.8)
    return near[0].capitalize() if near else ""


_NOUNS = ("description", "explanation", "evaluation", "definition", "discussion", "identification", "justification")
_NO_SLIPS = frozenset(
    "advice advised adviser advisor comparison company compass analysis analyses assets listed names useful united uses states status stage static defined classified explorer examiner examples prescription inscription subscription explosion elevation devaluation evolution revolution outlier outliers".split()
)
"""Words of their own that are nearly command words."""
