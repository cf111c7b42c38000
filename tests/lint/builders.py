"""Builders of questions for tests of rules; missing fields are filled in by `bank_of`."""

from datetime import date
from typing import Any

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.source import Source
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rule import Rule
from sco_quiz.loading.writing.source_record import make_source

Questions = list[dict[str, Any]]

ARTICLE = (
    "Title\n\nOn 9 December 2009 finance ministers of six countries met in Almaty.\n\n"
    "The Secretariat in Beijing has thirty members of staff.\n"
)
FILLED = {"level": "remember", "explanation": "It teaches.", "source": [2], "as_of": date(2010, 2, 3)}


def source_of(article: str) -> Source:
    return make_source(article, "Title", date(2010, 2, 3)).model_copy(update={"context": ("SCO", "February 2010")})


SOURCE = source_of(ARTICLE)


def bank_of(questions: Questions, source: Source = SOURCE, markup: Markup = "plain") -> Bank:
    filled = [{**FILLED, **question} for question in questions]
    validated = (KINDS[each["type"]].model_validate(each, context={"markup": markup}) for each in filled)
    return Bank("b", "B", (Topic("t", "T", tuple(validated)),), source=source)


def run(bank: Bank, *rules: Rule) -> list[Problem]:
    def place_of(question_id: str, path: KeyPath, part: str) -> Place:
        return Place(f"{question_id}:{'/'.join(map(str, path))}")

    return lint(bank, place_of, rules or None, today=date(2026, 1, 1))


def one(kind: str, **fields: Any) -> Questions:
    return [{"id": "q", "type": kind, "prompt": "Which is it in 2009?", **fields}]


def single(answer: str, *distractors: str | dict[str, str], **fields: Any) -> Questions:
    return one("single_choice", answer=answer, distractors=list(distractors), **fields)


def multiple(answers: list[str], *distractors: str, **fields: Any) -> Questions:
    return one("multiple_choice", answers=answers, distractors=list(distractors), **fields)


def numeric(prompt: str, answer: int = 3, **fields: Any) -> Questions:
    return one("numeric", **{"prompt": prompt, "answer": answer, **fields})


def statement(prompt: str, answer: str = "true", **fields: Any) -> Questions:
    return one("true_false", **{"prompt": prompt, "answer": answer, **fields})


def short(answer: str, prompt: str = "Which is it in 2009?", **fields: Any) -> Questions:
    return one("short_answer", **{"answer": answer, "prompt": prompt, **fields})


def dated(prompt: str) -> Questions:
    """Return a question without the date that other questions get."""
    return numeric(prompt, as_of=None)


def cloze(prompt: str, **fields: Any) -> Questions:
    return one("cloze", **{"prompt": prompt, **fields})


def gaps(count: int) -> Questions:
    text = " and ".join(f"{{{{c{number}::word{number}}}}}" for number in range(1, count + 1))
    return cloze(f"In 2009 there were {text} in the city.")


def several(*groups: Questions) -> Questions:
    """Put questions into one list under ids of their own."""
    return [{**question, "id": f"q{n}"} for n, question in enumerate(q for group in groups for q in group)]


def numbered(count: int, **fields: Any) -> Questions:
    """Return questions that differ in a number, which replaces `{n}` in their texts."""
    return [
        {"id": f"q{n}", **{name: v.replace("{n}", str(n)) if isinstance(v, str) else v for name, v in fields.items()}}
        for n in range(count)
    ]


def choices(longest_right: int, count: int) -> Questions:
    """Return single choices; in the first ones the right option is the longest, in the others a distractor."""
    made = numbered(
        count, type="single_choice", prompt="Which is number {n}?", answer="{n} cities", distractors=["x", "y"]
    )
    for question in made[longest_right:]:
        question["distractors"] = ["no city at all", "y"]
    return made


def statements(true: int, false: int, longer: str = "") -> Questions:
    """Return true statements, then false ones; `longer` is added to the true ones."""
    made = numbered(true + false, type="true_false", prompt="Statement {n} is this.", answer="true")
    for question in made[:true]:
        question["prompt"] += longer
    for question in made[true:]:
        question["answer"] = "false"
    return made


def typed(answers: list[str], **fields: Any) -> Questions:
    """Return short answers."""
    made = numbered(len(answers), type="short_answer", prompt="What is thing number {n}?", **fields)
    return [{**question, "answer": answer} for question, answer in zip(made, answers, strict=True)]


def levels(recall: int, count: int) -> Questions:
    """Return questions, the first ones of the level `remember`."""
    made = numbered(count, type="numeric", prompt="Which number is {n} in 2009?", answer=3, level="understand")
    for question in made[:recall]:
        question["level"] = "remember"
    return made
