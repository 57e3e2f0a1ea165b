"""Spoken: the program's own words within questions, marked as English where the notes are in another language.

A screen reader that reads "State what is meant by" as French is not understood.
"""

from __future__ import annotations

from packbuilder.model.topic import Topic


def spoken(words: str, topic: Topic) -> str:
    """Return words of the program as light Markdown, marked as English where the topic is not."""
    return words if topic.language.casefold().startswith("en") else f"[{words}]{{lang=en-GB}}"
