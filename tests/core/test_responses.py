"""Options as shown."""

from random import Random

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Order
from sco_quiz.core.responses import shown_options


@pytest.mark.parametrize("items", [(), ("one",), ("same", "same")])
def test_items_that_have_no_other_order_are_shown_in_their_own(items: tuple[str, ...]) -> None:
    assert shown_options(Order(tuple(map(literal, items))), Random(1)) == items


def test_items_are_never_shown_in_the_right_order() -> None:
    order = Order(tuple(map(literal, ("first", "second"))))
    assert {shown_options(order, Random(seed)) for seed in range(20)} == {("second", "first")}
