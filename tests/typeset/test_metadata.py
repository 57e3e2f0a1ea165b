"""What files say of themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.typeset.metadata import (
    Metadata,
    info_dictionary,
    moment,
    record_key,
    record_name,
    xmp_packet,
    xmp_said,
)
from packbuilder.typeset.reading.xmp import xmp_values


@given(st.integers(min_value=-10_000_000_000, max_value=200_000_000_000))
def test_moments_agree_with_the_calendar(seconds: int) -> None:
    assert moment(seconds) == datetime.fromtimestamp(seconds, UTC).timetuple()[:6]


def test_a_leap_day_is_the_29th_of_february() -> None:
    assert moment(1_709_164_800) == (2024, 2, 29, 0, 0, 0)


def test_a_record_stands_under_names_of_packbuilders_own() -> None:
    info = info_dictionary(Metadata(title="T", language="en", record={"version": "B (2)"}))
    assert b"/PackbuilderVersion(B \\(2\\))" in info


def test_what_is_empty_is_left_out() -> None:
    assert b"/Subject" not in info_dictionary(Metadata(title="T", language="en"))


@pytest.mark.parametrize("key", ["version", "itemIds", "x"])
def test_record_names_lead_back_to_their_keys(key: str) -> None:
    assert record_key(record_name(key)) == key


@pytest.mark.parametrize("key", ["", "Version", "éclair", "1st"])
def test_a_key_that_could_not_be_read_back_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="lower-case"):
        record_name(key)


def test_xmp_is_well_formed_whatever_the_title() -> None:
    packet = xmp_packet(Metadata(title="a < b & \x00 c", language="en-GB", subject="<S>")).data.decode()
    root = fromstring(packet.split("?>", 1)[1].rsplit("<?", 1)[0])
    texts = "".join(root.itertext())
    assert "a < b &  c" in texts
    assert "<S>" in texts
    assert root.find(".//{http://www.aiim.org/pdfua/ns/id/}part") is not None


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | st.sampled_from(["\ue000", "a < b & c", "\r", " ", "T\x00"])


@given(WORDS, WORDS, WORDS, st.booleans())
def test_a_packet_says_what_is_read_of_it(title: str, subject: str, language: str, archival: bool) -> None:  # drawn
    metadata = Metadata(title=title, subject=subject, language=language, archival=archival)
    assert list(xmp_said(metadata)) == xmp_values(xmp_packet(metadata).data)
