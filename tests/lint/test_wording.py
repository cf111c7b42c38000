"""Rules about the wording of prompts and options: silent on the first questions, a finding in the second ones."""

import pytest

from sco_quiz.core.problem import Severity
from sco_quiz.lint.rules import RULES
from tests.lint.builders import Questions, bank_of, multiple, run, short, single, statement

MEALS = ("rice", "bread", "soup")


def asked(prompt: str, *options: str) -> Questions:
    return single(*(options or MEALS), prompt=prompt)


def options(*texts: str) -> Questions:
    return single(*texts, prompt="What happens to a ship in a lock?")


WORDING: dict[str, list[tuple[Questions, Questions]]] = {
    "negative-prompt": [
        (asked("Why does a cat not eat grass?"), asked("What does a cat not eat?")),
        (asked("What do cats eat that do not hunt?"), asked("Of the meals of a cat at sea, which is never fresh?")),
        (asked("What is eaten by people who are not hungry?"), asked("On what do hungry cats at sea never feed?")),
        (asked("Where is rice, which cats do not eat, grown?"), asked("Where didn't rice grow?")),
        (asked("If a cat does not hunt, what does it eat?"), asked("If a cat hunts, what does it not eat?")),
        (asked("When it does not rain, what grows?"), asked("When did it not rain?")),
        (asked("What grows when it does not rain?"), asked("When it rains, what does not grow?")),
        (asked("What costs at least a coin?"), asked("What is least likely to be sold?")),
        (asked("What is not only cheap but also good?"), asked("What is not cheap?")),
        (asked("What is a false alarm?"), asked("Which statement about soup is false?")),
        (asked("Who ate all meals except the soup?"), asked("All of these are meals except")),
        (asked("He lost all but one of his games in which year?"), asked("The meals of a cat include all but")),
        (asked("Choose the meal that cats like."), asked("Choose the statement that is not true.")),
        (asked("A cat does not hunt. What does it eat?"), asked("A cat hunts. What doesn't it eat?")),
        (asked("The U.S. Navy sails where?"), asked("Which port of the U.S. does not export rice?")),
        (asked("A cat that is old hunts.", "True", "False"), asked("A cat does not hunt.", "True", "False")),
        (asked("It is not late. Do cats bark?", "yes", "no"), asked("Do cats not bark?", "yes", "no")),
        (short("rice", "Why can't a cat talk?"), short("rice", "What can't a cat eat?")),
    ],
    "double-negative": [
        (asked("Why do cats not eat it?", "no money", "x"), asked("What do cats not eat?", "no money", "x")),
    ],
    "negated-statement": [
        (statement("It is not only a port."), statement("It is not a port.")),
        (statement("It was ship no. 7."), statement("It has no port.")),
    ],
    "absolute-word": [
        (options("it only rises", "it sinks"), options("nothing happens", "it sinks")),
        (options("it waits all day", "it sinks"), options("all its water runs out", "it sinks")),
        (options("it is not always lifted", "it sinks"), options("it is always lifted", "it sinks")),
        (options("almost everything sinks", "it rises"), options("everything sinks", "it rises")),
        (options("it sinks at all costs", "it rises"), options("everyone leaves it", "it rises")),
        (asked("A lock lifts ships.", "True", "False"), asked("All locks lift ships.", "True", "False")),
        (options("it always sinks", "it always rises"), options("it always sinks", "it rises")),
    ],
    "vague-word": [
        (options("it often rises", "it sinks"), options("it usually rises", "it sinks")),
        (options("the most water runs out", "it sinks"), options("most water runs out", "it sinks")),
        (options("at most a meter is won", "it sinks"), options("it rises very fast", "it sinks")),
        (options("it usually sinks", "it usually rises"), options("it usually sinks", "it rises")),
        (asked("A lock lifts ships.", "True", "False"), asked("A lock generally lifts ships.", "True", "False")),
    ],
    "telltale-word": [
        (statement("It only rains in May.", "false"), statement("It rains every day.", "false")),
        (statement("It often rains."), statement("It rains on most days.")),
    ],
    "blank-inside-prompt": [
        (asked("What does __init__ do in a class?"), asked("A cat eats __ every day.")),
        (asked("What does _ stand for in a loop?"), asked("A cat eats _ every day.")),
        (asked("Which is read from x = [] and String[] y?"), asked("A cat eats [] every day.")),
        (asked("In a cat's bowl there is _"), asked("A _-legged cat eats a meal.")),
        (asked("Is it (a) rice?"), asked("A cat eats (?) every day.")),
        (asked("What is it? A meal."), asked("Fill in: 5 + ? × 2 = 11 on a Monday.")),
        (asked("What matches the pattern (?=a)?"), asked("What is ? in 3 + ? = 7 of this sum?")),
    ],
    "two-options": [
        (asked("Which value is printed?", "true", "false", "null"), asked("A cat barks.", "TRUE", "False", "unknown")),
        (asked("What means hai in Japanese?", "yes", "no", "tea"), asked("Do cats bark?", "Yes.", "No.", "At night")),
        (asked("What type is true or false?"), asked("True or false: cats eat this.", *MEALS)),
        (asked("Which cat is a true or false friend?"), asked("Cats eat this. True or false?", *MEALS)),
        (
            asked("What do cats say?", "yes", "miau", "x"),
            asked("Do cats, which hunt, bark?", "Yes", "no, they sing", "x"),
        ),
        (multiple(["yes", "no"], "tea", prompt="Do cats bark?"), asked("Is it this?", "right", "wrong")),
    ],
    "all-of-the-above": [
        (options("both of these", "x", "y", "z"), options("all of these", "x", "y", "z")),
        (options("A and B are correct", "x", "y", "z"), options("A, B and C", "x", "y", "z")),
        (
            asked("Which rise? (i) ships (ii) boats (iii) rafts (iv) locks", "i and ii", "ii and iii", "i, ii and iii"),
            asked("Which rise? (i) ships (ii) boats (iii) rafts", "i and ii", "ii and iii", "i, ii and iii"),
        ),
    ],
    "combined-options": [
        (options("A, B and C", "x", "y", "z"), options("A and B", "x", "y", "z")),
        (options("all of these", "x", "y"), options("both of these", "x", "y")),
        (options("the two ships", "x", "y"), options("both", "x", "y")),
    ],
}


def found(questions: Questions, name: str) -> bool:
    return bool(run(bank_of(questions), RULES[name]))


ROWS = [(name, *row) for name, rows in WORDING.items() for row in rows]


@pytest.mark.parametrize(("name", "without", "flawed"), ROWS, ids=[f"{row[0]}-{i}" for i, row in enumerate(ROWS)])
def test_only_the_second_wording_is_reported(name: str, without: Questions, flawed: Questions) -> None:
    assert not found(without, name)
    assert found(flawed, name)


def test_only_a_true_false_question_is_told_so() -> None:
    said = [
        {problem.message for problem in run(bank_of(questions), RULES["two-options"])}
        for _, *pair in (row for row in ROWS if row[0] == "two-options")
        for questions in pair
    ]
    assert said == [set(), {"this is a true_false question in disguise"}] * 6


@pytest.mark.parametrize(("length", "severity"), [(109, None), (110, Severity.INFO), (125, Severity.WARNING)])
def test_a_little_longer_is_a_suggestion(length: int, severity: Severity | None) -> None:
    problems = run(bank_of(single("x" * length, "x" * 100, "y")), RULES["longest-option-is-right"])
    assert [problem.severity for problem in problems] == ([severity] if severity else [])


def test_an_emphasized_negation_is_a_suggestion() -> None:
    (problem,) = run(bank_of(asked("What does a cat NOT eat?")), RULES["negative-prompt"])
    assert (problem.severity, problem.message) == (Severity.INFO, "the prompt is negative: `not`")
