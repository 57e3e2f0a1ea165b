"""What a page shows of a result: its files in words, and their pages. As in `views`, everything is data."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.app.excerpts import seen_from
from packbuilder.app.standing import Standing
from packbuilder.app.titles import default_title
from packbuilder.diagnostics import counted
from packbuilder.local import choices
from packbuilder.local.results import File, Result
from packbuilder.local.words import file_words, lacking_words, size_words
from packbuilder.values import dataclass

_SHOWN_PAGES = 12
"""Pages of a file that are shown at once; the rest are unfolded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page of a file: its number and its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that was made: what it is, its place among the files, and its pages, the first ones and the rest."""

    number: int
    name: str
    words: str
    facts: str
    pdf: bool
    first: tuple[PageView, ...] = ()
    rest: tuple[PageView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """What was made, and why what else was wished for was not."""

    key: str
    title: str
    language: str
    summary: str
    folder: str
    seed: int
    draws: bool
    files: tuple[FileView, ...]
    left_out: tuple[str, ...]


def result_view(result: Result, standing: Standing) -> ResultView:
    """Return a result for the page."""
    order, built = result.order, result.built
    names: Mapping[str, str] = {choice.value: choice.name for choice in choices.PRODUCTS}
    pages = sum(len(file.pages) for file in result.files)
    return ResultView(
        key=result.key,
        title=f"{names[order.product]}: {order.title or default_title(built.bank)}",
        language=built.bank.language,
        summary=f"{counted(len(result.files), 'file')}, {counted(pages, 'page')} in all.",
        folder=seen_from(standing.workplace.root, str(built.folder)),
        seed=order.seed,
        draws=order.product in ("worksheet", "paper", "pack"),
        files=tuple(_file_view(number, file) for number, file in enumerate(result.files, 1)),
        left_out=tuple(map(lacking_words, built.left_out)),
    )


def _file_view(number: int, file: File) -> FileView:
    made = file.made
    pages = tuple(PageView(number=index, width=width, height=height) for index, (width, height) in enumerate(file.pages, 1))
    facts = (counted(len(pages), "page"), size_words(len(made.data))) if pages else (size_words(len(made.data)),)
    return FileView(
        number=number,
        name=made.name,
        words=file_words(made),
        facts=", ".join(facts),
        pdf=bool(pages),
        first=pages[:_SHOWN_PAGES],
        rest=pages[_SHOWN_PAGES:],
    )
