"""Every product in every edition, plain and archival, before a validator that shares no code with us (PDF/UA-1, PDF/A-2a)."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import page
import pytest
from PIL import ImageCms
from pypdf import PdfReader

from packbuilder.app.editions import pack_editions, paper_editions, sheet_of
from packbuilder.app.library import load
from packbuilder.app.making import Made, PaperWishes, draw, make_papers
from packbuilder.app.packs import make_pack, pack_document
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.editions import EDITIONS, edition_named
from packbuilder.model.blueprint import Blueprint
from packbuilder.typeset.colour_profile import srgb
from tests.products.test_products import FILES, PLACE, ROOT


@lru_cache(maxsize=1)
def every() -> dict[str, bytes]:
    """Every file of a small paper and pack, made for the archive and proved as it is made."""
    bank = load(FILES, root=ROOT).bank
    (form,) = draw(bank, Blueprint(marks=30), seed=5, title="Science")
    exam, handout, printer = layout("exam-a4", PLACE), layout("handout-a4", PLACE), Printer(archival=True, prove=True)
    editions = tuple(edition_named(name) for name in EDITIONS)
    products = ("practice_paper", "mark_scheme", "self_marking")
    made: list[Made] = [
        make_pack(bank, title="Science", layout=handout, printer=printer),
        *make_papers((form,), PaperWishes(paper=exam, scheme=handout, products=products, topics=bank.topics), printer),
    ]
    changed = [
        *paper_editions((form,), editions, layout=exam, printer=printer, papers=made),
        *pack_editions(pack_document(bank, title="Science"), editions, layout=handout, printer=printer),
    ]
    made += [*changed, sheet_of(changed, title="Science", language="en-GB", layout=handout, printer=printer)]
    return {each.name: each.data for each in made if each.name.endswith(".pdf")}


def broken(data: bytes, profile: str) -> list[str]:
    """Return what the validator finds wrong."""
    report = page.validate_pdf_bytes(data, profile=profile)
    return [] if report.is_compliant else [str(each) for each in report.failures] or ["it is not compliant"]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_product_and_edition_is_to_the_standard(profile: str) -> None:
    files = every()
    assert {f"{stem}-{edition}.pdf" for stem in ("paper-A", "revision-pack") for edition in EDITIONS if edition != "reader"} < set(files)
    assert {name: found for name, data in files.items() if (found := broken(data, profile))} == {}


def test_a_file_that_is_not_for_the_archive_does_not_say_that_it_is() -> None:
    bank = load(FILES, root=ROOT).bank
    plain = make_pack(bank, title="Science", layout=layout("handout-a4", PLACE), printer=Printer()).data
    assert broken(plain, "ua1") == []
    assert broken(plain, "2a") != []
    assert b"pdfaid" not in plain


def test_the_colour_profile_is_srgb_to_who_reads_profiles() -> None:
    (intent,) = PdfReader(BytesIO(every()["paper-A.pdf"])).root_object["/OutputIntents"]
    embedded = intent.get_object()["/DestOutputProfile"].get_data()
    assert embedded == srgb()
    profile = ImageCms.ImageCmsProfile(BytesIO(embedded))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    assert (profile.profile.xcolor_space, profile.profile.connection_space) == ("RGB ", "XYZ ")
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    from PIL import Image

    colours = Image.new("RGB", (4, 1))
    colours.putdata([(255, 0, 0), (12, 200, 30), (17, 68, 107), (250, 250, 210)])
    changed = ImageCms.profileToProfile(colours, profile, theirs)
    assert changed is not None
    ours = [value for pixel in colours.getdata() for value in pixel]
    assert max(abs(a - b) for a, b in zip(ours, [v for p in changed.getdata() for v in p], strict=True)) <= 1
