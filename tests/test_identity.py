"""What is remembered of objects: found by which objects they are, never by what they are like."""

from __future__ import annotations

from packbuilder.identity import OfAll, same_as


def test_an_object_is_the_same_as_itself_and_as_no_other() -> None:
    one, other = ([1], [1])
    assert same_as(one) == same_as(one)
    assert same_as(one) != same_as(other)


def test_what_is_made_of_several_objects_is_made_once() -> None:
    made: list[tuple[str, ...]] = []
    a, b, c = ("aa", "bb", "cc")
    of_all = OfAll[int](lambda values: made.append(values) or len(made), 4)
    assert [of_all(each) for each in ((a, b), (a, c), (a, b), (a,), (a, b), (b, a), (a, c))] == [1, 2, 1, 3, 1, 4, 2]
    assert made == [(a, b), (a, c), (a,), (b, a)]


def test_objects_that_are_alike_are_others() -> None:
    of_all = OfAll[object](lambda _: object(), 4)
    first, second, alike = [1], [2], [2]
    assert of_all((first, second)) is of_all((first, second))
    assert of_all((first, second)) is not of_all((first, alike))


def test_of_tuples_with_one_first_object_the_last_ones_are_remembered() -> None:
    of_all = OfAll[object](lambda _: object(), 4)
    first, others = "first", [[number] for number in range(20)]
    made = [of_all((first, each)) for each in others]
    assert of_all((first, others[-1])) is made[-1]
    assert of_all((first, others[0])) is not made[0]


def test_of_nothing_nothing_is_remembered() -> None:
    of_all = OfAll[object](lambda values: object(), 4)
    assert of_all(()) is not of_all(())
