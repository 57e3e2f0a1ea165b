"""Lines under no heading: which are worded as what a term means, and which as what a lesson has or a pupil does."""

from __future__ import annotations

import pytest

from packbuilder.readers.meanings import is_lesson_word, is_meaning

TERMS = """
Bile: a liquid made in the liver that emulsifies fats
Villi: folds of the small intestine that increase its surface area
Peristalsis: waves of muscle contraction that push food along
Sequence: instructions carried out one after another
Selection: a decision that chooses which code to run
Iteration: repeating a block of code
Binary search: repeatedly halves a sorted list by comparing
Linear search: checks each item in turn until the target is found
simile: comparison using like or as
anaphora: repeating a word at the start of clauses
hyperbole: deliberate exaggeration for effect
Osmosis: movement of water across a membrane
Diffusion: net movement of particles from high to low
Primary key: a field that must be unique in a table
Inflation: a sustained rise in the general price level
Opportunity cost: the next best alternative forgone
Melting: when a solid turns into a liquid
Homeostasis: maintenance of a constant internal environment
Photosynthesis: process by which plants make glucose
Refugee: someone who has fled their country
Erosion: wearing away of rock by water, wind or ice
Enzyme: biological catalyst that speeds up reactions
Mitosis: cell division that makes two identical cells
Extension: the increase in length of a spring
Practice effect: an improvement because a task is repeated
Differentiated marketing: use of different campaigns for different segments
Target market: the group of customers a business aims at
Federalism: division of power between central and state governments
Alliteration: repetition of consonant sounds
Loop: a block of code that runs again
Acid: substance that donates protons in solution
Alkali: base which is soluble in water
Isotope: atoms of the same element with different numbers of neutrons
Velocity: rate of change of displacement
Momentum: the product of mass and velocity
Metaphor: comparison between two unlike things
Personification: giving human qualities to an object
Hegemony: leadership or dominance by one state over others
Supply: the amount that producers are willing to sell
Monopoly: a market in which one firm dominates
Tempo: the speed of the music
Ostinato: a repeated musical pattern
Isolationism: avoidance of involvement in other countries' affairs
Blitzkrieg: lightning war using tanks and aircraft
Urbanisation: increasing proportion of people living in cities
Test cross: crossing an organism with a homozygous recessive
Set: a collection of distinct objects
Risk: the chance that harm is caused by a hazard
""".strip().splitlines()
NO_TERMS = """
Objective: understand how enzymes break down food
Differentiation: give weaker pupils the cloze sheet
Risk assessment: goggles must be worn with iodine
Next lesson: practical on amylase
Plenary: exit ticket with three quick questions
Starter: what household acids can you name?
Practice: answer one past question every week
Equipment: you will need a stopwatch and spotting tile
Josh: show all working in calculations
Josh: shows all working in calculations
Amira K: revise graphs and practise unit conversions every week
Josh: good progress this term
Amira: struggles with graphs of motion
Key question: the reason why leaves are green
Monday: vectors and scalars with the whole class
Homework: the questions on page 12
Remember: bring a ruler and protractor to every lesson
Aim: to know how lenses form images
Textbook: pages 84 to 91
Note: pupils find nested loops hard
See also: the worksheet on units from last week
Teacher: Mr Khan of physics
Room: the computer suite on the second floor
Graphs: plot the points and draw a line of best fit
Units: always write the unit that the question asks for
Ruler: bring one that is marked in millimetres
Calculator: a working one that you can use in exams
Spelling: check spellings of key terms before handing in
Ella: absent on the day of the practical
Mark: needs support with algebra
Sam: predicted grade of seven
Group 1: those who finished the worksheet
Table 2: sort the cards that show acids
Support: sentence starters for those who need them
Tuesday period 3: the test on waves
Fractions: practise adding those with different denominators
Vocabulary: words from the list of last week
Time needed: two lessons and one homework
Lesson 2: lenses and images
Title: Acids and alkalis
Date: 14 November
Paper 1: topics that come up each year
Graphs of motion: covers distance-time and velocity-time graphs
Cells: includes microscopy and the calculation of magnification
Ben: the boy who sits at the front
Cover: the work is on the shared drive
Seating: boys and girls in alternate seats
Learning walk: focus on questioning of all groups
Exam tip: use of key words gains marks
Misconception: thinking that plants do not respire
Essay plan: introduction of both sides of the argument
Trip: the coach that leaves at nine
Ella-Mae: lovely handwriting but weak in graphs
Oliver: quick at number work, slow with algebra
Set 2: the middle group of the cohort
9X/Sc2: the class that has the trainee
Behaviour: the usual rules of the laboratory
Resources: the cards that are in the cupboard
Assessment: a test of ten questions at the end
Differentiated task: the easier sheet
Objectives: a list of what all will know
Learning outcome: the ability to explain why metals react
Main activity: sort cards showing metals
Challenge: the extension task on page 4
Peer assessment: swapping of books between partners
Time: the first ten minutes of the hour
Cover teacher: the supply who knows chemistry
Mr Patel: the technician who sets up practicals
Thursday: the lab in the new block
Goggles: must be worn at all times
Glue: needed for the last task
Bunsen burners: one that works between two
Seating plan: the one that is on the desk
Hook: a video of a rocket launch
AFL: mini whiteboards for quick checks
Ahmed: away for two weeks from Monday
Chloe: predicted 6 and aims for 8
Graph paper: the sort that has 2 mm squares
Read: chapters of the novel in order
Quote: words that show ambition
Set work: the overture of the opera
""".strip().splitlines()
IN_DOUBT = """
Catalyst: speeds up a reaction without being used up
Natural increase: birth rate minus death rate in a country
""".strip().splitlines()
"""Terms that are worded as remarks may be too: they are not read."""


def is_term(line: str) -> bool:
    term, meaning = line.split(": ", 1)
    return not is_lesson_word(term) and is_meaning(meaning, term)


@pytest.mark.parametrize("line", TERMS)
def test_what_is_worded_as_a_definition_is_one(line: str) -> None:
    assert is_term(line)


@pytest.mark.parametrize("line", [*NO_TERMS, *IN_DOUBT])
def test_what_a_lesson_has_and_what_a_pupil_does_is_none(line: str) -> None:
    assert not is_term(line)


def test_lesson_words_are_whole_terms() -> None:
    """ "Starter culture" and "Practice effect" are terms of a subject, "Starter" and "Extra practice" none."""
    assert not any(map(is_lesson_word, ("Starter culture", "Practice effect", "Target market", "Extension")))
    assert all(map(is_lesson_word, ("Starter", "Extra practice", "Key question 2", "Monday", "Mr Khan")))
