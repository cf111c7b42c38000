"""Real files, beside the checkout or in SCO_QUIZ_EXCHANGE: what we read is what Moodle or Canvas reads, or is named.

`python -m tests.formats.exchange_table` shows how many questions of each file agree.
"""

from pathlib import Path

import pytest

from tests.formats.exchange_table import FOLDER, Row, compare, files, reading_of

PATHS = files()
LEAST_AGREE = 0.95
# traps in which a program errs silently, and what we say
TRAPS = {
    "gift/trap--category-no-blank-line.gift": "missing-blank-line",
    "gift/trap--no-right-answer.gift": "no-right-answer",
    "gift/trap--two-questions-no-blank-line.gift": "missing-blank-line",
    "gift/trap--unescaped-code.gift": "doubtful-text",
    "gift/trap--unescaped-latex.gift": "doubtful-text",
    "gift/trap--numeric-comma.gift": "doubtful-key",
    "gift/trap--two-equals.gift": "several-right-answers",
    "aiken/trap--answer-word-other-language.txt": "doubtful-key",
    "aiken/trap--numbered-choices.txt": "doubtful-key",
    "aiken/trap--small-letter-choices.txt": "doubtful-text",
    "aiken/trap--space-before-bracket.txt": "doubtful-text",
    "aiken/trap--two-answers.txt": "doubtful-key",
    "aiken/trap--two-line-question.txt": "doubtful-text",
    "xml/trap--numeric-comma.xml": "doubtful-key",
    "xml/trap--single-no-100.xml": "no-right-answer",
    "xml/trap--ordering-without-shownumcorrect.xml": "doubtful-text",
}

pytestmark = pytest.mark.skipif(not PATHS, reason=f"no files with verdicts in {FOLDER}")


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return {row.name: row for row in map(compare, PATHS)}


def test_nothing_differs_in_silence(rows: dict[str, Row]) -> None:
    assert {name: row.differ for name, row in rows.items() if row.differ} == {}


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in PATHS} - {"cloze"}))
def test_most_questions_that_we_have_kinds_for_agree(rows: dict[str, Row], folder: str) -> None:
    group = [row for name, row in rows.items() if name.startswith(f"{folder}/") and "trap--" not in name]
    assert sum(row.agree_of_ours for row in group) >= LEAST_AGREE * sum(row.of_ours for row in group) > 0


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_where_a_program_is_silent_is_named(name: str) -> None:
    assert TRAPS[name] in {problem.name for problem in reading_of(Path(FOLDER, name)).problems}
