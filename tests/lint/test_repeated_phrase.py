"""The rule finds what most prompts repeat, and proposes a setting for it."""

from pathlib import Path

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT
from tests.lint.builders import Questions, bank_of, numbered, run, several
from tests.loading.test_load import write_bank

RULE = RULES["repeated-phrase"]


def asked(prompt: str, count: int = 5, **fields: str) -> Questions:
    return numbered(count, type="short_answer", prompt=prompt, answer="Ann", **fields)


def told(bank: Bank) -> list[str]:
    return [problem.message for problem in run(bank, RULE)]


def test_the_bank_of_0_1_0_repeats_its_month() -> None:
    (found,) = run(read_bank(ROOT / "tests" / "released" / "0.1.0" / "sco-2010").bank, RULE)
    assert found.message == "121 of 137 prompts contain `February 2010`"
    assert (found.hint, found.question) == ("write it once, as the `setting` of bank.yaml", "")


@pytest.mark.parametrize(
    ("prompt", "phrase"),
    [
        ("Did Ann Lee Poe say {n}?", "Ann Lee Poe"),
        ("What was Ann Lee’s reply {n}?", "Ann Lee"),
        ("In May 2010, who said {n}?", "May 2010"),
        ("What did Élise Ångström say to {n}?", "Élise Ångström"),
    ],
)
def test_names_and_dates_are_found(prompt: str, phrase: str) -> None:
    assert told(bank_of(asked(prompt))) == [f"5 of 5 prompts contain `{phrase}`"]


@pytest.mark.parametrize(
    "prompt",
    [
        "What did Imanaliev say to {n}?",
        "Which chemical symbol has {n}?",
        "In which Did The {n}?",
        "谁 说 了 {n}?",
        "12 13 {n}?",
    ],
)
def test_single_names_and_other_words_are_not(prompt: str) -> None:
    assert told(bank_of(asked(prompt))) == []


def test_a_phrase_that_the_setting_has_is_to_be_removed() -> None:
    (found,) = run(bank_of(asked("What did Ann Lee say to {n}?", setting="Ann Lee, 2010")), RULE)
    assert found.hint == "the setting says it: remove it from the prompts"


def test_a_phrase_of_one_topic_is_reported_in_its_file(tmp_path: Path) -> None:
    question = "  - {id: %s, type: short_answer, prompt: %s, answer: no, level: remember}\n"
    own = "".join(question % (f"a{n}", f"Where did Ann Lee go {n}?") for n in range(5))
    other = "".join(question % (f"b{n}", f"Where is {n}?") for n in range(6))
    loaded = read_bank(write_bank(tmp_path, a=f"topic: A\nquestions:\n{own}", b=f"topic: B\nquestions:\n{other}"))
    (found,) = lint(loaded.bank, lambda name, path, part: loaded.place_of(name, *path, part=part), [RULE])
    assert (Path(found.place.file).name, found.question) == ("a.yaml", "a0")
    assert (found.message, found.hint) == (
        "5 of 5 prompts contain `Ann Lee`",
        "write it once, as the `setting` of this file",
    )


def test_one_phrase_of_several_is_reported() -> None:
    bank = bank_of(several(asked("What did Ann Lee say to {n}?", 6), asked("Where was Bob Poe in {n}?", 4)))
    assert told(bank) == ["6 of 10 prompts contain `Ann Lee`"]
