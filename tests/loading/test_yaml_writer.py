"""What is written is read again as the same question."""

import string
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.loading.decode import decode_question
from sco_quiz.loading.document import Document
from sco_quiz.loading.writing.format import format_text
from sco_quiz.loading.writing.yaml_writer import render_question
from sco_quiz.loading.yaml_tree import Sequence, Tree, parse

AWKWARD = ["no", "null", "~", "2010", "3.10", "12:30", "2010-02-03", "- a", "a: b", "a:", "#a", "a #b", "'a'", '"a"',
           "{a}", "[a]", "a, b", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "?", "? a", "---", "...", "= a", "a\nb",
           "é “quoted” – …", "true", "it's", "it's: a", "'a: \\", "=x", "-x", "~x", "a\u00a0b",
           "a\\b", "🙂", "x" * 300, "many words " * 40, "a  b"]  # fmt: skip


def read(text: str) -> AnyQuestion:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    assert isinstance(parsed.root, Sequence)
    question, problems = decode_question(Document("x", text), parsed.root.items[0])
    assert problems == []
    assert question
    return question


def test_every_shipped_question(bank: Bank) -> None:
    for question in bank.questions:
        assert read(render_question(question)) == question
    assert len(bank.questions) > 100


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_in_every_place(text: str) -> None:
    shared = {"id": "it", "level": "remember", "explanation": text, "hint": text, "allow": {"missing-source": text}}
    several = {
        "single_choice": {"answer": text, "distractors": [{text + "1": text}, text + "2"]},
        "multiple_choice": {"answers": [text, "x"], "distractors": [{text + "1": text}]},
        "short_answer": {"answer": text, "accept": [text + "1"], "reject": [{text + "2": text}, text + "3"]},
        "matching": {"pairs": {text: text, "b": "c"}, "distractors": [text + "1"]},
        "ordering": {"items": [text, text + "1", text + "2"]},
    }
    for kind, fields in several.items():
        question = KINDS[kind].model_validate({**shared, "type": kind, "prompt": text, **fields})
        written = render_question(question)
        assert read(written) == question
        if "\n" not in text and len(text) < 100:
            whole = f"topic: T\nquestions:\n{written}"
            assert format_text(whole) == whole


def test_random_texts() -> None:
    rng = Random(4)
    signs = string.printable[:95] + "\n éß–“”…☺"
    for _ in range(300):
        text = "".join(rng.choice(signs) for _ in range(rng.randrange(1, 30)))
        if not text.strip():
            continue
        fields = {"id": "it", "type": "short_answer", "prompt": text, "answer": "x" + text, "level": "remember"}
        question = KINDS["short_answer"].model_validate({**fields, "reject": [{"r" + text: text}]})
        assert read(render_question(question)) == question, text
