"""The words of headings: what teachers call the sections of notes, with what they add to the name ("Exam Qs (AQA)", "Glossary of key terms")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from packbuilder.grammars import folded
from packbuilder.patterns import regex

Name: TypeAlias = Literal["synopsis", "concepts", "tips", "misconceptions", "points", "objectives"]

_BOARD = r"(?:aqa|edexcel|pearson|ocr|wjec|eduqas|cie|caie|cambridge|ccea|sqa|btec|ncfe|ibo?|igcse|gcse|a[- ]?levels?|as[- ]?level|ks[1-5]|sats|year \d{1,2}|y\d{1,2}|paper \d|p\d|unit \d{1,2}|foundation|higher|tier|spec|specification|[a-d]?\d[\d./-]*)"
_PLACE = regex(rf"(?:\s*[-–—:|/,]\s*|\s+for\s+|\s+){_BOARD}(?:[\s/,&-]+{_BOARD})*$")
"""Where a section belongs: a board, a qualification, a paper, a number of the specification, behind its name."""
_BEFORE = regex(rf"^{_BOARD}(?:[\s/,&-]+{_BOARD})*(?:\s*[-–—:|]\s*|\s+)(?=\w)")
_BRACKET = regex(r"\s*[(\[][^()\[\]]{1,40}[)\]]?$")
_AFTER = regex(
    r"\s+(?:to (?:learn|know|remember|revise)|(?:that )?(?:you|students|learners|pupils|candidates) (?:need|must|should)(?: to)?(?: know| learn)?|you need|"
    r"(?:for|of|in|on) (?:this|the) (?:topic|unit|chapter|module|lesson|exam)|by heart)$"
)
_OWNERS = r"(?:students?|pupils?|learners?|candidates?|people|you|we|children)"

_KEY = r"(?:(?:key|core|main|important|essential|vital|central|big|must[- ]know|required|necessary|specialist|technical|scientific|mathematical|historical|geographical|legal|subject|subject[- ]specific|topic|unit|new|tier \d(?:\s?[/&]\s?\d)?)\s+)"
_THINGS = (
    r"(?:terms?|terminology|words?|keywords|vocab|vocabulary|concepts?|ideas?|facts?(?: & figures)?|definitions?|knowledge|principles?|theor(?:y|ies|ists)|laws|"
    r"equations?|formula[es]?|people|figures|individuals|thinkers|dates|events|quotes|quotations|studies|cases|content|information)"
)
_ERRORS = r"(?:mistakes?|errors?|misconceptions?|pitfalls?|misunderstandings?|confusions?|traps?|myths?|slips?|wrong (?:answers|ideas)|false beliefs)"
_USUAL = r"(?:(?:common|typical|frequent|usual|classic|popular|key|main|exam|silly|student|students|pupil|pupils|learner|candidate|candidates)\s+)"
_TIPS = r"(?:tips?|hints?|advice|techniques?|strateg(?:y|ies)|guidance|hacks|skills)"
_STUDY = r"(?:(?:exam|exams|examination|revision|study|memory|top|handy|helpful|useful|examiner|examiners|learning)\s+)"
_QUESTIONS = r"(?:questions?|qs?|q s)"
_KIND = (
    r"(?:(?:exam|exams|examination|exam[- ]style|style|practice|past|paper|past[- ]paper|past[- ]exam|sample|specimen|example|possible|likely|typical|topic|"
    r"test|essay|quiz|review|revision|short|long|short[- ]answer|long[- ]answer|extended|response|writing|extended[- ](?:writing|response|answer)|board|model|"
    r"\d{1,2}[- ]marks?|\d{1,2}[- ]markers?|homework|worksheet|end of (?:topic|unit)|end[- ]of[- ](?:topic|unit)|self[- ]assessment)\s+)"
)
_ANSWERED = r"(?:\s*(?:&|with|\+|/)\s*(?:(?:model|sample|suggested|full|exemplar)\s+)?(?:what (?:to credit|is credited|gets? (?:the )?marks)|answers?|as?|mark ?schemes?|marking points|solutions))"

_FORMS: dict[Name, re.Pattern[str]] = {
    "synopsis": regex(
        r"(?:(?:topic|unit|lesson|chapter|module|quick|brief|short|executive|general|spec|the)\s+)?(?:summary|overview|introduction|intro|outline|big picture)"
        r"(?:\s+(?:of|to) (?:the |this )?(?:topic|unit|lesson|chapter|module|subject|theme))?|(?:the )?topic in (?:brief|a nutshell)|in a nutshell|in brief|at a glance|tl;?dr|big picture"
    ),
    "concepts": regex(
        rf"{_KEY}+{_THINGS}(?:\s+list|\s+bank)?|{_KEY}+{_THINGS}\s*(?:&|/|,)\s*{_KEY}*{_THINGS}|"
        rf"(?:glossary|definitions?|list|meanings?)(?: of {_KEY}*{_THINGS})|vocab|vocabulary|glossary|(?:word|vocab|vocabulary|spelling|key ?word) (?:list|bank|mat)|"
        r"(?:terms|definitions|words|vocab|vocabulary|facts|equations|formula[es]?|quotes|quotations) (?:to (?:learn|know|remember)|you need(?: to (?:know|learn))?)|"
        r"(?:things|what) (?:to know|you (?:need to|must|should) know)|concepts|facts|must know|quotations|quotes"
    ),
    "tips": regex(
        rf"{_STUDY}+{_TIPS}(?:\s*(?:&|/|\+)\s*{_STUDY}*{_TIPS})*(?:\s+for (?:the |your )?(?:exams?|revision|revising|students|success|learners|pupils|candidates))?|"
        rf"{_TIPS} (?:for (?:the |your )?(?:exams?|revision|revising|students|success|learners|pupils|candidates)|from (?:the |an )?examiners?)|"
        r"(?:how to|ways to) (?:revise|remember|learn)(?: it| this(?: topic)?)?|how to answer(?: the| these| exam)*(?: questions)?|exam (?:prep|preparation|help|focus)|"
        r"memory aids|mnemonics|golden rules|dos & donts|how to succeed|in the exam"
    ),
    "misconceptions": regex(
        rf"{_USUAL}*{_ERRORS}(?:\s+(?:(?:that )?{_OWNERS} (?:often |commonly |always )?make|to (?:avoid|look out for|watch (?:out )?for)|in (?:the )?exams?))?"
        rf"(?:\s*(?:&|/|,|\+|vs?|or|versus)\s*(?:{_USUAL}*{_ERRORS}|corrections?|facts?|reality|truths?|how to (?:fix|avoid|correct) (?:them|it)))?|"
        rf"(?:things|what|where) {_OWNERS} (?:often |commonly |always |usually )?(?:get|go)(?:es)? (?:it |things )?wrong|(?:where|how|why) {_OWNERS} (?:often |commonly )?lose marks|"
        r"(?:where|how|why) marks (?:are|get) lost|(?:easily|commonly|often) confused(?: (?:terms|words|ideas))?|watch out(?: for)?|beware(?: of)?|"
        rf"(?:dont|don t|do not|never|stop|try not to|you must not) (?:make|making|fall (?:for|into)) (?:any of )?(?:these|the following|those|such) {_USUAL}*{_ERRORS}|"
        rf"{_USUAL}*{_ERRORS} (?:not to make|(?:that )?{_OWNERS} (?:must|should) not make)|"
        rf"avoid(?: these| the following)? {_USUAL}*{_ERRORS}|myth[- ]?(?:busting|busters?)|(?:examiners? reports?|from the examiners? report):? {_USUAL}*{_ERRORS}"
    ),
    "points": regex(
        rf"(?:(?:examiners?|key|exam|assessment|assessors?|board|main)\s+)*(?:marking|mark|assessment|credit|credit-?worthy) (?:points|pts){_ANSWERED}?|(?:(?:examiners?|key)\s+)?marking points (?:for|on|from) (?:[\w&/-]+ ?){{1,6}}|"
        rf"{_KIND}+{_QUESTIONS}{_ANSWERED}?|{_QUESTIONS}{_ANSWERED}|qs|past papers?|ppqs?|q\s?&\s?a(?:s)?|mark(?:ing)? ?(?:schemes?|guidance|guidelines?|grids?|criteria|key)(?: (?:guidance|notes|points|answers))?{_ANSWERED}?|\d{{1,2}}[- ]markers?|"
        rf"(?:{_KIND}+{_QUESTIONS}|{_QUESTIONS})|points (?:to credit|for (?:marks|credit)|that (?:get|gain|earn) marks)|"
        r"what (?:the |an )?(?:examiners?|exam board|markers?|board|mark ?schemes?) (?:wants?|likes?|says?|needs?|credits?|rewards?|asks? for|looks? for|(?:is|are) looking for)(?: to see)?|"
        # "Marking instructions" (SQA), "Scoring guidelines" (AP), "Value points" (CBSE)
        r"(?:marking|scoring|grading|value|exam|credit) (?:points?|instructions?|rubrics?)|(?:scoring|grading) (?:guidelines?|guide|notes?|criteria|schemes?|commentary)|"
        r"what (?:you (?:need|have) )?to (?:write|say|put|include|know) (?:down )?(?:for|to (?:get|gain|earn|score)) (?:the |all |full |top |max(?:imum)? )*marks|checklist for (?:the |full |top )?marks|marks? checklist|"
        r"(?:award |give |allow )?(?:marks?|credit) (?:(?:is|are|will be|can be|may be) )?(?:awarded |given |available |gained )?for(?: the following)?|"
        r"(?:model )?answers?\s*(?:&|/|\+)\s*(?:marking points|mark ?schemes?)|"
        r"(?:model )?answers? (?:that|which) (?:get|gain|earn|score)s? (?:the |full |top )*marks?|"
        r"assess(?:ment|or) guidance|what (?:the |an )?(?:assessors?|moderators?|verifiers?) (?:wants?|likes?|credits?|rewards?|looks? for|(?:is|are) looking for)(?: to see)?|"
        rf"(?:other|further|more|extra) {_KIND}*{_QUESTIONS}|{_QUESTIONS} (?:teachers|examiners|they) (?:often |usually |always |might |may |could )?ask|"
        r"(?:test|quiz) yourself|check your understanding|(?:quick )?quiz"
    ),
    "objectives": regex(
        r"(?:lesson|learning|unit|topic)?\s*(?:aims|objectives|outcomes)(?:\s*&\s*(?:aims|objectives|outcomes))?|"
        rf"by the end of (?:this|the) (?:topic|unit|lesson|chapter|module|section|course)(?:,? (?:{_OWNERS}) (?:should|will|must|can|need to)(?: (?:be able to|know(?: how to)?|understand))?)?|"
        rf"{_OWNERS} (?:should|will|must) be able to"
    ),
}  # fmt: skip
_WRONG = regex(
    rf"\b{_ERRORS}\b|\b(?:wrong|false|mistaken|incorrect) (?:ideas?|beliefs?|answers?|statements?|claims?|thinking|notions?|assumptions?)\b|\b(?:is|are|gets?|got|go(?:es)?|went) wrong\b",
    re.IGNORECASE,
)
_NO_LIST_OF_ERRORS = regex(
    r"^(?:how|why|ways?|avoid(?:ing)?|tips?|check(?:s|ing)?|sources? of|types? of|(?:random|systematic|human|percentage|standard|zero) )\b",
    re.IGNORECASE,
)
"""What is said about errors ("Sources of error", "How to avoid mistakes") lists none."""


def says_wrong(words: str, wrong: tuple[str, ...]) -> bool:
    """Whether a heading, whatever else it says, calls wrong what stands under it; `wrong` is how such words begin in the notes' other language."""
    english = _WRONG.search(words) and not _NO_LIST_OF_ERRORS.match(words)
    return bool(english or any(word.startswith(wrong) for word in re.findall(r"\w+", folded(words)) if wrong))


_OF_FACTS = regex(rf"\b{_THINGS}\b", re.IGNORECASE)


def names_facts(words: str) -> bool:
    """Whether a heading speaks of what is listed as key concepts, whatever else it says ("More useful words")."""
    return bool(_OF_FACTS.search(words))


_ORDER: tuple[Name, ...] = ("points", "misconceptions", "tips", "objectives", "concepts", "synopsis")


def plainer(words: str) -> Iterator[str]:
    """Yield a heading's words, and then those words with less and less of what was added to its name."""
    yield words
    for pattern in (_BRACKET, _PLACE, _BRACKET, _BEFORE, _AFTER, _PLACE):
        less = re.sub(r"[\s:,–—-]+$", "", pattern.sub("", words))
        if less and less != words:
            words = less
            yield words


def name_in_words(words: str) -> Name | None:
    """Return the section that words for comparing (no case, `&` for "and") name as teachers do; None where they name none."""
    return next((name for name in _ORDER if _FORMS[name].fullmatch(words)), None)
