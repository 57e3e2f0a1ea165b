"""The gate: what every stem must pass before it is printed, whatever rule made it (HANDBOOK section 8, points 3 and 4)."""

from __future__ import annotations

import re

from packbuilder.abbreviations import WITHIN
from packbuilder.derive.marking_points.absent import speaks_of_absent
from packbuilder.derive.marking_points.anybody import of_any
from packbuilder.derive.marking_points.formulas import HYPHEN
from packbuilder.derive.marking_points.marker_words import OF_ELECTIONS
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import ANSWERED, HALF, STATED, Asked, LeftOut
from packbuilder.derive.marking_points.person import is_numeral
from packbuilder.derive.marking_points.predicates import holds_contact, leaves_preposition, verb_behind
from packbuilder.derive.marking_points.quotations import without_naming
from packbuilder.derive.marking_points.self_answered import results
from packbuilder.derive.marking_points.signs import may_answer
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, needs_stimulus
from packbuilder.derive.marking_points.untold import is_untold
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.marking_points.worked_out import has_values, reckons
from packbuilder.patterns import regex
from packbuilder.values import replace

_MARKERS = regex(
    r"\b(?:award(?:ed|ing)? (?:credit|marks?)|credit (?:is |for |should )|learners?|mark schemes?|marks? for|markers?|examiners?|assessors?|evidence of|(?:linked|back) to the question|(?:don['’]t|do not|never) (?:just|only|simply|merely)|candidates? (?:must|should|may|can|will|has|have)|the candidate)\b",
    re.IGNORECASE,
)
_STOOD = regex(r"\b(?:the |a )?candidates?\b")
_OF_PEOPLE = regex(
    r"\s(?:tells?|shows?|gives|helps?|keeps?|allows?|enables?|teach(?:es)?|makes|protects?|affects?|around|warns?|reminds?) us\b"
)
"""Everybody, and not those who write ("what red-shift tells us about the Universe")."""
_FIRST_PERSON = regex(r"\b(?:I(?! ?=)|me|my|mine|myself|we|us|ourselves)\b(?![.)]|[–/-]\w)")
_PRONOUN = regex(
    r"^\w+(?:,? and \w+)?\s+(?:it|them|they|this|these|those|that|its|their \w+)\b(?!\s+(?:is|are|was|means|happens|occurs|can|affects?|period|process|type|kind|set|time|event|war|city|region|the))",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"^\w+(?: and \w+)? (?:how|why|what|when) (?:they|it|these|those|this)\b(?! (?:is|was|can be|may be) (?:important|necessary|useful|essential|difficult|possible|vital)| (?:process|is called))",
    re.IGNORECASE,
)
_RIM = regex(rf"^[ ,;:–—!-]+|(?<![ ,;:!–—])(?:[ ,;:!]|[–—]|{HYPHEN})+$")
"""What stands round a sentence."""
_DANGLING = regex(
    r"(?:^|(?<![=+×÷*/−])\s)(?:a|an|the|of|to|in|on|for|and|or|with|by|from|at|as|between|including|such|(?<!\bsay )(?<!\bexplain )(?<!\bdescribe )(?<!\bwhen and )(?<!\bwhere and )how|(?<!and )(?<!\bsay )(?<!\bexplain )why|that|which|using|into|their|its|your)$"
)
_TO_DO_WITH = regex(
    r"\b(?:easier|harder|cheaper|safer|simpler|quicker|nicer|easy|hard|cheap|safe|dangerous|difficult|expensive) to [a-z]+ (?:on|in|with|to|at|from|for)$"
)
"""What a verb is done with, before it ("sites are cheaper to build on")."""
_TAKES_IN = regex(
    r"\bhow\b.*\b(?:gets?|goes|go|comes?|moves?|breathe[sd]?|flows?|enters?|taken|drawn|sucked|pulled|brought|let|leaks?|seeps?) (?:in|on|by|from)$|\b(?:breathing|breathe|joining|taking part|taken) in$|\b(?:is|are|was|were|be|been|being) (?:dealt|coped|done away|put up|complied|interfered) with$|\b(?:is|are|was|were|be|been|being) (?:disposed|got rid|taken care|made use) of$|\b(?:is|are|was|were|be|been|being) (?:arrived|aimed|looked|acted|relied|brought) (?:at|on|by)$"
)
"""Verbs with which a word that looks lost belongs to the sentence ("how air gets in")."""
_USING = regex(r",? (?:using|with) (?:references|quotations|quotes|examples)[ .]*$")
"""What of an answer's form is left where its examples are taken out ("..., using references such as ...")."""
_ENDS_WITH = re.compile(r" (?:of|to|in|on|for|with|by|from|at)$")
_TO_SHOW = regex(r"(?<=[a-z]{2}), (?=to (?:show|demonstrate|illustrate|explain) (?:how|why|that|what)\b)")
"""Before what something is done for there is no comma."""
_DOUBLED = regex(r"\b(?!that\b|had\b)(\w{2,}) \1\b")
_LEAKS = regex(
    r"^(?:Describe|Identify|Define|State) (?!how\b|why\b|what\b)(?:\S+ ){1,4}(?:(?<!known )(?<!called )(?<!referred to )as (?:being|a(?! (?:measure|means|way|source|form|method|tool|guide|result|whole)\b)|an(?! (?:example|indicator|explanation)\b)|the)\b|to be\b(?! (?:\w+ed|taken|made|met|done|given|kept|sent|found|worn|held|drawn|shown|paid|written|built|put)\b))",
    re.IGNORECASE,
)
_REPORTED = regex(
    r"^\w+(?: and \w+)? (?:be\b|(?:should|must|can|could|may|will|would) (?:be|not|gain|receive|score|reach|also|only|then|get)\b)",
    re.IGNORECASE,
)
"""What follows a command is said of those who obey it ("Evaluate should be rewarded")."""
_FIGURED = regex(r"(?<![\w$])(?=\w*[a-z])(?:[A-Z]?[a-z]{2,}[01|][a-z]{2,}|[a-z][01|][a-z]{3,}|[A-Za-z]{3,}[1|](?=\s))(?!\w)")
"""A figure within a word, as scanners read letters ("b1ood", "vesse1")."""
_ITS_OWN = regex(
    r"^(?:State|Describe|Explain|Define|Give|Write|Outline|Identify)(?: and \w+)? (?!how\b|why\b|what\b|when\b)(?:\S+ ){0,2}?(?:[^\W\d_]{1,3}|[^\w\s]+)\S{0,2} ?= ?\S+(?: \S+){0,6}$"
)
"""An equation in symbols and nothing more."""
_NO_MORE = regex(
    r"^(?:Discuss|Consider|Evaluate|Compare|Present|Explain|Give|Assess) (?:both|the (?:two|different|various)|different|alternative|opposing) (?:sides|views|viewpoints|arguments|perspectives|opinions)(?: (?:of|in) (?:the|an|any) (?:argument|debate|issue|question))?(?:,? (?:before|and|when|while) (?:reaching|coming|making|giving|forming|arriving)\b.*)?$|"
    r"^(?:How|Why|What|When|Where|Which|Who)[;:]|^State the colour change$|^State the (?:two|three|four|five|six) (?:skills|attributes|qualities|features|factors|points|reasons)(?: (?:\+|and|&) [a-z]+)?$|^(?:Give|State|Explain) (?:a|one|two|three|the) reasons? for your (?:answer|choice|decision)(?: (?:in|to|from)\b[^.?]*)?$|\b(?:in|from|to|for) (?:part |question |Q)?(?:0\d\.\d|\d{1,2} ?\([a-h]\))$|\b(?:for|from|in|of) (?:the )?above$|^Identify the relevant\b|^State suitable \w+$|^(?:Give|State|Suggest) (?:(?:one|two|three|four|some|your|the) )?reasons?$|^Justify (?:the|your) (?:claim|answer|choice|response|reasoning)\b(?! (?:that|of|for)\b)|^(?:Explain|Describe|State) (?:to|from|with|by|of)\b(?! (?:whom|which|what|whose)\b)|; the other\b|^(?:How|Why) (?:do|does|did) [a-z]+ [a-z]+(?<![sui])s\?|\bconclusions? (?:that|which) (?:can|could|may) be drawn$|^(?:Describe|Explain|Discuss|Outline|Describe and explain|Analyse|Evaluate) (?:(?:the|some|key|important|main|relevant|specific|basic|core|subject|technical|current|wider|appropriate) )*(?:dates|facts|terms|terminology|vocabulary|details?|concepts|figures|statistics|contexts?|legislation|regulations|policies|theory|theories|content|procedures)$|^(?:Discuss|Describe|Explain|Describe and explain) (?:the )?(?:real[- ](?:world|life)|practical|wider|everyday) (?:applications?|examples?|contexts?|relevance|links?|use)(?:$|:)|^\w+ and explain and\b|^(?:Name|State|Identify) the (?:process|term|substance|organ|structure|person|word|method)(?: and (?:define|describe|explain) it)?$|\b(?:importance|significance|impact|effects?) of (?:(?:the|different|various|these|such|all|each|key|other) )*(?:factors|causes|reasons)$|^Identify (?:the )?(?:methods|techniques|devices) and their effects? on the (?:reader|audience|viewer)$"
)
_RELATED = (
    r"(?:causes|effects|consequences|impacts|factors|reasons|strengths|weaknesses|advantages|disadvantages|benefits|drawbacks|limitations|results|outcomes|features|characteristics|"
    r"similarities|differences|methods|stages|steps|implications|changes)"
)
_OF_NOTHING = regex(
    r"(?:Explain|Describe|Describe and explain|Discuss|Compare|Distinguish between|Outline|Analyse|Evaluate|Assess|Identify|State|Give|List|Name) (?:the |some |two |three |different |various )?"
    rf"(?:(?:(?:two|three|four|the|short(?:-|-term)|long(?:-|-term)|medium(?:-|-term)) |(?:main|key|major|positive|negative|social|economic|political|environmental|cultural|internal|external|possible|potential|likely|common|relevant|important|other) )?(?:{_RELATED}(?=,? and |,? or |$)|(?=and |or ))?(?:(?:, |,? and |,? or |and |or ))?){{1,6}}",
)
"""Causes, effects and the like, of nothing ("Distinguish between short- and long-term causes")."""
_WHAT_IS = regex(
    r"^(?P<command>State|Describe|Outline|Explain) what (?:is|are) (?P<what>the [\w’'-]+(?: [\w’'-]+){0,2} (?:of|for|between)\b.+)$"
)
"""A question turned into a command too hastily: "State what are the effects of X"."""
_WITHOUT_ARTICLE = regex(
    r"^(?P<command>Compare|Describe|Explain|Outline|State|Give|Identify|Evaluate|Assess) (?P<what>(?:structure|function|role|process|importance|significance|purpose|location|formation|effect|impact) of )"
)
"""As it is jotted down ("Compare structure of starch and cellulose")."""
_ALONE = regex(
    r"(?P<word>\b(?:why|how) |^(?:Describe|Explain|Outline) (?=\w+ of ))(?P<what>(?:(?:USA|USSR|UK|EU|UN|NHS|BBC|moon|Moon|sun|Sun|sky) (?=(?!and\b)[a-z]))|(?:assassination|invasion|outbreak|abolition|collapse|siege|execution|signing|fall|rise|battle|death|evacuation|partition) of )"
)
"""What there is one of, without its article ("why moon always shows the same face", "assassination of Franz Ferdinand")."""
_DATED = regex(
    r"(?<=[a-z])(?<! on)(?<! of)(?<! to)(?<! by)(?<! from)(?<! since)(?<! until)(?<! after)(?<! before)(?<! dated)(?<! and)(?<! the) (?P<date>\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:1\d{3}|20\d\d))$"
)
_EITHER = regex(r"(?<=[a-z]{3}) / (?=[a-z]{3})(?!.*=)")
"""A stroke with spaces between two words of a question, which nobody would read out."""
_EVENT = regex(
    r"(?<=\bwhy )(?P<name>(?:[A-Z][\w’'-]+ ){1,2}(?:Putsch|Crisis|Revolt|Rebellion|Revolution|Uprising|Crash|Strike|Blockade|Armada|Plot|Conference|Doctrine|Plan|Pact|Accord|Massacre|Famine|Movement))(?: (?P<year>1\d{3}|20\d\d))?(?= [a-z])"
)
"""An event as it is jotted down, which has an article in a sentence ("why Kapp Putsch 1920 failed")."""
_WHAT_THEY_ARE = regex(
    r"^(?P<command>State|Describe|Outline|Explain) what are (?P<what>(?:[a-z’'-]+ ){0,2}(?!series\b|news\b)[a-z’'-]{3,}(?<![suiy])s)$"
)
_WHAT_WAS = regex(
    r"^\w+ what (?:[\w’'-]+ ){0,4}(?:mattered|found|said|did|wrote|discovered|noticed|made|wanted) (?:[\w’'-]+ ){0,4}(?:was|is|were) "
)
"""A statement that opens with "what" ("what mattered most was that he ...")."""
_CHAIN = regex(r"^Describe [^:]*\s(?:[-=]>|→)\s.*\s(?:[-=]>|→)\s")
"""Steps with arrows between them, which answer what is asked about them ("the formation of a stack: crack -> cave -> arch")."""
_UNSAID = regex(
    r"^Describe how you would test (?!.*\b(?:for|the|an?|whether|if|that|how|your|using|with|by|in|on|to|its|their|each|two|and)\b)\S+(?: \S+){2,}$"
)
"""A test and what is seen, in a row ("test CO2 limewater cloudy")."""
_WHETHER_IT_IS = regex(r"\bwhether\b[^,]* (?:is|are|was|were)$")
"""A clause whose end has gone to the answers ("whether the difference is" due to chance)."""
_OF_THE_SCENE = regex(
    r"(?:(?:Explain|Suggest|State|Describe) (?:why|how)|(?:Suggest|Give|State|Explain|Identify) (?:one|two|three|a|possible) (?:possible |likely )?reasons? (?:why|for))"
    r"(?: this (?:happens|happened|is|is so|was|occurs|is true)| this)?"
    r"|(?:Discuss|Evaluate|Assess)(?: this (?:view|claim|idea|opinion|statement))?"
)
"""What asks about the sentence before it."""
_RUNS_ON = regex(
    rf"(?:(?<=[A-Za-z)]{{3}})|(?<=\b[12]\d{{3}})|(?<=[A-Za-z]\d)|(?<=[\d%)]{{2}})){WITHIN}\.\s+(?=[a-z]{{2}})|(?<=[A-Za-z\d)]){WITHIN}\.\s+[‘“\"'](?=[a-z])[^’”\"]*[’”\"']$"
)
"""A stop within a stem, and a small letter after it: what follows is an answer that nothing has set apart."""
_TOLD = regex(r"\s[–—-]\s(?:it|they|this|these) (?!is\b.*\?$)[a-z]+|\b(?:of|on|about|between|for): [^:]*\w\s[–—-]\s[^;]*;[^;]*\w\s[–—-]\s")
"""What a dash sets beside each thing, or says of it: "enzymes - they denature", "oxygen - respiration; nitrogen - proteins"."""
_SAYING = regex(
    r"^(?:\w+ ){1,6}?(?:this|the following) (?:statement|view|claim|opinion|quotation|quote|argument|assertion)\b(?!\s?:)", re.IGNORECASE
)
_POINTS_BACK = regex(r"\b(?:it|them|they|this|these|those|that|he|she)\?$", re.IGNORECASE)
_COLON_LIST = regex(r"(?<=\bof): (?P<all>(?:[^;:.]+; )+[^;:.]+)$")
"""A list that is what a point is about: "the uses of: a; b; c"."""
_ONE_WORD = regex(
    r"(?:Describe|Explain|Outline|Discuss|Describe and explain)(?: what is meant by)? (?:(?P<short>[A-Z]{2,}[a-z]?\d?)|(?P<word>[A-Za-z]{2,}(?:osis|esis|ysis|tion|sion|ism|ology|graphy|metry|ity|ance|ence|ics|ering|uction|ment|inertia|entropy)))$"
)
_NO_TOPICS = frozenset(
    """conclusion solution function question section position condition situation decision opinion impression expression introduction explanation description
    evaluation discussion definition comparison information presentation quotation application option action reaction intention interpretation justification
    observation suggestion recommendation translation transition instruction calculation equation version mention attention reason criticism mechanism
    importance significance difference evidence audience sentence reference preference influence experience performance appearance sequence consequence
    circumstance instance relevance quality activity ability possibility reality identity similarity majority priority responsibility opportunity quantity
    statement argument development element comment moment assessment assignment treatment requirement document experiment environment achievement
    statistics characteristics topics basics graphics mathematics metrics specifics tactics""".split()
)
"""Words with the same endings that say nothing of a subject by themselves."""
_HOW_TO = "Explain how to "
_NAMED_BY_KIND = regex(
    r"^(?:Name|Identify|Recognise|State|Give) the (?:(?!(?:of|for|in|to|by|from|at|on|with|between|about|that|which|when|and|or|under)\b)[a-z-]+ ){1,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?=$|,| and\b| (?:in|on|at|by|using|from)\b)(?!.*[?:])"
)
"""The same with the kind before it ("Identify the constellation Orion"), where a name of two words or an owner would say whose it is."""
_ANSWER_NAMED = regex(
    r"^(?:Name|Identify) (?:the (?=[A-Z])|(?!(?:the|an?|any|one|two|three|four|five|six|\d+|both|each|some|other|another|different|relevant|appropriate|suitable|specific|correct|possible|main|key|parts?|types?|kinds?|examples?|features?|how|why|what|which|where|when|who)\b))"
    r"(?:[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|\([A-Z][^()]*\)|of|and|the|de|von|van))*(?:,? \d{4})?|[\w’'-]+)$"
)
"""What a marker's "1 mark for naming X" names: the answer itself, a name or one word."""
_ENOUGH = 3
_LONGEST = 55
_TELLING = 9
"""Letters: shorter answers may well be words of a question about something else."""


def asks_of_scene(body: str) -> bool:
    """Whether a point asks for the reason of what stands before it, and no more ("Explain why")."""
    return bool(_OF_THE_SCENE.fullmatch(body))


def gated(point: Normal, outcome: Asked | LeftOut) -> Asked | LeftOut:
    """Pass a stem on, mended where that is safe, or say why it may not be printed."""
    if isinstance(outcome, LeftOut):
        # "Working must be shown" is no skill, and nothing for a worksheet either.
        said = outcome.worksheet.startswith(_HOW_TO) and verb_behind(outcome.worksheet, len(_HOW_TO))
        return STATED if said else outcome
    sentence = mended(outcome.sentence) if point.scene else of_any(mended(outcome.sentence))
    own = (
        None
        if _OF_THE_SCENE.fullmatch(sentence) and point.scene
        else _stimulus(without_naming(sentence) if point.scene.startswith("‘") else sentence)
        or _absent(sentence, point)
        or _generic(sentence, point)
        or _language(sentence)
    )
    left = own or _named(sentence, point) or _spoken_of(sentence, point) or _scene(point) or _given_away(f"{point.scene} {sentence}", point)
    if left is not None:
        return left
    return replace(outcome, sentence=sentence)


def mended(sentence: str) -> str:
    """Mend what is safe to mend: marker's phrases with a plain twin, spaces, and stray punctuation."""
    sentence = re.sub(
        r"\b(the |scientific |some |historical |archaeological |fossil )?evidence of\b", r"\1evidence for", sentence, flags=re.IGNORECASE
    )
    sentence = _RIM.sub("", re.sub(r"\s+", " ", _USING.sub("", sentence)))
    sentence = re.sub(r"\s+,", ",", sentence)
    sentence = re.sub(r"^(Explain why .+?),? and give (?:your )?reasons?(?: why)?$", r"\1", sentence)
    sentence = _TO_SHOW.sub(" ", sentence)
    sentence = re.sub(r",\s*,", ",", sentence)
    if re.match(r"\w+(?: and \w+)? (?:how|why)\b", sentence):
        # "why X and that Y": what is to be explained is X; Y is a fact beside it.
        sentence = re.sub(r",? and that\b.*$", "", sentence)
    sentence = (
        sentence
        if _TOLD.search(sentence)
        else _COLON_LIST.sub(lambda found: f" {', '.join(found['all'].split('; ')[:-1])} and {found['all'].split('; ')[-1]}", sentence)
    )
    sentence = re.sub(r"[.,;]\s*Includ(?:e|ing)$", "", sentence)
    sentence = re.sub(r"^(Compare) ([a-z]{4,})\s?/\s?([a-z]{4,})$", r"\1 \2 and \3", sentence)
    sentence = sentence if ":" in sentence else _EITHER.sub(" or ", sentence)
    sentence = re.sub(r"\b(with|using) example$", r"\1 an example", sentence)
    sentence = re.sub(r"^Discuss for (?:or|and) against\b", "Discuss the arguments for and against", sentence)
    sentence = re.sub(r"^((?:Recommend|Suggest|Choose|Decide|State|Discuss)\b.*[^,]),? justify$", r"\1, and justify your answer", sentence)
    sentence = _WITHOUT_ARTICLE.sub(r"\g<command> the \g<what>", sentence)
    sentence = _ALONE.sub(r"\g<word>the \g<what>", sentence)
    sentence = _DATED.sub(r" on \g<date>", sentence)
    sentence = _EVENT.sub(lambda found: f"the {found['name']}{' of ' + found['year'] if found['year'] else ''}", sentence)
    sentence = _WHAT_IS.sub(r"\g<command> \g<what>", sentence)
    sentence = _WHAT_THEY_ARE.sub(r"\g<command> what \g<what> are", sentence)
    return re.sub(r"\band and\b", "and", sentence)


def _stimulus(sentence: str) -> LeftOut | None:
    return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY) if needs_stimulus(sentence) else None


def _absent(sentence: str, point: Normal) -> LeftOut | None:
    told = point.scene or point.refer
    if not speaks_of_absent(sentence, told) and (told or not is_untold(sentence)):
        return None
    remedy = "Tell it in a sentence before the question, or write an item with a stimulus in a bank."
    return LeftOut(rule="R7", reason="what it speaks of is not there", remedy=remedy)


def _named(sentence: str, point: Normal) -> LeftOut | None:
    """Whether what markers credit for being named is the answer itself ("Give 1 mark for naming Companies House")."""
    return ANSWERED if point.credited and not point.tail and (_ANSWER_NAMED.match(sentence) or _NAMED_BY_KIND.match(sentence)) else None


def _spoken_of(sentence: str, point: Normal) -> LeftOut | None:
    """Whether a stem speaks of a statement that is not there ("Give arguments to support this statement")."""
    if point.scene or point.refer or not _SAYING.search(sentence) or re.search(r"[‘“\"']\w", sentence):
        return None
    return LeftOut(rule="R8", reason="the statement that it speaks of is not there", remedy="Quote the statement in the point itself.")


def _scene(point: Normal) -> LeftOut | None:
    """What is told before a question passes as well."""
    return unfit(point.scene) if point.scene else None


def unfit(sentence: str) -> LeftOut | None:
    """Return why a sentence may not be printed whatever else is there: it needs a stimulus, or its language is not for candidates."""
    return _stimulus(sentence) or _language(sentence)


def _generic(sentence: str, point: Normal) -> LeftOut | None:
    # What is asked for is known by its answers ("State the 6Cs"), or by an expression ("Expand 3(x + 2)").
    listed = len(point.tail) >= _ENOUGH or bool(point.tail and MASK.search(sentence))
    if point.tail and reckons(sentence) and has_values(sentence):
        return None
    if point.scene:  # which says what it is about
        return (
            LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Say what is asked.") if not content_words(sentence) else None
        )
    if sentence.endswith("?") and point.tail and not _POINTS_BACK.search(sentence):
        return None  # which is known by its answer: "What is GDP?"
    enough = 2 if listed or is_topic(sentence) or re.match(r"(?:Define|State what is meant by)\b", sentence) else _ENOUGH
    if len(content_words(sentence)) < enough or _PRONOUN.match(sentence) or _NOBODY.match(sentence):
        return LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
    return None


def is_topic(sentence: str) -> bool:
    """Whether one word after a command is a topic by itself: an acronym, or the name of a process, a state or a field ("Explain osmosis")."""
    found = _ONE_WORD.match(sentence)
    return found is not None and (bool(found["short"]) or found["word"].casefold() not in _NO_TOPICS)


_KIND_TOLD = regex(
    r"Identify (?!(?:what|who|which|how|one|two|three|an?|any)\b)[^,]+? as (?:an?|one) (?:form|type|kind|example|cause|source|feature|symptom|method) of\b"
)
"""What something is, told with it ("Identify phishing as a form of social engineering")."""


def _language(sentence: str) -> LeftOut | None:
    if _KIND_TOLD.match(sentence):
        return STATED
    if _MARKERS.search(_STOOD.sub(" ", sentence) if OF_ELECTIONS.search(sentence) else sentence) or _REPORTED.match(sentence):
        return LeftOut(rule="R0", reason="its wording is for markers only", remedy="Reword the point in the notes.")
    if any(
        not (found[0] == "I" and is_numeral(sentence[: found.start()])) for found in _FIRST_PERSON.finditer(_OF_PEOPLE.sub(" ", sentence))
    ):
        return LeftOut(rule="R4", reason="it speaks in the first person", remedy="Reword the point in the notes.")
    if re.search(r"\b(?:the|these) following\b(?!.*:)", sentence, re.IGNORECASE):
        return LeftOut(rule="N", reason="what follows is not there", remedy="Name it in the point, after a colon.")
    if (
        (
            (_DANGLING.search(sentence) and not _TO_DO_WITH.search(sentence))
            and not _TAKES_IN.search(sentence)
            and not re.search(r"\b(?:what|which|who|whom|where|that)\b[^,;:]*\b(?:of|to|in|for|with|by|from)$", sentence)
            and not (_ENDS_WITH.search(sentence) and (holds_contact(sentence) or leaves_preposition(sentence)))
        )
        or _unbalanced(sentence)
        or _WHETHER_IT_IS.search(sentence)
        or "…" in sentence
    ):
        return HALF
    if _RUNS_ON.search(sentence):
        return LeftOut(
            rule="N",
            reason="what follows its full stop may be its answer",
            remedy="Put a colon before an answer, or begin a sentence with a capital.",
        )
    if _CHAIN.search(sentence):
        return ANSWERED
    if _WHAT_WAS.match(sentence):
        return STATED
    if _UNSAID.match(sentence):
        return STATED
    if _TOLD.search(sentence):
        return LeftOut(rule="R9", reason="what follows its dash may be its answer", remedy="Put an answer after a colon.")
    if found := _FIGURED.search(sentence):
        reason = f"a figure stands in a word, as scanners misread letters ({found[0]})"
        return LeftOut(rule="N", reason=reason, remedy="Correct the word in the notes.")
    if _NO_MORE.search(sentence) or (sentence.endswith("s") and _OF_NOTHING.fullmatch(sentence)):
        return LeftOut(rule="R8", reason="too generic to ask by itself", remedy="Name in the point what it is about.")
    if _DOUBLED.search(sentence) or len(sentence.split()) > _LONGEST:
        return LeftOut(rule="N", reason="the sentence would not read well", remedy="Say it in one plain sentence.")
    if may_answer(sentence):
        return LeftOut(
            rule="R9",
            reason="the name at its end may be its answer",
            remedy="Put an answer after a colon, and what is asked about without a dash.",
        )
    if _LEAKS.match(sentence) or _ITS_OWN.match(sentence):
        return LeftOut(
            rule="R9", reason="it gives its own answer", remedy="Say what is to be described, and put the answer after “including”."
        )
    return None


def _given_away(sentence: str, point: Normal) -> LeftOut | None:
    """Whether an answer of several words stands in the stem."""
    said = sentence.casefold()
    if any(" " in piece and len(piece) > _TELLING and piece.casefold() in said for piece in results(sentence, point.tail)):
        return ANSWERED
    return None


def _unbalanced(sentence: str) -> bool:
    return sentence.count("(") != sentence.count(")") or sentence.count("‘") > sentence.count("’") or sentence.count('"') % 2 == 1
