"""Which build of packbuilder has printed a run: another one may set the sheets for rooms otherwise, though its version is the same."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder import __version__
from packbuilder.cache import kept
from packbuilder.installed import program

_DIGITS = 16


def own_build() -> str:
    """Return what tells this build from others: the beginning of a hash over the program and all that it works with."""
    return kept("build", (), lambda: program(by_content=True))[:_DIGITS]


def other_build(manifest: Mapping[str, object]) -> str:
    """Return what has printed the run that a manifest is of, in words; empty where that is this build."""
    if manifest.get("build") == own_build():
        return ""
    maker = f"packbuilder {__version__}"
    return f"another build of {maker}" if manifest["program"] == maker else str(manifest["program"])
