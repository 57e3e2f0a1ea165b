"""The pages of the site, from Jinja2 templates that escape whatever they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from packbuilder.site.feeds import feed, sitemap
from packbuilder.site.names import slugs
from packbuilder.site.rows import rows_of
from packbuilder.site.search import script_json, search_index
from packbuilder.site.structured import learning_resource
from packbuilder.site.values import PRODUCTS, Site, SitePack, SiteTopic
from packbuilder.site.words import Words, words_of
from packbuilder.values import dataclass

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy of every page: nothing comes from elsewhere, no script stands in a page."""

_FEW = 12
"""Packs up to which the first page has them in one list: under headings they would stand alone."""

_MANY_SUBJECTS = 8
"""Subjects from which on they have a page, and no longer stand at the head of every page."""

_STATIC = ("style.css", "site.js", "icon.svg")


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every page needs: the site, its words, and its subjects with their pages."""

    site: Site
    words: Words
    subjects: dict[str, str]

    def render(self, template: str, page: str, **values: object) -> bytes:
        context = {
            "site": self.site,
            "w": self.words,
            "subjects": list(self.subjects.items()),
            "many": len(self.subjects) > _MANY_SUBJECTS,
            "page": page,
            "policy": POLICY,
            "cover": None,
        }
        text = _template(template).render({**context, "root": "../" * page.count("/"), **values})
        return (re.sub(r"\n\s*\n+", "\n", text).strip() + "\n").encode()


def site_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every page and what belongs to pages, each with its place in the site; readings of packs are pages of their own."""
    shared = _Shared(site, words_of(site.spec.language), _subject_pages(site))
    pages = [*_index(shared), *_subjects(shared), *_topics(shared), *_packs(shared), *_about(shared)]
    yield from ((page, data) for page, data, _ in pages)
    # A server gives this page wherever something is missing: links lead from the head of the site, where that is known.
    at_head = {"root": urlsplit(site.spec.url).path} if site.spec.url else {}
    yield "404.html", shared.render("lost.html", "404.html", **at_head)
    yield "search-index.js", search_index(site)
    yield "feed.xml", feed(site, shared.words)
    yield (
        "robots.txt",
        f"User-agent: *\nAllow: /\n{f'Sitemap: {site.spec.url}sitemap.xml' if site.spec.url else ''}".strip().encode() + b"\n",
    )
    if site.spec.url:
        readings = ((f"read/{pack.name}.html", pack.changed) for pack in site.packs if pack.readable)
        yield "sitemap.xml", sitemap(site, (*((page, day) for page, _, day in pages), *readings))
    for name in _STATIC:
        yield name, resources.files("packbuilder.site").joinpath("static", name).read_bytes()


def reading_page(site: Site, pack: SitePack, body: str) -> bytes:
    """Return the page on which a pack is read; `body` is HTML that the reader's renderer has escaped."""
    shared = _Shared(site, words_of(site.spec.language), _subject_pages(site))
    return shared.render("read.html", f"read/{pack.name}.html", pack=pack, body=body, cover=pack.cover)


def _index(shared: _Shared) -> Iterator[tuple[str, bytes, str]]:
    site, words = shared.site, shared.words
    groups = _by_subject(shared) if len(site.packs) > _FEW else [(words.say("packs"), list(site.packs))] if site.packs else []
    about = {"@context": "https://schema.org", "@type": "WebSite", "name": site.title, "inLanguage": site.spec.language}
    structured = script_json({**about, **({"url": site.spec.url} if site.spec.url else {})})
    cover = next((pack.cover for pack in site.packs if pack.cover), None)
    page = shared.render("index.html", "index.html", groups=groups, filters=_filters(shared), structured=structured, cover=cover)
    yield "index.html", page, site.changed


def _by_subject(shared: _Shared) -> list[tuple[str, list[SitePack]]]:
    """Return the packs under their subjects; after these those of several, and those of none."""
    words = shared.words
    groups: dict[str, list[SitePack]] = {subject: [] for subject in (*shared.subjects, words.say("several"), words.say("other"))}
    for pack in shared.site.packs:
        where = pack.subjects[0] if len(pack.subjects) == 1 else words.say("several" if pack.subjects else "other")
        groups[where].append(pack)
    return [(subject, packs) for subject, packs in groups.items() if packs]


def _filters(shared: _Shared) -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """Return what packs can be chosen by: the field's name, and its values with what they are called."""
    packs, words = shared.site.packs, shared.words
    levels = sorted({level for pack in packs for level in pack.levels})
    kinds = {kind for pack in packs for kind in pack.kinds}
    editions = sorted({edition for pack in packs for edition in pack.editions})
    return (
        ("subject", [(subject, subject) for subject in shared.subjects]),
        ("level", [(level, level) for level in levels]),
        ("kind", [(kind, words.kind(kind)) for kind in PRODUCTS if kind in kinds]),
        ("edition", [(edition, words.edition(edition)) for edition in editions]),
    )


def _subject_pages(site: Site) -> dict[str, str]:
    """Return each subject with the place of its page, by name."""
    subjects = sorted({subject for pack in site.packs for subject in pack.subjects}, key=lambda subject: (subject.casefold(), subject))
    return {subject: f"subjects/{name}.html" for subject, name in slugs(subjects).items()}


def _subjects(shared: _Shared) -> Iterator[tuple[str, bytes, str]]:
    if len(shared.subjects) > _MANY_SUBJECTS:
        yield "subjects.html", shared.render("subjects.html", "subjects.html"), shared.site.changed
    for subject, page in shared.subjects.items():
        packs = [pack for pack in shared.site.packs if subject in pack.subjects]
        topics = {topic.page: topic for pack in packs for topic in pack.topics if topic.subject == subject}
        data = shared.render("subject.html", page, subject=subject, packs=packs, topics=list(topics.values()), cover=packs[0].cover)
        yield page, data, max(pack.changed for pack in packs)


def _topics(shared: _Shared) -> Iterator[tuple[str, bytes, str]]:
    packs_of: dict[str, tuple[SiteTopic, list[SitePack]]] = {}
    for pack in shared.site.packs:
        for topic in pack.topics:
            packs_of.setdefault(topic.page, (topic, []))[1].append(pack)
    for name, (topic, packs) in packs_of.items():
        page = f"topics/{name}.html"
        subject_page = shared.subjects.get(topic.subject, "")
        data = shared.render("topic.html", page, topic=topic, packs=packs, subject_page=subject_page, cover=packs[0].cover)
        yield page, data, max(pack.changed for pack in packs)


def _packs(shared: _Shared) -> Iterator[tuple[str, bytes, str]]:
    for pack in shared.site.packs:
        page = f"packs/{pack.name}.html"
        own = [(subject, shared.subjects[subject]) for subject in pack.subjects]
        structured = learning_resource(shared.site, pack, shared.words)
        products = [
            (product, list(rows_of(shelves, shared.words))) for product, shelves in groupby(pack.shelves, key=lambda shelf: shelf.product)
        ]
        data = shared.render("pack.html", page, pack=pack, own_subjects=own, products=products, structured=structured, cover=pack.cover)
        yield page, data, pack.changed


def _about(shared: _Shared) -> Iterator[tuple[str, bytes, str]]:
    editions = ("", *sorted({edition for pack in shared.site.packs for edition in pack.editions}))
    yield "about.html", shared.render("about.html", "about.html", editions=editions), ""


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    """Return the templates' surroundings: all is escaped, and a name that nobody gave is an error."""
    return Environment(
        loader=PackageLoader("packbuilder.site"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
