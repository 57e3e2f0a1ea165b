"""What formulas say in English: the frames here, signs and functions from the table.

It is the pattern for the vocabularies of other languages (`spoken/*.yaml`, which have the same keys), and is Python since most notes
are English: nothing is read from disk for them. {names} are filled in with words; what a listener could not tell the end of says it
(`.end`), between commas, which are pauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.maths.commands import ACCENTS, ARCS, FUNCTIONS, SIGNS

_FRAMES = {
    "part.1/2": "one half",
    "part.1/3": "one third",
    "part.2/3": "two thirds",
    "part.1/4": "one quarter",
    "part.2/4": "two quarters",
    "part.3/4": "three quarters",
    "part.1/5": "one fifth",
    "part.2/5": "two fifths",
    "part.3/5": "three fifths",
    "part.4/5": "four fifths",
    "over": "{above} over {below}",
    "over.end": "the fraction {above} over {below}, end fraction,",
    "derivative": "{above} by {below}",
    "derivative.end": "the derivative {above} by {below}, end derivative,",
    # How often: the raised number behind the d of a derivative, where it is no power.
    "order.2": "squared",
    "order.3": "cubed",
    "order": "to the power {n}",
    "partial": "partial d",
    "choose": "{upper} choose {lower}",
    "choose.end": "the number {upper} choose {lower}, end choose,",
    "root.2": "the square root of {of}",
    "root.3": "the cube root of {of}",
    "root": "the {nth} root of {of}",
    "root.end": "{root}, end root,",
    "times": "times",
    "positive": "positive",
    "power.2": "squared",
    "power.3": "cubed",
    "power": "to the power {of}",
    "power.end": "to the power {of}, end power,",
    "sub": "sub {of}",
    "sub.end": "sub {of}, end sub,",
    "superscript": "superscript {of}",
    "subscript": "subscript {of}",
    "standard": "standard",
    "transpose": "transposed",
    "prime.1": "prime",
    "prime.2": "double prime",
    "prime.3": "triple prime",
    "prime": "with {n} primes",
    "inverse": "{of} inverse",
    "inverse.function": "inverse {of}",
    "base": "to base {of}",
    "base.end": "to base {of}, end base,",
    "base.of": "of",
    "modulus": "the modulus of {of}",
    "modulus.end": "end modulus",
    "norm": "the norm of {of}",
    "norm.end": "end norm",
    "floor": "the floor of {of}",
    "floor.end": "end floor",
    "ceiling": "the ceiling of {of}",
    "ceiling.end": "end ceiling",
    "given": "given",
    "such that": "such that",
    # What a swung dash says of a random variable, and of two shapes.
    "distributed": "is distributed as",
    "similar": "is similar to",
    "congruent": "is congruent to",
    # An equals sign with a hat: so many millimetres are so many years.
    "corresponds": "corresponds to",
    "evaluated": "{of} evaluated at",
    "evaluated.between": "{of} evaluated from {low} to {high}",
    "between": "{of} from {low} to {high}",
    "large": "{name} of",
    "large.over": "{name} over {low} of",
    "large.between": "{name} from {low} to {high} of",
    "large.to": "{name} to {high} of",
    "limit": "{name} as {low} of",
    "limit.over": "{name} over {low} of",
    "tends": "tends to",
    "above": "with {of} above it,",
    "below": "with {of} below it,",
    "labelled": "{of}, labelled {label},",
    "matrix": "the matrix: {rows}; end of matrix,",
    "determinant": "the determinant: {rows}; end of determinant,",
    "table": "the table: {rows}; end of table,",
    "row": "row {n}: {of}",
    "column": "the column vector: {of}; end of vector,",
    "system": "the system {of}, end of system,",
    "system.next": "and",
    "cases": "either {of}, end of cases,",
    "cases.next": "or",
    "cases.if": "if {of}",
    "ratio": "to",
    "range": "to",
    "mixed": "and",
    "decimal": ".",
    "recurring": "{number} recurring",
    "recurring.block": "{number} with {block} recurring",
    "choice.C": "combinations {of} C {some}",
    "choice.C.end": "combinations {of}, C {some}, end combinations,",
    "choice.P": "permutations {of} P {some}",
    "choice.P.end": "permutations {of}, P {some}, end permutations,",
    "set.N": "the natural numbers",
    "set.Z": "the integers",
    "set.Q": "the rational numbers",
    "set.R": "the real numbers",
    "set.C": "the complex numbers",
    "set.P": "the prime numbers",
    "style.bf": "bold {of}",
    "style.bm": "bold italic {of}",
    "style.cal": "script {of}",
    "style.scr": "script {of}",
    "style.frak": "fraktur {of}",
    "style.sf": "sans-serif {of}",
    "style.tt": "monospaced {of}",
    "style.bb": "double-struck {of}",
    # Chemistry: what signs are between symbols, and what stands beside them.
    "chemical.→": "gives",
    "chemical.⟶": "gives",
    "chemical.⇌": "is in equilibrium with",
    "chemical.↔": "resonates with",
    "chemical.↑": "given off as gas",
    "chemical.↓": "as a precipitate",
    "chemical.·": "dot",
    "chemical.•": "radical",
    "chemical.=": "double bond",
    "chemical.≡": "triple bond",
    "chemical.−": "bond",
    "chemical.|": "phase boundary",
    "chemical.‖": "salt bridge",
    "state.(aq)": "aqueous",
    "state.(s)": "solid",
    "state.(l)": "liquid",
    "state.(g)": "gas",
    "state.(cr)": "crystalline",
    "state.(am)": "amorphous",
    "charge": "charge {of}",
    "charge.+": "plus",
    "charge.−": "minus",
    "mass": "mass number {of}",
    "atomic": "atomic number {of}",
    "oxidation": "oxidation state {of}",
    "with": "with {above}",
    "with.below": "with {below} below",
    "with.both": "with {above} above and {below} below",
}
_BEFORE = frozenset(("vec", "cancel", "boxed", "overparen"))
"""Marks that are said before what they are on; others are said behind one letter."""


SAME_MARKS = {"overrightarrow": "vec", "widehat": "hat", "widetilde": "tilde"}
"""Marks that are said as others are, which vocabularies have."""

MORE = frozenset(
    """root.4 root.5 root.6 root.7 root.8 root.9 root.10 root.nth vectors.· vectors.× vectors.∧ quotient celsius infinity""".split()
)
"""Keys that other languages have and English needs none of: roots with a name of their own, or whose index is one letter or number;
products of two vectors; a colon that divides; degrees Celsius; the
case of infinity where something goes on to it."""


def phrases() -> Mapping[str, str]:
    """Return every phrase by its key."""
    signs = {f"sign.{char}": command.words for char, command in SIGNS.items()}
    functions = {f"function.{name}": command.words for name, command in FUNCTIONS.items()}
    return {**_FRAMES, **signs, **functions, **dict(_accents())}


def _accents() -> Iterator[tuple[str, str]]:
    """Yield what each mark says over one letter, and over several."""
    for name, command in ((name, command) for name, command in ACCENTS.items() if name not in SAME_MARKS and name not in ARCS):
        words = command.words
        drawn, where = {"overline": ("line", "over"), "underline": ("line", "under")}.get(name, (words, "over"))
        if name in ("overbrace", "underbrace"):
            yield f"accent.{name}", f"{words} {{of}}, end brace,"
        elif name in _BEFORE:
            yield f"accent.{name}", f"{words} {{of}}"
            yield f"accent.{name}.end", f"{words} {{of}}, end {words},"
        else:
            yield f"accent.{name}", f"{{of}} {words}"
            yield f"accent.{name}.end", f"{drawn} {where} {{of}}, end {drawn},"
