"""Values: `dataclass` as of the standard library, whose methods are written when they are first called.

The program has some four hundred dataclasses, and a run makes a few instances of most and thousands of some. The standard library
writes and compiles six methods for each as its module is imported: 0.3 ms a class, a quarter of what one paper took in all. Here a
class gets its fields and slots at once, in 0.02 ms, and a method of its own when it has been called often.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

T = TypeVar("T")

Fields: TypeAlias = tuple[dataclasses.Field[Any], ...]

_Once: TypeAlias = Callable[[Any, Any, tuple[Any, ...], Mapping[str, Any]], Any]
"""Does a method's work once, looking at the fields: for a class, an instance of it, positional arguments and named ones."""

_OFTEN = 16
"""Calls after which a method is written: to write one takes as long as so many calls without."""

_UNFIT = object()
"""What is returned where arguments do not fit: the method that is written says so as Python does."""


def lazy_dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Return a decorator that does what `dataclasses.dataclass` does with the same arguments.

    Methods that the class defines itself stay. `__post_init__`, `InitVar`, `ClassVar` and `order` are not known here.
    """

    def decorated(plain: type[T]) -> type[T]:
        # A class that defines `__eq__` gets a `__hash__` of None from Python, which is not its own.
        own = frozenset(name for name, value in vars(plain).items() if value is not None)
        made: Any = _with_fields(plain, slots=slots, kw_only=kw_only)
        methods = {
            "__init__": _late(made, "__init__", _init, _init_once),
            "__repr__": _late(made, "__repr__", _shown),
            "__eq__": _late(made, "__eq__", _equal, _equal_once),
            "__hash__": None,
            "__changed__": _late(made, "__changed__", _changed, _changed_once),
            "__replace__": _replace,
        }
        if frozen:
            methods |= {"__hash__": _late(made, "__hash__", _hash, _hash_once), **_FROZEN}
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made  # type: ignore[no-any-return]  # what the standard library returns

    return decorated


def _with_fields(plain: Any, *, slots: bool, kw_only: bool) -> Any:
    """Return a class with the fields that it names, as `dataclasses` knows them, and with slots for them; its methods are still to come.

    The standard library looks for much that no class here has, and takes four times as long.
    """
    inherited = {name: field for base in plain.__mro__[:0:-1] for name, field in getattr(base, _FIELDS, {}).items()}
    fields, members = dict(inherited), dict(vars(plain))
    for name, annotation in members.get("__annotations__", {}).items():
        given = members.pop(name, dataclasses.MISSING)
        field: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
        if field.default.__class__.__hash__ is None:
            raise ValueError(f"the default of {name} can be changed: use a default_factory")
        field.name, field.type, field._field_type = name, annotation, _PLAIN_FIELD  # noqa: SLF001  # what `dataclasses.fields` looks for
        field.kw_only = kw_only if field.kw_only is dataclasses.MISSING else field.kw_only
        fields[name] = field
        if not slots and field.default is not dataclasses.MISSING:
            members[name] = field.default
    members |= {_FIELDS: fields, "__match_args__": tuple([name for name, field in fields.items() if not field.kw_only])}
    if slots:
        members["__slots__"] = tuple([name for name in fields if name not in inherited])
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    return type(plain)(plain.__name__, plain.__bases__, {**members, "__qualname__": plain.__qualname__})


_FIELDS = "__dataclass_fields__"
_TURN = vars(object)["__class__"].__set__
"""Gives an instance another class, also one that refuses to be changed."""
_PLAIN_FIELD: Any = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001  # what tells a field from a class variable has no public name


def _late(cls: Any, name: str, write: Callable[[Any, Fields], Callable[..., Any]], once: _Once | None = None) -> Callable[..., Any]:
    """Return a method that puts the one that is written in its own place, and calls that; until it is called often, `once` does its work."""
    calls = 0

    def method(self: Any, *values: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if once is not None and calls <= _OFTEN:
            found = once(cls, self, values, named)
            if found is not _UNFIT:
                return found
        written = write(cls, dataclasses.fields(cls))
        setattr(cls, name, written)
        return written(self, *values, **named)

    return method


def _init_once(cls: Any, self: Any, values: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    given = dict(zip(cls.__match_args__, values, strict=False))
    if len(given) < len(values) or not given.keys().isdisjoint(named):
        return _UNFIT
    given |= named
    for name, field in getattr(cls, _FIELDS).items():
        value = given.pop(name, field.default)
        if value is dataclasses.MISSING:
            if field.default_factory is dataclasses.MISSING:
                return _UNFIT
            value = field.default_factory()
        object.__setattr__(self, name, value)
    return _UNFIT if given else None


def _changed_once(cls: Any, self: Any, values: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    fields, (changes,) = getattr(cls, _FIELDS), values
    if not fields.keys() >= changes.keys():
        return _UNFIT
    made = object.__new__(cls)
    for name in fields:
        object.__setattr__(made, name, changes[name] if name in changes else getattr(self, name))
    return made


def _replace(self: T, /, **changes: Any) -> T:
    """Return another instance, with some fields changed, as Python 3.13 asks values to be able to."""
    return replaced(self, **changes)


def _equal_once(cls: Any, self: Any, values: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    if named or len(values) != 1:
        return _UNFIT
    return _told(cls, self) == _told(cls, values[0]) if values[0].__class__ is self.__class__ else NotImplemented


def _hash_once(cls: Any, self: Any, values: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    return _UNFIT if values or named else hash(_told(cls, self))


def _told(cls: Any, value: Any) -> tuple[Any, ...]:
    return tuple([getattr(value, name) for name, field in getattr(cls, _FIELDS).items() if field.compare])


def _init(cls: Any, fields: Fields) -> Callable[..., Any]:
    """Write `__init__`: the fields that are keyword-only after the others, each with its default."""
    # No field has a name such as these, which parameters of its name would hide.
    known: dict[str, Any] = {"__missing__": dataclasses.MISSING, "__turn__": _TURN, "__open__": _opened(cls)}
    parameters: dict[bool, list[str]] = {False: [], True: []}
    body: list[str] = []
    for field in fields:
        parameter, given = field.name, field.name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{field.name}"] = field.default
            parameter += f"=_default_{field.name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_factory_{field.name}"] = field.default_factory
            parameter += "=__missing__"
            given = f"_factory_{field.name}() if {field.name} is __missing__ else {field.name}"
        parameters[bool(field.kw_only)].append(parameter)
        body.append(f"self.{field.name} = {given}")
    if known["__open__"] is not cls:
        body = ["__own__ = self.__class__", "__turn__(self, __open__)", *body, "self.__class__ = __own__"]
    star = ("*", *parameters[True]) if parameters[True] else ()
    return _written("__init__", ("self", *parameters[False], *star), body or ("pass",), known)


def _changed(cls: Any, fields: Fields) -> Callable[..., Any]:
    """Write `__changed__`, which returns another instance, with some fields changed."""
    known = {"_new": object.__new__, "_cls": cls, "_open": _opened(cls), "_names": frozenset([field.name for field in fields])}
    copied = [f"_made.{field.name} = self.{field.name}" for field in fields]
    body = (
        "if not _names.issuperset(changes): raise TypeError(f'{_cls.__qualname__} has no field {min(changes.keys() - _names)!r}')",
        "_made = _new(_open)",
        *copied,
        "for _name, _value in changes.items(): setattr(_made, _name, _value)",
        "_made.__class__ = _cls",
        "return _made",
    )
    return _written("__changed__", ("self", "changes"), body, known)


def _opened(cls: Any) -> Any:
    """Return the class that an instance has while its fields are set: where it refuses that, one that is laid out the same and does not.

    What is set as any attribute takes a fifth of the time that `object.__setattr__` does.
    """
    if cls.__setattr__ is not _refused:
        return cls
    members = {name: value for name, value in vars(cls).items() if name in ("__slots__", "__orig_bases__")}
    return type(cls)(cls.__name__, cls.__bases__, {**members, "__setattr__": object.__setattr__})


def _equal(_: Any, fields: Fields) -> Callable[..., Any]:
    mine, others = _compared(fields, "self"), _compared(fields, "other")
    return _written(
        "__eq__", ("self", "other"), (f"return {mine} == {others} if other.__class__ is self.__class__ else NotImplemented",), {}
    )


def _hash(_: Any, fields: Fields) -> Callable[..., Any]:
    return _written("__hash__", ("self",), (f"return hash({_compared(fields, 'self')})",), {})


def _compared(fields: Fields, whose: str) -> str:
    return f"({''.join(f'{whose}.{field.name}, ' for field in fields if field.compare)})"


def _written(name: str, parameters: tuple[str, ...], body: Sequence[str], known: dict[str, Any]) -> Callable[..., Any]:
    # As in the standard library: the text holds nothing but the names of fields, which stand in our own modules.
    exec("\n ".join((f"def {name}({', '.join(parameters)}):", *body)), known)  # noqa: S102
    return known[name]  # type: ignore[no-any-return]  # it was made the line before


def _shown(_: Any, fields: Fields) -> Callable[..., Any]:
    values = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in fields if field.repr)
    return _written("__repr__", ("self",), (f'return self.__class__.__qualname__ + f"({values})"',), {})


def _refused(self: Any, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restored(self: Any, state: list[object]) -> None:
    for field, kept in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, kept)


_FROZEN: dict[str, Any] = {"__setattr__": _refused, "__delattr__": _refused, "__getstate__": _state, "__setstate__": _restored}
"""What makes instances immutable, and lets `copy` and `pickle` make them all the same."""


def replaced(value: T, /, **changes: Any) -> T:
    """Return what `dataclasses.replace` does, in a tenth of its time: lines and slabs are moved thousands of times a paper."""
    return value.__changed__(changes)  # type: ignore[attr-defined,no-any-return]  # it is a value made by `dataclass`


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    dataclass, replace = lazy_dataclass, replaced
