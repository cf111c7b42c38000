"""The shipped bank is clean; each way of spoiling it is caught, by the share that can be (`-s` prints it).

Citations moved, figures changed and answers swapped are measured in test_trace.py.
"""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.cli.checking import check_paths
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.place import Place
from sco_quiz.lint.engine import lint
from tests.conftest import ROOT

Question = AnyQuestion


def findings(bank: Bank) -> set[tuple[str, str]]:
    return {(problem.name, problem.question) for problem in lint(bank, lambda question, path: Place(question))}


def test_an_explanation_removed(bank: Bank) -> None:
    spoilt = findings(spoilt_bank(bank, lambda question: question.model_copy(update={"explanation": ""})))
    explained = {question.id for question in bank.questions if question.explanation and question.status == "active"}
    assert explained
    assert {question for name, question in spoilt if name == "missing-explanation"} == explained


def spoilt_bank(bank: Bank, spoil: Callable[[Question], Question]) -> Bank:
    topics = tuple(Topic(t.id, t.title, tuple(map(spoil, t.questions))) for t in bank.topics)
    return Bank(bank.id, bank.title, topics, source=bank.source)


def test_the_key_longest_everywhere(bank: Bank) -> None:
    def longest(question: Question) -> Question:
        if question.type != "single_choice":
            return question
        longer = max(len(option.text) for option in question.distractors)
        return question.model_copy(update={"answer": question.answer + " as it was told" * (longer // 10 + 1)})

    found = findings(spoilt_bank(bank, longest))
    singles = [q for q in bank.questions if q.type == "single_choice" and q.status == "active"]
    each = {question for name, question in found if name == "longest-option-is-right"}
    print(f"{len(each)} of {len(singles)} keys told to be the longest")
    assert ("longest-is-often-right", "") in found
    assert len(each) == len(singles)


def test_an_answer_told_by_another_prompt(bank: Bank) -> None:
    typed = [q for q in bank.questions if q.type == "short_answer" and q.status == "active"]
    missed = []
    for question in typed:
        other = next(q for q in bank.questions if q.id != question.id and q.type == "single_choice")
        told = other.model_copy(update={"prompt": f"{question.prompt.rstrip('?')}, namely {question.answer}?"})
        before = findings(bank_of(bank, question, other))
        if not findings(bank_of(bank, question, told)) - before:
            missed.append(question.id)
    print(f"{len(typed) - len(missed)} of {len(typed)} answers given away are told; not {', '.join(missed)}")
    assert len(typed) > 10
    assert len(missed) <= len(typed) * 0.05, missed


def bank_of(bank: Bank, *questions: Question) -> Bank:
    return Bank(bank.id, bank.title, (Topic("t", "T", questions),), source=bank.source)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(copytree(ROOT / "questions", tmp_path / "bank"))


def names(folder: Path) -> set[str]:
    return {problem.name for problem in check_paths([folder]).problems}


def test_the_shipped_bank_is_clean(copied: Path) -> None:
    assert names(copied) == set()


def test_an_id_used_twice(copied: Path) -> None:
    path = next(path for path in sorted(copied.glob("*.yaml")) if path.name not in ("bank.yaml", "source.yaml"))
    text = path.read_text("utf-8")
    ids = re.findall(r"^  - id: (\S+)", text, re.MULTILINE)
    for other in ids[1:]:
        path.write_text(text.replace(f"- id: {other}\n", f"- id: {ids[0]}\n", 1), "utf-8")
        assert "duplicate-id" in names(copied), other
        if other == ids[5]:
            break  # one after the other through the whole bank would say no more


def test_a_distractor_told_twice(copied: Path) -> None:
    done = 0
    for path in sorted(copied.glob("*.yaml")):
        text = path.read_text("utf-8")
        found = re.search(r"(    distractors:\n)(      - (?:text: )?[^\n]+\n)", text)
        if not found:
            continue
        path.write_text(text.replace(found[0], found[1] + found[2] + found[2], 1), "utf-8")
        assert check_paths([copied]).problems, path.name
        path.write_text(text, "utf-8")
        done += 1
    assert done > 3
