"""Inflection: the forms that a verb takes once a question is no longer one ("did it fail", "it failed")."""

from __future__ import annotations

from packbuilder.derive.marking_points.verbs import is_verb

_IRREGULAR = dict(
    pair.split(":")
    for pair in """arise:arose be:was bear:bore become:became begin:began bend:bent bind:bound blow:blew break:broke bring:brought build:built burn:burned
    burst:burst buy:bought catch:caught choose:chose come:came cost:cost cut:cut deal:dealt dig:dug do:did draw:drew drink:drank drive:drove eat:ate
    fall:fell feed:fed feel:felt fight:fought find:found flee:fled fly:flew forbid:forbade forget:forgot freeze:froze get:got give:gave go:went
    grow:grew have:had hear:heard hide:hid hit:hit hold:held keep:kept know:knew lay:laid lead:led learn:learned leave:left lend:lent let:let lie:lay
    light:lit lose:lost make:made mean:meant meet:met overcome:overcame override:overrode overthrow:overthrew pay:paid put:put read:read ride:rode ring:rang rise:rose
    run:ran say:said see:saw seek:sought sell:sold send:sent set:set shake:shook shine:shone shoot:shot show:showed shrink:shrank shut:shut sing:sang
    sink:sank sit:sat sleep:slept speak:spoke spend:spent split:split spread:spread spring:sprang stand:stood steal:stole stick:stuck strike:struck
    sweep:swept swim:swam swing:swung take:took teach:taught tear:tore tell:told think:thought throw:threw understand:understood undertake:undertook
    wear:wore win:won withdraw:withdrew write:wrote""".split()
)
_REGULAR = frozenset(
    """tighten loosen outperform foreshadow remind choreograph moisturise exfoliate cleanse sanitise lubricate insulate evacuate excommunicate legalise decriminalise satirise juxtapose evoke
    commemorate subvert undermine perpetuate legitimise glorify demonise idealise romanticise marginalise empower socialise internalise normalise stigmatise criminalise imprison rehabilitate disclose
    smooth fluctuate dampen soften sharpen flatten rescind terminate revoke ratify nominate impeach scrutinise amend legislate devolve secularise baptise venerate atone repent mourn celebrate dramatise allude connote denote signify personify embody
    epitomise subsidise incentivise diversify automate rebrand depreciate devalue deregulate monopolise collude confiscate evict deport collectivise denounce renounce condemn endorse overturn
    abandon abdicate abolish absorb accept accuse achieve act adapt add admit adopt affect agree allow alter annex anger appeal appear appoint argue arrest arrive ask
    assassinate attack attract ban bear behave believe belong benefit blame boil boost bomb boycott campaign care cause challenge change claim clash collapse
    colonise combine compete complain compromise concern condense conduct consist contain continue contract contribute control convert convey convince cool
    cooperate corrode criticise cross damage deal decide declare decline decrease defeat defend define delay demand deny depend deposit deposit describe
    destroy deter deteriorate determine develop die differ diffuse disagree disappear discover discriminate dislike disperse dissolve divide dominate double
    earn emerge emigrate emit encourage end enjoy ensure enter erode erupt escape establish evaporate evolve exist expand expect exploit explore experience explode export
    express extend face fail favour fear flourish fit float flood flow focus follow force form function gain generate happen hate heat help host ignore
    immigrate impact implement import impose improve increase industrialise inflate influence inherit insist interact intervene introduce invade invent
    invest involve isolate issue join kill lack last launch lift like limit link live look love lower manage march matter melt migrate mobilise
    modernise move mutate nationalise need negotiate neutralise object obey occur offer open oppose order organise oscillate outlaw overlap oxidise
    pass pay perform persecute persuade plan play plot please point pollute possess predict prefer prepare present prevent privatise produce progress prohibit pump denature
    promise promote propose protect protest prove provide publish pull punish push question raise reach react rebel receive recognise recover reduce reflect
    reform refract rehearse refuse regain reject relate release rely remain remove repel replace replicate represent reproduce require resent resign resist respire
    respond respect rest restore restrict result retain return reunite reverse revolt rotate rule rust sail save seem seize separate settle shape share shift
    sign slow solve spark stabilise start starve stay stimulate stop store strengthen struggle succeed suffer suggest support surrender survive suspend
    switch symbolise talk tend threaten trade trap travel treat trigger try turn unify unite urbanise use vary vibrate vote wait walk want warm warn weaken
    welcome work worry worship""".split()
)
_DOUBLING = frozenset(
    "admit ban commit cut drop fit control emit equip fit grip occur omit permit plan plot prefer refer rebel deter stop submit trap transfer travel".split()
)


_ONLY_PAST = frozenset(
    """arose ate became began blew broke came chose drank drew drove fell flew forbade forgot froze gave grew knew overcame overthrew rang rode sang sank shook shrank
    spoke sprang swam threw took tore undertook went withdrew wore wrote""".split()
)
"""Pasts that are neither participles nor nouns."""
_IRREGULAR_PASTS = frozenset(said for base, said in _IRREGULAR.items() if said != base)
_NO_THIRD = ("ss", "us", "is", "’s", "'s")


def is_known(word: str) -> bool:
    """Whether a word, in its base form, is a verb that can be inflected with certainty."""
    word = word.casefold()
    return word in _REGULAR or word in _IRREGULAR or is_verb(word)


def past(base: str) -> str:
    """Return the past of a verb ("fail": "failed", "lose": "lost")."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLING else f"{base}ed"


def third(base: str) -> str:
    """Return the third person of a verb ("carry": "carries", "have": "has")."""
    if base in ("have", "be"):
        return {"have": "has", "be": "is"}[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o", "z")) else f"{base}s"


def is_past_only(word: str) -> bool:
    """Whether a word can be nothing but the past of a verb ("wrote")."""
    return word.casefold() in _ONLY_PAST


def is_past(word: str) -> bool:
    """Whether a word is the past, or the participle, of a known verb ("composed", "left")."""
    word = word.casefold()
    if word in _IRREGULAR_PASTS:
        return True
    stem = word.removesuffix("ed")
    return stem != word and any(
        is_known(base) for base in (stem, f"{stem}e", _undoubled(stem), f"{stem[:-1]}y" if stem[-1:] == "i" else stem)
    )


def _undoubled(stem: str) -> str:
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


def base_of_third(word: str, *, any_word: bool = False) -> str:
    """Return the base of a known verb's third person ("alters"), or of whatever ends as one does; empty where a word is none."""
    word = word.casefold()
    if not word.endswith("s") or word.endswith(_NO_THIRD) or len(word) < len("does"):
        return ""
    bases = (word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else "")
    return next((base for base in bases if base and is_known(base)), word[:-1] if any_word else "")
