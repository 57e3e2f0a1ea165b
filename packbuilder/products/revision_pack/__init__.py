"""The revision pack: a set of topics to learn from, a chapter a topic (HANDBOOK section 7)."""

from packbuilder.products.revision_pack.answers import answer_sheet
from packbuilder.products.revision_pack.pack import revision_pack
from packbuilder.products.revision_pack.worked import worked_items

__all__ = ["answer_sheet", "revision_pack", "worked_items"]
