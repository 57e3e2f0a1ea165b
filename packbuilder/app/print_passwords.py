"""Passwords of a print run: a file that says which, or new ones, kept beside the run and nowhere else."""

from __future__ import annotations

import csv
import io
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import scrypt
from pathlib import Path

from packbuilder.app.print_jobs import Lock
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError
from packbuilder.model.print_run import PrintRun

PASSWORDS = "passwords.csv"
"""The name of the file with new passwords in the run's folder."""

SCHEMES = "schemes"
"""What mark schemes are called in a file of passwords; `*` is everything that it does not name."""

_HEADER = ("file", "password", "owner")
_SHORTEST = 8
_LONGEST = 127
_BYTES = 12
"""Of chance in a new password: 16 characters to type."""


class BadPasswordsError(PackbuilderError):
    """A file of passwords that cannot be used."""

    def __init__(self, *, path: Path, line: int, reason: str) -> None:
        super().__init__(
            f"{shown(path)}:{line}: {reason}",
            hints=(f"A line is `name,password`: a packet's name, a candidate's number, `{SCHEMES}`, or `*` for all others.",),
        )


class UnusedPasswordsError(PackbuilderError):
    """Passwords for what a run does not have: the file that was meant would stay open."""

    def __init__(self, *, names: Iterable[str], packets: Iterable[str]) -> None:
        super().__init__(
            f"there are passwords for {', '.join(map(repr, names))}, which this run does not have; nothing is written",
            hints=(
                f"The packets of this run are {', '.join(packets)}; besides them a candidate's number, `{SCHEMES}`, or `*` for all others.",
            ),
        )


def read_passwords(path: Path) -> dict[str, Lock]:
    """Return the passwords in a file, by name. Raises `BadPasswordsError`."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadPasswordsError(path=path, line=1, reason="it is not UTF-8") from None
    locks: dict[str, Lock] = {}
    for line, cells in _rows(text, path):
        if not any(cells) or cells[:2] == list(_HEADER[:2]):
            continue
        if len(cells) not in (2, 3):
            raise BadPasswordsError(path=path, line=line, reason=f"it has {len(cells)} cells, not a name and a password")
        name, password, owner = (*cells, "")[:3]
        if len(password) < _SHORTEST:
            raise BadPasswordsError(path=path, line=line, reason=f"the password of {name!r} has fewer than {_SHORTEST} characters")
        if fault := _fault(password) or _fault(owner):
            raise BadPasswordsError(path=path, line=line, reason=f"the password of {name!r} {fault}")
        if name in locks:
            raise BadPasswordsError(path=path, line=line, reason=f"{name!r} stands in it twice")
        # Without an owner's password of its own, nobody lifts what the file forbids: a chance one, kept nowhere.
        locks[name] = Lock(password=password, owner=owner or secrets.token_urlsafe(_BYTES))
    if not locks:
        raise BadPasswordsError(path=path, line=1, reason="there is no password in it")
    return locks


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line that it ends in. A row of one cell may be far too long, and no list of passwords."""
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text)))
    try:
        for row in reader:
            yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as failure:
        raise BadPasswordsError(path=path, line=reader.line_num or 1, reason=f"it cannot be read: {failure}") from None


def _fault(password: str) -> str:
    """Return why a file with a password would stay shut; empty where it will open.

    Readers differ in what they make of characters such as ½ (SASLprep: 1⁄2), and take 127 bytes at most.
    """
    if len(password.encode()) > _LONGEST:
        return f"has more than {_LONGEST} bytes, the most that readers take"
    odd = [char for char in password if not char.isprintable() or unicodedata.normalize("NFKC", char) != char]
    return f"holds {odd[0]!r}, which some readers take for something else" if odd else ""


def check_names(locks: Mapping[str, Lock], run: PrintRun) -> None:
    """Raise `UnusedPasswordsError` for names that nothing in the run bears: a slip must not leave a file open."""
    numbers = {copy.candidate.number for copy in run.copies if copy.candidate}
    packets = [packet.name for packet in run.packets]
    if unused := [name for name in locks if name not in {*packets, *numbers, SCHEMES, "*"}]:
        raise UnusedPasswordsError(names=unused, packets=packets)


def new_passwords(folder: Path, names: Iterable[str]) -> dict[str, Lock]:
    """Return a password for each name: those that a run before this has left in the folder, else new ones, left there first."""
    path = folder / PASSWORDS
    if path.is_file():
        return read_passwords(path)
    locks = {name: Lock(password=secrets.token_urlsafe(_BYTES), owner=secrets.token_urlsafe(_BYTES)) for name in names}
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerows([_HEADER, *((name, lock.password, lock.owner) for name, lock in locks.items())])
    write_whole(path, text.getvalue().encode(), private=True)
    return locks


def lock_digest(locks: Mapping[str, Lock], run: str) -> str:
    """Return a hash that tells whether a run is locked as another was, from which no password can be guessed in reasonable time."""
    if not locks:
        return ""
    words = "\n".join(f"{name}\t{lock.password}" for name, lock in sorted(locks.items()))
    return scrypt(words.encode(), salt=run.encode(), n=1 << 14, r=8, p=1, dklen=8).hex()
