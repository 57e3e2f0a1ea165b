"""Closings of points in other languages than English: the infinitives that German criteria end with, put before what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from packbuilder.derive.marking_points.openings import PLACE, infinitive, put
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.grammars import Grammar, Word, folded
from packbuilder.model.bank import OTHER_TONGUE
from packbuilder.text import capital

_ENOUGH = 2
"""Words of a stem besides its command at least."""


class Piece(NamedTuple):
    """What a point is about, and the commands that close it."""

    about: list[str]
    commands: list[Word]


def closed(words: Sequence[str], grammar: Grammar) -> list[Piece]:
    """Return what words say that close with a command, piece by piece: `Die Ursachen nennen und die Folgen beschreiben und bewerten`."""
    if len(words) > _ENOUGH and folded(words[-1]) in grammar.able and infinitive(words[-2], grammar):
        words = words[:-1]
    if not words or infinitive(words[-1], grammar) is None or grammar.finite & set(map(folded, words)):
        return []
    pieces, about = list[Piece](), list[str]()
    for at, written in enumerate(words):
        word = infinitive(written.rstrip(","), grammar)
        ends = at + 1 == len(words) or written.endswith(",") or folded(words[at + 1]) in grammar.joints
        joined = at > 0 and (words[at - 1].endswith(",") or folded(words[at - 1]) in grammar.joints)
        if word is None or not ends or not (about or pieces):
            about.append(written)
        elif pieces and joined and about in ([], [words[at - 1]]):
            pieces[-1].commands.append(word)
            about = []
        else:
            pieces.append(Piece(about, [word]))
            about = []
    return pieces


def closing(pieces: Sequence[Piece], grammar: Grammar, several: int) -> Asked | LeftOut | None:
    """Return what a point asks that closes with its commands: they are put before what they are about. None: too little to ask about.

    `several` is how many things are asked for.
    """
    said: list[str] = []
    for piece in pieces:
        sentence = _sentence(piece, grammar, first=not said)
        if sentence is None:
            return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
        said.append(sentence)
    words = [word for piece in pieces for word in piece.commands]
    about = pieces[0].about
    if len(about) + len(words) <= _ENOUGH and len(about) < _ENOUGH and about[0].islower():
        return None
    second = words[1].command if len(words) > 1 else ""
    return Asked(
        rule=OTHER_TONGUE,
        command=words[0].command,
        second="Explain" if second == "Justify" else second,
        sentence=capital("".join(said)),
        several=several,
    )


def _sentence(piece: Piece, grammar: Grammar, *, first: bool) -> str | None:
    """Return a piece as it is printed, with what joins it to those before it."""
    about, commands = piece
    joint = "" if first or not about or folded(about[0]) not in grammar.joints else about[0]
    about = about[1:] if joint else about
    if not about or (len(commands) > 1 and any(PLACE in word.printed for word in commands)):
        return None
    opening = about[0].lower() if folded(about[0]) in grammar.articles else about[0]
    opening = _with_article(opening, grammar)
    last = commands[-1].printed
    verbs = [word.printed.removesuffix(f" {grammar.polite}") for word in commands[:-1]]
    printed = f"{', '.join(verbs)} {grammar.joints[0]} {last}" if verbs else last
    sentence = put(printed, " ".join((opening, *about[1:])))
    return f" {joint} {sentence}" if joint else sentence if first else f", {sentence}"


def _with_article(noun: str, grammar: Grammar) -> str:
    """Return a noun behind the article that it surely has after a command: notes leave it out."""
    kinds = (("die", grammar.feminine), ("den", grammar.masculine), ("das", grammar.neuter))
    return next((f"{article} {noun}" for article, kind in kinds if kind and noun[:1].isupper() and re.fullmatch(kind, noun)), noun)
