"""Small files with one mistake."""

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.diagnose import diagnose
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import parse

HEAD = "topic: T\nquestions:\n"


def question(*lines: str) -> str:
    """Return a file with one question, which starts in line 3 and has its fields in column 5."""
    return HEAD + "".join(f"  {'- ' if index == 0 else '  '}{line}\n" for index, line in enumerate(lines))


def problems_of(text: str) -> list[Problem]:
    return diagnose(Document("t.yaml", text), parse(text))


def told(text: str) -> list[str]:
    """Return each problem as `line:column name: message; hint`."""
    return [
        f"{problem.place.line}:{problem.place.column} {problem.name}: {problem.message}; {problem.hint}"
        for problem in problems_of(text)
    ]
