"""Merging: several notes files as one library, nothing twice."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, warning
from packbuilder.model.topic import MarkingPoint, Topic
from packbuilder.readers.entries import loosely

_FEW_WORDS = 4
"""Points of fewer words may rightly stand in two topics ("Explain the method")."""


def merge_topics(topics: tuple[Topic, ...]) -> tuple[tuple[Topic, ...], Diagnostics]:
    """Return the topics with no id twice and no marking point twice; what was dropped is reported with both places."""
    kept: list[Topic] = []
    found: list[Diagnostic] = []
    ids: dict[str, Topic] = {}
    synopses: dict[str, Topic] = {}
    points: dict[str, Span] = {}
    for topic in topics:
        if topic.id in ids:
            first = ids[topic.id]
            message = f"the topic id {topic.id!r} is taken by {first.span.path}: this file is left out"
            same = first.digest == topic.digest
            hint = "Rename one file, or give it another `id:` in its front matter."
            found.append((warning if same else error)("N140", message, topic.span, hint))
            continue
        ids[topic.id] = topic
        key = loosely(topic.synopsis)
        if key and key in synopses:
            message = f"the synopsis is that of {synopses[key].span.path}: check that it belongs to this topic"
            found.append(warning("N141", message, topic.span))
        synopses.setdefault(key, topic)
        remaining = tuple(point for point in topic.marking_points if not _stated(point, points, found))
        kept.append(replace(topic, marking_points=remaining) if remaining != topic.marking_points else topic)
    return tuple(kept), tuple(found)


def _stated(point: MarkingPoint, points: dict[str, Span], found: list[Diagnostic]) -> bool:
    """Whether an earlier topic has stated the point; remembers it where not."""
    key = loosely(point.text)
    if len(key.split()) < _FEW_WORDS or point.cut:
        return False
    if key in points and points[key].path != point.span.path:
        found.append(warning("N142", f"the same marking point as {points[key]}: kept once", point.span))
        return True
    points.setdefault(key, point.span)
    return False
