"""What the columns of a list of candidates are called in the exports of many systems, in English and in Welsh; other languages: `headings_abroad`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidates import headings_abroad as abroad
from packbuilder.readers.candidates.words import WHOSE

_CALLED: Mapping[str, str] = {
    "name": "name fullname nameinfull candidate candidatename candidatesname candidatefullname student studentname learner learnername pupil pupilname "
    "legalname displayname preferredname forenamesurname firstnamelastname namecandidate namestudent enw enwllawn enwymgeisydd enwrymgeisydd enwyrymgeisydd ymgeisydd disgybl",
    "first": "firstname firstnames forename forenames givenname givennames legalforename legalfirstname legalgivenname first knownas chosenname initial initials "
    "enwcyntaf enwaucyntaf",
    "last": "lastname surname familyname legalsurname legallastname legalfamilyname last cyfenw",
    "number": "number no candidateno candidatenumber candidatenum candidatesnumber candidatesno cand candno candnum candnumber candidateid candidateref candidatereference candidatereferencenumber candidatecode candcode "
    "candidatesessionnumber examid idnumber idno examno examnumber examinationnumber studentno studentnumber studentid learnerno learnernumber pupilnumber id rhif rhifymgeisydd rhifyrymgeisydd rhifarholiad rhifyrarholiad",
    "centre": "centre center centreno centrenumber centerno centernumber centrecode canolfan rhifycanolfan rhifyganolfan rhifcanolfan",
    "room": "room rm roomname rmname roomno rmno roomnumber roomcode roomvenue venue venuename hall hallname location examroom allocatedroom roomallocation assessmentroom ystafell ystafellarholiad enwrystafell rhifyrystafell neuadd lleoliad",
    "seat": "seat seatplace seatlabel seatname seatcode seatposition place placeno placenumber seatno seatnumber seatid seatref seatreference allocatedseat seatallocation desk deskno desknumber sedd rhifsedd rhifysedd desg",
    "row": "row seatrow deskrow rhes",
    "table": "table tableno tablenumber bwrdd",
    "column": "column seatcolumn deskcolumn col colofn",
    "version": "version paperversion variant versionofpaper papervariant versionletter fersiwn",
    "edition": "edition modifiedpaper modifiedpapers modifiedpapersize modifiedpapertype papermodification modifiededition paperedition paperformat format "
    "modification argraffiad fformat papurwediiaddasu papurwedieiaddasu papurauwediuhaddasu",
    "extra_time": "extratime extratimepercent extratimepercentage extra extratimepct extratimeallowance extratimeallowed "
    "extratimeentitlement accessarrangementsextratime aaextratime et etpercent etpct exttime xtratime xtime xt xtpct xtpercent aatime accesstime accessextratime timeplus plustime additionaltime additionaltimeallowance "
    "amserychwanegol",
    "neighbours": "neighbours neighbors neighbour neighbor beside nextto adjacentseats cymdogion",
}
"""What each column may be called, written small and without anything that is no letter or figure."""

_VAGUE_HERE = frozenset(
    "candidate student learner pupil displayname preferredname knownas chosenname initial initials ymgeisydd disgybl id idnumber idno no cand examid rhif studentno studentnumber studentid "
    "learnerno learnernumber pupilnumber extra format location place venue hall neuadd col centre center canolfan modifiedpapers".split()
)
"""Names that give way where another column says the same more clearly: `Student ID` beside `Candidate number`."""

CLUTTER = frozenset(
    "form formgroup formclass registrationform registration mentorgroup formtutor legalsex currentncyear primaryclass upn uln uci year yeargroup dob dateofbirth gender sex mf house reg reggroup reggrp registrationgroup tutor tutorgroup "
    "email class set yr ncyear nationalcurriculumyear yeargrp regform regclass adno admissionno admissionnumber mis misid upi candidatetype pp pupilpremium eal fsm subject level tier teacher classteacher teachers staff teachinggroup teachingset block locker lockerno lockernumber "
    "grade targetgrade predictedgrade target rowno rownumber rownum lineno linenumber".split()
)
"""What systems export besides: no wrong name of a column, however near to one (`form`, `format`)."""

OF_PAPERS = frozenset(("tier", "level"))
"""Of these what matters to a paper: Foundation and Higher are not printed by one run."""

OF_SITTINGS = OF_PAPERS | frozenset(
    "paper papercode papername papertitle exam examcode examination subject subjectcode component componentcode unit unitcode session "
    "date examdate qualification sitting sittingno sittingnumber slot timeslot examslot examsession sessionno sessionnumber day examday shift wave".split()
)
"""What tells one paper, or one sitting, from another: a run prints one paper for all."""

PERSON = frozenset("candidate student learner pupil ymgeisydd disgybl".split())
"""Names of a column that holds a number where names stand in two columns of their own."""
KNOWN_AS = frozenset(("knownas", "chosenname"))
"""Names of a column that holds a whole name where there is no last name."""
LONELY = frozenset(("first", "last"))
"""Names of columns of names that say so only together: `First` and `Last`."""

MEANT: Mapping[str, str] = {
    **dict.fromkeys("colour paper papertype papersize".split(), "edition"),
}
"""Headings that may mean a field, and may mean something else as well."""

_LONGEST = 200
"""Characters of the longest heading that may name a field; a photograph in a cell, as text, has thousands, and takes hours to look through."""
_NEAR = 0.75
"""How alike a heading and a known one are, at the least, for the one to be meant by the other."""

_BRACKET = regex(r"\s*[(/\[].*", re.DOTALL)
_OF_A_PERSON = regex(
    r"(?P<before>(?:centre|center|exams?|examinations?|fourdigit|4digit)*(?:candidate|cand|student|pupil|learner))(?P<after>\w+)"
    r"|(?P<field>\w+?)(?:of|ofthe)?(?:candidate|student|pupil|learner)"
)
"""A field with whose it is before or behind it: `Pupil forename`, `Legal name of candidate`, `Four digit candidate number`."""
NAMED = frozenset(("name", "first", "last"))
_OWNED = frozenset(("name", "first", "last", "number", "centre", "room", "seat", "extra_time"))
"""Fields that such a heading may name."""
_OF_AN_EXAM = ("exam", "exams", "examination")
"""What stands before a place: `Exam venue`."""
_PLACES = frozenset(("centre", "room", "seat", "row", "column"))
_KIND_OF_NAME = regex(r"(?:full|legal|official|preferred|chosen|usual|known(?:as|by)?)(?P<name>\w+)")
_NO_CANDIDATE_NUMBER = regex(r"(?:exam|examination)?(?:student|pupil|learner)s?\w+")
_LAST_HALF = r"(?:legal|preferred|chosen)?(?:(?:sur|last|family)names?|last)"
_FIRST_HALF = (
    r"(?:legal|preferred|chosen)?(?:(?:fore|first|given|christian)names?|first|initials?)(?:(?:and)?(?:middle|other)(?:names?|initials?))?"
)
_BOTH_HALVES = regex(rf"{_LAST_HALF}(?:and|then)?{_FIRST_HALF}|{_FIRST_HALF}(?:and|then)?{_LAST_HALF}")
"""Both halves of a name in one column, as reports merge them: `Surname, Forename(s)`, `Surname/First name`, `Last, First`."""
_WHOSE = regex(rf"^{WHOSE}(?=\w)")
_NOT_LEGAL = regex(r"(?:preferred|chosen|usual|known)\w*")

_ANOTHERS = regex(
    r"\b(?:tutors?|teachers?|staff|parents?|carers?|guardians?|contact|mother|father|former|previous|past|old|maiden|birth|middle|pref|preferred|nick|alias|school|"
    r"course|class|group|subject|exam|paper|component|unit|centre|file|user|head|invigilators?)\b",
    re.IGNORECASE,
)


def plain_name(header: str) -> str:
    """Return a header as it is compared: `Candidate No.` and `CANDIDATE_NO` are one."""
    flat = unicodedata.normalize("NFKD", header.casefold())
    return "".join(char for char in flat if char.isalnum())


def _plain(names: str) -> tuple[str, ...]:
    return tuple(map(plain_name, names.split()))


_HERE = {name: field for field, names in _CALLED.items() for name in names.split()}
FIELDS = {name: field for field, names in abroad.CALLED.items() for name in _plain(names)} | _HERE
_VAGUE = _VAGUE_HERE | frozenset(_plain(abroad.VAGUE))
ROWS_OR_COUNTS = frozenset(("row", "rhes", *_plain(abroad.ROWS_OR_COUNTS)))
"""Headings of rows of desks that may count the list's rows as well."""
_OF_TIME = (*_plain(abroad.OF_TIME), *_plain(abroad.CALLED["extra_time"]))


_IDENTIFIER = r"(?P<other>uci|uln|upn)(?:\s+(?:number|no\.?))?"
_WITH_IDENTIFIER = regex(
    rf"(?P<number>.*\w.*?)[\s/\\&+,;|(-]+(?:and\s+)?{_IDENTIFIER}\s*\)?|{_IDENTIFIER.replace('other', 'before')}\s*(?:[/\\&+,;|(-]|\band\b)\s*(?P<behind>.*?)\)?",
    re.IGNORECASE,
)
"""A number's heading and another identifier's: `Number/UCI`, `UCI and candidate number`. A `UCI number` is one thing."""


def _bare_number(heading: str) -> tuple[str, str]:
    """Return a heading without the identifier that it names beside a number, and that identifier; the heading and nothing where it names none."""
    both = _WITH_IDENTIFIER.fullmatch(" ".join(heading.split())) if len(heading) <= _LONGEST else None
    number = (both["number"] or both["behind"] or "").strip() if both else ""
    if both is None or _named(plain_name(_numbered(_BRACKET.sub("", number)))) != "number":
        return heading, ""
    return number, (both["other"] or both["before"]).casefold()


def with_identifier(heading: str) -> str:
    """Return which other identifier a number's heading names, `uci`, `uln` or `upn`; empty where it names none."""
    return _bare_number(heading)[1]


@lru_cache(maxsize=4096)  # the rows above a header are looked through with each delimiter
def field_of(heading: str) -> str | None:
    """Return the field that a heading names, whatever is added in brackets or behind a stroke: `Candidate number (4 digits)`.

    Of extra time it is said there in what unit it is.
    """
    if len(heading) > _LONGEST:
        return None
    if with_identifier(heading):
        return "number"
    bare = _named(plain_name(_numbered(_BRACKET.sub("", heading))))
    return _named(plain_name(_numbered(heading))) or (None if bare == "extra_time" else bare)


def _numbered(heading: str) -> str:
    """Return a heading with words for its signs: `Candidate #`, `#`, `Time+`."""
    return heading.replace("#", " number ").replace("+", " plus ")


def _named(name: str) -> str | None:
    if field := FIELDS.get(name):
        return field
    if _BOTH_HALVES.fullmatch(name):
        return "name"
    of_name = _KIND_OF_NAME.fullmatch(name)
    if of_name and (field := _named(of_name["name"])) in NAMED:
        return field
    of_exam = (FIELDS.get(name.removeprefix(before)) for before in _OF_AN_EXAM if name.startswith(before))
    if field := next((each for each in of_exam if each in _PLACES), None):
        return field
    whose = _OF_A_PERSON.fullmatch(name)
    if whose is None:
        return None
    if whose["field"]:
        field = _named(whose["field"])
        return field if field in NAMED else None  # a number of candidates is none's
    field = _named(whose["after"]) or _named(whose["after"].removeprefix("s"))  # candidate's
    return field if field in _OWNED else None


def is_abroad(heading: str) -> bool:
    """Whether a heading names its field in another language than English and Welsh."""
    name = plain_name(heading)
    return name in FIELDS and name not in _HERE


def names_time_abroad(heading: str) -> bool:
    """Whether a heading is about extra time in another language than English, whatever it says of it: `Zeitzuschlag in Minuten`."""
    name = plain_name(heading)
    return any(each in name for each in _OF_TIME)


def clearness(heading: str) -> int:
    """Return how clearly a heading names its field: the most is the legal name, as candidates are entered; below 0 it gives way to any other."""
    name = plain_name(_numbered(heading))
    called = _WHOSE.sub("", name)
    if called in KNOWN_AS or _NOT_LEGAL.fullmatch(called):
        return -1
    if name in _VAGUE or heading.strip() == "#" or with_identifier(heading):
        return 0 if "%" in heading else -1
    field = field_of(heading)
    if field == "number" and _NO_CANDIDATE_NUMBER.fullmatch(name):
        return -1
    return int(field in NAMED and "legal" in name)


def of_another(heading: str) -> bool:
    """Whether a heading is that of a name which is not the candidate's, or not now."""
    return bool(_ANOTHERS.search(heading.replace("_", " ")))


def nearest(name: str, fields: tuple[str, ...] = ()) -> str | None:
    """Return the field, of some or of all, whose English or Welsh name is nearest to one that is none's: written nearly so, or with more before or after it."""
    names = tuple(each for each, field in _HERE.items() if each not in _VAGUE | LONELY and (not fields or field in fields))
    return next((FIELDS[each] for each in _alike(name, names)), None)


def _alike(name: str, names: tuple[str, ...]) -> Iterator[str]:
    yield from get_close_matches(name, names, n=1, cutoff=_NEAR)
    part_of_it = sorted((each for each in names if len(each) > 3 and (name.startswith(each) or name.endswith(each))), key=len)
    yield from part_of_it[-1:]
