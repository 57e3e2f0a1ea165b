"""R6: a step of a method, or a rule of safety ("Rinse the burette with the acid", "Wear goggles"): it says what to do, and asks nothing.

A skill is told from a step by what it is done to: "Measure the resistance of a wire" names no apparatus, no amount and no time.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.patterns import regex

_DEED = (
    r"(?:rinse|wash|swirl|stir|shake|pour|place|put|read|repeat|record|heat|warm|cool|boil|filter|evaporate|dry|weigh|measure|connect|clamp|attach|time|drop|"
    r"mix|transfer|dissolve|leave|allow|turn|switch|adjust|zero|collect|crush|grind|cover|seal|hang|suspend|fill|add|use|dip|insert|remove|move|hold|lower|raise|start|stop|set)"
)
_OBJECT = r"(?:the|an?|each|all|some|any|your|\d[\d.,]*|about|approximately|up|on|off|with|until|every|how long|for \d|equal|distilled|dilute|deionised|excess)\b"
_OPENS = regex(rf"{_DEED} (?={_OBJECT})", re.IGNORECASE)
_UNIT = r"(?:cm³|cm3|dm³|dm3|ml|mL|cm|mm|g|mg|kg|°\s?C|seconds?|minutes?|hours?|mins?|secs?|s|drops?|mol|M|V|A)"
_AMOUNT = rf"(?:\d[\d.,]*\s?{_UNIT}(?![\w/])|\b(?:a few|one|two|three|five|ten|\w+teen|\w+ty) (?:drops?|spatulas?|minutes?|seconds?)\b|\bdropwise\b|\bevery (?:\d+|few|minute|second|ten|five|thirty))"
_APPARATUS = (
    r"(?:burette|pipette|flask|beaker|test[ -]?tubes?|boiling tubes?|tubes?|crucible|bunsen(?: burner)?|tripod|gauze|white tile|meniscus|thermometer|balance|stop ?watch|stop ?clock|ruler|"
    r"metre rule(?:r)?|tape measure|callipers?|micrometer|water bath|filter paper|funnel|evaporating (?:basin|dish)|pestle|measuring cylinder|microscope slide|slide|cover ?slip|quadrat|"
    r"ammeter|voltmeter|multimeter|power supply|clamp(?: stand)?|delivery tube|gas syringe|syringe|splint|litmus(?: paper)?|mounted needle|tongs|petri dish|joulemeter|newton ?meter|light gate|ray box|trolley|protractor)"
)
_WITH_APPARATUS = rf"\b(?:the|an?|each|your|with|using) (?:[\w-]+ ){{0,2}}?{_APPARATUS}\b"
_END = r"\buntil (?:the|it|no|there|concordant|constant|two)\b"
_AT_THE_BENCH = regex(rf"{_AMOUNT}|{_WITH_APPARATUS}|{_END}", re.IGNORECASE)
_BY_ITSELF = regex(r"use\b", re.IGNORECASE)
_MEASURED_OUT = regex(_AMOUNT)
_CHECKED = regex(rf"checks? that (?:the|an?|your|all) (?:calculator|units?|answers?|readings?|{_APPARATUS})\b", re.IGNORECASE)
_FOR_SAFETY = regex(
    r"[A-Z][a-z]+ [^.:;?]*?(?:\bat \d|\bfor \d|\bbelow \d|\babove \d|\bevery (?:day|week|\d)|\bbetween \d)[^.:;?]* to (?:kill|prevent|stop|avoid|reduce|protect|keep)\b.*"
)
"""What is to be done, how much or how long, and what for ("Store hot water at 60 °C or above to kill Legionella")."""
_WORN = regex(r"(?:wear|put on|tie (?:back|up)|tuck in) ", re.IGNORECASE)


def step(point: Normal) -> LeftOut | None:
    """Leave out what is done at the bench, and what is worn there; "Use a burette to measure volumes" is a skill, unless it has an amount."""
    if point.tail or point.scene or point.full.endswith("?"):
        return None
    if _WORN.match(point.body) or (_FOR_SAFETY.fullmatch(point.body) and form_and_base(point.body.split()[0])[0] == "base"):
        return LeftOut(
            rule="R6",
            reason="a rule of safety: it says what to do, and asks nothing",
            remedy="Write what is asked (State one safety precaution …), and this after a colon.",
        )
    found = _OPENS.match(point.body)
    detail = _MEASURED_OUT if _BY_ITSELF.match(point.body) else _AT_THE_BENCH
    if not _CHECKED.match(point.body) and (found is None or not detail.search(point.body, found.end())):
        return None
    return LeftOut(
        rule="R6",
        reason="a step of a method: it says what to do, and asks nothing",
        remedy="Write what is asked before the steps (Describe how …), and the steps after its colon.",
    )
