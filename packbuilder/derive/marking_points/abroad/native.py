"""What languages have their own way of: what is a phrase, and how parts of a statement stand in its question. French, Spanish and German share `printed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from packbuilder.derive.marking_points.abroad import greek, polish, welsh
from packbuilder.grammars.said import Said
from packbuilder.values import dataclass

Way = Callable[[str, Said], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Native:
    """`phrase` says whether words are a noun phrase that can be asked about; `ways` print a part of a statement, by their names in `forms`."""

    phrase: Callable[[str, Said], bool]
    ways: Mapping[str, Way]


def _kept(text: str, said: Said) -> str:
    return text


NATIVE: Mapping[str, Native] = MappingProxyType(
    {
        "pl": Native(
            phrase=lambda text, said: polish.phrase(text, said) is not None,
            ways={
                "": polish.phrase,
                "clause": polish.clause,
                "order": polish.ordered,
                "term_of": polish.term,
                "feminine": polish.feminine,
                "plural": polish.plural,
                "low": polish.low,
                "kept": _kept,
            },
        ),
        "el": Native(
            phrase=greek.is_phrase,
            ways={
                "": greek.small,
                "turn": greek.turned,
                "short": greek.turned_if_short,
                "one": greek.feminine,
                "many": greek.several,
                "which": greek.which,
                "many_of": greek.how_much,
                "low": greek.low,
                "kept": _kept,
            },
        ),
        "cy": Native(
            phrase=lambda text, said: False,
            ways={"": _kept, "that": welsh.that, "soft": welsh.soft, "did": welsh.did, "low": welsh.low, "kept": _kept},
        ),
    }
)
