"""The anchors of a pack: what references lead to."""

from __future__ import annotations

from packbuilder.model.topic import Topic


def section(topic: Topic, name: str) -> str:
    """Return the anchor of a section of a topic's chapter: `synopsis`, `concepts`, `practice` ..."""
    return f"{topic.id}/{name}"


def term(topic: Topic, index: int) -> str:
    """Return the anchor of a topic's key concept, counted from 0."""
    return f"{topic.id}/term-{index + 1}"


def question(topic: Topic, number: int) -> str:
    """Return the anchor of a practice question."""
    return f"{topic.id}/question-{number}"


def answers(topic: Topic) -> str:
    """Return the anchor of the answers to a topic's questions."""
    return f"{topic.id}/answers"
