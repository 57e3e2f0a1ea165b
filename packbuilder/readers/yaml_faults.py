"""What is wrong with YAML, in words for those who write questions: libyaml's own are for programmers, and name the place where it gave up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.patterns import regex

_QUOTES = "Put texts with `: `, ` #`, brackets or a sign at their start in single quotes; inside them an apostrophe is written twice: 'the cell''s wall'."
_INDENTED = "Check that the line stands in as far as its neighbours, and put texts with `: ` or `#` in quotes."
SINGLE = "Put the text in single quotes, '...', where a backslash stays one, or write it twice: \\\\."

_TOLD: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "the text has a colon with a space behind it, which makes a key of what stands before it", _QUOTES),
    ("did not find expected key", "the line is no part of what stands above: a key with a colon was expected", _QUOTES + " Check the indentation as well."),
    ("could not find expected ':'", "a key with a colon was expected", _INDENTED),
    ("did not find expected '-'", "the line is no part of the list above, whose entries begin with `- `", _INDENTED),
    ("did not find expected ',' or ']'", "the list in [brackets] is not closed, or a comma is missing", _QUOTES),
    ("did not find expected ',' or '}'", "the mapping in {braces} is not closed, or a comma is missing", _QUOTES),
    ("did not find expected alphabetic", "a text that begins with `*` or `&` must stand in quotes", "Write '*Explain* why ...', with the quotation marks."),
    ("found undefined alias", "a text that begins with `*` must stand in quotes", "Write '*Explain* why ...', with the quotation marks."),
    ("found unknown escape character", "a backslash in double quotes begins a sign of YAML's, and there is none of this name", SINGLE),
    ("did not find expected hexdecimal number", "a backslash in double quotes begins a sign of YAML's, which is not complete", SINGLE),
    ("block sequence entries are not allowed", "a `- ` stands where no list can begin", _INDENTED),
    ("found a tab character", "a tab stands where spaces must", "Set lines in by spaces."),
    ("found another document", "`---` begins a second document, and only one is read", "Take out the line, or make a file of each."),
)  # fmt: skip
"""What libyaml says, what that means, and what to do."""

_FORBIDDEN = regex("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no YAML may hold."""


def undecoded(data: bytes, failure: UnicodeDecodeError, path: str, line: int) -> Diagnostic:
    """Return the error of bytes that are no UTF-8, at the first of them."""
    before = data[: failure.start]
    span = Span(path=path, line=line + before.count(b"\n") + 1, column=len(before) - before.rfind(b"\n"))
    return error("Y101", f"not UTF-8 text (byte {failure.start + 1} cannot be read)", span, "Save the file as UTF-8.")


def unreadable(text: str, failure: yaml.YAMLError, path: str, line: int) -> Diagnostic:
    """Return the error of a text that is no YAML, at the place that its writer must look at."""
    if not isinstance(failure, yaml.MarkedYAMLError):
        return _character(text, path, line) or error("Y102", f"this is not YAML: {failure}".splitlines()[0], Span(path=path))
    problem = failure.problem or failure.context or ""
    # An alias that is none is known by its second sign; it begins before.
    mark = failure.context_mark if "alphabetic" in problem else None
    mark = mark or failure.problem_mark or failure.context_mark
    if "unexpected end of stream" in problem and failure.context_mark is not None:
        hint = "Close it; inside single quotes an apostrophe is written twice: 'the cell''s wall'."
        return error("Y102", "the quotation mark that stands here is not closed", _place(failure.context_mark, path, line), hint)
    span = _place(mark, path, line) if mark else Span(path=path)
    if "cannot start any token" in problem and mark is not None:
        return _beginning(_character_at(text, mark), span)
    message, hint = next(
        ((said, hint) for words, said, hint in _TOLD if problem.startswith(words) or words in problem),
        (f"this is not YAML: {problem}", _INDENTED),
    )
    return error("Y102", message, span, hint)


def _place(mark: yaml.Mark, path: str, line: int) -> Span:
    return Span(path=path, line=line + mark.line + 1, column=mark.column + 1)


def _character_at(text: str, mark: yaml.Mark) -> str:
    return next(iter(text.splitlines()[mark.line : mark.line + 1]), "")[mark.column : mark.column + 1]


def _beginning(char: str, span: Span) -> Diagnostic:
    if char == "\t":
        return error("Y102", "a tab stands where spaces must", span, "Set lines in by spaces.")
    return error("Y102", f"a text that begins with `{char}` must stand in quotes", span, _QUOTES)


def _character(text: str, path: str, line: int) -> Diagnostic | None:
    """Return the error of the first character that no YAML may hold."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    span = Span(path=path, line=line + before.count("\n") + 1, column=len(before) - before.rfind("\n"))
    return error(
        "Y102", f"the control character U+{ord(found[0]):04X} stands here", span, "Take it out, or save the file anew as plain text."
    )


_ESCAPE = regex(r"\\(?P<sign>.)(?P<letters>[A-Za-z]*)", re.DOTALL)
_MEANT = {"t": "a tab", "n": "the end of a line", "N": "the end of a line", "L": "the end of a line", "P": "the end of a line"}
_NEVER = "abefrv0NLP"
"""What is no sign that a text on paper may hold."""


def lost_backslashes(raw: str, span: Span) -> Iterator[Diagnostic]:
    r"""Yield an error for the first backslash between double quotes that was to be printed, or to begin a command of LaTeX: `"3 \times 4"`.

    `raw` is the text as it stands in the file, with its quotation marks, from `span` on.
    """
    # Imported here: hardly any text has such a backslash.
    from packbuilder.markup import place_in
    from packbuilder.maths import is_command

    for found in _ESCAPE.finditer(raw):
        sign = found["sign"]
        if sign in "xuU":
            yield from _unprintable(found, raw, span)
            continue
        command = sign + found["letters"]
        # A line may well begin with a word of one letter: "\\ni) one".
        named = len(command) > (2 if sign == "n" else 1) and is_command(command)
        in_formula = sign in "tn_" and place_in(raw, found.start()) == "formula"
        if sign in _NEVER or (sign in "tn" and named) or in_formula:
            read = f"`\\{sign}` as {_MEANT.get(sign, 'a sign of its own')}"
            what = f"`\\{command}` is not printed: in double quotes YAML reads {read}"
            lines = ("For a new line, write the text as a block below `|`.",) if sign in "nr" else ()
            yield error("Y108", what, _moved(span, raw[: found.start()]), SINGLE, *lines)
            return


def _unprintable(found: re.Match[str], raw: str, span: Span) -> Iterator[Diagnostic]:
    """Yield the error of a character by its number that marks nothing on paper: those that stand as they are, the file's screening finds."""
    code = int(raw[found.start() + 2 :][: _LENGTHS[found["sign"]]], 16)
    if unicodedata.category(chr(code)) in ("Cc", "Cf", "Co", "Cs"):
        yield error("Y108", f"the character U+{code:04X} cannot be printed", _moved(span, raw[: found.start()]), "Take it out.")


_LENGTHS = {"x": 2, "u": 4, "U": 8}


def _moved(span: Span, before: str) -> Span:
    """Return the place behind some text that begins at a place."""
    down = before.count("\n")
    return Span(path=span.path, line=span.line + down, column=len(before) - before.rfind("\n")) if down else span.moved(len(before))
