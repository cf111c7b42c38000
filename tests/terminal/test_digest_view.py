"""The digest as text: narrow enough to read, harmless, and without symbols for screen readers."""

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.digest import Digest, digest
from sco_quiz.core.session import Result
from sco_quiz.terminal.digest_view import render_digest
from sco_quiz.terminal.verdict_view import answered_block, verdict_block
from tests.core.test_digest import bank_of, text

SUMMARY = "The village of Morvel lies on a dry slope; a channel brings it the water of the glacier, " * 2 + "as ever."


def rendered(found: Digest, width: int = 100, *, styled: bool = False, spoken: bool = False) -> str:
    return render_digest(found, width, styled, spoken)


def test_the_digest_is_a_text() -> None:
    assert rendered(digest(bank_of(text(1, summary="It is dry."), text(3, summary="Water comes."), text(4)))) == (
        "Bank\n"
        "What the article says, retold. A number is the paragraph of the article.\n"
        "\n"
        "Article: Ten Days, News\n"
        "Speaker: A warden\n"
        "As of 20 May 2026; 1 minute to read\n"
        "\n"
        "Water\n"
        "It is dry.[1] Water comes.[3]\n"
        "\n"
        "The village\n"
        "no. 4[4]\n"
    )


@pytest.mark.parametrize(("width", "limit"), [(30, 30), (76, 76), (200, 76)])
def test_lines_are_short_enough_to_read(width: int, limit: int) -> None:
    lines = rendered(digest(bank_of(text(1, summary=SUMMARY))), width).splitlines()
    assert limit - 15 < max(map(len, lines)) <= limit
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_screen_reader_says_what_a_number_is() -> None:
    assert "It is dry. (paragraph 1)\n" in rendered(digest(bank_of(text(1, summary="It is dry."))), spoken=True)


def test_titles_are_bold_and_numbers_dim_on_a_terminal() -> None:
    shown = rendered(digest(bank_of(text(1, summary="It is dry."))), styled=True)
    assert "\x1b[1mWater\x1b[0m\nIt is dry.\x1b[2m[1]\x1b[0m\n" in shown


def test_what_an_author_wrote_cannot_control_the_terminal() -> None:
    # as no bank is read, whose text has no control characters
    hostile_text = text(1).model_copy(update={"summary": "Dry\x1b[2J, [red]not red[/red],\nand old."})
    bank = bank_of(hostile_text)
    hostile = Bank(bank.id, "A\x1b[2J\nbank", bank.topics, source=bank.source)
    shown = rendered(digest(hostile), styled=True)
    assert "A\\u001b[2J bank" in shown
    assert "Dry\\u001b[2J, [red]not red[/red], and old." in shown


@pytest.mark.parametrize(
    ("typed", "points"),
    [("Elsewhere", ["Read more: `sco-quiz read village`, paragraph 4"]), ("Here", []), ("Heree", [])],
)
def test_a_wrong_answer_points_to_its_paragraph(typed: str, points: list[str]) -> None:
    bank = bank_of(text(2, summary=""), text(4))
    question = bank.questions[3]
    assert question.source == (2, 4)
    result = Result(question, (typed,), question.grade((typed,)))
    for block in (verdict_block(bank, result), answered_block(bank, result, ())):
        assert [line.text for line in block.lines if line.text.startswith("Read more")] == points


def test_a_wrong_answer_points_nowhere_without_a_digest() -> None:
    question = bank_of().questions[3]
    lines = verdict_block(bank_of(), Result(question, ("Elsewhere",), question.grade(("Elsewhere",)))).lines
    assert [line.text for line in lines if "Read more" in line.text] == []
