"""What the code on each page of a copy says: which paper, version, candidate and page, with a check that ties it to its run.

`3F2A91BC/A/0421/7/K3`: fingerprint, version, candidate's number, page, check. Spares have no candidate: `*12` is the copy's serial.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from packbuilder.errors import PackbuilderError
from packbuilder.model.candidate import LONGEST_NUMBER
from packbuilder.model.print_run import Copy
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from hashlib import _Hash

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PAIRS = tuple(high + low for high in _DIGITS for low in _DIGITS)
_CHECKED = 2
_SPARE = "*"


class UncodableNumberError(PackbuilderError):
    """A candidate's number that the code on a page cannot hold."""

    def __init__(self, *, number: str, place: str) -> None:
        super().__init__(
            f"{place}: the candidate number {number!r} cannot be printed as a bar code",
            hints=(
                f"Numbers have at most {LONGEST_NUMBER} characters: letters without accents, digits and signs, and do not begin with {_SPARE!r}.",
            ),
        )


@dataclass(frozen=True, slots=True)
class PageCode:
    """A page's code: the form's fingerprint without its hyphen, in capitals; the page counts from 1."""

    paper: str
    version: str
    candidate: str
    page: int


def holder(copy: Copy) -> str:
    """Return whose copy it is, as its code says it. Raises `UncodableNumberError`."""
    if copy.candidate is None:
        return f"{_SPARE}{copy.serial}"
    number = copy.candidate.number
    if not (number.isascii() and number.isprintable() and 0 < len(number) <= LONGEST_NUMBER) or number.startswith(_SPARE):
        raise UncodableNumberError(number=number, place=str(copy.candidate.span))
    return number


def paper_of(fingerprint: str) -> str:
    """Return a form's fingerprint as codes have it."""
    return fingerprint.replace("-", "").upper()


def written(code: PageCode, run: str) -> str:
    """Return the text of a code in the run with digest `run`."""
    body = _body(code)
    return f"{body}/{_check(body, run)}"


def length_of(code: PageCode) -> int:
    """Return how many characters a code has, whatever the run is."""
    return len(_body(code)) + 1 + _CHECKED


def _body(code: PageCode) -> str:
    return f"{code.paper}/{code.version}/{code.candidate}/{code.page}"


@dataclass(frozen=True, slots=True)
class CopyCodes:
    """The codes of all pages of a copy: what they begin with, and of each page, in their order, what follows."""

    head: str
    tails: tuple[str, ...]


def codes_of(paper: str, version: str, candidate: str, *, pages: int, run: str) -> CopyCodes:
    """Return the codes of a copy of so many pages: those that `written` gives, with what they begin with hashed once."""
    head = f"{paper}/{version}/{candidate}/"
    begun = _hashed(head, run)
    tails = []
    for page in map(str, range(1, pages + 1)):
        digest = begun.copy()
        digest.update(page.encode())
        tails.append(f"{page}/{_two(digest.digest())}")
    return CopyCodes(head, tuple(tails))


def read(text: str, run: str) -> PageCode | None:
    """Return what a text says; None where it is not a code of this run's, or was misread."""
    body, slash, check = text.rpartition("/")
    parts = body.split("/")
    if not slash or len(parts) < 4 or check != _check(body, run) or not parts[-1].isdecimal():
        return None
    return PageCode(parts[0], parts[1], "/".join(parts[2:-1]), int(parts[-1]))


def _check(body: str, run: str) -> str:
    """Return two characters over a code and its run: a page of another run of the same paper does not pass for one of this."""
    return _two(_hashed(body, run).digest())


def _hashed(text: str, run: str) -> _Hash:
    return sha256(f"{run}\n{text}".encode())


def _two(digest: bytes) -> str:
    return _PAIRS[int.from_bytes(digest[:4], "big") % len(_PAIRS)]
