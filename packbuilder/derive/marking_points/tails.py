"""Tails: indicative content and instructions about examples, taken out of a point's body before anything is asked."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.lexicon import DETERMINERS, NOUNISH
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.derive.marking_points.verbs import base_form, imperative, third_person
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_OPENS = regex(
    r"[,;:]?\s*\b(?:such as|including(?: but not limited to)?|e\.g\.,?|eg\.?|i\.e\.,?|ie\.?|for example,?|for instance,?|namely|"
    r"to include)\s+",
    re.IGNORECASE,
)
_BRACKET = regex(r"(?<![^\w][A-Za-z])(?<![^\w][A-Za-z]{2})(?:\s+|(?<=[a-z]{3})|(?<=[^\w\s])|^)\(([^()]*)\)")
"""Brackets, but for those of a function or a distribution ("B(n, p)")."""
_SQUARE = regex(r"\[(?P<inside>[A-Za-z][\w ,/-]*)\](?=\.?$)")
_BRACKET_LEAD = regex(r"^(?:and |or |e\.g\.,?|eg|i\.e\.,?|such as|including|for example,?|namely|to include|see)\s*", re.IGNORECASE)
_LISTED = regex(r"(?<!\bof):\s+(?=[^:]+[,;][^:]+$|1[.)]\s)")
_ROUTE = regex(
    r"^(?:describe|outline|state|give|list|recall)\b[^:]*\b(?:journey|route|path(?:way)?|passage|order|sequence|stages|steps|flow|process)\b[^:]*?(?P<colon>:\s+)(?=(?:[^:→>+=]+\s(?:→|[-=–]+>)\s){2,}[^:→>+=]+$)",
    re.IGNORECASE,
)
"""A way whose steps are told after a colon, with arrows."""
_RECALLED = regex(
    r"^(?:stat(?:e|ing)|giv(?:e|ing)|list(?:ing)?|recall(?:ing)?|nam(?:e|ing)|identify(?:ing)?|writ(?:e|ing)(?: down)?)\b(?!.*\bfollowing\b|[^:]*\b(?:each|these)\b)[^:]{8,}?(?P<colon>:\s+)(?P<answer>(?![‘'“\"])[^:]+)$",
    re.IGNORECASE,
)
"""What is recalled stands after the colon, even if it is one thing."""
_FOR_MARKERS = regex(
    r"^(?:practical|theory|\d+ (?:steps|points|answers|reasons|examples|marks)|AO\s?\d.*|any (?:one|two|three|four|five|\d)(?: (?!of\b)[\w-]+){0,3}|(?:bars?|lines?|pages?|pp?\.|verses?|chapters?|paragraphs?) \d.*|(?:HT|FT|higher|foundation)(?: tier)?(?: only)?|\d+\s?[x×]\s?\d+(?: marks?)?|(?:physics|chemistry|biology|triple|separate|combined|calculator|non-calculator|extension|recall|optional)(?: science)?(?: only)?|paper \d.*|\d+ marks?(?: each)?|max\.? ?\d|(?:use|draw|include|with) (?:a |an )?(?:labelled )?(?:diagrams?|graph|example)s?)$",
    re.IGNORECASE,
)
"""What brackets say of marks and tiers is no answer."""
_FIGURES = regex(r"^[-−–+]?(?:[£$€]\s?)?\d+(?:[.,]\d+)?(?:\s?(?:[%°‰]\s?[CFK]?|[a-zA-Zµ/²³·]{1,8}))?$")
_OF_CANDIDATES = regex(
    r"\b(?:learners?|candidates?|students?|pupils?) (?:often|may|might|sometimes|confuse|forget|think|need|should|must)\b", re.IGNORECASE
)
_ASKS_A_NAME = regex(r"(?:state|name|give|identify|list|recall|what|which|who|when|where)\b", re.IGNORECASE)
_NAME = regex(r"[A-Z][a-z]{4,}")
"""One word in brackets with a capital: a name, which is the answer where one is asked for."""
_ALTERNATIVES = regex(r"(?!HT\b|FT\b|KS\d)[A-Z][A-Za-z]+(?:\s?/\s?(?!HT\b|FT\b)[A-Z][A-Za-z]+)+")
"""Names that may be given one for another ("(PET/HDPE)")."""
_ASKS_A_SIGN = regex(r"(?:state|name|give|write|recall|what is)\b.*\b(?:formula|equation|expression|symbol|unit)\b", re.IGNORECASE)
_CODE = regex(r"[\d*+=<>\"'_]")
"""In brackets that follow a word without a space, what is handed to a function ("print(3 * 4)")."""
_RECKONS = regex(r"(?:calculate|determine|find|work out|solve|convert|estimate)\b", re.IGNORECASE)
_GIVEN = regex(r"[A-Za-z]\w{0,9}\s?=\s?\d")
"""A value to reckon with ("Ar: Ca = 40, C = 12")."""
_LIMITS = regex(
    r"(?:other than|apart from|except|excluding|not|greater than|less than|more than|above|below|over|under|at least|no more than)\b",
    re.IGNORECASE,
)
"""What brackets keep out of a question is no answer to it ("(other than voting)")."""
_TO_CANDIDATES = regex(
    r"(?:correct )?to (?:the nearest\b|(?:\d|one|two|three|four) ?(?:d\.? ?p|s\.? ?f|dec|sig|places))|in (?:words|full|symbols|figures|standard form|its? simplest form|terms of|order|[A-Za-z]{2,9} to \d)\b|"
    r"(?:start|begin|finish|end)(?:ing)? (?:at|from|with|in|on)\b|assum(?:e|ing)\b|(?:use|take|using|taking) \S{1,3} ?=|you (?:may|can|should|must|do|will|are)\b|do not\b|don['’]t\b|ignor(?:e|ing)\b|hint\b|"
    r"show (?:your|all|full)?\s?working|give (?:your|units|reasons|examples?|an example)\b|leave your\b|refer to\b|think (?:about|of)\b|remember\b|(?:with|include|including|state) (?:the )?units?\b",
    re.IGNORECASE,
)
"""What brackets tell candidates to do: it stays with the question ("(to 2 d.p.)", "(start at the vena cava)")."""
_PASSAGE = regex(
    r"(?:Books?|Acts?|Scenes?|Cantos?|Stanzas?|Parts?|Movements?|Letter|Sonnet|Psalms?|S[uū]rah?|Volume|Vol\.|Op\.) ?(?:\d|[IVXLC]+\b)[^()]*|(?:[1-3] )?[A-Z][a-z]+ \d{1,3}(?::\d[\d–,:-]*)"
)
"""Where in a work something stands ("(Book 21)", "(Mark 5:21)")."""
_CHOICE = regex(r"\b(?:which|whether)\b(?P<of> (?:of \w+ )?(?:is|are|was|were)\b)?[^:]*:\s+(?P<all>[^:;]+\bor\b[^:;]+)$", re.IGNORECASE)
"""What is to be chosen from: "Identify which is a vector: force or mass"."""
_CITED = regex(r"[A-Z][\w’'-]+(?:(?:,| and| &) ?[A-Z][\w’'-]+)*,? \d{4}")
_SAID_OTHERWISE = regex(
    r"(?:critically )?(?:explain|describe|evaluate|discuss|assess|analyse|compare|examine|outline|justify)\b", re.IGNORECASE
)
_SAYS_HOW = regex(r"(?:with|without|by|in|on|to|from|using|through|for|at|as|of)\b|\W", re.IGNORECASE)
_SYNONYM = 2
"""Words, at a question's end one: so much in brackets says a thing otherwise ("the oesophagus (gullet)")."""
_POINT = regex(r"[-−–]?\d+(?:\.\d+)?\s*,\s*[-−–]?\d+(?:\.\d+)?")
"""Two numbers in brackets are one point of a graph."""
_HONOURS = frozenset({"pbuh", "saw", "as", "ra", "swt"})
_ANSWER = regex(
    r"^(?:write|state|give|recall|name|define|identify)\b[^:]*?(?P<colon>:\s+)(?P<answer>([\uA000-\uA48C])\3{3})$", re.IGNORECASE
)
"""A formula after a colon is what is to be written."""
_DASHED = regex(r"\s+[–—-]\s+(?:e\.g\.,?|for example,?|such as|including)\s+", re.IGNORECASE)

_KIND = r"(?:(?:relevant|specific|appropriate|suitable|named|real[- ]world|real[- ]life|clear|contrasting|detailed|own|workplace|practical|precise|supporting|accurate|valid|different|factual|contextual|sporting|historical|musical|biological|chemical|literary|geographical|business|everyday|local|modern|biblical|religious|numerical|mathematical|medical|industrial|commercial|technological|cultural|political|economic|social|well[- ]chosen|your own|their own|further)[ ,]*(?:and |or )?)"
_THING = r"(?:examples?|theorists?|theories|studies|research|case stud(?:y|ies)|evidence|situations?|contexts?|quotations?|quotes|references?|statistics|detail|facts and figures|place[- ]specific detail)"
_REFERENCE = regex(
    rf",?\s*(?:with (?:close |specific |direct |detailed )?references? to|with the (?:use|help|aid) of|with|by using|using|by giving|giving|"
    rf"through the use of|supported (?:by|with)|backed up (?:by|with)|referring to|drawing on|illustrated (?:by|with)|making use of)\s+"
    rf"(?P<what>(?:(?:at least )?(?:one|two|three|four|a|an|some)\s+)?(?:{_KIND}+{_THING}|examples|an example|evidence from (?:the|your) text))"
    r"(?P<rest>(?:\s+(?:from|of|in|to support)\s+[^,.;(]*)?)(?P<end>\s*(?:,\s*|$|(?=\.|;)))",
    re.IGNORECASE,
)
_PIECES = regex(r"\s*(?:,(?!\d{3}(?!\d))|;)\s*(?:and\s+|or\s+)?|\s+and\s+(?=[^,;]*$)", re.IGNORECASE)
_RESUMES = regex(
    r",?\s+(?P<joint>and|and then|then|in order to|so that|to show|when|which|that are|that is)\s+(?P<word>[a-z]+)\b", re.IGNORECASE
)
_EMPTY = frozenset({"etc", "so on", "others", "others like this", "and others", "more", "the like", "as appropriate"})


@dataclass(frozen=True, slots=True)
class Split:
    """A body without its tail, the tail's pieces, and what it tells the candidate to refer to."""

    body: str
    pieces: tuple[str, ...] = ()
    refer: str = ""


def split_tail(text: str) -> Split:
    """Take the tail out: what follows `such as`, `including`, `e.g.`, `for example`, or stands in brackets.

    What goes on after the tail (`such as X, and explain why ...`) stays in the body. A first part of fewer than eight
    characters is never left alone.
    """
    text = re.sub(
        r"^(?:by )?(?:using|with) (?P<what>(?:(?:an?|one|two|at least one) )?(?:[a-z-]+ )?(?:examples?|case stud(?:y|ies))),?\s+(?P<rest>(?!to\b|of\b|from\b)[a-z]+\b.+)$",
        _asked_first,
        text,
        flags=re.IGNORECASE,
    )
    text = _AS_SOMEBODY.sub(
        lambda found: f"{found['rest'][:1].upper()}{found['rest'][1:].rstrip(' .')}, {found['as'][:1].lower()}{found['as'][1:]}", text
    )
    text = _WITH_REFERENCE.sub(_reference_last, text)
    body, refer = _references(text.rstrip(" .;:"))
    pieces: list[str] = []
    if _ASKS_A_NAME.match(body):
        body = _SQUARE.sub(r"(\g<inside>)", body)
    body = _with_brackets_of_tail(body, pieces)
    answer = None if _is_choice(body, pieces) else _ANSWER.match(body) or _RECALLED.match(body)
    if answer:
        given = (answer["answer"],) if MASK.fullmatch(answer["answer"]) else cut(answer["answer"])
        return Split(body[: answer.start("colon")], (*pieces, *given), refer)
    found = _DASHED.search(body) or _OPENS.search(body) or _listed(body)
    if found and found.start() >= 8:
        rest = body[found.end() :]
        resumed = _resumption(rest)
        clause = None if resumed else _predicate(found[0], body[: found.start()], rest)
        after = resumed or clause
        if found[0].strip(" ,;:").casefold() == "i.e." and not (clause and clause[0].startswith(",")):
            after = None
        inside, onward = (rest[: after.start()], rest[after.start() :]) if after else (rest, "")
        if after and after is clause:
            onward = f" {onward.lstrip(' ,')}"
        pieces.extend(cut(inside))
        body = body[: found.start()].rstrip(" ,;:–—-") + onward
    body = re.sub(r"\s*,?\s*\betc\.?$", "", body)
    return Split(re.sub(r"\s+([,;.])", r"\1", re.sub(r"\s+", " ", body)).strip(" ,;:."), tuple(pieces), refer)


def _is_choice(body: str, pieces: list[str]) -> bool:
    """Whether a question says what is to be chosen from; its answer may stand behind that in brackets ("... force or mass (force)")."""
    found = _CHOICE.search(body)
    if not found:
        return False
    named = re.split(r"\s*,\s*(?:or\s+)?|\s+or\s+", found["all"].casefold())
    return bool(found["of"]) or any(piece.casefold() in named for piece in pieces)


_AS_SOMEBODY = regex(r"^(?P<as>As an? [\w -]{3,30}), (?P<rest>(?:explain|describe|discuss|outline|evaluate|suggest|justify|analyse)\b.+)$")
"""In whose place a candidate answers ("As a performer, explain ..."): it goes after what is asked."""
_WITH_REFERENCE = regex(
    r"^(?:with (?:close |specific |detailed )?reference to|referring to|drawing on)\s+(?P<what>(?:an?|one|two|named|your|relevant|specific|examples?)\b[^,]{3,80}),\s+(?P<rest>[a-z]+\b.+)$",
    re.IGNORECASE,
)


def _reference_last(found: re.Match[str]) -> str:
    """Put what is to be referred to after what is asked ("With reference to an example, assess X")."""
    rest = found["rest"].rstrip(" .")
    return f"{rest[:1].upper()}{rest[1:]}, with reference to {found['what']}"


def _asked_first(found: re.Match[str]) -> str:
    """Put an instruction about examples after what is asked ("Using an example, explain X")."""
    rest = found["rest"].rstrip(" .")
    return f"{rest[:1].upper()}{rest[1:]}, with {found['what']}"


def _listed(body: str) -> re.Match[str] | None:
    """Return where a list after a colon begins; "the following types: A, B and C" asks about the list itself."""
    if route := _ROUTE.match(body):
        return re.compile(r":\s+").search(body, route.start("colon"))
    found = _LISTED.search(body)
    if found and _RECKONS.match(body) and _GIVEN.match(body[found.end() :]):
        return None
    return (
        None
        if found
        and re.search(
            r"[.?!]\s+(?:write|think) about$|\bfollowing\b|\b(?:each|these)\b(?!.*\bmarks?\b)|\b(?:define|explain) (?:the|these)(?: \w+)? (?:terms?|words)$",
            body[: found.start()],
            re.IGNORECASE,
        )
        else found
    )


def _references(text: str) -> tuple[str, str]:
    found = _REFERENCE.search(text)
    if not found or found.start() < 8 or re.search(r"\band\s*$", text[: found.start()]):
        return text, ""
    refer = (found["what"] + found["rest"]).strip(" .,")
    refer = re.sub(r"\btheir own\b", "your own", refer, flags=re.IGNORECASE)
    joint = ", " if found["end"].strip() == "," and found.end() < len(text) else " "
    after = text[found.end() :].lstrip(" ,")
    if joint == ", " and not re.match(r"(?:and|then)\b", after):
        # `Explain, using examples, how ...`: what stood between the two commas is gone, and so are they.
        joint = " "
    return (text[: found.start()].rstrip(" ,") + joint + after).strip(" ,"), refer


_IN_A_TEXT = regex(r"(?:bars?|lines?|verses?|chapters?|paragraphs?|stanzas?|scenes?) \d[\d\s,–-]*$", re.IGNORECASE)
"""Where in a text: without it a question asks for something else."""


def _brackets(body: str, pieces: list[str]) -> str:
    recalled, reckoned = _ASKS_A_NAME.match(body), _RECKONS.match(body)
    # "Explain which process this is (respiration)" asks for the word; "Explain the oesophagus (gullet)" only says it otherwise.
    asks_a_word = recalled or not _SAID_OTHERWISE.match(body) or re.search(r"\b(?:which|what|who|where|when|named?)\b", body)

    def taken(found: re.Match[str]) -> str:
        inside = found[1].strip()
        if _IN_A_TEXT.match(inside):
            return found[0]
        if re.fullmatch(r"(?:and|or)(?:/or)? (?:how|why|what|when|where)", inside):
            return f" {inside}"
        last = not body[found.end() :].strip(" .")
        if not inside or (_is_term(inside) and not (recalled and _is_named(inside, body[: found.start()], last=last))):
            return found[0]
        if found[0].startswith("(") and _CODE.search(inside):
            return found[0]
        if _TO_CANDIDATES.match(inside) or (_PASSAGE.fullmatch(inside) and not (recalled and last)):
            return found[0]
        if _LIMITS.match(inside) or _CITED.fullmatch(inside) or (reckoned and any(map(str.isdigit, inside))):
            return found[0]
        if (
            not asks_a_word
            and len(inside.split()) <= (_SYNONYM if body[found.end() :].strip(" .") else 1)
            and not re.search(r"[,;/\d=]", inside)
            and not _SAYS_HOW.match(inside)
        ):
            return found[0]
        if not (_FOR_MARKERS.match(inside) or _OF_CANDIDATES.search(inside)):
            pieces.extend((f"({inside})",) if _POINT.fullmatch(inside) else cut(_BRACKET_LEAD.sub("", inside)))
        return ""

    return _BRACKET.sub(taken, body)


def _is_named(inside: str, before: str, *, last: bool) -> bool:
    """Whether brackets behind a question for a name hold it: a name, or at its end names and signs that are asked for ("the symbol for sodium (Na)")."""
    if _NAME.fullmatch(inside):
        return True
    if not last:
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", before)).casefold()
    return bool(_ALTERNATIVES.fullmatch(inside)) or bool(_ASKS_A_SIGN.match(before) and not initials.endswith(inside.casefold()))


def _with_brackets_of_tail(body: str, pieces: list[str]) -> str:
    """Take brackets out of a body; in its tail ("including biceps contracts (agonist)") they stay with what they belong to."""
    hidden = _BRACKET.sub(lambda found: " " * len(found[0]), body)
    opened = _OPENS.search(hidden)
    if not opened or opened.start() < 8:
        return _brackets(body, pieces)
    tail = body[opened.end() :]
    if re.search(r"\([^()]*[,;]", tail):
        return _brackets(body, pieces)
    return _brackets(body[: opened.start()], pieces) + body[opened.start() :]


def _is_term(inside: str) -> bool:
    """Whether brackets hold an abbreviation or a symbol, which belongs to the words before it ("(GIS)", "(s)")."""
    words = inside.split()
    if _FIGURES.match(inside) and not re.fullmatch(r"\d{1,2}|\d{4}", inside):
        return False
    if len(inside) > 2 and inside.isalpha() and inside.islower() and inside not in _HONOURS:
        return False
    return len(words) == 1 and (inside.isupper() or len(inside) <= 4 or any(c.isdigit() or c.isupper() for c in inside))


def _resumption(rest: str) -> re.Match[str] | None:
    """Return where the body goes on after the tail: at a coordinated verb, or a clause that cannot be part of a list."""
    for found in _RESUMES.finditer(rest):
        word = found["word"].casefold()
        if found["joint"].casefold() in ("and", "and then", "then") and not (_opens_clause(word, rest[found.end() :])):
            continue
        if (
            found["joint"].casefold() in ("when", "which", "that are", "that is", "to show", "so that", "in order to")
            and "," not in found[0]
        ):
            continue
        return found
    return None


_FINITE = r"(?:is|are|was|were|can|could|will|would|should|shall|do|does|did|has|have|had|may|might|must|used?|gives?|gave|takes?|took|needs?|affects?|leads?|causes?|influences?|interacts?|helps?|contributes?|changes?|shapes?|works?|creates?|provides?|makes?|results?|varies|vary|forms?|increases?|reduces?|supports?|impacts?|allows?|enables?|differs?)"


def _says(text: str) -> bool:
    """Whether a text begins as a predicate does: with a verb."""
    first = text.split(" ", 1)[0]
    return bool(re.match(rf"{_FINITE}\b|\w{{2,}}ed\b", text)) or is_known(first) or bool(third_person(first))


def _predicate(opener: str, before: str, rest: str) -> re.Match[str] | None:
    """Return where a `how` clause that the tail has interrupted goes on ("how factors such as A and B | affect C")."""
    # Nor does a question go on within the quotations that answer it.
    if re.match(r"(?:how|why|what|when|where|which|that)\b|[“‘\"'][^“”‘’\"]*[”’\"'](?:$|\s*;)", rest):
        return None
    clause = re.search(r"\b(?:how|why|whether|that)\b(?P<subject>.*)$", before, re.IGNORECASE)
    interrupted = opener.lstrip().startswith(",")
    if clause and not re.search(rf"\b{_FINITE}\b|\b\w{{2,}}ed\b", clause["subject"]):
        apart = [each for each in _APART.finditer(rest) if interrupted and _says(rest[each.end() :])]
        return apart[-1] if apart else re.search(rf"\s+(?={_FINITE}\s|{_THIRD})", rest) or _said_of_several(clause["subject"], rest)
    if interrupted and not _PLACED.match(rest):
        # "the impact of one group, for example Shelter, on policy"
        return max(_PLACED_ON.finditer(rest), key=re.Match.start, default=None)
    return None


def _said_of_several(subject: str, rest: str) -> re.Match[str] | None:
    """Return where a verb in its base form follows examples of several things ("why metals such as copper | conduct electricity")."""
    if not re.search(r"s$", subject.rstrip(" ,")) or re.match(r"\s*(?:to|you|we|they|it)\b", subject):
        return None
    for found in re.finditer(r"(?<=[\w’'])\s+(?P<verb>[a-z]+)\b(?P<after>\s+[\w’'-]+)?", rest):
        before, after = rest[: found.start()].split()[-1].casefold(), (found["after"] or "").strip()
        sure = found["verb"] not in NOUNISH or (after and after not in _BEFORE_NOUNS)
        if is_known(found["verb"]) and sure and before not in DETERMINERS and before not in _BEFORE_NOUNS:
            return found
    return None


_BEFORE_NOUNS = frozenset("of and or to for in on with by from at as more less not".split())
_THIRD = r"[a-z]{3,}s\s+(?:with|to|in|on|by|from|into|the|an?)\b"
_APART = regex(r",\s+(?!(?:and|or)\b)(?=[a-z])")
"""The comma at which a clause goes on behind its example; a list of examples has an `and` or `or` before its last."""
_PLACED = regex(r"(?:on|in|for|of|to|within|at|towards|by)\b", re.IGNORECASE)
_PLACED_ON = regex(r",\s+(?=(?:on|in|for|of|to|within|at|towards)\b)")
_CLAUSE_VERBS = frozenset(
    "explain describe evaluate assess compare analyse discuss suggest justify identify calculate outline state predict link relate".split()
)


def _opens_clause(word: str, after: str) -> bool:
    base = base_form(word) or imperative(word)
    return base in _CLAUSE_VERBS and bool(after.strip())


_QUOTATION = regex(r"[‘“][^‘’“”]+[’”]|(?<![\w])'[^']+'(?!\w)")


_SHORT_PAIR = 4
"""Words: the last two of a list ("pine, spruce or larch")."""


def cut(text: str) -> tuple[str, ...]:
    """Cut a list into its pieces, at commas, semicolons and the last `and`."""
    quoted = _QUOTATION.findall(text)
    if quoted and any(re.search(r"[,;]| and ", each) for each in quoted):
        # Nothing is parted within quotation marks.
        holes = iter(quoted)
        return tuple(re.sub("\ue000", lambda _: next(holes), piece) for piece in cut(_QUOTATION.sub("\ue000", text)))
    if re.match(r"(?:how|why|what|where|when)\b", text, re.IGNORECASE) and not re.search(r"[;,]", text):
        parts = [text]
    elif len(steps := re.split(r"\s*(?:[-=]>|→)\s*", text)) > 2:
        parts = steps
    elif re.match(r"(?:\(a\)|a\)|1[.)])\s", text):
        parts = re.split(r"\s*(?:\(?[a-f]\)|\d[.)])\s+", text)
    elif ";" in text:
        parts = re.split(r"\s*;\s*(?:and\s+|or\s+)?", text)
    elif "," in text or len(text.split()) <= 7:
        parts = _PIECES.split(text)
        if len(parts) > 1 and len(parts[-1].split()) <= _SHORT_PAIR:
            parts[-1:] = re.split(r"\s+or\s+", parts[-1])
    else:
        # Two long things, or one that has an `and` of its own: nothing is parted that may belong together.
        parts = [text]
    pieces = (part.strip(" .,;:") for part in parts)
    return tuple(piece for piece in pieces if piece and piece.casefold() not in _EMPTY)
