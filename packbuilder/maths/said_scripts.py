"""What is said of what is raised and lowered: powers, indices, limits, charges and the figures before a symbol."""

from __future__ import annotations

from packbuilder.maths.chemical_speech import charge, is_charge, nuclide
from packbuilder.maths.commands import sign_kind
from packbuilder.maths.nodes import Accent, Fenced, Function, Identifier, Node, Number, Row, Script, Symbol, Text, parts_of
from packbuilder.maths.roles import core
from packbuilder.maths.said_frames import is_short, whole
from packbuilder.maths.said_rows import DEGREES, MINUS_ONE, inverse
from packbuilder.maths.voice import Voice

_NAMED_POWERS = frozenset("23")
_INVERSES = frozenset(("sin", "cos", "tan", "sec", "cosec", "csc", "cot", "sinh", "cosh", "tanh", "coth"))
LIMITS = frozenset(("lim", "max", "min", "sup", "inf"))
"""Names that are said with what they are of."""
_ENDS = frozenset("]|")
"""What an integral that is to be evaluated ends with, its limits behind it."""
_THERMAL = frozenset("EGHS")
"""Quantities with a standard state, which a raised circle says: no angles."""
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_TRANSPOSED = Identifier(text="T", variant="rm")
"""What is raised behind a matrix that is transposed."""
_BRACKETS, _BRACKETED = (Symbol(char="("), Symbol(char=")")), 3
_MOST_PRIMES = 3
"""So many have a name."""


def before(script: Script, after: Node | None, voice: Voice) -> str:
    """Return what stands raised and lowered before a symbol: a nuclide's numbers, where the symbol is one, and else what stands where."""
    if script.sub is None and script.sup in DEGREES:
        return voice.sign("°")
    if script.sub is not None and script.sup is not None and ((_is_count(script.sub) and _is_count(script.sup)) or _is_upright(after)):
        return nuclide(script.sub, script.sup, voice, voice.say)
    if script.sub is None and _is_upright(after) and not is_charge(script.sup):
        return nuclide(None, script.sup, voice, voice.say)
    raised = f"{voice.phrase('superscript', of=voice.say(script.sup))}," if script.sup is not None else ""
    lowered = f"{voice.phrase('subscript', of=voice.say(script.sub))}," if script.sub is not None else ""
    return f", {raised} {lowered}"


def _is_count(node: Node) -> bool:
    """Whether a script is a number, signed or not."""
    return all(isinstance(part, Number) or part == Symbol(char="−") for part in parts_of(node))


def _is_upright(node: Node | None) -> bool:
    """Whether a node is the symbol of an element or a particle: letters that stand upright."""
    inner = core(node) if node is not None else None
    return isinstance(inner, Text) or (isinstance(inner, Identifier) and inner.variant == "rm")


def script(node: Script, voice: Voice) -> str:
    """Return a base in words with what stands raised and lowered behind it."""
    base = node.base
    if isinstance(base, Symbol) and is_large(base):
        return _large(base, node, voice)
    if isinstance(base, Symbol) and base.char in _ENDS and node.sub is not None and node.sup is not None:
        return voice.phrase("between", of=voice.say(base), low=voice.say(node.sub), high=voice.say(node.sup))
    if isinstance(base, Fenced) and node.sub is not None and (ends := _between(base, node.sub, node.sup, voice)):
        return ends
    if isinstance(base, Accent) and base.name in ("overbrace", "underbrace"):
        notes = " ".join(voice.say(note) for note in (node.sub, node.sup) if note is not None)
        return voice.phrase("labelled", of=voice.say(base), label=notes)
    if isinstance(base, Function):
        return _of_function(base, node, voice)
    if letter := inverse(node, None):
        return voice.phrase("inverse", of=letter)
    if _is_upright(base) and is_charge(node.sup):
        return _joined(voice.say(base), _below(node.sub, voice), charge(node.sup, voice, voice.say))
    if node.sup in DEGREES and isinstance(base, Identifier) and base.text in _THERMAL:
        return _joined(whole(base, voice), _below(node.sub, voice), voice.first(("standard", "sign.°")))
    return _joined(whole(base, voice), _below(node.sub, voice), _power(node.sup, voice))


def _between(base: Fenced, low: Node, high: Node | None, voice: Voice) -> str:
    """A bracket with limits of an integration, or a value put in behind a bar; "" for other brackets with scripts."""
    if base.right not in ("]", "|"):
        return ""
    put_in = not base.left and base.right == "|"
    if high is not None:
        key, of = ("evaluated.between", voice.say(base.body)) if put_in else ("between", voice.say(base))
        return voice.phrase(key, of=of, low=voice.say(low), high=voice.say(high))
    return f"{voice.say(base)} {voice.say(low)}," if not base.left else ""


def is_large(sign: Symbol) -> bool:
    """Whether a sign takes limits, such as a sum."""
    return sign_kind(sign.char) == "large"


def _large(sign: Symbol, node: Script, voice: Voice) -> str:
    key = {
        (False, False): "large",
        (True, False): "large.over",
        (False, True): "large.to",
        (True, True): "large.between",
    }[node.sub is not None, node.sup is not None]
    low = voice.say(node.sub) if node.sub is not None else ""
    high = voice.reaching().say(node.sup) if node.sup is not None else ""
    return voice.phrase(key, name=voice.sign(sign.char), low=low, high=high)


def _of_function(base: Function, node: Script, voice: Voice) -> str:
    name = voice.say(base)
    if base.name in LIMITS:
        low = voice.tending().say(node.sub) if node.sub is not None else ""
        return voice.phrase("limit" if base.name == "lim" else "limit.over", name=name, low=low)
    if base.name in _INVERSES and node.sup == MINUS_ONE:
        return voice.phrase("inverse.function", of=name)
    return _joined(name, _below(node.sub, voice, "base" if base.name == "log" else "sub"), _power(node.sup, voice))


def _below(sub: Node | None, voice: Voice, key: str = "sub") -> str:
    if sub is None:
        return ""
    if isinstance(sub, Function):  # "lambda sub max" is no maximum
        return voice.phrase(key, of=sub.name)
    return voice.phrase(key if _is_bare(sub) else f"{key}.end", of=voice.say(sub))


def _is_bare(script: Node) -> bool:
    """Whether a listener hears where a script ends: it has none itself."""
    return is_short(script) and not any(isinstance(part, Script) for part in parts_of(script))


def _power(sup: Node | None, voice: Voice) -> str:
    if sup is None:
        return ""
    if sup in DEGREES:
        return voice.sign("°")
    if isinstance(sup, Text | Identifier) and sup.text.strip() in _ORDINALS:
        return sup.text.strip()
    if sup == Symbol(char="⊖"):  # of a quantity in its standard state
        return voice.phrase("standard")
    if sup == _TRANSPOSED:
        return voice.first(("transpose", "superscript"), of=voice.say(sup))
    parts = parts_of(sup)
    if len(parts) == _BRACKETED and (parts[0], parts[-1]) == _BRACKETS and isinstance(parts[1], Number | Identifier):
        return voice.phrase("superscript", of=voice.say(sup))  # how often a derivative is taken, or which of several: no power
    primes = next((i for i, part in enumerate(parts) if part != Symbol(char="′")), len(parts))
    if primes:
        rest = parts[primes:]
        name = voice.phrase(f"prime.{primes}") if primes <= _MOST_PRIMES else voice.phrase("prime", n=primes)
        return _joined(name, _power(rest[0] if len(rest) == 1 else Row(children=rest), voice) if rest else "")
    if isinstance(sup, Number) and sup.text in _NAMED_POWERS:
        return voice.phrase(f"power.{sup.text}")
    if isinstance(sup, Symbol) and sup.char not in "∞":
        return voice.phrase("superscript", of=voice.say(sup))
    return voice.phrase("power" if _is_bare(sup) else "power.end", of=voice.say(sup))


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
