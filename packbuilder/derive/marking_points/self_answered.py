"""What answers itself: a sum with its result, an equals sign, a bracket or a comma behind which the answer stands in a question's own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from packbuilder.derive.marking_points.abbreviations import may_stand_for
from packbuilder.derive.marking_points.brackets import ASKS_ABOUT
from packbuilder.derive.marking_points.entries import has_verb
from packbuilder.derive.marking_points.finite import says
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.marking_points.written_behind import holds_equation
from packbuilder.patterns import regex

_UNIT = r"(?:\s?(?:%|°C|g|kg|s|N|J|W|V|A|cm|km|mm|mol|dm³|cm³|m/s|million|billion|bn|units?|hours?|minutes?|bytes?|bits?))?"
_NUMBER = rf"(?:[£$€]\d[\d,.]*\s?(?:m|k|bn)?\b|\d[\d,.]*{_UNIT})\)?"
_SUM = regex(rf"{_NUMBER}\s*(?:[×*÷/+−–-]|x)\s*\(?{_NUMBER}(?:\s*(?:[×*÷/+−–-]|x)\s*\(?{_NUMBER})*\s*=\s*[£$€]?\d")
"""A sum in figures with what it comes to ("£2.4m / £12m x 100 = 20%")."""
_SET_OUT = regex(
    r"^(?:Calculate|Work out|Determine|Find)\b[^:]*[a-z]{3}[^:]*(?<!\bof)(?<!\bfollowing):\s*(?:[(£$€]*\d[^:a-wyz]*(?:[×*÷/+−–-]|\bx\b)\s*[(£$€]*\d|[^:=]*\s[÷×]\s)"
)
"""The sum by which something is worked out, behind a colon."""
_WORKED_OUT = regex(r"^(?:Calculate|Work out|Determine|Find)\b.*[a-z%\d]\.\s+[(£$€]*\d[^a-wyz]*[×÷*/][^a-wyz]*$")
"""The same behind a full stop."""
_SET_BESIDE = regex(
    r"^(?:Calculate|Work out|Determine|Find)\b.*(?<!\bof)(?<!\bfor)(?<!\bvalue)(?<!\bexpression)(?<!\bthat)(?<=[a-z]{3}) \((?:[£$€]?[\d.]+\s?[+×x*/÷−–-]\s?)+[£$€]?[\d.]+\)\s?[/÷×*]"
)
"""The sum right behind what is to be worked out ("Calculate the mean depth (0.2 + 0.4)/2")."""
_BEHIND_SIGN = regex(r"(?:→|->|=>|⇒|;)\s*(?:[(£$€]*\d[^a-zA-Z]*[×÷*/][^a-zA-Z]*\d|\d+[a-z][²³]?\s?=)")
"""A sum behind an arrow, an equation that goes on behind a semicolon."""
_SHOWN = regex(
    r"^(?:Show|Prove|Verify|Explain why|Check|Complete|Solve|Correct)\b|\bshow (?:that|how)\b|\b(?:errors?|mistakes?|wrong|incorrect|true|false)\b"
)
_RECALLS = r"(?:State|Name|Give|Identify|List|Recall|Define)"
_EQUALS = regex(
    rf"^{_RECALLS} (?!.*\b(?:equation|formula|law|relationship|expression|why|how|if|when|where|given|value|roots?|gradient|solutions?|turning|coordinates|graph|curve|line)\b)[^=]*[a-z]{{3}}\s=\s[a-z]{{3}}"
)
_ANSWERED = regex(
    r"(?:[?]['’”]?|[’'”]\.)\s+(?=[a-z]{1,}\b(?<!\bor\b))|^(?:Name|State|Give|Identify|Define)\b[^?]*\?\s+(?!Explain|Give|Justify|Use|Refer|State|Why|How|What|Describe|Show|In your)\w"
)
"""A small letter behind a question mark or a closed quotation: an answer that nothing has set apart."""
_RULE_SAID = regex(
    rf"^{_RECALLS} (?:the|an?|one) (?:[a-z]+ ){{0,2}}(?:rules?|principles?|laws?|facts?|ideas?|concepts?|beliefs?|points?|finding|conclusion|argument|belief|theory) that (?!(?:is|are|was|were|can|may|will|has|have|had|does|do|did|gave|gives|made|makes|set|sets|let|lets|led|took|takes|brought|forbade|[a-z]{{2,}}ed)\b)(?P<next>[\w’'-]+)"
)
"""A rule that is to be stated, said ("State the rule that past consideration is no consideration")."""
_EACH_ANSWERED = regex(r":\s[^:()]+\([^()]+\),[^:]*\([^()]+\)")
"""Entries of a list, each with its answer in brackets ("whether each is a debit: sales (Dr), receipts (Cr)")."""
_BRACKET = regex(rf"^{_RECALLS}\b.*\((?P<inside>[^()]+)\)$")
_FIGURES = regex(r"\d+(?:\.\d+)?\s*:\s*\d+(?:\.\d+)?|[A-Z]{3,6}|(?:line|option|answer|box|row|column) [A-Z\d]")
_AS = regex(
    r"^(?:Explain|Describe|Outline) (?!(?:why|how|what|when|where|the way|ways)\b)(?:[\w’-]+ ){1,4}as (?:[a-z-]+ ){1,4}(?:with|that|which|of|escape|escaping|leaving|moving)\b(?! an example)"
    r"|^(?:Explain|Describe|Outline) (?!(?:why|how|what|when|where|the way|ways)\b)(?:[\w’-]+ ){1,4}as [a-z]+s [a-z]+ing\b"
)
"""What something is, behind "as" ("evaporation as particles with most energy escaping")."""
_GIVEN = regex(
    r"^(?:Explain|Describe|State|Outline|Suggest|Give)\b(?![^:]*\b(?:statements?|views?|claims?|sayings?|proverbs?|ideas?|opinions?|quot\w+|beliefs?|arguments?|laws?|rules?|assertions?|sentences?|following|these):)[^:‘“]*[a-z]: (?:as (?!an?\b|the\b|well\b)|it |they |he |she |there )[^:]+$|"
    r"^(?:Predict|State|Identify|Suggest|Recognise) that\b|^Explain (?:how|why) .+ (?:as|since) (?:it|they|this|these) (?:is|are|was|were|has|have|had|contains?|needs?)\b(?! (?:\w+ly )?(?:\w+ed|\w+ing|\w+en|made|drawn|put|cut|built|kept|held|lost|sent)\b)|^Explain (?:how|why) (?!.*\bwhether\b).+ because (?!of\b)|^Name (?:[a-z]+) as (?:an?|the)\b|^(?:Justify|Recommend)\b.*\sbecause\b(?! of\b)|^Compare\b.*:.*\b(?:whereas|while|but)\b"
    r"|^Compare\b(?!.*\b(?:how|why|what|whether)\b).*\bwhereas\b|^Describe how (?:(?!\b(?:and|when|that|which|to|as|if)\b)[\w’-]+ ){1,4}[a-z]+s?(?: [a-z]+){0,2}, [a-z]+s [a-z ]+,? and [a-z]+s(?: [a-z]+)?$"
)
"""What is to be said, said: "Predict that the temperature will fall", "because it has the lowest conductivity", "as it is enzyme controlled", "whereas a quota ..."."""

_TOLD_APART = regex(
    r"(?:Outline|Explain|Describe|State|Give|Identify|Discuss) (?:the|a|one|two|three|some) (?:[a-z]+ )?differences? between (?!.*\b(?:these|following|terms?|words)\b)[^:;]+[:;] \S"
)
"""A difference, and behind a colon what it is."""
_EQUATION = regex(r"\bequation (?:of [a-z]+ )?that links\b|\b(?:equation|formula) for\b")
_ASIDE = regex(rf"^{_RECALLS}\b.*\s[–—-]\s[\w’'-]+\s[–—-]\s|^\w+ what happens [^,]*, (?:it|they)\s")
"""A name between dashes, where a name is asked for; what happens, said behind a comma."""
_SAID = regex(rf"^(?:{_RECALLS}|Describe|Explain|Outline) (?:the|an?)\s[^,]*, (?P<verb>[a-z]+) (?!.*\band\b)[a-z]")
_CHAIN_OF = regex(
    r"^(?:Explain|Describe|Outline) (?:how|why) (?P<first>[^,:;()]+)(?P<rest>(?:, (?!and\b|or\b|which\b|who\b|when\b|if\b|with\b|in\b|including\b|such\b|using\b|how\b|why\b)[^,:;()]+ [^,:;()]+){2,})$"
)
"""A whole question, and behind it things that commas part without an "and"."""
_RECKONED = regex(
    r"(?:Calculate|Work out|Determine|Find|Solve|Estimate|Convert|Show that|Prove|Simplify|Expand|Factorise|Evaluate|Differentiate|Integrate|Rearrange|Make|Write|Express)\b"
)
_WORKING = regex(r"\d\s?\)?\s?[×÷*/+=<>≤≥^−–-]|[=<>≤≥×÷]\s?[(£$€√-]*\w|\b[A-Z]\([A-Z]\b")
"""What sums are written with: an operator beside a figure, a relation, a function."""
_OWN = 3
"""So many content words of an answer, one behind the other, make it known."""


def is_worked(sentence: str) -> bool:
    """Whether a question holds the sum by which it is worked out, where that is not what is to be shown."""
    worked = any(each.search(sentence) for each in (_SUM, _SET_OUT, _WORKED_OUT, _SET_BESIDE)) or (
        is_reckoned(sentence) and _BEHIND_SIGN.search(sentence)
    )
    return bool(worked) and not _SHOWN.search(sentence)


def is_reckoned(sentence: str) -> bool:
    """Whether a question is answered by a sum."""
    return bool(_RECKONED.match(sentence))


def answers_itself(sentence: str) -> bool:
    if (
        _TOLD_APART.match(sentence)
        or _EQUALS.search(sentence)
        or _ANSWERED.search(sentence)
        or _AS.search(sentence)
        or _GIVEN.search(sentence)
    ):
        return True
    if (rule := _RULE_SAID.match(sentence)) and not _says_which(rule["next"], sentence[rule.end() :]):
        return True
    if _EACH_ANSWERED.search(sentence) and re.search(r"\b(?:each|whether|which)\b", sentence):
        return True
    if _ASIDE.search(sentence) or _is_chain(sentence) or holds_equation(sentence):
        return True
    bracket = _BRACKET.match(sentence)
    return bool(
        bracket and _FIGURES.fullmatch(bracket["inside"]) and not _abbreviates(bracket["inside"], sentence[: bracket.start("inside")])
    )


def _says_which(word: str, rest: str) -> bool:
    """Whether a clause says which rule is meant ("that protects data", "that governs acceptance"), and not what it says."""
    return bool(base_of_third(word) and word not in NOUNISH) or (word.endswith("s") and not word.endswith("ss") and not says(rest))


def _is_chain(sentence: str) -> bool:
    """Whether commas part a question from its answer ("the test for chlorine, bleaches litmus", "how vaccines work, antigen injected, antibodies made")."""
    said, chain = _SAID.match(sentence), _CHAIN_OF.match(sentence)
    if not said and not chain:
        return False
    if said and said["verb"] not in NOUNISH and base_of_third(said["verb"]):
        return True
    return chain is not None and " and " not in chain["rest"] and (has_verb(chain["first"]) or is_known(chain["first"].split()[-1]))


def _abbreviates(inside: str, before: str) -> bool:
    """Whether letters in brackets may stand for the words before them ("central processing unit (CPU)"), or name what is asked about ("the role of the committee (MPC)")."""
    return inside.isalpha() and (may_stand_for(inside, before) or bool(ASKS_ABOUT.match(before)))


_DIFFERENCE = regex(r"State one difference between (?:the effects of )?(?P<one>.+) and (?P<other>.+?)\.?$")
"""The two things are named in what sets them apart as well."""


def results(sentence: str, answers: Iterable[str]) -> tuple[str, ...]:
    """Return the answers that a question must not hold: of a sum its result, since its working repeats what is given ("M1 54 ÷ 20; A1 2.7")."""
    given = tuple(answers)
    if not given or not _RECKONED.match(sentence) or not any(_WORKING.search(each) for each in given):
        return given
    result = given[-1].rpartition("=")[2]
    return (result,) if re.search(r"[A-Za-z]{3}", result) else ()  # figures and letters stand in any formula


def gives_away(sentence: str, answer: str) -> bool:
    """Whether a question holds an answer: as a whole, or three of its content words in a row. An equation's quantities are named in its question."""
    if _EQUATION.search(sentence):
        return False
    if two := _DIFFERENCE.match(sentence):
        answer = re.sub(rf"{re.escape(two['one'])}|{re.escape(two['other'])}", "", answer, flags=re.IGNORECASE)
    asked, given = content_words(sentence), content_words(answer)
    size = min(len(given), _OWN)
    if size < 2:
        return False
    runs = {given[start : start + size] for start in range(len(given) - size + 1)}
    return any(asked[start : start + size] in runs for start in range(len(asked) - size + 1))
