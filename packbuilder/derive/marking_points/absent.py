"""What a question speaks of and nobody can know: something with a letter, a curve, a program or a method that is neither on the paper nor told."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.masks import MASK
from packbuilder.patterns import regex

_LETTERED = (
    r"(?:gas|liquid|solid|substance|solution|compound|element|metal|organ|organelle|cell|tissue|structure|part|process|layer|component|chemical|feature|area|region|"
    r"species|organism|molecule|ion|particle|label|line|stage|graph|curve|bond|plant|tube|beaker|flask|student|pupil|person|patient|child|town|city|company|business|"
    r"firm|shop|material|object|isotope|planet|star|wave|ray|lens|circuit|switch|resistor|lamp|machine|alkane|alcohol|acid|salt|polymer|river|place|site|sample|bar|column|row|step|block|gate|device|rock|mineral|specimen|fossil|hydrocarbon|isomer|ester|alkene|bone|muscle|pyramid|landform|profile|spectrum|peak|vessel|hormone|enzyme|bacterium|food|fabric)"
)
_BY_LETTER = regex(
    rf"\b{_LETTERED}s? (?P<letter>[A-Z])(?:(?:,? and |, | or )[A-Z])*(?=[?.]?$|['’]s\b| (?:is|was|has|can|could|would|should|will|shows?|in|on|from|to|and)\b)"
)
"""Something by its letter ("gas X"), unless the question goes on to say what it is ("metal X, which reacts with cold water")."""
_LETTERS = regex(
    r"(?:Identify|Name|Label|Describe|Compare|Give the names? of|State the names? of|Explain) (?:(?:the )?(?:parts|structures|layers|organs|labels|letters) )?(?:labelled |marked )?"
    r"[A-Z](?:(?:, and |, | and | to |[–-])[A-Z])+"
)
"""Nothing but letters ("Identify A, B and C")."""
_DRAWN = r"(?:curve|bars?|plot|line of best fit|trace|waveform|peaks?|plateau)"
_SHAPE = regex(
    rf"\bthe (?:shape|slope|gradient|steepness|trend|dip|fall|rise|pattern|change|area|features?) (?:of|in|under|on|shown by) the {_DRAWN}\b(?! (?:of|for|with|showing|that|which|when)\b)"
    rf"|^(?:Describe|Explain|Interpret|Analyse|Compare|Label|Identify) the (?:two )?(?:curves?|bars|plots?|traces?)$",
    re.IGNORECASE,
)
_WHICH = regex(
    r"\b(?:which|what) (?:line|bar|curve|graph|sample|tube|test tube|beaker|row|column|trial|point|label|letter|pyramid|diagram|picture|image|student|pupil|set of (?:data|results))s? "
    r"(?:shows?|showed|is|was|are|were|has|had|did|does|represents?|represented|gives?|gave|could|would|contains?|contained)\b(?!.*(?:: |, .* or ))",
    re.IGNORECASE,
)
"""One of several that are nowhere to be seen."""
_SETS = regex(
    r"^(?:Compare|Contrast|Describe|Interpret|Comment on|Analyse|Evaluate|Discuss)(?: and \w+)? (?:(?:the|these) )(?:two |three )?(?:distributions|data sets|sets of (?:data|results)|samples|curves|graphs|charts|box plots|designs|websites|adverts|candidates|proposals|quotes|plans)$",
    re.IGNORECASE,
)
_DONE = regex(
    r"^(?:Suggest|Explain|Describe|State|Discuss|Evaluate|Give|Identify|Outline)\b(?: (?:and|how|why|ways?|one|two|three|that|in|which|an?|possible|improvements?|changes?|reasons?|problems?|sources? of error|errors?|hazards?|risks?|weakness(?:es)?|strengths?|limitations?|with|to|of|for|your))*"
    r" (?:the|this) (?:method|experiment|investigation|procedure|apparatus|set-?up|design|student['’]s \w+)(?: (?:could|can|might|should|may) (?:be|have been) (?:improved|changed|modified|made \w+(?: \w+)?|extended|adapted)(?: further)?)?$",
    re.IGNORECASE,
)
"""Something that was done, and is not told ("how the method could be improved")."""
_MADE = regex(
    r"^(?:Which|What|State which|Name|State|Identify|Give) (?:the )?(?:name of the )?(?:gas|salt|products?|substance|colour|solid|precipitate|liquid) (?:is |are |was |that is |which is )?(?:produced|formed|released|given off|made|collected|observed|seen)\??$",
    re.IGNORECASE,
)
"""What comes of a reaction that is not named."""
_OF_WHAT = regex(
    r"^(?:Identify|Name|State|Give) (?:the|what) (?:type|kind|sort|form) of (?:error|bond(?:ing)?|reaction|graph|chart|rock|cloud|fracture|lever|joint|sampling|angle|triangle|correlation|equation|business|"
    r"market|mutation|wave|circuit|account|cost|experiment|data|question|sentence|clause|cell|energy|poem|text|source|weathering|boundary|margin)$",
    re.IGNORECASE,
)
"""The kind of something, without a word of which."""
_PROGRAM = regex(
    r"\b(?:output|result|purpose|errors?|effect|mistakes?|lines?|value|values|variables?) (?:of|in|from|printed by|returned by|used in) (?:the|this) (?:program|code|algorithm|pseudocode|loop|subroutine|procedure|function|query|flow ?chart)(?! (?:that|which|print|of|for|called|named)\b)"
    r"(?!.*[‘“\"`])",
    re.IGNORECASE,
)
_EACH_IN = regex(
    r"^(?:Identify|State|Name|Give|Write down|Determine|Find|Select|Choose)\b.*\b(?:each|every|all (?:of )?the|the (?:two|three|four|first|last)) (?:\w+ ){1,2}(?:used |found |shown |declared |written |that (?:is|are) used )?(?:in|by) "
    r"(?:an?|the) (?:program|algorithm|piece of code|subroutine|function|procedure|flow ?chart|query|diagram|circuit|graph|sequence)$",
    re.IGNORECASE,
)
"""Each of some things in a program or a drawing that nobody sees ("the data type of each value used in a program")."""
_VARIABLES = regex(
    r"^(?:Identify|State|Name|Give) (?:the )?(?:two |three )?(?:independent|dependent|control(?:led)?)(?:(?:,|,? and) (?:the )?(?:two |three )?(?:independent|dependent|control(?:led)?))* variables?$"
)
"""The variables of an experiment that is not told."""
_OF_NOTHING = regex(
    r"^(?:Suggest|State|Give|Name|Describe|Identify|Explain|Outline)(?: and \w+)? (?:one|two|three|an?|any|some)(?: \w+)? (?:improvements?|modifications?|sources? of error|anomal(?:y|ies)|control variables?|extensions?|limitations?|weakness(?:es)?|strengths?|criticisms?)$"
)
"""What might be bettered, and nobody says in what ("Suggest one improvement")."""
_WRONG_WITH = regex(r"\bwrong with (?:the|this) (?:table|code|diagram|method|graph|program|circuit|query|sentence|design|algorithm)$")
"""What is wrong with something that is not there."""
_OF_IT = regex(
    r"^(?:State|Give|Name|Describe|Explain|Suggest|List|Outline) (?:[a-z]+ ){1,3}?(?:factors?|reasons?|ways?|effects?|causes?|things|methods?|uses?|features?|properties|advantages|disadvantages|examples?) (?:that|which|of|for|to) (?:[a-z]+ )?(?:it|them|this|these)$"
)
"""What has to do with something that has no name here ("State four factors that increase it")."""
_LEVELS_OFF = regex(
    r"\b(?:the|this) (?:line|curve|graph|bar|plot) (?:levels? off|flattens?|rises?|falls?|dips?|peaks?|slopes?|curves?|becomes? (?:flat|steeper|horizontal)|is (?:flat|steep|steeper|horizontal|curved|straight))\b",
    re.IGNORECASE,
)
"""What a line does on a graph that is not there."""
_WHITHER = regex(
    r"^(?:Give|State|Identify|Name) the direction (?:of (?:the )?(?:flow|river|movement|travel|wind|current|slope|drift)|in which it (?:flows|moves|travels))$|^State which way (?:the )?(?:\w+ )?\w+ (?:moves?|turns?|rotates?|deflects?|swings?)$"
)
"""Which way something goes on a map or a drawing that is not there."""
_ROOTS = regex(
    r"^(?:State|Give|Write(?: down)?|Find|Identify|Determine) the (?:(?:number of )?(?:real |distinct |equal )?(?:roots|solutions)|coordinates of (?:the |its )?[a-z -]+|(?:equation of the )?(?:line of symmetry|asymptotes?|tangent|normal)|"
    r"gradient|[xy]-intercepts?|turning points?)$|^(?:Explain|State) why (?:there (?:is|are)|it has) (?:no|one|two|only one)(?: \w+)? (?:roots?|solutions?)$",
    re.IGNORECASE,
)
"""What an equation has that is not there."""

_CASE = regex(
    r"\b(?:how|what|whether) (?:the|this) (?:extract|passage|article|advert|advertisement|leaflet|cartoon|photograph|image|transcript|blog|review|letter|speech) (?:presents?|shows?|portrays?|conveys|depicts|describes|uses|explores|demonstrates|creates|reflects)\b"
    r"|\b(?:options?|proposals?|strateg(?:y|ies)|plans?|designs?|suppliers?|choices?|methods?),? A,? (?:or|and) B\b|\b[Oo]ption A\b.*\b[Oo]ption B\b|\bwhich (?:of the (?:two |three )?)?(?:option|proposal) (?:the |[A-Z])[^,;]*\bshould\b"
    r"|\b(?:whether|if|how|why) [A-Z][a-z]+ (?:is|may be|might be|could be|would be) (?:criminally |also )?(?:liable|guilty)\b|\b(?:liability|liabilities) of [A-Z][a-z]+ (?:for|under|in)\b"
    r"|\b(?:quality|success|suitability|effectiveness) of (?:the|your) (?:final|finished|completed) (?:mix|product|piece|outcome|design|garment|dish|model|performance|artefact)s?$|^(?:Evaluate|Assess|Review) the (?:final|finished) (?:mix|product|piece|outcome|design|garment|dish|model|performance|artefact)$"
)
"""Somebody in a case that is not told, options that nobody has set out, and what a candidate has made elsewhere."""


_RUN = r"(?:rate|results?|readings?|yield|mass|volume|temperature|current|voltage|gradient|value|sample|solution|mixture|reaction|student|experiment|test|anomaly|graph|curve|line)"
_NOT_WHEN = r"(?!(?:of|in|on|when|as|if|by|with|after|during|from|to|at|between|because|than|and|while|for|into|through|under|over|before|until|around|which|that|or)\b)"
_OWN_WORK = regex(
    r"^(?:Evaluate|Assess|Review|Analyse|Discuss|Justify|Reflect on|Appraise)(?: and \w+)? your own (?:[a-z]+ )?(?:products?|designs?|outcomes?|projects?|pieces?|recordings?|compositions?|garments?|dish(?:es)?|artefacts?|models?|spreadsheets?|databases?|websites?|programs?|animations?|films?|photographs|portfolio)\b"
    r"|^(?:Evaluate|Assess|Review|Analyse|Discuss|Justify) the (?:project|event|session|activity|campaign|(?:limitations|suitability|strengths|weaknesses|effectiveness|choice|reliability|validity) of the (?:methods?|techniques?|sources|materials|tools?|approach(?:es)?|resources) used)\b(?! (?:of|in|to|for|by|during|manage\w+|plan\w*|life|method)\b)"
)
"""What candidates have made or done elsewhere ("evaluate the project against its aims", "the limitations of the methods used")."""
_OWN_PLAN = regex(
    r"^(?:Evaluate|Assess|Review|Analyse|Discuss|Justify|Explain|Describe) (?:the )?(?:[a-z]+ and )?(?:strengths|weaknesses|areas for improvement|effectiveness|success|outcomes?)(?: and [a-z ]+?)? of (?:the|your) "
    r"(?:[a-z]+ )?(?:programme|plan|project|event|session|activity)(?:$|, )",
)
"""A plan or an event of a candidate's own, of which nothing is told ("the strengths of the programme")."""
_PROPOSED = regex(r"\bthe proposed (?:menu|itinerary|layout|design|programme|activity|care plan)\b(?! (?:of|for) [A-Z])")
"""What has been proposed, and nobody sees."""
_IN_CARE = regex(
    r"\b(?:Mrs?|Ms|Miss) [A-Z][a-z]+\b(?!,? (?:who|aged)\b).*\b(?:residential|care|diagnosis|placement|support|discharge|rehabilitation|dementia|mobility)\b"
)
"""Somebody who is cared for, of whom nothing is told."""
_UNTOLD_SUCH = regex(
    r"^Explain why the (?:two )?(?:events?|answers?|estimates?|samples?|variables?|functions?|triangles?) (?:is|are|was|were) (?:not )?[a-z]+$"
)
"""What some things are, and nobody says which ("why the events are not independent")."""
_UNTOLD = regex(
    rf"^(?:Explain|Suggest|State|Give|Describe|Predict)(?: (?:a|one|two|the) reasons?)? (?:why|when|at what [a-z]+|what happens to|what happened to|what colour) the {_RUN}(?: {_NOT_WHEN}[\w’'-]+){{0,4}}$"
)
"""What happened to something in an experiment of which nothing is said ("why the rate is not affected"): no word says when or of what."""
_TAKEN = regex(
    r"^(?:Name|State|Give|Identify|Describe|Suggest) (?:the|one|two|three|an?|any|four) (?:\w+ )?(?:principles?|assumptions?|methods?|techniques?|process|formula|equation|rule|law|"
    r"device|stain|indicator|variables?|precautions?|measurements?|changes|observations?|adjustments?|conclusions?) (?:used|made|taken|drawn|needed|changed|kept|carried out|required|involved|recorded)$"
)
"""What was used or made, and nobody says in what ("Name the principle used")."""
_SHOWN = regex(
    r"\b(?:trend|pattern|relationship|correlation|change|process|structure|molecule|stage|cell|organism|feature|landform|device|results?|component|shape|type of [a-z]+)s? (?:that (?:is|are) )?shown(?= here\b|[,:;.]|$)",
    re.IGNORECASE,
)
_PICTURED = regex(
    r"^(?!.*\b(?:draw|drawn|plot|plotted|sketch|construct|label|produce)\b).*\bthe (?:graph|bar chart|pie chart|chart|histogram|scatter ?graph|extract|passage|photograph|cartoon|questionnaire results)"
    r"(?= (?:levels?|level|is|are|was|goes|go|falls?|rises?|starts?|stops?|begins?|ends?|creates?|does|cross(?:es)?|becomes?|curves?|slopes?|peaks?)\b|$)",
    re.IGNORECASE,
)
"""A drawing or a text that is not there ("At what temperature does the graph level off?"); "the graph of y = x²" is told."""

_BOTH = regex(
    r"^(?:State|Name|Give|Identify|Write(?: down)?|Compare|Contrast|Find) (?:both|the two|these two) (?:correct )?(?:[a-z]+s|hypotheses|criteria|phenomena)(?: of the equation)?(?: correctly)?(?: and\b.*|:.*)?$",
    re.IGNORECASE,
)
"""Two things of something that is not named ("both hypotheses", "the two gases")."""
_IN_ONE = regex(
    r"^(?:Identify|State|Name|Give|Find|Label|Select|Locate) the (?:[a-z-]+ ){1,3}in an? (?:[a-z-]+ )?(?:function|program|algorithm|subroutine|piece of code|sentence|passage|text|data ?set|graph|diagram|circuit|equation|flow ?chart)$",
    re.IGNORECASE,
)
"""A part of something that nobody sees ("the base case in a recursive function")."""
_DATA_SHOW = regex(
    r"^(?:Identify|Explain|Describe|State|Recognise) (?:when|whether|how|what) (?:the )?(?:data|results|figures|graphs?) (?:shows?|suggests?|supports?|indicates?|proves?|reveals?)\b",
    re.IGNORECASE,
)
_SUITABLE = regex(
    r"^(?:Describe how you would )?(?:Identify|Select|Choose|Name|Suggest|Recommend|State) an? (?:suitable|appropriate) (?:(?!(?:for|to|of|that|which|when|in|on)\b)[\w-]+ ){1,4}and (?:justify|explain|give (?:a |one )?reasons? for) (?:it|the choice|your choice|the selection|your selection|your answer|why)\b",
    re.IGNORECASE,
)
"""Something that suits, and nobody says what ("a suitable fitness test")."""
_TREND = regex(
    r"^(?:Identify|Describe|State|Explain|Recognise) (?:the|any|an) (?:overall |general |main )?(?:trends?|anomal(?:y|ies)|anomalous (?:results?|data|points?)|outliers?)(?= and\b|$)",
    re.IGNORECASE,
)
"""What only data could show."""
_VALUES_COMPARED = regex(
    r"^Compare (?=[^a-z]*(?:\b[a-z]\b[^a-z]*)*(?:with|to|and) [£$]?[\d.])[^:]*?\d[^:]*? (?:with|to|and) [£$]?\d[\d.,]*(?:\s?%)?(?: and\b.*)?$"
)
"""Two numbers that stand there: to compare them is a step of a decision."""


def speaks_of_absent(sentence: str, told: str = "") -> bool:
    """Whether a sentence speaks of what it does not show and what is told before it (`told`) does not either."""
    if MASK.search(sentence):
        return False  # the formula or the code stands in it
    bare = sentence.rstrip(" .")
    if _LETTERS.fullmatch(bare) and not told:
        return True
    lettered = _BY_LETTER.search(bare)
    if lettered and not re.search(rf"\b{lettered['letter']}\b", told):
        return True
    return not told and any(
        pattern.search(bare)
        for pattern in (
            _SHAPE,
            _WHICH,
            _SETS,
            _DONE,
            _MADE,
            _OF_WHAT,
            _PROGRAM,
            _EACH_IN,
            _VARIABLES,
            _OF_NOTHING,
            _WHITHER,
            _LEVELS_OFF,
            _OF_IT,
            _WRONG_WITH,
            _ROOTS,
            _CASE,
            _UNTOLD,
            _UNTOLD_SUCH,
            _OWN_WORK,
            _OWN_PLAN,
            _IN_CARE,
            _PROPOSED,
            _TAKEN,
            _SHOWN,
            _PICTURED,
            _BOTH,
            _TREND,
            _IN_ONE,
            _DATA_SHOW,
            _SUITABLE,
            _VALUES_COMPARED,
        )
    )
