"""What copies share is drawn once, and of each copy only its strips: what is found is what is found where every page is drawn whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from packbuilder.app.verifying import pages
from packbuilder.app.verifying.layered import Layered
from packbuilder.app.verifying.verify import verify
from packbuilder.press import copies, packet
from packbuilder.press.copies import Strips, strips_of
from packbuilder.press.master import Master, MasterSide
from packbuilder.typeset.objects import Stream
from packbuilder.values import replace
from tests.press import printing
from tests.press.printing import printed
from tests.press.runs import run_of

EDITIONS_ON_TINTS = ("tinted", "tinted-yellow", "tinted-blue", "tinted-green", "tinted-pink", "dyslexia")

RUNS = {"white": run_of(4), "tinted": run_of(4, edition="tinted-yellow")}
FORGED = 3
"""The serial number of the copy that is forged: the first of its version is right."""

REGULAR = b"/FAtkinsonHyperlegibleRegular"
Forging = Callable[[Strips], Strips]


def words(more: bytes, *, before: bytes = b"") -> Forging:
    return lambda strips: replace(strips, words=before + strips.words + more)


def codes(change: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]) -> Forging:
    return lambda strips: replace(strips, codes=change(strips.codes))


def turned(found: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Paint the code of each page a second time, upright, on the page below."""
    return tuple(each + b"q 0 1 -1 0 480 -520 cm\n" + each + b"Q\n" for each in found)


STRIPS: dict[str, Forging] = {
    "white over the text": words(b"q 1 g 0 -500 300 12 re f Q\n"),
    "black over the text": words(b"q 0 g 0 -500 300 12 re f Q\n"),
    "a letter over the text": words(b"BT %s 400 Tf 0 -600 Td <0041> Tj ET\n" % REGULAR),
    "words on the page": words(b"BT %s 9 Tf 20 -500 Td <00410042> Tj ET\n" % REGULAR),
    "hidden words on the page": words(b"BT 3 Tr %s 9 Tf 20 -500 Td <00410042> Tj ET\n" % REGULAR),
    "hidden words in the strip": words(b"BT 3 Tr %s 5 Tf 140 -5 Td <00410042> Tj ET\n" % REGULAR),
    "white over the name": words(b"q 1 g -5 -40 250 60 re f Q\n"),
    "white words": words(b"", before=b"1 g\n"),
    "no name": lambda strips: replace(strips, words=b""),
    "another's name": lambda strips: replace(strips, words=strips.words.replace(b"\0A", b"\0B")),
    "codes of other pages": codes(lambda found: found[::-1]),
    "one code on all pages": codes(lambda found: (found[0],) * len(found)),
    "no codes": codes(lambda found: (b"",) * len(found)),
    "codes twice": codes(lambda found: tuple(each + b"1 0 0 1 0 -20 cm\n" + each for each in found)),
    "codes twice, one of them turned": codes(turned),
    "narrow codes": codes(lambda found: tuple(each.replace(b"0.72 0 0 19", b"0.1 0 0 19") for each in found)),
}


def with_forged_strips(forging: Forging, monkeypatch: pytest.MonkeyPatch) -> None:
    def forged(copy: object, *others: object) -> Strips:
        right = strips_of(copy, *others)  # type: ignore[arg-type]  # as the press calls it
        return forging(right) if copy.serial == FORGED else right  # type: ignore[attr-defined]

    monkeypatch.setattr(packet, "strips_of", forged)
    monkeypatch.setattr(copies, "strips_of", forged)


BODIES: dict[str, Callable[[bytes], bytes]] = {
    "a clip that hides all but some of the strip": lambda body: body + b"60 790 120 60 re W n\n",
    "a colour for what follows": lambda body: body + b"3 Tr\n",
    "a place for what follows": lambda body: body + b"1 0 0 1 0 -300 cm\n",
    "black behind the code": lambda body: body + b"q 0 g 330 790 230 50 re f Q\n",
    "words in the strip": lambda body: body + b"q BT 3 Tr %s 5 Tf 200 805 Td <00410042> Tj ET Q\n" % REGULAR,
    "words in the tint's colour in the strip": lambda body: (
        body + b"q 1 0.953 0.69 rg BT %s 5 Tf 200 805 Td <00410042> Tj ET Q\n" % REGULAR
    ),
    "an end that is missing": lambda body: body.rstrip().removesuffix(b"Q"),
    "a comment": lambda body: body + b"%",
}

HARMLESS: dict[str, Callable[[bytes], bytes]] = {
    "a thin line through the bars": lambda body: body + b"q 1 w 300 820 m 570 820 l S Q\n",
    "a path that is not painted": lambda body: body + b"60 300 m 500 300 l 500 310 l\n",
}
"""What changes the page's operators, and nothing that counts."""


def with_forged_bodies(change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Forge the second page of version A in the packet; its clean paper is right."""
    from zlib import decompress

    def forged(side: MasterSide) -> MasterSide:
        return replace(side, content=Stream.deflated(b"", change(decompress(side.content.data))))

    def master_of(*arguments: object) -> Master:
        master = copies.master_of(*arguments)  # type: ignore[arg-type]  # as the press calls it
        return known.setdefault(id(master), replace(master, sides=(master.sides[0], forged(master.sides[1]), *master.sides[2:])))

    known: dict[int, Master] = {}
    monkeypatch.setattr(packet, "master_of", master_of)


def found(paper: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Return what is found in layers, and what is found where every page is drawn whole."""
    printing.banked.cache_clear()
    printed(RUNS[paper], folder, each=True)
    in_layers = list(verify((folder,)).failures)
    monkeypatch.setattr(pages, "layered", lambda files, **_: tuple(Layered() for _ in files))
    return in_layers, list(verify((folder,)).failures)


@pytest.mark.parametrize("paper", RUNS)
@pytest.mark.parametrize("forging", STRIPS)
def test_forged_strips_are_found(forging: str, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_forged_strips(STRIPS[forging], monkeypatch)
    in_layers, whole = found(paper, tmp_path, monkeypatch)
    assert in_layers
    assert in_layers == whole


@pytest.mark.parametrize("paper", RUNS)
@pytest.mark.parametrize("forging", BODIES)
def test_forged_bodies_are_found(forging: str, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_forged_bodies(BODIES[forging], monkeypatch)
    in_layers, whole = found(paper, tmp_path, monkeypatch)
    assert in_layers
    assert in_layers == whole


@pytest.mark.parametrize("paper", RUNS)
@pytest.mark.parametrize("change", HARMLESS)
def test_what_does_no_harm_is_no_fault_in_layers_either(change: str, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_forged_bodies(HARMLESS[change], monkeypatch)
    assert found(paper, tmp_path, monkeypatch) == ([], [])


@pytest.mark.parametrize("edition", ["", "large-18", *EDITIONS_ON_TINTS])
def test_of_a_sound_run_only_the_cover_is_drawn_whole(edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def scan(data: bytes, sides: Iterable[int], **options: object) -> object:
        read.extend(sides := list(sides))
        return whole(data, sides, **options)  # type: ignore[arg-type]  # as it is called

    whole = pages.scan
    monkeypatch.setattr(pages, "scan", scan)
    printed(run_of(4, edition=edition), tmp_path, each=True)
    assert verify((tmp_path,)).failures == ()
    assert read == [0, 1]
