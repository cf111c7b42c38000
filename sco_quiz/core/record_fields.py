"""Convert dataclasses to JSON values and database rows, and decode untrusted ones, checked by the fields' types."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic_core import ArgsKwargs

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LATEST = 32_503_680_000_000
"""The year 3000 in ms since 1970: a later time is a mistake, and calendars end not much later."""


def _only_whole(value: object) -> object:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise ValueError("not a whole number")
    return value


# For an enumeration of numbers, which would take `true`, 1.0 and "1" as well.
OnlyWhole = BeforeValidator(_only_whole)

# A string in the annotation says in an error message what was expected.
String = Annotated[str, Field(strict=True, min_length=0), "a string"]  # a length check refuses unpaired surrogates
Milliseconds = Annotated[int, Field(strict=True, ge=0, le=LATEST), f"a whole number from 0 to {LATEST}"]
UtcOffset = Annotated[int | None, Field(strict=True, ge=-1440, le=1440), "a whole number from -1440 to 1440 or null"]
Whole = Annotated[int, Field(strict=True, ge=0), "a whole number"]
Boolean = Annotated[bool, Field(strict=True), "true or false"]
Share = Annotated[float, Field(strict=True, ge=0, le=1), "a number from 0 to 1"]

T = TypeVar("T", bound="DataclassInstance")


class Codec(Generic[T]):
    """Converts a dataclass, whose fields are annotated with types like the above, to JSON values and rows, and back."""

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind
        self.names = tuple(field.name for field in fields(kind))
        self._values_of = attrgetter(*self.names)

    @property
    def columns(self) -> str:
        """The names of the fields, as SQL lists columns."""
        return ", ".join(self.names)

    def to_json(self, item: T) -> dict[str, Any]:
        """Return the fields as JSON values by name."""
        return dict(zip(self.names, self._values_of(item), strict=True))

    def to_row(self, item: T) -> list[Any]:
        """Return the fields as column values: SQLite has no lists, so one becomes a JSON text."""
        return [json.dumps(value) if isinstance(value, tuple) else value for value in self._values_of(item)]

    def from_json(self, values: Mapping[str, Any]) -> T:
        """Decode JSON values by name. Raise ValueError, which names the first field that is not as its type says."""
        return self._decode(values)

    def from_row(self, row: Sequence[Any]) -> T:
        """Decode a row of `columns`. Raise ValueError like `from_json`."""
        values = list(row)
        for index, decode in self._from_column:
            if values[index] is not None:
                values[index] = decode(values[index])
        return self._decode(ArgsKwargs(tuple(values)))

    def _decode(self, values: object) -> T:
        try:
            return self._adapter.validate_python(values)
        except ValidationError as error:
            place = error.errors(include_url=False)[0]["loc"][0]
            name = place if isinstance(place, str) else self.names[place]
            raise ValueError(f"`{name}` must be {self._expected[name]}") from None

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        return TypeAdapter(self._kind)  # takes milliseconds: a command that decodes nothing need not wait for it

    @cached_property
    def _expected(self) -> dict[str, str]:
        hints = get_type_hints(self._kind, include_extras=True)
        return {name: next(note for note in hints[name].__metadata__ if isinstance(note, str)) for name in self.names}

    @cached_property
    def _from_column(self) -> list[tuple[int, Callable[[Any], Any]]]:
        """How to decode columns, by index, whose fields have a type, or one in a union, that SQLite lacks."""
        hints = get_type_hints(self._kind)
        kinds = [(hints[name], *get_args(hints[name])) for name in self.names]
        return [(at, _DECODERS[kind]) for at, own in enumerate(kinds) for kind in own if kind in _DECODERS]


def _json(text: object) -> object:
    try:
        return json.loads(str(text))
    except RecursionError:
        raise ValueError("brackets nested too deep") from None


def _truth_value(number: object) -> object:
    return {0: False, 1: True}.get(number) if isinstance(number, int) else None


# What SQLite has instead of lists, objects and truth values.
_DECODERS: dict[object, Callable[[Any], Any]] = {
    tuple[str, ...]: _json,
    Mapping[str, bool | float | str]: _json,
    bool: _truth_value,
}
