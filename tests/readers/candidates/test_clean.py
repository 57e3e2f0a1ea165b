"""Lists without a mistake, in all the shapes that centres have: not one is refused, and everybody is read."""

from __future__ import annotations

import pytest

from tests.readers.candidates.test_arrangements import read

_LISTS = """
two columns
Name,Number
Ann Lee,1
Bob Roe,2

a title above
Geography mock 2027,
Name,Number
Ann Lee,1
Bob Roe,2

the room in the title
Room: Sports Hall,,
Name,Number,Seat
Ann Lee,1,A1
Bob Roe,2,A2

a room as the title
Sports Hall,,
Name,Number,Seat
Ann Lee,1,A1
Bob Roe,2,A2

the header on each page
Name,Number,Seat
Ann Lee,1,A1
Name,Number,Seat
Bob Roe,2,A2

a hall and a small room without seats
Name,Number,Room,Seat
Ann Lee,1,Hall,A1
Bob Roe,2,Hall,A2
Cy Poe,3,G12,-

a small room whose cell of the seat is empty
Name,Number,Room,Seat
Ann Lee,1,Hall,A1
Bob Roe,2,Hall,A2
Cy Poe,3,G12,

a room in words for one
Name,Number,Room,Seat
Ann Lee,1,Hall,A1
Bob Roe,2,Hall,A2
Cy Poe,3,Library,

rooms that are called as desks are
Name,Number,Room,Seat
Ann Lee,1,C1,A1
Bob Roe,2,C1,A2
Cy Poe,3,C2,A1
Di Coe,4,C3,

rooms in figures
Name,Number,Room,Seat
Ann Lee,1,12,1
Bob Roe,2,12,2
Cy Poe,3,14,

no seats
Name,Number,Room
Ann Lee,1,Hall
Bob Roe,2,A2

seats in words
Name,Number,Room,Seat
Ann Lee,1,Main Hall,A1
Bob Roe,2,Main Hall,Wheelchair desk
Cy Poe,3,Main Hall,By door

one room, everybody
Name,Number,Room,Seat
Ann Lee,1,Hall,A1

desks by row and column
Name,Number,Room,Row,Column
Ann Lee,1,Hall,A,1
Bob Roe,2,Hall,A,2

two centres
Centre,Name,Number,Room,Seat
12345,Ann Lee,1,Hall,A1
54321,Bob Roe,2,Hall,A2

names in two columns
Surname,Forename,Candidate No
Lee,Ann,0001
Roe,Bob,0002

names with a comma
Candidate number,Candidate,Room,Seat
1,"LEE, ANN",Hall,A1
2,"ROE, BOB",Hall,A2

names with initials in brackets
Name,Number
Cy (Sam) Poe,1
Ann Lee (R),2
Anne-Marie O'Neil,3

codes
Name,Number,AA
Ann Lee,1,ET25 WP
Bob Roe,2,
Cy Poe,3,MLP18 ET25

codes under Access
Name,Number,Access
Ann Lee,1,WP
Bob Roe,2,None
Cy Poe,3,ET25

an empty column of access
Name,Number,Room,Seat,Access
Ann Lee,1,Hall,A1,
Bob Roe,2,Hall,A2,

access that is no arrangement
Name,Number,Access
Ann Lee,1,Step-free
Bob Roe,2,

arrangements in sentences
Name,Number,Access arrangements
Ann Lee,1,"25% extra time, coloured overlay (yellow); JCQ approved 14/01/2027"
Bob Roe,2,Not required

several columns of arrangements
Name,Number,Room,Seat,Extra time,Coloured paper,Word processor
Ann Lee,1,Hall,A1,25%,Yellow,Y
Bob Roe,2,Hall,A2,,,

notes
Name,Number,Notes
Ann Lee,1,x
Bob Roe,2,Nut allergy
Cy Poe,3,25

an export
Cand No,Name,Reg,UPN,Tier,Entry code,Access Arrangements,EAA expiry
1,Ann Lee,11A,H820200120001,F,8461,25% Extra Time,31/08/2027
2,Bob Roe,11B,H820200120002,H,8461,,

which paper
Date,Session,Paper,Name,Number,Room,Seat
14/05/2027,AM,Geography 1,Ann Lee,1,Hall,A1
14/05/2027,AM,Geography 1,Bob Roe,2,Hall,A2

times
Name,Number,Start,Finish
Ann Lee,1,09:00,10:30
Bob Roe,2,09:00,10:50

neighbours
Name,Number,Room,Seat,Neighbours
Ann Lee,1,Lab,1,2
Bob Roe,2,Lab,2,1

rooms that are not known yet
Name,Number,Room,Seat
Ann Lee,1,Hall,A1
Bob Roe,2,TBC,TBC

editions
Name,Number,Edition,Extra time
Ann Lee,1,18pt,25%
Bob Roe,2,yellow paper,
Cy Poe,3,,50

the last cells left out
Name,Number,Room,Seat,Notes
Ann Lee,1,Hall,A1
Bob Roe,2,Hall,A2
Cy Poe,3,Hall,A3,late bus

tables
Name,Number,Room,Table,Seat
Ann Lee,1,Gym,1,1
Bob Roe,2,Gym,1,2
Cy Poe,3,Gym,2,1
"""


@pytest.mark.parametrize("written", _LISTS.strip().split("\n\n"), ids=lambda written: written.partition("\n")[0])
def test_a_clean_list_is_not_refused(written: str) -> None:
    text = written.partition("\n")[2]
    candidates, found = read(text)
    assert [each.message for each in found if each.severity.word == "error"] == []
    heads = ("Geography mock", "Room: ", "Sports Hall,,", "Name,Number", "Date,", "Cand", "Surname", "Centre,")
    assert len(candidates) == sum(not line.startswith(heads) for line in text.splitlines())
