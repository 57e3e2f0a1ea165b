"""When a paper is sat."""

from __future__ import annotations

from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """When candidates of a list sit a paper, as their centre writes it: `8 December 2026`, `morning`; each empty where nobody has said it."""

    date: str = ""
    session: str = ""

    @property
    def words(self) -> str:
        """Both in one line."""
        return ", ".join(part for part in (self.date, self.session) if part)
