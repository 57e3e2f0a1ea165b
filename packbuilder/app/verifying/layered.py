"""Files with copies whose pages are in two layers (`press.layers`): what copies share is drawn once in the whole run, however many files have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from packbuilder.app.verifying.scans import Readable, on_all_cores
from packbuilder.press.layers import Layers, Lower, layers_of, only_lower, only_strips
from packbuilder.press.layers import Layered as LayeredPage
from packbuilder.press.reading import Body, Scanned, scan_bodies, scan_strips
from packbuilder.values import dataclass, replace

Side = tuple[Scanned, ...]
"""The pages on a side, from the left."""

Set = tuple[Readable, int, float]
"""A file, how many pages stand side by side on its sides, and how tall their strips are, in points."""

_Drawn = tuple[Body, ...] | None


@dataclass(frozen=True, slots=True)
class Layered:
    """The sides of a file that are in layers, by index; and what each of their lower layers looks like."""

    pages: Mapping[int, LayeredPage] = field(default_factory=dict)
    lower: Mapping[str, tuple[Body, ...]] = field(default_factory=dict)

    def between(self, start: int, stop: int) -> Layered:
        """Return what there is of the sides with indexes from `start` up to `stop`."""
        return Layered({at: page for at in range(start, stop) if (page := self.pages.get(at))}, self.lower)

    def read(self, data: bytes, *, across: int, height: float) -> Iterator[tuple[int, Side]]:
        """Yield sides with their indexes, as far as their strips can be read by themselves."""
        strips = only_strips(data, tuple(self.pages.values())) if self.pages else None
        if strips is not None:
            for (at, page), side in zip(self.pages.items(), scan_strips(strips, self.pages, across=across, height=height), strict=False):
                if side is not None:
                    yield at, tuple(replace(each, body=body) for each, body in zip(side, self.lower[page.key], strict=True))


def layered(files: Sequence[Set], *, worth: bool) -> tuple[Layered, ...]:
    """Return the layers of files, in their order; `worth`: reading them is worth processes of their own."""
    every = list(on_all_cores(_layers, files, worth=worth))
    first: dict[tuple[str, int, float], tuple[int, Lower]] = {}
    for at, ((_, across, height), layers) in enumerate(zip(files, every, strict=True)):
        for key, lower in layers.lower.items():
            first.setdefault((key, across, height), (at, lower))
    wanted: dict[int, list[tuple[str, Lower]]] = {}
    for (key, _, _), (at, lower) in first.items():
        wanted.setdefault(at, []).append((key, lower))
    drawn: dict[tuple[str, int, float], _Drawn] = {}
    shares = [(files[at], tuple(lower)) for at, lower in wanted.items()]
    for ((_, across, height), lower), found in zip(shares, on_all_cores(_draw, shares, worth=worth), strict=True):
        drawn.update({(key, across, height): bodies for (key, _), bodies in zip(lower, found, strict=True)})
    return tuple(_joined(layers, across, height, drawn) for (_, across, height), layers in zip(files, every, strict=True))


def _layers(of: Set) -> Layers:
    file = of[0]
    found = Layers() if file.password else layers_of(file.path.read_bytes())
    # Where two programs do not count the same pages, they may mean others.
    return found if len(found.pages) == file.pages else Layers()


def _draw(share: tuple[Set, tuple[tuple[str, Lower], ...]]) -> tuple[_Drawn, ...]:
    """Return what lower layers look like, by themselves; None for those where something stands in the place of a strip."""
    (file, across, height), lower = share
    data = only_lower(file.path.read_bytes(), [each for _, each in lower])
    drawn = scan_bodies(data, [each.index for _, each in lower], across=across, height=height) if data is not None else ()
    return (*drawn, *(None,) * (len(lower) - len(drawn)))


def _joined(layers: Layers, across: int, height: float, drawn: Mapping[tuple[str, int, float], _Drawn]) -> Layered:
    lower = {key: bodies for key in layers.lower if (bodies := drawn.get((key, across, height)))}
    return Layered({at: page for at, page in enumerate(layers.pages) if page and page.key in lower}, lower)
