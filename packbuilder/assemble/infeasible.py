"""When no paper meets the wish: what the bank can give, and what to do."""

from __future__ import annotations

from packbuilder.errors import PackbuilderError


class InfeasibleBlueprintError(PackbuilderError):
    """The bank cannot give the marks that were asked for without asking the same thing twice."""

    def __init__(self, *, asked: int, possible: int, items: int, topics: tuple[str, ...]) -> None:
        where = topics[0] if len(topics) == 1 else f"these {len(topics)} topics"
        super().__init__(
            f"{where} can give {possible} marks at most without asking the same thing twice; {asked} were asked for",
            hints=(
                f"Ask for --marks {possible} or fewer, name more topics, or write more questions in a bank ({items} are there).",
                "`packbuilder questions --explain` shows which marking points give no question, and what would mend that.",
            ),
        )
        self.asked = asked
        self.possible = possible


class UnreachableMarksError(PackbuilderError):
    """The bank has marks enough, but no choice of whole questions sums to the wish."""

    def __init__(self, *, asked: int, nearest: int) -> None:
        super().__init__(
            f"no choice of questions gives exactly {asked} marks; the nearest below is {nearest}",
            hints=(f"Ask for --marks {nearest}, or add a question of {asked - nearest} mark(s) to a bank.",),
        )
