"""Exceptions that end a run. Each owns its wording: typed arguments in, one full sentence out.

Mistakes in content are not exceptions but values: see `packbuilder.diagnostics`.
"""

from __future__ import annotations


class PackbuilderError(Exception):
    """A mistake of the user's that stops the run: one message, and hints on what to do about it."""

    exit_code = 1

    told_as_json = False
    """Whether the command has told programs of it already."""

    def __init__(self, message: str, *, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints


class UnknownNameError(PackbuilderError):
    """A name (of a topic, a layout, a kind ...) that nothing bears."""

    def __init__(self, *, what: str, name: str, known: tuple[str, ...], meant: tuple[str, ...] = ()) -> None:
        """`meant` are hints on a slip that is recognised; else there are the nearest of `known`."""
        super().__init__(f"there is no {what} called {name!r}", hints=meant or nearest_hints(name, known))
        self.name = name
        self.known = known
        self.meant = meant


class DuplicateNameError(PackbuilderError):
    """Two plugins or files that claim one name."""

    def __init__(self, *, what: str, name: str, places: tuple[str, ...]) -> None:
        super().__init__(f"the {what} {name!r} is defined more than once: {', '.join(places)}")
        self.name = name


class OutsideProjectError(PackbuilderError):
    """A path in a source that leads out of the project folder."""

    def __init__(self, *, path: str, root: str) -> None:
        super().__init__(
            f"{path} lies outside the project folder {root}",
            hints=("Sources may only use files of their own project: copy the file into it.",),
        )


def nearest_hints(name: str, known: tuple[str, ...], *, every: bool = False) -> tuple[str, ...]:
    """Return hints for a name that is not among `known`: the nearest ones, else a list of what there is, whole or as far as it is short."""
    # Imported here: only mistakes have hints.
    from difflib import get_close_matches

    within = [each for each in known if len(name) > 2 and name.casefold() in each.casefold()]
    near = get_close_matches(name, known, n=3, cutoff=0.6) or within[:3]
    if near:
        return (f"Did you mean {' or '.join(near)}?",)
    if not known:
        return ()
    most = len(known) if every else 12
    listed = ", ".join(known[:most]) + (", …" if len(known) > most else "")
    return (f"There is: {listed}.",)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the one of some names that another was plainly meant to be, or an empty text."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, n=1, cutoff=0.75)), "")
