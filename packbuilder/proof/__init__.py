"""Proving a finished PDF: the structure that it must have, derived from the Document, compared with the one read back.

Nothing here knows how the typesetter works: what is expected comes from the blocks, the layout's numbering and marks, and
the catalogue; what is found comes from `packbuilder.typeset.reading.readback`, which reads any PDF. Validators of PDF/UA pass files
with headings turned into paragraphs, swapped alternative texts, changed targets of links or text made an artifact
(`../shared/ACCESSIBILITY.md` names them); this does not.
"""

from packbuilder.proof.proving import faults, set_faults

__all__ = ["faults", "set_faults"]
