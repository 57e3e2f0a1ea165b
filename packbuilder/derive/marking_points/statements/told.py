"""What is told by something quoted or decided: what a line shows, and what a case at law decided."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.statements.answered import Stated
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_SHOWS = regex(
    r"(?:The (?:quote|quotation|line|phrase|metaphor|simile|image) )?(?:[“\"](?P<double>[^“”\"]{3,140})[”\"]|(?<!\w)[‘'](?P<single>[^‘]{3,140}?)[’'](?!\w))(?: (?:simile|metaphor|image|quote|quotation|line|phrase))?,?(?: [–—-])? "
    r"(?P<verb>shows|suggests|implies|conveys|symbolises|foreshadows|emphasises|reveals|highlights|reflects) (?P<given>\S.*)"
)
_PARTY = r"(?:R|Re|(?:[A-Z][\w’'&.-]*|of|and|the|&)(?: (?:[A-Z][\w’'&.-]*|of|and|the|&))*)"
_CASE = regex(rf"(?P<case>{_PARTY} v {_PARTY}(?: [(\[]\d{{4}}[)\]])?)(?: ?: | ?[–—=] | - )(?P<given>\S.*)")
_HELD = regex(
    rf"(?:(?P<who>The (?:court|judges?|House of Lords|Supreme Court|Court of Appeal)) in )?(?P<case>{_PARTY} v {_PARTY}(?: [(\[]\d{{4}}[)\]])?) (?P<verb>established|defined|decided|confirmed|held|showed|shows|introduced) (?P<given>\S.*)"
)
_IN_CASE = regex(
    rf"In (?P<case>{_PARTY} v {_PARTY}(?: [(\[]\d{{4}}[)\]])?),? (?P<who>the (?:court|judges?|House of Lords|Supreme Court|Court of Appeal)) (?P<verb>held|decided|ruled|confirmed) that (?P<given>\S.*)"
)
_DEVICE_SHOWS = regex(
    r"(?P<what>(?:[A-Z][\w’'-]+['’]s? use of|The (?:use of|(?:extended |recurring |central |final |opening )?(?:metaphor|simile|image(?:ry)?|symbol|motif|repetition|alliteration|personification|caesura|enjambment|setting|title|ending|structure|form|rhyme scheme|tone|stage directions?)))"
    r"(?: (?!(?:shows|suggests|reflects|implies|conveys|symbolises|emphasises|highlights|reveals|foreshadows|reinforces|mirrors|evokes|which|that|who|because|and so)\b)\S+){0,12}?) "
    r"(?P<verb>shows|suggests|reflects|implies|conveys|symbolises|emphasises|highlights|reveals|foreshadows|reinforces|mirrors|evokes) (?P<given>[^:;]+)"
)
_NO_DECISION = regex(
    r"(?:decided|heard|held|tried|reported|played|fought) (?:in|on|by|at)\b|(?:an? |the )?(?:\w+ )?(?:film|novel|play|match|game|rivalry|derby|final|fight|election|contest|case about|case on|case in)\b",
    re.IGNORECASE,
)
"""When or what it was, and not what was decided."""
_COMPARES = regex(r"\bvs?\b|\b(?:versus|whereas|while|both)\b|;")
"""What sets two things beside one another: no case at law, but "A v B" for short."""
_FEWEST = 3
"""Words of what a case decided."""


def device(said: str) -> Stated | None:
    """`The extended metaphor of farming shows the father's skill`: what a device in a text shows."""
    found = _DEVICE_SHOWS.fullmatch(said)
    if not found or len(found["given"].split()) < _FEWEST - 1:
        return None
    return Stated(asked=f"State what {lower(found['what'], thorough=True)} {found['verb']}", answer=found["given"], whole=True)


def shown(said: str) -> Stated | None:
    """`"Is this a dagger" shows Macbeth's disturbed state of mind`."""
    found = _SHOWS.fullmatch(said)
    if not found or len(found["given"].split()) < _FEWEST - 1:
        return None
    return Stated(
        asked=f"State what the quotation ‘{found['double'] or found['single']}’ {found['verb']}", answer=found["given"], whole=True
    )


def decided(said: str) -> Stated | None:
    """`Carlill v Carbolic Smoke Ball Co (1893) = unilateral offer to the whole world`."""
    if placed := _IN_CASE.fullmatch(said):
        asked = f"State what {placed['who']} {placed['verb']} in {placed['case']}"
        return Stated(asked=asked, answer=placed["given"], whole=True)
    if held := _HELD.fullmatch(said):
        said = f"{lower(held['who'])} {held['verb']} in {held['case']}" if held["who"] else f"{held['case']} {held['verb']}"
        return Stated(asked=f"State what {said}", answer=held["given"].removeprefix("that "), whole=True)
    found = _CASE.fullmatch(said)
    if not found or len(found["given"].split()) < _FEWEST or _NO_DECISION.match(found["given"]) or _COMPARES.search(found["given"]):
        return None
    return Stated(asked=f"State what was decided in {found['case']}", answer=found["given"], whole=True)
