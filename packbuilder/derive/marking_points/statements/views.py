"""Views: what somebody's study found, how somebody defines something, what a principle states, and what a curve shows."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, says, small
from packbuilder.patterns import regex

_NAME = r"[A-Z][\w’'.-]+(?:(?: and| &|,)? [A-Z][\w’'.-]+){0,3}(?: et al\.?)?"
_STUDY = regex(
    rf"(?P<who>{_NAME} ?\(\d{{4}}\)|{_NAME}['’]s? [^,:;()]{{3,40}}? \(\d{{4}}\)) (?P<verb>found|showed|shows|argued|argues|claimed|claims|concluded|concludes|suggested|suggests|discovered|demonstrated)(?: that)? (?P<given>[^:;]{{12,}})"
)
_DEFINES = regex(
    r"(?P<who>[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,3}) (?P<verb>defines|define|defined) (?P<what>(?:the )?[\w’' -]{2,40}?) as (?P<given>\S[^:;]+)"
)
_PRINCIPLE = regex(
    r"(?P<what>(?:[A-Z][\w’'-]+(?:['’]s|s['’])|The) (?:[\w’'-]+ ){0,3}?(?:principle|law|rule|theorem|hypothesis|doctrine|maxim)(?: of [a-z][\w’' -]{2,30}?)?) states(?: that)? (?P<given>[^:;]+)"
)
_SHOWS = regex(
    r"(?P<what>(?:The |An? )?[A-Z]?[\w’'-]+(?: [\w’'-]+){0,2} (?:curve|graph|diagram|model|pyramid|hydrograph|chart|map|scale|line)) (?P<verb>shows|illustrates|represents|measures) (?P<given>(?:the (?:relationship|link|effect|difference|change|number|amount|level|distribution)|how|what|where) [^:;]+)"
)
_REQUIRES = regex(
    r"(?P<what>(?:The |An? )?[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?) (?P<verb>requires|required|obliges|obliged|forces|forced|forbids|forbade|allows|allowed|enables|enabled|permits|permitted|entitles|entitled) (?P<whom>(?:the |all |every |an? )?(?:(?!(?:to|which|that|who)\b)[\w’'-]+ ){0,2}?[a-z][\w’'-]+) to (?P<given>(?!be\b|the\b|an?\b)[a-z]+ [^:;]+)"
)
_RESPONSIBLE = regex(
    r"(?P<what>(?:The |An? |[A-Z][\w’'-]*s )[^,:;]{2,50}?|[A-Z]{2,6}|[A-Z][\w’'-]*s) (?P<be>is|are|was|were) responsible for (?P<given>[^:;]+)"
)


_IDEA = regex(
    r"(?P<what>(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+(?:['’]s|s['’]) (?:[a-z][\w’-]+ ){0,3}?(?:theory|imperative|argument|principle|view|model|concept|idea|definition|hierarchy|analogy|allegory|cave|objection|criticism|experiment|thesis|paradox|hyperreality|razor|wager|theodicy))"
    r"(?: \(\d{4}\))?(?: ?:| [–—-]) (?P<given>(?!(?:see|page|p\.|AO)\b)[^?]{8,})"
)


def idea(said: str) -> Stated | None:
    """`Merton's strain theory (1938): conformity, innovation, ...`, `Gaunilo's objection - the perfect island`: what somebody is known for."""
    found = _IDEA.fullmatch(said)
    if not found:
        return None
    return Stated(asked=f"Outline {found['what']}", answer=found["given"])


def found_out(said: str) -> Stated | None:
    """`Becker (1971) found that teachers judged pupils against ...`: what one study found."""
    found = _STUDY.fullmatch(said)
    if not found:
        return None
    who = re.sub(r"^The ", "the ", found["who"])
    return Stated(asked=f"State what {who} {found['verb']}", answer=found["given"], whole=True)


def defines(said: str) -> Stated | None:
    """`Anselm defines God as "that than which ..."`."""
    found = _DEFINES.fullmatch(said)
    if not found or POINTING.match(said):
        return None
    return Stated(asked=f"Describe how {found['who']} {found['verb']} {found['what']}", answer=found["given"], whole=True)


def principle(said: str) -> Stated | None:
    """`Locard's principle states that every contact leaves a trace`."""
    found = _PRINCIPLE.fullmatch(said)
    if not found:
        return None
    return Stated(asked=f"State {small(found['what'])}", answer=found["given"], whole=True)


def pictured(said: str) -> Stated | None:
    """`The Laffer curve shows the relationship between tax rates and tax revenue`."""
    found = _SHOWS.fullmatch(said)
    if not found or POINTING.match(said) or says(found["what"]):
        return None
    return Stated(asked=f"State what {small(found['what'])} {found['verb']}", answer=found["given"], whole=True)


def required(said: str) -> Stated | None:
    """`Collective responsibility requires ministers to support government policy`."""
    found = _REQUIRES.fullmatch(said)
    if not found or POINTING.match(said) or says(found["what"]):
        return None
    return Stated(asked=f"State what {small(found['what'])} {found['verb']} {found['whom']} to do", answer=found["given"], whole=True)


def responsible(said: str) -> Stated | None:
    """`The custody sergeant is responsible for the welfare of detainees`."""
    found = _RESPONSIBLE.fullmatch(said)
    if not found or POINTING.match(said) or says(found["what"]) or " and " in found["what"]:
        return None
    return Stated(asked=f"State what {small(found['what'])} {found['be']} responsible for", answer=found["given"], whole=True)
