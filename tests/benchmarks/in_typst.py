"""Papers and their schemes in Typst: two tagged files a version, from the sources `peer_sources/paper.typ` and `scheme.typ`.

The faces are packbuilder's own, and are looked for once: without that, each file took 25 ms more. The files are PDF 1.7 with tags, as Typst writes them
where nothing else is asked for; asked for PDF/UA-1, it finds nothing to complain of, but took 5% more time.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peer_papers import Paper

FACES = Path(__file__).parents[2] / "packbuilder" / "fonts" / "atkinson"
SOURCES = ("paper", "scheme")


def copy_sources(target: Path) -> None:
    """Put the sources into a folder; they read the version's data from there."""
    for source in SOURCES:
        shutil.copy(Path(__file__).with_name("peer_sources") / f"{source}.typ", target)


def typst(papers: Sequence[Paper], target: Path) -> None:
    """Write `paper-N.pdf` and `scheme-N.pdf` for each version."""
    import typst as compiler

    copy_sources(target)
    fonts = compiler.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FACES)])
    for at, paper in enumerate(papers):
        data = target / f"{at}.json"
        data.write_text(json.dumps(paper))
        for source in SOURCES:
            file = target / f"{source}-{at}.pdf"
            compiler.compile(
                str(target / f"{source}.typ"), output=str(file), root=str(target), font_paths=fonts, sys_inputs={"data": data.name}
            )
