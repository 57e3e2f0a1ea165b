"""Pieces: an answer that follows a question, as what is credited one by one, without its marks, its ticks and what is said to markers."""

from __future__ import annotations

import re

from packbuilder.abbreviations import TITLES, WITHIN
from packbuilder.amounts import FEW, number_said
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.formulas import alternatives
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.single import together
from packbuilder.patterns import regex

MARKED = r"\s*[\[({]\s*(?P<n>\d{1,2})(?:\s+marks?)?\s*[\])}]"
_MARKS = regex(rf"{MARKED}\s*", re.IGNORECASE)
_DIVIDER = regex(r"\s*[\[({]\s*\d{1,2}(?:\s+marks?)?\s*[\])}]\s*", re.IGNORECASE)
_FOR_ONE = regex(
    rf"^(?:(?:award\s+)?(?:{FEW}|a)\s+marks?\s+(?:each\s+)?(?:for|if)\s+|[✓✔☑]\s*)|\s*[✓✔☑]+$|[.,;]?\s+(?:[\[(]?max(?:imum)?\.?(?: of)? \d[\])]?|[\[(]\d max[\])])$",
    re.IGNORECASE,
)
_OPENING = regex(
    rf"^[\[(]?(?:(?:answers?|ans|marks)\s*[:=]|you (?:may|could|might|can) (?:use|refer to|include|consider|mention)(?: the following)?\s*:|e\.g\.,?|eg\b|i\.e\.,?|for example,?|such as|including|because|"
    rf"any {FEW}\s+(?:of|from)(?: the following| these)?:?|(?:award\s+|give\s+)?{FEW} marks? (?:each|(?:for|per) (?:each|every|any)?[^:;,]{{0,40}}):)\s+",
    re.IGNORECASE,
)
_FOR_SUCH = regex(
    rf"^(?:award\s+)?(?P<n>{FEW}) marks? for (?:an? |any |each )?(?:[\w-]+ ){{0,3}}?(?:explanations?|descriptions?|reasons?|answers?|examples?|points?|definitions?|features?|responses?|ways?|suggestions?|statements?)\b[^:;,]*?"
    r"(?::|,?\s*(?:such as|including|e\.g\.|for example|like)\s*:?)\s+(?=\S)",
    re.IGNORECASE,
)
"""What is said of answers before they come ("Two marks for a satisfactory explanation such as: ...")."""
_ONE_FOR = rf"(?:award\s+)?{FEW} marks? for (?!(?:each|any|every|per)\b)[^,;:]+?"
_FOR_EACH = regex(rf"\b(?P<n>{FEW}) marks? for\b", re.IGNORECASE)
_ALL_FOR_EACH = regex(rf"{_ONE_FOR}(?:\s*[,;]\s*(?:and\s+)?{_ONE_FOR})+", re.IGNORECASE)
_LETTERED = regex(r"(?:^|\s)\(?[a-h][.)]\s+(?=[a-z])")
_NUMBERED = regex(r"(?:^|(?<=\s))\(?(?P<n>\d)[.)]\s+(?=[A-Za-z])")
NAMES = regex(r"[A-Za-z]{2,}(?:/[A-Za-z]{2,}){2,}")
_WORDS = regex(r"[^\s/]+(?: / [^\s/]+){2,}")
"""Single words with strokes between them are listed; whole clauses say the same in other words."""
_NAME = 2
_DEED = 6
_RATIO = regex(r"[\d)]\s/\s|\s/\s(?:[\d.]+(?:\s|$)|\()|=")
"""Where a stroke divides ("8000 x 16 / 8")."""
LABELS = regex(r"[A-Z][a-z]+(?: [–—-] |: )[^.;:]+(?:\.\s+[A-Z][a-z]+(?: [–—-] |: )[^.;:]+)+")
"""Sentences with a label each ("Use – sun beds / markings. Danger – skin cancer")."""
_ONE_OTHERWISE = regex(r"[^,/]+(?:, [^,/]+)*, [\w-]+(?: [\w-]+)? / [\w-]+(?: [\w-]+)?")
"""A list whose last entry is put in two ways ("NaOH(aq), warm / reflux")."""
_CONTRAST = regex(
    r"^(?P<one>[^/]+?)\s*/\s(?P<other>[^/]+\b(?:(?:does|do|did|is|are|was|were|has|have|can|will)(?: not|n['’]t)|cannot|does|do|did))$"
)
"""Two halves of one answer: neither is the other in other words ("active transport needs energy / osmosis does not")."""
_OTHER_SIDE = regex(
    r"(?<=[a-z’'])\.\s+(?=(?:other views?|arguments? (?:for|against)|counter-?arguments?|against|for|on the other hand)\b[^.;:]{0,30}:\s)",
    re.IGNORECASE,
)
"""Where what speaks for the other side begins among answers ("Prodigal Son. Other views: judge")."""
_STROKE = regex(r"(?<=[a-z]{3})(?:\s/|/\s)(?=[A-Za-z]{2})")
"""A stroke between clauses with a space on one side alone."""
_JOINED = regex(r"^(?:and|plus|&)\s+", re.IGNORECASE)
_OTHERWISE = regex(r"^(?:or\s+|/\s*)", re.IGNORECASE)
_EDGES = regex(r"^(?:[\s.,;:→⇒]|[-=]>\s|[–—-]+(?=\s|(?!sin|cos|tan|log|exp)[A-Za-z]{3}))+|(?:[\s.,;:]|\s[–—-]+)+$")
"""What stands round a piece and is none of it; a minus sign before a number is ("-196 °C"), and a charge behind one ("2-")."""
_HELD = regex(r"\((?!\d{1,2}(?: marks?)?\))[^()]*\)")
_HOLE = regex("\ue001")
_FORMULA_LAST = r"(?<=[a-z][A-Z])|(?<=[A-Za-z][A-Z][a-z])(?<![A-Z]{2}s)|(?<=[a-z][A-Z]{2})|(?<=\d[A-Z])"
"""The end of a formula or of a sign: "HCl", "NaOH", "H2O", "pH"."""
_FIGURE = r"[\d⁰¹²³⁴-⁹]"
_UNIT_LAST = rf"(?<={_FIGURE} [A-Za-zΩ])|(?<={_FIGURE} [kmcdGMµn][A-Za-zΩ])|(?<={_FIGURE} [A-Z][a-z])|(?<=[a-z]/[a-z])|(?<=°[CF])|(?<=\b[a-z]\.[a-z])"
"""The end of a value: "12 V", "340 m/s"."""
_WORKING_NEXT = r"[^\W\d_][\w₀-₉]{0,5} [=<>≤≥] |[½¼¾√]|\((?=[^()]*\d\s?[-+×x*/÷−–]\s?\d)"
NEXT = regex(
    rf"(?:(?<=[a-z]{{3}})|(?<=[A-Z]{{3}})|(?<=\d)|(?<=[)\]’'\"%²³⁴⁻¹°\uA000-\uA48C])|(?<=\b[A-H] and [A-H])|(?<=\b[A-H] to [A-H])|{_FORMULA_LAST}|{_UNIT_LAST}){WITHIN}\.\s+(?=[A-ZΔ\d£$\uA000-\uA48C]|{_WORKING_NEXT})"
)
"""Where a sentence ends, and not an abbreviation."""
TITLE_LAST = regex(
    rf"\b(?:{'|'.join(TITLES)}|regs?|paras?|Sch|sects?|Gen|Capt|Col|Lt|Sgt|Sir|Rev|Hon|Jr|Sr|Fig|No|vs?|approx|dept|govt|Inc|Ltd|Co)$"
)
"""What is written for short before a name: its stop ends no sentence."""
STOPPED = regex(r"\?['’]?$|\.\s?['’»”“]$|[!?]\s?[»”“]$")
"""What needs no stop of its own behind it: a question, and a quotation that ends with one (« ... étranger. »)."""


def in_halves(given: str) -> str:
    """Return an answer whose halves a stroke parts with a comma between them."""
    return _CONTRAST.sub(r"\g<one>, \g<other>", given)


def marks_within(given: str) -> int:
    """Return the marks that stand within an answer; figures that number its pieces are none."""
    found = [int(each["n"]) for each in _MARKS.finditer(given)]
    numbered = _MARKS.match(given) and len(found) > 1 and found == list(range(1, len(found) + 1))
    return 0 if numbered else sum(found)


def marks_before(given: str) -> int:
    """Return the marks that are promised before an answer ("Two marks for an explanation such as: ..."), or 0."""
    found = _FOR_SUCH.match(given.strip(" ."))
    return number_said(found["n"]) if found else 0


def marks_for_each(given: str) -> int:
    """Return the marks of an answer whose every piece says how many it has ("1 mark for pressure, 1 mark for elastic"), or 0."""
    return sum(number_said(each["n"]) for each in _FOR_EACH.finditer(given)) if _ALL_FOR_EACH.fullmatch(given.strip(" .")) else 0


def without_opening(given: str) -> str:
    """Return an answer without what only says that it comes ("Any two of", "e.g.", "Two marks for an explanation such as:")."""
    return _OPENING.sub("", _FOR_SUCH.sub("", given.strip(" .")).strip()).rstrip(" .")


def pieces(given: str, *, listed: bool = True, whole: bool = False) -> tuple[str, ...]:
    """Return an answer as the pieces that are credited, without marks, ticks and "1 mark for".

    Unless it is `listed`, two things joined by "and" are one; a `whole` one is a sentence, which commas do not part either.
    """
    given = _STROKE.sub(" / ", without_opening(given))
    given = given[:-1] if given.endswith("]") and "[" not in given else given
    if len(steps := [each for each in _LETTERED.split(given) if each.strip()]) > 2 or len(steps := _apart(given)) > 1:
        parts: tuple[str, ...] = tuple(steps)
    elif ";" in given:
        # "low-cost flights (1) made it affordable (1); ...": what stands between semicolons is told in one breath.
        parts = tuple(re.split(r"\s*;\s*(?:and\s+|or\s+)?", _OTHER_SIDE.sub("; ", given)))
    elif len(marked := _by_marks(given)) > 1:
        parts = marked
    elif listed and NAMES.fullmatch(given):
        parts = tuple(given.split("/"))
    elif listed and given.count(" / ") == 1 and _ONE_OTHERWISE.fullmatch(given):
        parts = _cut(given)
    elif LABELS.fullmatch(given):
        parts = tuple(re.split(r"\.\s+(?=[A-Z])", given))
    elif given.count(" / ") == 1 and given.count(",") > 1 and ";" not in given and listed and not _RATIO.search(given):
        return cut(given)
    elif " / " in given and not _RATIO.search(given) and (listed or _WORDS.fullmatch(given) or _are_names(given)):
        parts = alternatives(given)
    elif re.search(r"\.\s+[A-Z]", given):
        parts = tuple(NEXT.split(given))
    else:
        parts = _cut(given) if not whole and (listed or "," in given) and not together(given) else (given,)
    return tuple(filter(None, map(trimmed, parts)))


def _are_names(given: str) -> bool:
    """Whether strokes part several short names ("cattle ranching / logging / mining"), and not clauses that say the same in other words."""
    names = given.split(" / ")
    if len(names) > 2 and all(
        len(each.split()) <= _DEED and base_of_third(each.split()[0], any_word=True) for each in names if each.strip()
    ):
        return True  # "calms the mind / helps towards enlightenment / develops insight"
    return len(names) > 2 and all(
        len(each.split()) <= _NAME and not is_statement(f"x {each}") and not each.startswith("to ") for each in names
    )


def _apart(given: str) -> list[str]:
    """Return an answer cut at double strokes, at numbers in order or at several dashes; whole where it has none of these."""
    if ("//" in given and "://" not in given) or len(given.split(" | ")) > 2:
        return re.split(r"\s*//\s*|\s\|\s", given)
    numbers = [int(each["n"]) for each in _NUMBERED.finditer(given)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and _NUMBERED.match(given):
        return [each for each in re.split(_NUMBERED.pattern.replace("(?P<n>\\d)", "\\d"), given) if each.strip()]
    dashed = re.split(r"\s[–—-]\s", given)
    if len(dashed) > 2 and not re.search(r"[;=,]", given) and all(re.search(r"[A-Za-z]{3}", each) for each in dashed):
        return dashed
    return [given]


def trimmed(part: str) -> str:
    """Return a piece without marks, ticks, and the signs round it."""
    return _EDGES.sub("", re.sub(r"\s+(?=[,;]\s)|(?<=\s)\s+", "", _MARKS.sub(" ", _FOR_ONE.sub("", part.strip(" .,;:")))))


def _cut(given: str) -> tuple[str, ...]:
    """Cut a list, but nothing that brackets hold ("calcium (bones, teeth), iron (blood)")."""
    held = [each[0] for each in _HELD.finditer(given)]
    if not held:
        return cut(given)
    holes = iter(held)
    return tuple(_HOLE.sub(lambda _: next(holes), piece) for piece in cut(_HELD.sub("\ue001", given)))


def _by_marks(given: str) -> tuple[str, ...]:
    """Return the pieces that have marks of their own behind them ("wires (1) pipes (1)"); what follows an "or" is the piece before it in other words."""
    whole: list[str] = []
    for part in _DIVIDER.split(given):
        words = part.strip(" .,;:")
        if whole and _OTHERWISE.match(words):
            whole[-1] = f"{whole[-1]} / {_OTHERWISE.sub('', words)}"
        elif words:
            whole.append(_JOINED.sub("", words))
    return tuple(whole)
