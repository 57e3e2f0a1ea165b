"""A folder's manifest: whether it is as it was written, and what it says is what its files say and are; what lies there and is not its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from packbuilder.app.manifest import MANIFEST, SEALED_FORMAT
from packbuilder.app.manifest_reading import NotManifestError, is_of_run, is_sealed, orders_in, said_in
from packbuilder.app.reading import CannotReadError, is_regular, read_any, shown
from packbuilder.app.runs.folder import is_systems_own
from packbuilder.app.verifying.copies import copied, renamed
from packbuilder.app.verifying.files import File, declared_marks
from packbuilder.app.verifying.names import name_fault
from packbuilder.app.verifying.places import LINK, NO_FILE
from packbuilder.app.verifying.report import Finding, right, untold, wrong
from packbuilder.app.verifying.seals import seal_differences
from packbuilder.diagnostics import at_most
from packbuilder.proof.small_pages import pages_in
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.typeset.seals import is_current
from packbuilder.values import dataclass

_KINDS = frozenset((".pdf", ".html", ".docx", ".txt", ".brf", ".csv", ".apkg", ".zip"))
"""What packbuilder makes: a file of such a kind may be taken for one of a folder's own."""

_OF_FORMS = frozenset(("practice-paper", "mark-scheme", "self-marking"))
_ANEW = (
    "its bytes are others, as if another program had saved it anew (to make it smaller, or for an upload), "
    "though its tags, words, order, links, fonts and pages are as they were made: put the file back that packbuilder made"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a manifest says: of each file that it names, and of each form. `sealed`: it is of a format that has seals over all of this.

    `of_run`: it is a print run's, which is verified by itself. `renamed` are files that are there under other names, by their paths.
    `broken`: it says nothing that can be read. `findings`: whether it and its files are as they were written.
    """

    files: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    forms: tuple[Mapping[str, object], ...] = ()
    sealed: bool = False
    of_run: bool = False
    broken: bool = False
    renamed: Mapping[Path, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def listing(folder: Path, known: Mapping[Path, File] = MappingProxyType({})) -> Listing:
    """Read a manifest, and find the files that it names: each is to be there with the bytes that it says. `known` are PDFs that were read back."""
    where = folder / MANIFEST
    try:
        value = said_in(where, once=True)
        found = _listing(value, where)
    except (CannotReadError, NotManifestError):
        return Listing(broken=True, findings=(wrong(f"{shown(where)} is not a manifest of packbuilder's"),))
    digests = {name: str(about["sha256"]) for name, about in found.files.items()}
    others = {} if found.of_run else _renamed(folder, digests)
    changed = tuple(map(wrong, _changed(folder, found, set(others.values()), known)))
    all_well = right(f"{shown(folder)}: all {len(digests)} files are those of the manifest")
    return replace(
        found,
        renamed=others,
        findings=(
            *(changed or (all_well,)),
            *(untold(renamed(path, name)) for path, name in others.items()),
            *(() if found.of_run else _seal_findings(value, found, shown(where))),
        ),
    )


def _seal_findings(value: Mapping[str, object], found: Listing, where: str) -> Iterator[Finding]:
    """Yield whether what a manifest says can be believed."""
    if int(str(value["format"])) > SEALED_FORMAT:
        yield wrong(
            f"{where} is of format {value['format']}, which this packbuilder does not know: verify the folder with the one that made it, "
            "or make it anew"
        )
    elif ("seal" in value or found.sealed) and not is_sealed(value):
        yield wrong(f"{where} was changed since it was written: what it says of files, forms and sources cannot be trusted")
    elif not found.sealed:
        yield untold(
            f"{where} has no seal over what it says, as none had that earlier packbuilders wrote: "
            "of titles, sources, options and items in it nobody can tell whether they were changed"
        )


def _listing(value: dict[str, object], path: Path) -> Listing:
    """Return what a manifest says, of all orders whose files lie in its folder. Raises `NotManifestError`."""
    orders = orders_in(value, path)
    names = [name for order in orders for name in order.files]
    version = value.get("format")
    if len(names) != len(set(names)) or not all(map(_is_inside, names)) or type(version) is not int:
        raise NotManifestError(path=path)
    return Listing(
        files={name: about for order in orders for name, about in order.files.items()},
        forms=tuple(form for order in orders for form in order.forms),
        sealed=version >= SEALED_FORMAT,
        of_run=is_of_run(value),
    )


def _is_inside(name: str) -> bool:
    """Whether a file's name leads nowhere out of its folder."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _renamed(folder: Path, digests: Mapping[str, str]) -> dict[Path, str]:
    """Return the files that are not where a manifest has them, but are there under other names, byte for byte."""
    missing = {digest: name for name, digest in digests.items() if not (folder / name).exists()}
    found: dict[Path, str] = {}
    if missing and folder.is_dir():
        for path in _unnamed(folder, digests):
            if path.suffix in {Path(name).suffix for name in missing.values()} and (name := missing.pop(_digest_if_open(path), "")):
                found[path] = name
    return found


def _changed(folder: Path, found: Listing, elsewhere: Collection[str], known: Mapping[Path, File]) -> Iterator[str]:
    """Yield which files are not there, or not as they were made; `elsewhere` are those that are there under other names."""
    digests = {name: str(about["sha256"]) for name, about in found.files.items()}
    names = {digest: name for name, digest in digests.items()}
    for name, digest in digests.items():
        path = folder / name
        if not path.is_file():
            if name not in elsewhere:
                yield f"{shown(folder)}/{name} is missing, though the manifest names it"
        # In a run the bytes that were read back may be those without its passwords.
        elif (own := known[path].digest if path in known and not found.of_run else _digest(path)) != digest:
            if own in names:
                yield f"{shown(path)} is not the file that the manifest names: it is a copy of {names[own]}"
            elif path in known and _is_anew(found.files[name].get("seal"), known[path].read):
                yield f"{shown(path)} is not the file that the manifest names: {_ANEW}"
            else:
                yield f"{shown(path)} is not the file that the manifest names: it was changed or swapped"


def _is_anew(seal: object, read: ReadBack) -> bool:
    """Whether all that is sealed of a file is as it was made, and nothing else is in it."""
    odd = read.additions or read.faults or read.attachments or read.protection.encrypted
    return (
        is_current(seal)
        and is_current(read.own_seal)
        and not odd
        and not any((*seal_differences(seal, read), *seal_differences(read.own_seal, read)))
    )


def _digest(path: Path) -> str:
    return sha256(read_any(path)).hexdigest()


def _digest_if_open(path: Path) -> str:
    """Return a stranger's SHA-256; empty where nobody may read it."""
    try:
        return _digest(path)
    except CannotReadError:
        return ""


def listing_faults(folder: Path, found: Listing, files: Iterable[File]) -> Iterator[str]:
    """Yield where a manifest and its files contradict each other; `files` are the PDFs that were read back."""
    if found.of_run:
        return
    own = {file.path.name: file for file in files if file.path.parent == folder}
    for name, about in found.files.items():
        said = {key: str(about.get(key, "")) for key in ("product", "version", "edition")}
        if fault := name_fault(name, {**said, "product": said["product"].replace("_", "-")}):
            yield f"{shown(folder / name)} {fault}, as {MANIFEST} says"
        if name in own:
            yield from _entry_faults(about, own[name])
    yield from _form_faults(folder, found, [file for name, file in own.items() if name in found.files and file.product in _OF_FORMS])


def _entry_faults(about: Mapping[str, object], file: File) -> Iterator[str]:
    facts = {
        "product": (str(about.get("product", "")).replace("_", "-"), file.product),
        "version": (about.get("version"), file.version),
        "edition": (about.get("edition"), file.edition),
        "pages": (about.get("pages"), pages_in(file.read)),
    }
    for key, (said, own) in facts.items():
        if said != own:
            yield f"{shown(file.path)}: {MANIFEST} says that its {key} is {said or 'none'}; the file says {own or 'none'}"


def _form_faults(folder: Path, found: Listing, files: Sequence[File]) -> Iterator[str]:
    """Yield where the forms in a manifest are not those that its papers and schemes are printed from."""
    forms = {form.get("version"): form for form in found.forms}
    for file in files:
        form = forms.get(file.version)
        if form is None:
            yield f"{shown(file.path)}: {shown(folder / MANIFEST)} has no form of version {file.version or 'none'}"
            continue
        for key in ("seed", "fingerprint", "marks"):
            if str(form.get(key, "")) != (own := file.read.record.get(key, "")):
                yield f"{shown(file.path)}: its {key} is {own or 'none'}; {MANIFEST} has a form of version {file.version} with {form.get(key, 'none')}"
        questions = form.get("questions")
        listed = (
            {str(each.get("number")): each.get("marks") for each in questions if isinstance(each, dict)}
            if isinstance(questions, list)
            else {}
        )
        if listed != declared_marks(file.read.record):
            yield f"{shown(file.path)}: {MANIFEST} has other questions, or other marks, in the form of version {file.version}"


def strangers(folder: Path, found: Listing, copies: Collection[Path] = ()) -> Iterator[Finding]:
    """Yield what lies in a product's folder and is not in its manifest. A folder may hold more than one product: only links and pipes are faults.

    `copies` are PDFs of which it is told elsewhere that they are no strangers.
    """
    told: list[str] = []
    known = {folder / MANIFEST, *copies, *found.renamed}
    names = {str(about["sha256"]): name for name, about in found.files.items()}
    for path in _below(folder):
        name = path.relative_to(folder).as_posix()
        where = f"{shown(folder)}/{name}"
        if path.is_symlink():
            yield wrong(f"{where} {LINK}")
        elif not is_regular(path):
            yield wrong(f"{where} {NO_FILE}")
        elif name in found.files or path in known or is_systems_own(path) or not _may_mislead(path):
            continue
        elif (own := names.get(_digest_if_open(path), "")) and (folder / own).is_file():
            yield untold(copied(path, folder / own))
        elif not found.broken:
            told.append(f"{where} is not named by {MANIFEST}: it may be of another order, or have been put there")
    yield from map(untold, at_most(told, f"files that {MANIFEST} does not name", shown(folder)))


def _unnamed(folder: Path, named: Collection[str]) -> Iterator[Path]:
    """Yield the files in a folder that its manifest does not name."""
    for path in _below(folder):
        if path.relative_to(folder).as_posix() not in named and path.name != MANIFEST and not path.is_symlink() and is_regular(path):
            yield path


def _may_mislead(path: Path) -> bool:
    return path.suffix.casefold() in _KINDS or path.name.startswith(".")


def _below(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, but for folders with manifests of their own."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if not path.name.startswith(".") and not (path / MANIFEST).exists():
                yield from _below(path)
        else:
            yield path
