"""Columns: what the heads of a table of marking points say that stands under them."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from packbuilder.patterns import regex

Role: TypeAlias = Literal[
    "number", "asked", "answer", "example", "accept", "reject", "ignore", "guidance", "marks", "objectives", "level", "unread", ""
]
"""What a column holds; empty where it has no head."""

_SORT = r"(?:expected|acceptable|accepted|model|sample|suggested|correct|possible|likely|indicative|creditworthy|credited|example|key|marking|mark|assessment|examiners?)"
_WORDS: tuple[tuple[Role, str], ...] = (
        # "Q", "Question No", "1(a)"
        ("number", r"q|qu|no\.?|number|num|#|ref|mp|part|(?:q|qu|question|point|item|part|mp) ?(?:no|number|num|ref|#)|question ?/ ?part"),
        ("marks", r"(?:max(?:imum)? )?(?:marks?|mks?)(?: available| awarded| allocated| allocation)?|max(?:imum)?|total(?: marks?)?|tariff|score"),
        ("level", r"levels?|(?:mark )?bands?"),
        ("objectives", r"aos?|ao ?/ ?spec(?:ification)? ref(?:erence)?|spec(?:ification)?(?: ref(?:erence)?| point)?|ao (?:element|reference|ref)|assessment objectives?|objectives?"),
        ("asked", r"questions?|qns?|qs|points?|tasks?|items?|criteri(?:on|a)|marking points?|question ?/ ?point|prompts?"),
        ("reject", r"reject|(?:do not|don['’]?t|never) (?:accept|allow|credit|award)|not|not (?:accepted|allowed|credited|acceptable|credit(?:worthy)?)|incorrect(?: answers?)?|unacceptable(?: answers?)?|wrong(?: answers?)?|no (?:credit|marks?)(?: for)?"),
        ("accept", r"(?:also )?(?:accept|allow|condone)(?: also)?|accept ?[/&] ?allow|allow ?[/&] ?accept|alternatives?|(?:acceptable )?alternative(?: acceptable)? (?:answers?|responses?|wording)|other acceptable answers?|variations?"),
        ("ignore", r"ignore"),
        ("guidance", r"(?:additional |further |marking |extra |mark scheme |examiners?['’]?s? |markers?['’]?s? |assessors?['’]?s? )?(?:guidance|notes?|comments?|commentary|information|advice|tips?|remarks?)|rationale"),
        ("answer", rf"(?:{_SORT} )*(?:answers?|ans|responses?|content|points?|scheme|criteria|solutions?|evidence)|credit|award(?: marks?)?(?: for)?|solutions?|workings?|what to look for|what (?:the )?(?:learners?|students?|candidates?) (?:must|need(?:s)? to|should|could) (?:show|include|cover|know|do)|amplification|evidence required"),
)  # fmt: skip
_EXAMPLES = regex(r"(?:an? )?(?:examples?|e\.?g\.?|instances?)")
_ASIDE = regex(
    r"\b(?:pages?|refs?|references?|links?|dates?|done|rag|resources?|lessons?|weeks?|grades?|papers?|years?|times?|topics?|units?|teacher|student|name|source|difficulty|confidence|keywords?|key words?)\b"
)
"""What only says where something stands, or how far one has come."""
_PATTERNS = tuple((role, regex(words)) for role, words in _WORDS)
"""The first that a whole head is; "Marking points" are what is asked, unless there is a column for questions too."""
_EITHER = regex(r"points?|criteri(?:on|a)|marking points?|items?")
_QUESTIONS = regex(r"q|qu|questions?|tasks?|prompts?|question ?/ ?point|(?:q|qu|question) ?(?:no|number|num|ref|#)|question ?/ ?part")


def roles_of(head: tuple[str, ...]) -> tuple[Role, ...]:
    """Return what each column of a table holds, by its head in small letters; what no head of its kind is called stays unread."""
    roles = [_role(each) for each in head]
    questions = any(_QUESTIONS.fullmatch(each) for each in head)
    if questions and "answer" not in roles:
        roles = ["answer" if _EITHER.fullmatch(each) and role == "asked" else role for each, role in zip(head, roles, strict=True)]
    if not questions and not {"asked", "answer", "level"} & set(roles) and "unread" in roles:
        # Points under a head of the author's own stand in the first column.
        roles[roles.index("unread")] = "asked"
        if "marks" in roles:
            # What stands beside a subject in a table with marks is what these are for: "Process | What happens | Example | Marks".
            roles = [_beside(each) if role == "unread" else role for each, role in zip(head, roles, strict=True)]
    return tuple(roles)


def _beside(head: str) -> Role:
    return "unread" if _ASIDE.search(head) else "example" if _EXAMPLES.fullmatch(head) else "answer"


def is_head(cell: str) -> bool:
    """Whether a cell is the head of a column of marking points, and can be nothing else."""
    return _role(cell) not in ("unread", "")


def _role(cell: str) -> Role:
    bare = re.sub(r"\s*[\[(][^\[\]()]*[\])]\s*", " ", cell).strip() or cell
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(bare)), "unread") if bare else ""
