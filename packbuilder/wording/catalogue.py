"""Message catalogues: what is printed that no source wrote ("Turn over", "marks", instructions)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from packbuilder.cache import kept
from packbuilder.languages import primary
from packbuilder.values import dataclass
from packbuilder.wording.lettering import counted_by

FALLBACK = "en"
"""The language of the program's own words where a catalogue, or a message of one, is missing."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One language's messages. `language` is a BCP 47 tag; `borrowed` are the keys of messages that are English instead."""

    language: str
    messages: Mapping[str, str | tuple[str, ...]]
    borrowed: frozenset[str] = frozenset()

    def of(self, language: str | None) -> Catalogue:
        """Return the catalogue for what is in a language of its own; this one for what is in none."""
        return catalogue(language) if language else self

    def spoken(self, key: str) -> str | None:
        """Return the language of a message where it is not the catalogue's own: English, for want of a translation."""
        return FALLBACK if key in self.borrowed else None

    def say(self, key: str, /, **values: object) -> str:
        """Return the message with its `{names}` filled in. A plural has its own key: `marks.one`, `marks.many`."""
        message = self.messages[key]
        if not isinstance(message, str):
            raise TypeError(f"the message {key!r} is a list; use `lines`")
        return message.format(**values) if values else message

    def lines(self, key: str, /, **values: object) -> tuple[str, ...]:
        """Return a message that is a list, each line filled in."""
        message = self.messages[key]
        texts = (message,) if isinstance(message, str) else message
        return tuple(text.format(**values) if values else text for text in texts)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Return the message for so many: `key.one` for 1, `key.two` where Welsh says 2 otherwise, `key.few` for what Polish says as it says 2, `key.many` otherwise; `{n}` is the number."""
        return self.say(f"{key}.{self._form(key, number)}", n=number, **values)

    def _form(self, key: str, number: int) -> str:
        if number == 1:
            return "one"
        if number == 2 and f"{key}.two" in self.messages:  # it is the name of the form
            return "two"
        return "few" if f"{key}.few" in self.messages and _few(number) else "many"

    def figures(self, number: str) -> str:
        """Return a number as the language writes it; `number` is as Python does: `10,000` or `1.4`."""
        return number.translate({ord(","): self.say("digits.thousands"), ord("."): self.say("digits.decimal")})

    def lettered(self, letter: str) -> str:
        """Return the letter of an option, a part or a section as the language counts: the third is C or c in English, and Γ or γ in Greek."""
        return counted_by(letter, self.language)

    def option(self, index: int) -> str:
        """Return the letter of the option, or of whatever else has one, at an index from 0: A, or as the language counts."""
        return self.lettered(chr(ord("A") + index))

    def part(self, number: int, part: str) -> str:
        """Return a question's label, with its part in brackets where it has any: `3`, `3(a)`."""
        return f"{number}({self.lettered(part)})" if part else str(number)

    def moment(self, when: str) -> str:
        """Return an ISO 8601 date, or a date and time (`2027-05-14T09:00`), as people write it."""
        day, _, time = when.partition("T")
        year, month, of_month = day.split("-")
        key = "date.first" if int(of_month) == 1 else "date.day"
        written = self.say(key, day=int(of_month), month=self.lines("date.months")[int(month) - 1], year=year)
        return f"{written}, {time}" if time else written


def _few(number: int) -> bool:
    """Whether a number ends in 2, 3 or 4, but for 12, 13 and 14 (Unicode CLDR, plural rules of Polish)."""
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


def languages() -> tuple[str, ...]:
    """Return the primary tags that a catalogue exists for, in order of name."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


@lru_cache(maxsize=8)
def catalogue(language: str) -> Catalogue:
    """Return the catalogue for a BCP 47 tag, by its primary part; what a language has no message for is English."""
    tag = primary(language)
    own = _messages(tag) if tag in languages() else {}
    messages = {**_messages(FALLBACK), **own}
    return Catalogue(language=language, messages=messages, borrowed=frozenset(messages) - frozenset(own))


@lru_cache(maxsize=8)
def _messages(tag: str) -> Mapping[str, str | tuple[str, ...]]:
    return words_in(_FOLDER / f"{tag}.yaml")


def words_in(file: Path) -> Mapping[str, str | tuple[str, ...]]:
    """Return the texts and lists of texts in a YAML file of the program's own, by their keys; from the cache, where it has them."""
    return kept("wording", (file.parent.name, file.stem), lambda: _read(file))


def _read(file: Path) -> Mapping[str, str | tuple[str, ...]]:
    # Imported here: where the messages are in the cache, and the layouts too, nothing reads YAML.
    import yaml

    # Every value is a string or a list of strings: "no" is a word here, not a truth value. The loader in C takes a tenth of the time.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = file.read_text(encoding="utf-8")
    loaded: dict[str, str | list[str]] = yaml.load(text, Loader=loader)  # noqa: S506  # BaseLoader is safe
    return {key: value if isinstance(value, str) else tuple(value) for key, value in loaded.items()}
