"""Whether a response can be one to a question whose options may have changed."""

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.fitting import fitting
from sco_quiz.core.interaction import Choice, Interaction, Match, Option, Order, TextEntry, TextGap

A, B, C = map(literal, "ABC")
CHOICE = Choice((Option(A, right=True), Option(B)))
MATCH = Match(((A, B), (B, C)), (Option(A),))
ORDER = Order((A, B, C))
GAPS = TextEntry((TextGap((A,)), TextGap((B,))), inline=True)


@pytest.mark.parametrize(
    ("interaction", "given", "fits"),
    [
        (CHOICE, ("B",), True),
        (CHOICE, ("A", "B"), False),
        (MATCH, ("C", "C"), True),  # a side may be chosen for several rows
        (MATCH, ("", "B"), True),  # a row may have none
        (MATCH, ("B",), False),
        (MATCH, ("B", "D"), False),
        (ORDER, ("C", "A", "B"), True),
        (ORDER, ("C", "A", "A"), False),
        (ORDER, ("C", "A"), False),
        (GAPS, ("anything", ""), True),
        (GAPS, ("anything",), False),
    ],
)
def test_a_response_fits_its_question(interaction: Interaction, given: tuple[str, ...], fits: bool) -> None:
    assert fitting(interaction, given) == (given if fits else None)
