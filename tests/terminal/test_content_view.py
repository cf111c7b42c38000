"""Content for the screen and for a screen reader."""

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Option, TextEntry
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.terminal.content_view import Rendered, render_content, render_response


def content(source: str) -> Content:
    parsed = parse_content(source, gaps=True)
    assert isinstance(parsed, Content)
    return parsed


@pytest.mark.parametrize(
    ("source", "shown", "spoken"),
    [
        ("No gap.", "No gap.", "No gap."),
        ("In {{c1::2001}}.", "In […].", "In (gap)."),
        ("In {{c1::2001::year}}.", "In [year].", "In (gap: year)."),
        ("{{c2::a}}, […] and {{c1::b::x}}", "[…], […] and [x]", "(gap 1), […] and (gap 2: x)"),
        ("{{c1::a}} {{c1::b}}", "[…] […]", "(gap 1) (gap 2)"),
    ],
)
def test_gaps_are_shown_in_brackets_and_spoken_by_name(source: str, shown: str, spoken: str) -> None:
    assert render_content(content(source)) == Rendered(shown, spoken)


def test_a_response_is_rendered_by_its_options() -> None:
    choice = Choice((Option(content("{{c1::a}} b")),))
    assert render_response(choice, ["{{c1::a}} b", "typed"]) == ("[…] b", "typed")
    assert render_response(TextEntry(()), ["{{c1::a}}"]) == ("{{c1::a}}",)
