"""R11: an equation in words that is to be recalled. What it links is named; the equation itself is the answer."""

from __future__ import annotations

import re

from packbuilder.amounts import is_measured
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_QUANTITY = r"(?:[A-Za-z][A-Za-z’' -]{2,40}?|(?-i:[A-Z][a-z]|[A-Z]{2})(?![A-Za-z]))"
_SIGN = r"\s*(?:[×*÷/+−·∙]|\s[x-]\s|\s–(?!\s(?:what|which|that|how|so|when|the|an?)\b)\s)\s*"
_WORDS = regex(
    r"^(?:(?:stat(?:e|ing)|recall(?:ing)?|know(?:ing)?|remember(?:ing)?|learn(?:ing)?|writ(?:e|ing)|giv(?:e|ing)|us(?:e|ing)|apply(?:ing)?)(?:,? (?:and|or) (?:be able to )?(?:stat(?:e|ing)|recall(?:ing)?|us(?:e|ing)|apply(?:ing)?|rearrang(?:e|ing)|know(?:ing)?|manipulat(?:e|ing)))*:?\s+)?(?:that\s+)?"
    r"(?:(?:the |this )?(?:word )?(?:equation|formula|relationship|relation)s?(?: (?:for|of|that links|linking) [^=:]{3,40})?\s*[:,–-]?\s+)?"
    rf"(?P<left>{_QUANTITY})\s*=\s*(?P<right>(?:[½¼\d.()]|\(?{_QUANTITY}\)?[²³]?)(?:{_SIGN}(?:[½¼\d.()]+|\(?{_QUANTITY}\)?[²³]?))*)(?P<more>\s*[,;:(\[].*)?$",
    re.IGNORECASE,
)
_FORMULA_FOR = regex(
    r"^(?:state|recall|give|know|learn|remember|write(?: down)?)\s+(?P<what>(?:the |an? )?(?:[\w-]+ )?(?:equation|formula|relationship)s? (?:for|of) (?:[^=:(\[\uA000-\uA48C]*[^\W\d_]{2})?[^=:(\[]*?)"
    r"(?P<given>(?:(?<=[^\W\d_]{2})[,:]?\s+[^\W\d_]\w{0,1})?\s*=\s*(?P<right>[^=]+))$",
    re.IGNORECASE,
)
"""The formula of something named, and what that equals ("State the formula for profit = revenue - costs")."""
_EQUALLED = regex(
    r"^(?P<asked>[A-Za-z]+ (?!.*\b(?:how|why|what(?! is meant by\b)|when|where|whether|that|if|which)\b)[^=:]*[^\W\d_]{3})\s*=\s*(?P<given>(?:[^\W\d_]{2}|an? )[^=:]*\s[^=:]*)$"
)
"""A thing to be described, and what it is ("Describe metallic bonding = sea of electrons + ions")."""
_FUNCTION = regex(r"(?<![^\s(])=[A-Z]{2,}\(")
"""What a cell of a spreadsheet holds ("=COUNTIF(A1:A10)"), and no equation."""
_RECALLS = frozenset("state recall know remember learn write give use apply".split())
_NAMED_AGAIN = regex(r"(?P<what>.+?[A-Za-z])\. (?P<left>[A-Za-z]\w{0,4}|[A-Z][a-z]+(?: [a-z]+)*)")
"""What a formula is of, and behind a stop the left side of it ("the equation for VE. VE = TV × f")."""
_CALLED = r"[^=]*\b(?:equation|formula|relationship)\b"
_NO_EQUATION = LeftOut(
    rule="R11",
    reason="it sets one thing equal to another, and does not say what is asked",
    remedy="Write a term and its meaning under the key concepts, or begin the point with a command word.",
)
_MADE_UP = regex(
    r"\b(?:model|theory|framework|team|kit|mix|diet|uniform|PPE|burden|shift|identity|society|success|communication|family|novel|sonnet|personality)$",
    re.IGNORECASE,
)
"""What is made up of parts, and no quantity that could be reckoned."""
_SYMBOL, _SHORT = 2, 4
"""Letters of a symbol ("Mr"), whose capital is its own, and of what may be one ("Vout") where no dictionary has it."""
_RECKONED = regex(r"[×÷*−²³½\d]|\s[x/–-]\s|\)/|/\(|^\w+/\w+$")
"""Signs that reckon; words with "+" between them, or a stroke, may be what something is made up of."""
_PLAIN = regex(r"[^\W\d_]{4,}|^(?:[A-Z][a-z]|[A-Z]{2}|[A-Z][a-z]{2})$")
_NAMED_SO = regex(r"the (?:[a-z]+ )?(?:formula|equation|expression|relationship)\b")
"""What says itself that an equation is asked for ("the formula for density")."""
_DONE_TO = regex(r"[A-Z][a-z]+ing [A-Za-z]")
"""What is done to a letter ("Expressing z = 1 + i in polar form"), and no quantity."""
_SAYS = regex(r"\b(?:is|are|was|were)\b")
_UNIT = regex(r"(?<=[a-z])\s\((?:in )?[A-Za-zµΩ°%][A-Za-z\d/%²³⁻¹·.^ -]{0,12}\)")
"""The unit of a quantity in brackets ("mass (g)"): the equation has it, what links it has not."""
_SYMBOLS = regex(
    r"(?P<what>[A-Z][\w’'-]*(?: (?!is\b|are\b|if\b|when\b)[\w’'-]+){0,4}), (?P<given>(?P<letter>[A-Za-zλρμτηωφεσ][\w₀-₉]{0,2})\s?=\s?(?=[^=]*[A-Za-zλρμτηωφεσΔ])[^=,;:\s]+(?:\s[-+−–×÷*/]\s[^=,;:\s]+)*)"
)
"""A quantity with its symbol and the equation for it ("Young's modulus, E = σ/ε")."""


def equation(point: Normal) -> Outcome:
    """Read `Recall and apply charge flow = current × time` as `State the equation that links charge flow, current and time`."""
    text = point.full
    if "=" not in text or text.endswith("?") or _FUNCTION.search(text):
        return None
    if "=" in point.body and (asked := _formula_for(text) or _equalled(text)):
        return asked
    opening, _, behind = text.partition(" ")
    if is_verb(opening) and opening.casefold() not in _RECALLS and opening[1:].islower() and not behind.startswith("="):
        return None  # "Explain why pV = nRT applies only to ideal gases": asked as it stands
    if symbols := _SYMBOLS.fullmatch(text):
        what = lower(symbols["what"], thorough=True)
        sentence = f"State {what}" if _NAMED_SO.match(what) else f"State the equation for {what}"
        return Asked(rule="R11", command="State", sentence=sentence, confidence=0.7, given=(symbols["given"],))
    with_units, text = text, _UNIT.sub("", text)
    found = _WORDS.match(text)
    if not found or _SAYS.search(found["left"]) or _DONE_TO.fullmatch(found["left"].strip()):
        return None  # "The Fisher equation is MV = PT"
    if found["more"] and found["more"].lstrip()[:1] in ",;" and "=" in found["more"]:
        return _NO_EQUATION  # "rods = dim light/peripheral, cones = colour": two meanings
    if not re.search(_SIGN, found["right"]) and not re.match(_CALLED, text, re.IGNORECASE):
        return _NO_EQUATION  # "Veto = power to reject a law"
    if _MADE_UP.search(found["left"].strip()) and not re.search(r"\d", found["right"]):
        return _NO_EQUATION  # "Working memory model = central executive + phonological loop"
    quantities = [found["left"].strip(), *(part.strip(" ()²³½¼") for part in re.split(_SIGN, found["right"]))]
    named = [each for each in quantities if _PLAIN.search(each)]
    if (
        len(named) < 2
        or len(named) < sum(bool(re.search(r"[^\W\d_]{2}", each)) for each in quantities)
        or any(len(each.split()) > 6 for each in named)
    ):
        return None
    if re.match(r"(?:use|apply)\b", text, re.IGNORECASE) and not re.search(
        r"\b(?:recall|state|know|remember)\b", text[: found.start("left")], re.IGNORECASE
    ):
        return None  # it is to be used, not recalled
    if not (_RECKONED.search(found["right"]) or is_measured(found["left"].strip())) or found["left"].startswith("of "):
        return _NO_EQUATION  # "Robbery = theft + force", "basso continuo = harpsichord/organ + cello"
    links = list(dict.fromkeys(_small(each) for each in named))
    sentence = f"State the equation that links {', '.join(links[:-1])} and {links[-1]}"
    # What brackets say of a quantity ("distance (from the pivot)") belongs to the equation.
    end = "more" if (found["more"] or "").strip()[:1] in ("(", "[") else "right"
    given = text[found.start("left") : found.end(end)].strip(" ,;")
    if with_units != text:
        given = with_units[found.start("left") :].strip(" ,;")
    return Asked(rule="R11", command="State", sentence=sentence, confidence=0.8, given=(given,))


def _formula_for(text: str) -> Asked | None:
    """Ask for the formula of what a point names; what it equals is credited."""
    found = _FORMULA_FOR.match(text)
    if not found:
        return None
    given = found["given"].strip(" ,:")
    if again := _NAMED_AGAIN.fullmatch(found["what"].strip()):
        sentence = f"State {again['what']}"
        return Asked(rule="R11", command="State", sentence=sentence, confidence=0.8, given=(f"{again['left']} = {found['right'].strip()}",))
    return Asked(
        rule="R11",
        command="State",
        sentence=f"State {found['what'].strip()}",
        confidence=0.8,
        given=(found["right"].strip() if given.startswith("=") else given,),
    )


def _equalled(text: str) -> Asked | None:
    """Ask for what is to be described or explained; what the point sets it equal to is credited."""
    found = _EQUALLED.match(text)
    verb = text.split(" ", 1)[0].casefold()
    if not found or verb not in ("describe", "explain", "outline", "define") or re.match(_CALLED, text, re.IGNORECASE):
        return None
    command = verb.capitalize()
    return Asked(
        rule="R11",
        command=command,
        sentence=f"{command} {found['asked'].split(' ', 1)[1]}",
        confidence=0.7,
        given=(found["given"].strip(),),
    )


def _small(quantity: str) -> str:
    if len(quantity) <= _SHORT:
        return lower(quantity, thorough=True) if len(quantity) > _SYMBOL else quantity  # "Vout"
    symbol = re.match(r"[MA]r\b", quantity)  # a relative mass, and nobody's title
    return quantity[:1].lower() + quantity[1:] if quantity[1:2].islower() and not symbol else quantity
