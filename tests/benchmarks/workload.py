"""The workload W(N) of the measurements: 60 items, of which a paper asks 38 (20 multiple-choice, 14 short, 4 extended), about 15 A4 pages.

`python -m tests.benchmarks.workload FOLDER` writes it down as a bank and a blueprint, for timing commands as a user would run them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from packbuilder.seeding import Seed

MARKS = 72
"""What a paper is worth: 20 of 1, 14 of 2, 4 of 6."""

_THINGS = (
    "the membrane",
    "the pump",
    "the enzyme",
    "the coolant",
    "the valve",
    "the market",
    "the river bank",
    "the ledger",
    "the circuit",
    "the alloy",
)
_DOES = (
    "slows down",
    "is replaced",
    "loses heat",
    "takes up water",
    "is overloaded",
    "is left open",
    "is measured twice",
    "becomes acidic",
)
_WHEN = (
    "when the temperature rises",
    "after a week without rain",
    "if nobody checks it",
    "while demand is falling",
    "before the reading is taken",
    "under a higher pressure",
)


class _Words:
    """Sentences that differ, drawn by name."""

    def __init__(self) -> None:
        self._seed = Seed(60)

    def _one(self, name: str, words: tuple[str, ...]) -> str:
        return words[self._seed.below(name, len(words))]

    def clause(self, name: str) -> str:
        """Return a clause of about eight words."""
        return f"{self._one(name + 't', _THINGS)} {self._one(name + 'd', _DOES)} {self._one(name + 'w', _WHEN)}"


def _choice(words: _Words, at: int) -> dict[str, object]:
    options = [{"text": f"Because {words.clause(f'o{at}{n}')} ({at}.{n})", **({"correct": True} if n == at % 4 else {})} for n in range(4)]
    stem = f"In trial {at}, a student notices that {words.clause(f'm{at}')}. Which explanation of trial {at} is supported by the results?"
    return {"id": f"choice-{at}", "kind": "multiple_choice", "stem": stem, "marks": 1, "options": options}


def _short(words: _Words, at: int) -> dict[str, object]:
    points = [{"text": f"In case {at} {words.clause(f'p{at}{n}')}", "accept": [words.clause(f"a{at}{n}")]} for n in range(2)]
    stem = f"Explain how case {at} changes once {words.clause(f's{at}')}, although {words.clause(f'u{at}')}."
    return {"id": f"short-{at}", "kind": "short_answer", "stem": stem, "marks": 2, "points": points, "lines": 6}


def _extended(words: _Words, at: int) -> dict[str, object]:
    levels = [
        {"marks": marks, "descriptor": f"An answer to problem {at} in which {words.clause(f'l{at}{marks}')}."}
        for marks in ("5-6", "3-4", "1-2")
    ]
    indicative = [f"In problem {at}.{n}, {words.clause(f'i{at}{n}')}." for n in range(6)]
    stem = (
        f"Evaluate the plan for problem {at}: {words.clause(f'e{at}')}, and {words.clause(f'f{at}')}. Support your judgement with evidence."
    )
    return {
        "id": f"extended-{at}",
        "kind": "extended_response",
        "stem": stem,
        "marks": 6,
        "levels": levels,
        "indicative": indicative,
        "lines": 20,
    }


def write(folder: Path) -> None:
    """Write `w.bank.yaml` and `w.yaml`, the blueprint, into a folder."""
    words = _Words()
    items = [*(_choice(words, n) for n in range(30)), *(_short(words, n) for n in range(22)), *(_extended(words, n) for n in range(8))]
    bank = {"bank": {"topic": "workload", "title": "Workload", "language": "en-GB"}, "items": items}
    quotas = {"kind multiple_choice": "20 questions", "kind short_answer": "14 questions", "kind extended_response": "4 questions"}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "w.bank.yaml").write_text(yaml.safe_dump(bank, sort_keys=False, allow_unicode=True, width=120))
    (folder / "w.yaml").write_text(yaml.safe_dump({"marks": MARKS, "quotas": quotas}, sort_keys=False))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
