"""What commands say: messages on stderr, results on stdout."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable

import click

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, counted
from packbuilder.errors import PackbuilderError

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def colours() -> bool | None:
    """Return False where the environment asks for no colours (NO_COLOR, by whatever value it has); None leaves it to the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def report_failure(failure: PackbuilderError, *, json_too: bool = False) -> None:
    """Say what stopped the run: each mistake with its place, then the sentence, then its hints; with `json_too` to programs as well."""
    diagnostics: Diagnostics = getattr(failure, "diagnostics", ())
    show_diagnostics(diagnostics)
    click.echo(f"{click.style('error:', fg='red', bold=True)} {failure.message}", err=True, color=colours())
    for hint in failure.hints:
        click.echo(f"  hint: {hint}", err=True)
    if json_too:
        print_json({"error": failure.message, "hints": list(failure.hints), "diagnostics": [as_json(each) for each in diagnostics]})


def show_diagnostics(diagnostics: Iterable[Diagnostic], *, err: bool = True) -> None:
    """Print diagnostics as `file:line:column: severity[code]: message`; colours only on a terminal."""
    diagnostics = tuple(diagnostics)
    if any(each.span.path.lower().endswith((".docx", ".docm")) for each in diagnostics):
        # Imported here: few notes are Word files.
        from packbuilder.app.excerpts import with_words

        diagnostics = tuple(with_words(diagnostics))
    for diagnostic in diagnostics:
        first, *rest = diagnostic.render().split("\n")
        word = f"{diagnostic.severity.word}[{diagnostic.code}]"
        click.echo(first.replace(word, click.style(word, fg=_COLOURS[diagnostic.severity]), 1), err=err, color=colours())
        for line in rest:
            click.echo(click.style(line, dim=True), err=err, color=colours())


def show_unread(diagnostics: Diagnostics, *, nothing: bool) -> None:
    """Say beside a list that the sources have mistakes. Raises `BadContentError` with them where they leave `nothing` to list."""
    errors = tuple(each for each in diagnostics if each.severity is Severity.ERROR)
    if errors and nothing:
        # Imported here: who asks for help waits for no stage.
        from packbuilder.app.project import BadContentError

        raise BadContentError(errors)
    if errors:
        click.echo(f"{counted(len(errors), 'mistake')} in the sources: `packbuilder check` shows what is not read", err=True)


def summary(diagnostics: Diagnostics) -> str:
    """Return how many of each severity there are, in words."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [counted(counts[severity], severity.word) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE) if counts[severity]]
    return ", ".join(parts) or "nothing to report"


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as a JSON object."""
    return {
        "severity": diagnostic.severity.word,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "hints": list(diagnostic.hints),
    }


def print_json(value: object) -> None:
    """Print a result as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
