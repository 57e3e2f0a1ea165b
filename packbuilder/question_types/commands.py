"""The command word of a stem: that of the sentence that asks, and not of those that say how to answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.patterns import regex

COMMANDS = (
    "Add", "Advise", "Analyse", "Annotate", "Apply", "Arrange", "Assess", "Balance", "Calculate", "Choose", "Classify",
    "Comment", "Compare", "Complete", "Construct", "Contrast", "Convert", "Copy", "Deduce", "Define", "Derive",
    "Describe", "Design", "Determine", "Differentiate", "Discuss", "Distinguish", "Divide", "Draw", "Estimate", "Evaluate", "Examine", "Expand",
    "Explain", "Explore", "Express", "Factorise", "Fill", "Find", "Give", "How", "Identify", "Illustrate", "Integrate", "Interpret",
    "Justify", "Label", "List", "Match", "Measure", "Multiply", "Name", "Number", "Order", "Outline", "Plan", "Plot", "Predict",
    "Prove", "Put", "Rank", "Rearrange", "Recommend", "Round", "Select", "Show", "Simplify", "Sketch", "Solve", "Sort", "State",
    "Suggest", "Summarise", "Trace", "Translate", "Use", "Verify", "What", "When", "Where", "Which", "Who", "Why",
    "Work", "Write",
)  # fmt: skip
"""Words that open an instruction or a question in UK papers."""

_QUESTIONS = ("How", "What", "When", "Where", "Which", "Who", "Why")
"""Those that open a question, or else a clause ("When the switch is closed, ...")."""

_HAND_IN = r"(?:give|write|state|express|leave|round|put|record|show|present|quote|set out)"
_ANSWER = r"(?:answers?|results?|values?|solutions?|workings?|calculations?|methods?|steps)"
_SPELT = r"(?:in|to|as|on|with|correct|rounded|down|using|clearly|below|here|where)"
_PLACES = r"(?:box(?:es)?|spaces?|gaps?|table|brackets|lines?)"
_HOW = regex(
    # "Give your answer to 3 significant figures", "Show all your working"
    rf"{_HAND_IN} (?:down )?(?:(?:all|each|both) (?:of )?)?your (?:final |own )?{_ANSWER}\b"
    # "Give the answer in cm", "Write answers as fractions"
    rf"|{_HAND_IN} (?:down )?(?:all |each |both |any |the )?(?:final )?{_ANSWER} {_SPELT}\b"
    # "Show all working"
    r"|show (?:all |each |the |full )*(?:workings?|steps|calculations?)(?: clearly)?$"
    # "State the unit", "Include appropriate units in your answer"
    r"|(?:give|state|include|use|write|add) (?:down )?(?:(?:the|an?|its|your|correct|appropriate|suitable) )*units?(?: (?:in|with|for|of) your .*)?$"
    # "Put a tick in one box", "Write one number in each space"
    rf"|(?:put|write|draw|place) (?:an? |one |the )?(?:correct )?(?:tick|cross|ring|circle|letter|number|word)s?\b.*\b{_PLACES}$"
    # "Choose your answers from the box"
    rf"|(?:choose|select|use|write) (?:(?:your|the|each|an?) )?(?:answers?|words?) (?:from|in) (?:the|this) (?:\w+ )?(?:{_PLACES}|list|bank)\b"
    # "Work to 2 decimal places"
    r"|work (?:to|in) ",
    re.IGNORECASE,
)
"""What says how an answer is written, and asks for nothing."""

_WITH = regex(r"(?:use|apply)\b(?!.*\bto (?P<command>[a-z]+))", re.IGNORECASE)
"""What says with what something is answered ("Use ideas about density"), unless it asks itself ("Use the graph to estimate ...")."""

_SENTENCE = regex(r"(?<=[.?!:])\s+")


def command_of(stem: str) -> str:
    """Return the command word of a stem: of its last sentence that asks for something; where all say how, of the last that opens with one."""
    opened = list(_opened(stem))
    asking = [word for word, sentence in opened if _asks(word, sentence)]
    return asking[-1] if asking else opened[-1][0] if opened else "Answer"


def _opened(stem: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence that opens with a command word, and that word."""
    for sentence in _SENTENCE.split(stem):
        bare = sentence.strip("*“‘ \n")
        first = re.match(r"[A-Za-z]+", bare)
        if first and first[0].capitalize() in COMMANDS:
            yield first[0].capitalize(), bare


def _asks(word: str, sentence: str) -> bool:
    if word in _QUESTIONS:
        return sentence.rstrip("*”’ ").endswith(("?", ":", "…", "____"))
    said = " ".join(sentence.rstrip(" .*!:").split())
    return not _HOW.match(said) and not _WITH.match(said)
