"""A print run, from its plan to a folder of finished files. Whatever stops it, what is finished is whole, and it goes on from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from functools import partial
from hashlib import sha256
from pathlib import Path

from packbuilder.app.aside import as_done, aside, each_apart
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.printing import Printed, Printer
from packbuilder.app.runs.again import as_printed, setting_of
from packbuilder.app.runs.builds import other_build, own_build
from packbuilder.app.runs.executors import DASK, IN_PROCESS, done_job, finished
from packbuilder.app.runs.folder import beside, is_systems_own, key_of, run_key, settled
from packbuilder.app.runs.jobs import CANDIDATES, MARKING, PACKETS, ROOM, Done, Lock, jobs_of
from packbuilder.app.runs.journal import Journal, see_that_all_are_there, still_whole
from packbuilder.app.runs.manifest import files_of, is_flat, read_manifest, run_manifest
from packbuilder.app.runs.marking import clean_paper, for_marking, marking_names, tinted_papers
from packbuilder.app.runs.masters import Bank, Fronts, SetPaper, flat_extents, make_bank
from packbuilder.app.runs.passwords import SCHEMES, check_names, keep_passwords, lock_digest
from packbuilder.app.writing import remove_together, without_parts, write_whole
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout, paper_name
from packbuilder.model.form import Form
from packbuilder.model.print_run import Extent, Key, PrintRun
from packbuilder.products.print_room.pick_list import Counts
from packbuilder.values import dataclass

_MANY = 1000
"""Copies of which a bank takes more memory to make than a copy of this process does."""

_SHARES = 2
"""Shares of the packets that each worker does, so that none waits long for another."""

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

    `unlocked` are the files that open without a password in a run that has any; `beside` is what lies in the folder and is not the run's.
    """

    folder: Path
    digest: str
    files: tuple[Done, ...]
    kept: int
    extents: Mapping[Key, Extent]
    unlocked: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


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

    A run that was cut off goes on: files that are there with their digests are not made again. What it has begun, packets or files for one
    candidate, it finishes, whatever is asked for now.
    """
    check_names(options.locks, run)
    make = partial(make_bank, run, content.forms, content.paper, fronts=content.fronts, handout=content.handout, archival=printer.archival)
    # What was remembered of measuring thousands of names is gone with the copy that has done it.
    many = len(run.copies) > _MANY
    bank = aside(make) if many else make()
    masters = bank.masters
    locks = settled(
        folder, run, masters.run, _names(run, content, bank), papers={form.code: form.fingerprint for form in content.forms},
        locks=options.locks, new_locks=options.new_locks, replace=options.replace,
    )  # fmt: skip
    lock = lock_digest(locks, masters.run)
    key = run_key(masters.run, lock)
    if options.new_locks:
        keep_passwords(folder, locks)
    with Journal(folder, key, build=own_build()) as journal, _tidied(folder, options.executor):
        without_parts(folder)
        packets, each = (wanted or _begun(folder, kind) for wanted, kind in ((options.packets, PACKETS), (options.each, CANDIDATES)))
        manifest = read_manifest(folder)
        known = _known(manifest, journal, key)
        _counted_anew(folder, journal, known, manifest if key_of(manifest) == key else {}, flat=not packets)
        jobs = tuple(jobs_of(run, packets=packets, each=each, locks=locks))
        done = {file.name: file for file in known if still_whole(folder, file)}
        kept = len(done)
        progress(kept)
        counts = _counts(run, content, bank, done, flat=not packets)
        sheets = _accompanying(
            run, content, bank.papers, counts, printer, folder, locks.get(SCHEMES, locks.get("*", Lock())), flat=not packets
        )
        missing = [work for name, work in sheets if name not in done]
        left = [job for job in jobs if not all(name in done for name in job.names)]
        here = left if options.executor == IN_PROCESS else []

        def finish(works: Iterable[Work]) -> None:
            # A copy of this process notes what it has finished itself: it may be known here only much later.
            noted = [partial(_noted, journal, work) for work in works]
            for _, made in each_apart(noted, workers=options.workers) if many else as_done(noted, workers=options.workers):
                done.update({file.name: file for file in made})
                progress(len(made))

        printed: list[Work] = [partial(done_job, job, masters, str(folder.resolve())) for job in here]
        finish([*(_together(printed, journal, _SHARES * options.workers) if many else printed), *missing[:-1]])
        # The last sheet counts the others.
        finish(missing[-1:])
        others = [] if here else left
        for files in finished(others, masters, str(folder.resolve()), executor=options.executor, workers=options.workers):
            journal.note(files)
            done |= {made.name: made for made in files}
            progress(len(files))
        see_that_all_are_there(folder, done.values())
        data = run_manifest(
            run, digest=masters.run, lock=lock, sources=content.sources, topics=content.topics, forms=content.forms, done=done, jobs=jobs,
            extents=counts.copies, setting=setting_of(run, content.handout, archival=printer.archival, created=masters.created),
        )  # fmt: skip
        write_whole(folder / MANIFEST, data)
        journal.remove()
    unlocked = tuple(sorted(name for name, made in done.items() if locks and not made.locked))
    return Ran(
        folder=folder,
        digest=masters.run,
        files=tuple(done.values()),
        kept=kept,
        extents=counts.copies,
        unlocked=unlocked,
        beside=beside(folder),
    )


@contextmanager
def _tidied(folder: Path, executor: str) -> Iterator[None]:
    """Remove what is half written where a run fails or is interrupted: copies of this process are ended in the middle of a file. Workers of a cluster go on."""
    try:
        yield
    except BaseException:
        if not executor.startswith(DASK):
            with suppress(PackbuilderError):  # what stopped the run is told, and the next one removes them
                without_parts(folder)
        raise


def _names(run: PrintRun, content: RunContent, bank: Bank) -> frozenset[str]:
    """Return the names of all files that a run may make."""
    jobs = jobs_of(run, packets=True, each=True, locks={})
    on_sheets = [(paper.form.code, paper.edition) for paper in bank.papers if paper.sheets.sides]
    marking = marking_names((form.code for form in content.forms), bank.masters.masters, on_sheets)
    rooms = (name for name, _ in content.documents(run, Counts(copies={})))
    return frozenset((*(name for job in jobs for name in job.names), *marking, *rooms))


def _begun(folder: Path, kind: str) -> bool:
    """Whether a run that was cut off, or was finished, has made files of a kind, noted or not."""
    return any(path.is_file() and not is_systems_own(path) for path in (folder / kind).rglob("*"))


def _known(manifest: Mapping[str, object], journal: Journal, key: str) -> tuple[Done, ...]:
    """Return what is said to be finished: by the manifest, of a run that this build has made, and by the journal, of one that was cut off."""
    before = files_of(manifest) if key_of(manifest) == key and not other_build(manifest) else ()
    return (*before, *journal.noted.done)


def _counted_anew(folder: Path, journal: Journal, known: Iterable[Done], manifest: Mapping[str, object], *, flat: bool) -> None:
    """Remove what counts sheets where they are now others: a run that had a file for each candidate is to have packets as well."""
    was = journal.noted.flat
    if was is None and manifest:
        was = is_flat(manifest)
    if was not in (None, flat):
        remove_together(folder / file.name for file in known if file.name.startswith(f"{ROOM}/"))
    if journal.noted.flat != flat:
        journal.note_flat(flat)


def _together(works: Sequence[Work], journal: Journal, shares: int) -> Iterator[Work]:
    """Yield works that are several of others, one after the other, each noted once it is done."""
    size = max(1, -(-len(works) // shares))
    for start in range(0, len(works), size):
        yield partial(_one_by_one, works[start : start + size], journal)


def _one_by_one(works: Sequence[Work], journal: Journal) -> tuple[Done, ...]:
    return tuple(file for work in works for file in _noted(journal, work))


def _noted(journal: Journal, work: Work) -> tuple[Done, ...]:
    made = work()
    journal.note(made)
    return made


def _accompanying(
    run: PrintRun,
    content: RunContent,
    papers: Iterable[SetPaper],
    counts: Counts,
    printer: Printer,
    folder: Path,
    lock: Lock,
    *,
    flat: bool,
) -> Iterator[tuple[str, Work]]:
    """Yield what makes each file that goes with the copies: papers and schemes for marking, under lock and embargo, and what rooms need."""
    marked = for_marking(
        content.forms, papers, content.paper, content.handout, printer, embargo=run.embargo, sheets=not flat, sitting=run.sitting
    )
    for name, printed in marked:
        yield name, partial(_write, name, printed, folder, lock)
    for name, compose in content.documents(as_printed(run, flat=flat), counts):
        yield name, partial(_write, name, partial(printer.print_once, compose, content.handout), folder, Lock())


def _counts(run: PrintRun, content: RunContent, bank: Bank, done: Mapping[str, Done], *, flat: bool) -> Counts:
    """Return what is printed; the files beside the copies, on one side of their paper, as far as they are made when they are asked for.

    `flat`: there are no packets, and a copy's own file is what is printed.
    """
    from packbuilder.press.packet import front_extent

    masters = bank.masters
    looks = {clean_paper(form.code, ""): content.paper for form in content.forms}
    looks |= {clean_paper(paper.form.code, paper.edition): paper.look for paper in bank.papers}
    tinted = tinted_papers(masters.masters)
    return Counts(
        copies=flat_extents(bank.papers) if flat else {key: master.extent for key, master in masters.masters.items()},
        fronts={} if flat else {packet.name: front_extent(packet, masters) for packet in run.packets},
        others=lambda: {
            name: one_sided(made.pages, looks.get(name, content.handout), tinted=name in tinted)
            for name, made in sorted(done.items())
            if is_printed(name)
        },
    )


def is_printed(name: str) -> bool:
    """Whether a file is printed besides the copies."""
    return name.split("/")[0] not in (PACKETS, CANDIDATES) and not name.startswith(f"{MARKING}/sheets-")


def one_sided(pages: int, look: Layout, *, tinted: bool = False) -> Extent:
    """Return what pages of a layout take on one side of their paper; `tinted`: they are printed on a tint."""
    return Extent(pages=pages, sides=pages, sheets=pages, paper=paper_name(look.page.width, look.page.height), tinted=tinted)


def _write(name: str, make: Callable[[], Printed], folder: Path, lock: Lock) -> tuple[Done, ...]:
    printed = make()
    data = printed.data
    if lock.password:
        from packbuilder.press.encryption import encrypted

        data = encrypted(data, password=lock.password, owner=lock.owner)
    write_whole(folder / name, data)
    return (Done(name=name, sha256=sha256(data).hexdigest(), bytes=len(data), pages=printed.pages, locked=bool(lock.password)),)
