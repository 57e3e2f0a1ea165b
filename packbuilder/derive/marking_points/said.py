"""Said: a clause as an examiner asks it, and what is said of skills that no paper can ask without values."""

from __future__ import annotations

from packbuilder.values import dataclass

NEEDS_VALUES = "a skill: it needs an item with values"
IN_A_BANK = "Write an item with values in a bank."


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A clause's sentence, its command words, and how sure it is."""

    command: str
    sentence: str
    second: str = ""
    confidence: float = 0.9
