"""Values: `dataclass` as of the standard library, whose methods are written when they are first called.

The program has some four hundred dataclasses, and a run makes instances of a few dozen. The standard library writes and
compiles six methods for each as its module is imported: 0.3 ms a class, a quarter of what one paper took in all. Here a
class gets its fields and slots at once, and a method the first time that someone calls it: 0.03 ms.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

T = TypeVar("T")

Fields: TypeAlias = tuple[dataclasses.Field[Any], ...]


def lazy_dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Return a decorator that does what `dataclasses.dataclass` does with the same arguments.

    Methods that the class defines itself stay. `__post_init__`, `InitVar`, `ClassVar` and `order` are not known here.
    """

    def decorated(plain: type[T]) -> type[T]:
        own = frozenset(vars(plain))
        # The standard library would put the signature into the place of a docstring, which takes as long as all the rest.
        plain.__doc__ = plain.__doc__ or plain.__name__
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(plain)
        methods = {
            "__init__": _late(made, "__init__", _init),
            "__repr__": _late(made, "__repr__", _shown),
            "__eq__": _late(made, "__eq__", _equal),
            "__hash__": None,
        }
        if frozen:
            methods |= {"__hash__": _late(made, "__hash__", _hash), **_FROZEN}
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made  # type: ignore[no-any-return]  # what the standard library returns

    return decorated


def _late(cls: Any, name: str, write: Callable[[Any, Fields], Callable[..., Any]]) -> Callable[..., Any]:
    """Return a method that puts the one that is written in its own place, and calls that."""

    def method(self: Any, *values: Any, **named: Any) -> Any:
        written = write(cls, dataclasses.fields(cls))
        setattr(cls, name, written)
        return written(self, *values, **named)

    return method


def _init(cls: Any, fields: Fields) -> Callable[..., Any]:
    """Write `__init__`: the fields that are keyword-only after the others, each with its default.

    A slot is filled by its own descriptor, which takes two thirds of the time of finding it by name; what is not frozen needs neither.
    """
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
    parameters: dict[bool, list[str]] = {False: [], True: []}
    body: list[str] = []
    for field in fields:
        parameter, given = field.name, field.name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{field.name}"] = field.default
            parameter += f"=_default_{field.name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_factory_{field.name}"] = field.default_factory
            parameter += "=_missing"
            given = f"_factory_{field.name}() if {field.name} is _missing else {field.name}"
        parameters[bool(field.kw_only)].append(parameter)
        slot = vars(cls).get(field.name)
        if cls.__setattr__ is object.__setattr__:
            body.append(f"self.{field.name} = {given}")
        elif isinstance(slot, MemberDescriptorType):
            known[f"_fill_{field.name}"] = slot.__set__
            body.append(f"_fill_{field.name}(self, {given})")
        else:
            body.append(f"_set(self, {field.name!r}, {given})")
    star = ("*", *parameters[True]) if parameters[True] else ()
    return _written("__init__", ("self", *parameters[False], *star), "; ".join(body) or "pass", known)


def _equal(_: Any, fields: Fields) -> Callable[..., Any]:
    mine, others = _compared(fields, "self"), _compared(fields, "other")
    return _written("__eq__", ("self", "other"), f"return {mine} == {others} if other.__class__ is self.__class__ else NotImplemented", {})


def _hash(_: Any, fields: Fields) -> Callable[..., Any]:
    return _written("__hash__", ("self",), f"return hash({_compared(fields, 'self')})", {})


def _compared(fields: Fields, whose: str) -> str:
    return f"({''.join(f'{whose}.{field.name}, ' for field in fields if field.compare)})"


def _written(name: str, parameters: tuple[str, ...], body: str, known: dict[str, Any]) -> Callable[..., Any]:
    # As in the standard library: the text holds nothing but the names of fields, which stand in our own modules.
    exec(f"def {name}({', '.join(parameters)}): {body}", known)  # noqa: S102
    return known[name]  # type: ignore[no-any-return]  # it was made the line before


def _shown(_: Any, fields: Fields) -> Callable[..., Any]:
    values = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in fields if field.repr)
    return _written("__repr__", ("self",), f'return self.__class__.__qualname__ + f"({values})"', {})


def _refused(self: Any, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restored(self: Any, state: list[object]) -> None:
    for field, kept in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, kept)


_FROZEN: dict[str, Any] = {"__setattr__": _refused, "__delattr__": _refused, "__getstate__": _state, "__setstate__": _restored}
"""What makes instances immutable, and lets `copy` and `pickle` make them all the same."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = lazy_dataclass
