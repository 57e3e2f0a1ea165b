"""Passwords of a print run: a file that says which, or new ones, kept beside the run and nowhere else."""

from __future__ import annotations

import csv
import io
import secrets
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from hashlib import scrypt
from pathlib import Path

from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.runs.jobs import Lock
from packbuilder.app.writing import write_whole
from packbuilder.diagnostics import at_most
from packbuilder.errors import PackbuilderError
from packbuilder.model.print_run import PrintRun

PASSWORDS = "passwords.csv"
"""The name of the file with new passwords in the run's folder."""

SCHEMES = "schemes"
"""What mark schemes are called in a file of passwords; `*` is everything that it does not name."""

_HEADER = ("file", "password", "owner")
_HEADS = frozenset(("name", "names", "files", "packet", "packets"))
_SHORTEST = 8
_LONGEST = 127
_BYTES = 12
"""Of chance in a new password: 16 characters to type."""


class BadPasswordsError(PackbuilderError):
    """A file of passwords that cannot be used, with every mistake in it and its line."""

    def __init__(self, *, path: Path, faults: Sequence[tuple[int, str]], hints: tuple[str, ...] = ()) -> None:
        told = at_most([f"{shown(path)}:{line}: {reason}" for line, reason in faults], "mistakes")
        super().__init__(
            "\n".join(told),
            hints=(*hints, f"A line is `name,password`: a packet's name, a candidate's number, `{SCHEMES}`, or `*` for all others."),
        )


class UnusedPasswordsError(PackbuilderError):
    """Passwords for what a run does not have: the file that was meant would stay open."""

    def __init__(self, *, names: Iterable[str], hint: str) -> None:
        super().__init__(
            f"there are passwords for {', '.join(map(repr, names))}, which this run does not have; nothing is written",
            hints=(hint,),
        )


def read_passwords(path: Path, run: PrintRun | None = None) -> dict[str, Lock]:
    """Return the passwords in a file, by name. Raises `BadPasswordsError` with all that is wrong, names that `run` does not have among it."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadPasswordsError(path=path, faults=((1, "it is not UTF-8"),)) from None
    known = _names(run) if run else None
    locks: dict[str, Lock] = {}
    faults: list[tuple[int, str]] = []
    for line, cells in _rows(text, faults):
        if not any(cells) or _is_header(cells, known):
            continue
        if len(cells) not in (2, 3):
            faults.append((line, f"it has {len(cells)} cells, not a name and a password"))
            continue
        name, password, owner = (*cells, "")[:3]
        faults += ((line, fault) for fault in _line_faults(name, password, owner, locks, known))
        # Without an owner's password of its own, nobody lifts what the file forbids: a chance one, kept nowhere.
        locks[name] = Lock(password=password, owner=owner or _chance_password())
    if not locks and not faults:
        faults.append((1, "there is no password in it"))
    if faults:
        raise BadPasswordsError(path=path, faults=faults, hints=(_packets_hint(run),) if run else ())
    return locks


def _is_header(cells: Sequence[str], known: Container[str] | None) -> bool:
    """Whether a row heads the columns, as people who keep such a list in a spreadsheet have it; a packet may be called `Name`."""
    first, second = [*map(str.casefold, cells), ""][:2]
    return second in (_HEADER[1], "passwords") and (first == _HEADER[0] or (first in _HEADS and (known is None or cells[0] not in known)))


def _line_faults(name: str, password: str, owner: str, before: Container[str], known: Container[str] | None) -> Iterator[str]:
    """Yield what is wrong with a line; `before` are the names above it, `known` those of the run, where it is known."""
    if not name:
        yield "it names no file"
    elif known is not None and name not in known:
        yield f"this run has nothing called {name!r}"
    if not password:
        yield f"{name!r} has no password"
    elif len(password) < _SHORTEST:
        yield f"the password of {name!r} has fewer than {_SHORTEST} characters"
    if fault := _fault(password) or _fault(owner):
        yield f"the password of {name!r} {fault}"
    if name in before:
        yield f"{name!r} stands in it twice"


def _rows(text: str, faults: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line that it ends in. A row of one cell may be far too long, and no list of passwords."""
    delimiter = "," if "," in text else next((sign for sign in ";\t" if sign in text), ",")
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text)), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as failure:
        faults.append((reader.line_num or 1, f"it cannot be read: {failure}"))


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
    known = _names(run)
    if unused := [name for name in locks if name not in known]:
        raise UnusedPasswordsError(names=unused, hint=_packets_hint(run))


def _names(run: PrintRun) -> frozenset[str]:
    """Return all that may have a password in a run."""
    numbers = (copy.candidate.number for copy in run.copies if copy.candidate)
    return frozenset((*(packet.name for packet in run.packets), *numbers, SCHEMES, "*"))


def _packets_hint(run: PrintRun) -> str:
    packets = ", ".join(packet.name for packet in run.packets)
    return f"The packets of this run are {packets}; besides them a candidate's number, `{SCHEMES}`, or `*` for all others."


def new_passwords(run: PrintRun) -> dict[str, Lock]:
    """Return a new password for each packet and the schemes; they are kept nowhere yet."""
    names = (*(packet.name for packet in run.packets), SCHEMES)
    return {name: Lock(password=_chance_password(), owner=_chance_password()) for name in names}


def _chance_password() -> str:
    """Return a new password that begins with a letter or a figure: spreadsheets take a cell that begins with a hyphen for a formula."""
    while not (password := secrets.token_urlsafe(_BYTES))[0].isalnum():
        pass
    return password


def kept_passwords(folder: Path) -> dict[str, Lock] | None:
    """Return the passwords that lie in a run's folder; None where there are none. Raises `BadPasswordsError`."""
    path = folder / PASSWORDS
    return read_passwords(path) if path.is_file() else None


def keep_passwords(folder: Path, locks: Mapping[str, Lock]) -> None:
    """Write new passwords into a run's folder, for its owner only."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerows([_HEADER, *((name, lock.password, lock.owner) for name, lock in locks.items())])
    write_whole(folder / PASSWORDS, text.getvalue().encode(), private=True)


def lock_digest(locks: Mapping[str, Lock], run: str) -> str:
    """Return a hash that tells whether a run is locked as another was, from which no password can be guessed in reasonable time."""
    if not locks:
        return ""
    words = "\n".join(f"{name}\t{lock.password}" for name, lock in sorted(locks.items()))
    return scrypt(words.encode(), salt=run.encode(), n=1 << 14, r=8, p=1, dklen=8).hex()
