"""An experiment that nobody tells: its meters and things, who does it, what is found, and how good it is."""

from __future__ import annotations

from packbuilder.patterns import regex

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
_DATA_SETS = regex(
    r"^(?:Compare|Contrast|Describe|Interpret) (?:the |two |these |both )+(?:distributions|data sets|samples|box plots|frequency polygons|sets of data)\b(?! of\b| for\b| from\b| showing\b)"
)


_ANYWHERE = (_OF_THE_STUDENT, _PLOTTED, _IN_THE_ENQUIRY, _WHITHER, _OF_THE_REACTION, _WOULD_BE_VALID, _DATA_SETS)


def speaks_of_experiment(bare: str) -> bool:
    """Whether a question, without its stop, speaks of an experiment that no word in it introduces."""
    if _READ.search(bare) and not _SET_UP.search(bare):
        return True
    if (_DONE_BY.search(bare) or _HAPPENS_TO.search(bare)) and not _INTRODUCED.search(bare):
        return True
    return any(pattern.search(bare) for pattern in _ANYWHERE)
