"""What a point asks to be drawn: its task, apart from the features that its marks are for.

Features are kept from candidates where the task says without them what is drawn ("a flowchart for a linear search"); they stay where they are the
task itself ("a circuit diagram with a cell, a lamp and a switch") or the labels asked for ("and label the aorta and the vena cava").
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.drawn_kinds import CONSTRUCTED, KIND, OTHERWISE, is_bare, is_open, is_plain
from packbuilder.derive.marking_points.drawn_lists import listed_in
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.patterns import regex
from packbuilder.text import small
from packbuilder.values import dataclass, replace

_LABELLING = r"(?:,?\s+and\s+(?:then\s+)?|,\s+(?:then\s+)?|/)(?:label|annotate|shade|sketch|draw)(?:l?ing|s)?"
_OPENING = regex(
    rf"(?P<verb>Draw|Sketch|Construct|Plot|Produc|Creat|Mak|Prepar)(?:ing|e?s|es|e)?(?P<more>{_LABELLING})?\s+(?P<of>of\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LABELLED_NOUN = regex(
    r"(?:(?:an?|the|clear|neat|full[- ]?y?|correctly|well[- ]?)\s*)*(?P<how>labelled|annotated) (?P<rest>(?:diagram|sketch|drawing|cross[- ]section)\b.+)$",
    re.IGNORECASE,
)
"""A drawing without the verb that asks for it ("Labelled diagram of a leaf showing ...")."""
_PENCIL = frozenset({"draw", "sketch"})
_VERBS = {"produc": "draw", "creat": "draw", "mak": "draw", "prepar": "draw"}
"""Verbs that are no command words of papers, and what is asked instead."""

_ELSE = regex(
    r"(?:[,;]| and| then| to help| in order to| and use (?:it|this) to) (?:then |hence |also |use (?:it|this) to |to )*(?:explain|describe|state|calculate|identify|compare|suggest|evaluate|discuss|interpret|"
    r"analyse|justify|find|determine|give|work out|write|complete|define|outline|comment|predict|deduce|estimate|measure|solve|prove|answer|list|read|use|say)(?:s|d|ing)?\b"
)
"""Something else that is asked for besides."""
_NUMBER = regex(r"\d[\d.,]*")
_LEFT_BEFORE = regex(r"^(?:showing|with|including|labelling|labels? (?:for|of))\s+(?=\S)")
"""What is left before the first feature where marks stand before it ("(3 marks) showing the cochlea")."""
_BEHIND_STOP = regex(
    r"(?P<first>[^.?!;]+)\.\s+(?P<how>(?:Include|Label|Annotate|Show|Mark|Indicate|Your (?:diagram|drawing|graph|sketch|answer|chart) (?:should|must) (?:show|include)))(?P<also> and [a-z]+)?"
    r"\s+(?P<list>(?:(?:the )?(?:following )?labels (?:for|of) )?[^.?!]+)\.?$"
)
"""What candidates are told to label or to show in a sentence of its own."""
_NEXT = regex(r"[.?!;]\s+[A-Z]")
"""A sentence behind it."""
_LABELS = regex(
    r",?\s+(?:(?:and|then|and then) (?:label|annotate)(?:ling|s)?|(?:and )?(?:labelling|annotating|identifying|marking on)|(?:labelled|annotated) (?:with|to show)|with labels (?:for|of|to show))\s*:?\s+"
    r"(?P<list>.+)$"
)
_AT_END = regex(
    r",? with (?P<list>[^,].*?)(?: (?:correctly|clearly|all))* (?P<done>labelled|annotated|marked|shown|indicated|identified|named)(?P<where> [^,]+)?$"
)
_SHOWS = regex(
    r",?\s+(?:showing|to show|which shows?|that shows?|indicating|to indicate|to include|featuring|depicting)\s*:?\s+(?P<list>.+)$"
)
_WITH = regex(r",?\s+with\s+(?P<list>.+)$")
_TOOLS = regex(
    r"(?:an? |the )?(?:ruler|compass(?:es)?|pencil|protractor|pen|straight ?edge|set square|software|aid|help|use|reference|care|accuracy|precision|respect)\b"
)
_TASK = regex(
    r"(?:(?:the|an?|its|their|how|all|any|some|each|main|key|basic|internal|general|overall|correct|relevant|important|different|typical|two|three|four|five|six|at least|named) )*"
    r"(?:effects?|impacts?|relationships?|differences?|similarit\w+|structures?|process(?:es)?|stages?|steps?|features?|parts?|labels?|components?|organelles?|position|location|route|path(?:way)?|movement|flow|action|"
    r"formation|arrangement|changes?|causes?|results?|outcomes?|functions?|methods?|ways?|roles?|use|working|layout|distribution|shape|bonding|reaction|nature|concept|idea|principle|theory|appearance|details?|information|things|terms|points|working|it|them|this)\b"
    r"|(?:your|how|why|what|where|when|which|that|whether|if)\b",
    re.IGNORECASE,
)
"""What says what a drawing is for, and is no feature of it ("the effect of a rise in income", "how an image is formed")."""
_PEOPLE = regex(
    r"\b(?:m[ae]n|wom[ae]n|persons?|people|parents?|patients?|child(?:ren)?|bab(?:y|ies)|boys?|girls?|mothers?|fathers?|famil(?:y|ies)|couples?|individuals?|females?|males?|students?|compan(?:y|ies)|business(?:es)?|shops?|firms?|"
    r"countr(?:y|ies)|town|city|plants?|organisms?|cross|between)(?: [a-z-]+)?$",
    re.IGNORECASE,
)
"""Who or what has the things that follow "with" itself ("a cross between a man with red hair and ...")."""
_SEVERAL, _MANY = 2, 3
_NAME = 5
"""Words of a name with what it has before it ("the small intestine")."""
_LONGEST = 12
"""Words of a feature at most: more is a sentence, which may ask something else."""
_DONE_LAST = regex(r"(?:shown|drawn|labelled|marked|indicated|shaded|annotated)$")
_AXES = regex(r"(?:the )?(?:labelled )?axes(?: labelled| shown)?")
_DONE = regex(r"\b(?:shown|drawn|[a-z]{3,}[^e\s]ed|[a-z]{3,}ing|is|are|has|have|cross(?:es)?|slopes|passes|goes|points)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to draw: its command word, the words behind it, and what its marks are for. `head` is what is drawn, without what it shows.

    `made`: the point's own verb is one of making ("create a storyboard").
    """

    verb: str
    words: str
    head: str
    features: tuple[str, ...] = ()
    made: bool = False


def task_in(body: str, listed: tuple[str, ...] = (), *, behind: bool = False) -> Task | None:
    """Return what a point asks to be drawn, or None where it asks for something else.

    `listed` are pieces that stood behind "including" (or, if `behind`, behind a colon or in brackets).
    """
    found = _OPENING.match(body)
    if found:
        verb, rest = found["verb"].casefold(), found["rest"]
        if found["of"] and found["more"]:
            return None
    elif noun := _LABELLED_NOUN.match(body):
        verb, rest, found = "draw", f"{'an' if noun['how'][0] in 'aA' else 'a'} {noun['how'].casefold()} {noun['rest']}", None
    else:
        return None
    told = _BEHIND_STOP.match(rest)
    if OTHERWISE.match(rest) or _ELSE.search(rest) or (_NEXT.search(rest) and not told):
        return None
    listed = tuple(_LEFT_BEFORE.sub("", each) for each in listed)
    if listed and all(map(_NUMBER.fullmatch, listed)):
        listed = ()  # "(2,8,1)": what it comes to, and no features
    more = (found["more"] or "") if found else ""
    command = _VERBS.get(verb, verb)
    task = _read(f"{command}{_imperative(more)}", rest, listed, behind=behind, labelled="label" in f"{more} {rest}".casefold())
    if not _is_thing(task.head):
        return None
    kind = CONSTRUCTED if verb == "construct" else KIND
    return replace(task, made=verb in _VERBS) if verb in _PENCIL or kind.search(task.head) else None


_CODE = regex(
    r"(?:Writ|Produc|Creat|Develop|Design)(?:ing|e?s|e)?\s+(?P<rest>(?:an? |the )?(?:[\w-]+ ){0,2}?(?:algorithm|pseudo-?code|program|function|procedure|subroutine)\b.+)$",
    re.IGNORECASE,
)


_PARTS_OF_CODE = regex(r",?\s+(?:with|showing)\s+(?P<list>.+)$")
_DOES = regex(r"\b(?:for|that|which|to)\b")
"""What says what code does, so that its parts need not be told."""


def code_in(body: str, listed: tuple[str, ...]) -> Task | None:
    """Return what a point asks to be written as an algorithm or a program, with the parts that earn its marks; None without them."""
    found = _CODE.match(body)
    if not found or _ELSE.search(found["rest"]):
        return None
    rest = found["rest"]
    part = _PARTS_OF_CODE.search(rest)
    if part and _DOES.search(rest[: part.start()]) and (items := _items(part["list"], _MANY)):
        return _task("write", rest[: part.start()], rest[: part.start()], (*items, *listed))
    # With an article it is asked as a skill with its answer; pseudocode has none.
    return _task("write", rest, rest, listed) if listed and re.match(r"pseudo", rest, re.IGNORECASE) else None


def _imperative(more: str) -> str:
    """Return a second verb as a command ("and labelling": "and label")."""
    return re.sub(
        r"(label|annotate?|shade?|sketch|draw)(?:l?ing|s)?$",
        lambda verb: {"annotat": "annotate", "shad": "shade"}.get(verb[1], verb[1]),
        more,
    )


def _is_thing(head: str) -> bool:
    """Whether words name one thing that can be drawn, or are an equation; several, without a kind of drawing, are a skill ("draw graphs")."""
    return bool(re.match(r"(?:the|an?|one|two|three)\b|[A-Z]|[a-z](?:\([a-z]\))?\s?=", head) or MASK.match(head))


def _read(verb: str, rest: str, listed: tuple[str, ...], *, behind: bool, labelled: bool) -> Task:
    """Part a task from its features."""
    if told := _BEHIND_STOP.match(rest):
        done = "labelled" if "abel" in told["how"] + told["list"].partition(" ")[0] else "shown"
        items = _items(re.sub(r"^(?:the )?(?:following )?labels (?:for|of) ", "", told["list"]), 1)
        return _task(verb, rest, told["first"], (*(f"{each} {done}" for each in items), *listed))
    if (found := _AT_END.search(rest)) and (items := _items(found["list"], _SEVERAL)):
        done = f" correctly {found['done']}{found['where'] or ''}"  # more than the question says itself
        return _task(verb, rest, rest[: found.start()], (*(f"{each}{done}" for each in items), *listed))
    if found := _LABELS.search(rest):
        items = _items(found["list"], 1)
        return _task(verb, rest, rest[: found.start()], (*(f"{each} labelled" for each in items), *listed))
    found = _SHOWS.search(rest)
    if found and (head := rest[: found.start()]):
        items = _items(found["list"], _MANY if " to " in found[0] else _SEVERAL if is_bare(head) else 1)
        return _parted(verb, rest, head, items, listed, labelled=labelled) if items else _task(verb, rest, head, listed)
    found = _WITH.search(rest)
    if found and not _TOOLS.match(found["list"]):
        head = rest[: found.start()]
        least = _SEVERAL if is_bare(head) else _MANY
        items = () if is_plain(head) else _items(found["list"], least)
        held = re.search(r"\d", found["list"]) or (not is_bare(head) and _PEOPLE.search(head))
        if items and not held:
            own = labelled or all(each.startswith("the ") for each in items)
            return _parted(verb, rest, head, items, listed, labelled=labelled, told=not own)
        return _task(verb, rest, rest, listed)
    if listed and not behind and (is_bare(rest) or is_open(rest)):
        whole = f"{rest} with {', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else rest
        return _task(verb, whole, rest, tuple(map(_shown, listed)))
    named = tuple(f"{each} shown and labelled" if labelled and _is_name(each) else each for each in listed)
    return _task(verb, rest, rest, named)


def _parted(
    verb: str, rest: str, head: str, items: tuple[str, ...], listed: tuple[str, ...], *, labelled: bool, told: bool = False
) -> Task:
    """Return a task without its features, or with them where they are what is to be drawn, or (`told`) may be its particulars."""
    if told or is_bare(head) or is_open(head):
        return _task(verb, rest, head, (*map(_shown, items), *listed))
    credited = (f"{each} shown and labelled" if labelled and _is_name(each) else each for each in items)
    return _task(verb, head, head, (*credited, *listed))


def _shown(item: str) -> str:
    """Return a thing as it is credited where the question names it."""
    return f"{item} correctly" if _DONE_LAST.search(item) else f"{item} correctly shown"


def _is_said(item: str) -> bool:
    """Whether words say themselves how something is drawn ("parallel ray refracted through the focus")."""
    return bool(_DONE.search(item))


def _is_name(item: str) -> bool:
    """Whether words only name a part of a drawing."""
    return not _is_said(item) and len(item.split()) <= _NAME


def _task(verb: str, words: str, head: str, features: tuple[str, ...]) -> Task:
    if all(map(_AXES.fullmatch, features)):
        features = ()  # what stands between them is not said
    return Task(verb=verb, words=words.strip(" ,;:"), head=head.strip(" ,;:"), features=tuple(dict.fromkeys(features)))


def _items(text: str, least: int) -> tuple[str, ...]:
    """Return the entries of a list of features, at least so many; none where one says what the drawing is for."""
    items = tuple(each.strip(" .") for each in listed_in(text))
    sound = len(items) >= least and not any(_TASK.match(each) or len(each.split()) > _LONGEST for each in items)
    return tuple(small(each) if each.startswith(("A ", "An ", "The ")) else each for each in items) if sound else ()
