"""Files with copies whose pages are in two layers (`press.layers`): what copies share is drawn once in the whole run, however many files have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from packbuilder.app.verifying.scans import Readable, on_all_cores
from packbuilder.press.layers import Layered as LayeredPage
from packbuilder.press.layers import Layers, Lower, layers_of, only_lower, only_strips
from packbuilder.press.plain_file import End
from packbuilder.press.reading import Body, Scanned, scan_bodies, scan_strips
from packbuilder.values import dataclass, replace

Side = tuple[Scanned, ...]
"""The pages on a side, from the left."""

Set = tuple[Readable, int, float]
"""A file, how many pages stand side by side on its sides, and how tall their strips are, in points."""

_Drawn = tuple[Body, ...] | None
_Key = tuple[str, int, float]
"""What tells a lower layer, and how the sides that have it are read."""


@dataclass(frozen=True, slots=True)
class Layered:
    """The sides of a file that are in layers, by index; what each of their lower layers looks like; and what the file ends with."""

    pages: Mapping[int, LayeredPage] = field(default_factory=dict)
    lower: Mapping[str, tuple[Body, ...]] = field(default_factory=dict)
    end: End = field(default_factory=lambda: End(0, 0, 0))

    def between(self, start: int, stop: int) -> Layered:
        """Return what there is of the sides with indexes from `start` up to `stop`."""
        return replace(self, pages={at: page for at in range(start, stop) if (page := self.pages.get(at))})

    def read(self, data: bytes, *, across: int, height: float) -> Iterator[tuple[int, Side]]:
        """Yield sides with their indexes, as far as their strips can be read by themselves."""
        if self.pages:
            strips = only_strips(data, self.end, self.pages.values())
            for (at, page), side in zip(self.pages.items(), scan_strips(strips, self.pages, across=across, height=height), strict=False):
                if side is not None:
                    yield at, tuple(replace(each, body=body) for each, body in zip(side, self.lower[page.key], strict=True))


def layered(files: Sequence[Set], *, worth: bool) -> tuple[Layered, ...]:
    """Return the layers of files, in their order; `worth`: reading them is worth processes of their own."""
    every = tuple(on_all_cores(_layers, files, worth=worth))
    first: dict[_Key, tuple[int, Lower]] = {}
    for at, ((_, across, height), layers) in enumerate(zip(files, every, strict=True)):
        for key, lower in layers.lower.items():
            first.setdefault((key, across, height), (at, lower))
    shares = [
        (files[at], every[at].end, [lower for where, lower in first.values() if where == at])
        for at in sorted({at for at, _ in first.values()})
    ]
    keys = [key for file, _, _ in shares for key, (at, _) in first.items() if files[at] is file]
    drawn = dict(zip(keys, (each for found in on_all_cores(_draw, shares, worth=worth) for each in found), strict=True))
    return tuple(_joined(layers, across, height, drawn) for (_, across, height), layers in zip(files, every, strict=True))


def _layers(of: Set) -> Layers:
    file = of[0]
    found = Layers() if file.password else layers_of(file.path.read_bytes())
    # Where two programs do not count the same pages, they may mean others.
    return found if len(found.pages) == file.pages else Layers()


def _draw(share: tuple[Set, End, Sequence[Lower]]) -> tuple[_Drawn, ...]:
    """Return what lower layers look like, by themselves; None for those where something stands in the place of a strip."""
    (file, across, height), end, lower = share
    drawn = scan_bodies(only_lower(file.path.read_bytes(), end, lower), [each.index for each in lower], across=across, height=height)
    return (*drawn, *(None,) * (len(lower) - len(drawn)))


def _joined(layers: Layers, across: int, height: float, drawn: Mapping[_Key, _Drawn]) -> Layered:
    lower = {key: bodies for key in layers.lower if (bodies := drawn.get((key, across, height)))}
    return Layered({at: page for at, page in enumerate(layers.pages) if page and page.key in lower}, lower, layers.end)
