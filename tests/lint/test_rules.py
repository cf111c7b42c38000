"""The examples on the page of each rule run: the rule reports the first ones, and nothing in the second ones.

A page shows YAML under `Example:` and `Instead:`; `bank_of` adds the fields that these leave out. Rules that need many
questions have their examples in tests/lint/bank_examples.py.
"""

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

import sco_quiz.lint.rules
from sco_quiz.app.check import check_paths
from sco_quiz.core.bank import Bank
from sco_quiz.core.problem import Severity
from sco_quiz.core.source import Fact
from sco_quiz.lint.engine import TRACE_RULES
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.lint.bank_examples import BANK_EXAMPLES
from tests.lint.builders import SOURCE, Questions, bank_of, run, short

RANKS = (Severity.INFO, Severity.WARNING, Severity.ERROR)
PARTS = ("Example:", "Instead:")


def example(page: str, part: str) -> Questions:
    """Return the questions under a heading of a rule's page."""
    block = re.search(rf"^{part}\n((?:\n|    .*\n?)+)", page, re.MULTILINE)
    assert block, f"the page shows nothing under {part}"
    return [{"id": f"q{number}", **item} for number, item in enumerate(yaml.safe_load(dedent(block[1])), start=1)]


def banks_of(rule: Rule) -> tuple[Bank, Bank]:
    """Return a bank with the flaw, and one without."""
    if rule.name in BANK_EXAMPLES:
        return BANK_EXAMPLES[rule.name]
    return bank_of(example(rule.page, "Example:")), bank_of(example(rule.page, "Instead:"))


def test_the_table_has_the_rule_of_each_file() -> None:
    files = {path.stem for path in Path(sco_quiz.lint.rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert len(files) > 60
    assert set(RULES) == {name.replace("_", "-") for name in files}
    assert set(TRACE_RULES) < set(RULES)
    assert set(BANK_EXAMPLES) <= set(RULES)


def test_each_fact_without_an_active_question_is_reported() -> None:
    assert [
        (problem.message, problem.place.file)
        for problem in run(BANK_EXAMPLES["fact-not-asked"][0], RULES["fact-not-asked"])
    ] == [
        ("no active question asks this fact: Ministers met in 2009", ":paragraphs/1/facts/0"),
        ("no active question asks this fact: They met in Almaty", ":paragraphs/1/facts/1"),
    ]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_reports_its_example(rule: Rule) -> None:
    found = run(banks_of(rule)[0], rule)
    assert {problem.name for problem in found} == {rule.name}
    # the table of names lists the highest severity
    assert max(found, key=lambda problem: RANKS.index(problem.severity)).severity is rule.severity
    assert all(problem.message[0].islower() or problem.message[0] in "`0123456789" for problem in found)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_reports_nothing_in_the_better_example(rule: Rule) -> None:
    good = banks_of(rule)[1]
    assert run(good, rule) == []
    if rule.name not in BANK_EXAMPLES:
        assert [problem for problem in run(good) if problem.severity is not Severity.INFO] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_page(rule: Rule) -> None:
    first, _, rest = rule.page.partition("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    assert len(rest.split()) > 30
    parts = PARTS if rule.name not in BANK_EXAMPLES else ("Instead:",)
    assert [part for part in parts if f"\n{part}" not in rule.page] == []
    assert rule.check or rule.check_bank


def test_copied_summaries_and_facts_are_reported() -> None:
    copied = "On 9 December 2009 finance ministers of six countries met in Almaty."
    title, text, *more = SOURCE.paragraphs
    written = {"summary": f"As said: {copied}", "facts": (Fact(text="They met in Almaty"), Fact(text=copied))}
    record = SOURCE.model_copy(update={"paragraphs": (title, text.model_copy(update=written), *more)})
    found = run(bank_of(short("Almaty"), record), RULES["copied-words"])
    assert [problem.place.file for problem in found] == [":paragraphs/1/summary", ":paragraphs/1/facts/1"]


def test_the_guide_names_the_rules_that_find_errors() -> None:
    guide = (ROOT / "questions" / "README.md").read_text(encoding="utf-8")
    errors = sorted(f"`{rule.name}`" for rule in RULES.values() if rule.severity is Severity.ERROR)
    found = re.search(r"Six\s+rules find errors in questions that load \((.*?)\)", guide, re.DOTALL)
    assert found
    assert re.findall(r"`[a-z-]+`", found[1]) == errors


def test_a_bank_with_errors_of_rules_loads(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: mill\ntitle: Mill\n", encoding="utf-8")
    lines = ["topic: Mill", "questions:", "- id: who", "  type: short_answer", "  level: remember"]
    lines += ["  prompt: Who was the miller of the Pellan mill?", "  answer: Pellan"]
    (tmp_path / "mill.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    errors = [problem.name for problem in check_paths([tmp_path]).problems if problem.severity is Severity.ERROR]
    assert errors == ["answer-in-prompt"]
    assert len(load_bank(tmp_path).questions) == 1
