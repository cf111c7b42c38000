"""The quiz line by line: every command, every kind, and the same score however it is typed."""

import io
import re
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.selection import Filter, select
from sco_quiz.core.session import Result, Session, Skipped, score, step
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.verdict import by_credit
from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.content_view import key_texts
from sco_quiz.terminal.exam_loop import play_exam
from sco_quiz.terminal.interfaces import NullRecorder
from sco_quiz.terminal.plain import PlainDisplay
from sco_quiz.terminal.quiz_loop import play
from sco_quiz.terminal.score_view import MAX_CHARACTERS, MAX_MISSED, score_block

BANK = Path(__file__).parent / "eight-kinds.yaml"
ORDER = ("seat", "members", "statement", "predecessor", "staff", "sequence", "homes", "course")


@pytest.fixture
def small() -> Bank:
    loaded = read_bank(BANK)
    assert loaded.problems == ()
    return loaded.bank


def run(bank: Bank, *lines: str, ids: tuple[str, ...] = ORDER) -> tuple[Session, str]:
    """Play with these lines as input; return the session of the first round, and what was shown."""
    questions = tuple(question for name in ids if (question := bank.find(name)))
    shown = io.StringIO()
    session = Session(questions, seed=1, known=Vocabulary(bank.vocabulary.bank))
    ended = play(bank, session, PlainDisplay(io.StringIO("".join(f"{line}\n" for line in lines)), shown))
    return ended, shown.getvalue()


def numbers(bank: Bank, name: str, *texts: str) -> str:
    """Return the line that answers a question with these options."""
    question = bank.find(name)
    assert question
    options = Session((question,), seed=1).options
    return " ".join(str(options.index(text) + 1) for text in texts)


def right_lines(bank: Bank) -> list[str]:
    return [
        numbers(bank, "seat", "Beijing"),
        numbers(bank, "members", "China", "Russia"),
        "f",
        "nurgaliev",
        "thirty",
        "Moscow; London",
        numbers(bank, "homes", "Beijing", "Tashkent", "Almaty"),
        numbers(bank, "course", "one", "two", "three", "four"),
    ]


def test_every_kind_answered_right(small: Bank) -> None:
    session, shown = run(small, *right_lines(small))
    assert score(session).points == 8
    assert shown.count("\nRight\n") == 8
    assert "Score: 8 of 8 points (100 %)" in shown


def test_every_kind_answered_wrong(small: Bank) -> None:
    lines = [
        numbers(small, "seat", "Moscow"),
        numbers(small, "members", "Iran"),
        "t",
        "Imanaliev",
        "31",
        "Paris; Rome",
        numbers(small, "homes", "Tashkent", "Almaty", "Beijing"),
        numbers(small, "course", "four", "three", "two", "one"),
    ]
    session, shown = run(small, *lines, "n")
    assert score(session).points == 0
    assert shown.count("\nWrong\n") == 8
    for line in (
        "Moscow: home of the agency",
        "Imanaliev: he came after",
        "Correct statement: It sits in Beijing.",
        "3: three",
    ):
        assert line in shown


def test_partly_right(small: Bank) -> None:
    lines = [
        numbers(small, "members", "China"),
        "Moscow; Rome",
        numbers(small, "homes", "Beijing", "Almaty", "Tashkent"),
        numbers(small, "course", "two", "one", "three", "four"),
    ]
    _, shown = run(small, *lines, "n", ids=("members", "sequence", "homes", "course"))
    assert re.findall(r"Partly right: (\S+) of the credit", shown) == ["1/2", "1/2", "1/3", "2/3"]


def test_several_choices_show_what_was_chosen_and_what_a_wrong_one_costs(small: Bank) -> None:
    _, shown = run(small, numbers(small, "members", "China", "Iran"), "n", ids=("members",))
    assert "then press Enter. A wrong choice costs what a right one earns.\n" in shown
    assert "Wrong\nChina: right, chosen\nRussia: right, not chosen\nIran: wrong, chosen\n" in shown
    assert "\nYou found 1 of 2 right answers; 1 wrong choice is taken off.\n" in shown
    explained = "Several options: a wrong choice takes off as much as a right one earns.\n"
    assert explained in shown.split("How it went")[1]
    _, shown = run(small, numbers(small, "members", "China"), "n", ids=("members",))
    assert "\nYou found 1 of 2 right answers.\n" in shown
    assert explained in shown
    _, shown = run(small, numbers(small, "members", "China", "Russia"), "t", ids=("members", "statement"))
    assert explained not in shown


def test_the_right_answers_of_missed_questions_are_not_cut(bank: Bank) -> None:
    for question in bank.questions:
        session = step(Session((question,), seed=1), Skipped())
        (answer,) = (line.text for line in score_block(session).lines if line.text.startswith("Right answer"))
        for text in key_texts(question):
            assert text.rstrip(".") in answer


def test_a_long_list_of_missed_questions_is_cut(bank: Bank) -> None:
    session = Session(bank.questions[:9], seed=1)
    for _ in session.questions:
        session = step(session, Skipped())
    lines = [line.text for line in score_block(session).lines]
    assert lines[0] == "Missed or skipped:"
    assert sum(line.startswith("Right answer: ") for line in lines) == MAX_MISSED == 4
    assert "and 5 more" in lines
    assert max(map(len, lines)) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    ("credit", "of", "words"),
    [
        (Fraction(7), 10, "7 of 10 points (70 %)"),
        (Fraction(547, 60), 46, "9.1 of 46 points (20 %)"),
        (Fraction(1, 2), 1, "0.5 of 1 point (50 %)"),
        (Fraction(299, 25), 12, "11.96 of 12 points (99 %)"),  # not 12 of 12, nor 100 %
    ],
)
def test_points_are_rounded_for_a_reader(small: Bank, credit: Fraction, of: int, words: str) -> None:
    results = [Result(small.questions[0], ("x",), by_credit(Fraction(1))) for _ in range(of)]
    left = credit
    for number, result in enumerate(results):
        part = min(left, Fraction(1))
        results[number] = result._replace(verdict=by_credit(part))
        left -= part
    lines = score_block(Session(small.questions, 1, results=tuple(results))).lines
    assert f"Score: {words}" in [line.text for line in lines]


def test_a_matching_shows_each_row_with_its_given_and_its_right_partner(small: Bank) -> None:
    _, shown = run(small, numbers(small, "homes", "Beijing", "Almaty", "Tashkent"), "n", ids=("homes",))
    rows = ("Secretariat = Beijing: right", "Antiterrorism Structure = Almaty: wrong, right is Tashkent")
    assert "\n".join(rows) in shown


def test_the_status_is_said_once_in_five_answers(small: Bank) -> None:
    _, shown = run(small, *right_lines(small))
    assert shown.count("Score: ") == 2  # one at the end
    assert "\nScore: 5 of 5. 5 right answers in a row.\n\nQuestion 6 of 8" in shown


def test_missed_and_unanswered_questions_are_told_apart(small: Bank) -> None:
    _, shown = run(small, "t", ids=("statement", "staff"))
    end = "Missed:\nIt sits in Almaty.\nRight answer: false\nScore: 0 of 1 point (0 %)\n1 wrong\n"
    assert f"{end}1 of 2 questions not answered.\n" in shown


def test_almost_right_counts_as_right_and_can_be_made_wrong(small: Bank) -> None:
    session, shown = run(small, "Nurgalyev", ids=("predecessor",))
    assert "Almost right, counts as right\n" in shown
    assert "Difference: Nurgaliev has “i” where you typed “y”" in shown
    assert "Should this be wrong? Type r, then press Enter." in shown
    words = "Almost right: something small differs, such as a typo. It counts as right."
    assert f"Score: 1 of 1 point (100 %)\n1 right (1 almost)\n{words}\n" in shown
    assert "Missed:" not in shown
    session, shown = run(small, "Nurgalyev", "r", "f", "n", ids=("predecessor", "statement"))
    assert "The last answer counts as wrong." in shown
    assert "\nScore: 1 of 2 points (50 %)\n1 right, 1 wrong\n" in shown
    assert score(session).points == 1


def test_a_wrong_answer_can_be_counted_as_right_and_as_wrong_again(small: Bank) -> None:
    for keys, points in (("r", 2), ("rr", 1), ("rrr", 2)):
        session, shown = run(small, "Ivanov", *keys, "f", "n", ids=("predecessor", "statement"))
        assert "Should this count? Type r, then press Enter." in shown
        assert score(session).points == points


def test_a_right_number_with_another_unit(small: Bank) -> None:
    _, shown = run(small, "thirty years", "r", ids=("staff",))
    assert "Wrong\nYour answer: thirty years\nDifference: the expected unit is people.\n" in shown
    _, shown = run(small, "thirty or forty", "thirty countries", ids=("staff",))
    assert "Type one number, not several or a range.\n" in shown
    assert "\nRight\n" in shown


def test_a_right_answer_is_completed(small: Bank) -> None:
    _, shown = run(small, "f", "thirty", "nurgaliev", ids=("statement", "staff", "predecessor"))
    for said in ("Correct statement: It sits in Beijing.", "Right answer: 30 people", "Right answer: Nurgaliev"):
        assert f"\nRight\n{said}\n" in shown


def test_it_says_how_many_numbers_are_wanted(small: Bank) -> None:
    _, shown = run(small, "", "1", "x", "q", ids=("homes", "course"))
    assert shown.count("Type 3 numbers from 1 to 3, one for each row from the top.") == 3
    _, shown = run(small, "", "1 2", "q", ids=("course",))
    assert shown.count("Type all 4 numbers, first to last.") == 2


def test_hint_help_skip_and_undo(small: Bank) -> None:
    session, shown = run(small, "h", "?", "s", "u", "f", "x", "30", "n", ids=("statement", "staff"))
    assert "Hint: Not in Central Asia." in shown
    assert "undo the last answer" in shown
    assert "Skipped" in shown
    assert "Answer undone." in shown
    assert "Type a number, such as 12 or twelve." in shown
    assert score(session).points == 2
    assert session.results[0].hint_taken is False
    assert shown.count("Question 1 of 2, ") == 2


def test_undo_with_nothing_to_undo(small: Bank) -> None:
    _, shown = run(small, "u", "r", ids=("seat",))
    assert "Answer: u\nNothing to undo yet.\n" in shown
    assert "Answer: r\nThere is no answer to change yet.\n" in shown


@pytest.mark.parametrize("lines", [("f",), ("f", "q")])
def test_the_end_of_input_and_q_end_with_the_score_so_far(small: Bank, lines: tuple[str, ...]) -> None:
    session, shown = run(small, *lines, ids=("statement", "staff", "seat"))
    assert session.stopped
    assert "Score: 1 of 1 point (100 %)" in shown
    assert "2 of 3 questions not answered." in shown


def test_no_answer_at_all(small: Bank) -> None:
    _, shown = run(small)
    assert shown.startswith("Question 1 of 8, topic Eight kinds\n")
    assert shown.endswith("How it went\nNo questions answered.\n\n")


def test_missed_questions_are_repeated(small: Bank) -> None:
    session, shown = run(small, "t", "s", "y", "f", "30", ids=("statement", "staff"))
    assert "Repeat the 2 missed questions? y/N" in shown
    assert score(session).points == 0
    assert "Score: 0 of 1 point (0 %); skipped questions do not count\n1 wrong, 1 skipped\n" in shown
    assert "Score: 2 of 2 points (100 %)" in shown


def test_a_quoted_letter_is_an_answer(small: Bank) -> None:
    session, _ = run(small, '"q"', "n", ids=("predecessor",))
    assert session.results[0].response == ('"q"',)


def test_options_keep_their_numbers_after_undo(small: Bank) -> None:
    line = numbers(small, "seat", "Beijing")
    session, _ = run(small, numbers(small, "seat", "Moscow"), "u", line, "f", ids=("seat", "statement"))
    assert score(session).points == 2


@pytest.mark.parametrize("limit", [None, 60.0])
def test_random_lines_never_break_an_exam(bank: Bank, limit: float | None) -> None:
    rng = Random(7)
    alphabet = ["s", "u", "q", "y", "n", "", "1", "2", "7", "12", "13", "0", "t", "f", "x", "?", "r", "²", "9" * 30]
    for seed in range(60):
        questions = select(bank, Filter(), 12, Random(seed))
        lines = io.StringIO("".join(rng.choice(alphabet) + "\n" for _ in range(60)))
        display = PlainDisplay(lines, io.StringIO(), (lambda: limit) if limit else None)
        ended = play_exam(bank, Session(questions, seed, bank.vocabulary, mode="exam"), display, NullRecorder())
        assert ended is None or (ended.stopped and len({r.question.id for r in ended.results}) == len(ended.results))


def test_random_lines_never_break_the_loop(bank: Bank) -> None:
    rng = Random(5)
    alphabet = [
        "h",
        "s",
        "u",
        "r",
        "?",
        "1",
        "2",
        "1 2 3",
        "t",
        "f",
        "Tashkent",
        "30",
        "",
        ";",
        "a; b",
        "\x00",
        "é" * 300,
    ]
    for seed in range(60):
        questions = select(bank, Filter(), 12, Random(seed))
        lines = io.StringIO("".join(rng.choice(alphabet) + "\n" for _ in range(60)))
        ended = play(bank, Session(questions, seed, bank.vocabulary), PlainDisplay(lines, io.StringIO()))
        assert 0 <= score(ended).percent <= 100
