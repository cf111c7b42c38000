"""A field whose value is made when it is first asked for."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace

from sco_quiz.core.lazy_field import LazyField, held


@dataclass(frozen=True)
class Shelf:
    name: str
    book: LazyField[str] = LazyField()  # noqa: RUF009 (a descriptor)


def counting(calls: list[str], value: str | None) -> Callable[[], str | None]:
    def make() -> str | None:
        calls.append("made")
        return value

    return make


def test_it_holds_a_value_or_nothing() -> None:
    assert Shelf("empty").book is None
    assert Shelf("full", "novel") == replace(Shelf("full"), book="novel")


def test_it_is_made_once_for_all_copies() -> None:
    for value in ("novel", None):
        calls: list[str] = []
        shelf = Shelf("late", counting(calls, value))
        other, function = copy(shelf), held(shelf, "book")
        assert not calls
        assert (shelf.book, other.book, function(), shelf.book) == (value,) * 4
        assert calls == ["made"]
        assert shelf == other == Shelf("late", value)
