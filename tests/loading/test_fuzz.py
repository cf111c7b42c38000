"""Random damage to the shipped files never ends in a traceback, and never loses a question without a report.

`pytest --fuzz 10000` tries as many damaged files. The number of a file is enough to make it again.
"""

import re
from pathlib import Path
from random import Random

import pytest

from sco_quiz.lint.engine import lint
from sco_quiz.loading.files import topic_files
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.terminal.problem_view import render_problem
from tests.conftest import ROOT, record_without_facts
from tests.loading.damage import damaged

SHIPPED = ROOT / "questions"
FILES = topic_files(SHIPPED)
HEADS = {"bank.yaml": "id: fuzz\ntitle: Fuzz\n", "source.yaml": record_without_facts()}
_START = re.compile(r"""^[ \t]*-[ \t]+["']?id["']?[ \t]*:[ \t]*(.*?)[ \t]*$""")
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]")


@pytest.fixture
def count(full: bool, request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--fuzz") or (10_000 if full else 100))


def test_damage_is_reported_and_no_question_is_lost_silently(tmp_path: Path, count: int) -> None:
    for name, text in HEADS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = 0
    for number in range(count):
        rng = Random(number)
        data = damaged(rng.choice(FILES).read_text(encoding="utf-8"), rng)
        (tmp_path / "topic.yaml").write_bytes(data)
        loaded = checked(tmp_path / "topic.yaml", number)
        assert lost(data, loaded) == [], number
        types = len(re.findall(rb"^ *(?:- )?type:", data, re.MULTILINE))
        assert loaded.problems or len(loaded.bank.questions) >= types, number
        told += bool(loaded.problems)
    assert told > count / 2


@pytest.mark.parametrize("name", HEADS)
def test_damage_to_the_other_files_is_survived(name: str, tmp_path: Path, count: int) -> None:
    for head, text in HEADS.items():
        (tmp_path / head).write_text(text, encoding="utf-8")
    (tmp_path / "topic.yaml").write_bytes(FILES[0].read_bytes())
    whole = len(checked(tmp_path, -1).bank.questions)
    assert whole > 10
    for number in range(count // 10):
        (tmp_path / name).write_bytes(damaged((SHIPPED / name).read_text(encoding="utf-8"), Random(number)))
        assert len(checked(tmp_path, number).bank.questions) == whole, number


def checked(path: Path, number: int) -> LoadedBank:
    """Load a file, run the rules, render every problem; return what was loaded."""
    loaded = read_bank(path)
    findings = lint(loaded.bank, lambda question, at, part: loaded.place_of(question, *at, part=part))
    shown = "\n".join(map(render_problem, [*loaded.problems, *findings]))
    assert not _HIDDEN.search(shown), number
    return loaded


def lost(data: bytes, loaded: LoadedBank) -> list[str]:
    """Return the ids of questions in the damaged text that are neither in the bank nor in a problem.

    A question is accounted for when the bank has it, when a problem names it or is in its lines, or when an error
    kept the whole file from being read.
    """
    if loaded.errors and not loaded.bank.questions:
        return []
    rows = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [(line, found[1]) for line, row in enumerate(rows, start=1) if (found := _START.match(row))]
    kept = {question.id for question in loaded.bank.questions}
    ends = [line for line, _ in starts[1:]] + [len(rows) + 1]
    named = {problem.question for problem in loaded.problems}
    placed = [problem.place.line for problem in loaded.problems]
    return [
        name
        for (line, name), end in zip(starts, ends, strict=True)
        if not ({name, name.strip("\"'")} & (kept | named) or any(line <= at < end for at in placed))
    ]


def test_the_guard_bites(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_bytes(FILES[0].read_bytes())
    loaded = read_bank(file)
    assert lost(file.read_bytes() + b"\n  - id: forgotten\n    type: cloze\n", loaded) == ["forgotten"]
