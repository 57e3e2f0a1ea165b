"""Fields: reading a located mapping declaratively, with every mistake collected at its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from packbuilder.decimals import how_to_write, number_of
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error
from packbuilder.errors import nearest, nearest_hints
from packbuilder.languages import is_language
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence, Value


class Fields:
    """Reads the fields of one mapping. What is missing or wrong becomes a diagnostic and gives the default.

    `what` names the mapping in messages ("item", "layout"); `code` begins its codes ("B2" gives B201, B202 ...).
    """

    def __init__(self, mapping: MappingValue, *, what: str, code: str) -> None:
        self.span = mapping.span
        self._mapping = mapping
        self._what = what
        self._code = code
        self._known: list[str] = []
        self._found: list[Diagnostic] = []
        self._lacks: dict[str, Diagnostic] = {}

    def has(self, name: str) -> bool:
        """Whether the field is written and not empty."""
        value = self._value(name)
        return value is not None and not (isinstance(value, Scalar) and _says_nothing(value))

    def holds_mapping(self, name: str) -> bool:
        """Whether the field is a mapping, for those that may also be a text."""
        return isinstance(self._value(name), MappingValue)

    def place(self, name: str) -> Span:
        """Return where a field's value stands; the mapping itself where there is none."""
        value = self._mapping.values.get(name)
        return value.span if value is not None else self.span

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with what was read so far: what follows from a mistake need not be told as well."""
        return not self._found

    def fail(self, number: int, message: str, span: Span, *hints: str) -> None:
        """Add an error of the caller's own."""
        self._found.append(error(f"{self._code}{number:02d}", message, span, *hints))

    def text(self, name: str, default: str = "", *, required: bool = False) -> str:
        """Return a text; a number is taken as it is written."""
        value = self._scalar(name, "text", required=required)
        return default if value is None else value.text.strip()

    def language(self, default: str) -> str:
        """Return the field `language`, a BCP 47 tag."""
        tag = self.text("language", default)
        if is_language(tag) or tag == default:
            return tag
        hint = "Tags are listed in the IANA Language Subtag Registry; a language may be followed by a country, as in pt-BR."
        self.fail(5, f"`language` is {tag!r}: it must be the tag of a language, such as en-GB or cy", self.place("language"), hint)
        return default

    def integer(self, name: str, default: int = 0, *, low: int, high: int, required: bool = False) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._scalar(name, f"a whole number from {low} to {high}", required=required)
        if value is None:
            return default
        number = _number(value)
        if not isinstance(number, int) or not low <= number <= high:
            hints = (how_to_write(value.text),) if number is None else ()
            self.fail(2, f"`{name}` is {value.text!r}: it must be a whole number from {low} to {high}", value.span, *hints)
            return default
        return number

    def number(self, name: str, default: float = 0.0, *, low: float, high: float, required: bool = False) -> float:
        """Return a number from `low` to `high`."""
        what = _numbers(low, high)
        value = self._scalar(name, what, required=required)
        if value is None:
            return default
        number = _number(value)
        if number is None or not low <= number <= high:
            hints = (how_to_write(value.text),) if number is None else ()
            self.fail(2, f"`{name}` is {value.text!r}: it must be {what}", value.span, *hints)
            return default
        return float(number)

    def truth(self, name: str, default: bool = False, *, required: bool = False) -> bool:
        """Return true or false."""
        value = self._scalar(name, "true or false", required=required)
        if value is None:
            return default
        if not isinstance(value.value, bool):
            self.fail(2, f"`{name}` is {value.text!r}: it must be true or false", value.span)
            return default
        return value.value

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        """Return one of the choices."""
        value = self._scalar(name, "one of " + ", ".join(choices), required=False)
        if value is None:
            return default
        if value.text not in choices:
            self.fail(
                3, f"`{name}` is {value.text!r}: it must be one of {', '.join(choices)}", value.span, *nearest_hints(value.text, choices)
            )
            return default
        return value.text

    def names(self, name: str, known: tuple[str, ...], *, code: int, absent: str) -> tuple[str, ...]:
        """Return a list of known names. Each other fails with the number `code`, as `absent` says: "there is no edition"."""
        found = []
        for text, span in self.texts(name):
            if text in known:
                found.append(text)
            else:
                self.fail(code, f"{absent} called {text!r}", span, *nearest_hints(text, known))
        return tuple(found)

    def texts(self, name: str, *, required: bool = False, blanks: bool = False) -> tuple[tuple[str, Span], ...]:
        """Return a list of texts with their places; one text counts as a list of one. `blanks`: entries may be empty."""
        value = self._needed(name, "a list of texts", required=required)
        if value is None:
            return ()
        values = value.values if isinstance(value, Sequence) else (value,)
        texts = []
        for each in values:
            if isinstance(each, Scalar) and (blanks or not _says_nothing(each)):
                texts.append(("" if _says_nothing(each) else each.text.strip(), each.span))
            elif isinstance(each, Scalar):
                self.fail(6, f"an entry of `{name}` is empty", each.span, "Write its text, or take it out.")
            else:
                self.fail(2, f"`{name}` must hold texts only", each.span, "Put a text with a colon or braces in quotes.")
        return tuple(texts)

    def mapping(self, name: str) -> MappingValue | None:
        """Return a mapping, or None."""
        value = self._needed(name, "a mapping", required=False)
        if value is None or isinstance(value, MappingValue):
            return value
        self.fail(2, f"`{name}` must be a mapping (`key: value` lines under it)", value.span)
        return None

    def mappings(self, name: str, *, required: bool = False) -> tuple[MappingValue, ...]:
        """Return a list of mappings."""
        value = self._needed(name, "a list of mappings", required=required)
        if value is None:
            return ()
        if not isinstance(value, Sequence):
            self.fail(2, f"`{name}` must be a list (lines that begin with `- `)", value.span)
            return ()
        other = next((each for each in value.values if not isinstance(each, MappingValue)), None)
        if other is not None:
            example = f": `{{text: {other.text.strip()}}}`" if isinstance(other, Scalar) and other.value is not None else ""
            self.fail(2, f"each entry of `{name}` must be a mapping", other.span, f"Write entries with `key: value` in them{example}.")
        return tuple(each for each in value.values if isinstance(each, MappingValue))

    def finish(self, *, elsewhere: Mapping[str, str] = MappingProxyType({})) -> Diagnostics:
        """Return all diagnostics, with an error for each key that nobody asked for; `elsewhere` says where some belong."""
        known = tuple(dict.fromkeys(self._known))
        unknown = [name for name in self._mapping.values if name not in known]
        for name, lack in self._lacks.items():
            if nearest(name, tuple(unknown)):
                # What lacks is there under a name that is misspelt: one mistake, which is told where it stands.
                self._found.remove(lack)
        for name in unknown:
            # Another case is the nearest name by far.
            same = tuple(each for each in known if each == name.casefold())
            value = self._mapping.values[name]
            cut = isinstance(value, Scalar) and value.value is None and " " in name
            hints = (elsewhere[name],) if name in elsewhere else nearest_hints(name.casefold(), same or known, every=True)
            hints = (_CUT,) if cut else hints
            self.fail(4, f"{self._what} has no key {name!r}", self._mapping.keys[name], *hints)
        return tuple(self._found)

    def _value(self, name: str) -> Value | None:
        self._known.append(name)
        return self._mapping.values.get(name)

    def _needed(self, name: str, what: str, *, required: bool) -> Value | None:
        value = self._value(name)
        empty = value is None or (isinstance(value, Scalar) and _says_nothing(value))
        if required and (empty or (isinstance(value, Sequence) and not value.values)):
            self._lacking(name, what, value)
        return None if empty else value

    def _lacking(self, name: str, what: str, value: Value | None) -> None:
        if isinstance(value, Sequence) or (isinstance(value, Scalar) and value.value is not None):
            self.fail(1, f"`{name}` of {self._what} is empty", value.span, f"Fill it in, with {what}.")
            return
        self.fail(1, f"{self._what} lacks `{name}`", self.span, f"Add `{name}:` with {what}.")
        self._lacks[name] = self._found[-1]

    def _scalar(self, name: str, what: str, *, required: bool) -> Scalar | None:
        value = self._needed(name, what, required=required)
        if value is None or isinstance(value, Scalar):
            return value
        self.fail(2, f"`{name}` must be {what}", value.span, "Put a text with a colon or braces in quotes.")
        return None


def _says_nothing(value: Scalar) -> bool:
    """Whether a value is none, or a text without a word."""
    return value.value is None or not value.text.strip()


def _number(value: Scalar) -> int | float | None:
    """Return the number that a value is, in quotes or not; None where it is none."""
    if isinstance(value.value, bool):
        return None
    return value.value if isinstance(value.value, int | float) else number_of(value.text)


def _numbers(low: float, high: float) -> str:
    """Return in words which numbers a field may have; bounds that nobody meets are not told."""
    if high < _BOUNDLESS:
        return f"a number from {low:g} to {high:g}"
    return f"a number, {low:g} or greater" if low > -_BOUNDLESS else "a number"


_BOUNDLESS = 1e300
_CUT = "Within braces a comma ends a text: put the text that has one in quotes."
