"""A kind that the rules do not know gets their findings, if it is answered like one that they know."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal, cast

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.interaction import Choice, Option, TextEntry, TextGap
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Distractor, Text
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from tests.lint.bank_examples import BANK_EXAMPLES
from tests.lint.builders import FILLED, SOURCE, bank_of, run
from tests.lint.test_rules import example


class Ungraded(Question):
    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        raise NotImplementedError


class Best(Ungraded):
    """A single choice under other names."""

    about: ClassVar[str] = "the best option"
    type: Literal["best"] = "best"
    best: Text
    others: tuple[Distractor, ...]
    order: Literal["shuffled", "fixed"] = "shuffled"

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("best",), Role.RIGHT, self.content(self.best))
        yield from self.noted_parts("others", Role.WRONG, self.others)

    def interaction(self) -> Choice:
        return Choice((Option(self.content(self.best), right=True), *self.wrong_options(self.others)), order=self.order)


class Term(Ungraded):
    """A short answer under other names."""

    about: ClassVar[str] = "a term"
    type: Literal["term"] = "term"
    term: Text
    forms: tuple[Text, ...] = ()
    confused: tuple[Distractor, ...] = ()

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("term",), Role.RIGHT, self.content(self.term))
        for index, form in enumerate(self.forms):
            yield Part(("forms", index), Role.ACCEPTED, self.content(form))
        yield from self.noted_parts("confused", Role.REJECTED, self.confused)

    def interaction(self) -> TextEntry:
        return TextEntry(
            (TextGap(tuple(map(self.content, (self.term, *self.forms))), self.wrong_options(self.confused)),)
        )


SAME: dict[str, tuple[type[Question], dict[str, str]]] = {
    "single_choice": (Best, {"answer": "best", "distractors": "others"}),
    "short_answer": (Term, {"answer": "term", "accept": "forms", "reject": "confused"}),
}
PAGES = [rule for rule in RULES.values() if rule.name not in BANK_EXAMPLES]
SHOWN = [rule for rule in PAGES if any(question["type"] in SAME for question in example(rule.page, "Example:"))]


def renamed(question: dict[str, Any]) -> Question:
    kind, names = SAME[question["type"]]
    fields = {names.get(name, name): value for name, value in {**FILLED, **question}.items() if name != "type"}
    return kind.model_validate(fields)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_a_new_kind_gets_the_findings_of_one_that_is_answered_alike(rule: Rule) -> None:
    questions = [question for question in example(rule.page, "Example:") if question["type"] in SAME]
    names = {old: new for question in questions for old, new in SAME[question["type"]][1].items()}
    topic = Topic("t", "T", cast("tuple[AnyQuestion, ...]", tuple(map(renamed, questions))))
    expected = [
        (problem.message, [names.get(part, part) for part in problem.place.file.replace(":", "/").split("/")])
        for problem in run(bank_of(questions), rule)
    ]
    found = run(Bank("b", "B", (topic,), source=SOURCE), rule)
    assert expected
    assert [(problem.message, problem.place.file.replace(":", "/").split("/")) for problem in found] == expected


def test_most_rules_are_tried() -> None:
    assert len(SHOWN) > 40
