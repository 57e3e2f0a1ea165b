"""Named: lists behind what has them: somebody's own ("Grice's maxims: ..."), ways of preventing something, what must be shown."""

from __future__ import annotations

from packbuilder.amounts import NUMBER_WORDS, number_said, number_words
from packbuilder.derive.marking_points.counts import MOST_NAMES
from packbuilder.derive.marking_points.cutting import is_predicate
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, listed, says, small
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_OWN = regex(
    r"(?P<who>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,2}(?:['’]s|s['’])) (?P<things>(?:[a-z][\w-]+ ){0,3}[a-z]{3,}s(?: of [a-z][^,:;]{2,30}?)?)(?: ?[:=]| [–—-]| are) (?P<list>\S.*)"
)
_PREVENTED = regex(
    r"(?P<what>[A-Z][^,:;]{2,50}?) (?P<can>can|could|may) be (?P<done>[a-z]+ed|made|kept|done|shown|built|cut|broken|overcome) (?P<by>by|through|with): ?(?P<list>\S.*)"
)
_COUNTED_BY = regex(
    rf"(?P<who>[A-Z][\w’'-]+(?:(?:,| and| &)? [A-Z][\w’'-]+){{0,3}}) (?P<verb>identified|identifies|identify|described|proposed|listed|named|set out|outlined|suggested|distinguished) (?P<count>{number_words(2, 8)}|[2-8]) "
    r"(?P<things>[a-z][\w’' -]{2,40}?): (?P<list>\S.*)"
)
_COUNTED_OF = regex(
    rf"(?P<of>[A-Z][^:;]{{2,60}}?): (?P<count>{number_words(2, 8)}|[2-8]) (?P<things>[a-z][\w-]+ (?:of|to|in|for) [a-z][\w’' -]{{2,40}}?)(?: [–—-] |: )(?P<list>\S.*)"
)
_INCLUDES = regex(
    r"(?P<what>(?!(?:This|That|It|Each|Every|He|She|State|The)\b)[A-Z][a-z-]+(?: [a-z-]+){0,3}?(?<!s)) includes:? (?P<list>[^:;]+,[^:;]+ and \S[^:;]*)"
)
_MUST = regex(
    r"(?P<what>(?:The |An? |[A-Z]\w+s )[^,:;]{0,40}?[a-z]|[A-Z]\w+s) (?P<must>must|has to|have to|needs to|need to) (?P<verb>prove|show|include|contain|state|provide|consider|establish|demonstrate|record|wear|bring|have|hold|cover) (?P<list>[^:;]+(?:,| and )[^:;]+)"
)
_DUE = regex(r"(?P<what>[A-Z][^,:;]{8,90}?),? (?:due to|because of|because) ?: ?(?P<list>\S.*)")
_KINDS = regex(
    r"(?P<what>(?!(?:Key|Main|Common|Other|Important|Useful|Possible|Technical|Typical|Good|Bad|Best|Any|Some|Two|Three|Four|Five|All|Both|These|Exam|More)\b)[A-Z][a-z-]+(?: [a-z-]+){0,2}? "
    r"(?P<head>barriers|characteristics|qualities|values|externalities|factors|features|types|tactics|documents|skills|carers|services|hazards|agencies|charities|organisations|tools|materials|techniques|methods|devices|stakeholders|settings|industries|facilities|attractions|"
    r"duties|rights|needs|genres|conventions|conditions|taxes|goods|sports|foods|crops|fabrics|treatments|products|activities|professionals|assets|liabilities|expenses|crimes|offences|sanctions|punishments)"
    r"|Contra-?indications to [a-z][^,:;]{2,40}?|Barriers to [a-z][^,:;]{2,40}?|Threats to [a-z][^,:;]{2,40}?|Sources of [a-z][^,:;]{2,40}?|Alternatives to [a-z][^,:;]{2,40}?)(?: ?:| [–—-]) (?P<list>\S.*)"
)
_TOLD = regex(r"\be\.g|\b(?:such as|for example|including|which|who|because)\b")
_NO_THINGS = regex(r".*\b(?:views|ideas|thoughts|points|notes|quotes|dates|works|plays|novels|poems|beliefs|words|arguments)$")
_DONE = {"identifies": "identified", "identify": "identified"}
_WORDS = 6
"""Of an entry of a list."""
_MOST = 8


def kinds(said: str) -> Stated | None:
    """`Source documents: invoice, credit note, cheque`, `Barriers to communication – language, noise`: some of those."""
    found = _KINDS.fullmatch(said)
    entries = listed(found["list"].replace(" / ", ", "), len(("so", "many", "words", "each"))) if found else ()
    if not found or _TOLD.search(found["list"]) or (found["head"] and entries[:1] and entries[0].startswith(found["head"])):
        return None
    if not 3 <= len(entries) <= _MOST or any(" " in each and is_predicate(each) for each in entries):
        return None
    number = NUMBER_WORDS[min(len(entries), MOST_NAMES)]
    asked = f"Give {number} examples of {small(found['what'])}" if found["head"] else f"State {number} {small(found['what'])}"
    return Stated(asked=asked, answer=found["list"].replace(" / ", ", "))


def owned(said: str) -> Stated | None:
    """`Grice's maxims: quantity, quality, relation, manner`: all of those, by name."""
    found = _OWN.fullmatch(said)
    count = len(listed(found["list"], len(("a", "name", "of")))) if found else 0
    if not found or count not in range(3, _MOST + 1) or _NO_THINGS.match(found["things"]):
        return None
    if not is_plural(found["things"].split(" of ")[0].split()[-1]):
        return None
    if (first := found["things"].split()[0]) in NUMBER_WORDS:
        return Stated(asked=f"State {found['who']} {found['things']}", answer=found["list"]) if number_said(first) == count else None
    return Stated(asked=f"State {found['who']} {NUMBER_WORDS[count]} {found['things']}", answer=found["list"])


def counted_by(said: str) -> Stated | None:
    """`Cloward and Ohlin identified three subcultures: criminal, conflict and retreatist`, `Merton: five responses to strain - ...`."""
    found = _COUNTED_BY.fullmatch(said) or _COUNTED_OF.fullmatch(said)
    count = number_said(found["count"]) if found else 0
    if not found or count not in (len(listed(found["list"], _WORDS)), len(listed(found["list"].replace(" & ", " with "), _WORDS))):
        return None
    by = f" {_DONE.get(found['verb'], found['verb'])} by {found['who']}" if "who" in found.groupdict() else ""
    return Stated(asked=f"State the {found['count']} {found['things']}{by}", answer=found["list"])


def includes(said: str) -> Stated | None:
    """`Hard engineering includes groynes, sea walls and gabions`: some examples of it."""
    found = _INCLUDES.fullmatch(said)
    entries = listed(found["list"], _WORDS) if found else ()
    if not found or not 3 <= len(entries) <= _MOST or says(found["what"]) or is_verb(found["what"].split()[0]):
        return None
    return Stated(asked=f"Give {NUMBER_WORDS[min(len(entries), MOST_NAMES)]} examples of {small(found['what'])}", answer=found["list"])


def prevented(said: str) -> Stated | None:
    """`Dermatitis can be prevented by: wearing gloves; drying hands; moisturising`."""
    found = _PREVENTED.fullmatch(said)
    count = len(listed(found["list"], _WORDS)) if found else 0
    if not found or count < 2 or says(found["what"]):
        return None
    what = f"{small(found['what'])} {found['can']} be {found['done']}"
    return Stated(asked=f"State {NUMBER_WORDS[min(count, MOST_NAMES)]} ways in which {what}", answer=found["list"])


def obliged(said: str) -> Stated | None:
    """`A claimant must prove duty, breach and damage`."""
    found = _MUST.fullmatch(said)
    count = len(listed(found["list"], _WORDS)) if found else 0
    if not found or POINTING.match(said) or count not in range(2, _MOST + 1) or says(found["what"]):
        return None
    asked = f"State {NUMBER_WORDS[count]} things that {small(found['what'])} {found['must']} {found['verb']}"
    return Stated(asked=asked, answer=found["list"])


def due(said: str) -> Stated | None:
    """`Girls outperform boys at GCSE due to: coursework, feminism, ...`."""
    found = _DUE.fullmatch(said)
    count = len(listed(found["list"], _WORDS)) if found else 0
    if not found or POINTING.match(said) or count < 2 or " " not in found["what"]:
        return None
    return Stated(asked=f"Give {NUMBER_WORDS[min(count, MOST_NAMES)]} reasons why {small(found['what'])}", answer=found["list"])
