"""Whether what a strip says of a candidate fits the heads of the pages: asked for each row while the list is read, so that it is told
together with all other mistakes of the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING

from packbuilder.app.runs.masters import look_of, pages_of
from packbuilder.app.strip_sizes import strip_size
from packbuilder.layout import Layout
from packbuilder.model.candidate import Candidate
from packbuilder.model.form import Form
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.print_run import Copy
from packbuilder.model.sitting import Sitting
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.typeset.setter import Setter

_CERTAINLY = 9999
"""No paper has so many pages: what fits beside the code of that page fits beside any other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRoom:
    """The room that strips have beside their codes in a run of `forms`. Papers are laid out only for names that may not fit."""

    forms: tuple[Form, ...]
    layout: Layout
    habits: PrintHabits
    sitting: Sitting = Sitting()
    setters: dict[Layout, Setter] = field(default_factory=dict)
    pages: dict[tuple[str, str], int] = field(default_factory=dict)

    def objection(self, candidate: Candidate) -> str:
        """Return why a candidate's strip cannot be printed; empty where it can. Candidates without a version may get any."""
        forms = [form for form in self.forms if form.code == candidate.version] or list(self.forms)
        if not self._fault(candidate, forms[0], _CERTAINLY):
            return ""
        faults: Iterable[str] = (self._fault(candidate, form, self._last(form, candidate.edition)) for form in forms)
        return next(filter(None, faults), "")

    def _fault(self, candidate: Candidate, form: Form, last: int) -> str:
        """Return why a strip does not fit beside the code of page `last`."""
        from packbuilder.press.page_code import PageCode, length_of, paper_of
        from packbuilder.press.strip import NoRoomForNameError, paint_words, words_of
        from packbuilder.wording import catalogue

        look, printed = look_of(self.layout, candidate.edition, self.habits)
        code = length_of(PageCode(paper_of(form.fingerprint), form.code, candidate.number, last))
        copy = Copy(serial=0, version=form.code, candidate=candidate)
        try:
            paint_words(
                words_of(copy, catalogue(form.language)),
                width=look.page.text_width,
                family=look.family,
                code=code,
                size=strip_size(candidate.edition),
            )
        except NoRoomForNameError as failure:
            half = f" of half the size: --print {printed.imposition} has room for fewer letters than other ways" if printed.halves else ""
            return f"{failure.fault}{half}"
        return ""

    def _last(self, form: Form, edition: str) -> int:
        """Return the number of a paper's last page."""
        key = (form.code, edition)
        if key not in self.pages:
            self.pages[key] = pages_of(form, edition, self.layout, self.habits, self.setters, sitting=self.sitting)
        return self.pages[key]
