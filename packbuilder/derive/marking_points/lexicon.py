"""The verbs of criteria by what can be done with them on paper. Tables only: a new verb is one word in one of them."""

from __future__ import annotations

SYNONYMS = {
    "detail": "Describe", "recall": "State", "recognise": "Identify", "recognize": "Identify", "differentiate": "Distinguish",
    "discriminate": "Distinguish", "contrast": "Compare", "critique": "Evaluate", "criticise": "Evaluate", "appraise": "Evaluate", "critic": "Evaluate",
    "consider": "Discuss", "debate": "Discuss", "argue": "Discuss", "illustrate": "Explain", "clarify": "Explain",
    "articulate": "Explain", "rationalise": "Justify", "defend": "Justify", "judge": "Assess", "weigh": "Assess",
    "propose": "Suggest", "specify": "State", "highlight": "Identify", "spot": "Identify", "pinpoint": "Identify",
    "summarize": "Summarise", "analyze": "Analyse", "characterise": "Describe", "comment": "Discuss", "elaborate": "Explain",
    "account": "Explain", "reflect": "Discuss", "point": "Identify", "set out": "Outline", "talk": "Describe", "indicate": "State",
    "explore": "Explore", "unpick": "Analyse", "interrogate": "Analyse", "conclude": "Assess", "cite": "Give", "quote": "Give",
    "mention": "State", "note": "State", "categorise": "Classify", "group": "Classify", "sequence": "Outline",
    "hypothesise": "Suggest", "speculate": "Suggest", "forecast": "Predict", "advise": "Advise", "review": "Evaluate",
    "rank": "Assess", "prioritise": "Assess", "suggest": "Suggest", "exemplify": "Explain", "acknowledge": "Identify",
    "infer": "Explain",
}  # fmt: skip
"""Verbs that ask for the same as a command word of the tariff."""

PREPOSITIONS = {
    "comment": ("on",), "reflect": ("on", "upon"), "elaborate": ("on", "upon"), "account": ("for",), "point": ("out",),
    "talk": ("about", "through"), "weigh": ("up",), "argue": ("about", "over"), "debate": ("about",), "advise": ("on",),
    "speculate": ("on", "about"), "conclude": ("on",), "discuss": ("about",), "explore": ("into",),
}  # fmt: skip
"""What goes with a verb when its synonym takes its place ("comment on" becomes "discuss")."""

VALUES = frozenset(
    """calculate solve convert sketch factorise factorize expand simplify find plot draw compute rearrange substitute balance
    construct complete round multiply divide add subtract integrate derive translate count tabulate label annotate shade
    write represent express work determine deduce combine generate order estimate transform rotate enlarge
    interpolate extrapolate trace debug code program map graph manipulate encode decode fill prove total match
    decompose solve punctuate spell conjugate decline iterate circle underline tick rewrite""".split()
)
"""Skills that cannot be asked without values, a figure or a text: an item of a bank has to give them."""

ACTIONS = frozenset(
    """carry conduct perform undertake prepare protect clean store dispose maintain install set check test handle lift assist
    support monitor record report respond manage plan communicate promote minimise minimize prevent reduce collect gather
    investigate separate purify organise organize implement deliver operate inspect repair remove select choose provide deal
    adapt treat administer greet serve obtain culture extract isolate dissect measure observe control ensure follow work
    research sample survey interview safeguard involve engage encourage facilitate contribute collaborate negotiate
    load unload mix pour cut join fix fit adjust calibrate sterilise sterilize wash dry heat cool dilute filter crystallise
    distil evaporate titrate log dress position move transfer secure wear supervise coordinate co-ordinate lead help
    build establish meet avoid address resolve tackle overcome evacuate rescue stop restore preserve conserve finish
    take schedule budget source recruit train market""".split()
)
"""Performances that a candidate can describe on paper: `Describe how you would ...`."""

MAKES = frozenset(
    """create make design develop produce compose play sing paint dance act read listen speak present visualise visualize
    demonstrate experiment practise practice sew knit cook bake throw catch pronounce recite improvise rehearse choreograph
    model form formulate devise edit draft publish print display exhibit refine master gain try become
    participate share transcribe imagine feel enjoy discover remember memorise learn copy imitate repeat navigate
    locate revise proofread redraft say ask answer sign style arrange tune show structure attempt enact verify""".split()
)
"""Performances whose product is what is marked: nothing on paper stands for them."""

KNOWS = frozenset("know understand appreciate realise realize grasp comprehend".split())
"""Verbs of the mind: what they govern is to be explained."""

LINKS = {"link": "linked to", "relate": "related to", "connect": "connected to", "apply_to": "applied to"}
"""Verbs of relation, and how their object is said to be related."""

NOUNISH = frozenset(
    """use uses plan plans design designs test tests report reports support supports state states name names list lists balance
    measure measures estimate estimates outline outlines present presents record records research control controls process
    sample samples survey surveys interview interviews work works order orders graph map maps model models program code label
    set sets match matches show shows form forms market source sources train stop stops cut cuts mix share shares style
    exhibit display displays structure sequence group groups rank review reviews note notes mention debate account
    comment comments point points quote highlight contrast judge reflect practice experiment experiments filter finish
    load log cause causes change changes effect heat cool deal deals help lead leads move moves position answer answers sign act
    study address addresses complete total circle circles tick ticks""".split()
)
"""Words that are nouns as often: they are verbs only where an object's first word follows."""

THINGS_TOO = NOUNISH | frozenset(
    """abuse aim associate bend build compromise cook critic critique detail divide double exploit host join leave lie lift like live mean need object
    outlaw pass play pull reform refuse reject round save shake sink store surrender transfer transform worship alarm appeal arrest attack attempt attract ban bank battle bear benefit blame blow bomb boost boycott break budget burst campaign care cast catch
    challenge charge check claim clash collapse combat concern conduct contract copy cost count cover cross culture damage dance debate decay decline decrease defeat
    delay demand deposit dispute draft draw dress drink drive drop end escape estimate exchange experience export extract face fall fear feed feel fight
    find fire fit flood flow fly focus forecast force function fuse gain grip ground grip group guide handle harm hit hold hope hunt impact import increase influence
    insist interest issue judge jump kick kill labour lack launch light limit link look love march mark master matter mention monitor murder offer paint pay
    pitch place plot print progress promise prompt protest pump punch push question race rain raise range rate reach rebel release remark repair request rescue
    respect rest result return reverse revolt ride ring rise risk rule run rust sail schedule score search season shade shape shift ship shock shoot shop
    signal sketch sleep slide smell smoke sound spark spell split spot spread spring squeeze stage stake stamp stand stare start stay step stick strain stress stretch
    strike string struggle suit supply surprise swing switch talk taste tax tear threat tie title tone touch trace trade transport trap travel treat trick trigger
    trip trust try tune turn twist value view visit voice vote wait walk wash waste watch water wave wear weed win wish worry wound""".split()
)
"""Nouns of the same form as their verbs, which subjects end in ("did Tudor rule begin", "does the green light represent")."""

DETERMINERS = frozenset(
    """the a an how why what which when where whether two three four five one some any their your its his her this these those
    different appropriate suitable relevant key main each both at all various several given correct specific that it them
    data information between patterns features evidence examples primary secondary""".split()
)
