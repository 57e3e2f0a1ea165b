"""Blocks: how lines stand to each other without any bullet: all as far in, or each question with its answers right under it."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET, PAGE, RULE
from packbuilder.readers.labels import is_labelled, is_verdict
from packbuilder.readers.questions import asks, begins_question, commands, ends_in_marks, goes_on_asking, only_marks, to_candidates

_SMALL_O = regex(r"^\s*o\s")
_NUMBERED = regex(
    r"Q(?:uestion)?\s?\d{1,2}(?:\s?\(?[a-h]\)?)?[.):]?\s+(?=\S)|\(?\d{1,2}[.):]\s*(?:\(?[a-h]\)\s*)?(?=[^\s\d])|\d{1,2}\s?\(?[a-h]\)\s+(?=\S)"
)
"""A number before a question at the edge of its line."""
_FEWEST_NUMBERED = 3
_TOLD = 3
"""So many lines that ask nothing, above the first question."""
_FEWEST = 2
"""Questions with answers under them, in notes that are written so."""
_LONG = 50
"""Shorter lines are not wrapped."""
_UNENDED = regex(r"(?:[,–—-]|\b(?:and|or|the|a|an|of|to|in|for|with|by|from|that|which|as|is|are))$")


_JOINS = regex(
    r"and|or|but|nor|then|which|who|whose|that|because|so|since|as|if|when|where|while|whereas|although|than|of|in|on|at|to|for|from|by|with|without|into|onto|over|under|between|through|during|against|towards|like|rather|is|are|was|were|has|have|can|will|would|should|must|may|not"
)
_PARTICLE = regex(r"\b(?:air|water|light|place|part|people|them|it|heat) (?:in|on|by)$")
_RAGGED, _WIDEST = 12, 120
"""By how much lines that were wrapped fall short of the longest; longer ones are paragraphs in one line."""


def without_edge(lines: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Return lines that all stand some way in at the left edge, and how far in they stood: below nothing, they are below no other line."""
    said = [line for line in lines if line.strip() and not PAGE.match(line) and not RULE.match(line)]
    # A letter "o" is a bullet only where it stands further in.
    if not said or any(_SMALL_O.match(line) for line in said) or any("\t" in line[: len(line) - len(line.lstrip())] for line in said):
        return lines, 0
    edge = min(len(line) - len(line.lstrip()) for line in said)
    return (tuple(line[edge:] if not line[:edge].strip() else line for line in lines), edge) if edge else (lines, 0)


def with_answers_below(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give bullets, further in, to lines that answer the question right above them, where notes are written so throughout.

    Each run of lines begins with a question, and two questions of three have lines below that ask nothing. No line has a bullet or stands further in.
    """
    runs = _runs(lines)
    if any(BULLET.match(line) or line[:1] in " \t|" or "\t" in line for line in lines if line.strip()):
        return lines
    if not runs or not all(begins_question(lines[run[0]]) for run in runs):
        return lines
    found: dict[int, str] = {}
    asked = answered = 0
    for run in runs:
        heads = [at for at in run if begins_question(lines[at]) and not goes_on_asking(lines[at])]
        asked += len(heads)
        for head, after in zip(heads, (*heads[1:], run[-1] + 1), strict=True):
            below = _answers(lines, head, after)
            answered += bool(below)
            found |= {at: f"    - {lines[at]}" for at in below}
    sure = answered >= _FEWEST and answered * 3 >= asked * 2
    return tuple(found.get(at, line) for at, line in enumerate(lines)) if sure else lines


def with_answers_under_numbers(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give bullets, further in, to lines without any under numbered questions, where most of these have some: they answer them, and go on with nothing.

    Lines numbered with a Q may only name something ("Q3 Stress"). What has no number begins no line, and stands right at the edge.
    """
    said = [at for at, line in enumerate(lines) if line.strip()]
    heads = [at for at in said if _NUMBERED.match(lines[at])]
    if len(heads) < _FEWEST_NUMBERED or said[0] != heads[0]:
        return lines
    below = {head: [at for at in said if head < at < after] for head, after in zip(heads, (*heads[1:], len(lines)), strict=True)}
    others = [at for each in below.values() for at in each]
    if not others or any(BULLET.match(lines[at]) or lines[at][:1] in " \t|#*_" or "\t" in lines[at] for at in others):
        return lines
    asked = {head for head in heads if lines[head][:1] == "Q" or _asks(lines[head])}
    width = max(len(lines[at]) for at in said)
    under = {head: tuple(at for at in below[head] if not only_marks(lines[at])) for head in asked if _answered(lines, below[head], width)}
    answered = sum(map(bool, under.values()))
    if answered < _FEWEST_NUMBERED or answered * 3 < len(heads) * 2:
        return lines
    return tuple(f"    - {line}" if any(at in each for each in under.values()) else line for at, line in enumerate(lines))


def _asks(line: str) -> bool:
    text = _NUMBERED.sub("", line)
    return begins_question(text) or (text.rstrip().endswith("?") and text[:1].isupper())


def _answered(lines: tuple[str, ...], below: Sequence[int], width: int) -> bool:
    """Whether the lines under a question go on with nothing, and ask nothing themselves."""
    first = next((at for at in below if not only_marks(lines[at])), None)
    if first is None or any(begins_question(lines[at]) for at in below):
        return False
    return first != below[0] or not _goes_on(lines, first) or not has_no_room(lines[first - 1], lines[first], width)


def _answers(lines: tuple[str, ...], head: int, after: int) -> tuple[int, ...]:
    """Return the places of lines that begin an answer to a question, which may go on over several lines itself; none where one of them asks."""
    first = head + 1
    while (
        first < after and not (ends_in_marks(lines[first - 1]) or lines[first - 1].rstrip().endswith((".", "?"))) and _goes_on(lines, first)
    ):
        first += 1
    below = [at for at in range(first, after) if not only_marks(lines[at]) and not to_candidates(lines[at])]
    if any(asks(lines[at]) or commands(lines[at]) for at in below):
        return ()
    return tuple(at for at in below if at == first or not _goes_on(lines, at))


def _goes_on(lines: tuple[str, ...], at: int) -> bool:
    """Whether a line goes on with the one above it, which was full, or ends no phrase."""
    above = lines[at - 1].rstrip()
    done = above.endswith((".", "!", "?", ";", ")", "]"))
    return not done and ((lines[at][:1].islower() and len(above) >= _LONG) or bool(_UNENDED.search(above)))


def has_no_room(above: str, below: str, width: int) -> bool:
    """Whether a line would be about as long as lines get, were the first word of the one below on it: a point that begins in small letters may stand below a shorter one."""
    return len(above) + 1 + len(below.split()[0]) > min(width, _WIDEST) - _RAGGED


def parts_there(above: str, below: str, width: int) -> bool:
    """Whether a line ends as a sentence may ("to let air in"), with room for more, and another begins below it with a capital."""
    return bool(_PARTICLE.search(above)) and below[:1].isupper() and not has_no_room(above, below, width)


def joins(word: str) -> bool:
    """Whether a word goes on with what stands before it, whatever room there was."""
    return bool(_JOINS.fullmatch(word))


def _runs(lines: tuple[str, ...]) -> list[range]:
    """Return the places of lines without a blank one between them."""
    runs: list[range] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        runs = [*runs[:-1], range(runs[-1].start, at + 1)] if runs and runs[-1].stop == at else [*runs, range(at, at + 1)]
    return runs


def are_wrapped(lines: tuple[str, ...]) -> bool:
    """Whether the lines without bullets are prose that was wrapped: each is so long that the next one's first word had no room in it."""
    breaks = [
        (one.strip(), other.strip())
        for one, other in zip(lines, lines[1:], strict=False)
        if one.strip() and other.strip() and not BULLET.match(one) and not BULLET.match(other)
    ]
    width = max((len(one) for one, _ in breaks), default=0)
    return len(breaks) > 1 and width >= _LONG and all(len(one) + 1 + len(other.split()[0]) > width for one, other in breaks)


def are_told(lines: tuple[str, ...]) -> bool:
    """Whether lines have no bullets, and several that ask nothing stand above the first that does."""
    said = [line for line in lines if line.strip()]
    if any(BULLET.match(line) or line[0].isspace() for line in said):
        return False
    return next((at for at, line in enumerate(said) if asks(line)), 0) >= _TOLD


def tells_besides(line: str, above: str) -> bool:
    """Whether a line right below a question that has its marks says something of its own."""
    if line[0].isspace() or not (ends_in_marks(above) and asks(above)):
        return False
    return not (to_candidates(line) or is_verdict(line) or is_labelled(line.strip(), above))
