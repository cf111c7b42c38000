"""Options as shown, and as they are typed."""

from random import Random

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Choice, Interaction, Match, Option, Order
from sco_quiz.core.responses import parse_response, shown_options
from sco_quiz.core.verdict import Unreadable
from sco_quiz.terminal.option_picker import picker_for


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


COUNTS = Choice(tuple(Option(literal(text), right=text == "3") for text in ("2", "3", "4", "5")))
CITIES = Choice(tuple(Option(literal(text), right=True) for text in ("Almaty", "Kazan", "Osh", "Ufa")), several=True)
EVENTS = Order(tuple(map(literal, ("alpha", "beta", "gamma"))))
SEATS = Match(((literal("Secretariat"), literal("Beijing")), (literal("RATS"), literal("Tashkent"))))
ONE = "Only one option is right: type one number."


def parsed(interaction: Interaction, text: str, *options: str) -> tuple[str, ...] | str:
    """Return the options that a string names, or the message that says what is expected."""
    shown = options or (tuple(each.text for each in interaction.options) if isinstance(interaction, Choice) else ())
    response = parse_response(interaction, text, shown)
    return response.message if isinstance(response, Unreadable) else response


@pytest.mark.parametrize("typed", ["2", "2.", "2)", "２", "٢"])
def test_a_number_is_that_of_an_option_also_where_options_are_numbers(typed: str) -> None:
    assert parsed(COUNTS, typed) == ("3",)
    picker = picker_for(COUNTS, ("2", "3", "4", "5"))
    assert picker is not None
    picker.current = 1
    assert parsed(COUNTS, str(picker.press("\n"))) == ("3",)


def test_an_option_that_is_a_number_can_be_named_where_no_option_has_it() -> None:
    assert parsed(COUNTS, "5") == ("5",)
    assert parsed(COUNTS, "9") == "The numbers go from 1 to 4."
    assert parsed(COUNTS, "2 3") == ONE


@pytest.mark.parametrize(
    "typed",
    ["2,4", "2 4", "24", "2;4", "2 and 4", "2 & 4", "2 + 4", "2, 4.", "2，4", "2、4", "Kazan, Ufa", "kazan; UFA"],
)
def test_several_options_are_separated_as_people_do_it(typed: str) -> None:
    assert parsed(CITIES, typed) == ("Kazan", "Ufa")


@pytest.mark.parametrize("typed", ["2-4", "2/4", "2 or 4", "not 2", "-2", "2?", "Kazan and Ufa", "Kazan, Kazan", "all"])
def test_what_could_mean_something_else_is_asked_once_more(typed: str) -> None:
    assert parsed(CITIES, typed) == "Type a number from 1 to 4."


@pytest.mark.parametrize("typed", ["2 3 1", "231", "2,3,1", "2 > 3 > 1", "2 → 3 → 1", "2->3->1", "alpha, beta, gamma"])
def test_an_order_may_be_typed_with_arrows_or_in_words(typed: str) -> None:
    assert parsed(EVENTS, typed, "gamma", "alpha", "beta") == ("alpha", "beta", "gamma")
    assert parsed(EVENTS, "alpha, beta", "gamma", "alpha", "beta") == "Type all 3 numbers, first to last."


def test_right_sides_may_be_typed_in_words() -> None:
    assert parsed(SEATS, "Beijing, Tashkent", "Tashkent", "Beijing") == ("Beijing", "Tashkent")
    assert parsed(SEATS, "2 1", "Tashkent", "Beijing") == ("Beijing", "Tashkent")
