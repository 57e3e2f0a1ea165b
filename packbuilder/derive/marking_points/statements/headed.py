"""Headed: what notes say under a heading of their own ("Coeliac disease: autoimmune reaction to gluten; avoid wheat"), where no other form fits.

Whatever the notes say there, "Outline what you know about ..." is answered by it. What is listed under a heading that counts things of its
kind ("Aids to trade - transport, warehousing, insurance") is stated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.dictionary import is_ordinary_word
from packbuilder.derive.marking_points.counts import MOST_NAMES
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.rules.subject import ANYBODY
from packbuilder.derive.marking_points.statements.answered import Stated, listed, says, small
from packbuilder.derive.marking_points.statements.meanings import OF_LETTER, OF_TOPIC, QUOTED_WHOLE, STEPS
from packbuilder.derive.marking_points.statements.terms import is_term, without_article
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import content_words
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_HEADED = regex(r"(?P<head>[^,.;:=?!→↑↓+*/<>≥≤×]{2,60}?)(?: ?: | [–—-] | ?(?P<equal>=) | (?:→|->) (?!.*(?:→|->)))(?P<told>\S.*)")
_WITH_LIST = regex(
    r"(?P<head>[^,.;:=?!→↑↓+*/<>≥≤×()]{3,60}?)(?P<equal>(?!))?(?:,? incl?\.? |, including | \((?=[^()]+,[^()]+,[^()]+\)$)|; (?=[^;,]+(?:, [^;,]+){2,}$))(?P<told>.+?)\)?"
)
"""The same where the sign is "incl." or a bracket round a list, or where lines stood below it, which were gathered behind "including"."""
_ASIDE = regex(
    r" \([^()]*\)|(?: (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))? [12]\d{3}$"
)
"""Whose a heading is, its abbreviation or its year, which nobody needs to be told who is asked about it."""
_ANOTHER = regex(
    r"[;,/.] [\w’'()-]+(?: [\w’'()-]+){0,4}(?::| ?=| [–—-]| →|->) |[=×÷?−²³]|(?<!\d{3})\d\s?[-+*/]\s?\d| [x*+/] \(?[A-Z]\b|/\(|\bvs\b|[a-z)]{3}\.\s"
)
"""Another heading behind the first, another sentence or a sum: what is said belongs to more than this heading."""
_BETWEEN = regex(r"; | / |(?<=[a-z)]{3})\. (?=[A-Z][\w’' ()-]{2,40}(?::| [–—=-]) )|, (?=[\w’'()-]+(?: [\w’'()-]+){0,2} ?[=:–—] )")
_HEADED_SHORT = regex(r"(?P<head>[^,.;:=?!→↑↓+*/<>≥≤×\d]{3,40}?)(?: ?: | [–—-] | ?= )(?P<told>[^;:=?×÷→]*[a-z]{3}[^;:=?×÷→]*)")
"""A heading of several in one point, and what is said of it."""
_NO_HEADING = regex(
    r"^(?:If|When|Where|As|How|Why|What|Who|Any|Some)\b|^[A-Z][a-z]+ (?:into|onto|out|up|down|off)\b| x |[²³\d]|\b(?:also|called|known|named|like|via|due)\b|^[A-Za-z]$"
)
"""How no heading begins, and what says something of one."""
_SYMBOL = regex(r"(?:^| )(?:[A-Za-z]|[A-Z][a-z]{0,3}\d?)$")
"""A symbol at the end of what something equals ("Potential divider Vout = ...")."""
_EXAMPLES = regex(r"\b(?:e\.?g|such as|including|incl)\b|→|->")
"""What makes of commas no list of equals."""
_TO_DO = frozenset(
    "quote refer link use mention include remember avoid learn know revise see make check ensure any do don't never always credit accept allow".split()
)
"""What notes tell those who learn or mark to do, beside command words."""
_RELATED = (
    r"(?:aids|criteria|barriers|principles|objectives|duties|rights|skills|qualities|merits|demerits|reasons|causes|effects|consequences|factors|benefits|"
    r"advantages|disadvantages|problems|risks|uses|features|characteristics|types|methods|techniques|ways|properties|responsibilities|sources|strategies|conditions|"
    r"components|elements|aims|symptoms|signs|hazards|limitations|strengths|weaknesses|drawbacks|functions|roles)"
)
_LISTS = regex(
    rf"(?:(?:[\w’'-]+ ){{0,2}}{_RELATED} (?:of|to|for|in) [\w’' -]+|(?!(?:key|main|common|other|different|important|typical|general|basic|good|bad|possible|useful|some|any|more|long-term|short-term|historical) )(?:[\w’'-]+ ){{1,3}}(?:criteria|types|features|properties|skills|techniques|methods))",
    re.IGNORECASE,
)
"""A heading that counts what stands under it, and says of what."""
_OWNED = regex(rf"(?P<of>[A-Za-z]+(?:ism|tion|ment|ship|ance|ence|ity|sis|ing|s)) (?P<things>{_RELATED})", re.IGNORECASE)
"""The same the other way round ("hooliganism causes")."""
_COMMA = regex(r", (?:and |or |& )?(?![^()]*\))")
_OF_NOTHING = regex(
    rf"(?-i:[A-Z]?[a-z-]+ )*(?:{_RELATED}|levels?|points|things)",
    re.IGNORECASE,
)
"""A heading that says of what kind it is, and not of what ("Long-term effects"); "IDE features" has an abbreviation that says it."""
_ADJECTIVE = regex(r"(?:ous|ive|al|ic|able|ible|ed|ful|less)$")
"""How adjectives end: by itself one says nothing of what ("Infectious", "Wireless")."""
_QUALITY = regex(r" \w+(?:able|ible|ous|ful)$")
_WHOSE = regex(r"[A-Z][\w-]+['’]s [\w-]")
"""What a name has."""
_ENTRY = 5
"""Words of an entry of a list at most."""
_FEWEST, _MOST = 3, 8
"""Entries of a list."""


def headed(said: str) -> Stated | None:
    """`Coeliac disease: autoimmune reaction to gluten`: what is known of it; `Aids to trade - transport, insurance, banking`: some of those."""
    found = _HEADED.fullmatch(said) or _WITH_LIST.fullmatch(said)
    if not found or _ANOTHER.search(found["told"]):
        return None
    head, told = _ASIDE.sub("", found["head"].strip()), found["told"].strip(" .")
    if not is_term(head) or says(head) or _is_to_be_done(told) or _NO_HEADING.search(head) or (found["equal"] and _SYMBOL.search(head)):
        return None
    if found["equal"] and set(content_words(head)) & set(content_words(told)):
        return None  # "angle of incidence = angle of reflection": a law
    return _listed_under(head, told) or _known_of(head, told)


def headed_each(said: str) -> Stated | None:
    """`Agonist – prime mover; antagonist – relaxes; fixator – stabilises the origin`: what is known of each of those."""
    parts = tuple(part.strip() for part in _BETWEEN.split(said.rstrip(" .")))
    found = [_HEADED_SHORT.fullmatch(part) for part in parts]
    heads = tuple(each["head"].strip() for each in found if each and not _is_to_be_done(each["told"]))
    if all(each and " " not in each["told"] for each in found):
        return None  # "Romeo = Montague, Juliet = Capulet"
    if not 2 <= len(parts) == len(set(heads)) <= _MOST or not all(map(_is_heading, heads)) or not _are_alike(heads):
        return None
    *before, last = (f"‘{head}’" for head in heads)
    return Stated(
        asked=f"Outline what you know about {', '.join(before)} and {last}", answer=said, whole=True, each=parts, worth=len(parts)
    )


def _is_heading(head: str) -> bool:
    return is_term(head) and not (says(head) or _NO_HEADING.search(head) or _SYMBOL.search(head))


def _are_alike(heads: Sequence[str]) -> bool:
    """Whether headings name things of one kind: each in as many words, or with a word that all have ("Gamma rays", "Danger" are none)."""
    words = [set(content_words(head)) for head in heads]
    if any(" " not in head and _ADJECTIVE.search(head) and is_ordinary_word(head) for head in heads):
        return False  # "Infectious: ...", "non-infectious: ..."
    return (len({len(head.split()) for head in heads}) == 1 and not any(map(_OF_NOTHING.fullmatch, heads))) or bool(
        set.intersection(*words)
    )


def _listed_under(head: str, told: str) -> Stated | None:
    """Ask for some of what a heading counts."""
    if owned := _OWNED.fullmatch(head):
        head = f"{owned['things']} of {small(owned['of'])}"
    count = len(listed(told, _ENTRY)) if _LISTS.fullmatch(head) and not _EXAMPLES.search(told) else 0
    return Stated(asked=f"State {NUMBER_WORDS[min(count, MOST_NAMES)]} {small(head)}", answer=told) if _FEWEST <= count <= _MOST else None


def _known_of(head: str, told: str) -> Stated | None:
    """Ask what is known of what a heading names, where more than a word or two is told of it."""
    entries = () if _EXAMPLES.search(told) else _entries(told)
    bare = without_article(head)
    one = " " not in bare and is_ordinary_word(bare)
    if (
        _OF_NOTHING.fullmatch(head)
        or _QUALITY.search(bare)
        or (one and (bare != head or _ADJECTIVE.search(bare)))
        or ANYBODY.match(head)
        or QUOTED_WHOLE.fullmatch(told)
        or (len(told.split()) < _FEWEST and len(entries) < 2)
    ):
        return None
    return Stated(asked=f"Outline what you know about {_as_named(head)}", answer=told, whole=True, each=entries if len(entries) > 1 else ())


def _entries(told: str) -> tuple[str, ...]:
    """Return what signs set apart: "call and response" is one thing."""
    if ";" in told:
        return tuple(map(str.strip, told.split(";")))
    return tuple(_COMMA.split(told)) if "," in told and listed(told, _ENTRY) else ()


def _is_to_be_done(told: str) -> bool:
    """Whether what stands behind a heading is to be done or known, by learners or markers, and is nothing that is known of it."""
    first = told.split()[0].strip(",").casefold()
    return (
        first in _TO_DO
        or first.capitalize() in TARIFF
        or (is_verb(first) and first not in NOUNISH)
        or bool(OF_TOPIC.match(told) or OF_LETTER.match(told) or STEPS.match(told))
    )


def _as_named(head: str) -> str:
    """Return a heading as a sentence names it: as the notes write it, in quotation marks, unless it is what somebody has, or several things."""
    if _WHOSE.match(head):
        return head
    if head.split()[0].casefold() in NUMBER_WORDS:
        return f"the {small(head)}"
    if without_article(head) != head:
        return head[:1].lower() + head[1:]
    several = is_plural(head.split(" of ")[0].split()[-1].casefold()) and all(map(is_ordinary_word, head.casefold().split()))
    return small(head) if several else f"‘{head}’"
