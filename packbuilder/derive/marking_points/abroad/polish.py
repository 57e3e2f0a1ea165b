"""Polish in questions: which capital letter only a sentence's beginning has made, and where a clause's verb stands behind "kiedy".

Polish has no articles: a noun that begins a sentence is printed small where it surely is common, large where it surely is a name, and else not asked about.
"""

from __future__ import annotations

import re

from packbuilder.grammars import folded
from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

_ROMAN = regex(r"[IVXL]+")
_NAME_ADJECTIVE = regex(r"[A-ZŁŚŻŹĆÓ]\w+(?:sk[aie]|cki|cka|ckie|skie)")
_AGREES = regex(r"[a-ząćęłńóśźż]+(?:[yiaeu]|ej|ego|ych|ich|ów|ach|ami|ą|ę)")
_PREPOSITIONS = frozenset("pod nad w we o na między przeciw do dla bez".split())
_ADVERB = regex(
    r"\w+(?:śnie|znie|cznie|jnie|tnie|lnie|wnie|rnie|dnie|pnie|owo|sko|tko|bko|nko|ście|cie|rze|dzo|ło)|razem|oraz|jako|też|także|już|powoli|zawsze|nigdy"
)
_SURELY_PAST = regex(r"\w{2,}(?:[aąyiuó]ł|[aęyiu]ła|[aęyiuo]ło|\wli|[aęyiu]ły|szła|szedł|szło|szły|osła|ósł)")
_NOUNS_LIKE_VERBS = frozenset(
    """siła siły skała skały żyła żyły ciało dzieło dzieła źródło źródła szkło koło koła szkoła szkoły udział podział przedział wydział oddział materiał materiały kapitał
    kryształ artykuł żywioł strzał zapał upał kanał sygnał potencjał ideał rozdział personel biała białe białą biały mała małe mały cała całe cały stała stałe stały dała trwały trwała doskonały
    doskonała wspaniały wspaniała byli skali skala fali sali soli woli roli mili kuli""".split()
)
_PARTICIPLE = regex(r"\w+(?:[nt][yaeo]|[nt]i|ci|eni)")
_AUXILIARIES = frozenset("został została zostało zostały zostali jest są był była było były".split())


def sure(text: str, said: Said) -> str | None:
    """Return words as they stand within a sentence, where it is sure whether their first one is a name; None where it is not."""
    words = text.split()
    first = words[0].strip("„”\"'")
    following = words[1] if len(words) > 1 else ""
    if not first[:1].isupper() or words[0][0] in "„\"'":
        return text
    if first[1:2].isupper() or _ROMAN.fullmatch(first) or any(text == name or text.startswith(f"{name} ") for name in said.names):
        return text
    small = f"{text[:1].lower()}{text[1:]}"
    common = _is_common(first, said)
    if following[:1].isupper() and not _ROMAN.fullmatch(following):
        # "Unia Europejska" is a name; "chrzest Polski" says whose it was.
        named = not common or (_NAME_ADJECTIVE.fullmatch(following) and following != "Polski")
        return text if named else small
    if following and _ROMAN.fullmatch(following) and not common:
        return text
    if common or folded(first) in said.prepositions:
        return small
    return None


def phrase(text: str, said: Said) -> str | None:
    """Return a noun phrase as it stands within a sentence: what agrees with its first word, or belongs to it, is no verb, and so tells that it is common."""
    words = text.split()
    if not is_phrase(text, said):
        return None
    told = sure(text, said)
    if told is not None or len(words) < 2:
        return told
    agrees = words[1] in _PREPOSITIONS or (_AGREES.fullmatch(words[1]) and not _ADVERB.fullmatch(words[1]))
    return f"{text[:1].lower()}{text[1:]}" if agrees else None


def is_phrase(text: str, said: Said) -> bool:
    """Whether words may be a noun phrase in the nominative, whole."""
    words = text.split()
    if not words or folded(words[0]) in said.never or folded(words[0]) in said.prepositions or words[-1] in _PREPOSITIONS:
        return False
    return not any(_ADVERB.fullmatch(word) and folded(word) not in said.common for word in words[1:]) and verb_at(text, said) is None


def verb_at(text: str, said: Said) -> int | None:
    """Return at which of its words a clause has its verb; None where it has none that is sure."""
    words = text.split()
    for at, word in enumerate(words):
        if at and word in said.finite:
            return at
        if at and word.islower() and _SURELY_PAST.fullmatch(word) and word not in _NOUNS_LIKE_VERBS and folded(word) not in said.common:
            return at
    return None


def ordered(text: str, said: Said) -> str | None:
    """Return a clause as it stands behind "kiedy": its verb before its subject where nothing follows it, else as it is.

    One that begins with its verb ("rozegrała się bitwa pod Grunwaldem") stays so.
    """
    words = text.split()
    if words[0].islower() and (_SURELY_PAST.fullmatch(words[0]) or words[0] in said.finite) and len(words) > 1:
        return text
    at = verb_at(text, said)
    if at is None:
        return None
    subject = phrase(" ".join(words[:at]), said)
    if subject is None:
        return None
    end = at + 1
    end += "".join(words[end : end + 1]) == "się"
    end += words[at] in _AUXILIARIES and bool(_PARTICIPLE.fullmatch("".join(words[end : end + 1])))
    verb, rest = " ".join(words[at:end]), words[end:]
    second = next((word for word in rest if word.islower() and _SURELY_PAST.fullmatch(word) and word not in _NOUNS_LIKE_VERBS), None)
    if second is not None or any(word in ("i", "a", "ale", "oraz", "który", "która", "które") for word in rest):
        return None
    return " ".join((subject, verb, *rest)) if rest and rest[0] not in _PREPOSITIONS else " ".join((verb, subject, *rest))


def clause(text: str, said: Said) -> str | None:
    """Return a clause as it stands behind "dlaczego", in the order that it has."""
    words = text.split()
    if folded(words[0]) in said.never or not any(_may_be_verb(word, said) for word in words[1:]):
        return None
    at = verb_at(text, said)
    return (
        (phrase(" ".join(words[:at]), said) or "") + " " + " ".join(words[at:])
        if at and phrase(" ".join(words[:at]), said)
        else sure(text, said)
    )


def _may_be_verb(word: str, said: Said) -> bool:
    return word.islower() and (
        word in said.finite
        or _SURELY_PAST.fullmatch(word) is not None
        or re.fullmatch(r"\w+(?:uje|ują|eje|eją|ają|[aiye]|ą)", word) is not None
    )


def _is_common(word: str, said: Said) -> bool:
    lowered = re.sub("ę$", "a", word.lower())
    return folded(lowered) in said.common or re.fullmatch(rf"\w*{said.common_ends}", lowered) is not None


def term(text: str, said: Said) -> str:
    """Return a term within quotation marks: small where it surely is no name."""
    bare = text.strip("„”\"' ")
    return phrase(bare, said) or bare


def low(text: str, said: Said) -> str:
    """Return words of which the first is no name, small."""
    return f"{text[:1].lower()}{text[1:]}"


def feminine(text: str, said: Said) -> str | None:
    """Return a phrase whose ending tells that it is what does something, and not what is done: of "deszcz" it tells nothing."""
    return phrase(text, said) if re.fullmatch(r"\w+(?:a|ść|ew)", text.split()[0]) else None


def plural(text: str, said: Said) -> str | None:
    """Return a phrase of several things, whose verb tells that "what" is what they do something to."""
    return phrase(text, said)
