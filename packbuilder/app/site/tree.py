"""What a site consists of: which files are looked at anew, which are kept from it, and all that will stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from packbuilder.app.site.content import Offer, file_place, picture_place, wanted_pictures
from packbuilder.app.site.files import PackFile
from packbuilder.app.site.publishing import SUMS, Copy, Tree, checksums, stands
from packbuilder.app.site.secrets import Secrets
from packbuilder.app.site.state import SiteState
from packbuilder.app.site.work import Seen, Task
from packbuilder.reader.html import content_style
from packbuilder.site.pages import reading_page, site_pages
from packbuilder.site.values import Site


def kept_files(offers: tuple[Offer, ...]) -> Mapping[str, str]:
    """Return the files of packs that students may not have, by their SHA-256, less those that others of their packs are the same as."""
    shown = {file.sha256 for offer in offers for file in offer.files}
    kept = ((file.sha256, f"{offer.pack.name}/{file.name}") for offer in offers for file in offer.withheld)
    return {sha: name for sha, name in kept if sha not in shown}


def tasks_of(offers: tuple[Offer, ...], output: Path, folder: Path, state: SiteState, secrets: Secrets) -> tuple[Task, ...]:
    """Return which files of packs are to be drawn and searched: those that were not before."""
    clean = state.clean if state.wording == secrets.digest else frozenset()
    tasks: dict[str, Task] = {}
    for offer in offers:
        for file, most in wanted_pictures(offer):
            pictures = 0 if _drawn(file, most, folder, state) else most
            before = tasks.get(file.sha256)
            if pictures or file.sha256 not in clean:
                path, place = output / offer.pack.name / file.name, file_place(offer.pack, file)
                most_pictures = max(pictures, before.pictures if before else 0)
                search = file.sha256 not in clean
                tasks[file.sha256] = Task(path=path, place=place, sha256=file.sha256, pictures=most_pictures, search=search)
    return tuple(tasks.values())


def _drawn(file: PackFile, most: int, folder: Path, state: SiteState) -> bool:
    """Whether as many pictures of a file as are wanted lie in the site, as they were made."""
    drawn = len(state.pictures.get(file.sha256, ()))
    places = (picture_place(file.sha256, number) for number in range(1, drawn + 1))
    return drawn >= min(most, file.pages) and all(
        place in state.files and stands(folder / place, state.files[place][0]) for place in places
    )


def tree_of(
    site: Site, offers: tuple[Offer, ...], looked: tuple[Seen, ...], readings: Mapping[str, str], output: Path, state: SiteState
) -> Tree:
    """Return all files of the site."""
    copies = {
        file_place(offer.pack, file): Copy(path=output / offer.pack.name / file.name, sha256=file.sha256, bytes=file.bytes)
        for offer in offers
        for file in offer.files
    }
    pictures = {picture_place(each.task.sha256, at): data for each in looked for at, (data, _, _) in enumerate(each.pictures, 1)}
    pages = {**dict(site_pages(site)), "read.css": content_style().encode()}
    pages |= {f"read/{pack.name}.html": reading_page(site, pack, readings[pack.name]) for pack in site.packs if pack.readable}
    shown = {picture.href for pack in site.packs for download in pack.downloads for picture in download.pictures}
    made = {**pages, **pictures}
    digests = {
        **{place: sha256(data).hexdigest() for place, data in made.items()},
        **{place: copy.sha256 for place, copy in copies.items()},
        **{place: state.files[place][0] for place in sorted(shown - set(pictures))},
    }
    sums = checksums(digests)
    return Tree(data={**made, SUMS: sums}, copies=copies, digests={**digests, SUMS: sha256(sums).hexdigest()})
