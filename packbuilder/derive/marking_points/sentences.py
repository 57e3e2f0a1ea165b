"""Sentences: a clause said as an examiner asks it, or the reason why it cannot be asked on paper."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import Clause, find_reference, kind_of
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.lexicon import KNOWS, LINKS, NOUNISH, PREPOSITIONS, SYNONYMS
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.derive.marking_points.outcome import BEGIN, STATED, Asked, LeftOut
from packbuilder.derive.marking_points.said import IN_A_BANK, NEEDS_VALUES, Said
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, names_source, needs_stimulus
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.marking_points.told_behind import is_step
from packbuilder.derive.marking_points.told_what import says_what_is
from packbuilder.derive.marking_points.tools import linked, used
from packbuilder.derive.marking_points.verbs import imperative, third_person
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

PRACTICAL = "a practical performance: what is made or done is marked, not what is written"
_OBSERVE = "Assess it by observation, or write an item about it in a bank."

_EXPERIMENT = r"(?:experiment|investigation|method|fair test|practical|enquiry|inquiry|study|test|procedure|survey|questionnaire)"
_DESIGN = regex(rf"^(?:an?|the)\s+(?:\w+\s+){{0,3}}{_EXPERIMENT}\b", re.IGNORECASE)
_EQUATION = regex(
    r"^(?:down\s+)?(?:the|a|an)\s+(?:\w+\s+){0,3}(?:equation|formula)\s+(?:for|of)\s+(?!the reactions\b|any\b|a given\b)", re.IGNORECASE
)
_ACCOUNT = regex(r"an?\s+(?:clear |short )?narrative account (?:of|analysing|that|which|explaining)\b.+$", re.IGNORECASE)
"""What history papers ask for by this name, and mark by levels."""
_IN_PERSON = regex(
    r"(?:(?:clear|accurate|appropriate|suitable|relevant|correct|constructive|effective|good) )+(?:\w+ )?(?:advice|feedback|instructions|presentations?|demonstrations?)\b(?! (?:about|that|for)\b| on (?:the|how|an?|your) )",
    re.IGNORECASE,
)
"""What is given to somebody in person ("accurate aftercare advice"), and not on paper."""
_ARTS = regex(
    r"\b(?:music|song|songs|melod(?:y|ies)|rhythms?|chords?|scales?|dances?|routines?|monologues?|scenes?|roles?|characters?|gymnastics?|"
    r"sequence of movements|ostinato|riff|pulse|beat|poses?|strokes?|calculations?|phrases?|solos?|duets?|stretch(?:es)?|conversations?|dialogues?)\b",
    re.IGNORECASE,
)


def command_for(verb: str) -> str:
    """Return the command word that a verb asks for, or an empty text."""
    return verb.capitalize() if verb.capitalize() in TARIFF else SYNONYMS.get(verb, "")


_OF_MATHS = {
    "rationalise": regex(r"\b(?:denominators?|surds?|fractions?|expressions?)\b", re.IGNORECASE),
    "differentiate": regex(
        r"^(?!between\b|from\b|the functions? of\b)(?:.*\b(?:with respect to|polynomials?|functions?|expressions?|trigonometric|products and quotients|from first principles)\b)",
        re.IGNORECASE,
    ),
    "evaluate": regex(
        r"\b(?:(?:definite|indefinite) integrals?|the integral (?:of|from|between)|integrals|(?:algebraic|numerical|arithmetic) expressions?|composite functions?|expressions? (?:with|involving|containing|by|for given|in)\b|"
        r"functions? (?:at|for) (?:a )?(?:given|particular|specific)|determinants?|logarithms?|powers of numbers|square roots)\b",
        re.IGNORECASE,
    ),
}
"""Verbs that command words share with mathematics, with the objects by which the latter is told."""
_FORMULA = regex(r"[\d=√∫^²³⁰-₉]|\b(?:log|ln|sin|cos|tan|exp)\b")
_SPOKEN = regex(r"(?!(?:sinh|cosh|tanh|sqrt|frac|when|where)\b)[A-Za-z]{4,}|\b(?:the|how|why|of|and|an|for|to)\b", re.IGNORECASE)
"""A word among the signs: what is evaluated is then no formula."""


_ON_THE_PAGE = frozenset("circle underline tick".split())
"""What is done to something printed, and nothing that could be explained instead."""


def is_of_maths(clause: Clause) -> bool:
    """Whether a verb that command words share with mathematics has a formula or the like for its object ("Evaluate log₂ 8")."""
    if clause.verb not in _OF_MATHS or clause.second:
        return False
    return _is_formula(clause.rest) or bool(_OF_MATHS[clause.verb].search(clause.rest))


def _is_formula(text: str) -> bool:
    return bool(MASK.search(text) or _FORMULA.search(text)) and not _SPOKEN.search(text)


def say(clause: Clause) -> Said | LeftOut:
    """Say one clause, by what can be done with its verb."""
    if is_of_maths(clause):
        return _valued(clause)
    kinds = (kind_of(clause.verb), kind_of(clause.second) if clause.second else "")
    if clause.verb in KNOWS and kinds[1] in ("action", "make"):
        return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)
    if clause.verb in KNOWS:
        return _known(clause.rest)
    if kinds[1] == "know":
        return _known(clause.rest) if kinds[0] != "command" else _commanded(Clause(verb=clause.verb, rest=clause.rest))
    if kinds[1] and kinds != ("command", "command"):
        return _two_kinds(clause, kinds)
    match kinds[0]:
        case "command":
            return _commanded(clause)
        case "use":
            return used(clause)
        case "link":
            return linked(clause)
        case "action":
            return _acted(clause)
        case "values":
            return _valued(clause)
        case "make":
            return _made(clause)
    reason = f"its opening verb ({clause.verb}) asks for nothing that can be written down as it stands"
    return LeftOut(rule="R9", reason=reason, remedy=BEGIN)


def _known(rest: str) -> Said:
    """Say what is to be known or understood: `understood` in the rules decides for whole points, this for later clauses."""
    if re.match(r"(?:how|why|what|when|where|which|whether)\b", rest):
        return Said(command="Explain", sentence=f"explain {rest}")
    rest = re.sub(r"^(?:of|about)\s+", "", rest)
    if rest.startswith("that "):
        return Said(command="Explain", sentence=f"explain why {rest[5:]}", confidence=0.6)
    return Said(command="Explain", sentence=f"explain {rest}", confidence=0.8)


def _two_kinds(clause: Clause, kinds: tuple[str, str]) -> Said | LeftOut:
    """Say two verbs of unlike kinds that share an object: what can be asked about it stays."""
    one, two = clause.verb, clause.second
    rest = clause.rest
    if "values" in kinds:
        if kinds[0] == "values" and kinds[1] == "command" and two not in ("interpret", "identify"):
            return _commanded(Clause(verb=two, rest=rest, adverb=clause.adverb))
        return _valued(clause)
    if kinds == ("command", "action"):
        return _acted(Clause(verb=two, rest=rest))
    if kinds[0] == "action" and kinds[1] in ("command", "action"):
        verbs = f"{one} and {two}"
        return Said(command="Describe", sentence=f"describe how you would {verbs} {_with_infinitives(rest)}", confidence=0.75)
    if kinds[0] == "use" and kinds[1] == "command":
        return _commanded(Clause(verb=two, rest=rest)) if two != "interpret" else used(Clause(verb=one, rest=rest))
    if kinds == ("command", "use"):
        return _commanded(Clause(verb=one, rest=rest))
    if "link" in kinds and "command" in kinds:
        return _commanded(Clause(verb=one if kinds[0] == "command" else two, rest=rest))
    if kinds[1] in ("make", "use") and kinds[0] == "command":
        return _commanded(Clause(verb=one, rest=rest))
    if kinds[0] == "make" and kinds[1] == "command":
        return _commanded(Clause(verb=two, rest=rest))
    return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)


_WORTH = regex(
    r"(?:the |an? |their |its |[\w-]+(?:['’]s|s['’]) )+(?:[a-z]+ )?(?:roles?|importance|significance|need|value|impacts?|influence|contribution|effects?|limitations|relationship)\b"
)


_OF_WEIGHT = regex(r"(?:the |its |their )?(?:(?:importance|significance) of|(?:distinction|difference) between)\b")
"""What has no name that could be identified."""
_NO_NAME = regex(r"(?:the )?(?:diversity|variety|variation|continuity|inequality|change)\b(?! (?:that|when)\b)")
"""What cannot be named ("recognising diversity within Islam")."""


def _governed(verb: str, rest: str) -> str:
    """Take away a preposition that went with the verb's own word ("comment on" has become "discuss")."""
    for word in PREPOSITIONS.get(verb, ()):
        rest = re.sub(rf"^{word}\s+", "", rest)
    return rest


_TO_ASSESS = regex(
    r"(?:the |any |all |potential |possible )*(?:risks?|hazards?|risks? and hazards?|hazards? and risks?)(?:$|,? (?:before|when|prior to)\b)|(?:risks?|hazards?|risks? and hazards?) (?:in|for|when|before|at) |"
    r"(?:the |an? )?(?:care |support |individual )?needs of (?:an? |the |your )?(?:individual|client|patient|service[- ]user|customer|child|resident)s?$|(?:the |an? )?(?:individual|client|patient|service[- ]user|customer|child)(?:['’]s|s['’]) (?:[a-z]+ )?needs$",
    re.IGNORECASE,
)
"""What is assessed before something is done, and not judged in an essay ("Assess risks in the salon"); "Assess the risks of expansion" is one."""
_OWN_DEEDS = regex(
    r"\b(?:how|what|which|when|where|why) you (?:\w+ed|did|dealt|made|took|gave|kept|led|chose|met|found|wrote|ran|put|set)\b.*\b(?:placements?|work experience|(?:work |care |your )setting|workplace)$",
    re.IGNORECASE,
)
"""What a learner has done at work, which evidence shows."""


_USE_TO = regex(
    r"(?:the )?(?:effective )?use of (?!(?:an?|one|two|three|this|these|each|any)\b)[^,;:()]+ to (?!(?:which|whom|what)\b)[a-z]+ "
)
"""What something is used for, told with it: to name it would be to copy it ("identify the use of low brass to create tension")."""


def _of_worth(clause: Clause) -> Clause:
    """Return a clause whose object is what something is worth with a verb that asks for more than its name ("recognise the importance of play")."""
    if clause.verb == "identify" and not clause.second and (_USE_TO.match(clause.rest) or _OF_WEIGHT.match(clause.rest)):
        return replace(clause, verb="explain")
    if clause.verb not in ("recognise", "recognize", "acknowledge", "highlight") or clause.second:
        return clause
    verb = (
        "explain"
        if _WORTH.match(clause.rest) or _OF_WEIGHT.match(clause.rest)
        else "describe"
        if _NO_NAME.match(clause.rest)
        else clause.verb
    )
    return replace(clause, verb=verb)


def _commanded(clause: Clause) -> Said | LeftOut:
    clause = _of_worth(clause)
    verb, second = command_for(clause.verb), command_for(clause.second) if clause.second else ""
    rest = _governed(clause.second or clause.verb, clause.rest)
    if clause.verb in ("state", "recall", "mention", "note", "write", "quote", "cite", "specify", "indicate", "give") and re.match(
        r"that\b", rest
    ):
        return STATED
    if clause.verb == "give" and _IN_PERSON.match(rest):
        return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)
    if clause.verb == "give" and re.match(r"(?:way|up|rise|in|off|priority)\b", rest):
        return STATED  # "Give way to traffic from the right"
    if not second and verb in ("Explain", "Identify", "Describe", "State", "Discuss") and re.match(r"that\b", rest):
        if says_what_is(rest[4:].strip()):
            return STATED
        return Said(command="Explain", sentence=f"explain why{rest[4:]}", confidence=0.7)
    if verb in ("Identify", "Name") and _ON_A_PLATE.search(rest):
        return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    if not second and _OF_WHAT.match(f"{verb} {rest}"):
        return LeftOut(rule="R8", reason="what it is asked of is not said", remedy="Name in the point what it is about.")
    if verb == "Interpret" and not re.match(r"(?:how|why|what)\b", rest):
        return LeftOut(
            rule="R7", reason="there is nothing on the paper to interpret", remedy="Write it as an item with a stimulus in a bank."
        )
    if clause.verb == "argue" and rest.startswith("for and against"):
        rest = f"the arguments {rest}"
    if clause.verb == "recall" and not re.match(
        r"(?:the |a |an )?(?:\w+ )?(?:formula|equation|definition|name|symbol|value|unit|date|year|law|capital|author|charge|percentage|age)s?\b",
        rest,
    ):
        verb = "Describe"
    if verb == "Assess" and not second and _TO_ASSESS.match(rest):
        return Said(command="Describe", sentence=f"describe how you would assess {rest}", confidence=0.7)
    if _OWN_DEEDS.search(rest):
        return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)
    if verb == "Advise" and re.match(r"(?:whether|if)\b", rest):
        verb = "Discuss"  # nobody is advised
    elif verb == "Advise":
        rest = clause.rest  # "Advise on aftercare": the word is asked, and keeps what goes with it
    if verb == "Distinguish" and not re.match(r"(?:between|the|a|an|,)\b", rest):
        rest = f"between {rest}" if " and " in rest else rest
    if verb == "Compare":
        rest = re.sub(r"^between\s+(.+?)\s+and\s+", r"\1 and ", rest)
    if verb == "Identify" and not second and re.match(r"how to\b", rest):
        verb = "Describe"
    if (
        verb == "Identify"
        and not second
        and re.match(
            r"(?:when|if|whether) (?!to\b|(?:the |this |these )?(?:data|results|graph|table|sources?|text|evidence|readings)\b)", rest
        )
    ):
        return Said(command="Describe", sentence=f"describe how you would recognise {rest}", confidence=0.8)
    if verb == "State" and re.match(r"(?:how(?! (?:many|much|often|long|far|old|fast|large|big|high|deep|tall|heavy)\b)|why)\b", rest):
        verb = "Describe" if rest.startswith("how") else "Explain"
    if second == verb or {verb, second} == {"Describe", "State"}:
        second = ""
    verbs = f"{lower(verb)} and {lower(second)}" if second else lower(verb)
    if clause.adverb:
        verbs = f"{clause.adverb} {verbs}"
    glue = "" if rest.startswith(",") else " "
    return Said(command=verb, second=second, sentence=f"{verbs}{glue}{rest}", confidence=0.95)


_ON_A_PLATE = regex(r" on an? (?:[a-z]+ )?(?:cross[- ]section|slide|specimen|model|x-ray|cast|sample|score)\b")
"""Where something is to be found that is not there ("identify an unconformity on a cross-section")."""
_OF_WHAT = regex(
    r"(?:Compare (?:to|with|against)|(?:Evaluate|Assess|Analyse|Discuss|Examine|Justify) (?:from|with|using|against|at|in|by|to))\b(?!.*\b(?:how|why|what|whether|which|extent)\b)"
)
"""A command whose thing is missing, as that of a clause is whose other half cannot be asked ("compare to the normal range")."""
_STATED = regex(
    r"^(?:(?!that\b|which\b|who\b|how\b|what\b|when\b|where\b|why\b|if\b|whether\b|so\b|to\b|the\b|an?\b)[\w’'-]+ ){1,3}(?:leads?|causes?|results?|allows?|makes?|is|are|was|were|has|have|can|will|means?|helps?|provides?|prevents|stops(?= .* from \w+ing\b))\s"
)
"""Words that look like a verb and its object are a subject ("Secure attachment leads to ...")."""
_STEPS = regex(r"[^,]+, (?!.*\b(?:and|or)\b)(?P<next>[a-z]+ .+)$")
_ONE_OF_THEM = regex(
    r"(?:the|one|an?) (?:most )?(?:correct|right|best|suitable|true) (?:answer|option|word|statement|sentence|letter|box)s?\b",
    re.IGNORECASE,
)
_OF_ALGEBRA = (
    r"\b(?:points?|lines?|triangles?|quadrilaterals?|circles?|curves?|functions?|matri(?:x|ces)|vectors?|sequence|series|equations?|roots?|angles?|expressions?|"
    r"multiple|integers?|divisible|perpendicular|congruent|isosceles|collinear|tangent|normal)\b"
)
"""What is shown by algebra, and not explained."""
_EXAMPLES = regex(r"^(?:(?:detailed|relevant|specific|clear|appropriate|suitable|two|three|some)\s+)*examples? of\s+", re.IGNORECASE)


_MAKES_SURE = frozenset({"ensure", "check", "help", "see", "let"})
"""Verbs that a whole sentence may follow ("ensuring equipment meets the standards")."""
_NO_NOUN = frozenset("what which that who how why when where whether it this they".split())


def _says_of_noun(rest: str) -> bool:
    """Whether what looks like a verb's object is a noun with a verb of its own ("moving | average smooths out fluctuations")."""
    noun, verb, after = [*rest.split()[:3], "", "", ""][:3]
    if noun in _NO_NOUN or not (noun.isalpha() and noun.islower()) or noun.endswith("s") or after in ("", "of", "and", "for"):
        return False
    base = base_of_third(verb)
    return bool(base) and base not in NOUNISH


def _acted(clause: Clause) -> Said | LeftOut:
    """Say a performance: `Describe how you would ...`; what belongs to the stage, the field or the ear is left out."""
    rest = clause.rest
    if clause.verb in ("choose", "select") and _ONE_OF_THEM.match(rest):
        return LeftOut(rule="N", reason="what may be chosen is not there", remedy="Write the options behind it: A) … B) … (Answer: B).")
    if not clause.second and (_STATED.match(rest) or (clause.verb not in _MAKES_SURE and _says_of_noun(rest))):
        return STATED
    if (steps := _STEPS.match(rest)) and is_step(steps["next"]):
        return LeftOut(
            rule="R9", reason="several steps, of which it asks for none", remedy="Ask how it is done, and put the steps after a colon."
        )
    if _ARTS.search(rest):
        return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)
    if clause.verb in ("provide", "produce", "supply") and re.match(r"(?:evidence|proof|a portfolio|a log|records?)\b", rest):
        return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)
    if clause.verb == "provide" and (found := _EXAMPLES.match(rest)):
        return Said(command="Give", sentence=f"give two examples of {rest[found.end() :]}", confidence=0.75)
    if clause.verb in ("plan", "research") and _DESIGN.match(rest):
        return Said(command="Describe", sentence=f"describe {rest}", confidence=0.8)
    if len(rest.split()) < 2:
        return LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
    return Said(command="Describe", sentence=f"describe how you would {clause.verb} {_with_infinitives(rest)}", confidence=0.7)


def _with_infinitives(rest: str) -> str:
    """Return what somebody would do with all its verbs in the form that follows "would" ("wash hands and | applies gloves")."""

    def infinitive(found: re.Match[str]) -> str:
        base = third_person(found["verb"])
        sure = base and (base not in NOUNISH or _OBJECT.match(rest, found.end()))
        return f"{found['joint']}{base}" if sure else found[0]

    return _JOINED_VERB.sub(
        infinitive, _JOINED_GERUND.sub(lambda found: f"{found['joint']}{imperative(found['verb']) or found['verb']}", rest)
    )


_JOINED_VERB = regex(r"(?P<joint>(?:,| and| then|, and| and then|;) )(?P<verb>[a-z]{3,}s)\b")
_JOINED_GERUND = regex(
    r"(?P<joint>(?<!ing)(?:, and| and then| and|, then| then) )(?P<verb>(?:solv|calculat|simplify|substitut|rearrang|differentiat|integrat|factoris|compar|convert|check|record|label|interpret|evaluat|analys|explain|describ|correct|measur|report|annotat|present|display|test)ing)\b(?= (?:to|the|an?|for|it|them|this|your|each|into|back|[a-z]{3,}(?<![suiy])s(?: |$))\b)"
)
"""The next thing that would be done ("set dy/dx equal to zero and | solving to find x")."""
_OBJECT = regex(r" (?:(?:the|an?|his|her|their|its|your|all|any|each|it|them)\b|[a-z-]{3,}(?<![siu])s\b)")


def _valued(clause: Clause) -> Said | LeftOut:
    if clause.verb == "trace" and re.match(r"the (?:development|history|origins?|growth|evolution|rise|course|events)\b", clause.rest):
        return Said(command="Describe", sentence=f"describe {clause.rest}", confidence=0.8)
    if clause.verb == "write" and not clause.second and _EQUATION.match(clause.rest):
        return Said(command="Write", sentence=f"write {clause.rest}", confidence=0.8)
    if clause.verb == "write" and not clause.second and _ACCOUNT.match(clause.rest):
        return Said(command="Analyse", sentence=f"write {clause.rest}", confidence=0.8)
    if clause.verb == "write" and not clause.second and _COMPOSED.match(clause.rest):
        return Said(command="Discuss", sentence=f"write {clause.rest}", confidence=0.7)
    if clause.verb == "write" and not clause.second and _HYPOTHESIS.match(clause.rest):
        return Said(command="Write", sentence=f"write {clause.rest}", confidence=0.8)
    verbs = f"{clause.verb} and {clause.second}" if clause.second else clause.verb
    if clause.verb in _ON_THE_PAGE or _is_formula(clause.rest):
        return LeftOut(rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK)
    return LeftOut(
        rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK, worksheet=f"Explain how to {verbs} {_RESULT_LAST.sub('', clause.rest)}"
    )


_COMPOSED = regex(
    r"an? (?:[a-z-]+ ){0,2}(?:letter|article|speech|story|essay|review|leaflet|diary entry|blog(?: post)?)\b[^.:]*? (?:in which|arguing|persuading|describing|about|explaining|to (?:argue|persuade|explain)) (?!the (?:text|image|picture|source)\b)\S+ \S"
)
"""What is written for readers, with what it is to say ("a letter to a newspaper in which you argue that ...")."""
_HYPOTHESIS = regex(r"an? (?:[a-z-]+ ){0,3}hypothesis (?:for|about|to test|that) (?!(?:this|the|your|these)\b)\S+ \S")
_RESULT_LAST = regex(r"(?<=\w) \([^()]*\d[^()]*\)$")
"""What a sum comes to, in brackets behind it: on a worksheet the way is asked for, and not the result."""


def _made(clause: Clause) -> Said | LeftOut:
    if clause.verb in ("design", "devise", "develop") and _DESIGN.match(clause.rest):
        return Said(command="Describe", sentence=f"describe {clause.rest}", confidence=0.8)
    if (
        clause.verb in ("show", "demonstrate", "verify")
        and re.match(r"that\b", clause.rest)
        and re.search(rf"\d|=|\b[A-Z]{{3,4}}\b|{_OF_ALGEBRA}", clause.rest)
    ):
        return LeftOut(rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK)
    if clause.verb in ("show", "demonstrate", "verify") and re.match(r"(?:how|why|what|that)\b", clause.rest):
        return _known(clause.rest)
    return LeftOut(rule="R6", reason=PRACTICAL, remedy=_OBSERVE)


_RIGHT_ONE = regex(
    r"(?:[a-z]+ )?(?:fittings|materials|tools|products|ingredients|resources|equipment|techniques|methods) (?:for|to) \S|(?:the|an?|two|three|four) (?:correct|right|appropriate|suitable|best|most [a-z]+) (?!answers?\b|options?\b)[\w -]+ (?:for|to|when) \S"
)


def as_named(clauses: tuple[Clause, ...], *, listed: bool) -> tuple[Clause, ...]:
    """Return clauses whose first asks what is selected, where that is `listed` behind it: it is named, and nobody asks how ("selecting the correct PPE for cutting: goggles, mask")."""
    first = clauses[0]
    if not listed or first.second or first.verb not in ("select", "choose") or not _RIGHT_ONE.match(first.rest):
        return clauses
    return (replace(first, verb="identify"), *clauses[1:])


_THAT_OPTION = regex(r"(?:the|which) (?:option|choice|result|answer|findings?|conclusions?|value|trend|anomal\w+|better|best)\b")
"""What only the thing that is not there has ("interpret the decision tree and recommend the option with ...")."""


def joined(clauses: tuple[Clause, ...], rule: str) -> Asked | LeftOut:
    """Say all clauses in one sentence; those that cannot be asked on paper are left, with their reasons."""
    said: list[tuple[Clause, Said]] = []
    left: list[tuple[str, str]] = []
    refusal: LeftOut | None = None
    for clause in clauses:
        each = say(clause)
        if said and clause.verb in LINKS and isinstance(each, LeftOut):
            # "and link them to pay"; what is to be linked one by one counts for itself ("name the six principles and link each to practice").
            command = "" if clause.rest.startswith("each ") else "Explain"
            each = Said(command=command, sentence=f"{clause.verb} {clause.rest}")
        if isinstance(each, Said) and len(clauses) > 1 and needs_stimulus(capital(each.sentence)):
            each = LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
        if (
            isinstance(each, LeftOut)
            and not said
            and len(clauses) > 1
            and clause.verb in ("use", "apply", "study", "start")
            and names_source(re.sub(r"^(?:with|from)\s+", "", clause.rest))
        ):
            # What else is asked is asked of it too: "Using Figure 2, describe ...".
            return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
        if isinstance(each, LeftOut):
            refusal = refusal or each
            left.append((f"{clause.verb} {clause.rest}", each.reason))
        elif refusal and not said and (find_reference(clause.rest) or kind_of(clause.verb) not in ("command", "know")):
            return refusal  # what could be asked points back to what cannot
        elif refusal and not said and refusal.rule == "R7" and _THAT_OPTION.match(clause.rest):
            return refusal
        else:
            said.append((clause, each))
    if not said:
        return refusal or LeftOut(rule="R9", reason="no rule reads it", remedy=BEGIN)
    return _sentence(said, tuple(left), rule)


def _sentence(said: list[tuple[Clause, Said]], left: tuple[tuple[str, str], ...], rule: str) -> Asked:
    first = said[0][1]
    text = first.sentence
    last = first
    for index, (clause, each) in enumerate(said[1:], 1):
        joint = clause.joint if not left else (" and " if index == len(said) - 1 else ", ")
        joint = re.sub(r"^\s*;\s*(?:and\s+)?$", " and " if index == len(said) - 1 else ", ", joint)
        joint = re.sub(r"^\s*,\s*$", ", and " if index == len(said) - 1 else ", ", joint)
        if re.search(r"as well|before|whilst", joint):
            joint = ", and " if "," in joint else " and "
        text = text + joint + _without_repetition(last, each)
        last = each
    seconds = [first.second] if first.second else []
    seconds += [each.command for _, each in said[1:]]
    rank = {name: TARIFF[name].rank for name in (first.command, *seconds) if name in TARIFF}
    second = max((name for name in seconds if name in rank), key=lambda name: rank[name], default="")
    confidence = min(each.confidence for _, each in said) - (0.05 if left else 0.0)
    text = _listed(text) if left else text
    return Asked(
        rule=rule, command=first.command, second=second, sentence=capital(text.strip()), confidence=round(confidence, 2), left=left
    )


def _listed(text: str) -> str:
    """Give a list of clauses its `and` back where the last of them could not be asked ("why X, how Y")."""
    parts = re.split(r",\s+(?=(?:how|why|what|when|where)\b)", text)
    if len(parts) < 2 or re.match(r"\w+, ", text) or re.search(r"\band (?:how|why|what|when|where)\b", parts[-1]):
        return text
    return ", ".join(parts[:-1]) + " and " + parts[-1]


_YOU_WOULD = "describe how you would "


def _without_repetition(before: Said, each: Said) -> str:
    """Drop a command that has just been given ("describe X and describe the Y" is "describe X and the Y")."""
    if before.sentence.startswith(_YOU_WOULD) and each.sentence.startswith(_YOU_WOULD):
        return each.sentence.removeprefix(_YOU_WOULD)
    word = f"{each.command.casefold()} "
    given = before.command == each.command and before.sentence.startswith(word)
    if (given or before.second == each.command) and each.sentence.startswith(word):
        after = each.sentence[len(word) :]
        if re.match(r"(?:the|its|their|your|a|an|how|why|what)\b", after) and not re.match(r"how you would", after):
            return after
    return each.sentence
