"""Choice questions of other programs: each way to write options and key is read, or nothing is claimed."""

from pathlib import Path

import pytest

from sco_quiz.core.kinds import AnyQuestion, MultipleChoice, SingleChoice
from sco_quiz.loading.document import Document
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.repair import repaired_text

HEAD = "topic: Bridges\nquestions:\n  - id: builder\n    type: single_choice\n    prompt: Who?\n"
TAIL = "    level: remember\n"
OPTIONS = {
    "list": "options: [Baker, Bouch, Barlow]",
    "lettered list": "options:\n      - A) Baker\n      - B) Bouch\n      - C) Barlow",
    "points": "choices:\n      - a. Baker\n      - b. Bouch\n      - c. Barlow",
    "one line": "options: (A) Baker (B) Bouch (C) Barlow",
    "one item": "options:\n      - A) Baker B) Bouch C) Barlow",
    "mapping": "alternatives:\n      A: Baker\n      B: Bouch\n      C: Barlow",
    "list of pairs": "options:\n      - A: Baker\n      - B: Bouch\n      - C: Barlow",
    "among the wrong": "distractors: [A) Baker, B) Bouch, C) Barlow]",
    "answers as options": "answers: [Baker, Bouch, Barlow]",
}
KEYS = ("correct: B", "correct: b)", "correct_answer: Bouch", "correctAnswer: bouch", "solution: B) Bouch")


def question_in(folder: Path, text: str) -> AnyQuestion:
    (folder / "bridges.yaml").write_text(text)
    loaded = read_bank(folder / "bridges.yaml")
    assert loaded.problems == ()
    return loaded.bank.questions[0]


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("key", KEYS)
def test_each_way_to_write_options_with_each_key_is_read(options: str, key: str, tmp_path: Path) -> None:
    text, count = repaired_text(Document("bridges.yaml", f"{HEAD}    {options}\n    {key}\n{TAIL}"))
    assert count == 1
    question = question_in(tmp_path, text)
    assert isinstance(question, SingleChoice)
    assert (question.answer, [each.text for each in question.distractors]) == ("Bouch", ["Baker", "Barlow"])


def test_letters_of_answer_and_wrong_options_are_removed(tmp_path: Path) -> None:
    text, _ = repaired_text(Document("", f"{HEAD}    answer: B) Bouch\n    distractors: [A) Baker, C) Barlow]\n{TAIL}"))
    question = question_in(tmp_path, text)
    assert isinstance(question, SingleChoice)
    assert (question.answer, [each.text for each in question.distractors]) == ("Bouch", ["Baker", "Barlow"])


@pytest.mark.parametrize("key", ["correct: A, C", "answers: [A, C]", "correct: AC", "correct: a and c", "key: x; z"])
def test_several_keys_make_a_multiple_choice(key: str, tmp_path: Path) -> None:
    text, _ = repaired_text(Document("", f"{HEAD}    options: [x, y, z]\n    {key}\n{TAIL}"))
    question = question_in(tmp_path, text)
    assert isinstance(question, MultipleChoice)
    assert (question.answers, question.distractors[0].text) == (("x", "z"), "y")


@pytest.mark.parametrize(
    "fields",
    [
        "options: [Baker, Bouch]\n    correct: F",
        "options: [Baker, Bouch]\n    correct: Fowler",
        "options: [Baker, Bouch]\n    correct: A, B",
        "options: [A) Baker, B) Bouch]\n    correct: B) Baker",
        "options: [Moscow, Almaty]\n    answer: Beijing",
        "options: [Baker]\n    correct: A",
        "options: [Baker, Bouch, Barlow]\n    correct_index: 1",
        "options: [Baker, Bouch, Barlow]\n    correct: 2",
        "options:\n      - text: Baker\n        weight: 50\n      - text: Bouch\n        correct: true",
        "answer: Bouch\n    distractors: [A. Lincoln, B. Franklin, J. Adams]",
        "answer: T. Jefferson\n    distractors: [A. Lincoln, B. Franklin]",
        "answer: C. Darwin\n    distractors: [A. Wallace, T. Huxley]",
        "answer: Bouch\n    distractors: [Baker, Barlow]",
    ],
)
def test_what_is_unclear_is_not_rewritten(fields: str) -> None:
    text = f"{HEAD}    {fields}\n{TAIL}"
    assert repaired_text(Document("bridges.yaml", text)) == (text, 0)


def test_an_option_that_is_a_letter_is_not_taken_for_a_place(tmp_path: Path) -> None:
    text, _ = repaired_text(Document("", f"{HEAD}    options: [B, A, C]\n    correct: A\n{TAIL}"))
    question = question_in(tmp_path, text)
    assert isinstance(question, SingleChoice)
    assert question.answer == "A"


def test_the_other_questions_and_comments_stay() -> None:
    other = (
        "\n  # N\n  - id: other   # kept\n    type: short_answer\n    prompt: 'Q?'\n    answer: A\n    level: apply\n"
    )
    before = "options:  # three\n      # first\n      - A) Baker  # no\n      - B) Bouch  # yes\n    correct: B"
    after = "# first\n    # three\n    answer: Bouch  # yes\n    distractors:\n      - Baker  # no"
    text = f"{HEAD}    # above\n    {before}\n{TAIL}{other}"
    assert repaired_text(Document("", text)) == (text.replace(before, after), 1)
