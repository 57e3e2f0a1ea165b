"""A work that no word names, and its writer; a text, a source or a poster that would have to lie there."""

from __future__ import annotations

from packbuilder.patterns import regex

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


_ANYWHERE = (_SOURCES, _THE_EXTRACT, _FOUND_IN_A_TEXT, _ABOUT_A_TEXT, _COMPARED, _THE_INTERPRETATION)


def speaks_of_work(bare: str) -> bool:
    """Whether a question, without its stop, speaks of a work or of a text as if it lay there."""
    unnamed = _THE_WRITER.fullmatch(bare) or _OF_A_WORK.fullmatch(bare) or _OF_A_POEM.fullmatch(bare)
    if unnamed and not _QUOTED.search(bare):
        return True
    return any(pattern.search(bare) for pattern in _ANYWHERE)
