"""Every rule has a page whose examples run: it fires on the first and keeps silent on the one that mends it.

A page shows YAML under `Example:` and `Instead:`; what the two leave out is filled in here. Rules that need many
questions have their examples in a module of their own, tests/lint/many.py.
"""

import re
from datetime import date
from textwrap import dedent
from typing import Any

import pytest
import yaml

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.lint.engine import TRACE_RULES, lint
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.writing.source_record import make_source
from tests.lint.many import MANY

ARTICLE = (
    "Title\n\nOn 9 December 2009 finance ministers of six countries met in Almaty.\n\n"
    "The Secretariat in Beijing has thirty members of staff.\n"
)
SOURCE = make_source(ARTICLE, "Title", date(2010, 2, 3)).model_copy(update={"context": ("SCO", "February 2010")})
FILLED = {"level": "remember", "explanation": "It teaches.", "source": [2], "as_of": date(2010, 2, 3)}
PARTS = ("Example:", "Instead:")


def example(page: str, part: str) -> list[dict[str, Any]]:
    """The questions shown under a heading of a rule's page."""
    block = re.search(rf"^{part}\n((?:\n|    .*\n?)+)", page, re.MULTILINE)
    assert block, f"the page shows nothing under {part}"
    return [{"id": f"q{number}", **item} for number, item in enumerate(yaml.safe_load(dedent(block[1])), start=1)]


def bank_of(questions: list[dict[str, Any]]) -> Bank:
    filled = [{**FILLED, **question} for question in questions]
    return Bank("b", "B", (Topic("t", "T", tuple(KINDS[q["type"]].model_validate(q) for q in filled)),), source=SOURCE)


def run(bank: Bank, *rules: Rule) -> list[Problem]:
    def place_of(question_id: str, path: tuple[str | int, ...]) -> Place:
        return Place(f"{question_id}:{'/'.join(map(str, path))}")

    return lint(bank, place_of, rules or None, today=date(2026, 1, 1))


def banks_of(rule: Rule) -> tuple[Bank, Bank]:
    """A bank that the rule finds fault with, and one that it does not."""
    if rule.name in MANY:
        bad, good = MANY[rule.name]
        return bank_of(bad), bank_of(good)
    return bank_of(example(rule.page, "Example:")), bank_of(example(rule.page, "Instead:"))


def test_there_are_rules() -> None:
    assert len(RULES) >= 7
    assert set(TRACE_RULES) < set(RULES)
    assert set(MANY) <= set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_fires_on_its_example(rule: Rule) -> None:
    found = run(banks_of(rule)[0], rule)
    assert {problem.name for problem in found} == {rule.name}
    assert all(problem.message[0].islower() or problem.message[0] in "`0123456789" for problem in found)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_keeps_silent_where_it_was_mended(rule: Rule) -> None:
    good = banks_of(rule)[1]
    assert run(good, rule) == []
    if rule.name not in MANY:
        assert [problem for problem in run(good) if problem.severity is not Severity.INFO] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_page(rule: Rule) -> None:
    first, _, rest = rule.page.partition("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    assert len(rest.split()) > 30
    parts = PARTS if rule.name not in MANY else ("Instead:",)
    assert [part for part in parts if f"\n{part}" not in rule.page] == []
    assert (rule.check is None) != (rule.check_bank is None)
