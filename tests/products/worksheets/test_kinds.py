"""Every kind of worksheet, solved: the answers are the right ones for the sheet that they stand beside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from packbuilder.document import AnswerBox, Columns, ItemList
from packbuilder.model.material import Claim, Notion
from packbuilder.products.worksheets.marking import _part
from packbuilder.products.worksheets.registry import KINDS, kind_named
from packbuilder.products.worksheets.sheet import LackingError, Sheet, Wish
from packbuilder.puzzles.letters import enumeration, letters_of
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue
from tests.products.worksheets.notes import only, tides
from tests.products.worksheets.reading import BLANK, entries, grid, lines, listed, rows, tables, words

ENGLISH = catalogue("en-GB")
SEEDS = range(6)


def make(kind: str, seed: int = 1, **wish: object) -> Sheet:
    return kind_named(kind).make(tides(), Seed(seed), Wish(**wish), ENGLISH)  # type: ignore[arg-type]  # the names are Wish's


def meaning_of(term: str) -> Notion:
    return next(notion for notion in tides().notions if notion.term.casefold() == term.casefold())


def claim_of(statement: str) -> Claim | None:
    return next((c for c in tides().claims if statement.rstrip(".") in (c.wrong, c.right)), None)


def is_true(statement: str) -> bool:
    """Judge a statement by the notes alone."""
    found = re.fullmatch(r"‘(.+)’ means (.+)\.", statement)
    if found:
        return meaning_of(found[1]).meaning.casefold() == found[2].casefold()
    claim = claim_of(statement)
    assert claim is not None, statement
    return statement.rstrip(".") == claim.right


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_same_seed_same_sheet_and_other_seeds_others(kind: str) -> None:
    assert make(kind, 3) == make(kind, 3)
    assert len({repr(make(kind, seed)) for seed in SEEDS}) > 3


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_notes_without_anything_are_told_what_is_lacking(kind: str) -> None:
    with pytest.raises(LackingError, match=rf"the worksheet '{kind}' needs at least \d+ .+; these notes give none") as caught:
        kind_named(kind).make(only(0), Seed(1), Wish(), ENGLISH)
    assert caught.value.hints


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize("count", [3, 15])
def test_three_terms_give_what_three_terms_can(kind: str, count: int) -> None:
    try:
        sheet = kind_named(kind).make(only(count), Seed(2), Wish(), ENGLISH)
    except LackingError:
        # Four options need four terms; with claims alone a statement can be judged; terms have no order.
        assert (kind, count) in {("quiz", 3), ("sorting", 3), ("sequencing", 3), ("sequencing", 15)}
        return
    assert sheet.count >= 1


@pytest.mark.parametrize("word_bank", [True, False])
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_each_table_of_rows_has_heads_for_who_cannot_see_it(kind: str, word_bank: bool) -> None:
    sheet = make(kind, word_bank=word_bank)
    for table in tables((*sheet.tasks, *sheet.answers)):
        heads = [cell for row in (*table.header, *table.rows) for cell in row if cell.header]
        assert table.header or heads or len(table.rows) == 1, lines((table,))


@pytest.mark.parametrize("seed", SEEDS)
def test_cloze_filled_in_says_what_the_notes_say(seed: int) -> None:
    sheet = make("cloze", seed)
    said = " | ".join((*tides().passages[0].sentences, *(f"{n.term}: {n.meaning}" for n in tides().notions))).casefold()
    tasks, keys = entries(sheet.tasks), [entry[0] for entry in entries(sheet.answers)]
    assert len(tasks) == len(keys) == sheet.count == 10
    bank = lines(sheet.tasks[:1])[0].split(" · ")
    for (task,), key in zip(tasks, keys, strict=True):
        assert task.count(BLANK) == 1
        meaning = re.fullmatch(rf"(?:The term for ‘)?(.+?)(?:’ is| is called) {BLANK}\.", task)
        if meaning:
            assert meaning_of(key).clue.casefold() == meaning[1].casefold()
        else:
            assert task.replace(BLANK, key).rstrip(".").casefold() in said
        assert key.casefold() not in task.casefold(), "no task says its own answer"
        assert not task.casefold().split(BLANK)[0].endswith(" an "), "nor does its article"
        assert {key, key[:1].lower() + key[1:]} & set(bank)
    assert len(bank) == sheet.count + 2, "two words are left over"
    shown = " ".join(task for (task,) in tasks).casefold()
    assert not [key for key in keys if re.search(rf"\b{re.escape(key.casefold())}\b", shown)], "none is printed by another task"


def test_names_keep_their_capitals_in_a_word_bank() -> None:
    named = tuple(replace(n, term="National Grid", said="National Grid") if n.term == "Lagoon" else n for n in tides().notions)
    for seed in SEEDS:
        sheet = kind_named("cloze").make(replace(tides(), notions=named), Seed(seed), Wish(count=14), ENGLISH)
        printed = " | ".join([*lines(sheet.tasks), *lines(sheet.answers)])
        assert "National Grid" in printed
        assert "national Grid" not in printed


def test_a_word_bank_says_whether_words_are_to_spare() -> None:
    exact, surplus = "Each of these is used once.", "Some of these are not needed."
    few = kind_named("cloze").make(only(3), Seed(1), Wish(), ENGLISH)
    assert few.count == 3
    assert lines(few.tasks[:1])[1:] == [exact]
    assert lines(make("cloze").tasks[:1])[1:] == [surplus]
    unlisted = lines(make("cloze", word_bank=False).tasks)
    assert exact not in unlisted
    assert surplus not in unlisted
    assert "bank" not in ENGLISH.say("worksheet.cloze.instruction")


def test_cloze_without_a_word_bank_prints_none() -> None:
    assert all(isinstance(block, ItemList) for block in make("cloze", word_bank=False).tasks)


@pytest.mark.parametrize("seed", SEEDS)
def test_match_up_letters_lead_to_the_meanings(seed: int) -> None:
    sheet = make("match-up", seed)
    meanings = {row[2]: row[3].rstrip(".") for row in rows(sheet.tasks)}
    terms = [row[0].partition(". ")[2] for row in rows(sheet.tasks) if row[0]]
    keys = [entry[0] for entry in entries(sheet.answers)]
    assert len(terms) == sheet.count == 8
    assert len(meanings) == 10, "two meanings are nobody's"
    for term, key in zip(terms, keys, strict=True):
        letter, _, named = key.partition(" ")
        assert named == term
        assert meanings[letter] == meaning_of(term).clue
    assert [row[1] for row in rows(sheet.tasks)][:8] == [BLANK] * 8


@pytest.mark.parametrize("seed", SEEDS)
def test_definitions_and_terms_are_those_of_the_notes(seed: int) -> None:
    sheet = make("definitions", seed)
    for (task,), (key,) in zip(entries(sheet.tasks), entries(sheet.answers), strict=True):
        assert key == f"{task}: {meaning_of(task).meaning}."
    sheet = make("terms", seed)
    for row, (key,) in zip(rows(sheet.tasks), entries(sheet.answers), strict=True):
        assert meaning_of(key).clue == row[1].rstrip(".")
        assert not any(key.casefold() in other[1].casefold() for other in rows(sheet.tasks)), "no clue names another's term"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["match-up", "terms", "quiz", "crossword", "starter", "cloze"])
def test_clues_that_are_ruins_are_not_asked_where_others_are(kind: str, seed: int) -> None:
    shown = " | ".join(_clues(make(kind, seed))).casefold()
    ruined = [n.clue.casefold() for n in tides().notions if not n.telling]
    assert ruined == ["a … of great range that comes when sun and moon pull in one line", ruined[1]]
    assert not [clue for clue in ruined if clue in shown]


def test_ruined_clues_are_asked_where_there_are_no_others() -> None:
    few = only(3)
    assert sum(n.telling for n in few.notions) == 1
    assert kind_named("match-up").make(few, Seed(1), Wish(), ENGLISH).count == 3


def _clues(sheet: Sheet) -> list[str]:
    columns = [line for block in sheet.tasks if isinstance(block, Columns) for line in lines(block.blocks)]
    return [*lines(sheet.tasks), *columns]


@pytest.mark.parametrize("seed", SEEDS)
def test_statements_are_judged_rightly_and_neither_verdict_is_rare(seed: int) -> None:
    sheet = make("true-false", seed, count=10)
    verdicts = []
    for task, (key,) in zip(entries(sheet.tasks), entries(sheet.answers), strict=True):
        true = is_true(task[0])
        verdicts.append(true)
        assert key.startswith("True." if true else "False.")
        claim = claim_of(task[0])
        if not true:
            right = claim.right if claim else meaning_of(task[0].split("’")[0][1:]).meaning
            assert right in key
    assert 3 <= sum(verdicts) <= 7


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["true-false", "sorting", "spot-the-mistake"])
def test_meanings_beside_a_term_are_whole_and_another_s_does_not_name_its_own(kind: str, seed: int) -> None:
    every = replace(tides(), claims=())
    sheet = kind_named(kind).make(every, Seed(seed), Wish(count=14), ENGLISH)
    meanings = {n.meaning.casefold(): n for n in every.notions}
    shown = [found for line in lines(sheet.tasks) if (found := re.fullmatch(r"‘(.+)’ means (.+)\.", line))]
    assert len(shown) == 14
    for found in shown:
        owner = meanings[found[2].casefold()]
        assert owner.term == found[1] or owner.clue == owner.meaning, "“a tide of small range” tells that it is a tide's"


@pytest.mark.parametrize("seed", SEEDS)
def test_no_meaning_is_lent_to_two_terms(seed: int) -> None:
    sheet = kind_named("true-false").make(replace(tides(), claims=()), Seed(seed), Wish(count=8), ENGLISH)
    shown = [line.partition("’ means ")[2] for line in lines(sheet.tasks) if "’ means " in line]
    assert len(set(shown)) == len(shown) == 8


@pytest.mark.parametrize("seed", SEEDS)
def test_the_examiner_s_mistakes_are_the_false_lines(seed: int) -> None:
    sheet = make("spot-the-mistake", seed)
    for row, (key,) in zip(rows(sheet.tasks), entries(sheet.answers), strict=True):
        assert row[2] == "✓"
        assert key.startswith("The tick is right." if is_true(row[1]) else "The tick is wrong.")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["spot-the-mistake", "true-false"])
def test_what_is_false_is_a_misconception_before_it_is_another_term_s_meaning(kind: str, seed: int) -> None:
    sheet = make(kind, seed, count=6)
    tasks = [row[1] for row in rows(sheet.tasks)] if kind == "spot-the-mistake" else [task[0] for task in entries(sheet.tasks)]
    false = [task for task in tasks if not is_true(task)]
    assert len(false) == 3
    assert all(claim_of(task) for task in false)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_misconceptions_meanings_fill_up(seed: int) -> None:
    sheet = kind_named("spot-the-mistake").make(only(6), Seed(seed), Wish(), ENGLISH)
    assert sum(not is_true(row[1]) for row in rows(sheet.tasks)) == 3


@pytest.mark.parametrize("seed", SEEDS)
def test_quiz_letters_are_right_and_evenly_spread(seed: int) -> None:
    sheet = make("quiz", seed, count=12)
    letters = []
    (listed,) = [block for block in sheet.tasks if isinstance(block, ItemList)]
    for entry, (key,) in zip(listed.entries, entries(sheet.answers), strict=True):
        stem, *options = lines(entry)
        if [option[:2] for option in options] != ["A ", "B ", "C ", "D "]:
            options = [f"{chr(65 + index)} {option}" for index, option in enumerate(options)]
        assert key in options
        letters.append(key[0])
        asked = re.search(r"meaning: ‘(.+)’", stem)
        if asked:
            assert meaning_of(key[2:]).clue.casefold() == asked[1].casefold()
    assert max(Counter(letters).values()) <= 4


@pytest.mark.parametrize("seed", SEEDS)
def test_crossword_answers_fill_the_grid_that_is_printed(seed: int) -> None:
    sheet = make("crossword", seed)
    empty, solved = grid(sheet.tasks), grid(sheet.answers)
    assert [[bool(square) for square in row] for row in empty.rows] == [[bool(square) for square in row] for row in solved.rows]
    assert all(not square.letter for row in empty.rows for square in row if square), "the sheet has no letters"
    assert sheet.count >= 12
    starts = {
        square.number: (r, c) for r, row in enumerate(empty.rows) for c, square in enumerate(row) if square is not None and square.number
    }
    for down, clues, keys in zip((False, True), listed(sheet.tasks), listed(sheet.answers), strict=True):
        assert clues.keys() == keys.keys()
        for number, asked in clues.items():
            clue, _, length = asked.rpartition(" ")
            notion = meaning_of(keys[number].strip())
            assert (clue, length) == (notion.clue, enumeration(notion.term))
            row, column = starts[number]
            for index, letter in enumerate(letters_of(notion.term)):
                square = solved.rows[row + index * down][column + index * (not down)]
                assert square is not None
                assert square.letter == letter


@pytest.mark.parametrize("seed", SEEDS)
def test_wordsearch_words_stand_where_the_solution_says(seed: int) -> None:
    sheet = make("wordsearch", seed)
    square, solved = grid(sheet.tasks), grid(sheet.answers)
    assert square.rows == solved.rows
    assert not square.loops
    listed = lines(sheet.tasks[1:])[0].split(" · ")
    places = dict(zip((row[0] for row in rows(sheet.answers)), (row[1] for row in rows(sheet.answers)), strict=True))
    assert set(listed) == set(places)
    found = set()
    for top, left, bottom, right in solved.loops:
        steps = max(abs(bottom - top), abs(right - left))
        down, across = (bottom - top) // steps, (right - left) // steps
        read = [square.rows[top + down * index][left + across * index] for index in range(steps + 1)]
        found.add(("".join(each.letter for each in read if each), f"from row {top + 1}, column {left + 1}"))
    assert found == {(letters_of(term), place) for term, place in places.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_in_the_given_order_are_those_that_the_notes_state(seed: int) -> None:
    sheet = make("sequencing", seed)
    ((task,), (key,)) = (entries(sheet.tasks), [entry[0] for entry in entries(sheet.answers)])
    stem, *pieces = task
    steps = {piece[0]: piece[2:] for piece in pieces if piece != BLANK}
    order = key.partition(":")[0].split(", ")
    assert stem == "Put these steps in order: How a spit grows"
    assert tuple(steps[letter] for letter in order) == tides().sequences[0].steps
    assert order != sorted(order), "the steps are never printed in order"


def test_meanings_are_never_cut_up_and_the_refusal_says_what_to_write() -> None:
    with pytest.raises(LackingError, match="at least 1 sequence of three steps; these notes give none") as caught:
        kind_named("sequencing").make(only(15), Seed(1), Wish(), ENGLISH)
    assert "First …. Then …. Finally …." in caught.value.hints[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_marks_given_are_those_that_the_scheme_gives(seed: int) -> None:
    sheet = make("mark-this-answer", seed, count=6)
    for task, (verdict,) in zip(entries(sheet.tasks), entries(sheet.answers), strict=True):
        asked = re.match(r"What is meant by ‘(.+)’\? \[2 marks\]", task[0])
        if asked is None:
            continue
        said = task[1].removeprefix("It means ").rstrip(".").casefold()
        meaning = meaning_of(asked[1]).meaning.casefold()
        earned = 2 if said == meaning else 1 if meaning.startswith(said) else 0
        assert verdict.startswith(f"{earned} / 2.")


def test_a_part_of_a_meaning_ends_in_its_stop_alone() -> None:
    meaning = "Looking back at the stages of a project, which are judged one after the other"
    every = tuple(replace(n, meaning=f"{meaning} {index}") for index, n in enumerate(tides().notions))
    material = replace(tides(), notions=every, items=())
    written = [line for seed in SEEDS for line in lines(kind_named("mark-this-answer").make(material, Seed(seed), Wish(), ENGLISH).tasks)]
    assert "It means looking back at the stages of a project." in written


def test_sorting_one_topic_is_right_against_wrong() -> None:
    sheet = make("sorting")
    statements = {row[0]: row[1] for row in rows(sheet.tasks)}
    keys = [entry[0] for entry in entries(sheet.answers)]
    for key, true in zip(keys, (True, False), strict=True):
        assert set(key.rpartition(": ")[2].split(", ")) == {name for name, text in statements.items() if is_true(text) is true}


def test_only_misconceptions_are_called_common_mistakes() -> None:
    assert entries(make("sorting", count=6).answers)[1][0].startswith("A common mistake: ")
    without = kind_named("sorting").make(only(8), Seed(1), Wish(), ENGLISH)
    assert entries(without.answers)[1][0].startswith("A mistake: ")


def test_sorting_several_topics_is_by_topic() -> None:
    every = tides()
    other = replace(every.topics[0], id="other", title="Other")
    split = tuple(replace(n, topic="other") if index % 2 else n for index, n in enumerate(every.notions))
    sheet = kind_named("sorting").make(replace(every, topics=(*every.topics, other), notions=split), Seed(1), Wish(), ENGLISH)
    by_topic = {entry[0].rstrip(":"): entry[1].split("; ") for entry in entries(sheet.answers)}
    assert set(by_topic) == {"Tides and waves", "Other"}
    for title, terms in by_topic.items():
        assert {n.topic for n in split if n.term in terms} == {"other" if title == "Other" else every.topics[0].id}
    bank = words(sheet.tasks[0].blocks[0].text).split(" · ")  # type: ignore[union-attr]  # the word bank
    assert sorted(term for terms in by_topic.values() for term in terms) == sorted(bank)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["starter", "exit-ticket"])
def test_quick_questions_do_not_answer_each_other(kind: str, seed: int) -> None:
    sheet = make(kind, seed)
    asked = lines(sheet.tasks)
    keys = [entry[0] for entry in entries(sheet.answers)]
    assert len(keys) == sheet.count == (5 if kind == "starter" else 3)
    shown = " ".join(asked).casefold()
    for key in keys:
        assert key.rstrip(".").casefold() not in shown, key


@pytest.mark.parametrize("count", [3, 10, 12])
def test_every_number_of_a_quiz_heads_the_box_for_its_letter(count: int) -> None:
    sheet = make("quiz", count=count)
    grids = [table for table in tables(sheet.tasks) if table.role == "grid"]
    columns = [pair for table in grids for pair in zip(*table.header, *table.rows, strict=True)]
    heads = ["".join(lines(each.blocks)) for each, _ in columns if each.header]
    assert heads == [str(number) for number in range(1, sheet.count + 1)]
    assert [block.label for _, box in columns for block in box.blocks if isinstance(block, AnswerBox)] == heads
    assert len({len(table.columns) for table in grids}) == 1, "rows of boxes are equally wide"


@pytest.mark.parametrize("kind", ["starter", "exit-ticket", "retrieval-grid", "quiz"])
def test_questions_for_a_term_end_in_a_question_mark(kind: str) -> None:
    asked = [line for seed in SEEDS for line in lines(make(kind, seed).tasks) if "Which term" in line]
    assert asked
    assert all(line.endswith("’?") for line in asked)


def test_retrieval_grid_dates_topics_and_older_ones_earn_more() -> None:
    every = tides()
    days = ("2026-11-20", "2026-11-13", "2026-10-02")
    topics = tuple(replace(every.topics[0], id=f"t{n}", title=f"T{n}", dated=day) for n, day in enumerate(days))
    spread = tuple(replace(n, topic=f"t{index % 3}") for index, n in enumerate(every.notions))
    material = replace(every, topics=topics, notions=spread, claims=())
    sheet = kind_named("retrieval-grid").make(material, Seed(1), Wish(), ENGLISH)
    (table, *_) = sheet.tasks
    heads = [" ".join(lines(cell.blocks)) for cell in table.header[0]]  # type: ignore[union-attr]  # a table
    assert heads == ["Last lesson (1 point each)", "Last week (2 points each)", "Further back (3 points each)"]
    term = re.compile(r"‘(.+)’")
    for row in rows(sheet.tasks):
        for column, question in enumerate(row):
            found = term.search(question)
            assert found is not None
            asked = next(n for n in spread if found[1] == n.said or found[1].casefold() == n.clue.casefold())
            assert asked.topic == f"t{column}"
    earlier = kind_named("retrieval-grid").make(material, Seed(1), Wish(on="2026-11-14"), ENGLISH)
    (first, *_) = earlier.tasks
    assert [lines(cell.blocks)[0] for cell in first.header[0]] == ["Last lesson", "Further back"]  # type: ignore[union-attr]  # a table


def test_frayer_gives_the_meanings_and_leaves_the_rest_to_the_class() -> None:
    sheet = make("frayer")
    assert [entry[0] for entry in entries(sheet.answers[:1])] == [
        f"{n.term}: {n.meaning}." for entry in entries(sheet.answers[:1]) for n in [meaning_of(entry[0].partition(":")[0])]
    ]


def test_where_terms_are_few_no_meaning_is_wrong_twice() -> None:
    for seed in SEEDS:
        sheet = kind_named("true-false").make(only(6), Seed(seed), Wish(), ENGLISH)
        tasks, answers = entries(sheet.tasks), entries(sheet.answers)
        false = [task[0].partition(" means ")[2] for task, answer in zip(tasks, answers, strict=True) if answer[0].startswith("False")]
        assert len(set(false)) == len(false) > 1


@pytest.mark.parametrize(
    ("meaning", "part"),
    [
        ("a compound that holds a carbonyl group", ""),
        ("the movement of water molecules through a membrane into a stronger solution", "the movement of water molecules"),
        ("a gland that makes insulin, which lowers the glucose in blood", "a gland that makes insulin"),
        ("short words", ""),
    ],
)
def test_half_an_answer_says_enough_for_half_the_marks(meaning: str, part: str) -> None:
    assert _part(replace(tides().notions[0], meaning=meaning)) == part
