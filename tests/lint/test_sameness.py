"""Rules that compare strings: symbols count, as they do in grading, and alternatives give nothing away."""

import pytest

from sco_quiz.core.problem import Severity
from sco_quiz.lint.rules import RULES
from tests.lint.builders import Questions, bank_of, cloze, multiple, numeric, one, run, several, short, single

ERROR, INFO = Severity.ERROR, Severity.INFO


def severities(name: str, *groups: Questions) -> list[Severity]:
    return [problem.severity for problem in run(bank_of(several(*groups)), RULES[name])]


EQUAL = [
    ("30 ships", "thirty ships", ERROR),
    ("1,500", "1500", ERROR),
    ("0.5", "1/2", ERROR),
    ("3 May 2001", "2001-05-03", ERROR),
    ("10^9", "10^-9", None),
    ("10⁻⁹", "10⁹", None),
    ("0.01", "0.001", None),
    (".01", ".001", None),
    ("-5", "5", None),
    ('"5"', "5", None),
    ("[2]", "{2}", None),
    ("= 3 + 4", "3 + 4", None),
    ("0x10", "0x20", None),
    ("30 ships", "30 boats", None),
    ("first the mill, then the lock", "first the lock, then the mill", INFO),
    ("sum($50)", "sum(50)", None),
    ("load('a #one')", "load('a#one')", None),
    ("1..6", "1..7", None),
    ("one-to-many", "many-to-one", INFO),
    ("'5'x", "5'x'", None),
    ("at least 5", "at most 5", None),
    ("> 7", "< 7", None),
    ("2", "2.00", INFO),
    ("Bonn before Rome", "Rome before Bonn", INFO),
    ("red + blue", "blue - red", None),
    ("C++", "C", None),
    ("a:b", "a::b", None),
]


@pytest.mark.parametrize(("left", "right", "severity"), EQUAL)
def test_options_are_equal_in_value_alone(left: str, right: str, severity: Severity | None) -> None:
    expected = [severity] if severity else []
    assert severities("equal-options", single(left, right, "x")) == expected
    assert severities("equal-options", single("x", right, left)) == expected


IN_PROMPT: list[tuple[Questions, bool]] = [
    (short("Almaty", "Which mayor of Almaty is it?"), True),
    (short("Almaty", "Who leads the Almaty-based bank?"), True),
    (short("the Pellan Mill", "Who built the Pellan Mill's wheel?"), True),
    (numeric("Of 2,500 people, how many came?", answer=2500), True),
    (single("Pellan", "Bonn", prompt="Where is the 'Pellan' mill?"), True),
    (cloze("The {{c1::mill}} is an old mill."), True),
    (single("Pellan", "Bonn", "both", prompt="Which is older, Pellan or Bonn?"), False),
    (single("Pellan", "Bonn", "neither", prompt="Pellan and Bonn were towns. Which had a mill?"), False),
    (short("Pellan", "Which town is older, Pellan or Bonn?"), False),
    (short("Pellan", "Which town, that of Pellan or that of Bonn, is older?"), False),
    (short("Pellan", "Which town is older, between Bonn and Pellan?"), False),
    (short("Pellan", "Who is older out of Pellan, a miller, and Bonn?"), False),
    (short("two hundred thirty", "Which words stand for 230?"), False),
    (short("The Miller", "Which play shows the life of the old miller?"), False),
    (single("name?", "name!", prompt="How do you declare a name?"), False),
    (short("C++ code", "Which C code compiles faster?"), False),
    (single("unique()", "x", prompt="What finds unique values?"), False),
    (single("( command )", "x", prompt="How does a command run in a subshell?"), False),
    (single("#default", "x", prompt="Which word stands for a default value?"), False),
    (numeric("At 2500 m, what is the height below?", answer=-2500), False),
    (single("pudding", "x", prompt="What is printed?\n```\nprint('pudding')\n```"), False),
    (single("True.", "x", prompt="What is true?"), False),
]


@pytest.mark.parametrize(("questions", "flawed"), IN_PROMPT)
def test_only_a_prompt_that_gives_the_answer_is_reported(questions: Questions, flawed: bool) -> None:
    assert severities("answer-in-prompt", questions) == [ERROR] * flawed


def test_other_capitals_are_a_warning() -> None:
    assert severities("answer-in-prompt", short("Lock", "Which film shows a boy in a lock?")) == [Severity.WARNING]


WHO = "Which mayor opened the harbor {} the flood?"
PORTS = "Which of these towns has a harbor?"
MATCHED = "Match each town with its harbor."
PUT = "Put the towns and harbors in order."
CONTRADICTION: list[tuple[Questions, Questions, bool]] = [
    (short("Ann", WHO.format("before")), short("Bob", WHO.format("before")), True),
    (short("Ann", "In May, which mayor sailed away?"), short("Bob", "Which mayor sailed away in May?"), True),
    (short("Ann", WHO.format("before")), short("Bob", WHO.format("after")), False),
    (short("Ann", "Which mayor saw the miller?"), short("Bob", "Which miller saw the mayor?"), False),
    (short("a line", "What does y = mx + b draw?"), short("a ray", "What does y = mx * b draw?"), False),
    (short("Ann", "Which firm sells code in C?"), short("Bob", "Which firm sells code in C++?"), False),
    (short("Ann", "What is 10^9 meters called?"), short("Bob", "What is 10^-9 meters called?"), False),
    (short("Ann", WHO, accept=["Bo"]), short("Bo", WHO), False),
    (single("Bonn", "Ulm", prompt=PORTS), single("Ulm", "Bonn", prompt=PORTS), True),
    (single("Bonn", "Ulm", prompt=PORTS), single("Rome", "Paris", prompt=PORTS), False),
    (multiple(["Bonn"], "Ulm", prompt=PORTS), multiple(["Bonn", "Rome"], "Ulm", prompt=PORTS), False),
    (
        one("matching", prompt=MATCHED, pairs={"a": "b", "c": "d", "e": "f"}),
        one("matching", prompt=MATCHED, pairs={"a": "d", "c": "b", "e": "f"}),
        True,
    ),
    (
        one("matching", prompt=MATCHED, pairs={"a": "b", "c": "d", "e": "f"}),
        one("matching", prompt=MATCHED, pairs={"g": "h", "i": "j", "e": "f"}),
        False,
    ),
    (one("ordering", prompt=PUT, items=["a", "b", "c"]), one("ordering", prompt=PUT, items=["b", "a", "c"]), True),
    (one("ordering", prompt=PUT, items=["a", "b", "c"]), one("ordering", prompt=PUT, items=["d", "b", "c"]), False),
]


@pytest.mark.parametrize(("first", "second", "flawed"), CONTRADICTION)
def test_only_what_is_right_and_wrong_contradicts(first: Questions, second: Questions, flawed: bool) -> None:
    assert severities("contradiction", first, second) == [ERROR] * flawed


def test_a_repetition_is_a_warning_and_words_with_symbols_are_other_words() -> None:
    once = numeric("How many bytes has a char in C++?", answer=1)
    assert severities("near-duplicate", once, once) == [Severity.WARNING]
    assert severities("near-duplicate", once, numeric("How many bytes has a char in C++ 11?", answer=1)) != []
    assert severities("near-duplicate", short("it", "What means a += b?"), short("it", "What means a -= b?")) == []


def test_another_prompt_gives_away_the_same_symbols_alone() -> None:
    sold = short("C", "Which language does the harbor mill teach its millers?")
    assert severities("answer-given-away", sold, short("x", "Why does the harbor mill teach its millers C?")) != []
    assert severities("answer-given-away", sold, short("x", "Why does the harbor mill teach its millers C++?")) == []


def test_a_word_of_two_named_options_gives_nothing_away() -> None:
    both = single("Pellan", "Bonn", prompt="Which is older, Pellan or Bonn?")
    assert severities("clang-word", both) == []
    assert severities("clang-word", single("Pellan", "Bonn", prompt="Which is older than Pellan?")) == [INFO]
