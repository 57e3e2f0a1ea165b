"""Answers: what answers a point within its own words, set apart so that no stem gives it away."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.cutting import credited_by, cut
from packbuilder.derive.marking_points.finite import is_statement, says
from packbuilder.derive.marking_points.formulas import alternatives
from packbuilder.derive.marking_points.inflection import is_known, is_past
from packbuilder.derive.marking_points.inversion import AUXILIARIES
from packbuilder.derive.marking_points.single import asks_for_one, together
from packbuilder.derive.marking_points.told_why import gives_reason
from packbuilder.derive.marking_points.words import lower
from packbuilder.finite_verbs import SURE_VERB
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_ANSWERED = regex(
    r"^(?:Q(?:uestion)?\s?\d{0,2}\s?[:.]\s*)?(?P<question>(?:(?:in|on|at|to|from|by|for|with|of|under) (?:what|which|whom|whose)|what|why|how|which|whose|who|when|where)\b[^?]{6,200}\?)\s+(?:(?:[–—-]+>?|=>|→)\s+|A(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.]\s*)?"
    r"(?P<answer>(?!(?:you (?:may|could|should|must|might|can) (?:also )?(?:include|use|refer|write|consider)|consider|think about|explain|justify|give|refer|discuss|use|support|state|describe|what|why|how|which|who)\b)[^\s(\[][^?]*)$",
    re.IGNORECASE,
)
_ASKS_ON = regex(
    rf"(?:when|where)(?: (?:{'|'.join(sorted(AUXILIARIES))}|to|and|or|it|they|this|these|he|she)\b|[^\s,]*(?:$|[,.]))", re.IGNORECASE
)
"""What asks for more behind a question, or narrows it ("What is erosion? Where it happens"); "When a force acts, ..." answers it."""
_CLAUSE = regex(r"(?:when|where)\s+(?P<clause>.+)$", re.IGNORECASE)
_TOLD = regex(
    r"^(?P<question>(?:name|state|give|identify|(?:explain|describe|state|say) what is meant by)\b[^?]{6,120})\?\s+(?:A(?:ns(?:wer)?)?\s?[:.]\s*)?"
    r"(?P<answer>(?!(?:explain|justify|give|refer|discuss|use|support|state|describe|show|suggest|what|why|how|which|who|when|where|you|your|in your)\b)[^?:]{2,120})$",
    re.IGNORECASE,
)
"""A command with a question mark, and its answer ("Name the gas? Oxygen")."""
_BRACKETED = regex(
    r"^(?P<question>(?:(?:in|on|at|to|from|by|for|with|of|under) (?:what|which|whom|whose)|what|why|how|which|who|when|where)\b[^?]{6,200}\?)\s+[(\[](?P<answer>[^()\[\]]+)[)\]]$",
    re.IGNORECASE,
)
_SUPPORTED = regex(r",? and (?:they )?(?:support|illustrate|back)s? (?:this|it|them)(?: up)?(?= with\b| by\b| using\b|\.?$)", re.IGNORECASE)
_PROMPTS = regex(
    r"(?<=[a-z\d)?])\.?\s+You (?!(?:may|could|should|must)(?: also)? (?:use|refer to|include) [^:]+ (?:in your answer\.|of your own\b)|must(?: also)? (?:use|refer to|include|consider|write about) [^:.]+\.?$)(?:may|could|should|must)(?: also)? (?:use|refer to|include|consider|write about)\b(?:[^:.]*:\s*(?P<list>[^.]+))?.*$"
)
"""What a question lends to its answer ("You may use: ..."): it goes to the scheme."""
_PROMPTED = regex(
    r"(?<=[a-z\d)?])\.?\s+(?:Your (?:answer|response|essay) (?:may|could|should|must)(?: also)?|In your (?:answer|response|essay),?(?: you (?:may|could|should|must))?(?: also)?) (?:include|refer to|cover|consider|mention|discuss)(?: the following)?\s*:\s*(?P<list>[^.]+)\.?$"
)
"""The same, said of the answer."""
_ANY_FROM = regex(
    r"(?:[\s.:;,–-]+\b[Aa]ny (?:one|two|three|four|\d)(?: (?:from|of))?|,\s+from|[.;]\s+(?:One|Two|Three|Four) (?:from|of))\s*:\s*(?P<list>.+)$"
)
_BECAUSE = regex(
    r"^(?P<asked>(?:explain(?:ing)?|suggest(?:ing)?|stat(?:e|ing)|giv(?:e|ing) (?:a|one|two) reasons?)\b.*?\b(?:why|reasons?)\b.{10,}?)[.,;–-]*\s+because\b(?! of\b)\s+(?P<list>[^?]+)$",
    re.IGNORECASE,
)
"""The reason that is asked for, given in the same breath."""
_SINCE = regex(
    r"^(?P<asked>(?:explain(?:ing)?|suggest(?:ing)?|stat(?:e|ing))\b[^,]*?\b(?:why|reasons?)\b.{10,}?),\s+(?:since|as)\s+(?P<list>(?!(?:well|shown|seen|such|if|though|a (?:result|whole|consequence)|it (?:were|is known)|the (?:war|revolution|start|end|beginning))\b|\d)[^?,]+)$",
    re.IGNORECASE,
)
"""The same behind a comma, with another word; what follows must be a statement."""
_SO_THAT = regex(r"^(?P<asked>explain(?:ing)?\b[^,]*?\bwhy\b[^,]{10,}?),\s+(?:so that|in order that)\s+(?P<list>[^?,]+)$", re.IGNORECASE)
"""What something is done for, behind a comma, which answers why."""
_REASONED = regex(
    r"^(?:(?:\w+ly\s+)?(?:stat|identif|explain|recognis|not|know|understand|appreciat|realis|mention)(?:e|es|ing|y|ies|ying|s)?\s+that\s+|(?:recognition|understanding|knowledge|awareness|appreciation|realisation|statement|explanation)\s+that\s+)?(?P<what>[^?:;]{8,160}?),?\s+"
    r"(?:(?<!not )(?<!just )(?<!only )(?<!simply )(?<!partly )because(?:\s+of)?|(?P<due>due\s+to)|(?P<as>as|since)(?=\s+(?:it|they|this|there|no)\s)|(?P<since>since)(?=\s+(?!the (?:war|revolution|start|end|beginning)\b)(?:[\w-]+ ){1,4}?(?:is|are|can|cannot)\s))\s+(?P<list>[^?]+)$",
    re.IGNORECASE,
)
"""A statement with its reason: the reason is what can be asked for."""
_VIEW = regex(r"the (?:argument|view|idea|claim|suggestion|interpretation|theory|belief) that \w+ \w+", re.IGNORECASE)
"""What somebody thinks, and in it a statement with its reason."""
_BEFORE_REASON = regex(
    r"[\s,;:–-]+(?:for example|for instance|namely|e\.g\.?|i\.e\.?|that is|such as|including|mainly|largely|chiefly|mostly|partly|simply|perhaps|possibly|probably|presumably)[\s,:]*$",
    re.IGNORECASE,
)
"""What leads only to "because", and is no part of what is asked."""
_BE = regex(
    r"\b(?:(?:can|could|may|might|must|should|will|would) be|is|are|was|were|has|have|had|cannot|became|becomes?|increased|decreased|fell|rose)\b"
)
_DONE_BY = regex(
    r"\b(?:\w+ed|made|done|kept|taken|given|chosen|drawn|held) (?:by|rather|instead|to|in order|for|as|with|at|in|on)\b", re.IGNORECASE
)
"""Without a form of "be" it is no clause ("Temperature controlled by a water bath", "Percentage change used rather than actual change")."""
_BEEN = regex(r"\b(?:has|have|had|same|such|so|as|just|described|defined|known|seen|regarded|used|act|acts|acted|serves?)\b")
"""What "since" dates and "as" compares."""
_LASTS = regex(r"\b(?:has|have|had) (?:\w+ly )?(?:been|grown|risen|fallen|\w+ed)\b")
"""Before "since", what has gone on for some time."""
_DOES = regex(
    r"(?:add|heat|cool|us|plant|increas|decreas|reduc|rais|lower|remov|mov|mix|burn|chang|doubl|halv|cutt|build|work|exercis|train|smok|eat|drink|sleep|recycl|warm|connect|plac|putt|tak|mak|hav|keep|stirr|crush|grind|sow|plough)ing "
    r"(?:[\w’'-]+ ){1,6}?(?:increases|decreases|reduces|raises|lowers|makes|improves|prevents|causes|helps|stops|slows|speeds|changes|weakens|strengthens)\b",
    re.IGNORECASE,
)
"""A deed and what it does ("Adding a catalyst increases the rate"): no instruction, for all that it opens with a verb."""
_IS_MEANT = regex(
    r"(?:[\w’'-]+ ){1,4}?(?:(?:is|means) (?:when|where|[a-z]{3,}ing (?!to\b))|(?:occurs|happens|arises) (?:when|if) )", re.IGNORECASE
)
"""What a term means, or when something happens: a reason within it is a part of that ("Discrimination is treating someone unfairly because of ...")."""
_NUMBERED = regex(r"(?:Group|Period|Rank|Order|Grade|Stage|Level|Class|Point|Type|Phase)s? (?:\d|[IVX]+\b)")
"""What has a number, and is no command ("Group 1 elements react ... because ...")."""
_FOUND_THAT = regex(
    r"[A-Z][\w’'-]+(?: (?:and|&) [A-Z][\w’'-]+| et al\.?)?(?: \(\d{4}\))? (?:found|showed|reported|observed|discovered) that\b"
)
"""What somebody found: the reason is of that, and not of the finding."""
_NO_VERB = regex(r"[a-z]+(?:ed|ic|al|ous|ive|ful|less|ble) [a-z]+|[A-Z]?[a-z]+(?:ed|ic|al|ous|ive|ful|less|ble) [a-z]+")
"""A thing and what it is like, with nothing said of it ("biased sample")."""
_COMPARED = regex(
    r"(?P<what>(?!(?:the|a|an) \S+er\b)(?:[\w’'-]+ ){0,3}?[\w’'-]+) (?P<how>(?:much |far |slightly )?(?:harder|softer|stronger|weaker|faster|slower|quicker|higher|lower|larger|smaller|bigger|denser|hotter|colder|cooler|warmer|longer|shorter|thicker|thinner|"
    r"heavier|lighter|cheaper|better|worse|greater|safer|easier|(?:more|less) [a-z]+(?:ive|able|ous|ent|ant|al|ful|ed|le|t))(?: (?:than|when|in|at|if|after|during|with|near)\b.*)?)"
)
_IS_DONE = regex(
    r"[A-Z][a-z]+ing (?:(?!(?:that|how|why|what)\b)[\w’'-]+ ){0,2}?(?:can|may|might|could|will|would|should|must|is|was|has|had|leads|led|means)\b"
)
"""What may be done, and what it is like ("Labelling can lead to ..."): a subject, and no instruction."""
_PLACED_FIRST = regex(
    r"(?P<where>(?:In|During|After|At|By|Under|On) (?!(?:this|that|order|addition|fact|contrast)\b)(?:[^,;:]{3,50}(?=, )|[A-Z][^,;:]{2,30} v [A-Z][^,;:]{2,40}?(?= the \w))),? (?P<told>[^,;:].{8,})"
)
"""Where or when something is, before what is told of it ("In Blood Brothers, the twins are separated")."""
_NO_SUBJECT = regex(
    r"^(?:the (?:fact|idea|reason|answer)|they|it|this|these|those|he|she|we|you|i|there|that|not(?! all\b| every\b)|if|when|in|as|and|or|so|but|to|for|how|why|what|which|where|who|whether|marks?|because|do|don['’]t|never|always|avoid)\b",
    re.IGNORECASE,
)
_OF_MARKING = regex(
    r"\breasons?$|\b(?:candidates?|learners?|students?|pupils?|marks?|answers?|responses?|examiners?|questions?)\b", re.IGNORECASE
)
_MEANT = regex(r"\bwhat is meant by\b", re.IGNORECASE)
_CHOSEN = regex(
    r"^(?P<asked>(?:justify|recommend)\b[^:;?]{8,}?),?\s+(?:because\s+(?!of\b)|(?:as|since)\s+(?=(?:it|they|this|he|she)\s))(?P<list>[^?:]+)$",
    re.IGNORECASE,
)
"""A choice with its reason, which is what can be asked for."""
_OPPOSED = regex(r"^(?P<asked>(?:compare|contrast|distinguish)\b[^:;?]{8,}):\s+(?P<list>[^:?]*\b(?:whereas|while)\b[^:?]*)$", re.IGNORECASE)
_RECALL = (
    r"^(?P<asked>(?:stat(?:e|ing)|nam(?:e|ing)|giv(?:e|ing)|list(?:ing)?|identify(?:ing)?|recall(?:ing)?|defin(?:e|ing))\b[^–—=]{6,}?)"
)
_PREDICTED = regex(
    r"^(?P<asked>predict(?:ing)?\b[^–—:=]{8,}?)\s[–—-]\s(?P<list>(?!(?:and|with|for|or|but|using|in|as|e\.g|including|such)\b)[^–—:]{2,60})$",
    re.IGNORECASE,
)
"""A prediction, and what happens behind a dash ("Predict the state of astatine – solid")."""
_DASHED = regex(
    rf"{_RECALL}\s[–—-]\s(?P<list>(?!(?:and|with|for|or|but|using|in|as|e\.g|including|such)\b)(?=[^–—]*[/,;\d])(?:(?!\band\b[^–—]*\s-\s)[^–—])+)$",
    re.IGNORECASE,
)
_MEANS = regex(
    r"^(?P<asked>(?:defin(?:e|ing)|stat(?:e|ing) what is meant by)\b[^=:]{4,60}?)\s*[=:]\s+(?P<list>(?!.*=)\S.{12,})$", re.IGNORECASE
)
_SQUARE = regex(r"^(?P<asked>.{12,}?(?<![=\s]))\s*\[(?P<list>[^\[\]]*[;,=→>][^\[\]]*)\]$")
_EQUATION = regex(r"\s+/\s+(?P<list>[A-Za-z]\w{0,2}\s*=\s*[^\s,;]+)(?=\s|[,;.]|$)")
"""An equation as the other name of what is asked for ("Ohm's law / V = IR")."""
_EXAMPLE = regex(
    r"(?P<what>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?)(?:, (?:e\.g\.,?|for example,?|for instance,?|such as|like) [^,:;]{2,40},| such as [^,:;\s]+(?: (?!(?:is|are|was|were|has|have|can|cannot|must|should)\b)[^,:;\s]+){0,2}?) "
    r"(?P<rest>(?:is|are|was|were|has|have|can|cannot|must|should|[a-z]{3,}s)\b[^:;]* because .+)"
)
_AWARDED = regex(r"^(?:award|give|allow) (?:credit|(?:a|one|\d) marks?) for (?=\S)", re.IGNORECASE)
"""What markers are told before an answer."""
_WHO = regex(r"who (?!were|are|else)", re.IGNORECASE)
"""What one person answers, with a place or a date behind the name."""
_WORD_TERMS = regex(r"\bfollowing\b(?! (?:an?|the|his|her|its|their|this|each|any|some)\b)|\b(?:terms?|words|these)$", re.IGNORECASE)


def without_example(text: str) -> str:
    """Return a statement with its reason, without the example of what it is about ("A merit good, e.g. education, is under-consumed because ...").

    The example is no reason, and the question is about all that it is an example of.
    """
    found = _EXAMPLE.fullmatch(text) if " because " in text else None
    return f"{found['what']} {found['rest']}" if found and not form_and_base(found["what"].split()[0])[1] else text


def answered(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a question without the answer that a point gives after it, and the pieces of the answer."""
    found = _ANSWERED.match(words) or _BRACKETED.match(words)
    if found and (clause := _CLAUSE.match(found["answer"])) and (_ASKS_ON.match(found["answer"]) or not _is_told(clause["clause"])):
        return words, ()
    if not found and (told := _TOLD.match(words)):
        answer = told["answer"].strip(" .")
        return told["question"], (answer,) if _MEANT.search(told["question"]) or asks_for_one(told["question"]) else cut(answer)
    if not found:
        return words, ()
    question, answer = found["question"], _AWARDED.sub("", found["answer"])
    if (asks_for_one(question) and ";" not in answer) or together(answer) or _WHO.match(question):
        return question, (answer if re.search(r"\.[A-Z]\.$", answer) else answer.rstrip(" ."),)
    return question, credited_by(question, answer)


def _is_told(clause: str) -> bool:
    """Whether a clause that says when or where something is has its verb."""
    return is_statement(clause) or says(clause)


def set_apart(body: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without what answers it within its own words, and the pieces of that."""
    prompted = _PROMPTED.search(body) or _PROMPTS.search(body)
    pieces = cut(prompted["list"]) if prompted and prompted["list"] else ()
    body = _SUPPORTED.sub("", _PROMPTS.sub("", _PROMPTED.sub("", body)))
    reasoned = _REASONED.match(body)
    if reasoned and (asked := _why(reasoned)):
        return asked, (*pieces, *re.split(r",?\s+(?:and\s+)?because(?:\s+of)?\s+", reasoned["list"].strip(" .")))
    equation = _EQUATION.search(body)
    if equation and equation.start() >= 8:
        body, pieces = _EQUATION.sub("", body, count=1), (*pieces, equation["list"])
    found = _ANY_FROM.search(body)
    if found and found.start() >= 8:
        return body[: found.start()], (*pieces, *cut(found["list"].rstrip(" .")))
    for pattern in (_BECAUSE, _SINCE, _SO_THAT, _CHOSEN, _OPPOSED, _MEANS, _SQUARE, _DASHED, _PREDICTED):
        found = pattern.match(body)
        if found and not _WORD_TERMS.search(found["asked"]) and found["asked"].count("(") <= found["asked"].count(")"):
            if pattern in (_SINCE, _SO_THAT) and not _is_told(found["list"]):
                continue
            whole = pattern in (_BECAUSE, _SINCE, _SO_THAT, _CHOSEN, _OPPOSED, _MEANS)
            given = found["list"].strip(" .")
            return _BEFORE_REASON.sub("", found["asked"]).strip(" .,;:–-"), (*pieces, *((given,) if whole else _listed(given)))
    return body, pieces


_OF_TITLE = regex(r"An? [A-Z][a-z]+(?:[’']s)? (?:of |and )?[A-Z][a-z]")
"""A title that begins with an article ("A Christmas Carol is an allegory because ...")."""
_ENDS_IN_BE = regex(r"\b(?:is|are|was|were)$")
"""Before "due to", which belongs to it ("The fall in crime was due to ...")."""


def _why(found: re.Match[str]) -> str:
    """Return the question for the reason that a statement gives; empty where what stands before it is none, or says nothing by itself."""
    what = _BEFORE_REASON.sub("", found["what"]).strip(" ,.")
    if _VIEW.match(what):
        return f"Explain {lower(what)}"
    if found["due"] and _ENDS_IN_BE.search(what):
        return f"State what {lower(what, thorough=True)} due to"
    if (placed := _PLACED_FIRST.fullmatch(what)) and not _NO_SUBJECT.match(placed["told"]) and _clause(placed["told"]):
        return f"Explain why, {placed['where'][:1].lower()}{placed['where'][1:]}, {lower(placed['told'], thorough=True)}"
    first = what.split()[0]
    if (
        _NO_SUBJECT.match(what)
        or (_NO_VERB.fullmatch(what) and not (_BE.search(what) or SURE_VERB.search(what) or says(what)))
        or (what.count(" – ") == 1 and not found["due"])
        or _FOUND_THAT.match(what)
        or _IS_MEANT.match(what)
        or (form_and_base(first.rstrip(","))[1] and not (_DOES.match(what) or _IS_DONE.match(what) or _NUMBERED.match(what)))
        or (is_past(first) and not _BE.search(what))  # "Used a lid"
        or len(what.split()) < 2
        or re.search(r"\b(?:is|are) when\b", what)
        or _OF_MARKING.search(what)
        or (_DONE_BY.search(what) and not _BE.search(what))
        or (found["due"] and not (_BE.search(what) or says(what)))
        or (found["since"] and (_LASTS.search(what) or not (_BE.search(what) or is_statement(what))))
        or (found["as"] and not gives_reason(what, found["as"], found["list"]))
        or (found["as"] and (_BEEN.search(what) or not (_BE.search(what) or is_statement(what))))
    ):
        return ""
    what = _with_verb(what)
    if _OF_TITLE.match(what):
        return f"Explain why {what}"
    return f"Explain why {lower(what, thorough=True) if first != 'A' else what[:1].lower() + what[1:]}"


def _with_verb(what: str) -> str:
    """Return what is said of something with its verb, where notes leave it out ("Alloys harder than pure metals")."""
    found = None if _BE.search(what) or SURE_VERB.search(what) else _COMPARED.fullmatch(what)
    if not found or _many_do(found["what"].split()):
        return what
    be = "are" if is_plural(found["what"].split()[-1].casefold()) else "is"
    return f"{found['what']} {be} {found['how']}"


def _many_do(words: list[str]) -> bool:
    """Whether words end with what several do ("metals conduct")."""
    return len(words) > 1 and is_known(words[-1].casefold()) and is_plural(words[-2].casefold())


def _clause(text: str) -> bool:
    return bool(_BE.search(text) or is_statement(text))


def _listed(given: str) -> tuple[str, ...]:
    return alternatives(given) if " / " in given else cut(given)
