"""What a point asks to be drawn: its task, apart from the features that its marks are for.

Features are kept from candidates where the task says without them what is drawn ("a flowchart for a linear search"); they stay where they are the
task itself ("a circuit diagram with a cell, a lamp and a switch") or the labels asked for ("and label the aorta and the vena cava").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from packbuilder.derive.marking_points.drawn_kinds import CONSTRUCTED, KIND, OTHERWISE, is_bare, is_open, is_plain
from packbuilder.derive.marking_points.drawn_lists import listed_in
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.patterns import regex
from packbuilder.text import small
from packbuilder.values import dataclass, replace

_LABELLING = r"(?:,?\s+and\s+(?:then\s+)?|,\s+(?:then\s+)?|/)(?:label|annotat|shad|sketch|draw)(?:l?ing|es|s|e)?"
_OPENING = regex(
    rf"(?P<verb>Draw|Sketch|Construct|Plot|Produc|Creat|Mak|Prepar)(?:ing|e?s|es|e)?(?P<more>{_LABELLING})?\s+(?P<of>of\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LABELLED_NOUN = regex(
    r"(?:(?:an?|the|clear|neat|accurate|full[- ]?y?|correctly|well[- ]?),?\s*)*(?P<how>labelled|annotated) (?P<rest>(?:diagram|sketch|drawing|cross[- ]section)\b.+)$",
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
_SAID_OF = regex(
    r"\b(?:is|are|was|were|should be|must be|will be|may be|can be) (?:credited|accepted|rewarded|required|needed|expected|essential|awarded|given|allowed|acceptable|sufficient)\b"
)
"""What is said of a drawing to markers."""
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
    r",?\s+(?:(?:and|then|and then) (?:label|annotat)(?:l?ing|es|s|e)?|(?:and )?(?:labelling|annotating|identifying|marking on)|(?:labelled|annotated) (?:with|to show)|with labels (?:for|of|to show))\s*:?\s+"
    r"(?P<list>.+)$"
)
_AND_LABELLING = regex(r"^(,? (?:and|then|and then) )((?:label|annotat)l?ing)\b")
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
    r"formation|arrangement|changes?|causes?|results?|outcomes?|functions?|methods?|ways?|roles?|use|working|layout|distribution|shape|bonding|reaction|nature|concept|idea|principle|theory|appearance|details?|information|things|terms|points|working|it|them|this)(?=$| (?:of|between|in|for|on|to|from|at|during|by|that|which|when|within|through|and|involved|you)\b)"
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
_SECOND = regex(r"(label|annotate?|shade?|sketch|draw)(?:l?ing|s)?$")
_THING = regex(r"(?:the|an?|one|two|three)\b|[A-Z]|[a-z](?:\([a-z]\))?\s?=")
_KNOWN = regex(r"the |[A-Z]")
"""How what is known by its name begins, whose parts are its own ("the phospholipid bilayer")."""
_FIGURE = regex(r"\d")
_LABELS_FOR = regex(r"^(?:the )?(?:following )?labels (?:for|of) ")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A point in pieces: its command, all that follows, what stood behind "including" (or, if `behind`, a colon), and whether labels are asked for."""

    verb: str
    rest: str
    listed: tuple[str, ...]
    behind: bool
    labelled: bool


def task_in(body: str, listed: tuple[str, ...] = (), *, behind: bool = False) -> Task | None:
    """Return what a point asks to be drawn, or None where it asks for something else.

    `listed` are pieces that stood behind "including" (or, if `behind`, behind a colon or in brackets).
    """
    opened = _opened(body)
    if opened is None:
        return None
    verb, more, rest = opened
    if OTHERWISE.match(rest) or _ELSE.search(rest) or _SAID_OF.search(rest) or (_NEXT.search(rest) and not _BEHIND_STOP.match(rest)):
        return None
    listed = tuple(_LEFT_BEFORE.sub("", each) for each in listed)
    if listed and all(map(_NUMBER.fullmatch, listed)):
        listed = ()  # "(2,8,1)": what it comes to, and no features
    command = f"{_VERBS.get(verb, verb)}{_imperative(more)}"
    said = _Said(verb=command, rest=rest, listed=listed, behind=behind, labelled="label" in f"{more} {rest}".casefold())
    task = next(filter(None, (form(said) for form in _FORMS)), None)
    if task is None or not _is_thing(task.head):
        return None
    kind = CONSTRUCTED if verb == "construct" else KIND
    return replace(task, made=verb in _VERBS) if verb in _PENCIL or kind.search(task.head) else None


def _opened(body: str) -> tuple[str, str, str] | None:
    """Return the verb of a point, the second verb with what joins it, and all that follows; None where nothing asks for a drawing."""
    if found := _OPENING.match(body):
        return None if found["of"] and found["more"] else (found["verb"].casefold(), found["more"] or "", found["rest"])
    if noun := _LABELLED_NOUN.match(body):
        how = noun["how"].casefold()
        return "draw", "", f"{'an' if how.startswith('a') else 'a'} {how} {noun['rest']}"
    return None


def _imperative(more: str) -> str:
    """Return a second verb as a command ("and labelling": "and label")."""
    whole = {"annotat": "annotate", "shad": "shade"}
    return _SECOND.sub(lambda verb: whole.get(verb[1], verb[1]), more)


def _is_thing(head: str) -> bool:
    """Whether words name one thing that can be drawn, or are an equation; several, without a kind of drawing, are a skill ("draw graphs")."""
    return bool(_THING.match(head) or MASK.match(head))


def _told_behind(said: _Said) -> Task | None:
    """Read `Draw X. Label the A, B and C`."""
    told = _BEHIND_STOP.match(said.rest)
    if not told:
        return None
    done = "labelled" if "abel" in told["how"] + told["list"].partition(" ")[0] else "shown"
    items = _items(_LABELS_FOR.sub("", told["list"]), 1)
    return _task(said, said.rest, told["first"], (*(f"{each} {done}" for each in items), *said.listed))


def _done_last(said: _Said) -> Task | None:
    """Read `Draw X with A, B and C labelled`."""
    found = _AT_END.search(said.rest)
    items = _items(found["list"], _SEVERAL) if found else ()
    if not found or not items:
        return None
    done = f" correctly {found['done']}{found['where'] or ''}"  # more than the question says itself
    return _task(said, said.rest, said.rest[: found.start()], (*(f"{each}{done}" for each in items), *said.listed))


def _to_label(said: _Said) -> Task | None:
    """Read `Draw X and label the A, B and C`."""
    found = _LABELS.search(said.rest)
    if not found:
        return None
    items = (f"{each} labelled" for each in _items(found["list"], 1))
    head, told = said.rest[: found.start()], said.rest[found.start() :]
    return _task(said, head + _AND_LABELLING.sub(lambda verb: f"{verb[1]}{_imperative(verb[2])}", told), head, (*items, *said.listed))


def _showing(said: _Said) -> Task | None:
    """Read `Draw X showing A, B and C`."""
    found = _SHOWS.search(said.rest)
    if not found or not found.start():
        return None
    head = said.rest[: found.start()]
    items = _items(found["list"], _MANY if " to " in found[0] else _SEVERAL if is_bare(head) else 1)
    return _parted(said, head, items) if items else _task(said, said.rest, head, said.listed)


def _having(said: _Said) -> Task | None:
    """Read `Draw X with A, B and C`: of what may be particulars of this drawing candidates are told."""
    found = _WITH.search(said.rest)
    if not found or _TOOLS.match(found["list"]):
        return None
    head = said.rest[: found.start()]
    items = () if is_plain(head) else _items(found["list"], _SEVERAL if is_bare(head) else _MANY)
    held = _FIGURE.search(found["list"]) or (not is_bare(head) and _PEOPLE.search(head))
    if not items or held:
        return _task(said, said.rest, said.rest, said.listed)
    own = said.labelled or _KNOWN.match(head) or all(each.startswith("the ") for each in items)
    return _parted(said, head, items, told=not own)


def _naming(said: _Said) -> Task:
    """Read `Draw X`, with what stood behind "including" or a colon."""
    if said.listed and not said.behind and (is_bare(said.rest) or is_open(said.rest)):
        *first, last = said.listed
        whole = f"{said.rest} with {', '.join(first)} and {last}" if first else said.rest
        return _task(said, whole, said.rest, tuple(map(_shown, said.listed)))
    return _task(said, said.rest, said.rest, _credited(said, said.listed))


_FORMS: tuple[Callable[[_Said], Task | None], ...] = (_told_behind, _done_last, _to_label, _showing, _having, _naming)
"""In order; the last reads all."""


def _parted(said: _Said, head: str, items: tuple[str, ...], *, told: bool = False) -> Task:
    """Return a task without its features, or with them where they are what is to be drawn, or (`told`) may be its particulars."""
    if told or is_bare(head) or is_open(head):
        return _task(said, said.rest, head, (*map(_shown, items), *said.listed))
    return _task(said, head, head, (*_credited(said, items), *said.listed))


def _credited(said: _Said, items: tuple[str, ...]) -> tuple[str, ...]:
    """Return features as they are credited where the question does not name them."""
    return tuple(f"{each} shown and labelled" if said.labelled and _is_name(each) else each for each in items)


def _shown(item: str) -> str:
    """Return a thing as it is credited where the question names it."""
    return f"{item} correctly" if _DONE_LAST.search(item) else f"{item} correctly shown"


def _is_name(item: str) -> bool:
    """Whether words only name a part of a drawing; others say how it is drawn ("parallel ray refracted through the focus")."""
    return not _DONE.search(item) and len(item.split()) <= _NAME


def _task(said: _Said, words: str, head: str, features: tuple[str, ...]) -> Task:
    if all(map(_AXES.fullmatch, features)):
        features = ()  # what stands between them is not said
    return Task(verb=said.verb, words=words.strip(" ,;:"), head=head.strip(" ,;:"), features=tuple(dict.fromkeys(features)))


def _items(text: str, least: int) -> tuple[str, ...]:
    """Return the entries of a list of features, at least so many; none where one says what the drawing is for."""
    items = tuple(each.strip(" .") for each in listed_in(text))
    sound = len(items) >= least and not any(_TASK.match(each) or len(each.split()) > _LONGEST for each in items)
    return tuple(small(each) if each.startswith(("A ", "An ", "The ")) else each for each in items) if sound else ()


_CODE = regex(
    r"(?:Writ|Produc|Creat|Develop|Design)(?:ing|e?s|e)?\s+(?P<rest>(?:an? |the )?(?:[\w-]+ ){0,2}?(?:algorithm|pseudo-?code|program|function|procedure|subroutine)\b.+)$",
    re.IGNORECASE,
)
_PARTS_OF_CODE = regex(r",?\s+(?:with|showing)\s+(?P<list>.+)$")
_DOES = regex(r"\b(?:for|that|which|to)\b")
"""What says what code does, so that its parts need not be told."""
_PSEUDOCODE = regex(r"pseudo", re.IGNORECASE)


def code_in(body: str, listed: tuple[str, ...]) -> Task | None:
    """Return what a point asks to be written as an algorithm or a program, with the parts that earn its marks; None without them."""
    found = _CODE.match(body)
    if not found or _ELSE.search(found["rest"]):
        return None
    rest = found["rest"]
    part = _PARTS_OF_CODE.search(rest)
    if part and _DOES.search(rest[: part.start()]) and (items := _items(part["list"], _MANY)):
        does = rest[: part.start()]
        return Task(verb="write", words=does, head=does, features=(*items, *listed))
    # With an article it is asked as a skill with its answer; pseudocode has none.
    return Task(verb="write", words=rest, head=rest, features=listed) if listed and _PSEUDOCODE.match(rest) else None
