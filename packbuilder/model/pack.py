"""What a revision pack shall hold."""

from __future__ import annotations

from packbuilder.values import dataclass

VARIANTS = ("full", "cornell", "plain")
"""`full`: all there is. `cornell`: notes beside cues, with a strip to sum up. `plain`: the notes on as few pages as will do."""

ANSWERS = ("back", "apart", "none")
"""Where the answers to practice questions stand: at the back of the pack, in a file of their own, or nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWishes:
    """A variant, how many practice questions each topic gets (the plain variant has none), where their answers stand, and the seed."""

    variant: str = "full"
    questions: int = 5
    answers: str = "back"
    seed: int = 1


FULL_PACK = PackWishes()
"""What a pack holds that nobody wished anything of."""
