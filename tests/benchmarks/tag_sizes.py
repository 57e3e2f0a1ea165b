"""How much larger tags make every product and edition of every sample: `python -m tests.benchmarks.tag_sizes [SOURCE...]`.

Each file is written twice from the same laid-out pages, with tags and without. Prints a line a file, the largest ratios last; exit code 1 where
one is over the target of 1.5. Class sets are of 30 copies. Takes about four minutes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner

from packbuilder.app import aside
from packbuilder.cache import VARIABLE
from packbuilder.cli.main import group
from packbuilder.typeset import writer
from tests.benchmarks.untagged import write_untagged

TARGET = 1.5

_SUBJECTS = sorted(str(each) for each in Path("sources").iterdir() if each.is_dir())
_EDITIONS = ("large-18", "large-24", "a3-36", "tinted", "dyslexia")


@dataclass(frozen=True, slots=True)
class Size:
    """A file's bytes with and without tags; `made` is the command that made it."""

    made: str
    title: str
    pages: int
    tagged: int
    bare: int

    @property
    def ratio(self) -> float:
        return self.tagged / self.bare


def commands(source: str) -> Iterator[tuple[str, ...]]:
    """Yield the commands that make every product of a source."""
    editions = tuple(word for each in _EDITIONS for word in ("--edition", each))
    yield ("paper", source, "--marks", "30", "--versions", "2", "--self-marking", "--class-set", "30", *editions)
    yield ("paper", source, "--marks", "30", "--print", "booklet")
    for variant in ("full", "cornell", "plain"):
        yield ("pack", source, "--variant", variant, *(editions if variant == "full" else ()))
    yield ("pack", source, "--print", "booklet", "--answers", "apart")
    yield ("pack", source, "--class-set", "30")
    yield ("organiser", source)
    yield ("worksheet", "all", source, "--class-set", "30")
    yield ("cards", source)


def measured(sources: list[str]) -> list[Size]:
    """Make every product of every source, and all topics in one pack; return the sizes of all files."""
    runs = [command for source in sources for command in commands(source)]
    runs.append(("pack", *sources, *(word for each in _EDITIONS for word in ("--edition", each))))
    return [size for command in runs for size in run(command)]


def run(command: tuple[str, ...]) -> list[Size]:
    """Run a command; return the sizes of all files that it makes."""
    found: list[Size] = []
    tagging = writer.write

    def both(copies: Any, names: Any = (), **keywords: Any) -> Any:
        written = tagging(copies, names, **keywords)
        bare = write_untagged(copies, names, metadata=keywords["metadata"], pictures=keywords["pictures"])
        pages = sum(len(laid.pages) for laid in copies)
        if pages:  # Organisers are tried in several sizes of text; some tries hold nothing.
            found.append(Size(" ".join(command[:4]), keywords["metadata"].title, pages, len(written.data), len(bare)))
        return written

    writer.write = both
    # Files that a copy of this process writes are not counted here.
    splits, aside.can_split = aside.can_split, lambda: False
    try:
        with TemporaryDirectory() as folder:
            result = CliRunner().invoke(group, [*command, "--output", folder, "--quiet"])
    finally:
        writer.write = tagging
        aside.can_split = splits
    if not found:
        sys.stdout.write(f"{' '.join(command)}: nothing was made: {result.exception!r} {result.output.strip()[:200]}\n")
    return found


def main(sources: list[str]) -> int:
    """Print all sizes by ratio; tell whether one misses the target."""
    os.environ[VARIABLE] = "off"  # What is found in the cache is not written.
    sizes = sorted(measured(sources or _SUBJECTS), key=lambda each: each.ratio)
    for each in sizes:
        sys.stdout.write(f"{each.ratio:5.2f}  {each.tagged:9,} / {each.bare:9,}  {each.pages:4} pages  {each.title}  [{each.made}]\n")
    tagged, bare = (sum(sizes_of) for sizes_of in zip(*((each.tagged, each.bare) for each in sizes), strict=True))
    over = [each for each in sizes if each.ratio > TARGET]
    sys.stdout.write(f"{len(sizes)} files, {tagged / bare:.2f} over all bytes, {sizes[-1].ratio:.2f} the most; {len(over)} over {TARGET}\n")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
