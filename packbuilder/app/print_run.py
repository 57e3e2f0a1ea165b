"""A print run, from its plan to a folder of finished files. Whatever stops it, what is finished is whole, and it goes on from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from packbuilder.app.aside import as_done
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.print_executors import IN_PROCESS, done_job, finished
from packbuilder.app.print_jobs import CANDIDATES, PACKETS, Done, Lock, jobs_of
from packbuilder.app.print_journal import Journal, OtherRunError, run_of, still_whole
from packbuilder.app.print_manifest import files_of, read_manifest, run_manifest
from packbuilder.app.print_masters import Bank, Fronts, SetPaper, make_bank
from packbuilder.app.print_passwords import PASSWORDS, SCHEMES, check_names, lock_digest, new_passwords
from packbuilder.app.printing import Printed, Printer
from packbuilder.app.writing import without_parts, write_whole
from packbuilder.document import Document, Paragraph
from packbuilder.layout import Layout, paper_name
from packbuilder.model.form import Form
from packbuilder.model.print_run import Extent, Key, PrintRun
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.products.print_room.pick_list import Counts
from packbuilder.text import said
from packbuilder.values import dataclass
from packbuilder.wording import catalogue

MARKING = "marking"
"""The folder of papers and schemes for those who mark: never that of a candidate."""

CLEAN_SHEETS = "clean-sheets"
"""What the record of a clean paper on sheets calls its product: pages for a printer, not another paper."""

Progress = Callable[[int], None]
"""Told how many more files are finished."""

Work = Callable[[], tuple[Done, ...]]
"""Makes some files of a run."""

RoomDocuments = Callable[[PrintRun, Counts], Iterable[tuple[str, Callable[[], Document]]]]
"""What is printed about the run besides its copies: names of files, and what composes each document when it is printed; given the pages of all else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a run is made: which files, where the jobs are done, and how files are locked.

    `locks` are by packet's name, candidate's number, `schemes` or `*`; `new_locks`: a new password for each packet and the schemes.
    `replace`: the files of another run in the folder are removed first.
    """

    packets: bool = True
    each: bool = False
    executor: str = IN_PROCESS
    workers: int = 1
    locks: Mapping[str, Lock] = field(default_factory=dict)
    new_locks: bool = False
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A finished run: its folder and digest, its files, how many of them were there before, and what a copy of each version and edition takes.

    `unlocked` are the files that open without a password in a run that has any.
    """

    folder: Path
    digest: str
    files: tuple[Done, ...]
    kept: int
    extents: Mapping[Key, Extent]
    unlocked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunContent:
    """What a run is made of: its forms, the layouts of papers and of all else, the files read with their SHA-256, and what is printed besides copies.

    `fronts` composes the sheets on top of each packet.
    """

    forms: tuple[Form, ...]
    paper: Layout
    handout: Layout
    sources: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    documents: RoomDocuments = lambda _run, _counts: ()
    fronts: Fronts = lambda _extents: {}


def print_run(
    run: PrintRun, content: RunContent, *, folder: Path, options: RunOptions, printer: Printer, progress: Progress = lambda _: None
) -> Ran:
    """Print a run into `folder`. Raises before anything is written where candidates, papers or the folder will not do.

    A run that was cut off goes on: files that are there with their digests are not made again.
    """
    check_names(options.locks, run)
    bank = make_bank(run, content.forms, content.paper, fronts=content.fronts, handout=content.handout, archival=printer.archival)
    masters = bank.masters
    _cleared(folder, masters.run, replace_other=options.replace)
    locks = _locks(run, folder, options)
    lock = lock_digest(locks, masters.run)
    key = f"{masters.run}:{lock}"
    _cleared(folder, key, replace_other=options.replace, keep=PASSWORDS if options.new_locks else "")
    jobs = tuple(jobs_of(run, packets=options.packets, each=options.each, locks=locks))
    with Journal(folder, key) as journal:
        without_parts(folder)
        known = _known(folder, journal, key)
        done = {each.name: each for each in known if still_whole(folder, each)}
        kept = len(done)
        progress(kept)
        counts = _counts(run, content, bank, done)
        sheets = _accompanying(run, content, bank.papers, counts, printer, folder, locks.get(SCHEMES, locks.get("*", Lock())))
        missing = [work for name, work in sheets if name not in done]
        left = [job for job in jobs if not all(name in done for name in job.names)]
        here = left if options.executor == IN_PROCESS else []

        def finish(works: Iterable[Work]) -> None:
            # A copy of this process notes what it has finished itself: it may be known here only much later.
            for _, made in as_done([partial(_noted, journal, work) for work in works], workers=options.workers):
                done.update({each.name: each for each in made})
                progress(len(made))

        finish([*(partial(done_job, job, masters, str(folder.resolve())) for job in here), *missing[:-1]])
        # The last sheet counts the others.
        finish(missing[-1:])
        others = [] if here else left
        for each in finished(others, masters, str(folder.resolve()), executor=options.executor, workers=options.workers):
            journal.note(each)
            done |= {made.name: made for made in each}
            progress(len(each))
        every = [job for job in jobs_of(run, packets=True, each=True, locks=locks) if all(name in done for name in job.names)]
        manifest = run_manifest(
            run, digest=masters.run, lock=lock, sources=content.sources, topics=content.topics, forms=content.forms, done=done, jobs=every, extents=counts.copies
        )  # fmt: skip
        write_whole(folder / MANIFEST, manifest)
        journal.remove()
    unlocked = tuple(sorted(name for name, made in done.items() if locks and not made.locked))
    return Ran(folder=folder, digest=masters.run, files=tuple(done.values()), kept=kept, extents=counts.copies, unlocked=unlocked)


def _locks(run: PrintRun, folder: Path, options: RunOptions) -> Mapping[str, Lock]:
    if not options.new_locks:
        return options.locks
    return new_passwords(folder, (*(packet.name for packet in run.packets), SCHEMES))


def _known(folder: Path, journal: Journal, key: str) -> tuple[Done, ...]:
    """Return what is said to be finished: by the manifest, of a run that once was, and by the journal, of one that was cut off."""
    manifest = read_manifest(folder)
    before = files_of(manifest) if _key(manifest) == key else ()
    return (*before, *journal.done)


def _key(manifest: Mapping[str, object]) -> str:
    return f"{manifest.get('run', '')}:{manifest.get('lock', '')}" if manifest else ""


def _cleared(folder: Path, run: str, *, replace_other: bool, keep: str = "") -> None:
    """See that a folder holds no other run than that whose key begins with `run`. Raises `OtherRunError`, unless its files may be removed.

    Of those the one called `keep` stays.
    """
    manifest = read_manifest(folder)
    keys = {key for key in (_key(manifest), run_of(folder)) if key}
    if all(key.startswith(run) for key in keys):
        return
    if not replace_other:
        raise OtherRunError(folder=folder)
    with Journal(folder, run_of(folder)) as journal:
        for each in (*files_of(manifest), *journal.done):
            (folder / each.name).unlink(missing_ok=True)
        for name in {PASSWORDS, MANIFEST} - {keep}:
            (folder / name).unlink(missing_ok=True)
        journal.remove()


def _noted(journal: Journal, work: Work) -> tuple[Done, ...]:
    made = work()
    journal.note(made)
    return made


def _accompanying(
    run: PrintRun, content: RunContent, papers: Iterable[SetPaper], counts: Counts, printer: Printer, folder: Path, lock: Lock
) -> Iterator[tuple[str, Work]]:
    """Yield what makes each file that goes with the copies: papers and schemes for marking, under lock and embargo, and what rooms need."""
    for name, printed in _for_marking(run, content, papers, printer):
        yield name, partial(_write, name, printed, folder, lock)
    for name, compose in content.documents(run, counts):
        yield name, partial(_write, name, partial(printer.print_once, compose, content.handout), folder, Lock())


def _for_marking(
    run: PrintRun, content: RunContent, papers: Iterable[SetPaper], printer: Printer
) -> Iterator[tuple[str, Callable[[], Printed]]]:
    """Yield the clean papers, page for page as their copies are, and the schemes; a version of which there are only modified copies
    has its standard paper too, since an edition is compared with that.
    """
    copied = {(paper.form.code, paper.edition): paper for paper in papers}
    for key, paper in copied.items():
        yield clean_paper(*key), partial(printer.print_laid, paper.document, paper.look, paper.laid, proved=paper.bare)
        if paper.sheets.sides:
            sheets = replace(paper.document, record={**paper.document.record, "product": CLEAN_SHEETS})
            yield clean_sheets(*key), partial(printer.print_laid, sheets, paper.look, paper.sheets, proved=paper.bare)
    for form in content.forms:
        if (form.code, "") not in copied:
            yield clean_paper(form.code, ""), partial(printer.print, practice_paper(form, named=True), content.paper)
        scheme = _under_embargo(mark_scheme(form), run.embargo)
        yield f"{MARKING}/mark-scheme-{form.code}.pdf", partial(printer.print, scheme, content.handout)


def clean_paper(version: str, edition: str) -> str:
    """Return the name of the file, in the run's folder, of a version in an edition as all its copies are, without a strip."""
    return _clean("paper", version, edition)


def clean_sheets(version: str, edition: str) -> str:
    """Return the name of the file with the same pages on the sides of sheets, as packets have them: what `verify` compares packets with."""
    return _clean("sheets", version, edition)


def _clean(*parts: str) -> str:
    return f"{MARKING}/{'-'.join(part for part in parts if part)}.pdf"


def _is_printed(name: str) -> bool:
    """Whether a file is printed besides the copies."""
    return name.split("/")[0] not in (PACKETS, CANDIDATES) and not name.startswith(f"{MARKING}/sheets-")


def _counts(run: PrintRun, content: RunContent, bank: Bank, done: Mapping[str, Done]) -> Counts:
    """Return what is printed; the files beside the packets, on one side of their paper, as far as they are made when they are asked for."""
    from packbuilder.press.packet import front_extent

    masters = bank.masters
    looks = {clean_paper(form.code, ""): content.paper for form in content.forms}
    looks |= {clean_paper(paper.form.code, paper.edition): paper.look for paper in bank.papers}
    return Counts(
        copies={key: master.extent for key, master in masters.masters.items()},
        fronts={packet.name: front_extent(packet, masters) for packet in run.packets},
        others=lambda: {
            name: _one_sided(made, looks.get(name, content.handout)) for name, made in sorted(done.items()) if _is_printed(name)
        },
    )


def _one_sided(made: Done, look: Layout) -> Extent:
    paper = paper_name(look.page.width, look.page.height)
    return Extent(pages=made.pages, sides=made.pages, sheets=made.pages, paper=paper)


def _write(name: str, make: Callable[[], Printed], folder: Path, lock: Lock) -> tuple[Done, ...]:
    printed = make()
    data = printed.data
    if lock.password:
        from packbuilder.press.encryption import encrypted

        data = encrypted(data, password=lock.password, owner=lock.owner)
    write_whole(folder / name, data)
    return (Done(name=name, sha256=sha256(data).hexdigest(), bytes=len(data), pages=printed.pages, locked=bool(lock.password)),)


def _under_embargo(document: Document, when: str) -> Document:
    """Return a document that says on its first page until when it stays closed; as it is without an embargo."""
    if not when:
        return document
    wording = catalogue(document.language)
    notice = Paragraph(text=said(wording, "run.embargo", when=wording.moment(when), bold=True))
    return replace(document, blocks=(notice, *document.blocks), record={**document.record, "embargo": when})
