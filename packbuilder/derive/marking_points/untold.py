"""Untold: somebody in a case that nobody tells, a writer without a work, sources, and meters in a circuit that no word introduces.

A question that speaks of them as if candidates knew them cannot be answered from the notes ("how Mr Khan's needs could be met").
"""

from __future__ import annotations

from packbuilder.derive.marking_points.anybody import AT_WORK, FIRMS
from packbuilder.patterns import regex

_OF_CARE = (
    r"social workers?|hospitals?|care homes?|carers?|nurses?|nursery|GP|service users?|multi-?disciplinary|safeguard\w*|residential|placements?|care plans?|care needs|key workers?|"
    r"support workers?|physiotherap\w+|occupational therap\w+|health visitors?|dementia|rehabilitation|diagnos\w+|discharge[sd]?|mobility|therapist|counsell\w+|medication|self-(?:esteem|image|concept|confidence)|wellbeing|well-being|puberty|bullying|phobia|OCD|bereave\w*|support services"
)
_OF_TRADE = r"sole trader|partnership|partner|limited company|franchis\w+|business|loan|overdraft|cash flow|break-?even|market research|salon|café|customers|employer|redundan\w+|entrepreneur\w*|apprentice\w*"
_OF_LAW = r"liable|liability|negligen\w+|sue|contract|guilty|offence|tribunal|landlord|consumer|employee|tenant|breach(?:ed|es)?"
_OF_SPORT = (
    r"training (?:programme|plan|sessions?)|fitness (?:test\w*|levels?|training)|components? of fitness|diet|resting (?:heart rate|pulse)"
)
_IN_A_CASE = regex(rf"\b(?:{_OF_CARE}|{_OF_LAW}|{_OF_SPORT})\b")
"""What cases of vocational papers are about; no poem, and hardly a play."""
_IN_TRADE = regex(
    rf"(?=.*\b(?:{_OF_TRADE})\b).*\b(?:(?:s?he|his|hers?|him|herself|himself)\b|(?:become|becoming|set up as|start(?:ing)? as|remain(?:ing)?|be) an? )"
)
"""The same of somebody who trades; firms do so too, and have no "her"."""
_NAME = r"(?<!\bthe )[A-Z][a-z]{2,}(?! [A-Z])"
_TOLD_OF = r"(?!,? (?:who|whose|aged|an?)\b|, \d)"
"""What tells at once who somebody is ("Ravi, a retired builder,")."""
_SOMEBODY = regex(
    rf"(?<=[a-z,] )(?:Mrs?|Ms|Miss) [A-Z][a-z]+\b{_TOLD_OF}"
    rf"|\b(?:whether|how|why|if|that|what|when|which) {_NAME}{_TOLD_OF} (?:should(?! have)|could|might|may|would|needs|wants|is (?!a\b|an\b|the\b)|has)\b"
    rf"|\b(?:support|help|car|treat|advis|assist|protect|safeguard|train|coach|employ|motivat)(?:e|s|es|ed|ing)? (?:for )?{_NAME}(?:['’]s|\b(?! [A-Z])){_TOLD_OF}"
    rf"|(?:^[A-Z][a-z]+|\b[a-z]+,?) {_NAME}['’]s (?:own )?(?:needs|symptoms|care (?:plan|needs)|condition|mobility|placement|recovery|business|shop|salon|training|fitness|diet|claim|(?:legal |statutory )?rights)\b{_TOLD_OF}"
    rf"|\b(?:on|affect(?:s|ed)?|improve|damage|support|influence) {_NAME}['’]s (?:(?:emotional|social|physical|intellectual) )*(?:self-(?:esteem|image|concept|confidence)|well-?being|development|health|growth)\b"
    rf"|\bfor {_NAME}(?:$| (?:following|after|when|during|before)\b)"
)
"""Somebody by name who does, needs or is given something now."""
_ADVISED = regex(
    r"^(?:Recommend|Advise)(?: and \w+)? (?:whether|how|what|which|why|if) (?:[a-z]+ ){0,4}[A-Z][a-z]+ (?:should|could|can|ought)\b"
)
_TO_A_CASE = regex(
    r"^Apply .* to (?:an?|one|the|your|different|some|various) (?:[\w-]+ )?(?:examples?|situations?|contexts?)$"
    r"|\b(?:to|within) (?:an?|one|two|different|given|new|unfamiliar|real|your|the|this) (?:(?:given|new|unfamiliar|real|real[- ]life|specific|particular|chosen|practical|unseen) )*(?:case stud(?:y|ies)|scenarios?|vignettes?)(?: (?:provided|given))?$"
    r"|\b(?:individual|person|client|patient|child|character|family|service user|customer|employee|business)s? in (?:a|the|this|your|each) (?:case study|scenario|vignette)\b"
    r"|\b(?:the|this|your) (?:case study|scenario|vignette) (?:shows?|illustrates?|demonstrates?|supports?|describes?)\b",
)
"""A case that is nowhere ("Apply Piaget's stages to a case study")."""
_THE_WRITER = regex(
    r"(?!.*\b(?:what is meant by|the (?:play|novel|novella|anthology|collection|autobiography))\b)[A-Z][^A-Z‘“]*\bthe (?:writer|author|poet|playwright|dramatist|novelist|journalist)(?:['’]s\b|(?! of\b)\b)[^A-Z‘“]*"
)
"""Who wrote what, no word says: neither a title nor a name is in it ("the writer's use of sibilance"); "the play" is the one that a class reads."""
_QUOTED = regex(r"(?<!\w)['\"][^'\"]+['\"](?!\w)")
_SOURCES = regex(
    r"\b(?:evidence|information|details?|quotations?) (?:from|in) the (?:source|interpretation|extract)s?\b|\bhow (?:useful|reliable|convincing|valid|typical) (?:the |two |these |both )?(?:sources?|interpretations?|extracts?) (?:is|are|was|were)\b"
    r"|\b(?:the|both|two) interpretations (?:differ|are|give|offer)\b"
)
_THE_EXTRACT = regex(
    r"\b(?:structures?|uses?|shapes?|opens?|ends?|begins?|reads?) the (?:extract|passage|text|poem)(?=$|[,.]| (?:to|and|in order|for|as|by|so)\b)"
)
_METER = r"(?:ammeter|voltmeter|multimeter|newton ?-?meter|joulemeter|thermometer|balance|gauge|oscilloscope)"
_READ = regex(
    rf"\b(?:the {_METER}(?:['’]s)? readings?|(?:the|what) readings? (?:on|of|shown (?:by|on)|from) the {_METER}|what happens to the {_METER})\b.*\b(?:when|if|as|after|once)\b"
)
"""What a meter shows in something that is not there ("why the ammeter reading falls when ...")."""
_SET_UP = regex(r"\ban? (?:[\w-]+ ){0,3}(?:circuit|student|experiment|investigation|battery|cell|power supply|loop|bridge)\b")


_RESEARCHER = r"(?:students?|pupils?|scientists?|researchers?|technicians?|experimenters?|psychologists?)"
_APPARATUS = r"(?:trolley|beaker|flask|conical flask|test tube|boiling tube|syringe|crucible|evaporating (?:basin|dish)|light gate|ramp|runway|petri dish|bung|delivery tube|tripod|pendulum|slider?|piston)"
_DONE_BY = regex(
    rf"\b(?:how|why|what|whether|if) the {_RESEARCHER} (?:(?:could|should|can|would|might|may|did|was|were|has|have|had|made|used|measured|chose|repeated|kept|added|heated|weighed|recorded|collected|controlled|tested|plotted|carried|varied|changed)\b)"
)
"""What somebody does in an experiment that nobody tells ("how the student could make sure the results were valid")."""
_DID = regex(
    rf"\bwhy the (?:[a-z]+ )?(?:{FIRMS}|{AT_WORK}|council) (?:did|didn['’]t|was|had|chose|bought|sold|gave|took|made|lost|grew|fell|\w{{2,}}ed(?= (?:the|an?|its|his|her|their|to|in|with|from|two|three|all|more)\b|$))\b[^A-Z]*$"
)
"""What somebody did once, and nobody tells when ("why the doctor did not prescribe antibiotics")."""
_OF_THE_STUDENT = regex(
    rf"\bthe {_RESEARCHER}['’]s? (?:conclusions?|results?|method|data|claim|hypothesis|prediction|answer|graph|design|working|experiment|investigation)\b"
)
_HAPPENS_TO = regex(
    rf"\b(?:how|why|what happens to|what happened to) the (?:[a-z]+ (?:of|in|on|inside) the )?{_APPARATUS}\b(?! (?:in|of|on|inside) an? )"
)
"""What happens to a thing of an experiment that nobody tells ("how the trolley moves")."""
_INTRODUCED = regex(
    rf"\ban? (?:[\w-]+ )?(?:{_RESEARCHER}|{_APPARATUS}|experiment|investigation|practical)\b"
    r"|\b(?:in|during|for|of) (?:an? )?(?:[a-z]+ ){0,2}?(?:titrations?|distillation|filtration|electrolysis|chromatography|crystalli[sz]ation|evaporation|calorimetry|respirometry|dilutions?|reflux|flame tests?|food tests?)\b"
)
_PLOTTED = regex(
    r"\bwhy the (?:data|results?|readings?|findings) (?:is|are|was|were|has been|have been) (?:presented|displayed|shown|plotted|recorded|collected|put)\b"
)
_IN_THE_ENQUIRY = regex(
    r"^(?:Justify|Explain|Evaluate|Suggest|Describe|Identify|State) [^A-Z]* in the (?:investigation|experiment|practical|enquiry)$|\b(?:used|carried out|chosen|made|taken|collected) (?:in|for|during) the (?:enquiry|inquiry|investigation|study|experiment|practical|survey|fieldwork)$"
)
_THE_BRIEF = regex(
    r"\b(?:from|in|of|to) (?:the|a|your) (?:client |project |design )?brief$|\bthe final (?:product|outcome|dish(?:es)?|piece|design|garment|prototype)\b(?! of\b)"
)
"""What a learner is handed, or has made."""
_OF_A_WORK = regex(
    r"(?!.*\b(?:the|a|your|an) (?:[\w-]+ )?(?:play|novel|novella|film|poem|story|song|narrative|series)\b)[A-Z][^A-Z‘“]*\bthe (?:ending|climax|denouement|resolution|plot|opening (?:scene|chapter|paragraph|lines?)|final (?:scene|chapter|act|lines?)|title|opening(?= and |$))\b[^A-Z‘“]*"
)
"""Part of a work that no word names ("the effectiveness of the ending")."""
_OF_A_POEM = regex(
    r"[A-Z][^A-Z‘“]*\b(?:the speaker['’]s (?:[a-z]+ )?(?:attitude|feelings?|emotions?|tone|mood|relationship|voice|experience|thoughts|perspective)|the (?:first|second|third|fourth|fifth|final|last|opening|penultimate) (?:stanza|verse|couplet|paragraph|quatrain)s?|the cyclical structure|the volta|the (?:metaphor|simile|personification|repetition|alliteration|caesura|enjambment|imagery|sibilance|onomatopoeia|adjectives?|quotation)$|the opening (?:is|creates?|engages?|hooks?|introduces|establishes))\b(?!.* of an? )[^A-Z‘“]*"
)
"""Part of a text that no word names ("the use of caesura in the third stanza")."""
_FOUND_IN_A_TEXT = regex(
    r"^(?:Identify|Find|Select)(?: and [a-z]+)? (?:an?|one|two|three|any|some) (?:examples? of (?:the use of )?(?:an? )?)?(?:metaphors?|similes?|adjectives?|adverbs?|verbs?|nouns?|pronouns?|personification|alliteration|sibilance|onomatopoeia|oxymorons?|rhetorical questions?|"
    r"language (?:features?|techniques?|devices?)|structural (?:features?|techniques?|devices?)|persuasive (?:techniques?|devices?)|quotations?)\b(?!.*\b(?:in|for|from) (?:an?|persuasive|the)\b| of (?:an?|the)\b)[^A-Z‘“]*$"
)
"""What could only be found in a text ("Identify a metaphor")."""
_THE_TWO = regex(
    r"^(?:Summarise|Compare|Describe|Identify|Explain) (?:the )?(?:[a-z]+ )?(?:differences|similarities|comparisons)(?: and (?:differences|similarities))? between the two (?!superpowers|sexes|genders|wars|houses|parties|hemispheres|religions|denominations|testaments)[a-z]+s$"
)
_WHITHER = regex(
    r"\bdirection of the (?:force|current|field|motion|movement|rotation|resultant force|induced (?:current|e\.?m\.?f\.?|potential difference))$"
)
_OF_THE_REACTION = regex(
    r"\b(?:equation|mechanism|enthalpy change|observations?|products?|conditions|rate equation|type) (?:for|of|in) (?:the|this) reaction$"
)
_WOULD_BE_VALID = regex(
    r"\b(?:whether|if|how|why|how far) the (?:method|procedure|experiment|investigation|results?|data|conclusions?|evidence) (?:would|could|can|will|is|are|was|were|gives?|gave|supports?) (?:[a-z]+ ){0,4}?(?:valid|reliable|accurate|repeatable|reproducible|precise|improved|justified|supported|results|hypothesis|conclusion)\b"
)
"""How good an experiment is that nobody tells."""
_CHOSEN = regex(
    r"^(?:Justify|Explain|Evaluate|Assess) the (?:location|site|materials?|methods?|design|option|strategy|approach|process|ingredients|fabric) (?:(?:chosen|selected|proposed|adopted)\b|used$)"
)
_OF_THE_EVENT = regex(
    r"\b(?:success|effectiveness|outcomes?|strengths|weaknesses|impact) of the (?:event|campaign|activity|session|project|performance|production|product|programme|workshop|visit|trip)\b(?! (?:of|to|in|at|for|against|on)\b)"
    r"|^(?:Justify|Evaluate|Assess|Explain) the (?:choice|selection) of [a-z]+(?: [a-z]+)?$"
)
"""What a learner has held, made or chosen."""
_BY_SIGHT = regex(r"^(?:Identify|Recognise|Name) [a-z]+(?: [a-z]+)? by (?:their|its|sight|ear|touch)\b")
"""What is recognised by looking at it."""
_FELL = regex(
    r"\bwhy (?:the )?(?:sales|profits?|revenues?|costs|demand|output|attendance|numbers|visitor numbers|turnover|market share|share price) (?:fell|rose|increased|decreased|dropped|changed|declined|grew)(?: (?:in|during|between|after|over) (?:the (?:first|second|third|fourth|last)|(?-i:January|February|March|April|May|June|July|August|September|October|November|December)|week|month|year|quarter|(?-i:Q)\d)\b.*)?$"
)
"""What figures did that nobody sees ("why sales fell in the third quarter")."""
_DATA_SETS = regex(
    r"^(?:Compare|Contrast|Describe|Interpret) (?:the |two |these |both )+(?:distributions|data sets|samples|box plots|frequency polygons|sets of data)\b(?! of\b| for\b| from\b| showing\b)"
)
_ABOUT_A_TEXT = regex(
    r"^(?:Identify|List|Find|Select|Give) (?:one|two|three|four|five) (?:true |false |correct )(?:statements|things|facts)\b"
    r"|^(?:Identify|Find|Underline|Write) (?:an?|one|the) (?:simple|compound|complex|minor|declarative|imperative|topic) sentences?$"
    r"|^[A-Z][^A-Z‘“]*\bhow (?:[a-z]+(?:, | and ))+[a-z]+ (?:contributes?|adds?|creates?|conveys?) (?:to )?(?:the )?(?:meaning|mood|tone|effect|atmosphere)$"
    r"|^[A-Z][^A-Z‘“]*\b(?:suggests?|implies|imply|reveals?|tells? (?:us|the reader)) (?:[a-z]+ )*about (?:the|his|her|their) (?:mood|tone|character|atmosphere|setting|narrator|writer|feelings)\b[^A-Z‘“]*$"
)
"""What could only be said of a text that lies there."""
_SET_WORKS = r"(?:front pages|posters|adverts|advertisements|magazine covers|trailers|web ?sites|music videos|film posters)"
_COMPARED = regex(
    rf"^(?:Compare|Contrast|Analyse|Evaluate) (?:the |these |both )?(?:two|three|both|the|these) (?:[\w-]+ ){{0,2}}{_SET_WORKS}$"
)
_THE_INTERPRETATION = regex(
    r"\b(?:corroborate|challenge|contextualise|support|question|evaluate|agree with)\b.* the (?:interpretation|sources?|historian)(?:$|['’]s\b)"
)


_ANYWHERE = (
    _OF_THE_EVENT,
    _ABOUT_A_TEXT,
    _WHITHER,
    _OF_THE_REACTION,
    _WOULD_BE_VALID,
    _CHOSEN,
    _BY_SIGHT,
    _FELL,
    _DATA_SETS,
    _DID,
    _OF_THE_STUDENT,
    _FOUND_IN_A_TEXT,
    _THE_TWO,
    _TO_A_CASE,
    _SOURCES,
    _THE_EXTRACT,
    _PLOTTED,
    _IN_THE_ENQUIRY,
    _THE_BRIEF,
    _COMPARED,
    _THE_INTERPRETATION,
)


def is_untold(sentence: str) -> bool:
    """Whether a question speaks of somebody, of a work or of a meter that nothing in it tells of."""
    bare = sentence.rstrip(" .")
    if (_ADVISED.match(bare) or _SOMEBODY.search(bare)) and (_IN_A_CASE.search(bare) or _IN_TRADE.match(bare)):
        return True
    if _READ.search(bare) and not _SET_UP.search(bare):
        return True
    if (_DONE_BY.search(bare) or _HAPPENS_TO.search(bare)) and not _INTRODUCED.search(bare):
        return True
    if (_THE_WRITER.fullmatch(bare) or _OF_A_WORK.fullmatch(bare) or _OF_A_POEM.fullmatch(bare)) and not _QUOTED.search(bare):
        return True
    return any(pattern.search(bare) for pattern in _ANYWHERE)
