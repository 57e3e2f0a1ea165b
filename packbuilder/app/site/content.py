"""What the site holds: packs with the files that students may have, their readings, and what the pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from packbuilder.app.planning import Plan
from packbuilder.app.site.files import PackFile, awaited, pack_files, published
from packbuilder.app.site.state import SiteState, since
from packbuilder.markup import flat, rich
from packbuilder.model.bank import ItemBank
from packbuilder.model.project import PackSpec
from packbuilder.model.topic import Topic
from packbuilder.site.names import slugs
from packbuilder.site.values import Download, Picture, Shelf, Site, SitePack, SiteTopic
from packbuilder.values import dataclass

_FIRST, _OTHER = 2, 1
"""Pages that are shown of the first PDF on a shelf, and of its other editions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A pack with the files of it that students may have, and those that they may not."""

    pack: PackSpec
    title: str
    files: tuple[PackFile, ...]
    withheld: tuple[PackFile, ...]
    awaited: tuple[str, str]


def offers_of(plan: Plan, manifests: Mapping[str, Mapping[str, object]], today: str) -> tuple[Offer, ...]:
    """Return the listed packs that have something for students on a day, in the project's order."""
    found: list[Offer] = []
    for pack in plan.packs:
        if pack.name in manifests:
            files = pack_files(manifests[pack.name])
            open_files = tuple(published(pack, files, today))
            title = str(manifests[pack.name]["title"])
            withheld = tuple(file for file in files if file not in open_files)
            found.append(Offer(pack=pack, title=title, files=open_files, withheld=withheld, awaited=awaited(pack, files, today)))
    return tuple(found)


def wanted_pictures(offer: Offer) -> Iterator[tuple[PackFile, int]]:
    """Yield a pack's files with the number of pages that are shown of each."""
    for _, shelf in groupby(offer.files, key=lambda file: file.shelf):
        most = _FIRST
        for file in shelf:
            yield file, most if file.format == "pdf" else 0
            most = _OTHER if file.format == "pdf" else most


def site_of(
    plan: Plan, offers: tuple[Offer, ...], pictures: Mapping[str, tuple[tuple[int, int], ...]], state: SiteState, today: str
) -> Site:
    """Return the site as a value. `pictures` are the sizes of the pictures of each PDF by its SHA-256."""
    project = plan.workplace.project
    assert project is not None
    banks = {offer.pack.name: plan.bank(offer.pack) for offer in offers}
    topics = _site_topics(topic for bank in banks.values() for topic in bank.topics)
    packs = tuple(_pack(offer, banks[offer.pack.name], topics, pictures, state, today) for offer in offers)
    title = project.site.title or project.title or "Packs"
    return Site(spec=project.site, title=title, packs=packs, changed=max((pack.changed for pack in packs), default=""))


def picture_place(sha: str, number: int) -> str:
    """Return where a picture of a PDF's page lies in the site: its name changes with the PDF, so that no browser shows an old one."""
    return f"pictures/{sha[:20]}-{number}.webp"


def file_place(pack: PackSpec, file: PackFile) -> str:
    """Return where a file of a pack lies in the site."""
    return f"files/{pack.name}/{file.name}"


def _pack(
    offer: Offer,
    bank: ItemBank,
    topics: Mapping[str, SiteTopic],
    pictures: Mapping[str, tuple[tuple[int, int], ...]],
    state: SiteState,
    today: str,
) -> SitePack:
    shelves = []
    counts = {file.name: count for file, count in wanted_pictures(offer)}
    for (product, kind, version), files in groupby(offer.files, key=lambda file: file.shelf):
        downloads = tuple(_download(offer.pack, file, pictures.get(file.sha256, ())[: counts[file.name]], state, today) for file in files)
        shelves.append(Shelf(product=product, version=version, kind=kind, downloads=downloads))
    changed = max((download.changed for shelf in shelves for download in shelf.downloads), default="")
    return SitePack(
        name=offer.pack.name,
        title=offer.title,
        description=offer.pack.description,
        language=bank.language,
        topics=tuple(topics[topic.id] for topic in bank.topics),
        shelves=tuple(shelves),
        changed=changed,
        readable="revision_pack" in offer.pack.products,
        papers_from=offer.awaited[0],
        answers_from=offer.awaited[1],
    )


def _download(pack: PackSpec, file: PackFile, sizes: tuple[tuple[int, int], ...], state: SiteState, today: str) -> Download:
    place = file_place(pack, file)
    return Download(
        href=place,
        format=file.format,
        edition=file.edition,
        bytes=file.bytes,
        pages=file.pages,
        sha256=file.sha256,
        changed=since(state, place, file.sha256, today),
        pictures=tuple(
            Picture(href=picture_place(file.sha256, number), width=width, height=height) for number, (width, height) in enumerate(sizes, 1)
        ),
    )


def _site_topics(topics: Iterable[Topic]) -> Mapping[str, SiteTopic]:
    """Return topics as the site knows them, by id. Subjects that differ in capitals alone are one, spelt as it was first."""
    found = {topic.id: topic for topic in topics}
    pages = slugs(found)
    spelt: dict[str, str] = {}
    for topic in found.values():
        spelt.setdefault(topic.subject.casefold(), topic.subject)
    return {id_: _topic(topic, pages[id_], spelt[topic.subject.casefold()]) for id_, topic in found.items()}


def _topic(topic: Topic, page: str, subject: str) -> SiteTopic:
    return SiteTopic(
        page=page,
        title=flat(rich(topic.title)),
        subject=subject,
        qualification=topic.qualification,
        level=topic.level,
        language=topic.language,
        terms=tuple(dict.fromkeys(flat(rich(concept.term)) for concept in topic.concepts if concept.term)),
    )
