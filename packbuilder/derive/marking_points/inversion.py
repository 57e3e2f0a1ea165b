"""Inversion: the order of a question's words turned back into that of a clause ("are glaciers formed": "glaciers are formed").

Where no word surely ends the subject there is no clause: the question is then asked as it stands.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.inflection import is_known, past, third
from packbuilder.derive.marking_points.lexicon import THINGS_TOO
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

DO = frozenset({"do", "does", "did"})
BE = frozenset({"is", "are", "was", "were"})
HAVE = frozenset({"has", "have", "had"})
MODALS = frozenset("can could should will would must may might".split())
AUXILIARIES = DO | BE | HAVE | MODALS

_GOVERNS = frozenset(
    """a an the this that these those its their his her our your my some any no every each of in on at to for by with from about into between
    during after before under over and or as than most many several two three four main key""".split()
)
"""After one of these a word is no verb: "the rate of change increases"."""
_ADVERBS = frozenset(
    "not so too very more less most least often usually also still always never only sometimes generally mainly ever".split()
)
_ADJECTIVES = frozenset(
    """important necessary significant useful dangerous difficult essential harmful successful effective popular strong weak hot cold high low large small
    different similar able likely unable possible impossible good bad better worse unpopular vital good available toxic hard soft easy rare
    common expensive cheap controversial crucial valuable helpful beneficial sustainable reliable valid inaccurate accurate right wrong true
    safe unsafe poor rich bitter sweet sour red blue white black green bright dark dry wet warm cool heavy light dense full empty free responsible
    essential suitable unsuitable unable alive visible insoluble soluble reactive unreactive malleable ductile brittle stable unstable flat""".split()
)
_GRADED = _ADJECTIVES | frozenset(
    "short long fast slow quick thick thin steep big tall wide narrow loud near far early late simple close few smooth rough sharp great old young dense deep shallow busy heavy healthy wealthy".split()
)
"""Those that have a comparative in "-er"."""
_PARTICIPLES = frozenset(
    """made found known built written given taken chosen grown lost won kept held led sold put set cut paid seen drawn driven broken brought caught taught
    done shown worn sent met read split spread thrown born bound fought left meant run sung spoken stolen struck torn told understood overthrown
    become begun come fallen gone had been felt fed used""".split()
)
_NOT_PARTICIPLES = frozenset(
    "hundred bed red seed weed breed speed need shed greed feed deed reed steed armed united wicked sacred naked".split()
)
_RATHER_DOES = frozenset(
    "build cause change control decrease feed form force help hold increase lead leave lift link move need pass play pull pump raise reach release save share show store support transfer transform transport use".split()
)
"""Those of them that are verbs where a thing follows ("How does conduction transfer heat")."""
_HELPS = frozenset({"help", "make", "let"})
"""Verbs that take another without "to" ("help reduce")."""
_CLAUSE = frozenset("that which who whom when if while because how why where what so as than whether".split())
_AFTER = frozenset("to for in than at from with about on of when and during before after".split())
"""What may follow an adjective or a gerund that ends a predicate."""
_NEGATED = regex(r"(?P<aux>\w+)n['’]t$")
_HEAD = 3
"""Words within which the noun of a subject stands ("Shi'a Muslims")."""
_YOU = frozenset({"you", "we", "they"})
_BARE = frozenset({"be", "have", "not"})


def uninverted(auxiliary: str, rest: str, *, of_object: bool = False) -> str:
    """Return what follows an auxiliary as a clause, the auxiliary or the inflected verb in its place; empty where that is unsure.

    `didn't` and its like keep their `not`: "why didn't X fall" is "why X did not fall". `of_object`: what the verb governs is asked for ("what does
    the bell signal").
    """
    words = rest.split()
    auxiliary = auxiliary.casefold()
    if (negated := _NEGATED.match(auxiliary)) and negated["aux"]:
        positive = {"ca": "can", "wo": "will"}.get(negated["aux"], negated["aux"])
        at = _verb(words, of_object=of_object) if positive in DO | MODALS else _predicate(words, only_participles=positive in HAVE)
        return _placed(words, at, "cannot" if positive == "can" else f"{positive} not") if at else ""
    if words[0].casefold() == "there" and auxiliary not in DO and len(words) > 1:
        return " ".join((words[0], auxiliary, *words[1:]))
    if "not" in words[1:] and words[words.index("not", 1) - 1].casefold().strip(",") not in ("but", "and", "or"):
        return _placed(words, words.index("not", 1), auxiliary)
    if auxiliary in DO:
        at = _verb(words, of_object=of_object)
        if (
            not at
            and auxiliary == "do"
            and not of_object
            and any(is_plural(word.casefold()) for word in words[:-1][:_HEAD] if word not in _YOU)
        ):
            return rest  # "why do florists condition flowers": wherever its verb is
        if not at:
            return ""
        word = words[at].rstrip(",")
        base = word.casefold()
        said = past(base) if auxiliary == "did" else third(base) if auxiliary == "does" else base
        return " ".join((*words[:at], said + words[at][len(word) :], *words[at + 1 :]))
    if auxiliary in MODALS:
        at = next((index for index, word in enumerate(words) if index and word in _BARE), 0) or _verb(words, of_object=of_object)
    else:
        at = _predicate(words, only_participles=auxiliary in HAVE)
    return _placed(words, at, auxiliary) if at else ""


def _placed(words: list[str], at: int, auxiliary: str) -> str:
    if at > 1 and _bare(words[at - 1]) in ("only", "always", "never", "usually", "often", "sometimes"):
        at -= 1  # "why must work only be done by ...": it stays with the verb
    return " ".join((*words[:at], auxiliary, *words[at:]))


def _verb(words: list[str], *, of_object: bool) -> int:
    """Return the place of the verb after a subject, 0 where no word surely is it. `of_object`: what the verb governs is asked for."""
    found = _may_be_verbs(words)
    for place, index in enumerate(found):
        word, later = _bare(words[index]), found[place + 1 :]
        if word not in THINGS_TOO:
            return index
        if any(_bare(words[other]) not in THINGS_TOO for other in later if word not in _HELPS):
            continue  # a thing, whose verb comes: "the government plan fail"
        if not later or later[0] != _next(words, index):
            return 0 if of_object and _has_object(words, index) else index
        if not of_object:
            return index if word in _RATHER_DOES else 0
        last = later[0] == len(words) - 1 or _bare(words[later[0] + 1]) in _AFTER
        return later[0] if last else 0
    return 0


def _may_be_verbs(words: list[str]) -> list[int]:
    """Return the places of words that may be the verb of a clause, up to where another clause opens."""
    found = []
    for index in range(1, len(words)):
        word, before = _bare(words[index]), words[index - 1].casefold()
        if word in _CLAUSE:
            break
        if is_known(word) and not (words[index][:1].isupper() or before in _GOVERNS or before.endswith(("'s", "’s", "s’"))):
            found.append(index)
    return found


def _has_object(words: list[str], index: int) -> bool:
    """Whether a thing stands behind a word, which then is no verb where its object is asked for ("what does the whistle blow signal")."""
    after = _bare(words[index + 1]) if index + 1 < len(words) else ""
    return bool(after) and after not in _AFTER | _GOVERNS | _ADVERBS | _CLAUSE and not after.endswith("ly")


def _next(words: list[str], index: int) -> int:
    """Return the place of the next word that is no adverb."""
    return next((at for at in range(index + 1, len(words)) if _bare(words[at]) not in _ADVERBS), len(words))


def _bare(word: str) -> str:
    return word.strip(",").casefold()


def _predicate(words: list[str], *, only_participles: bool) -> int:
    """Return where the subject of `is`, `was` or `has` ends: before a participle, an adjective, an adverb, or `a`; 0 where that is unsure."""
    for index in range(1, len(words)):
        word, before = words[index].strip(",").casefold(), words[index - 1].casefold()
        if before in _GOVERNS:
            continue
        if _is_participle(word) or word in _ADVERBS:
            return index
        if only_participles:
            continue
        last = index == len(words) - 1 or words[index + 1].casefold() in _AFTER
        doing = word.endswith("ing") and len(word) > 5 and _is_gerund(word)
        if (
            word in ("a", "an")
            or (last and (word in _ADJECTIVES or _is_compared(word) or re.search(r"(?:ous|ful|able|ible|less)$", word)))
            or (doing and last)
        ):
            return index
    return 0


def is_done(rest: str) -> bool:
    """Whether what follows an auxiliary opens with a participle: its subject stands before it ("which ion is formed when ...")."""
    return _is_participle(re.split(r"[\s,]", rest, maxsplit=1)[0].casefold())


def is_said(rest: str) -> bool:
    """Whether what follows an auxiliary opens with what is said of its subject ("which was more dangerous")."""
    first = re.split(r"[\s,]", rest, maxsplit=1)[0].casefold()
    return first in _ADVERBS or first in _ADJECTIVES or bool(re.fullmatch(r"[a-z]{3,}(?:ous|ful|able|ible|less)", first))


def _is_compared(word: str) -> bool:
    """Whether a word is a comparative ("shorter", "larger", "hotter", "heavier")."""
    stem = word.removesuffix("er")
    return stem != word and any(base in _GRADED for base in (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"))


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PARTICIPLES)


def _is_gerund(word: str) -> bool:
    """Whether a word is the gerund of a verb that can be inflected ("changing")."""
    stem = word[:-3]
    return any(is_known(base) for base in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem))
