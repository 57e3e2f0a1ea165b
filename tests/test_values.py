"""Dataclasses whose methods are written when they are first called: the same as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from packbuilder.document import Picture
from packbuilder.text import Run
from packbuilder.values import lazy_dataclass, replaced


def _pair(**wishes: bool) -> tuple[Any, Any]:
    """Return the same class as the standard library makes it, and as it is made here."""

    def made(decorate: Callable[..., Any]) -> Any:
        @decorate(slots=True, **wishes)
        class Thing:
            """A thing."""

            name: str
            size: int = 3
            parts: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)
            secret: str = dataclasses.field(default="s", repr=False)

        return Thing

    return made(dataclasses.dataclass), made(lazy_dataclass)


@pytest.mark.parametrize("frozen", [True, False])
@pytest.mark.parametrize("kw_only", [True, False])
def test_they_behave_as_those_of_the_standard_library(frozen: bool, kw_only: bool) -> None:
    theirs, ours = _pair(frozen=frozen, kw_only=kw_only)
    for cls in (theirs, ours):
        one = cls(name="a") if kw_only else cls("a")
        assert repr(one).endswith("Thing(name='a', size=3, parts={})")
        assert one == cls(name="a", parts={"x": 1})
        assert one != cls(name="b")
        assert one != ("a", 3, "s")
        assert one.parts is not cls(name="a").parts
        assert dataclasses.replace(one, size=5) == cls(name="a", size=5)
        assert dataclasses.asdict(one) == {"name": "a", "size": 3, "parts": {}, "secret": "s"}
        assert cls.__match_args__ == (() if kw_only else ("name", "size", "parts", "secret"))
        assert not hasattr(one, "__dict__")
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            cls(name="a", colour="red")
        if kw_only:
            with pytest.raises(TypeError):
                cls("a")


def test_frozen_ones_hash_alike_and_refuse_changes() -> None:
    theirs, ours = _pair(frozen=True, kw_only=True)
    assert hash(theirs(name="a")) == hash(ours(name="a"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours(name="a").name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ours(name="a").name


@pytest.mark.parametrize("frozen", [True, False])
def test_another_with_some_fields_changed(frozen: bool) -> None:
    _, ours = _pair(frozen=frozen, kw_only=True)
    one = ours(name="a", parts={"x": 1})
    other = replaced(one, size=5)
    assert (other.name, other.size, other.parts, other.secret) == ("a", 5, {"x": 1}, "s")
    assert one.size == 3
    assert replaced(one) == one
    with pytest.raises(TypeError):
        replaced(one, colour="red")


def test_classes_without_slots_are_made_too() -> None:
    @lazy_dataclass(frozen=True)
    class Plain:
        name: str
        size: int = 3

    assert replaced(Plain("a"), size=4) == Plain("a", 4)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Plain("a").size = 5  # type: ignore[misc]  # that is what is tested


def test_others_can_be_changed_and_not_hashed() -> None:
    _, ours = _pair(frozen=False, kw_only=True)
    one = ours(name="a")
    one.name = "b"
    assert one == ours(name="b")
    with pytest.raises(TypeError):
        hash(one)


def test_methods_of_a_class_stay() -> None:
    @lazy_dataclass(frozen=True, slots=True)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __hash__(self) -> int:
            return 7

    assert Own("a") == Own("b")
    assert hash(Own("a")) == 7


@pytest.mark.parametrize("decorate", [dataclasses.dataclass, lazy_dataclass])
def test_a_class_that_compares_itself_is_hashed_by_its_fields(decorate: Callable[..., Any]) -> None:
    @decorate(frozen=True, slots=True)
    class Loose:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loose)

    assert hash(Loose("a")) == hash(("a",))


def test_a_method_that_is_called_often_is_written_and_does_the_same() -> None:
    theirs, ours = _pair(frozen=True, kw_only=True)
    before = ours.__init__
    made = [ours(name=f"a{number % 3}", size=number) for number in range(60)]
    assert ours.__init__ is not before
    written = ours.__init__
    assert ours(name="b") == ours(name="b")
    assert ours.__init__ is written
    same = [theirs(name=f"a{number % 3}", size=number) for number in range(60)]
    for one, other in zip(made, same, strict=True):
        assert (one == made[3], hash(one)) == (other == same[3], hash(other))
        assert replaced(one, size=1) == ours(name=one.name, size=1)


@pytest.mark.parametrize("calls", [1, 60])
def test_arguments_that_do_not_fit_are_refused_however_often_it_was_called(calls: int) -> None:
    theirs, ours = _pair(frozen=True, kw_only=False)
    for cls in (theirs, ours):
        for _ in range(calls):
            cls("a")
        for values, named in (((), {}), (("a", 1, {}, "s", "t"), {}), (("a",), {"name": "b"}), (("a",), {"colour": "red"})):
            with pytest.raises(TypeError):
                cls(*values, **named)
        with pytest.raises(TypeError):
            cls("a").__eq__()
        with pytest.raises(TypeError):
            cls("a").__hash__(1)


def test_a_field_may_have_any_name_however_often_values_are_made() -> None:
    names = ("_own", "_open", "_turn", "_missing", "_made", "_name", "_cls", "changes")
    cls = lazy_dataclass(frozen=True, slots=True)(type("Named", (), {"__annotations__": dict.fromkeys(names, "int"), "changes": 7}))
    for number in range(60):
        made = cls(*range(7))
        assert [getattr(made, name) for name in names] == [*range(7), 7]
        assert [getattr(replaced(made, _made=number), name) for name in names] == [0, 1, 2, 3, number, 5, 6, 7]


def test_a_value_of_a_class_that_only_adds_methods_stays_one() -> None:
    @lazy_dataclass(frozen=True, slots=True)
    class Named:
        name: str

    class Spoken(Named):
        __slots__ = ()

    assert {type(Spoken(f"a{number}")) for number in range(60)} == {Spoken}


def test_fields_are_those_of_the_standard_library() -> None:
    theirs, ours = _pair(frozen=True, kw_only=True)
    told = [
        [
            (each.name, each.type, each.default, each.default_factory, each.repr, each.compare, each.kw_only)
            for each in dataclasses.fields(cls)
        ]
        for cls in (theirs, ours)
    ]
    assert told[0] == told[1]
    assert (ours.__slots__, ours.__qualname__, ours.__module__) == (theirs.__slots__, theirs.__qualname__, theirs.__module__)


@pytest.mark.parametrize("decorate", [dataclasses.dataclass, lazy_dataclass])
def test_a_default_that_can_be_changed_is_refused(decorate: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="default"):

        @decorate(frozen=True, slots=True)
        class Shared:
            names: list[str] = []  # noqa: RUF012  # that is what is tested


@pytest.mark.parametrize("decorate", [dataclasses.dataclass, lazy_dataclass])
def test_a_class_has_the_fields_of_the_one_that_it_extends_first(decorate: Callable[..., Any]) -> None:
    @decorate(frozen=True, slots=True)
    class Base:
        name: str

    @decorate(frozen=True, slots=True)
    class More(Base):
        size: int = 3

    assert (More("a").name, More("a", 4).size, More.__slots__) == ("a", 4, ("size",))


def test_what_goes_to_worker_processes_comes_back_equal() -> None:
    value = (Run(text="a", bold=True), Picture(data=b"x", digest="d"))
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
