"""Whether the language that a file names can be that of its words: told by the small words that every text has many of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from packbuilder.languages import is_language, primary
from packbuilder.patterns import regex
from packbuilder.typeset.reading.readback import ReadBack

_SMALL = {
    "en": ("English", "the of and to is are was that with for which how what this by from it be have or an on as"),
    "fr": ("French", "le la les des du une est sont dans avec que qui pour par et au aux ce cette ne pas sur plus"),
    "de": ("German", "der die das und ist sind nicht ein eine einen mit für von zu auf im den dem wie oder wird"),
    "es": ("Spanish", "el los las del una es por para con que en como más su sus se lo y son al"),
    "cy": ("Welsh", "yr yn ar am mae wedi gan bod neu sut beth rhwng drwy eu ei ac gyda hyn oedd y"),
    "it": ("Italian", "il gli della delle del dei che di con per una sono come nel nella è non più"),
    "pt": ("Portuguese", "os da dos das em uma não para com que são por ao mais pela pelo"),
    "pl": ("Polish", "w na się jest oraz jak nie są przez dla od po co które który że"),
    "nl": ("Dutch", "het een van en op met voor zijn niet hoe bij uit dat wordt aan"),
    "el": ("Greek", "και το του της να με από για είναι οι την στο ένα που των τα"),
}
_FEWEST = 20
"""So many small words tell a language; of fewer nothing is said."""

_FEWEST_OF_PART = 2
"""So many small words tell that a part is in the file's own language, where it has none of the one that it is marked as."""

_ENOUGH = 6
"""So many confirm the one that is named."""

_TIMES = 3
"""A language that is named wrongly has so many times as many small words of another."""

_WORD = regex(r"[^\W\d_]+")


def language_faults(read: ReadBack) -> tuple[bool, str]:
    """Return whether the language that a file names is a good one, and the sentence that says so."""
    language = read.language.strip()
    if not language:
        return False, "No language is set: it is read with whatever voice is on."
    if not is_language(language):
        return False, f"The language is set to “{language}”, which is none: it is read with whatever voice is on."
    named, (likely, found) = primary(language), _likeliest(_own_words(read))
    own = found.get(named, 0)
    if found[likely] >= max(_FEWEST, found.total() // 2) and likely != named and found[likely] > _TIMES * own:
        return False, f"The language is set to {language}, but the words look {_SMALL[likely][0]}: it is read with the wrong voice."
    if own >= _ENOUGH and likely == named:
        return True, f"The language is {language}, and so are the words: it is read with the right voice."
    return True, f"The language is set to {language}; whether the words are in it could not be told."


def misread_parts(read: ReadBack) -> Iterator[tuple[int, str, str]]:
    """Yield what is marked as another language than the file's, and has only small words of the file's: its page, the tag and its words."""
    small = {tag: frozenset(words.split()) for tag, (_, words) in _SMALL.items()}
    own = small.get(primary(read.language))
    for element in read.tree.walk() if read.tree is not None and own else ():
        marked = small.get(primary(element.language)) if element.language else None
        if marked is None or own is None or marked is own or element.role == "Formula":
            continue
        words = [word.casefold() for word in _WORD.findall(element.text)]
        if sum(word in own for word in words) >= _FEWEST_OF_PART and not any(word in marked for word in words if len(word) > 1):
            yield element.page, element.language, element.text


def _own_words(read: ReadBack) -> Iterable[str]:
    """Return the words of a file that are not marked as another language's."""
    if read.tree is None:
        return (word for text in read.pages for word in _WORD.findall(text))
    # A part in another language has its words in elements of its own.
    texts, waiting = [], [read.tree]
    while waiting:
        element = waiting.pop()
        if element.language and primary(element.language) != primary(read.language):
            continue
        texts.append(element.own)
        waiting.extend(element.children)
    return (word for text in texts for word in _WORD.findall(text))


def _likeliest(words: Iterable[str]) -> tuple[str, Counter[str]]:
    """Return the language that has most of the words as its small ones, and how many each has."""
    known = {tag: frozenset(word for word in small.split() if len(word) > 1) for tag, (_, small) in _SMALL.items()}
    counted = Counter(word.casefold() for word in words)
    found = Counter({tag: sum(counted[word] for word in small) for tag, small in known.items()})
    return max(found, key=found.__getitem__), found
