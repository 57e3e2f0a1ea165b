"""Greek in questions: the verb of a clause, which its ending tells, stands before the subject behind "πότε" and "πού"."""

from __future__ import annotations

from packbuilder.grammars import folded
from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

_FINITE = regex(
    r"[α-ωάέήίόύώϊΐϋΰ]{2,}(?:εται|ονται|ούνται|είται|άται|ώνται|ιέται|θηκε|θηκαν|τηκε|τηκαν|φηκε|χθηκε|ουν|ούν|[^αιεου]ει|εί|εύει|αίνει|ώνει"
    r"|[ηιωαέευσξψ]σε|[^ό]ξε|ψε|[ηιωα]σαν|ξαν|ψαν|άνε|άει)"
)
_NO_VERBS = frozenset(
    "εκεί επειδή πολύ εξαιτίας δει πει τρεις τότε πότε ποτέ εάν μέχρι πρέσε ξαφνικά ουσιαστικά ύψει βάσει λόγω δυνάμει".split()
)
_BEFORE = frozenset("δεν δε θα να τον την τη το τους τις τα του της μου".split())
_JOINTS = frozenset(("και", "αλλά", "που"))
_OPEN = frozenset("έως μέχρι ως από πριν μετά περίπου γύρω".split())
"""What would lack what it is of, once a date has been taken away."""
_GENITIVE = frozenset("του της των".split())


def is_phrase(text: str, said: Said) -> bool:
    """Whether words are a noun phrase in the nominative, whole: behind an article, and without a verb."""
    words = text.split()
    if len(words) < 2 or folded(words[0]) not in said.articles or words[-1] in _GENITIVE or folded(words[1]) in said.never:
        return False
    return verb_at(text, said) is None and words[-1] not in ("και", "από", "με", "σε", "για")


def verb_at(text: str, said: Said) -> int | None:
    """Return at which of its words a clause has its verb; None where none is sure."""
    for at, word in enumerate(text.split()):
        if at and word not in _NO_VERBS and (word in said.finite or _FINITE.fullmatch(word)):
            return at
    return None


def turned(text: str, said: Said) -> str | None:
    """Return a clause with its verb before its subject; one that begins with its verb stays as it is."""
    words = text.split()
    if words[0] in said.finite or _FINITE.fullmatch(words[0]):
        return text if is_phrase(" ".join(words[1:3]), said) else None
    at = verb_at(text, said)
    if at is None or any(word in _JOINTS for word in words[at:]) or words[-1] in _OPEN:
        return None
    start = at - (words[at - 1] in _BEFORE)
    start -= words[start - 1] in ("δεν", "θα")
    subject = " ".join(words[:start])
    if not is_phrase(subject, said):
        return None
    return " ".join((*words[start : at + 1], small(subject, said), *words[at + 1 :]))


def turned_if_short(text: str, said: Said) -> str | None:
    """Return a clause turned where its verb is the last of its words; a longer one reads best as it stands."""
    words = text.split()
    at = verb_at(text, said)
    if at is None or folded(words[0]) not in said.articles:
        return None
    subject = " ".join(words[: at - (words[at - 1] in _BEFORE)])
    subject = subject.removesuffix(" δεν").removesuffix(" θα")
    if not is_phrase(subject, said):
        return None
    return turned(text, said) if at == len(words) - 1 else small(text, said)


def small(text: str, said: Said) -> str:
    """Return words as they stand within a sentence: their article small."""
    return f"{text[:1].lower()}{text[1:]}" if folded(text.split()[0]) in said.articles else text


def feminine(text: str, said: Said) -> str | None:
    """Return a phrase whose article tells that it is what does something, and not what is done: of one neuter it tells nothing."""
    return small(text, said) if text.split()[0] in ("Ο", "Η", "Οι", "ο", "η", "οι") and is_phrase(text, said) else None


def several(text: str, said: Said) -> str | None:
    """Return a phrase of several things, whose verb tells that "what" is what they do something to."""
    return small(text, said) if text.split()[0] in ("Οι", "Τα", "οι", "τα") and is_phrase(text, said) else None


def which(text: str, said: Said) -> str:
    """Return "which", as it agrees with a phrase."""
    return {"η": "Ποια", "ο": "Ποιος", "το": "Ποιο"}[text.split()[0].lower()]


def how_much(text: str, said: Said) -> str:
    """Return "how much", as it agrees with a phrase."""
    return {"η": "Πόση", "ο": "Πόσος", "το": "Πόσο"}[text.split()[0].lower()]


def low(text: str, said: Said) -> str:
    return f"{text[:1].lower()}{text[1:]}"
