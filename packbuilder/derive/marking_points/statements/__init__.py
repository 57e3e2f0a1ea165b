"""Statements of plain forms, as the question and answer that their author would have written.

"Attrition: rocks knock together ..." and "An alloy is a mixture ..." are definitions, "One strength of X is that ..." is the answer to a
question that it names itself. They become "Define the term ‘attrition’", "State one strength of X", which the grammar reads as any other
point. Only forms that leave no doubt what is asked; whatever else is a statement stays one.

- `forms` has `as_question`, `as_heading`, what no statement of the subject holds, and the forms in their order.
- `meanings`: of a term (`terms`); `lists`: of as many as are named; `facts`: of one thing; `doings`: who did it; `dates`: when; `acts`: what a part or a symbol does; `reasons`: why and when something is;
  `changes`: what happens to it; `differences`: of two things; `told`: by a quotation or a case at law; `views`: what somebody found, defined or has to do; `aims`: what something is done for;
  `abilities`: what somebody can do or needs, how and why something is done; `named`: what somebody or something has, by its names; `headed`: what is told under a heading; `sides`: what is said for and against; `rows`: of two cells of a table.
- `worth`: how many marks an answer can earn.
- `answered` is what they have in common: `Stated`, subjects and lists.
"""

from __future__ import annotations

from packbuilder.derive.marking_points.statements.answered import Stated
from packbuilder.derive.marking_points.statements.forms import as_heading, as_question
from packbuilder.derive.marking_points.statements.rows import left_row, subject_of_row

__all__ = ["Stated", "as_heading", "as_question", "left_row", "subject_of_row"]
