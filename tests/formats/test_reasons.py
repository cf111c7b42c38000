"""The closed table of reasons and losses: each name is used, has a page, and is reached by a specimen."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_quiz.core.problem import Severity
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.drafting.drafts import drafts_of
from sco_quiz.formats.exchange.reasons import REASONS
from sco_quiz.formats.gift import reader as gift
from sco_quiz.loading.catalog import PROBLEMS
from sco_quiz.loading.files import read_page
from tests.conftest import ROOT
from tests.loading.test_pages import part

FORMATS = ROOT / "sco_quiz" / "formats"
IMPORTING = ROOT / "sco_quiz" / "app"
TESTS = ROOT / "tests" / "formats"
# what makes a problem or a loss, by name: the position of the name among its arguments
MAKERS = {"Loss": 2} | dict.fromkeys(
    ("Problem", "named_problem", "problem_of", "Remark", "Fault", "QuestionError", "Refused"), 0
)
METHODS = {"warn": 0, "lose": 1, "_report": 0}
# examples of pages that are GIFT, and so can be read
IN_GIFT = [
    "unsupported-kind",
    "not-a-question",
    "unreadable-question",
    "no-right-answer",
    "several-right-answers",
    "shared-side",
    "partial-credit",
    "penalty",
    "other-scoring",
    "lost-feedback",
    "lost-wildcard",
    "repeated-option",
    "lettered-options",
    "changed-tag",
    "doubtful-key",
    "doubtful-text",
    "missing-blank-line",
]


def names_in(path: Path, makers: dict[str, int] = MAKERS, methods: dict[str, int] = METHODS) -> Iterator[str]:
    """Yield the names of problems and losses that the code of a file makes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(name)) if name in makers:
                at = makers[name]
            case ast.Call(func=ast.Attribute(attr=name)) if name in methods:
                at = methods[name]
            case _:
                continue
        if len(node.args) > at and isinstance(node.args[at], ast.Constant):
            yield str(node.args[at].value)  # type: ignore[attr-defined]


def sources() -> list[Path]:
    return [*FORMATS.rglob("*.py"), *IMPORTING.glob("import_*.py")]


def used_names() -> set[str]:
    names = {name for path in sources() for name in names_in(path)}
    return {name for name in names if " " not in name}


def test_every_name_is_in_the_table_and_every_name_of_the_table_is_used() -> None:
    assert used_names() - {*REASONS} <= {*PROBLEMS}
    text = "".join(path.read_text(encoding="utf-8") for path in sources() if path.name != "reasons.py")
    assert [name for name in REASONS if f'"{name}"' not in text] == []


def test_a_name_has_one_severity() -> None:
    assert {name: PROBLEMS[name] for name in REASONS if name in PROBLEMS}.items() <= REASONS.items()
    # readers get it from the table, and `Problem` alone makes errors
    severe = {path.name for path in FORMATS.rglob("*.py") if re.search(r"\bSeverity\b", path.read_text("utf-8"))}
    assert {name for name in severe if not name.startswith("report_")} == {"reasons.py"}
    made = {name for path in sources() for name in names_in(path, {"Problem": 0}, {})}
    assert {name for name in made if REASONS.get(name) is Severity.WARNING} == set()


def test_every_name_is_reached_by_a_specimen() -> None:
    paths = [*TESTS.rglob("test_*.py"), ROOT / "tests" / "cli" / "test_import.py"]
    tests = "".join(path.read_text(encoding="utf-8") for path in paths if path != Path(__file__))
    own = {*IN_GIFT}
    assert [name for name in REASONS if f'"{name}"' not in tests and name not in own] == []


@pytest.mark.parametrize("name", IN_GIFT)
def test_the_example_of_a_page_has_its_problem_and_its_fixed_form_does_not(name: str) -> None:
    page = read_page(name)
    found = [
        {problem.name for problem in drafts_of(gift.parse(part(page, heading).encode(), "quiz.gift", GUESS)).problems}
        for heading in ("Example:", "Instead:")
    ]
    assert name in found[0]
    assert name not in found[1]
