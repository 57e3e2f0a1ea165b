"""Tails: indicative content and instructions about examples, taken out of a point's body before anything is asked."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.brackets import ASKS_A_NAME, LEAD, POINT, RECKONS, Bracket, is_credited, qualifies_answered, stays
from packbuilder.derive.marking_points.cutting import FINITE, cut, is_predicate
from packbuilder.derive.marking_points.finite import says
from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.inversion import AUXILIARIES
from packbuilder.derive.marking_points.lexicon import DETERMINERS, NOUNISH
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.derive.marking_points.valued import values_apart
from packbuilder.derive.marking_points.verbs import base_form, imperative, third_person
from packbuilder.derive.marking_points.words import EACH_OF_THEM
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_OPENS = regex(
    r"[,;:]?\s*\b(?:such as|including(?: but not limited to)?|e\.g\.,?|eg\.?|i\.e\.,?|ie\.?|for example,?|for instance,?|namely|"
    r"to include):?\s+",
    re.IGNORECASE,
)
_BRACKET = regex(
    r"(?:(?<![^\w°][A-Za-z])(?<![^\w-][A-Za-z]{2})(?:\s+|(?<=[a-z]{3})|(?<=[^\w\s])|^)|(?<=\s(?:it|up|in|on|to|by|do|is|us|of|at|ir))\s+|(?<=\sby i)\s+|(?<=\s[A-Z])\s+(?=\([a-z]{4,}\)\.?$))\(([^()]*)\)"
)
"""Brackets, but for those of a function or a distribution ("B(n, p)")."""
_EACH_WITH_BRACKETS = regex(r":\s+[A-Z][\w’' -]*\([^()]{4,}\), [A-Z][\w’' -]*\([^()]{4,}\)")
"""Names, each with what is said of it in brackets: they stay together ("Claimants: Harold (Edward's promise), William (...)")."""
_SQUARE = regex(r"\[(?P<inside>[A-Za-z][\w ,/-]*)\](?=\.?$)")
_LISTED = regex(r"(?<!\bof):\s+(?=[^:]+[,;][^:]+$|1[.)]\s)")
_ROUTE = regex(
    r"^(?:describe|outline|state|give|list|recall)\b[^:]*\b(?:journey|route|path(?:way)?|passage|order|sequence|stages|steps|flow|process)\b[^:]*?(?P<colon>:\s+)(?=(?:[^:→>+=]+\s(?:→|[-=–]+>)\s){2,}[^:→>+=]+$)",
    re.IGNORECASE,
)
"""A way whose steps are told after a colon, with arrows."""
_THE_FOLLOWING = r"\bfollowing\b(?! (?:an?|the|his|her|its|their|this|each|any|some)\b)"
"""What points to a list; "the action to be taken following an injury" says when."""
_RECALLED = regex(
    rf"^(?:stat(?:e|ing)|giv(?:e|ing)|list(?:ing)?|recall(?:ing)?|nam(?:e|ing)|identify(?:ing)?|writ(?:e|ing)(?: down)?|relat(?:e|ing)|link(?:ing)?|connect(?:ing)?)\b(?!.*{_THE_FOLLOWING}|[^:]*\b{EACH_OF_THEM}\b)[^:]{{8,}}?(?P<colon>:\s+)(?P<answer>(?![‘'“\"])[^:]+)$",
    re.IGNORECASE,
)
"""What is recalled stands after the colon, even if it is one thing."""
_QUOTED_LAST = regex(
    r"^(?:stat|giv|recall|quot|writ)(?:e|ing) (?:[\w’']+ )?(?:the )?(?:[\w’'-]+ ){0,4}?(?:law|principle|rule|motto|slogan|theorem|definition|definition of [\w ]+|oath)(?P<colon>:\s+)(?P<answer>[‘'“\"].+[’'”\"])$",
    re.IGNORECASE,
)
"""What is recalled by its very words ("state the law: 'for every action there is ...'")."""
_GIVEN = regex(r"[A-Za-z]\w{0,9}\s?=\s?\d")
"""A value to reckon with ("Ar: Ca = 40, C = 12")."""
_CHOICE = regex(r"\b(?:which|whether)\b(?P<of> (?:of \w+ )?(?:is|are|was|were)\b)?[^:]*:\s+(?P<all>[^:;]+\bor\b[^:;]+)$", re.IGNORECASE)
"""What is to be chosen from: "Identify which is a vector: force or mass"."""
_ANSWER = regex(
    r"^(?:write|state|give|recall|name|define|identify)\b[^:]*?(?P<colon>:\s+)(?P<answer>([\uA000-\uA48C])\3{3})$", re.IGNORECASE
)
"""A formula after a colon is what is to be written."""
_BY_USING = regex(
    r"^(?P<asked>(?:Describe|Explain|Analyse|Explore|Outline)(?: and [a-z]+)? how (?!(?:you|to)\b)[^,;:]{12,}?) (?:by (?:using|providing|offering|giving)|through the use of) (?P<list>[^,;:]+, [^;:]+ and [^,;:]+)$"
)
"""By what means something is done, three of them or more, which answers how ("by using short sentences, repetition and imagery")."""
_DASHED = regex(r"\s+[–—-]\s+(?:e\.g\.,?|for example,?|such as|including)\s+", re.IGNORECASE)

_KIND = r"(?:(?:relevant|specific|appropriate|suitable|named|real[- ]world|real[- ]life|clear|contrasting|detailed|own|workplace|practical|precise|supporting|accurate|valid|different|factual|contextual|sporting|historical|musical|biological|chemical|literary|geographical|business|everyday|local|modern|biblical|religious|numerical|mathematical|medical|industrial|commercial|technological|cultural|political|economic|social|well[- ]chosen|your own|their own|further)[ ,]*(?:and |or )?)"
_THING = r"(?:examples?|theorists?|theories|studies|research|case stud(?:y|ies)|evidence|situations?|contexts?|quotations?|quotes|references?|statistics|detail|facts and figures|place[- ]specific detail)"
_REFERENCE = regex(
    rf",?\s*(?:each (?:one )?)?(?:with (?:close |specific |direct |detailed )?references? to|with the (?:use|help|aid) of|with|by using|using|by giving|giving|"
    rf"through the use of|supported (?:by|with)|backed up (?:by|with)|referring to|drawing on|illustrated (?:by|with)|making use of)\s+"
    rf"(?P<what>(?:(?:at least )?(?:one|two|three|four|a|an|some)\s+)?(?:{_KIND}+{_THING}|examples|an example|evidence from (?:the|your) text))"
    r"(?P<rest>(?:\s+(?:from|of|in|to support)\s+[^,.;(]*)?)(?P<end>\s*(?:,\s*|$|(?=\.|;)))",
    re.IGNORECASE,
)
_RESUMES = regex(r",?\s+(?P<joint>and|and then|then|in order to|so that|to show|when)\s+(?P<word>[a-z]+)\b", re.IGNORECASE)
_ALSO = regex(
    r"(?<=,)\s+and (?:(?P<of>their|its)|the) (?:[a-z]+ )?(?:results?|effects?|consequences?|impacts?|significance|importance|outcomes?|roles?|functions?|uses?|limitations|advantages|disadvantages|influence|contribution)\b[^,;]*$"
)
"""What else is asked about, behind a list of examples that has an `and` of its own, or that it points back to."""
_TELLING = regex(
    r"^(?P<asked>explain(?:ing)? why .{8,}?),? in terms of (?P<given>(?:its|their) (?:(?:giant|strong|weak|large|small|high|low|delocalised|free|many|thin|thick|long|short|light|heavy|soft|hard|fast|slow|great|greater|lower|higher|stronger|weaker|larger|smaller)\b.+|[a-z]+ and (?:strong|weak|delocalised|free|large|small|high|low)\b.+))$",
    re.IGNORECASE,
)
"""Terms that say how things are, and so why ("in terms of its giant structure and strong covalent bonds"); "its structure and bonding" does not."""
_RATHER = regex(
    r"^(?P<asked>(?:explain|describe)(?:ing)? (?:why|how) .{8,}?) \((?P<given>(?:[^()]|\([^()]*\))+ (?:rather than|instead of|not|vs\.?) (?:[^()]|\([^()]*\))+)\)$",
    re.IGNORECASE,
)
"""What sets two things apart, in brackets behind the question why ("(O(log n) rather than O(n))")."""
_ORDER = regex(
    r"^(?P<asked>.{8,}\b(?:complexity|order|big[- ]O|Big[- ]O|notation)\b[^()]*|(?i:stat|giv|writ|recall)(?:e|ing)? .*\bformula\b[^()]*) \((?P<given>O\([^()]+\)|[A-Z][\w()]*\(\w+\)\w*)\)$"
)
"""What has brackets of its own: how time or memory grows, a formula ("(Al2(SO4)3)")."""
_FROM_TO = regex(
    r"^(?P<asked>(?:explain|describe|outline|explore|analyse)(?:ing)? [^:]*\b(?:chang|develop|shift|grow|fall|fell|evolv|mov|vari|transform|progress|turn|journey|route|path|passage|transition|arc)\w*\b[^:]*):\s+(?P<given>from .+ to [^:?]+)$",
    re.IGNORECASE,
)
"""From what to what something changes or goes, behind a colon."""
_ASKED_OF_IT = regex(r"(?:how|why|when|where|what|who)(?:(?:, | and |, and )(?:how|why|when|where|what|who))*")
_HAS = frozenset("owns has sells makes offers runs uses bought sold owned".split())


@dataclass(frozen=True, slots=True)
class Split:
    """A body without its tail, the tail's pieces, what it tells the candidate to refer to, and how many values it asks for (0: it does not say)."""

    body: str
    pieces: tuple[str, ...] = ()
    refer: str = ""
    values: int = 0


def split_tail(text: str, *, answered: bool = False) -> Split:
    """Take the tail out: what follows `such as`, `including`, `e.g.`, `for example`, or stands in brackets.

    What goes on after the tail (`such as X, and explain why ...`) stays in the body. A first part of fewer than eight
    characters is never left alone. What brackets at the end of a question hold belongs to it where its answer follows (`answered`).
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
    body, values = values_apart(body)
    if values:
        return Split(body, values, refer, len(values))
    if told := _TELLING.match(body) or _RATHER.match(body) or _FROM_TO.match(body) or _ORDER.match(body):
        return Split(told["asked"], (told["given"],), refer)
    pieces: list[str] = []
    if ASKS_A_NAME.match(body):
        body = _SQUARE.sub(r"(\g<inside>)", body)
    body = _with_brackets_of_tail(body, pieces, answered=answered)
    answer = None if _is_choice(body, pieces) else _ANSWER.match(body) or _RECALLED.match(body) or _QUOTED_LAST.match(body)
    if answer:
        given = (answer["answer"],) if MASK.fullmatch(answer["answer"]) else cut(answer["answer"])
        return Split(body[: answer.start("colon")], (*pieces, *given), refer)
    body = _without_tail(body, _DASHED.search(body) or _OPENS.search(body) or _listed(body), pieces)
    if pieces and (second := _OPENS.search(body)):
        body = _without_tail(body, second, pieces)  # "how an acid, such as HCl, reacts with a base, such as NaOH"
    if pieces and (second := _listed(body)) and re.match(r"(?:explain|describe)(?:ing)? how\b", body, re.IGNORECASE):
        body = _without_tail(body, second, pieces)  # "how squatter settlements, such as Rocinha, create challenges: crime, ..."
    body = re.sub(r"\s*,?\s*\betc\.?$", "", body)
    if not pieces and (by := _BY_USING.match(body)):
        body, pieces = by["asked"], list(cut(by["list"]))
    return Split(re.sub(r"\s+([,;.])", r"\1", re.sub(r"\s+", " ", body)).strip(" ,;:."), tuple(pieces), refer)


def _without_tail(body: str, found: re.Match[str] | None, pieces: list[str]) -> str:
    """Return a body without the tail that opens at a place, and with what goes on behind the tail."""
    if not found or found.start() < 8:
        return body
    rest = body[found.end() :]
    # Behind a colon by itself an answer is listed, and no clause goes on but for a command: "... at conservative margins: friction; sudden release".
    colon = found[0].strip() == ":"
    resumed = _resumption(rest, listed=colon)
    clause = None if resumed or colon else _predicate(found[0], body[: found.start()], rest)
    after = resumed or clause
    if found[0].strip(" ,;:").casefold() == "i.e." and not (clause and clause[0].startswith(",")):
        after = None
    inside, onward = (rest[: after.start()], rest[after.start() :]) if after else (rest, "")
    if not found[0].startswith(","):
        onward = re.sub(r"^, (?=and (?:link|relate|connect)\b)", " ", onward)  # the comma was the list's
    if after and after is clause:
        onward = f" {onward.lstrip(' ,')}"
    example = inside.rstrip(" ,")
    if _ASKED_OF_IT.fullmatch(example):
        return body  # "including when, where and how": what else is asked
    pieces.extend((example,) if _tells_of_one(example) else cut(example))
    return body[: found.start()].rstrip(" ,;:–—-") + onward


def _tells_of_one(example: str) -> bool:
    """Whether an example is one sentence, whose commas part what somebody has or does ("TUI owns an airline, travel agents and hotels")."""
    first, *others = (piece.split() for piece in example.split(", "))
    return ";" not in example and _tells(first) and not any(map(_tells, others))


def _tells(words: list[str]) -> bool:
    return len(words) > 2 and words[0][:1].isupper() and bool(third_person(words[1]) or words[1] in _HAS)


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
    r"^(?:(?:by )?(?:with (?:close |specific |detailed )?reference to|referring to|drawing on))\s+(?P<what>(?!(?:figure|fig|table|source|extract|item|graph|diagram|map|the)\b)[^,]{3,80}),\s+"
    r"(?P<rest>(?:explain|describe|discuss|outline|evaluate|assess|suggest|justify|analyse|compare|state|identify|examine|explore|how|why)\b.+)$",
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
    if found and RECKONS.match(body) and _GIVEN.match(body[found.end() :]):
        return None
    return (
        None
        if found
        and re.search(
            rf"[.?!]\s+(?:write|think) about$|{_THE_FOLLOWING}|\b{EACH_OF_THEM}\b(?!.*\bmarks?\b)|\b(?:defin|explain)(?:e|ing)? (?:the|these)(?: \w+)? (?:terms?|words|phrases|concepts)$",
            body[: found.start()],
            re.IGNORECASE,
        )
        else found
    )


_BARE_VERB = regex(r"\band\s*$|[.?]\s+[A-Z][a-z]+(?: (?:it|this|each|both|them))?\s*$")
"""What would be left without the words that it goes with ("Illustrate with an example")."""


def _references(text: str) -> tuple[str, str]:
    found = _REFERENCE.search(text)
    if not found or found.start() < 8 or _BARE_VERB.search(text[: found.start()]):
        return text, ""
    refer = (found["what"] + found["rest"]).strip(" .,")
    refer = re.sub(r"\btheir own\b", "your own", refer, flags=re.IGNORECASE)
    joint = ", " if found["end"].strip() == "," and found.end() < len(text) else " "
    after = text[found.end() :].lstrip(" ,")
    if joint == ", " and not re.match(r"(?:and|then)\b", after):
        # `Explain, using examples, how ...`: what stood between the two commas is gone, and so are they.
        joint = " "
    return (text[: found.start()].rstrip(" ,") + joint + after).strip(" ,"), refer


_NEXT_VERB = regex(
    r"(?:stat|nam|giv|identify|defin|describ|explain|outlin)(?:e|ing)? .*\band (?P<last>(?:giv|nam|stat)(?:e|ing) (?:an?|one|two|three|the|its)\b.*|identify(?:ing)? (?:an?|one|two|three|the|its)\b.*)$",
    re.IGNORECASE,
)
"""Two things that are asked, of which brackets answer the second."""


def _commanded(before: str) -> str:
    """Return a text with its gerund as the command that it becomes, by which brackets are judged ("Stating the standard of proof ...")."""
    if last := _NEXT_VERB.match(before):
        before = last["last"]  # "defining a ligand and giving an example of one (ammonia)"
    verb, space, rest = before.partition(" ")
    base = imperative(verb) if verb.endswith("ing") else ""
    return f"{base.capitalize()}{space}{rest}" if base else before


_IN_SHELLS = regex(r"\d{1,2}(?:[,.] ?\d{1,2})+")
"""Electrons by their shells ("2,8,8"), which are one answer."""
_MEANING = regex(
    r"(?:State|Give|Recall|Define|Identify) (?:what (?:is|was) meant by|the meaning of|what (?!(?:is|are|was|were)\b)[^,;:]+ means?$)(?!.*\b(?:each|and (?:the|give|state|why|how))\b)",
    re.IGNORECASE,
)
"""One meaning, whatever commas it has ("State what is meant by hire purchase (buying now, paying later)")."""


def _brackets(body: str, pieces: list[str], *, answered: bool = False) -> str:
    def taken(found: re.Match[str]) -> str:
        inside = found[1].strip()
        if re.fullmatch(r"(?:and|or)(?:/or)? (?:how|why|what|when|where)", inside):
            return f" {inside}"
        before, after = body[: found.start()], body[found.end() :]
        bracket = Bracket(inside=inside, before=_commanded(before), after=after, joined=found[0].startswith("("))
        if stays(bracket) or (qualifies_answered(bracket, answered=answered)):
            return found[0]
        if is_credited(inside):
            whole = bracket.last and (_MEANING.match(bracket.before) or _IN_SHELLS.fullmatch(inside))
            pieces.extend((f"({inside})",) if POINT.fullmatch(inside) else (inside,) if whole else cut(LEAD.sub("", inside)))
        return ""

    return _BRACKET.sub(taken, body)


def _with_brackets_of_tail(body: str, pieces: list[str], *, answered: bool) -> str:
    """Take brackets out of a body; in its tail ("including biceps contracts (agonist)") they stay with what they belong to."""
    hidden = _BRACKET.sub(lambda found: " " * len(found[0]), body)
    opened = _OPENS.search(hidden)
    if not opened and hidden.count(":") == 1 and _EACH_WITH_BRACKETS.search(body):
        colon = body.index(":")
        return _brackets(body[:colon], pieces) + body[colon:]
    if not opened or opened.start() < 8:
        return _brackets(body, pieces, answered=answered)
    tail = body[opened.end() :]
    if re.search(r"\([^()]*[,;]", tail):
        return _brackets(body, pieces)
    return _brackets(body[: opened.start()], pieces) + body[opened.start() :]


def _resumption(rest: str, *, listed: bool) -> re.Match[str] | None:
    """Return where the body goes on after the tail: at a coordinated verb, or a clause that cannot be part of a list; an answer that is `listed` behind a colon has such clauses itself."""
    if (also := _ALSO.search(rest)) and (also["of"] or " and " in rest[: also.start()]) and not _goes_on(rest[: also.start()]):
        return also
    for found in _RESUMES.finditer(rest):
        word = found["word"].casefold()
        inside = rest[: found.start()]
        if (
            found["joint"].casefold() == "and"
            and "," in found[0]
            and not listed
            and (_asks_more(inside, word) or _gives_more(inside, word))
        ):
            return found
        if found["joint"].casefold() in ("and", "and then", "then") and not (_opens_clause(word, rest[found.end() :])):
            continue
        apart = not listed and "," in found[0] and "," not in rest[found.end() :]  # a list that goes on has the clause within it
        if found["joint"].casefold() in ("when", "to show", "so that", "in order to") and not apart:
            continue
        return found
    return None


def _asks_more(inside: str, word: str) -> bool:
    """Whether a clause behind an example asks something more ("Beatrice as a heroine, e.g. ‘...’, and what she reveals"), and is no last entry of a list."""
    ended = "," not in inside or _ENDS_LIST.search(inside)
    return bool(_ASKING.fullmatch(word) and ended and not _ASKING.search(inside))


def _goes_on(rest: str) -> bool:
    """Whether a clause goes on behind a comma within a text."""
    return bool(_clauses_apart(rest))


def _clauses_apart(rest: str) -> list[re.Match[str]]:
    """Return the commas at which a clause goes on."""
    return [each for each in _APART.finditer(rest) if is_predicate(rest[each.end() :])]


def _predicate(opener: str, before: str, rest: str) -> re.Match[str] | None:
    """Return where a `how` clause that the tail has interrupted goes on ("how factors such as A and B | affect C")."""
    # Nor does a question go on within the quotations that answer it.
    if re.match(r"(?:how|why|what|when|where|which|that)\b|[“‘\"'][^“”‘’\"]*[”’\"'](?:$|\s*;)", rest):
        return None
    clause = re.search(
        r"\b(?:how|why|whether|that|(?:what|which) ways(?= do\b| did\b| can\b| could\b| may\b| might\b))\b(?P<subject>.*)$",
        before,
        re.IGNORECASE,
    )
    interrupted = opener.lstrip().startswith(",")
    apart = _clauses_apart(rest) if clause and interrupted else []
    if behind_list := next((each for each in apart if _ENDS_LIST.search(rest[: each.start()])), None):
        # Whatever the subject looks like: "the needs of groups, such as toddlers and older adults, | influence the menu".
        return behind_list
    if clause and not (says(clause["subject"]) or re.search(rf"\b{FINITE}\b|\b\w{{2,}}ed\b", _NAMED.sub("", clause["subject"]))):
        if (
            interrupted
            and not apart
            and (one := _APART.search(rest))
            and re.match(_THIRD, rest[one.end() :])
            and not clause["subject"].rstrip().endswith("s")
        ):
            apart = [one]  # one example of one thing: "how an acid, such as HCl, reacts with a base"
        several = _said_of_several(clause["subject"], rest)
        if apart or several is None:
            return apart[-1] if apart else _outside_clauses(rest)
        outside = _outside_clauses(rest)
        if outside and _OF_ONE.match(rest, outside.end()):
            return several  # "factors such as visa changes | affect demand": what several do has no ending
        # Of several things the first verb in its base form is theirs: "decomposers such as fungi | return nutrients to the soil".
        first = outside is None or several.start() < outside.start()
        return several if first and not _RELATIVE.search(rest[: several.start()]) else outside or several
    if interrupted and not _PLACED.match(rest):
        # "the impact of one group, for example Shelter, on policy"
        return max(_PLACED_ON.finditer(rest), key=re.Match.start, default=None)
    return None


def _outside_clauses(rest: str) -> re.Match[str] | None:
    """Return where the verb of a sentence stands in what goes on with it: behind "that", "which" or "who" a verb is the clause's own ("the measurements that | should be taken")."""
    clauses = [found.end() for found in _RELATIVE.finditer(rest)]
    for found in _VERB_BEHIND.finditer(rest):
        opened = max((end for end in clauses if end <= found.end()), default=-1)
        if opened < 0 or _has_verb(rest[opened : found.start()].split()):
            return found
    return None


def _has_verb(words: list[str]) -> bool:
    """Whether a clause has come to its end: a verb stands in it, and not its auxiliary last ("that a scientist should | take")."""
    said = any(re.fullmatch(FINITE, word) or is_known(word) or third_person(word) for word in words)
    return said and words[-1] not in _AUXILIARIES


def _said_of_several(subject: str, rest: str) -> re.Match[str] | None:
    """Return where a verb in its base form follows examples of several things ("why metals such as copper | conduct electricity")."""
    if not re.search(r"s$", subject.rstrip(" ,")) or re.match(r"\s*(?:to|you|we|they|it)\b", subject):
        return None
    for found in re.finditer(r"(?<=[\w’'])\s+(?P<verb>[a-z]+)\b(?=(?P<after>\s+[\w’'-]+)?)", rest):
        before, after = rest[: found.start()].split()[-1].casefold(), (found["after"] or "").strip()
        sure = found["verb"] not in NOUNISH or (after and after not in _BEFORE_NOUNS)
        if is_known(found["verb"]) and sure and before not in DETERMINERS and before not in _BEFORE_NOUNS:
            return found
    return None


_OF_ONE = regex(r"(?!(?:is|was|has|does)\b)[a-z]{3,}(?<!s)s\b")
_ASKING = regex(r"\b(?:how|why|what|whether|where|when)\b")
_ENDS_LIST = regex(r"\b(?:and|or)\b")
"""What stands before the last entry of a list: behind that the list has come to its end."""
_RELATIVE = regex(r"\b(?:that|which|who|whom|whose)\s")
_AUXILIARIES = AUXILIARIES | {"be", "been", "being", "not"}
_BEFORE_NOUNS = frozenset("of and or to for in on with by from at as more less not".split())
_THIRD = r"[a-z]{3,}s\s+(?:with|to|in|on|by|from|into|the|an?)\b"
_VERB_BEHIND = regex(rf"(?<!\band)(?<!\bor)(?<!\bthe)(?<!\btheir)(?<!\bits)(?<!\bof)(?<!\ban)(?<!\ba)\s+(?={FINITE}\s|{_THIRD})")
_NAMED = regex(r"\b(?:an?|the|one|two|some|any) \w+ed\b")
"""A participle before a noun ("a named acid") is no predicate."""
_APART = regex(r",\s+(?!(?:and|or)\b)(?=[a-z])")
"""The comma at which a clause goes on behind its example; a list of examples has an `and` or `or` before its last."""
_PLACED = regex(r"(?:on|in|for|of|to|within|at|towards|by)\b", re.IGNORECASE)
_PLACED_ON = regex(r",\s+(?=(?:on|in|for|of|to|within|at|towards|about|against|from|between|among)\b)")
_CLAUSE_VERBS = frozenset(
    "explain describe evaluate assess compare analyse discuss suggest justify identify calculate outline state predict link relate".split()
)


def _opens_clause(word: str, after: str) -> bool:
    base = base_form(word) or imperative(word)
    return base in _CLAUSE_VERBS and bool(after.strip())


def _gives_more(inside: str, word: str) -> bool:
    """Whether what is to be given of each example follows a list that has come to its end (", and giving a use of each")."""
    ended = _ENDS_LIST.search(inside) and not re.match(r"\w+ing\b", inside)
    return bool(ended) and (base_form(word) or imperative(word)) in ("give", "name", "state", "recommend")
