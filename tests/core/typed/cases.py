"""Typed answers with the verdicts that they should get: each row is judged by the quiz and by the card.

The files under cases/ have five columns: the type, the answer, further fields as YAML (also the markup), what is
typed, and the verdict:
right, almost, wrong, or again (it is not judged). Each row is a bank of its own.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.grading import grade
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.verdict import Verdict
from sco_quiz.loading.known_words import KNOWN_WORDS

CASES = Path(__file__).parent / "cases"
HEADER = "type\tanswer\tfields\ttyped\texpected"


@dataclass(frozen=True)
class Case:
    """A row: `where` is its file and line."""

    where: str
    question: AnyQuestion
    typed: str
    expected: str

    @property
    def bank(self) -> Bank:
        """The bank of the question."""
        return Bank("cases", "Cases", (Topic("cases", "Cases", (self.question,)),), common_words=KNOWN_WORDS)


def read_cases(path: Path) -> list[Case]:
    """Read a file of cases."""
    header, *lines = path.read_text("utf-8").splitlines()
    assert header == HEADER
    return [_case(f"{path.name}:{number}", line.split("\t")) for number, line in enumerate(lines, start=2)]


def all_cases() -> list[Case]:
    """Read every file of cases."""
    return [case for path in sorted(CASES.glob("*.tsv")) for case in read_cases(path)]


def _case(where: str, row: list[str]) -> Case:
    kind, answer, fields, typed, expected = row
    text = fields if fields.startswith("{") else f"{{{fields}}}"
    given = {"id": "case", "type": kind, "prompt": "Which one?", "level": "remember", "answer": answer}
    values = given | yaml.safe_load(text)
    context = {"markup": values.pop("markup", "plain")}
    return Case(where, KINDS[kind].model_validate(values, context=context), typed, expected)


def verdict_of(case: Case) -> Verdict:
    """Return the verdict of the quiz; raise SelectionError when there is none."""
    return grade(case.bank, "case", case.typed)


def outcome_of(case: Case) -> str:
    """Return the verdict of the quiz in a word."""
    try:
        return str(verdict_of(case).outcome)
    except SelectionError:
        return "again"


def mismatches(cases: list[Case], verdicts: list[str]) -> list[str]:
    """Describe the cases that got another verdict than the expected one."""
    return [
        f"{case.where}: {case.typed!r} for {case.question.key[0]!r} is {case.expected}, judged {verdict}"
        for case, verdict in zip(cases, verdicts, strict=True)
        if verdict != case.expected
    ]
