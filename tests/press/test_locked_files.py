"""A locked file is what it was, to everybody who knows a password; and what is read without its encryption is surely that file."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from packbuilder.press.copies import candidate_file
from packbuilder.press.encryption import decrypted, encrypted, refuses_screen_readers, surely_decrypted
from packbuilder.press.locked_file import locked_file, unlocked_file
from packbuilder.press.locking import new_lock
from packbuilder.press.plain_file import plain_file
from packbuilder.press.reading import opened
from packbuilder.typeset.reading.readback import read_back
from tests.press.test_packets import made

USER, OWNER = "correct horse", "battéry staple"
KINDS = ("packet", "single")


@lru_cache(maxsize=2)
def plain(kind: str) -> bytes:
    run, bank, _, data = made()
    return data if kind == "packet" else candidate_file(run.packets[0].copies[0], bank)


@lru_cache(maxsize=2)
def locked(kind: str) -> bytes:
    return encrypted(plain(kind), password=USER, owner=OWNER)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("password", [USER, OWNER])
def test_either_password_opens_it_in_every_engine(kind: str, password: str, tmp_path: Path) -> None:
    data, secret = plain(kind), locked(kind)
    assert opened(secret, password=password) == opened(data)
    reader = PdfReader(BytesIO(secret), password=password)
    assert reader.trailer["/Encrypt"]["/R"] == 6
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert dict(reader.metadata or {}) == dict(PdfReader(BytesIO(data)).metadata or {})
    (tmp_path / "x.pdf").write_bytes(secret)
    qpdf = shutil.which("qpdf")
    if qpdf:
        subprocess.run([qpdf, "--check", f"--password={password}", str(tmp_path / "x.pdf")], check=True, capture_output=True)


@pytest.mark.parametrize("kind", KINDS)
def test_its_words_are_nowhere_in_it(kind: str) -> None:
    word = "Science".encode("utf-16-be").hex().upper().encode()  # of the title
    assert (word in plain(kind)) is (kind == "single")
    assert word not in locked(kind)
    assert not refuses_screen_readers(locked(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_without_its_encryption_it_has_the_same_objects(kind: str) -> None:
    found = surely_decrypted(locked(kind), password=USER)
    assert found is not None
    one, other = plain_file(plain(kind)), plain_file(found)
    assert one and other
    assert one.objects == other.objects
    assert {at: each for at, each in one.streams.items() if b"/XRef" not in each.head} == {
        at: each for at, each in other.streams.items() if b"/XRef" not in each.head
    }
    assert decrypted(locked(kind), password=USER) == found


def test_no_two_are_alike() -> None:
    assert encrypted(plain("single"), password=USER, owner=OWNER) != locked("single")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_whose_form_was_changed_is_not_read_without_its_encryption(kind: str) -> None:
    secret, right = locked(kind), surely_decrypted(locked(kind), password=USER)
    for at in range(0, len(secret), len(secret) // 60):
        changed = secret[:at] + bytes((secret[at] ^ 1,)) + secret[at + 1 :]
        # Of other data others are read, as viewers read them; what is the owner's is nothing to who has the other password.
        if not secret.index(b"/Filter/Standard") < at < secret.index(b"/Perms<"):
            assert surely_decrypted(changed, password=USER) != right
    for mark in (
        b"%PDF",
        b" 0 obj\n",
        b"/Length ",
        b"stream\n",
        b"\r\nendstream",
        b"/Encrypt ",
        b"/Root ",
        b"/XRef",
        b"/CFM/",
        b"startxref\n",
        b"%%EOF",
    ):
        for at in (secret.index(mark), secret.rindex(mark)):
            assert surely_decrypted(secret[:at] + bytes((secret[at] ^ 1,)) + secret[at + 1 :], password=USER) is None
    for changed in (secret + b"\n", secret[:-1], secret.replace(b"/AESV3", b"/None "), secret + secret, b"", secret[: len(secret) // 2]):
        assert surely_decrypted(changed, password=USER) is None
    assert surely_decrypted(secret, password="wrong") is None
    assert surely_decrypted(secret, password=OWNER) is None, "which no copy is opened with"


def test_other_permissions_are_read_as_they_are() -> None:
    secret = locked_file(plain("single"), new_lock(USER, OWNER, permissions=0xFFFFF0C0))
    assert secret is not None
    assert unlocked_file(secret, USER) is not None
    assert surely_decrypted(secret, password=USER) is None
    assert refuses_screen_readers(secret)


def test_a_file_in_another_form_is_locked_all_the_same() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain("single"))))
    target = BytesIO()
    writer.write(target)
    secret = encrypted(target.getvalue(), password=USER, owner=OWNER)
    assert surely_decrypted(secret, password=USER) is None
    back = decrypted(secret, password=USER)
    assert back
    assert read_back(back).pages == read_back(plain("single")).pages
