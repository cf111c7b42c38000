"""Each threshold of a rule has an example below it and one above it, which notice when it is shifted."""

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import sco_quiz.lint
from sco_quiz.core.bank import Bank
from sco_quiz.core.problem import Severity
from sco_quiz.lint import claims, pairs, trace
from sco_quiz.lint.rules import RULES
from tests.lint.builders import (
    Questions,
    bank_of,
    choices,
    cloze,
    gaps,
    levels,
    multiple,
    run,
    several,
    short,
    single,
    source_of,
    statement,
    statements,
    typed,
)

ROOM = Path(sco_quiz.lint.__file__).parent
STEPS = {
    "answer-not-in-source MIN_SHARE": 0.1,
    "convergence MIN_SHARE": 0.1,
    "longest-is-often-right RISK": 0.001,
    "near-duplicate MIN_SHARE": 0.1,
    "prompt-off-source KEY_WEIGHT": 0.5,
    "prompt-off-source MARGIN": 0.5,
    "prompt-off-source MIN_SHARE": 0.05,
}  # by which a threshold is shifted: else 1, or one hundredth
ALMATY = typed(["Almaty"])
MANY = [f"{first}{second}ox" for first in "bcdfghjklm" for second in "aeiourstvw"]


def asked(prompt: str, count: int = 1) -> Questions:
    return [question for _ in range(count) for question in statement(prompt)]


def given_away(key: str, prompt: str, told: Questions, rest: int = 0) -> Questions:
    """Return a question about a key, statements that may give it away, and statements about something else."""
    return several(short(key, prompt), told, asked("Something else.", rest))


def cites(times: int, count: int) -> Questions:
    return [
        {**question, "source": [2] if n < times else []}
        for n, question in enumerate(typed([f"a{n}" for n in range(count)]))
    ]


def article(words: int) -> Bank:
    """Return a bank whose article has one paragraph of that many different words that no question cites."""
    text = " ".join(f"w{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(words))
    return bank_of(cites(0, 10), source_of(f"Title\n\n{text}.\n"))


def about_ulm(paragraphs: int) -> Bank:
    """Return a bank whose prompt has a name that so many paragraphs have, but not the cited one."""
    text = "Title\n\nThey met in Almaty.\n\n" + "They came to Ulm.\n\n" * paragraphs
    return bank_of(short("Almaty", "Where did they meet before Ulm?"), source_of(text))


def code(lines: int) -> Bank:
    """Return a bank whose prompt has code of that many lines."""
    text = "\n".join(["What is this in 2009?", "```", *["x"] * lines, "```"])
    return bank_of(short("a", text), markup="markdown")


def ratio(true: int, false: int = 100) -> Questions:
    return several(*(statement("x" * true) for _ in range(4)), *(statement("x" * false, "false") for _ in range(4)))


def phrased(holders: int, count: int) -> Questions:
    """Return statements, the first ones with a name of two words."""
    return asked("They met Ann Lee.", holders) + asked("They met.", count - holders)


ASTANA = typed([f"answer {n}" for n in range(100)])
SIX = "one two three four five six"
# each row: the questions just below the threshold, where the rule is silent or its finding is minor, and just above it
ROWS: dict[str, tuple[Questions | Bank, Questions | Bank]] = {
    "answer-given-away MAX_WORDS": (
        given_away(
            "red ox two ox red ox ox",
            "Which parade crossed Bonn?",
            asked("A parade crossed Bonn: red ox two ox red ox ox."),
        ),
        given_away(
            "red ox two ox red ox", "Which parade crossed Bonn?", asked("A parade crossed Bonn: red ox two ox red ox.")
        ),
    ),
    "answer-given-away MINIMUM": (
        given_away(
            "Almaty", "Which city had a parade of tanks?", asked("Almaty had a parade of tanks.") + asked("Almaty.", 2)
        ),
        given_away(
            "Almaty", "Which city had a parade of tanks?", asked("Almaty had a parade of tanks.") + asked("Almaty.", 1)
        ),
    ),
    "answer-given-away HOLDERS": (
        given_away(
            "Almaty",
            "Which city had a parade of tanks?",
            asked("Almaty had a parade of tanks.") + asked("Almaty.", 24),
            574,
        ),
        given_away(
            "Almaty",
            "Which city had a parade of tanks?",
            asked("Almaty had a parade of tanks.") + asked("Almaty.", 23),
            575,
        ),
    ),
    "answer-in-prompt MINIMUM": (short("Ulm", "Who came to Ulm?"), short("Bonn", "Who came to Bonn?")),
    "answer-not-in-source MIN_SHARE": (
        short("finance ministers Almaty red ox"),
        short("finance ministers red ox"),
    ),
    "clang-word MIN_LETTERS": (
        single("the red spy", "a cow", "a hen", prompt="Which spy came?"),
        single("the red bull", "a cow", "a hen", prompt="Which bull came?"),
    ),
    "common-words MIN_WORDS": (
        single("in the east", "in the west", "in the south"),
        single("far in the east", "far in the west", "far in the south"),
    ),
    "common-words MIN_OPTIONS": (
        single("far in the east", "far in the west"),
        single("far in the east", "far in the west", "far in the south"),
    ),
    "convergence MIN_SHARE": (
        single("red ox", "red hen", "red cow", "blue ox", "wild ox", "bird"),
        single("red ox", "red hen", "blue ox"),
    ),
    "disguised-true-false MIN_WORDS": (
        single("a", "b", prompt="About Almaty and Bonn: which statement is true?"),
        single("a", "b", prompt="About Almaty: which statement is true?"),
    ),
    "lettered-option MIN_CHARACTERS": (single("B", "zinc", "cat"), single("B", "zinc", "iron")),
    "early-gap MIN_WORDS": (cloze("{{c1::Almaty}} is a big city."), cloze("{{c1::Almaty}} is a very big city.")),
    "early-gap PART": (
        cloze("a b c d {{c1::Almaty}} f g h i j k l"),
        cloze("a b c {{c1::Almaty}} e f g h i j k l"),
    ),
    "long-typed-answer MAXIMUM": (short(SIX), short(f"{SIX} seven")),
    "longest-is-often-right MINIMUM": (choices(9, 9), choices(10, 10)),
    "longest-is-often-right RISK": (choices(14, 24), choices(21, 40)),
    "longest-option-is-right HINT_RATIO": (single("x" * 109, "x" * 100, "y"), single("x" * 110, "x" * 100, "y")),
    "longest-option-is-right RATIO": (single("x" * 124, "x" * 100, "y"), single("x" * 125, "x" * 100, "y")),
    "longest-option-is-right MARGIN": (single("x" * 27, "x" * 20, "y"), single("x" * 28, "x" * 20, "y")),
    "mostly-recall MINIMUM": (levels(9, 9), levels(10, 10)),
    "mostly-recall MAX_SHARE": (levels(70, 100), levels(71, 100)),
    "name-not-in-source SUBJECT": (about_ulm(3), about_ulm(2)),
    "near-duplicate MIN_WORDS": (
        several(short("a", "Which parade?"), short("a", "Which parade?")),
        several(short("a", "Which parade crossed?"), short("a", "Which parade crossed?")),
    ),
    "near-duplicate MIN_SHARE": (
        several(short("a", "Which red ox crossed?"), short("a", "Which red ox swam?")),
        several(short("a", "Which red ox crossed Almaty?"), short("a", "Which red ox crossed Bonn?")),
    ),
    "one-answer-everywhere MAXIMUM": (ALMATY * 3 + ASTANA[:7], ALMATY * 4 + ASTANA[:6]),
    "one-answer-everywhere SHARE": (ALMATY * 10 + ASTANA[:90], ALMATY * 11 + ASTANA[:89]),
    "option-length-outlier RATIO": (
        single("x" * 40, "y" * 20, "z" * 20),
        single("x" * 41, "y" * 20, "z" * 20),
    ),
    "option-length-outlier MARGIN": (single("x" * 19, "y" * 5, "z" * 5), single("x" * 20, "y" * 5, "z" * 5)),
    "option-length-outlier MIN_OPTIONS": (
        single("x" * 10, "y" * 100),
        single("x" * 10, "y" * 100, "z" * 100),
    ),
    "needless-form COMPARED": (
        short("Zinc", accept=[*MANY[:99], "Almaty", "the Almaty"]),
        short("Zinc", accept=[*MANY[:98], "Almaty", "the Almaty"]),
    ),
    "number-not-in-source SMALL": (short("a", "Which ten?"), short("a", "Which eleven?")),
    "prompt-off-source KEY_WEIGHT": (
        short("Secretariat in Beijing", "Which ministers in 2009?"),
        short("Beijing", "Which ox?"),
    ),
    "prompt-off-source MARGIN": (short("a", "Which staff?"), short("Beijing", "Which ox?")),
    "prompt-off-source MIN_SHARE": (
        short("a", "Which ministers: red ox, blue hen?"),
        short("a", "Which ministers: red ox, blue hen, cow?"),
    ),
    "repeated-phrase MINIMUM": (phrased(4, 4), phrased(5, 5)),
    "repeated-phrase MAX_SHARE": (phrased(50, 100), phrased(51, 100)),
    "too-long PROMPT_LENGTH": (short("a", "x" * 249 + "?"), short("a", "x" * 250 + "?")),
    "too-long PROMPT_WORDS": (short("a", "x " * 59 + "x?"), short("a", "x " * 60 + "x?")),
    "too-long OPTION_LENGTH": (single("x" * 140, "b"), single("x" * 141, "b")),
    "too-long OPTION_WORDS": (single("x " * 29 + "x", "b"), single("x " * 30 + "x", "b")),
    "too-long BLOCK_LINES": (code(25), code(26)),
    "too-many-gaps MAXIMUM": (gaps(2), gaps(3)),
    "too-many-options MAXIMUM": (single(*"abcde"), single(*"abcdef")),
    "too-many-options MAX_SEVERAL": (multiple(["a", "b"], *"cdefgh"), multiple(["a", "b"], *"cdefghi")),
    "true-false-imbalance MINIMUM": (statements(7, 0), statements(8, 0)),
    "true-false-imbalance MIN_SHARE": (statements(35, 65), statements(34, 66)),
    "true-false-imbalance MAX_SHARE": (statements(65, 35), statements(66, 34)),
    "true-false-imbalance MIN_RATIO": (ratio(80), ratio(79)),
    "true-false-imbalance MAX_RATIO": (ratio(125), ratio(126)),
    "uncovered-paragraph MIN_WORDS": (article(24), article(25)),
    "uncovered-paragraph MIN_QUESTIONS": (cites(9, 9), cites(10, 10)),
    "uncovered-paragraph MAX_SHARE": (cites(30, 100), cites(31, 100)),
    "unfocused-prompt MIN_WORDS": (short("a", "Which red ox?"), short("a", "Which ox?")),
}


def module_of(rule: str, constant: str) -> ModuleType:
    """Return the module that has the constant: that of the rule, or one that several rules share."""
    module = import_module(f"sco_quiz.lint.rules.{rule.replace('-', '_')}")
    return next(place for place in (module, pairs, trace, claims) if hasattr(place, constant))


def found(row: str) -> list[set[tuple[str, Severity]]]:
    """Return what the rule finds below and above: places and severities, because messages contain the threshold."""
    rule, _ = row.split()
    banks = [sample if isinstance(sample, Bank) else bank_of(several(sample)) for sample in ROWS[row]]
    return [{(problem.place.file, problem.severity) for problem in run(bank, RULES[rule])} for bank in banks]


@pytest.mark.parametrize("row", ROWS)
def test_a_shifted_threshold_changes_a_finding(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    below, above = found(row)
    assert above
    assert below != above
    assert all(severity is Severity.INFO for _, severity in below)
    rule, constant = row.split()
    module = module_of(rule, constant)
    value = getattr(module, constant)
    step = STEPS.get(row, 1 if isinstance(value, int) else 0.01)
    for shifted in (value - step, value + step):
        monkeypatch.setattr(module, constant, shifted)
        assert found(row) != [below, above], f"{constant} = {shifted} changes nothing"


def numbers(node: ast.AST) -> list[float]:
    """Return the numbers in a piece of code."""
    constants = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return [value for value in constants if isinstance(value, int | float) and not isinstance(value, bool)]


def test_every_threshold_has_a_row() -> None:
    constants = {
        (path.stem, name.id)
        for path in ROOM.rglob("*.py")
        for statement in ast.parse(path.read_text("utf-8")).body
        if isinstance(statement, ast.Assign) and numbers(statement)
        for name in ast.walk(statement)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    }
    assert constants == {(module_of(*row.split()).__name__.split(".")[-1], row.split()[1]) for row in ROWS}


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.stem)
def test_a_number_that_is_compared_has_a_name(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    assert [ast.unparse(node) for node in nodes if isinstance(node, ast.Compare) and set(numbers(node)) - {0, 1}] == []
