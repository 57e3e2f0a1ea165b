"""The grammar from marking point to question: normalise, then the rules in their order, then tariff and scheme.

`items` is the whole of it; what becomes of a point is an `outcome`. In the order in which a point meets them:

- Normalising: `odd_forms` (points as teachers jot them down), `rewritten` (lists behind arrows), `jotted` (signs that are typed for others), `normal`: `marks_for` (deeds with marks each), `any_of` (what any of a kind may be credited for), `labels`, `notation`, `marks`, `abbreviations`, `formulas`, `masks` (what the grammar must not touch), `framing`, `person`, `commanded` (whether words are a whole command), `words`.
- What would give a question away, set apart: behind it `both_views`, `following`, `told_behind`, `signs`, `reasons`, `set_up`, `justified`, `attached`, `verdicts_behind`
  (for markers), `written_behind` (an equation); within it `answers`, `brackets`,
  `tails`, `lettered`, `asides` (for markers); values behind each thing `valued`; of calculations `credited_results`, `sums`, `whole_sums`, `worked_out`, `skills`, `mark_codes`. What stands before or beside it: `scenes`, `options`, `asked_aloud` (Q: and A:),
  `quotations`, `named_examples` (for markers). As what is credited: `cutting` (a list, a sentence), `pieces`, `single`, `counts`, `numbered`, `part_marks`, `shared_nouns`, `halves`; whether a clause is a reason: `told_why`, or a means: `told_how`.
- The rules (`rules`, a rule a file), with `clauses` and `sentences` (what is said of a clause: `said`; of what is used and linked: `tools`; what is only told, and not explained: `told_what`), `lexicon` (verbs by what can be done with them), `verbs`, `inflection`,
  `inversion`, `finite` and `predicates` (what is a statement), `known_terms`; what is drawn: `to_draw`, `drawn_kinds`, `drawn_lists` (features), `punnett`.
- What a plain statement answers: `statements`.
- Other languages: `tongue`, `spoken`, `openings`, `closings`, `examples`, `mutation`, `spoken_answers`, `spoken_questions`, `spoken_told`.
- Gates: `gate`, `anybody` (any business for "the business"), `stimulus`, `absent`, `untold` and `leaning` (what is spoken of and is not there, who is in no case that is told, what goes on from an earlier part), `last_gate` with `marker_words`, `entries` and `self_answered`; `credited` (what may be
  printed as an answer), `overlaps` (what other questions ask or give away), `alike` (which ask the same).
- Marks and scheme: `stated`, `tariff`, `objectives`, `levels`, `schemes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from packbuilder.late import late

if TYPE_CHECKING:
    from packbuilder.derive.marking_points.items import Trace, point_items, trace
    from packbuilder.derive.marking_points.tongue import tongue_of

__all__ = ["Trace", "point_items", "tongue_of", "trace"]

__getattr__ = late(__name__, {"Trace": "items", "point_items": "items", "tongue_of": "tongue", "trace": "items"})
