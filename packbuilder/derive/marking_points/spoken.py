"""Points in other languages than English: those that open with a command word, and those that are questions, are asked as they stand.

Nothing is turned there but the command itself; the question that a statement answers is put by `abroad`, where its form leaves no doubt.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from packbuilder.derive.marking_points.abroad import told_in
from packbuilder.derive.marking_points.closings import closed, closing
from packbuilder.derive.marking_points.examples import RECALLED, may_answer, without_article, without_examples
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.openings import Opened, addressed, by_command, opened, put, without_leads
from packbuilder.derive.marking_points.outcome import STATEMENT, Asked, LeftOut
from packbuilder.derive.marking_points.pieces import STOPPED
from packbuilder.derive.marking_points.said import NEEDS_VALUES
from packbuilder.derive.marking_points.spoken_answers import UNIT, credited, without_answers, without_inner
from packbuilder.derive.marking_points.spoken_questions import answered_in
from packbuilder.derive.marking_points.spoken_told import joined, sentences, told_behind
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.grammars import Grammar, folded, grammar_of
from packbuilder.grammars.said import said_in
from packbuilder.languages import primary
from packbuilder.model.bank import OTHER_TONGUE
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

_LABEL = regex(
    r"^(?:AO\s?\d(?:\.\d)?|(?:\d+\.)*\d+[.)](?!\s(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember)\b)|\(?(?:[a-zα-ω]|στ|ια)\))\s*[:.–-]?\s+(?=\w)"
)
_MARKS = regex(
    rf"\s*(?:[\[(](?:(?:max\.?\s*|/\s?|sur )?(?P<n>\d{{1,2}})(?P<part>[.,]\d{{1,2}})?(?:\s*(?:{UNIT}|p\.?))?|{UNIT}\s*(?P<after>\d{{1,2}}))[\])]"
    rf"|(?:\s[-–—:]\s*|(?<=[\w)?.])\s)(?P<m>\d{{1,2}})\s?{UNIT}|(?<=[\w)?.])\s/\s?(?P<k>\d{{1,2}})(?:\s?{UNIT})?)\s*[.;]?$",
    re.IGNORECASE,
)
"""What a point says of its marks, at its end: `(2 points)`, `[3 P.]`, `- 2 pkt`, `(Μονάδες 2)`, `/3`."""
_REASONS = ("Justify", "Explain")
_COUNTED = ("State", "Identify")
_WORKED_ON = frozenset(("Analyse", "Interpret", "Discuss", "Describe", "Examine", "Summarise", "Use", "Identify", "Compare"))
_OBJECT = 4
"""Words within which a command names what is worked on ("Faites une analyse du document")."""
_WORD = regex(r"[^\W\d_]+")
_GREEK = "el"
_GREEK_ASKS = ("?", ";", "\u037e")
"""What a question ends with in Greek: a semicolon, which only parts the points of a list elsewhere."""
_VALUES = regex(r"\d|[$\\=]")
"""What something can be worked out from: a number, or a formula."""

_LONGEST_OPENER = 4
"""Words at most of what opens a question ("was versteht man unter")."""

_NEAR = 4
"""A number among so many words after the command is that of the things asked for ("Nommez les deux principaux facteurs")."""

_UNCOUNTED = 2
"""What several things are worth that no number counts."""

_ENOUGH, _LONGEST = 2, 55
_TERM = 4
"""Letters of a word whose meaning can be asked for ("Definieren Sie Osmose")."""
"""Words of a stem besides its command at least, and all of its words at most."""


def asked_in(text: str, language: str) -> tuple[Normal, Asked | LeftOut]:
    """Return a point in a language (a BCP 47 tag) as it goes to its scheme, and what it asks, or why nothing can be asked."""
    words = _LABEL.sub("", re.sub(r"\s+", " ", text.replace("**", "")).lstrip(" •-–—\t").rstrip())
    words = re.sub(r"\s[-–—]+$", "", words)
    grammar = grammar_of(language)
    if grammar and (behind := without_answers(words, grammar)):
        normal, asked = asked_in(behind.asked, language)
        if isinstance(asked, LeftOut):
            return replace(normal, raw=text, count=behind.marks), asked
        given = credited(behind.given, asked.command, grammar, counted=asked.several > 0) if behind.given else ()
        return replace(normal, raw=text, count=behind.marks, tail=(*normal.tail, *given)), asked
    marks = _MARKS.search(words)
    words, inner = without_inner(_MARKS.sub("", words).strip())
    worth = next((int(each) for each in marks.group("n", "after", "m", "k") if each), 0) if marks and not marks["part"] else 0
    worth += inner
    commands = grammar is not None and by_command(words.split(), grammar) is not None
    asks = words.endswith(_GREEK_ASKS if primary(language) == _GREEK else "?") and not (commands and len(sentences(words)) > 1)
    normal = Normal(body=words, full=words if asks else words.rstrip(" .;:!"), raw=text, count=worth)
    if grammar is None:
        return normal, LeftOut(
            rule=OTHER_TONGUE,
            reason=f"points in this language ({language}) are not turned into questions",
            remedy="Write its question in a bank.",
        )
    if asks:
        return normal, _gated(_question(words, grammar), grammar)
    if not commands and (asked_and_told := _asked_and_told(words, grammar)):
        return normal, _gated(asked_and_told, grammar)
    if found := answered_in(words, grammar):
        normal = replace(normal, body=found.asked, full=found.asked, tail=found.given, count=worth or found.marks)
        return normal, _gated(_question(found.asked, grammar), grammar)
    body, tail, listed = without_examples(without_article(words.rstrip(" .;:!"), grammar), grammar)
    asked = _commands(body, grammar)
    if isinstance(asked, Asked) and asked.command in RECALLED and listed > 1 and not asked.several:
        asked = replace(asked, several=_UNCOUNTED)
    gated = _gated(asked, grammar)
    if isinstance(gated, Asked) and not tail and _begins(folded(gated.sentence), grammar.worked, grammar):
        gated = _NO_RESULT
    if (isinstance(gated, LeftOut) or (commands and _labels(words, grammar))) and (told := _told(words, grammar)):
        return replace(normal, tail=told.given), told
    return replace(normal, body=body, tail=tail), gated


def _told(words: str, grammar: Grammar) -> Asked | None:
    """Return the question that a statement answers; None where it has no form that leaves no doubt of it."""
    if by_command(words.split(), grammar) is not None and not _labels(words, grammar):
        return None
    told = told_in(words, grammar)
    asked = None if told is None else _question(told.asked, grammar) if told.asked.endswith(("?", ";")) else _command(told.asked, grammar)
    if told is None or not isinstance(asked, Asked):
        return None
    gated = _gated(asked, grammar)
    if isinstance(gated, LeftOut):
        return None
    return replace(
        gated, rule=STATEMENT, confidence=_OF_STATEMENT, several=told.several, given=told.given, command=told.command or gated.command
    )


def _labels(words: str, grammar: Grammar) -> bool:
    """Whether what could be a command is a noun that says of what kind the answer behind a colon is: "Diferencia entre masa y peso: ..."."""
    return ":" in words and grammar.noun(words.split()) is not None


_OF_STATEMENT = 0.7
"""How sure a question is that a statement answers: what the notes ask themselves is drawn before it."""


def _asked_and_told(words: str, grammar: Grammar) -> Asked | None:
    """Return a question behind which candidates are told how to answer: `Was versteht man unter Osmose? Nennen Sie ein Beispiel.`

    Where reasons are asked for, they are what marks are for: `La mitose est-elle ... ? Justifiez votre réponse.`
    """
    asked, mark, behind = words.rpartition("; " if grammar.language == _GREEK and "? " not in words else "? ")
    told = told_behind(sentences(behind), grammar, turned=True) if mark and len(asked.split()) > 1 else None
    if told is None:
        return None
    question = _question(f"{asked}{mark.strip()}", grammar)
    reasons = by_command(told[0].split(), grammar)
    if reasons is not None and reasons.word.command in _REASONS and TARIFF[question.command].marks < TARIFF["Explain"].marks:
        question = replace(question, command="Explain", several=0)
    sentence = joined((question.sentence, *told))
    return replace(question, sentence=sentence if STOPPED.search(sentence) else f"{sentence}.")


def _question(words: str, grammar: Grammar) -> Asked:
    """Return a question, which is asked as it stands."""
    for written, printed in grammar.asked_as.items():
        words = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", printed, words, flags=re.IGNORECASE)
    if grammar.opening and grammar.opening not in words:
        words = grammar.opening + words
    opening = folded(words).split()
    heads = (" ".join(opening[:count]) for count in range(_LONGEST_OPENER, 0, -1))
    # "qu'est-ce qu'une cellule": what opens it may end within a word.
    command = next((name for head in heads for opener, name in grammar.openers.items() if _opens(head, opener)), "State")
    several = _number(words.partition(" ")[2], grammar) if command in _COUNTED else 0
    return Asked(rule=OTHER_TONGUE, command=command, sentence=_begun(words), confidence=0.85, several=several, ended=True)


def _begun(words: str) -> str:
    """Return a question that begins with a capital letter, also after the sign that opens it."""
    at = 1 if words[:1] == "¿" else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _opens(head: str, opener: str) -> bool:
    return head == opener or head.startswith(opener if opener.endswith("'") else f"{opener}'")


def _commands(body: str, grammar: Grammar) -> Asked | LeftOut:
    """Return what a point asks, with what it tells candidates behind that."""
    question, *behind = sentences(body)
    asked = _command(question, grammar)
    if isinstance(asked, LeftOut) or not behind:
        return asked
    if may_answer(body, grammar):
        return _MAY_ANSWER
    found = opened(question.split(), grammar)
    told = told_behind(behind, grammar, turned=isinstance(found, Opened) and found.turned)
    return _BEHIND if told is None else replace(asked, sentence=joined((asked.sentence, *told)))


def _command(body: str, grammar: Grammar) -> Asked | LeftOut:
    """Return what a sentence asks whose first words are a command, or, where the language has it so, its last one."""
    words = body.split()
    found = opened(words, grammar)
    if found is None and grammar.last and (pieces := closed(without_leads(words, grammar), grammar)):
        return closing(pieces, grammar, _number(" ".join(pieces[0].about), grammar)) or _GENERIC
    if not isinstance(found, Opened):
        some = ", ".join(capital(next(word.printed for word in grammar.commands.values() if word.command == name)) for name in _NAMED)
        stated = f", and statements in {grammar.name} are not turned into questions"
        if said_in(grammar.language):
            stated = ", nor any statement that surely answers one"
        reason = f"it is neither a question nor opened by a command word{stated}"
        return LeftOut(rule=OTHER_TONGUE, reason=found or reason, remedy=f"Begin it with a command word ({some} …).")
    rest = addressed(found.rest, grammar) if found.turned else found.rest
    if rest is None:
        reason = f"it speaks to one whom it knows well, and questions in {grammar.name} do not"
        return LeftOut(rule=OTHER_TONGUE, reason=reason, remedy="Write it to a candidate as exams do, or in the infinitive.")
    least = 1 if found.word.command == "Define" and len(rest) >= _TERM else _ENOUGH
    if len(rest.split()) < least or _generic(rest, grammar):
        return _GENERIC
    if may_answer(body, grammar):
        return _MAY_ANSWER
    printed = found.word.printed
    if grammar.polite and found.second and folded(rest.partition(" ")[0]) in grammar.joints:
        # "Nennen und erläutern Sie": the pronoun stands once, after the last of several commands.
        printed = printed.removesuffix(f" {grammar.polite}")
    return Asked(
        rule=OTHER_TONGUE,
        command=found.word.command,
        second=found.second,
        sentence=capital(put(printed, rest)),
        several=_number(rest, grammar),
    )


_NO_RESULT = LeftOut(
    rule="R6",
    reason="what it comes to is not said, so that nothing could be credited",
    remedy="Put the result behind a colon, or write it as an item in a bank.",
)
_MAY_ANSWER = LeftOut(
    rule="R9",
    reason="what follows the colon or the dash may be its answer",
    remedy="Ask for it without its answer, or put the answer in brackets.",
)
_BEHIND = LeftOut(
    rule="R9",
    reason="what stands behind the question may be its answer",
    remedy="Put its marks and a colon before an answer: “(2) : …”. Begin what tells candidates how to answer with a verb in the imperative.",
)
_GAP = regex(r"_{2,}|\.{4,}")
_GAPPED = LeftOut(rule="N", reason="a gap stands in what is asked", remedy="Ask for what is missing, or write it as a cloze in a bank.")
_GENERIC = LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
_NAMED = ("Explain", "Describe")
"""Commands that a message names: what they are like shows from two or three."""


def _generic(rest: str, grammar: Grammar) -> bool:
    """Whether words after a command speak of the candidate's own answer alone: that belongs to another question."""
    said = re.sub(r"\s(?:avec|con|en|par|por|à|au|gyda)\s.*$", "", folded(rest))
    return said in {folded(each) for each in grammar.yours.values()} or said in map(folded, grammar.alone)


def _is_choice(sentence: str, grammar: Grammar) -> bool:
    """Whether a question gives a choice and nothing that it is about: "Vrai ou faux ?"."""
    words = sentence.rstrip(" ?.;").split()
    return len(words) == _CHOICE and folded(words[1]) in grammar.choices


_CHOICE = 3
"""Words of a choice between two ("Vrai ou faux")."""


def _number(rest: str, grammar: Grammar) -> int:
    """Return how many things are asked for; 0 where no number says so."""
    for word in folded(rest).split()[:_NEAR]:
        if word in grammar.numbers:
            return grammar.numbers[word]
        if word.isdecimal() and 1 < int(word) <= max(grammar.numbers.values()):
            return int(word)
    return _UNCOUNTED if grammar.plural and re.match(grammar.plural, rest) else 0


def _needs_source(asked: Asked, grammar: Grammar) -> bool:
    """Whether a stem speaks of a text, a graph or a table that is not there: as what is worked on, or as where the answer stands."""
    words = [each.strip(".,;:?¿") for each in re.split(r"[\s']+", folded(asked.sentence))]
    at = [index for index, word in enumerate(words) if word in grammar.sources]
    worked = asked.command in _WORKED_ON and any(index <= _OBJECT for index in at)
    before = (" ".join(words[max(0, index - _OBJECT) : index]) for index in at)
    return worked or any(re.search(rf"\b{re.escape(after)}\b", each) for each in before for after in grammar.after)


def _gated(outcome: Asked | LeftOut, grammar: Grammar) -> Asked | LeftOut:
    """Pass a stem on, said politely, or say why it may not be printed."""
    if isinstance(outcome, LeftOut):
        return outcome
    absent = any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", folded(outcome.sentence)) for each in grammar.absent)
    if absent or _needs_source(outcome, grammar):
        return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    if _GAP.search(outcome.sentence):
        return _GAPPED
    if _is_choice(outcome.sentence, grammar):
        return _GENERIC
    if reason := _skill(outcome.sentence, grammar):
        return LeftOut(rule="R6", reason=reason, remedy="Write it as an item in a bank, with what it is worked out from or drawn on.")
    if grammar.language == _GREEK and _without_accents(outcome.sentence):
        return LeftOut(rule="N", reason="it is written without accents", remedy="Write it in ordinary case, with its accents.")
    outcome = replace(outcome, sentence=_WORD.sub(lambda word: grammar.person.get(folded(word[0]), word[0]), outcome.sentence))
    if len(outcome.sentence.split()) > _LONGEST or outcome.sentence.count("(") != outcome.sentence.count(")") or "…" in outcome.sentence:
        return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
    return outcome


def _skill(sentence: str, grammar: Grammar) -> str:
    """Return why what a command asks for cannot be done with pen and paper alone; empty where it can: a calculation whose values are given."""
    said = folded(sentence)
    if _begins(said, grammar.drawn, grammar):
        return "what it asks for is drawn, and needs something to draw on"
    return NEEDS_VALUES if _begins(said, grammar.worked, grammar) and not _VALUES.search(sentence) else ""


def _begins(said: str, commands: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether a stem begins with one of some commands, alone or before another ("Zeichnen und beschriften Sie")."""
    bare = (each.partition(" …")[0].removesuffix(f" {folded(grammar.polite)}") for each in commands)
    return any(re.match(rf"{re.escape(each)}(?!\w)", said) for each in bare)


def _without_accents(sentence: str) -> bool:
    """Whether most words that must have an accent in Greek have none, as in capitals, where nothing tells where it would stand."""
    words = [word for word in _WORD.findall(sentence) if len(word) > _SHORT]
    bare = [word for word in words if word == normalize("NFD", word)]
    return 2 * len(bare) > len(words)


_SHORT = 3
