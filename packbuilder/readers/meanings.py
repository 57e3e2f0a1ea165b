"""Meanings: whether a line that stands under no heading, `Term: ...`, says what a term of the subject means.

Nothing above such a line tells what it is, and files often open with what a lesson needs, or with remarks on pupils. So only what is worded as a
definition counts, and whoever is in doubt says no: what is not read is told.
"""

from __future__ import annotations

import re

from packbuilder.amounts import WEEKDAY
from packbuilder.patterns import regex
from packbuilder.readers.questions import COMMANDS, COMMANDS_TOO

_OF_THE_FILE = regex(
    r"(?:sub)?(?:topic|subject|level|unit|module|course|exam(?:ination)?(?: board)?|board|qualification|specification|spec|paper|component|author|teacher|tutor|school|name|class|group|"
    r"year|term|date|title|lesson|week|page|source|url|link|tags?|duration|time|note|author|version|aim|learning (?:aim|outcome)|q(?:uestion)?\s?\d*)\b",
    re.IGNORECASE,
)
"""What a line begins with that says what the file is: "Teacher: Mr Jones", "Exam board: AQA"."""
_SORTS = r"(?:key|main|big|core|common|differentiated|additional|extra|optional|essential|learning|lesson|next|last|previous|first|final|exit|peer|self|risk|class|class ?room|teacher|pupil|student|exam|revision|group|your|our|today['’]?s?|prior)"
_PARTS_OF_LESSONS = (
    r"(?:objectives?|outcomes?|intentions?|success criteria|starters?|plenary|plenaries|homework|h/?w|prep|practice|practical|questions?|targets?|assessments?|tasks?|activit(?:y|ies)|"
    r"stretch(?: and challenge)?|challenge|tickets?|feedback|literacy|numeracy|tests?|quiz(?:zes)?|recap|do now|hook|warm[- ]?up|discussion|further reading|cross[- ]curricular(?: links?)?|"
    r"timings?|deadlines?|due|before|after|today|tomorrow|yesterday|dates?|trips?|walks?|(?:essay |revision )?plans?|why now)"
)
"""What a lesson consists of, and when it is: "Plenary", "Success criteria"."""
_NEEDED = (
    r"(?:equipment|resources?|materials?|apparatus|(?:graph |squared |lined )?paper|calculators?|rulers?|protractors?|pens?|pencils?|glue|scissors|goggles|bunsen burners?|safety|rooms?|"
    r"textbooks?|books?|worksheets?|slides?|videos?|websites?|set (?:texts?|works?))"
)
"""What is needed for a lesson: "Equipment", "Graph paper"."""
_FOR_PUPILS = (
    r"(?:differentiation|sen|eal|support|scaffold(?:ing)?|cover(?: teachers?| work)?|seating(?: plan)?|sets? \d|behaviour|marks?|marking|predicted grades?|"
    r"reminders?|remember|tips?|see also|notes?|read|watch|write|quot(?:es?|ations?)|misconceptions?|mistakes?|errors?|vocabulary|a\.?o\.? ?\d)"
)
"""How pupils are taught and marked, and what they are told: "Differentiation", "Remember"."""
_LESSON = regex(rf"(?:{_SORTS}[- ])*(?:{_PARTS_OF_LESSONS}|{_NEEDED}|{_FOR_PUPILS})(?:\s?\d{{1,2}})?|{WEEKDAY}s?\b.*", re.IGNORECASE)
"""What is no term where no heading says that it is one: "Plenary", "Key question", "Risk assessment", "Monday"; not "Practice effect"."""
_PERSON = regex(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof)\.? [A-Z]")
_PEOPLE = (
    r"(?:you|your|we|our|us|my|i|he|she|his|her|pupils|students|learners|boys?|girls?|teachers?|the (?:whole )?class|whole[- ]class|cohort)"
)
"""Who is in a lesson."""
_WORK = (
    r"(?:lessons?|homework|worksheets?|booklets?|textbooks?|exercise books?|work ?books?|whiteboards?|cloze|exit tickets?|handouts?|past papers?|revis(?:e|es|ed|ing|ion)|"
    r"practi[cs]es? (?:questions?|papers?)|in (?:class|pairs|groups|silence)|pages? \d+|pp?\. ?\d+|please|progress|effort|grade|full marks|deadline|being able)"
)
"""What is done there: "exit ticket with three questions"."""
_OF_LESSONS = regex(rf"\b(?:{_PEOPLE}|{_WORK}|(?:last|next|this|every) (?:week|term|year|time)|{WEEKDAY}s?)\b|\?", re.IGNORECASE)
"""What is said in lessons, and of pupils, and hardly ever of what a term means."""
_TOLD = regex(r"\b(?:must|should|shall|will|needs?(?= to\b)|ought)\b", re.IGNORECASE)
"""What has to be done: "goggles must be worn"."""
_OPENED = regex(
    r"(?:an?|the|any|all|each|one (?:of|that|who|which)|(?:some|any)(?:thing|one|body)|when|where|how|what|those|that which)\b",
    re.IGNORECASE,
)
"""What a definition opens with: "a soluble base", "the distance from ...", "when a solid becomes a liquid"."""
_AT_WORK = regex(
    r"(?:working|struggling|getting|doing|trying|needing|coming|going|missing|improving|finishing|thinking|believing|saying|confusing|forgetting|"
    r"covers|includes|focus(?:es)?|looks|links|deals|introduces)\b",
    re.IGNORECASE,
)
"""What opens remarks on pupils and on what is taught: "working on graphs", "thinking that plants do not respire", "covers units"."""
_DOING = regex(r"(?:\w+ly )?\w{2,}ing (?!(?:and|but|or|well|hard|on|at|in|for|with|to|about)\b)\w+", re.IGNORECASE)
"""What somebody does: "repeating a block of code"."""
_OF = r"(?:of|that|which|who|whose|where)"
_NOUNS = r"(?:(?!(?:with|on|in|to|at|the|an?|for|from|by|is|are|has|have|always|never|often|not|only|needs?)\b)[a-z][\w'’-]* )"
_THING = regex(rf"{_NOUNS}{{1,4}}(?:(?:by|in|to|from|for|at|on|through) (?:which|whom|whose)|{_OF})\b", re.IGNORECASE)
"""A noun with what is said of it: "waves of muscle contraction", "process by which plants make glucose"."""
_ABSTRACT = regex(
    rf"{_NOUNS}{{0,2}}\w{{2,}}(?:tion|sion|ment|ness|ity|ance|ence|ism|ure|ysis|ison|al) (?:for|in|by|from|to|with|between|using|used|across|through|into)\b",
    re.IGNORECASE,
)
"""What can only be a noun, with what is said of it: "deliberate exaggeration for effect"."""
_PLURAL = regex(r"(?:[\w-]+ )?\w{2,}(?<![sui])s (?:\w{2,}ed|made|given|found|written|drawn|held|kept|built)\b", re.IGNORECASE)
"""Several things, and what was done to them: "instructions carried out one after another"."""
_DOES = regex(r"(?:\w+ly )?\w{2,}(?<![sui])s (?:an?|the|each|all|any|\w{3,})\b")
"""What something does: "repeatedly halves a sorted list"; or what a pupil does: "shows all working"."""
_KIND = regex(r"\S+ (?:[\w-]+ )*[a-z][\w-]*$")
"""A term that is no name, since its last word is small: "Binary search", not "Josh" or "Amira K"."""
_DEEDS = frozenset(
    """answer add arrange ask avoid be begin bring build check choose collect copy correct create cut do fill find finish get go hand have highlight include keep
    learn leave let listen look make mark match memorise move note open pack practise practice prepare print put read redo remember remind repeat research return review revise
    rewrite see set share sit sort speak spend spot start stay stick stop take talk teach tell test think tidy try turn underline use visit wait watch wear""".split()
)
"""What pupils and teachers are told to do, beside the commands of questions."""


def is_lesson_word(term: str) -> bool:
    """Whether what stands before a colon says what a file or a lesson is, has or needs, or when it is."""
    bare = term.strip("*_ .")
    return bool(_OF_THE_FILE.match(bare) or _LESSON.fullmatch(bare) or _PERSON.match(bare))


def is_of_lessons(text: str) -> bool:
    """Whether a text speaks of lessons, of pupils or to them."""
    return bool(_OF_LESSONS.search(text))


def is_meaning(said: str, term: str) -> bool:
    """Whether what stands behind a term is worded as its meaning: a noun with what is said of it, or what a thing that is no person does."""
    text = said.strip("*_ “‘\"'")
    if not text[:1].isalpha() or is_of_lessons(text) or _is_order(text) or _AT_WORK.match(text):
        return False
    if _OPENED.match(text):
        return True
    first, _, second = text.partition(" ")
    if _TOLD.search(text) or (first[:1].isupper() and second[:1].isupper()):
        return False
    if _THING.match(text) or _ABSTRACT.match(text) or _DOING.match(text) or _PLURAL.match(text):
        return True
    return bool(_DOES.match(text) and _KIND.fullmatch(term.strip("*_ ")))


def _is_order(text: str) -> bool:
    """Whether a text tells somebody to do something; "list of", "test that" and "work done" open nouns."""
    first, second = (*re.split(r"\W+", text.casefold(), maxsplit=2), "")[:2]
    return first == "to" or (first in COMMANDS | COMMANDS_TOO | _DEEDS and not re.fullmatch(rf"{_OF}|done|in", second))
