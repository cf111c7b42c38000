"""Every rule fires on its failing example, keeps silent on its passing one, and has a page."""

from datetime import date
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.lint.engine import TRACE_RULES, lint
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.record import make_source

ARTICLE = (
    "Title\n\nOn 9 December 2009 finance ministers of six countries met in Almaty.\n\n"
    "The Secretariat in Beijing has thirty members of staff.\n"
)
SOURCE = make_source(ARTICLE, "Title", date(2010, 2, 3)).model_copy(update={"context": ("SCO", "February 2010")})

BASE = {"id": "it", "level": "remember", "explanation": "It teaches.", "source": [2]}
GOOD: dict[str, Any] = {
    "type": "short_answer",
    "prompt": "In which city did finance ministers meet in 2009?",
    "answer": "Almaty",
}
STAFF: dict[str, Any] = {
    "type": "numeric",
    "prompt": "How many members of staff has the Secretariat?",
    "answer": "30",
    "source": [3],
}

# rule: (a question it finds fault with, the same question mended)
EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "answer-not-in-source": ({**GOOD, "answer": "capital"}, GOOD),
    "missing-explanation": ({**GOOD, "explanation": ""}, GOOD),
    "missing-source": ({**GOOD, "source": []}, GOOD),
    "name-not-in-source": ({**GOOD, "prompt": "Where did finance ministers and Vladimir Putin meet?"}, GOOD),
    "note-inside-option": (
        {**GOOD, "reject": ["Astana: the capital"]},
        {**GOOD, "reject": [{"Astana": "the capital"}]},
    ),
    "number-not-in-source": (
        {**STAFF, "answer": "5"},
        {**STAFF, "answer": "5", "derivation": "30 / 6", "source": [2, 3]},
    ),
    "prompt-off-source": ({**GOOD, "prompt": "Who won?", "answer": "Almaty"}, GOOD),
}


def run(fields: dict[str, Any]) -> list[Problem]:
    question = KINDS[fields["type"]].model_validate({**BASE, **fields})
    bank = Bank("b", "B", (Topic("t", "T", (question,)),), source=SOURCE)
    return lint(bank, lambda question_id, path: Place(f"{question_id}:{'/'.join(map(str, path))}"))


def test_every_rule_has_examples() -> None:
    assert set(EXAMPLES) == set(RULES)
    assert set(TRACE_RULES) < set(RULES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_fires_and_keeps_silent(name: str) -> None:
    bad, good = EXAMPLES[name]
    assert name in [problem.name for problem in run(bad)]
    assert run(good) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_a_page(name: str) -> None:
    page = RULES[name].page
    assert len(page.split()) > 30
    assert "Instead:" in page


def test_an_allowance_silences_a_rule() -> None:
    bad, _ = EXAMPLES["answer-not-in-source"]
    assert run({**bad, "allow": {"answer-not-in-source": "inferred"}}) == []


def test_an_allowance_must_be_of_use_and_known() -> None:
    (unused,) = run({**GOOD, "allow": {"missing-source": "why"}})
    assert (unused.name, unused.place.file) == ("unused-allow", "it:allow/missing-source")
    (unknown,) = run({**GOOD, "allow": {"mising-source": "why"}})
    assert (unknown.name, unknown.hint) == ("unknown-rule", "did you mean `missing-source`?")


def test_a_wrong_derivation_is_found() -> None:
    question = KINDS["numeric"].model_validate(
        {**BASE, **STAFF, "answer": "5", "derivation": "30 / 6", "source": [2, 3]}
    )
    mutant = question.model_copy(update={"answer": type(question.answer)(6)})  # type: ignore[union-attr]
    bank = Bank("b", "B", (Topic("t", "T", (mutant,)),), source=SOURCE)
    assert [problem.name for problem in lint(bank, lambda *_: Place("x"))] == ["number-not-in-source"]
