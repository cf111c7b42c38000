"""Options as shown."""

from random import Random

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Match, Option, Order
from sco_quiz.core.responses import shown_options


@pytest.mark.parametrize("items", [(), ("one",), ("same", "same")])
def test_items_that_have_no_other_order_are_shown_in_their_own(items: tuple[str, ...]) -> None:
    assert shown_options(Order(tuple(map(literal, items))), Random(1)) == items


def test_items_are_never_shown_in_the_right_order() -> None:
    order = Order(tuple(map(literal, ("first", "second"))))
    assert {shown_options(order, Random(seed)) for seed in range(20)} == {("second", "first")}


def years(*rights: str, extra: tuple[str, ...] = ()) -> Match:
    """Return a matching of events, given the year of each in the order of the rows."""
    pairs = tuple((literal(f"event {number}"), literal(right)) for number, right in enumerate(rights))
    return Match(pairs, tuple(Option(literal(text)) for text in extra))


def test_right_sides_that_are_numbers_are_shown_in_ascending_order() -> None:
    match = years("2004", "2001", "2009", extra=("2002",))
    assert {shown_options(match, Random(seed)) for seed in range(20)} == {("2001", "2002", "2004", "2009")}


@pytest.mark.parametrize("extra", [(), ("2005",)])
def test_an_ascending_order_does_not_give_the_pairs_away(extra: tuple[str, ...]) -> None:
    match = years("2001", "2004", "2009", extra=extra)
    assert len({shown_options(match, Random(seed)) for seed in range(20)}) > 3
