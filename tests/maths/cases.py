"""The written cases of tests/cases/maths: blocks of `source:`, `plain:` and `speech:` parted by empty lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases" / "maths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One formula, what it should read like, and where it is written."""

    topic: str
    source: str
    plain: str
    speech: str


def read_cases() -> tuple[Case, ...]:
    """Every case of every file but those of other languages, in the order of the files' names."""
    return tuple(case for path in sorted(FOLDER.glob("*.txt")) if not path.stem.startswith("spoken-") for case in _read(path))


def _read(path: Path) -> tuple[Case, ...]:
    cases: list[Case] = []
    for block in path.read_text(encoding="utf-8").split("\n\n")[1:]:
        fields = dict(line.split(":", 1) for line in block.strip().splitlines())
        values = {name: text.strip() for name, text in fields.items()}
        cases.append(Case(topic=path.stem, **values))
    return tuple(cases)


CASES = read_cases()
