"""Drawings composed: a description (`packbuilder.drawings`) and a width to strokes, areas and words with their places.

reportlab.graphics is the kept library: its shapes are what is composed, its axes and wedges do the arithmetic of scales,
ticks, grids and sectors. Its canvas and its fonts are not used: `outlines` turns shapes into paths for the engine's own
operators, and words are set by the engine, in the document's faces.
"""

from packbuilder.typeset.drawn.composing import composed
from packbuilder.typeset.drawn.scene import Drawn, Written

__all__ = ["Drawn", "Written", "composed"]
