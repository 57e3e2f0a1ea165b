"""English words that are surely no names: those that simplemma's dictionary has small.

Its dictionary takes 0.3 s to read, and nearly every set of notes has a term or a phrase that begins with a capital only because a line
does. So what is asked of it here is kept in the cache as one text, which takes a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from packbuilder.cache import Entry, cache_folder

TAUGHT = frozenset(
    """brownfield greenfield longshore hamartia hubris peripeteia catharsis anagnorisis meritocracy marketisation ethnocentric ethnocentrism embourgeoisement intersectionality patriarchy sharenting
    proxemics holophrastic telegraphic overextension underextension phonics graphology deixis hegelian franchisor franchisee gentrification counterurbanisation reurbanisation deindustrialisation
    studentification rebranding ecotourism glamping staycation overtourism effleurage petrissage tapotement mens actus obiter ratio volenti res chiaroscuro sfumato impasto ostinato sforzando
    pizzicato glissando sprechgesang leitmotif hemiola multicultural multiculturalism devolution whip backdraught flashover lesser volta vernix diegetic heterophonic contractionary innominate recognisances retreatist backbench backbencher safeguarding upcycling
    geotropism gravitropism phototropism hydrotropism thigmotropism chemotropism commensalism diamagnetism stereoisomerism epiphenomenalism bicameralism unicameralism presidentialism antinomianism
    personalism henotheism panentheism exclusivism inclusivism nativism interactionalism intuitionism emotivism foundationalism reliabilism coherentism verificationism falsificationism disablism
    heterosexism classism assimilationism dysmorphism multilateralism maximalism chromaticism agritourism geotourism compatibilism incompatibilism serialism auteurism transnationalism
    stichomythia epistrophe polysyndeton asyndeton sibilance anacrusis melisma melismatic monophony heterophony tessitura noumena theodicy kenosis eudaimonia telos synderesis estoppel novation
    subrogation gestus verfremdungseffekt cyclorama chiasmus tricolon hypophora sprechstimme stasimon parodos antistrophe diegesis bokeh solarisation tenebrism grisaille contrapposto parousia
    parentocracy ahimsa anatta anicca dukkha metta karuna samudaya nirodha magga tanha nibbana sewa langar""".split()
)
"""Words that are taught, and that the dictionary lacks, or has as names."""


WORDS_BEFORE_NAMES = frozenset(
    """academy airport alley alliance ally anchorage arrow award bin blue boulder boulders bridge broken building cancer cancers cannon captain carnival chaos chemical chief chute circle circuit civic
    coalition corps county creative creek culture cup defense devil directive directives duck duke ear ears eleven erode explorer ferrous festival figure film folio forum front ghost glacier goddess
    grand gray green guard guild hall hares hell historic hospital internet jeans job jobs lab labs lake lay league liberty librarian library lodge magazine marbles mariner mayor medical mix mixes
    museum nation naval net nice onion open opera operator orange paddock pew pirate pirates planet pole policing port post press primus prince quaternary red republic rocky rod roll rolling rotary
    ruse rusty sandwich savage senior series seven shadow shell sheriff silk skittle sleepy speaker split square standard star stardust states subscribe sunburn supernatural teams thermos throne
    thrones tiger tigers tower trail travel twitch university village virus war wars wood woods zero zoom""".split()
)
"""Words that the dictionary has as names as well, and as these first: at the head of a line they are hardly ever meant so ("Film posters")."""


def is_ordinary_word(word: str) -> bool:
    """Whether the dictionary has a word, however it is written here, and writes it small: "Turgid", not "Krebs" or "Norway"."""
    small = word.casefold()
    if small in TAUGHT or small in WORDS_BEFORE_NAMES:
        return True
    words = _kept()
    return f"\n{small}\n" in words if words else _lemma(_dictionary(), small).islower()


@lru_cache(maxsize=1)
def _kept() -> str:
    """Return all such words, each between line ends; an empty text where there is no cache to keep them in."""
    entry = Entry("ordinary-words", ())
    for found in entry.found():
        return str(found)
    if cache_folder() is None:
        return ""
    words = "\n".join(("", *_ordinary(_dictionary()), ""))
    entry.keep(words)
    return words


def _ordinary(dictionary: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of a dictionary of which `_lemma` says that they are small: once through it, since it is long."""
    named: dict[str, str] = {}
    small: dict[str, str] = {}
    for word, lemma in dictionary.items():
        (small if word.islower() else named)[word] = lemma
    begun = {word.casefold(): lemma for word, lemma in named.items() if word == word.capitalize()}
    yield from (word for word, lemma in small.items() if (begun.get(word) or lemma).islower())
    yield from (word for word, lemma in begun.items() if word not in small and lemma.islower())


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, str]:
    """Return each word's form in a dictionary, by word."""
    # Imported here: see the module.
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("en")


def _lemma(lemmas: Mapping[str, str], word: str) -> str:
    """Return what a word is a form of where it begins a sentence, names first; empty where it is unknown."""
    return lemmas.get(word.capitalize()) or lemmas.get(word) or ""
