"""Skip and report what imported questions refer to that the bank does not have: questions, paragraphs, references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sco_quiz.app.import_drafts import Incoming
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.reasons import named_problem

_ANOTHER = "a question that the bank does not have"
_UNKNOWN = {
    "never_with": (_ANOTHER, "import that question, too, or write its id in the bank"),
    "successor": (_ANOTHER, "import that question, too, or write its id in the bank"),
    "formerly": ("another question of the bank", "an id, current or previous, names one question only"),
    "source": ("a paragraph that the source does not have", "write the numbers in the bank"),
    "beyond": ("references that source.yaml does not have", "write them into source.yaml, and import the file again"),
}


def without_unknown(incoming: Sequence[Incoming], bank: Bank) -> tuple[list[Incoming], list[Problem]]:
    """Return questions without the fields that refer to what the bank will not have, and a problem for each.

    Each would make the whole bank invalid.
    """
    owners = _owners([*bank.questions, *(each.question for each in incoming)])
    questions, problems = [], []
    for each in incoming:
        kept = dict(_kept(each.question, bank, owners))
        problems += [_lost(each, name) for name in kept]
        questions.append(replace(each, question=each.question.model_copy(update=kept)) if kept else each)
    return questions, problems


def _owners(questions: Sequence[AnyQuestion]) -> dict[str, str]:
    """Return the id of the question that each id names, current or previous."""
    owners = {question.id: question.id for question in questions}
    for question in questions:
        for name in question.formerly:
            owners.setdefault(name, question.id)
    return owners


def _kept(question: AnyQuestion, bank: Bank, owners: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """Yield each field that refers to something unknown, with the rest of its value."""

    def names_another(name: str) -> bool:
        return owners.get(name, question.id) != question.id

    if not all(map(names_another, question.never_with)):
        yield "never_with", tuple(filter(names_another, question.never_with))
    if question.successor is not None and not names_another(question.successor):
        yield "successor", None
    if any(map(names_another, question.formerly)):
        yield "formerly", tuple(name for name in question.formerly if not names_another(name))
    if bank.source and None in map(bank.source.paragraph, question.source):
        yield "source", tuple(number for number in question.source if bank.source.paragraph(number))
    if question.beyond:
        known = bank.source.references if bank.source else {}
        references = tuple(name for name in question.beyond.references if name in known)
        if references != question.beyond.references:
            yield "beyond", question.beyond.model_copy(update={"references": references}) if references else None


def _lost(incoming: Incoming, field: str) -> Problem:
    what, hint = _UNKNOWN[field]
    message = f"`{field}` of `{incoming.question.id}` names {what}; that is skipped"
    return named_problem("lost-field", message, incoming.draft.place, hint)
