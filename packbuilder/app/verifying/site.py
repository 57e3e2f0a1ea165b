"""Verifying a site: every file is the one that its list of checksums names, and every link leads to a file of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from packbuilder.app.reading import read_any, shown
from packbuilder.app.site.publishing import SUMS
from packbuilder.app.verifying.report import Finding, settled
from packbuilder.diagnostics import counted
from packbuilder.patterns import regex

_MARK = "search-index.js"
"""A folder with this and a list of checksums is a site."""

_LINK = regex(r'\s(?:href|src)="([^"]*)"')
_ELSEWHERE = regex(r"[a-z][a-z0-9+.-]*:|#|/")


def site_folders(places: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the sites at or below the places given."""
    found = (file.parent for place in places if place.is_dir() for file in sorted(place.rglob(SUMS)))
    return tuple(dict.fromkeys(folder for folder in found if (folder / _MARK).is_file()))


def verify_site(folder: Path) -> Iterator[Finding]:
    """Check a site as it lies there; what students must not read was searched for when it was built."""
    listed = dict(_listed(folder))
    downloads = [path.relative_to(folder).as_posix() for path in sorted((folder / "files").rglob("*")) if path.is_file()]
    links = [(page, target) for page in sorted(folder.rglob("*.html")) if folder / "files" not in page.parents for target in _links(page)]
    own = len(listed) - len(downloads)
    beside = f", and so {'is' if own == 1 else 'are'} {counted(own, 'other file')} (pages, pictures)" if own else ""
    yield from settled(
        (*_sum_faults(folder, listed, downloads), *_link_faults(folder, links)),
        otherwise=f"{shown(folder)}: a site of {counted(len(downloads), 'download')}, each as its checksum says{beside}; "
        f"{counted(len(links), 'link')} {'leads' if len(links) == 1 else 'lead'} to files of it",
    )


def _sum_faults(folder: Path, listed: Mapping[str, str], downloads: Sequence[str]) -> Iterator[str]:
    """Yield which files are not those that the list of checksums names."""
    for place, digest in listed.items():
        if not (folder / place).is_file():
            yield f"{shown(folder / place)}: {SUMS} names it, and it is not there"
        elif sha256(read_any(folder / place)).hexdigest() != digest:
            yield f"{shown(folder / place)}: it is not what {SUMS} says: it was changed, or came incomplete"
    yield from (f"{shown(folder / place)}: no list names it: it is not the site's" for place in downloads if place not in listed)


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the files that the list names, with their SHA-256."""
    for line in read_any(folder / SUMS).decode("utf-8", "replace").splitlines():
        digest, _, place = line.partition("  ")
        yield place, digest


def _links(page: Path) -> Iterator[str]:
    """Yield where a page's links lead that lead to the site itself."""
    for link in _LINK.findall(read_any(page).decode("utf-8", "replace")):
        target, _, _ = unescape(link).partition("#")
        if target and not _ELSEWHERE.match(target):
            yield target


def _link_faults(folder: Path, links: Iterable[tuple[Path, str]]) -> Iterator[str]:
    """Yield which links of which pages lead to no file of the site."""
    root = folder.resolve()
    for page, target in links:
        file = (page.parent / unquote(target)).resolve()
        if root not in file.parents or not file.is_file():
            yield f"{shown(page)}: its link to {target!r} leads to no file of the site"
