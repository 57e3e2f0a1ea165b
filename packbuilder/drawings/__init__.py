"""Drawings as descriptions: what a number line, a graph, a chart or a diagram shows, with no sizes and no strokes.

How large they are, how thick their lines are and where their labels find room is the typesetter's
(`packbuilder.typeset.drawn`); what they say to those who do not see them is `packbuilder.drawings.speech`.
"""

from packbuilder.drawings.scales import Scale, shown
from packbuilder.drawings.sketches import (
    Axis,
    Bin,
    Chart,
    Curve,
    Diagram,
    Graph,
    Interval,
    Jump,
    Label,
    Mark,
    NumberLine,
    Pie,
    Point,
    Sector,
    Series,
    Shape,
    Sketch,
    labels_of,
    letter,
    relabelled,
)

__all__ = [
    "Axis",
    "Bin",
    "Chart",
    "Curve",
    "Diagram",
    "Graph",
    "Interval",
    "Jump",
    "Label",
    "Mark",
    "NumberLine",
    "Pie",
    "Point",
    "Scale",
    "Sector",
    "Series",
    "Shape",
    "Sketch",
    "labels_of",
    "letter",
    "relabelled",
    "shown",
]
