"""A page judges every answer as the quiz does: one table of cases for Python and the scripts."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any

import pytest

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.grading import grade
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.responses import correct_response
from sco_quiz.core.verdict import Response
from sco_quiz.core.words.language import ENGLISH
from sco_quiz.formats.page.questions import Json, page_questions
from sco_quiz.formats.page.scripts import question_script
from tests.conftest import ROOT, first
from tests.core.typed.cases import all_cases

JUDGE = """([script, words, rows]) => {
  const mount = new Function("texts", script + "PAGE = {words: texts}; return mountQuestion;")(words);
  return rows.map(([data, state]) => {
    document.body.textContent = "";
    const view = mount(document.body, data, {seed: 1});
    view.restore(state);
    const found = view.judge();
    const response = view.response();
    view.reveal();
    const verdict = document.querySelector(".verdict");
    return [found.again ? "again" : found.outcome, found.credit, response, verdict.hidden ? "" : verdict.className];
  });
}"""
LOOKS = {"right": "verdict right", "almost": "verdict part", "partly": "verdict part", "wrong": "verdict wrong"}


def data_of(bank: Bank, question: AnyQuestion) -> Json:
    return page_questions(bank, [question])[0]


def judged(browser: Any, rows: list[tuple[Json, dict[str, object]]]) -> list[tuple[str, float | None, Any, str]]:
    """Return the outcome, the credit, the response, and the look of the verdict that a page gives to each answer."""
    page = browser.new_page()
    found = page.evaluate(JUDGE, [question_script(), ENGLISH.page_words, rows])
    browser.close(page)
    return [tuple(row) for row in found]


@pytest.mark.full
def test_typed_answers_are_judged_as_in_the_quiz(browser: Any) -> None:
    cases = [case for case in all_cases() if case.typed.strip()]
    found = judged(browser, [(data_of(case.bank, case.question), {"texts": [case.typed]}) for case in cases])
    assert len(cases) > 1000
    differing = []
    for case, (outcome, credit, response, look) in zip(cases, found, strict=True):
        try:
            verdict = grade(case.bank, "case", case.typed)
            wanted: tuple[object, ...] = (str(verdict.outcome), float(verdict.credit))
        except SelectionError:
            wanted = ("again", None)
        shown = look == LOOKS.get(outcome, "verdict part")
        if (outcome, credit) != wanted or response != [case.typed.strip()] or not shown:
            differing.append((case.where, case.typed, outcome, credit, wanted, look))
    assert differing == []


def responses_of(question: AnyQuestion) -> Iterator[Response]:
    """Yield answers to a question: right, wrong in every way that differs in its credit, and incomplete ones."""
    interaction = question.interaction()
    right = correct_response(interaction)
    yield right
    match interaction:
        case Choice(options, several=several):
            texts = [option.text for option in options]
            for size in range(1, len(texts) + 1 if several else 2):
                yield from list(combinations(texts, size))[:40]
        case Match():
            yield tuple(reversed(right))
            yield ("", *right[1:])
            yield (right[0], *[""] * (len(right) - 1))
            for wrong in interaction.distractors:
                yield (wrong.text, *right[1:])
        case Order():
            yield tuple(reversed(right))
            yield right[1:] + right[:1]
            yield right[:2]
        case TextEntry(gaps):
            yield ("qzx", *right[1:])
            yield (f"{right[0]}.", *right[1:])
            for index, gap in enumerate(gaps):
                for option in (*gap.rejected, *gap.partial):
                    yield (*right[:index], option.content.plain, *right[index + 1 :])
        case NumberEntry():
            yield ("7",)


def state_of(data: Json, response: Response) -> dict[str, object]:
    values = data.get("values")
    if not isinstance(values, tuple):
        return {"texts": list(response)}
    return {"chosen": [str(values.index(text)) if text else "" for text in response]}


@pytest.mark.parametrize(
    "folder", first(["tests/marked_up", "tests/other_article/bank", "tests/hostile_bank", "questions"], 2)
)
def test_answers_of_all_kinds_are_judged_as_in_the_quiz(folder: str, browser: Any) -> None:
    bank = load_bank(ROOT / folder)
    questions = [question for question in bank.questions if question.status == "active"]
    compare(browser, bank, questions)


def random_response(question: AnyQuestion, random: Random) -> Response:
    """Return any answer that a page can hold: choices in any number and order, rows without a partner."""
    interaction = question.interaction()
    texts = [content.source for content in option_contents(interaction)]
    random.shuffle(texts)
    match interaction:
        case Choice(several=several):
            return tuple(texts[: random.randint(1, len(texts)) if several else 1])
        case Order():
            return tuple(texts[: random.randint(1, len(texts))])
        case Match(pairs):
            some = [text if random.random() < 0.7 else "" for text in texts[: len(pairs)]]
            return tuple(some) if any(some) else tuple(texts[: len(pairs)])
        case TextEntry(gaps):
            words = [form.plain for gap in gaps for form in gap.accepted] + ["", "qzx", "12"]
            typed = [random.choice(words) for _ in gaps]
            return tuple(typed) if any(typed) else ("qzx", *typed[1:])
        case NumberEntry(answer):
            return (str(answer + random.choice([0, 1, -1])),)


@pytest.mark.parametrize("folder", first(["tests/marked_up", "questions"]))
def test_random_answers_are_judged_as_in_the_quiz(folder: str, browser: Any) -> None:
    random, bank = Random(16), load_bank(ROOT / folder)
    asked = [(each, data_of(bank, each), random_response(each, random)) for each in bank.questions for _ in range(5)]
    compare_all(browser, bank, asked)


def test_penalties_and_partly_right_answers_are_judged_as_in_the_quiz(browser: Any) -> None:
    fields = {"level": "remember", "prompt": "Which?"}
    answers = {"answers": ["one", "two", "three"], "distractors": ["four", "five"]}
    rows: list[dict[str, Any]] = [
        *({"type": "multiple_choice", **answers, "penalty": each} for each in ("25 %", "0 %", "33.33 %")),
        {"type": "multiple_choice", **answers},
        {
            "type": "single_choice",
            "answer": "Tashkent",
            "distractors": ["Almaty", "Moscow"],
            "partial": {"Almaty": "33.33 %"},
        },
        {
            "type": "short_answer",
            "answer": "Bolat Nurgaliev",
            "reject": [{"Bulat": "another"}],
            "partial": {"Bolat": "50 %"},
        },
    ]
    kinds = [KINDS[row["type"]].model_validate({"id": f"q-{at}", **fields, **row}) for at, row in enumerate(rows)]
    bank = Bank("b", "B", (Topic("t", "T", tuple(kinds)),))
    compare(browser, bank, list(bank.questions))


def compare(browser: Any, bank: Bank, questions: list[AnyQuestion]) -> None:
    compare_all(
        browser, bank, [(each, data_of(bank, each), answer) for each in questions for answer in responses_of(each)]
    )


def compare_all(browser: Any, bank: Bank, asked: list[tuple[AnyQuestion, Json, Response]]) -> None:
    found = judged(browser, [(data, state_of(data, response)) for _, data, response in asked])
    differing = []
    for (question, _, response), (outcome, credit, given, look) in zip(asked, found, strict=True):
        verdict = question.grade(response, bank.vocabulary)
        same = outcome == verdict.outcome and credit == pytest.approx(float(verdict.credit), abs=1e-9)
        told = question.grade(tuple(given), bank.vocabulary)
        if not same or told != verdict or look != LOOKS[outcome]:
            differing.append((question.id, response, outcome, credit, verdict.outcome, Fraction(verdict.credit), look))
    assert len(asked) > 5
    assert differing == []
