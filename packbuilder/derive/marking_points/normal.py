"""Normalising: a marking point without its bullet, bold, lead and person, and its tail set apart."""

from __future__ import annotations

import re

from packbuilder.bands import Band
from packbuilder.derive.marking_points.abbreviations import without_stops
from packbuilder.derive.marking_points.answers import answered, set_apart
from packbuilder.derive.marking_points.any_of import any_of
from packbuilder.derive.marking_points.credited_results import with_answer_behind
from packbuilder.derive.marking_points.following import following, torn_behind
from packbuilder.derive.marking_points.formulas import HYPHEN
from packbuilder.derive.marking_points.framing import asked_of, given_last, joined, prompted, unframed
from packbuilder.derive.marking_points.labels import unlabelled
from packbuilder.derive.marking_points.lettered import without_answers
from packbuilder.derive.marking_points.mark_codes import with_marks_behind, without_codes
from packbuilder.derive.marking_points.marks import without_inner, worth
from packbuilder.derive.marking_points.marks_for import in_one_task
from packbuilder.derive.marking_points.masks import masked
from packbuilder.derive.marking_points.named_examples import without_named_examples
from packbuilder.derive.marking_points.person import asked_themselves, to_you
from packbuilder.derive.marking_points.quotations import as_scene, quotations_last
from packbuilder.derive.marking_points.single import without_wrong
from packbuilder.derive.marking_points.skills import skilled
from packbuilder.derive.marking_points.sums import with_result
from packbuilder.derive.marking_points.tails import split_tail
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.worked_out import worked_out
from packbuilder.derive.marking_points.written_behind import equation_behind
from packbuilder.leads import without_lead, without_marks
from packbuilder.patterns import regex
from packbuilder.stated_marks import how_given, shares_said, without_total
from packbuilder.text import capital
from packbuilder.values import dataclass
from packbuilder.worth import written_out

_ADVERBS = regex(
    r"(?<!how )(?<!ly and )(?<!factorise )(?<!factorize )(?<!simplify )(?<!expand )\b(?:accurately|correctly|clearly|effectively|appropriately|confidently|fully|successfully|consistently|precisely|"
    r"explicitly|thoroughly|coherently|logically|concisely|carefully|comprehensively|fluently|securely(?! attached)|"
    r"convincingly|perceptively|insightfully|succinctly|briefly|independently(?= (?:describ|explain|identif)))(?:\s+|$)",
    re.IGNORECASE,
)
_IN_ORDER = regex(
    r",? (?:with (?:the )?(?:sequenced|ordered) (?:steps|stages)|with (?:the )?(?:steps|stages) in (?:the|a) (?:right|correct|logical) (?:order|sequence)|in a logical (?:order|sequence))$",
    re.IGNORECASE,
)
"""How well an explanation is ordered."""
_AUXILIARY = regex(r"^(?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|might|has|have|had)\s", re.IGNORECASE)
_PLACED = regex(r"^(?:in|on|at|to|from|by|for|with|of|under) (?:what|which|whom|whose)\b", re.IGNORECASE)
"""A question that opens with a preposition, which is no lead ("To whom is it addressed?")."""
_ASKED = regex(r"\?(?:\s+(?:explain|justify|give (?:a|one|two) reasons?|give your reasons?|use|why)\b[^?]*\??)?$", re.IGNORECASE)
"""The end of a question, or what is told behind it ("Can heat travel through a vacuum? Explain")."""
_ASKS_LAST = regex(r"[.?]\s+(?:Which|What|Why|How|Who|Whom|Whose|When|Where|To what|Should|Do|Would)\b[^?]*\?$")
"""A question of its own behind a command ("Compare two methods. Which would you recommend?")."""
_BARE_EXPLAIN = regex(r"(?<=\?)(?P<verb>\s+(?:Explain|Justify))\.?$")
_STARS = regex(r"\*\*(?=[^\s*])(?P<two>.+?)(?<=[^\s*])\*\*|(?<![\w*)])\*(?=[^\s*])(?P<one>[^*]+?)(?<=[^\s*])\*(?![\w*(])")
"""Emphasis; stars between numbers, or before a name in code, are signs of their own."""
_RIM = regex(rf"^[ •–—\t-]+|(?<![ •\t–—])(?:[ \t]|(?<![A-Za-z\d])•|[–—]|{HYPHEN})+$")
"""What stands round a point."""
_LEADERS = regex(r"(?<=[\w)’'”])\s*(?:\.{5,}|…{2,}|_{4,})\s*(?=[\w-][^.…_]{0,60}$)|(?<=\s)--(?=\s)")
"""Dots between a question and its answer, and two hyphens for a dash."""
_STOPPED = regex(r"^(?P<asked>(?:(?!\s[–—-]\s)[^.?:;])+[a-z]{3})\.\s+(?=[–—-]\s+(?:(?!\s[–—-]\s).)+$)")
"""A stop before the dash of an answer ("Name the festival of Saturn. - Saturnalia")."""
_STROKES = regex(r"(?<=[a-z\d][a-z)\]’'”\"])\s\|\s(?=[a-zA-Z]{2})(?![^()]*\))")
"""Strokes between a question and the entries of its answer; in brackets they are those of a probability."""
_SAID = regex(
    r"^(?P<asks>Who (?:said|wrote|spoke)) (?:this|these words|these lines|the following)\s?\?\s+(?P<words>[‘'][^?]+[’'])\s*(?:[–—:-]|->|→)\s*(?P<who>[^?]+)$"
)
_LONG_SPACE = regex(r"[ \t]{9,}")
"""What no words need: patterns that trim spaces would go through them again and again."""
_SHORT_MARKS = regex(r"(?<=\d)\s?mks?\b")
_UNMARKED = regex(
    r"^(?!.*\?)(?!.*: [^:;]*\bor\b)(?P<asked>(?:why|how|where|when|who|what|which)(?: [\w’'-]+){0,3}? (?:is|are|was|were|do|does|did|can|could|should|would|has|have|had) (?![^:]*\b(?:following|these|each)\b)[^?:;.()\[\]]{6,}?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
"""A question without its mark before the colon of its answer ("why is sodium hydroxide no primary standard: ...")."""
_TIMES = regex(r"^(?P<verb>Name|State|Give|List|Identify|Suggest) (?P<the>the )?(?P<what>[a-z][\w’' -]*?s)\s*\(\s?[x×]\s?(?P<n>[2-6])\s?\)")
"""How many there are, as it is jotted down ("Name the ghosts (x3)")."""
_CRITERION = regex(r"\s*[\[(][A-E]\.\s?[PMD]\d(?:\s?[,/&]\s?[A-E]\.\s?[PMD]\d)*[\])](?=\.?\s*$)")
"""The code of a criterion ("(B.D1)")."""
_WITH_MORE = regex(
    r"[\[(](?:[a-z][a-z -]{2,30}, (?P<n>\d{1,2}) marks|(?P<m>\d{1,2})(?: marks?)? ?\+ ?(?:\d ?)?(?:marks? )?(?:for )?(?-i:SPaG|SPAG))[\])](?=[.*]*$)"
)
"""Marks that stand with what kind of question it is, or with those for spelling ("[contextual study, 12 marks]", "(12 + 3 SPaG)")."""
_BARE_MARKS = regex(
    r"^(?P<before>(?=.*\b(?:[Ee]valuate|[Dd]iscuss|[Aa]ssess|To what extent|How far|[Aa]nalyse|agree\?)\b).*[a-z]{2}[.?!’'\")]+) (?P<n>[4-9]|[1-3]\d|40)$"
)
"""A number behind a whole task that asks for a judgement can only be its marks."""
_NUMBERS = ("two", "three", "four", "five", "six")
_ANOTHER = regex(r"(?P<sign>;)\s+(?P<verb>[A-Z][a-z]+)\b")


_SEQUENCE = regex(
    r"\b(?:stages?|steps?|links|chain|path(?:way)?|route|cycle|sequence|journey|process|phases)\b(?!.*\b(?:size|mass|reactivity|value|large|small|increasing|decreasing)\b)",
    re.IGNORECASE,
)
"""What has one thing after the other, so that a sign between single words is an arrow."""


def without_stars(text: str) -> str:
    """Return a text without its emphasis."""
    return _STARS.sub(lambda found: found["one"] or found["two"], text).strip("*")


def _in_steps(words: str) -> str:
    """Return a point whose steps have signs between them ("neck narrows > flood cuts through > ...") with arrows; in an order of single words the sign is its own."""
    parts = re.split(r"\s>\s", words)
    steps = (
        len(parts) > 2
        and "<" not in words
        and re.search(r"[:.?]\s", parts[0])
        and (_SEQUENCE.search(parts[0]) or all(re.search(r"[a-z]{2}\S* \S*[a-z]{2}", each) for each in parts))
    )
    return " → ".join(parts) if steps else words


def _who_said(words: str) -> str:
    """Put what somebody said into the question about it ("Who said this? ‘I have a dream’ - Martin Luther King")."""
    return _SAID.sub(lambda found: f"{found['asks']} {found['words']}? {found['who']}", words)


def _counted(found: re.Match[str]) -> str:
    """Return a command with the number of things that stood behind them."""
    return f"{found['verb']} {found['the'] or ''}{_NUMBERS[int(found['n']) - 2]} {found['what']}"


def _in_one(found: re.Match[str]) -> str:
    """Join a second command to the first ("State one reason; Explain one consequence of it")."""
    return f" and {found['verb'].lower()}" if is_verb(found["verb"]) else found[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """A point ready for the rules: its body without final stop, its tail's pieces, and what it tells to refer to.

    `credited` says that a lead ("Award credit for") was taken off; `full` is the point in full, without lead, for the scheme.
    `guidance` are sentences to markers that stood in the point ("Reject: add more acid."). `scene` is what is told before the question. `shares` are the marks that the point gives to each objective.
    `bands` are the levels of response that the point itself has, lowest first; `objectives` those that it names. `torn` is how words begin that stand
    behind marks within the point and ask nothing: where they are left in a question, they give it away.
    """

    body: str
    tail: tuple[str, ...] = ()
    refer: str = ""
    credited: bool = False
    full: str = ""
    count: int = 0
    raw: str = ""
    guidance: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    scene: str = ""
    shares: tuple[tuple[str, int], ...] = ()
    bands: tuple[Band, ...] = ()
    objectives: tuple[str, ...] = ()
    torn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a point states in the notation of markers, and its words without that.

    `marks` are those that it gives as its total, `least` what its codes come to; 0 where there are none. `answers` stood in brackets, behind codes or
    behind a sum; `how` says how marks are given, `guidance` what else stood with codes. `masks` are what the rules must not touch.
    """

    words: str
    marks: int
    least: int
    answers: tuple[str, ...]
    how: tuple[str, ...]
    guidance: tuple[str, ...]
    shares: tuple[tuple[str, int], ...]
    masks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What a point asks, and what it says itself of the answer. `wrong` is what is told from it ("oxygen, not nitrogen"), `examples` are names of what it speaks of, for markers; `values` is how many it asks for, where each stands in it."""

    body: str
    full: str
    refer: str
    answers: tuple[str, ...]
    credited: bool
    wrong: str
    examples: tuple[str, ...]
    values: int


def normalise(text: str, told: str = "") -> Normal:
    """Take a marking point apart (HANDBOOK section 2). Nothing of the tail stays in the body. `told` is what is told before it.

    The order matters: marks and codes first, since they look like brackets of the question; then signs, so that all later rules see one kind of
    dash and quotation mark; then what frames the question, what follows it, and last the question itself.
    """
    stated = _stated(text, told)
    words = _in_plain_signs(stated.words)
    bare = unlabelled(_TIMES.sub(_counted, _UNMARKED.sub(r"\g<asked>? ", words)))
    told, quoted = quotations_last(prompted(given_last(bare.words)))
    after = following(_ANOTHER.sub(_in_one, told))
    asked = re.sub(r",?\s+and (?:answer|complete|attempt)\s+(?:\S+\s+){0,4}questions?(?=\.?$)", "", after.words)
    found = _question(without_inner(without_marks(asked)), answered_behind=bool(after.answers))
    scene = as_scene(bare.quoted, found.body)
    answers = (*found.answers, *after.answers, *stated.answers)
    accepted, guidance = ((), after.guidance) if answers else (after.accepted, after.otherwise)
    wrong = (f"Do not accept: {found.wrong}.",) if found.wrong else ()
    return Normal(
        body=_begun(found.body),
        tail=(*answers, *accepted, *quoted),
        refer=found.refer or f"‘{bare.quoted}’" if bare.quoted and not scene else found.refer,
        credited=found.credited,
        full=found.full,
        count=stated.marks or after.marks or worth(asked) or worth(words) or stated.least or found.values,
        raw=stated.words,
        masks=stated.masks,
        guidance=(*stated.how, *wrong, *found.examples, *guidance, *stated.guidance),
        scene=scene,
        shares=stated.shares,
        torn=torn_behind(asked),
    )


def _stated(text: str, told: str) -> _Stated:
    """Read the marks of a point, and the answers that stand with them."""
    text = _WITH_MORE.sub(lambda found: f"[{found['n'] or found['m']}]", text) if " marks]" in text or "SP" in text else text
    text = _BARE_MARKS.sub(r"\g<before> [\g<n>]", text) if text[-1:].isdigit() else text
    text = any_of(in_one_task(with_answer_behind(_CRITERION.sub("", _LONG_SPACE.sub(" ", text)))))
    how = how_given(text)
    lettered = without_answers(text)
    words = _SHORT_MARKS.sub(lambda found: " mark" if found[0].strip() == "mk" else " marks", without_stops(lettered.words))
    words = written_out(with_marks_behind(words))
    skill = skilled(words)
    skill = skill if skill.answers else worked_out(words, told)
    coded = without_codes(skill.words)
    words, total = without_total(coded.words)
    # What has been parted from its result may hold another equals sign, which is the question's own.
    words, worked = (words, ()) if coded.answers or skill.answers else with_result(words)
    words, equation = equation_behind(words)
    words, masks = masked(words)
    return _Stated(
        words=joined(_STROKES.sub("; ", words)),
        marks=skill.marks or total,
        least=coded.marks,
        answers=(*filter(None, (equation,)), *worked, *coded.answers, *lettered.answers, *skill.answers),
        how=(f"{capital(how)}.",) if how else (),
        guidance=coded.guidance,
        shares=shares_said(text),
        masks=masks,
    )


def _in_plain_signs(text: str) -> str:
    """Return a point without emphasis, and with one kind of quotation mark, dash and space."""
    words = (
        re.sub(r"(?<!\w)_(?=[^\W_]|[(\[])|(?:(?<=[^\W_])|(?<=[.)\]]))_(?!\w)", "", without_stars(text)).replace("“", "‘").replace("”", "’")
    )
    words = re.sub(r'"([^"]*)"', r"‘\1’", re.sub(r"\s+", " ", _RIM.sub("", words)))
    return _LEADERS.sub(" – ", _STOPPED.sub(r"\g<asked> ", _who_said(_in_steps(words)), count=1))


def _question(words: str, *, answered_behind: bool) -> _Question:
    """Read what is left of a point when its marks are gone: a question, or what is credited in other words."""
    words = re.sub(r"^The (?=(?:describe|explain|identify|state|outline|compare|discuss|analyse|evaluate|assess)\b)", "", words)
    question, answer = answered(_BARE_EXPLAIN.sub(r"\g<verb> your answer", words))
    right, wrong = without_wrong(", ".join(answer), question) if len(answer) == 2 else ("", "")
    told_apart = bool(right and wrong)
    asks = _ASKED.search(question) and (_AUXILIARY.match(question) or _PLACED.match(question))
    body, credited = (question, False) if asks else without_lead(question)
    full = unframed(body)
    body = asked_themselves(asked_of(full)) if credited else full
    body, examples = without_named_examples(body)
    body, given = set_apart(to_you(body[:1].upper() + body[1:]))
    split = split_tail(body, answered=answered_behind or bool(answer))
    return _Question(
        body=split.body,
        full=full.rstrip(" .;:"),
        refer=split.refer,
        answers=(*(piece.rstrip("? ") for piece in split.pieces), *((right,) if told_apart else answer), *given),
        credited=credited,
        wrong=wrong if told_apart else "",
        examples=examples,
        values=split.values,
    )


def _begun(body: str) -> str:
    """Return what is asked as a sentence begins, without "briefly" and the like, and a command without the question mark that some write after it."""
    body = _IN_ORDER.sub("", _ADVERBS.sub("", body).strip(" ,;:."))
    if is_verb(re.split(r"\W", body, maxsplit=1)[0]) and not _AUXILIARY.match(body) and ":" not in body and not _ASKS_LAST.search(body):
        body = body.rstrip("? ")  # "Explain why the sky is blue?"
    return body[:1].upper() + body[1:]
