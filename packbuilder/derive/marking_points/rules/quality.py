"""R0: the quality of an answer (its structure, terms, spelling) is marked within questions; it is none by itself."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.patterns import regex

_ABOUT_ANSWERS = frozenset(
    """a an the and or of to in with by for on from your their its that is are as at both where when this such any some all
    use uses using used usage employ employs employing apply applies applying show shows showing demonstrate demonstrates demonstrating
    write writes writing written reach reaches reaching come comes coming construct constructs constructing develop develops developing
    produce produces producing provide provides providing give gives giving present presents presenting sustain sustains sustaining
    make makes making form forms forming draw draws drawing offer offers offering include includes including structure structures
    structuring organise organises organising support supports supporting maintain maintains maintaining answer answers answering link
    links linking respond responds responding reference references referencing refer refers referring express expresses expressing
    communicate communicates communicating engage engages engaging
    key correct accurate secure appropriate technical specialist relevant subject-specific subject scientific geographical historical
    mathematical musical legal business economic sociological psychological literary analytical precise industry standard formal good
    clear wide range variety specific
    term terms terminology vocabulary language spelling punctuation grammar spag expression english notation register conventions
    coherent logical logically balanced sustained substantiated supported justified reasoned detailed developed convincing
    overall final effective critical extended concise fluent structured well well-developed well-structured well-reasoned
    well-argued well-supported valid evidence-based focused sides line chain chains
    structures argument arguments judgement judgements judgment conclusion conclusions reasoning response responses point points
    paragraph paragraphs essay essays introduction prose evidence example examples quotation quotations quotes counter-argument
    counterargument counter-arguments counterarguments ideas focus question throughout clearly coherently consistently fluently
    short embedded integrated support supports quality dates unit units working workings detail depth opinion opinions based accurately effectively precisely reasons explanation explanations""".split()
)
_NOUNS = frozenset(
    """terms terminology vocabulary language spelling punctuation grammar spag notation register argument arguments judgement
    judgements judgment conclusion conclusions reasoning response responses answer answers paragraphs essay prose examples example evidence
    quotations quotes units dates working counter-argument counterargument counter-arguments counterarguments structure points links ideas expression english""".split()
)


_REASON = "it says how good an answer is, not what is asked"
_REMEDY = "Keep it for the levels of extended questions, or name the subject matter."
_OBJECTIVES = regex(
    r"^(?:compar(?:e|es|ing|ison of) |contrast(?:s|ing)? )?(?:the )?two (?:films|poems|plays|texts|works|novels|sources)\b.*\bthroughout$|^(?:your |their )?own knowledge (?:used |is used |which |that )?(?:to|in|that|which|supports?|beyond)\b|^(?:(?:judicious|precise|apt|sustained|perceptive|conceptualised|personal|critical|informed|thoughtful|exploratory|convincing|relevant|accurate|clear|well-chosen)[ ,]+(?:and )?)+"
    r"(?:use of (?:\w+ )?(?:references?|quotations?|evidence|examples?|terminology)|responses?(?: to (?:the )?(?:task|text|question)s?)?\b|own knowledge|references? to\b|textual (?:detail|references?))"
    r"|^(?:correct|accurate|appropriate|proper|full) (?:citation|spelling|labelling|presentation|referencing|units?|notation)\b|^(?:independent|wider) (?:research|reading)\b|^(?:\w+ )?definitions? of (?:the |any )?(?:key |relevant |important )?(?:terms?|words|vocabulary)$|\b(?:during|within|throughout) the (?:practical|task|time (?:limit|allowed|available)|assessment|performance)\b|^(?:varied|a (?:wide )?(?:range|variety) of) (?:sentence|vocabulary|punctuation)\b|\b(?:structures|punctuation|vocabulary|sentences|language) for (?:deliberate )?effect$|^engag(?:e|es|ing) (?:[a-z]+ly )?with (?:(?:scholarly|critical|academic|different|alternative|wider|the|a range of) )+(?:views?|reading|debates?|sources?|opinions?|texts?|tasks?|questions?|ideas|critics|interpretations)\b|^(?:an? )?(?:wide |good |full |broad )*(?:range|variety) of (?:[a-z]+ )?(?:vocabulary|punctuation|sentence)\b|^plan(?:s|ning)? (?:an?|the|their) (?:answers?|responses?|essays?)\b|^synoptic\b|^(?:select|choos)(?:e|es|ing) (?:(?:relevant|appropriate|suitable|precise|apt|short|brief|good|well-chosen) )*(?:quotations?|quotes|evidence|textual|details|examples)\b(?! (?:of|for) )|^appl(?:y|ies|ying) (?:(?:the|your|their) )?(?:answers?|responses?|knowledge|theory|points) to the (?:context|question|business|organisation|case|scenario)\b|^(?:quot|cit)(?:e|es|ing) (?:from|in|directly|accurately)\b|^respond(?:s|ing)? to (?:the |a )?(?:texts?|tasks?|questions?)\b|^(?:good|better|weaker|stronger) (?:answers|responses)\b"
    r"|\b(?:used by (?:a|the) writers?|relationships? between texts and the contexts?|contexts? in which they were written|(?:features and )?characteristics of the periods?\b|range of vocabulary and (?:sentence )?structures?)\b",
    re.IGNORECASE,
)
"""Objectives that awarding bodies print for a whole subject."""


def quality(point: Normal) -> Outcome:
    """Leave out `Correct use of terminology`, `Reaches a supported judgement` and the like: no word of it names a subject."""
    if _OBJECTIVES.search(point.body):
        return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", point.body.casefold())
    if not words or len(words) > 16 or not all(word in _ABOUT_ANSWERS for word in words) or not any(word in _NOUNS for word in words):
        return None
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
