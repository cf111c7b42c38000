"""A question that is written and read again is the same."""

import string
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.loading.decode import decode_question
from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.document import Document
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.format import format_text, reformatted
from sco_quiz.loading.writing.yaml_writer import render_field, render_question
from sco_quiz.loading.yaml_nodes import Sequence
from sco_quiz.loading.yaml_tree import Tree, parse

AWKWARD = ["no", "null", "~", "2010", "3.10", "12:30", "2010-02-03", "- a", "a: b", "a:", "#a", "a #b", "'a'", '"a"',
           "{a}", "[a]", "a, b", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "?", "? a", "---", "...", "= a", "a\nb",
           "é “quoted” – …", "true", "it's", "it's: a", "'a: \\", "=x", "-x", "~x", "a\u00a0b",
           "a\\b", "🙂", "x" * 300, "many words " * 40, "a  b", "it's $\\frac{1}{2}$", "*a*: `b`", "**a**", "`a`: b",
           "```py\n    a = 1\n\n\nb  \n```", "- a\n  - b\n\n1. c", "| a | b |\n|:--|--:|\n| 1 | `x` |\n", "  a\nb",
           "\n a\n", "a\n\n", "a\n  ", "# a\n# b", "---\na", "a\\\nb", "a:\n- b", "$$\n\\frac{a}{b}\n$$",
           "a\tb", "\ta", "```make\nall:\n\techo  a\n```", "\ta\n b", "a\n\t", "a\u2028b", "it's \u2029 b",
           "a\u200bb\ufeff", "a\u2060\nb", "a\n\ufffeb\uffff", "it's \ufffe"]  # fmt: skip


def read(text: str, markup: Markup = "plain") -> AnyQuestion:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    assert isinstance(parsed.root, Sequence)
    assert [problem for problem in scan(Document("x", text)) if problem.name != "not-yaml"] == []
    question, problems = decode_question(Document("x", text), parsed.root.items[0], markup)
    assert problems == []
    assert question
    return question


def example(kind: str, names: Iterable[str]) -> AnyQuestion:
    """A question made of the examples in its model, as they are typed in a file."""
    model = KINDS[kind]
    values = {name: model.model_fields[name].examples for name in names}
    lines = [line for name, found in values.items() if found for line in render_field(name, found[0])]
    return read("\n".join(("  " if index else "- ") + line for index, line in enumerate([f"type: {kind}", *lines])))


def is_default(question: AnyQuestion, name: str) -> bool:
    field = type(question).model_fields[name]
    return bool(getattr(question, name) == field.get_default(call_default_factory=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_is_written(kind: str) -> None:
    fields = KINDS[kind].model_fields
    question = example(kind, fields)
    assert [name for name in fields if is_default(question, name)] == [], "each field needs an example"
    assert read(render_question(question)) == question


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, model in KINDS.items() for name in model.model_fields]
)
def test_each_field_is_written_alone(kind: str, name: str) -> None:
    required = [field for field, info in KINDS[kind].model_fields.items() if info.is_required()]
    question = example(kind, dict.fromkeys([*required, name]))
    assert not is_default(question, name)
    assert read(render_question(question)) == question


def test_a_value_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no form in YAML yet"):
        render_field("tags", {"a"})


def test_every_shipped_question(bank: Bank) -> None:
    for question in bank.questions:
        assert read(render_question(question), question.markup) == question
    assert len(bank.questions) > 100


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_in_every_field(text: str) -> None:
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
        if len(text) < 100:
            whole = f"topic: T\nquestions:\n{written}"
            assert format_text(whole) == whole


def test_random_texts() -> None:
    rng = Random(4)
    signs = string.printable[:95] + "\n\t éß–“”…☺"
    for _ in range(300):
        text = "".join(rng.choice(signs) for _ in range(rng.randrange(1, 30)))
        if not text.strip():
            continue
        fields = {"id": "it", "type": "short_answer", "prompt": text, "answer": "x" + text, "level": "remember"}
        question = KINDS["short_answer"].model_validate({**fields, "reject": [{"r" + text: text}]})
        written = render_question(question)
        assert read(written) == question, text
        if "\n" in text:
            whole = f"topic: T\nquestions:\n{written}"
            assert reformatted(Document("x", whole)) == (whole, ""), text


@pytest.mark.parametrize("text", ["a：b", "“b”: c", "–b: c", "it's：so", "a\n\u00a0b", "a\nb：c"])
def test_text_that_looks_like_a_typing_error_is_quoted(text: str, tmp_path: Path) -> None:
    fields = {"id": "it", "type": "ordering", "level": "remember", "prompt": text}
    written = render_question(KINDS["ordering"].model_validate({**fields, "items": [text, "x", "y"]}))
    whole = f"topic: T\nquestions:\n{written}"
    assert format_text(whole) == whole
    (tmp_path / "t.yaml").write_text(whole, "utf-8")
    assert not read_bank(tmp_path / "t.yaml").errors


def test_lines_are_written_below_a_bar() -> None:
    code = "```py\nif a:\n    b()\n```\n"
    fields = {"prompt": code, "answer": "a\nb", "explanation": " a\nb", "reject": [{"x": "a\n\nb"}], "level": "apply"}
    question = KINDS["short_answer"].model_validate({"id": "it", "type": "short_answer", **fields})
    assert render_question(question) == (
        "  - id: it\n    type: short_answer\n"
        "    prompt: |\n      ```py\n      if a:\n          b()\n      ```\n"
        "    answer: |-\n      a\n      b\n"
        "    reject:\n      - x: |-\n          a\n\n          b\n"
        "    explanation: |2-\n       a\n      b\n    level: apply\n"
    )
