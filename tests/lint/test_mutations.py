"""The bundled bank has no problems, and the rules find flaws that are added to it (`-s` prints figures).

Citations moved, figures changed and answers swapped are measured in test_trace.py.
"""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import ValidationError

from sco_quiz.app.check import check_paths
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, AnyQuestion, Matching
from sco_quiz.core.place import Place
from sco_quiz.core.text import words
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules.answer_given_away import MAX_WORDS
from sco_quiz.loading.load import LoadedBank, read_bank
from tests.conftest import ROOT

Question = AnyQuestion
IDS = re.compile(r"^  - id: (\S+)", re.MULTILINE)
KEYED = ("short_answer", "single_choice", "cloze")


def findings(bank: Bank) -> set[tuple[str, str]]:
    return {(problem.name, problem.question) for problem in lint(bank, lambda question, path, _: Place(question))}


def test_a_missing_explanation_is_found(bank: Bank) -> None:
    found = findings(flawed_bank(bank, lambda question: question.model_copy(update={"explanation": ""})))
    explained = {question.id for question in bank.questions if question.explanation and question.status == "active"}
    assert explained
    assert {question for name, question in found if name == "missing-explanation"} == explained


def flawed_bank(bank: Bank, add_flaw: Callable[[Question], Question]) -> Bank:
    topics = tuple(Topic(t.id, t.title, tuple(map(add_flaw, t.questions))) for t in bank.topics)
    return Bank(bank.id, bank.title, topics, source=bank.source)


def test_the_longest_option_always_right_is_found(bank: Bank) -> None:
    def longest(question: Question) -> Question:
        if question.type != "single_choice":
            return question
        longer = max(len(option.text) for option in question.distractors)
        return question.model_copy(update={"answer": question.answer + " as it was then" * (longer // 10 + 1)})

    found = findings(flawed_bank(bank, longest))
    singles = [q for q in bank.questions if q.type == "single_choice" and q.status == "active"]
    each = {question for name, question in found if name == "longest-option-is-right"}
    print(f"{len(each)} of {len(singles)} right options are the longest")
    assert ("longest-is-often-right", "") in found
    assert len(each) == len(singles)


def test_an_answer_in_another_prompt_is_found(bank: Bank) -> None:
    """Write each typed answer, right option and gap into the prompt of another question about the same subject."""
    keyed = [
        q for q in bank.questions if q.type in KEYED and q.status == "active" and "answer-given-away" not in q.allow
    ]
    missed = []
    tried = 0
    for question in keyed:
        keys = question.key[:1] if question.type == "short_answer" else question.key
        for key in (key for key in keys if len(words(key)) <= MAX_WORDS):
            other = next(q for q in bank.questions if q.id != question.id and q.type == "true_false")
            asked = question.stem.plain.rstrip("?. ")
            telling = other.model_copy(update={"prompt": f"{asked}, namely {key}.", "answer": "true", "correction": {}})
            tried += 1
            if ("answer-given-away", other.id) not in findings(bank_of(bank, question, telling)):
                missed.append(f"{question.id}: {key}")
    print(f"{tried - len(missed)} of {tried} answers given away are found; not {missed}")
    assert tried >= 40
    assert len(missed) <= tried / 40


def bank_of(bank: Bank, *questions: Question) -> Bank:
    return Bank(bank.id, bank.title, (Topic("t", "T", questions),), source=bank.source)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(copytree(ROOT / "questions", tmp_path / "bank"))


def names(folder: Path) -> set[str]:
    return {problem.name for problem in check_paths([folder]).problems}


def test_the_bundled_bank_has_no_problems(copied: Path) -> None:
    assert names(copied) == set()


def topic_paths(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml")) if path.name not in ("bank.yaml", "source.yaml")]


def test_an_id_used_twice_in_a_file_is_found(tmp_path: Path) -> None:
    """Replace the first id of each file by each of its other ids; the file is alone in its folder."""
    tried = 0
    alone = tmp_path / "alone.yaml"
    for path in topic_paths(ROOT / "questions"):
        text = path.read_text("utf-8")
        first, *others = IDS.findall(text)
        for other in others:
            alone.write_text(text.replace(f"- id: {other}\n", f"- id: {first}\n", 1), "utf-8")
            assert "duplicate-id" in {problem.name for problem in read_bank(alone).problems}, other
            tried += 1
    print(f"{tried} ids used twice, all reported")
    assert tried > 100


def test_an_id_used_in_two_files_is_found(copied: Path) -> None:
    """Replace the first id of each file by the first id of one other file."""
    one, *others = topic_paths(copied)
    taken = IDS.findall(one.read_text("utf-8"))[0]
    assert others
    for path in others:
        text = path.read_text("utf-8")
        path.write_text(IDS.sub(f"  - id: {taken}", text, count=1), "utf-8")
        assert "duplicate-id" in {problem.name for problem in read_bank(copied).problems}, path.name
        path.write_text(text, "utf-8")


def test_a_repeated_option_is_refused(loaded: LoadedBank) -> None:
    """Repeat each distractor of each question, and each right option among the distractors."""
    tried = 0
    for question in loaded.bank.questions:
        if question.type not in ("single_choice", "multiple_choice", "matching"):
            continue
        data = question.model_dump(exclude={"distractors"})
        shown = [option.text for option in question.distractors]
        keys = question.pairs.values() if isinstance(question, Matching) else question.key
        for extra in [*shown, *(key.upper() for key in keys)]:
            with pytest.raises(ValidationError, match=r"are the same|is both the answer and a distractor"):
                KINDS[question.type].model_validate({**data, "distractors": [*shown, extra]})
            tried += 1
    print(f"{tried} repeated options, all refused")
    assert tried > 150
