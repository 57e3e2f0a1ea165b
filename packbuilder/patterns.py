"""Regular expressions that are compiled when they are first used.

There are more than a thousand of them, and compiling takes 0.2 ms each: a run that never meets a table of lemmas, a date or
a formula should not wait for theirs.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` does, compiled on first use: a mistake in `source` is found only then.

    A stand-in that has a pattern's methods and attributes; `re.sub` and its like, which ask for the type, do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Late(source, flags))


class _Late:
    """Stands in for a pattern, and keeps each method that it was asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
