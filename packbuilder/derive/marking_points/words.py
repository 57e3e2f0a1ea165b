"""Small helpers on words."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.derive.dictionary import is_ordinary_word
from packbuilder.patterns import regex
from packbuilder.text import OWNED, PEOPLES

EACH_OF_THEM = r"(?:(?<!\bwhich )(?<!\bwhere )(?<!\bthat )(?<!\bwhen )(?<!\bif )(?<!\bso )each(?! (?:other|side|end|time|hour|day|night|week|month|term|year)\b)|these)"
"""A piece of patterns: what stands for things that are named behind it ("Define each: ..."); a form that is filled in "each year" does not."""
_STOP = frozenset(
    "a an the of to in on for and or with by from at as is are be this that these those their your its it how why what".split()
)


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """Return a text's content words, in order."""
    return tuple(word for word in re.findall(r"[\w’'-]+", text.casefold()) if word not in _STOP)


_NO_NAMES = frozenset(
    """a an the this that these those his her its their our your my some any no every each all both one two three four five many most several other
    how why what when where which who whether if in on at by for to from of as with""".split()
)
_UNNAMED = regex(
    r"(?:tion|ment|ings?|ity|ness|ance|ence|ists?|logy|osis|ure|[a-z]{2}s|(?:zym|gen|lyt|troph|trop|phil|phob|ot)ic|[a-z]{3}(?:ous|ular|oid|ase)|standard)$"
)
"""Endings of words that are hardly names, so that no dictionary need be asked."""

_WHAT_PEOPLE_DO = regex(
    r"(?:leaves|loves|hates|marries|betrays|tells|murders|shoots|thinks|believes|wants|decides|refuses|confesses|steals|forgives|regrets|realises|admires|envies|fears|asks|promises|warns|blames|"
    r"pretends|apologises|(?:argued|argues|claimed|claims|believed|proposed|suggested|discovered|invented|noticed|insisted|concluded)(?= (?:that|the|an?)\b))\b"
)
"""Behind one word without an article: who does it has a name, whatever that means besides ("Belle leaves Scrooge")."""
_NO_PERSON = frozenset(
    "research evidence data science government parliament congress management critics theory analysis feedback everyone nobody somebody".split()
)
_TWO_NAMES = regex(r"[A-Z][a-z]+ and [A-Z][a-z]+(?: [a-z].*)?")
_NAMES_IN_S = frozenset(
    """versailles wales dickens thames himalayas alps paris athens brussels naples hastings jesus moses judas venus uranus texas cyprus honduras keats hobbes descartes
    phillips bauhaus davis williams adams hughes roberts jones evans collins watkins hopkins jenkins rogers richards stevens parsons gibbs briggs yeats brooks giddens bowles willis gintis aquinas
    augustus erasmus columbus confucius sisyphus dionysus lazarus pontius nicodemus zebedee midas rawls euripides sophocles socrates archimedes pythagoras laos calais cannes flanders reims niels james charles thomas francis lucas marcus""".split()
)
"""Names that end as plurals do."""


_NAMES_TOO = frozenset("scrooge birling napoleon gestapo luftwaffe wehrmacht reichstag bundestag kremlin vatican stasi duma".split())
"""Names that a dictionary has small as well, and hardly anybody means so."""
_NUMBERED = frozenset("article section clause amendment resolution chapter act scene".split())
_MADE_LIKE = regex(
    r"(?:vietnam|american|balkan|finland|soviet|roman|europ(?:e|ean)|islam|disney|mcdonald|russ(?:ia|ian|if)|nazi|stalin|german|angl(?:o|ic)|marx|lenin|trotsky|mao|thatcher|calvin|luther|buddh|hindu|darwin|freud|keynes)\w*?(?:is|iz|ific)(?:ation|m|ed)$"
)
"""What is called after a country or a person ("Vietnamisation")."""
_NAMES_BEFORE_VERB = frozenset(
    "slim candy crooks boxer clover squealer snowball piggy roger pip scout belle puck bottom hero apple shell boots virgin gap next".split()
)
"""Names that are ordinary words: whoever has one does something ("Slim represents ...")."""
_PREFIX = 3
_THIRD = regex(r"(?:is|was|has|had|does|did|will|would|can|uses|[a-z]{3,}(?<![sui])s)\b(?! (?:of|and|in|for|or)\b)")


def opens_with_name(text: str, *, thorough: bool = False) -> bool:
    """Whether the first word of a text is a name, or belongs to one ("King Lear ..."); `thorough`: a dictionary is asked as well."""
    first, _, rest = text.partition(" ")
    word = first.rstrip(",.").casefold()
    if word in ("my", "our", "we") and re.match(r"[A-Z][a-z]", rest):
        return True  # "My Lai": what is anybody's own has been turned by now
    if not first[:1].isupper() or word in _NO_NAMES:
        return False
    if word in _NUMBERED and rest[:1].isdigit():
        return True  # "Article 48"
    if word in _NAMES_TOO or (word in _NAMES_BEFORE_VERB and _THIRD.match(rest)):
        return True
    if word in PEOPLES or word in _NAMES_IN_S or OWNED.match(first) or re.match(r"[A-Z][a-z]|[IVX]+\b(?!-)", rest):
        return True
    if thorough and first[1:].islower() and word not in _NO_PERSON and (_WHAT_PEOPLE_DO.match(rest) or _TWO_NAMES.fullmatch(text)):
        return True
    if _MADE_LIKE.match(word):
        return True
    if not thorough or not first[1:].islower():
        return False
    if word.endswith("ism"):
        return not is_ordinary_word(word)  # "Poujadism", called after somebody
    if _UNNAMED.search(word):
        return False
    part, hyphen, more = word.partition("-")
    if hyphen and len(part) > _PREFIX and more.islower() and is_ordinary_word(part):
        return False  # "Tenants-in-chief"
    return not all(map(is_ordinary_word, word.split("-")))  # "Cost-benefit analysis"


def lower(text: str, *, thorough: bool = False) -> str:
    """Begin a clause with a small letter, unless its first word is an acronym, a symbol or a name (see `opens_with_name`)."""
    first = text.split(" ", 1)[0]
    if (
        any(c.isupper() for c in first[1:])
        or (len(first) == 1 and first not in "A")
        or first in ("I",)
        or first[1:2] in (".", "-")
        or not first[:1].isalpha()
        or opens_with_name(text, thorough=thorough)
    ):
        return text
    return text[:1].lower() + text[1:]


_CODE = regex(r"(?:[acgtu]{3}|[udsctb]{2,3}|[b-df-hj-np-tvxz]{2,5})$")
"""Bases, quarks, and letters without a vowel."""


def is_code(text: str) -> bool:
    """Whether a text is a few small letters that spell no word, which a capital would change ("uud", a codon, a gene)."""
    return bool(_CODE.match(text)) and not is_ordinary_word(text)
