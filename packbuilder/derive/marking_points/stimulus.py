"""R7: what is about data, a graph, a map or an extract needs one on the paper."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

STIMULUS = "it needs a stimulus (data, a graph, a map, an extract …)"
STIMULUS_REMEDY = "Write it as an item with a stimulus in a bank."

_THINGS = r"(?:graphs?(?! theory| paper)|maps?(?! projections?| symbols?| making)|(?<!periodic )(?<!water )(?<!truth )(?<!times )(?<!league )(?<!grouped )(?<!frequency )(?<!contingency )tables?(?! tennis| manners)|diagrams?|figures?(?! skat\w+| of speech)|extracts?|passages?|photographs?|photos?|images?(?! (?:(?:formed|produced|made|seen) )?(?:in|by|on|through|with|of) an? (?:[\w-]+ ){0,2}?(?:mirror|lens|eye|camera|magnifying glass|microscope|telescope))|pictures?(?! books?)|charts?|poems?|texts?(?! messag\w+| speak| editors?| files?)|(?<!electromagnetic )(?<!em )(?<!e-m )(?<!visible )(?<!light )(?<!political )(?<!autism )(?<!autistic )(?<!colours of the )(?<!parts of the )(?<!part of the )(?<!regions of the )(?<!end of the )(?:spectra|spectrum)|chromatograms?|scenarios?|scatter ?graphs?|histograms?|box plots?|flow ?charts?|timelines?|cartoons?|artefacts?|case study provided|resources? (?:provided|booklet))"
_DATA = r"(?:data|results|readings|measurements|observations|source material|sources|statistics|evidence provided|information (?:given|provided))"
_SOME = r"(?:an?|the|this|these|some|given|provided|unseen|unfamiliar|two|three|different|various|several|simple|a range of|a variety of|a wide range of|a set of|raw|primary|secondary|experimental|numerical|graphical|fieldwork|geographical|historical|real|large|contemporary|ordnance survey|os|atlas|weather|climate)"
_FROM = regex(
    rf"(?<!differs )(?<!differ )(?<!different )(?<!distinct )\b(?:from|using|given|by interpreting|by reading|presented in|shown (?:in|on|by)|based on|in response to)\s+(?:{_SOME}\s+)*(?:[\w-]+\s+){{0,4}}(?:{_THINGS}|{_DATA})\b(?!\s+(?:protection|types?|structures?|bases?|packets?))",
    re.IGNORECASE,
)
_ON = regex(
    rf"\b(?:on|in|within|of)\s+(?:(?:the|this|these|a given|given|an unseen|unseen|provided|the following|a|two)\s+)(?:\w+[- ])?{_THINGS}\b(?!\s+(?:of|that|are|is|by|for|showing)\b)",
    re.IGNORECASE,
)
_READ = regex(rf"\b{_DATA} (?:(?:shown|given|listed|recorded) )?(?:in|on|from) the {_THINGS}\b", re.IGNORECASE)
"""Values, and where they stand ("the results in the table are not repeatable")."""
_OBJECT = regex(
    rf"^(?:Critically )?(?:Interpret|Analyse|Evaluate|Describe|Compare|Assess|Explain|Identify|Summarise|Examine|Describe and explain)(?: and \w+)? (?:{_SOME}\s+|\w+ing\s+|quantitative\s+|qualitative\s+|spatial\s+)*(?!how\b|why\b|what\b|whether\b|when\b|where\b)(?:\w+\s+)?(?:{_THINGS}|{_DATA})\b(?!\s+(?:of|that|which|types?|structures?|protection|bases?|collection|handling|storage|for|between)\b)",
    re.IGNORECASE,
)
_USE = regex(rf"(?:^|\band )(?:use|apply) (?:[\w-]+ ){{0,4}}(?!diagrams?\b)(?:{_THINGS}|{_DATA})\b", re.IGNORECASE)
_HEARD = regex(
    r"\bby ear\b|\bthe (?:solo )?(?:instruments?|voices?|performers?|singers?|percussion) (?:playing|heard|singing|that (?:plays?|sings?)|which (?:plays?|sings?))\b|\bthe solo instrument$|\b(?:the|a|an|two) (?:recording(?! (?:process|studio|industry|session|equipment|techniques?|software|artists?|contract|of)\b)|piece of music|musical extract|audio)\b",
    re.IGNORECASE,
)
_NAMED = regex(r"\b(?:Sources?|Figures?|Figs?\.?|Tables?|Extracts?|Items?|Texts?|Photos?|Resources?|Interpretations?) (?:[A-H]\b|\d)")
_SAYING = regex(
    rf"\b(?:the|this) (?:source|poster|advert|advertisement|leaflet|article|speech bubble|{_THINGS}) (?:suggests?|shows?|says?|tells?|reveals?|implies|indicates|claims?)\b",
    re.IGNORECASE,
)
"""What speaks is not there ("what the poster shows")."""
_PLACE = regex(
    r"\b(?:bars?|lines?|paragraphs?|stanzas?|frames?) \d|\b(?:a|an|the) (?:\w+-figure )?grid reference\b|\b(?:extract|retrieve|read off|locate) (?:information|data|values|figures)\b|^Apply .+ to (?:the )?(?:behaviour|actions|case|situation|conduct|experiences?|symptoms|needs|development) of (?-i:[A-Z][a-z]+)$|^Apply .+ to [A-Z]\w+['’]s (?:actions?|behaviour|case|conduct|situation|liability|position)\b|^(?:Recommend|Advise|Suggest|Plan|Design)\b.*\bfor the [A-Z][a-z]+ family\b|\b(?:customer|client|design|creative|set|project) brief\b(?! (?:is|of|should|and)\b)|\b(?:at the end|in the (?:first|second|last)(?: half)?) of the (?:phrase|excerpt)\b|^(?:Recommend|Advise) [A-Z][a-z]+ (?:whether|on|as to|about|in)\b|\bto advise [A-Z][a-z]+$"
)
"""A place in something that is not there, or somebody in a case that is not told."""
_POINTING = regex(
    rf"\(unseen\)|\b(?:given|provided|following|unseen|unfamiliar|attached|above|below)\s+(?:\w+\s+)?(?:{_THINGS}|{_DATA}|equation|sentence|word|words|code|program|numbers?|list|problem|scenario|situation|statement)\b|\ba given (?:product|context|task|brief|client|user|performer|material|component|organisation|business)\b",
    re.IGNORECASE,
)
_CHOSEN = regex(
    r"\bthe chosen (?:activity|topic|text|product|business|organisation|material|method|design|task|theme|idea|event|option)s?\b"
)
"""What somebody has chosen of whom nothing is told."""
_ABOVE = regex(
    rf"\b(?:{_THINGS}|{_DATA}|equation|sentence|code|program|algorithm|list|statement|table) (?:above|below|opposite|overleaf|shown|provided)(?=$|[,.;?]| (?:and|to|by|in|for|using)\b)",
    re.IGNORECASE,
)

_OF_AN_EXPERIMENT = regex(r"\bsources? of error in (?:the|this) (?:experiment|investigation|practical)\b", re.IGNORECASE)
"""An experiment that nobody has told of ("sources of error in the experiment")."""
_ON_IT = regex(r"\bthe [a-z ]+ (?:and|to|from) the [a-z ]+ (?:on|in) the (?:map|photograph|photo|diagram|plan)$")
"""Two things on a map that is not there."""
_TWO_OF = regex(
    r"^(?:Compare|Contrast|Interpret|Annotate|Analyse)(?: and contrast)? (?:the |these |both )?(?:two |three |both )?(?:\w+ )?(?:photos?|photographs|pictures|images|cartoons|graphs|maps|charts|climate graphs|population pyramids|cross[- ]sections|field sketches|extracts|sources|data sets|tables) (?:of|from|for|showing|taken)\b",
    re.IGNORECASE,
)
"""Two pictures of something, which are not there ("Compare two photos of the same cliff")."""
_TWO_WRITERS = regex(r"[A-Z](?-i:[^A-Z]*\b(?:the two|both|the) (?:writers|authors|poets)(?: (?!of\b)|['’] )[^A-Z]*)$")
"""Two writers who are not named ("Compare how the two writers convey their attitudes to travel")."""
_THESE_LINES = regex(
    r"\b(?:in|from|of|with|at|after|by) (?:these|this) (?:\w+ )?(?:lines?|words|verses?|stanzas?|sentences?|quotations?|quotes?|speech|soliloquy|monologue|scene)\b(?!\s?[:‘'“\"]| (?:that|which|of|from|in)\b)",
    re.IGNORECASE,
)
"""Words that are not there ("how Blake uses questions in these lines")."""
_RESULT = r"(?:yield|mass|result|reading|value|volume|population|temperature|current|current reading|number|sample|student|method|experiment|solution)"
_ABSENT = regex(
    r"\b(?:of|between|for|in|from) (?:the|these|both) (?:two|three) (?:data ?sets?|distributions|samples|box plots|sets of (?:data|results))$|"
    rf"^(?:Explain|Suggest) (?:why|how|why/how) the {_RESULT}s? (?:was|were|decreased|increased|changed|fell|rose|did not)\b(?!.*\b(?:in|during|after|before|between|of|when|as|by|from|at)\b)"
    r"|^(?:Explain|Describe) how the (?:data|results|readings) (?!of\b|from\b|that\b|which\b)|\b(?:in|from|of|to) the (?:case study|scenario)(?! (?:of|on|about|where|in which)\b)|^(?:Discuss|Evaluate|Assess|Describe|Explain|Describe and explain) the (?:limitations|assumptions|strengths|validity|suitability|reliability|appropriateness|accuracy) of the (?:model|method|results?|conclusions?|data|experiment|investigation)$"
    r"|\bhow (?:effectively|well|successfully|far) the (?:session|lesson|event|performance|product|campaign|activity|project|plan) (?:met|meets|achieved|fulfilled|fulfils) (?:its|the|their)\b|\bin this (?:experiment|investigation|practical|case|story|play)$|^Compare the (?:distributions|data sets|two graphs|results)\b|\b(?:across|through) (?:resistor )?[RLCX][1-9]\b|\bof the (?:dish|advert|advertisement|poster|leaflet)$|^(?:Suggest|Recommend|Explain|Evaluate)(?: and \w+)? (?:\w+ ){0,3}(?:improvements?|changes|modifications) to the (?:design|recipe|product|method|experiment|menu|plan|code)$",
    re.IGNORECASE,
)
"""Something that has happened, or been done, in a case that is not told ("why the mass decreased")."""
_OWN_DIAGRAM = regex(
    r"(?:,? | \(|^)(?:with(?: the (?:aid|help) of)?|using|by drawing|draw|use|include) (?:an? |your own )?(?:labelled |annotated |clearly labelled )?(?:diagrams?|sketch(?:es)?|flow ?charts?),?",
    re.IGNORECASE,
)
"""A diagram that the candidate draws is no stimulus."""

_SET_TEXT = regex(
    r"\b(?!(?:Sources?|Figures?|Texts?|Extracts?|Items?|Passages?|Tables?|Resources?|Inserts?|Programs?|Algorithms?|Codes?|Questions?|Poems?|Page|Paragraphs?|Verses?|Lines?) )[A-Z][\w’'-]+,? (?:Book |Act |Canto )?(?:\d+|[IVXLC]+)"
    r"(?:[,.:]? ?(?:Scene )?\d+)*,? (?:lines?|ll?\.) \d[\d\s,–-]*"
)
"""Where in a work that is named something stands ("Aeneid 2, lines 1–56"): a set text is no stimulus."""
_NAMED_WORK = regex(r"\b(?:poems?|texts?|cartoons?) (?=[‘'“\"][A-Z][^‘’'“”\"]*[’'”\"](?! ?[‘'“\"])|(?-i:[A-Z][a-z]{2,}))")
"""A poem that is named is known."""


_LOOK = regex(
    rf"^(?:(?:read|study|look (?:carefully )?at|listen (?:carefully )?to|watch|refer to|turn to|see)\s+(?:carefully )?(?:the|this|these|both|all|an?)\b[^.?!]*?\b(?:{_THINGS}|{_DATA}|sources?|articles?|lines|recordings?|adverts?|advertisements?|posters?|letters?|clips?|videos?|items?|text)\b"
    rf"|here (?:is|are) (?:an?|the|some|two|three|part)\b|the (?:following )?(?:{_THINGS}|{_DATA}|source|article|advert|poster|clip) (?:(?:is|are|was|were) (?:taken |adapted )?(?:from|by|about)\b|comes? from\b|gives?\b|describes?\b|contains?\b))",
    re.IGNORECASE,
)


def shows_absent(told: str) -> bool:
    """Tell whether what is told before a question hands candidates something to look at that is not there ("Read the extract.")."""
    return bool(_LOOK.match(told) or _NAMED.search(told))


def names_source(text: str) -> bool:
    """Whether a text names something on the paper by its letter or number ("Figure 2", "Item B")."""
    return bool(
        _NAMED.search(text)
        or re.match(
            rf"(?:material from |evidence from )?(?:the|this|these) (?:{_THINGS}|{_DATA}|source|article|item|speech|scene|soliloquy|chapter)\b",
            text,
        )
    )


_FURNITURE = regex(
    r"\b(?:books?|blocks?|box|objects?|mass|balls?|cups?|laptops?|lamps?|crates?|rest|resting|placed|sitting|lying|standing|stationary) on (?:a|the) (?:\w+ )?table\b",
    re.IGNORECASE,
)
"""A table that things stand on."""


def needs_stimulus(sentence: str) -> bool:
    """Tell whether a sentence, said to a candidate, points at something that is not on the paper."""
    sentence = _FURNITURE.sub("", sentence)
    sentence = _NAMED_WORK.sub("", _SET_TEXT.sub("", _OWN_DIAGRAM.sub("", sentence)))
    if (
        _PLACE.search(sentence)
        or _TWO_WRITERS.match(sentence)
        or _ABSENT.search(sentence)
        or _OF_AN_EXPERIMENT.search(sentence)
        or _CHOSEN.search(sentence)
    ):
        return True
    if re.search(r"\bcan be used to\b", sentence) or re.match(r"Describe how you would\b", sentence):
        return bool(_POINTING.search(sentence) or _ABOVE.search(sentence) or _NAMED.search(sentence) or _ON_IT.search(sentence))
    return bool(_HEARD.search(sentence)) or any(
        pattern.search(sentence)
        for pattern in (_SAYING, _THESE_LINES, _FROM, _ON, _READ, _OBJECT, _USE, _POINTING, _ABOVE, _NAMED, _TWO_OF)
    )
