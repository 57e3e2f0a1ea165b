"""What is drawn: kinds of drawings, those that say nothing of what they show, and what is "drawn" without a pencil."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.masks import MASK
from packbuilder.document import Ruling
from packbuilder.patterns import regex

_MANNER = (
    r"(?:(?:(?:fully|clearly|well|correctly|neatly)[- ])?(?:labelled|annotated)|simple|clear|neat|basic|suitable|appropriate|scale|scaled|accurate|"
    r"scientific|complete|detailed|small|large|new|2D|3D|two-dimensional|three-dimensional|plain|quick|rough|outline|blank)"
)
"""What says how something is drawn."""
_OF_NO_THING = (
    r"(?:diagrams?|sketch|drawing|picture|graph|chart|circuit(?! (?:training|session|breaker|board)s?\b)|table|map|plan|poster|storyboard|wireframe|timeline|network|shape|curve|line|"
    r"cross[- ]section|section|flow ?chart|food (?:chain|web)|pyramid|histogram|box ?plot|tree|square|triangle|rectangle|circle|angle|"
    r"(?:displayed|structural|skeletal) formula|formula|structure|pedigree|mock-?up|layout|elevation|net|symbol|gate|arrow|vector)"
)
_SORT = (
    r"(?:sketch|field|bar|line|pie|flow|block|circuit|electrical|electric|series|parallel|tree|venn|ray|force|free[- ]body|genetic|logic|truth|decision|"
    r"family|floor|site|seating|class|energy[- ]level|energy|sankey|vector|dot[- ]and[- ]cross|entity[- ]relationship|ER|use[- ]case|state[- ]transition|"
    r"data[- ]flow|scatter|two[- ]way|frequency|mind|concept|spider|supply and demand|demand and supply|AD/AS|isometric|orthographic|exploded|plan|side|front|"
    r"punnett|bonding|wiring|activity|sequence|hierarchy|structure|relationship)"
)
"""Sorts of diagrams; what one of them shows is still to be said ("a ray diagram")."""
BARE = regex(
    rf"(?:the|an?|one|two|three|four|both) (?:{_MANNER},? (?:and )?)*(?:{_SORT} )?(?:view |interest )?{_OF_NO_THING}s?", re.IGNORECASE
)
"""A drawing of nothing that is named ("a labelled circuit diagram")."""

_ON_PAPER = (
    r"(?:diagram|sketch|drawing|graph|(?:bar|line|pie|flow|break-?even|Gantt|organisation(?:al)?|structure) ?chart|histogram|box ?plot|hydrograph|pictogram|"
    r"(?:sketch|mind|concept|choropleth|isoline) map|map of|circuit(?! (?:training|session|breaker|board)s?\b)|timeline|storyboard|poster|wireframe|food (?:chain|web)|pyramid|Punnett square|pedigree|"
    r"(?:family|decision|tree) tree|(?:floor|site|seating) plan|number line|cross[- ]section|field sketch)"
)
_PLAIN = regex(
    rf"(?:the|an?|one|two|three) (?:{_MANNER},? (?:and )?)*(?:diagrams?|sketch|drawing|picture|graph|chart|table|map|plan|poster|shape|curve|line|structure|layout)s?",
    re.IGNORECASE,
)

KIND = regex(rf"\b{_ON_PAPER}s?\b", re.IGNORECASE)
"""What verbs that make anything have for an object where they ask for a drawing ("create a flow chart")."""
CONSTRUCTED = regex(
    rf"\b(?:{_ON_PAPER}|truth table|(?:frequency|two-way|trace) table|bisector|locus|triangle|net|(?:displayed|structural) formula|tree|chart|curve|angle)s?\b",
    re.IGNORECASE,
)
"""The same of "construct", which is done with ruler and compasses, too."""

_GRAPH = regex(
    r"\b(?:graph|histogram|(?:bar|line|pie) chart|scatter ?(?:graph|plot|diagram)|box ?plot|cumulative frequency|frequency polygon|scale (?:drawing|diagram|plan)|isometric|orthographic|pictogram|hydrograph)\b"
    r"|^[a-z](?:\([a-z]\))?\s?=|\bcurve (?:of )?[a-z]\s?=|\b(?:line|parabola|curve|function) [a-z](?:\([a-z]\))?\s?=",
    re.IGNORECASE,
)
_MARKET = regex(r"\b(?:supply|demand|market|cost|revenue|profit|AD|AS|price)\b.*\bdiagram\b")

_NOT_SEEN = (
    r"(?:(?!(?:of|to|for|with|from|showing)\b)[\w’'-]+ ){0,5}?(?:conclusions?|inferences?|comparisons?|parallels?(?= (?:between|with|to)\b)|distinctions?|contrasts?|analog(?:y|ies)|links?|connections?|lessons?|attention|evidence|"
    r"inspiration|ideas|information|audiences?|crowds?|readers?|viewers?|people|customers?|visitors?|criticism|similarities|differences|generalisations?|judgements?|(?<!box )(?<!scatter )(?<!dot )plots?|characters?|stor(?:y|ies)|"
    r"narratives?|scenes?|balance|(?:brief|short|general) outline|(?:customer|character|target market|user|company) profile|"
    r"profile of (?:an?|the|your) (?:[\w-]+ )?(?:customer|consumer|person|leader|user|client|character|audience|company|criminal)|"
    r"(?:line|boundary|boundaries) between|an end|to a close)\b(?! (?:diagram|map|chart|graph|line|arc)s?\b)"
)
_TAKEN = (
    r"(?:(?:an?|the|some|two|three|one|any|enough) )?(?:breath|blood|water|air|power|energy|current|cards?|counters?|balls?|marbles?|beads?|samples?|lots?|names?|tickets?|cash|money|wages?|salary|salaries|benefits?|pensions?|bath|curtains?)"
    r"(?=$|,| (?:from|out|in|into|up|to|for|at|with|through|without|by|of)\b)"
)
OTHERWISE = regex(
    rf"(?:{_NOT_SEEN}|{_TAKEN}|(?:on|upon|from|up|together|out|in|into|back|near|closer|away)\b)",
    re.IGNORECASE,
)
"""What is drawn, and not with a pencil ("draw conclusions", "draw a card from a pack")."""

ABSENT = regex(
    r"\bthe (?:incident |emergent |reflected )?rays? (?:of|through|from|in|at)\b|\bmissing\b|\bline of best fit\b|\btangent to the\b|\b(?:image|reflection|rotation|enlargement|translation) of (?:the|a|an|triangle|shape)\b|"
    r"\bshown (?:in|on|by|below|above|here|opposite)\b|\b(?:given|provided|supplied|below|above|opposite|overleaf|attached|following)\b|\b(?:these|those|this|your|his|her|their) (?:\w+ )?(?:results?|data|values|readings|measurements|information|findings|table|points|organisms|answers?)\b|"
    r"\b(?:the|some|raw|experimental|collected|secondary|primary) (?:\w+ )?(?:data|results|readings|measurements|figures|information|points|values|table)\b(?! (?:structure|flow|type))|"
    r"\b(?:of|for|from) (?:the|this) (?:product|object|item|solid|prism|building|design|component|part|shape|figure|room|site|area|triangle|polygon|quadrilateral|lamp|chair|box|device|house|result|experiment|"
    r"scenario|problem|task|client|user|business|company|situation)(?=$|[,.;)]| (?:showing|with|to|in|from|by)\b)|"
    r"\b(?:on|onto|in|to|across|from) the (?:same )?(?:grid|axes|diagram|graph|map|figure|copy|picture|template|outline|number line|circuit|table|passage|text|case study|scenario|specification|brief|extract|source|description|insert|equation|function)\b(?! (?:of|for|that|y|x|f)\b)|"
    r"\b(?:an?|the|any|each) (?:given|unknown|particular|certain|specified|named|chosen|suitable|appropriate|unfamiliar) |\byour (?:own|revision|chosen|local)\b|\byou (?:have )?(?:studied|collected|chosen)\b",
    re.IGNORECASE,
)
"""What is not there, and what nobody has chosen yet."""


_OPEN = regex(
    r"\b(?:organi[sz]ation(?:al)? chart|(?:entity[- ]relationship|ER|use[- ]case|class|state[- ]transition) diagram|ERD|storyboard|wireframe|poster|logo|design|food (?:web|chain)|family tree|pedigree|"
    r"(?:floor|site|seating) plan|plan (?:view|of)|sketch map|elevation|layout|mock-?up|stave|scene|advert(?:isement)?)s?\b",
    re.IGNORECASE,
)


_OF_DATA = regex(
    r"\b(?:(?:bar|pie|line) (?:chart|graph)|histogram|pictogram|scatter ?(?:graph|diagram|plot|chart)|box ?plot|frequency (?:polygon|table|diagram)|cumulative frequency|climate graph|population pyramid|"
    r"stem[- ]and[- ]leaf|choropleth|tally|gantt|critical path)\b",
    re.IGNORECASE,
)
_FIGURE = regex(r"\d")
_OF_A_FORM = regex(r"\b(?:correlation|distribution|skew\w*|relationship)\b", re.IGNORECASE)


def needs_data(verb: str, task: str) -> bool:
    """Whether a chart is drawn from numbers that are not there; one that is sketched, or shows a form ("a negative correlation"), needs none."""
    return bool(_OF_DATA.search(task)) and verb != "sketch" and not (_OF_A_FORM.search(task) or _FIGURE.search(task))


def is_open(head: str) -> bool:
    """Whether a drawing may show many things, so that candidates must be told which ("a food web for a woodland", "a storyboard for an advert")."""
    return bool(_OPEN.search(head))


def is_bare(head: str) -> bool:
    """Whether words for a drawing do not say what it shows."""
    return bool(BARE.fullmatch(head))


def is_plain(head: str) -> bool:
    """Whether words for a drawing do not even say of which sort it is: what it has is then no task ("a graph with a title and a scale")."""
    return bool(_PLAIN.fullmatch(head))


def is_definite(head: str) -> bool:
    """Whether they mean a drawing that candidates would have to know ("the circuit")."""
    return head.casefold().startswith("the ") and is_bare(head)


def ruling_for(task: str) -> Ruling:
    """Return what a drawing needs inside its frame: squares for a graph, a chart of values and a drawing to scale."""
    return "squared" if (_GRAPH.search(task) or MASK.match(task)) and not _MARKET.search(task) else "plain"
