"""A field of a dataclass whose value may be made when it is first asked for."""

from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class LazyField(Generic[Value]):
    """A field that holds a value, None, or a function that makes one of these: it is called once, if at all.

    Copies and `held` share what it makes.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> None: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value | None: ...
    def __get__(self, instance: object | None, owner: type) -> Value | None:
        if instance is None:  # the default, which `dataclass` asks for
            return None
        value: Value | None = held(instance, self._name)()
        return value

    def __set__(self, instance: object, value: Value | Callable[[], Value | None] | None) -> None:
        # beside its own name: who has the function needs not hold the instance
        vars(instance)[self._name] = cache(value if callable(value) else lambda: value)


def held(instance: object, name: str) -> Callable[[], Any]:
    """Return a function that returns the value of a lazy field, and does not hold its instance."""
    found: Callable[[], Any] = vars(instance)[name]
    return found
